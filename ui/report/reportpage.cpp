#include "report/reportpage.h"

#include "paper/reportfiles.h"
#include "paper/reportpdf.h"
#include "parts/savefield.h"
#include "printing/pageview.h"
#include "report/sectioncard.h"
#include "report/sectionlist.h"
#include "shell/editors/savedfield.h"
#include "shell/widgets.h"

#include <QAbstractItemView>
#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

ReportPage::ReportPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("報告書"), About::Programme, pageContext, parent)
    , m_loader(pageContext.document)
{
    makeHeader();
    m_empty =
        new EmptyState(tr("報告書がまだありません"),
                       tr("入力した計画・参加者・アンケートの結果から、標準の章立てで報告書を作ります。数値は"
                          "データが変わるたびに更新されます。"),
                       tr("報告書を作る"), this);
    m_empty->button()->setObjectName(u"firstReport"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, &ReportPage::addReportOfProgramme);
    body()->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::m);
    makeLeft(row);
    makePreview(row);
    body()->addWidget(m_content, 1);
    connectList();
    connectWork();
}

// The job reports to the page: it ends before anything else goes.
ReportPage::~ReportPage()
{
    m_loader.cancel();
    m_job.cancel();
    m_writer.cancel();
}

/// What goes on in threads says in one line how far it is.
void ReportPage::connectWork()
{
    connect(&m_loader, &ReportLoader::loaded, this, &ReportPage::showSource);
    connect(&m_loader, &ReportLoader::failed, this, [this](const Error &error) {
        showState();
        showError(error);
    });
    connect(&m_loader, &ReportLoader::progressed, this, [this](qint64 done, qint64 total) {
        m_state->setText(tr("データを読み込んでいます…　%1%").arg(total > 0 ? 100 * done / total : 0));
    });
    connect(&m_job, &BackgroundJob::busyChanged, this, &ReportPage::showState);
    connect(&m_job, &BackgroundJob::progressed, this, [this](qint64 done, qint64 total) {
        m_state->setText(tr("作成中…　%1 / %2 章").arg(done).arg(total));
    });
    connect(&m_writer, &BackgroundJob::busyChanged, this, [this](bool busy) {
        for (const char *name : {"printReport", "writeXlsx", "writePdf", "writeDocx"})
            findChild<QPushButton *>(QLatin1String(name))->setEnabled(!busy);
        showState();
    });
    connect(&m_writer, &BackgroundJob::progressed, this, [this](qint64 done, qint64 total) {
        m_state->setText(done < total ? tr("書き出しています…　%1 / %2 章").arg(done).arg(total)
                                      : tr("ファイルに書いています…"));
    });
}

void ReportPage::showState()
{
    if (m_writer.isBusy())
        m_state->setText(tr("書き出しています…"));
    else if (m_loader.isBusy())
        m_state->setText(tr("データを読み込んでいます…"));
    else if (m_job.isBusy())
        m_state->setText(tr("作成中…"));
    else if (m_view->pageCount() > 0)
        m_state->setText(tr("%1 / %2 ページ").arg(m_view->currentPage() + 1).arg(m_view->pageCount()));
    else
        m_state->clear();
}

void ReportPage::makeHeader()
{
    m_reports = new QComboBox(this);
    m_reports->setObjectName(u"reports"_s);
    m_reports->setAccessibleName(tr("報告書を選ぶ"));
    // Titles differ at their ends: as wide as they are while there is room.
    m_reports->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_reports->setMinimumWidth(200);
    m_reports->setMaximumWidth(560);
    connect(m_reports, &QComboBox::activated, this, [this] {
        SavedField::commitAll(this);
        m_report.id = m_reports->currentData().toLongLong();
        fill();
    });
    addHeaderAction(m_reports);
    makeMenu();
    const auto button = [this](const QString &text, const QString &name, auto work) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(name);
        connect(made, &QPushButton::clicked, this, work);
        addHeaderAction(made);
        return made;
    };
    button(tr("印刷"), u"printReport"_s, [this] { print(); });
    button(tr("Excel"), u"writeXlsx"_s, [this] { write(u"xlsx"_s); });
    button(tr("PDF"), u"writePdf"_s, [this] { write(u"pdf"_s); });
    m_word = button(tr("Word に書き出す"), u"writeDocx"_s, [this] { write(u"docx"_s); });
    makePrimary(m_word);
    for (const QString &suffix : reportSuffixes()) {
        auto *action = new QAction(tr("報告書を %1 に書き出す…")
                                       .arg(suffix == u"docx"_s  ? tr("Word")
                                            : suffix == u"pdf"_s ? tr("PDF")
                                                                 : tr("Excel")),
                                   this);
        connect(action, &QAction::triggered, this, [this, suffix] { write(suffix); });
        m_exportActions << action;
    }
}

