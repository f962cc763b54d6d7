#include "issues/scenarioeditor.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

ScenarioEditor::ScenarioEditor(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_form(document, tr("シナリオ"), [this](const Result<> &result) { report(result); })
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_prompt = secondaryLabel({}, this);
    setParagraph(m_prompt, tr("一覧でシナリオを選ぶと、ここで書けます。"));
    m_fields = new QWidget(this);
    m_column = new QVBoxLayout(m_fields);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::s);
    makeHead();
    makeCauses();
    makeMeasures();
    m_column->addStretch(1);
    outer->addWidget(m_prompt);
    outer->addWidget(m_fields, 1);
    outer->addStretch(0);
}

void ScenarioEditor::makeHead()
{
    auto *grid = new FieldGrid(76);
    m_column->addLayout(grid);
    m_cardLink = new QPushButton(m_fields);
    m_cardLink->setObjectName(u"scenarioCard"_s);
    makePlain(m_cardLink);
    m_cardLink->setToolTip(tr("地域課題のカードを開きます。"));
    m_cardLink->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_cardLink, &QPushButton::clicked, this, [this] { Q_EMIT cardRequested(m_card); });
    m_noCard = secondaryLabel(tr("（カードなし）"), m_fields);
    auto *origin = new QWidget(m_fields);
    auto *originRow = new QHBoxLayout(origin);
    originRow->setContentsMargins(0, 0, 0, 0);
    originRow->addWidget(m_cardLink);
    originRow->addWidget(m_noCard);
    originRow->addStretch(1);
    grid->addField(tr("もとの課題"), {origin});
    auto *place = m_form.box<qint64>(m_fields, tr("市町村"), &Scenario::municipality, [this] {
        std::vector<std::pair<QString, qint64>> choices{{tr("（なし）"), 0}};
        for (const Municipality &each : m_registry->municipalities)
            choices.emplace_back(each.name, each.id);
        return choices;
    });
    place->setObjectName(u"scenarioMunicipality"_s);
    auto *day = m_form.date(m_fields, tr("記入日"), &Scenario::writtenOn);
    grid->addField(tr("市町村"), {place, day});
    auto *authors = m_form.line(m_fields, tr("検討した人"), &Scenario::authors);
    authors->setPlaceholder(tr("例：市担当者、在宅医療コーディネーター"));
    grid->addField(tr("検討した人"), {authors});

    addQuestion(1, tr("テーマ（取り組むことを1つ）"));
    m_theme = m_form.text(m_fields, tr("問1 テーマ"), &Scenario::theme);
    m_theme->setObjectName(u"theme"_s);
    m_theme->setPlaceholder(tr("例：【入退院支援】退院の連絡が直前になる"));
    m_column->addWidget(m_theme);
    addQuestion(2, tr("目指す姿"));
    auto *vision = m_form.text(m_fields, tr("問2 目指す姿"), &Scenario::vision, 2);
    vision->setObjectName(u"vision"_s);
    vision->setPlaceholder(tr("このテーマが解決したとき、どのような状態になっているか"));
    m_column->addWidget(vision);
}

void ScenarioEditor::addQuestion(int number, const QString &title)
{
    auto *label = new QLabel(tr("問%1　%2").arg(number).arg(title), m_fields);
    label->setFont(scaledFont(label, type::body, true));
    label->setContentsMargins(0, metrics::s, 0, 0);
    m_column->addWidget(label);
}

template<std::size_t n>
SavedText *ScenarioEditor::element(const QString &name, Texts<n> member, std::size_t index)
{
    auto *field = new SavedText(
        name,
        [this, name, member, index](const QString &text) -> Result<> {
            RecordTable<Scenario> table(m_document);
            TANE_TRY(Scenario record, table.load(m_form.id()));
            (record.*member)[index] = text;
            return table.update(record, tr("シナリオの%1の変更").arg(name));
        },
        m_fields);
    return m_form.own(
        field, [field, member, index](const Scenario &record) { field->setValue((record.*member)[index]); });
}

