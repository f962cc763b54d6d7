// The built-in list of municipalities, and a prefecture's register made from it.
#include "people/registry.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Registers)
};

std::vector<KnownMunicipality> readList()
{
    std::vector<KnownMunicipality> all;
    QFile file(QStringLiteral(":/tane/registers/municipalities.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    const QString text = QString::fromUtf8(file.readAll());
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    all.reserve(static_cast<std::size_t>(lines.size()));
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.trimmed().split(u',');
        if (cells.size() == 4)
            all.push_back({cells[0], cells[1], cells[2], cells[3]});
    }
    std::ranges::stable_sort(all, {}, &KnownMunicipality::code);
    return all;
}

/// The prefecture's row, added when there is none yet.
Result<qint64> prefectureRow(Document &document, const QString &code, const QString &name,
                             const QString &label)
{
    RecordTable<Prefecture> table(document);
    TANE_TRY(const std::vector<Prefecture> stored, table.all());
    const auto same = [&](const Prefecture &known) {
        return known.code == code || (known.code.isEmpty() && known.name == name);
    };
    if (const auto found = std::ranges::find_if(stored, same); found != stored.end())
        return found->id;
    return table.add(Prefecture{.code = code, .name = name}, label);
}

} // namespace

const std::vector<KnownMunicipality> &knownMunicipalities()
{
    static const std::vector<KnownMunicipality> all = readList();
    return all;
}

const QStringList &prefectureNames()
{
    static const QStringList names = [] {
        QStringList found;
        for (const KnownMunicipality &known : knownMunicipalities())
            if (found.isEmpty() || found.constLast() != known.prefecture)
                found << known.prefecture;
        return found;
    }();
    return names;
}

Result<qint64> addPrefecture(Document &document, const QString &name)
{
    const QString wanted = tidy(name);
    const auto first = std::ranges::find(knownMunicipalities(), wanted, &KnownMunicipality::prefecture);
    if (first == knownMunicipalities().end())
        return fail(ErrorCode::NotFound, Texts::tr("「%1」という都道府県はありません。").arg(wanted));
    const QString label = Texts::tr("都道府県の登録");
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(id, prefectureRow(document, first->code.first(2), wanted, label));
        RecordTable<Municipality> table(document);
        TANE_TRY(const std::vector<Municipality> stored, table.all());
        QSet<QString> codes;
        for (const Municipality &municipality : stored)
            codes.insert(municipality.code);
        for (const KnownMunicipality &known : knownMunicipalities()) {
            if (known.prefecture != wanted || codes.contains(known.code))
                continue;
            TANE_CHECK(table.add(
                Municipality{.prefecture = id, .code = known.code, .name = known.name, .kana = known.kana},
                label));
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

} // namespace tane
