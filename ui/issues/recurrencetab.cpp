#include "issues/recurrencetab.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "exchange/workbookwriter.h"
#include "issues/linklist.h"
#include "issues/similarcard.h"
#include "issues/thingscard.h"
#include "parts/filefilters.h"
#include "parts/gridview.h"
#include "parts/savefield.h"
#include "shell/backgroundjob.h"
#include "shell/columnscroll.h"
#include "shell/page.h"
#include "shell/widgets.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBothColumns = 820;
constexpr std::size_t kMostThings = 100;

QString yearsText(const std::vector<int> &years)
{
    QStringList all;
    for (const int year : years) {
        QString text = FiscalYear(year).text();
        text.remove(u"年度"_s);
        if (!all.isEmpty() && text.startsWith(u"令和"_s))
            text = text.sliced(2);
        all << text;
    }
    return all.isEmpty() ? QString() : QString(all.join(u'・') + u"年度"_s);
}

std::pair<QString, QString> placeOf(RaisedThing::Kind kind)
{
    switch (kind) {
    case RaisedThing::Kind::Cluster:
        return {u"board"_s, u"note_cluster"_s};
    case RaisedThing::Kind::Note:
        return {u"board"_s, u"sticky_note"_s};
    case RaisedThing::Kind::Card:
        return {u"pipeline"_s, u"issue_card"_s};
    case RaisedThing::Kind::Topic:
        return {u"consultations"_s, u"consultation_topic"_s};
    }
    return {};
}

QString kindText(RaisedThing::Kind kind)
{
    switch (kind) {
    case RaisedThing::Kind::Cluster:
        return RecurrenceTab::tr("見出し");
    case RaisedThing::Kind::Note:
        return RecurrenceTab::tr("付箋");
    case RaisedThing::Kind::Card:
        return RecurrenceTab::tr("カード");
    case RaisedThing::Kind::Topic:
        return RecurrenceTab::tr("相談");
    }
    return {};
}

} // namespace

RecurrenceTab::RecurrenceTab(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_job(new BackgroundJob(this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, metrics::xl, metrics::m);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::m);
    outer->addLayout(m_columns, 1);
    makeList();
    makeDetails();
    auto *write = new QAction(tr("繰り返し挙がることを Excel で…"), this);
    connect(write, &QAction::triggered, this, &RecurrenceTab::exportList);
    m_exports << write;
}

RecurrenceTab::~RecurrenceTab() = default;

void RecurrenceTab::makeList()
{
    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::m);
    auto *card = new Card({}, this);
    m_model = new GridModel(this);
    m_table = new GridView(tr("繰り返し挙がることの一覧"), m_model, card);
    m_table->setObjectName(u"recurrences"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeColumns();
    m_none = secondaryLabel({}, card);
    m_none->setWordWrap(true);
    card->body()->addWidget(m_none);
    card->body()->addWidget(m_table, 1);
    left->addWidget(card, 3);
    m_similar = new SimilarCard(m_context.settings, this);
    left->addWidget(m_similar, 0);
    m_columns->addLayout(left, 7);
    connect(m_table, &GridView::selectedChanged, this, &RecurrenceTab::showDetails);
    connect(m_table, &QTableView::activated, this, [this] { m_makeCard->setFocus(); });
    connect(m_similar, &SimilarCard::joinRequested, this, &RecurrenceTab::joinHeadings);
}

