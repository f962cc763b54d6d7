#pragma once

#include <QLineEdit>

#include <vector>

class QListView;
class QStandardItemModel;

namespace tane {

/// A line in which somebody or something is found by typing a part of its name or reading. Enter takes the
/// one that fits, or the one chosen in the list below; the line is then empty for the next.
class RecordPicker : public QLineEdit
{
    Q_OBJECT
public:
    struct Item
    {
        qint64 id = 0;
        QString text;    ///< as it is listed: "江口 結　東部センター"
        QString reading; ///< also looked in: kana
    };
    /// `name`: what a screen reader calls it.
    RecordPicker(const QString &name, const QString &placeholder, QWidget *parent = nullptr);
    void setItems(const std::vector<Item> &items);
    /// What fits the text that is typed, best first.
    [[nodiscard]] std::vector<qint64> matches() const;

Q_SIGNALS:
    void picked(qint64 id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void showMatches();
    void take(qint64 id);

    std::vector<Item> m_items;
    mutable std::vector<QString> m_folded; ///< made when somebody types: hundreds of names take their time
    QStandardItemModel *m_model = nullptr;
    QListView *m_list = nullptr;
};

} // namespace tane
