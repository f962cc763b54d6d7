#include "shelltest.h"

#include "programme/plan.h"
#include "programme/programme.h"
#include "shell/editors/datefield.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/linelist.h"
#include "shell/editors/recordlines.h"
#include "shell/editors/refused.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/editors/timefield.h"
#include "shell/theme.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tane;

namespace {

// A window with one field and another thing that can take the focus.
struct Form
{
    QWidget window;
    QLineEdit *other = nullptr;

    explicit Form(QWidget *field)
    {
        applyTheme(*qApp, ThemeChoice::Light);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(field);
        other = new QLineEdit(&window);
        layout->addWidget(other);
        window.resize(420, 300);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        field->setFocus();
    }
};

// As an input method does: QTest cannot press Japanese keys.
void typeText(QWidget *widget, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(widget, &event);
}

struct Goals
{
    shelltest::Desk desk;
    std::unique_ptr<Document> document;
    qint64 group = 0;

    Goals()
    {
        auto made = Document::create(desk.path(u"a.tane"_s));
        REQUIRE(made.has_value());
        document = std::move(*made);
        Programme programme;
        programme.title = u"研修"_s;
        const auto id = RecordTable<Programme>(*document).add(programme, u"作成"_s);
        REQUIRE(id.has_value());
        TargetGroup target;
        target.programme = *id;
        target.name = u"コーディネーター"_s;
        const auto added = RecordTable<TargetGroup>(*document).add(target, u"対象"_s);
        REQUIRE(added.has_value());
        group = *added;
    }
    [[nodiscard]] LineList::Callbacks callbacks(Goal::Term term)
    {
        Goal goal;
        goal.targetGroup = group;
        goal.term = term;
        return recordLines(*document, goal, &Goal::text, u"目標"_s);
    }
    [[nodiscard]] std::vector<LineList::Line> lines(Goal::Term term)
    {
        std::vector<LineList::Line> found;
        const auto all = RecordTable<Goal>(*document).all(u"target_group"_s, group);
        REQUIRE(all.has_value());
        for (const Goal &goal : *all) {
            if (goal.term == term)
                found.push_back({goal.id, goal.text, {}});
        }
        return found;
    }
    [[nodiscard]] QStringList texts(Goal::Term term = Goal::Term::Short)
    {
        QStringList found;
        const auto all = lines(term);
        for (const LineList::Line &line : all)
            found << line.text;
        return found;
    }
};

} // namespace

TEST_CASE("a line is saved on Enter, when it is left, and a moment after typing stops")
{
    QStringList saved;
    auto *line = new SavedLine(u"担当"_s, [&](const QString &text) -> Result<> {
        saved << text;
        return {};
    });
    line->setValue(u"佐野"_s);
    Form form(line);
    line->edit()->setCursorPosition(2);
    QTest::keyClicks(line->edit(), u"A"_s);
    CHECK(line->isDirty());
    CHECK(saved.isEmpty());
    SECTION("Enter")
    {
        QTest::keyClick(line->edit(), Qt::Key_Return);
        CHECK(saved == QStringList{u"佐野A"_s});
        CHECK_FALSE(line->isDirty());
    }
    SECTION("Tab")
    {
        QTest::keyClick(line->edit(), Qt::Key_Tab);
        CHECK(form.other->hasFocus());
        CHECK(saved == QStringList{u"佐野A"_s});
    }
    SECTION("a pause")
    {
        REQUIRE(QTest::qWaitFor([&] { return !saved.isEmpty(); }, 3000));
        CHECK(saved == QStringList{u"佐野A"_s});
        CHECK(line->edit()->hasFocus());
        QTest::qWait(SavedField::saveAfterMilliseconds + 200);
        CHECK(saved.size() == 1);
    }
    SECTION("a space at the end is not stored, but stays while the next word is being written")
    {
        QTest::keyClicks(line->edit(), u" "_s);
        line->commit();
        line->setValue(saved.last());
        CHECK(saved.last() == u"佐野A"_s);
        CHECK(line->edit()->text() == u"佐野A "_s);
        QTest::keyClicks(line->edit(), u"B"_s);
        CHECK(line->edit()->text() == u"佐野A B"_s);
    }
}

