#include "participants/homeworktab.h"

#include "base/fiscalyear.h"
#include "base/typeddate.h"
#include "participants/chasing.h"
#include "parts/savefield.h"
#include "people/person.h"
#include "shell/page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// "11/10", as narrow columns show a day.
QString shortDay(QDate day)
{
    return day.toString(u"M/d"_s);
}

} // namespace

HomeworkTab::HomeworkTab(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    makeEmpty();
    column->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    auto *inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::m);
    auto *what = new Card(tr("課題"), m_content);
    makeHomework(what);
    inner->addWidget(what);
    auto *who = new Card(tr("受領と共有"), m_content);
    makeMatrix(who);
    inner->addWidget(who, 1);
    column->addWidget(m_content, 1);
}

void HomeworkTab::makeEmpty()
{
    m_empty = new EmptyState(tr("課題はまだありません"),
                             tr("研修会の前に考えてきていただくこと（事前課題）や、後で取り組んでいただくこと"
                                "（事後課題）を決めると、どなたから届いたかをここで確かめられます。"),
                             tr("事前課題を加える"), this);
    m_empty->button()->setObjectName(u"addFirstHomework"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { add(Homework::Phase::Before); });
    QPushButton *after = m_empty->addButton(tr("事後課題を加える"));
    after->setObjectName(u"addFirstAfter"_s);
    connect(after, &QPushButton::clicked, this, [this] { add(Homework::Phase::After); });
}

void HomeworkTab::makeHomework(Card *card)
{
    m_homeworkModel = new GridModel(this);
    m_homework = new GridView(tr("課題の一覧"), m_homeworkModel, card);
    m_homework->setObjectName(u"homework"_s);
    m_homework->setSelectionMode(QAbstractItemView::SingleSelection);
    m_homework->setSortingEnabled(false);
    makeHomeworkColumns();
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::s);
    const auto button = [&](const QString &text, const QString &name) {
        auto *made = new QPushButton(text, card);
        made->setObjectName(name);
        tools->addWidget(made);
        return made;
    };
    m_add = button(tr("課題を加える"), u"addHomework"_s);
    auto *kinds = new QMenu(m_add);
    kinds->addAction(homeworkPhaseText(Homework::Phase::Before), this,
                     [this] { add(Homework::Phase::Before); });
    kinds->addAction(homeworkPhaseText(Homework::Phase::After), this,
                     [this] { add(Homework::Phase::After); });
    m_add->setMenu(kinds);
    m_up = button(tr("上へ"), u"homeworkUp"_s);
    m_down = button(tr("下へ"), u"homeworkDown"_s);
    m_remove = button(tr("削除"), u"removeHomework"_s);
    tools->addStretch(1);
    m_missing = button(tr("未提出の方のアドレスをコピー"), u"copyMissing"_s);
    card->body()->addWidget(m_homework);
    card->body()->addLayout(tools);
    connect(m_remove, &QPushButton::clicked, this, &HomeworkTab::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_missing, &QPushButton::clicked, this, &HomeworkTab::copyMissing);
    connect(m_homework, &GridView::addRequested, this, [this] { add(Homework::Phase::Before); });
    connect(m_homework, &GridView::removeRequested, this, &HomeworkTab::remove);
    connect(m_homework, &GridView::selectedChanged, this, &HomeworkTab::updateTools);
    connect(m_homeworkModel, &GridModel::failed, this, &HomeworkTab::failed);
    connect(m_homeworkModel, &GridModel::saved, this, &HomeworkTab::succeeded);
}

template<class Member>
Result<> HomeworkTab::save(int row, Member Homework::*member, const Member &value, const QString &label)
{
    return saveField<Homework>(m_context.document, given(row).id, member, value, label);
}

