// Reading lists of centres.
#include "people/registerimport.h"

#include "base/textfold.h"
#include "people/registervalues.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tane::registers {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterFiles)
};

struct Served
{
    qint64 municipality = 0;
    QString note;
    friend bool operator==(const Served &, const Served &) = default;
};

struct Draft
{
    Centre value;
    std::vector<Served> served;
    const Centre *stored = nullptr; ///< valid while the registry is
    const RegisterSheet *sheet = nullptr;
    int row = 0;
    bool listsMunicipalities = false; ///< the list has begun to say whom it serves
};

class Reading
{
public:
    explicit Reading(ImportContext &context)
        : m_context(context)
    {
        for (const CentreMunicipality &link : context.registry.served)
            m_served[link.centre].push_back({link.municipality, link.note});
    }

    void read(const RegisterSheet &sheet)
    {
        for (const int row : sheet.rows())
            readRow(sheet, row);
        m_context.addIgnored(sheet);
    }
    void finish();
    [[nodiscard]] std::vector<Draft> drafts() { return std::move(m_changed); }

private:
    void readRow(const RegisterSheet &sheet, int row);
    std::vector<Served> servedOf(const RegisterSheet &sheet, int row, bool &asStored, const Centre *stored);
    std::optional<const Centre *> find(const RegisterSheet &sheet, int row,
                                       const std::vector<Served> &served);
    Draft *earlier(const RegisterSheet &sheet, int row, const Centre *stored);
    bool setPrefecture(const RegisterSheet &sheet, int row, Draft &draft);
    void fill(const RegisterSheet &sheet, int row, const Centre &stored, Centre &value);
    [[nodiscard]] QString storedServedText(const Centre &centre) const;

    ImportContext &m_context;
    QHash<qint64, std::vector<Served>> m_served; ///< as stored, by centre
    std::vector<Draft> m_drafts, m_changed;
};

QString Reading::storedServedText(const Centre &centre) const
{
    QStringList words;
    for (const Served &served : m_served.value(centre.id))
        if (const Municipality *municipality = m_context.registry.municipality(served.municipality))
            words << servedText(*municipality, served.note);
    return cellForm(joinWords(words));
}

/// The municipalities of a row; what is not registered is noted.
std::vector<Served> Reading::servedOf(const RegisterSheet &sheet, int row, bool &asStored,
                                      const Centre *stored)
{
    const QString cell = sheet.text(row, Column::Municipality);
    asStored = cell.isEmpty() || (stored && cell == storedServedText(*stored));
    if (asStored)
        return stored ? m_served.value(stored->id) : std::vector<Served>();
    std::vector<Served> all;
    const QString prefecture = sheet.text(row, Column::Prefecture);
    for (const QString &word : splitWords(cell)) {
        auto found = m_context.index.municipalities(word, prefecture);
        QString note;
        // The note begins at the first bracket that a municipality's name stands before.
        static const QRegularExpression withNote(QStringLiteral("^(.+?)[（(](.*)[）)]$"),
                                                 QRegularExpression::DotMatchesEverythingOption);
        if (const auto match = withNote.match(word); found.empty() && match.hasMatch()) {
            found = m_context.index.municipalities(match.captured(1), prefecture);
            note = match.captured(2);
        }
        if (found.size() != 1) {
            m_context.note(sheet.problem(
                row, Column::Municipality,
                found.empty()
                    ? Texts::tr("「%1」という市町村は登録されていません。この市町村だけ取り込みません"
                                "でした。")
                          .arg(word)
                    : Texts::tr("「%1」という市町村がいくつかあり、決められません。都道府県の列を加えてく"
                                "ださい。")
                          .arg(word)));
            continue;
        }
        const qint64 id = found.front()->id;
        if (std::ranges::find(all, id, &Served::municipality) == all.end())
            all.push_back({id, note});
    }
    return all;
}

