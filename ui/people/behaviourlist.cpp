#include "people/behaviourlist.h"

#include "shell/widgets.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// A check box whose text wraps: behaviours are sentences.
class WrappedCheck : public QWidget
{
public:
    WrappedCheck(const QString &text, QWidget *parent)
        : QWidget(parent)
        , box(new QCheckBox(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::xs);
        auto *label = new QLabel(this);
        setParagraph(label, text);
        label->setBuddy(box);
        box->setAccessibleName(text);
        row->addWidget(box, 0, Qt::AlignTop);
        row->addWidget(label, 1);
        label->installEventFilter(this);
    }
    QCheckBox *box;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonRelease)
            box->click(); // the sentence is part of the box
        return QWidget::eventFilter(watched, event);
    }
};

} // namespace

BehaviourList::BehaviourList(QWidget *parent)
    : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::s);
    m_note = secondaryLabel({}, this);
    m_note->setWordWrap(true);
    m_column->addWidget(m_note);
    m_proposal = new QLabel(this);
    m_proposal->setObjectName(u"proposal"_s);
    m_take = new QPushButton(this);
    m_take->setObjectName(u"takeProposal"_s);
    m_column->addWidget(m_proposal);
    m_column->addWidget(m_take, 0, Qt::AlignLeft);
    connect(m_take, &QPushButton::clicked, this, [this] {
        if (const auto level = proposedLevel(observed()))
            Q_EMIT levelTaken(std::min(*level, m_ladder.highest()));
    });
}

void BehaviourList::build(const Ladder &ladder)
{
    m_ladder = ladder;
    delete m_rows;
    m_boxes.clear();
    m_rows = new QWidget(this);
    auto *rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(metrics::xs + 2);
    int step = -1;
    for (const Behaviour &behaviour : behaviours()) {
        if (behaviour.step >= static_cast<int>(ladder.steps.size()))
            continue; // the officer's ladder is shorter
        if (behaviour.step != step) {
            step = behaviour.step;
            const LadderStep &named = ladder.steps[static_cast<std::size_t>(step)];
            auto *head = new QLabel(tr("%1　%2").arg(named.name, named.title), m_rows);
            head->setFont(scaledFont(head, type::secondary, true));
            head->setContentsMargins(0, step > 0 ? metrics::xs : 0, 0, 0);
            rows->addWidget(head);
        }
        auto *row = new WrappedCheck(behaviour.text, m_rows);
        row->box->setObjectName(u"behaviour-"_s + behaviour.code);
        rows->addWidget(row);
        m_boxes.emplace_back(behaviour, row->box);
        connect(row->box, &QCheckBox::toggled, this, &BehaviourList::propose);
    }
    m_column->insertWidget(1, m_rows);
}

void BehaviourList::show(const Ladder &ladder, const QStringList &observed, const QString &note)
{
    if (m_boxes.empty() || ladder.steps != m_ladder.steps)
        build(ladder);
    for (const auto &[behaviour, box] : m_boxes) {
        const QSignalBlocker quiet(box);
        box->setChecked(observed.contains(behaviour.code));
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    propose();
}

QStringList BehaviourList::observed() const
{
    QStringList codes;
    for (const auto &[behaviour, box] : m_boxes) {
        if (box->isChecked())
            codes << behaviour.code;
    }
    return codes;
}

QString BehaviourList::proposalText() const
{
    return m_proposal->accessibleName();
}

QCheckBox *BehaviourList::box(const QString &code) const
{
    for (const auto &[behaviour, box] : m_boxes) {
        if (behaviour.code == code)
            return box;
    }
    return nullptr;
}

std::pair<int, int> BehaviourList::seenOf(int step) const
{
    std::pair<int, int> seen;
    for (const auto &[behaviour, box] : m_boxes) {
        if (behaviour.step != step)
            continue;
        ++seen.second;
        seen.first += box->isChecked() ? 1 : 0;
    }
    return seen;
}

QString BehaviourList::reason(int level) const
{
    const int step = m_ladder.stepOf(level);
    const auto [seen, all] = seenOf(step);
    const QString name = m_ladder.steps[static_cast<std::size_t>(step)].name;
    QString text = seen < all  ? tr("%1の行動は%2つのうち%3つです").arg(name).arg(all).arg(seen)
                   : step == 0 ? tr("%1の行動がすべて見られます").arg(name)
                               : tr("%1までの行動がすべて見られます").arg(name);
    if (seen == all && step + 1 < static_cast<int>(m_ladder.steps.size())) {
        const auto [higher, of] = seenOf(step + 1);
        const QString next = m_ladder.steps[static_cast<std::size_t>(step) + 1].name;
        text += tr("（%1は%2つのうち%3つ）").arg(next).arg(of).arg(higher);
    }
    return text;
}

void BehaviourList::propose()
{
    auto level = proposedLevel(observed());
    if (level)
        level = std::min(*level, m_ladder.highest());
    setParagraph(m_proposal, level ? tr("提案は %1 です。%2。段階は、根拠とあわせてご判断ください。")
                                         .arg(m_ladder.levelText(*level), reason(*level))
                                   : tr("見られた行動に印を付けると、段階を提案します。"));
    m_take->setVisible(level.has_value());
    if (level)
        m_take->setText(tr("%1 にする").arg(m_ladder.levelText(*level)));
    Q_EMIT changed();
}

} // namespace tane
