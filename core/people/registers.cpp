#include "people/registers.h"

#include "base/textfold.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Registers)
};

constexpr std::array kAnswered{"", "yes", "no"};
constexpr std::array kOperations{"", "direct", "commissioned", "both", "none"};
constexpr std::array kRanks{"", "core", "field"};

} // namespace

std::vector<RecordColumn<Prefecture>> RecordSchema<Prefecture>::columns()
{
    return {recordColumn("code", &Prefecture::code),
            recordColumn("name", &Prefecture::name),
            recordColumn("department", &Prefecture::department),
            recordColumn("second_department", &Prefecture::secondDepartment),
            recordColumn("medical_areas", &Prefecture::medicalAreas),
            recordColumn("health_centres", &Prefecture::healthCentres),
            recordColumn("note", &Prefecture::note)};
}

std::vector<RecordColumn<CareArea>> RecordSchema<CareArea>::columns()
{
    return {referenceColumn("prefecture", &CareArea::prefecture), recordColumn("name", &CareArea::name),
            recordColumn("note", &CareArea::note)};
}

std::vector<RecordColumn<Municipality>> RecordSchema<Municipality>::columns()
{
    return {referenceColumn("prefecture", &Municipality::prefecture),
            referenceColumn("care_area", &Municipality::careArea),
            recordColumn("code", &Municipality::code),
            recordColumn("name", &Municipality::name),
            recordColumn("kana", &Municipality::kana),
            recordColumn("population", &Municipality::population),
            recordColumn("aged_rate", &Municipality::agedRate),
            recordColumn("certified_rate", &Municipality::certifiedRate),
            wordColumn("operation", &Municipality::operation, kOperations),
            recordColumn("department", &Municipality::department),
            wordColumn("hub", &Municipality::hub, kAnswered),
            recordColumn("stage", &Municipality::stage),
            recordColumn("note", &Municipality::note)};
}

std::vector<RecordColumn<Centre>> RecordSchema<Centre>::columns()
{
    return {referenceColumn("prefecture", &Centre::prefecture),
            recordColumn("name", &Centre::name),
            recordColumn("kana", &Centre::kana),
            wordColumn("rank", &Centre::rank, kRanks),
            wordColumn("hub", &Centre::hub, kAnswered),
            recordColumn("operator", &Centre::operatedBy),
            recordColumn("coordinators", &Centre::coordinators),
            recordColumn("phone", &Centre::phone),
            recordColumn("email", &Centre::email),
            recordColumn("closed_on", &Centre::closedOn),
            recordColumn("note", &Centre::note)};
}

std::vector<RecordColumn<CentreMunicipality>> RecordSchema<CentreMunicipality>::columns()
{
    return {referenceColumn("centre", &CentreMunicipality::centre),
            referenceColumn("municipality", &CentreMunicipality::municipality),
            recordColumn("note", &CentreMunicipality::note)};
}

QString operationText(Operation operation)
{
    switch (operation) {
    case Operation::Unknown:
        return {};
    case Operation::Direct:
        return Texts::tr("直営");
    case Operation::Commissioned:
        return Texts::tr("委託");
    case Operation::Both:
        return Texts::tr("直営・委託");
    case Operation::None:
        return Texts::tr("窓口なし");
    }
    Q_UNREACHABLE();
}

std::optional<Operation> operationFromText(QStringView text)
{
    const QString folded = foldText(text.toString());
    if (folded.isEmpty())
        return Operation::Unknown;
    const bool direct = folded.contains(QStringLiteral("直営"));
    const bool commissioned = folded.contains(QStringLiteral("委託"));
    if (direct && commissioned)
        return Operation::Both;
    if (direct)
        return Operation::Direct;
    if (commissioned)
        return Operation::Commissioned;
    for (const QString &word :
         {QStringLiteral("窓口なし"), QStringLiteral("窓口無し"), QStringLiteral("未設置"),
          QStringLiteral("設置なし"), QStringLiteral("なし")}) {
        if (folded == foldText(word))
            return Operation::None;
    }
    return std::nullopt;
}

QString stageText(int stage)
{
    switch (stage) {
    case 1:
        return Texts::tr("整備期");
    case 2:
        return Texts::tr("拡充期");
    case 3:
        return Texts::tr("洗練期");
    case 4:
        return Texts::tr("成熟期");
    default:
        return {};
    }
}

} // namespace tane
