#include "issues/indicatordetails.h"

#include "base/fiscalyear.h"
#include "issues/trendline.h"
#include "shell/icons.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kLabels = 64;
}

IndicatorDetails::IndicatorDetails(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(context.document, tr("指標"), [this](const Result<> &result) { report(result); })
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_prompt = secondaryLabel({}, this);
    setParagraph(m_prompt, tr("一覧で指標を選ぶと、基準値・目標・毎年の値をここで書けます。"));
    m_fields = new QWidget(this);
    auto *inner = new QVBoxLayout(m_fields);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::m);
    makeFields();
    makeValues();
    inner->addStretch(1);
    outer->addWidget(m_prompt);
    outer->addWidget(m_fields, 1);
    outer->addStretch(0);
}

Result<> IndicatorDetails::change(const QString &name, const std::function<void(Indicator &)> &set)
{
    TANE_TRY(Indicator record, RecordTable<Indicator>(m_context.document).load(m_form.id()));
    set(record);
    TANE_CHECK(saveIndicator(m_context.document, record, tr("指標の%1の変更").arg(name)));
    return {};
}

SavedLine *IndicatorDetails::line(const QString &name, QString Indicator::*member, bool required)
{
    auto *field = new SavedLine(
        name,
        [this, name, member, required](const QString &text) -> Result<> {
            if (required && text.isEmpty())
                return fail(ErrorCode::Usage, tr("%1は空にできません。").arg(name));
            return change(name, [&](Indicator &record) { record.*member = text; });
        },
        m_fields);
    return m_form.own(field, [field, member](const Indicator &record) { field->setValue(record.*member); });
}

SavedLine *IndicatorDetails::yearLine(const QString &name, std::optional<int> Indicator::*member)
{
    auto *field = new SavedLine(
        name,
        [this, name, member](const QString &text) -> Result<> {
            const auto year = FiscalYear::parse(text);
            if (!text.isEmpty() && !year)
                return fail(ErrorCode::BadFormat,
                            tr("年度が読めません。令和8年度 や R8 のように書いてください。"));
            return change(name, [&](Indicator &record) {
                record.*member = year && !text.isEmpty() ? std::optional(year->startYear()) : std::nullopt;
            });
        },
        m_fields);
    field->setSavesWhileTyping(false);
    field->setPlaceholder(tr("年度"));
    field->setFixedWidth(110);
    return m_form.own(field, [field, member](const Indicator &record) {
        field->setValue(record.*member ? FiscalYear(*(record.*member)).text() : QString());
    });
}

void IndicatorDetails::makeFields()
{
    auto *grid = new FieldGrid(kLabels);
    static_cast<QVBoxLayout *>(m_fields->layout())->addLayout(grid);
    m_name = line(tr("指標名"), &Indicator::name, true);
    m_name->setObjectName(u"indicatorName"_s);
    grid->addField(tr("指標"), {m_name});
    m_viewpoint = new QComboBox(m_fields);
    m_viewpoint->setObjectName(u"viewpoint"_s);
    m_viewpoint->setAccessibleName(tr("視点"));
    m_viewpoint->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_viewpoint->setMinimumContentsLength(8);
    for (const IndicatorViewpoint &each : indicatorViewpoints())
        m_viewpoint->addItem(u"%1　%2"_s.arg(each.number).arg(each.title), each.number);
    connect(m_viewpoint, &QComboBox::activated, this, [this] {
        const int number = m_viewpoint->currentData().toInt();
        report(change(tr("視点"), [&](Indicator &record) { record.viewpoint = number; }));
    });
    m_viewpoint->view()->setTextElideMode(Qt::ElideNone);
    m_viewpoint->view()->setMinimumWidth(m_viewpoint->view()->sizeHintForColumn(0) + 2 * metrics::l);
    grid->addField(tr("視点"), {m_viewpoint});
    m_viewpointTitle = secondaryLabel({}, m_fields);
    m_viewpointTitle->setObjectName(u"viewpointTitle"_s);
    m_viewpointTitle->setWordWrap(true);
    grid->addWidget(m_viewpointTitle, grid->rowCount(), 1);
    m_type = new SegmentedControl(m_fields);
    m_type->setObjectName(u"indicatorType"_s);
    m_type->setAccessibleName(tr("種類"));
    m_type->setItems({indicatorTypeText(Indicator::Type::Structure),
                      indicatorTypeText(Indicator::Type::Process),
                      indicatorTypeText(Indicator::Type::Outcome)});
    m_measure = new SegmentedControl(m_fields);
    m_measure->setAccessibleName(tr("定量・定性"));
    m_measure->setItems({indicatorMeasureText(false), indicatorMeasureText(true)});
    connect(m_type, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        report(change(tr("種類"),
                      [&](Indicator &record) { record.type = static_cast<Indicator::Type>(index); }));
    });
    connect(m_measure, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        report(change(tr("定量・定性"), [&](Indicator &record) { record.qualitative = index == 1; }));
    });
    const auto alone = [this](QWidget *control, QWidget *beside) {
        auto *held = new QWidget(m_fields);
        auto *row = new QHBoxLayout(held);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::s);
        row->addWidget(control);
        if (beside != nullptr)
            row->addWidget(beside, 1);
        else
            row->addStretch(1);
        return held;
    };
    grid->addField(tr("種類"), {alone(m_type, nullptr)});
    SavedLine *unit = line(tr("単位"), &Indicator::unit);
    unit->setObjectName(u"indicatorUnit"_s);
    unit->setPlaceholder(tr("単位（人、％ など）"));
    grid->addField(tr("測り方"), {alone(m_measure, unit)});
    SavedLine *source = line(tr("出典"), &Indicator::source);
    source->setPlaceholder(tr("統計・調査の名前"));
    grid->addField(tr("出典"), {source});
    makeGoal(grid);
    auto *note = line(tr("備考"), &Indicator::note);
    grid->addField(tr("備考"), {note});
}