void RecurrenceTab::makeColumns()
{
    const auto at = [this](int row) -> const Recurrence & { return m_all[static_cast<std::size_t>(row)]; };
    std::vector<GridColumn> columns(LastDay + 1);
    columns[Heading] = {.title = tr("見出し・テーマ"), .text = [at](int row) {
                            return at(row).theme != 0 ? tr("%1（テーマ）").arg(at(row).heading)
                                                      : at(row).heading;
                        }};
    columns[Years] = {.title = tr("年度"),
                      .text = [at](int row) { return yearsText(at(row).years); },
                      .sort = [at](int row) { return QVariant(static_cast<int>(at(row).years.size())); }};
    const auto number = [at](const QString &title, int Recurrence::*member, const QString &unit,
                             const QString &tip) {
        return GridColumn{.title = title,
                          .text = [at, member, unit](int row) { return unit.arg(at(row).*member); },
                          .sort = [at, member](int row) { return QVariant(at(row).*member); },
                          .number = true,
                          .tip = tip};
    };
    columns[Workshops] = number(tr("研修会"), &Recurrence::workshops, tr("%1回"), tr("挙がった研修会の数"));
    columns[Areas] = number(tr("圏域"), &Recurrence::areas, tr("%1圏域"), tr("挙がった圏域の数"));
    columns[Places] = number(tr("場所"), &Recurrence::places, tr("%1か所"),
                             tr("模造紙の枚数。模造紙のほかは、市町村などを1か所と数えます"));
    columns[LastDay] = {
        .title = tr("直近"),
        .text = [at](int row) { return shortMonth(at(row).last); },
        .sort = [at](int row) { return at(row).last.isValid() ? QVariant(at(row).last) : QVariant(); }};
    m_model->setColumns(std::move(columns));
    m_model->setEditable(false);
    const double letters[] = {14, 6.5, 3.4, 4, 4, 4.2};
    for (int column = 0; column <= LastDay; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setSectionResizeMode(Heading, QHeaderView::Stretch);
}

void RecurrenceTab::makeDetails()
{
    auto *card = new Card({}, this);
    m_title = new QLabel(card);
    m_title->setWordWrap(true);
    m_title->setFont(scaledFont(m_title, type::cardTitle, true));
    m_about = secondaryLabel({}, card);
    m_about->setWordWrap(true);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_about);
    auto *buttons = new QHBoxLayout;
    m_makeCard = new QPushButton(tr("カードを作る"), card);
    m_makeCard->setObjectName(u"makeThemeCard"_s);
    m_makeCard->setToolTip(tr("「地域課題のタネ」のカードを作り、挙がった付箋や相談を結びます。"));
    m_name = new QPushButton(card);
    m_name->setObjectName(u"nameTheme"_s);
    m_dissolve = new QPushButton(tr("テーマを解く"), card);
    m_dissolve->setObjectName(u"dissolveTheme"_s);
    makePlain(m_dissolve);
    buttons->addWidget(m_makeCard);
    buttons->addWidget(m_name);
    buttons->addWidget(m_dissolve);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    auto *scroll = new ColumnScroll(card);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, metrics::s, 0);
    m_things = new LinkList(tr("挙がったところ"), content);
    m_things->setObjectName(u"raisedThings"_s);
    column->addWidget(m_things);
    column->addStretch(1);
    scroll->setContent(content);
    card->body()->addWidget(scroll, 1);
    m_columns->addWidget(card, 4);
    connect(m_things, &LinkList::opened, this, &RecurrenceTab::openRow);
    connect(m_things, &LinkList::removed, this, [this](const LinkList::Item &item) {
        for (const RaisedThing &thing : m_raised)
            if (thing.id == item.id && placeOf(thing.kind).second == item.table) {
                report(unlinkFromTheme(m_context.document, thing, tr("テーマからの取り外し")));
                return;
            }
    });
    connect(m_makeCard, &QPushButton::clicked, this, &RecurrenceTab::makeCard);
    connect(m_name, &QPushButton::clicked, this, &RecurrenceTab::nameTheme);
    connect(m_dissolve, &QPushButton::clicked, this, &RecurrenceTab::dissolve);
}

void RecurrenceTab::show(const Registry &registry, const Pipeline &pipeline, bool writable)
{
    m_registry = &registry;
    m_pipeline = &pipeline;
    m_writable = writable;
    if (!m_stale)
        return;
    m_stale = false;
    load();
}

