// Where people work, from lists: found among the centres and municipalities, and changed by transfers that
// overwrite nothing.
#include "people/peopleimport.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "people/registervalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane::registers {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterFiles)
};

bool sameText(const QString &a, const QString &b)
{
    return cellForm(a) == cellForm(b) || foldText(a) == foldText(b);
}

/// Municipalities in brackets only tell which centre is meant.
bool isHint(const QString &cell)
{
    return cell.startsWith(u'（') && cell.endsWith(u'）');
}

bool sharesName(const Registry &registry, qint64 centre)
{
    const Centre *one = registry.centre(centre);
    return one && std::ranges::count(registry.centres, one->name, &Centre::name) > 1;
}

} // namespace

QString workplaceCell(const Registry &registry, const Affiliation &affiliation, Column column, bool exact)
{
    switch (column) {
    case Column::Centre: {
        const Centre *centre = registry.centre(affiliation.centre);
        return centre ? cellForm(centre->name) : QString();
    }
    case Column::Municipality: {
        QStringList names;
        if (const Municipality *own = registry.municipality(affiliation.municipality))
            names << own->name;
        else if (!exact)
            for (const Municipality *one : registry.municipalitiesOf(affiliation.centre))
                names << one->name;
        if (names.isEmpty() && exact && sharesName(registry, affiliation.centre)) {
            for (const Municipality *one : registry.municipalitiesOf(affiliation.centre))
                names << one->name;
            return cellForm(QStringLiteral("（%1）").arg(joinWords(names)));
        }
        return cellForm(joinWords(names));
    }
    case Column::Organisation:
        return cellForm(affiliation.organisation);
    case Column::OrganisationKind:
        return cellForm(affiliation.kind);
    case Column::Title:
        return cellForm(affiliation.title);
    case Column::From:
        return dateText(affiliation.fromOn);
    case Column::Until:
        return dateText(affiliation.untilOn);
    case Column::Note:
        return cellForm(affiliation.note);
    default:
        return {};
    }
}

qint64 Workplaces::centreOf(const RegisterSheet &sheet, int row, QString &organisation)
{
    const QString cell = sheet.text(row, Column::Centre);
    if (cell.isEmpty())
        return 0;
    std::vector<const Centre *> found = m_context.index.centres(cell);
    if (const Prefecture *of = m_context.index.prefecture(sheet.text(row, Column::Prefecture)))
        std::erase_if(found, [of](const Centre *each) { return each->prefecture != of->id; });
    QString municipality = sheet.text(row, Column::Municipality);
    if (isHint(municipality))
        municipality = municipality.mid(1).chopped(1);
    if (found.size() > 1 && !municipality.isEmpty()) {
        std::vector<const Municipality *> in;
        for (const QString &word : splitWords(municipality))
            for (const Municipality *each :
                 m_context.index.municipalities(word, sheet.text(row, Column::Prefecture)))
                in.push_back(each);
        std::erase_if(found, [&](const Centre *each) {
            const auto served = m_context.registry.municipalitiesOf(each->id);
            return std::ranges::none_of(
                served, [&](const Municipality *one) { return std::ranges::find(in, one) != in.end(); });
        });
    }
    if (found.size() == 1)
        return found.front()->id;
    if (found.size() > 1) {
        m_context.note(
            sheet.problem(row, Column::Centre,
                          Texts::tr("同じ名前のセンターが%1つあり、決められません。市町村の列で分かるようにし"
                                    "てください。センターは取り込みませんでした。")
                              .arg(found.size())));
        return 0;
    }
    m_context.note(sheet.problem(
        row, Column::Centre,
        Texts::tr("「%1」というセンターは登録されていません。所属の名称として扱います。").arg(cell)));
    if (organisation.isEmpty())
        organisation = oneLine(cell);
    return 0;
}

qint64 Workplaces::municipalityOf(const RegisterSheet &sheet, int row, qint64 centre)
{
    const QString cell = sheet.text(row, Column::Municipality);
    if (cell.isEmpty() || isHint(cell))
        return 0;
    std::vector<const Municipality *> listed;
    for (const QString &word : splitWords(cell)) {
        const auto found = m_context.index.municipalities(word, sheet.text(row, Column::Prefecture));
        if (found.size() != 1) {
            m_context.note(sheet.problem(
                row, Column::Municipality,
                found.empty()
                    ? Texts::tr("「%1」という市町村は登録されていません。市町村は取り込みませんでした。")
                          .arg(word)
                    : Texts::tr(
                          "「%1」という市町村がいくつかあり、決められません。都道府県の列を加えてください。")
                          .arg(word)));
            return 0;
        }
        listed.push_back(found.front());
    }
    const auto served = m_context.registry.municipalitiesOf(centre);
    std::ranges::sort(listed);
    // The history says only her own: the centre may come to serve others later.
    const bool own = sheet.has(Column::AffiliationId) && listed.size() == 1;
    if (centre != 0 && !own && std::ranges::equal(served, listed))
        return 0; // the centre's
    if (listed.size() == 1)
        return listed.front()->id;
    m_context.note(sheet.problem(
        row, Column::Municipality,
        Texts::tr(
            "市町村がいくつも書かれていて、センターの担当とも一致しません。市町村は取り込みませんでした。")));
    return 0;
}

