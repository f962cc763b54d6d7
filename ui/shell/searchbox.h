#pragma once

#include "programme/search.h"

#include <QAbstractListModel>
#include <QSet>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QListView;

namespace tane {

/// The hits as a list: the place small above the text.
class HitModel : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int placeRole = Qt::UserRole;
    using QAbstractListModel::QAbstractListModel;
    void setHits(std::vector<SearchHit> hits);
    [[nodiscard]] const SearchHit *at(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<SearchHit> m_hits;
};

class HitDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setWords(const QStringList &words) { m_words = words; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QStringList m_words;
};

/// The search field at the top and the list of hits below it. The focus stays in the field: ↑ and ↓ choose,
/// Enter opens, Escape closes.
class SearchBox : public QWidget
{
    Q_OBJECT
public:
    /// `popupParent`: what the list of hits is laid over.
    SearchBox(QWidget *popupParent, QWidget *parent = nullptr);
    /// Ids of the pages there are: hits on others are left out, as nothing could show them.
    void setPages(const QSet<QString> &pages) { m_pages = pages; }
    /// Null: no file is open.
    void setDocument(Document *document);
    void begin(); ///< takes the focus

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void hitChosen(const tane::SearchHit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void showPopup();
    void close();
    void choose(const QModelIndex &index);
    bool fieldKey(int key);

    Document *m_document = nullptr;
    QSet<QString> m_pages;
    QLineEdit *m_field = nullptr;
    QFrame *m_popup = nullptr;
    QLabel *m_message = nullptr;
    QListView *m_list = nullptr;
    HitModel *m_model = nullptr;
    HitDelegate *m_delegate = nullptr;
    QTimer m_timer;
};

} // namespace tane