void RecurrenceTab::load()
{
    auto things = raisedThings(m_context.document);
    if (!report(things)) {
        m_stale = true;
        return;
    }
    const Recurrence *before = current();
    const qint64 theme = before ? before->theme : 0;
    const QString folded = before ? before->folded : QString();
    m_raised = std::move(*things);
    std::vector<ThemeName> themes;
    for (const IssueTheme &each : m_pipeline->themes)
        themes.push_back({each.id, each.heading});
    m_all = findRecurrences(m_raised, themes);
    std::vector<qint64> rows; // recurrences have no id of their own: their rank is one
    for (std::size_t i = 0; i < m_all.size(); ++i)
        rows.push_back(static_cast<qint64>(i) + 1);
    {
        const QSignalBlocker quiet(m_table);
        m_model->setRows(std::move(rows));
        m_table->viewport()->update();
        qint64 row = m_all.empty() ? 0 : 1;
        for (std::size_t i = 0; i < m_all.size(); ++i)
            if ((theme != 0 && m_all[i].theme == theme) || (theme == 0 && m_all[i].folded == folded))
                row = static_cast<qint64>(i) + 1;
        m_table->select(row);
    }
    setParagraph(m_none,
                 m_all.empty()
                     ? tr("まだ繰り返し挙がったことはありません。模造紙の見出し、相談、カードで同じ言葉が"
                          "2か所以上に出ると、ここに並びます。")
                     : tr("年度、研修会、圏域の多い順です。%1件").arg(m_all.size()));
    m_table->setVisible(!m_all.empty());
    showDetails();
    findSimilar();
}

/// Comparing thousands of headings takes a second or two.
void RecurrenceTab::findSimilar()
{
    m_similar->setBusy(true);
    m_job->start([this, things = m_raised](const Progress &) -> BackgroundJob::Finish {
        auto pairs = similarHeadings(things);
        return [this, pairs = std::move(pairs)] { m_similar->show(pairs, m_writable); };
    });
}

const Recurrence *RecurrenceTab::current() const
{
    const int row = m_model->rowOf(m_table->currentId());
    return row >= 0 && row < std::ssize(m_all) ? &m_all[static_cast<std::size_t>(row)] : nullptr;
}

void RecurrenceTab::showDetails()
{
    const Recurrence *one = current();
    for (QWidget *each : {static_cast<QWidget *>(m_makeCard), static_cast<QWidget *>(m_name)})
        each->setVisible(one != nullptr);
    m_dissolve->setVisible(one != nullptr && one->theme != 0);
    if (one == nullptr) {
        m_title->setText(tr("挙がったところ"));
        m_about->clear();
        m_things->setEmptyText(tr("左で選ぶと、どの年度の、どの研修会の、どの班で挙がったかが出ます。"));
        return m_things->setItems({}, false);
    }
    for (QPushButton *each : {m_makeCard, m_name, m_dissolve})
        each->setEnabled(m_writable);
    m_name->setText(one->theme != 0 ? tr("名前を変える") : tr("テーマにする"));
    m_title->setText(one->heading);
    QString about = tr("%1で%2か所").arg(yearsText(one->years)).arg(one->places);
    const auto solved = std::ranges::count_if(one->things, [](const RaisedThing &thing) {
        return thing.kind == RaisedThing::Kind::Card && thing.status == IssueStatus::Solved;
    });
    if (solved > 0)
        about += tr("・解決したカード %1件").arg(solved);
    m_about->setText(about);
    std::vector<LinkList::Item> items;
    for (const RaisedThing &thing : one->things) {
        if (items.size() == kMostThings) {
            items.push_back({QString(), QString(), 0, tr("ほかに%1件").arg(one->things.size() - kMostThings),
                             QString(), 0});
            break;
        }
        const auto [page, table] = placeOf(thing.kind);
        QStringList note{kindText(thing.kind), thing.where, dayText(thing.day)};
        if (thing.kind == RaisedThing::Kind::Card)
            note << issueStatusText(thing.status);
        note.removeAll(QString());
        items.push_back({page, table, thing.id, thing.heading, note.join(u'・'),
                         one->theme != 0 && thing.theme == one->theme ? thing.id : 0});
    }
    m_things->setItems(items, m_writable);
}

