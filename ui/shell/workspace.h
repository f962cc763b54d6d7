#pragma once

#include "programme/search.h"
#include "shell/pageregistry.h"

#include <QHash>
#include <QSet>

class QStackedWidget;
class QVBoxLayout;

namespace tane {

class NavBar;
class FloatingBar;
class NoticeBar;

/// The window while a file is open: navigation, banners, and the page. Pages are made when they are first
/// shown.
class Workspace : public QWidget
{
    Q_OBJECT
public:
    explicit Workspace(std::vector<PageEntry> pages, QWidget *parent = nullptr);
    ~Workspace() override;

    void open(PageContext &context, const QString &firstPage);
    void close(); ///< takes the pages away; they refer to the document
    void showPage(const QString &id);
    /// The first page of a step (1 to 5); when one of its pages is shown, the next.
    void showStep(int step);
    /// Shows the programme and page of a search hit, and its row. False when no page shows it.
    bool openHit(const SearchHit &hit);
    /// Shows a page and brings a row into view; goBack() returns to the page shown now.
    bool openRow(const QString &id, const QString &table, qint64 row);
    void goBack();
    /// Saves what is being typed on the pages.
    void commitPending();
    [[nodiscard]] QString currentPage() const { return m_current; }
    [[nodiscard]] Page *page(const QString &id) const
    {
        return m_made.value(id);
    } ///< null until it was shown
    /// Reads the visible page anew, and the badges of all that were made. Calls in a row become one.
    void refreshSoon();

    void showNotice(const Notice &notice, const QString &detail = {});
    void setReadOnly(bool readOnly, const QString &holder);

    [[nodiscard]] NavBar *navigation() const { return m_navigation; }
    [[nodiscard]] NoticeBar *noticeBar() const { return m_notice; }
    [[nodiscard]] NoticeBar *readOnlyBanner() const { return m_banner; }

Q_SIGNALS:
    void pageShown(const QString &id);
    void workshopChanged(qint64 workshop);
    void programmeChanged(qint64 programme);
    void sampleRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// A page and the row it was opened with.
    struct Place
    {
        QString page, table;
        qint64 row = 0;
    };
    /// What was shown when a row of another programme was opened.
    struct Left
    {
        Place place;
        qint64 programme = 0, workshop = 0;
    };
    [[nodiscard]] const PageEntry *entryOf(const QString &id) const;
    void switchTo(const PageEntry &entry);
    void fitBanners();
    Page *make(const PageEntry &entry);
    void refreshNow();
    void updateBadges();
    void followContext();
    [[nodiscard]] Left here() const;
    void sayWhatWasLeft(const Left &left);
    void returnToLeft();

    std::vector<PageEntry> m_pages;
    QHash<QString, Page *> m_made;
    QSet<QString> m_badged;               ///< pages that had a badge since the file was opened
    std::pair<qint64, qint64> m_badgesOf; ///< programme and workshop the badges were read for
    PageContext *m_context = nullptr;
    QString m_current;
    Place m_place;             ///< what is shown
    std::vector<Place> m_back; ///< how it was reached, the last one last
    Left m_left;               ///< where the notice leads back to
    NavBar *m_navigation = nullptr;
    QVBoxLayout *m_banners = nullptr;
    NoticeBar *m_banner = nullptr;
    NoticeBar *m_notice = nullptr;
    FloatingBar *m_float = nullptr; ///< lets what only informs lie over the page
    QStackedWidget *m_stack = nullptr;
    QTimer *m_refresh = nullptr;
};

} // namespace tane
