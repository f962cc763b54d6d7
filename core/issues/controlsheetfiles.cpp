// Control sheets out to municipalities and back.
#include "issues/controlsheetfiles.h"

#include "exchange/formworkbook.h"
#include "exchange/tablereader.h"
#include "issues/controlsheetreading.h"
#include "issues/issuesheets.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <set>

namespace tane {

using namespace controlsheet;

namespace {

/// The tables of a folder and its subfolders, without those Excel keeps while one is open.
QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, {QStringLiteral("*.xlsx"), QStringLiteral("*.csv")}, QDir::Files,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        if (!all.fileName().startsWith(QStringLiteral("~$")) && !all.fileName().startsWith(u'.'))
            files << path;
    }
    files.sort();
    return files;
}

std::unexpected<Error> about(ErrorCode code, const QString &message, const QString &file)
{
    return std::unexpected(Error{code, message, file, {}, {}, {}});
}

/// The same municipality and year twice: which of them holds is not ours to say.
void refuseRepeats(const QStringList &names, const Registry &registry, ReadControlSheets &read)
{
    std::set<std::pair<qint64, int>> seen, repeated;
    for (const ControlContent &one : read.sheets)
        if (!seen.emplace(one.sheet.municipality, one.sheet.year).second)
            repeated.emplace(one.sheet.municipality, one.sheet.year);
    for (const auto &[municipality, year] : repeated) {
        const Municipality *place = registry.municipality(municipality);
        read.problems.push_back({names.size() == 1 ? names.front() : QString(),
                                 {},
                                 {},
                                 Texts::tr("%1の%2のシートがいくつかあります。一つにしてください。")
                                     .arg(place ? place->name : QString(), FiscalYear(year).text()),
                                 {}});
    }
    std::erase_if(read.sheets, [&](const ControlContent &one) {
        return repeated.contains({one.sheet.municipality, one.sheet.year});
    });
}

} // namespace

Result<ReadControlSheets> readControlSheets(const Registry &registry, const QString &path)
{
    const QFileInfo given(path);
    if (!given.exists())
        return about(ErrorCode::NotFound, Texts::tr("ファイルかフォルダーが見つかりません。"),
                     given.fileName());
    const QStringList files = given.isDir() ? filesIn(path) : QStringList{path};
    if (files.isEmpty())
        return about(ErrorCode::NotFound, Texts::tr("このフォルダーに Excel か CSV のファイルはありません。"),
                     given.fileName());
    ReadControlSheets read;
    QStringList names;
    for (const QString &file : files) {
        const QString name = given.isDir() ? QDir(path).relativeFilePath(file) : given.fileName();
        names << name;
        const auto tables = readTables(file);
        if (!tables && files.size() == 1)
            return std::unexpected(tables.error());
        if (!tables) {
            const Error &error = tables.error();
            read.problems.push_back({name, error.sheet, error.cell, error.message, {}});
            continue;
        }
        if (readControlForm(registry, *tables, name, read) ||
            readControlTable(registry, *tables, name, read)) {
            ++read.files;
            continue;
        }
        const QString message = Texts::tr("課題管理シートではありません。このファイルから書き出したシートか、"
                                          "「市町村」「年度」「場面」の列がある表を選んでください。");
        if (files.size() == 1)
            return about(ErrorCode::NothingUnderstood, message, name);
        read.problems.push_back({name, {}, {}, message, {}});
    }
    refuseRepeats(names, registry, read);
    return read;
}

Result<ControlImport> compareControlSheets(Document &document, const std::vector<ControlContent> &sheets)
{
    ControlImport import;
    for (const ControlContent &sheet : sheets) {
        TANE_TRY(const auto stored, controlSheetOf(document, sheet.sheet.municipality, sheet.sheet.year));
        ControlContent wanted = sheet;
        if (stored) {
            // The form does not ask for these.
            if (wanted.sheet.note.isEmpty())
                wanted.sheet.note = stored->sheet.note;
            if (!wanted.sheet.filledOn.isValid())
                wanted.sheet.filledOn = stored->sheet.filledOn;
        }
        if (stored && stored->saysTheSame(wanted)) {
            ++import.unchanged;
            continue;
        }
        ++(stored ? import.changed : import.added);
        import.toStore.push_back(std::move(wanted));
    }
    return import;
}

Result<> storeControlSheets(Document &document, const ControlImport &import, const QString &label)
{
    return document.perform(label, [&](Database &) -> Result<> {
        for (const ControlContent &sheet : import.toStore)
            TANE_CHECK(storeControlSheet(document, sheet, label));
        return {};
    });
}

QString controlSheetFileName(const QString &municipality, int year)
{
    QString name =
        QStringLiteral("%1_%2_%3")
            .arg(issueSheetTitle(IssueSheetKind::ControlSheet), municipality, FiscalYear(year).text());
    for (QChar &c : name)
        if (c < u' ' || QStringView(u"\\/:*?\"<>|").contains(c))
            c = u'_';
    return name + QStringLiteral(".xlsx");
}

Result<int> writeControlSheets(const QString &folder, const Registry &registry,
                               const std::vector<ControlContent> &sheets, const QString &prefecture)
{
    if (!QDir().mkpath(folder))
        return about(ErrorCode::CannotWrite,
                     Texts::tr("フォルダーを作れませんでした。書き込める場所か確かめてください。"),
                     QFileInfo(folder).fileName());
    int written = 0;
    std::set<QString> names;
    for (const ControlContent &content : sheets) {
        const Municipality *place = registry.municipality(content.sheet.municipality);
        if (!place)
            continue;
        QString name = controlSheetFileName(place->name, content.sheet.year);
        if (names.contains(name))
            name = controlSheetFileName(
                place->name + u'_' + (place->code.isEmpty() ? QString::number(place->id) : place->code),
                content.sheet.year);
        names.insert(name);
        TANE_CHECK(writeFormXlsx(
            QDir(folder).filePath(name),
            makeControlSheetForm(content, {.prefecture = prefecture, .place = place->name, .today = {}})));
        ++written;
    }
    return written;
}

} // namespace tane
