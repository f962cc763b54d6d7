#include "issues/messagepage.h"

#include "issues/cardtext.h"
#include "issues/messageeditor.h"
#include "issues/pipeline.h"
#include "issues/showissuesheet.h"
#include "shell/columnscroll.h"
#include "shell/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kBothColumns = 820;
}

MessagePage::MessagePage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("市町村への伝達メモ"), pageContext, parent)
{
    makeEmpty();
    m_content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::m);
    body()->addWidget(m_content, 1);
    makeHeader();
    makeList();
    makeEditor();
}

void MessagePage::makeEmpty()
{
    m_empty =
        new EmptyState(tr("伝達メモはまだありません"),
                       tr("現場で起きていることを、事実・考えられること・補足資料・お願いに分けて、市町村に"
                          "1枚で伝えるメモです。模造紙や課題のカードからも書き始められます。"),
                       tr("伝達メモを書く"), this);
    m_empty->button()->setObjectName(u"addFirstMessage"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { begin({}); });
    QPushButton *toBoard = m_empty->addButton(tr("模造紙から始める"));
    toBoard->setObjectName(u"toBoard"_s);
    connect(toBoard, &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"board"_s); });
    m_empty->setLink(tr("見本で試す"));
    connect(m_empty, &EmptyState::linkActivated, this, &Page::sampleRequested);
    body()->addWidget(m_empty, 1);
}

