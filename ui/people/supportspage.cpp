#include "people/supportspage.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "people/registeredit.h"
#include "people/supportdetails.h"
#include "programme/steppage.h"
#include "shell/columnscroll.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBothColumns = 820;
constexpr int kNoYear = -1;

const QString &kindMark(Support::Kind kind)
{
    static const QString marks[] = {u"Ⅰ"_s, u"Ⅱ"_s, u"Ⅲ"_s};
    return marks[static_cast<int>(kind)];
}

int yearOf(const Support &support)
{
    return support.heldOn.isValid() ? FiscalYear::of(support.heldOn).startYear() : kNoYear;
}

} // namespace

SupportsPage::SupportsPage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("支援の記録"), pageContext, parent)
{
    m_empty =
        new EmptyState(tr("支援の記録はまだありません"),
                       tr("研修会（Ⅰ）、ネットワーク会議（Ⅱ）、伴走支援（Ⅲ）を残すと、どの方にどんな支援が"
                          "届いたかを、あとから確かめられます。"),
                       tr("最初の支援を記録"), this);
    m_empty->button()->setObjectName(u"addFirstSupport"_s);
    connect(m_empty->button(), &QPushButton::clicked, this,
            [this] { add(static_cast<int>(Support::Kind::Network)); });
    body()->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    for (QWidget *part : {static_cast<QWidget *>(m_empty), m_content})
        part->hide(); // until it is filled: what is shown empty is laid out once for every change
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    body()->addWidget(m_content, 1);
    makeHeader();
    makeFilters();
    makeList();
}

void SupportsPage::makeHeader()
{
    m_fromWorkshop = new QPushButton(tr("研修会から加える"), this);
    m_fromWorkshop->setObjectName(u"fromWorkshop"_s);
    m_fromWorkshop->setToolTip(tr("プログラムの研修会を、参加した方ごとⅠとして加えます。"));
    m_workshops = new QMenu(m_fromWorkshop);
    m_fromWorkshop->setMenu(m_workshops);
    m_add = new QPushButton(symbolIcon(Symbol::Plus, ColorRole::AccentText), tr("支援を記録"), this);
    m_add->setObjectName(u"addSupport"_s);
    makePrimary(m_add);
    auto *kinds = new QMenu(m_add);
    for (const Support::Kind kind :
         {Support::Kind::Input, Support::Kind::Network, Support::Kind::Accompany}) {
        const QAction *action = kinds->addAction(supportKindText(kind));
        connect(action, &QAction::triggered, this, [this, kind] { add(static_cast<int>(kind)); });
    }
    m_add->setMenu(kinds);
    header()->addAction(m_fromWorkshop);
    header()->addAction(m_add);
}

void SupportsPage::makeFilters()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"supportFilter"_s);
    m_text->setPlaceholderText(tr("題名・内容・参加者で絞り込む"));
    m_text->setAccessibleName(tr("支援の記録の絞り込み"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(280);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"kindFilter"_s);
    m_kind->setAccessibleName(tr("区分で絞り込む"));
    m_kind->addItem(tr("区分：すべて"), -1);
    for (const Support::Kind kind : {Support::Kind::Input, Support::Kind::Network, Support::Kind::Accompany})
        m_kind->addItem(kindMark(kind) + u' ' + supportKindShortText(kind), static_cast<int>(kind));
    m_municipality = new QComboBox(this);
    m_municipality->setObjectName(u"municipalityFilter"_s);
    m_municipality->setAccessibleName(tr("市町村で絞り込む"));
    m_year = new QComboBox(this);
    m_year->setObjectName(u"yearFilter"_s);
    m_year->setAccessibleName(tr("年度で絞り込む"));
    m_remove = new QPushButton(tr("削除"), this);
    m_remove->setObjectName(u"removeSupport"_s);
    row->addWidget(m_text, 1);
    for (QComboBox *box : {m_kind, m_municipality, m_year})
        row->addWidget(box);
    row->addStretch(0);
    row->addWidget(m_remove);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(row);
    connect(m_text, &QLineEdit::textChanged, this, &SupportsPage::applyFilter);
    for (QComboBox *box : {m_kind, m_municipality, m_year})
        connect(box, &QComboBox::currentIndexChanged, this, &SupportsPage::applyFilter);
    connect(m_remove, &QPushButton::clicked, this, &SupportsPage::remove);
}

