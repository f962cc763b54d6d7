#include "people/laddertrends.h"

#include "base/fiscalyear.h"
#include "parts/rowdelegate.h"
#include "people/flowcard.h"
#include "people/targets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kMostYears = 6;

QString months(const std::optional<double> &median)
{
    return median ? LadderTrends::tr("%1か月").arg(QString::number(*median, 'f', 1)) : u"–"_s;
}

/// Plan against reality: above, inside and below the range of the plan.
ChartSpec targetChart(const std::vector<TargetComparison> &comparisons, const QStringList &left, QDate on)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::StackedShare;
    chart.title = LadderTrends::tr("企画で想定したレベルと、いまのレベル（%1）").arg(eraDate(on));
    chart.series = {
        {.name = LadderTrends::tr("想定より上"), .role = SeriesRole::Up, .values = {}},
        {.name = LadderTrends::tr("想定どおり"), .role = SeriesRole::Stay, .values = {}},
        {.name = LadderTrends::tr("想定まで届いていない"), .role = SeriesRole::Down, .values = {}}};
    QStringList open, everybody;
    for (const TargetComparison &one : comparisons) {
        const int base = static_cast<int>(one.above.size() + one.reached.size() + one.below.size());
        QString label = one.name + u'　';
        if (!one.entry.isEmpty())
            label += one.entry.toString() + u" → "_s;
        chart.categories.push_back({{}, label + one.outcome.toString(), base});
        chart.series[0].values.push_back(static_cast<int>(one.above.size()));
        chart.series[1].values.push_back(static_cast<int>(one.reached.size()));
        chart.series[2].values.push_back(static_cast<int>(one.below.size()));
        if (!one.notAssessed.empty())
            open << LadderTrends::tr("%1 %2名").arg(one.name).arg(one.notAssessed.size());
        if (!one.participants)
            everybody << one.name;
    }
    chart.note = LadderTrends::tr("n は評価のある方の人数です。想定は、企画の「研修終了時に想定する能力・"
                                  "効果等」のレベルです。");
    if (!open.isEmpty())
        chart.note += LadderTrends::tr("評価のない方（%1）は含みません。").arg(open.join(u'、'));
    if (!everybody.isEmpty())
        chart.note += LadderTrends::tr("%1は、回答が名簿と結びついていないため、その立場の方全員です。")
                          .arg(everybody.join(u'、'));
    if (!left.isEmpty())
        chart.note += LadderTrends::tr("%1は、企画のレベルにあたる段階がいまの段階の一覧にないため、"
                                       "比べていません。")
                          .arg(left.join(u'、'));
    chart.reading = LadderTrends::tr("レベルは研修だけで決まるものではありません。届いていない方には、"
                                     "次の支援を考える手がかりとしてご覧ください。");
    return chart;
}

} // namespace

LadderTrends::LadderTrends(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    m_years = new ChartCard(tr("年度ごとの分布"), tr("図_レベルの分布_年度"), context, this);
    m_areas = new ChartCard(tr("圏域ごとの分布"), tr("図_レベルの分布_圏域"), context, this);
    m_flow = new FlowCard(context, this);
    m_targets =
        new ChartCard(tr("企画で想定したレベルとの比較"), tr("図_想定したレベルとの比較"), context, this);
    m_years->setObjectName(u"years"_s);
    m_areas->setObjectName(u"areas"_s);
    m_flow->setObjectName(u"flow"_s);
    m_targets->setObjectName(u"targets"_s);
    column->addWidget(m_years);
    column->addWidget(m_areas);
    m_pair = new QBoxLayout(QBoxLayout::LeftToRight);
    m_pair->setSpacing(metrics::m);
    m_pair->addWidget(m_flow, 1);
    m_pair->addWidget(makeStays(), 1);
    column->addLayout(m_pair);
    column->addWidget(m_targets);
    for (ChartCard *card : {m_years, m_areas, static_cast<ChartCard *>(m_flow), m_targets})
        connect(card, &ChartCard::notice, this, &LadderTrends::notice);
    connect(m_flow, &FlowCard::personRequested, this, &LadderTrends::personRequested);
}

