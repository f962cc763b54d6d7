#include "survey/freetextmodel.h"

#include "shell/textlines.h"
#include "shell/widgets.h"

#include <QListView>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kMostLines = 40; // of one answer; the whole is its tool tip

bool passes(const FreeAnswer &answer, const FreeTextFilter &filter)
{
    if (!filter.question.isEmpty() && answer.question != filter.question)
        return false;
    if (!filter.role.isEmpty() && answer.role != filter.role)
        return false;
    switch (filter.state) {
    case FreeTextFilter::State::All:
        return true;
    case FreeTextFilter::State::Uncoded:
        return answer.codes.empty();
    case FreeTextFilter::State::Quoted:
        return answer.excerpt != 0;
    case FreeTextFilter::State::Code:
        return std::ranges::find(answer.codes, filter.code) != answer.codes.end();
    }
    return true;
}

QFont smallFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setPointSizeF(type::secondary);
    return font;
}

int textWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return std::max(120, width - 2 * metrics::m);
}

} // namespace

void FreeTextModel::show(const FreeTexts &texts, const FreeTextFilter &filter)
{
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < texts.answers.size(); ++i) {
        if (passes(texts.answers[i], filter))
            rows.push_back(i);
    }
    const auto same = [&] {
        return rows.size() == m_rows.size() &&
               std::ranges::equal(rows, m_rows, [&](std::size_t a, std::size_t b) {
                   const FreeAnswer &now = texts.answers[a], &then = m_texts.answers[b];
                   return now.response == then.response && now.item == then.item && now.text == then.text;
               });
    };
    const bool keep = same();
    if (!keep)
        beginResetModel();
    m_texts = texts;
    m_rows = std::move(rows);
    m_names.clear();
    for (const TextCode &code : texts.codes)
        m_names.insert(code.id, code.name);
    if (!keep)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

const FreeAnswer *FreeTextModel::answer(int row) const
{
    return row < 0 || row >= static_cast<int>(m_rows.size())
               ? nullptr
               : &m_texts.answers[m_rows[static_cast<std::size_t>(row)]];
}

int FreeTextModel::rowOf(qint64 response, qint64 item) const
{
    const auto found = std::ranges::find_if(m_rows, [&](std::size_t i) {
        return m_texts.answers[i].response == response && m_texts.answers[i].item == item;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int FreeTextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FreeTextModel::data(const QModelIndex &index, int role) const
{
    const FreeAnswer *one = answer(index.row());
    if (!one)
        return {};
    const auto codes = [&] {
        QStringList names;
        for (const qint64 code : one->codes)
            names << m_names.value(code);
        return names;
    };
    const QString source = tr("%1　%2・%3").arg(one->question, one->role, waveText(one->wave));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return one->text;
    case Qt::AccessibleTextRole:
        return QString(source + u'。' + one->text + u'。' + codes().join(u'、'));
    case SourceRole:
        return source;
    case CodesRole:
        return codes();
    case QuotedRole:
        return one->excerpt != 0;
    default:
        return {};
    }
}

void FreeTextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    const Scheme scheme = currentScheme(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, color(ColorRole::WeakAccent, scheme));
    if (selected && option.widget && option.widget->hasFocus())
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          color(ColorRole::Accent, scheme));
    painter->setPen(color(ColorRole::Line, scheme));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const int width = textWidth(option);
    QRect room(option.rect.left() + metrics::m, option.rect.top() + metrics::s, width, option.rect.height());
    const QFont small = smallFont(option);
    const int line = TextLines::pitch(small);
    painter->setFont(small);
    painter->setPen(color(ColorRole::SecondaryText, scheme));
    painter->drawText(QRect(room.topLeft(), QSize(width, line)), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data(FreeTextModel::SourceRole).toString());
    if (index.data(FreeTextModel::QuotedRole).toBool()) {
        painter->setPen(color(ColorRole::Accent, scheme));
        painter->drawText(QRect(room.topLeft(), QSize(width, line)), Qt::AlignRight | Qt::AlignVCenter,
                          tr("報告書に引用"));
    }
    room.setTop(room.top() + line + 2);
    const TextLines text(index.data(Qt::DisplayRole).toString(), option.font, width, kMostLines);
    painter->setFont(option.font);
    painter->setPen(color(ColorRole::Text, scheme));
    text.paint(*painter, QRect(room.topLeft(), QSize(width, text.height())), Qt::AlignLeft | Qt::AlignTop);
    room.setTop(room.top() + text.height() + 2);
    const QStringList codes = index.data(FreeTextModel::CodesRole).toStringList();
    painter->setFont(small);
    painter->setPen(color(codes.isEmpty() ? ColorRole::SecondaryText : ColorRole::Accent, scheme));
    const QString below = codes.isEmpty() ? tr("コードなし") : QString(u"■ "_s + codes.join(u"　■ "_s));
    painter->drawText(QRect(room.topLeft(), QSize(width, line)), Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(below, Qt::ElideRight, width));
    painter->restore();
}

QSize FreeTextDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = textWidth(option);
    const int line = TextLines::pitch(smallFont(option));
    const TextLines text(index.data(Qt::DisplayRole).toString(), option.font, width, kMostLines);
    return {width, 2 * metrics::s + line + 2 + text.height() + line + 2};
}

} // namespace tane