TEST_CASE("what is refused stays as it was typed, with the reason below")
{
    bool refuses = true;
    QString stored;
    auto *line = new SavedLine(u"名前"_s, [&](const QString &text) -> Result<> {
        if (refuses)
            return fail(ErrorCode::Conflict, u"同じ名前があります。"_s);
        stored = text;
        return {};
    });
    line->setValue(u"前"_s);
    Form form(line);
    QTest::keyClick(line->edit(), Qt::Key_End);
    QTest::keyClicks(line->edit(), u"x"_s);
    QTest::keyClick(line->edit(), Qt::Key_Return);
    CHECK(line->errorText() == u"同じ名前があります。"_s);
    CHECK(line->edit()->text() == u"前x"_s);
    CHECK(line->edit()->accessibleDescription() == u"同じ名前があります。"_s);
    line->setValue(u"前"_s); // the page is read anew: nothing typed is lost
    CHECK(line->edit()->text() == u"前x"_s);
    refuses = false;
    QTest::keyClicks(line->edit(), u"y"_s);
    CHECK(line->errorText().isEmpty());
    QTest::keyClick(line->edit(), Qt::Key_Return);
    CHECK(stored == u"前xy"_s);
}

TEST_CASE("Ctrl+Z takes back what was typed since the last save and then leaves undo to the window")
{
    auto *line = new SavedLine(u"名前"_s, [](const QString &) { return Result<>(); });
    line->setValue(u"前"_s);
    Form form(line);
    int undone = 0;
    QAction undo(&form.window);
    undo.setShortcut(QKeySequence::Undo);
    form.window.addAction(&undo);
    QObject::connect(&undo, &QAction::triggered, &form.window, [&] { ++undone; });
    QTest::keyClicks(line->edit(), u"xy"_s);
    QTest::keyClick(line->edit(), Qt::Key_Z, Qt::ControlModifier);
    CHECK(line->edit()->text() == u"前"_s);
    CHECK(undone == 0);
    QTest::keyClick(line->edit(), Qt::Key_Z, Qt::ControlModifier);
    CHECK(undone == 1);
    CHECK(line->edit()->text() == u"前"_s);
}

TEST_CASE("reading the page anew takes neither the caret nor the focus nor what is being typed")
{
    auto *text = new SavedText(u"内容"_s, [](const QString &) { return Result<>(); });
    text->setValue(u"一二三四五"_s);
    Form form(text);
    QTextCursor cursor = text->edit()->textCursor();
    cursor.setPosition(2);
    text->edit()->setTextCursor(cursor);
    text->setValue(u"一二三四五"_s);
    CHECK(text->edit()->textCursor().position() == 2);
    typeText(text->edit(), u"新"_s);
    text->setValue(u"一二三四五"_s);
    CHECK(text->shownText() == u"一二新三四五"_s);
    CHECK(text->edit()->hasFocus());
    CHECK(text->commit());
    // An undo elsewhere in the window changes the stored value: the caret stays where it can.
    text->setValue(u"一二三四五"_s);
    CHECK(text->shownText() == u"一二三四五"_s);
    CHECK(text->edit()->textCursor().position() == 3);
    CHECK(text->edit()->hasFocus());
}

TEST_CASE("a text grows with its lines and keeps line breaks")
{
    QString stored;
    auto *text = new SavedText(u"内容"_s, [&](const QString &value) -> Result<> {
        stored = value;
        return {};
    });
    Form form(text);
    const int one = text->edit()->height();
    typeText(text->edit(), u"一行目"_s);
    QTest::keyClick(text->edit(), Qt::Key_Return);
    typeText(text->edit(), u"二行目"_s);
    CHECK(text->edit()->height() > one + 10);
    CHECK(stored.isEmpty());
    QTest::keyClick(text->edit(), Qt::Key_Return, Qt::ControlModifier);
    CHECK(stored == u"一行目\n二行目"_s);
    const int two = text->edit()->height();
    typeText(text->edit(), u"長い文"_s.repeated(60));
    CHECK(text->edit()->height() > two + 40);
}

