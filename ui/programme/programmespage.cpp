#include "programme/programmespage.h"

#include "programme/newprogrammecard.h"
#include "programme/nextcycle.h"
#include "programme/programmemodel.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QAction>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

// Enter opens, as in a file list.
class ProgrammeTable : public QTableView
{
public:
    using QTableView::QTableView;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enter && currentIndex().isValid())
            Q_EMIT activated(currentIndex());
        else
            QTableView::keyPressEvent(event);
    }
};

} // namespace

std::optional<std::pair<std::optional<int>, std::optional<int>>> parseYears(const QString &text)
{
    const QString folded = text.normalized(QString::NormalizationForm_KC).simplified();
    if (folded.isEmpty())
        return std::pair<std::optional<int>, std::optional<int>>{};
    static const QRegularExpression dash(u"\\s*(?:～|〜|~|-|–|―|から)\\s*"_s);
    const QStringList parts = folded.split(dash);
    const std::optional<FiscalYear> first = FiscalYear::parse(parts.first());
    if (!first || parts.size() > 2)
        return std::nullopt;
    if (parts.size() == 1)
        return std::pair(std::optional(first->startYear()), std::optional(first->startYear()));
    // "令和6～7年度": the second year shares the era of the first.
    static const QRegularExpression era(u"^(\\D+)\\d"_s);
    std::optional<FiscalYear> last = FiscalYear::parse(parts[1]);
    const QRegularExpressionMatch match = era.match(parts.first());
    if (match.hasMatch() && parts[1].at(0).isDigit())
        last = FiscalYear::parse(QString(match.captured(1) + parts[1]));
    if (!last || *last < *first)
        return std::nullopt;
    return std::pair(std::optional(first->startYear()), std::optional(last->startYear()));
}