void IndicatorDetails::makeGoal(FieldGrid *grid)
{
    SavedLine *baseline = line(tr("基準値"), &Indicator::baseline);
    baseline->setObjectName(u"baseline"_s);
    SavedLine *baselineYear = yearLine(tr("基準値の年度"), &Indicator::baselineYear);
    m_fixed = new QCheckBox(tr("固定"), m_fields);
    m_fixed->setObjectName(u"baselineFixed"_s);
    m_fixed->setAccessibleName(tr("基準値を固定する"));
    m_fixed->setToolTip(tr("計画を立てたときの値として固定し、あとから変わらないようにします。"));
    connect(m_fixed, &QCheckBox::clicked, this, [this](bool on) {
        const Result<> saved =
            change(tr("基準値の固定"), [&](Indicator &record) { record.baselineFixed = on; });
        if (!saved)
            m_fixed->setChecked(!on);
        report(saved);
    });
    m_fixed->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_fixed->setMinimumHeight(metrics::rowHeight);
    grid->addField(tr("基準値"), {baseline, baselineYear, m_fixed});
    SavedLine *target = line(tr("目標"), &Indicator::target);
    target->setObjectName(u"indicatorTarget"_s);
    target->setSavesWhileTyping(false);
    SavedLine *targetYear = yearLine(tr("目標の年度"), &Indicator::targetYear);
    grid->addField(tr("目標"), {target, targetYear});
    m_noTarget = new QLabel(m_fields);
    m_noTarget->setObjectName(u"noTarget"_s);
    m_noTarget->setWordWrap(true);
    m_noTarget->setProperty("tone", u"secondary"_s);
    setParagraph(m_noTarget,
                 tr("看取りの場所は、ご本人とご家族が選ぶものです。率に数値の目標を置くと「増やす・減ら"
                    "す」ための支援になりかねないため、数値の目標は設定できません。毎年の値と、変"
                    "わった理由の話し合いに使います（目標の欄には、取り組み方を文で書けます）。"));
    grid->addWidget(m_noTarget, grid->rowCount(), 1);
}

void IndicatorDetails::makeValues()
{
    auto *column = static_cast<QVBoxLayout *>(m_fields->layout());
    auto *row = new QHBoxLayout;
    auto *title = new QLabel(tr("毎年の値"), m_fields);
    title->setFont(scaledFont(title, type::body, true));
    m_addYear = new QPushButton(symbolIcon(Symbol::Plus), tr("年度を加える"), m_fields);
    m_addYear->setObjectName(u"addYear"_s);
    makePlain(m_addYear);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(m_addYear);
    column->addLayout(row);
    m_trend = new TrendLine(m_fields);
    m_trend->setObjectName(u"trend"_s);
    m_model = new GridModel(this);
    m_values = new GridView(tr("毎年の値と理由"), m_model, m_fields);
    m_values->setObjectName(u"indicatorValues"_s);
    m_values->setSelectionMode(QAbstractItemView::SingleSelection);
    m_values->setSortingEnabled(false);
    const auto valueAt = [this](int at) -> IndicatorValue {
        const auto value = m_content.values.find(m_years[static_cast<std::size_t>(at)]);
        return value == m_content.values.end() ? IndicatorValue{} : value->second;
    };
    m_model->setColumns(
        {{.title = tr("年度"),
          .text = [this](int at) { return FiscalYear(m_years[static_cast<std::size_t>(at)]).text(); }},
         {.title = tr("値"),
          .text = [valueAt](int at) { return valueAt(at).value; },
          .save = [this](int at, const QVariant &text) { return saveValue(at, text.toString(), false); }},
         {.title = tr("変わった・変わらない理由"),
          .text = [valueAt](int at) { return valueAt(at).cause; },
          .save = [this](int at, const QVariant &text) { return saveValue(at, text.toString(), true); }}});
    m_values->setLetters(0, 5.5);
    m_values->setLetters(1, 6);
    m_values->horizontalHeader()->setStretchLastSection(true);
    column->addWidget(m_values);
    column->addWidget(m_trend); // below what is written, which must be in sight
    connect(m_model, &GridModel::failed, this, &IndicatorDetails::failed);
    connect(m_model, &GridModel::saved, this, &IndicatorDetails::succeeded);
    connect(m_addYear, &QPushButton::clicked, this, &IndicatorDetails::addYear);
    connect(m_values, &GridView::addRequested, this, &IndicatorDetails::addYear);
}

