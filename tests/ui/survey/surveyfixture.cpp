#include "surveyfixture.h"

#include "survey/sample.h"
#include "survey/surveyrepository.h"

#include <QFile>

namespace tane::test {

Office::Office()
{
    open(Document::create(path(QStringLiteral("office.tane"))));
}

std::unique_ptr<Office> Office::withSample()
{
    auto office = std::make_unique<Office>();
    const QString sample = office->path(QStringLiteral("sample.tane"));
    REQUIRE(createSample(sample).has_value());
    office->open(Document::open(sample));
    return office;
}

void Office::open(Result<std::unique_ptr<Document>> document)
{
    REQUIRE(document.has_value());
    m_context.reset();
    m_document = std::move(*document);
    m_settings = std::make_unique<Settings>(path(QStringLiteral("settings.ini")));
    m_context = std::make_unique<PageContext>(PageContext{*m_document, *m_settings, dialogs, 0});
    const auto workshops = WorkshopRepository(*m_document).all();
    REQUIRE(workshops.has_value());
    // The last that has answers; the sample's next one is still being planned.
    for (const Workshop &workshop : *workshops) {
        const auto imports = SurveyRepository(*m_document).imports(workshop.id);
        REQUIRE(imports.has_value());
        if (!imports->empty() || m_context->workshop == 0)
            m_context->workshop = workshop.id;
    }
}

QString Office::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
    return file.fileName();
}

void Office::reopen()
{
    const QString file = m_document->path();
    m_context.reset();
    m_document.reset();
    open(Document::open(file));
}

} // namespace tane::test
