#include "issues/logicmodelpage.h"

#include "base/fiscalyear.h"
#include "issues/logictable.h"
#include "issues/sheetlist.h"
#include "issues/showissuesheet.h"
#include "paper/chartexport.h"
#include "paper/logicpaper.h"
#include "paper/pagessvg.h"
#include "printing/pageview.h"
#include "programme/workshop.h"
#include "shell/icons.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kBothColumns = 900;
}

LogicModelPage::LogicModelPage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("施策ロジックモデル"), pageContext, parent)
    , m_form(document(), tr("ロジックモデル"), [this](const Result<> &result) { report(result); })
{
    m_empty = new EmptyState(tr("ロジックモデルはまだありません"),
                             tr("施策が、どの指標と中間アウトカムを通って目指す姿につながるかを、1枚の図にし"
                                "ます。表に書くと、図が左"
                                "から右へ自動で描かれます。"),
                             tr("ロジックモデルを作る"), this);
    m_empty->button()->setObjectName(u"addFirstModel"_s);
    connect(m_empty->button(), &QPushButton::clicked, this, &LogicModelPage::add);
    body()->addWidget(m_empty, 1);
    m_body = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_body);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::m);
    body()->addWidget(m_body, 1);
    makeHeader();
    makeExports();
    makeTable();
    makeDrawing();
}

void LogicModelPage::makeHeader()
{
    m_models = new QComboBox(this);
    m_models->setObjectName(u"logicModels"_s);
    m_models->setAccessibleName(tr("ロジックモデル"));
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_models->setMinimumContentsLength(20);
    m_remove = new QPushButton(tr("削除"), this);
    m_remove->setObjectName(u"removeModel"_s);
    m_export = new QPushButton(symbolIcon(Symbol::Export), tr("図を書き出す"), this);
    m_export->setObjectName(u"exportModel"_s);
    m_print = new QPushButton(symbolIcon(Symbol::Print), tr("印刷 A3"), this);
    m_print->setObjectName(u"printModel"_s);
    m_print->setShortcut(QKeySequence::Print);
    m_add = new QPushButton(symbolIcon(Symbol::Plus, ColorRole::AccentText), tr("新しいモデル"), this);
    m_add->setObjectName(u"addModel"_s);
    makePrimary(m_add);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_models, m_remove, m_export, m_print, m_add})
        header()->addAction(widget);
    connect(m_models, &QComboBox::activated, this, &LogicModelPage::load);
    connect(m_remove, &QPushButton::clicked, this, &LogicModelPage::remove);
    connect(m_print, &QPushButton::clicked, this, &LogicModelPage::print);
    connect(m_add, &QPushButton::clicked, this, &LogicModelPage::add);
}

void LogicModelPage::makeExports()
{
    auto *menu = new QMenu(m_export);
    m_exports << menu->addAction(tr("PNG 画像…"), this, [this] { exportPicture(false); });
    if (kWritesSvg)
        m_exports << menu->addAction(tr("SVG 画像…"), this, [this] { exportPicture(true); });
    m_export->setMenu(menu);
}

void LogicModelPage::makeTable()
{
    auto *card = new Card({}, m_body);
    m_tableCard = card;
    auto *grid = new FieldGrid(52);
    m_title = m_form.line(card, tr("題名"), &LogicModel::title, true);
    m_title->setObjectName(u"modelTitle"_s);
    grid->addField(tr("題名"), {m_title});
    auto *place = m_form.box<qint64>(card, tr("市町村"), &LogicModel::municipality,
                                     [this] { return municipalityChoices(registry(), tr("（県全体）")); });
    place->setObjectName(u"modelMunicipality"_s);
    auto *year = new SavedLine(
        tr("年度"),
        [this](const QString &text) -> Result<> {
            const auto parsed = FiscalYear::parse(text);
            if (!text.isEmpty() && !parsed)
                return fail(ErrorCode::BadFormat,
                            tr("年度が読めません。令和8年度 や R8 のように書いてください。"));
            return saveField<LogicModel>(document(), m_form.id(), &LogicModel::year,
                                         parsed ? std::optional(parsed->startYear()) : std::nullopt,
                                         tr("ロジックモデルの年度の変更"));
        },
        card);
    year->setObjectName(u"modelYear"_s);
    year->setSavesWhileTyping(false);
    year->setPlaceholder(tr("年度"));
    year->setFixedWidth(120);
    m_form.own(year, [year](const LogicModel &model) {
        year->setValue(model.year ? FiscalYear(*model.year).text() : QString());
    });
    grid->addField(tr("市町村"), {place, year});
    card->body()->addLayout(grid);
    m_table = new LogicTable(context(), card);
    card->body()->addWidget(m_table, 1);
    m_columns->addWidget(card, 6);
    connect(m_table, &LogicTable::failed, this, &LogicModelPage::showError);
    connect(m_table, &LogicTable::succeeded, this, &LogicModelPage::clearError);
}

