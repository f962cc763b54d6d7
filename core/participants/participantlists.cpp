#include "participants/participantlists.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "participants/letterparts.h"
#include "programme/sheetparts.h"

#include <algorithm>
#include <array>

namespace tane {

namespace {

using letters::Texts;

struct Entry
{
    ParticipantList list;
    const char *code;
};
constexpr std::array kEntries{
    Entry{ParticipantList::RosterKana, "roster-kana"},
    Entry{ParticipantList::RosterMunicipality, "roster-municipality"},
    Entry{ParticipantList::Questions, "questions"},
    Entry{ParticipantList::BeforeSummary, "before-summary"},
};

/// "あ" for あいうえお, "か" for かきくけこがぎぐげご …, as in the sign-in sheet; null when it is no kana.
QChar kanaRow(const QString &folded)
{
    constexpr char16_t kToHiragana = 0x60; // from ア to あ
    static const std::array rows{QStringLiteral("アイウエオァィゥェォヴ"),
                                 QStringLiteral("カキクケコガギグゲゴ"),
                                 QStringLiteral("サシスセソザジズゼゾ"),
                                 QStringLiteral("タチツテトッダヂヅデド"),
                                 QStringLiteral("ナニヌネノ"),
                                 QStringLiteral("ハヒフヘホバビブベボパピプペポ"),
                                 QStringLiteral("マミムメモ"),
                                 QStringLiteral("ヤユヨャュョ"),
                                 QStringLiteral("ラリルレロ"),
                                 QStringLiteral("ワヰヱヲン")};
    for (const QString &row : rows)
        if (!folded.isEmpty() && row.contains(folded.front()))
            return QChar(row.front().unicode() - kToHiragana);
    return {};
}

bool takesPart(const Participant &one)
{
    return one.state == Participant::State::Accepted || one.walkIn;
}

/// By kana; who has none comes last, by name.
std::vector<const Participant *> byKana(std::vector<const Participant *> people)
{
    std::ranges::stable_sort(people, {}, [](const Participant *one) {
        const QString kana = foldText(one->kana);
        return std::tuple(kana.isEmpty(), kana, foldName(one->name));
    });
    return people;
}

/// "コーディネーター 49名、市町村担当者 29名", the largest first.
QString rolesOf(const std::vector<const Participant *> &people)
{
    std::vector<std::pair<QString, int>> counts;
    for (const Participant *one : people) {
        const QString role = one->role.isEmpty() ? Texts::tr("立場の記載なし") : one->role;
        const auto known = std::ranges::find(counts, role, &std::pair<QString, int>::first);
        if (known == counts.end())
            counts.emplace_back(role, 1);
        else
            ++known->second;
    }
    std::ranges::stable_sort(counts, std::greater(), &std::pair<QString, int>::second);
    QStringList words;
    for (const auto &[role, count] : counts)
        words << Texts::tr("%1 %2名").arg(role).arg(count);
    return words.join(u'、');
}

/// A list's own fields with what was stored of them.
std::vector<LetterField> withStored(const LetterSource &source, ParticipantList list,
                                    std::vector<LetterField> fields)
{
    for (LetterField &field : fields) {
        const auto own = source.own.find({listCode(list), field.key});
        if (own != source.own.end())
            field.own = own->second;
    }
    return fields;
}

QString valueOf(const LetterSource &source, ParticipantList list, QStringView key)
{
    for (const LetterField &field : listFields(source, list))
        if (field.key == key)
            return field.value();
    return {};
}

/// Writes the rows of a roster.
class Roster
{
public:
    Roster(const LetterSource &source, ParticipantList list)
        : m_source(source)
        , m_list(list)
        , m_contact(valueOf(source, list, u"contact") == u"1")
    {
        m_table.headRows = 1;
        m_table.middle = true;
        m_table.widths = {9, 20, 40, 34, 58};
        m_table.rows.push_back({sheets::head(Texts::tr("No.")), sheets::head(Texts::tr("受付番号")),
                                sheets::head(Texts::tr("氏名")), sheets::head(Texts::tr("立場")),
                                sheets::head(Texts::tr("所属・役職"))});
        if (list == ParticipantList::RosterKana)
            addColumn(Texts::tr("市町村"), 28);
        if (m_contact)
            addColumn(Texts::tr("連絡先"), 62);
    }

    FormSheet sheet();

private:
    void addColumn(const QString &title, double width)
    {
        m_table.widths.push_back(width);
        m_table.rows.front().push_back(sheets::head(title));
    }
    void addBand(const QString &text)
    {
        m_table.rows.push_back({sheets::band(text, static_cast<int>(m_table.widths.size()))});
    }
    void add(const Participant &one);
    void addByKana(const std::vector<const Participant *> &people);
    void addByMunicipality(const std::vector<const Participant *> &people);
    void addMunicipality(const QString &name, const std::vector<const Participant *> &people);

