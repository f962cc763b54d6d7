#include "issues/councilspage.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "exchange/workbookwriter.h"
#include "issues/councildetails.h"
#include "parts/filefilters.h"
#include "parts/gridview.h"
#include "shell/columnscroll.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBothColumns = 860;
enum Which { All, WithOpen, WithLate };

QString bodyText(const CouncilRecord &record)
{
    return record.body.isEmpty() ? CouncilsPage::tr("（会議の名前がありません）") : record.body;
}

} // namespace

CouncilsPage::CouncilsPage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("協議の場"), pageContext, parent)
{
    m_empty =
        new EmptyState(tr("協議の場の記録はまだありません"),
                       tr("協議会や地域ケア会議に地域課題を出したら、何を出し、何に合意し、だれがいつまでに"
                          "何をするかを残しましょう。期限を過ぎた取組は、ここで分かります。"),
                       tr("最初の記録を作る"), this);
    m_empty->button()->setObjectName(u"addFirstCouncil"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, &CouncilsPage::add);
    body()->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    body()->addWidget(m_content, 1);
    makeHeader();
    makeList();
}

void CouncilsPage::makeHeader()
{
    m_output = new QPushButton(tr("Excel で書き出す"), this);
    m_output->setObjectName(u"exportCouncils"_s);
    m_add = new QPushButton(symbolIcon(Symbol::Plus, ColorRole::AccentText), tr("協議の場を記録"), this);
    m_add->setObjectName(u"addCouncil"_s);
    makePrimary(m_add);
    header()->addAction(m_output);
    header()->addAction(m_add);
    auto *write = new QAction(tr("協議の場の一覧を Excel で…"), this);
    m_exports << write;
    connect(write, &QAction::triggered, this, &CouncilsPage::exportList);
    connect(m_output, &QPushButton::clicked, this, &CouncilsPage::exportList);
    connect(m_add, &QPushButton::clicked, this, &CouncilsPage::add);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_text = new QLineEdit(m_content);
    m_text->setObjectName(u"councilFilter"_s);
    m_text->setPlaceholderText(tr("会議・出したこと・合意・取組で絞り込む"));
    m_text->setAccessibleName(tr("協議の場の絞り込み"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(320);
    m_which = new QComboBox(m_content);
    m_which->setObjectName(u"councilWhich"_s);
    m_which->setAccessibleName(tr("取組で絞り込む"));
    m_which->addItems({tr("取組：すべて"), tr("残りのあるもの"), tr("期限を過ぎたもの")});
    m_remove = new QPushButton(tr("削除"), m_content);
    m_remove->setObjectName(u"removeCouncil"_s);
    row->addWidget(m_text, 1);
    row->addWidget(m_which);
    row->addStretch(0);
    row->addWidget(m_remove);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(row);
    connect(m_text, &QLineEdit::textChanged, this, &CouncilsPage::applyFilter);
    connect(m_which, &QComboBox::currentIndexChanged, this, &CouncilsPage::applyFilter);
    connect(m_remove, &QPushButton::clicked, this, &CouncilsPage::remove);
}

void CouncilsPage::makeList()
{
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::m);
    auto *card = new Card({}, m_content);
    m_model = new GridModel(this);
    m_table = new GridView(tr("協議の場の一覧"), m_model, card);
    m_table->setObjectName(u"councils"_s);
    m_table->verticalHeader()->setDefaultSectionSize(44); // the name of a council takes two lines
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeColumns();
    card->body()->addWidget(m_table);
    m_columns->addWidget(card, 1);
    auto *side = new Card(tr("選んだ記録"), m_content);
    auto *scroll = new ColumnScroll(side);
    m_details = new CouncilDetails(document(), nullptr);
    scroll->setContent(m_details);
    side->body()->addWidget(scroll, 1);
    m_columns->addWidget(side, 1);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(m_columns, 1);
    connect(m_table, &GridView::selectedChanged, this, &CouncilsPage::showDetails);
    connect(m_table, &GridView::addRequested, this, &CouncilsPage::add);
    connect(m_table, &GridView::removeRequested, this, &CouncilsPage::remove);
    connect(m_table, &QTableView::activated, this, [this] { m_details->focusBody(); });
    connect(m_details, &CouncilDetails::failed, this, &CouncilsPage::showError);
    connect(m_details, &CouncilDetails::succeeded, this, &CouncilsPage::clearError);
    connect(m_details, &CouncilDetails::openRow, this, &CouncilsPage::openRow);
}

QString CouncilsPage::placeOf(const CouncilRecord &record) const
{
    if (const Municipality *municipality = registry().municipality(record.municipality))
        return municipality->name;
    const CareArea *area = registry().area(record.careArea);
    return area != nullptr ? area->name : QString();
}

void CouncilsPage::makeColumns()
{
    std::vector<GridColumn> columns(Actions + 1);
    columns[HeldOn] = {.title = tr("開催日"),
                       .text =
                           [this](int row) {
                               const QDate day = at(row).record.heldOn;
                               return day.isValid() ? shortDay(day) : dayText(day);
                           },
                       .sort =
                           [this](int row) {
                               const QDate day = at(row).record.heldOn;
                               return day.isValid() ? QVariant(day) : QVariant();
                           },
                       .spoken = [this](int row) { return dayText(at(row).record.heldOn); }};
    columns[Body] = {.title = tr("会議"), .text = [this](int row) { return bodyText(at(row).record); }};
    columns[Place] = {.title = tr("場所"), .text = [this](int row) { return placeOf(at(row).record); }};
    columns[Cards] = {.title = tr("課題"),
                      .text = [this](int row) { return tr("%1件").arg(at(row).cards.size()); },
                      .sort = [this](int row) { return QVariant(static_cast<int>(at(row).cards.size())); },
                      .number = true};
    columns[Actions] = {.title = tr("取組"),
                        .text =
                            [this](int row) {
                                const ActionCount count = countActions(at(row).actions, QDate::currentDate());
                                if (count.late > 0)
                                    return tr("⚠ 期限切れ%1件").arg(count.late);
                                if (count.open > 0)
                                    return tr("残り%1件").arg(count.open);
                                return count.done > 0 ? tr("済み") : QString();
                            },
                        .sort =
                            [this](int row) {
                                const ActionCount count = countActions(at(row).actions, QDate::currentDate());
                                return QVariant(-1000 * count.late - count.open);
                            }};
    m_model->setColumns(std::move(columns));
    m_model->setEditable(false);
    const double letters[] = {5.4, 10, 4.8, 2.8, 7.8};
    for (int column = 0; column <= Actions; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setSectionResizeMode(Body, QHeaderView::Stretch);
}

void CouncilsPage::fill()
{
    auto loaded = loadPipeline(document());
    if (!report(loaded))
        return;
    m_pipeline = std::move(*loaded);
    const bool any = !m_pipeline.councils.empty();
    m_empty->setVisible(!any);
    m_empty->button()->setEnabled(isWritable());
    m_content->setVisible(any);
    m_add->setVisible(any);
    m_output->setVisible(any);
    m_add->setEnabled(isWritable());
    std::vector<qint64> ids;
    for (const CouncilContent &council : m_pipeline.councils)
        ids.push_back(council.record.id);
    const qint64 shown = m_table->currentId();
    {
        const QSignalBlocker quiet(m_table);
        m_model->setRows(std::move(ids));
        applyFilter();
        if (!m_table->select(shown) && m_table->filter()->rowCount() > 0)
            m_table->selectRow(0);
    }
    showDetails();
}

void CouncilsPage::applyFilter()
{
    const QString text = foldName(m_text->text());
    const int which = m_which->currentIndex();
    m_table->filter()->setCondition([=, this](int row) {
        const CouncilContent &council = at(row);
        const ActionCount count = countActions(council.actions, QDate::currentDate());
        if ((which == WithOpen && count.open == 0) || (which == WithLate && count.late == 0))
            return false;
        if (text.isEmpty())
            return true;
        QStringList words{council.record.body, council.record.presented, council.record.agreed,
                          council.record.note};
        for (const CouncilAction &action : council.actions)
            words << action.what << action.who;
        return foldName(words.join(u'\n')).contains(text);
    });
    const int shown = m_table->filter()->rowCount(), all = m_model->rowCount();
    header()->setContext(all == 0       ? QString()
                         : shown == all ? tr("%1件").arg(all)
                                        : tr("%2件のうち%1件").arg(shown).arg(all));
    if (m_table->currentId() == 0 && shown > 0)
        m_table->selectRow(0);
    if (m_table->currentId() != m_details->council())
        showDetails();
}

void CouncilsPage::showDetails()
{
    const int row = m_model->rowOf(m_table->currentId());
    m_details->showCouncil(registry(), m_pipeline, row < 0 ? nullptr : &at(row), isWritable());
    m_remove->setEnabled(row >= 0 && isWritable());
}

bool CouncilsPage::reveal(const QString &table, qint64 row)
{
    if (table != "council_record"_L1 || m_model->rowOf(row) < 0)
        return false;
    if (!m_table->select(row)) { // it is filtered out
        m_text->clear();
        m_which->setCurrentIndex(0);
        m_table->select(row);
    }
    m_table->setFocus();
    return true;
}

void CouncilsPage::add()
{
    if (!isWritable())
        return;
    CouncilRecord record;
    record.heldOn = QDate::currentDate();
    const auto id = RecordTable<CouncilRecord>(document()).add(record, tr("協議の場の記録の追加"));
    if (report(id) && reveal(u"council_record"_s, *id))
        m_details->focusBody();
}

void CouncilsPage::remove()
{
    const qint64 id = m_table->currentId();
    if (id == 0 || !isWritable())
        return;
    if (report(RecordTable<CouncilRecord>(document()).remove(id, tr("協議の場の記録の削除"))))
        Q_EMIT notice({Notice::Kind::Info, tr("記録を削除しました。「元に戻す」で戻せます。")});
}

Result<> CouncilsPage::write(const QString &path) const
{
    const QDate today = QDate::currentDate();
    WorkbookWriter book;
    book.setTitle(tr("協議の場"));
    SheetWriter &sheet = book.addSheet(tr("協議の場"));
    sheet.setLandscape(true);
    sheet.writeTitle(tr("協議の場"));
    sheet.writeNote(tr("%1現在　新しい順。取組は1件1行です。").arg(eraDate(today)));
    sheet.writeHead({tr("開催日"), tr("会議"), tr("市町村・圏域"), tr("出した課題"), tr("出したこと"),
                     tr("合意したこと"), tr("何を"), tr("だれが"), tr("いつまでに"), tr("状況")});
    for (int row = 0; row < m_table->filter()->rowCount(); ++row) {
        const qint64 id = m_table->filter()->index(row, 0).data(GridModel::idRole).toLongLong();
        const CouncilContent &council = at(m_model->rowOf(id));
        QStringList cards;
        for (const qint64 card : council.cards)
            if (const IssueCard *found = m_pipeline.card(card))
                cards << found->title;
        const auto line = [&](const CouncilAction &action) {
            const bool late = !action.done && action.dueOn.isValid() && action.dueOn < today;
            const QString state = action.what.isEmpty() ? QString()
                                  : action.done         ? tr("済み")
                                  : late                ? tr("期限を過ぎています")
                                                        : tr("これから");
            sheet.writeRow({eraDate(council.record.heldOn), council.record.body, placeOf(council.record),
                            cards.join(u'\n'), council.record.presented, council.record.agreed, action.what,
                            action.who, eraDate(action.dueOn), state});
        };
        for (const CouncilAction &action : council.actions)
            line(action);
        if (council.actions.empty())
            line({});
    }
    sheet.addFilter();
    return book.save(path);
}

void CouncilsPage::exportList()
{
    const QString path = context().dialogs.saveFile(this, tr("協議の場の一覧の書き出し"), tr("協議の場.xlsx"),
                                                    workbookFilter());
    if (path.isEmpty() || !report(write(path)))
        return;
    const QFileInfo file(path);
    Q_EMIT notice({Notice::Kind::Info, tr("「%1」フォルダーに「%2」を書き出しました。")
                                           .arg(file.absoluteDir().dirName(), file.fileName())});
}

void CouncilsPage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    m_columns->setDirection(width() >= kBothColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace tane
