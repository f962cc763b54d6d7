#include "programme/search.h"

#include "base/textfold.h"
#include "programme/evaluation.h"
#include "programme/plan.h"
#include "programme/searchfolder.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Search)
};

/// One kind of record to look through. `from` is what follows SELECT: programme, workshop (0 or NULL for
/// none), row id, and the texts.
struct Source
{
    QString place, page, table;
    QString from;
    /// Column that holds the texts folded, where there may be tens of thousands of rows: SQLite then looks
    /// for the words itself, and %1 of `from` is its condition.
    QString folded;
};

QString source(const char *columns)
{
    return QLatin1String(columns);
}

/// Divides texts that SQLite joins to one, which saves most of the time with many people. No word holds it,
/// so no word is found across it.
constexpr QChar kDivider(0xe000);

QString joined(std::initializer_list<const char *> columns)
{
    QStringList names;
    for (const char *column : columns)
        names << QLatin1String(column);
    return names.join(QStringLiteral(" || char(%1) || ").arg(kDivider.unicode()));
}

/// Records that hang on a programme directly.
QString ofProgramme(const char *texts, const char *table, const char *condition = "1")
{
    return QStringLiteral("programme, 0, id, %1 FROM %2 WHERE %3 ORDER BY programme, id")
        .arg(QLatin1String(texts), QLatin1String(table), QLatin1String(condition));
}

/// Records that hang on a target group.
QString ofGroup(const char *table, const QString &condition)
{
    return QStringLiteral("g.programme, 0, r.id, r.text FROM %1 AS r JOIN target_group AS g "
                          "ON g.id = r.target_group WHERE %2 ORDER BY g.programme, g.position, r.position")
        .arg(QLatin1String(table), condition);
}

QString ofWorkshop(const char *texts, const char *table)
{
    return QStringLiteral("w.programme, w.id, r.id, %1 FROM %2 AS r JOIN workshop AS w ON w.id = r.workshop "
                          "ORDER BY w.programme, w.id, r.position")
        .arg(QLatin1String(texts), QLatin1String(table));
}

void addSituation(std::vector<Source> &all)
{
    const QString page = QStringLiteral("situation");
    // The guided viewpoints are the same in every programme; only own ones were written by the officer.
    all.push_back({Texts::tr("実態・視点"), page, QStringLiteral("viewpoint"),
                   ofProgramme("text, block", "viewpoint", "code = ''")});
    all.push_back({Texts::tr("実態・所見"), page, QStringLiteral("finding"),
                   source("v.programme, 0, f.id, f.text, f.source, f.table_title, f.table_cells "
                          "FROM finding AS f JOIN viewpoint AS v ON v.id = f.viewpoint "
                          "ORDER BY v.programme, v.position, f.position")});
    all.push_back({Texts::tr("実態・課題"), page, QStringLiteral("review_issue"),
                   ofGroup("review_issue", QStringLiteral("1"))});
}

void addGoalsAndPlan(std::vector<Source> &all)
{
    all.push_back({Texts::tr("目標・対象"), QStringLiteral("goals"), QStringLiteral("target_group"),
                   ofProgramme("name", "target_group")});
    const std::pair<QString, QString> terms[] = {{Texts::tr("目標・短期"), QStringLiteral("short")},
                                                 {Texts::tr("目標・中期"), QStringLiteral("middle")},
                                                 {Texts::tr("目標・長期"), QStringLiteral("long")}};
    for (const auto &[place, term] : terms)
        all.push_back({place, QStringLiteral("goals"), QStringLiteral("goal"),
                       ofGroup("goal", QStringLiteral("r.term = '%1'").arg(term))});
    const QString plan = QStringLiteral("plan");
    all.push_back({Texts::tr("企画・目的"), plan, QStringLiteral("purpose"), ofProgramme("text", "purpose")});
    const std::pair<PlanField, QString> fields[] = {{PlanField::Entry, QStringLiteral("entry")},
                                                    {PlanField::Outcome, QStringLiteral("outcome")},
                                                    {PlanField::Action, QStringLiteral("action")}};
    for (const auto &[field, word] : fields)
        all.push_back({Texts::tr("企画・%1").arg(planFieldTitle(field)), plan, QStringLiteral("plan_line"),
                       ofGroup("plan_line", QStringLiteral("r.field = '%1'").arg(word))});
    all.push_back({Texts::tr("企画・想定レベル"), plan, QStringLiteral("plan_level"),
                   source("g.programme, 0, g.id, l.text FROM plan_level AS l JOIN target_group AS g "
                          "ON g.id = l.target_group ORDER BY g.programme, g.position, l.field")});
}

