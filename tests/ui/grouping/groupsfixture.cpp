#include "groupsfixture.h"

#include "programme/cycle.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane::test {

Hall::Hall()
{
    begin(u"half-day"_s);
    const QStringList areas{u"東部"_s, u"西部"_s, u"南部"_s, u"北部"_s};
    const QStringList years{u"1年未満"_s, u"1～3年未満"_s, u"5年以上"_s};
    const auto workshops = WorkshopRepository(document()).of(programme());
    REQUIRE(workshops.has_value());
    REQUIRE(workshops->size() == 1);
    window->controller()->context()->workshop = workshops->front().id;
    for (int i = 0; i < 12; ++i)
        addPerson(u"参加 %1"_s.arg(u"アイウエオカキクケコサシ"_s.at(i)),
                  i < 4 ? u"市町村担当者"_s : u"コーディネーター"_s, areas[i % 4], years[i % 3]);
    reopen(); // preparing is nothing to undo
}

void Hall::reopen()
{
    Office::reopen();
    window->workspace()->showPage(u"groups"_s);
    QCoreApplication::processEvents();
}

GroupsPage &Hall::page()
{
    auto *page = qobject_cast<GroupsPage *>(window->workspace()->page(u"groups"_s));
    REQUIRE(page != nullptr);
    return *page;
}

qint64 Hall::addPerson(const QString &name, const QString &role, const QString &area,
                       const QString &experience)
{
    Participant participant;
    participant.workshop = workshop();
    participant.name = name;
    participant.role = role;
    participant.area = area;
    participant.experience = experience;
    participant.affiliation = area + u"医師会"_s;
    participant.state = Participant::State::Accepted;
    const auto id = RecordTable<Participant>(document()).add(participant, u"準備"_s);
    REQUIRE(id.has_value());
    return *id;
}

qint64 Hall::person(const QString &name)
{
    const auto all = participantsOf(document(), workshop());
    REQUIRE(all.has_value());
    const auto found = std::ranges::find(*all, name, &Participant::name);
    INFO(name.toStdString());
    REQUIRE(found != all->end());
    return found->id;
}

void Hall::update(const QString &name, const std::function<void(Participant &)> &change)
{
    auto stored = RecordTable<Participant>(document()).load(person(name));
    REQUIRE(stored.has_value());
    change(*stored);
    REQUIRE(RecordTable<Participant>(document()).update(*stored, u"出欠"_s).has_value());
    QCoreApplication::processEvents();
}

void Hall::waitForJob()
{
    REQUIRE(QTest::qWaitFor([this] { return !page().isBusy(); }, 30000));
    QCoreApplication::processEvents();
}

void Hall::makeGroups()
{
    click(child(page(), u"makeGroups"_s));
    waitForJob();
}

std::vector<GroupDraft> Hall::drafts()
{
    auto all = RecordTable<GroupDraft>(document()).all(u"workshop"_s, workshop());
    REQUIRE(all.has_value());
    return std::move(*all);
}

GroupSeating Hall::stored(qint64 draft)
{
    auto seating = loadGroupSeating(document(), draft);
    REQUIRE(seating.has_value());
    return std::move(*seating);
}

QString Hall::someoneElsewhere(const QString &name)
{
    const int number = groupOf(name);
    for (const GroupBoard::Group &group : board().groups()) {
        if (group.number != number && group.number > 0 && !group.cards.empty())
            return group.cards.back().name;
    }
    FAIL("nobody sits elsewhere");
    return {};
}

void drag(GroupBoard &board, qint64 participant, QPoint to, bool release)
{
    const auto pull = [&](QPoint point) {
        // QTest::mouseMove does not tell that the button is down.
        QMouseEvent move(QEvent::MouseMove, point, board.viewport()->mapToGlobal(QPointF(point)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(board.viewport(), &move);
    };
    const QPoint from = board.cardRect(board.placeOf(participant)).center();
    QTest::mousePress(board.viewport(), Qt::LeftButton, {}, from);
    pull(from + QPoint(20, 0));
    pull(to);
    if (release)
        QTest::mouseRelease(board.viewport(), Qt::LeftButton, {}, to);
    QCoreApplication::processEvents();
}

QPoint headOf(const GroupBoard &board, int number)
{
    for (int group = 0; group < static_cast<int>(board.groups().size()); ++group) {
        if (board.groups()[static_cast<std::size_t>(group)].number == number)
            return board.groupRect(group).topLeft() + QPoint(20, 12);
    }
    FAIL("no group " << number);
    return {};
}

const GroupBoard::Card &cardOf(const GroupBoard &board, qint64 participant)
{
    const GroupBoard::Card *card = board.card(board.placeOf(participant));
    REQUIRE(card != nullptr);
    return *card;
}

} // namespace tane::test