void LogicModelPage::makeDrawing()
{
    auto *card = new Card({}, m_body);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::s);
    auto *title = new QLabel(tr("図"), card);
    title->setFont(scaledFont(title, type::cardTitle, true));
    head->addWidget(title);
    head->addWidget(secondaryLabel(tr("表から自動で描きます"), card));
    head->addStretch(1);
    m_drawing = new PageView(card);
    const auto tool = [&](const QString &text, const QString &name, const QString &about) {
        auto *button = new QPushButton(text, card);
        button->setObjectName(name);
        button->setAccessibleName(about);
        button->setToolTip(about);
        makePlain(button);
        head->addWidget(button);
        return button;
    };
    connect(tool(tr("縮小"), u"figureSmaller"_s, tr("図を小さくする（Ctrl とホイールでも）")),
            &QPushButton::clicked, m_drawing, &PageView::zoomOut);
    connect(tool(tr("拡大"), u"figureLarger"_s, tr("図を大きくする（Ctrl とホイールでも）")),
            &QPushButton::clicked, m_drawing, &PageView::zoomIn);
    connect(tool(tr("幅に合わせる"), u"figureFit"_s, tr("図を枠の幅に合わせる")), &QPushButton::clicked, this,
            [this] { m_drawing->setFit(PageView::Fit::Width); });
    m_enlarge = tool(tr("図だけを見る"), u"figureOnly"_s, tr("表を隠して図を広げる"));
    m_enlarge->setCheckable(true);
    connect(m_enlarge, &QPushButton::toggled, this, &LogicModelPage::enlarge);
    card->body()->addLayout(head);
    m_drawing->setObjectName(u"logicDrawing"_s);
    m_drawing->setAccessibleName(tr("ロジックモデルの図"));
    m_drawing->setFit(PageView::Fit::Width);
    m_drawing->installEventFilter(this);
    card->body()->addWidget(m_drawing, 1);
    m_columns->addWidget(card, 6);
}

qint64 LogicModelPage::model() const
{
    return m_models->currentData().toLongLong();
}

void LogicModelPage::fill()
{
    const auto all = RecordTable<LogicModel>(document()).all();
    if (!report(all))
        return;
    std::vector<std::pair<QString, qint64>> choices;
    for (const LogicModel &each : *all) {
        const Municipality *place = registry().municipality(each.municipality);
        const QString title = each.title.isEmpty() ? tr("（題名なし）") : each.title;
        choices.emplace_back(place != nullptr ? QString(place->name + u'　' + title) : title, each.id);
    }
    refillChoices(m_models, choices);
    load();
}

void LogicModelPage::load()
{
    const bool any = m_models->count() > 0;
    m_empty->setVisible(!any);
    m_empty->button()->setEnabled(isWritable());
    m_body->setVisible(any);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_models, m_remove, m_export, m_print, m_add})
        widget->setVisible(any);
    m_add->setEnabled(isWritable());
    m_remove->setEnabled(isWritable());
    header()->setContext({});
    if (!any)
        return m_form.leave();
    auto loaded = loadLogicModel(document(), model());
    if (!report(loaded))
        return;
    m_content = std::move(*loaded);
    header()->setContext(tr("施策%1・指標%2・アウトカム%3")
                             .arg(m_content.of(LogicNode::Kind::Measure).size())
                             .arg(m_content.of(LogicNode::Kind::Indicator).size())
                             .arg(m_content.of(LogicNode::Kind::Outcome).size()));
    m_table->showModel(m_content, isWritable());
    m_models->setToolTip(m_models->currentText());
    showFigure();
    const LogicModel shown = m_content.model;
    m_form.show(shown, isWritable());
}

/// Laid out for the room there is, so that it can be read without zooming.
void LogicModelPage::showFigure()
{
    constexpr double frame = 2 * metrics::xl; // that a page view leaves around a page
    m_figureWidth = m_drawing->width();
    const double room = m_figureWidth - frame - m_drawing->verticalScrollBar()->sizeHint().width();
    const int scrolled = m_drawing->verticalScrollBar()->value();
    m_drawing->setPaper(std::make_shared<const PaperPages>(
        logicModelFigure(m_content, room * 25.4 / m_drawing->logicalDpiX())));
    m_drawing->verticalScrollBar()->setValue(scrolled);
}