void addWorkshops(std::vector<Source> &all)
{
    all.push_back({Texts::tr("研修会の設計"), QStringLiteral("workshop"), QStringLiteral("workshop"),
                   source("programme, id, id, title, place, participants, publicity, before_event, at_event, "
                          "after_event, assessment, other, date_note, capacity_note, recruit_note "
                          "FROM workshop ORDER BY programme, id")});
    all.push_back({Texts::tr("時間割"), QStringLiteral("timetable"), QStringLiteral("timetable_row"),
                   ofWorkshop("r.title, r.content, r.lecturer, r.aim, r.staff_note", "timetable_row")});
    all.push_back({Texts::tr("チェックリスト"), QStringLiteral("checklist"), QStringLiteral("task"),
                   ofWorkshop("r.title, r.owner, r.note", "task")});
}

void addEvaluation(std::vector<Source> &all)
{
    const QString page = QStringLiteral("evaluation");
    using enum EvaluationLine::Kind;
    const std::pair<EvaluationLine::Kind, const char *> kinds[] = {{Achieved, "kind = 'achieved'"},
                                                                   {NotAchieved, "kind = 'not_achieved'"},
                                                                   {Reading, "kind = 'reading'"},
                                                                   {NextGoal, "kind = 'next_goal'"},
                                                                   {Council, "kind = 'council'"}};
    for (const auto &[kind, condition] : kinds)
        all.push_back({Texts::tr("評価・%1").arg(evaluationKindTitle(kind)), page,
                       QStringLiteral("evaluation_line"), ofProgramme("text", "evaluation_line", condition)});
    all.push_back(
        {Texts::tr("評価・取組の振り返り"), page, QStringLiteral("initiative"),
         ofProgramme("name, answer1, answer2, answer3, answer4, answer5, answer6, answer7", "initiative")});
    all.push_back({Texts::tr("評価・振り返り会"), page, QStringLiteral("reflection_meeting"),
                   ofProgramme("contents, form, attendees", "reflection_meeting")});
}

/// What stands about somebody leads to her page, what stands about a support to the support.
void addPeople(std::vector<Source> &all)
{
    const QString person = QStringLiteral("person");
    all.push_back({Texts::tr("人材"), person, person,
                   source("0, 0, id, name, kana, email, phone, note FROM person ORDER BY kana, name, id")});
    all.push_back(
        {Texts::tr("人材・所属"), person, person,
         source("0, 0, a.person, a.organisation, a.title, a.note, ifnull(c.name, ''), "
                "ifnull(m.name, '') FROM affiliation AS a "
                "LEFT JOIN centre AS c ON c.id = a.centre "
                "LEFT JOIN municipality AS m ON m.id = a.municipality ORDER BY a.person, a.position")});
    all.push_back({Texts::tr("人材・評価"), person, person,
                   source("0, 0, person, evidence, next_action, assessor_name FROM assessment "
                          "ORDER BY person, assessed_on DESC, id DESC")});
}

void addRegisters(std::vector<Source> &all)
{
    all.push_back(
        {Texts::tr("センター"), QStringLiteral("municipalities"), QStringLiteral("centre"),
         source("0, 0, id, name, kana, operator, email, phone, note FROM centre ORDER BY kana, id")});
    all.push_back(
        {Texts::tr("市町村"), QStringLiteral("municipality"), QStringLiteral("municipality"),
         source("0, 0, id, name, kana, department, note, code FROM municipality ORDER BY code, id")});
    const QString page = QStringLiteral("supports"), table = QStringLiteral("support");
    all.push_back({Texts::tr("支援"), page, table,
                   source("0, 0, id, title, method, outcome, issues_before, change, future FROM support "
                          "ORDER BY held_on DESC, id DESC")});
    all.push_back({Texts::tr("支援・段階"), page, table,
                   source("0, 0, support, situation, advice FROM support_stage ORDER BY support, stage")});
}

