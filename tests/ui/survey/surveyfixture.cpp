#include "surveyfixture.h"

#include "shell/theme.h"
#include "survey/sample.h"
#include "survey/surveyrepository.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
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

void present(Page &page)
{
    static const bool themed = [] {
        applyTheme(*qApp, ThemeChoice::Light);
        return true;
    }();
    REQUIRE(themed);
    page.resize(1150, 720);
    page.show();
    page.activateWindow();
    REQUIRE(QTest::qWaitForWindowExposed(&page));
    page.refresh();
    QCoreApplication::processEvents();
}

void waitUntil(const std::function<bool()> &condition)
{
    REQUIRE(QTest::qWaitFor(condition, 10000));
}

void click(QWidget *widget)
{
    REQUIRE(widget != nullptr);
    REQUIRE(widget->isVisible());
    REQUIRE(widget->isEnabled());
    QTest::mouseClick(widget, Qt::LeftButton);
    QCoreApplication::processEvents();
}

void tabTo(QWidget *widget)
{
    REQUIRE(widget != nullptr);
    for (int i = 0; i < 120; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (focus == widget || (focus && widget->isAncestorOf(focus)))
            return;
        QTest::keyClick(focus ? focus : widget->window(), Qt::Key_Tab);
    }
    FAIL("not reached with Tab: " << widget->objectName().toStdString());
}

} // namespace tane::test