void ScenarioEditor::makeCauses()
{
    addQuestion(3, tr("原因（4つまで）と根本原因（1つ）"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::s);
    grid->setVerticalSpacing(metrics::xs);
    grid->setColumnStretch(1, 1);
    m_column->addLayout(grid);
    for (std::size_t i = 0; i < Scenario::kCauses; ++i) {
        const int row = static_cast<int>(i);
        const QString name = tr("原因%1").arg(row + 1);
        auto *field = new SavedText(
            tr("問3 %1").arg(name), [this, i](const QString &text) { return saveCause(i, text); }, m_fields);
        field->setObjectName(u"cause%1"_s.arg(row + 1));
        m_form.own(field, [field, i](const Scenario &record) { field->setValue(record.causes[i]); });
        m_chosen[i] = new QRadioButton(tr("根本原因"), m_fields);
        m_chosen[i]->setObjectName(u"root%1"_s.arg(row + 1));
        m_chosen[i]->setAccessibleName(tr("%1を根本原因にする").arg(name));
        m_chosen[i]->setAutoExclusive(false); // none may be chosen; showRootCause keeps it to one
        connect(m_chosen[i], &QRadioButton::clicked, this, [this, i] { chooseRootCause(i); });
        QLabel *label = secondaryLabel(name, m_fields);
        label->setContentsMargins(0, metrics::s, 0, 0);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(field, row, 1);
        grid->addWidget(m_chosen[i], row, 2, Qt::AlignTop);
    }
    const int last = static_cast<int>(Scenario::kCauses);
    auto *root = m_form.text(m_fields, tr("問3 根本原因"), &Scenario::rootCause);
    root->setObjectName(u"rootCause"_s);
    root->setPlaceholder(tr("上から1つ選ぶか、原因をまとめた言葉で書きます"));
    auto *label = new QLabel(tr("根本原因"), m_fields);
    label->setContentsMargins(0, metrics::s, 0, 0);
    grid->addWidget(label, last, 0, Qt::AlignTop);
    grid->addWidget(root, last, 1, 1, 2);
}

void ScenarioEditor::makeMeasures()
{
    addQuestion(4, tr("対策（3つまで）と、問5　期待値と指標"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::s);
    grid->setVerticalSpacing(metrics::xs);
    m_column->addLayout(grid);
    struct Part
    {
        QString head, name, object;
        Texts<Scenario::kMeasures> member;
        int stretch;
    };
    const Part parts[] = {
        {tr("対策の内容"), tr("問4 対策%1"), u"measure%1"_s, &Scenario::measures, 4},
        {tr("誰に対する"), tr("問4 対策%1の対象"), u"forWhom%1"_s, &Scenario::forWhom, 2},
        {tr("期待値：何がどうなる"), tr("問5 期待値%1"), u"expectation%1"_s, &Scenario::expectations, 3},
        {tr("何の指標で測る"), tr("問5 期待値%1の指標"), u"gauge%1"_s, &Scenario::gauges, 3}};
    for (int row = 0; row < static_cast<int>(Scenario::kMeasures); ++row) {
        QLabel *number = secondaryLabel(QString::number(row + 1), m_fields);
        number->setContentsMargins(0, metrics::s, 0, 0);
        grid->addWidget(number, row + 1, 0, Qt::AlignTop);
        int column = 1;
        for (const Part &part : parts) {
            if (row == 0) {
                grid->addWidget(secondaryLabel(part.head, m_fields), 0, column);
                grid->setColumnStretch(column, part.stretch);
            }
            auto *field =
                element<Scenario::kMeasures>(part.name.arg(row + 1), part.member, static_cast<size_t>(row));
            field->setObjectName(part.object.arg(row + 1));
            grid->addWidget(field, row + 1, column++, Qt::AlignTop);
        }
    }
}

/// A root cause that was chosen among the causes follows the words of its cause.
Result<> ScenarioEditor::saveCause(std::size_t index, const QString &text)
{
    RecordTable<Scenario> table(m_document);
    TANE_TRY(Scenario record, table.load(m_form.id()));
    if (!record.causes[index].isEmpty() && record.rootCause == record.causes[index])
        record.rootCause = text;
    record.causes[index] = text;
    return table.update(record, tr("シナリオの原因%1の変更").arg(index + 1));
}

void ScenarioEditor::chooseRootCause(std::size_t index)
{
    RecordTable<Scenario> table(m_document);
    auto record = table.load(m_form.id());
    if (!record)
        return report(std::unexpected(record.error()));
    const QString &cause = record->causes[index];
    // Once more takes the choice back.
    record->rootCause = record->rootCause == cause ? QString() : cause;
    const Result<> saved = table.update(*record, tr("根本原因の選択"));
    report(saved);
    showRootCause(*record, true);
}

void ScenarioEditor::showRootCause(const Scenario &scenario, bool writable)
{
    bool found = false;
    for (std::size_t i = 0; i < Scenario::kCauses; ++i) {
        const bool chosen =
            !found && !scenario.causes[i].isEmpty() && scenario.causes[i] == scenario.rootCause;
        found = found || chosen;
        m_chosen[i]->setChecked(chosen);
        m_chosen[i]->setEnabled(writable && !scenario.causes[i].isEmpty());
    }
}

void ScenarioEditor::showScenario(const Registry &registry, const Scenario *scenario,
                                  const QString &cardTitle, bool writable)
{
    m_registry = &registry;
    m_fields->setVisible(scenario != nullptr);
    m_prompt->setVisible(scenario == nullptr);
    if (scenario == nullptr)
        return m_form.leave();
    const Scenario shown = *scenario; // saving what was typed reads the list anew
    m_card = shown.card;
    m_cardLink->setVisible(!cardTitle.isEmpty());
    m_cardLink->setText(cardTitle.size() > 36 ? QString(cardTitle.left(35) + u'…') : cardTitle);
    m_cardLink->setToolTip(tr("地域課題のカード「%1」を開きます。").arg(cardTitle));
    m_noCard->setVisible(cardTitle.isEmpty());
    m_form.show(shown, writable);
    showRootCause(shown, writable);
}

void ScenarioEditor::focusTheme()
{
    m_theme->edit()->setFocus();
    m_theme->edit()->selectAll();
}

void ScenarioEditor::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
