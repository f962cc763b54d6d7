#include "issues/councildetails.h"

#include "base/typeddate.h"
#include "issues/linklist.h"
#include "parts/gridview.h"
#include "parts/recordpicker.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QLabel *smallTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(scaledFont(label, type::body, true));
    label->setContentsMargins(0, metrics::s, 0, 0);
    return label;
}

bool isLate(const CouncilAction &action, QDate today)
{
    return !action.done && action.dueOn.isValid() && action.dueOn < today;
}

} // namespace

ActionCount countActions(const std::vector<CouncilAction> &actions, QDate today)
{
    ActionCount count;
    for (const CouncilAction &action : actions) {
        ++(action.done ? count.done : count.open);
        count.late += isLate(action, today) ? 1 : 0;
    }
    return count;
}

CouncilDetails::CouncilDetails(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_form(document, tr("協議の場"), [this](const Result<> &result) { report(result); })
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, metrics::s, 0);
    m_prompt = secondaryLabel({}, this);
    setParagraph(m_prompt,
                 tr("一覧で選ぶと、出した課題、合意したこと、これからの取組をここで編集できます。"));
    m_fields = new QWidget(this);
    auto *inner = new QVBoxLayout(m_fields);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::s);
    makeFields(inner);
    makeActions(inner);
    inner->addStretch(1);
    column->addWidget(m_prompt);
    column->addWidget(m_fields, 1);
    column->addStretch(0);
}

void CouncilDetails::makeFields(QVBoxLayout *column)
{
    auto *grid = new FieldGrid(76);
    column->addLayout(grid);
    auto *day = m_form.date(m_fields, tr("開催日"), &CouncilRecord::heldOn);
    day->setObjectName(u"councilDay"_s);
    day->setEarliest(QDate::currentDate().addYears(-1).addDays(1));
    grid->addField(tr("開催日"), {day});
    m_body = m_form.line(m_fields, tr("会議の名前"), &CouncilRecord::body);
    m_body->setObjectName(u"councilBody"_s);
    m_body->setPlaceholder(tr("在宅医療・介護連携推進協議会 など"));
    grid->addField(tr("会議の名前"), {m_body});
    auto *municipality = m_form.box<qint64>(m_fields, tr("市町村"), &CouncilRecord::municipality, [this] {
        std::vector<std::pair<QString, qint64>> choices{{tr("（なし）"), 0}};
        for (const Municipality &each : m_registry->municipalities)
            choices.emplace_back(each.name, each.id);
        return choices;
    });
    municipality->setMaxVisibleItems(20);
    auto *area = m_form.box<qint64>(m_fields, tr("圏域"), &CouncilRecord::careArea, [this] {
        std::vector<std::pair<QString, qint64>> choices{{tr("（なし）"), 0}};
        for (const CareArea &each : m_registry->areas)
            choices.emplace_back(each.name, each.id);
        return choices;
    });
    grid->addField(tr("市町村・圏域"), {municipality, area});
    column->addWidget(smallTitle(tr("出した課題"), m_fields));
    m_cards = new LinkList(tr("出した課題"), m_fields);
    m_cards->setObjectName(u"councilCards"_s);
    m_cards->setEmptyText(tr("カードを結ぶと、そのカードから合意と取組をたどれます。"));
    column->addWidget(m_cards);
    m_picker = new RecordPicker(tr("出した課題のカードを加える"), tr("カードを探して加える"), m_fields);
    m_picker->setObjectName(u"councilPicker"_s);
    m_picker->installEventFilter(this);
    column->addWidget(m_picker);
    connect(m_cards, &LinkList::opened, this, &CouncilDetails::openRow);
    connect(m_cards, &LinkList::removed, this, [this](const LinkList::Item &item) {
        report(setCouncilCard(m_document, m_form.id(), item.removes, false, tr("出した課題の取り外し")));
    });
    connect(m_picker, &RecordPicker::picked, this, [this](qint64 card) {
        report(setCouncilCard(m_document, m_form.id(), card, true, tr("出した課題の追加")));
    });
    auto *texts = new FieldGrid(76);
    column->addLayout(texts);
    auto *presented = m_form.text(m_fields, tr("出したこと"), &CouncilRecord::presented, 2);
    presented->setObjectName(u"councilPresented"_s);
    texts->addField(tr("出したこと"), {presented});
    auto *agreed = m_form.text(m_fields, tr("合意したこと"), &CouncilRecord::agreed, 3);
    agreed->setObjectName(u"councilAgreed"_s);
    texts->addField(tr("合意したこと"), {agreed});
    texts->addField(tr("備考"), {m_form.text(m_fields, tr("備考"), &CouncilRecord::note)});
}

