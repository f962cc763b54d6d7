#include "issues/controlsheetspage.h"

#include "base/fiscalyear.h"
#include "issues/controloverview.h"
#include "issues/controlsheeteditor.h"
#include "issues/sheetlist.h"
#include "shell/icons.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace tane {

ControlSheetsPage::ControlSheetsPage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("課題管理シート"), pageContext, parent)
{
    m_empty = new EmptyState(tr("市町村がまだ登録されていません"),
                             tr("課題管理シートは、市町村ごとに4つの場面のめざす姿・課題・指標・支援を書くシ"
                                "ートです。はじめに市町村"
                                "を登録すると、県全体の進み具合がここに並びます。"),
                             tr("市町村・センターを開く"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"municipalities"_s); });
    body()->addWidget(m_empty, 1);
    m_overview = new ControlOverview(this);
    body()->addWidget(m_overview, 1);
    m_editor = new ControlSheetEditor(context(), this);
    m_editor->hide();
    body()->addWidget(m_editor);
    makeSheetButtons();
    makeHeader();
    connect(m_overview, &ControlOverview::opened, this, &ControlSheetsPage::open);
    connect(m_overview, &ControlOverview::currentChanged, this, &ControlSheetsPage::showButtons);
    connect(m_editor, &ControlSheetEditor::failed, this, &ControlSheetsPage::showError);
    connect(m_editor, &ControlSheetEditor::succeeded, this, &ControlSheetsPage::clearError);
}

void ControlSheetsPage::makeSheetButtons()
{
    m_back = new QPushButton(tr("‹ 一覧に戻る"), this);
    m_back->setObjectName(u"backToOverview"_s);
    m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_back->setToolTip(tr("市町村の一覧に戻る（Alt+←）"));
    m_previous = new QPushButton(tr("前の市町村"), this);
    m_previous->setObjectName(u"previousSheet"_s);
    m_next = new QPushButton(tr("次の市町村"), this);
    m_next->setObjectName(u"nextSheet"_s);
    m_remove = new QPushButton(tr("削除"), this);
    m_remove->setObjectName(u"removeSheet"_s);
    for (QPushButton *button : {m_back, m_previous, m_next, m_remove})
        header()->addAction(button);
    connect(m_back, &QPushButton::clicked, this, &ControlSheetsPage::closeSheet);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_remove, &QPushButton::clicked, this, &ControlSheetsPage::removeSheet);
}

void ControlSheetsPage::makeHeader()
{
    m_years = new QComboBox(this);
    m_years->setObjectName(u"controlYear"_s);
    m_years->setAccessibleName(tr("年度"));
    m_import = new QPushButton(tr("取り込む…"), this);
    m_import->setObjectName(u"importSheets"_s);
    m_export = new QPushButton(symbolIcon(Symbol::Export), tr("書き出す"), this);
    m_export->setObjectName(u"exportSheets"_s);
    auto *menu = new QMenu(m_export);
    m_exportForm =
        menu->addAction(tr("この市町村に送る様式（Excel）…"), this, &ControlSheetsPage::exportForm);
    QAction *all =
        menu->addAction(tr("全市町村に送る様式（フォルダー）…"), this, &ControlSheetsPage::exportAllForms);
    QAction *table =
        menu->addAction(tr("1つの表にまとめる（Excel）…"), this, &ControlSheetsPage::exportTable);
    m_export->setMenu(menu);
    m_exports = {m_exportForm, all, table};
    m_print = new QPushButton(symbolIcon(Symbol::Print), tr("印刷"), this);
    m_print->setObjectName(u"printControl"_s);
    m_carry = new QPushButton(tr("昨年度から引き継ぐ"), this);
    m_carry->setObjectName(u"carryOver"_s);
    auto *carry = new QMenu(m_carry);
    m_carryOne = carry->addAction({}, this, [this] { begin(true); });
    m_carryAll = carry->addAction({}, this, &ControlSheetsPage::carryAll);
    m_carry->setMenu(carry);
    m_open = new QPushButton(this);
    m_open->setObjectName(u"openSheet"_s);
    makePrimary(m_open);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_years, m_import, m_export, m_print, m_carry, m_open})
        header()->addAction(widget);
    connect(m_years, &QComboBox::activated, this, [this] {
        m_editor->leave();
        m_sheet = 0;
        fill();
    });
    connect(m_import, &QPushButton::clicked, this, [this] { openImport(); });
    connect(m_print, &QPushButton::clicked, this, &ControlSheetsPage::print);
    connect(m_open, &QPushButton::clicked, this, &ControlSheetsPage::open);
}

int ControlSheetsPage::year() const
{
    return m_years->currentData().toInt();
}

QString ControlSheetsPage::nameOf(qint64 municipality) const
{
    const Municipality *place = registry().municipality(municipality);
    return place != nullptr ? place->name : QString();
}

const ControlContent *ControlSheetsPage::shownSheet() const
{
    const auto found = std::ranges::find_if(
        m_contents, [&](const ControlContent &each) { return each.sheet.id == m_sheet; });
    return m_sheet == 0 || found == m_contents.end() ? nullptr : &*found;
}

qint64 ControlSheetsPage::municipality() const
{
    const ControlContent *shown = shownSheet();
    return shown != nullptr ? shown->sheet.municipality : m_overview->municipality();
}