void SupportsPage::makeList()
{
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::m);
    auto *card = new Card({}, m_content);
    m_model = new GridModel(this);
    m_table = new GridView(tr("支援の記録の一覧"), m_model, card);
    m_table->setObjectName(u"supports"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeColumns();
    card->body()->addWidget(m_table);
    m_columns->addWidget(card, 7);
    auto *side = new Card(tr("選んだ記録"), m_content);
    m_scroll = new ColumnScroll(side);
    m_details = new SupportDetails(document(), nullptr);
    m_details->resize(320, 480); // else all of it is measured here, before its width is known
    m_scroll->setContent(m_details);
    side->body()->addWidget(m_scroll, 1);
    m_columns->addWidget(side, 5);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(m_columns, 1);
    connect(m_table, &GridView::selectedChanged, this, &SupportsPage::showDetails);
    connect(m_table, &GridView::addRequested, this, [this] { add(qMax(0, m_kind->currentData().toInt())); });
    connect(m_table, &GridView::removeRequested, this, &SupportsPage::remove);
    connect(m_table, &QTableView::activated, this, [this] { m_details->focusTitle(); });
    connect(m_details, &SupportDetails::failed, this, &SupportsPage::showError);
    connect(m_details, &SupportDetails::succeeded, this, &SupportsPage::clearError);
    connect(m_details, &SupportDetails::personRequested, this,
            [this](qint64 id) { Q_EMIT openRow(u"person"_s, u"person"_s, id); });
    connect(m_details, &SupportDetails::municipalityRequested, this,
            [this](qint64 id) { Q_EMIT openRow(u"municipality"_s, u"municipality"_s, id); });
    connect(m_details, &SupportDetails::workshopRequested, this, &SupportsPage::takeOver);
}

