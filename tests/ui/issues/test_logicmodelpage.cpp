#include "issuesheetsfixture.h"

#include "../poppler.h"

#include "issues/logiclinks.h"
#include "issues/logicmodelpage.h"
#include "issues/logictable.h"
#include "parts/gridview.h"
#include "printing/pageview.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::issuestest;

namespace {

using Kind = LogicNode::Kind;

QStringList texts(const LogicContent &content, Kind kind)
{
    QStringList all;
    for (const LogicNode *node : content.of(kind))
        all << node->text;
    return all;
}

void enter(LogicModelPage &page, const QString &text)
{
    page.table()->newLine()->setFocus();
    write(text);
    press(Qt::Key_Return);
    settle();
}

/// Ticks the named box in the list of a kind with the space bar.
void tick(LogicModelPage &page, Kind kind, const QString &text)
{
    QListWidget *list = page.table()->links()->listOf(kind);
    const QList<QListWidgetItem *> found = list->findItems(text, Qt::MatchExactly);
    REQUIRE(found.size() == 1);
    list->setCurrentItem(found.front());
    list->setFocus();
    press(Qt::Key_Space);
    settle();
}

} // namespace

TEST_CASE("a logic model is typed column by column, linked with the keys, and drawn from left to right")
{
    Office office;
    office.begin();
    auto *page = office.show<LogicModelPage>(u"logic-model"_s);
    click(child(*page, u"addFirstModel"_s));
    settle();
    enter(*page, u"窓口一覧の作成"_s);
    enter(*page, u"多職種研修の実施"_s);
    page->table()->setKind(Kind::Indicator);
    enter(*page, u"会議の実施回数"_s);
    page->table()->setKind(Kind::Outcome);
    enter(*page, u"切れ目のない入退院支援"_s);
    enter(*page, u"急変時に支援を受けられる"_s);
    page->table()->setKind(Kind::Goal);
    enter(*page, u"住み慣れた地域で暮らす"_s);
    tick(*page, Kind::Outcome, u"切れ目のない入退院支援"_s);
    tick(*page, Kind::Outcome, u"急変時に支援を受けられる"_s);
    page->table()->setKind(Kind::Indicator);
    tick(*page, Kind::Measure, u"窓口一覧の作成"_s);
    tick(*page, Kind::Outcome, u"切れ目のない入退院支援"_s);
    page->table()->setKind(Kind::Measure);
    REQUIRE(page->table()->select(page->content().of(Kind::Measure)[1]->id));
    tick(*page, Kind::Outcome, u"切れ目のない入退院支援"_s);
    tick(*page, Kind::Outcome, u"急変時に支援を受けられる"_s);

    const LogicContent &content = page->content();
    CHECK(content.links.size() == 6);
    // The second measure serves both outcomes: it is written again under the second.
    const LogicRows rows = logicRows(content);
    REQUIRE(rows.blocks.size() == 2);
    CHECK(rows.blocks[0].measures.size() == 2);
    REQUIRE(rows.blocks[1].measures.size() == 1);
    CHECK(rows.blocks[1].measures[0].again);
    CHECK(page->drawing()->pageCount() == 1);

    // One tick is one step; the drawing follows.
    REQUIRE(office.document().undo().has_value());
    settle();
    CHECK(page->content().links.size() == 5);
    REQUIRE(office.document().redo().has_value());
    settle();

    click(child(*page, u"printModel"_s));
    const QString pdf = office.desk.path(u"モデル.pdf"_s);
    PreviewDialog *dialog = preview(*page);
    saveFrom(office, dialog, u"savePdf"_s, pdf);
    const QString said = tane::testing::pdfText(pdf);
    CHECK(said.contains(u"（再）多職種研修の実施"_s));
    const QList<QSizeF> sizes = tane::testing::pdfPageSizes(pdf);
    REQUIRE(sizes.size() == 1);
    CHECK(sizes.front().width() == Approx(420).margin(1)); // A3 lying
    dialog->close();

    office.reopen();
    page = office.show<LogicModelPage>(u"logic-model"_s);
    CHECK(texts(page->content(), Kind::Measure) == QStringList{u"窓口一覧の作成"_s, u"多職種研修の実施"_s});
    CHECK(page->content().links.size() == 6);
}

