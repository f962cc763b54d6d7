#include "people/assessmentpanel.h"

#include "people/behaviourlist.h"
#include "people/peopletext.h"
#include "shell/columnscroll.h"
#include "shell/editors/datefield.h"
#include "shell/editors/growingedit.h"
#include "shell/icons.h"
#include "shell/page.h"
#include "shell/settings.h"
#include "shell/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kWidth = 364;

QStringList codesOf(const QString &observed)
{
    return observed.split(u',', Qt::SkipEmptyParts);
}

} // namespace

AssessmentPanel::AssessmentPanel(PageContext &context, Room room, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
{
    setObjectName(u"assessment"_s);
    setAccessibleName(tr("評価の記録"));
    setMinimumWidth(300);
    if (room == Room::Beside)
        setMaximumWidth(kWidth);
    auto *card = new Card({}, this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    makeHead(card->body());
    if (room == Room::Within) {
        auto *column = new QVBoxLayout;
        column->setSpacing(metrics::xs);
        makeLevel(column);
        makeForm(column);
        card->body()->addLayout(column);
    } else {
        makeScrolled(card);
    }
    makeButtons(card->body());
}

AssessmentPanel::~AssessmentPanel() = default;

void AssessmentPanel::makeScrolled(Card *card)
{
    auto *scroll = new ColumnScroll(card);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, metrics::s, 0);
    column->setSpacing(metrics::xs);
    makeLevel(column);
    makeForm(column);
    column->addStretch(1);
    scroll->setContent(content);
    card->body()->addWidget(scroll, 1);
}

void AssessmentPanel::makeHead(QVBoxLayout *column)
{
    auto *line = new QHBoxLayout;
    m_title = secondaryLabel({}, this);
    auto *close = new QToolButton(this);
    close->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
    close->setAccessibleName(tr("評価の記録を閉じる"));
    makePlain(close);
    line->addWidget(m_title, 1);
    line->addWidget(close);
    column->addLayout(line);
    m_nameButton = new QPushButton(this);
    m_nameButton->setObjectName(u"personName"_s);
    m_nameButton->setToolTip(tr("本人の記録を開きます"));
    makePlain(m_nameButton);
    m_nameButton->setFont(scaledFont(m_nameButton, type::cardTitle, true));
    column->addWidget(m_nameButton, 0, Qt::AlignLeft);
    m_now = secondaryLabel({}, this);
    m_now->setWordWrap(true);
    column->addWidget(m_now);
    m_error = new NoticeBar(this);
    m_error->setObjectName(u"assessmentError"_s);
    m_error->hide();
    column->addWidget(m_error);
    connect(close, &QToolButton::clicked, this, &AssessmentPanel::cancelled);
    connect(m_nameButton, &QPushButton::clicked, this, [this] { Q_EMIT personRequested(m_person); });
}

QLabel *AssessmentPanel::addLabel(QVBoxLayout *column, const QString &text, QWidget *buddy)
{
    QLabel *label = secondaryLabel(text, this);
    label->setBuddy(buddy);
    label->setContentsMargins(0, metrics::s, 0, 0);
    column->addWidget(label);
    return label;
}

void AssessmentPanel::makeLevel(QVBoxLayout *column)
{
    m_steps = new SegmentedControl(this);
    m_steps->setObjectName(u"steps"_s);
    m_steps->setAccessibleName(tr("段階"));
    addLabel(column, tr("段階"), m_steps);
    column->addWidget(m_steps, 0, Qt::AlignLeft);
    m_between = new QCheckBox(this);
    m_between->setObjectName(u"between"_s);
    column->addWidget(m_between);
    m_state = secondaryLabel({}, this);
    column->addWidget(m_state);
    m_guide = new QPushButton(this);
    m_guide->setObjectName(u"guide"_s);
    m_guide->setCheckable(true);
    makePlain(m_guide);
    column->addWidget(m_guide, 0, Qt::AlignLeft);
    m_behaviours = new BehaviourList(this);
    m_behaviours->setObjectName(u"behaviours"_s);
    column->addWidget(m_behaviours);
    connect(m_steps, &SegmentedControl::currentIndexChanged, this, &AssessmentPanel::updateLevel);
    connect(m_guide, &QPushButton::toggled, this, &AssessmentPanel::showGuide);
    connect(m_behaviours, &BehaviourList::levelTaken, this, &AssessmentPanel::setLevel);
}

void AssessmentPanel::makeForm(QVBoxLayout *column)
{
    m_evidence = new GrowingEdit(this);
    m_evidence->setObjectName(u"evidence"_s);
    m_evidence->setAccessibleName(tr("根拠"));
    m_evidence->setPlaceholderText(tr("いつ、どのような場で、何をしていたか"));
    m_evidence->setLeastLines(3);
    addLabel(column, tr("根拠"), m_evidence);
    column->addWidget(m_evidence);
    m_next = new GrowingEdit(this);
    m_next->setObjectName(u"nextAction"_s);
    m_next->setAccessibleName(tr("次に取り組むこと"));
    m_next->setPlaceholderText(tr("次の段階に向けて、誰が何をするか"));
    m_next->setLeastLines(2);
    addLabel(column, tr("次に取り組むこと"), m_next);
    column->addWidget(m_next);
    m_day = new DateField(
        tr("評価した日"),
        [this](QDate day) -> Result<> {
            if (!day.isValid())
                return fail(ErrorCode::Usage, tr("評価した日を書いてください。"));
            if (day > QDate::currentDate())
                return fail(ErrorCode::Usage, tr("評価した日は、今日までの日付で書いてください。"));
            m_date = day;
            m_day->setValue(day);
            return {};
        },
        this);
    m_day->setObjectName(u"assessedOn"_s);
    addLabel(column, tr("評価した日"), m_day);
    column->addWidget(m_day);
    m_assessor = new QComboBox(this);
    m_assessor->setObjectName(u"assessor"_s);
    m_assessor->setAccessibleName(tr("評価した人"));
    using enum Assessment::Assessor;
    for (const Assessment::Assessor who : {Self, Municipality, Prefecture, Other})
        m_assessor->addItem(assessorText(who), static_cast<int>(who));
    m_assessorName = new QLineEdit(this);
    m_assessorName->setObjectName(u"assessorName"_s);
    m_assessorName->setAccessibleName(tr("評価した人の氏名や役職"));
    m_assessorName->setPlaceholderText(tr("氏名・役職（任意）"));
    addLabel(column, tr("評価した人"), m_assessor);
    auto *who = new QHBoxLayout;
    who->setSpacing(metrics::s);
    who->addWidget(m_assessor);
    who->addWidget(m_assessorName, 1);
    column->addLayout(who);
}

void AssessmentPanel::makeButtons(QVBoxLayout *column)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::s);
    auto *cancel = new QPushButton(tr("やめる"), this);
    cancel->setObjectName(u"cancelAssessment"_s);
    m_save = new QPushButton(tr("記録する"), this);
    m_save->setObjectName(u"saveAssessment"_s);
    m_save->setToolTip(tr("Ctrl+Enter でも記録できます"));
    makePrimary(m_save);
    line->addStretch(1);
    line->addWidget(cancel);
    line->addWidget(m_save);
    column->addLayout(line);
    connect(cancel, &QPushButton::clicked, this, &AssessmentPanel::cancelled);
    connect(m_save, &QPushButton::clicked, this, &AssessmentPanel::save);
}

