#include "core/issues/issuesoffice.h"

using namespace tane;
using namespace storagetest;

IssuesOffice::IssuesOffice()
{
    prefecture = add(Prefecture{.name = QStringLiteral("架空県")});
    east = add(CareArea{.prefecture = prefecture, .name = QStringLiteral("東部圏域")});
    west = add(CareArea{.prefecture = prefecture, .name = QStringLiteral("西部圏域")});
    const auto place = [&](const QString &name, const QString &code, qint64 area) {
        return add(Municipality{.prefecture = prefecture, .careArea = area, .code = code, .name = name});
    };
    sakura = place(QStringLiteral("桜市"), QStringLiteral("992011"), east);
    kaede = place(QStringLiteral("楓町"), QStringLiteral("993018"), east);
    momiji = place(QStringLiteral("紅葉市"), QStringLiteral("992020"), west);
    workshop = addWorkshop(QStringLiteral("コーディネーター研修会"), QDate(2026, 9, 1));
}

qint64 IssuesOffice::addWorkshop(const QString &title, QDate day)
{
    return valueOf(WorkshopRepository(*document).save(Workshop{.title = title, .heldOn = day}));
}

qint64 IssuesOffice::addBoard(int number, qint64 ofWorkshop, qint64 municipality)
{
    return valueOf(tane::addBoard(
        *document,
        {.workshop = ofWorkshop == 0 ? workshop : ofWorkshop, .number = number, .municipality = municipality},
        {}, QStringLiteral("模造紙の追加")));
}

qint64 IssuesOffice::addNote(qint64 ofBoard, const QString &text, qint64 scene)
{
    return add(StickyNote{.board = ofBoard, .text = text, .scene = scene});
}

qint64 IssuesOffice::addCard(const QString &title, IssueStage stage)
{
    return valueOf(
        tane::addCard(*document, {.stage = stage, .title = title}, today, QStringLiteral("カードの追加")));
}

BoardContent IssuesOffice::board(qint64 id)
{
    return valueOf(loadBoard(*document, id));
}

Pipeline IssuesOffice::pipeline()
{
    return valueOf(loadPipeline(*document));
}

void IssuesOffice::reopen()
{
    const QString path = document->path();
    document.reset();
    document = valueOf(Document::open(path));
}
