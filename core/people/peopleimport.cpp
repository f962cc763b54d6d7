// Reading lists of people: who is who, and what the list says of them.
#include "people/peopleimport.h"

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

/// Whether a name may have become the other by marriage or by a correction: it begins or ends alike.
bool mayBeRenamed(const QString &stored, const QString &listed)
{
    const QString a = foldName(stored), b = foldName(listed);
    constexpr qsizetype enough = 2; // characters: a family name or a given name, mostly
    return a.left(enough) == b.left(enough) || a.right(enough) == b.right(enough);
}

class Reading
{
public:
    explicit Reading(ImportContext &context)
        : m_context(context)
        , m_workplaces(context)
    {
    }
    void readPeople(const RegisterSheet &sheet)
    {
        for (const int row : sheet.rows())
            readRow(sheet, row);
        m_context.addIgnored(sheet);
    }
    void readHistory(const RegisterSheet &sheet);
    std::vector<PersonDraft> finish();

private:
    struct Who
    {
        PersonDraft *draft = nullptr; ///< null with a problem noted
        bool again = false;           ///< an earlier row was about her, too
    };
    void readRow(const RegisterSheet &sheet, int row);
    Who find(const RegisterSheet &sheet, int row);
    Who findByName(const RegisterSheet &sheet, int row);
    Who among(const RegisterSheet &sheet, int row, const std::vector<const PersonRecord *> &same);
    Who fresh(const RegisterSheet &sheet, int row);
    Who begin(const RegisterSheet &sheet, int row);
    Who known(const PersonRecord *stored, const RegisterSheet &sheet, int row);
    PersonDraft &draftOf(const PersonRecord *stored);
    void fill(const RegisterSheet &sheet, int row, PersonDraft &draft, bool again);
    void fillLists(const RegisterSheet &sheet, int row, PersonDraft &draft, bool again);
    void fillSince(const RegisterSheet &sheet, int row, PersonDraft &draft);
    [[nodiscard]] bool sameEmail(const QString &a, const QString &b) const
    {
        return !a.isEmpty() && foldText(a) == foldText(b);
    }
    /// Looks at the workplace without noting what is wrong with it.
    Workplace quietWorkplace(const RegisterSheet &sheet, int row)
    {
        const std::size_t problems = m_context.import.problems.size();
        Workplace workplace = m_workplaces.of(sheet, row);
        m_context.import.problems.resize(problems);
        return workplace;
    }

    ImportContext &m_context;
    Workplaces m_workplaces;
    std::vector<std::unique_ptr<PersonDraft>> m_drafts;
    QHash<qint64, PersonDraft *> m_known;
    QHash<QString, std::vector<PersonDraft *>> m_newByName; ///< folded
};

PersonDraft &Reading::draftOf(const PersonRecord *stored)
{
    PersonDraft *&draft = m_known[stored->person.id];
    if (!draft) {
        m_drafts.push_back(std::make_unique<PersonDraft>());
        draft = m_drafts.back().get();
        draft->stored = stored;
        draft->value = stored->person;
        draft->roles = stored->roles;
        draft->qualifications = stored->qualifications;
        draft->affiliations = stored->affiliations;
    }
    return *draft;
}

Reading::Who Reading::known(const PersonRecord *stored, const RegisterSheet &sheet, int row)
{
    PersonDraft &draft = draftOf(stored);
    const bool again = draft.sheet != nullptr;
    if (!again) {
        draft.sheet = &sheet;
        draft.row = row;
    }
    return {&draft, again};
}

/// A new person, or one that an earlier row has begun.
Reading::Who Reading::fresh(const RegisterSheet &sheet, int row)
{
    const QString name = foldName(sheet.text(row, Column::Name));
    const QString kana = foldText(sheet.text(row, Column::Kana));
    for (PersonDraft *draft : m_newByName.value(name)) {
        const QString other = foldText(draft->value.kana);
        if (sameEmail(draft->value.email, sheet.text(row, Column::Email)))
            return {draft, true};
        if (!kana.isEmpty() && !other.isEmpty() && kana != other)
            continue;
        const Workplace listed = quietWorkplace(sheet, row);
        const bool together = std::ranges::any_of(draft->affiliations, [&](const Affiliation &each) {
            return m_workplaces.same(m_workplaces.of(each), listed);
        });
        if (together || (listed.isEmpty() && draft->affiliations.empty())) {
            m_context.note(sheet.problem(row, Column::Name,
                                         Texts::tr("同じ氏名・所属の方が前の行にもいるため、取り込みませんで"
                                                   "した。別の方でしたら、ふりがなを書いて"
                                                   "区別してください。")));
            return {};
        }
    }
    const Who who = begin(sheet, row);
    m_newByName[name].push_back(who.draft);
    return who;
}

Reading::Who Reading::begin(const RegisterSheet &sheet, int row)
{
    m_drafts.push_back(std::make_unique<PersonDraft>());
    PersonDraft *draft = m_drafts.back().get();
    draft->sheet = &sheet;
    draft->row = row;
    draft->fileId = sheet.text(row, Column::Id);
    draft->value.anonymous = !sheet.text(row, Column::Anonymous).isEmpty();
    return {draft, false};
}

