#include "people/registerimportdialog.h"

#include "parts/filefilters.h"
#include "parts/gridmodel.h"
#include "people/registerdiff.h"
#include "people/registerspage.h"
#include "shell/widgets.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tane {

QString registerKindText(RegisterKind kind)
{
    switch (kind) {
    case RegisterKind::People:
        return RegisterImportDialog::tr("人材");
    case RegisterKind::Centres:
        return RegisterImportDialog::tr("センター");
    case RegisterKind::Municipalities:
        return RegisterImportDialog::tr("市町村");
    }
    Q_UNREACHABLE();
}

RegisterImportDialog::RegisterImportDialog(PageContext &pageContext, RegisterKind kind, QWidget *parent)
    : ImportPreview(pageContext,
                    {.title = tr("%1の一覧の取り込み").arg(registerKindText(kind)),
                     .hint = tr("Excel または CSV の一覧（1行に1件）を選びます"),
                     .size = {900, 600}},
                    parent)
    , m_kind(kind)
{
    connect(addSource(tr("ファイルを選ぶ…"), u"chooseFile"_s), &QPushButton::clicked, this, [this] {
        setSource(context().dialogs.openFile(this, tr("%1の一覧を選ぶ").arg(registerKindText(m_kind)),
                                             listFilter()));
    });
    setTable({.name = tr("取り込むと変わること"),
              .problems = tr("読み取れなかったところ"),
              .columns = columns(),
              .letters = {9, 8, 16, 16}});
}

RegisterImportDialog::~RegisterImportDialog() = default;

std::vector<GridColumn> RegisterImportDialog::columns() const
{
    const auto at = [this](int row) -> const RegisterDifference & {
        return m_differences[static_cast<std::size_t>(row)];
    };
    const auto what = [at](int row) {
        using Kind = RegisterDifference::Kind;
        return at(row).kind == Kind::Added     ? tr("（追加）")
               : at(row).kind == Kind::Removed ? tr("（削除）")
                                               : at(row).what;
    };
    return {{.title = tr("対象"), .text = [at](int row) { return at(row).who; }},
            {.title = tr("項目"), .text = what},
            {.title = tr("いまの内容"), .text = [at](int row) { return at(row).before; }},
            {.title = tr("取り込んだあと"), .text = [at](int row) { return at(row).after; }}};
}

void RegisterImportDialog::read(const QString &path)
{
    auto read = readRegister(context().document, m_kind, path, QDate::currentDate());
    if (!read)
        return showError(read.error());
    m_read = std::move(*read);
    auto differences = preview();
    if (!differences)
        return showError(differences.error());
    m_differences = std::move(*differences);
    showImport();
}

void RegisterImportDialog::forget()
{
    m_read = {};
    m_differences.clear();
}

// The surest way to know what an import does is to do it, to look, and to take it back: nothing of it was
// ever saved.
Result<std::vector<RegisterDifference>> RegisterImportDialog::preview()
{
    TANE_TRY(const Registry before, loadRegistry(context().document));
    std::vector<RegisterDifference> found;
    bool looked = false;
    const Result<> done = context().document.perform({}, [&](Database &) -> Result<> {
        TANE_CHECK(m_read.apply(context().document));
        TANE_TRY(const Registry after, loadRegistry(context().document));
        found = registerDifferences(before, after);
        looked = true;
        return fail(ErrorCode::Cancelled, {});
    });
    if (!looked)
        return std::unexpected(done.error());
    return found;
}

void RegisterImportDialog::showImport()
{
    QString text = tr("追加 %1件　／　変更 %2件　／　変わらない %3件")
                       .arg(m_read.added)
                       .arg(m_read.changed)
                       .arg(m_read.unchanged);
    if (!m_read.ignoredColumns.isEmpty())
        text += tr("\n使わない列：%1").arg(m_read.ignoredColumns.join(u"、"_s));
    showRows(
        m_differences.size(), text,
        tr("確かめていただきたいところ %1件（どう扱ったかは右の欄のとおりです）").arg(m_read.problems.size()),
        m_read.problems);
    const bool any = m_read.added + m_read.changed > 0;
    if (!any)
        showNotice({Notice::Kind::Info, tr("名簿と同じ内容です。取り込むものはありません。")});
    else if (m_kind != RegisterKind::Municipalities && !m_read.problems.empty() &&
             municipalitiesBadge(context().document).isEmpty())
        showNotice({Notice::Kind::Hint,
                    tr("市町村がまだ登録されていません。先に［市町村・センター］で都道府県を選ぶと、"
                       "市町村や所属も結びついて入ります。")});
    setReady(any);
}

Result<QString> RegisterImportDialog::store()
{
    TANE_CHECK(m_read.apply(context().document));
    return tr("%1の一覧を取り込みました（追加 %2件、変更 %3件）。「元に戻す」で戻せます。")
        .arg(registerKindText(m_kind))
        .arg(m_read.added)
        .arg(m_read.changed);
}

} // namespace tane