void SupportsPage::makeColumns()
{
    std::vector<GridColumn> columns(People + 1);
    columns[HeldOn] = {.title = tr("実施日"),
                       .text =
                           [this](int row) {
                               const QDate day = at(row).support->heldOn;
                               return day.isValid() ? eraDate(day) : tr("未定");
                           },
                       .sort = [this](int row) -> QVariant {
                           const QDate day = at(row).support->heldOn;
                           return day.isValid() ? QVariant(day) : QVariant();
                       }};
    columns[Kind] = {.title = tr("区分"),
                     .text = [this](int row) { return kindMark(at(row).support->kind); },
                     .sort = [this](int row) { return QVariant(static_cast<int>(at(row).support->kind)); },
                     .spoken =
                         [this](int row) {
                             const Support::Kind kind = at(row).support->kind;
                             return QString(kindMark(kind) + u' ' + supportKindShortText(kind));
                         }};
    columns[Title] = {.title = tr("題名"), .text = [this](int row) { return at(row).support->title; }};
    columns[Place] = {.title = tr("市町村"), .text = [this](int row) { return at(row).place; }};
    columns[People] = {.title = tr("参加"),
                       .text = [this](int row) { return tr("%1名").arg(at(row).people); },
                       .sort = [this](int row) { return QVariant(at(row).people); },
                       .number = true};
    m_model->setColumns(std::move(columns));
    m_model->setEditable(false);
    const double letters[] = {9.5, 2.5, 12, 5, 3};
    for (int column = 0; column <= People; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setSectionResizeMode(Title, QHeaderView::Stretch);
}

SupportsPage::Row SupportsPage::rowOf(const Support &support) const
{
    Row row;
    row.support = &support;
    std::set<qint64> municipalities;
    if (const Municipality *place = registry().municipality(support.municipality)) {
        row.place = place->name;
        municipalities.insert(place->id);
    }
    const QDate day = support.heldOn.isValid() ? support.heldOn : QDate::currentDate();
    if (const auto list = registry().attendees.find(support.id); list != registry().attendees.end()) {
        row.people = static_cast<int>(list->second.size());
        for (const qint64 id : list->second) {
            const PersonRecord *person = registry().person(id);
            if (person == nullptr)
                continue;
            for (const Affiliation &each : person->affiliations)
                if (each.holdsOn(day))
                    for (const Municipality *one : registry().municipalitiesOf(each))
                        municipalities.insert(one->id);
        }
    }
    row.municipalities.assign(municipalities.begin(), municipalities.end());
    return row;
}

QString SupportsPage::foldedOf(const Support &support) const
{
    QStringList words{support.title,  support.method,       support.outcome,
                      support.change, support.issuesBefore, support.future};
    if (const auto list = registry().attendees.find(support.id); list != registry().attendees.end())
        for (const qint64 id : list->second)
            if (const PersonRecord *person = registry().person(id))
                words << person->person.name << person->person.kana;
    return foldName(words.join(u'\n'));
}

void SupportsPage::fill()
{
    const bool any = !registry().supports.empty();
    m_empty->setVisible(!any);
    m_empty->button()->setEnabled(isWritable());
    if (!any)
        m_content->hide();
    m_add->setVisible(any);
    m_add->setEnabled(isWritable());
    m_fromWorkshop->setEnabled(isWritable());
    m_rows.clear();
    std::vector<qint64> ids;
    for (const Support &support : registry().supports) {
        m_rows.push_back(rowOf(support));
        ids.push_back(support.id);
    }
    const qint64 shown = m_table->currentId();
    {
        const QSignalBlocker quiet(m_table); // what is shown beside it is filled once, when all is in place
        m_model->setRows(std::move(ids));
        fillFilters();
        fillWorkshops();
        applyFilter();
        if (!m_table->select(shown) && m_table->filter()->rowCount() > 0)
            m_table->selectRow(0);
    }
    showDetails();
    m_content->setVisible(any);
    Q_EMIT badgeChanged();
}

QString SupportsPage::badge() const
{
    return m_rows.empty() ? QString() : QString::number(m_rows.size());
}

void SupportsPage::fillFilters()
{
    const auto refill = [](QComboBox *box, const std::vector<std::pair<QString, qint64>> &choices) {
        const QSignalBlocker quiet(box);
        const QVariant chosen = box->currentData();
        box->clear();
        for (const auto &[text, value] : choices)
            box->addItem(text, value);
        box->setCurrentIndex(qMax(0, box->findData(chosen)));
    };
    std::set<qint64> used;
    std::set<int, std::greater<>> years;
    for (const Row &row : m_rows) {
        used.insert(row.municipalities.begin(), row.municipalities.end());
        years.insert(yearOf(*row.support));
    }
    std::vector<std::pair<QString, qint64>> places{{tr("市町村：すべて"), 0}};
    for (const Municipality &each : registry().municipalities)
        if (used.contains(each.id))
            places.emplace_back(each.name, each.id);
    refill(m_municipality, places);
    std::vector<std::pair<QString, qint64>> spans{{tr("年度：すべて"), 0}};
    for (const int year : years)
        spans.emplace_back(year == kNoYear ? tr("日が未定") : FiscalYear(year).text(), year);
    refill(m_year, spans);
}

void SupportsPage::fillWorkshops()
{
    m_workshops->clear();
    const auto workshops = WorkshopRepository(document()).all();
    if (!report(workshops))
        return;
    for (auto it = workshops->rbegin(); it != workshops->rend(); ++it) {
        const bool there = std::ranges::any_of(
            registry().supports, [&](const Support &support) { return support.workshop == it->id; });
        const QString name = workshopName(*it);
        QAction *action = m_workshops->addAction(there ? tr("%1：参加者を加える").arg(name) : name);
        connect(action, &QAction::triggered, this, [this, id = it->id] { takeOver(id); });
    }
    m_fromWorkshop->setVisible(!workshops->empty());
}

void SupportsPage::applyFilter()
{
    const QString text = foldName(m_text->text());
    const int kind = m_kind->currentData().toInt();
    const qint64 municipality = m_municipality->currentData().toLongLong();
    const int year = m_year->currentData().toInt();
    if (!text.isEmpty())
        for (Row &row : m_rows)
            if (row.folded.isEmpty())
                row.folded = foldedOf(*row.support);
    m_table->filter()->setCondition([=, this](int row) {
        const Row &shown = at(row);
        return (kind < 0 || static_cast<int>(shown.support->kind) == kind) &&
               (municipality == 0 || std::ranges::count(shown.municipalities, municipality) > 0) &&
               (year == 0 || yearOf(*shown.support) == year) &&
               (text.isEmpty() || shown.folded.contains(text));
    });
    const int shown = m_table->filter()->rowCount();
    const int all = m_model->rowCount();
    header()->setContext(all == 0       ? QString()
                         : shown == all ? tr("%1件").arg(all)
                                        : tr("%2件のうち%1件").arg(shown).arg(all));
    if (m_table->currentId() != m_details->support())
        showDetails();
}

void SupportsPage::showDetails()
{
    const int row = m_model->rowOf(m_table->currentId());
    m_details->show(registry(), row < 0 ? nullptr : at(row).support, isWritable());
    m_remove->setEnabled(row >= 0 && isWritable());
}

bool SupportsPage::reveal(const QString &table, qint64 row)
{
    if (table != u"support"_s || m_model->rowOf(row) < 0)
        return false;
    if (!m_table->select(row)) { // it is filtered out
        m_text->clear();
        for (QComboBox *box : {m_kind, m_municipality, m_year})
            box->setCurrentIndex(0);
        m_table->select(row);
    }
    m_table->setFocus();
    return true;
}

void SupportsPage::add(int kind)
{
    if (!isWritable())
        return;
    Support support;
    support.kind = static_cast<Support::Kind>(kind);
    const QString methods[] = {tr("研修会"), tr("ネットワークとプラットフォーム"), tr("伴走支援")};
    const QString titles[] = {tr("新しい研修会"), tr("新しい会議"), tr("新しい伴走支援")};
    support.method = methods[kind];
    support.title = titles[kind];
    support.heldOn = QDate::currentDate();
    const auto id = RecordTable<Support>(document()).add(support, tr("支援の記録の追加"));
    if (report(id) && reveal(u"support"_s, *id))
        m_details->focusTitle();
}

void SupportsPage::takeOver(qint64 workshop)
{
    const auto id = takeOverWorkshop(document(), workshop);
    if (!report(id))
        return;
    reveal(u"support"_s, *id);
    const auto list = registry().attendees.find(*id);
    const auto people = list == registry().attendees.end() ? 0 : list->second.size();
    Q_EMIT notice(
        {Notice::Kind::Info,
         people > 0 ? tr("研修会をⅠとして加えました。参加者は%1名です。").arg(people)
                    : tr("研修会をⅠとして加えました。回答を人材の名簿と結びつけると、参加者も入ります。")});
}

void SupportsPage::remove()
{
    const int row = m_model->rowOf(m_table->currentId());
    if (row < 0 || !isWritable())
        return;
    const bool sure = context().dialogs.confirm(
        this,
        tr("「%1」の記録を削除しますか。すぐあとなら「元に戻す」で戻せます。").arg(at(row).support->title),
        tr("削除する"));
    if (sure)
        report(RecordTable<Support>(document()).remove(m_model->idAt(row), tr("支援の記録の削除")));
}

void SupportsPage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    const bool beside = width() >= kBothColumns;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_scroll->setMinimumHeight(beside ? 0 : 280);
}

} // namespace tane