/// The figure alone, over the whole width.
void LogicModelPage::enlarge(bool on)
{
    m_tableCard->setVisible(!on);
    m_enlarge->setText(on ? tr("表も見る") : tr("図だけを見る"));
    m_enlarge->setAccessibleName(on ? tr("表と図を並べる") : tr("表を隠して図を広げる"));
    m_enlarge->setToolTip(m_enlarge->accessibleName());
}

bool LogicModelPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_drawing && event->type() == QEvent::Resize && m_drawing->width() != m_figureWidth &&
        model() != 0)
        showFigure();
    return RegistryPage::eventFilter(watched, event);
}

Result<PaperPages> LogicModelPage::draw()
{
    IssueSheetOptions options;
    options.today = QDate::currentDate();
    TANE_TRY(options.prefecture, WorkshopRepository(document()).prefecture());
    if (const Municipality *place = registry().municipality(m_content.model.municipality))
        options.place = place->name;
    return logicModelPages(m_content, options);
}

bool LogicModelPage::reveal(const QString &table, qint64 row)
{
    qint64 wanted = table == u"logic_model"_s ? row : 0;
    if (table == u"logic_node"_s)
        if (const auto node = RecordTable<LogicNode>(document()).load(row))
            wanted = node->model;
    const int index = m_models->findData(wanted);
    if (wanted == 0 || index < 0)
        return false;
    m_models->setCurrentIndex(index);
    m_enlarge->setChecked(false); // what is asked for stands in the table
    load();
    if (table == u"logic_node"_s && !m_table->select(row))
        return false;
    m_table->table()->setFocus();
    return true;
}

void LogicModelPage::add()
{
    if (!isWritable())
        return;
    LogicModel model{.title = tr("在宅医療・介護連携推進事業"),
                     .year = FiscalYear::of(QDate::currentDate()).startYear()};
    const auto id = RecordTable<LogicModel>(document()).add(model, tr("ロジックモデルの追加"));
    if (!report(id))
        return;
    refresh();
    if (!reveal(u"logic_model"_s, *id))
        return;
    m_table->setKind(LogicNode::Kind::Measure);
    m_title->edit()->setFocus();
    m_title->edit()->selectAll();
}

void LogicModelPage::remove()
{
    if (model() == 0 || !isWritable())
        return;
    const bool sure = context().dialogs.confirm(
        this,
        tr("ロジックモデル「%1」を、施策や指標ごと削除しますか。すぐあとなら「元に戻す」で戻せます。")
            .arg(m_content.model.title),
        tr("削除する"));
    if (sure)
        report(RecordTable<LogicModel>(document()).remove(model(), tr("ロジックモデルの削除")));
}

void LogicModelPage::print()
{
    SavedField::commitAll(this);
    if (model() != 0)
        report(showIssueSheet(context(), IssueSheetKind::LogicModel, model(), this));
}

void LogicModelPage::exportPicture(bool svg)
{
    SavedField::commitAll(this);
    if (model() == 0)
        return;
    const QString name =
        issueSheetFileName(IssueSheetKind::LogicModel, model()) + (svg ? u".svg"_s : u".png"_s);
    const QString path = context().dialogs.saveFile(this, tr("図の書き出し"), name,
                                                    svg ? tr("SVG 画像 (*.svg)") : tr("PNG 画像 (*.png)"));
    if (path.isEmpty())
        return;
    const auto pages = draw();
    if (!report(pages))
        return;
    Result<QStringList> files = QStringList();
#if TANE_SVG
    files = svg ? writePagesSvg(path, *pages) : writePagesPng(path, *pages);
#else
    files = writePagesPng(path, *pages);
#endif
    if (!report(files))
        return;
    const QFileInfo first(files->value(0));
    Q_EMIT notice({Notice::Kind::Info, files->size() == 1
                                           ? tr("「%1」フォルダーに「%2」を書き出しました。")
                                                 .arg(first.absoluteDir().dirName(), first.fileName())
                                           : tr("「%1」フォルダーに、%2枚の図を書き出しました。")
                                                 .arg(first.absoluteDir().dirName())
                                                 .arg(files->size())});
}

void LogicModelPage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    const bool beside = width() >= kBothColumns;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_drawing->setMinimumHeight(beside ? 0 : 320);
}

} // namespace tane
