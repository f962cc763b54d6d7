#include "parts/chartcard.h"

#include "base/atomicfile.h"
#include "base/rounding.h"
#include "charts/chartview.h"
#include "charts/figureview.h"
#include "charts/heatmap.h"
#include "exchange/workbookwriter.h"
#include "paper/chartexport.h"
#include "parts/filefilters.h"
#include "survey/resultsexport.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kRowHeight = 50, kLowRow = 34; ///< of a bar; low where there are many
constexpr std::size_t kManyRows = 12;
constexpr int kLeastLabels = 200;

/// The numbers as cells: a count and its share of n for each part.
void writeNumbers(SheetWriter &sheet, const ChartSpec &chart)
{
    QStringList head{QString()};
    for (const ChartSeries &series : chart.series)
        head << series.name << ChartCard::tr("%1（%）").arg(series.name);
    sheet.writeHead(head << u"n"_s);
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const ChartCategory &category = chart.categories[c];
        std::vector<CellValue> row{category.label};
        for (const ChartSeries &series : chart.series) {
            row.emplace_back(static_cast<std::int64_t>(series.values[c]));
            row.emplace_back(category.percentOf(series.values[c]));
        }
        row.emplace_back(static_cast<std::int64_t>(category.base));
        sheet.writeRow(row);
    }
}

} // namespace

ChartCard::ChartCard(const QString &title, const QString &name, PageContext &context, QWidget *parent)
    : Card({}, parent)
    , m_context(context)
    , m_name(name)
{
    auto *head = new QHBoxLayout;
    auto *label = new QLabel(title, this);
    label->setFont(scaledFont(this, type::cardTitle, true));
    head->addWidget(label, 1);
    m_menu = new QToolButton(this);
    m_menu->setText(tr("書き出し"));
    m_menu->setAccessibleName(tr("「%1」の書き出し").arg(title));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    head->addWidget(m_menu);
    body()->addLayout(head);
    m_controls = new QVBoxLayout;
    body()->addLayout(m_controls);
    m_chart = new ChartView(this);
    m_chart->setRowHeight(kRowHeight);
    m_map = new HeatMap(this);
    m_figure = new FigureView(this);
    m_figure->hide();
    m_legend = secondaryLabel({}, this);
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setWordWrap(true);
    m_note = secondaryLabel({}, this);
    m_extras = new QVBoxLayout;
    body()->addWidget(m_legend);
    body()->addWidget(m_chart);
    body()->addWidget(m_map);
    body()->addWidget(m_figure);
    body()->addWidget(m_note);
    body()->addLayout(m_extras);
    makeMenu();
}

void ChartCard::makeMenu()
{
    auto *menu = new QMenu(m_menu);
    m_actions << menu->addAction(tr("図をコピー"), this, &ChartCard::copy);
    m_actions << menu->addAction(tr("図を PNG で…"), this, [this] { exportAs(Format::Png); });
    m_actions << menu->addAction(tr("図を SVG で…"), this, [this] { exportAs(Format::Svg); });
    m_actions << menu->addAction(tr("表とグラフを Excel で…"), this, [this] { exportAs(Format::Workbook); });
    m_menu->setMenu(menu);
}

void ChartCard::setSpec(const ChartSpec &spec)
{
    m_spec = spec;
    const bool isMap = spec.type == ChartSpec::Type::HeatMap;
    const bool isFigure = spec.type == ChartSpec::Type::Diverging || spec.type == ChartSpec::Type::Flow;
    m_map->setVisible(isMap);
    m_figure->setVisible(isFigure);
    m_chart->setVisible(!isMap && !isFigure);
    m_legend->setVisible(!isMap && !isFigure);
    setParagraph(m_note, spec.note);
    if (isMap)
        return m_map->setSpec(spec);
    if (isFigure) {
        setParagraph(m_note, spec.note + spec.reading); // which side is which stands nowhere else
        return m_figure->setSpec(spec);
    }
    showLabels();
    showLegend();
}

