#include "charts/chartview.h"
#include "charts/heatmap.h"
#include "shell/widgets.h"
#include "survey/changetable.h"
#include "survey/changetablemodel.h"
#include "survey/peoplemodel.h"
#include "survey/resultsexport.h"
#include "survey/resultspage.h"
#include "survey/satisfactioncard.h"
#include "survey/transitioncard.h"
#include "surveyfixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGraphicsView>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTextEdit>
#include <QUrl>

using namespace tane;
using namespace tane::test;
using namespace Qt::StringLiterals;

TEST_CASE("Bars lie exactly in the rows of the table, and a click on a bar selects its item")
{
    const auto office = Office::withSample();
    ResultsPage page(office->context());
    present(page);
    ChangeTable *table = page.table();
    ChartView *chart = table->chart();
    REQUIRE(chart->isVisible());
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QRect cell = table->visualRect(table->model()->index(row, ChangeTableModel::BarsColumn));
        const QRect bar = chart->barRect(0, row).toRect().translated(chart->pos());
        CHECK(bar.top() > cell.top());
        CHECK(bar.bottom() < cell.bottom());
        CHECK(bar.left() >= cell.left());
        const QRectF last = chart->barRect(2, row).translated(chart->pos());
        CHECK(last.right() <= cell.right());
    }
    QWidget *viewport = chart->findChild<QGraphicsView *>()->viewport();
    QTest::mouseClick(viewport, Qt::LeftButton, {}, chart->barRect(1, 3).center().toPoint());
    CHECK(table->currentIndex().row() == 3);
    CHECK(page.transition()->heatMap()->spec().title.contains(u"Ⅰ-4"_s));
}

TEST_CASE("The meaning of the items is always in sight, and differs between the sets")
{
    const auto office = Office::withSample();
    ResultsPage page(office->context());
    present(page);
    auto *hint = page.findChild<NoticeBar *>(u"kindHint"_s);
    REQUIRE(hint->isVisible());
    CHECK(hint->text() == kindHint(ItemKind::Practice));
    page.findChild<SegmentedControl *>(u"sets"_s)->setCurrentIndex(1);
    CHECK(hint->isVisible());
    CHECK(hint->text() == kindHint(ItemKind::Explain));
}

