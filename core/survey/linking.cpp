#include "survey/linking.h"

#include "survey/linker.h"

#include <QCoreApplication>

namespace tane {

QString linkMethodName(LinkMethod method)
{
    switch (method) {
    case LinkMethod::Number:
        return QCoreApplication::translate("tane::Linking", "受付番号");
    case LinkMethod::Email:
        return QCoreApplication::translate("tane::Linking", "メール");
    case LinkMethod::NameAffiliation:
        return QCoreApplication::translate("tane::Linking", "氏名と所属");
    case LinkMethod::FoldedName:
        return QCoreApplication::translate("tane::Linking", "氏名");
    case LinkMethod::Kana:
        return QCoreApplication::translate("tane::Linking", "ふりがな");
    case LinkMethod::Manual:
        return QCoreApplication::translate("tane::Linking", "手作業");
    }
    return {};
}

QString linkStateName(LinkState state)
{
    switch (state) {
    case LinkState::Certain:
        return QCoreApplication::translate("tane::Linking", "確か");
    case LinkState::Waiting:
        return QCoreApplication::translate("tane::Linking", "確認待ち");
    case LinkState::Accepted:
        return QCoreApplication::translate("tane::Linking", "同じ方と確認");
    case LinkState::Rejected:
        return QCoreApplication::translate("tane::Linking", "別の方と確認");
    }
    return {};
}

QString linkReasonText(LinkReason reason)
{
    switch (reason) {
    case LinkReason::NumberAndName:
        return QCoreApplication::translate("tane::Linking", "受付番号と氏名が同じです");
    case LinkReason::Number:
        return QCoreApplication::translate("tane::Linking", "受付番号が同じです");
    case LinkReason::NumberOtherName:
        return QCoreApplication::translate("tane::Linking", "受付番号は同じですが、氏名が違います");
    case LinkReason::UnsharedEmail:
        return QCoreApplication::translate("tane::Linking",
                                           "メールアドレスが同じで、ほかに使っている方がいません");
    case LinkReason::EmailOtherName:
        return QCoreApplication::translate("tane::Linking", "メールアドレスは同じですが、氏名が違います");
    case LinkReason::EmailOtherNumber:
        return QCoreApplication::translate("tane::Linking", "メールアドレスは同じですが、受付番号が違います");
    case LinkReason::NameAndAffiliation:
        return QCoreApplication::translate("tane::Linking", "氏名と所属が同じです");
    case LinkReason::VariantNameAndAffiliation:
        return QCoreApplication::translate("tane::Linking", "氏名（異体字）と所属が同じです");
    case LinkReason::OnlyOneOfName:
        return QCoreApplication::translate("tane::Linking", "氏名が同じで、ほかに同じ氏名の方がいません");
    case LinkReason::NameOtherNumber:
        return QCoreApplication::translate("tane::Linking", "氏名は同じですが、受付番号が違います");
    case LinkReason::NameOtherKana:
        return QCoreApplication::translate("tane::Linking", "氏名は同じですが、ふりがなが違います");
    case LinkReason::NameOtherAffiliation:
        return QCoreApplication::translate("tane::Linking", "氏名は同じですが、所属が違います");
    case LinkReason::SeveralOfName:
        return QCoreApplication::translate("tane::Linking", "同じ氏名の方が複数います");
    case LinkReason::VariantNameAlone:
        return QCoreApplication::translate("tane::Linking", "氏名の字体が違い、所属で確かめられません");
    case LinkReason::SameKanaAndAffiliation:
        return QCoreApplication::translate("tane::Linking",
                                           "ふりがなと所属は同じですが、氏名の漢字が違います");
    case LinkReason::SameKana:
        return QCoreApplication::translate(
            "tane::Linking", "ふりがなは同じですが、氏名の漢字が違い、所属でも確かめられません");
    case LinkReason::GivenNameAndAffiliation:
        return QCoreApplication::translate(
            "tane::Linking", "名と所属は同じですが、姓が違います（改姓された方かもしれません）");
    case LinkReason::OfficerSaysSame:
        return QCoreApplication::translate("tane::Linking", "同じ方と確認しました");
    case LinkReason::OfficerSaysOther:
        return QCoreApplication::translate("tane::Linking", "別の方と確認しました");
    }
    return {};
}

int Linking::countOf(LinkState state) const
{
    int count = 0;
    for (const Link &link : links)
        count += link.state == state ? 1 : 0;
    return count;
}

int Linking::undecidedTwice() const
{
    int count = 0;
    for (const AnsweredTwice &group : twice)
        count += group.chosen < 0 ? 1 : 0;
    return count;
}

int Linking::openQuestions() const
{
    return countOf(LinkState::Waiting) + undecidedTwice();
}

int Linking::pairs() const
{
    return countOf(LinkState::Certain) + countOf(LinkState::Accepted);
}

LinkSummary Linking::summary() const
{
    LinkSummary sum;
    for (const Link &link : links) {
        if (!link.counts())
            continue;
        switch (link.method) {
        case LinkMethod::Number:
            ++sum.number;
            break;
        case LinkMethod::Email:
            ++sum.email;
            break;
        case LinkMethod::NameAffiliation:
            ++(link.reason == LinkReason::VariantNameAndAffiliation ? sum.variantName : sum.nameAffiliation);
            break;
        case LinkMethod::FoldedName:
            ++sum.name;
            break;
        case LinkMethod::Kana: // proposed only: it counts once she has said so
        case LinkMethod::Manual:
            ++sum.officer;
            break;
        }
    }
    for (const AnsweredTwice &group : twice) {
        switch (group.settled) {
        case AnsweredTwice::Settled::Not:
            ++sum.twiceOpen;
            break;
        case AnsweredTwice::Settled::ByOfficer:
            ++sum.twiceByOfficer;
            break;
        case AnsweredTwice::Settled::ByRule:
            ++sum.twiceByRule;
            break;
        }
    }
    return sum;
}

QString responseKey(const AnswerSheet &sheet, int person)
{
    return sheet.id(person) != 0 ? QString::number(sheet.id(person)) : sheet.place(person);
}

Linking linkAnswers(const AnswerSheet &before, const AnswerSheet &after, const LinkOptions &options)
{
    return Linker(before, after, options).run();
}

} // namespace tane