/// The names of the categories with their base, in up to half of the card. Where that is too little and
/// all have the same base, it is said once, in the legend.
void ChartCard::showLabels()
{
    const QFontMetrics measure = m_chart->fontMetrics();
    const int room = std::max(kLeastLabels, width() / 2 + metrics::m);
    const auto widest = [&](const ChartSpec &of) {
        int most = 0;
        for (const ChartCategory &category : of.categories)
            most = std::max(most, measure.horizontalAdvance(category.label));
        return most;
    };
    ChartSpec shown = m_spec;
    for (ChartCategory &category : shown.categories)
        category.label += tr("（n=%1）").arg(category.base);
    const bool oneBase = std::ranges::all_of(m_spec.categories, [this](const ChartCategory &category) {
        return category.base == m_spec.categories.front().base;
    });
    m_baseInLegend = oneBase && m_spec.categories.size() > 1 && widest(shown) > room;
    if (m_baseInLegend)
        shown.categories = m_spec.categories;
    m_chart->setRowHeight(m_spec.categories.size() > kManyRows ? kLowRow : kRowHeight);
    m_chart->setLabelWidth(std::min(widest(shown), room) + metrics::m);
    m_chart->setSpec(shown);
}

void ChartCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    if (event->size().width() == event->oldSize().width() || m_chart->isHidden() || m_spec.categories.empty())
        return;
    showLabels();
    showLegend();
}

// Rich text keeps the colours it was made with, so it is made anew when light becomes dark.
void ChartCard::showLegend()
{
    const Scheme scheme = currentScheme(this);
    QStringList parts;
    for (const ChartSeries &series : m_spec.series)
        parts << u"<span style=\"color:%1\">■</span>&nbsp;%2"_s.arg(seriesColor(series, scheme).name(),
                                                                    series.name.toHtmlEscaped());
    if (m_baseInLegend)
        parts << tr("n=%1").arg(m_spec.categories.front().base);
    m_legend->setText(paragraphHtml(parts.join(u"　"_s)));
}

void ChartCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_legend && m_legend->isVisible())
        showLegend();
}

void ChartCard::copy()
{
    QGuiApplication::clipboard()->setMimeData(figureMimeData(m_spec));
    Q_EMIT notice({Notice::Kind::Info,
                   tr("図と表をコピーしました。Word では図として、Excel では表として貼り付けられます。")});
}

Result<> ChartCard::write(Format format, const QString &path) const
{
    if (format != Format::Workbook) {
        TANE_TRY(const QByteArray bytes, format == Format::Png ? chartPng(m_spec, {}) : chartSvg(m_spec, {}));
        return writeFileAtomically(path, bytes);
    }
    WorkbookWriter book;
    book.setTitle(m_spec.title);
    SheetWriter &sheet = book.addSheet(tr("図と表"));
    sheet.writeTitle(m_spec.title);
    if (!m_spec.hasCells()) {
        writeNumbers(sheet, m_spec);
        sheet.skipRows();
    }
    sheet.addChart(m_spec);
    return book.save(path);
}

void ChartCard::exportAs(Format format)
{
    const auto [ending, filter] = format == Format::Png   ? std::pair(u".png"_s, tr("PNG 画像 (*.png)"))
                                  : format == Format::Svg ? std::pair(u".svg"_s, tr("SVG 画像 (*.svg)"))
                                                          : std::pair(u".xlsx"_s, workbookFilter());
    const QString path = m_context.dialogs.saveFile(this, tr("書き出し"), m_name + ending, filter);
    if (path.isEmpty())
        return;
    if (const Result<> written = write(format, path); !written)
        return Q_EMIT notice({Notice::Kind::Error, written.error().toString()});
    const QFileInfo file(path);
    Q_EMIT notice({Notice::Kind::Info, tr("「%1」フォルダーに「%2」を書き出しました。")
                                           .arg(file.absoluteDir().dirName(), file.fileName())});
}

} // namespace tane
