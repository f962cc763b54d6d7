#pragma once

#include "shell/page.h"
#include "survey/surveyrepository.h"

#include <optional>

class QScrollArea;
class QVBoxLayout;

namespace tane {

class NoticeBar;
class PageHeader;

/// What the three pages about answers have in common: they show the SurveyState of the current workshop,
/// loaded once until the document changes, and a column of header, notices and a scrolling body.
class SurveyPage : public Page
{
    Q_OBJECT
public:
    SurveyPage(const QString &title, PageContext &context, QWidget *parent);

    /// The state as last loaded; nothing before that, or when there is no workshop.
    [[nodiscard]] const std::optional<SurveyState> &state() const { return m_state; }

    /// People before, and what waits in the links.
    [[nodiscard]] QHash<QString, QString> badges() const override;

protected:
    /// Loads when something changed since. False (with the reason shown) when that failed; true with an empty
    /// state when there is no workshop yet.
    bool load(GroupBy groupBy);
    /// Shows the error of an action in the page; gives whether there was none.
    bool report(const Result<> &result);
    void showError(const Error &error);
    void clearError();

    [[nodiscard]] PageHeader *header() const { return m_header; }
    /// Where the page puts what stays, above the part that scrolls.
    [[nodiscard]] QVBoxLayout *top() const { return m_top; }
    /// The part that scrolls.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] QScrollArea *scrollArea() const { return m_scroll; }

private:
    void findWorkshop();

    PageHeader *m_header = nullptr;
    NoticeBar *m_error = nullptr;
    QVBoxLayout *m_top = nullptr;
    QVBoxLayout *m_body = nullptr;
    QScrollArea *m_scroll = nullptr;
    std::optional<SurveyState> m_state;
    bool m_stale = true;
    qint64 m_loadedWorkshop = 0;
    GroupBy m_loadedBy = GroupBy::Role;
};

/// "前回の取り込み" and the like: a date and time as the office writes it.
[[nodiscard]] QString shortDateTime(const QDateTime &when);
[[nodiscard]] QString waveName(Wave wave); ///< "研修前", "研修後", "2～3か月後"

} // namespace tane