/// The one of several of the same name, by what else is known. The same name alone never tells.
Reading::Who Reading::among(const RegisterSheet &sheet, int row,
                            const std::vector<const PersonRecord *> &same)
{
    const QString kana = foldText(sheet.text(row, Column::Kana)), email = sheet.text(row, Column::Email);
    const Workplace listed = quietWorkplace(sheet, row);
    std::vector<const PersonRecord *> possible, byEmail, byWorkplace, byKana;
    for (const PersonRecord *each : same) {
        const QString other = foldText(each->person.kana);
        if (!kana.isEmpty() && !other.isEmpty() && kana != other)
            continue;
        possible.push_back(each);
        if (sameEmail(each->person.email, email))
            byEmail.push_back(each);
        if (!kana.isEmpty() && kana == other)
            byKana.push_back(each);
        if (std::ranges::any_of(each->affiliations, [&](const Affiliation &affiliation) {
                return affiliation.holdsOn(m_context.today) &&
                       m_workplaces.compatible(m_workplaces.of(affiliation), listed);
            }))
            byWorkplace.push_back(each);
    }
    if (possible.empty())
        return fresh(sheet, row);
    for (const auto *by : {&byEmail, &byWorkplace, &byKana})
        if (by->size() == 1)
            return known(by->front(), sheet, row);
    m_context.note(sheet.problem(
        row, Column::Name,
        possible.size() == 1
            ? Texts::tr("同じ氏名の方が登録されていますが、所属が違い、ふりがなやメールでも同じ方か分からない"
                        "ため、取り込みませ"
                        "んでした。ふりがなを書いてください。")
            : Texts::tr("同じ氏名の方が%1名登録されていて、どの方か決められないため、取り込みませんでした。")
                  .arg(possible.size())));
    return {};
}

Reading::Who Reading::findByName(const RegisterSheet &sheet, int row)
{
    const auto same = m_context.index.people(sheet.text(row, Column::Name));
    return same.empty() ? fresh(sheet, row) : among(sheet, row, same);
}

Reading::Who Reading::find(const RegisterSheet &sheet, int row)
{
    const PersonRecord *byId = m_context.registry.person(idOf(sheet.text(row, Column::Id), m_context.mark));
    const QString name = sheet.text(row, Column::Name);
    if (!byId) {
        if (!sheet.text(row, Column::Anonymous).isEmpty())
            return begin(sheet, row); // nobody can be told from another
        if (!name.isEmpty())
            return findByName(sheet, row);
        m_context.note(sheet.problem(row, Column::Name, Texts::tr("氏名がないため、取り込みませんでした。")));
        return {};
    }
    if (leaves(name, cellForm(byId->person.name)) || foldName(name) == foldName(byId->person.name))
        return known(byId, sheet, row);
    // A copied row carries its id along, and a successor is often written over her predecessor.
    const bool copied = m_known.contains(byId->person.id) && m_known[byId->person.id]->sheet;
    if (!copied && mayBeRenamed(byId->person.name, name))
        return known(byId, sheet, row);
    if (copied || !m_context.index.people(name).empty())
        return findByName(sheet, row);
    m_context.note(sheet.problem(
        row, Column::Name,
        Texts::tr(
            "この行は「%"
            "1」さんの行でした。改姓かほかの方か分からないため、取り込みませんでした。後任の方は新しい行"
            "に書いてください。改姓は個人のページで直してください。")
            .arg(byId->person.name)));
    return {};
}

void Reading::fillLists(const RegisterSheet &sheet, int row, PersonDraft &draft, bool again)
{
    const auto set = [&](Column column, const QStringList &stored, const QStringList &vocabulary,
                         QStringList &member) {
        const QString cell = sheet.text(row, column);
        if (cell.isEmpty() || (draft.stored && cell == cellForm(joinWords(stored))))
            return;
        QStringList words = again ? member : QStringList();
        for (const QString &word : splitWords(cell))
            if (const QString clean = vocabularyWord(word, vocabulary); !words.contains(clean))
                words << clean;
        member = words;
    };
    static const PersonRecord none;
    const PersonRecord &stored = draft.stored ? *draft.stored : none;
    set(Column::Roles, stored.roles, m_context.roles, draft.roles);
    set(Column::Qualifications, stored.qualifications, m_context.qualifications, draft.qualifications);
}

void Reading::fillSince(const RegisterSheet &sheet, int row, PersonDraft &draft)
{
    setDate(m_context, sheet, row, Column::Since, draft.value.since, draft.value.since);
    const QString years = sheet.text(row, Column::Experience);
    if (draft.value.since.isValid() || years.isEmpty())
        return;
    if (const auto months = monthsOf(years))
        draft.value.since = m_context.today.addMonths(-*months);
    else
        m_context.note(sheet.problem(
            row, Column::Experience,
            Texts::tr("幅のある経験年数からは、携わり始めた時期が決まらないため、取り込みませんでした。")));
}

