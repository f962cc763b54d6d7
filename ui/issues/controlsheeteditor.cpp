#include "issues/controlsheeteditor.h"

#include "issues/controlindicatortable.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBothColumns = 900;
constexpr int kLabels = 92;

QLabel *smallTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(scaledFont(label, type::body, true));
    label->setWordWrap(true);
    return label;
}

} // namespace

ControlSheetEditor::ControlSheetEditor(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(context.document, tr("課題管理シート"), [this](const Result<> &result) { report(result); })
    , m_sceneForm(context.document, tr("課題管理シート"), [this](const Result<> &result) { report(result); })
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    makeHead();
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_scenes = new SegmentedControl(this);
    m_scenes->setObjectName(u"controlScenes"_s);
    m_scenes->setAccessibleName(tr("場面"));
    m_addScene = new QPushButton(tr("場面を加える"), this);
    m_addScene->setObjectName(u"addScene"_s);
    makePlain(m_addScene);
    m_removeScene = new QPushButton(tr("この場面を削除"), this);
    m_removeScene->setObjectName(u"removeScene"_s);
    makePlain(m_removeScene);
    row->addWidget(m_scenes);
    row->addStretch(1);
    row->addWidget(m_removeScene);
    row->addWidget(m_addScene);
    column->addLayout(row);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::m);
    column->addLayout(m_columns);
    column->addStretch(1);
    makeScene();
    makeSupport();
    connect(m_scenes, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        m_shown = m_content.scenes[static_cast<std::size_t>(index)].scene.name;
        fillScene();
    });
    connect(m_addScene, &QPushButton::clicked, this, &ControlSheetEditor::addScene);
    connect(m_removeScene, &QPushButton::clicked, this, &ControlSheetEditor::removeScene);
}

void ControlSheetEditor::makeHead()
{
    auto *card = new Card({}, this);
    auto *grid = new FieldGrid(kLabels);
    card->body()->addLayout(grid);
    auto *vision = m_form.text(card, tr("事業のめざす姿"), &ControlSheet::vision);
    vision->setObjectName(u"controlVision"_s);
    grid->addField(tr("事業のめざす姿"), {vision});
    auto *filled = m_form.date(card, tr("記入日"), &ControlSheet::filledOn);
    filled->setObjectName(u"controlFilledOn"_s);
    auto *note = m_form.line(card, tr("備考"), &ControlSheet::note);
    note->setPlaceholder(tr("備考（県の控え。様式には載りません）"));
    grid->addField(tr("記入日"), {filled, note});
    layout()->addWidget(card);
}

void ControlSheetEditor::makeScene()
{
    m_scene = new Card({}, this);
    auto *upper = new FieldGrid(kLabels);
    m_scene->body()->addLayout(upper);
    const auto add = [this](FieldGrid *grid, const QString &label, const QString &name, const QString &object,
                            QString ControlScene::*member, int lines) {
        auto *field = m_sceneForm.text(m_scene, name, member, lines);
        field->setObjectName(object);
        grid->addField(label, {field});
        return field;
    };
    add(upper, tr("めざす姿"), tr("めざす姿"), u"aim"_s, &ControlScene::aim, 1);
    add(upper, tr("現状"), tr("現状"), u"present"_s, &ControlScene::present, 2);
    add(upper, tr("課題"), tr("課題"), u"issue"_s, &ControlScene::issue, 2);
    const QString measuresLabel = tr("課題を改善するために実施している事業（対策）");
    auto *measures = m_sceneForm.text(m_scene, measuresLabel, &ControlScene::measures, 3);
    measures->setObjectName(u"measures"_s);
    QLabel *label = upper->addField(measuresLabel, {measures});
    setParagraph(label, measuresLabel); // several lines: they need their leading
    label->setWordWrap(true);
    measures->setPlaceholder(tr("実施対象及び内容（具体的に）"));
    m_scene->body()->addWidget(smallTitle(tr("評価"), m_scene));
    m_indicators = new ControlIndicatorTable(m_context, m_scene);
    m_scene->body()->addWidget(m_indicators);
    auto *lower = new FieldGrid(kLabels);
    m_scene->body()->addLayout(lower);
    add(lower, tr("今後の改善策"), tr("今後の改善策"), u"improvement"_s, &ControlScene::improvement, 2);
    m_columns->addWidget(m_scene, 9);
    connect(m_indicators, &ControlIndicatorTable::failed, this, &ControlSheetEditor::failed);
    connect(m_indicators, &ControlIndicatorTable::succeeded, this, &ControlSheetEditor::succeeded);
}

