#include "people/surveytakeover.h"

#include "base/textfold.h"
#include "people/registeredit.h"
#include "people/registerimport.h"
#include "people/registervalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::SurveyTakeOver)
};

std::unexpected<Error> cannotRead(const SurveyMismatch &mismatch)
{
    return fail(ErrorCode::BadFormat,
                Texts::tr("%1の「%2」：調査の内容「%3」は、このまま名簿に入れられません。")
                    .arg(mismatch.municipality, mismatch.what, mismatch.surveyed));
}

/// The number of coordinators is a centre's: it can be known which one only when there is one.
Result<> takeOverCount(Document &document, const Registry &registry, const Municipality &municipality,
                       const SurveyMismatch &mismatch)
{
    const std::optional<int> count = registers::countOf(mismatch.surveyed);
    if (!count)
        return cannotRead(mismatch);
    std::vector<const Centre *> centres = registry.centresOf(municipality.id);
    std::erase_if(centres, [](const Centre *centre) { return centre->closedOn.isValid(); });
    if (centres.size() != 1 || registry.municipalitiesOf(centres.front()->id).size() != 1)
        return fail(
            ErrorCode::Conflict,
            Texts::tr("%1の「%2」：どのセンターの人数かが決まらないため、センターの一覧で直してください。")
                .arg(mismatch.municipality, mismatch.what));
    Centre changed = *centres.front();
    changed.coordinators = count;
    return RecordTable<Centre>(document).update(changed, {});
}

/// Centres the survey names and the register does not have there: found by name, or added.
Result<> takeOverCentres(Document &document, const Registry &registry, const Municipality &municipality,
                         const SurveyMismatch &mismatch)
{
    const QStringList names = registers::splitWords(mismatch.surveyed);
    if (names.isEmpty())
        return cannotRead(mismatch);
    for (const QString &name : names) {
        const auto known = std::ranges::find_if(registry.centres, [&](const Centre &centre) {
            return centre.prefecture == municipality.prefecture && foldName(centre.name) == foldName(name);
        });
        if (known != registry.centres.end()) {
            TANE_CHECK(setServed(document, known->id, municipality.id, true));
            continue;
        }
        Centre added;
        added.prefecture = municipality.prefecture;
        added.name = name;
        TANE_CHECK(addCentre(document, added, {municipality.id}));
    }
    return {};
}

Result<> takeOverProfile(Document &document, Municipality changed, const SurveyMismatch &mismatch)
{
    const QString what = mismatch.what;
    const QString &said = mismatch.surveyed;
    if (what == Texts::tr("運営")) {
        const std::optional<Operation> operation = operationFromText(said);
        if (!operation)
            return cannotRead(mismatch);
        changed.operation = *operation;
    } else if (what == Texts::tr("人口")) {
        changed.population = registers::countOf(said);
        if (!changed.population)
            return cannotRead(mismatch);
    } else if (what == Texts::tr("高齢化率") || what == Texts::tr("要介護認定率")) {
        const std::optional<int> rate = registers::rateOf(said);
        if (!rate)
            return cannotRead(mismatch);
        (what == Texts::tr("高齢化率") ? changed.agedRate : changed.certifiedRate) = rate;
    } else if (what == Texts::tr("所管課")) {
        changed.department = tidy(said);
    } else if (what == Texts::tr("拠点")) {
        const std::optional<Answered> hub = registers::answeredOf(said);
        if (!hub)
            return cannotRead(mismatch);
        changed.hub = *hub;
    } else {
        return fail(ErrorCode::Conflict,
                    Texts::tr("%1の「%2」は、名簿の一つの欄では決まらないため、名簿のほうで直してください。")
                        .arg(mismatch.municipality, what));
    }
    return RecordTable<Municipality>(document).update(changed, {});
}

Result<> takeOverOne(Document &document, const SurveyMismatch &mismatch)
{
    TANE_TRY(const Registry registry, loadRegistry(document));
    const registers::RegisterIndex index(registry);
    const std::vector<const Municipality *> found = index.municipalities(mismatch.municipality);
    if (found.size() != 1)
        return fail(
            ErrorCode::Conflict,
            Texts::tr("「%1」は名簿に見つからないか、同じ名前がほかにもあります。市町村の一覧で加えてから、"
                      "もう一度比べてください。")
                .arg(mismatch.municipality));
    if (mismatch.what == Texts::tr("コーディネーターの人数"))
        return takeOverCount(document, registry, *found.front(), mismatch);
    if (mismatch.what == Texts::tr("センター"))
        return takeOverCentres(document, registry, *found.front(), mismatch);
    return takeOverProfile(document, *found.front(), mismatch);
}

} // namespace

Result<> takeOverSurvey(Document &document, const std::vector<SurveyMismatch> &mismatches)
{
    return document.perform(Texts::tr("実施状況調査の内容を名簿に入れる"), [&](Database &) -> Result<> {
        for (const SurveyMismatch &mismatch : mismatches)
            TANE_CHECK(takeOverOne(document, mismatch));
        return {};
    });
}

} // namespace tane
