#include "participantsfixture.h"

#include "programme/workshop.h"
#include "survey/surveyrepository.h"

#include <QFile>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane::participantstest {

Reception::Reception(Empty)
{
    begin();
    Workshop record;
    record.programme = programme();
    record.title = u"第1回研修会"_s;
    record.heldOn = QDate::currentDate();
    record.capacity = 80;
    const auto id = WorkshopRepository(document()).save(record);
    REQUIRE(id.has_value());
    workshop = *id;
    window->controller()->showWorkshop(workshop);
    cycletest::settle();
}

Reception::Reception()
    : Reception(Empty::Yes)
{
    const auto add = [this](const QString &number, const QString &name, const QString &kana,
                            const QString &role, const QString &affiliation, const QString &place) {
        Participant one;
        one.number = number;
        one.name = name;
        one.kana = kana;
        one.role = role;
        one.affiliation = affiliation;
        one.municipality = place;
        one.area = place == u"A市"_s ? u"東部圏域"_s : place.isEmpty() ? QString() : u"西部圏域"_s;
        one.state = number == u"005"_s ? Participant::State::Waiting : Participant::State::Accepted;
        one.part = number == u"006"_s ? Participant::Part::Lecturer : Participant::Part::Learner;
        join(one);
    };
    const QString coordinator = u"コーディネーター"_s;
    add(u"001"_s, u"青木 はる"_s, u"あおき はる"_s, coordinator, u"東部センター"_s, u"A市"_s);
    add(u"002"_s, u"江口 結"_s, u"えぐち ゆい"_s, coordinator, u"西部センター"_s, u"D市"_s);
    add(u"003"_s, u"大野 晴"_s, u"おおの はれ"_s, u"市町村担当者"_s, u"A市役所"_s, u"A市"_s);
    add(u"004"_s, u"齋藤 花"_s, u"さいとう はな"_s, coordinator, u"東部センター"_s, u"A市"_s);
    add(u"005"_s, u"和田 澄"_s, u"わだ すみ"_s, coordinator, u"西部センター"_s, u"D市"_s);
    add(u"006"_s, u"講師 一"_s, u"こうし はじめ"_s, u"その他"_s, u"架空大学"_s, {});
    reopen(); // preparing is nothing to undo
    window->controller()->showWorkshop(workshop);
    cycletest::settle();
}

qint64 Reception::join(Participant participant)
{
    participant.workshop = workshop;
    const auto id = RecordTable<Participant>(document()).add(participant, u"準備"_s);
    REQUIRE(id.has_value());
    return *id;
}

std::vector<Participant> Reception::everybody()
{
    return all<Participant>(u"workshop"_s, workshop);
}

Participant Reception::participant(const QString &name)
{
    const auto people = everybody();
    const auto found = std::ranges::find(people, name, &Participant::name);
    INFO(name.toStdString());
    REQUIRE(found != people.end());
    return *found;
}

void Reception::seat(const std::vector<std::pair<QString, int>> &seats)
{
    GroupDraft draft;
    draft.workshop = workshop;
    draft.title = u"案1"_s;
    draft.inUse = true;
    const auto id = RecordTable<GroupDraft>(document()).add(draft, u"準備"_s);
    REQUIRE(id.has_value());
    for (const auto &[name, number] : seats) {
        GroupSeat seat;
        seat.draft = *id;
        seat.participant = participant(name).id;
        seat.number = number;
        REQUIRE(RecordTable<GroupSeat>(document()).add(seat, u"準備"_s).has_value());
    }
}

void Reception::answer(Wave wave, const QString &lines)
{
    const QString path = desk.path(u"回答.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write((u"受付番号,氏名,メール,所属,Ⅰ-1\n"_s + lines).toUtf8());
    file.close();
    SurveyRepository repository(document());
    const auto questionnaire = loadQuestionnaire(u"trial1"_s);
    REQUIRE(questionnaire.has_value());
    const auto id = repository.addQuestionnaire(*questionnaire);
    REQUIRE(id.has_value());
    std::vector<Problem> problems;
    const auto source = openAnswerSource(path, problems);
    REQUIRE(source.has_value());
    const auto answers = readAnswers(*source, *questionnaire, wave);
    REQUIRE(answers.has_value());
    REQUIRE(repository.importAnswers(workshop, *id, *answers, u"回答.csv"_s).has_value());
    cycletest::settle();
}

void Reception::undo()
{
    window->controller()->undo();
    cycletest::settle();
}

void Reception::redo()
{
    window->controller()->redo();
    cycletest::settle();
}

QString shown(GridView *table, qint64 id, int column)
{
    const int row = table->grid()->rowOf(id);
    REQUIRE(row >= 0);
    return table->grid()->index(row, column).data().toString();
}

QStringList names(GridView *table, int column)
{
    QStringList all;
    for (int row = 0; row < table->filter()->rowCount(); ++row)
        all << table->filter()->index(row, column).data().toString();
    return all;
}

void typeLine(QWidget *line, const QString &text)
{
    line->setFocus(Qt::TabFocusReason);
    auto *edit = qobject_cast<QLineEdit *>(line);
    REQUIRE(edit != nullptr);
    edit->selectAll();
    cycletest::write(text);
    Q_EMIT edit->textEdited(edit->text()); // an input method tells it, too
    cycletest::press(Qt::Key_Return);
    cycletest::settle();
}

} // namespace tane::participantstest