bool RecurrenceTab::showTheme(qint64 theme)
{
    const auto found = std::ranges::find(m_all, theme, &Recurrence::theme);
    return found != m_all.end() && m_table->select(found - m_all.begin() + 1);
}

void RecurrenceTab::nameTheme()
{
    const Recurrence *one = current();
    if (one == nullptr)
        return;
    const auto name =
        m_context.dialogs.askText(this, tr("テーマの名前"), tr("この繰り返しをまとめる名前"), one->heading);
    if (!name || name->trimmed().isEmpty())
        return;
    if (one->theme != 0)
        report(saveField<IssueTheme>(m_context.document, one->theme, &IssueTheme::heading, name->trimmed(),
                                     tr("テーマの名前の変更")));
    else
        report(linkToTheme(m_context.document, one->things, 0, name->trimmed(), tr("テーマの作成")));
}

void RecurrenceTab::dissolve()
{
    if (const Recurrence *one = current(); one != nullptr && one->theme != 0)
        report(RecordTable<IssueTheme>(m_context.document).remove(one->theme, tr("テーマの解除")));
}

void RecurrenceTab::makeCard()
{
    const Recurrence *one = current();
    if (one == nullptr)
        return;
    const auto id =
        cardFromThings(m_context.document, one->heading, one->things, one->theme, IssueStage::Seed,
                       QDate::currentDate(), tr("繰り返し挙がることからのカードの作成"));
    if (report(id))
        Q_EMIT openRow(u"pipeline"_s, u"issue_card"_s, *id);
}

void RecurrenceTab::joinHeadings(const QString &first, const QString &second)
{
    if (report(tane::joinHeadings(m_context.document, m_raised, first, second, tr("同じことの結びつけ"))))
        Q_EMIT notice(
            {Notice::Kind::Info,
             tr("「%1」と「%2」を1つのテーマにしました。「元に戻す」で戻せます。").arg(first, second)});
}

Result<> RecurrenceTab::write(const QString &path) const
{
    WorkbookWriter book;
    book.setTitle(tr("繰り返し挙がること"));
    SheetWriter &sheet = book.addSheet(tr("繰り返し挙がること"));
    sheet.setLandscape(true);
    sheet.writeTitle(tr("繰り返し挙がること"));
    sheet.writeNote(tr("%1現在　年度、研修会、圏域の多い順").arg(eraDate(QDate::currentDate())));
    sheet.writeHead({tr("順位"), tr("見出し・テーマ"), tr("年度"), tr("年度数"), tr("研修会"), tr("圏域"),
                     tr("市町村"), tr("場所"), tr("最後に挙がった日"), tr("挙がったところ")});
    std::int64_t rank = 0;
    for (const Recurrence &one : m_all) {
        QStringList where;
        for (const RaisedThing &thing : one.things)
            if (const QString text = tr("%1 %2").arg(dayText(thing.day), thing.where); !where.contains(text))
                where << text;
        sheet.writeRow({++rank, one.heading, yearsText(one.years),
                        static_cast<std::int64_t>(one.years.size()), static_cast<std::int64_t>(one.workshops),
                        static_cast<std::int64_t>(one.areas), static_cast<std::int64_t>(one.municipalities),
                        static_cast<std::int64_t>(one.places), eraDate(one.last),
                        where.mid(0, 50).join(u'\n')});
    }
    sheet.addFilter();
    return book.save(path);
}

void RecurrenceTab::exportList()
{
    const QString path = m_context.dialogs.saveFile(this, tr("繰り返し挙がることの書き出し"),
                                                    tr("繰り返し挙がること.xlsx"), workbookFilter());
    if (path.isEmpty() || !report(write(path)))
        return;
    const QFileInfo file(path);
    Q_EMIT notice({Notice::Kind::Info, tr("「%1」フォルダーに「%2」を書き出しました。")
                                           .arg(file.absoluteDir().dirName(), file.fileName())});
}

void RecurrenceTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() < kBothColumns ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace tane
