#include "issues/controlimportdialog.h"

#include "parts/filefilters.h"
#include "parts/gridview.h"
#include "shell/widgets.h"

#include <QHeaderView>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tane {

ControlImportDialog::ControlImportDialog(PageContext &pageContext, QWidget *parent)
    : ImportPreview(pageContext,
                    {.title = tr("課題管理シートの取り込み"),
                     .hint = tr("記入されたシート、シートを集めたフォルダー、またはまとめの表を選びます"),
                     .size = {960, 620}},
                    parent)
{
    connect(addSource(tr("ファイルを選ぶ…"), u"chooseFile"_s), &QPushButton::clicked, this, [this] {
        setSource(context().dialogs.openFile(this, tr("課題管理シートを選ぶ"), listFilter()));
    });
    connect(addSource(tr("フォルダーを選ぶ…"), u"chooseFolder"_s), &QPushButton::clicked, this, [this] {
        setSource(context().dialogs.openFolder(this, tr("課題管理シートのフォルダーを選ぶ")));
    });
    setTable({.name = tr("取り込むと変わること"),
              .problems = tr("取り込めないシートの直すところ"),
              .columns = columns(),
              .letters = {11, 7, 18, 11, 11}});
    table()->verticalHeader()->setDefaultSectionSize(44);
    constexpr int fourLines = 78; // a reason is a sentence or two
    problemTable()->verticalHeader()->setDefaultSectionSize(fourLines);
    problemTable()->setMinimumHeight(130);
    problemTable()->setMaximumHeight(QWIDGETSIZE_MAX);
}

std::vector<GridColumn> ControlImportDialog::columns() const
{
    const auto at = [this](int row) -> const Row & { return m_rows[static_cast<std::size_t>(row)]; };
    return {{.title = tr("市町村・年度"), .text = [at](int row) { return at(row).who; }},
            {.title = tr("場面"), .text = [at](int row) { return at(row).difference.scene; }},
            {.title = tr("項目"), .text = [at](int row) { return at(row).difference.what; }},
            {.title = tr("いまの内容"), .text = [at](int row) { return at(row).difference.before; }},
            {.title = tr("取り込んだあと"), .text = [at](int row) { return at(row).difference.after; }}};
}

void ControlImportDialog::read(const QString &path)
{
    const auto registry = loadRegistry(context().document);
    if (!registry)
        return showError(registry.error());
    auto read = readControlSheets(*registry, path);
    if (!read)
        return showError(read.error());
    m_read = std::move(*read);
    if (const Result<> compared = compare(*registry); !compared)
        return showError(compared.error());
    showImport();
}

void ControlImportDialog::forget()
{
    m_read = {};
    m_change = {};
    m_rows.clear();
}

Result<> ControlImportDialog::compare(const Registry &registry)
{
    m_rows.clear();
    TANE_TRY(m_change, compareControlSheets(context().document, m_read.sheets));
    for (const ControlContent &wanted : m_change.toStore) {
        const Municipality *place = registry.municipality(wanted.sheet.municipality);
        const QString year = FiscalYear(wanted.sheet.year).text();
        const QString who = place != nullptr ? QString(place->name + u'　' + year) : year;
        TANE_TRY(const auto stored,
                 controlSheetOf(context().document, wanted.sheet.municipality, wanted.sheet.year));
        const std::vector<ControlDifference> found =
            controlDifferences(stored.value_or(ControlContent{}), wanted);
        if (!stored) {
            m_rows.push_back({who, {{}, tr("（新しいシート）"), {}, tr("%1項目").arg(found.size())}});
            continue;
        }
        for (const ControlDifference &each : found)
            m_rows.push_back({who, each});
        if (found.empty())
            m_rows.push_back({who, {{}, tr("場面・指標の順番"), {}, tr("並べ替え")}});
    }
    return {};
}

void ControlImportDialog::showImport()
{
    showRows(m_rows.size(),
             tr("新しい %1枚　／　変わる %2枚　／　変わらない %3枚")
                 .arg(m_change.added)
                 .arg(m_change.changed)
                 .arg(m_change.unchanged),
             tr("取り込まないシートの直すところ %1件").arg(m_read.problems.size()), m_read.problems);
    const bool any = !m_change.toStore.empty();
    if (!m_read.problems.empty())
        showNotice({Notice::Kind::Error,
                    any ? tr("直すところのあるシートは取り込みません。ほかのシートは取り込めます。")
                        : tr("このシートは取り込めません。下の場所を直して、もう一度選んでください。")});
    else if (!any)
        showNotice({Notice::Kind::Info, tr("いまの内容と同じです。取り込むものはありません。")});
    setReady(any);
}

Result<QString> ControlImportDialog::store()
{
    TANE_CHECK(storeControlSheets(context().document, m_change, tr("課題管理シートの取り込み")));
    m_first = m_change.toStore.front().sheet;
    return tr("課題管理シートを取り込みました（新しい %1枚、変わった %2枚）。「元に戻す」で戻せます。")
        .arg(m_change.added)
        .arg(m_change.changed);
}

} // namespace tane
