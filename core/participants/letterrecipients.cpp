// Who gets a letter.
#include "participants/letterparts.h"

#include "exchange/workbookwriter.h"
#include "people/personroles.h"

#include <QRegularExpression>

#include <algorithm>

namespace tane {

namespace letters {

namespace {

QString token(const char *name)
{
    return Texts::tr(name);
}

std::vector<LetterRecipient> municipalities(const LetterSource &source)
{
    std::vector<LetterRecipient> all;
    for (const Municipality &one : source.registry.municipalities) {
        QStringList centres;
        for (const Centre *centre : source.registry.centresOf(one.id))
            if (!centre->closedOn.isValid())
                centres << centre->name;
        LetterRecipient recipient;
        recipient.number = one.code.isEmpty() ? QStringLiteral("M%1").arg(one.id) : one.code;
        recipient.name = one.name;
        recipient.values = {{token("市町村"), one.name},
                            {token("所管課"), one.department.isEmpty()
                                                  ? Texts::tr("在宅医療・介護連携推進事業主管課")
                                                  : one.department},
                            {token("センター"), centres.isEmpty() ? Texts::tr("在宅医療・介護連携相談窓口")
                                                                  : centres.join(Texts::tr("、"))}};
        all.push_back(std::move(recipient));
    }
    return all;
}

std::vector<LetterRecipient> centres(const LetterSource &source)
{
    std::vector<LetterRecipient> all;
    for (const Centre &one : source.registry.centres) {
        if (one.closedOn.isValid())
            continue;
        QStringList served;
        for (const Municipality *municipality : source.registry.municipalitiesOf(one.id))
            served << municipality->name;
        LetterRecipient recipient;
        recipient.number = QStringLiteral("C%1").arg(one.id);
        recipient.name = one.name;
        recipient.values = {{token("センター"), one.name},
                            {token("所属"), one.operatedBy},
                            {token("市町村"), served.join(u'・')},
                            {token("メール"), one.email},
                            {token("電話"), one.phone}};
        all.push_back(std::move(recipient));
    }
    return all;
}

std::vector<LetterRecipient> coordinators(const LetterSource &source)
{
    std::vector<LetterRecipient> all;
    for (const PersonRecord &one : source.registry.people) {
        if (!isCoordinator(one) || one.person.anonymous || !one.worksOn(source.today))
            continue;
        const Affiliation *place = one.affiliationOn(source.today);
        LetterRecipient recipient;
        recipient.number = QStringLiteral("K%1").arg(one.person.id);
        recipient.name = one.person.name;
        recipient.values = {{token("氏名"), one.person.name},
                            {token("所属"), source.registry.workplace(one, source.today)},
                            {token("センター"), source.registry.workplace(one, source.today)},
                            {token("役職"), place != nullptr ? place->title : QString()},
                            {token("市町村"), source.registry.municipalityText(one, source.today)},
                            {token("メール"), one.person.email},
                            {token("電話"), one.person.phone}};
        all.push_back(std::move(recipient));
    }
    return all;
}

std::vector<LetterRecipient> lecturers(const LetterSource &source)
{
    std::vector<LetterRecipient> all;
    for (const QString &name : lecturersOf(source)) {
        LetterRecipient recipient;
        recipient.number = QStringLiteral("L%1").arg(all.size() + 1);
        recipient.name = name;
        recipient.values = {{token("氏名"), name}};
        recipient.chosen = !isOwnStaff(source, name);
        all.push_back(std::move(recipient));
    }
    return all;
}

LetterRecipient recipientOf(const Participant &one)
{
    static const QRegularExpression plain(QStringLiteral("^[0-9A-Za-z-]{1,20}$"));
    LetterRecipient recipient;
    recipient.number = one.number.contains(plain) ? one.number : QStringLiteral("P%1").arg(one.id);
    recipient.name = one.name;
    recipient.values = {{token("氏名"), one.name},
                        {token("ふりがな"), one.kana},
                        {token("所属"), one.affiliation.isEmpty() ? one.centre : one.affiliation},
                        {token("役職"), one.title},
                        {token("センター"), one.centre},
                        {token("市町村"), one.municipality},
                        {token("受付番号"), one.number},
                        {token("メール"), one.email},
                        {token("電話"), one.phone}};
    return recipient;
}

std::vector<LetterRecipient> participants(const LetterSource &source, LetterKind kind)
{
    const auto wanted = [&](const Participant &one) {
        switch (kind) {
        case LetterKind::Acceptance:
            return one.state == Participant::State::Accepted && !one.walkIn &&
                   one.part == Participant::Part::Learner; // lecturers and observers did not apply
        case LetterKind::Waiting:
            return one.state == Participant::State::Waiting;
        case LetterKind::Refusal:
            return one.state == Participant::State::Declined;
        default:
            break;
        }
        const auto open = source.unanswered.find(waveOf(Values(source, kind)("wave")));
        return open != source.unanswered.end() && open->second.contains(one.id);
    };
    std::vector<LetterRecipient> all;
    for (const Participant &one : source.participants)
        if (wanted(one))
            all.push_back(recipientOf(one));
    return all;
}

} // namespace

bool isOwnStaff(const LetterSource &source, const QString &lecturer)
{
    static const QRegularExpression ours(
        QStringLiteral("^[都道府県本当]([ 　]|$)|^(県|都|道|府|当|本)(庁|課)"));
    return lecturer.contains(ours) ||
           (!source.prefecture.isEmpty() && lecturer.startsWith(source.prefecture));
}

QStringList lecturersOf(const LetterSource &source)
{
    QStringList names;
    for (const Timetable::Row &row : rowsOf(source, {}))
        for (const QString &name : row.row.lecturer.split(QRegularExpression(QStringLiteral("[\n、／]"))))
            if (!name.trimmed().isEmpty() && !names.contains(name))
                names << name;
    return names;
}

} // namespace letters

std::vector<LetterRecipient> letterRecipients(const LetterSource &source, LetterKind kind)
{
    switch (kind) {
    case LetterKind::Leaflet:
        return {};
    case LetterKind::Municipality:
    case LetterKind::Forwarding:
    case LetterKind::Officer:
        return letters::municipalities(source);
    case LetterKind::Coordinator:
        return letters::coordinators(source);
    case LetterKind::Employer:
        return letters::centres(source);
    case LetterKind::LecturerRequest:
    case LetterKind::LecturerBriefing:
        return letters::lecturers(source);
    case LetterKind::Acceptance:
    case LetterKind::Waiting:
    case LetterKind::Refusal:
    case LetterKind::Reminder:
        return letters::participants(source, kind);
    }
    Q_UNREACHABLE();
}

Result<> writeMergeWorkbook(const QString &path, const LetterSource &source, LetterKind kind,
                            const std::vector<LetterRecipient> &recipients)
{
    using letters::Texts;
    // Only what somebody has, in this order.
    QStringList tokens;
    for (const QString &token :
         {Texts::tr("受付番号"), Texts::tr("市町村"), Texts::tr("所管課"), Texts::tr("センター"),
          Texts::tr("所属"), Texts::tr("役職"), Texts::tr("氏名"), Texts::tr("ふりがな"), Texts::tr("電話"),
          Texts::tr("メール")})
        if (std::ranges::any_of(recipients, [&](const LetterRecipient &one) {
                return one.values.contains(token) && !one.values.at(token).isEmpty();
            }))
            tokens << token;
    const letters::Values values(source, kind);
    std::vector<LetterField> fields = letterFields(source, kind);
    std::erase_if(fields, [](const LetterField &field) {
        return field.type == LetterField::Type::Flag || field.key == u"address" || field.key == u"body";
    });
    QStringList head{Texts::tr("番号"), Texts::tr("宛先")};
    head += tokens;
    for (const LetterField &field : fields)
        head << field.label;
    WorkbookWriter book;
    book.setTitle(letterTitle(kind));
    SheetWriter &sheet = book.addSheet(Texts::tr("差し込み"));
    sheet.writeHead(head); // the first row, or Word does not find the names
    const QString address = values("address");
    for (const LetterRecipient &one : recipients) {
        std::vector<CellValue> row{one.number, letters::filledIn(address, kind, &one).replace(u'\n', u' ')};
        for (const QString &token : std::as_const(tokens))
            row.emplace_back(one.values.contains(token) ? one.values.at(token) : QString());
        for (const LetterField &field : fields)
            row.emplace_back(values(field.key.toLatin1().constData()));
        sheet.writeRow(row);
    }
    return book.save(path);
}

} // namespace tane