/// Who was invited or applied; goals and notes lead to her, too.
void addParticipants(std::vector<Source> &all)
{
    const QString page = QStringLiteral("participants"), table = QStringLiteral("participant");
    all.push_back({Texts::tr("参加者"), page, table,
                   ofWorkshop("r.name, r.kana, r.affiliation, r.centre, r.municipality, r.title, r.number, "
                              "r.email, r.phone, r.question, r.note",
                              "participant")});
    all.push_back({Texts::tr("参加者・目標"), page, table,
                   source("w.programme, w.id, p.id, g.text, g.follow_up FROM participant_goal AS g "
                          "JOIN participant AS p ON p.id = g.participant "
                          "JOIN workshop AS w ON w.id = p.workshop ORDER BY w.id, p.position, g.id")});
    all.push_back({Texts::tr("参加者・課題"), page, table,
                   source("w.programme, w.id, p.id, h.title, r.note FROM homework_receipt AS r "
                          "JOIN homework AS h ON h.id = r.homework JOIN participant AS p "
                          "ON p.id = r.participant JOIN workshop AS w ON w.id = p.workshop "
                          "WHERE r.note <> '' ORDER BY w.id, p.position, r.id")});
}

/// An item belongs to a questionnaire, which the first workshop that uses it shows.
void addSurvey(std::vector<Source> &all)
{
    all.push_back({Texts::tr("アンケートの設問"), QStringLiteral("results"), QStringLiteral("item"),
                   source("w.programme, w.id, i.id, i.text, i.code, i.short_text FROM item AS i "
                          "JOIN item_set AS s ON s.id = i.item_set LEFT JOIN workshop AS w ON w.id = "
                          "(SELECT min(id) FROM workshop WHERE questionnaire = s.questionnaire) "
                          "ORDER BY s.questionnaire, s.position, i.position")});
    all.push_back({Texts::tr("結果の読み取り"), QStringLiteral("results"), QStringLiteral("reading"),
                   source("w.programme, w.id, r.item, r.text FROM reading AS r "
                          "JOIN workshop AS w ON w.id = r.workshop ORDER BY w.id, r.item")});
    all.push_back(
        {Texts::tr("アンケートの回答者"), QStringLiteral("answers"), QStringLiteral("response"),
         QStringLiteral("w.programme, w.id, r.id, %1 FROM response AS r JOIN import_batch AS b "
                        "ON b.id = r.import_batch JOIN workshop AS w ON w.id = b.workshop "
                        "ORDER BY r.id")
             .arg(joined({"r.name", "r.affiliation", "r.kana", "r.title", "r.municipality", "r.centre"}))});
    all.push_back({Texts::tr("アンケートの回答"), QStringLiteral("answers"), QStringLiteral("response"),
                   source("w.programme, w.id, r.id, a.free_text FROM answer AS a "
                          "JOIN response AS r ON r.id = a.response JOIN import_batch AS b "
                          "ON b.id = r.import_batch JOIN workshop AS w ON w.id = b.workshop "
                          "WHERE a.free_text <> '' ORDER BY r.id, a.item")});
}

