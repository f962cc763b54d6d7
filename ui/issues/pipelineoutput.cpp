// The list of PipelinePage and what it writes.
#include "issues/issuechartstab.h"
#include "issues/issuefilterbar.h"
#include "issues/pipelinepage.h"
#include "issues/recurrencetab.h"
#include "parts/filefilters.h"

#include "base/fiscalyear.h"
#include "exchange/workbookwriter.h"
#include "parts/gridview.h"
#include "parts/savefield.h"
#include "people/peopletext.h"
#include "shell/settings.h"
#include "shell/widgets.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

GridColumn::Choices stageChoices()
{
    GridColumn::Choices all;
    for (int stage = 0; stage < kIssueStages; ++stage)
        all.emplace_back(issueStageText(static_cast<IssueStage>(stage)), stage);
    return all;
}

GridColumn::Choices statusChoices()
{
    GridColumn::Choices all;
    for (const IssueStatus status :
         {IssueStatus::Open, IssueStatus::Doing, IssueStatus::Solved, IssueStatus::Dropped})
        all.emplace_back(issueStatusText(status), static_cast<int>(status));
    return all;
}

} // namespace

void PipelinePage::makeOutput()
{
    auto *menu = new QMenu(m_output);
    m_exports << menu->addAction(tr("カードの一覧を Excel で…"), this, &PipelinePage::exportList);
    m_output->setMenu(menu);
}

QList<QAction *> PipelinePage::exportActions() const
{
    QList<QAction *> all = m_exports;
    if (view() == View::Charts)
        all << m_charts->exportActions();
    if (view() == View::Recurring)
        all << m_recurring->exportActions();
    return all;
}

void PipelinePage::makeEmptyState()
{
    m_empty = new EmptyState(tr("課題のカードはまだありません"),
                             tr("模造紙の付箋や相談の抜粋から、またはここで直接カードを作ると、困りごとが"
                                "地域課題になり、協議の場を経て施策になるまでを追えます。"),
                             tr("最初のカードを作る"), this);
    m_empty->setObjectName(u"noCards"_s);
    m_empty->setLink(tr("見本を開いて試す"));
    QPushButton *posters = m_empty->addButton(tr("模造紙の付箋から作る"));
    QPushButton *consultations = m_empty->addButton(tr("相談の抜粋から作る"));
    column()->addWidget(m_empty, 1);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { add(IssueStage::Trouble); });
    connect(posters, &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"board"_s); });
    connect(consultations, &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"consultations"_s); });
    connect(m_empty, &EmptyState::linkActivated, this, &PipelinePage::sampleRequested);
}