TEST_CASE("A cell of the transition table lists exactly its people")
{
    const auto office = Office::withSample();
    ResultsPage page(office->context());
    present(page);
    HeatMap *map = page.transition()->heatMap();
    int people = 0;
    for (int r = 0; r < 5; ++r) {
        for (int c = 0; c < 5; ++c) {
            const int count = map->spec().cells[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
            QTest::mouseClick(map, Qt::LeftButton, {}, map->cellRect(r, c).center());
            CHECK(page.transition()->people()->rowCount() == count);
            people += count;
        }
    }
    CHECK(people == 66); // Ⅰ-1: 9 + 40 + 17
}

TEST_CASE("The English words of the columns are explained to the ear and in tool tips")
{
    const auto office = Office::withSample();
    ResultsPage page(office->context());
    present(page);
    const QAbstractItemModel *model = page.table()->model();
    const int bars = ChangeTableModel::BarsColumn;
    for (const int role : {int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
        CHECK(model->headerData(bars, Qt::Horizontal, role).toString().contains(u"down＝下がった"_s));
        // Ⅰ-1 of all: 9, 40, 17 (the report's table)
        CHECK(model->index(0, bars).data(role).toString() ==
              u"上がった（up） 9名、変わらない（stay） 40名、下がった（down） 17名"_s);
    }
}

TEST_CASE("Statistics stay folded until asked for")
{
    const auto office = Office::withSample();
    ResultsPage page(office->context());
    present(page);
    CHECK(page.table()->isColumnHidden(ChangeTableModel::SignColumn));
    click(page.findChild<QPushButton *>(u"details"_s));
    CHECK_FALSE(page.table()->isColumnHidden(ChangeTableModel::SignColumn));
    const QAbstractItemModel *model = page.table()->model();
    // Ⅰ-2 of all: (9 − 18) / 66 = −13.6 points; exact sign test of 9 against 18: 0.1221 (binomial tables).
    CHECK(model->index(1, ChangeTableModel::NetColumn).data().toString() == u"−13.6"_s);
    CHECK(model->index(1, ChangeTableModel::NetColumn).data(ChangeTableModel::ValueRole).toDouble() ==
          Approx(-9.0 / 66));
    CHECK(model->index(1, ChangeTableModel::SignColumn).data(ChangeTableModel::ValueRole).toDouble() ==
          Approx(0.1221).margin(0.0001));
}

TEST_CASE("The officer's own reading is kept when she leaves the field, and the draft can come back")
{
    const auto office = Office::withSample();
    {
        ResultsPage page(office->context());
        present(page);
        auto *edit = page.findChild<QTextEdit *>();
        REQUIRE_FALSE(edit->toPlainText().isEmpty());
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, u"Own words"_s);
        page.table()->setFocus();
        CHECK(office->document().canUndo());
    }
    office->reopen();
    ResultsPage page(office->context());
    present(page);
    CHECK(page.findChild<QTextEdit *>()->toPlainText() == u"Own words"_s);
    const auto stored =
        SurveyRepository(office->document()).reading(office->context().workshop, u"Ⅰ-1"_s, u"all"_s);
    CHECK(*stored == u"Own words"_s);
}

TEST_CASE("Many groups are chosen from a list, few by segments")
{
    const auto office = Office::withSample();
    ResultsPage page(office->context());
    present(page);
    CHECK(page.findChild<QWidget *>(u"groupSegments"_s)->isVisible());
    auto *by = page.findChild<QComboBox *>(u"groupBy"_s);
    by->setCurrentIndex(by->findData(static_cast<int>(GroupBy::Affiliation)));
    CHECK(page.state()->analysis.groupBy == GroupBy::Affiliation);
    REQUIRE(page.state()->analysis.groups.size() > 4);
    CHECK(page.findChild<QWidget *>(u"groupList"_s)->isVisible());
    CHECK_FALSE(page.findChild<QWidget *>(u"groupSegments"_s)->isVisible());
}

TEST_CASE("A copied figure carries a picture at 300 dpi, SVG, and its numbers")
{
    const auto office = Office::withSample();
    ResultsPage page(office->context());
    present(page);
    const SurveyState &state = *page.state();
    const std::unique_ptr<QMimeData> mime(
        figureMimeData(changeChart(state.analysis, state.questionnaire.sets[0], u"all"_s)));
    const auto image = qvariant_cast<QImage>(mime->imageData());
    CHECK(image.dotsPerMeterX() == 11811);
    CHECK(mime->data(u"image/svg+xml"_s).contains("<svg"));
    CHECK(mime->text().contains(u"\t15\t22.4\t38\t56.7\t14\t20.9\t67"_s));
    CHECK(mime->html().contains(u"<td>22.4</td>"_s));
}

TEST_CASE("Every kind of file is written, and an unwritable place is said in the page")
{
    const auto office = Office::withSample();
    ResultsPage page(office->context());
    present(page);
    const QStringList names = {u"a.png"_s, u"a.svg"_s, u"a.xlsx"_s, u"a.docx"_s, u"a.pdf"_s};
    const QList<QAction *> actions = page.exportActions();
    REQUIRE(actions.size() == names.size());
    for (int i = 0; i < names.size(); ++i) {
        office->dialogs.fileToSave = office->path(names[i]);
        actions[i]->trigger();
        CHECK(QFileInfo(office->path(names[i])).size() > 500);
    }
    office->dialogs.fileToSave = office->path(u"missing/a.png"_s);
    actions[0]->trigger();
    const QList<NoticeBar *> bars = page.findChildren<NoticeBar *>();
    CHECK(std::any_of(bars.begin(), bars.end(), [](const NoticeBar *bar) {
        return bar->isVisible() && bar->text().contains(u"a.png"_s);
    }));
}

TEST_CASE("The line above the numbers is about the group they belong to")
{
    const auto office = Office::withSample();
    ResultsPage page(office->context());
    present(page);
    const auto *summary = page.findChild<QLabel *>(u"summary"_s);
    CHECK(summary->text().contains(u"<b>全体</b>の回答者 前78名・後75名"_s));
    CHECK(summary->text().contains(u"対67名"_s));
    // The file of the sample has 76 answers after: two are of one person, and nobody has said which counts.
    auto *sets = page.findChild<SegmentedControl *>(u"sets"_s);
    sets->setCurrentIndex(2);
    CHECK(summary->text().contains(u"この設問に答えた方74名"_s));
    CHECK(summary->text().contains(u"決まっていない方など1名は、まだ数えていません"_s));
    sets->setCurrentIndex(0);
    page.findChild<SegmentedControl *>(u"groupSegments"_s)->setCurrentIndex(1);
    // 41 pairs of coordinators and 26 of officers in the sample; 49 and 29 people before (make_sample.py).
    CHECK(summary->text().contains(u"<b>コーディネーター</b>の回答者 前49名"_s));
    CHECK(summary->text().contains(u"対41名"_s));
    page.findChild<SegmentedControl *>(u"groupSegments"_s)->setCurrentIndex(2);
    CHECK(summary->text().contains(u"<b>市町村担当者</b>の回答者 前29名"_s));
    CHECK(summary->text().contains(u"対26名"_s));
    int before = 0, after = 0, waiting = 0, unread = 0;
    const std::vector<GroupPeople> &people = page.state()->analysis.people;
    for (std::size_t i = 1; i < people.size(); ++i) {
        before += people[i].before;
        after += people[i].after;
        waiting += people[i].waiting;
        unread += people[i].notUnderstood;
    }
    CHECK(before == people[0].before);
    CHECK(after == people[0].after);
    CHECK(waiting == people[0].waiting);
    CHECK(unread == people[0].notUnderstood);
}

namespace {

/// Stands in for the file manager.
class FileManager : public QObject
{
    Q_OBJECT
public:
    FileManager() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~FileManager() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    QString opened;
public Q_SLOTS:
    void open(const QUrl &url) { opened = url.toLocalFile(); }
};

} // namespace

TEST_CASE("A saved figure is named after what it shows, and its folder can be opened from the message")
{
    const auto office = Office::withSample();
    ResultsPage page(office->context());
    present(page);
    const QList<QAction *> actions = page.exportActions();
    office->dialogs.fileToSave = office->path(u"図.png"_s);
    page.findChild<SegmentedControl *>(u"sets"_s)->setCurrentIndex(1);
    page.findChild<SegmentedControl *>(u"groupSegments"_s)->setCurrentIndex(1);
    const QPoint place = page.table()->mapTo(&page, QPoint(0, 0));
    actions[0]->trigger();
    QCoreApplication::processEvents();
    CHECK(page.table()->mapTo(&page, QPoint(0, 0)) == place); // the message moves nothing
    CHECK(office->dialogs.suggested == u"図_Ⅱ_変化_コーディネーター.png"_s);
    auto *done = page.findChild<NoticeBar *>(u"exported"_s);
    REQUIRE(done->isVisible());
    CHECK(done->text().contains(u"図.png"_s));
    CHECK(page.rect().contains(done->geometry()));
    CHECK(done->text().contains(QFileInfo(office->path(u"図.png"_s)).dir().dirName()));
    FileManager files;
    click(done->findChild<QPushButton *>(u"noticeAction"_s));
    CHECK(files.opened == QFileInfo(office->path(u"図.png"_s)).absolutePath());

    page.findChild<SegmentedControl *>(u"sets"_s)->setCurrentIndex(2);
    page.findChild<SegmentedControl *>(u"groupSegments"_s)->setCurrentIndex(0);
    actions[1]->trigger();
    CHECK(office->dialogs.suggested == u"図_Ⅲ-1_評価_全体.svg"_s);
    CHECK(suggestedName(ResultsFile::Png, u"図_Ⅰ_変化_A/B:医師会"_s) == u"図_Ⅰ_変化_AB医師会.png"_s);

    page.hide(); // another page
    page.show();
    CHECK_FALSE(done->isVisible());
}

TEST_CASE("Without answers the page says what to do first")
{
    Office office;
    ResultsPage page(office.context());
    QString wanted;
    QObject::connect(&page, &Page::openPage, &page, [&wanted](const QString &id) { wanted = id; });
    present(page);
    auto *empty = page.findChild<EmptyState *>();
    REQUIRE(empty->isVisible());
    click(empty->button());
    CHECK(wanted == u"answers"_s);
}

TEST_CASE("On the satisfaction tab the reasons of the chosen item are shown, and its figure is the one that "
          "is copied")
{
    const auto office = Office::withSample();
    ResultsPage page(office->context());
    present(page);
    page.findChild<SegmentedControl *>(u"sets"_s)->setCurrentIndex(2);
    auto *first = page.findChild<SatisfactionCard *>(u"satisfactionⅢ-1"_s);
    auto *second = page.findChild<SatisfactionCard *>(u"satisfactionⅢ-2"_s);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->isChosen());
    QStringList texts;
    for (const QLabel *label : first->findChild<QWidget *>(u"reasons"_s)->findChildren<QLabel *>())
        texts += label->text();
    CHECK(texts.join(u' ').contains(u"ほかの市町村の進め方が聞けた"_s)); // after.csv, second line

    QTest::mouseClick(second, Qt::LeftButton, {}, {20, 10});
    CHECK(second->isChosen());
    CHECK_FALSE(first->isChosen());
    CHECK_FALSE(first->findChild<QWidget *>(u"reasons"_s)->isVisible());
    QTest::mouseClick(page.findChild<QPushButton *>(u"copyFigure"_s), Qt::LeftButton);
    CHECK(QGuiApplication::clipboard()->mimeData()->html().contains(u"研修会の構成は企画趣旨"_s));
    // Every reason belongs to exactly one group.
    const SurveyState &state = *page.state();
    const int item = state.questionnaire.indexOf(u"Ⅲ-1"_s);
    std::size_t inGroups = 0;
    for (const QString &group : state.analysis.groups.mid(1))
        inGroups += reasonsOf(state.analysis, state.after, state.linking, item, group).size();
    const auto all = reasonsOf(state.analysis, state.after, state.linking, item, u"all"_s);
    CHECK(inGroups == all.size());
    CHECK(std::ranges::is_sorted(all, {}, &Reason::mark));
}

#include "test_results.moc"