void AssessmentPanel::begin(const Registry &registry, const PersonRecord &person, std::optional<int> level)
{
    const Assessment *last = person.assessmentOn(QDate::currentDate());
    Assessment fresh;
    fresh.person = person.person.id;
    fresh.assessedOn = QDate::currentDate();
    fresh.level = level ? *level : last ? last->level : 0;
    m_title->setText(tr("評価を記録"));
    // What was seen before is ticked already: people seldom unlearn.
    fresh.observed = last ? last->observed : QString();
    showForm(registry, person, fresh);
    m_behaviours->show(
        m_ladder, codesOf(fresh.observed),
        last && !fresh.observed.isEmpty()
            ? tr("前回（%1）に見られた行動に印が付いています。").arg(eraMonth(last->assessedOn))
            : QString());
    const QString guided = m_context.settings.choice(u"people"_s, u"guided"_s);
    m_guide->setChecked(guided == "yes"_L1);
    showGuide(m_guide->isChecked());
}

void AssessmentPanel::edit(const Registry &registry, const PersonRecord &person, const Assessment &assessment)
{
    m_title->setText(tr("評価を直す"));
    showForm(registry, person, assessment);
    m_behaviours->show(m_ladder, codesOf(assessment.observed), {});
    m_guide->setChecked(!assessment.observed.isEmpty());
    showGuide(m_guide->isChecked());
}