void HomeworkTab::makeHomeworkColumns()
{
    std::vector<GridColumn> columns(SharedColumn + 1);
    columns[PhaseColumn] = {
        .title = tr("種別"),
        .text = [this](int row) { return homeworkPhaseText(given(row).phase); },
        .save =
            [this](int row, const QVariant &value) {
                return save(row, &Homework::phase, static_cast<Homework::Phase>(value.toInt()),
                            tr("課題の種別の変更"));
            },
        .edited = [this](int row) { return QVariant(static_cast<int>(given(row).phase)); },
        .choices =
            [] {
                return GridColumn::Choices{{homeworkPhaseText(Homework::Phase::Before), 0},
                                           {homeworkPhaseText(Homework::Phase::After), 1}};
            }};
    columns[TitleColumn] = {.title = tr("課題"),
                            .text = [this](int row) { return given(row).title; },
                            .save = [this](int row, const QVariant &value) -> Result<> {
                                if (value.toString().isEmpty())
                                    return fail(ErrorCode::Usage, tr("課題の名前は空にできません。"));
                                return save(row, &Homework::title, value.toString(), tr("課題の名前の変更"));
                            }};
    columns[RoleColumn] = {
        .title = tr("対象"),
        .text = [this](int row) { return given(row).forRole.isEmpty() ? tr("全員") : given(row).forRole; },
        .save =
            [this](int row, const QVariant &value) {
                return save(row, &Homework::forRole, value.toString(), tr("課題の対象の変更"));
            },
        .edited = [this](int row) { return QVariant(given(row).forRole); },
        .choices =
            [this] {
                GridColumn::Choices choices{{tr("全員"), QString()}};
                const auto roles = vocabulary(m_context.document, Vocabulary::Role);
                for (const QString &role : roles ? *roles : builtInVocabulary(Vocabulary::Role))
                    choices.emplace_back(role, role);
                return choices;
            },
        .free = false};
    columns[DueColumn] = {
        .title = tr("期限"),
        .text = [this](int row) { return eraDate(given(row).dueOn); },
        .save = [this](int row, const QVariant &value) -> Result<> {
            const QString text = value.toString();
            const auto day = parseTypedDate(text, QDate::currentDate().addMonths(-6));
            if (!text.isEmpty() && !day)
                return fail(ErrorCode::BadFormat,
                            tr("「%1」は日付として読めません。「11/10」のように書いてください。").arg(text));
            return save(row, &Homework::dueOn, day.value_or(QDate()), tr("課題の期限の変更"));
        }};
    const auto counted = [this](const QString &title, int HomeworkCount::*member) {
        return GridColumn{.title = title,
                          .text =
                              [this, member](int row) {
                                  const HomeworkCount count = m_values.count(given(row));
                                  return tr("%1 / %2名").arg(count.*member).arg(count.expected);
                              },
                          .number = true};
    };
    columns[ReceivedColumn] = counted(tr("受領"), &HomeworkCount::received);
    columns[SharedColumn] = counted(tr("共有"), &HomeworkCount::shared);
    m_homeworkModel->setColumns(std::move(columns));
    const double letters[] = {5, 20, 9, 9, 6, 6};
    for (int column = 0; column <= SharedColumn; ++column)
        m_homework->setLetters(column, letters[column]);
    m_homework->horizontalHeader()->setSectionResizeMode(TitleColumn, QHeaderView::Stretch);
}

void HomeworkTab::makeMatrix(Card *card)
{
    m_keys = secondaryLabel(
        tr("矢印で選び、スペースで受領（今日の日付）、S で共有。もう一度押すと取り消します。"), card);
    m_keys->setWordWrap(true);
    m_matrixModel = new GridModel(this);
    m_matrixModel->setEditable(false);
    m_matrix = new GridView(tr("受領と共有の表"), m_matrixModel, card);
    m_matrix->setObjectName(u"homeworkMatrix"_s);
    m_matrix->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_matrix->installEventFilter(this);
    card->body()->addWidget(m_keys);
    card->body()->addWidget(m_matrix, 1);
    connect(m_matrix, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { toggle(m_matrix->filter()->mapToSource(index), false); });
}