TEST_CASE("a date is read as officers write it and shown in the era with its weekday")
{
    QList<QDate> saved;
    auto *field = new DateField(u"開催日"_s, [&](QDate date) -> Result<> {
        saved << date;
        return {};
    });
    Form form(field);
    QTest::keyClicks(field->edit(), u"R8.11.21"_s);
    CHECK(saved.isEmpty()); // not while it is being typed
    QTest::keyClick(field->edit(), Qt::Key_Return);
    REQUIRE(saved == QList<QDate>{QDate(2026, 11, 21)});
    CHECK(field->edit()->text() == u"令和8年11月21日"_s);
    bool weekday = false;
    const auto labels = field->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        weekday = weekday || label->text() == u"(土)"_s; // 2026-11-21 is a Saturday
    CHECK(weekday);

    SECTION("the same day in another spelling is no change")
    {
        field->edit()->selectAll();
        QTest::keyClicks(field->edit(), u"2026/11/21"_s);
        QTest::keyClick(field->edit(), Qt::Key_Return);
        CHECK(saved.size() == 1);
        CHECK(field->edit()->text() == u"令和8年11月21日"_s);
        CHECK_FALSE(field->isDirty());
    }
    SECTION("a day that does not exist is refused in place")
    {
        field->edit()->selectAll();
        QTest::keyClicks(field->edit(), u"2026/2/30"_s);
        QTest::keyClick(field->edit(), Qt::Key_Tab);
        CHECK(saved.size() == 1);
        CHECK(field->edit()->text() == u"2026/2/30"_s);
        CHECK(field->errorText().contains(u"2026/2/30"_s));
        CHECK(field->errorText().contains(u"日はありません"_s));
        CHECK(refusedEntries(&form.window).startsWith(u"開催日は保存されていません：「2026/2/30」"_s));
        field->revert();
        CHECK(refusedEntries(&form.window).isEmpty());
    }
    SECTION("a day without its year lies in the fiscal year of the work")
    {
        field->setEarliest(QDate(2027, 4, 1));
        field->edit()->selectAll();
        QTest::keyClicks(field->edit(), u"12/10"_s);
        QTest::keyClick(field->edit(), Qt::Key_Return);
        CHECK(saved.last() == QDate(2027, 12, 10));
        CHECK(field->edit()->text() == u"令和9年12月10日"_s);
    }
    SECTION("an emptied field means not fixed")
    {
        field->edit()->selectAll();
        QTest::keyClick(field->edit(), Qt::Key_Delete);
        QTest::keyClick(field->edit(), Qt::Key_Return);
        REQUIRE(saved.size() == 2);
        CHECK_FALSE(saved.last().isValid());
    }
    SECTION("the calendar is opened by key and chosen from by key")
    {
        QTest::keyClick(field->edit(), Qt::Key_Down, Qt::AltModifier);
        QWidget *popup = QApplication::activePopupWidget();
        REQUIRE(popup);
        QWidget *view = popup->findChild<QWidget *>(u"qt_calendar_calendarview"_s);
        REQUIRE(view);
        QTest::keyClick(view, Qt::Key_Right);
        QTest::keyClick(view, Qt::Key_Return);
        REQUIRE(saved.size() == 2);
        CHECK(saved.last() == QDate(2026, 11, 22));
        CHECK(QApplication::activePopupWidget() == nullptr);
    }
}

TEST_CASE("times are read as they are written in running orders")
{
    const auto read = [](const QString &text) { return parseTime(text); };
    CHECK(read(u"9:30"_s) == QTime(9, 30));
    CHECK(read(u"930"_s) == QTime(9, 30));
    CHECK(read(u"0930"_s) == QTime(9, 30));
    CHECK(read(u"９：３０"_s) == QTime(9, 30));
    CHECK(read(u"9時30分"_s) == QTime(9, 30));
    CHECK(read(u"9時半"_s) == QTime(9, 30));
    CHECK(read(u"13時"_s) == QTime(13, 0));
    CHECK(read(u"午後1時30分"_s) == QTime(13, 30));
    CHECK(read(u"午前12:15"_s) == QTime(0, 15));
    for (const QString &wrong :
         {u"9"_s, u"9:"_s, u"24:00"_s, u"9:60"_s, u"12345"_s, u"九時"_s, u"午後13時"_s})
        CHECK_FALSE(read(wrong));

    QList<QTime> saved;
    auto *field = new TimeField(u"開始"_s, [&](QTime time) -> Result<> {
        saved << time;
        return {};
    });
    Form form(field);
    QTest::keyClicks(field->edit(), u"1305"_s);
    QTest::keyClick(field->edit(), Qt::Key_Tab);
    REQUIRE(saved == QList<QTime>{QTime(13, 5)});
    CHECK(field->edit()->text() == u"13:05"_s);
    field->edit()->setFocus();
    field->edit()->selectAll();
    QTest::keyClicks(field->edit(), u"25:00"_s);
    QTest::keyClick(field->edit(), Qt::Key_Return);
    CHECK(saved.size() == 1);
    CHECK(field->errorText().contains(u"25:00"_s));
    QTest::keyClick(field->edit(), Qt::Key_Escape);
    CHECK(field->edit()->text() == u"13:05"_s);
    CHECK(field->errorText().isEmpty());
}