void Reading::fill(const RegisterSheet &sheet, int row, PersonDraft &draft, bool again)
{
    const Person stored = draft.value;
    Person &value = draft.value;
    fillLists(sheet, row, draft, again);
    if (again)
        return m_workplaces.addBeside(sheet, row, draft);
    // A list from elsewhere may write 斎藤 for 齋藤; one of ours corrects it.
    const bool byId = draft.stored && idOf(sheet.text(row, Column::Id), m_context.mark) == stored.id;
    if (!draft.stored || byId)
        setText(sheet, row, Column::Name, stored.name, value.name);
    setText(sheet, row, Column::Kana, stored.kana, value.kana);
    setContact(sheet, row, Column::Email, stored.email, value.email);
    setContact(sheet, row, Column::Phone, stored.phone, value.phone);
    setText(sheet, row, Column::Consent, stored.consent, value.consent, true);
    setText(sheet, row, Column::Note, stored.note, value.note, true);
    setDate(m_context, sheet, row, Column::KeepUntil, stored.keepUntil, value.keepUntil);
    setDate(m_context, sheet, row, Column::LeftOn, stored.leftOn, value.leftOn);
    setFrom(m_context, sheet, row, Column::Employment, employmentText(stored.employment), value.employment,
            employmentOf, Texts::tr("「常勤」か「非常勤」と書いてください。取り込みませんでした。"));
    setFrom(m_context, sheet, row, Column::Duty, dutyText(stored.duty), value.duty, dutyOf,
            Texts::tr("「専従」か「兼務」と書いてください。取り込みませんでした。"));
    fillSince(sheet, row, draft);
    m_workplaces.apply(sheet, row, draft);
}

void Reading::readRow(const RegisterSheet &sheet, int row)
{
    const Who who = find(sheet, row);
    if (who.draft)
        fill(sheet, row, *who.draft, who.again);
}

void Reading::readHistory(const RegisterSheet &sheet)
{
    for (const int row : sheet.rows()) {
        const QString id = sheet.text(row, Column::Id);
        PersonDraft *draft = nullptr;
        if (const PersonRecord *stored = m_context.registry.person(idOf(id, m_context.mark)))
            draft = &draftOf(stored);
        for (const auto &each : m_drafts)
            if (!draft && !id.isEmpty() && each->fileId == id)
                draft = each.get();
        if (!draft && id.isEmpty()) { // a row written by hand below those of the same person
            const auto same = m_context.index.people(sheet.text(row, Column::Name));
            if (same.size() == 1)
                draft = &draftOf(same.front());
        }
        if (draft)
            m_workplaces.applyHistory(sheet, row, *draft);
        else if (id.isEmpty())
            m_context.note(sheet.problem(
                row, Column::Name, Texts::tr("どなたの所属か決められないため、取り込みませんでした。")));
    }
}

std::vector<PersonDraft> Reading::finish()
{
    std::vector<PersonDraft> changed;
    for (const auto &draft : m_drafts) {
        if (!draft->listed.empty()) {
            // The row of the person repeats the affiliation that runs.
            std::vector<Affiliation> all = draft->listed;
            for (const Affiliation &own : draft->affiliations)
                if (std::ranges::none_of(draft->listed, [&](const Affiliation &each) {
                        return m_workplaces.same(m_workplaces.of(each), m_workplaces.of(own));
                    }))
                    all.insert(all.begin(), own);
            draft->affiliations = std::move(all);
        }
        const bool changes = draft->changes();
        ++(!draft->stored ? m_context.import.added
           : changes      ? m_context.import.changed
                          : m_context.import.unchanged);
        if (changes)
            changed.push_back(std::move(*draft));
    }
    return changed;
}

} // namespace

bool PersonDraft::changes() const
{
    return !stored || value != stored->person || roles != stored->roles ||
           qualifications != stored->qualifications || affiliations != stored->affiliations;
}

bool readPeople(ImportContext &context, const std::vector<Table> &tables)
{
    std::vector<std::unique_ptr<RegisterSheet>> people, histories; // drafts point to them
    const auto keep = [](auto &list, RegisterSheet sheet) {
        list.push_back(std::make_unique<RegisterSheet>(std::move(sheet)));
    };
    for (const Table &table : tables) {
        if (auto history =
                RegisterSheet::recognise(table, historyColumns(), {Column::Name, Column::AffiliationId}))
            keep(histories, std::move(*history));
        else if (auto sheet =
                     RegisterSheet::recognise(table, columnsOf(RegisterKind::People), {Column::Name}))
            keep(people, std::move(*sheet));
    }
    Reading reading(context);
    for (const auto &sheet : people)
        reading.readPeople(*sheet);
    for (const auto &sheet : histories)
        reading.readHistory(*sheet);
    context.import.apply = [drafts = reading.finish()](Document &document) {
        return storePeople(document, drafts);
    };
    return !people.empty() || !histories.empty();
}

} // namespace tane::registers
