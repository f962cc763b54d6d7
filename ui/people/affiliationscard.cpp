#include "people/affiliationscard.h"

#include "base/fiscalyear.h"
#include "people/peopletext.h"
#include "programme/cardlist.h"
#include "shell/icons.h"
#include "shell/page.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QString summaryOf(const Registry &registry, const Affiliation &affiliation)
{
    QStringList parts;
    if (const Centre *centre = registry.centre(affiliation.centre))
        parts << centre->name;
    if (!affiliation.organisation.isEmpty())
        parts << affiliation.organisation;
    if (const Municipality *municipality = registry.municipality(affiliation.municipality))
        parts << municipality->name;
    if (!affiliation.title.isEmpty())
        parts << affiliation.title;
    return parts.isEmpty() ? AffiliationsCard::tr("（所属をお書きください）") : parts.join(u'・');
}

QString periodOf(const Affiliation &affiliation)
{
    const QString from = affiliation.fromOn.isValid() ? eraDate(affiliation.fromOn) : QString();
    if (affiliation.untilOn.isValid())
        return AffiliationsCard::tr("%1～%2").arg(from, eraDate(affiliation.untilOn));
    return from.isEmpty() ? AffiliationsCard::tr("いまの所属") : AffiliationsCard::tr("%1～").arg(from);
}

} // namespace

AffiliationRow::AffiliationRow(PageContext &context, qint64 affiliation,
                               std::function<void(const Result<> &)> report, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_id(affiliation)
    , m_report(report)
    , m_form(context.document, tr("所属"), report)
{
    setObjectName(u"affiliation%1"_s.arg(affiliation));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::s);
    m_fold = new QToolButton(this);
    m_fold->setObjectName(u"fold"_s);
    m_fold->setCheckable(true);
    makePlain(m_fold);
    connect(m_fold, &QToolButton::toggled, this, &AffiliationRow::setOpen);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    m_summary = new QLabel(this);
    m_summary->setWordWrap(true);
    m_period = secondaryLabel({}, this);
    texts->addWidget(m_summary);
    texts->addWidget(m_period);
    m_remove = new QToolButton(this);
    m_remove->setText(tr("削除"));
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeRequested(m_id); });
    head->addWidget(m_fold, 0, Qt::AlignTop);
    head->addLayout(texts, 1);
    head->addWidget(m_remove, 0, Qt::AlignTop);
    column->addLayout(head);

    m_fields = new QWidget(this);
    auto *grid = new FieldGrid(64);
    m_fields->setLayout(grid);
    grid->setContentsMargins(28, 0, 0, metrics::s);
    m_centre = makeBox(tr("センター"), &Affiliation::centre);
    m_centre->setObjectName(u"centre"_s);
    m_municipality = makeBox(tr("市町村"), &Affiliation::municipality);
    m_municipality->setObjectName(u"municipality"_s);
    grid->addField(tr("センター"), {m_centre});
    grid->addField(tr("市町村"), {m_municipality});
    SavedLine *organisation = m_form.line(m_fields, tr("所属"), &Affiliation::organisation);
    organisation->setObjectName(u"organisation"_s);
    organisation->setPlaceholder(tr("センターや市町村のほかに書くもの"));
    grid->addField(tr("所属"), {organisation});
    SavedLine *kind = m_form.line(m_fields, tr("所属先"), &Affiliation::kind);
    kind->setPlaceholder(tr("病院、医師会、市町村 など"));
    const auto kinds = vocabulary(context.document, Vocabulary::Organisation);
    auto *completer =
        new QCompleter(kinds ? *kinds : builtInVocabulary(Vocabulary::Organisation), kind->edit());
    completer->setFilterMode(Qt::MatchContains);
    kind->edit()->setCompleter(completer);
    grid->addField(tr("所属先"), {kind});
    grid->addField(tr("役職"), {m_form.line(m_fields, tr("役職"), &Affiliation::title)});
    DateField *from = m_form.date(m_fields, tr("いつから"), &Affiliation::fromOn);
    from->setObjectName(u"from"_s);
    DateField *until = m_form.date(m_fields, tr("いつまで"), &Affiliation::untilOn);
    until->setObjectName(u"until"_s);
    until->setPlaceholder(tr("続いていれば空のまま"));
    grid->addField(tr("いつから"), {from});
    grid->addField(tr("いつまで"), {until});
    grid->addField(tr("メモ"), {m_form.text(m_fields, tr("メモ"), &Affiliation::note)});
    column->addWidget(m_fields);
    setOpen(false);
}

QComboBox *AffiliationRow::makeBox(const QString &name, qint64 Affiliation::*member)
{
    auto *box = new QComboBox(m_fields);
    box->setAccessibleName(name);
    box->setMaxVisibleItems(20);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    connect(box, &QComboBox::activated, this, [this, box, member, name](int index) {
        m_report(saveField(m_context.document, m_id, member, box->itemData(index).toLongLong(),
                           tr("所属の%1の変更").arg(name)));
    });
    return box;
}

void AffiliationRow::fillBoxes(const Registry &registry, const Affiliation &affiliation)
{
    m_centre->clear();
    m_centre->addItem(tr("（なし）"), 0);
    for (const Centre &centre : registry.centres) {
        if (!centre.closedOn.isValid() || centre.id == affiliation.centre)
            m_centre->addItem(centre.name, centre.id);
    }
    m_municipality->clear();
    m_municipality->addItem(affiliation.centre != 0 ? tr("（センターの市町村）") : tr("（なし）"), 0);
    for (const Municipality &municipality : registry.municipalities)
        m_municipality->addItem(municipality.name, municipality.id);
    m_centre->setCurrentIndex(std::max(0, m_centre->findData(affiliation.centre)));
    m_municipality->setCurrentIndex(std::max(0, m_municipality->findData(affiliation.municipality)));
}

