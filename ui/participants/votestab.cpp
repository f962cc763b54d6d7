#include "participants/votestab.h"

#include "participants/attendance.h"
#include "parts/chartcard.h"
#include "shell/page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QString methodText(bool byName)
{
    return byName ? VotesTab::tr("記名") : VotesTab::tr("挙手");
}

} // namespace

VotesTab::VotesTab(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(context.document, tr("投票"), [this](const Result<> &result) { report(result); })
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    makeEmpty();
    column->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::m);
    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::m);
    left->addWidget(makeList(), 2);
    m_chart = new ChartCard(tr("前後の比較"), tr("図_投票の前後"), context, m_content);
    m_chart->setObjectName(u"voteChart"_s);
    connect(m_chart, &ChartCard::notice, this, &VotesTab::notice);
    left->addWidget(m_chart, 3);
    row->addLayout(left, 1);
    row->addWidget(makeEditor(), 1);
    column->addWidget(m_content, 1);
}

void VotesTab::makeEmpty()
{
    m_empty = new EmptyState(
        tr("投票の記録はまだありません"),
        tr("話し合う前とあとに同じ問いで手を挙げていただくと、話し合いで考えがどう動いたかを数で残せます。"),
        tr("問いを加える"), this);
    m_empty->button()->setObjectName(u"addFirstVote"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, &VotesTab::addVote);
}

QWidget *VotesTab::makeList()
{
    auto *card = new Card(tr("問い"), m_content);
    m_voteModel = new GridModel(this);
    m_voteModel->setEditable(false);
    const auto at = [this](int row) -> const VoteResult & { return m_all[static_cast<std::size_t>(row)]; };
    m_voteModel->setColumns(
        {{.title = tr("問い"), .text = [at](int row) { return at(row).vote.question; }},
         {.title = tr("方法"), .text = [at](int row) { return methodText(at(row).vote.byName); }},
         {.title = tr("前→あと"),
          .text = [at](int row) { return tr("%1→%2名").arg(at(row).beforeBase).arg(at(row).afterBase); },
          .number = true}});
    m_votes = new GridView(tr("問いの一覧"), m_voteModel, card);
    m_votes->setObjectName(u"votes"_s);
    m_votes->setSelectionMode(QAbstractItemView::SingleSelection);
    m_votes->setSortingEnabled(false);
    m_votes->setLetters(MethodColumn, 3.5);
    m_votes->setLetters(CountColumn, 6);
    m_votes->horizontalHeader()->setSectionResizeMode(QuestionColumn, QHeaderView::Stretch);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::s);
    auto *add = new QPushButton(tr("問いを加える"), card);
    add->setObjectName(u"addVote"_s);
    auto *remove = new QPushButton(tr("削除"), card);
    remove->setObjectName(u"removeVote"_s);
    tools->addWidget(add);
    tools->addWidget(remove);
    tools->addStretch(1);
    m_writing << add << remove;
    card->body()->addWidget(m_votes, 1);
    card->body()->addLayout(tools);
    connect(add, &QPushButton::clicked, this, &VotesTab::addVote);
    connect(remove, &QPushButton::clicked, this, &VotesTab::removeVote);
    connect(m_votes, &GridView::addRequested, this, &VotesTab::addVote);
    connect(m_votes, &GridView::removeRequested, this, &VotesTab::removeVote);
    connect(m_votes, &GridView::selectedChanged, this, &VotesTab::showVote);
    return card;
}

QWidget *VotesTab::makeEditor()
{
    auto *card = new Card(tr("選択肢と数"), m_content);
    m_editor = card;
    auto *grid = new FieldGrid(64);
    m_question = m_form.line(card, tr("問い"), &Vote::question, true);
    m_question->setObjectName(u"voteQuestion"_s);
    grid->addField(tr("問い"), {m_question});
    m_method = m_form.choice(card, tr("方法"), &Vote::byName, {tr("挙手で数える"), tr("名前で記録する")});
    m_method->setObjectName(u"voteMethod"_s);
    grid->addField(tr("方法"), {m_method});
    card->body()->addLayout(grid);
    makeOptions(card);
    makeMarks(card);
    m_sentence = new QLabel(card);
    m_sentence->setObjectName(u"voteSentence"_s);
    m_sentence->setWordWrap(true);
    card->body()->addWidget(m_sentence);
    card->body()->addStretch(0);
    return card;
}