TEST_CASE("a list that is pasted becomes a row a line in one step, and a row is renamed in its place")
{
    Office office;
    office.begin();
    auto *page = office.show<LogicModelPage>(u"logic-model"_s);
    click(child(*page, u"addFirstModel"_s));
    settle();
    QGuiApplication::clipboard()->setText(u"一つ目\n二つ目\n\n三つ目\n"_s);
    page->table()->newLine()->setFocus();
    QTest::keySequence(page->table()->newLine(), QKeySequence::Paste);
    settle();
    CHECK(texts(page->content(), Kind::Measure) == QStringList{u"一つ目"_s, u"二つ目"_s, u"三つ目"_s});
    GridView *table = page->table()->table();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    press(Qt::Key_F2);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::SelectAll);
    write(u"二番目"_s);
    press(Qt::Key_Return);
    settle();
    CHECK(texts(page->content(), Kind::Measure) == QStringList{u"一つ目"_s, u"二番目"_s, u"三つ目"_s});
    REQUIRE(office.document().undo().has_value());
    REQUIRE(office.document().undo().has_value());
    settle();
    CHECK(texts(page->content(), Kind::Measure).isEmpty());
}

TEST_CASE("the drawing goes into a PNG of A3 and into an SVG whose text is outlines")
{
    Office office;
    office.beginSample();
    auto *page = office.show<LogicModelPage>(u"logic-model"_s);
    REQUIRE(page->exportActions().size() == 2);
    const QString png = office.desk.path(u"図.png"_s), svg = office.desk.path(u"図.svg"_s);
    office.desk.dialogs.fileToSave = png;
    page->exportActions().at(0)->trigger();
    const QImage image(png);
    REQUIRE_FALSE(image.isNull());
    CHECK(image.width() > image.height());
    office.desk.dialogs.fileToSave = svg;
    page->exportActions().at(1)->trigger();
    QFile file(svg);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    CHECK(bytes.contains("<path"));
    CHECK_FALSE(bytes.contains("<text"));
}

TEST_CASE("the figure on screen is written in the size of the screen's text, and can have the whole width")
{
    Office office;
    office.beginSample();
    auto *page = office.show<LogicModelPage>(u"logic-model"_s);
    page->resize(1110, 680);
    settle();
    PageView *figure = page->drawing();
    CHECK(figure->zoom() == Approx(1).margin(0.03)); // not a sheet of A3 shrunk to the window
    const int beside = figure->width();
    auto *only = child<QAbstractButton>(*page, u"figureOnly"_s);
    click(only);
    settle();
    CHECK_FALSE(page->table()->isVisible());
    CHECK(figure->width() > beside * 3 / 2);
    CHECK(figure->zoom() == Approx(1).margin(0.03));
    click(child<QAbstractButton>(*page, u"figureLarger"_s));
    CHECK(figure->zoom() > 1.05);
    click(child<QAbstractButton>(*page, u"figureFit"_s));
    CHECK(figure->zoom() == Approx(1).margin(0.03));
    click(only);
    settle();
    CHECK(page->table()->isVisible());
}

TEST_CASE("a hit of the search opens the model with the very row")
{
    Office office;
    office.beginSample();
    const auto nodes = RecordTable<LogicNode>(office.document()).all();
    REQUIRE(nodes.has_value());
    const auto found = std::ranges::find(*nodes, u"入院時情報提供率"_s, &LogicNode::text);
    REQUIRE(found != nodes->end());
    REQUIRE(office.window->workspace()->openRow(u"logic-model"_s, u"logic_node"_s, found->id));
    auto *page = office.show<LogicModelPage>(u"logic-model"_s);
    CHECK(page->table()->kind() == Kind::Indicator);
    CHECK(page->table()->table()->currentId() == found->id);
}
