#pragma once

#include "issues/cardtext.h"
#include "issues/recurrence.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;

class QPushButton;

namespace tane {

class BackgroundJob;
class GridModel;
class GridView;
class LinkList;
class SimilarCard;
struct Notice;
struct PageContext;

/// 繰り返し挙がること: what came up in several years, workshops and areas, most often first, and where;
/// headings that may mean the same.
class RecurrenceTab : public QWidget
{
    Q_OBJECT
public:
    enum Column { Heading, Years, Workshops, Areas, Places, LastDay };
    RecurrenceTab(PageContext &context, QWidget *parent);
    ~RecurrenceTab() override;

    void setStale() { m_stale = true; }
    void show(const Registry &registry, const Pipeline &pipeline, bool writable);
    bool showTheme(qint64 theme);
    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] LinkList *things() const { return m_things; }
    [[nodiscard]] SimilarCard *similar() const { return m_similar; }
    [[nodiscard]] BackgroundJob *job() const { return m_job; }
    [[nodiscard]] const std::vector<Recurrence> &recurrences() const { return m_all; }
    [[nodiscard]] QList<QAction *> exportActions() const { return m_exports; }
    Result<> write(const QString &path) const;

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void notice(const tane::Notice &notice);
    void openRow(const QString &pageId, const QString &table, qint64 row);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    template<class T>
    bool report(const Result<T> &result)
    {
        if (result)
            Q_EMIT succeeded();
        else
            Q_EMIT failed(result.error());
        return result.has_value();
    }
    void makeList();
    void makeDetails();
    void makeColumns();
    void load();
    void findSimilar();
    void showDetails();
    [[nodiscard]] const Recurrence *current() const;
    void nameTheme();
    void dissolve();
    void makeCard();
    void joinHeadings(const QString &first, const QString &second);
    void exportList();

    PageContext &m_context;
    const Registry *m_registry = nullptr;
    const Pipeline *m_pipeline = nullptr;
    bool m_stale = true, m_writable = true;
    std::vector<RaisedThing> m_raised;
    std::vector<Recurrence> m_all;
    QList<QAction *> m_exports;
    QBoxLayout *m_columns = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QLabel *m_none = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_about = nullptr;
    LinkList *m_things = nullptr;
    QPushButton *m_makeCard = nullptr;
    QPushButton *m_name = nullptr;
    QPushButton *m_dissolve = nullptr;
    SimilarCard *m_similar = nullptr;
    BackgroundJob *m_job = nullptr;
};

} // namespace tane