void VotesTab::makeOptions(Card *card)
{
    m_optionModel = new GridModel(this);
    std::vector<GridColumn> columns(AfterCount + 1);
    columns[OptionNumber] = {.title = tr("番号"), .text = [](int row) { return QString::number(row + 1); }};
    columns[OptionText] = {.title = tr("選択肢"),
                           .text = [this](int row) { return option(row).text; },
                           .save = [this](int row, const QVariant &value) -> Result<> {
                               if (value.toString().isEmpty())
                                   return fail(ErrorCode::Usage, tr("選択肢は空にできません。"));
                               return saveField<VoteOption>(m_context.document, option(row).id,
                                                            &VoteOption::text, value.toString(),
                                                            tr("選択肢の変更"));
                           }};
    const auto hands = [this](const QString &title, std::optional<int> VoteOption::*member,
                              std::vector<int> VoteResult::*counted) {
        return GridColumn{
            .title = title,
            .text =
                [this, member, counted](int row) {
                    if (m_result.vote.byName)
                        return QString::number((m_result.*counted)[static_cast<std::size_t>(row)]);
                    const std::optional<int> &count = option(row).*member;
                    return count ? QString::number(*count) : QString();
                },
            .save = [this, member](int row, const QVariant &value) { return saveCount(row, member, value); },
            .number = true};
    };
    columns[BeforeCount] = hands(tr("話し合う前"), &VoteOption::beforeCount, &VoteResult::before);
    columns[AfterCount] = hands(tr("話し合ったあと"), &VoteOption::afterCount, &VoteResult::after);
    m_optionModel->setColumns(std::move(columns));
    m_options = new GridView(tr("選択肢と挙手の数"), m_optionModel, card);
    m_options->setObjectName(u"voteOptions"_s);
    m_options->setSelectionMode(QAbstractItemView::SingleSelection);
    m_options->setSortingEnabled(false);
    m_options->setLetters(OptionNumber, 3);
    m_options->setLetters(BeforeCount, 6);
    m_options->setLetters(AfterCount, 7);
    m_options->horizontalHeader()->setSectionResizeMode(OptionText, QHeaderView::Stretch);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::s);
    auto *add = new QPushButton(tr("選択肢を加える"), card);
    add->setObjectName(u"addOption"_s);
    auto *remove = new QPushButton(tr("選択肢を削除"), card);
    remove->setObjectName(u"removeOption"_s);
    tools->addWidget(add);
    tools->addWidget(remove);
    tools->addStretch(1);
    m_writing << add << remove;
    card->body()->addWidget(m_options, 2);
    card->body()->addLayout(tools);
    connect(add, &QPushButton::clicked, this, &VotesTab::addOption);
    connect(remove, &QPushButton::clicked, this, &VotesTab::removeOption);
    connect(m_options, &GridView::addRequested, this, &VotesTab::addOption);
    connect(m_options, &GridView::removeRequested, this, &VotesTab::removeOption);
    connect(m_optionModel, &GridModel::failed, this, &VotesTab::failed);
    connect(m_optionModel, &GridModel::saved, this, &VotesTab::succeeded);
}

