// The letters as documents.
#include "participants/letterparts.h"

#include "programme/sheetparts.h"

#include <QDir>

#include <algorithm>

namespace tane {

namespace {

using namespace letters;
using Look = LetterLines::Look;

/// One letter, part by part.
class Maker
{
public:
    Maker(const LetterSource &source, LetterKind kind, const LetterRecipient *recipient)
        : m_source(source)
        , m_kind(kind)
        , m_recipient(recipient)
        , m_values(source, kind)
    {
    }

    LetterDocument letter();
    LetterDocument leaflet();
    LetterDocument briefing();

private:
    /// What is filled in, for this recipient.
    [[nodiscard]] QString value(const char *key) const
    {
        return filledIn(m_values(key), m_kind, m_recipient);
    }
    void lines(Look look, const QString &text) { m_letter.blocks.emplace_back(LetterLines{text, look}); }
    void gap() { lines(Look::Left, {}); }
    void head();
    void facts(const LetterFacts &facts);
    [[nodiscard]] LetterFacts factsOfKind() const;
    [[nodiscard]] QString lecture() const;
    void contact();
    /// A heading with a list of lines by target group; nothing when there are none.
    void planned(const QString &title, PlanField field);
    [[nodiscard]] FormTable factTable(const std::vector<std::pair<QString, QString>> &rows) const;
    [[nodiscard]] FormTable programme(bool aims) const;

