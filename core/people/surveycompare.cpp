// The yearly survey of municipalities (実施状況調査) beside the registers.
#include "people/personroles.h"
#include "people/registerimport.h"
#include "people/registervalues.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

namespace tane {

namespace {

using namespace registers;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::SurveyComparison)
};

/// All rows about one municipality: a survey may have one a centre.
struct Surveyed
{
    std::vector<int> rows;
};

class Comparison
{
public:
    Comparison(const Registry &registry, const RegisterSheet &sheet, QDate on)
        : m_registry(registry)
        , m_index(registry)
        , m_sheet(sheet)
        , m_on(on)
    {
    }
    std::vector<SurveyMismatch> run();

private:
    void findMunicipalities();
    void compare(const Municipality &municipality, const std::vector<int> &rows);
    void compareNumbers(const Municipality &municipality, const std::vector<int> &rows);
    void compareCentres(const Municipality &municipality, const std::vector<int> &rows);
    void compareCoordinators(const Municipality &municipality, const std::vector<int> &rows);
    /// The first row that says something in this column, or -1.
    [[nodiscard]] int rowWith(const std::vector<int> &rows, Column column) const
    {
        const auto found =
            std::ranges::find_if(rows, [&](int row) { return !m_sheet.text(row, column).isEmpty(); });
        return found == rows.end() ? -1 : *found;
    }
    void differ(const QString &municipality, const QString &what, const QString &registered,
                const QString &surveyed, const QString &place)
    {
        m_found.push_back(
            {municipality, what, registered.isEmpty() ? Texts::tr("登録なし") : registered, surveyed, place});
    }
    struct Registered
    {
        std::optional<int> count;
        QString text;
    };
    [[nodiscard]] Registered coordinatorsOf(const Municipality &municipality) const;
    [[nodiscard]] std::vector<const Centre *> openCentres(const Municipality &municipality) const;

    const Registry &m_registry;
    RegisterIndex m_index;
    const RegisterSheet &m_sheet;
    QDate m_on;
    std::map<const Municipality *, Surveyed> m_surveyed; ///< in the registry's order: one vector
    std::vector<SurveyMismatch> m_found;
};

void Comparison::findMunicipalities()
{
    for (const int row : m_sheet.rows()) {
        const QString prefecture = m_sheet.text(row, Column::Prefecture);
        std::vector<const Municipality *> found;
        QString shown;
        for (const Column column : {Column::Code, Column::Name}) {
            const QString text = m_sheet.text(row, column);
            shown = text.isEmpty() ? shown : text;
            if (found.size() != 1 && !text.isEmpty())
                found = m_index.municipalities(text, prefecture);
        }
        if (shown.isEmpty())
            continue;
        const Column named = m_sheet.has(Column::Name) ? Column::Name : Column::Code;
        if (found.size() == 1)
            m_surveyed[found.front()].rows.push_back(row);
        else
            differ(shown, Texts::tr("市町村"),
                   found.empty() ? QString() : Texts::tr("同じ名前の市町村が%1つ").arg(found.size()), shown,
                   m_sheet.place(row, named));
    }
}

void Comparison::compareNumbers(const Municipality &municipality, const std::vector<int> &rows)
{
    struct Number
    {
        Column column;
        QString what;
        std::optional<int> registered;
        std::optional<int> (*parse)(const QString &);
        QString (*show)(int);
    };
    const auto plain = [](int value) { return QLocale(QLocale::Japanese).toString(value); };
    const auto rate = [](int tenths) { return tenthsText(tenths); };
    const std::array numbers{
        Number{Column::Population, Texts::tr("人口"), municipality.population, countOf, plain},
        Number{Column::AgedRate, Texts::tr("高齢化率"), municipality.agedRate, rateOf, rate},
        Number{Column::CertifiedRate, Texts::tr("要介護認定率"), municipality.certifiedRate, rateOf, rate}};
    for (const Number &number : numbers) {
        const int row = rowWith(rows, number.column);
        if (row < 0 || saysUnknown(m_sheet.text(row, number.column)))
            continue;
        const QString cell = m_sheet.text(row, number.column);
        const auto surveyed = number.parse(cell);
        if (!surveyed || surveyed != number.registered)
            differ(municipality.name, number.what,
                   number.registered ? number.show(*number.registered) : QString(),
                   surveyed ? number.show(*surveyed) : cell, m_sheet.place(row, number.column));
    }
}

std::vector<const Centre *> Comparison::openCentres(const Municipality &municipality) const
{
    std::vector<const Centre *> centres = m_registry.centresOf(municipality.id);
    std::erase_if(centres, [this](const Centre *centre) { return !isOpenOn(*centre, m_on); });
    return centres;
}

void Comparison::compareCentres(const Municipality &municipality, const std::vector<int> &rows)
{
    const int first = rowWith(rows, Column::Centre);
    if (first < 0)
        return;
    std::map<QString, QString> surveyed, registered; // folded -> as written
    for (const int row : rows)
        for (const QString &name : splitWords(m_sheet.text(row, Column::Centre)))
            surveyed.emplace(foldText(name), name);
    for (const Centre *centre : openCentres(municipality))
        registered.emplace(foldText(centre->name), centre->name);
    const auto keys = std::views::keys;
    if (std::ranges::equal(keys(surveyed), keys(registered)))
        return;
    const auto joined = [](const std::map<QString, QString> &names) {
        QStringList all;
        for (const auto &[folded, name] : names)
            all << name;
        return all.join(u'、');
    };
    differ(municipality.name, Texts::tr("センター"), joined(registered), joined(surveyed),
           m_sheet.place(first, Column::Centre));
}