/// What stands on posters, and what became of it.
void addIssues(std::vector<Source> &all)
{
    const QString board = QStringLiteral("board");
    const QString onBoard = QStringLiteral("ifnull(w.programme, 0), ifnull(w.id, 0), t.id, %1 FROM %2 AS t "
                                           "JOIN board AS b ON b.id = t.board LEFT JOIN workshop AS w "
                                           "ON w.id = b.workshop WHERE %3 ORDER BY t.id");
    const QString condition = QStringLiteral("%1"), folded = QStringLiteral("t.folded");
    all.push_back({Texts::tr("模造紙の付箋"), board, QStringLiteral("sticky_note"),
                   onBoard.arg(QStringLiteral("t.text"), QStringLiteral("sticky_note"), condition), folded});
    all.push_back({Texts::tr("模造紙の見出し"), board, QStringLiteral("note_cluster"),
                   onBoard.arg(QStringLiteral("t.heading"), QStringLiteral("note_cluster"), condition),
                   folded});
    all.push_back({Texts::tr("地域課題のカード"), QStringLiteral("pipeline"), QStringLiteral("issue_card"),
                   source("0, 0, id, title, detail, who, owner, source, source_note FROM issue_card AS t "
                          "WHERE %1 ORDER BY stage, position, id"),
                   folded});
    const QString consultations = QStringLiteral("consultations");
    all.push_back({Texts::tr("相談（抜粋）"), consultations, QStringLiteral("consultation"),
                   source("0, 0, id, excerpt, why, elsewhere, prevention FROM consultation AS t WHERE %1 "
                          "ORDER BY received_on DESC, id DESC"),
                   folded});
    all.push_back({Texts::tr("相談の見出し"), consultations, QStringLiteral("consultation_topic"),
                   source("0, 0, id, heading, view FROM consultation_topic AS t WHERE %1 ORDER BY id"),
                   folded});
}

void addIssueSheets(std::vector<Source> &all)
{
    const QString folded = QStringLiteral("t.folded");
    all.push_back({Texts::tr("協議の場"), QStringLiteral("councils"), QStringLiteral("council_record"),
                   source("0, 0, id, body, presented, agreed, note FROM council_record AS t WHERE %1 "
                          "ORDER BY held_on DESC, id DESC"),
                   folded});
    all.push_back({Texts::tr("市町村への伝達メモ"), QStringLiteral("message"),
                   QStringLiteral("issue_message"),
                   source("0, 0, id, title, facts, view, material, request, recipient, sender "
                          "FROM issue_message AS t WHERE %1 ORDER BY written_on DESC, id DESC"),
                   folded});
    all.push_back({Texts::tr("課題解決シナリオ"), QStringLiteral("scenario"), QStringLiteral("scenario"),
                   source("0, 0, id, theme, vision, root_cause, cause1, cause2, cause3, cause4, measure1, "
                          "measure2, measure3, for_whom1, for_whom2, for_whom3, expected1, expected2, "
                          "expected3, gauge1, gauge2, gauge3 FROM scenario AS t WHERE %1 ORDER BY id"),
                   folded});
    all.push_back({Texts::tr("課題管理シート"), QStringLiteral("control-sheets"),
                   QStringLiteral("control_scene"),
                   source("0, 0, id, aim, present, issue, measures, improvement, support_given, "
                          "support_wanting FROM control_scene AS t WHERE %1 ORDER BY sheet, position"),
                   folded});
    all.push_back({Texts::tr("課題管理シート"), QStringLiteral("control-sheets"),
                   QStringLiteral("control_sheet"),
                   source("0, 0, id, vision, note FROM control_sheet ORDER BY year DESC, municipality")});
    all.push_back(
        {Texts::tr("指標"), QStringLiteral("indicators"), QStringLiteral("indicator"),
         source("0, 0, id, name, source, target, note FROM indicator ORDER BY viewpoint, position")});
    all.push_back({Texts::tr("ロジックモデル"), QStringLiteral("logic-model"), QStringLiteral("logic_node"),
                   source("0, 0, id, text, note FROM logic_node ORDER BY model, kind, position")});
}

std::vector<Source> sources()
{
    std::vector<Source> all;
    all.push_back(
        {Texts::tr("研修プログラム"), QStringLiteral("programmes"), QStringLiteral("programme"),
         source("id, 0, id, title, owner, note FROM programme ORDER BY archived, first_year DESC, id")});
    addSituation(all);
    addGoalsAndPlan(all);
    addWorkshops(all);
    addEvaluation(all);
    addPeople(all);
    addRegisters(all);
    addParticipants(all);
    addIssues(all);
    addIssueSheets(all);
    addSurvey(all);
    return all;
}

