#pragma once

#include <QList>
#include <QVariant>
#include <QWidget>

#include <utility>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace tane {

/// A row over a table or a board that narrows it down: words and choices, and one button that lets go of all
/// of them. It wraps where the window is narrow. What the choices mean is the business of those who derive.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    using Choices = QList<std::pair<QString, QVariant>>; ///< what is read, and what it stands for

    [[nodiscard]] bool isFiltering() const { return !description().isEmpty(); }
    /// "東部圏域・コーディネーター・「山」を含む"; empty when nothing is filtered. For titles of sheets and
    /// charts.
    [[nodiscard]] QString description() const;
    void clear();

Q_SIGNALS:
    void changed();

protected:
    explicit FilterBar(QWidget *parent);

    /// The words, `width` pixels wide. `hint` is what can be looked for: "氏名・所属・市町村".
    QLineEdit *addText(const QString &objectName, const QString &hint, int width);
    /// A choice of `name` that shows about `letters` letters; it is filled later.
    QComboBox *addBox(const QString &objectName, const QString &name, int letters = 7);
    /// The last part of the row: the button that lets go of everything.
    void addClearButton();

    /// Offers `all` (nothing is narrowed down) and the choices. What was chosen stays where it is still
    /// there; a box without choices is hidden.
    void fill(QComboBox *box, const QString &all, const Choices &choices);
    [[nodiscard]] QString words() const; ///< without the space around them

private:
    void update();

    QList<QComboBox *> m_boxes;
    QLineEdit *m_text = nullptr;
    QToolButton *m_clear = nullptr;
};

} // namespace tane