void AssessmentPanel::showForm(const Registry &registry, const PersonRecord &person,
                               const Assessment &assessment)
{
    const QDate today = QDate::currentDate();
    m_ladder = registry.ladder;
    m_person = person.person.id;
    m_name = personName(person);
    m_initial = assessment;
    m_date = assessment.assessedOn;
    m_nameButton->setText(m_name);
    const QString place = placeText(registry, person, today);
    const QString level =
        person.assessmentOn(today)
            ? tr("いまは%1（%2）").arg(levelText(registry, person, today), sinceText(registry, person, today))
            : tr("まだ評価していません");
    setParagraph(m_now, place.isEmpty() ? level : QString(place + u'\n' + level));
    m_error->hide();
    QStringList names;
    for (const LadderStep &step : m_ladder.steps)
        names << step.name;
    {
        const QSignalBlocker quiet(m_steps);
        m_steps->setItems(names);
    }
    setLevel(assessment.level);
    m_evidence->replaceText(assessment.evidence);
    m_next->replaceText(assessment.nextAction);
    m_day->revert();
    m_day->setValue(assessment.assessedOn);
    m_assessor->setCurrentIndex(m_assessor->findData(static_cast<int>(assessment.assessor)));
    m_assessorName->setText(assessment.assessorName);
}

int AssessmentPanel::level() const
{
    return 2 * std::max(0, m_steps->currentIndex()) + (m_between->isChecked() ? 1 : 0);
}

void AssessmentPanel::setLevel(int level)
{
    const int shown = std::clamp(level, 0, m_ladder.highest());
    m_steps->setCurrentIndex(m_ladder.stepOf(shown));
    updateLevel();
    m_between->setChecked(shown % 2 == 1);
}

void AssessmentPanel::updateLevel()
{
    const auto step = static_cast<std::size_t>(std::max(0, m_steps->currentIndex()));
    if (step >= m_ladder.steps.size())
        return;
    const bool last = step + 1 == m_ladder.steps.size();
    m_between->setVisible(!last);
    if (last)
        m_between->setChecked(false);
    else
        m_between->setText(tr("%1と%2の間").arg(m_ladder.steps[step].name, m_ladder.steps[step + 1].name));
    setParagraph(m_state, m_ladder.steps[step].state);
}

void AssessmentPanel::showGuide(bool open)
{
    m_guide->setText(open ? tr("▾ 行動から確かめる") : tr("▸ 行動から確かめる"));
    m_behaviours->setVisible(open);
    if (m_initial.id == 0)
        m_context.settings.setChoice(u"people"_s, u"guided"_s, open ? u"yes"_s : u"no"_s);
}

Assessment AssessmentPanel::entered() const
{
    Assessment assessment = m_initial;
    assessment.assessedOn = m_date;
    assessment.level = level();
    assessment.assessor = static_cast<Assessment::Assessor>(m_assessor->currentData().toInt());
    assessment.assessorName = m_assessorName->text().trimmed();
    assessment.evidence = m_evidence->toPlainText().trimmed();
    assessment.nextAction = m_next->toPlainText().trimmed();
    // What was ticked long ago is not seen today, unless the officer looked at it.
    const bool looked = m_initial.id != 0 || m_guide->isChecked();
    assessment.observed = looked ? m_behaviours->observed().join(u',') : QString();
    return assessment;
}

bool AssessmentPanel::isDirty() const
{
    return m_person != 0 &&
           (level() != m_initial.level || m_evidence->toPlainText().trimmed() != m_initial.evidence ||
            m_next->toPlainText().trimmed() != m_initial.nextAction);
}

QString AssessmentPanel::unsavedDraft() const
{
    // Hidden by itself: it was closed; only its page being hidden leaves the draft as it is.
    return !isHidden() && isDirty() ? tr("%1さんの評価は、まだ記録していません。").arg(m_name) : QString();
}

void AssessmentPanel::focusEvidence()
{
    m_evidence->setFocus(Qt::OtherFocusReason);
}

void AssessmentPanel::focusStep()
{
    for (QPushButton *step : m_steps->findChildren<QPushButton *>())
        if (step->isChecked() && !step->isHidden())
            step->setFocus(Qt::OtherFocusReason);
}

void AssessmentPanel::save()
{
    if (m_context.document.isReadOnly() || !m_day->commit())
        return;
    const Assessment assessment = entered();
    RecordTable<Assessment> table(m_context.document);
    const bool isNew = assessment.id == 0;
    const auto store = [&]() -> Result<> {
        if (!isNew)
            return table.update(assessment, tr("評価の変更"));
        TANE_CHECK(table.add(assessment, tr("評価の記録")));
        return {};
    };
    const Result<> stored = store();
    if (!stored) {
        m_error->show({Notice::Kind::Error, stored.error().toString()});
        return;
    }
    const qint64 person = m_person;
    const QString level = m_ladder.levelText(assessment.level);
    m_initial = assessment;
    Q_EMIT saved(person, isNew ? tr("%1さんを%2と記録しました。「元に戻す」で戻せます。").arg(m_name, level)
                               : tr("%1さんの評価を直しました。").arg(m_name));
}

void AssessmentPanel::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT cancelled();
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        return save();
    QFrame::keyPressEvent(event);
}

} // namespace tane