TEST_CASE("Enter starts the next line of a list, Backspace in an empty one takes it away")
{
    Goals goals;
    auto *list = new LineList(u"短期の目標"_s, goals.callbacks(Goal::Term::Short));
    list->setPlaceholder(u"目標を1行に1つ書きます"_s);
    list->setLines(goals.lines(Goal::Term::Short));
    Form form(list);
    REQUIRE(list->rowCount() == 1); // empty: one line to write into
    QWidget *first = list->editorAt(0);
    first->setFocus();
    typeText(first, u"一つ目"_s);
    QTest::keyClick(first, Qt::Key_Return);
    CHECK(goals.texts() == QStringList{u"一つ目"_s});
    REQUIRE(list->rowCount() == 2);
    QWidget *second = list->editorAt(1);
    REQUIRE(second->hasFocus());
    typeText(second, u"二つ目"_s);
    QTest::keyClick(second, Qt::Key_Return, Qt::ShiftModifier); // breaks inside the line
    typeText(second, u"続き"_s);
    QTest::keyClick(second, Qt::Key_Return);
    CHECK(goals.texts() == QStringList{u"一つ目"_s, u"二つ目\n続き"_s});
    CHECK(list->count() == 2);
    CHECK(goals.document->undoLabel() == u"目標の追加"_s);

    // Reading anew keeps the empty line that was begun.
    list->setLines(goals.lines(Goal::Term::Short));
    REQUIRE(list->rowCount() == 3);
    CHECK(list->editorAt(2)->hasFocus());
    QTest::keyClick(list->editorAt(2), Qt::Key_Backspace);
    CHECK(list->rowCount() == 2);
    CHECK(second->hasFocus());

    SECTION("a line between two others is stored between them")
    {
        QTest::keyClick(second, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(second, Qt::Key_Up);
        REQUIRE(first->hasFocus());
        QTest::keyClick(first, Qt::Key_Return);
        typeText(list->editorAt(1), u"間"_s);
        QTest::keyClick(list->editorAt(1), Qt::Key_Return, Qt::ControlModifier);
        CHECK(goals.texts() == QStringList{u"一つ目"_s, u"間"_s, u"二つ目\n続き"_s});
    }
    SECTION("an emptied line is deleted when it is left, and undo brings it back")
    {
        auto *edit = qobject_cast<GrowingEdit *>(first);
        first->setFocus();
        edit->selectAll();
        QTest::keyClick(first, Qt::Key_Delete);
        CHECK(goals.texts().size() == 2); // not while it may be written anew
        form.other->setFocus();
        CHECK(goals.texts() == QStringList{u"二つ目\n続き"_s});
        CHECK(goals.document->undoLabel() == u"目標の削除"_s);
        REQUIRE(goals.document->undo().has_value());
        list->setLines(goals.lines(Goal::Term::Short));
        CHECK(list->count() == 2);
        CHECK(qobject_cast<GrowingEdit *>(list->editorAt(0))->toPlainText() == u"一つ目"_s);
    }
    SECTION("what undo takes away goes from the list, and the focus to its neighbour")
    {
        second->setFocus();
        REQUIRE(goals.document->undo().has_value());
        list->setLines(goals.lines(Goal::Term::Short));
        CHECK(list->rowCount() == 1);
        CHECK(first->hasFocus());
        form.other->setFocus();
        CHECK(goals.texts() == QStringList{u"一つ目"_s}); // leaving it does not bring it back
    }
    SECTION("Alt and the arrows change the order")
    {
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Up, Qt::AltModifier);
        CHECK(goals.texts() == QStringList{u"二つ目\n続き"_s, u"一つ目"_s});
        CHECK(second->hasFocus());
        CHECK(list->editorAt(0) == second);
        CHECK(goals.document->undoLabel() == u"目標の並べ替え"_s);
        QTest::keyClick(second, Qt::Key_Up, Qt::AltModifier); // already the first
        CHECK(goals.texts().first() == u"二つ目\n続き"_s);
        QTest::keyClick(second, Qt::Key_Down, Qt::AltModifier);
        CHECK(goals.texts().first() == u"一つ目"_s);
    }
}