ProgrammesPage::ProgrammesPage(PageContext &pageContext, QWidget *parent)
    : Page(pageContext, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    m_header = new PageHeader(tr("プログラムの一覧"), this);
    m_error = new NoticeBar(this);
    column->addWidget(m_header);
    column->addWidget(m_error);
    m_new = new NewProgrammeCard(this);
    m_new->hide();
    column->addWidget(m_new);
    m_empty = new EmptyState(tr("研修プログラムがまだありません"),
                             tr("プログラムは、実態の確認から評価・改善までをひと回りする一期分の計画です。"
                                "半日・終日のひな形から始めると、時間割と準備のチェックリストも入ります。"),
                             tr("最初のプログラムをつくる"), this);
    column->addWidget(m_empty, 1);
    connect(m_empty->button(), &QPushButton::clicked, this, &ProgrammesPage::beginNew);
    connect(m_new, &NewProgrammeCard::createRequested, this, &ProgrammesPage::create);
    connect(m_new, &NewProgrammeCard::cancelled, this, [this] {
        m_new->hide();
        m_dismissed = true;
        refresh();
        m_table->setFocus();
    });

    m_listCard = new Card({}, this);
    m_model = new ProgrammeModel(this);
    m_table = new ProgrammeTable(m_listCard);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(ProgrammeModel::Steps, new StepsDelegate(m_table));
    m_table->setAccessibleName(tr("プログラムの一覧"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(38);
    m_table->horizontalHeader()->setSectionResizeMode(ProgrammeModel::Title, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(ProgrammeModel::Years, 130);
    m_table->setColumnWidth(ProgrammeModel::Steps, 200);
    // The office that is in charge has a long name as a rule.
    m_table->horizontalHeader()->setSectionResizeMode(ProgrammeModel::Owner, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setMaximumSectionSize(420);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_listCard->body()->addWidget(m_table);
    column->addWidget(m_listCard, 1);
    makeActions();
    makeDetails();
    column->addWidget(m_details);
    column->addStretch(0); // takes the room while there is only the form for the first one
    connect(m_table, &QTableView::activated, this, &ProgrammesPage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ProgrammesPage::selectionChanged);
}

void ProgrammesPage::makeActions()
{
    const auto add = [this](const QString &text, const QKeySequence &key, void (ProgrammesPage::*what)()) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut); // the keys belong to the list
        connect(action, &QAction::triggered, this, what);
        m_table->addAction(action);
        return action;
    };
    m_next = add(tr("次のサイクルを作る(&N)…"), {}, &ProgrammesPage::makeNext);
    m_duplicate = add(tr("複製する(&C)"), QKeySequence(Qt::CTRL | Qt::Key_D), &ProgrammesPage::duplicate);
    m_archive = add(tr("しまう(&A)"), {}, &ProgrammesPage::archive);
    m_remove = add(tr("削除する(&D)…"), QKeySequence(Qt::Key_Delete), &ProgrammesPage::remove);
    m_open = new QPushButton(tr("開く"), this);
    connect(m_open, &QPushButton::clicked, this, &ProgrammesPage::open);
    m_more = new QToolButton(this);
    m_more->setText(tr("そのほか"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    menu->addActions({m_next, m_duplicate, m_archive, m_remove});
    m_more->setMenu(menu);
    m_add = new QPushButton(symbolIcon(Symbol::Plus, ColorRole::AccentText), tr("新しいプログラム"), this);
    makePrimary(m_add);
    connect(m_add, &QPushButton::clicked, this, &ProgrammesPage::beginNew);
    m_header->addAction(m_open);
    m_header->addAction(m_more);
    m_header->addAction(m_add);
}

void ProgrammesPage::makeDetails()
{
    m_details = new Card(tr("選んだプログラム"), this);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::l);
    form->setVerticalSpacing(metrics::s);
    m_title = new SavedLine(
        tr("プログラムの名前"),
        [this](const QString &text) -> Result<> {
            if (text.isEmpty())
                return fail(ErrorCode::Usage, tr("名前は空にできません。"));
            return saveSelected(
                [&](Programme &programme) -> Result<> {
                    programme.title = text;
                    return {};
                },
                tr("プログラムの名前の変更"));
        },
        m_details);
    m_years = new SavedLine(
        tr("年度"),
        [this](const QString &text) -> Result<> {
            const auto years = parseYears(text);
            if (!years)
                return fail(ErrorCode::Usage, tr("「%1」は年度として読めません。「令和8年度」「令和8～9年度」"
                                                 "のように書いてください。")
                                                  .arg(text));
            return saveSelected(
                [&](Programme &programme) -> Result<> {
                    programme.firstYear = years->first;
                    programme.lastYear = years->second;
                    return {};
                },
                tr("年度の変更"));
        },
        m_details);
    m_years->setPlaceholder(tr("令和8年度"));
    m_years->setSavesWhileTyping(false);
    m_owner = new SavedLine(
        tr("担当"),
        [this](const QString &text) {
            return saveSelected(
                [&](Programme &programme) -> Result<> {
                    programme.owner = text;
                    return {};
                },
                tr("担当の変更"));
        },
        m_details);
    m_note = new SavedText(
        tr("メモ"),
        [this](const QString &text) {
            return saveSelected(
                [&](Programme &programme) -> Result<> {
                    programme.note = text;
                    return {};
                },
                tr("メモの変更"));
        },
        m_details);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::l);
    auto *yearsLabel = new QLabel(tr("年度(&Y)"), m_details);
    yearsLabel->setBuddy(m_years->edit());
    auto *ownerLabel = new QLabel(tr("担当(&O)"), m_details);
    ownerLabel->setBuddy(m_owner->edit());
    auto *titleLabel = new QLabel(tr("名前(&M)"), m_details);
    titleLabel->setBuddy(m_title->edit());
    row->addWidget(m_title, 4);
    row->addWidget(yearsLabel);
    row->addWidget(m_years, 2);
    row->addWidget(ownerLabel);
    row->addWidget(m_owner, 2);
    form->addRow(titleLabel, row);
    form->addRow(tr("メモ"), m_note);
    m_details->body()->addLayout(form);
}

void ProgrammesPage::refresh()
{
    m_error->hide();
    // What was selected stays so, but another programme than before is what is to be seen first.
    const qint64 kept = m_shown == context().programme ? m_editing : context().programme;
    m_shown = context().programme;
    if (const auto loaded = m_model->load(context().document); !loaded) {
        report(loaded.error());
        return;
    }
    m_model->setCurrent(context().programme);
    const int count = m_model->rowCount();
    const bool writable = !context().document.isReadOnly();
    // A file without a programme begins with making one.
    const bool first = count == 0 && writable && m_new->isHidden() && !m_dismissed && isVisible();
    if (first)
        m_new->show();
    const bool making = !m_new->isHidden();
    m_empty->setVisible(count == 0 && !making);
    m_empty->button()->setEnabled(writable);
    m_listCard->setVisible(count > 0);
    m_details->setVisible(count > 0);
    m_open->setVisible(count > 0);
    m_more->setVisible(count > 0);
    m_add->setVisible(count > 0);
    m_add->setEnabled(writable && !making);
    m_header->setContext(count > 0 ? tr("%1 件").arg(count) : QString());
    select(m_model->rowOf(kept) >= 0 ? kept : context().programme);
    selectionChanged();
    if (first)
        m_new->begin(QDate::currentDate());
}

void ProgrammesPage::showEvent(QShowEvent *event)
{
    m_dismissed = false;
    Page::showEvent(event);
}

void ProgrammesPage::select(qint64 programme)
{
    const int row = qMax(0, m_model->rowOf(programme));
    if (m_model->rowCount() > 0 && m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_model->index(row, ProgrammeModel::Title));
}

bool ProgrammesPage::reveal(const QString &table, qint64 row)
{
    if (table != u"programme"_s)
        return false;
    if (row == 0) {
        beginNew();
        return true;
    }
    if (m_model->rowOf(row) < 0)
        return false;
    select(row);
    m_table->setFocus();
    return true;
}

const Programme *ProgrammesPage::selected() const
{
    const ProgrammeModel::Entry *entry = m_model->at(m_table->currentIndex().row());
    return entry ? &entry->programme : nullptr;
}

void ProgrammesPage::selectionChanged()
{
    const Programme *programme = selected();
    if (programme && m_editing != programme->id) {
        SavedField::commitAll(m_details); // what was typed belongs to the one before
        for (SavedField *field : m_details->findChildren<SavedField *>())
            field->revert();
        m_editing = programme->id;
        programme = selected();
    }
    const bool writable = programme && !context().document.isReadOnly();
    for (QAction *action : {m_next, m_duplicate, m_archive, m_remove})
        action->setEnabled(writable);
    m_open->setEnabled(programme != nullptr);
    if (!programme)
        return;
    m_archive->setText(programme->archived ? tr("一覧に戻す(&A)") : tr("しまう(&A)"));
    m_title->setValue(programme->title);
    m_years->setValue(programmeYears(*programme));
    m_owner->setValue(programme->owner);
    m_note->setValue(programme->note);
    for (SavedField *field : m_details->findChildren<SavedField *>())
        field->setReadOnly(!writable);
}

Result<> ProgrammesPage::saveSelected(const std::function<Result<>(Programme &)> &change,
                                      const QString &label)
{
    RecordTable<Programme> table(context().document);
    TANE_TRY(Programme programme, table.load(m_editing));
    TANE_CHECK(change(programme));
    return table.update(programme, label);
}

void ProgrammesPage::beginNew()
{
    if (context().document.isReadOnly())
        return;
    m_new->show();
    refresh();
    m_new->begin(QDate::currentDate());
}

void ProgrammesPage::create(const Programme &programme, const QString &templateId)
{
    const auto id = CycleRepository(context().document).create(programme, templateId);
    if (!id) {
        m_new->showError(id.error().message);
        return;
    }
    m_new->hide();
    Q_EMIT programmeChanged(*id);
    Q_EMIT openPage(u"home"_s);
}

void ProgrammesPage::open()
{
    if (const Programme *programme = selected()) {
        Q_EMIT programmeChanged(programme->id);
        Q_EMIT openPage(u"home"_s);
    }
}

void ProgrammesPage::makeNext()
{
    const Programme *programme = selected();
    if (!programme)
        return;
    const qint64 last = programme->id;
    const QString title = nameWithYears(*programme);
    const auto question = nextCycleQuestion(context().document, last);
    if (!question) {
        report(question.error());
        return;
    }
    if (!context().dialogs.confirm(this, *question, tr("作る")))
        return;
    const auto id = CycleRepository(context().document).next(last);
    if (!id) {
        report(id.error());
        return;
    }
    Q_EMIT programmeChanged(*id);
    refresh();
    select(*id);
    m_title->edit()->setFocus();
    m_title->edit()->selectAll();
    Q_EMIT notice({Notice::Kind::Info,
                   tr("%1の次のサイクルを作りました。評価の「次の短期目標への反映」は、短期目標の案に"
                      "なっています。名前と年度を確かめてください。")
                       .arg(title)});
}

void ProgrammesPage::duplicate()
{
    const Programme *programme = selected();
    if (!programme)
        return;
    const auto id = CycleRepository(context().document).duplicate(programme->id);
    if (!id) {
        report(id.error());
        return;
    }
    refresh();
    select(*id);
}

void ProgrammesPage::archive()
{
    const Programme *programme = selected();
    if (!programme)
        return;
    const qint64 id = programme->id;
    if (const auto done = CycleRepository(context().document).setArchived(id, !programme->archived); !done) {
        report(done.error());
        return;
    }
    refresh();
    select(id);
}

void ProgrammesPage::remove()
{
    const Programme *programme = selected();
    if (!programme)
        return;
    const QString title = programme->title;
    const bool sure =
        context().dialogs.confirm(this,
                                  tr("「%1」を、目標・企画・研修会・回答・評価ごと削除しますか。\n"
                                     "すぐあとなら「元に戻す」で戻せます。")
                                      .arg(title),
                                  tr("削除する"));
    if (!sure)
        return;
    if (const auto done = CycleRepository(context().document).remove(programme->id); !done) {
        report(done.error());
        return;
    }
    refresh();
    Q_EMIT notice(
        {Notice::Kind::Info, tr("「%1」を削除しました。「元に戻す」（Ctrl+Z）で戻せます。").arg(title)});
}

bool ProgrammesPage::report(const Error &error)
{
    m_error->show({Notice::Kind::Error, error.toString()});
    m_error->setDetail(error.detail);
    return false;
}

} // namespace tane
