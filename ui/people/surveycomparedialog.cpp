#include "people/surveycomparedialog.h"

#include "exchange/tablereader.h"
#include "exchange/workbookwriter.h"
#include "parts/filefilters.h"
#include "parts/gridview.h"
#include "people/registerimportdialog.h"
#include "people/surveytakeover.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

SurveyCompareDialog::SurveyCompareDialog(PageContext &pageContext, QWidget *parent)
    : QDialog(parent)
    , m_context(pageContext)
{
    setWindowTitle(tr("実施状況調査と名簿の比較"));
    const QSize room = screen()->availableSize();
    resize(qMin(940, room.width() - 40), qMin(600, room.height() - 60));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    auto *row = new QHBoxLayout;
    m_title = new ElidedLabel({}, this);
    m_title->setObjectName(u"compareTitle"_s);
    m_title->setFont(scaledFont(m_title, type::cardTitle, true));
    m_sheets = new QComboBox(this);
    m_sheets->setAccessibleName(tr("比べるシート"));
    m_sheets->hide();
    row->addWidget(m_title, 1);
    row->addWidget(m_sheets);
    column->addLayout(row);
    m_note = secondaryLabel({}, this);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    m_message = new NoticeBar(this);
    m_message->setObjectName(u"compareMessage"_s);
    m_message->hide();
    column->addWidget(m_message);
    makeTable();
    makeButtons();
    connect(m_sheets, &QComboBox::activated, this, &SurveyCompareDialog::compare);
}

SurveyCompareDialog::~SurveyCompareDialog() = default;

void SurveyCompareDialog::makeTable()
{
    m_model = new GridModel(this);
    const auto at = [this](int row) -> const SurveyMismatch & {
        return m_mismatches[static_cast<std::size_t>(row)];
    };
    const auto shown = [](const QString &text) { return text.isEmpty() ? tr("（なし）") : text; };
    m_model->setColumns({
        {.title = tr("市町村"), .text = [at](int row) { return at(row).municipality; }},
        {.title = tr("項目"), .text = [at](int row) { return at(row).what; }},
        {.title = tr("名簿の内容"), .text = [at, shown](int row) { return shown(at(row).registered); }},
        {.title = tr("調査の内容"), .text = [at, shown](int row) { return shown(at(row).surveyed); }},
        {.title = tr("調査票の場所"), .text = [at](int row) { return at(row).place; }},
    });
    m_model->setEditable(false);
    m_view = new GridView(tr("名簿と調査の違い"), m_model, this);
    m_view->setObjectName(u"mismatches"_s);
    const double letters[] = {6.5, 10.5, 18, 18, 5};
    for (int column = 0; column < 5; ++column)
        m_view->setLetters(column, letters[column]);
    m_view->horizontalHeader()->setStretchLastSection(true);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_view, 1);
    static_cast<QVBoxLayout *>(layout())->addStretch(0);
    connect(m_view, &QTableView::activated, this, &SurveyCompareDialog::takeOver);
    connect(m_view, &GridView::selectedChanged, this, [this] {
        m_take->setEnabled(!m_view->selectedIds().empty() && !m_context.document.isReadOnly());
    });
}

void SurveyCompareDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_take = buttons->addButton(tr("選んだ行を名簿に入れる"), QDialogButtonBox::ActionRole);
    m_take->setObjectName(u"takeOver"_s);
    m_take->setEnabled(false);
    makePrimary(m_take);
    m_export = buttons->addButton(tr("Excel に書き出す…"), QDialogButtonBox::ActionRole);
    m_export->setObjectName(u"exportMismatches"_s);
    buttons->addButton(tr("閉じる"), QDialogButtonBox::RejectRole);
    connect(m_take, &QPushButton::clicked, this, &SurveyCompareDialog::takeOver);
    connect(m_export, &QPushButton::clicked, this, &SurveyCompareDialog::exportTable);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void SurveyCompareDialog::setSource(const QString &path)
{
    m_file = QFileInfo(path).fileName();
    auto tables = readTables(path);
    if (!tables)
        return showError(tables.error());
    m_tables = std::move(*tables);
    std::erase_if(m_tables, [](const Table &table) { return table.rowCount() == 0; });
    if (m_tables.empty())
        return showError({.code = ErrorCode::NothingUnderstood,
                          .message = tr("中身のある表がありませんでした。"),
                          .file = m_file});
    const QSignalBlocker quiet(m_sheets);
    m_sheets->clear();
    for (const Table &table : m_tables)
        m_sheets->addItem(table.sheet.isEmpty() ? m_file : table.sheet);
    m_sheets->setVisible(m_tables.size() > 1);
    compare();
}