Result<> IndicatorDetails::saveValue(int row, const QString &text, bool cause)
{
    const int year = m_years[static_cast<std::size_t>(row)];
    IndicatorValue value;
    if (const auto stored = m_content.values.find(year); stored != m_content.values.end())
        value = stored->second;
    (cause ? value.cause : value.value) = text;
    return setIndicatorValue(m_context.document, m_form.id(), year, value.value, value.cause,
                             tr("指標の%1の値の変更").arg(FiscalYear(year).text()));
}

void IndicatorDetails::addYear()
{
    const int suggested =
        m_years.empty() ? FiscalYear::of(QDate::currentDate()).startYear() : m_years.back() + 1;
    const auto text = m_context.dialogs.askText(this, tr("年度を加える"), tr("年度（例：令和8年度）"),
                                                FiscalYear(suggested).text());
    if (!text)
        return;
    const auto year = FiscalYear::parse(text->trimmed());
    if (!year)
        return report(
            fail(ErrorCode::BadFormat, tr("年度が読めません。令和8年度 や R8 のように書いてください。")));
    m_added = year->startYear();
    showValues(m_content);
    m_values->select(*m_added);
    m_values->setCurrentIndex(m_values->currentIndex().siblingAtColumn(1));
    m_values->setFocus();
    report({});
}

void IndicatorDetails::showValues(const IndicatorContent &content)
{
    std::set<int> years;
    for (const auto &[year, value] : content.values)
        years.insert(year);
    const int now = FiscalYear::of(QDate::currentDate()).startYear();
    // From the baseline on every year is asked for; without one this year and the one before.
    const int first = content.indicator.baselineYear.value_or(years.empty() ? now - 1 : *years.begin());
    constexpr int most = 30;
    for (int year = std::max(first, now - most); year <= now; ++year)
        years.insert(year);
    if (m_added)
        years.insert(*m_added);
    m_years.assign(years.begin(), years.end());
    m_model->setEditable(m_writable);
    m_model->setRows(std::vector<qint64>(m_years.begin(), m_years.end()));
    fitHeight(m_values, 8);
    std::vector<TrendLine::Point> points;
    for (const auto &[year, value] : content.values)
        if (const auto figure = figureOf(value.value))
            points.push_back({year, *figure, value.value});
    m_trend->setVisible(!content.indicator.qualitative);
    m_trend->setPoints(std::move(points), figureOf(content.indicator.baseline),
                       figureOf(content.indicator.target));
}

void IndicatorDetails::showIndicator(const IndicatorContent *content, bool writable)
{
    m_writable = writable;
    m_fields->setVisible(content != nullptr);
    m_prompt->setVisible(content == nullptr);
    if (content == nullptr)
        return m_form.leave();
    const IndicatorContent shown = *content; // saving what was typed reads the list anew
    if (shown.indicator.id != m_form.id())
        m_added.reset();
    m_form.show(shown.indicator, writable);
    if (m_form.id() != shown.indicator.id)
        return; // it is still saving the one before, and is asked again in a moment
    m_content = shown;
    const Indicator &about = m_content.indicator;
    m_viewpoint->setCurrentIndex(m_viewpoint->findData(about.viewpoint));
    showViewpointTitle();
    m_fixed->setChecked(about.baselineFixed);
    {
        const QSignalBlocker quietType(m_type), quietMeasure(m_measure);
        m_type->setCurrentIndex(static_cast<int>(about.type));
        m_measure->setCurrentIndex(about.qualitative ? 1 : 0);
    }
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_viewpoint, m_type, m_measure, m_fixed, m_addYear})
        widget->setEnabled(writable);
    m_noTarget->setVisible(!indicatorTargetProblem(about.name, about.unit, u"1"_s).isEmpty());
    showValues(m_content);
}

/// The longest titles do not fit the box: then they are written out below it.
void IndicatorDetails::showViewpointTitle()
{
    constexpr int arrow = 44;
    const QString title = m_viewpoint->currentText();
    const int room = width() - kLabels - metrics::m - arrow;
    const bool cut = m_viewpoint->fontMetrics().horizontalAdvance(title) > room;
    m_viewpoint->setToolTip(cut ? title : QString());
    setParagraph(m_viewpointTitle, title);
    m_viewpointTitle->setVisible(cut);
}

void IndicatorDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showViewpointTitle();
}

void IndicatorDetails::focusName()
{
    m_name->edit()->setFocus();
    m_name->edit()->selectAll();
}

void IndicatorDetails::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