Workplace Workplaces::of(const RegisterSheet &sheet, int row)
{
    Workplace workplace;
    workplace.organisation = oneLine(sheet.text(row, Column::Organisation));
    workplace.centre = centreOf(sheet, row, workplace.organisation);
    workplace.municipality = municipalityOf(sheet, row, workplace.centre);
    // Lists often say the centre's name in both columns.
    if (const Centre *centre = m_context.registry.centre(workplace.centre);
        centre && sameText(centre->name, workplace.organisation))
        workplace.organisation.clear();
    return workplace;
}

Workplace Workplaces::of(const Affiliation &affiliation) const
{
    return {affiliation.centre, affiliation.municipality, affiliation.organisation};
}

bool Workplaces::same(const Workplace &a, const Workplace &b) const
{
    const auto municipality = [this](const Workplace &workplace) {
        const auto served = m_context.registry.municipalitiesOf(workplace.centre);
        return workplace.municipality == 0 && served.size() == 1 ? served.front()->id
                                                                 : workplace.municipality;
    };
    return a.centre == b.centre && municipality(a) == municipality(b) &&
           sameText(a.organisation, b.organisation);
}

bool Workplaces::compatible(const Workplace &a, const Workplace &b) const
{
    bool shared = false;
    const auto agree = [&shared](const auto &x, const auto &y, const auto &none, auto &&equal) {
        if (x == none || y == none)
            return true;
        shared = true;
        return equal(x, y);
    };
    const auto ids = [](qint64 x, qint64 y) { return x == y; };
    if (!agree(a.centre, b.centre, qint64(0), ids) ||
        !agree(a.organisation, b.organisation, QString(), sameText))
        return false;
    const auto municipalities = [this](const Workplace &workplace) {
        std::vector<qint64> all;
        if (workplace.municipality != 0)
            return std::vector{workplace.municipality};
        for (const Municipality *one : m_context.registry.municipalitiesOf(workplace.centre))
            all.push_back(one->id);
        return all;
    };
    const std::vector<qint64> ofA = municipalities(a), ofB = municipalities(b);
    if (ofA.empty() || ofB.empty())
        return shared;
    return std::ranges::any_of(ofA, [&](qint64 id) { return std::ranges::find(ofB, id) != ofB.end(); });
}

/// Whether the list only adds to what is stored.
bool Workplaces::completes(const Workplace &stored, const Workplace &listed) const
{
    return compatible(stored, listed) && (stored.centre == 0 || listed.centre != 0 ||
                                          (listed.municipality != 0 && stored.municipality == 0) ||
                                          listed.organisation == stored.organisation);
}

bool Workplaces::leavesWorkplace(const RegisterSheet &sheet, int row, const Affiliation &stored,
                                 bool exact) const
{
    return std::ranges::all_of(
        std::array{Column::Centre, Column::Municipality, Column::Organisation}, [&](Column column) {
            return leaves(sheet.text(row, column), workplaceCell(m_context.registry, stored, column, exact));
        });
}

void Workplaces::setDetails(const RegisterSheet &sheet, int row, const PersonDraft &draft,
                            const Affiliation &stored, Affiliation &value)
{
    const QString kind = sheet.text(row, Column::OrganisationKind);
    if (!leaves(kind, cellForm(stored.kind)))
        value.kind = vocabularyWord(oneLine(kind), m_context.kinds);
    setText(sheet, row, Column::Title, stored.title, value.title);
    if (!sheet.text(row, Column::MovedOn).isEmpty())
        return setDate(m_context, sheet, row, Column::MovedOn, stored.fromOn, value.fromOn);
    QDate from = value.fromOn;
    setDate(m_context, sheet, row, Column::From, stored.fromOn, from);
    // After a transfer the list still says when the former affiliation began.
    const auto former = [&](const Affiliation &each) {
        return &each != &value && each.fromOn.isValid() && each.fromOn == from;
    };
    if (stored.fromOn == from || sheet.has(Column::AffiliationId) ||
        std::ranges::none_of(draft.affiliations, former))
        value.fromOn = from;
}

Affiliation Workplaces::made(const Workplace &workplace) const
{
    Affiliation affiliation;
    affiliation.centre = workplace.centre;
    affiliation.municipality = workplace.municipality;
    affiliation.organisation = workplace.organisation;
    return affiliation;
}

