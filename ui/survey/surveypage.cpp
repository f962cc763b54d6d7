#include "survey/surveypage.h"

#include "programme/workshop.h"

#include <QGuiApplication>

namespace tane {

namespace {

/// The busy cursor as long as it lives: most files load in a blink, a national one takes a moment.
class Busy
{
public:
    Busy() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
    ~Busy() { QGuiApplication::restoreOverrideCursor(); }
    Busy(const Busy &) = delete;
    Busy &operator=(const Busy &) = delete;
};

} // namespace

SurveyPage::SurveyPage(const QString &title, PageContext &pageContext, QWidget *parent)
    : ScrollPage(title, pageContext, parent)
{
    connect(&pageContext.document, &Document::changed, this, [this] { m_stale = true; });
}

QHash<QString, QString> SurveyPage::badges() const
{
    int people = 0, open = 0;
    if (m_state) {
        people = m_state->analysis.peopleBefore;
        if (!m_state->before.isEmpty() && !m_state->after.isEmpty())
            open = m_state->linking.openQuestions();
    }
    return {{QStringLiteral("answers"), people > 0 ? tr("%1名").arg(people) : QString()},
            {QStringLiteral("links"), open > 0 ? tr("%1件").arg(open) : QString()}};
}

bool SurveyPage::load(GroupBy groupBy)
{
    if (m_stale || context().workshop == 0)
        findWorkshop();
    const qint64 workshop = context().workshop;
    // A workshop that is being planned asks nothing yet: there is as little to show as without a workshop.
    const auto held = WorkshopRepository(context().document).load(workshop);
    if (workshop == 0 || (held && held->questionnaire == 0)) {
        m_state.reset();
        m_stale = true;
        return true;
    }
    if (!m_stale && m_state && workshop == m_loadedWorkshop && groupBy == m_loadedBy)
        return true;
    const Busy busy;
    Result<SurveyState> loaded = loadSurveyState(context().document, workshop, groupBy);
    if (!loaded) {
        showError(loaded.error());
        return false;
    }
    m_state = std::move(*loaded);
    m_stale = false;
    m_loadedWorkshop = workshop;
    m_loadedBy = groupBy;
    return true;
}

// Undo may take the workshop away that was made with the first import, and redo brings it back.
void SurveyPage::findWorkshop()
{
    WorkshopRepository workshops(context().document);
    if (context().workshop != 0 && workshops.load(context().workshop))
        return;
    const auto all = context().programme != 0 ? workshops.of(context().programme) : workshops.all();
    const qint64 found = all && !all->empty() ? all->back().id : 0;
    if (found == context().workshop)
        return;
    context().workshop = found;
    Q_EMIT workshopChanged(found);
}

QString shortDateTime(const QDateTime &when)
{
    return when.isValid() ? when.toLocalTime().toString(SurveyPage::tr("M月d日 HH:mm")) : QString();
}

QString waveName(Wave wave)
{
    switch (wave) {
    case Wave::Before:
        return SurveyPage::tr("研修前");
    case Wave::After:
        return SurveyPage::tr("研修後");
    case Wave::FollowUp:
        return SurveyPage::tr("2～3か月後");
    }
    return {};
}

} // namespace tane