void CouncilDetails::makeActions(QVBoxLayout *column)
{
    auto *head = new QHBoxLayout;
    head->addWidget(smallTitle(tr("これからの取組"), m_fields));
    m_count = secondaryLabel({}, m_fields);
    m_count->setContentsMargins(0, metrics::s, 0, 0);
    head->addWidget(m_count, 1);
    m_removeAction = new QPushButton(tr("削除"), m_fields);
    m_removeAction->setObjectName(u"removeAction"_s);
    makePlain(m_removeAction);
    m_addAction = new QPushButton(tr("取組を加える"), m_fields);
    m_addAction->setObjectName(u"addAction"_s);
    head->addWidget(m_removeAction);
    head->addWidget(m_addAction);
    column->addLayout(head);
    m_model = new GridModel(this);
    m_actions = new GridView(tr("これからの取組"), m_model, m_fields);
    m_actions->setObjectName(u"councilActions"_s);
    m_actions->installEventFilter(this);
    makeColumns();
    column->addWidget(m_actions);
    connect(m_addAction, &QPushButton::clicked, this, &CouncilDetails::addAction);
    connect(m_removeAction, &QPushButton::clicked, this, &CouncilDetails::removeAction);
    connect(m_actions, &GridView::addRequested, this, &CouncilDetails::addAction);
    connect(m_actions, &GridView::removeRequested, this, &CouncilDetails::removeAction);
    connect(m_actions, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == Done)
            toggleDone(index);
    });
    connect(m_model, &GridModel::failed, this, &CouncilDetails::failed);
    connect(m_model, &GridModel::saved, this, &CouncilDetails::succeeded);
}

void CouncilDetails::makeColumns()
{
    std::vector<GridColumn> columns(Due + 1);
    columns[Done] = {.title = tr("済み"),
                     .text = [this](int row) { return at(row).done ? u"✓"_s : u"□"_s; },
                     .tip = tr("クリックかスペースキーで付けます"),
                     .spoken = [this](int row) { return at(row).done ? tr("済み") : tr("まだ"); }};
    const auto text = [this](const QString &title, QString CouncilAction::*member) {
        return GridColumn{.title = title,
                          .text = [this, member](int row) { return at(row).*member; },
                          .save =
                              [this, member, title](int row, const QVariant &value) {
                                  return saveField<CouncilAction>(m_document, at(row).id, member,
                                                                  value.toString().trimmed(),
                                                                  tr("取組の%1の変更").arg(title));
                              }};
    };
    columns[What] = text(tr("何を"), &CouncilAction::what);
    columns[Who] = text(tr("だれが"), &CouncilAction::who);
    columns[Due] = {
        .title = tr("いつまでに"),
        .text =
            [this](int row) {
                const CouncilAction &action = at(row);
                if (!action.dueOn.isValid())
                    return QString();
                return isLate(action, QDate::currentDate()) ? tr("⚠ %1").arg(dayText(action.dueOn))
                                                            : dayText(action.dueOn);
            },
        .sort = [this](int row) { return at(row).dueOn.isValid() ? QVariant(at(row).dueOn) : QVariant(); },
        .save = [this](int row, const QVariant &value) -> Result<> {
            const QString typed = value.toString().trimmed();
            const auto day = parseTypedDate(typed, QDate::currentDate());
            if (!typed.isEmpty() && !day)
                return fail(
                    ErrorCode::BadFormat,
                    tr("「%1」は日付として読めません。「12/10」や「令和8年12月10日」のように書いてください。")
                        .arg(typed));
            return saveField<CouncilAction>(m_document, at(row).id, &CouncilAction::dueOn,
                                            typed.isEmpty() ? QDate() : *day, tr("取組の期限の変更"));
        },
        .edited =
            [this](int row) {
                return at(row).dueOn.isValid() ? QVariant(dayText(at(row).dueOn)) : QVariant(QString());
            },
        .spoken =
            [this](int row) {
                const CouncilAction &action = at(row);
                if (!action.dueOn.isValid())
                    return QString();
                return isLate(action, QDate::currentDate())
                           ? tr("%1、期限を過ぎました").arg(dayText(action.dueOn))
                           : dayText(action.dueOn);
            }};
    m_model->setColumns(std::move(columns));
    m_model->setFaded([this](int row) { return at(row).done; });
    const double letters[] = {2.5, 12, 6, 9.6};
    for (int column = 0; column <= Due; ++column)
        m_actions->setLetters(column, letters[column]);
    m_actions->horizontalHeader()->setSectionResizeMode(What, QHeaderView::Stretch);
}

