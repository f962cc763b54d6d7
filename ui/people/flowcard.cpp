#include "people/flowcard.h"

#include "base/fiscalyear.h"
#include "charts/heatmap.h"
#include "people/peopletext.h"
#include "shell/editors/datefield.h"
#include "shell/flowlayout.h"

#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

FlowCard::FlowCard(PageContext &context, QWidget *parent)
    : ChartCard(tr("二つの時点の間の動き"), tr("図_レベルの動き"), context, parent)
{
    m_to = QDate::currentDate();
    m_from = FiscalYear::of(m_to).firstDay();
    m_fromField = addDate(tr("はじめの日"), &FlowCard::m_from);
    m_fromField->setObjectName(u"flowFrom"_s);
    m_toField = addDate(tr("あとの日"), &FlowCard::m_to);
    m_toField->setObjectName(u"flowTo"_s);
    auto *days = new QWidget(this);
    auto *row = new FlowLayout(metrics::s, days);
    row->addWidget(m_fromField);
    row->addWidget(new QLabel(u"～"_s, days));
    row->addWidget(m_toField);
    controls()->addWidget(days);

    m_arrived = secondaryLabel({}, this);
    m_arrived->setTextFormat(Qt::RichText);
    m_arrived->setWordWrap(true);
    m_arrived->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_cell = new QLabel(this);
    m_cell->setFont(scaledFont(m_cell, type::body, true));
    m_cell->setWordWrap(true);
    m_names = new QListWidget(this);
    m_names->setObjectName(u"flowNames"_s);
    m_names->setAccessibleName(tr("選んだ欄の方々"));
    m_names->setMaximumHeight(7 * metrics::rowHeight);
    extras()->addWidget(m_arrived);
    extras()->addWidget(m_cell);
    extras()->addWidget(m_names);
    m_cell->hide();
    m_names->hide();
    connect(heatMap(), &HeatMap::cellActivated, this, &FlowCard::showCell);
    connect(m_arrived, &QLabel::linkActivated, this, [this](const QString &step) {
        const auto at = static_cast<std::size_t>(step.toInt());
        showNames(tr("この間に初めて評価された方：%1").arg(m_registry->ladder.steps[at].name),
                  m_flow.arrived[at]);
    });
    connect(m_names, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT personRequested(item->data(Qt::UserRole).toLongLong());
    });
}

DateField *FlowCard::addDate(const QString &name, QDate FlowCard::*day)
{
    auto *field = new DateField(
        name,
        [this, day](QDate chosen) -> Result<> {
            if (!chosen.isValid())
                return fail(ErrorCode::Usage, tr("日付を書いてください。"));
            const QDate from = day == &FlowCard::m_from ? chosen : m_from;
            const QDate to = day == &FlowCard::m_to ? chosen : m_to;
            if (from >= to)
                return fail(ErrorCode::Usage, tr("あとの日は、はじめの日より後にしてください。"));
            this->*day = chosen;
            update();
            return {};
        },
        this);
    field->setValue(this->*day);
    return field;
}

void FlowCard::show(const Registry &registry, std::vector<const PersonRecord *> people)
{
    m_registry = &registry;
    m_people = std::move(people);
    update();
}

void FlowCard::update()
{
    if (m_registry == nullptr)
        return;
    m_flow = ladderFlow(*m_registry, m_people, m_from, m_to);
    setSpec(ladderFlowChart(m_registry->ladder, m_flow));
    m_cell->hide();
    m_names->hide();
    QStringList links;
    const QString ink = color(ColorRole::Accent, currentScheme(this)).name();
    for (std::size_t step = 0; step < m_flow.arrived.size(); ++step) {
        if (!m_flow.arrived[step].empty())
            links << u"<a href=\"%1\" style=\"color:%2\">%3</a>"_s.arg(step).arg(
                ink, tr("%1 %2名")
                         .arg(m_registry->ladder.steps[step].name.toHtmlEscaped())
                         .arg(m_flow.arrived[step].size()));
    }
    m_arrived->setVisible(!links.isEmpty());
    m_arrived->setText(paragraphHtml(tr("この間に初めて評価された方：%1").arg(links.join(u"、"_s))));
}

/// The chart has the best step first, as all tables of changes.
void FlowCard::showCell(int row, int column)
{
    const int last = static_cast<int>(m_registry->ladder.steps.size()) - 1;
    const auto then = static_cast<std::size_t>(last - row), later = static_cast<std::size_t>(last - column);
    if (then >= m_flow.people.size() || later >= m_flow.people.size())
        return;
    showNames(heatMap()->cellText(row, column), m_flow.people[then][later]);
}

void FlowCard::showNames(const QString &title, const std::vector<qint64> &people)
{
    m_cell->setText(people.empty() ? tr("%1　この欄に当てはまる方はいません。").arg(title) : title);
    m_cell->show();
    m_names->clear();
    for (const qint64 id : people) {
        const PersonRecord *person = m_registry->person(id);
        if (person == nullptr)
            continue;
        auto *item = new QListWidgetItem(
            tr("%1　%2").arg(personName(*person), placeText(*m_registry, *person, m_to)), m_names);
        item->setData(Qt::UserRole, id);
    }
    m_names->setVisible(!people.empty());
    m_names->setToolTip(tr("Enter またはダブルクリックで本人の記録を開きます。氏名は図や表には載りません。"));
}

} // namespace tane
