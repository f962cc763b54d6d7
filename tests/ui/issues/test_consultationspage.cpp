#include "pipelinefixture.h"

#include "issues/consultationdetails.h"
#include "issues/consultationspage.h"
#include "issues/linklist.h"
#include "issues/namehintbar.h"
#include "issues/pastedialog.h"
#include "issues/topiccard.h"
#include "parts/gridview.h"
#include "parts/recordpicker.h"
#include "printing/previewdialog.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

Consultations stored(Issues &office)
{
    auto all = loadConsultations(office.document());
    REQUIRE(all.has_value());
    return std::move(*all);
}

} // namespace

TEST_CASE("consultations are typed a line each, and a line that seems to name somebody gets a hint at once")
{
    Issues office;
    {
        ConsultationsPage page(office.context(), nullptr);
        present(page);
        REQUIRE(page.reveal(u"consultation_topic"_s, office.topic));
        auto *line = child<QLineEdit>(page, u"newConsultation"_s);
        line->setFocus();
        write(u"（薬局）田中さんの薬を届けてほしい"_s);
        auto *hint = line->parentWidget()->findChild<NameHintBar *>();
        REQUIRE(hint != nullptr);
        REQUIRE(hint->isVisible());
        CHECK(hint->accessibleName().contains(u"田中さん"_s));
        overwrite(line, u"（薬局）患者さんの薬を届けてほしい"_s); // no name
        CHECK_FALSE(hint->isVisible());
        QTest::keyClick(line, Qt::Key_Return);
        CHECK(line->text().isEmpty());
        CHECK(QApplication::focusWidget() == line); // on to the next
        CHECK(office.document().undoLabel() == u"相談の追加"_s);
        CHECK(page.table()->grid()->rowCount() == 3); // with the two of this topic
    }
    office.reopen();
    const Consultations all = stored(office);
    REQUIRE(all.all.size() == 3);
    const Consultation &made = all.all.front(); // the newest
    CHECK(made.asker == Asker::Pharmacy);
    CHECK(made.excerpt == u"患者さんの薬を届けてほしい"_s);
    CHECK(made.topic == office.topic);
    CHECK(made.receivedOn == QDate::currentDate());
}

TEST_CASE("the excerpt in full also hints at names, and the three questions are saved")
{
    Issues office;
    {
        ConsultationsPage page(office.context(), nullptr);
        present(page);
        REQUIRE(page.reveal(u"consultation"_s, office.asked));
        REQUIRE(page.details()->consultation() == office.asked);
        CHECK_FALSE(page.details()->hint()->isVisible());
        overwrite(child<SavedText>(page, u"excerpt"_s), u"鈴木様（090-1234-5678）の往診先"_s);
        CHECK(page.details()->hint()->isVisible());
        overwrite(child<SavedText>(page, u"why"_s), u"往診する皮膚科がない"_s);
        overwrite(child<SavedText>(page, u"elsewhere"_s), u"医師会"_s);
        overwrite(child<SavedText>(page, u"prevention"_s), u"往診できる医療機関の一覧を作る"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        const int row = page.table()->grid()->rowOf(office.asked);
        CHECK(page.table()->grid()->index(row, ConsultationsPage::Questions).data().toString() == u"済み"_s);
        overwrite(child<SavedText>(page, u"excerpt"_s), u"往診できる皮膚科"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        CHECK_FALSE(page.details()->hint()->isVisible());
    }
    office.reopen();
    const Consultations all = stored(office);
    for (const Consultation &one : all.all) {
        if (one.id == office.asked) {
            CHECK(one.isThoughtThrough());
            CHECK(one.excerpt == u"往診できる皮膚科"_s);
        }
    }
}

TEST_CASE("a pasted list is counted and checked for names before it is stored in one step")
{
    Issues office;
    ConsultationsPage page(office.context(), nullptr);
    present(page);
    click(child(page, u"pasteList"_s));
    auto *dialog = page.findChild<PasteDialog *>();
    REQUIRE(dialog != nullptr);
    REQUIRE(QTest::qWaitForWindowActive(dialog));
    CHECK_FALSE(child(*dialog, u"storePasted"_s)->isEnabled());
    dialog->text()->setPlainText(
        u"・(家族)夜に相談したい\n\n（ケアマネ）佐藤さんの退院が急だった\n通院の足がない"_s);
    CHECK(dialog->hint().contains(u"2件目"_s));
    CHECK(dialog->hint().contains(u"佐藤さん"_s));
    CHECK_FALSE(dialog->unsavedDraft().isEmpty());
    click(child(*dialog, u"storePasted"_s));
    CHECK(stored(office).all.size() == 5);
    CHECK(office.document().undoLabel() == u"相談の貼り付け"_s);
    REQUIRE(office.document().undo().has_value());
    CHECK(stored(office).all.size() == 2);
}

TEST_CASE("a topic becomes a card with all its consultations, and others are linked to it together")
{
    Issues office;
    ConsultationsPage page(office.context(), nullptr);
    present(page);
    QString opened;
    QObject::connect(&page, &Page::openRow, [&](const QString &to, const QString &table, qint64 row) {
        opened = u"%1/%2/%3"_s.arg(to, table).arg(row);
    });
    REQUIRE(page.reveal(u"consultation_topic"_s, office.topic));
    click(child(page, u"cardFromTopic"_s));
    const Pipeline first = office.pipeline();
    REQUIRE(first.at(IssueStage::Individual).size() == 1);
    const qint64 made = first.at(IssueStage::Individual)[0]->id;
    CHECK(opened == u"pipeline/issue_card/%1"_s.arg(made));
    CHECK(first.consultationsOf(made).size() == 2);
    REQUIRE(page.topicCard()->cards()->items().size() == 1);
    CHECK(page.topicCard()->cards()->items()[0].text == u"往診できる皮膚科"_s);

    page.table()->selectAll();
    auto *picker = child<RecordPicker>(page, u"consultationPicker"_s);
    picker->setFocus();
    write(u"夜に相談"_s);
    QTest::keyClick(picker, Qt::Key_Return);
    CHECK(office.pipeline().consultationsOf(office.night).size() == 2);
    CHECK(office.document().undoLabel() == u"相談とカードの結びつけ"_s);
    REQUIRE(office.document().undo().has_value());
    CHECK(office.pipeline().consultationsOf(office.night).empty());
}

TEST_CASE("consultations are put under a heading together, an existing one is found by its name")
{
    Issues office;
    const qint64 loose = office.store(Consultation{.excerpt = u"皮膚科の往診を探している"_s});
    ConsultationsPage page(office.context(), nullptr);
    present(page);
    REQUIRE(page.reveal(u"consultation"_s, loose));
    office.dialogs.text = u"往診できる 皮膚科"_s; // a space does not matter
    click(child(page, u"sortConsultations"_s));
    const Consultations all = stored(office);
    CHECK(all.topics.size() == 1);
    CHECK(all.of(office.topic).size() == 3);
}

TEST_CASE("the consultations print as the table that is shared, topics with what is thought of them")
{
    Issues office;
    ConsultationsPage page(office.context(), nullptr);
    present(page);
    REQUIRE(page.exportActions().size() == 4);
    page.exportActions()[2]->trigger(); // with the three questions
    auto *preview = page.window()->findChild<PreviewDialog *>();
    REQUIRE(preview != nullptr);
    CHECK(preview->isVisible());
    preview->close();
}