/// Null: a new one. Nothing: it cannot be told, and that has been noted.
std::optional<const Centre *> Reading::find(const RegisterSheet &sheet, int row,
                                            const std::vector<Served> &served)
{
    if (const Centre *byId = m_context.registry.centre(idOf(sheet.text(row, Column::Id), m_context.mark)))
        return byId;
    // Many municipalities call theirs simply 在宅医療・介護連携支援センター: the name alone does not tell.
    const auto shares = [&](const Centre *centre) {
        const std::vector<Served> own = m_served.value(centre->id);
        return own.empty() || served.empty() || std::ranges::any_of(own, [&](const Served &each) {
                   return std::ranges::find(served, each.municipality, &Served::municipality) != served.end();
               });
    };
    std::vector<const Centre *> found = m_context.index.centres(sheet.text(row, Column::Name));
    if (const Prefecture *of = m_context.index.prefecture(sheet.text(row, Column::Prefecture)))
        std::erase_if(found, [of](const Centre *each) { return each->prefecture != of->id; });
    std::erase_if(found, [&](const Centre *each) { return !shares(each); });
    if (found.size() <= 1)
        return found.empty() ? nullptr : found.front();
    m_context.note(sheet.problem(
        row, Column::Name,
        Texts::tr(
            "同じ名前のセンターが%1つあり、どれか決められないため、取り込みませんでした。市町村の列を加え"
            "てください。")
            .arg(found.size())));
    return std::nullopt;
}

/// The draft of the same centre from a row before.
Draft *Reading::earlier(const RegisterSheet &sheet, int row, const Centre *stored)
{
    for (Draft &draft : m_drafts) {
        const bool same =
            stored ? draft.stored == stored
                   : !draft.stored && draft.sheet == &sheet && sheet.isMerged(draft.row, row, Column::Name);
        if (same)
            return &draft;
    }
    return nullptr;
}

bool Reading::setPrefecture(const RegisterSheet &sheet, int row, Draft &draft)
{
    const QString name = sheet.text(row, Column::Prefecture);
    const Prefecture *prefecture =
        m_context.index.prefecture(name.isEmpty() ? m_context.homePrefecture : name);
    if (!prefecture)
        prefecture = m_context.index.prefecture({});
    draft.value.prefecture = prefecture ? prefecture->id : 0;
    if (!draft.served.empty())
        draft.value.prefecture =
            m_context.registry.municipality(draft.served.front().municipality)->prefecture;
    if (draft.value.prefecture == 0)
        m_context.note(sheet.problem(
            row, Column::Name,
            Texts::tr(
                "どの都道府県のセンターか分からないため、取り込みませんでした。先に市町村を登録してくださ"
                "い。")));
    return draft.value.prefecture != 0;
}

void Reading::fill(const RegisterSheet &sheet, int row, const Centre &stored, Centre &value)
{
    setText(sheet, row, Column::Name, stored.name, value.name);
    setText(sheet, row, Column::Kana, stored.kana, value.kana);
    setText(sheet, row, Column::Note, stored.note, value.note, true);
    setContact(sheet, row, Column::Phone, stored.phone, value.phone);
    setContact(sheet, row, Column::Email, stored.email, value.email);
    const QString operatedBy = sheet.text(row, Column::Operator);
    if (!leaves(operatedBy, cellForm(stored.operatedBy)))
        value.operatedBy = vocabularyWord(oneLine(operatedBy), m_context.operators);
    setFrom(m_context, sheet, row, Column::Rank, rankText(stored.rank), value.rank, rankOf,
            Texts::tr("「基幹」か「現場」と書いてください。取り込みませんでした。"));
    setFrom(m_context, sheet, row, Column::Hub, answeredText(stored.hub), value.hub, answeredOf,
            Texts::tr("「あり」か「なし」と書いてください。取り込みませんでした。"));
    setDate(m_context, sheet, row, Column::ClosedOn, stored.closedOn, value.closedOn);
    const QString count = sheet.text(row, Column::Coordinators);
    if (count.isEmpty())
        return;
    if (saysUnknown(count))
        value.coordinators.reset();
    else if (const auto number = countOf(count))
        value.coordinators = number;
    else
        m_context.note(sheet.problem(
            row, Column::Coordinators,
            Texts::tr(
                "人数として読めないため、取り込みませんでした。分からないときは「不明」と書いてください。")));
}