void HomeworkTab::makeMatrixColumns()
{
    std::vector<GridColumn> columns(FirstHomework);
    columns[NumberColumn] = {.title = tr("番号"), .text = [this](int row) { return person(row).number; }};
    columns[NameColumn] = {.title = tr("氏名"),
                           .text = [this](int row) { return person(row).name; },
                           .sort =
                               [this](int row) {
                                   return QVariant(person(row).kana.isEmpty() ? person(row).name
                                                                              : person(row).kana);
                               }};
    columns[WhoColumn] = {.title = tr("立場"), .text = [this](int row) { return person(row).role; }};
    m_columnsOf.clear();
    for (std::size_t i = 0; i < m_values.homework.size(); ++i) {
        m_columnsOf.push_back(m_values.homework[i].id);
        const auto at = static_cast<int>(i);
        columns.push_back({.title = given(at).title,
                           .text =
                               [this, at](int row) {
                                   if (!given(at).isFor(person(row)))
                                       return QString();
                                   const HomeworkReceipt came =
                                       m_values.receipt(given(at).id, person(row).id);
                                   if (!came.receivedOn.isValid())
                                       return u"－"_s;
                                   const QString day = QString(u"○ "_s + shortDay(came.receivedOn));
                                   return came.shared ? tr("%1 共有").arg(day) : day;
                               },
                           .tip = given(at).title});
    }
    m_matrixModel->setColumns(std::move(columns));
    const double letters[] = {3.5, 9, 9};
    for (int column = 0; column < m_matrixModel->columnCount(); ++column)
        m_matrix->setLetters(column, column < FirstHomework ? letters[column] : 9);
}

Result<> HomeworkTab::load(qint64 workshop, bool writable)
{
    TANE_TRY(HomeworkMatrix values, loadHomework(m_context.document, workshop));
    m_workshop = workshop;
    m_writable = writable;
    const QModelIndex now = m_matrix->currentIndex();
    const qint64 shownPerson = m_matrix->currentId();
    const qint64 shown = m_homework->currentId();
    m_values = std::move(values);
    const bool any = !m_values.homework.empty();
    m_empty->setVisible(!any);
    m_content->setVisible(any);
    for (QPushButton *button : m_empty->findChildren<QPushButton *>())
        button->setEnabled(writable);
    std::vector<qint64> ids, people;
    for (const Homework &each : m_values.homework)
        ids.push_back(each.id);
    for (const Participant &each : m_values.people)
        people.push_back(each.id);
    const bool sameHeads = [&] {
        if (ids != m_columnsOf || m_matrixModel->columnCount() == 0)
            return false;
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (m_matrixModel->column(FirstHomework + static_cast<int>(i)).title !=
                m_values.homework[i].title)
                return false;
        return true;
    }();
    if (!sameHeads) {
        m_matrixModel->setRows({});
        makeMatrixColumns();
    }
    m_homeworkModel->setEditable(writable);
    m_homeworkModel->setRows(std::move(ids));
    m_homework->setFixedHeight(m_homework->horizontalHeader()->sizeHint().height() +
                               std::clamp(m_homeworkModel->rowCount(), 1, 4) * metrics::rowHeight +
                               metrics::m);
    m_matrixModel->setRows(std::move(people));
    if (!m_homework->select(shown) && any)
        m_homework->selectRow(0);
    const int row = m_matrixModel->rowOf(shownPerson);
    if (row >= 0 && now.column() < m_matrixModel->columnCount())
        m_matrix->setCurrentIndex(m_matrix->filter()->mapFromSource(m_matrixModel->index(row, now.column())));
    m_keys->setText(
        people.empty() && m_values.people.empty()
            ? tr("受講決定の方がまだいません。参加者のページで決めると、ここに並びます。")
            : tr("矢印で選び、スペースで受領（今日の日付）、S で共有。もう一度押すと取り消します。"));
    updateTools();
    return {};
}

