#pragma once

#include <QPushButton>

#include <vector>

class QVBoxLayout;

namespace tane {

/// A line that leads somewhere else: as wide as there is room, its end left out where it is too long.
class LinkButton : public QPushButton
{
    Q_OBJECT
public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// What belongs to a record, a line each: clicked it is shown, the cross takes the link away.
class LinkList : public QWidget
{
    Q_OBJECT
public:
    struct Item
    {
        QString page, table; ///< where it is shown, as Page::openRow takes it; empty: nowhere
        qint64 id = 0;
        QString text;
        QString note;       ///< small, below: where it comes from
        qint64 removes = 0; ///< what removed() is told; 0: stays
        friend bool operator==(const Item &, const Item &) = default;
    };
    /// `name`: what a screen reader calls the list.
    explicit LinkList(const QString &name, QWidget *parent = nullptr);
    void setItems(const std::vector<Item> &items, bool writable);
    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }
    [[nodiscard]] LinkButton *buttonAt(int row) const;
    [[nodiscard]] QWidget *removeAt(int row) const;
    /// What stands there while there is nothing.
    void setEmptyText(const QString &text);

Q_SIGNALS:
    void opened(const QString &page, const QString &table, qint64 id);
    void removed(const tane::LinkList::Item &item);

private:
    QWidget *makeRow(const Item &item, bool writable);

    QString m_name, m_emptyText;
    std::vector<Item> m_items;
    bool m_writable = true;
    struct Row
    {
        QWidget *widget = nullptr;
        LinkButton *button = nullptr;
        QWidget *remove = nullptr;
    };
    std::vector<Row> m_rows;
    QVBoxLayout *m_layout = nullptr;
    QWidget *m_none = nullptr;
};

} // namespace tane