Card *LadderTrends::makeStays()
{
    auto *card = new Card({}, this);
    auto *head = new QHBoxLayout;
    auto *title = new QLabel(tr("段階にいた期間（中央値）"), card);
    title->setFont(scaledFont(title, type::cardTitle, true));
    auto *copy = new QToolButton(card);
    copy->setText(tr("表をコピー"));
    head->addWidget(title, 1);
    head->addWidget(copy);
    card->body()->addLayout(head);
    m_stays = new QStandardItemModel(this);
    m_stayTable = new QTableView(card);
    m_stayTable->setObjectName(u"stays"_s);
    m_stayTable->setAccessibleName(tr("段階にいた期間"));
    m_stayTable->setModel(m_stays);
    styleTable(m_stayTable, new RowDelegate(m_stayTable));
    card->body()->addWidget(m_stayTable);
    auto *note = secondaryLabel({}, card);
    setParagraph(note, tr("「次へ移った方」はその段階にいた期間、「いまいる方」は今日までの期間です。人数が"
                          "少ないときは、期間より人数そのものをご覧ください。"));
    card->body()->addWidget(note);
    card->body()->addStretch(1);
    connect(copy, &QToolButton::clicked, this, &LadderTrends::copyStays);
    return card;
}

Result<> LadderTrends::show(const Registry &registry, const PeopleFilter &filter, const QString &description)
{
    const QString suffix = description.isEmpty() ? QString() : tr("（%1）").arg(description);
    const std::vector<const PersonRecord *> people = filterPeople(registry, filter);
    showYears(registry, filter, suffix);
    const std::vector<LadderCounts> areas = countStepsByArea(registry, filter);
    m_areas->setSpec(ladderCountsChart(registry.ladder, areas, tr("圏域ごとの分布%1").arg(suffix)));
    m_areas->setVisible(areas.size() > 1);
    m_flow->show(registry, people);
    showStays(registry, people, filter.on);
    return showTargets(registry);
}

/// From the year of the first assessment on, the last six.
void LadderTrends::showYears(const Registry &registry, const PeopleFilter &filter, const QString &suffix)
{
    const int last = FiscalYear::of(filter.on).startYear();
    int first = last;
    for (const PersonRecord &person : registry.people) {
        if (!person.assessments.empty())
            first = std::min(first, FiscalYear::of(person.assessments.front().assessedOn).startYear());
    }
    first = std::max(first, last - kMostYears + 1);
    m_years->setSpec(ladderCountsChart(registry.ladder, countStepsByYear(registry, filter, first, last),
                                       tr("年度ごとの分布%1").arg(suffix)));
}

void LadderTrends::showStays(const Registry &registry, const std::vector<const PersonRecord *> &people,
                             QDate on)
{
    const std::vector<StepStay> stays = stepStays(registry, people, on);
    m_stays->clear();
    m_stays->setHorizontalHeaderLabels(
        {tr("段階"), tr("次へ移った方"), tr("いた期間"), tr("いまいる方"), tr("これまで")});
    for (std::size_t step = 0; step < stays.size(); ++step) {
        const StepStay &stay = stays[step];
        QList<QStandardItem *> row;
        for (const QString &text :
             {registry.ladder.steps[step].name, tr("%1名").arg(stay.finished), months(stay.medianMonths),
              tr("%1名").arg(stay.running), months(stay.medianRunning)}) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            if (!row.isEmpty())
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            row << item;
        }
        m_stays->appendRow(row);
    }
    m_stayTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    fitHeight(m_stayTable);
}

Result<> LadderTrends::showTargets(const Registry &registry)
{
    m_targets->hide();
    if (m_context.programme == 0)
        return {};
    const QDate today = QDate::currentDate();
    TANE_TRY(const std::vector<TargetComparison> comparisons,
             compareTargets(m_context.document, registry, m_context.programme, today));
    std::vector<TargetComparison> shown;
    QStringList left;
    for (const TargetComparison &one : comparisons) {
        if (!one.comparable)
            left << one.name;
        else if (one.people() > 0)
            shown.push_back(one);
    }
    if (shown.empty())
        return {};
    m_targets->setSpec(targetChart(shown, left, today));
    m_targets->show();
    return {};
}

void LadderTrends::copyStays()
{
    QStringList lines{QStringList{tr("段階"), tr("次へ移った方（名）"), tr("いた期間の中央値（か月）"),
                                  tr("いまいる方（名）"), tr("これまでの期間の中央値（か月）")}
                          .join(u'\t')};
    for (int row = 0; row < m_stays->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_stays->columnCount(); ++column) {
            QString text = m_stays->item(row, column)->text();
            if (column > 0) // the heads say the units: numbers stay numbers in Excel
                text.remove(tr("か月")).remove(tr("名"));
            cells << text;
        }
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    Q_EMIT notice({Notice::Kind::Info, tr("表をコピーしました。Excel に貼り付けられます。")});
}

QList<QAction *> LadderTrends::exportActions() const
{
    return m_years->exportActions();
}

void LadderTrends::arrange()
{
    m_pair->setDirection(width() < 820 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void LadderTrends::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace tane