void VotesTab::makeMarks(Card *card)
{
    m_byName = new QWidget(card);
    auto *column = new QVBoxLayout(m_byName);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    auto *keys =
        secondaryLabel(tr("選択肢の番号を押すと記録して次の方へ進みます。0 で取り消します。"), m_byName);
    keys->setWordWrap(true);
    column->addWidget(keys);
    m_markModel = new GridModel(this);
    const auto person = [this](int row) -> const Participant & {
        return m_people[static_cast<std::size_t>(row)];
    };
    const auto choices = [this] {
        GridColumn::Choices all{{tr("（なし）"), QVariant::fromValue<qint64>(0)}};
        for (const VoteOption &each : m_result.options)
            all.emplace_back(each.text, QVariant::fromValue(each.id));
        return all;
    };
    const auto mark = [this, choices](const QString &title, qint64 VoteMark::*member) {
        return GridColumn{
            .title = title,
            .text = [this, member](int row) { return optionText(markOf(row).*member); },
            .save = [this, member](
                        int row, const QVariant &value) { return saveMark(row, member, value.toLongLong()); },
            .edited = [this, member](int row) { return QVariant::fromValue(markOf(row).*member); },
            .choices = choices};
    };
    m_markModel->setColumns(
        {{.title = tr("番号"), .text = [person](int row) { return person(row).number; }},
         {.title = tr("氏名"), .text = [person](int row) { return person(row).name; }},
         {.title = tr("所属"), .text = [person](int row) { return person(row).affiliation; }},
         mark(tr("話し合う前"), &VoteMark::beforeOption),
         mark(tr("話し合ったあと"), &VoteMark::afterOption)});
    m_marks = new GridView(tr("どなたが何を選んだか"), m_markModel, m_byName);
    m_marks->setObjectName(u"voteMarks"_s);
    m_marks->setSortingEnabled(false);
    m_marks->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_marks->installEventFilter(this);
    const double letters[] = {3.5, 7, 7, 7, 7};
    for (int i = 0; i <= MarkAfter; ++i)
        m_marks->setLetters(i, letters[i]);
    m_marks->horizontalHeader()->setStretchLastSection(true);
    column->addWidget(m_marks, 1);
    card->body()->addWidget(m_byName, 5);
    connect(m_markModel, &GridModel::failed, this, &VotesTab::failed);
    connect(m_markModel, &GridModel::saved, this, &VotesTab::succeeded);
}

Result<> VotesTab::load(qint64 workshop, bool writable)
{
    TANE_TRY(const std::vector<Vote> votes,
             RecordTable<Vote>(m_context.document).all(u"workshop"_s, workshop));
    std::vector<VoteResult> all;
    for (const Vote &each : votes) {
        TANE_TRY(VoteResult result, loadVote(m_context.document, each.id));
        all.push_back(std::move(result));
    }
    TANE_TRY(std::vector<Participant> people, participantsOf(m_context.document, workshop));
    std::erase_if(people, [](const Participant &one) {
        return !isExpected(one) || one.attendance == Participant::Attendance::Absent;
    });
    m_workshop = workshop;
    m_writable = writable;
    m_all = std::move(all);
    m_people = std::move(people);
    const bool any = !m_all.empty();
    m_empty->setVisible(!any);
    m_empty->button()->setEnabled(writable);
    m_content->setVisible(any);
    for (QPushButton *button : std::as_const(m_writing))
        button->setEnabled(writable);
    const qint64 shown = m_votes->currentId();
    std::vector<qint64> ids;
    for (const VoteResult &each : m_all)
        ids.push_back(each.vote.id);
    m_voteModel->setRows(std::move(ids));
    if (!m_votes->select(shown) && any)
        m_votes->selectRow(0);
    showVote();
    return {};
}

void VotesTab::showVote()
{
    const int row = m_voteModel->rowOf(m_votes->currentId());
    m_editor->setVisible(row >= 0);
    m_chart->setVisible(row >= 0);
    if (row < 0)
        return m_form.leave();
    m_result = m_all[static_cast<std::size_t>(row)];
    const Vote vote = m_result.vote;
    m_form.show(vote, m_writable);
    std::vector<qint64> options, people;
    for (const VoteOption &each : m_result.options)
        options.push_back(each.id);
    for (const Participant &each : m_people)
        people.push_back(each.id);
    m_optionModel->setEditable(m_writable);
    m_optionModel->setRows(std::move(options));
    m_markModel->setEditable(m_writable);
    m_byName->setVisible(m_result.vote.byName);
    m_markModel->setRows(std::move(people));
    m_sentence->setText(voteSentence(m_result));
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    const ChartSpec chart = voteChart(m_result);
    m_chart->setVisible(!chart.categories.empty());
    if (!chart.categories.empty())
        m_chart->setSpec(chart);
}

VoteMark VotesTab::markOf(int row) const
{
    const qint64 participant = m_people[static_cast<std::size_t>(row)].id;
    const auto found = std::ranges::find(m_result.marks, participant, &VoteMark::participant);
    return found != m_result.marks.end() ? *found
                                         : VoteMark{.vote = m_result.vote.id, .participant = participant};
}

