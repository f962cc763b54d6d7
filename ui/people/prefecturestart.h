#pragma once

#include <QWidget>

class QComboBox;
class QPushButton;

namespace tane {

/// The register page of a file without a prefecture: choosing one brings all its municipalities.
class PrefectureStart : public QWidget
{
    Q_OBJECT
public:
    explicit PrefectureStart(QWidget *parent);
    /// What the file says its prefecture is; empty when it does not.
    void suggest(const QString &prefecture);
    void setWritable(bool writable);
    [[nodiscard]] QComboBox *choice() const { return m_choice; }
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void chosen(const QString &prefecture);
    void ownRequested(); ///< a list of one's own instead

private:
    QComboBox *m_choice = nullptr;
    QPushButton *m_button = nullptr;
    QPushButton *m_own = nullptr;
};

} // namespace tane
