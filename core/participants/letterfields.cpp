// The fields of the letters and what is proposed for them.
#include "participants/letterparts.h"

#include "base/fiscalyear.h"
#include "programme/sheetparts.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tane {

namespace letters {

namespace {

using Type = LetterField::Type;

/// What all letters of a workshop share, in the order of the form. The kind "" in the file.
struct SharedField
{
    const char *key;
    Type type;
    bool required;
};
constexpr std::array kShared{
    SharedField{"title", Type::Line, true},    SharedField{"aim", Type::Text, true},
    SharedField{"when", Type::Text, true},     SharedField{"where", Type::Text, true},
    SharedField{"method", Type::Line, false},  SharedField{"audience", Type::Text, true},
    SharedField{"capacity", Type::Line, true}, SharedField{"fee", Type::Line, false},
    SharedField{"content", Type::Text, false}, SharedField{"prepare", Type::Text, false},
    SharedField{"bring", Type::Line, false},   SharedField{"apply", Type::Text, true},
    SharedField{"deadline", Type::Line, true}, SharedField{"remarks", Type::Text, false},
    SharedField{"sender", Type::Text, true},   SharedField{"seal", Type::Flag, false},
    SharedField{"office", Type::Line, true},   SharedField{"person", Type::Line, true},
    SharedField{"phone", Type::Line, true},    SharedField{"email", Type::Line, true},
};

QString sharedLabel(QStringView key)
{
    static const std::map<QString, QString> labels{{QStringLiteral("title"), Texts::tr("研修会名")},
                                                   {QStringLiteral("aim"), Texts::tr("目的")},
                                                   {QStringLiteral("when"), Texts::tr("日時")},
                                                   {QStringLiteral("where"), Texts::tr("会場")},
                                                   {QStringLiteral("method"), Texts::tr("開催方法")},
                                                   {QStringLiteral("audience"), Texts::tr("対象")},
                                                   {QStringLiteral("capacity"), Texts::tr("定員")},
                                                   {QStringLiteral("fee"), Texts::tr("参加費")},
                                                   {QStringLiteral("content"), Texts::tr("内容")},
                                                   {QStringLiteral("prepare"), Texts::tr("事前の準備")},
                                                   {QStringLiteral("bring"), Texts::tr("持ち物")},
                                                   {QStringLiteral("apply"), Texts::tr("申込方法")},
                                                   {QStringLiteral("deadline"), Texts::tr("申込期限")},
                                                   {QStringLiteral("remarks"), Texts::tr("その他")},
                                                   {QStringLiteral("sender"), Texts::tr("発信者")},
                                                   {QStringLiteral("seal"), Texts::tr("公印省略")},
                                                   {QStringLiteral("office"), Texts::tr("担当課")},
                                                   {QStringLiteral("person"), Texts::tr("担当者")},
                                                   {QStringLiteral("phone"), Texts::tr("電話")},
                                                   {QStringLiteral("email"), Texts::tr("メール")}};
    return labels.at(key.toString());
}

QString sharedHint(QStringView key)
{
    static const std::map<QString, QString> hints{
        {QStringLiteral("where"), Texts::tr("例：架空県庁 講堂（架空市中央1-1）")},
        {QStringLiteral("fee"), Texts::tr("例：無料")},
        {QStringLiteral("bring"), Texts::tr("例：筆記用具、事前課題")},
        {QStringLiteral("remarks"), Texts::tr("例：駐車場に限りがあります。")},
        {QStringLiteral("sender"), Texts::tr("例：架空県健康福祉部地域包括ケア推進課長")},
        {QStringLiteral("office"), Texts::tr("例：架空県地域包括ケア推進課 在宅医療係")},
        {QStringLiteral("person"), Texts::tr("例：佐野")},
        {QStringLiteral("phone"), Texts::tr("例：000-000-0000（直通）")},
        {QStringLiteral("email"), Texts::tr("例：care@pref.example.jp")}};
    const auto found = hints.find(key.toString());
    return found == hints.end() ? QString() : found->second;
}

/// "架空県健康福祉部地域包括ケア推進課", as letterheads write it.
QString officeOf(const LetterSource &source)
{
    if (source.registry.prefectures.empty())
        return {};
    QString department = source.registry.prefectures.front().department;
    department.remove(u' ').remove(u'\u3000');
    return department.isEmpty() ? QString() : QString(source.prefecture + department);
}

/// What is done in the blocks Ⅰ to Ⅲ, in one line.
QString contentOf(const LetterSource &source)
{
    QStringList parts;
    const QString groupWork = Texts::tr("グループワーク");
    for (const Timetable::Row &row : rowsOf(source, {})) {
        const TimetableRow &each = row.row;
        if (each.block == TimetableRow::Block::Other)
            continue;
        if (each.block == TimetableRow::Block::GroupWork) {
            if (!parts.contains(groupWork))
                parts << groupWork;
        } else if (!each.title.isEmpty()) {
            parts << (each.content.isEmpty() ? each.title
                                             : Texts::tr("%1（%2）").arg(each.title, each.content));
        }
    }
    return parts.join(u'、');
}

QString withNote(const QString &text, const QString &note)
{
    return text.isEmpty() || note.isEmpty() ? text : Texts::tr("%1（%2）").arg(text, note);
}

QString sharedProposal(const LetterSource &source, QStringView key)
{
    const Workshop &workshop = source.workshop;
    if (key == u"title")
        return workshop.title;
    if (key == u"aim")
        return source.cycle.purposes.empty() ? QString() : source.cycle.purposes.front().text;
    if (key == u"when")
        return workshop.heldOn.isValid()
                   ? withNote(sheets::workshopTime(source.cycle, workshop), workshop.dateNote)
                   : QString();
    if (key == u"where")
        return workshop.place;
    if (key == u"method")
        return workshopMethodText(workshop.method);
    if (key == u"audience")
        return workshop.participants;
    if (key == u"capacity")
        return workshop.capacity ? withNote(Texts::tr("%1名").arg(*workshop.capacity), workshop.capacityNote)
                                 : QString();
    if (key == u"content")
        return contentOf(source);
    if (key == u"prepare")
        return workshop.beforeEvent;
    if (key == u"apply")
        return Texts::tr("申込書に御記入のうえ、電子メールで下記の担当までお送りください。");
    if (key == u"deadline")
        return withNote(eraDateWithWeekday(workshop.recruitUntil), workshop.recruitNote);
    const auto earlier = source.earlier.find(key.toString());
    if (earlier != source.earlier.end())
        return earlier->second;
    if (key == u"sender") {
        const QString office = officeOf(source);
        return office.isEmpty() ? QString() : Texts::tr("%1長").arg(office);
    }
    if (key == u"seal")
        return QStringLiteral("1");
    return key == u"office" ? officeOf(source) : QString();
}

/// The shared fields a kind uses.
QStringList sharedOf(LetterKind kind)
{
    const auto split = [](const char *keys) { return QString::fromLatin1(keys).split(u' '); };
    switch (kind) {
    case LetterKind::Leaflet:
        return split("title aim when where method audience capacity fee apply deadline remarks office person "
                     "phone email");
    case LetterKind::Municipality:
        return split("title when where method audience capacity content apply deadline remarks sender seal "
                     "office person phone email");
    case LetterKind::Forwarding:
        return split("title when where audience apply deadline");
    case LetterKind::Coordinator:
        return split("title aim when where method audience capacity fee content prepare apply deadline "
                     "remarks sender seal office person phone email");
    case LetterKind::Employer:
        return split("title aim when where method fee content sender seal office person phone email");
    case LetterKind::Officer:
        return split("title when where method content apply deadline sender seal office person phone email");
    case LetterKind::LecturerRequest:
        return split("title aim when where method audience sender seal office person phone email");
    case LetterKind::LecturerBriefing:
        return split("title aim when where method audience capacity office person phone email");
    case LetterKind::Acceptance:
        return split("title when where method prepare bring remarks sender seal office person phone email");
    case LetterKind::Waiting:
        return split("title when where sender seal office person phone email");
    case LetterKind::Refusal:
        return split("sender seal office person phone email");
    case LetterKind::Reminder:
        return split("title sender seal office person phone email");
    }
    Q_UNREACHABLE();
}

bool hasHead(LetterKind kind)
{
    return kind != LetterKind::Leaflet && kind != LetterKind::LecturerBriefing;
}

/// What only this kind has.
std::vector<LetterField> ownFields(const LetterSource &source, LetterKind kind)
{
    std::vector<LetterField> fields;
    const auto add = [&fields](const char *key, const QString &label, Type type, bool required,
                               const QString &proposal = {}, const QString &hint = {}) {
        fields.push_back({.key = QString::fromLatin1(key),
                          .label = label,
                          .hint = hint,
                          .type = type,
                          .required = required,
                          .proposal = proposal});
    };
    // The municipality writes its own into a letter of its own.
    if (hasHead(kind) && kind != LetterKind::Forwarding) {
        add("number", Texts::tr("文書番号"), Type::Line, true, {}, Texts::tr("例：地包第123号"));
        add("date", Texts::tr("発信日"), Type::Date, true);
    }
    const Wave wave = waveOf(source);
    if (hasHead(kind)) {
        const auto title = source.own.find({QString(), QStringLiteral("title")});
        add("address", Texts::tr("宛先"), Type::Text, true, addressProposal(kind));
        add("subject", Texts::tr("件名"), Type::Line, true,
            subjectProposal(kind, title != source.own.end() ? title->second : source.workshop.title,
                            wave == Wave::Before));
        add("body", Texts::tr("本文"), Type::Text, true, bodyProposal(kind, source.prefecture));
    }
    switch (kind) {
    case LetterKind::Leaflet:
        add("catch", Texts::tr("副題"), Type::Line, false, {}, Texts::tr("例：地域の課題のタネを見つける"));
        add("lead", Texts::tr("呼びかけ"), Type::Text, false, {},
            Texts::tr("例：その困りごとは、お一人だけですか"));
        break;
    case LetterKind::Officer:
        add("tasks", Texts::tr("当日のお願い"), Type::Text, false,
            Texts::tr("グループワークの進行（司会）又は記録（書記）をお願いする場合があります。"));
        break;
    case LetterKind::LecturerRequest:
        add("honorarium", Texts::tr("謝礼・旅費"), Type::Line, true, {},
            Texts::tr("例：県の規定によりお支払いします。"));
        break;
    case LetterKind::LecturerBriefing:
        add("wishes", Texts::tr("特にお願いしたいこと"), Type::Text, false, {},
            Texts::tr("例：参加者の多くは一人職場です。身近な例を交えてお話しください。"));
        break;
    case LetterKind::Acceptance:
        add("contact", Texts::tr("欠席の連絡"), Type::Text, false,
            Texts::tr("欠席されるときは、分かり次第、下記の担当まで御連絡ください。"));
        break;
    case LetterKind::Reminder:
        add("wave", Texts::tr("アンケート"), Type::Line, true,
            wave == Wave::Before ? Texts::tr("事前アンケート") : Texts::tr("事後アンケート"));
        add("due", Texts::tr("回答期限"), Type::Date, true);
        add("how", Texts::tr("回答方法"), Type::Text, true,
            Texts::tr("先にお送りした回答用のファイルに御記入のうえ、電子メールで下記の担当までお送り"
                      "ください。"));
        break;
    default:
        break;
    }
    if (kind == LetterKind::Municipality || kind == LetterKind::Forwarding ||
        kind == LetterKind::Coordinator || kind == LetterKind::Employer || kind == LetterKind::Officer ||
        kind == LetterKind::LecturerRequest || kind == LetterKind::Acceptance)
        add("enclosures", Texts::tr("添付資料"), Type::Text, false, {}, Texts::tr("例：開催案内、申込書"));
    return fields;
}

} // namespace

Wave waveOf(const LetterSource &source)
{
    return source.workshop.heldOn.isValid() && source.today > source.workshop.heldOn ? Wave::After
                                                                                     : Wave::Before;
}

Wave waveOf(const QString &text)
{
    if (text.contains(Texts::tr("フォロー")) || text.contains(Texts::tr("か月後")))
        return Wave::FollowUp;
    return text.contains(Texts::tr("事後")) || text.contains(Texts::tr("研修後")) ? Wave::After
                                                                                  : Wave::Before;
}

std::vector<Timetable::Row> rowsOf(const LetterSource &source, const QString &lecturer)
{
    std::vector<Timetable::Row> rows = sheets::timetableIn(source.cycle, source.workshop).rows;
    std::erase_if(rows, [&lecturer](const Timetable::Row &row) {
        return !lecturer.isEmpty() &&
               !row.row.lecturer.split(QRegularExpression(QStringLiteral("[\n、／]"))).contains(lecturer);
    });
    return rows;
}

QString Values::operator()(const char *key) const
{
    const auto found = std::ranges::find(m_fields, QLatin1String(key), &LetterField::key);
    if (found == m_fields.end())
        return {};
    if (found->isMissing())
        return missingMark();
    return found->type == Type::Date ? eraDate(QDate::fromString(found->value(), Qt::ISODate))
                                     : found->value();
}

} // namespace letters

std::vector<LetterField> letterFields(const LetterSource &source, LetterKind kind)
{
    using namespace letters;
    std::vector<LetterField> fields = ownFields(source, kind);
    const QStringList used = sharedOf(kind);
    for (const SharedField &shared : kShared) {
        const QString key = QString::fromLatin1(shared.key);
        if (used.contains(key))
            fields.push_back({.key = key,
                              .label = sharedLabel(key),
                              .hint = sharedHint(key),
                              .type = shared.type,
                              .shared = true,
                              .required = shared.required,
                              .proposal = sharedProposal(source, key)});
    }
    for (LetterField &field : fields) {
        const auto own = source.own.find({field.shared ? QString() : letterCode(kind), field.key});
        if (own != source.own.end())
            field.own = own->second;
    }
    return fields;
}

QStringList missingFields(const LetterSource &source, LetterKind kind)
{
    QStringList missing;
    for (const LetterField &field : letterFields(source, kind))
        if (field.isMissing())
            missing << field.label;
    return missing;
}

} // namespace tane