void Reading::readRow(const RegisterSheet &sheet, int row)
{
    if (sheet.text(row, Column::Name).isEmpty()) {
        m_context.note(
            sheet.problem(row, Column::Name, Texts::tr("センターの名前がないため、取り込みませんでした。")));
        return;
    }
    const Centre *byId = m_context.registry.centre(idOf(sheet.text(row, Column::Id), m_context.mark));
    bool asStored = false;
    std::vector<Served> served = servedOf(sheet, row, asStored, byId);
    const auto found = byId ? std::optional(byId) : find(sheet, row, served);
    if (!found)
        return;
    const Centre *stored = *found;
    if (stored && !byId) // now it is known whose list it may repeat
        asStored = asStored || sheet.text(row, Column::Municipality) == storedServedText(*stored);
    Draft *draft = earlier(sheet, row, stored);
    if (!draft) {
        Draft fresh;
        fresh.stored = stored;
        fresh.sheet = &sheet;
        fresh.row = row;
        fresh.value = stored ? *stored : Centre();
        fresh.served = stored ? m_served.value(stored->id) : served;
        if (!stored && !setPrefecture(sheet, row, fresh))
            return;
        m_drafts.push_back(std::move(fresh));
        draft = &m_drafts.back();
    }
    const Centre before = draft->value;
    fill(sheet, row, before, draft->value);
    if (asStored)
        return;
    if (!draft->listsMunicipalities && !served.empty())
        draft->served.clear();
    const std::vector<Served> known = stored ? m_served.value(stored->id) : std::vector<Served>();
    for (Served each : served) {
        const auto had = std::ranges::find(known, each.municipality, &Served::municipality);
        if (each.note.isEmpty() && had != known.end())
            each.note = had->note; // lists seldom say which part
        if (std::ranges::find(draft->served, each.municipality, &Served::municipality) == draft->served.end())
            draft->served.push_back(each);
    }
    draft->listsMunicipalities = draft->listsMunicipalities || !served.empty();
}

void Reading::finish()
{
    for (Draft &draft : m_drafts) {
        const auto byMunicipality = [](std::vector<Served> all) {
            std::ranges::sort(all, {}, &Served::municipality);
            return all;
        };
        const bool same = draft.stored && draft.value == *draft.stored &&
                          byMunicipality(draft.served) == byMunicipality(m_served.value(draft.stored->id));
        ++(!draft.stored ? m_context.import.added
           : same        ? m_context.import.unchanged
                         : m_context.import.changed);
        if (!same)
            m_changed.push_back(std::move(draft));
    }
}

/// The links of a centre made to be `served`.
Result<> storeServed(Document &document, qint64 centre, const std::vector<Served> &served,
                     const QString &label)
{
    RecordTable<CentreMunicipality> links(document);
    TANE_TRY(const auto stored, links.all(QStringLiteral("centre"), centre));
    for (const CentreMunicipality &link : stored)
        if (std::ranges::find(served, link.municipality, &Served::municipality) == served.end())
            TANE_CHECK(links.remove(link.id, label));
    for (const Served &each : served) {
        const auto link = std::ranges::find(stored, each.municipality, &CentreMunicipality::municipality);
        if (link == stored.end())
            TANE_CHECK(links.add({0, centre, each.municipality, each.note}, label));
        else
            TANE_CHECK(links.update({link->id, centre, each.municipality, each.note}, label));
    }
    return {};
}

Result<> store(Document &document, const std::vector<Draft> &drafts)
{
    const QString label = Texts::tr("センターの一覧の取り込み");
    return document.perform(label, [&](Database &) -> Result<> {
        RecordTable<Centre> centres(document);
        for (const Draft &draft : drafts) {
            qint64 id = draft.value.id;
            if (id != 0) {
                TANE_CHECK(centres.update(draft.value, label));
            } else {
                TANE_TRY(id, centres.add(draft.value, label));
            }
            TANE_CHECK(storeServed(document, id, draft.served, label));
        }
        return {};
    });
}

} // namespace

bool readCentres(ImportContext &context, const std::vector<Table> &tables)
{
    std::vector<std::unique_ptr<RegisterSheet>> sheets; // drafts point to them
    for (const Table &table : tables)
        if (auto sheet = RegisterSheet::recognise(table, columnsOf(RegisterKind::Centres), {Column::Name}))
            sheets.push_back(std::make_unique<RegisterSheet>(std::move(*sheet)));
    Reading reading(context);
    for (const auto &sheet : sheets)
        reading.read(*sheet);
    reading.finish();
    context.import.apply = [drafts = reading.drafts()](Document &document) {
        return store(document, drafts);
    };
    return !sheets.empty();
}

} // namespace tane::registers
