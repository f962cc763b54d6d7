// What the officer does with control sheets: open, begin, carry over, send out, read in, print.
#include "issues/controlimportdialog.h"
#include "issues/controloverview.h"
#include "issues/controlsheeteditor.h"
#include "issues/controlsheetspage.h"
#include "issues/showissuesheet.h"

#include "base/fiscalyear.h"
#include "exchange/formworkbook.h"
#include "parts/filefilters.h"
#include "programme/workshop.h"
#include "shell/editors/savedfield.h"
#include "shell/widgets.h"

#include <QDir>
#include <QFileInfo>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

void ControlSheetsPage::open()
{
    const qint64 place = m_overview->municipality();
    if (place == 0)
        return;
    if (const qint64 sheet = m_overview->sheetOf(place); sheet != 0)
        return openSheet(sheet);
    begin(false);
}

void ControlSheetsPage::openSheet(qint64 sheet)
{
    m_sheet = sheet;
    if (const ControlContent *shown = shownSheet())
        m_overview->select(shown->sheet.municipality);
    else
        m_sheet = 0;
    clearError();
    showView();
    scrollArea()->verticalScrollBar()->setValue(0);
    if (m_sheet != 0)
        m_editor->setFocus();
}

void ControlSheetsPage::closeSheet()
{
    m_editor->leave();
    m_sheet = 0;
    clearError();
    showView();
    m_overview->table()->setFocus();
}

void ControlSheetsPage::step(int by)
{
    m_editor->leave();
    const auto found =
        std::ranges::find(m_contents, m_sheet, [](const ControlContent &each) { return each.sheet.id; });
    const auto index = found - m_contents.begin() + by;
    if (found != m_contents.end() && index >= 0 && index < std::ssize(m_contents))
        openSheet(m_contents[static_cast<std::size_t>(index)].sheet.id);
}

void ControlSheetsPage::begin(bool carry)
{
    const qint64 place = m_overview->municipality();
    if (place == 0 || !isWritable())
        return;
    qint64 from = 0;
    for (const ControlSheet &each : m_sheets)
        if (carry && each.municipality == place && each.year == year() - 1)
            from = each.id;
    const auto id = addControlSheet(document(), place, year(), from,
                                    carry ? tr("課題管理シートの引き継ぎ") : tr("課題管理シートの作成"));
    if (!report(id))
        return;
    refresh();
    openSheet(*id);
}

/// Every municipality that had a sheet last year and has none this year; one step to undo.
void ControlSheetsPage::carryAll()
{
    const QString label = tr("課題管理シートの引き継ぎ");
    int made = 0;
    const int wanted = year();
    const std::vector<ControlSheet> sheets = m_sheets;
    const Result<> done = document().perform(label, [&](Database &) -> Result<> {
        for (const ControlSheet &each : sheets) {
            const bool there = std::ranges::any_of(sheets, [&](const ControlSheet &other) {
                return other.municipality == each.municipality && other.year == wanted;
            });
            if (each.year != wanted - 1 || there)
                continue;
            TANE_CHECK(addControlSheet(document(), each.municipality, wanted, each.id, label));
            ++made;
        }
        return {};
    });
    if (report(done) && made > 0)
        Q_EMIT notice({Notice::Kind::Info, tr("昨年度のシートから、%1市町村の%2のシートを作りました。「元に戻"
                                              "す」で戻せます。")
                                               .arg(made)
                                               .arg(FiscalYear(wanted).text())});
}

void ControlSheetsPage::removeSheet()
{
    const ControlContent *shown = shownSheet();
    if (shown == nullptr || !isWritable())
        return;
    const bool sure = context().dialogs.confirm(
        this,
        tr("%1の%2の課題管理シートを削除しますか。指標と毎年の値も消えます。\nすぐあとなら「元に戻す」で戻せ"
           "ます。")
            .arg(nameOf(shown->sheet.municipality), FiscalYear(shown->sheet.year).text()),
        tr("削除する"));
    if (!sure)
        return;
    const qint64 id = m_sheet;
    closeSheet();
    report(RecordTable<ControlSheet>(document()).remove(id, tr("課題管理シートの削除")));
}

void ControlSheetsPage::print()
{
    SavedField::commitAll(this);
    if (m_sheet != 0)
        report(showIssueSheet(context(), IssueSheetKind::ControlSheet, m_sheet, this));
    else
        report(showIssueSheet(context(), IssueSheetKind::ControlOverview, year(), this));
}

void ControlSheetsPage::written(const QString &path)
{
    const QFileInfo file(path);
    Q_EMIT notice({Notice::Kind::Info, tr("「%1」フォルダーに「%2」を書き出しました。")
                                           .arg(file.absoluteDir().dirName(), file.fileName())});
}

void ControlSheetsPage::exportForm()
{
    SavedField::commitAll(this);
    const qint64 place = municipality();
    const auto stored = controlSheetOf(document(), place, year());
    const auto prefecture = WorkshopRepository(document()).prefecture();
    if (place == 0 || !report(stored) || !report(prefecture))
        return;
    const QString path =
        context().dialogs.saveFile(this, tr("市町村に送る様式の書き出し"),
                                   controlSheetFileName(nameOf(place), year()), workbookFilter());
    if (path.isEmpty())
        return;
    const FormSheet form = makeControlSheetForm(
        stored->value_or(blankControlSheet(place, year())),
        {.prefecture = *prefecture, .place = nameOf(place), .today = QDate::currentDate()});
    if (report(writeFormXlsx(path, form)))
        written(path);
}

void ControlSheetsPage::exportAllForms()
{
    SavedField::commitAll(this);
    const QString folder = context().dialogs.openFolder(this, tr("全市町村の様式を書き出すフォルダー"));
    if (folder.isEmpty())
        return;
    const auto prefecture = WorkshopRepository(document()).prefecture();
    if (!report(prefecture))
        return;
    // Who has no sheet yet gets a blank one to fill in.
    std::vector<ControlContent> sheets = m_contents;
    for (const Municipality &each : registry().municipalities)
        if (m_overview->sheetOf(each.id) == 0)
            sheets.push_back(blankControlSheet(each.id, year()));
    const auto count = writeControlSheets(folder, registry(), sheets, *prefecture);
    if (report(count))
        Q_EMIT notice({Notice::Kind::Info, tr("「%1」フォルダーに、%2市町村の様式を書き出しました。")
                                               .arg(QDir(folder).dirName())
                                               .arg(*count)});
}

void ControlSheetsPage::exportTable()
{
    SavedField::commitAll(this);
    const QString name = tr("課題管理シートのまとめ_%1.xlsx").arg(FiscalYear(year()).text());
    const QString path = context().dialogs.saveFile(this, tr("まとめの表の書き出し"), name, workbookFilter());
    if (!path.isEmpty() && report(writeControlTable(path, registry(), m_contents)))
        written(path);
}

ControlImportDialog *ControlSheetsPage::openImport()
{
    auto *dialog = new ControlImportDialog(context(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ControlImportDialog::imported, this, [this, dialog](const QString &summary) {
        const ControlSheet &stored = dialog->first();
        if (const int index = m_years->findData(stored.year); index >= 0 && stored.year != year()) {
            m_years->setCurrentIndex(index);
            fill();
        }
        m_overview->select(stored.municipality);
        Q_EMIT notice({Notice::Kind::Info, summary});
    });
    dialog->open();
    return dialog;
}

} // namespace tane