void AffiliationRow::show(const Registry &registry, const Affiliation &affiliation, bool writable)
{
    m_form.show(affiliation, writable);
    fillBoxes(registry, affiliation);
    m_centre->setEnabled(writable);
    m_municipality->setEnabled(writable);
    m_remove->setVisible(writable);
    const QString summary = summaryOf(registry, affiliation);
    m_remove->setAccessibleName(tr("所属「%1」を削除").arg(summary));
    m_fold->setAccessibleName(tr("所属「%1」を開く").arg(summary));
    setParagraph(m_summary, summary);
    m_summary->setFont(scaledFont(m_summary, type::body, !affiliation.untilOn.isValid()));
    m_period->setText(periodOf(affiliation));
}

void AffiliationRow::setOpen(bool open)
{
    m_fold->setChecked(open);
    m_fold->setIcon(symbolIcon(open ? Symbol::ChevronDown : Symbol::ChevronRight, ColorRole::SecondaryText));
    m_fields->setVisible(open);
}

AffiliationsCard::AffiliationsCard(PageContext &context, std::function<void(const Result<> &)> report,
                                   QWidget *parent)
    : Card(tr("所属"), parent)
    , m_context(context)
    , m_report(std::move(report))
{
    setObjectName(u"affiliations"_s);
    m_none = secondaryLabel(tr("まだ所属がありません。"), this);
    body()->addWidget(m_none);
    m_list = new QVBoxLayout;
    m_list->setSpacing(metrics::s);
    body()->addLayout(m_list);
    auto *buttons = new QHBoxLayout;
    m_transfer = new QPushButton(tr("異動を記録…"), this);
    m_transfer->setObjectName(u"transfer"_s);
    m_transfer->setToolTip(tr("いまの所属を前の日で終え、新しい所属を始めます。これまでの所属は残ります。"));
    m_add = new QPushButton(symbolIcon(Symbol::Plus), tr("所属を加える"), this);
    m_add->setObjectName(u"addAffiliation"_s);
    buttons->addWidget(m_transfer);
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(m_transfer, &QPushButton::clicked, this, &AffiliationsCard::askTransfer);
    connect(m_add, &QPushButton::clicked, this, &AffiliationsCard::add);
}

void AffiliationsCard::show(const Registry &registry, const PersonRecord &person, bool writable)
{
    m_person = person;
    std::vector<AffiliationRow *> wanted;
    for (const Affiliation &affiliation : person.affiliations) {
        const auto known = std::ranges::find(m_rows, affiliation.id, &AffiliationRow::id);
        AffiliationRow *row =
            known != m_rows.end() ? *known : new AffiliationRow(m_context, affiliation.id, m_report, this);
        if (known == m_rows.end())
            connect(row, &AffiliationRow::removeRequested, this, [this](qint64 id) {
                m_report(RecordTable<Affiliation>(m_context.document).remove(id, tr("所属の削除")));
            });
        row->show(registry, affiliation, writable);
        wanted.push_back(row);
    }
    placeCards(m_list, m_rows, std::move(wanted));
    for (AffiliationRow *row : m_rows)
        row->setVisible(true);
    m_none->setVisible(m_rows.empty());
    const Affiliation *now = person.affiliationOn(QDate::currentDate());
    m_transfer->setVisible(writable && now != nullptr);
    m_add->setVisible(writable);
}

void AffiliationsCard::add()
{
    Affiliation fresh;
    fresh.person = m_person.person.id;
    const auto id = RecordTable<Affiliation>(m_context.document).add(fresh, tr("所属の追加"));
    m_report(id ? Result<>() : Result<>(std::unexpected(id.error())));
    if (id)
        open(*id);
}

void AffiliationsCard::askTransfer()
{
    const auto text = m_context.dialogs.askText(this, tr("異動の記録"), tr("新しい所属の初日"),
                                                eraDate(QDate::currentDate()));
    if (!text)
        return;
    const std::optional<QDate> day = parseDate(*text);
    if (!day)
        return m_report(
            fail(ErrorCode::BadFormat, tr("「%1」は日付として読めません。例：令和8年4月1日").arg(*text)));
    const auto id = transfer(*day);
    m_report(id ? Result<>() : Result<>(std::unexpected(id.error())));
    if (id)
        open(*id);
}

Result<qint64> AffiliationsCard::transfer(QDate day)
{
    qint64 begun = 0;
    const QString label = tr("異動の記録");
    RecordTable<Affiliation> table(m_context.document);
    const Result<> done = m_context.document.perform(label, [&](Database &) -> Result<> {
        if (const Affiliation *now = m_person.affiliationOn(day.addDays(-1))) {
            if (now->fromOn.isValid() && now->fromOn >= day)
                return fail(ErrorCode::Conflict, tr("いまの所属が始まる前の日です。"));
            Affiliation ended = *now;
            ended.untilOn = day.addDays(-1);
            TANE_CHECK(table.update(ended, label));
        }
        Affiliation fresh;
        fresh.person = m_person.person.id;
        fresh.fromOn = day;
        TANE_TRY(begun, table.add(fresh, label, 0));
        return {};
    });
    TANE_CHECK(done);
    return begun;
}

void AffiliationsCard::open(qint64 affiliation)
{
    for (AffiliationRow *row : m_rows) {
        if (row->id() == affiliation) {
            row->setOpen(true);
            row->centre()->setFocus();
        }
    }
}

} // namespace tane
