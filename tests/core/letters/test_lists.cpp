// Rosters, the questions for the lecturers and the summary of the answers before.
#include "exchange/reportworkbook.h"
#include "exchange/tablereader.h"
#include "lettersoffice.h"
#include "participants/participantlists.h"
#include "survey/surveyrepository.h"

using namespace tane;
using namespace letterstest;
using namespace storagetest;

namespace {

QString words(const char *text)
{
    return QString::fromUtf8(text);
}

using State = Participant::State;

struct Guest
{
    const char *number, *name, *kana, *role, *municipality;
    State state = State::Accepted;
    Participant::Part part = Participant::Part::Learner;
    const char *question = "";
};

void invite(Office &office, const Guest &guest)
{
    office.add(Participant{.workshop = office.workshop,
                           .number = words(guest.number),
                           .name = words(guest.name),
                           .kana = words(guest.kana),
                           .email = words("a@example.jp"),
                           .role = words(guest.role),
                           .municipality = words(guest.municipality),
                           .question = words(guest.question),
                           .part = guest.part,
                           .state = guest.state});
}

/// The texts of a sheet's tables, a line for each cell.
QStringList cellsOf(const FormSheet &sheet)
{
    QStringList cells;
    for (const FormSheet::Part &part : sheet.parts) {
        if (part.paragraph)
            cells << part.paragraph->text;
        if (!part.table)
            continue;
        for (const auto &row : part.table->rows)
            for (const FormTableCell &cell : row)
                cells << cell.text;
    }
    return cells;
}

/// What stands in the list, in its order, of these texts.
QStringList orderOf(const QStringList &cells, const QStringList &wanted)
{
    QStringList found;
    for (const QString &cell : cells)
        if (wanted.contains(cell))
            found << cell;
    return found;
}

/// Two items of one scale and one of free text, asked before.
Questionnaire smallQuestionnaire()
{
    Item scale{.code = words("Ⅰ-1"), .text = words("共有する")};
    scale.options = {{words("a"), words("できている"), {}},
                     {words("b"), words("取り組んでいる"), {}},
                     {words("c"), words("考えていない"), {}}};
    Item several{.code = words("Ⅰ-2"), .text = words("資格"), .type = AnswerType::Multiple};
    several.options = {{words("a"), words("保健師"), {}}, {words("b"), words("看護師"), {}}};
    several.ordered = false;
    Item text{.code = words("Ⅰ-3"), .text = words("困っていること"), .type = AnswerType::Text};
    Questionnaire questionnaire;
    questionnaire.id = words("small");
    questionnaire.title = words("小さな調査票");
    questionnaire.sets = {{words("Ⅰ"), words("状況"), ItemKind::Practice, {scale, several, text}}};
    return questionnaire;
}

/// Seven coordinators (marks 0 0 0 1 1 2 and one unanswered) and two officers (0, 2).
BeforeAnswerSet smallSet()
{
    BeforeAnswerSet set{smallQuestionnaire(), AnswerSheet(3)};
    const auto add = [&set](const char *role, Mark mark, QList<Mark> several, const char *text) {
        const int person = set.answers.addPerson(set.answers.size() + 1, 0, 1);
        set.answers.setField(person, Field::Role, role);
        set.answers.setMark(person, 0, mark);
        set.answers.setMark(person, 1, kUnanswered);
        set.answers.setMark(person, 2, kUnanswered);
        set.answers.setSeveral(person, 1, std::move(several));
        set.answers.setFreeText(person, 2, words(text));
    };
    set.answers.addSource(words("a.csv"));
    add("コーディネーター", 0, {0, 1}, "相談相手がいない");
    add("コーディネーター", 0, {0}, "");
    add("コーディネーター", 0, {1}, "");
    add("コーディネーター", 1, {1}, "");
    add("コーディネーター", 1, {1}, "");
    add("コーディネーター", 2, {}, "");
    add("コーディネーター", kUnanswered, {}, "");
    add("市町村担当者", 0, {0}, "打合せの時間がない");
    add("市町村担当者", 2, {}, "");
    return set;
}

} // namespace

