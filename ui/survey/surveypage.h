#pragma once

#include "shell/scrollpage.h"
#include "survey/surveyrepository.h"

#include <optional>

namespace tane {

/// What the three pages about answers have in common: they show the SurveyState of the current workshop,
/// loaded once until the document changes.
class SurveyPage : public ScrollPage
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

private:
    void findWorkshop();

    std::optional<SurveyState> m_state;
    bool m_stale = true;
    qint64 m_loadedWorkshop = 0;
    GroupBy m_loadedBy = GroupBy::Role;
};

/// "前回の取り込み" and the like: a date and time as the office writes it.
[[nodiscard]] QString shortDateTime(const QDateTime &when);
[[nodiscard]] QString waveName(Wave wave); ///< "研修前", "研修後", "2～3か月後"

} // namespace tane
