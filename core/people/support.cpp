#include "people/support.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Support)
};

constexpr std::array kKinds{"input", "network", "accompany"};

} // namespace

std::vector<RecordColumn<Support>> RecordSchema<Support>::columns()
{
    return {wordColumn("kind", &Support::kind, kKinds),
            recordColumn("title", &Support::title),
            recordColumn("method", &Support::method),
            recordColumn("held_on", &Support::heldOn),
            recordColumn("until_on", &Support::untilOn),
            referenceColumn("municipality", &Support::municipality),
            referenceColumn("workshop", &Support::workshop),
            recordColumn("outcome", &Support::outcome),
            recordColumn("issues_before", &Support::issuesBefore),
            recordColumn("change", &Support::change),
            recordColumn("future", &Support::future)};
}

std::vector<RecordColumn<SupportPerson>> RecordSchema<SupportPerson>::columns()
{
    return {referenceColumn("support", &SupportPerson::support),
            referenceColumn("person", &SupportPerson::person)};
}

std::vector<RecordColumn<SupportStage>> RecordSchema<SupportStage>::columns()
{
    return {referenceColumn("support", &SupportStage::support), recordColumn("stage", &SupportStage::stage),
            recordColumn("held_on", &SupportStage::heldOn),
            recordColumn("situation", &SupportStage::situation),
            recordColumn("advice", &SupportStage::advice)};
}

QString supportKindText(Support::Kind kind)
{
    switch (kind) {
    case Support::Kind::Input:
        return Texts::tr("Ⅰ 知識や技術、情報等のインプットの機会");
    case Support::Kind::Network:
        return Texts::tr("Ⅱ 共に考え・共に気づきを得る場");
    case Support::Kind::Accompany:
        return Texts::tr("Ⅲ 当事者が主体的に解決策を見出す働きかけ");
    }
    Q_UNREACHABLE();
}

QString supportKindShortText(Support::Kind kind)
{
    switch (kind) {
    case Support::Kind::Input:
        return Texts::tr("研修会・資料");
    case Support::Kind::Network:
        return Texts::tr("ネットワーク");
    case Support::Kind::Accompany:
        return Texts::tr("伴走支援");
    }
    Q_UNREACHABLE();
}

QString supportStageText(int stage)
{
    switch (stage) {
    case 1:
        return Texts::tr("連携支援前打合せ及び実施計画策定①");
    case 2:
        return Texts::tr("連携支援前打合せ及び実施計画策定②");
    case 3:
        return Texts::tr("中間報告会①");
    case 4:
        return Texts::tr("中間報告会②");
    case 5:
        return Texts::tr("最終報告会");
    default:
        return {};
    }
}

} // namespace tane
