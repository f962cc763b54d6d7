#include "participants/turnoutdelegate.h"

#include "shell/widgets.h"

#include <QPainter>
#include <QSortFilterProxyModel>

namespace tane {

namespace {

constexpr int kShades = 4; ///< nobody, only one of the two (two shades), both

int shadeOf(MunicipalityTurnout::Who who)
{
    switch (who) {
    case MunicipalityTurnout::Who::Both:
        return 3;
    case MunicipalityTurnout::Who::OnlyCoordinator:
        return 2;
    case MunicipalityTurnout::Who::OnlyOfficer:
        return 1;
    case MunicipalityTurnout::Who::OnlyOthers:
    case MunicipalityTurnout::Who::Nobody:
        return 0;
    }
    Q_UNREACHABLE();
}

} // namespace

TurnoutDelegate::TurnoutDelegate(int column, WhoOf whoOf, QObject *parent)
    : GridDelegate(parent)
    , m_column(column)
    , m_whoOf(std::move(whoOf))
{
}

void TurnoutDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    if (index.column() != m_column)
        return GridDelegate::paint(painter, option, index);
    paintRow(painter, option, index);
    const auto *filter = qobject_cast<const QSortFilterProxyModel *>(index.model());
    const int row = filter != nullptr ? filter->mapToSource(index).row() : index.row();
    const MunicipalityTurnout::Who who = m_whoOf(row);
    const Scheme scheme = currentScheme(option.widget);
    const QString text = index.data().toString();
    const QRect chip = option.rect.adjusted(metrics::xs, metrics::xs, -metrics::xs, -metrics::xs - 1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (who == MunicipalityTurnout::Who::Nobody) {
        painter->setPen(color(ColorRole::Line, scheme));
        painter->setBrush(Qt::NoBrush);
    } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(levelColor(shadeOf(who), kShades, scheme));
    }
    painter->drawRoundedRect(chip, 4, 4);
    painter->setPen(who == MunicipalityTurnout::Who::Nobody ? color(ColorRole::SecondaryText, scheme)
                                                            : onLevelColor(shadeOf(who), kShades, scheme));
    painter->setFont(option.font);
    painter->drawText(chip.adjusted(metrics::s, 0, -metrics::xs, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, chip.width() - metrics::m));
    painter->restore();
}

} // namespace tane