void ControlSheetEditor::makeSupport()
{
    m_support = new Card(tr("センターによる支援"), this);
    const auto add = [this](const QString &title, const QString &object, QString ControlScene::*member,
                            const QString &hint) {
        m_support->body()->addWidget(smallTitle(title, m_support));
        auto *field = m_sceneForm.text(m_support, title, member, 5);
        field->setObjectName(object);
        field->setPlaceholder(hint);
        m_support->body()->addWidget(field);
    };
    add(tr("市町の課題に対して支援した内容"), u"supportGiven"_s, &ControlScene::supportGiven,
        tr("予定を含めて書きます"));
    add(tr("支援できずに困っていること"), u"supportWanting"_s, &ControlScene::supportWanting,
        tr("県の支援を検討するときの資料になります"));
    m_support->body()->addStretch(1);
    m_columns->addWidget(m_support, 3);
}

void ControlSheetEditor::showSheet(const ControlContent &content, bool writable)
{
    m_writable = writable;
    m_content = content;
    const ControlSheet sheet = content.sheet;
    m_form.show(sheet, writable);
    QStringList names;
    for (const ControlContent::Scene &each : m_content.scenes)
        names << each.scene.name;
    if (!names.contains(m_shown))
        m_shown = names.value(0);
    {
        const QSignalBlocker quiet(m_scenes);
        m_scenes->setItems(names);
        m_scenes->setCurrentIndex(static_cast<int>(names.indexOf(m_shown)));
    }
    m_addScene->setEnabled(writable);
    fillScene();
}

void ControlSheetEditor::fillScene()
{
    const auto found = std::ranges::find_if(
        m_content.scenes, [&](const ControlContent::Scene &each) { return each.scene.name == m_shown; });
    m_scene->setVisible(found != m_content.scenes.end());
    m_support->setVisible(found != m_content.scenes.end());
    if (found == m_content.scenes.end())
        return m_sceneForm.leave();
    const ControlContent::Scene shown = *found; // saving what was typed reads the sheet anew
    const std::vector<int> years = m_content.years();
    m_scene->setTitle(shown.scene.name);
    m_scene->setSubtitle(controlStateText(controlStateOf(shown)));
    m_removeScene->setVisible(!fourScenes().contains(shown.scene.name));
    m_removeScene->setEnabled(m_writable);
    m_indicators->showScene(shown, years, m_content.sheet.year, m_writable);
    m_sceneForm.show(shown.scene, m_writable);
}

void ControlSheetEditor::leave()
{
    m_form.leave();
    m_sceneForm.leave();
}

QString ControlSheetEditor::scene() const
{
    return m_shown;
}

void ControlSheetEditor::showScene(const QString &name)
{
    for (std::size_t i = 0; i < m_content.scenes.size(); ++i)
        if (m_content.scenes[i].scene.name == name && m_scenes->currentIndex() != static_cast<int>(i)) {
            m_scenes->setCurrentIndex(static_cast<int>(i));
            m_shown = name;
            fillScene();
        }
}

void ControlSheetEditor::addScene()
{
    const auto name = m_context.dialogs.askText(this, tr("場面を加える"), tr("場面の名前（例：認知症）"), {});
    if (!name || name->trimmed().isEmpty())
        return;
    const QString wanted = name->trimmed();
    if (std::ranges::any_of(m_content.scenes,
                            [&](const ControlContent::Scene &each) { return each.scene.name == wanted; }))
        return Q_EMIT failed({.code = ErrorCode::Conflict,
                              .message = tr("「%1」の場面は、このシートにすでにあります。").arg(wanted)});
    m_shown = wanted;
    const auto id = RecordTable<ControlScene>(m_context.document)
                        .add({.sheet = m_content.sheet.id, .name = wanted}, tr("場面の追加"));
    report(id ? Result<>() : Result<>(std::unexpected(id.error())));
}

void ControlSheetEditor::removeScene()
{
    const auto found = std::ranges::find_if(
        m_content.scenes, [&](const ControlContent::Scene &each) { return each.scene.name == m_shown; });
    if (found == m_content.scenes.end())
        return;
    const bool sure = m_context.dialogs.confirm(
        this,
        tr("このシートから「%1」の場面と、そこに書いた内容を削除しますか。すぐあとなら「元に戻す」で戻せま"
           "す。")
            .arg(m_shown),
        tr("削除する"));
    if (sure)
        report(RecordTable<ControlScene>(m_context.document).remove(found->scene.id, tr("場面の削除")));
}

void ControlSheetEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() >= kBothColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

bool ControlSheetEditor::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
    return result.has_value();
}

} // namespace tane
