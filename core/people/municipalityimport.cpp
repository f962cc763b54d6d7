// Reading lists of municipalities.
#include "people/regionimport.h"

#include "base/textfold.h"
#include "people/registervalues.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tane::registers {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterFiles)
};

/// A municipality as the list wants it. What is not registered yet stands as a name.
struct Draft
{
    Municipality value;
    QString newPrefecture;
    QString newArea;
};

/// The one that is built in under this name or code; null when there is none.
const KnownMunicipality *knownOne(const QString &code, const QString &name, const QString &prefecture)
{
    const KnownMunicipality *found = nullptr;
    for (const KnownMunicipality &known : knownMunicipalities()) {
        const bool fits = code.isEmpty() ? known.prefecture == prefecture && known.name == name
                                         : known.code == code || known.code.chopped(1) == code;
        if (fits && found)
            return nullptr;
        if (fits)
            found = &known;
    }
    return found;
}

class Reading
{
public:
    explicit Reading(ImportContext &context)
        : m_context(context)
    {
    }

    void read(const RegisterSheet &sheet)
    {
        for (const int row : sheet.rows())
            readRow(sheet, row);
        m_context.addIgnored(sheet);
    }
    [[nodiscard]] std::vector<Draft> drafts() { return std::move(m_drafts); }

private:
    void readRow(const RegisterSheet &sheet, int row);
    std::optional<const Municipality *> find(const RegisterSheet &sheet, int row);
    bool begin(const RegisterSheet &sheet, int row, Draft &draft);
    void fill(const RegisterSheet &sheet, int row, const Municipality &stored, Draft &draft);
    void fillArea(const RegisterSheet &sheet, int row, Draft &draft);

    ImportContext &m_context;
    std::vector<Draft> m_drafts;
    QSet<qint64> m_seen;
    QSet<QString> m_seenNew;
};

/// Null: a new one. Nothing: it cannot be told, and that has been noted.
std::optional<const Municipality *> Reading::find(const RegisterSheet &sheet, int row)
{
    const Registry &registry = m_context.registry;
    if (const auto *byId = registry.municipality(idOf(sheet.text(row, Column::Id), m_context.mark)))
        return byId;
    for (const Column column : {Column::Code, Column::Name}) {
        const QString text = sheet.text(row, column);
        if (text.isEmpty())
            continue;
        const auto found = m_context.index.municipalities(text, sheet.text(row, Column::Prefecture));
        if (found.size() == 1)
            return found.front();
        if (found.size() > 1) {
            m_context.note(sheet.problem(
                row, column,
                Texts::tr("同じ名前の市町村が%1つあり、どれか決められないため、取り込みませんでした。市町村コ"
                          "ードか都道府県の列を加えてください。")
                    .arg(found.size())));
            return std::nullopt;
        }
    }
    return nullptr;
}

/// A new one: its prefecture, code and name.
bool Reading::begin(const RegisterSheet &sheet, int row, Draft &draft)
{
    const QString name = oneLine(sheet.text(row, Column::Name));
    if (name.isEmpty()) {
        m_context.note(
            sheet.problem(row, Column::Code,
                          Texts::tr("市町村名がなく、このコードの市町村も登録されていないため、取り"
                                    "込みませんでした。")));
        return false;
    }
    const QString code = tidy(sheet.text(row, Column::Code));
    QString prefecture = sheet.text(row, Column::Prefecture);
    const KnownMunicipality *known =
        knownOne(code, name, prefecture.isEmpty() ? m_context.homePrefecture : prefecture);
    if (prefecture.isEmpty())
        prefecture = known ? known->prefecture : m_context.homePrefecture;
    const Prefecture *registered = m_context.index.prefecture(prefecture);
    if (!registered && prefecture.isEmpty()) {
        m_context.note(
            sheet.problem(row, Column::Name,
                          Texts::tr("どの都道府県の市町村か分からないため、取り込みませんでした。都道府"
                                    "県の列を加えてください。")));
        return false;
    }
    draft.value.prefecture = registered ? registered->id : 0;
    draft.newPrefecture = registered ? QString() : prefecture;
    draft.value.name = name;
    draft.value.code = known ? known->code : code;
    draft.value.kana = known ? known->kana : QString();
    return true;
}

void Reading::fillArea(const RegisterSheet &sheet, int row, Draft &draft)
{
    const QString cell = sheet.text(row, Column::Area);
    const CareArea *stored = m_context.registry.area(draft.value.careArea);
    if (leaves(cell, stored ? cellForm(stored->name) : QString()))
        return;
    const CareArea *area =
        draft.value.prefecture != 0 ? m_context.index.area(cell, draft.value.prefecture) : nullptr;
    draft.value.careArea = area ? area->id : 0;
    draft.newArea = area ? QString() : oneLine(cell);
}

