#include "people/supportdetails.h"

#include "people/attendeesfield.h"
#include "people/registeredit.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QLabel *smallTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(scaledFont(label, type::body, true));
    label->setWordWrap(true);
    return label;
}

} // namespace

SupportDetails::SupportDetails(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_form(document, tr("支援の記録"), [this](const Result<> &result) { report(result); })
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_prompt = secondaryLabel({}, this);
    setParagraph(m_prompt, tr("一覧で記録を選ぶと、参加者や内容をここで編集できます。"));
    m_fields = new QWidget(this);
    auto *inner = new QVBoxLayout(m_fields);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::m);
    makeFields();
    makeAccompanied();
    inner->addStretch(1);
    column->addWidget(m_prompt);
    column->addWidget(m_fields, 1);
    column->addStretch(0);
}

void SupportDetails::makeFields()
{
    auto *column = static_cast<QVBoxLayout *>(m_fields->layout());
    m_kind = m_form.choice(m_fields, tr("区分"), &Support::kind,
                           {tr("Ⅰ %1").arg(supportKindShortText(Support::Kind::Input)),
                            tr("Ⅱ %1").arg(supportKindShortText(Support::Kind::Network)),
                            tr("Ⅲ %1").arg(supportKindShortText(Support::Kind::Accompany))});
    m_kind->setObjectName(u"supportKind"_s);
    column->addWidget(m_kind, 0, Qt::AlignLeft);
    auto *grid = new FieldGrid(76);
    column->addLayout(grid);
    m_title = m_form.line(m_fields, tr("題名"), &Support::title, true);
    m_title->setObjectName(u"supportTitle"_s);
    grid->addField(tr("題名"), {m_title});
    m_method = m_form.line(m_fields, tr("方法"), &Support::method);
    grid->addField(tr("方法"), {m_method});
    auto *from = m_form.date(m_fields, tr("実施日"), &Support::heldOn);
    from->setObjectName(u"heldOn"_s);
    from->setEarliest(QDate::currentDate().addYears(-1).addDays(1));
    grid->addField(tr("実施日"), {from});
    auto *until = m_form.date(m_fields, tr("終了日"), &Support::untilOn);
    until->setEarliest(QDate::currentDate().addYears(-1).addDays(1));
    until->setPlaceholder(tr("1日で終わるものは空のまま"));
    grid->addField(tr("終了日"), {until});
    makeMunicipality(grid);
    m_attendees = new AttendeesField(m_document, m_fields);
    connect(m_attendees, &AttendeesField::failed, this, &SupportDetails::failed);
    connect(m_attendees, &AttendeesField::succeeded, this, &SupportDetails::succeeded);
    connect(m_attendees, &AttendeesField::personRequested, this, &SupportDetails::personRequested);
    grid->addField(tr("参加者"), {m_attendees});
    m_fromWorkshop = new QPushButton(tr("研修会の参加者を加える"), m_fields);
    m_fromWorkshop->setObjectName(u"workshopPeople"_s);
    m_fromWorkshop->setToolTip(tr("アンケートの回答が人材の名簿と結びついている方を加えます。"));
    connect(m_fromWorkshop, &QPushButton::clicked, this, [this] { Q_EMIT workshopRequested(m_workshop); });
    grid->addWidget(m_fromWorkshop, grid->rowCount(), 1, Qt::AlignLeft);
    auto *outcome = m_form.text(m_fields, tr("得られたこと"), &Support::outcome, 3);
    outcome->setObjectName(u"outcome"_s);
    outcome->setPlaceholder(tr("話し合われたこと、決まったこと、気づき"));
    grid->addField(tr("得られたこと"), {outcome});
}

void SupportDetails::makeMunicipality(FieldGrid *grid)
{
    auto *box = m_form.box<qint64>(m_fields, tr("市町村"), &Support::municipality, [this] {
        std::vector<std::pair<QString, qint64>> choices{{tr("（なし）"), 0}};
        for (const Municipality &each : m_registry->municipalities)
            choices.emplace_back(each.name, each.id);
        return choices;
    });
    box->setObjectName(u"supportMunicipality"_s);
    m_openMunicipality = new QPushButton(tr("開く"), m_fields);
    m_openMunicipality->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_openMunicipality, &QPushButton::clicked, this,
            [this] { Q_EMIT municipalityRequested(m_municipality); });
    grid->addField(tr("市町村"), {box, m_openMunicipality});
}

void SupportDetails::makeAccompanied()
{
    m_accompanied = new QWidget(m_fields);
    auto *column = new QVBoxLayout(m_accompanied);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    const auto add = [&](const QString &title, const QString &name, QString Support::*member) {
        column->addWidget(smallTitle(title, m_accompanied));
        auto *field = m_form.text(m_accompanied, title, member, 2);
        field->setObjectName(name);
        column->addWidget(field);
    };
    add(tr("支援前の課題"), u"issuesBefore"_s, &Support::issuesBefore);
    for (int stage = 1; stage <= 5; ++stage)
        makeStage(stage, column);
    add(tr("支援前後の変化（支援の効果）"), u"change"_s, &Support::change);
    add(tr("今後について（予定、方向性等）"), u"future"_s, &Support::future);
    static_cast<QVBoxLayout *>(m_fields->layout())->addWidget(m_accompanied);
}