/// As the centres say; where that is not known, as many as are in the register of people.
Comparison::Registered Comparison::coordinatorsOf(const Municipality &municipality) const
{
    if (const auto placed = placedCoordinators(m_registry, municipality.id, m_on))
        return {placed, Texts::tr("%1名（センターの配置数）").arg(*placed)};
    int count = 0;
    for (const PersonRecord *person : m_registry.peopleOfMunicipality(municipality.id, m_on))
        count += isCoordinator(*person) ? 1 : 0;
    if (count > 0)
        return {count, Texts::tr("%1名（人材の名簿）").arg(count)};
    return openCentres(municipality).empty() ? Registered{0, Texts::tr("0名（センターの登録なし）")}
                                             : Registered{std::nullopt, Texts::tr("不明")};
}

void Comparison::compareCoordinators(const Municipality &municipality, const std::vector<int> &rows)
{
    const Registered registered = coordinatorsOf(municipality);
    int sum = 0, last = -1;
    bool any = false;
    for (const int row : rows) {
        const QString cell = m_sheet.text(row, Column::Coordinators);
        const bool repeated = last >= 0 && m_sheet.isMerged(last, row, Column::Coordinators);
        if (cell.isEmpty() || saysUnknown(cell) || repeated)
            continue;
        last = row;
        if (const auto count = countOf(cell)) {
            sum += *count;
            any = true;
        } else {
            differ(municipality.name, Texts::tr("コーディネーターの人数"), registered.text, cell,
                   m_sheet.place(row, Column::Coordinators));
        }
    }
    if (any && registered.count != sum)
        differ(municipality.name, Texts::tr("コーディネーターの人数"), registered.text,
               Texts::tr("%1名").arg(sum), m_sheet.place(last, Column::Coordinators));
    const int placed = rowWith(rows, Column::Placement);
    if (placed < 0)
        return;
    const QString cell = m_sheet.text(placed, Column::Placement);
    const auto answer = answeredOf(cell);
    const bool has = registered.count.value_or(1) > 0; // an unknown number is at least one
    const bool differs = !answer || (*answer == Answered::Yes && !has) || (*answer == Answered::No && has);
    if (differs)
        differ(municipality.name, Texts::tr("配置の有無"), registered.text, cell,
               m_sheet.place(placed, Column::Placement));
}

void Comparison::compare(const Municipality &municipality, const std::vector<int> &rows)
{
    if (const int row = rowWith(rows, Column::Operation); row >= 0) {
        const QString cell = m_sheet.text(row, Column::Operation);
        const auto surveyed = saysUnknown(cell) ? std::optional(Operation::Unknown) : operationFromText(cell);
        if (!surveyed || (*surveyed != Operation::Unknown && *surveyed != municipality.operation))
            differ(municipality.name, Texts::tr("運営"), operationText(municipality.operation), cell,
                   m_sheet.place(row, Column::Operation));
    }
    compareNumbers(municipality, rows);
    if (const int row = rowWith(rows, Column::Department); row >= 0) {
        const QString cell = m_sheet.text(row, Column::Department);
        if (foldText(cell) != foldText(municipality.department))
            differ(municipality.name, Texts::tr("所管課"), municipality.department, cell,
                   m_sheet.place(row, Column::Department));
    }
    if (const int row = rowWith(rows, Column::Hub); row >= 0) {
        const QString cell = m_sheet.text(row, Column::Hub);
        const auto surveyed = answeredOf(cell);
        if (!surveyed || (*surveyed != Answered::Unknown && *surveyed != municipality.hub))
            differ(municipality.name, Texts::tr("拠点"), answeredText(municipality.hub), cell,
                   m_sheet.place(row, Column::Hub));
    }
    compareCentres(municipality, rows);
    compareCoordinators(municipality, rows);
}

std::vector<SurveyMismatch> Comparison::run()
{
    findMunicipalities();
    std::set<qint64> prefectures; // a survey is about one or some of them
    for (const auto &[municipality, surveyed] : m_surveyed)
        prefectures.insert(municipality->prefecture);
    for (const Municipality &municipality : m_registry.municipalities) {
        const auto found = m_surveyed.find(&municipality);
        if (found != m_surveyed.end())
            compare(municipality, found->second.rows);
        else if (prefectures.contains(municipality.prefecture))
            differ(municipality.name, Texts::tr("市町村"), municipality.name, Texts::tr("調査になし"), {});
    }
    return std::move(m_found);
}

} // namespace

Result<std::vector<SurveyMismatch>> compareSurvey(const Registry &registry, const Table &table, QDate on)
{
    auto sheet = RegisterSheet::recognise(table, surveyColumns(), {Column::Name});
    if (!sheet)
        sheet = RegisterSheet::recognise(table, surveyColumns(), {Column::Code});
    if (!sheet)
        return std::unexpected(Error{
            ErrorCode::NothingUnderstood,
            Texts::tr(
                "「市町村」か「市町村コード」の列が見つかりません。見出しの行があるか確かめてください。"),
            table.file,
            table.sheet,
            {},
            {}});
    return Comparison(registry, *sheet, on).run();
}

} // namespace tane
