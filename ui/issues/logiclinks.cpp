#include "issues/logiclinks.h"

#include "shell/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kNodeRole = Qt::UserRole;

/// The columns a box is linked to: what is drawn as a line. A measure can lead to an outcome with no
/// indicator between them.
bool canLink(LogicNode::Kind one, LogicNode::Kind other)
{
    const auto [low, high] = std::minmax(one, other);
    using Kind = LogicNode::Kind;
    return (low == Kind::Measure && (high == Kind::Indicator || high == Kind::Outcome)) ||
           (low == Kind::Indicator && high == Kind::Outcome) || (low == Kind::Outcome && high == Kind::Goal);
}

/// Rows as high as their whole text takes beside the box to tick.
void fitRows(QListWidget *list)
{
    const QSignalBlocker quiet(list);
    constexpr int box = 34;
    const int room = std::max(list->viewport()->width() - box - 2 * metrics::s, 60);
    for (int row = 0; row < list->count(); ++row) {
        QListWidgetItem *item = list->item(row);
        const QRect text = list->fontMetrics().boundingRect(QRect(0, 0, room, 10000),
                                                            Qt::TextWordWrap | Qt::AlignLeft, item->text());
        item->setSizeHint({room, std::max<int>(metrics::rowHeight, text.height() + 2 * metrics::s + 2)});
    }
}

} // namespace

LogicLinks::LogicLinks(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    m_title = new ElidedLabel({}, this);
    m_title->setFont(scaledFont(m_title, type::body, true));
    m_prompt = secondaryLabel({}, this);
    m_prompt->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_prompt);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::m);
    for (int kind = 0; kind < kLogicKinds; ++kind) {
        Side &side = m_sides[static_cast<std::size_t>(kind)];
        side.box = new QWidget(this);
        auto *inner = new QVBoxLayout(side.box);
        inner->setContentsMargins(0, 0, 0, 0);
        inner->setSpacing(metrics::xs);
        side.title = secondaryLabel({}, side.box);
        side.list = new QListWidget(side.box);
        side.list->setObjectName(u"logicLinks%1"_s.arg(kind));
        side.list->setWordWrap(true);
        side.list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        side.title->setBuddy(side.list);
        inner->addWidget(side.title);
        inner->addWidget(side.list, 1);
        row->addWidget(side.box, 1);
        side.list->setTextElideMode(Qt::ElideNone);
        side.list->viewport()->installEventFilter(this);
        connect(side.list, &QListWidget::itemChanged, this, &LogicLinks::changed);
    }
    column->addLayout(row, 1);
}

void LogicLinks::showNode(const LogicContent &content, qint64 node, bool writable)
{
    const LogicNode *shown = content.node(node);
    m_node = shown != nullptr ? node : 0;
    m_kind = shown != nullptr ? shown->kind : LogicNode::Kind::Measure;
    m_title->setVisible(shown != nullptr);
    m_title->setText(shown != nullptr ? tr("「%1」のつながり").arg(shown->text) : QString());
    m_prompt->setVisible(shown == nullptr);
    m_prompt->setText(tr("上の表で行を選ぶと、つながる先をここで選べます。"));
    for (int index = 0; index < kLogicKinds; ++index) {
        const auto kind = static_cast<LogicNode::Kind>(index);
        Side &side = m_sides[static_cast<std::size_t>(index)];
        side.box->setVisible(shown != nullptr && canLink(m_kind, kind));
        const QString title = kind > m_kind ? tr("つながる先：%1").arg(logicKindText(kind))
                                            : tr("もとになる：%1").arg(logicKindText(kind));
        side.title->setText(title);
        side.list->setAccessibleName(title);
        const QSignalBlocker quiet(side.list);
        const int current = side.list->currentRow();
        side.list->clear();
        if (shown == nullptr)
            continue;
        for (const LogicNode *other : content.of(kind)) {
            auto *item = new QListWidgetItem(other->text, side.list);
            item->setData(kNodeRole, other->id);
            const bool on = std::ranges::any_of(content.links, [&](const LogicLink &link) {
                return (link.origin == m_node && link.result == other->id) ||
                       (link.origin == other->id && link.result == m_node);
            });
            item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
            item->setFlags(writable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                    : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        }
        fitRows(side.list);
        side.list->setCurrentRow(std::min(current, side.list->count() - 1));
    }
}

bool LogicLinks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        for (const Side &side : m_sides)
            if (side.list != nullptr && side.list->viewport() == watched)
                fitRows(side.list);
    return QWidget::eventFilter(watched, event);
}

void LogicLinks::changed(QListWidgetItem *item)
{
    const qint64 other = item->data(kNodeRole).toLongLong();
    const bool on = item->checkState() == Qt::Checked;
    const bool forward = std::ranges::any_of(m_sides, [&](const Side &side) {
        return side.list == item->listWidget() && &side - m_sides.data() > static_cast<int>(m_kind);
    });
    // The list is filled anew while it is still telling: that comes after.
    QMetaObject::invokeMethod(
        this,
        [this, node = m_node, other, on, forward] {
            const QString label = on ? tr("つながりの追加") : tr("つながりの削除");
            const Result<> saved =
                setLogicLink(m_document, forward ? node : other, forward ? other : node, on, label);
            if (saved)
                Q_EMIT succeeded();
            else
                Q_EMIT failed(saved.error());
        },
        Qt::QueuedConnection);
}

} // namespace tane
