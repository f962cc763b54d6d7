#include "pipelinefixture.h"

using namespace Qt::StringLiterals;

namespace tane::test {

Issues::Issues()
{
    const Registry all = registry();
    for (const Municipality &each : all.municipalities)
        (each.name == u"A市"_s ? cityA : cityD) = each.id;
    const QDate today = QDate::currentDate();
    workshop = addWorkshop(u"第1回研修会"_s, today.addDays(-60));
    later = addWorkshop(u"第2回研修会"_s, today.addDays(-10));
    discharge = addCard(u"退院の連絡が当日になる"_s, IssueStage::Trouble, cityA, {u"入退院支援"_s});
    night = addCard(u"夜に相談できる所がない"_s, IssueStage::Trouble, cityA, {u"急変時の対応"_s});
    ambulance = addCard(u"夜の急変で救急車を呼ぶ"_s, IssueStage::Trouble, cityD, {u"急変時の対応"_s});
    IssueCard made{.stage = IssueStage::Seed, .title = u"入退院の連絡の決まりがない"_s};
    made.careArea = east;
    made.notedOn = made.stageOn = today.addDays(-50);
    seed = store(made);
    const auto poster =
        tane::addBoard(document(), {.workshop = workshop, .number = 3, .name = u"さくら"_s}, {}, u"準備"_s);
    REQUIRE(poster.has_value());
    board = *poster;
    const auto notes = addNotes(document(), {.board = board}, u"退院前日まで連絡がない"_s, u"準備"_s);
    REQUIRE(notes.has_value());
    note = notes->front();
    REQUIRE(setCardNote(document(), discharge, note, true, u"準備"_s).has_value());
    topic =
        store(ConsultationTopic{.heading = u"往診できる皮膚科"_s, .view = u"圏域に往診する皮膚科がない"_s});
    asked = store(Consultation{.topic = topic,
                               .receivedOn = today.addDays(-30),
                               .asker = Asker::CareManager,
                               .excerpt = u"往診できる皮膚科はないか"_s,
                               .municipality = cityA});
    askedToo = store(Consultation{.topic = topic,
                                  .receivedOn = today.addDays(-20),
                                  .asker = Asker::Family,
                                  .excerpt = u"皮膚科に連れて行けない"_s,
                                  .municipality = cityD});
    reopen(); // preparing is nothing to undo
}

qint64 Issues::addWorkshop(const QString &title, QDate heldOn)
{
    Workshop held;
    held.title = title;
    held.heldOn = heldOn;
    return store(held);
}

qint64 Issues::addCard(const QString &title, IssueStage stage, qint64 municipality, const QStringList &scenes)
{
    IssueCard card{.stage = stage, .title = title};
    card.municipality = municipality;
    card.scenes = scenes;
    card.source = u"相談窓口"_s;
    card.notedOn = card.stageOn = QDate::currentDate().addMonths(-8);
    return store(card);
}

Pipeline Issues::pipeline()
{
    auto loaded = loadPipeline(document());
    REQUIRE(loaded.has_value());
    return std::move(*loaded);
}

IssueCard Issues::card(qint64 id)
{
    const Pipeline all = pipeline();
    const IssueCard *found = all.card(id);
    REQUIRE(found != nullptr);
    return *found;
}

std::vector<QString> Issues::titlesAt(IssueStage stage)
{
    std::vector<QString> titles;
    const Pipeline all = pipeline();
    for (const IssueCard *card : all.at(stage))
        titles.push_back(card->title);
    return titles;
}

} // namespace tane::test
