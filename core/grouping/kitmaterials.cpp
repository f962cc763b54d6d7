#include "grouping/kitmaterials.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Materials)
};

// Choices lie beside what is filled into letters, as a kind of their own.
const QString kKind = QStringLiteral("kit");

QString fieldOf(const Material &material)
{
    return QStringLiteral("material.") + material.id;
}

} // namespace

QString Material::formula() const
{
    QStringList parts;
    if (perGroup > 0)
        parts << Texts::tr("班数×%1").arg(perGroup);
    if (perPerson > 0)
        parts << Texts::tr("人数×%1").arg(perPerson);
    if (spare > 0)
        parts << (parts.isEmpty() ? QString::number(spare) : Texts::tr("予備%1").arg(spare));
    return parts.isEmpty() ? QStringLiteral("0") : parts.join(u'＋');
}

std::vector<Material> usualMaterials()
{
    const QString sheets = Texts::tr("枚"), pieces = Texts::tr("本"), units = Texts::tr("個");
    return {{QStringLiteral("poster-sheets"), Texts::tr("模造紙"), Texts::tr("四六判（788×1091mm）"), sheets,
             1, 0, 3},
            {QStringLiteral("own-notes"), Texts::tr("付箋（手元用）"),
             Texts::tr("75×75mm以上。各自が書き出すためのもの"), sheets, 0, 30, 100},
            {QStringLiteral("heading-notes"), Texts::tr("付箋（見出し用）"),
             Texts::tr("75×100mm程度。手元用と色を変える"), sheets, 30, 0, 30},
            {QStringLiteral("pens"), Texts::tr("サインペン"), Texts::tr("離れても読める太さのもの"), pieces,
             0, 1, 5},
            {QStringLiteral("markers"), Texts::tr("マーカー"), Texts::tr("見出し用。太め、各班に何色か"),
             pieces, 4, 0, 4},
            {QStringLiteral("holders"), Texts::tr("ネームホルダー"), Texts::tr("91×55mmのカードが入るもの"),
             units, 0, 1, 10},
            {QStringLiteral("name-cards"), Texts::tr("ネームカード"), Texts::tr("91×55mm。予備は白紙のまま"),
             sheets, 0, 1, 10},
            {QStringLiteral("memo"), Texts::tr("メモ用紙"), Texts::tr("A4"), sheets, 0, 2, 20}};
}

Result<std::vector<Material>> materialsOf(Document &document, qint64 workshop)
{
    std::vector<Material> all = usualMaterials();
    for (Material &material : all) {
        TANE_TRY(const QString stored, kitChoice(document, workshop, fieldOf(material)));
        const QStringList numbers = stored.split(u' ', Qt::SkipEmptyParts);
        if (numbers.size() != 3)
            continue;
        material.perGroup = numbers.at(0).toInt();
        material.perPerson = numbers.at(1).toInt();
        material.spare = numbers.at(2).toInt();
    }
    return all;
}

Result<> saveMaterial(Document &document, qint64 workshop, const Material &material)
{
    const QString numbers =
        QStringLiteral("%1 %2 %3").arg(material.perGroup).arg(material.perPerson).arg(material.spare);
    return saveKitChoice(document, workshop, fieldOf(material), numbers,
                         Texts::tr("備品「%1」の数").arg(material.name));
}

Result<QString> kitChoice(Document &document, qint64 workshop, const QString &name)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT text FROM letter_field WHERE workshop = ? AND kind = ? AND field = ?")));
    TANE_CHECK(query.bind(workshop).bind(kKind).bind(name).run());
    return query.next() ? query.text(0) : QString();
}

Result<> saveKitChoice(Document &document, qint64 workshop, const QString &name, const QString &text,
                       const QString &label)
{
    return document.perform(label, [&](Database &database) -> Result<> {
        TANE_TRY(Statement statement,
                 database.prepare(QStringLiteral(
                     "INSERT INTO letter_field(workshop, kind, field, text) VALUES (?, ?, ?, ?) "
                     "ON CONFLICT(workshop, kind, field) DO UPDATE SET text = excluded.text "
                     "WHERE text <> excluded.text")));
        return statement.bind(workshop).bind(kKind).bind(name).bind(text).run();
    });
}

} // namespace tane