void Reading::fill(const RegisterSheet &sheet, int row, const Municipality &stored, Draft &draft)
{
    Municipality &value = draft.value;
    // Other lists write 群馬県高崎市 or a code; one of ours may rename it.
    if (stored.id != 0 && idOf(sheet.text(row, Column::Id), m_context.mark) == stored.id) {
        setText(sheet, row, Column::Name, stored.name, value.name);
        setText(sheet, row, Column::Code, stored.code, value.code);
    }
    setText(sheet, row, Column::Kana, stored.kana, value.kana);
    setText(sheet, row, Column::Department, stored.department, value.department);
    setText(sheet, row, Column::Note, stored.note, value.note, true);
    const auto number = [](const std::optional<int> &count) {
        return count ? QString::number(*count) : QString();
    };
    const QString noNumber = Texts::tr("数として読めないため、取り込みませんでした。");
    const QString noRate =
        Texts::tr("0～100%の割合として読めないため、取り込みませんでした。28.5% のように書いてください。");
    setFrom(m_context, sheet, row, Column::Population, number(stored.population), value.population, countOf,
            noNumber);
    setFrom(m_context, sheet, row, Column::AgedRate, tenthsText(stored.agedRate), value.agedRate, rateOf,
            noRate);
    setFrom(m_context, sheet, row, Column::CertifiedRate, tenthsText(stored.certifiedRate),
            value.certifiedRate, rateOf, noRate);
    setFrom(
        m_context, sheet, row, Column::Operation, operationText(stored.operation), value.operation,
        [](const QString &text) { return saysUnknown(text) ? Operation::Unknown : operationFromText(text); },
        Texts::tr("直営、委託、直営・委託、窓口なしのどれでもないため、取り込みませんでした。"));
    setFrom(m_context, sheet, row, Column::Hub, answeredText(stored.hub), value.hub, answeredOf,
            Texts::tr("「あり」か「なし」と書いてください。取り込みませんでした。"));
    setFrom(m_context, sheet, row, Column::Stage, stageText(stored.stage.value_or(0)), value.stage, stageOf,
            Texts::tr("整備期、拡充期、洗練期、成熟期のどれでもないため、取り込みませんでした。"));
    fillArea(sheet, row, draft);
}

void Reading::readRow(const RegisterSheet &sheet, int row)
{
    if (sheet.text(row, Column::Name).isEmpty() && sheet.text(row, Column::Code).isEmpty())
        return;
    const auto found = find(sheet, row);
    if (!found)
        return;
    Draft draft;
    const Municipality *stored = *found;
    if (stored)
        draft.value = *stored;
    else if (!begin(sheet, row, draft))
        return;
    const QString newKey = draft.newPrefecture + u'/' + foldText(draft.value.name);
    if (stored ? m_seen.contains(stored->id) : m_seenNew.contains(newKey)) {
        m_context.note(sheet.problem(row, Column::Name,
                                     Texts::tr("同じ市町村の行が前にあるため、取り込みませんでした。")));
        return;
    }
    if (stored)
        m_seen.insert(stored->id);
    else
        m_seenNew.insert(newKey);
    fill(sheet, row, draft.value, draft);
    const bool same = stored && draft.value == *stored && draft.newArea.isEmpty();
    ++(!stored ? m_context.import.added : same ? m_context.import.unchanged : m_context.import.changed);
    if (!same)
        m_drafts.push_back(std::move(draft));
}

Result<> store(Document &document, const RegionDrafts &region, const std::vector<Draft> &drafts)
{
    const QString label = Texts::tr("市町村の一覧の取り込み");
    return document.perform(label, [&](Database &) -> Result<> {
        TANE_CHECK(storeRegion(document, region, label));
        RecordTable<Municipality> municipalities(document);
        for (const Draft &draft : drafts) {
            Municipality value = draft.value;
            if (!draft.newPrefecture.isEmpty()) {
                TANE_TRY(value.prefecture, prefectureNamed(document, draft.newPrefecture, label));
            }
            if (!draft.newArea.isEmpty()) {
                TANE_TRY(value.careArea, areaNamed(document, draft.newArea, value.prefecture, label));
            }
            if (value.id != 0)
                TANE_CHECK(municipalities.update(value, label));
            else
                TANE_CHECK(municipalities.add(value, label));
        }
        return {};
    });
}

} // namespace

bool readMunicipalities(ImportContext &context, const std::vector<Table> &tables)
{
    Reading reading(context);
    RegionReading region(context);
    bool any = false;
    for (const Table &table : tables) {
        const auto &columns = columnsOf(RegisterKind::Municipalities);
        auto sheet = RegisterSheet::recognise(table, columns, {Column::Name});
        if (!sheet)
            sheet = RegisterSheet::recognise(table, columns, {Column::Code, Column::Population});
        if (sheet)
            reading.read(*sheet);
        any = sheet.has_value() || region.read(table) || any;
    }
    context.import.apply = [drafts = reading.drafts(), beside = region.drafts()](Document &document) {
        return store(document, beside, drafts);
    };
    return any;
}

} // namespace tane::registers