void PipelinePage::makeColumns()
{
    const QDate today = QDate::currentDate();
    std::vector<GridColumn> columns(Behind + 1);
    columns[Stage] = {.title = tr("段階"),
                      .text = [this](int row) { return issueStageText(at(row).stage); },
                      .sort = [this](int row) { return QVariant(static_cast<int>(at(row).stage)); },
                      .save = [this](int row, const QVariant &value) -> Result<> {
                          const auto stage = static_cast<IssueStage>(value.toInt());
                          if (at(row).stage == stage)
                              return {};
                          return moveCard(document(), at(row).id, stage, std::numeric_limits<int>::max(),
                                          QDate::currentDate(), tr("段階の変更"));
                      },
                      .edited = [this](int row) { return QVariant(static_cast<int>(at(row).stage)); },
                      .choices = stageChoices};
    columns[Title] = {.title = tr("題名"), .text = [this](int row) { return at(row).title; }};
    columns[NotedOn] = {
        .title = tr("挙がった日"),
        .text = [this](int row) { return dayText(at(row).notedOn); },
        .sort =
            [this](int row) { return at(row).notedOn.isValid() ? QVariant(at(row).notedOn) : QVariant(); }};
    columns[Where] = {.title = tr("場所"),
                      .text = [this](int row) { return cardPlace(registry(), at(row)); }};
    columns[Scenes] = {.title = tr("場面"), .text = [this](int row) { return at(row).scenes.join(u'・'); }};
    columns[Source] = {.title = tr("出どころ"), .text = [this](int row) { return at(row).source; }};
    columns[Kind] = {.title = tr("連携の型"),
                     .text = [this](int row) { return cooperationText(at(row).cooperation); }};
    columns[Status] = {.title = tr("状態"),
                       .text = [this](int row) { return issueStatusText(at(row).status); },
                       .sort = [this](int row) { return QVariant(static_cast<int>(at(row).status)); },
                       .save =
                           [this](int row, const QVariant &value) {
                               return setCardStatus(document(), at(row).id,
                                                    static_cast<IssueStatus>(value.toInt()),
                                                    QDate::currentDate(), tr("状態の変更"));
                           },
                       .edited = [this](int row) { return QVariant(static_cast<int>(at(row).status)); },
                       .choices = statusChoices};
    columns[Review] = {.title = tr("その後"),
                       .text = [this](int row) { return lastReview(m_pipeline, at(row).id); },
                       .tip = tr("その後の研修会での確認：解決、まだ挙がる")};
    columns[Owner] = {.title = tr("担当"),
                      .text = [this](int row) { return at(row).owner; },
                      .save =
                          [this](int row, const QVariant &value) {
                              return saveField<IssueCard>(document(), at(row).id, &IssueCard::owner,
                                                          value.toString(), tr("カードの担当の変更"));
                          }};
    columns[Age] = {.title = tr("経過"),
                    .text = [this, today](int row) { return cardAge(at(row), today); },
                    .sort =
                        [this, today](int row) {
                            return at(row).notedOn.isValid() ? QVariant(issueAge(at(row), today))
                                                             : QVariant();
                        },
                    .number = true,
                    .tip = tr("挙がってからの期間。解決・見送りは、その日まで")};
    columns[Behind] = {.title = tr("もと"),
                       .text = [this](int row) { return cardEvidence(m_pipeline, at(row).id); },
                       .tip = tr("もとになった付箋と相談の数（もとのカードの分も含みます）")};
    m_model->setColumns(std::move(columns));
    m_model->setFaded([this](int row) { return !at(row).isOpen(); });
    const double letters[] = {8, 16, 9, 6, 9, 8, 6, 5, 6, 7, 6, 8};
    for (int column = 0; column <= Behind; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setSectionResizeMode(Title, QHeaderView::Interactive);
    context().settings.restoreColumns(u"pipeline"_s, m_table->horizontalHeader());
}

Result<> PipelinePage::writeList(const QString &path)
{
    const std::vector<const IssueCard *> cards = m_filter->apply(registry(), m_pipeline);
    const QDate today = QDate::currentDate();
    WorkbookWriter book;
    book.setTitle(tr("課題の流れ"));
    SheetWriter &sheet = book.addSheet(tr("課題の流れ"));
    sheet.setLandscape(true);
    sheet.writeTitle(tr("課題の流れ"));
    const QString about = m_filter->description();
    sheet.writeNote(tr("%1現在　%2件%3")
                        .arg(eraDate(today))
                        .arg(cards.size())
                        .arg(about.isEmpty() ? QString() : tr("（%1）").arg(about)));
    sheet.writeHead({tr("段階"), tr("題名"), tr("内容"), tr("挙がった日"), tr("市町村・圏域"), tr("場面"),
                     tr("出どころ"), tr("補足"), tr("挙げた方"), tr("連携の型"), tr("状態"),
                     tr("その後の確認"), tr("担当"), tr("経過（か月）"), tr("付箋（枚）"), tr("相談（件）"),
                     tr("もとのカード"), tr("協議の場")});
    for (const IssueCard *card : cards) {
        QStringList origins, councils;
        for (const IssueCard *origin : m_pipeline.originsOf(card->id))
            origins << origin->title;
        for (const CouncilContent *council : m_pipeline.councilsOf(card->id))
            councils << QString(dayText(council->record.heldOn) + u' ' + council->record.body);
        const CellValue age = card->notedOn.isValid()
                                  ? CellValue(static_cast<std::int64_t>(issueAge(*card, today)))
                                  : CellValue();
        sheet.writeRow({issueStageText(card->stage), card->title, card->detail, eraDate(card->notedOn),
                        cardPlace(registry(), *card), card->scenes.join(u'、'), card->source,
                        card->sourceNote, card->who, cooperationText(card->cooperation),
                        issueStatusText(card->status), lastReview(m_pipeline, card->id), card->owner, age,
                        static_cast<std::int64_t>(m_pipeline.notesOf(card->id, true).size()),
                        static_cast<std::int64_t>(m_pipeline.consultationsOf(card->id, true).size()),
                        origins.join(u'\n'), councils.join(u'\n')});
    }
    sheet.addFilter();
    return book.save(path);
}

void PipelinePage::exportList()
{
    const QString path = context().dialogs.saveFile(this, tr("カードの一覧の書き出し"), tr("課題の流れ.xlsx"),
                                                    workbookFilter());
    if (path.isEmpty() || !report(writeList(path)))
        return;
    const QFileInfo file(path);
    Q_EMIT notice({Notice::Kind::Info, tr("「%1」フォルダーに「%2」を書き出しました。")
                                           .arg(file.absoluteDir().dirName(), file.fileName())});
}

} // namespace tane
