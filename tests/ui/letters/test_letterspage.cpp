// The page of letters in the real window, by keys; and its pages as PDF readers see them.
#include "../scripteddialogs.h"

#include "core/exchange/ziptesting.h"
#include "lettersoffice.h"
#include "paper/letterpaper.h"
#include "participants/letterfieldsform.h"
#include "participants/letterlist.h"
#include "participants/letterspage.h"
#include "printing/pageview.h"
#include "printing/previewdialog.h"
#include "shell/editors/datefield.h"
#include "shell/editors/savedline.h"
#include "shell/mainwindow.h"
#include "shell/settings.h"
#include "shell/widgets.h"
#include "shell/workspace.h"
#include "ui/poppler.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace letterstest;
using namespace storagetest;

namespace {

/// The office with the window open on its letters.
struct Desk
{
    explicit Desk(Office &office)
        : settings(office.folder(u"settings.ini"_s))
        , path(office.document->path())
    {
        office.document.reset(); // the window opens the file
        window = std::make_unique<MainWindow>(settings, answers, pageRegistry());
        window->controller()->openPath(path);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        window->workspace()->showPage(u"letters"_s);
        page = qobject_cast<LettersPage *>(window->workspace()->page(u"letters"_s));
        REQUIRE(page != nullptr);
        QCoreApplication::processEvents();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        REQUIRE(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }
    /// Japanese text, as from an input method.
    static void write(const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        REQUIRE(QApplication::focusWidget() != nullptr);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    template<class W>
    [[nodiscard]] W *child(const QString &name) const
    {
        W *found = nullptr;
        for (W *each : page->findChildren<W *>(name))
            if (found == nullptr || each->isVisible())
                found = each;
        INFO(name.toStdString());
        REQUIRE(found != nullptr);
        return found;
    }
    void overwrite(SavedField *field, const QString &text) const
    {
        field->setFocus(Qt::TabFocusReason);
        key(Qt::Key_A, Qt::ControlModifier);
        write(text);
        key(Qt::Key_Return);
    }

    Settings settings;
    test::ScriptedDialogs answers{true};
    QString path;
    std::unique_ptr<MainWindow> window;
    LettersPage *page = nullptr;
};

QString joined(QString text)
{
    return text.remove(QRegularExpression(u"\\s"_s));
}

} // namespace

TEST_CASE("every field of every letter can be read in its PDF")
{
    Office office;
    office.participant(u"001"_s, u"青木 はる"_s, Participant::State::Accepted);
    office.participant(u"002"_s, u"江口 結"_s, Participant::State::Waiting);
    int number = 1000;
    for (const LetterKind kind : allLetterKinds()) {
        QStringList marks;
        for (const LetterField &field : letterFields(office.source(), kind)) {
            if (field.type == LetterField::Type::Flag)
                continue;
            const bool date = field.type == LetterField::Type::Date;
            const QString mark = date ? u"2026-10-05"_s : u"zq%1."_s.arg(++number);
            office.fill(kind, field.key, mark);
            marks << (date ? u"令和8年10月5日"_s : mark);
        }
        const LetterSource source = office.source();
        const std::vector<LetterRecipient> all = letterRecipients(source, kind);
        const QString path = office.folder(u"手紙.pdf"_s);
        succeeds(writePagesPdf(
            path, letterPaper({makeLetter(source, kind, all.empty() ? nullptr : &all.front())})));
        const QString text = joined(tane::testing::pdfText(path));
        for (const QString &mark : std::as_const(marks)) {
            INFO(letterCode(kind).toStdString() << ": " << mark.toStdString());
            CHECK(text.contains(mark));
        }
    }
}

TEST_CASE("letters to several begin each on a page of its own, and a long one goes on")
{
    Office office;
    const LetterSource source = office.source();
    const auto all = letterRecipients(source, LetterKind::Municipality);
    const QString path = office.folder(u"手紙.pdf"_s);
    succeeds(writePagesPdf(path, letterPaper(makeLetters(source, LetterKind::Municipality, all))));
    const QStringList pages = tane::testing::pdfPages(path);
    REQUIRE(pages.size() == 3);
    for (const QString &page : pages)
        CHECK(joined(page).contains(u"以上"_s));

    QStringList body;
    for (int line = 1; line <= 90; ++line)
        body << u"段落%1。"_s.arg(line);
    office.fill(LetterKind::Municipality, u"body"_s, body.join(u'\n'));
    succeeds(writePagesPdf(path, letterPaper({makeLetter(office.source(), LetterKind::Municipality)})));
    const QStringList longer = tane::testing::pdfPages(path);
    CHECK(longer.size() == 3); // 90 lines and the rest at 42 lines a page
    const QString text = joined(longer.join(QString()));
    for (int line = 1; line <= 90; ++line)
        CHECK(text.contains(u"段落%1。"_s.arg(line)));
    CHECK(text.contains(u"以上"_s));
}

TEST_CASE("a letter is filled in by keys, taken back, and there again after opening the file anew")
{
    Office office;
    Desk desk(office);
    LetterList *kinds = desk.page->kinds();
    CHECK(kinds->currentCode() == u"leaflet"_s);
    kinds->setFocus(Qt::TabFocusReason);
    desk.key(Qt::Key_Down);
    CHECK(kinds->currentCode() == u"letter-municipality"_s);
    CHECK(kinds->state(u"letter-municipality"_s) == u"下書き・未入力 5"_s);
    CHECK(desk.child<NoticeBar>(u"missing"_s)->text().contains(u"文書番号、発信日"_s));

    desk.overwrite(desk.child<SavedLine>(u"number"_s), u"地包第123号"_s);
    desk.overwrite(desk.child<DateField>(u"date"_s), u"R8.9.1"_s);
    CHECK(kinds->state(u"letter-municipality"_s) == u"下書き・未入力 3"_s);
    CHECK(desk.window->controller()->document()->undoLabel() == u"市町村への通知の発信日の変更"_s);
    // One for all letters.
    desk.overwrite(desk.child<SavedLine>(u"person"_s), u"佐野"_s);
    CHECK(kinds->state(u"leaflet"_s) == u"下書き・未入力 2"_s);
    succeeds(desk.window->controller()->document()->undo());
    CHECK(desk.child<SavedLine>(u"person"_s)->edit()->text().isEmpty());
    CHECK(kinds->state(u"leaflet"_s) == u"下書き・未入力 3"_s);
    succeeds(desk.window->controller()->document()->redo());
    desk.overwrite(desk.child<SavedLine>(u"phone"_s), u"000-000-0000"_s);
    desk.overwrite(desk.child<SavedLine>(u"email"_s), u"care@pref.example.jp"_s);
    CHECK(kinds->state(u"letter-municipality"_s) == u"入力済み"_s);
    CHECK_FALSE(desk.child<NoticeBar>(u"missing"_s)->isVisible());

    desk.window.reset();
    const auto again = valueOf(Document::open(desk.path));
    const QString text = textOf(makeLetter(
        valueOf(loadLetterSource(*again, office.workshop, QDate(2026, 9, 1))), LetterKind::Municipality));
    for (const QString &part : {u"地包第123号"_s, u"令和8年9月1日"_s, u"担当：佐野"_s, u"000-000-0000"_s})
        CHECK(text.contains(part));
    CHECK_FALSE(text.contains(missingMark()));
}

TEST_CASE("the subject changed by hand can be put back to what is proposed")
{
    Office office;
    Desk desk(office);
    desk.page->kinds()->setCurrentCode(u"letter-officer"_s);
    QCoreApplication::processEvents();
    auto *subject = desk.child<SavedLine>(u"subject"_s);
    const QString proposed = subject->edit()->text();
    CHECK(proposed == u"「つながる研修会」への参加について（依頼）"_s);
    auto *back = desk.child<QPushButton>(u"subjectBack"_s);
    CHECK_FALSE(back->isVisible());
    desk.overwrite(subject, u"お願い"_s);
    REQUIRE(back->isVisible());
    back->setFocus();
    desk.key(Qt::Key_Space);
    CHECK(subject->edit()->text() == proposed);
    CHECK_FALSE(back->isVisible());
}

TEST_CASE("the municipalities chosen get a file each, the others none")
{
    Office office;
    Desk desk(office);
    desk.page->kinds()->setCurrentCode(u"letter-municipality"_s);
    QCoreApplication::processEvents();
    QListWidget *recipients = desk.page->recipients();
    REQUIRE(recipients->count() == 4); // the common one and three municipalities
    recipients->setFocus(Qt::TabFocusReason);
    recipients->setCurrentRow(1);
    const QString first = recipients->item(1)->text();
    desk.key(Qt::Key_Space); // takes the tick away
    CHECK(recipients->item(1)->checkState() == Qt::Unchecked);
    desk.page->scope()->setCurrentIndex(2);
    CHECK_FALSE(desk.child<QPushButton>(u"print"_s)->isEnabled()); // files only
    QDir(office.folder.dir.path()).mkdir(u"宛先ごと"_s);
    desk.answers.folderToOpen = office.folder(u"宛先ごと"_s);
    auto *word = desk.child<QPushButton>(u"saveDocx"_s);
    word->setFocus();
    desk.key(Qt::Key_Space);
    const QStringList files = QDir(desk.answers.folderToOpen).entryList(QDir::Files);
    REQUIRE(files.size() == 2);
    for (const QString &file : files) {
        CHECK(file.startsWith(u"市町村への通知_"_s));
        CHECK(file.endsWith(u".docx"_s));
        CHECK_FALSE(wordText(QDir(desk.answers.folderToOpen).filePath(file)).contains(first));
    }
    // All of them in one file, and printed.
    desk.page->scope()->setCurrentIndex(1);
    desk.answers.fileToSave = office.folder(u"まとめて.pdf"_s);
    auto *pdf = desk.child<QPushButton>(u"savePdf"_s);
    pdf->setFocus();
    desk.key(Qt::Key_Space);
    CHECK(tane::testing::pdfPages(desk.answers.fileToSave).size() == 2);
    CHECK(desk.answers.suggested == u"市町村への通知.pdf"_s);
    PreviewDialog *preview = desk.page->print();
    REQUIRE(preview != nullptr);
    CHECK(preview->view()->pageCount() == 2);
    preview->close();
    // The one shown follows the list.
    desk.page->scope()->setCurrentIndex(0);
    recipients->setCurrentRow(2);
    desk.answers.fileToSave = office.folder(u"一通.docx"_s);
    word->setFocus();
    desk.key(Qt::Key_Space);
    CHECK(wordText(desk.answers.fileToSave).contains(recipients->item(2)->text()));
}

TEST_CASE("a letter to participants waits until there is somebody to write to")
{
    Office office;
    Desk desk(office);
    desk.page->kinds()->setCurrentCode(u"acceptance"_s);
    QCoreApplication::processEvents();
    CHECK(desk.page->kinds()->state(u"acceptance"_s) == u"宛先の方はいません"_s);
    CHECK_FALSE(desk.child<QPushButton>(u"saveDocx"_s)->isEnabled());
    Document &document = *desk.window->controller()->document();
    Participant accepted;
    accepted.workshop = office.workshop;
    accepted.name = u"青木 はる"_s;
    accepted.state = Participant::State::Accepted;
    valueOf(RecordTable<Participant>(document).add(accepted, u"追加"_s));
    QCoreApplication::processEvents();
    CHECK(desk.page->kinds()->state(u"acceptance"_s).endsWith(u"1名"_s));
    CHECK(desk.child<QPushButton>(u"saveDocx"_s)->isEnabled());
    CHECK(desk.page->recipients()->currentItem()->text() == u"青木 はる"_s);
}

TEST_CASE("a roster shows who takes part, with addresses only when ticked, and is saved as a workbook")
{
    Office office;
    office.participant(u"001"_s, u"青木 はる"_s, Participant::State::Accepted);
    office.participant(u"002"_s, u"江口 結"_s, Participant::State::Waiting);
    Desk desk(office);
    desk.page->kinds()->setFocus(Qt::TabFocusReason);
    desk.page->kinds()->setCurrentCode(u"roster-kana"_s);
    QCoreApplication::processEvents();
    CHECK(desk.page->kinds()->state(u"roster-kana"_s) == u"1名"_s);
    CHECK(desk.page->preview()->pageCount() == 1);
    CHECK_FALSE(desk.page->scope()->isVisible());
    auto *contact = desk.child<QAbstractButton>(u"contact"_s);
    contact->setFocus();
    desk.key(Qt::Key_Space);
    CHECK(contact->isChecked());
    CHECK(desk.window->controller()->document()->canUndo());
    desk.answers.fileToSave = office.folder(u"名簿.xlsx"_s);
    auto *excel = desk.child<QPushButton>(u"saveWorkbook"_s);
    REQUIRE(excel->isVisible());
    excel->setFocus();
    desk.key(Qt::Key_Space);
    CHECK(desk.answers.suggested == u"参加者名簿（五十音順）.xlsx"_s);
    const QString strings =
        QString::fromUtf8(tane::testing::zipPart(desk.answers.fileToSave, u"xl/sharedStrings.xml"_s));
    CHECK(strings.contains(u"青木 はる"_s));
    CHECK_FALSE(strings.contains(u"江口 結"_s));
    CHECK(strings.contains(u"連絡先"_s));

    desk.window.reset();
    const auto again = valueOf(Document::open(desk.path));
    const LetterSource source = valueOf(loadLetterSource(*again, office.workshop, QDate(2026, 9, 1)));
    CHECK(listFields(source, ParticipantList::RosterKana).front().value() == u"1"_s);
}

TEST_CASE("without answers before the workshop the summary says what to do first")
{
    Office office;
    Desk desk(office);
    desk.page->kinds()->setCurrentCode(u"before-summary"_s);
    QCoreApplication::processEvents();
    CHECK(desk.child<NoticeBar>(u"missing"_s)->text().contains(u"回答を取り込んでください"_s));
    CHECK_FALSE(desk.child<QPushButton>(u"savePdf"_s)->isEnabled());
    CHECK_FALSE(desk.page->texts()->isVisible());
    // Back to a letter, everything is as usual.
    desk.page->kinds()->setCurrentCode(u"leaflet"_s);
    QCoreApplication::processEvents();
    CHECK(desk.child<QPushButton>(u"savePdf"_s)->isEnabled());
    CHECK(desk.page->preview()->pageCount() == 1);
}