TEST_CASE("a page that reads the list anew at every change shows every line once")
{
    Goals goals;
    auto *list = new LineList(u"短期の目標"_s, goals.callbacks(Goal::Term::Short));
    list->setLines({});
    Form form(list);
    QObject::connect(goals.document.get(), &Document::changed, list,
                     [&] { list->setLines(goals.lines(Goal::Term::Short)); });
    list->editorAt(0)->setFocus();
    for (const QString &text : {u"一"_s, u"二"_s, u"三"_s}) {
        typeText(list->editorAt(list->rowCount() - 1), text);
        QTest::keyClick(list->editorAt(list->rowCount() - 1), Qt::Key_Return);
    }
    CHECK(goals.texts() == QStringList{u"一"_s, u"二"_s, u"三"_s});
    CHECK(list->rowCount() == 4);
    CHECK(list->editorAt(3)->hasFocus());
    QTest::keyClick(list->editorAt(3), Qt::Key_Up);
    QTest::keyClick(list->editorAt(2), Qt::Key_Up, Qt::AltModifier);
    CHECK(goals.texts() == QStringList{u"一"_s, u"三"_s, u"二"_s});
    CHECK(qobject_cast<GrowingEdit *>(list->editorAt(1))->toPlainText() == u"三"_s);
    CHECK(list->editorAt(1)->hasFocus());
    QApplication::clipboard()->setText(u"四\n五"_s);
    QTest::keyClick(list->editorAt(1), Qt::Key_V, Qt::ControlModifier);
    CHECK(goals.texts() == QStringList{u"一"_s, u"三"_s, u"四"_s, u"五"_s, u"二"_s});
    CHECK(list->rowCount() == 5);
    REQUIRE(goals.document->undo().has_value());
    CHECK(list->rowCount() == 3);
}

TEST_CASE("pasted lines become entries of their own in one undo step")
{
    Goals goals;
    auto *list = new LineList(u"短期の目標"_s, goals.callbacks(Goal::Term::Short));
    list->setLines({});
    Form form(list);
    list->editorAt(0)->setFocus();
    QApplication::clipboard()->setText(u"・役割を説明できる\r\n●\t市町村と共有する\n\n三つ目\n"_s);
    QTest::keyClick(list->editorAt(0), Qt::Key_V, Qt::ControlModifier);
    CHECK(goals.texts() == QStringList{u"役割を説明できる"_s, u"市町村と共有する"_s, u"三つ目"_s});
    CHECK(list->rowCount() == 3);
    CHECK(list->editorAt(2)->hasFocus());
    REQUIRE(goals.document->undo().has_value());
    CHECK(goals.texts().isEmpty());
}

TEST_CASE("a line is dragged to another place, and let go of with Escape")
{
    Goals goals;
    auto callbacks = goals.callbacks(Goal::Term::Short);
    REQUIRE(callbacks.add({u"一"_s, u"二"_s, u"三"_s}, 0).has_value());
    auto *list = new LineList(u"短期の目標"_s, callbacks);
    list->setLines(goals.lines(Goal::Term::Short));
    CHECK(list->rowCount() == 3);
    Form form(list);
    QTest::qWait(20);
    QWidget *handle = list->handleAt(0);
    const auto inside = [&](int row, double part) {
        const QWidget *edit = list->editorAt(row);
        return handle->mapFromGlobal(edit->mapToGlobal(QPoint(10, static_cast<int>(edit->height() * part))));
    };
    QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
    QTest::mouseMove(handle, inside(1, 0.5));
    QTest::mouseMove(handle, inside(2, 0.8));
    SECTION("dropped below the last")
    {
        QTest::mouseRelease(handle, Qt::LeftButton, {}, inside(2, 0.8));
        CHECK(goals.texts() == QStringList{u"二"_s, u"三"_s, u"一"_s});
    }
    SECTION("let go of")
    {
        QTest::keyClick(handle, Qt::Key_Escape);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, inside(2, 0.8));
        CHECK(goals.texts() == QStringList{u"一"_s, u"二"_s, u"三"_s});
    }
}

TEST_CASE("in a file opened read-only a list shows its lines and takes no keys")
{
    Goals goals;
    auto callbacks = goals.callbacks(Goal::Term::Short);
    REQUIRE(callbacks.add({u"一"_s}, 0).has_value());
    auto *list = new LineList(u"短期の目標"_s, callbacks);
    list->setReadOnly(true);
    list->setLines(goals.lines(Goal::Term::Short));
    Form form(list);
    QTest::keyClick(list->editorAt(0), Qt::Key_Return);
    typeText(list->editorAt(0), u"x"_s);
    form.other->setFocus();
    CHECK(list->rowCount() == 1);
    CHECK(goals.texts() == QStringList{u"一"_s});
}