void ReportPage::makeMenu()
{
    m_more = new QToolButton(this);
    m_more->setObjectName(u"reportMenu"_s);
    m_more->setText(tr("報告書の操作"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    const auto add = [&](const QString &text, const QString &name, void (ReportPage::*work)()) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, work);
    };
    add(tr("新しい報告書を作る"), u"newReport"_s, &ReportPage::addReportOfProgramme);
    add(tr("この報告書を複製する…"), u"copyReport"_s, &ReportPage::copyReportShown);
    add(tr("題を変える…"), u"renameReport"_s, &ReportPage::renameReport);
    menu->addSeparator();
    add(tr("この報告書を削除する…"), u"removeReport"_s, &ReportPage::removeReport);
    m_more->setMenu(menu);
    addHeaderAction(m_more);
}

void ReportPage::makeLeft(QBoxLayout *row)
{
    auto *listCard = new Card(tr("章立て"), m_content);
    m_list = new SectionList(listCard);
    listCard->body()->addWidget(m_list, 1);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::xs);
    const auto tool = [&](const QString &text, const QString &name, auto work) {
        auto *made = new QPushButton(text, listCard);
        made->setObjectName(name);
        makePlain(made);
        connect(made, &QPushButton::clicked, this, work);
        tools->addWidget(made);
    };
    tool(tr("↑"), u"sectionUp"_s, [this] { m_list->moveCurrent(-1); });
    tool(tr("↓"), u"sectionDown"_s, [this] { m_list->moveCurrent(1); });
    listCard->findChild<QPushButton *>(u"sectionUp"_s)->setAccessibleName(tr("章を上へ"));
    listCard->findChild<QPushButton *>(u"sectionDown"_s)->setAccessibleName(tr("章を下へ"));
    tools->addStretch(1);
    tool(tr("章を加える"), u"addSection"_s, [this] { addSection(); });
    listCard->body()->addLayout(tools);
    m_audience = new SegmentedControl(listCard);
    m_audience->setObjectName(u"audience"_s);
    m_audience->setAccessibleName(tr("報告書の提供先"));
    m_audience->setItems({tr("内部用"), tr("外部提供用")});
    m_audience->setToolTip(tr("外部提供用では、少人数の区分の値と氏名を伏せます"));
    listCard->body()->addWidget(m_audience);
    listCard->setFixedWidth(284); // the standard titles take one line
    row->addWidget(listCard);
    m_card = new SectionCard(document(), m_content);
    m_card->setMinimumWidth(280);
    row->addWidget(m_card, 5);
    connect(m_card, &SectionCard::failed, this, [this](const Error &error) { showError(error); });
}

void ReportPage::makePreview(QBoxLayout *row)
{
    auto *card = new Card(tr("仕上がり"), m_content);
    m_unknown = new NoticeBar(card);
    m_unknown->setObjectName(u"unknownFields"_s);
    m_unknown->hide();
    card->body()->addWidget(m_unknown);
    m_view = new PageView(card);
    m_view->setObjectName(u"preview"_s);
    m_view->setAccessibleName(tr("報告書の仕上がり"));
    m_view->setMinimumHeight(360);
    card->body()->addWidget(m_view, 1);
    m_state = secondaryLabel({}, card);
    m_state->setObjectName(u"composed"_s);
    card->body()->addWidget(m_state);
    row->addWidget(card, 7);
    connect(m_view, &PageView::pageChanged, this, &ReportPage::showState);
}

void ReportPage::connectList()
{
    connect(m_list, &SectionList::sectionChosen, this, [this] {
        showSection();
        showSectionPage();
    });
    connect(m_list, &SectionList::shownChanged, this, [this](qint64 id, bool shown) {
        report(saveField(document(), id, &ReportSection::shown, shown,
                         shown ? tr("章を報告書に入れる") : tr("章を報告書から外す")));
    });
    connect(m_list, &SectionList::moved, this, [this](qint64 id, int position) {
        report(RecordTable<ReportSection>(document()).move(id, position, tr("章の並べ替え")));
    });
    connect(m_list, &SectionList::removeRequested, this, [this](qint64 id) {
        const auto found = std::ranges::find(m_sections, id, &ReportSection::id);
        if (found == m_sections.end())
            return;
        if (found->kind != SectionKind::Own) {
            showError({.code = ErrorCode::Usage,
                       .message = tr(
                           "標準の章は削除できません。報告書に入れないときは、チェックを外してください。")});
            return;
        }
        report(RecordTable<ReportSection>(document()).remove(id, tr("章の削除")));
    });
    connect(m_audience, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        report(saveField(document(), m_report.id, &Report::external, index == 1, tr("報告書の提供先の変更")));
    });
}