void MessagePage::makeHeader()
{
    m_remove = new QPushButton(tr("削除"), this);
    m_remove->setObjectName(u"removeMessage"_s);
    m_print = new QPushButton(symbolIcon(Symbol::Print), tr("印刷・書き出し"), this);
    m_print->setObjectName(u"printMessage"_s);
    m_add = new QPushButton(symbolIcon(Symbol::Plus, ColorRole::AccentText), tr("伝達メモを書く"), this);
    m_add->setObjectName(u"addMessage"_s);
    makePrimary(m_add);
    for (QPushButton *button : {m_remove, m_print, m_add})
        header()->addAction(button);
    connect(m_remove, &QPushButton::clicked, this, &MessagePage::remove);
    connect(m_print, &QPushButton::clicked, this, [this] { print(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { begin({}); });
    auto *sheet = new QAction(tr("伝達メモを印刷・書き出し…"), this);
    connect(sheet, &QAction::triggered, this, [this] { print(false); });
    auto *blank = new QAction(tr("手書き用の白紙（伝達メモ）…"), this);
    connect(blank, &QAction::triggered, this, [this] { print(true); });
    m_exports << sheet << blank;
}

void MessagePage::makeList()
{
    auto *card = new Card({}, m_content);
    m_model = new GridModel(this);
    m_table = new GridView(tr("伝達メモの一覧"), m_model, card);
    m_table->setObjectName(u"messages"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    const auto at = [this](int row) -> const IssueMessage & {
        return m_messages[static_cast<std::size_t>(row)];
    };
    std::vector<GridColumn> columns(WrittenOn + 1);
    columns[Title] = {.title = tr("件名"), .text = [at](int row) {
                          return at(row).title.isEmpty() ? tr("（件名未記入）") : at(row).title;
                      }};
    columns[Place] = {.title = tr("市町村"), .text = [this, at](int row) {
                          const Municipality *place = registry().municipality(at(row).municipality);
                          return place != nullptr ? place->name : QString();
                      }};
    columns[WrittenOn] = {.title = tr("記入日"),
                          .text = [at](int row) { return shortDay(at(row).writtenOn); },
                          .sort = [at](int row) -> QVariant {
                              const QDate day = at(row).writtenOn;
                              return day.isValid() ? QVariant(day) : QVariant();
                          }};
    m_model->setColumns(std::move(columns));
    m_model->setEditable(false);
    m_table->setLetters(Place, 4.5);
    m_table->setLetters(WrittenOn, 5.5);
    m_table->horizontalHeader()->setSectionResizeMode(Title, QHeaderView::Stretch);
    m_table->verticalHeader()->setDefaultSectionSize(44);
    card->body()->addWidget(m_table);
    m_columns->addWidget(card, 5);
    connect(m_table, &GridView::selectedChanged, this, &MessagePage::showCurrent);
    connect(m_table, &GridView::addRequested, this, [this] { begin({}); });
    connect(m_table, &GridView::removeRequested, this, &MessagePage::remove);
    connect(m_table, &QTableView::activated, this, [this] { m_editor->focusTitle(); });
}

void MessagePage::makeEditor()
{
    auto *card = new Card({}, m_content);
    m_scroll = new ColumnScroll(card);
    m_editor = new MessageEditor(document(), nullptr);
    m_scroll->setContent(m_editor);
    card->body()->addWidget(m_scroll, 1);
    m_columns->addWidget(card, 8);
    connect(m_editor, &MessageEditor::failed, this, &MessagePage::showError);
    connect(m_editor, &MessageEditor::succeeded, this, &MessagePage::clearError);
    connect(m_editor, &MessageEditor::cardRequested, this,
            [this](qint64 id) { Q_EMIT openRow(u"pipeline"_s, u"issue_card"_s, id); });
    connect(m_editor, &MessageEditor::boardRequested, this,
            [this](qint64 id) { Q_EMIT openRow(u"board"_s, u"board"_s, id); });
    connect(m_editor, &MessageEditor::chainTextRequested, this, &MessagePage::takeChainText);
}

void MessagePage::takeChainText()
{
    SavedField::commitAll(this);
    const IssueMessage *shown = current();
    if (shown == nullptr || !isWritable())
        return;
    IssueMessage changed = *shown;
    const auto chain = chainOfSeed(document(), changed.card);
    if (!report(chain) || !*chain)
        return;
    changed.view = withChainText(changed.view, **chain);
    report(RecordTable<IssueMessage>(document()).update(changed, tr("深掘りの文の取り込み")));
}

void MessagePage::fill()
{
    auto all = RecordTable<IssueMessage>(document()).all();
    if (!report(all))
        return;
    std::ranges::stable_sort(*all, [](const IssueMessage &a, const IssueMessage &b) {
        return a.writtenOn != b.writtenOn ? a.writtenOn > b.writtenOn : a.id > b.id;
    });
    const qint64 shown = m_table->currentId();
    m_messages = std::move(*all);
    std::vector<qint64> ids;
    for (const IssueMessage &each : m_messages)
        ids.push_back(each.id);
    const bool any = !ids.empty();
    m_model->setRows(std::move(ids));
    if (any && !m_table->select(shown))
        m_table->select(m_messages.front().id);
    header()->setContext(any ? tr("%1件").arg(m_messages.size()) : QString());
    m_empty->setVisible(!any);
    m_empty->button()->setEnabled(isWritable());
    m_content->setVisible(any);
    for (QWidget *widget : {m_remove, m_print, m_add})
        widget->setVisible(any);
    m_add->setEnabled(isWritable());
    showCurrent();
}

const IssueMessage *MessagePage::current() const
{
    const int row = m_model->rowOf(m_table->currentId());
    return row < 0 ? nullptr : &m_messages[static_cast<std::size_t>(row)];
}

void MessagePage::showCurrent()
{
    const IssueMessage *message = current();
    MessageEditor::About about;
    if (message != nullptr && message->card != 0) {
        if (const auto found = RecordTable<IssueCard>(document()).load(message->card))
            about.cardTitle = found->title;
        if (auto chain = chainOfSeed(document(), message->card); report(chain))
            about.chain = std::move(*chain);
    }
    if (message != nullptr && message->board != 0)
        if (const auto found = RecordTable<Board>(document()).load(message->board))
            about.boardName = boardTitle(*found);
    m_editor->showMessage(registry(), message, about, isWritable());
    message = current();
    m_print->setEnabled(message != nullptr);
    m_remove->setEnabled(message != nullptr && isWritable());
}

bool MessagePage::begin(IssueMessage message)
{
    if (!isWritable())
        return false;
    if (!message.writtenOn.isValid())
        message.writtenOn = QDate::currentDate();
    const auto id = RecordTable<IssueMessage>(document()).add(message, tr("伝達メモの追加"));
    if (!report(id))
        return false;
    refresh();
    if (!m_table->select(*id))
        return false;
    m_editor->focusTitle();
    return true;
}

bool MessagePage::revealCard(qint64 card)
{
    const auto known = std::ranges::find(m_messages, card, &IssueMessage::card);
    if (known != m_messages.end())
        return m_table->select(known->id);
    const auto draft = messageFromCard(document(), card);
    return report(draft) && begin(*draft);
}

/// With what the group wrote on its band as the request, where it wrote anything.
bool MessagePage::revealBoard(qint64 board)
{
    const auto about = [&](const IssueMessage &one) { return one.board == board && one.card == 0; };
    const auto known = std::ranges::find_if(m_messages, about);
    if (known != m_messages.end())
        return m_table->select(known->id);
    const auto content = loadBoard(document(), board);
    if (!report(content))
        return false;
    IssueMessage draft{.board = board, .municipality = content->board.municipality};
    draft.request = content->bandTexts().join(u'\n');
    return begin(draft);
}

bool MessagePage::reveal(const QString &table, qint64 row)
{
    if (table == "issue_card"_L1)
        return revealCard(row);
    if (table == "board"_L1)
        return revealBoard(row);
    if (table != "issue_message"_L1 || !m_table->select(row))
        return false;
    m_table->setFocus();
    return true;
}

void MessagePage::remove()
{
    const IssueMessage *message = current();
    if (message == nullptr || !isWritable())
        return;
    const QString title = message->title.isEmpty() ? tr("件名未記入") : message->title;
    const qint64 id = message->id;
    const bool sure = context().dialogs.confirm(
        this, tr("伝達メモ「%1」を削除しますか。すぐあとなら「元に戻す」で戻せます。").arg(title),
        tr("削除する"));
    if (sure)
        report(RecordTable<IssueMessage>(document()).remove(id, tr("伝達メモの削除")));
}

void MessagePage::print(bool blank)
{
    SavedField::commitAll(this);
    const IssueMessage *message = current();
    if (!blank && message == nullptr)
        return;
    report(showIssueSheet(context(), IssueSheetKind::Message, blank ? 0 : message->id, this));
}

void MessagePage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    const bool beside = width() >= kBothColumns;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_scroll->setMinimumHeight(beside ? 0 : 280);
}

} // namespace tane
