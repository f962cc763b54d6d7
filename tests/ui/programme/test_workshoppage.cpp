#include "stepsfixture.h"

#include "programme/workshopadvice.h"
#include "programme/workshoppage.h"
#include "shell/editors/datefield.h"
#include "shell/editors/savedline.h"
#include "shell/widgets.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

QStringList adviceIds(const Workshop &workshop)
{
    QStringList ids;
    for (const WorkshopAdvice &advice : adviceFor(workshop))
        ids << advice.id;
    return ids;
}

} // namespace

TEST_CASE("every field of the design sheet is saved as it is left and is there after opening the file again")
{
    Bureau bureau(u"half-day"_s);
    const QString longText = QString(10'000, u'文');
    {
        WorkshopPage page(bureau.context());
        present(page);
        overwrite(child(page, u"title"_s), u"第1回研修会"_s);
        overwrite(child(page, u"heldOn"_s), u"R8.7.23"_s);
        overwrite(child(page, u"dateNote"_s), u"予備日 7月30日"_s);
        overwrite(child(page, u"place"_s), u"架空県庁"_s);
        overwrite(child(page, u"participants"_s), u"管内のコーディネーター"_s);
        overwrite(child(page, u"capacity"_s), u"８０名"_s);
        overwrite(child(page, u"capacityNote"_s), u"先着順"_s);
        overwrite(child(page, u"recruitFrom"_s), u"令和8年5月11日"_s);
        overwrite(child(page, u"recruitUntil"_s), u"2026/6/12"_s);
        overwrite(child(page, u"recruitNote"_s), u"延長あり"_s);
        overwrite(child(page, u"publicity"_s), u"市町村を通じて"_s);
        overwrite(child(page, u"beforeEvent"_s), u"事前アンケート"_s);
        overwrite(child(page, u"atEvent"_s), longText);
        overwrite(child(page, u"afterEvent"_s), u"事後アンケート"_s);
        overwrite(child(page, u"assessment"_s), u"前後の比較"_s);
        overwrite(child(page, u"other"_s), u"託児なし"_s);
        const auto buttons = child<SegmentedControl>(page, u"method"_s)->findChildren<QPushButton *>();
        click(buttons.at(3)); // 未定, 対面, オンライン, ハイブリッド
    }
    bureau.reopen();
    const Workshop stored = bureau.all<Workshop>().front();
    CHECK(stored.title == u"第1回研修会"_s);
    CHECK(stored.heldOn == QDate(2026, 7, 23));
    CHECK(stored.dateNote == u"予備日 7月30日"_s);
    CHECK(stored.method == Workshop::Method::Hybrid);
    CHECK(stored.place == u"架空県庁"_s);
    CHECK(stored.participants == u"管内のコーディネーター"_s);
    CHECK(stored.capacity == 80);
    CHECK(stored.capacityNote == u"先着順"_s);
    CHECK(stored.recruitFrom == QDate(2026, 5, 11));
    CHECK(stored.recruitUntil == QDate(2026, 6, 12));
    CHECK(stored.recruitNote == u"延長あり"_s);
    CHECK(stored.publicity == u"市町村を通じて"_s);
    CHECK(stored.beforeEvent == u"事前アンケート"_s);
    CHECK(stored.atEvent == longText);
    CHECK(stored.afterEvent == u"事後アンケート"_s);
    CHECK(stored.assessment == u"前後の比較"_s);
    CHECK(stored.other == u"託児なし"_s);
}

TEST_CASE("a capacity that is no number and a deadline before the start are refused in their fields")
{
    Bureau bureau(u"half-day"_s);
    WorkshopPage page(bureau.context());
    present(page);
    auto *capacity = child<SavedLine>(page, u"capacity"_s);
    overwrite(capacity, u"たくさん"_s);
    QTest::keyClick(capacity->edit(), Qt::Key_Return);
    CHECK_FALSE(capacity->errorText().isEmpty());
    CHECK_FALSE(bureau.all<Workshop>().front().capacity.has_value());

    overwrite(child(page, u"recruitFrom"_s), u"2026/6/12"_s);
    auto *until = child<DateField>(page, u"recruitUntil"_s);
    overwrite(until, u"2026/5/11"_s);
    child(page, u"title"_s)->setFocus();
    CHECK(until->errorText().contains(u"令和8年6月12日"_s));
    CHECK_FALSE(bureau.all<Workshop>().front().recruitUntil.isValid());
}

TEST_CASE("a typed field is undone with one step and shows the old value again")
{
    Bureau bureau(u"half-day"_s);
    WorkshopPage page(bureau.context());
    present(page);
    const QString before = bureau.all<Workshop>().front().place;
    auto *place = child<SavedLine>(page, u"place"_s);
    overwrite(place, u"架空県庁"_s);
    QTest::keyClick(place->edit(), Qt::Key_Return);
    CHECK(bureau.document().undoLabel() == u"研修会の開催場所の変更"_s);
    REQUIRE(bureau.document().undo().has_value());
    CHECK(place->edit()->text() == before);
    REQUIRE(bureau.document().redo().has_value());
    CHECK(place->edit()->text() == u"架空県庁"_s);
}

// The advice of the report (domain 2.3): early in the first half of the fiscal year, mind assembly sessions,
// meet in person, leave room, notify through the municipality, write to the employer.
TEST_CASE("advice fits what is designed and is silent otherwise")
{
    Workshop workshop;
    workshop.heldOn = QDate(2026, 7, 23);
    workshop.method = Workshop::Method::InPerson;
    workshop.publicity = u"市町村を通じて案内し、所属先の長にも依頼する"_s;
    CHECK(adviceIds(workshop).isEmpty());

    workshop.heldOn = QDate(2026, 11, 19);
    CHECK(adviceIds(workshop) == QStringList{u"late-in-year"_s});
    workshop.heldOn = QDate(2026, 9, 17);
    CHECK(adviceIds(workshop) == QStringList{u"assembly"_s});
    workshop.heldOn = {};
    workshop.method = Workshop::Method::Online;
    CHECK(adviceIds(workshop) == QStringList{u"in-person"_s});
    workshop.method = Workshop::Method::Open;
    workshop.publicity.clear();
    CHECK(adviceIds(workshop) == QStringList{u"through-municipality"_s, u"employer"_s});
}

TEST_CASE("advice that was put aside stays away, also when the page is made anew")
{
    Bureau bureau(u"half-day"_s);
    {
        WorkshopPage page(bureau.context());
        present(page);
        const auto buttons = child<SegmentedControl>(page, u"method"_s)->findChildren<QPushButton *>();
        click(buttons.at(2)); // オンライン
        NoticeBar *bar = page.adviceBar(WorkshopAdvice::Field::Method);
        REQUIRE(bar->isVisible());
        click(bar->findChild<QAbstractButton *>());
        CHECK_FALSE(bar->isVisible());
        overwrite(child(page, u"place"_s), u"架空県庁"_s);
        child(page, u"title"_s)->setFocus(); // saved: the page is read anew
        CHECK_FALSE(bar->isVisible());
    }
    WorkshopPage again(bureau.context());
    present(again);
    CHECK_FALSE(again.adviceBar(WorkshopAdvice::Field::Method)->isVisible());
}

TEST_CASE("advice appears behind the fields, and none of them moves when it comes or goes")
{
    Bureau bureau(u"half-day"_s);
    WorkshopPage page(bureau.context());
    present(page);
    page.resize(1150, 640); // as in a window of 1366×768, where the page scrolls
    const auto places = [&page] {
        QStringList found;
        for (const QString &name : {u"title"_s, u"heldOn"_s, u"place"_s, u"capacity"_s, u"publicity"_s,
                                    u"beforeEvent"_s, u"other"_s}) {
            const QPoint at = child(page, name)->mapTo(&page, QPoint());
            found << u"%1 %2,%3"_s.arg(name).arg(at.x()).arg(at.y());
        }
        return found;
    };
    NoticeBar *bar = page.adviceBar(WorkshopAdvice::Field::Method);
    REQUIRE_FALSE(bar->isVisible());
    QApplication::processEvents(); // the page is laid out
    const std::string before = places().join(u'\n').toStdString();
    click(child<SegmentedControl>(page, u"method"_s)->findChildren<QPushButton *>().at(2)); // オンライン
    QApplication::processEvents();
    REQUIRE(bar->isVisible());
    CHECK(bar->text().startsWith(u"開催方法："_s));
    CHECK(places().join(u'\n').toStdString() == before);
    click(bar->findChild<QAbstractButton *>());
    QApplication::processEvents();
    CHECK_FALSE(bar->isVisible());
    CHECK(places().join(u'\n').toStdString() == before);
}

TEST_CASE("a programme has several workshops to choose from, and what is being typed stays with its own")
{
    Bureau bureau(u"half-day"_s);
    WorkshopPage page(bureau.context());
    present(page);
    const qint64 first = bureau.workshop();
    CHECK_FALSE(page.workshopPicker()->isVisible());
    child<QAction>(page, u"addWorkshop"_s)->trigger();
    const qint64 second = bureau.workshop();
    REQUIRE(second != first);
    CHECK(page.workshopPicker()->isVisible());
    CHECK(page.workshopPicker()->count() == 2);

    overwrite(child(page, u"place"_s), u"二つめの会場"_s);
    QTest::keyClick(page.workshopPicker(), Qt::Key_Up);
    CHECK(bureau.workshop() == first);
    const auto stored = RecordTable<Workshop>(bureau.document()).load(second);
    REQUIRE(stored.has_value());
    CHECK(stored->place == u"二つめの会場"_s);
    CHECK(child<SavedLine>(page, u"place"_s)->edit()->text() != u"二つめの会場"_s);

    child<QAction>(page, u"removeWorkshop"_s)->trigger();
    CHECK(bureau.dialogs.asked.size() == 1);
    CHECK(bureau.workshop() == second);
    REQUIRE(bureau.document().undo().has_value());
    CHECK(page.workshopPicker()->count() == 2);
}