void CouncilDetails::showCouncil(const Registry &registry, const Pipeline &pipeline,
                                 const CouncilContent *council, bool writable)
{
    m_prompt->setVisible(council == nullptr);
    m_fields->setVisible(council != nullptr);
    m_registry = &registry;
    if (council == nullptr)
        return m_form.leave();
    const CouncilContent shown = *council; // saving what was typed reads the councils anew
    m_form.show(shown.record, writable);
    m_pipeline = &pipeline;
    std::vector<LinkList::Item> items;
    for (const qint64 id : shown.cards)
        if (const IssueCard *card = pipeline.card(id))
            items.push_back({u"pipeline"_s, u"issue_card"_s, id, card->title,
                             QString(issueStageText(card->stage) + u'・' + issueStatusText(card->status)),
                             id});
    m_cards->setItems(items, writable);
    m_rows = shown.actions;
    std::vector<qint64> ids;
    for (const CouncilAction &action : m_rows)
        ids.push_back(action.id);
    m_model->setEditable(writable);
    m_model->setRows(std::move(ids));
    m_actions->setFixedHeight(m_actions->horizontalHeader()->sizeHint().height() +
                              std::clamp(static_cast<int>(m_rows.size()), 2, 8) * metrics::rowHeight + 4);
    const ActionCount count = countActions(m_rows, QDate::currentDate());
    m_count->setText(m_rows.empty() ? QString()
                     : count.late > 0 ? tr("残り%1件・期限を過ぎたもの%2件").arg(count.open).arg(count.late)
                                      : tr("残り%1件").arg(count.open));
    for (QWidget *each : {static_cast<QWidget *>(m_picker), static_cast<QWidget *>(m_addAction),
                          static_cast<QWidget *>(m_removeAction)})
        each->setEnabled(writable);
    m_removeAction->setVisible(!m_rows.empty());
}

void CouncilDetails::addAction()
{
    CouncilAction action;
    action.council = m_form.id();
    action.what = tr("新しい取組");
    const auto id = RecordTable<CouncilAction>(m_document).add(action, tr("取組の追加"));
    if (!id)
        return report(std::unexpected(id.error()));
    report({});
    if (!m_actions->select(*id))
        return;
    const QModelIndex cell = m_actions->currentIndex().siblingAtColumn(What);
    m_actions->setCurrentIndex(cell);
    m_actions->setFocus();
    m_actions->edit(cell);
}

void CouncilDetails::removeAction()
{
    const qint64 id = m_actions->currentId();
    if (id != 0)
        report(RecordTable<CouncilAction>(m_document).remove(id, tr("取組の削除")));
}

void CouncilDetails::toggleDone(const QModelIndex &index)
{
    const int row = m_model->rowOf(index.data(GridModel::idRole).toLongLong());
    if (row < 0 || !m_addAction->isEnabled())
        return;
    report(saveField<CouncilAction>(m_document, at(row).id, &CouncilAction::done, !at(row).done,
                                    at(row).done ? tr("取組を「まだ」に戻す") : tr("取組を「済み」にする")));
}

bool CouncilDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_actions && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        toggleDone(m_actions->currentIndex());
        return true;
    }
    if (watched == m_picker && event->type() == QEvent::FocusIn && m_pipeline != nullptr) {
        std::vector<RecordPicker::Item> items;
        for (const IssueCard &card : m_pipeline->cards)
            items.push_back({card.id, tr("%1（%2）").arg(card.title, issueStageText(card.stage)), QString()});
        m_picker->setItems(items);
    }
    return QWidget::eventFilter(watched, event);
}

void CouncilDetails::focusBody()
{
    m_body->edit()->setFocus();
    m_body->edit()->selectAll();
}

void CouncilDetails::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