constexpr qsizetype kBefore = 20; ///< characters shown before the found word
constexpr qsizetype kShown = 80;

/// The text around the first place of a folded word, on one line. Folding can lengthen and shorten, so the
/// place is found by asking which beginning of the text holds the word already.
QString excerpt(const QString &text, const QString &word)
{
    qsizetype without = 0, with = text.size();
    while (with - without > 1) {
        const qsizetype middle = (without + with) / 2;
        (foldName(QStringView(text).first(middle)).contains(word) ? with : without) = middle;
    }
    qsizetype start = std::max<qsizetype>(0, with - word.size() - kBefore);
    qsizetype end = std::min(text.size(), start + kShown);
    if (start > 0 && text[start].isLowSurrogate())
        ++start;
    if (end < text.size() && text[end].isLowSurrogate())
        --end;
    QString shown = text.mid(start, end - start).simplified();
    if (start > 0)
        shown.prepend(u'…');
    if (end < text.size())
        shown.append(u'…');
    return shown;
}

/// Which of a record's texts hold the words.
class Matcher
{
public:
    explicit Matcher(const QString &query)
    {
        for (const QString &word : query.split(QChar(u' '), Qt::SkipEmptyParts))
            if (const QString folded = foldName(word); !folded.isEmpty())
                m_words << folded;
    }
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] const QStringList &words() const { return m_words; }

    void begin() { m_found.assign(static_cast<std::size_t>(m_words.size()), false); }
    void look(const QString &text)
    {
        if (text.isEmpty())
            return;
        const QStringView folded = m_folder.fold(text);
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            if (m_found[static_cast<std::size_t>(i)] || !folded.contains(m_words[i]))
                continue;
            m_found[static_cast<std::size_t>(i)] = true;
            if (i == 0)
                m_text = text;
        }
    }
    [[nodiscard]] bool hasAll() const { return std::ranges::find(m_found, false) == m_found.end(); }
    [[nodiscard]] QString shown() const
    {
        for (const QString &part : m_text.split(kDivider))
            if (foldName(part).contains(m_words.front()))
                return excerpt(part, m_words.front());
        return {};
    }

private:
    QStringList m_words;
    SearchFolder m_folder;
    std::vector<bool> m_found;
    QString m_text; ///< the one that holds the first word
};

const QString kLike = QStringLiteral(" LIKE ? ESCAPE '\\'");

/// Texts that hold a word as it is.
QString likePattern(QString word)
{
    for (const QChar special : {QChar(u'\\'), QChar(u'%'), QChar(u'_')})
        word.replace(special, u'\\' + QString(special));
    return u'%' + word + u'%';
}

Result<> lookThrough(Document &document, const Source &source, Matcher &matcher, int limit,
                     std::vector<SearchHit> &hits)
{
    QString sql = QStringLiteral("SELECT ") + source.from;
    if (!source.folded.isEmpty())
        sql =
            sql.arg(QStringList(matcher.words().size(), source.folded + kLike).join(QStringLiteral(" AND ")));
    TANE_TRY(Statement query, document.database().prepare(sql));
    if (!source.folded.isEmpty())
        for (const QString &word : matcher.words())
            query.bind(likePattern(word));
    TANE_CHECK(query.run());
    const int columns = query.columnCount();
    while (static_cast<int>(hits.size()) < limit && query.next()) {
        matcher.begin();
        for (int column = 3; column < columns; ++column)
            matcher.look(query.text(column));
        if (matcher.hasAll())
            hits.push_back({source.place, matcher.shown(), query.integer(0), query.integer(1), source.page,
                            source.table, query.integer(2)});
    }
    return {};
}

} // namespace

Result<std::vector<SearchHit>> searchFile(Document &document, const QString &query, int limit)
{
    Matcher matcher(query.simplified());
    std::vector<SearchHit> hits;
    if (matcher.isEmpty())
        return hits;
    for (const Source &source : sources())
        TANE_CHECK(lookThrough(document, source, matcher, limit, hits));
    return hits;
}

} // namespace tane
