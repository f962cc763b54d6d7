#include "participants/letterparts.h"

#include <algorithm>
#include <array>

namespace tane {

namespace {

using letters::Texts;

struct Entry
{
    LetterKind kind;
    const char *code;
};
constexpr std::array kEntries{
    Entry{LetterKind::Leaflet, "leaflet"},
    Entry{LetterKind::Municipality, "letter-municipality"},
    Entry{LetterKind::Forwarding, "letter-forwarding"},
    Entry{LetterKind::Coordinator, "letter-coordinator"},
    Entry{LetterKind::Employer, "letter-employer"},
    Entry{LetterKind::Officer, "letter-officer"},
    Entry{LetterKind::LecturerRequest, "lecturer-request"},
    Entry{LetterKind::LecturerBriefing, "lecturer-briefing"},
    Entry{LetterKind::Acceptance, "acceptance"},
    Entry{LetterKind::Waiting, "waiting"},
    Entry{LetterKind::Refusal, "refusal"},
    Entry{LetterKind::Reminder, "reminder"},
};

} // namespace

const std::vector<LetterKind> &allLetterKinds()
{
    static const std::vector<LetterKind> kinds = [] {
        std::vector<LetterKind> all;
        for (const Entry &entry : kEntries)
            all.push_back(entry.kind);
        return all;
    }();
    return kinds;
}

QString letterCode(LetterKind kind)
{
    return QString::fromLatin1(std::ranges::find(kEntries, kind, &Entry::kind)->code);
}

std::optional<LetterKind> letterKindOf(const QString &code)
{
    for (const Entry &entry : kEntries)
        if (code == QLatin1String(entry.code))
            return entry.kind;
    return std::nullopt;
}

QString letterTitle(LetterKind kind)
{
    switch (kind) {
    case LetterKind::Leaflet:
        return Texts::tr("開催案内（ちらし）");
    case LetterKind::Municipality:
        return Texts::tr("市町村への通知");
    case LetterKind::Forwarding:
        return Texts::tr("市町村からの送付文");
    case LetterKind::Coordinator:
        return Texts::tr("コーディネーターへの案内");
    case LetterKind::Employer:
        return Texts::tr("所属長への依頼");
    case LetterKind::Officer:
        return Texts::tr("市町村担当者への参加依頼");
    case LetterKind::LecturerRequest:
        return Texts::tr("講師の依頼状");
    case LetterKind::LecturerBriefing:
        return Texts::tr("講師への説明資料");
    case LetterKind::Acceptance:
        return Texts::tr("受講決定の通知");
    case LetterKind::Waiting:
        return Texts::tr("キャンセル待ちの通知");
    case LetterKind::Refusal:
        return Texts::tr("お断りの通知");
    case LetterKind::Reminder:
        return Texts::tr("回答のお願い");
    }
    Q_UNREACHABLE();
}

QString letterPurpose(LetterKind kind)
{
    switch (kind) {
    case LetterKind::Leaflet:
        return Texts::tr("募集に使う1枚もののちらしです。通知に添えたり、会議で配ったりします。");
    case LetterKind::Municipality:
        return Texts::tr("都道府県から市町村の主管課へ。開催を知らせ、コーディネーターへの周知を頼みます。");
    case LetterKind::Forwarding:
        return Texts::tr(
            "市町村から相談窓口へ送るときのひな形です。文書番号などは市町村で書き入れていただきます。");
    case LetterKind::Coordinator:
        return Texts::tr("都道府県からコーディネーターへ。市町村を通じて届けます。");
    case LetterKind::Employer:
        return Texts::tr("コーディネーターの所属長へ。勤務として参加できるよう、配慮を頼みます。");
    case LetterKind::Officer:
        return Texts::tr("市町村の担当者へ。コーディネーターと一緒に参加していただけるよう頼みます。");
    case LetterKind::LecturerRequest:
        return Texts::tr("時間割に書いた講師へ。お願いする時間と内容が入ります。");
    case LetterKind::LecturerBriefing:
        return Texts::tr("講師と打ち合わせるときの資料です。企画に書いた目的と、期待する効果が入ります。");
    case LetterKind::Acceptance:
        return Texts::tr("受講が決まった方へ、お一人ずつ。");
    case LetterKind::Waiting:
        return Texts::tr("キャンセル待ちの方へ、お一人ずつ。");
    case LetterKind::Refusal:
        return Texts::tr("お受けできなかった方へ、お一人ずつ。");
    case LetterKind::Reminder:
        return Texts::tr("アンケートの回答がまだの方へ、お一人ずつ。回答が届いた方は宛先に入りません。");
    }
    Q_UNREACHABLE();
}

bool isPersonal(LetterKind kind)
{
    return kind == LetterKind::Acceptance || kind == LetterKind::Waiting || kind == LetterKind::Refusal ||
           kind == LetterKind::Reminder;
}

bool isToOne(LetterKind kind)
{
    return isPersonal(kind) || kind == LetterKind::LecturerRequest;
}

QString letterFileName(LetterKind kind, const LetterRecipient *recipient)
{
    return recipient == nullptr ? letterTitle(kind) : QString(letterTitle(kind) + u'_' + recipient->number);
}

} // namespace tane