void SupportDetails::makeStage(int stage, QVBoxLayout *column)
{
    Stage &made = m_stages[static_cast<std::size_t>(stage) - 1];
    const QString title = supportStageText(stage);
    column->addWidget(smallTitle(title, m_accompanied));
    auto *grid = new FieldGrid(76);
    column->addLayout(grid);
    made.heldOn = new DateField(
        tr("%1の日").arg(title),
        [this, stage](QDate day) {
            return changeStage(stage, [day](SupportStage &record) { record.heldOn = day; });
        },
        m_accompanied);
    made.heldOn->setEarliest(QDate::currentDate().addYears(-1).addDays(1));
    grid->addField(tr("日"), {made.heldOn});
    const QString what = stage == 5 ? tr("結果") : tr("状況、変化等");
    made.situation = new SavedText(
        tr("%1の%2").arg(title, what),
        [this, stage](const QString &text) {
            return changeStage(stage, [&text](SupportStage &record) { record.situation = text; });
        },
        m_accompanied);
    made.situation->setObjectName(u"situation%1"_s.arg(stage));
    grid->addField(what, {made.situation});
    made.advice = new SavedText(
        tr("%1のアドバイス等").arg(title),
        [this, stage](const QString &text) {
            return changeStage(stage, [&text](SupportStage &record) { record.advice = text; });
        },
        m_accompanied);
    made.advice->setObjectName(u"advice%1"_s.arg(stage));
    grid->addField(tr("アドバイス等"), {made.advice});
}

Result<> SupportDetails::changeStage(int stage, const std::function<void(SupportStage &)> &change)
{
    TANE_TRY(const std::vector<SupportStage> stored,
             RecordTable<SupportStage>(m_document).all(u"support"_s, m_stagesOf));
    const auto found = std::ranges::find(stored, stage, &SupportStage::stage);
    SupportStage record;
    if (found != stored.end())
        record = *found;
    record.support = m_stagesOf;
    record.stage = stage;
    change(record);
    return saveStage(m_document, record);
}

void SupportDetails::show(const Registry &registry, const Support *support, bool writable)
{
    m_registry = &registry;
    if (m_leaving)
        return; // saving what was typed told the page, which shows the next record in a moment
    m_prompt->setVisible(support == nullptr);
    if (support == nullptr) {
        m_fields->hide();
        showStages(registry, 0, false);
        return m_form.leave();
    }
    // Out of sight while another record is put in: in sight every name of thirty would be laid out anew.
    if (m_form.id() != support->id && !m_fields->isAncestorOf(QApplication::focusWidget()))
        m_fields->hide();
    const Support shown = *support; // saving what was typed reads the registers anew
    showStages(registry, shown.id, writable);
    m_form.show(shown, writable);
    support = &shown;
    m_municipality = support->municipality;
    m_workshop = support->workshop;
    m_openMunicipality->setEnabled(m_municipality != 0);
    m_fromWorkshop->setVisible(m_workshop != 0);
    m_fromWorkshop->setEnabled(writable);
    m_attendees->show(registry, support->id, writable);
    m_accompanied->setVisible(support->kind == Support::Kind::Accompany);
    m_kind->setToolTip(supportKindText(support->kind));
    const QString methods[] = {tr("研修会、資料 など"), tr("ネットワークとプラットフォーム"), tr("伴走支援")};
    m_method->setPlaceholder(methods[static_cast<int>(support->kind)]);
    m_fields->show();
}

void SupportDetails::showStages(const Registry &registry, qint64 support, bool writable)
{
    if (m_stagesOf != support) { // what was typed belongs to the one before
        m_leaving = true;
        for (Stage &stage : m_stages) {
            for (SavedField *field :
                 std::initializer_list<SavedField *>{stage.heldOn, stage.situation, stage.advice}) {
                if (m_stagesOf != 0 && !field->commit())
                    report(fail(ErrorCode::Usage, field->errorText()));
                field->revert();
            }
        }
        m_leaving = false;
        m_stagesOf = support;
    }
    const auto found = registry.stages.find(support);
    for (int i = 0; i < 5; ++i) {
        SupportStage record;
        if (found != registry.stages.end())
            for (const SupportStage &each : found->second)
                if (each.stage == i + 1)
                    record = each;
        const Stage &stage = m_stages[static_cast<std::size_t>(i)];
        stage.heldOn->setValue(record.heldOn);
        stage.situation->setValue(record.situation);
        stage.advice->setValue(record.advice);
        stage.heldOn->setReadOnly(!writable);
        stage.situation->setReadOnly(!writable);
        stage.advice->setReadOnly(!writable);
    }
}

void SupportDetails::focusTitle()
{
    m_title->edit()->setFocus();
    m_title->edit()->selectAll();
}

void SupportDetails::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
