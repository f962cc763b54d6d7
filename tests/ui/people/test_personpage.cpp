#include "peoplefixture.h"

#include "parts/wordchips.h"
#include "people/affiliationscard.h"
#include "people/assessmentpanel.h"
#include "people/ladderpage.h"
#include "people/personfields.h"
#include "people/personpage.h"
#include "people/privacycard.h"
#include "people/timelinecard.h"
#include "shell/editors/datefield.h"
#include "shell/editors/savedline.h"
#include "shell/flowlayout.h"
#include "shell/mainwindow.h"
#include "shell/navbar.h"
#include "shell/theme.h"
#include "shell/workspace.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

void show(PersonPage &page, qint64 person)
{
    present(page);
    REQUIRE(page.reveal(u"person"_s, person));
    QCoreApplication::processEvents();
}

bool timelineHas(const TimelineCard &timeline, const QString &text)
{
    for (int row = 0; row < timeline.count(); ++row) {
        if (timeline.textAt(row).contains(text))
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("what is put before the last of a line moves it along, also when the line stays as high")
{
    QWidget line;
    line.resize(400, 34);
    auto *flow = new FlowLayout(4, &line);
    auto *last = new QToolButton(&line);
    flow->addWidget(last);
    line.show();
    QTest::qWait(30);
    flow->removeWidget(last);
    auto *first = new QToolButton(&line);
    flow->addWidget(first);
    first->show();
    flow->addWidget(last);
    QTest::qWait(30);
    CHECK(last->x() >= first->x() + first->width());
}

TEST_CASE(
    "every field of a person is saved at once, undone by its name, and there after opening the file again")
{
    Kakuken office;
    const qint64 aoki = office.person(u"青木 はる"_s);
    {
        PersonPage page(office.context());
        show(page, aoki);
        overwrite(page.fields()->nameField()->edit(), u"青木 春"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        CHECK(office.document().undoLabel() == u"人材の氏名の変更"_s);
        overwrite(child<SavedLine>(page, u"email"_s)->edit(), u"haru@example.jp"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        auto *since = child<DateField>(*page.fields(), u"since"_s);
        overwrite(since->edit(), u"R5.4.1"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        overwrite(page.fields()->nameField()->edit(), u""_s);
        QTest::keySequence(QApplication::focusWidget(), QKeySequence::SelectAll);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        CHECK_FALSE(page.fields()->nameField()->errorText().isEmpty()); // somebody has a name
        page.fields()->nameField()->revert();
        // A qualification from the list, and a role of her own.
        QComboBox *roles = page.fields()->roles()->box();
        roles->setFocus();
        write(u"研修の助言者"_s);
        QTest::keyClick(roles->lineEdit(), Qt::Key_Return);
        CHECK(page.fields()->roles()->words() == QStringList{u"コーディネーター"_s, u"研修の助言者"_s});
        QComboBox *qualifications = page.fields()->qualifications()->box();
        REQUIRE(qualifications->findText(u"保健師"_s) >= 0);
        qualifications->setFocus();
        write(u"保健師"_s);
        QTest::keyClick(qualifications->lineEdit(), Qt::Key_Return);
    }
    office.reopen();
    PersonRecord stored = office.record(u"青木 春"_s);
    CHECK(stored.person.id == aoki);
    CHECK(stored.person.email == u"haru@example.jp"_s);
    CHECK(stored.person.since == QDate(2023, 4, 1)); // 令和5年 is 2023
    CHECK(stored.roles == QStringList{u"コーディネーター"_s, u"研修の助言者"_s});
    CHECK(stored.qualifications == QStringList{u"保健師"_s});

    PersonPage page(office.context());
    show(page, aoki);
    auto chips = page.fields()->roles()->findChildren<QWidget *>(u"chip"_s);
    chips.removeIf([](const QWidget *chip) { return !chip->isVisible(); });
    REQUIRE(chips.size() == 2);
    click(chips[0]);
    CHECK(office.record(u"青木 春"_s).roles == QStringList{u"研修の助言者"_s});
    CHECK(office.document().undoLabel() == u"立場の変更"_s);
    REQUIRE(office.document().undo().has_value());
    CHECK(page.fields()->roles()->words() == QStringList{u"コーディネーター"_s, u"研修の助言者"_s});
}

TEST_CASE("what is typed about one person is saved with her, not with the next one shown")
{
    Kakuken office;
    PersonPage page(office.context());
    show(page, office.person(u"青木 はる"_s));
    overwrite(child<SavedLine>(page, u"email"_s)->edit(), u"haru@example.jp"_s);
    REQUIRE(page.reveal(u"person"_s, office.person(u"江口 結"_s)));
    CHECK(child<SavedLine>(page, u"email"_s)->edit()->text().isEmpty());
    CHECK(office.record(u"青木 はる"_s).person.email == u"haru@example.jp"_s);
    CHECK(office.record(u"江口 結"_s).person.email.isEmpty());
}

TEST_CASE("a transfer ends one affiliation, begins another, and keeps the history")
{
    Kakuken office;
    PersonPage page(office.context());
    show(page, office.person(u"青木 はる"_s));
    office.dialogs.text = u"令和8年4月1日"_s;
    click(child(page, u"transfer"_s));
    REQUIRE(page.affiliations()->rows().size() == 2);
    AffiliationRow *fresh = page.affiliations()->rows().front();
    const int west = fresh->centre()->findData(office.westCentre);
    REQUIRE(west > 0);
    fresh->centre()->setCurrentIndex(west);
    Q_EMIT fresh->centre()->activated(west);
    const PersonRecord moved = office.record(u"青木 はる"_s);
    REQUIRE(moved.affiliations.size() == 2);
    CHECK(moved.affiliations[0].centre == office.westCentre);
    CHECK(moved.affiliations[0].fromOn == QDate(2026, 4, 1));
    CHECK(moved.affiliations[1].centre == office.eastCentre);
    CHECK(moved.affiliations[1].untilOn == QDate(2026, 3, 31));
    CHECK(timelineHas(*page.timeline(), u"西部センター"_s));
    REQUIRE(office.document().undo().has_value());
    REQUIRE(office.document().undo().has_value()); // the transfer is one step
    CHECK(office.record(u"青木 はる"_s).affiliations.size() == 1);
    CHECK_FALSE(office.record(u"青木 はる"_s).affiliations[0].untilOn.isValid());
}

TEST_CASE("an assessment is added, corrected and deleted on the person's page")
{
    Kakuken office;
    PersonPage page(office.context());
    show(page, office.person(u"小森 凛"_s));
    REQUIRE(timelineHas(*page.timeline(), u"1-2"_s));
    click(child(page, u"assess"_s));
    REQUIRE(page.panel()->isVisible());
    page.panel()->setLevel(6);
    write(u"協議の場で説明した"_s);
    click(child(page, u"saveAssessment"_s));
    CHECK_FALSE(page.panel()->isVisible());
    REQUIRE(office.record(u"小森 凛"_s).assessments.size() == 2);
    CHECK(timelineHas(*page.timeline(), u"2-1"_s));

    const qint64 id = office.record(u"小森 凛"_s).assessments.back().id;
    QWidget *event = child(*page.timeline(), u"event%1"_s.arg(id));
    click(child(*event, u"edit"_s));
    CHECK(page.panel()->level() == 6);
    overwrite(child(page, u"evidence"_s), u"圏域の会議で説明した"_s);
    click(child(page, u"saveAssessment"_s));
    REQUIRE(office.record(u"小森 凛"_s).assessments.size() == 2);
    CHECK(office.record(u"小森 凛"_s).assessments.back().evidence == u"圏域の会議で説明した"_s);
    CHECK(office.document().undoLabel() == u"評価の変更"_s);

    click(child(*child(*page.timeline(), u"event%1"_s.arg(id)), u"remove"_s));
    CHECK(office.record(u"小森 凛"_s).assessments.size() == 1);
    REQUIRE(office.document().undo().has_value());
    CHECK(office.record(u"小森 凛"_s).assessments.size() == 2);
}

TEST_CASE("an assessment to be corrected opens at its top, and only the page scrolls")
{
    Kakuken office;
    const qint64 person = office.person(u"小森 凛"_s);
    Assessment seen{.person = person, .assessedOn = QDate(2024, 5, 1), .level = 2};
    seen.observed = u"0.a,0.b,0.c,1-1.a"_s;
    const auto id = RecordTable<Assessment>(office.document()).add(seen, u"評価の記録"_s);
    REQUIRE(id.has_value());
    for (int day = 1; day <= 8; ++day) // a long story, and hers is at its end
        office.assess(person, QDate(2025, 5, day), 4);
    PersonPage page(office.context());
    show(page, person);
    click(child(*child(*page.timeline(), u"event%1"_s.arg(*id)), u"edit"_s));
    QCoreApplication::processEvents();
    REQUIRE(page.panel()->isVisible());
    CHECK(page.panel()->findChildren<QScrollArea *>().isEmpty());
    const QWidget *seenArea = page.findChild<QScrollArea *>()->viewport();
    const int top = page.panel()->mapTo(seenArea, QPoint()).y();
    CHECK(top >= 0);
    CHECK(top < 40);
    const QWidget *focus = QApplication::focusWidget();
    REQUIRE(focus != nullptr);
    CHECK(page.panel()->isAncestorOf(focus));
    const int y = focus->mapTo(seenArea, QPoint()).y();
    CHECK(y >= 0);
    CHECK(y + focus->height() <= seenArea->height());
}

TEST_CASE("what is known of somebody is listed, her name is taken away on demand, and undo brings it back")
{
    Kakuken office;
    PersonPage page(office.context());
    const qint64 aoki = office.person(u"青木 はる"_s);
    show(page, aoki);
    click(child(page, u"listKnown"_s));
    REQUIRE(page.privacy()->known()->rowCount() > 0);
    QStringList facts;
    for (int row = 0; row < page.privacy()->known()->rowCount(); ++row)
        facts << page.privacy()->known()->item(row, 2)->text();
    CHECK(facts.join(u'\n').contains(u"青木 はる"_s));
    office.dialogs.fileToSave = office.path(u"known.xlsx"_s);
    click(child(page, u"exportKnown"_s));
    CHECK(QFile::exists(office.path(u"known.xlsx"_s)));
    CHECK_FALSE(office.dialogs.suggested.contains(u"青木"_s));

    office.dialogs.confirmed = false;
    click(child(page, u"anonymise"_s));
    CHECK(office.registry().person(aoki)->person.name == u"青木 はる"_s);
    office.dialogs.confirmed = true;
    click(child(page, u"anonymise"_s));
    CHECK(office.dialogs.asked.back().contains(u"統計"_s)); // it says what stays
    CHECK(office.registry().person(aoki)->person.anonymous);
    CHECK_FALSE(office.registry().person(aoki)->person.name.contains(u"青木"_s));
    CHECK(office.registry().person(aoki)->assessments.size() == 1);
    REQUIRE(office.document().undo().has_value());
    CHECK(office.registry().person(aoki)->person.name == u"青木 はる"_s);
}

TEST_CASE("a person who is deleted is gone from her page, and undo brings her back there")
{
    Kakuken office;
    PersonPage page(office.context());
    const qint64 aoki = office.person(u"青木 はる"_s);
    show(page, aoki);
    bool back = false;
    QObject::connect(&page, &Page::backRequested, [&] { back = true; });
    click(child(page, u"removePerson"_s));
    CHECK(back);
    CHECK(office.registry().person(aoki) == nullptr);
    CHECK_FALSE(page.fields()->isVisible());
    REQUIRE(office.document().undo().has_value());
    CHECK(page.fields()->isVisible());
    CHECK(page.fields()->nameField()->edit()->text() == u"青木 はる"_s);
}

TEST_CASE("a person opened from the board leads back to it")
{
    Kakuken office;
    applyTheme(*qApp, ThemeChoice::Light);
    Settings settings(office.path(u"window.ini"_s));
    MainWindow window(settings, office.dialogs, pageRegistry());
    const qint64 aoki = office.person(u"青木 はる"_s);
    const QString file = office.document().path();
    const QString copy = office.path(u"copy.tane"_s);
    REQUIRE(QFile::copy(file, copy));
    window.controller()->openPath(copy);
    window.show();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    Workspace &workspace = *window.workspace();
    CHECK(workspace.navigation()->entry(u"person"_s) == nullptr); // it has no entry of its own
    workspace.showPage(u"people"_s);
    auto *ladder = qobject_cast<LadderPage *>(workspace.page(u"people"_s));
    REQUIRE(ladder != nullptr);
    Q_EMIT ladder->openRow(u"person"_s, u"person"_s, aoki);
    CHECK(workspace.currentPage() == u"person"_s);
    CHECK(workspace.navigation()->current() == u"people"_s);
    auto *person = qobject_cast<PersonPage *>(workspace.page(u"person"_s));
    REQUIRE(person != nullptr);
    CHECK(person->person() == aoki);
    click(child(*person, u"back"_s));
    CHECK(workspace.currentPage() == u"people"_s);
    workspace.showPage(u"person"_s); // shows nobody of its own accord
    CHECK(workspace.currentPage() == u"people"_s);
}
