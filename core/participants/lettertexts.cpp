// The words of the letters. They are our own, in the manner of a Japanese office, and can be changed.
#include "participants/letterparts.h"

namespace tane::letters {

namespace {

QString toMunicipality()
{
    return Texts::tr(
        "日頃より、在宅医療・介護連携推進事業の推進に御尽力いただき、厚くお礼申し上げます。\n"
        "このたび、標記の研修会を下記のとおり開催します。\n"
        "つきましては、貴管内の相談窓口（委託先を含みます。）に配置されているコーディネーターへの周知と、"
        "事業を担当される職員の参加について、御配慮くださるようお願いします。\n"
        "この研修会では、コーディネーターと市町村の担当者が、日々の相談から見えてくる地域の課題を同じ席で"
        "考えます。できるだけ両者がそろって参加できるよう、日程の調整をお願いします。");
}

QString forwarding(const QString &prefecture)
{
    return Texts::
        tr("日頃より、在宅医療・介護連携に関する相談支援に御尽力いただき、厚くお礼申し上げます。\n"
           "このたび、%1から標記の研修会の開催について案内がありましたので、別添のとおりお知らせします。\n"
           "市町村の担当者も参加し、相談から見えてくる地域の課題を一緒に考える研修会です。"
           "参加について御検討のうえ、下記により、お申込みくださるようお願いします。")
            .arg(prefecture.isEmpty() ? Texts::tr("都道府県") : prefecture);
}

QString toCoordinator()
{
    return Texts::tr(
        "日頃より、在宅で療養される方と御家族の支援に御尽力いただき、厚くお礼申し上げます。\n"
        "一つひとつの相談に応じるなかでの気付きは、地域の課題を見つける大切な手掛かりになります。このたび、"
        "その見つけ方や市町村との共有の仕方を、同じ立場の方々と共に考える研修会を、下記のとおり開催します。\n"
        "御多用のところ恐縮ですが、ぜひ御参加くださるよう御案内します。");
}

QString toEmployer()
{
    return Texts::tr(
        "日頃より、在宅医療・介護連携の推進に御理解と御協力を賜り、厚くお礼申し上げます。\n"
        "このたび、貴所属で在宅医療・介護連携の相談支援に携わるコーディネーターを対象として、標記の研修会を"
        "下記のとおり開催します。日々の相談支援で得た気付きを市町村と共有し、地域の課題の解決につなげること"
        "を目指すものです。\n"
        "つきましては、業務御多用のところ恐縮ですが、コーディネーターが勤務として参加できるよう、格別の"
        "御配慮をお願いします。");
}

QString toOfficer()
{
    return Texts::tr(
        "日頃より、在宅医療・介護連携推進事業の推進に御尽力いただき、厚くお礼申し上げます。\n"
        "このたび、コーディネーターを対象とする標記の研修会を、下記のとおり開催します。\n"
        "コーディネーターの気付きを地域の課題として受け止め、取組につなげるには、事業を担当される皆様に"
        "同じ席で話し合っていただくことが欠かせません。貴管内のコーディネーターと一緒に御参加くださるよう"
        "お願いします。");
}

QString toLecturer()
{
    return Texts::tr(
        "時下ますます御清祥のこととお喜び申し上げます。日頃より、在宅医療・介護連携の推進に格別の御理解を"
        "賜り、厚くお礼申し上げます。\n"
        "このたび、在宅医療・介護連携に携わるコーディネーターと市町村の担当者を対象として、標記の研修会を"
        "開催することとなりました。\n"
        "つきましては、御多用のところ誠に恐縮ですが、下記により講師をお引き受けくださるようお願い申し上げ"
        "ます。研修会の趣旨と参加者の状況は、別添の説明資料を御覧ください。");
}

QString accepted()
{
    return Texts::tr("このたびは、標記の研修会にお申込みいただき、ありがとうございます。\n"
                     "下記のとおり受講していただくことに決まりましたので、お知らせします。\n"
                     "御都合が変わったときは、ほかの方にお席をお譲りできるよう、早めに御連絡ください。");
}

QString waiting()
{
    return Texts::tr(
        "このたびは、標記の研修会にお申込みいただき、ありがとうございます。\n"
        "定員を超えるお申込みをいただいたため、現在はキャンセル待ちとして受け付けています。お席が空いた"
        "ときは、順番に改めて御連絡します。それまで、日程を空けてお待ちいただければ幸いです。\n"
        "キャンセル待ちを取りやめるときは、お手数ですが御連絡ください。");
}

QString refused()
{
    return Texts::tr(
        "このたびは、標記の研修会にお申込みいただき、ありがとうございます。\n"
        "定員を超えるお申込みをいただいたため、誠に申し訳ありませんが、今回は御希望に沿うことができません"
        "でした。\n"
        "次回以降の研修会は、決まり次第、市町村を通じて御案内します。ぜひまたお申し込みください。");
}

QString reminding()
{
    return Texts::tr(
        "日頃より、在宅医療・介護連携の推進に御協力いただき、厚くお礼申し上げます。\n"
        "先にお願いした下記のアンケートについて、本日の時点で御回答を確認できていません。皆様の回答は、研修会"
        "の組み立てと、その後の支援を考えるために使います。お忙しいところ恐れ入りますが、期限までに御回答"
        "くださるようお願いします。\n"
        "この文書と行き違いに御回答いただいた場合は、御容赦ください。");
}

} // namespace

QString subjectProposal(LetterKind kind, const QString &title, bool before)
{
    if (title.isEmpty())
        return {}; // without a name there is no subject
    const QString name = Texts::tr("「%1」").arg(title);
    switch (kind) {
    case LetterKind::Municipality:
        return Texts::tr("%1の開催について（通知）").arg(name);
    case LetterKind::Forwarding:
    case LetterKind::Coordinator:
        return Texts::tr("%1の開催について（案内）").arg(name);
    case LetterKind::Employer:
        return Texts::tr("%1への職員の参加について（依頼）").arg(name);
    case LetterKind::Officer:
        return Texts::tr("%1への参加について（依頼）").arg(name);
    case LetterKind::LecturerRequest:
        return Texts::tr("%1の講師について（依頼）").arg(name);
    case LetterKind::Acceptance:
        return Texts::tr("%1の受講決定について（通知）").arg(name);
    case LetterKind::Waiting:
        return Texts::tr("%1のキャンセル待ちについて（通知）").arg(name);
    case LetterKind::Refusal:
        return Texts::tr("%1の受講について（通知）").arg(name);
    case LetterKind::Reminder:
        return before ? Texts::tr("%1の事前アンケートへの回答について（依頼）").arg(name)
                      : Texts::tr("%1のアンケートへの回答について（依頼）").arg(name);
    case LetterKind::Leaflet:
    case LetterKind::LecturerBriefing:
        break;
    }
    return {};
}

QString bodyProposal(LetterKind kind, const QString &prefecture)
{
    switch (kind) {
    case LetterKind::Municipality:
        return toMunicipality();
    case LetterKind::Forwarding:
        return forwarding(prefecture);
    case LetterKind::Coordinator:
        return toCoordinator();
    case LetterKind::Employer:
        return toEmployer();
    case LetterKind::Officer:
        return toOfficer();
    case LetterKind::LecturerRequest:
        return toLecturer();
    case LetterKind::Acceptance:
        return accepted();
    case LetterKind::Waiting:
        return waiting();
    case LetterKind::Refusal:
        return refused();
    case LetterKind::Reminder:
        return reminding();
    case LetterKind::Leaflet:
    case LetterKind::LecturerBriefing:
        break;
    }
    return {};
}

QString addressProposal(LetterKind kind)
{
    switch (kind) {
    case LetterKind::Municipality:
        return Texts::tr("《市町村》《所管課》長　様");
    case LetterKind::Forwarding:
        return Texts::tr("《センター》\nコーディネーター　様");
    case LetterKind::Coordinator:
        return Texts::tr("《所属》\nコーディネーター　《氏名》　様");
    case LetterKind::Employer:
        return Texts::tr("《センター》\n所属長　様");
    case LetterKind::Officer:
        return Texts::tr("《市町村》《所管課》\n在宅医療・介護連携推進事業 担当者　様");
    case LetterKind::LecturerRequest:
        return Texts::tr("《氏名》　様");
    case LetterKind::Acceptance:
    case LetterKind::Waiting:
    case LetterKind::Refusal:
    case LetterKind::Reminder:
        return Texts::tr("《所属》　《役職》\n《氏名》　様");
    case LetterKind::Leaflet:
    case LetterKind::LecturerBriefing:
        break;
    }
    return {};
}

QString filledIn(const QString &text, LetterKind kind, const LetterRecipient *recipient)
{
    // What stands for all of them.
    static const std::map<QString, QString> common{
        {Texts::tr("市町村"), Texts::tr("各市町村")},
        {Texts::tr("所管課"), Texts::tr("在宅医療・介護連携推進事業主管課")},
        {Texts::tr("センター"), Texts::tr("各在宅医療・介護連携相談窓口")},
        {Texts::tr("所属"), Texts::tr("各在宅医療・介護連携相談窓口")},
        {Texts::tr("氏名"), Texts::tr("各位")}};
    QString filled;
    for (const QString &line : text.split(u'\n')) {
        QString words;
        bool wasEmpty = false;
        for (qsizetype at = 0; at < line.size();) {
            const qsizetype open = line.indexOf(u'《', at), close = line.indexOf(u'》', open);
            if (open < 0 || close < 0) {
                words += QStringView(line).mid(at);
                break;
            }
            words += QStringView(line).mid(at, open - at);
            const QString key = line.mid(open + 1, close - open - 1);
            QString value = line.mid(open, close - open + 1); // a word of the officer's own stays
            if (recipient != nullptr && recipient->values.contains(key))
                value = recipient->values.at(key);
            else if (!isToOne(kind) && common.contains(key))
                value = common.at(key);
            wasEmpty = wasEmpty || value.isEmpty();
            words += value;
            at = close + 1;
        }
        // A line of which nothing is known goes; so does the space beside what is not known.
        words = words.trimmed();
        if (words.isEmpty() && wasEmpty)
            continue;
        filled += filled.isEmpty() ? words : QString(u'\n' + words);
    }
    return filled.replace(Texts::tr("各位　様"), Texts::tr("各位"));
}

} // namespace tane::letters
