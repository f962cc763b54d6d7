#include "report/sectioncard.h"

#include "parts/savefield.h"
#include "report/reportfields.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

SectionCard::SectionCard(Document &document, QWidget *parent)
    : Card(tr("章"), parent)
    , m_document(document)
{
    m_purpose = secondaryLabel({}, this);
    m_purpose->setWordWrap(true);
    body()->addWidget(m_purpose);
    m_title = new SavedLine(
        tr("章の題"),
        [this](const QString &text) {
            return save(&ReportSection::title, text == sectionTitle(m_section.kind) ? QString() : text,
                        tr("章の題の変更"));
        },
        this);
    m_title->setObjectName(u"sectionTitle"_s);
    auto *name = new QLabel(tr("題"), this);
    name->setProperty("tone", u"secondary"_s);
    name->setBuddy(m_title->edit());
    body()->addWidget(name);
    body()->addWidget(m_title);
    makeChoices();
    makeTexts();
    body()->addStretch(1);
}

template<class Member>
Result<> SectionCard::save(Member ReportSection::*member, const Member &value, const QString &label)
{
    const Result<> saved = saveField(m_document, m_section.id, member, value, label);
    return saved;
}

void SectionCard::makeChoices()
{
    m_choices = new QWidget(this);
    auto *row = new QHBoxLayout(m_choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::s);
    const auto box = [&](const QString &name, const QString &objectName) {
        auto *made = new QComboBox(m_choices);
        made->setObjectName(objectName);
        made->setAccessibleName(name);
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(8);
        row->addWidget(made, 1);
        return made;
    };
    m_workshops = box(tr("研修会"), u"sectionWorkshop"_s);
    m_sets = box(tr("設問群"), u"sectionSet"_s);
    body()->addWidget(m_choices);
    connect(m_workshops, &QComboBox::activated, this, [this] {
        const Result<> saved =
            save(&ReportSection::workshop, m_workshops->currentData().toLongLong(), tr("章の研修会の変更"));
        if (!saved)
            Q_EMIT failed(saved.error());
    });
    connect(m_sets, &QComboBox::activated, this, [this] {
        const Result<> saved =
            save(&ReportSection::itemSet, m_sets->currentData().toString(), tr("章の設問群の変更"));
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

void SectionCard::makeTexts()
{
    const auto label = [this](const QString &text, QWidget *buddy) {
        auto *made = new QLabel(text, this);
        made->setProperty("tone", u"secondary"_s);
        made->setBuddy(buddy);
        return made;
    };
    m_lead = new SavedText(
        tr("前文"),
        [this](const QString &text) { return save(&ReportSection::lead, text, tr("章の前文の変更")); }, this);
    m_lead->setObjectName(u"lead"_s);
    m_lead->edit()->setLeastLines(4);
    m_lead->edit()->installEventFilter(this);
    m_closing = new SavedText(
        tr("結び"),
        [this](const QString &text) { return save(&ReportSection::closing, text, tr("章の結びの変更")); },
        this);
    m_closing->setObjectName(u"closing"_s);
    m_closing->setPlaceholder(tr("表や図の後に置く文章（なくてもかまいません）"));
    m_closing->edit()->setLeastLines(3);
    m_closing->edit()->installEventFilter(this);

    auto *head = new QHBoxLayout;
    m_insert = new QToolButton(this);
    m_insert->setObjectName(u"insertField"_s);
    m_insert->setText(tr("数値を差し込む"));
    m_insert->setToolTip(tr("データとともに変わる数値を、文章の中に入れます"));
    m_insert->setPopupMode(QToolButton::InstantPopup);
    m_insert->setMenu(new QMenu(m_insert));
    connect(m_insert->menu(), &QMenu::aboutToShow, this, &SectionCard::fillMenu);
    head->addWidget(label(tr("前文"), m_lead->edit()), 1);
    head->addWidget(m_insert);
    body()->addLayout(head);
    body()->addWidget(m_lead);
    m_draft = secondaryLabel({}, this);
    m_draft->setObjectName(u"draft"_s);
    m_draft->setWordWrap(true);
    m_takeDraft = new QPushButton(tr("下書きを取り込んで直す"), this);
    m_takeDraft->setObjectName(u"takeDraft"_s);
    makePlain(m_takeDraft);
    connect(m_takeDraft, &QPushButton::clicked, this, [this] {
        if (!m_source)
            return;
        const Result<> saved =
            save(&ReportSection::lead, leadDraft(*m_source, m_section), tr("下書きの取り込み"));
        if (!saved)
            Q_EMIT failed(saved.error());
    });
    body()->addWidget(m_draft);
    body()->addWidget(m_takeDraft, 0, Qt::AlignLeft);
    body()->addWidget(label(tr("結び"), m_closing->edit()));
    body()->addWidget(m_closing);
}

bool SectionCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_closingLast = watched == m_closing->edit();
    return Card::eventFilter(watched, event);
}

void SectionCard::show(const ReportSection &section, const Report &report,
                       std::shared_ptr<const ReportSource> source, bool writable)
{
    const bool other = section.id != m_section.id;
    if (other) {
        SavedField::commitAll(this); // what was typed belongs to the section shown before
        m_closingLast = false;
    }
    m_section = section;
    m_report = report;
    m_source = std::move(source);
    m_writable = writable;
    setTitle(titleOf(section));
    setParagraph(m_purpose, sectionPurpose(section.kind));
    m_title->setValue(titleOf(section));
    m_lead->setValue(section.lead);
    m_closing->setValue(section.closing);
    for (SavedField *field : std::initializer_list<SavedField *>{m_title, m_lead, m_closing})
        field->setReadOnly(!writable);
    m_insert->setEnabled(writable && m_source != nullptr);
    fillChoices();
    showDraft();
    setEnabled(true);
}

void SectionCard::showNothing()
{
    m_section = {};
    setTitle(tr("章"));
    setEnabled(false);
}

void SectionCard::showDraft()
{
    const bool typed = !m_section.lead.isEmpty();
    const QString draft = m_source && !typed ? leadDraft(*m_source, m_section) : QString();
    if (!draft.isEmpty()) {
        const ReportFields fields(*m_source, m_source->workshop(m_section.workshop), m_report.external);
        setParagraph(m_draft,
                     tr("下書き（何も書かなければ、この文が入ります）：%1").arg(fields.fill(draft).text));
    }
    m_draft->setVisible(!draft.isEmpty());
    m_takeDraft->setVisible(!draft.isEmpty() && m_writable);
    m_lead->setPlaceholder(draft.isEmpty() ? tr("表や図の前に置く文章")
                                           : tr("書くと、下の下書きの代わりに入ります"));
}

void SectionCard::fillChoices()
{
    const QSignalBlocker quietWorkshops(m_workshops), quietSets(m_sets);
    m_workshops->clear();
    m_sets->clear();
    m_workshops->addItem(tr("最初に回答のあった研修会"), qint64(0));
    m_sets->addItem(tr("すべての設問群"), QString());
    if (m_source) {
        for (const WorkshopSource &workshop : m_source->workshops)
            m_workshops->addItem(workshop.workshop.title, workshop.workshop.id);
        const WorkshopSource *workshop = m_source->workshop(m_section.workshop);
        if (workshop != nullptr && workshop->survey) {
            for (const ItemSet &set : workshop->survey->questionnaire.sets) {
                if (std::ranges::any_of(set.items, &Item::isComparable))
                    m_sets->addItem(set.code + u' ' + set.title, set.code);
            }
        }
    }
    m_workshops->setCurrentIndex(std::max(0, m_workshops->findData(m_section.workshop)));
    m_sets->setCurrentIndex(std::max(0, m_sets->findData(m_section.itemSet)));
    const bool several = m_workshops->count() > 2;
    m_workshops->setVisible(several && isAboutWorkshop(m_section.kind));
    m_sets->setVisible(m_section.kind == SectionKind::Changes && m_sets->count() > 2);
    for (QComboBox *box : {m_workshops, m_sets})
        box->setToolTip(box->currentText());
    m_choices->setVisible(!m_workshops->isHidden() || !m_sets->isHidden());
    m_workshops->setEnabled(m_writable);
    m_sets->setEnabled(m_writable);
}

void SectionCard::fillMenu()
{
    QMenu *menu = m_insert->menu();
    menu->clear();
    if (!m_source)
        return;
    const ReportFields fields(*m_source, m_source->workshop(m_section.workshop), m_report.external);
    QHash<QString, QMenu *> groups;
    for (const ReportField &field : fields.all()) {
        QMenu *group = groups.value(field.group);
        if (group == nullptr) {
            group = menu->addMenu(field.group);
            groups.insert(field.group, group);
        }
        QString value = field.value.simplified();
        if (value.size() > 20)
            value = value.left(20) + u'…';
        QAction *action = group->addAction(tr("%1\t%2").arg(field.meaning, value));
        action->setObjectName(field.name);
        connect(action, &QAction::triggered, this, [this, name = field.name] { insertField(name); });
    }
}

void SectionCard::insertField(const QString &name)
{
    SavedText *field = m_closingLast ? m_closing : m_lead;
    field->edit()->setFocus(Qt::OtherFocusReason);
    field->edit()->textCursor().insertText(u'{' + name + u'}');
}

} // namespace tane