    const LetterSource &m_source;
    ParticipantList m_list;
    bool m_contact;
    FormTable m_table;
    int m_number = 0;
};

void Roster::add(const Participant &one)
{
    const auto joined = [](QStringList parts, const QString &by) {
        parts.removeAll(QString());
        return parts.join(by);
    };
    FormTableCell name = sheets::body(one.name);
    name.remark = one.kana;
    const QString part = one.part == Participant::Part::Learner ? QString() : partText(one.part);
    FormTableCell role = sheets::body(joined({part, one.role}, QStringLiteral("・")));
    if (one.online)
        role.remark = Texts::tr("（オンライン）");
    std::vector<FormTableCell> row{
        sheets::centred(QString::number(++m_number)), sheets::centred(one.number), name, role,
        sheets::body(joined({one.affiliation.isEmpty() ? one.centre : one.affiliation, one.title},
                            QStringLiteral("　")))};
    if (m_list == ParticipantList::RosterKana)
        row.push_back(sheets::body(one.municipality));
    if (m_contact)
        row.push_back(sheets::body(joined({one.phone, one.email}, QStringLiteral("\n"))));
    m_table.rows.push_back(std::move(row));
}

void Roster::addByKana(const std::vector<const Participant *> &people)
{
    std::optional<QChar> shown;
    for (const Participant *one : people) {
        const QChar row = kanaRow(foldText(one->kana));
        if (!shown || *shown != row)
            addBand(row.isNull() ? Texts::tr("ふりがなの記載なし") : Texts::tr("%1行").arg(row));
        shown = row;
        add(*one);
    }
}

void Roster::addMunicipality(const QString &name, const std::vector<const Participant *> &people)
{
    if (people.empty())
        return;
    addBand(Texts::tr("%1　%2名（%3）")
                .arg(name.isEmpty() ? Texts::tr("市町村の記載なし") : name)
                .arg(people.size())
                .arg(rolesOf(people)));
    for (const Participant *one : people)
        add(*one);
}

/// In the order of the registers, then those that only participants name.
void Roster::addByMunicipality(const std::vector<const Participant *> &people)
{
    QStringList names;
    for (const Municipality &one : m_source.registry.municipalities)
        names << one.name;
    QStringList others;
    for (const Participant *one : people)
        if (!one->municipality.isEmpty() && !names.contains(one->municipality) &&
            !others.contains(one->municipality))
            others << one->municipality;
    others.sort();
    for (const QString &name : names + others + QStringList{QString()}) {
        std::vector<const Participant *> there;
        for (const Participant *one : people)
            if (one->municipality == name)
                there.push_back(one);
        addMunicipality(name, there);
    }
}

FormSheet Roster::sheet()
{
    FormSheet sheet;
    sheet.name = listTitle(m_list);
    sheet.title = sheet.name;
    sheet.subtitle = m_source.workshop.title;
    if (m_source.workshop.heldOn.isValid())
        sheet.subtitle += u'\u3000' + eraDateWithWeekday(m_source.workshop.heldOn);
    sheet.footer = sheet.name + u'\u3000' + sheet.subtitle;
    sheet.landscape = m_contact;
    std::vector<const Participant *> learners, others;
    for (const Participant &one : m_source.participants)
        if (takesPart(one))
            (one.part == Participant::Part::Learner ? learners : others).push_back(&one);
    const QString total = learners.empty()
                              ? Texts::tr("参加が決まった方は、まだいません。")
                              : Texts::tr("受講 %1名（%2）").arg(learners.size()).arg(rolesOf(learners));
    sheets::add(sheet, FormParagraph::Style::Body, total);
    if (const QString note = valueOf(m_source, m_list, u"note"); !note.isEmpty())
        sheets::add(sheet, FormParagraph::Style::Note, note);
    learners = byKana(learners);
    if (m_list == ParticipantList::RosterKana)
        addByKana(learners);
    else
        addByMunicipality(learners);
    if (!others.empty())
        addBand(Texts::tr("講師・オブザーバー等　%1名").arg(others.size()));
    for (const Participant *one : byKana(others))
        add(*one);
    if (m_table.rows.size() > 1)
        sheets::add(sheet, std::move(m_table));
    return sheet;
}

} // namespace

const std::vector<ParticipantList> &allParticipantLists()
{
    static const std::vector<ParticipantList> lists = [] {
        std::vector<ParticipantList> all;
        for (const Entry &entry : kEntries)
            all.push_back(entry.list);
        return all;
    }();
    return lists;
}

QString listCode(ParticipantList list)
{
    return QString::fromLatin1(std::ranges::find(kEntries, list, &Entry::list)->code);
}

std::optional<ParticipantList> participantListOf(const QString &code)
{
    for (const Entry &entry : kEntries)
        if (code == QLatin1String(entry.code))
            return entry.list;
    return std::nullopt;
}

QString listTitle(ParticipantList list)
{
    switch (list) {
    case ParticipantList::RosterKana:
        return Texts::tr("参加者名簿（五十音順）");
    case ParticipantList::RosterMunicipality:
        return Texts::tr("参加者名簿（市町村別）");
    case ParticipantList::Questions:
        return Texts::tr("知りたいこと・質問");
    case ParticipantList::BeforeSummary:
        return Texts::tr("事前アンケートのまとめ");
    }
    Q_UNREACHABLE();
}

QString listPurpose(ParticipantList list)
{
    switch (list) {
    case ParticipantList::RosterKana:
    case ParticipantList::RosterMunicipality:
        return Texts::tr(
            "受講が決まった方と当日参加の方の名簿です。グループ別の名簿は、グループの画面から印刷します。");
    case ParticipantList::Questions:
        return Texts::tr("申込書に書かれた質問の一覧です。講師に渡すときは、文の中にお名前などがないか読み返"
                         "してください。");
    case ParticipantList::BeforeSummary:
        return Texts::tr("事前アンケートの結果を、立場ごとの人数で示す配布資料です。お名前は載りません。");
    }
    Q_UNREACHABLE();
}

std::vector<LetterField> listFields(const LetterSource &source, ParticipantList list)
{
    using Type = LetterField::Type;
    std::vector<LetterField> fields;
    const QString note = Texts::tr("添え書き");
    if (list == ParticipantList::Questions)
        fields = {
            {.key = QStringLiteral("names"), .label = Texts::tr("氏名・所属を載せる"), .type = Type::Flag},
            {.key = QStringLiteral("note"), .label = note, .type = Type::Text}};
    else if (list == ParticipantList::BeforeSummary)
        fields = {{.key = QStringLiteral("note"),
                   .label = note,
                   .type = Type::Text,
                   .proposal = Texts::tr(
                       "研修会の前におたずねした結果です。グループでの話合いの参考にしてください。")}};
    else
        fields = {{.key = QStringLiteral("contact"),
                   .label = Texts::tr("連絡先（電話・メール）を載せる"),
                   .type = Type::Flag},
                  {.key = QStringLiteral("note"),
                   .label = note,
                   .type = Type::Text,
                   .proposal = Texts::tr("この名簿は、研修会の運営のためだけにお使いください。")}};
    return withStored(source, list, std::move(fields));
}

FormSheet makeRoster(const LetterSource &source, ParticipantList list)
{
    return Roster(source, list).sheet();
}

FormSheet makeQuestionList(const LetterSource &source)
{
    constexpr auto list = ParticipantList::Questions;
    const bool names = valueOf(source, list, u"names") == u"1";
    FormSheet sheet;
    sheet.name = listTitle(list);
    sheet.title = Texts::tr("参加される方の知りたいこと・質問");
    sheet.subtitle = source.workshop.title;
    sheet.footer = sheet.name + u'\u3000' + sheet.subtitle;
    FormTable table;
    table.headRows = 1;
    table.widths = {10, 36, 30, 106};
    table.rows.push_back({sheets::head({}), sheets::head(Texts::tr("立場")), sheets::head(Texts::tr("経験")),
                          sheets::head(Texts::tr("知りたいこと・質問"))});
    if (names) {
        table.widths = {10, 32, 26, 78, 42};
        table.rows.front().push_back(sheets::head(Texts::tr("氏名・所属")));
    }
    int number = 0;
    for (const Participant &one : source.participants) {
        if (one.question.trimmed().isEmpty() || one.state == Participant::State::Declined ||
            one.state == Participant::State::Cancelled)
            continue;
        std::vector<FormTableCell> row{sheets::centred(QString::number(++number)), sheets::body(one.role),
                                       sheets::body(one.experience), sheets::body(one.question)};
        if (names) {
            row.push_back(sheets::body(one.name));
            row.back().remark = one.affiliation.isEmpty() ? one.centre : one.affiliation;
        }
        table.rows.push_back(std::move(row));
    }
    sheets::add(sheet, FormParagraph::Style::Body,
                number == 0 ? Texts::tr("知りたいことや質問を書いた方は、まだいません。")
                            : Texts::tr("申込書に書かれた %1件です。").arg(number));
    if (const QString note = valueOf(source, list, u"note"); !note.isEmpty())
        sheets::add(sheet, FormParagraph::Style::Note, note);
    if (number > 0)
        sheets::add(sheet, std::move(table));
    return sheet;
}

Result<ListContent> makeParticipantList(Document &document, const LetterSource &source, ParticipantList list)
{
    if (list == ParticipantList::Questions)
        return makeQuestionList(source);
    if (list != ParticipantList::BeforeSummary)
        return makeRoster(source, list);
    TANE_TRY(const auto set, loadBeforeAnswers(document, source.workshop));
    if (!set || set->answers.isEmpty())
        return fail(ErrorCode::NothingUnderstood,
                    Texts::tr("事前アンケートの回答がまだありません。先に回答を取り込んでください。"));
    return makeBeforeSummary(source, *set);
}

} // namespace tane