    const LetterSource &m_source;
    LetterKind m_kind;
    const LetterRecipient *m_recipient;
    Values m_values;
    LetterDocument m_letter;
};

/// Number, date, to whom, from whom, subject, text.
void Maker::head()
{
    const bool draft = m_kind == LetterKind::Forwarding; // the municipality fills these in
    // What is missing stands there without a word beside it: it gets one.
    const auto named = [](const QString &name, const QString &text) {
        return text == missingMark() ? QString(name + text) : text;
    };
    lines(Look::Right, draft ? Texts::tr("（文書番号）") : named(Texts::tr("文書番号"), value("number")));
    lines(Look::Right, draft ? Texts::tr("（発信日）") : named(Texts::tr("発信日"), value("date")));
    gap();
    lines(Look::Left, value("address"));
    gap();
    lines(Look::Right,
          draft ? filledIn(Texts::tr("《市町村》《所管課》長"), m_kind, m_recipient) : value("sender"));
    if (!draft && m_values("seal") == u"1")
        lines(Look::Right, Texts::tr("（公印省略）"));
    gap();
    lines(Look::Title, value("subject"));
    gap();
    lines(Look::Body, value("body"));
}

void Maker::facts(const LetterFacts &facts)
{
    if (facts.facts.empty())
        return;
    gap();
    lines(Look::Centre, Texts::tr("記"));
    gap();
    m_letter.blocks.emplace_back(facts);
    gap();
    lines(Look::Right, Texts::tr("以上"));
}

/// "13:15～13:45　講義（相談の向こうに地域を見る）": what the lecturer is asked for.
QString Maker::lecture() const
{
    const QString name = m_recipient != nullptr ? m_recipient->name : QString();
    QStringList lines;
    for (const Timetable::Row &row : rowsOf(m_source, name)) {
        if (row.row.lecturer.isEmpty() || (name.isEmpty() && isOwnStaff(m_source, row.row.lecturer)))
            continue;
        const QString clock = QStringLiteral("H:mm");
        const QString time =
            row.start.isValid()
                ? QString(row.start.toString(clock) + u'～' + row.end.toString(clock) + u'\u3000')
                : QString();
        const QString what = row.row.content.isEmpty()
                                 ? row.row.title
                                 : Texts::tr("%1（%2）").arg(row.row.title, row.row.content);
        lines << time + what;
    }
    return lines.isEmpty() ? missingMark() : lines.join(u'\n');
}

LetterFacts Maker::factsOfKind() const
{
    LetterFacts facts;
    const auto add = [&](const QString &label, const QString &text) {
        if (!text.isEmpty())
            facts.facts.push_back({label, text});
    };
    const auto shared = [&](const char *key, const QString &label) { add(label, value(key)); };
    const bool lecturer = m_kind == LetterKind::LecturerRequest;
    const bool application = m_kind == LetterKind::Municipality || m_kind == LetterKind::Forwarding ||
                             m_kind == LetterKind::Coordinator || m_kind == LetterKind::Officer;
    if (m_kind == LetterKind::Refusal)
        return facts;
    if (m_kind == LetterKind::Reminder) {
        shared("title", Texts::tr("研修会名"));
        shared("wave", Texts::tr("アンケート"));
        shared("due", Texts::tr("回答期限"));
        shared("how", Texts::tr("回答方法"));
        return facts;
    }
    if (m_kind == LetterKind::Acceptance || m_kind == LetterKind::Waiting)
        add(Texts::tr("受付番号"),
            m_recipient != nullptr ? filledIn(Texts::tr("《受付番号》"), m_kind, m_recipient) : QString());
    shared("title", Texts::tr("研修会名"));
    shared("aim", Texts::tr("目的"));
    shared("when", Texts::tr("日時"));
    shared("where", Texts::tr("会場"));
    shared("method", Texts::tr("開催方法"));
    shared("audience", Texts::tr("対象"));
    shared("capacity", Texts::tr("定員"));
    shared("fee", Texts::tr("参加費"));
    shared("content", Texts::tr("内容"));
    if (lecturer) {
        add(Texts::tr("依頼内容"), lecture());
        shared("honorarium", Texts::tr("謝礼・旅費"));
    }
    shared("tasks", Texts::tr("当日のお願い"));
    shared("prepare", Texts::tr("事前の準備"));
    shared("bring", Texts::tr("持ち物"));
    if (application) {
        shared("apply", Texts::tr("申込方法"));
        shared("deadline", Texts::tr("申込期限"));
    }
    shared("contact", Texts::tr("欠席の連絡"));
    shared("remarks", Texts::tr("その他"));
    shared("enclosures", Texts::tr("添付資料"));
    return facts;
}

void Maker::contact()
{
    LetterBox box;
    if (m_kind == LetterKind::Forwarding) {
        box.title = Texts::tr("【担当・問合せ先】（市町村で御記入ください）");
        box.lines = {Texts::tr("担当課"), Texts::tr("担当者"), Texts::tr("電　話"), Texts::tr("メール")};
    } else {
        box.title = m_kind == LetterKind::Leaflet ? Texts::tr("【申込み・問合せ先】")
                                                  : Texts::tr("【担当・問合せ先】");
        box.lines = {value("office"), Texts::tr("担当：%1").arg(value("person")),
                     Texts::tr("電話：%1").arg(value("phone")), Texts::tr("メール：%1").arg(value("email"))};
    }
    gap();
    m_letter.blocks.emplace_back(box);
}

LetterDocument Maker::letter()
{
    m_letter.title = letterTitle(m_kind);
    head();
    facts(factsOfKind());
    contact();
    return std::move(m_letter);
}

FormTable Maker::factTable(const std::vector<std::pair<QString, QString>> &rows) const
{
    FormTable table;
    table.widths = {24, 136};
    table.middle = true;
    for (const auto &[label, text] : rows)
        if (!text.isEmpty())
            table.rows.push_back({sheets::label(label), sheets::body(text, 7)});
    return table;
}

/// The timetable: for the lecturer with what is hoped for, for others without.
FormTable Maker::programme(bool aims) const
{
    FormTable table;
    table.headRows = 1;
    table.middle = true;
    const std::vector<Timetable::Row> rows = rowsOf(m_source, {});
    const bool lecturers =
        std::ranges::any_of(rows, [](const Timetable::Row &row) { return !row.row.lecturer.isEmpty(); });
    table.widths = {32, 92};
    table.rows.push_back({sheets::head(Texts::tr("時間")), sheets::head(Texts::tr("内容"))});
    if (lecturers) {
        table.widths.push_back(46);
        table.rows.front().push_back(sheets::head(Texts::tr("講師")));
    }
    if (aims) {
        table.widths = lecturers ? std::vector<double>{31, 57, 37, 45} : std::vector<double>{31, 79, 60};
        table.rows.front().push_back(sheets::head(Texts::tr("ねらい")));
    }
    const QString clock = QStringLiteral("H:mm");
    for (const Timetable::Row &row : rows) {
        QString time = row.start.toString(clock);
        if (row.row.minutes > 0 && row.end.isValid())
            time += u'～' + row.end.toString(clock);
        const bool staff = row.row.block == TimetableRow::Block::Other;
        const QString what = row.row.content.isEmpty() || staff
                                 ? row.row.title
                                 : QString(row.row.title + u'\u3000' + row.row.content);
        std::vector<FormTableCell> cells{sheets::centred(time), sheets::body(what)};
        if (lecturers)
            cells.push_back(sheets::body(row.row.lecturer));
        if (aims)
            cells.push_back(sheets::body(row.row.aim));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

LetterDocument Maker::leaflet()
{
    m_letter.title = value("title");
    m_letter.mincho = false;
    const QString host = m_source.prefecture.isEmpty()
                             ? Texts::tr("在宅医療・介護連携推進事業")
                             : Texts::tr("%1　在宅医療・介護連携推進事業").arg(m_source.prefecture);
    const QString below = value("catch");
    m_letter.blocks.emplace_back(
        LetterBand{host, value("title"), below.isEmpty() ? Texts::tr("開催のご案内") : below});
    const QString lead = value("lead");
    lines(Look::Lead, lead.isEmpty() ? value("aim") : lead);
    const QString aim = lead.isEmpty() ? QString() : value("aim");
    m_letter.blocks.emplace_back(factTable({{Texts::tr("目的"), aim},
                                            {Texts::tr("日時"), value("when")},
                                            {Texts::tr("会場"), value("where")},
                                            {Texts::tr("開催方法"), value("method")},
                                            {Texts::tr("対象"), value("audience")},
                                            {Texts::tr("定員"), value("capacity")},
                                            {Texts::tr("参加費"), value("fee")},
                                            {Texts::tr("申込期限"), value("deadline")},
                                            {Texts::tr("申込方法"), value("apply")},
                                            {Texts::tr("その他"), value("remarks")}}));
    if (!rowsOf(m_source, {}).empty()) {
        lines(Look::Heading, Texts::tr("プログラム"));
        m_letter.blocks.emplace_back(programme(false));
    }
    contact();
    return std::move(m_letter);
}

void Maker::planned(const QString &title, PlanField field)
{
    FormTable table;
    table.widths = {36, 124};
    for (const TargetGroup &group : m_source.cycle.targetGroups) {
        QStringList texts;
        for (const PlanLine &line : m_source.cycle.planLines)
            if (line.targetGroup == group.id && line.field == field)
                texts << sheets::point(line.text);
        if (!texts.isEmpty() && !group.isObserver)
            table.rows.push_back({sheets::groupCell(group), sheets::points(texts)});
    }
    if (table.rows.empty())
        return;
    lines(Look::Heading, title);
    m_letter.blocks.emplace_back(std::move(table));
}

LetterDocument Maker::briefing()
{
    m_letter.title = letterTitle(m_kind);
    m_letter.mincho = false;
    m_letter.blocks.emplace_back(LetterBand{
        Texts::tr("講師の方への説明資料"), value("title"),
        m_recipient != nullptr ? Texts::tr("%1　様").arg(m_recipient->name) : m_source.prefecture});
    lines(Look::Heading, Texts::tr("研修会の目的"));
    lines(Look::Left, value("aim"));
    lines(Look::Heading, Texts::tr("開催の概要"));
    m_letter.blocks.emplace_back(factTable({{Texts::tr("日時"), value("when")},
                                            {Texts::tr("会場"), value("where")},
                                            {Texts::tr("開催方法"), value("method")},
                                            {Texts::tr("対象"), value("audience")},
                                            {Texts::tr("定員"), value("capacity")}}));
    planned(Texts::tr("参加される方（入口で想定する人物像）"), PlanField::Entry);
    planned(Texts::tr("終了時に期待すること"), PlanField::Outcome);
    planned(Texts::tr("研修後の行動目標"), PlanField::Action);
    lines(Look::Heading, Texts::tr("お願いしたい内容"));
    lines(Look::Left, lecture());
    if (const QString wishes = value("wishes"); !wishes.isEmpty())
        lines(Look::Left, wishes);
    if (!rowsOf(m_source, {}).empty()) {
        lines(Look::Heading, Texts::tr("当日の流れ"));
        m_letter.blocks.emplace_back(programme(true));
    }
    contact();
    return std::move(m_letter);
}

} // namespace

LetterDocument makeLetter(const LetterSource &source, LetterKind kind, const LetterRecipient *recipient)
{
    Maker maker(source, kind, recipient);
    if (kind == LetterKind::Leaflet)
        return maker.leaflet();
    return kind == LetterKind::LecturerBriefing ? maker.briefing() : maker.letter();
}

std::vector<LetterDocument> makeLetters(const LetterSource &source, LetterKind kind,
                                        const std::vector<LetterRecipient> &recipients)
{
    std::vector<LetterDocument> letters;
    for (const LetterRecipient &one : recipients)
        letters.push_back(makeLetter(source, kind, &one));
    return letters;
}

Result<QStringList> writeLetterFiles(const QString &folder, const LetterSource &source, LetterKind kind,
                                     const std::vector<LetterRecipient> &recipients, const QString &suffix,
                                     const LetterFileWriter &write)
{
    QStringList names;
    for (const LetterRecipient &one : recipients) {
        const QString base = letterFileName(kind, &one);
        QString name = QStringLiteral("%1.%2").arg(base, suffix);
        for (int i = 2; names.contains(name); ++i) // a number that was given twice
            name = QStringLiteral("%1-%2.%3").arg(base, QString::number(i), suffix);
        TANE_CHECK(write(QDir(folder).filePath(name), {makeLetter(source, kind, &one)}));
        names << name;
    }
    return names;
}

} // namespace tane