/// The years with sheets, this one and the next: what is planned now is often for the next.
void ControlSheetsPage::fillYears(const std::vector<ControlSheet> &sheets)
{
    const int now = FiscalYear::of(QDate::currentDate()).startYear();
    std::set<int, std::greater<>> years{now, now + 1};
    int newest = 0;
    for (const ControlSheet &each : sheets) {
        years.insert(each.year);
        newest = std::max(newest, each.year);
    }
    const bool first = m_years->count() == 0;
    std::vector<std::pair<QString, qint64>> choices;
    for (const int each : years)
        choices.emplace_back(FiscalYear(each).text(), each);
    refillChoices(m_years, choices);
    if (first)
        m_years->setCurrentIndex(m_years->findData(newest != 0 ? newest : now));
}

void ControlSheetsPage::fill()
{
    auto sheets = controlSheets(document());
    if (!report(sheets))
        return;
    m_sheets = std::move(*sheets);
    fillYears(m_sheets);
    auto contents = controlSheetsOf(document(), year());
    if (!report(contents))
        return;
    m_contents = std::move(*contents);
    QSet<qint64> earlier;
    for (const ControlSheet &each : m_sheets)
        if (each.year == year() - 1)
            earlier.insert(each.municipality);
    m_overview->fill(registry(), m_contents, year(), earlier);
    if (m_sheet != 0 && shownSheet() == nullptr) { // undo took it away
        m_editor->leave();
        m_sheet = 0;
    }
    showView();
}

void ControlSheetsPage::showView()
{
    const bool any = !registry().municipalities.empty();
    const ControlContent *shown = shownSheet();
    m_empty->setVisible(!any);
    m_overview->setVisible(any && shown == nullptr);
    m_editor->setVisible(any && shown != nullptr);
    header()->titleLabel()->setText(shown != nullptr
                                        ? tr("%1の課題管理シート").arg(nameOf(shown->sheet.municipality))
                                        : tr("課題管理シート"));
    header()->setContext(
        !any ? QString()
        : shown != nullptr
            ? FiscalYear(shown->sheet.year).text()
            : tr("シート %1／%2市町村").arg(m_contents.size()).arg(registry().municipalities.size()));
    if (shown != nullptr)
        m_editor->showSheet(*shown, isWritable());
    showButtons();
}

void ControlSheetsPage::showButtons()
{
    const bool any = !registry().municipalities.empty();
    const bool sheet = shownSheet() != nullptr;
    for (QWidget *widget : {m_back, m_previous, m_next, m_remove})
        widget->setVisible(any && sheet);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_years, m_import, m_carry, m_open})
        widget->setVisible(any && !sheet);
    m_export->setVisible(any);
    m_print->setVisible(any);
    m_print->setText(sheet ? tr("印刷・書き出し") : tr("まとめを印刷"));
    m_print->setShortcut(QKeySequence::Print); // a new text takes it away
    if (!any)
        return;
    const qint64 place = municipality();
    const bool there = m_overview->sheetOf(place) != 0;
    const QString name = nameOf(place);
    const auto before = [&](qint64 id) {
        return std::ranges::any_of(m_sheets, [&](const ControlSheet &each) {
            return each.municipality == id && each.year == year() - 1;
        });
    };
    const auto waiting = std::ranges::count_if(registry().municipalities, [&](const Municipality &each) {
        return before(each.id) && m_overview->sheetOf(each.id) == 0;
    });
    m_open->setText(there ? tr("シートを開く") : tr("シートを作る"));
    m_open->setEnabled(place != 0 && (there || isWritable()));
    m_carry->setEnabled(isWritable() && waiting > 0);
    m_carry->setToolTip(tr("昨年度の文章・基準値・目標値を写します（結果と評価は写しません）。"));
    m_carryOne->setText(tr("%1のシート").arg(name));
    m_carryOne->setEnabled(place != 0 && !there && before(place));
    m_carryAll->setText(tr("まだシートのない%1市町村すべて").arg(waiting));
    m_exportForm->setEnabled(place != 0);
    m_import->setEnabled(isWritable());
    m_remove->setEnabled(isWritable());
    if (sheet) {
        const auto index =
            std::ranges::find(m_contents, m_sheet, [](const ControlContent &each) { return each.sheet.id; }) -
            m_contents.begin();
        m_previous->setEnabled(index > 0);
        m_next->setEnabled(index + 1 < std::ssize(m_contents));
    }
}

bool ControlSheetsPage::reveal(const QString &table, qint64 row)
{
    if (table == u"municipality"_s) {
        closeSheet();
        return m_overview->select(row);
    }
    qint64 wanted = table == u"control_sheet"_s ? row : 0;
    QString scene;
    if (table == u"control_scene"_s)
        if (const auto stored = RecordTable<ControlScene>(document()).load(row)) {
            wanted = stored->sheet;
            scene = stored->name;
        }
    const auto found = std::ranges::find(m_sheets, wanted, &ControlSheet::id);
    if (found == m_sheets.end())
        return false;
    m_editor->leave();
    if (found->year != year()) {
        const int other = found->year;
        m_sheet = 0;
        m_years->setCurrentIndex(m_years->findData(other));
        fill();
    }
    openSheet(wanted);
    if (m_sheet == wanted && !scene.isEmpty())
        m_editor->showScene(scene);
    return m_sheet == wanted;
}

} // namespace tane
