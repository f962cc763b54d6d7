#include "people/timelinecard.h"

#include "base/fiscalyear.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kRail = 22; ///< room of the line at the left

QString kindText(TimelineEntry::Kind kind)
{
    switch (kind) {
    case TimelineEntry::Kind::Workshop:
        return TimelineCard::tr("研修会");
    case TimelineEntry::Kind::Answer:
        return TimelineCard::tr("回答");
    case TimelineEntry::Kind::Assessment:
        return TimelineCard::tr("評価");
    case TimelineEntry::Kind::Support:
        return TimelineCard::tr("支援");
    case TimelineEntry::Kind::Affiliation:
        return TimelineCard::tr("異動");
    }
    return {};
}

/// One event beside the line of time; assessments have a filled dot.
class Row : public QWidget
{
public:
    Row(bool filled, bool first, bool last, QWidget *parent)
        : QWidget(parent)
        , m_filled(filled)
        , m_first(first)
        , m_last(last)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Scheme scheme = currentScheme(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double x = 8, y = metrics::s + 8;
        painter.setPen(QPen(color(ColorRole::Line, scheme), 2));
        painter.drawLine(QPointF(x, m_first ? y : 0), QPointF(x, m_last ? y : height()));
        const QColor ink = color(m_filled ? ColorRole::Accent : ColorRole::SecondaryText, scheme);
        painter.setPen(QPen(ink, 2));
        painter.setBrush(m_filled ? ink : color(ColorRole::Card, scheme));
        painter.drawEllipse(QPointF(x, y), 4, 4);
    }

private:
    bool m_filled, m_first, m_last;
};

} // namespace

TimelineCard::TimelineCard(QWidget *parent)
    : Card(tr("これまでの歩み"), parent)
{
    setObjectName(u"timeline"_s);
    m_none = secondaryLabel(tr("研修会への参加、評価、支援を記録すると、ここに日付の順に並びます。"), this);
    m_none->setWordWrap(true);
    body()->addWidget(m_none);
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    body()->addLayout(m_list);
}

void TimelineCard::show(const std::vector<TimelineEntry> &entries, bool writable)
{
    for (QWidget *row : m_rows) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        m_rows.push_back(makeRow(entries[i], i == 0, i + 1 == entries.size(), writable));
        m_list->addWidget(m_rows.back());
        m_rows.back()->show();
    }
    setSubtitle(entries.empty() ? QString() : tr("%1件").arg(entries.size()));
    m_none->setVisible(entries.empty());
}

QString TimelineCard::textAt(int row) const
{
    return row >= 0 && row < count() ? m_rows[static_cast<std::size_t>(row)]->accessibleName() : QString();
}

QWidget *TimelineCard::makeRow(const TimelineEntry &entry, bool first, bool last, bool writable)
{
    using enum TimelineEntry::Kind;
    auto *row = new Row(entry.kind == Assessment, first, last, this);
    row->setObjectName(u"event%1"_s.arg(entry.id));
    const QString day = entry.day.isValid() ? eraDate(entry.day) : tr("日付なし");
    const QString head = tr("%1：%2").arg(kindText(entry.kind), entry.title);
    row->setAccessibleName(head);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(kRail, metrics::s, 0, metrics::s);
    line->setSpacing(metrics::s);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(secondaryLabel(tr("%1　%2").arg(day, kindText(entry.kind)), row));
    auto *title = new QLabel(row);
    setParagraph(title, entry.title);
    title->setFont(scaledFont(title, type::body, true));
    texts->addWidget(title);
    if (!entry.detail.isEmpty()) {
        auto *detail = new QLabel(row);
        setParagraph(detail, entry.detail);
        texts->addWidget(detail);
    }
    line->addLayout(texts, 1);
    const auto button = [&](const QString &text, const QString &name, auto action) {
        auto *made = new QPushButton(text, row);
        made->setObjectName(name);
        made->setAccessibleName(tr("%1 %2を%3").arg(day, head, text));
        makePlain(made);
        line->addWidget(made, 0, Qt::AlignTop);
        connect(made, &QPushButton::clicked, this, action);
    };
    if (entry.kind == Assessment && writable) {
        button(tr("直す"), u"edit"_s, [this, id = entry.id] { Q_EMIT editRequested(id); });
        button(tr("削除"), u"remove"_s, [this, id = entry.id] { Q_EMIT removeRequested(id); });
    } else if (entry.kind == Workshop || entry.kind == Support) {
        button(tr("開く"), u"open"_s,
               [this, kind = entry.kind, id = entry.id] { Q_EMIT openRequested(kind, id); });
    }
    return row;
}

} // namespace tane