void ReportPage::fill()
{
    const auto reports = reportsOf(document(), programme());
    if (!report(reports))
        return;
    const bool any = !reports->empty();
    m_empty->setVisible(!any);
    m_empty->button()->setEnabled(isWritable());
    m_content->setVisible(any);
    m_word->setVisible(any);
    for (const char *name : {"printReport", "writeXlsx", "writePdf"})
        findChild<QPushButton *>(QLatin1String(name))->setVisible(any);
    m_more->setVisible(any);
    m_more->setEnabled(isWritable());
    m_reports->setVisible(any && reports->size() > 1);
    if (!any) {
        m_loader.cancel();
        m_job.cancel();
        m_report = {};
        header()->setContext({});
        return;
    }
    fillReports(*reports);
    auto sections = sectionsOf(document(), m_report.id);
    if (!report(sections))
        return;
    m_sections = std::move(*sections);
    // The choice says the title already.
    header()->setContext(m_reports->count() > 1 ? QString() : m_report.title);
    m_list->setWritable(isWritable());
    m_list->setSections(m_sections, m_composed.empty);
    {
        const QSignalBlocker quiet(m_audience);
        m_audience->setCurrentIndex(m_report.external ? 1 : 0);
    }
    m_audience->setEnabled(isWritable());
    findChild<QPushButton *>(u"addSection"_s)->setEnabled(isWritable());
    showSection();
    m_loader.want(programme());
    showState();
}

void ReportPage::showSource()
{
    showSection();
    compose();
}

void ReportPage::fillReports(const std::vector<Report> &reports)
{
    auto shown = std::ranges::find(reports, m_report.id, &Report::id);
    if (shown == reports.end())
        shown = reports.begin();
    if (m_report.id != shown->id)
        m_composed = {};
    m_report = *shown;
    const QSignalBlocker quiet(m_reports);
    m_reports->clear();
    int widest = 0;
    for (const Report &each : reports) {
        m_reports->addItem(each.title, each.id);
        m_reports->setItemData(m_reports->count() - 1, each.title, Qt::ToolTipRole);
        widest = std::max(widest, m_reports->fontMetrics().horizontalAdvance(each.title));
    }
    m_reports->setCurrentIndex(m_reports->findData(m_report.id));
    m_reports->setToolTip(m_report.title);
    // Whatever room the closed box has, its list shows whole titles.
    m_reports->view()->setMinimumWidth(std::min(widest + 4 * metrics::m, 900));
}

const ReportSection *ReportPage::current() const
{
    const auto found = std::ranges::find(m_sections, m_list->currentSection(), &ReportSection::id);
    return found != m_sections.end() ? &*found : nullptr;
}

void ReportPage::showSection()
{
    if (const ReportSection *section = current())
        m_card->show(*section, m_report, m_loader.source(), isWritable());
    else
        m_card->showNothing();
}

/// Values only go into the thread, so the officer can write on meanwhile.
void ReportPage::compose()
{
    m_job.start([this, source = m_loader.source(), shown = m_report,
                 sections = m_sections](const Progress &progress) -> BackgroundJob::Finish {
        auto composed = composeReport(*source, shown, sections, progress);
        if (!composed)
            return [this, error = composed.error()] {
                if (error.code != ErrorCode::Cancelled)
                    showError(error);
            };
        auto laid = laidOutReport(composed->document);
        return [this, result = std::move(*composed),
                pages = std::make_shared<const PaperPages>(std::move(laid.pages)),
                headings = std::move(laid.headingPages)] { showComposed(result, pages, headings); };
    });
}

void ReportPage::showComposed(ComposedReport composed, std::shared_ptr<const PaperPages> pages,
                              std::vector<int> headingPages)
{
    const int page = m_view->currentPage();
    const bool same = m_view->pageCount() > 0;
    m_composed = std::move(composed);
    m_headingPages = std::move(headingPages);
    m_view->setPaper(std::move(pages));
    if (same)
        m_view->showPage(std::min(page, m_view->pageCount() - 1));
    m_list->setSections(m_sections, m_composed.empty);
    QStringList unknown;
    for (const UnknownField &field : m_composed.unknown)
        unknown << field.toString();
    m_unknown->setVisible(!unknown.isEmpty());
    if (!unknown.isEmpty())
        m_unknown->show({Notice::Kind::Hint, unknown.join(u'\n')}, false);
    showState();
}

void ReportPage::showSectionPage()
{
    const auto heading = m_composed.headings.find(m_list->currentSection());
    if (heading == m_composed.headings.end())
        return;
    std::size_t number = 0;
    for (int block = 0; block < heading->second; ++block)
        number +=
            std::holds_alternative<HeadingBlock>(m_composed.document.blocks[static_cast<std::size_t>(block)])
                ? 1
                : 0;
    if (number < m_headingPages.size())
        m_view->showPage(m_headingPages[number] - 1);
}

bool ReportPage::reveal(const QString &table, qint64 row)
{
    if (table == "report_section"_L1) {
        const auto section = RecordTable<ReportSection>(document()).load(row);
        if (!section)
            return false;
        if (section->report != m_report.id) {
            m_report.id = section->report;
            fill();
        }
        return m_list->select(row);
    }
    if (table != "report"_L1)
        return false;
    m_report.id = row;
    fill();
    return m_report.id == row;
}

} // namespace tane
