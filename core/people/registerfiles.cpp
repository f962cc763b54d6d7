// Lists of people, centres and municipalities, read.
#include "people/registerfiles.h"

#include "exchange/tablereader.h"
#include "people/registerimport.h"
#include "programme/workshop.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterFiles)
};

/// A registry as it would be with all municipalities of the file's prefecture, when the registers are empty
/// and it is a real one: a list of centres or people can be read into a new file at once. Nothing is stored.
Result<std::optional<Registry>> registryToBe(Document &document, const QString &prefecture)
{
    std::optional<Registry> registry;
    if (!prefectureNames().contains(prefecture) || document.isReadOnly())
        return registry;
    const auto tried = document.perform(Texts::tr("市町村の登録"), [&](Database &) -> Result<> {
        TANE_CHECK(addPrefecture(document, prefecture));
        TANE_TRY(registry, loadRegistry(document));
        return fail(ErrorCode::Cancelled, {}); // takes it back
    });
    if (!tried && tried.error().code != ErrorCode::Cancelled)
        return std::unexpected(tried.error());
    return registry;
}

Error nothingUnderstood(RegisterKind kind, const QString &path)
{
    const QString wanted = kind == RegisterKind::People    ? Texts::tr("「氏名」")
                           : kind == RegisterKind::Centres ? Texts::tr("「センター」")
                                                           : Texts::tr("「市町村」");
    return {ErrorCode::NothingUnderstood,
            Texts::tr("%1の列が見つかりません。見出しの行があるか確かめてください。").arg(wanted),
            QFileInfo(path).fileName(),
            {},
            {},
            {}};
}

bool readTablesInto(registers::ImportContext &context, RegisterKind kind, const std::vector<Table> &tables)
{
    switch (kind) {
    case RegisterKind::People:
        return registers::readPeople(context, tables);
    case RegisterKind::Centres:
        return registers::readCentres(context, tables);
    case RegisterKind::Municipalities:
        return registers::readMunicipalities(context, tables);
    }
    Q_UNREACHABLE();
}

} // namespace

Result<RegisterImport> readRegister(Document &document, RegisterKind kind, const QString &path, QDate today)
{
    TANE_TRY(const std::vector<Table> tables, readTables(path));
    TANE_TRY(Registry registry, loadRegistry(document));
    TANE_TRY(const QString home, WorkshopRepository(document).prefecture());
    bool begins = false;
    if (registry.prefectures.empty() && kind != RegisterKind::Municipalities) {
        TANE_TRY(std::optional<Registry> toBe, registryToBe(document, home));
        begins = toBe.has_value();
        if (toBe)
            registry = std::move(*toBe);
    }
    const registers::RegisterIndex index(registry);
    RegisterImport import;
    import.kind = kind;
    registers::ImportContext context{registry, index, {}, today, import, {}, {}, {}, {}, home};
    TANE_TRY(context.mark, registers::fileMark(document));
    TANE_TRY(context.roles, vocabulary(document, Vocabulary::Role));
    TANE_TRY(context.kinds, vocabulary(document, Vocabulary::Organisation));
    TANE_TRY(context.qualifications, vocabulary(document, Vocabulary::Qualification));
    TANE_TRY(context.operators, vocabulary(document, Vocabulary::Operator));
    if (!readTablesInto(context, kind, tables))
        return std::unexpected(nothingUnderstood(kind, path));
    if (begins)
        import.apply = [home, apply = std::move(import.apply)](Document &target) {
            return target.perform(Texts::tr("一覧の取り込み"), [&](Database &) -> Result<> {
                TANE_CHECK(addPrefecture(target, home)); // the same ids as were read with
    return apply(target);
});
}; // namespace tane
return import;
}

} // namespace tane
