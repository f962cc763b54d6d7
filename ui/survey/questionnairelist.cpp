#include "survey/questionnairelist.h"

#include "shell/theme.h"
#include "shell/widgets.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <utility>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kId = Qt::UserRole, kBuiltIn = Qt::UserRole + 1, kNotes = Qt::UserRole + 2;
constexpr int kUsualWidth = 208;

/// A title over as many lines as it needs, and below it, small, what is to be known of it.
class TitleDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QString title = std::exchange(item.text, QString());
        const QWidget *view = option.widget;
        view->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, view);
        const Layout layout = layOut(view, title, index.data(kNotes).toString(), option.rect.width());
        painter->save();
        painter->setPen(option.palette.color(QPalette::Text));
        painter->setFont(layout.titleFont);
        painter->drawText(layout.title.translated(option.rect.topLeft()), kWrap, title);
        painter->setPen(option.palette.color(QPalette::PlaceholderText));
        painter->setFont(layout.noteFont);
        painter->drawText(layout.notes.translated(option.rect.topLeft()), kWrap,
                          index.data(kNotes).toString());
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *view = qobject_cast<const QListWidget *>(option.widget);
        const int width = view ? view->viewport()->width() - 2 * view->spacing() : kUsualWidth;
        const Layout layout =
            layOut(option.widget, index.data().toString(), index.data(kNotes).toString(), width);
        return {width, layout.notes.bottom() + metrics::s};
    }

private:
    static constexpr int kWrap = Qt::TextWrapAnywhere | Qt::AlignLeft | Qt::AlignTop;
    struct Layout
    {
        QFont titleFont, noteFont;
        QRect title, notes;
    };
    static Layout layOut(const QWidget *view, const QString &title, const QString &notes, int width)
    {
        Layout layout{scaledFont(view, type::body), scaledFont(view, type::secondary), {}, {}};
        const QRect room(metrics::s, metrics::s, width - 2 * metrics::s, 10'000);
        layout.title = QFontMetrics(layout.titleFont).boundingRect(room, kWrap, title);
        layout.notes =
            QFontMetrics(layout.noteFont)
                .boundingRect(room.translated(0, layout.title.height() + metrics::xs), kWrap, notes);
        layout.title.setWidth(room.width());
        layout.notes.setWidth(room.width());
        return layout;
    }
};

} // namespace

QuestionnaireList::QuestionnaireList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"questionnaires"_s);
    setAccessibleName(tr("調査票の一覧"));
    setItemDelegate(new TitleDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (!m_filling && item)
            Q_EMIT chosen(item->data(kId).toLongLong(), item->data(kBuiltIn).toString());
    });
}

void QuestionnaireList::show(const std::vector<StoredQuestionnaire> &stored, qint64 assigned, qint64 id,
                             const QString &builtIn)
{
    m_filling = true;
    clear();
    const auto entry = [&](const QString &title, const QStringList &notes, qint64 ofId,
                           const QString &ofBuiltIn) {
        const QString text = notes.isEmpty() ? title : QString(title + u'\n' + notes.join(u'・'));
        auto *item = new QListWidgetItem(title, this);
        item->setData(kNotes, notes.join(u'・'));
        item->setData(Qt::AccessibleTextRole, text);
        item->setData(kId, ofId);
        item->setData(kBuiltIn, ofBuiltIn);
        item->setToolTip(text);
        if (ofId == id && ofBuiltIn == builtIn)
            setCurrentItem(item);
    };
    QStringList known;
    for (const StoredQuestionnaire &each : stored) {
        if (each.builtIn)
            known << each.code;
        QStringList notes;
        if (each.version > 1)
            notes << tr("第%1版").arg(each.version);
        if (each.id == assigned)
            notes << tr("この研修会で使用");
        if (each.builtIn)
            notes << tr("組み込み");
        if (each.responses > 0)
            notes << tr("回答%1件").arg(each.responses);
        entry(each.title, notes, each.id, {});
    }
    for (const QString &code : builtInQuestionnaires())
        if (const auto one = loadQuestionnaire(code); one && !known.contains(code))
            entry(one->title, {tr("組み込み")}, 0, code);
    m_filling = false;
}

} // namespace tane