TEST_CASE("the roster by kana has voiced kana in their row, and who has no kana at its end")
{
    Office office;
    invite(office, {"3", "和田 澄", "わだ すみ", "コーディネーター", "夕凪市"});
    invite(office, {"1", "後藤 結", "ごとう ゆい", "市町村担当者", "夕凪市"});
    invite(office, {"2", "加藤 凛", "カトウ リン", "コーディネーター", "青葉野市"});
    invite(office, {"4", "森 晴", "", "コーディネーター", "青葉野市"});
    invite(office, {"5", "待田 碧", "まちだ あおい", "コーディネーター", "青葉野市", State::Waiting});
    invite(office,
           {"", "森下 千尋", "もりした ちひろ", "", "", State::Accepted, Participant::Part::Lecturer});
    const QStringList cells = cellsOf(makeRoster(office.source(), ParticipantList::RosterKana));
    CHECK(orderOf(cells, {words("か行"), words("加藤 凛"), words("後藤 結"), words("わ行"), words("和田 澄"),
                          words("ふりがなの記載なし"), words("森 晴"), words("森下 千尋")}) ==
          QStringList{words("か行"), words("加藤 凛"), words("後藤 結"), words("わ行"), words("和田 澄"),
                      words("ふりがなの記載なし"), words("森 晴"), words("森下 千尋")});
    CHECK_FALSE(cells.contains(words("待田 碧"))); // she only waits
    CHECK(cells.contains(words("受講 4名（コーディネーター 3名、市町村担当者 1名）")));
    CHECK(cells.contains(words("講師・オブザーバー等　1名")));
    // Addresses only when asked for.
    CHECK_FALSE(cells.join(u' ').contains(words("a@example.jp")));
    for (const LetterField &field : listFields(office.source(), ParticipantList::RosterKana))
        if (field.key == words("contact"))
            succeeds(saveLetterField(*office.document, office.workshop, words("roster-kana"), words("名簿"),
                                     field, words("1")));
    CHECK(cellsOf(makeRoster(office.source(), ParticipantList::RosterKana))
              .join(u' ')
              .contains(words("a@example.jp")));
}

TEST_CASE("the roster by municipality follows the registers and counts the roles of each")
{
    Office office; // 朝霧村 without a code, then 青葉野市 (990019) and 夕凪市 (990027)
    invite(office, {"1", "和田 澄", "わだ すみ", "コーディネーター", "夕凪市"});
    invite(office, {"2", "加藤 凛", "かとう りん", "コーディネーター", "青葉野市"});
    invite(office, {"3", "後藤 結", "ごとう ゆい", "市町村担当者", "青葉野市"});
    invite(office, {"4", "森 晴", "もり はる", "コーディネーター", "県外町"});
    invite(office, {"5", "佐野 学", "さの まなぶ", "コーディネーター", ""});
    const QStringList cells = cellsOf(makeRoster(office.source(), ParticipantList::RosterMunicipality));
    const QStringList wanted{words("青葉野市　2名（コーディネーター 1名、市町村担当者 1名）"),
                             words("加藤 凛"),
                             words("後藤 結"),
                             words("夕凪市　1名（コーディネーター 1名）"),
                             words("和田 澄"),
                             words("県外町　1名（コーディネーター 1名）"),
                             words("森 晴"),
                             words("市町村の記載なし　1名（コーディネーター 1名）"),
                             words("佐野 学")};
    CHECK(orderOf(cells, wanted) == wanted);
}

TEST_CASE("the questions go to the lecturers without names unless that is asked for")
{
    Office office;
    invite(office, {"1", "和田 澄", "わだ すみ", "コーディネーター", "夕凪市", State::Applied,
                    Participant::Part::Learner, "伝え方を知りたい"});
    invite(office, {"2", "加藤 凛", "かとう りん", "市町村担当者", "夕凪市", State::Cancelled,
                    Participant::Part::Learner, "取りやめた方の質問"});
    invite(office, {"3", "森 晴", "もり はる", "市町村担当者", "夕凪市"});
    const QStringList cells = cellsOf(makeQuestionList(office.source()));
    CHECK(cells.contains(words("伝え方を知りたい")));
    CHECK(cells.contains(words("申込書に書かれた 1件です。")));
    CHECK_FALSE(cells.contains(words("取りやめた方の質問")));
    CHECK_FALSE(cells.contains(words("和田 澄")));
    succeeds(saveLetterField(*office.document, office.workshop, words("questions"), words("質問"),
                             listFields(office.source(), ParticipantList::Questions).front(), words("1")));
    CHECK(cellsOf(makeQuestionList(office.source())).contains(words("和田 澄")));
}

