#pragma once

#include "participants/paperentry.h"
#include "survey/questionnaire.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tane {

class GrowingEdit;

/// One item of a sheet of paper: options to tick by one key each, or room for words.
class PaperEntryRow : public QFrame
{
    Q_OBJECT
public:
    PaperEntryRow(int index, const Item &item, QWidget *parent);

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] PaperAnswer::Of answer() const;
    void setAnswer(const PaperAnswer::Of &answer);
    void setCurrent(bool current);
    /// What stood there the first time, when it differs; empty takes it away.
    void setDifference(const QString &text);
    /// The answer in words, for a difference.
    [[nodiscard]] QString inWords(const PaperAnswer::Of &answer) const;
    [[nodiscard]] const Item &item() const { return m_item; }
    /// Ticks the option that a key means: its code, or 1 for the first. False when none is.
    bool tick(const QString &key);
    void untick();
    /// The field of words, or none.
    [[nodiscard]] QWidget *field() const;
    [[nodiscard]] QList<QPushButton *> options() const { return m_options; }

Q_SIGNALS:
    void picked(); ///< by the mouse

private:
    void choose(int option, bool on);

    int m_index;
    Item m_item;
    QList<QPushButton *> m_options;
    QLineEdit *m_line = nullptr;
    GrowingEdit *m_words = nullptr;
    QLabel *m_difference = nullptr;
};

/// A whole sheet of paper, typed without a mouse: one key an item (a–e or 1–5), Space leaves one out,
/// Backspace goes back, Tab goes into the fields of words, Enter hands it over.
class PaperEntryForm : public QWidget
{
    Q_OBJECT
public:
    explicit PaperEntryForm(QWidget *parent = nullptr);

    /// Begins an empty sheet with the items of a part of a questionnaire; `all`: the positions are of it.
    void setItems(const Questionnaire &asked, const Questionnaire &all);
    void clear();
    /// By Questionnaire::items() of all.
    [[nodiscard]] std::vector<PaperAnswer::Of> answers() const;
    /// Marks where the first typing said otherwise; nothing takes the marks away.
    void showDifferences(const std::vector<int> &items, const std::vector<PaperAnswer::Of> &first);
    void begin(); ///< the focus, and the first item
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] const QList<PaperEntryRow *> &rows() const { return m_rows; }

Q_SIGNALS:
    void finished(); ///< Enter
    void currentChanged(QWidget *row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void go(int row);
    [[nodiscard]] PaperEntryRow *row() const;

    QList<PaperEntryRow *> m_rows;
    QWidget *m_list = nullptr;
    std::size_t m_items = 0; ///< of the whole questionnaire
    int m_current = -1;
};

} // namespace tane
