#include "stepsfixture.h"

using namespace Qt::StringLiterals;

namespace tane::test {

Bureau::Bureau(const QString &templateId)
{
    open(Document::create(m_folder.filePath(u"bureau.tane"_s)));
    Programme programme;
    programme.title = u"架空県コーディネーター研修"_s;
    programme.firstYear = 2026;
    const auto id = CycleRepository(*m_document).create(programme, templateId);
    REQUIRE(id.has_value());
    m_context->programme = *id;
    const auto workshops = WorkshopRepository(*m_document).of(*id);
    REQUIRE(workshops.has_value());
    m_context->workshop = workshops->empty() ? 0 : workshops->front().id;
}

void Bureau::open(Result<std::unique_ptr<Document>> document)
{
    REQUIRE(document.has_value());
    const qint64 programme = m_context ? m_context->programme : 0;
    const qint64 workshop = m_context ? m_context->workshop : 0;
    m_context.reset();
    m_document = std::move(*document);
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"settings.ini"_s));
    m_context =
        std::make_unique<PageContext>(PageContext{*m_document, *m_settings, dialogs, workshop, programme});
}

void Bureau::reopen()
{
    const QString file = m_document->path();
    m_document.reset();
    open(Document::open(file));
}

std::vector<TargetGroup> Bureau::groups()
{
    return all<TargetGroup>(u"programme"_s, programme());
}

qint64 Bureau::addGoal(qint64 group, Goal::Term term, const QString &text)
{
    const auto id = RecordTable<Goal>(*m_document).add({0, group, term, text, 0}, u"目標の追加"_s);
    REQUIRE(id.has_value());
    return *id;
}

} // namespace tane::test