void SurveyCompareDialog::showError(const Error &error)
{
    m_message->show({Notice::Kind::Error, error.toString()}, false);
    m_message->setDetail(error.detail);
}

void SurveyCompareDialog::compare()
{
    const auto registry = loadRegistry(m_context.document);
    if (!registry)
        return showError(registry.error());
    const Table &table = m_tables[static_cast<std::size_t>(qMax(0, m_sheets->currentIndex()))];
    auto found = compareSurvey(*registry, table, QDate::currentDate());
    m_mismatches = found ? std::move(*found) : std::vector<SurveyMismatch>();
    std::vector<qint64> rows(m_mismatches.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<qint64>(i) + 1;
    m_model->setRows({});
    m_model->setRows(std::move(rows));
    m_export->setEnabled(!m_mismatches.empty());
    if (!found)
        return showError(found.error());
    m_message->hide();
    const bool any = !m_mismatches.empty();
    m_title->setText(any ? tr("名簿との違い %1件").arg(m_mismatches.size()) : tr("名簿との違いはありません"));
    setParagraph(m_note,
                 any ? tr("調査の表：%1　どちらが正しいかを市町村に確かめ、調査のほうが正しい行を選んで"
                          "名簿に入れます（Shift・Ctrl で複数、Enter でその1行）。")
                           .arg(m_file)
                     : tr("調査の表：%1").arg(m_file));
    m_view->setVisible(any);
    if (any)
        m_view->selectRow(0);
}

void SurveyCompareDialog::takeOver()
{
    const std::vector<qint64> rows = m_view->selectedIds();
    if (rows.empty() || m_context.document.isReadOnly())
        return;
    const int next = m_view->currentIndex().row();
    std::vector<SurveyMismatch> chosen;
    for (const qint64 row : rows)
        chosen.push_back(m_mismatches[static_cast<std::size_t>(row) - 1]);
    const Result<> done = takeOverSurvey(m_context.document, chosen);
    compare();
    m_view->selectRow(qBound(0, next, m_model->rowCount() - 1));
    m_view->setFocus(); // on with the next one
    if (!done)
        return showError(done.error());
    const SurveyMismatch &first = chosen.front();
    m_message->show(
        {Notice::Kind::Info,
         chosen.size() == 1
             ? tr("%1の「%2」を名簿に入れました。「元に戻す」で戻せます。")
                   .arg(first.municipality, first.what)
             : tr("%1件を名簿に入れました。「元に戻す」でまとめて戻せます。").arg(chosen.size())});
}

void SurveyCompareDialog::exportTable()
{
    const QString path = m_context.dialogs.saveFile(this, tr("違いを書き出す"),
                                                    tr("実施状況調査との違い.xlsx"), workbookFilter());
    if (path.isEmpty())
        return;
    WorkbookWriter workbook;
    workbook.setTitle(tr("実施状況調査と名簿の違い"));
    SheetWriter &sheet = workbook.addSheet(tr("違い"));
    sheet.writeTitle(tr("実施状況調査と名簿の違い"));
    sheet.writeNote(tr("調査の表：%1").arg(m_file));
    sheet.writeHead({tr("市町村"), tr("項目"), tr("名簿の内容"), tr("調査の内容"), tr("調査票の場所")});
    for (const SurveyMismatch &each : m_mismatches)
        sheet.writeRow({each.municipality, each.what, each.registered, each.surveyed, each.place});
    sheet.addFilter();
    if (const Result<> saved = workbook.save(path); !saved)
        return showError(saved.error());
    m_message->show({Notice::Kind::Info, tr("「%1」に書き出しました。").arg(QFileInfo(path).fileName())});
}

} // namespace tane
