#include "survey/questionnairetree.h"

#include "shell/widgets.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSet>

namespace tane {

namespace {

constexpr int kCode = Qt::UserRole;

/// "前・後": when an item is asked.
QString waves(const Item &item)
{
    QStringList words;
    if (item.askedBefore)
        words << QuestionnaireTree::tr("前");
    if (item.askedAfter)
        words << QuestionnaireTree::tr("後");
    if (item.askedFollowUp)
        words << QuestionnaireTree::tr("2～3か月後");
    return words.join(u'・');
}

QString kindOf(const Item &item)
{
    switch (item.type) {
    case AnswerType::Single:
        return QuestionnaireTree::tr("1つ選ぶ");
    case AnswerType::Multiple:
        return QuestionnaireTree::tr("いくつでも");
    case AnswerType::Text:
        return QuestionnaireTree::tr("自由記述");
    case AnswerType::Number:
        return QuestionnaireTree::tr("数字");
    }
    return {};
}

} // namespace

QuestionnaireTree::QuestionnaireTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("questionnaireTree"));
    setAccessibleName(tr("設問の一覧"));
    setColumnCount(3);
    setHeaderLabels({tr("設問"), tr("答え方"), tr("いつ")});
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(false);
    setUniformRowHeights(true);
    setIndentation(metrics::m);
    setDragDropMode(QAbstractItemView::InternalMove);
    setToolTip(tr("Alt+↑・Alt+↓ かドラッグで順を変えられます。"));
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            Q_EMIT chosenChanged(chosen());
    });
}

void QuestionnaireTree::showQuestionnaire(const Questionnaire &questionnaire, ItemPlace place, bool writable)
{
    m_filling = true;
    m_writable = writable;
    QSet<QString> folded;
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (!topLevelItem(i)->isExpanded())
            folded.insert(topLevelItem(i)->data(0, kCode).toString());
    clear();
    setDragEnabled(writable);
    invisibleRootItem()->setFlags(invisibleRootItem()->flags() | Qt::ItemIsDropEnabled);
    QTreeWidgetItem *current = nullptr;
    for (std::size_t s = 0; s < questionnaire.sets.size(); ++s) {
        const ItemSet &set = questionnaire.sets[s];
        auto *top = new QTreeWidgetItem(this, {QString(set.code + u'\u3000' + set.title)});
        top->setData(0, kCode, set.code);
        top->setToolTip(0, top->text(0));
        QFont bold = font();
        bold.setBold(true);
        top->setFont(0, bold);
        if (place == ItemPlace{static_cast<int>(s), -1})
            current = top;
        for (std::size_t i = 0; i < set.items.size(); ++i) {
            const Item &item = set.items[i];
            QString text = item.code + u'\u3000' + item.text;
            if (item.required)
                text.prepend(tr("＊"));
            auto *child = new QTreeWidgetItem(top, {text, kindOf(item), waves(item)});
            child->setData(0, kCode, item.code);
            child->setToolTip(0, item.text);
            child->setFlags(child->flags() & ~Qt::ItemIsDropEnabled);
            if (place == ItemPlace{static_cast<int>(s), static_cast<int>(i)})
                current = child;
        }
        top->setExpanded(!folded.contains(set.code) || current != nullptr);
    }
    if (current) {
        setCurrentItem(current);
        scrollToItem(current);
    }
    m_filling = false;
}

ItemPlace QuestionnaireTree::chosen() const
{
    QTreeWidgetItem *item = currentItem();
    if (!item)
        return {};
    if (!item->parent())
        return {indexOfTopLevelItem(item), -1};
    return {indexOfTopLevelItem(item->parent()), item->parent()->indexOfChild(item)};
}

void QuestionnaireTree::keyPressEvent(QKeyEvent *event)
{
    const bool moves = event->modifiers().testFlag(Qt::AltModifier) &&
                       (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down);
    if (m_writable && moves)
        return Q_EMIT moveRequested(event->key() == Qt::Key_Up ? -1 : 1);
    if (m_writable && event->key() == Qt::Key_Insert)
        return Q_EMIT addRequested();
    if (m_writable && event->key() == Qt::Key_Delete)
        return Q_EMIT removeRequested();
    QTreeWidget::keyPressEvent(event);
}

void QuestionnaireTree::dropEvent(QDropEvent *event)
{
    if (!m_writable)
        return event->ignore();
    m_filling = true;
    QTreeWidget::dropEvent(event);
    m_filling = false;
    std::vector<std::pair<QString, QStringList>> codes;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem *top = topLevelItem(i);
        QStringList items;
        for (int child = 0; child < top->childCount(); ++child)
            items << top->child(child)->data(0, kCode).toString();
        codes.emplace_back(top->data(0, kCode).toString(), items);
    }
    Q_EMIT arranged(codes);
}

} // namespace tane
