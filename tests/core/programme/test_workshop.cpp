#include "programme/workshop.h"

#include "core/storage/storagetest.h"

using namespace tane;
using namespace storagetest;

TEST_CASE("workshops are kept, changed and listed in the order they were held")
{
    const Folder folder;
    const auto document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    WorkshopRepository workshops(*document);
    const qint64 planned = valueOf(workshops.save({.title = QStringLiteral("計画中")}));
    const qint64 autumn =
        valueOf(workshops.save({.title = QStringLiteral("秋の研修会"), .heldOn = QDate(2026, 10, 1)}));
    Workshop spring{.title = QStringLiteral("春の研修会"), .heldOn = QDate(2026, 6, 15)};
    spring.id = valueOf(workshops.save(spring));
    spring.programme = valueOf(workshops.load(spring.id)).programme;
    CHECK(spring.programme != 0); // it got one of its own
    CHECK(valueOf(workshops.load(spring.id)) == spring);
    std::vector<qint64> order;
    for (const Workshop &workshop : valueOf(workshops.all()))
        order.push_back(workshop.id);
    CHECK(order == std::vector<qint64>{spring.id, autumn, planned});

    spring.title = QStringLiteral("第１回研修会");
    spring.heldOn = {};
    CHECK(valueOf(workshops.save(spring)) == spring.id);
    CHECK(valueOf(workshops.load(spring.id)) == spring);
    succeeds(document->undo());
    CHECK(valueOf(workshops.load(spring.id)).heldOn == QDate(2026, 6, 15));
}

TEST_CASE("a workshop that is gone can be neither loaded, changed nor deleted")
{
    const Folder folder;
    const auto document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    WorkshopRepository workshops(*document);
    const qint64 id = valueOf(workshops.save({.title = QStringLiteral("研修会")}));
    succeeds(workshops.remove(id));
    CHECK(errorOf(workshops.load(id)) == ErrorCode::NotFound);
    CHECK(errorOf(workshops.save({.id = id, .title = QStringLiteral("研修会")})) == ErrorCode::NotFound);
    CHECK(errorOf(workshops.remove(id)) == ErrorCode::NotFound);
    CHECK(document->undoLabel() == QStringLiteral("研修会の削除"));
}

TEST_CASE("a workshop cannot have a questionnaire that is not stored")
{
    const Folder folder;
    const auto document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    CHECK(errorOf(WorkshopRepository(*document).save(
              {.questionnaire = 42, .title = QStringLiteral("研修会")})) == ErrorCode::Conflict);
}

TEST_CASE("the file knows its prefecture")
{
    const Folder folder;
    const auto document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    WorkshopRepository workshops(*document);
    CHECK(valueOf(workshops.prefecture()).isEmpty());
    succeeds(workshops.setPrefecture(QStringLiteral("群馬県")));
    succeeds(workshops.setPrefecture(QStringLiteral("栃木県")));
    CHECK(valueOf(workshops.prefecture()) == QStringLiteral("栃木県"));
    succeeds(document->undo());
    CHECK(valueOf(workshops.prefecture()) == QStringLiteral("群馬県"));
}