TEST_CASE("the summary before counts every option by role with its base, small roles in all only")
{
    Office office;
    const ReportDocument summary = makeBeforeSummary(office.source(), smallSet());
    const ChartSpec *chart = nullptr;
    const TableBlock *table = nullptr;
    QStringList texts;
    for (const ReportBlock &block : summary.blocks) {
        if (const auto *figure = std::get_if<FigureBlock>(&block))
            chart = &figure->chart;
        if (const auto *found = std::get_if<TableBlock>(&block))
            table = found;
        if (const auto *paragraph = std::get_if<ParagraphBlock>(&block))
            texts << paragraph->text;
    }
    REQUIRE(chart != nullptr);
    // Two officers are too few to be shown by themselves. By hand: all 8 answered, 4 2 2; coordinators 6: 3
    // 2 1.
    REQUIRE(chart->categories.size() == 2);
    CHECK(chart->categories[0].base == 8);
    CHECK(chart->categories[1].label == words("コーディネーター"));
    CHECK(chart->categories[1].base == 6);
    REQUIRE(chart->series.size() == 3);
    CHECK(chart->series[0].values == std::vector<int>{4, 3});
    CHECK(chart->series[1].values == std::vector<int>{2, 2});
    CHECK(chart->series[2].values == std::vector<int>{2, 1});
    CHECK(chart->note.contains(words("無回答 1名")));
    REQUIRE(table != nullptr);
    // Of nine, six marked something: 保健師 3 of 6, 看護師 4 of 6 (66.7 %).
    CHECK(table->rows.at(0).at(1) == words("3（50.0%）"));
    CHECK(table->rows.at(1).at(1) == words("4（66.7%）"));
    CHECK(texts.contains(words("回答した方 9名（コーディネーター 7名）")));
    CHECK_FALSE(texts.contains(words("相談相手がいない"))); // nobody chose it
}

TEST_CASE("of the free texts only those the officer chose stand in the handout, without names")
{
    Office office;
    const BeforeAnswerSet set = smallSet();
    const std::vector<FreeTextAnswer> texts = freeTextsOf(set);
    REQUIRE(texts.size() == 2);
    CHECK(texts[1].role == words("市町村担当者"));
    LetterField field{.key = words("texts"), .label = words("自由記述")};
    succeeds(saveLetterField(*office.document, office.workshop, words("before-summary"), words("まとめ"),
                             field, texts[1].key));
    QStringList shown;
    for (const ReportBlock &block : makeBeforeSummary(office.source(), set).blocks)
        if (const auto *paragraph = std::get_if<ParagraphBlock>(&block))
            shown << paragraph->text;
    CHECK(shown.contains(words("打合せの時間がない")));
    CHECK_FALSE(shown.contains(words("相談相手がいない")));
    CHECK_FALSE(shown.join(u' ').contains(words("市町村担当者"))); // two people: it would tell who wrote it
}

TEST_CASE("without answers there is no summary, and the officer is told what to do first")
{
    Office office;
    const auto none = makeParticipantList(*office.document, office.source(), ParticipantList::BeforeSummary);
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == ErrorCode::NothingUnderstood);
    CHECK(makeParticipantList(*office.document, office.source(), ParticipantList::RosterKana).has_value());
}

TEST_CASE("the summary becomes a workbook with its counts")
{
    Office office;
    const QString path = office.folder(words("まとめ.xlsx"));
    succeeds(writeReportWorkbook(path, makeBeforeSummary(office.source(), smallSet())));
    const auto sheets = readWorkbook(path);
    REQUIRE(sheets.has_value());
    QString text;
    for (const Table &table : *sheets)
        for (int row = 0; row < table.rowCount(); ++row)
            for (int column = 0; column < table.columnCount(); ++column) {
                const std::string_view cell = table.cell(row, column);
                text += QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())) + u'\n';
            }
    CHECK(text.contains(words("事前アンケートのまとめ")));
    CHECK(text.contains(words("4（66.7%）")));
}
