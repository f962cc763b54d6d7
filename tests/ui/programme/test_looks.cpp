#include "stepsfixture.h"

#include "programme/checklistpage.h"
#include "programme/evaluationpage.h"
#include "programme/planpage.h"
#include "programme/threadpage.h"
#include "programme/threadpicture.h"
#include "programme/timetablepage.h"
#include "programme/workshoppage.h"
#include "shell/theme.h"
#include "shell/widgets.h"
#include "survey/sample.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include <map>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

using Pages = std::map<QString, std::unique_ptr<Page>>;

/// The pages beside a navigation of 216 pixels, in windows of 1366×768 and of the same screen at 150 %.
constexpr QSize kFull(1150, 720);
constexpr QSize kScaled(694, 450);

Pages makePages(PageContext &context)
{
    Pages pages;
    pages[u"plan"_s] = std::make_unique<PlanPage>(context);
    pages[u"workshop"_s] = std::make_unique<WorkshopPage>(context);
    pages[u"timetable"_s] = std::make_unique<TimetablePage>(context);
    pages[u"checklist"_s] = std::make_unique<ChecklistPage>(context);
    pages[u"evaluation"_s] = std::make_unique<EvaluationPage>(context);
    pages[u"thread"_s] = std::make_unique<ThreadPage>(context);
    return pages;
}

void settle(Page &page, QSize size)
{
    present(page);
    page.resize(size);
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
}

/// With TANE_PICTURES set to a folder, the pages are kept there to be looked at.
void keepPicture(Page &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("TANE_PICTURES");
    if (!folder.isEmpty())
        REQUIRE(page.grab().save(u"%1/%2.png"_s.arg(folder, name)));
}

/// Text that is not allowed to wrap or to end in "…" must have room.
QStringList cutTexts(const Page &page)
{
    QStringList cut;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        const bool mayShrink = qobject_cast<const ElidedLabel *>(label) != nullptr || label->wordWrap();
        if (label->isVisible() && !mayShrink && label->width() < label->sizeHint().width())
            cut << label->text();
    }
    for (const QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width())
            cut << button->text();
    }
    return cut;
}

} // namespace

TEST_CASE("at 1366×768 and at 150 % no page is wider than the window, and no label or button is cut off")
{
    Bureau bureau(u"full-day"_s);
    const qint64 group = bureau.groups().front().id;
    bureau.addGoal(group, Goal::Term::Short, u"コーディネーターの役割を自分の言葉で説明できる"_s);
    for (const QSize size : {kFull, kScaled}) {
        for (const auto &[name, page] : makePages(bureau.context())) {
            settle(*page, size);
            INFO(name.toStdString() << " at " << size.width());
            const auto *area = page->findChild<QScrollArea *>(QString(), Qt::FindDirectChildrenOnly);
            REQUIRE(area != nullptr);
            CHECK(area->horizontalScrollBar()->maximum() == 0);
            CHECK(cutTexts(*page).join(u" | "_s).toStdString().empty());
            keepPicture(*page, u"%1-%2"_s.arg(name).arg(size.width()));
        }
    }
}

TEST_CASE("the built-in example fills every page, in light and in dark")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"sample.tane"_s);
    REQUIRE(createSample(path).has_value());
    auto document = Document::open(path);
    REQUIRE(document.has_value());
    const auto programmes = CycleRepository(**document).programmes();
    REQUIRE(programmes.has_value());
    Settings settings(folder.filePath(u"settings.ini"_s));
    ScriptedDialogs dialogs;
    for (const Programme &programme : *programmes) {
        PageContext context{**document, settings, dialogs, 0, programme.id};
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            for (const auto &[name, page] : makePages(context)) {
                settle(*page, kFull);
                applyTheme(*qApp, theme);
                settle(*page, kFull);
                INFO(name.toStdString());
                CHECK(cutTexts(*page).join(u" | "_s).toStdString() == std::string());
                if (auto *thread = qobject_cast<ThreadPage *>(page.get()))
                    thread->picture()->chooseGoal(thread->picture()->picture().goals().front());
                keepPicture(*page, u"sample%1-%2-%3"_s.arg(programme.id).arg(name, themeKey(theme)));
            }
            applyTheme(*qApp, ThemeChoice::Light);
        }
    }
}
