#include "lettersoffice.h"

#include "core/exchange/ziptesting.h"

#include <QXmlStreamReader>

using namespace tane;
using namespace storagetest;

namespace letterstest {

Office::Office()
    : document(valueOf(Document::create(folder(QStringLiteral("案内.tane")))))
{
    const qint64 prefecture = add(Prefecture{.name = QStringLiteral("架空県"),
                                             .department = QStringLiteral("健康福祉部 地域包括ケア推進課")});
    succeeds(WorkshopRepository(*document).setPrefecture(QStringLiteral("架空県")));
    const auto municipality = [&](const QString &code, const QString &name, const QString &department) {
        return add(
            Municipality{.prefecture = prefecture, .code = code, .name = name, .department = department});
    };
    const qint64 first =
        municipality(QStringLiteral("990019"), QStringLiteral("青葉野市"), QStringLiteral("高齢福祉課"));
    municipality(QStringLiteral("990027"), QStringLiteral("夕凪市"), {});
    municipality({}, QStringLiteral("朝霧村"), {});
    const qint64 centre = add(Centre{.prefecture = prefecture, .name = QStringLiteral("東部センター")});
    add(CentreMunicipality{.centre = centre, .municipality = first});
    programme = valueOf(CycleRepository(*document).create({.title = QStringLiteral("支援プログラム")}));
    add(Purpose{.programme = programme, .text = QStringLiteral("地域課題のタネを見つける。")});
    Workshop design{.programme = programme,
                    .title = QStringLiteral("つながる研修会"),
                    .heldOn = QDate(2026, 11, 19),
                    .method = Workshop::Method::InPerson,
                    .place = QStringLiteral("架空県庁 講堂"),
                    .participants = QStringLiteral("コーディネーターと市町村担当者"),
                    .capacity = 80,
                    .recruitUntil = QDate(2026, 10, 16),
                    .startsAt = QTime(12, 30)};
    workshop = valueOf(WorkshopRepository(*document).save(design));
    const auto row = [&](int minutes, TimetableRow::Block block, const QString &title, const QString &content,
                         const QString &lecturer) {
        add(TimetableRow{.workshop = workshop,
                         .minutes = minutes,
                         .block = block,
                         .title = title,
                         .content = content,
                         .lecturer = lecturer});
    };
    using Block = TimetableRow::Block;
    row(30, Block::Other, QStringLiteral("開場"), {}, {});
    row(10, Block::Lecture, QStringLiteral("説明"), {}, QStringLiteral("県 地域包括ケア推進課"));
    row(30, Block::Lecture, QStringLiteral("講義"), QStringLiteral("相談の向こうに地域を見る"),
        QStringLiteral("架空大学 森下 千尋"));
    row(40, Block::GroupWork, QStringLiteral("テーマ１"), {}, {});
}

qint64 Office::participant(const QString &number, const QString &name, Participant::State state)
{
    return add(Participant{.workshop = workshop,
                           .number = number,
                           .name = name,
                           .affiliation = QStringLiteral("東部センター"),
                           .municipality = QStringLiteral("青葉野市"),
                           .state = state});
}

LetterSource Office::source(QDate today)
{
    return valueOf(loadLetterSource(*document, workshop, today));
}

LetterField Office::field(LetterKind kind, const QString &key)
{
    for (const LetterField &each : letterFields(source(), kind))
        if (each.key == key)
            return each;
    FAIL("no field " << key.toStdString());
    return {};
}

void Office::fill(LetterKind kind, const QString &key, const QString &text)
{
    succeeds(saveLetterField(*document, workshop, kind, field(kind, key), text));
}

QString textOf(const LetterDocument &letter)
{
    QStringList text;
    for (const LetterBlock &block : letter.blocks) {
        if (const auto *lines = std::get_if<LetterLines>(&block)) {
            text << lines->text;
        } else if (const auto *facts = std::get_if<LetterFacts>(&block)) {
            for (const LetterFacts::Fact &fact : facts->facts)
                text << fact.label << fact.text;
        } else if (const auto *band = std::get_if<LetterBand>(&block)) {
            text << band->above << band->title << band->below;
        } else if (const auto *box = std::get_if<LetterBox>(&block)) {
            text << box->title << box->lines;
        } else if (const auto *table = std::get_if<FormTable>(&block)) {
            for (const auto &row : table->rows)
                for (const FormTableCell &cell : row)
                    text << cell.text << cell.remark;
        }
    }
    return text.join(u'\n');
}

QString wordText(const QString &path)
{
    CHECK(tane::testing::xmlFaults(path).isEmpty());
    QXmlStreamReader reader(tane::testing::zipPart(path, QStringLiteral("word/document.xml")));
    QString text;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QStringLiteral("t"))
            text += reader.readElementText();
        else if (reader.isEndElement() && reader.name() == QStringLiteral("p"))
            text += u'\n';
    }
    CHECK_FALSE(reader.hasError());
    return text;
}

} // namespace letterstest