void Workplaces::transfer(const RegisterSheet &sheet, int row, PersonDraft &draft, std::size_t former,
                          const Workplace &to)
{
    Affiliation &left = draft.affiliations[former];
    Affiliation next = made(to);
    setDetails(sheet, row, draft, {}, next);
    QDate day = next.fromOn;
    const bool said = !sheet.text(row, Column::MovedOn).isEmpty();
    if (!day.isValid() || (!said && left.fromOn.isValid() && day <= left.fromOn))
        day = m_context.today;
    if (left.fromOn.isValid() && day <= left.fromOn) {
        m_context.note(sheet.problem(row, sheet.has(Column::MovedOn) ? Column::MovedOn : Column::Centre,
                                     Texts::tr("異動日（%1）が、今の所属の着任日（%"
                                               "2）より後になっていないため、異動を取り込みませんでした。")
                                         .arg(eraDate(day), eraDate(left.fromOn))));
        return;
    }
    if (!left.untilOn.isValid() || left.untilOn >= day)
        left.untilOn = day.addDays(-1);
    next.fromOn = day;
    draft.affiliations.insert(draft.affiliations.begin() + static_cast<std::ptrdiff_t>(former) + 1, next);
}

void Workplaces::apply(const RegisterSheet &sheet, int row, PersonDraft &draft)
{
    const Affiliation *main = draft.stored ? draft.stored->affiliationOn(m_context.today) : nullptr;
    const auto drafted = [&](qint64 id) {
        return std::ranges::find(draft.affiliations, id, &Affiliation::id) - draft.affiliations.begin();
    };
    const bool moves = !sheet.text(row, Column::MovedOn).isEmpty();
    if (main && !moves && leavesWorkplace(sheet, row, *main, false))
        return setDetails(sheet, row, draft, *main,
                          draft.affiliations[static_cast<std::size_t>(drafted(main->id))]);
    const Workplace listed = of(sheet, row);
    if (listed.isEmpty() && sheet.text(row, Column::OrganisationKind).isEmpty() &&
        sheet.text(row, Column::Title).isEmpty())
        return;
    for (Affiliation &each : draft.affiliations)
        if (each.holdsOn(m_context.today) && same(of(each), listed))
            return setDetails(sheet, row, draft, Affiliation(each), each);
    if (!main) {
        Affiliation first = made(listed);
        setDetails(sheet, row, draft, {}, first);
        draft.affiliations.push_back(first);
        return;
    }
    const auto at = static_cast<std::size_t>(drafted(main->id));
    if (listed.isEmpty() || (!moves && completes(of(*main), listed))) {
        Affiliation &value = draft.affiliations[at];
        value.centre = listed.centre != 0 ? listed.centre : value.centre;
        value.municipality = listed.municipality != 0 ? listed.municipality : value.municipality;
        value.organisation = listed.organisation.isEmpty() ? value.organisation : listed.organisation;
        return setDetails(sheet, row, draft, *main, value);
    }
    transfer(sheet, row, draft, at, listed);
}

void Workplaces::addBeside(const RegisterSheet &sheet, int row, PersonDraft &draft)
{
    const Workplace listed = of(sheet, row);
    const auto known = [&](const Affiliation &each) {
        return each.holdsOn(m_context.today) && same(of(each), listed);
    };
    if (listed.isEmpty() || std::ranges::any_of(draft.affiliations, known))
        return;
    Affiliation beside = made(listed);
    setDetails(sheet, row, draft, {}, beside);
    draft.affiliations.push_back(beside);
    m_context.note(sheet.problem(row, Column::Name,
                                 Texts::tr("同じ方が前の行にもいるため、兼務する所属として加えます。別の方で"
                                           "したら、ふりがなかメールで区別できるように"
                                           "してください。")));
}

void Workplaces::applyHistory(const RegisterSheet &sheet, int row, PersonDraft &draft)
{
    const qint64 id = idOf(sheet.text(row, Column::AffiliationId), m_context.mark);
    const auto known = draft.stored ? std::ranges::find(draft.stored->affiliations, id, &Affiliation::id)
                                    : std::vector<Affiliation>::const_iterator();
    const bool isKnown = draft.stored && id != 0 && known != draft.stored->affiliations.end();
    const Affiliation stored = isKnown ? *known : Affiliation();
    Affiliation value = stored;
    if (isKnown)
        value = *std::ranges::find(draft.affiliations, id, &Affiliation::id);
    if (!isKnown || !leavesWorkplace(sheet, row, stored, true)) {
        const Workplace listed = of(sheet, row);
        value.centre = listed.centre;
        value.municipality = listed.municipality;
        value.organisation = listed.organisation;
    }
    setDetails(sheet, row, draft, stored, value);
    setDate(m_context, sheet, row, Column::Until, stored.untilOn, value.untilOn);
    setText(sheet, row, Column::Note, stored.note, value.note, true);
    if (isKnown) {
        *std::ranges::find(draft.affiliations, id, &Affiliation::id) = value;
        return;
    }
    const auto equal = [&](const Affiliation &each) {
        Affiliation compared = each;
        compared.id = value.id;
        compared.person = value.person;
        return compared == value;
    };
    std::vector<Affiliation> &to = draft.stored ? draft.affiliations : draft.listed;
    if (std::ranges::none_of(to, equal))
        to.push_back(value);
}

} // namespace tane::registers
