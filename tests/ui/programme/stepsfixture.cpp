#include "stepsfixture.h"

#include "shell/theme.h"

#include <QApplication>
#include <QInputMethodEvent>

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
    REQUIRE(QTest::qWaitForWindowActive(&page));
    page.refresh();
    QCoreApplication::processEvents();
}

void write(const QString &text)
{
    QWidget *focus = QApplication::focusWidget();
    REQUIRE(focus != nullptr);
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(focus, &event);
}

void overwrite(QWidget *field, const QString &text)
{
    field->setFocus(Qt::TabFocusReason);
    QWidget *focus = QApplication::focusWidget();
    REQUIRE(focus != nullptr);
    REQUIRE((focus == field || field->isAncestorOf(focus)));
    QTest::keySequence(focus, QKeySequence::SelectAll);
    write(text);
}

void click(QWidget *widget)
{
    REQUIRE(widget != nullptr);
    REQUIRE(widget->isVisible());
    REQUIRE(widget->isEnabled());
    QTest::mouseClick(widget, Qt::LeftButton);
    QCoreApplication::processEvents();
}

} // namespace tane::test