QString VotesTab::optionText(qint64 option) const
{
    const auto found = std::ranges::find(m_result.options, option, &VoteOption::id);
    return found == m_result.options.end() ? QString() : found->text;
}

Result<> VotesTab::saveCount(int row, std::optional<int> VoteOption::*member, const QVariant &value)
{
    if (m_result.vote.byName)
        return fail(ErrorCode::Usage, tr("名前で記録する問いの数は、下の表から数えます。"));
    TANE_TRY(const std::optional<int> count, parseCount(value.toString(), 10'000));
    return saveField<VoteOption>(m_context.document, option(row).id, member, count, tr("挙手の数の記入"));
}

Result<> VotesTab::saveMark(int row, qint64 VoteMark::*member, qint64 option)
{
    VoteMark mark = markOf(row);
    mark.*member = option;
    return saveVoteMark(m_context.document, mark, tr("投票の記入"));
}

void VotesTab::addVote()
{
    if (!m_writable)
        return;
    qint64 id = 0;
    const Result<> done = m_context.document.perform(tr("問いの追加"), [&](Database &) -> Result<> {
        Vote vote;
        vote.workshop = m_workshop;
        vote.question = tr("新しい問い");
        TANE_TRY(id, RecordTable<Vote>(m_context.document).add(vote, {}));
        for (const QString &text : {tr("選択肢1"), tr("選択肢2")}) {
            VoteOption each;
            each.vote = id;
            each.text = text;
            TANE_CHECK(RecordTable<VoteOption>(m_context.document).add(each, {}));
        }
        return {};
    });
    report(done);
    if (done && m_votes->select(id)) {
        m_question->edit()->setFocus();
        m_question->edit()->selectAll();
    }
}

void VotesTab::removeVote()
{
    const qint64 id = m_votes->currentId();
    if (id == 0 || !m_writable)
        return;
    if (m_result.beforeBase + m_result.afterBase > 0 &&
        !m_context.dialogs.confirm(
            this, tr("「%1」を、数えた結果と一緒に削除しますか。").arg(m_result.vote.question),
            tr("削除する")))
        return;
    report(RecordTable<Vote>(m_context.document).remove(id, tr("問いの削除")));
}

void VotesTab::addOption()
{
    if (m_result.vote.id == 0 || !m_writable)
        return;
    VoteOption added;
    added.vote = m_result.vote.id;
    added.text = tr("選択肢%1").arg(m_result.options.size() + 1);
    const auto id = RecordTable<VoteOption>(m_context.document).add(added, tr("選択肢の追加"));
    if (!id)
        return Q_EMIT failed(id.error());
    if (m_options->select(*id)) {
        m_options->setFocus();
        const QModelIndex index = m_options->currentIndex().siblingAtColumn(OptionText);
        m_options->setCurrentIndex(index);
        m_options->edit(index);
    }
}

void VotesTab::removeOption()
{
    const qint64 id = m_options->currentId();
    if (id != 0 && m_writable)
        report(RecordTable<VoteOption>(m_context.document).remove(id, tr("選択肢の削除")));
}

/// A digit is the option of the person whose cell is chosen; then the next person's turn comes.
bool VotesTab::markKey(int key)
{
    const QModelIndex now = m_marks->filter()->mapToSource(m_marks->currentIndex());
    if (key < Qt::Key_0 || key > Qt::Key_9 || !now.isValid() || !m_writable || now.column() < MarkBefore)
        return false;
    const int number = key - Qt::Key_0;
    if (number > static_cast<int>(m_result.options.size()))
        return true;
    const Result<> done =
        saveMark(now.row(), now.column() == MarkBefore ? &VoteMark::beforeOption : &VoteMark::afterOption,
                 number == 0 ? 0 : option(number - 1).id);
    report(done);
    if (done && now.row() + 1 < m_markModel->rowCount())
        m_marks->setCurrentIndex(
            m_marks->filter()->mapFromSource(m_markModel->index(now.row() + 1, now.column())));
    return true;
}

bool VotesTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_marks && event->type() == QEvent::KeyPress &&
        markKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

void VotesTab::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