void HomeworkTab::updateTools()
{
    const int row = m_homeworkModel->rowOf(m_homework->currentId());
    m_add->setEnabled(m_writable);
    m_remove->setEnabled(m_writable && row >= 0);
    m_up->setEnabled(m_writable && row > 0);
    m_down->setEnabled(m_writable && row >= 0 && row + 1 < m_homeworkModel->rowCount());
    m_missing->setEnabled(row >= 0 && !m_values.missing(given(row)).empty());
}

void HomeworkTab::add(Homework::Phase phase)
{
    if (!m_writable)
        return;
    Homework added;
    added.workshop = m_workshop;
    added.phase = phase;
    added.title = phase == Homework::Phase::Before ? tr("新しい事前課題") : tr("新しい事後課題");
    const auto id = RecordTable<Homework>(m_context.document).add(added, tr("課題の追加"));
    if (!id)
        return Q_EMIT failed(id.error());
    if (m_homework->select(*id)) { // its name is written at once
        m_homework->setFocus();
        const QModelIndex index = m_homework->currentIndex().siblingAtColumn(TitleColumn);
        m_homework->setCurrentIndex(index);
        m_homework->edit(index);
    }
}

void HomeworkTab::remove()
{
    const int row = m_homeworkModel->rowOf(m_homework->currentId());
    if (row < 0 || !m_writable)
        return;
    const int received = m_values.count(given(row)).received;
    if (received > 0 &&
        !m_context.dialogs.confirm(this,
                                   tr("「%1」には %2名分の受領の記録があります。課題と一緒に削除しますか。")
                                       .arg(given(row).title)
                                       .arg(received),
                                   tr("削除する")))
        return;
    report(RecordTable<Homework>(m_context.document).remove(given(row).id, tr("課題の削除")));
}

void HomeworkTab::move(int by)
{
    const int row = m_homeworkModel->rowOf(m_homework->currentId());
    if (row >= 0 && m_writable)
        report(RecordTable<Homework>(m_context.document).move(given(row).id, row + by, tr("課題の並べ替え")));
}

void HomeworkTab::toggle(const QModelIndex &index, bool shared)
{
    const int at = index.column() - FirstHomework;
    if (!index.isValid() || at < 0 || !m_writable || !given(at).isFor(person(index.row())))
        return;
    HomeworkReceipt came = m_values.receipt(given(at).id, person(index.row()).id);
    const bool there = came.receivedOn.isValid();
    if (shared) {
        came.shared = !came.shared;
        if (came.shared && !there)
            came.receivedOn = QDate::currentDate(); // what is shared has come
    } else {
        came.receivedOn = there ? QDate() : QDate::currentDate();
        came.shared = came.shared && !there;
    }
    const QString label = shared ? (came.shared ? tr("課題の共有") : tr("課題の共有の取り消し"))
                                 : (there ? tr("課題の受領の取り消し") : tr("課題の受領"));
    report(saveReceipt(m_context.document, came, label));
}

void HomeworkTab::copyMissing()
{
    const int row = m_homeworkModel->rowOf(m_homework->currentId());
    if (row < 0)
        return;
    const auto missing = m_values.missing(given(row));
    const QString line = addressLine(missing);
    QGuiApplication::clipboard()->setText(line);
    const auto without =
        std::ranges::count_if(missing, [](const Participant *one) { return one->email.isEmpty(); });
    QString text = tr("未提出の %1名のうち %2名のアドレスをコピーしました。")
                       .arg(missing.size())
                       .arg(static_cast<std::ptrdiff_t>(missing.size()) - without);
    if (without > 0)
        text += tr("%1名はアドレスが分かりません。").arg(without);
    Q_EMIT notice({Notice::Kind::Info, text});
}

bool HomeworkTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_matrix && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool receive = key->key() == Qt::Key_Space;
        if (receive || (key->key() == Qt::Key_S && key->modifiers() == Qt::NoModifier)) {
            toggle(m_matrix->filter()->mapToSource(m_matrix->currentIndex()), !receive);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HomeworkTab::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
