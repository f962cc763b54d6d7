#include "people/personpage.h"

#include "issues/mentionscard.h"
#include "people/affiliationscard.h"
#include "people/assessmentpanel.h"
#include "people/behaviourlist.h"
#include "people/peopletext.h"
#include "people/personfields.h"
#include "people/privacycard.h"
#include "people/showpeoplesheet.h"
#include "people/timelinecard.h"
#include "programme/workshop.h"

#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kTwoColumns = 900;

} // namespace

PersonPage::PersonPage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("人材の記録"), pageContext, parent)
{
    makeHeader();
    makeBody();
}

PersonPage::~PersonPage() = default;

void PersonPage::makeHeader()
{
    auto *back = new QPushButton(tr("‹ 戻る"), this);
    back->setObjectName(u"back"_s);
    back->setAccessibleName(tr("前の画面へ戻る"));
    back->setShortcut(Qt::ALT | Qt::Key_Left);
    makePlain(back);
    top()->insertWidget(0, back, 0, Qt::AlignLeft);
    connect(back, &QPushButton::clicked, this, &PersonPage::backRequested);
    m_print = new QPushButton(tr("1枚に印刷"), this);
    m_print->setObjectName(u"print"_s);
    m_print->setToolTip(tr("支援に伺うときに持っていく、1枚のまとめを印刷します。"));
    m_assess = new QPushButton(tr("評価を記録"), this);
    m_assess->setObjectName(u"assess"_s);
    makePrimary(m_assess);
    header()->addAction(m_print);
    header()->addAction(m_assess);
    connect(m_print, &QPushButton::clicked, this, &PersonPage::print);
    connect(m_assess, &QPushButton::clicked, this, &PersonPage::beginAssessment);
}

void PersonPage::makeBody()
{
    const auto told = [this](const Result<> &result) { report(result); };
    m_content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, m_content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::m);
    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::m);
    m_fields = new PersonFields(context(), told, m_content);
    m_affiliations = new AffiliationsCard(context(), told, m_content);
    m_privacy = new PrivacyCard(context(), told, m_content);
    left->addWidget(m_fields);
    left->addWidget(m_affiliations);
    left->addWidget(m_privacy);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::m);
    m_panel = new AssessmentPanel(context(), AssessmentPanel::Room::Within, m_content);
    m_panel->hide();
    m_timeline = new TimelineCard(m_content);
    right->addWidget(m_panel);
    right->addWidget(m_timeline);
    m_issues = new MentionsCard(tr("挙げた地域課題"), {}, m_content);
    right->addWidget(m_issues);
    connect(m_issues, &MentionsCard::openRow, this, &PersonPage::openRow);
    right->addStretch(1);
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);
    body()->addWidget(m_content);
    body()->addStretch(1);
    m_gone = new EmptyState(tr("この方の記録はありません"), tr("削除されたか、取り消されました。"),
                            tr("人材とレベルへ"), this);
    m_gone->hide();
    column()->addWidget(m_gone, 1);
    connect(m_gone->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"people"_s); });

    connect(m_panel, &AssessmentPanel::saved, this, [this](qint64, const QString &text) {
        closePanel(false);
        Q_EMIT notice({Notice::Kind::Info, text});
    });
    connect(m_panel, &AssessmentPanel::cancelled, this, [this] { closePanel(true); });
    connect(m_timeline, &TimelineCard::editRequested, this, &PersonPage::editAssessment);
    connect(m_timeline, &TimelineCard::removeRequested, this, [this](qint64 id) {
        if (report(RecordTable<Assessment>(document()).remove(id, tr("評価の削除"))))
            Q_EMIT notice({Notice::Kind::Info, tr("評価を削除しました。「元に戻す」で戻せます。")});
    });
    connect(m_timeline, &TimelineCard::openRequested, this, [this](TimelineEntry::Kind kind, qint64 id) {
        if (kind == TimelineEntry::Kind::Support)
            Q_EMIT openRow(u"supports"_s, u"support"_s, id);
        else
            openWorkshop(id);
    });
    connect(m_privacy, &PrivacyCard::notice, this, &PersonPage::notice);
    connect(m_privacy, &PrivacyCard::deleted, this, [this] {
        Q_EMIT backRequested();
        Q_EMIT notice({Notice::Kind::Info, tr("削除しました。「元に戻す」で戻せます。")});
    });
}

bool PersonPage::reveal(const QString &table, qint64 row)
{
    if (table != u"person"_s)
        return false;
    if (row != m_person) {
        m_fields->leave();
        m_privacy->leave();
        closePanel(false);
        scrollArea()->verticalScrollBar()->setValue(0);
        clearError();
    }
    m_person = row;
    fill();
    return registry().person(row) != nullptr;
}

void PersonPage::fill()
{
    const PersonRecord *person = registry().person(m_person);
    const bool there = person != nullptr;
    m_gone->setVisible(!there);
    scrollArea()->setVisible(there);
    m_print->setVisible(there);
    m_assess->setVisible(there);
    m_assess->setEnabled(isWritable());
    if (!there) {
        header()->titleLabel()->setText(tr("人材の記録"));
        return header()->setContext({});
    }
    showContext(*person);
    m_fields->show(*person, isWritable());
    m_affiliations->show(registry(), *person, isWritable());
    m_privacy->show(*person, isWritable());
    const auto entries = timelineOf(document(), registry(), m_person);
    if (report(entries))
        m_timeline->show(*entries, isWritable());
    const auto issues = raisedBy(document(), m_person);
    if (report(issues))
        m_issues->show(*issues);
    m_issues->setVisible(issues && !issues->empty());
    arrange();
}

void PersonPage::showContext(const PersonRecord &person)
{
    const QDate today = QDate::currentDate();
    header()->titleLabel()->setText(personName(person));
    QStringList parts{person.roles.join(u'・'), placeText(registry(), person, today)};
    const bool assessed = person.assessmentOn(today) != nullptr;
    parts << (assessed ? tr("%1（%2）")
                             .arg(levelText(registry(), person, today), sinceText(registry(), person, today))
                       : tr("未評価"));
    if (person.person.leftOn.isValid())
        parts << tr("離任");
    parts.removeAll(QString());
    header()->setContext(parts.join(u"　"_s));
}

void PersonPage::beginAssessment()
{
    const PersonRecord *person = registry().person(m_person);
    if (person == nullptr || !closePanel(true))
        return;
    m_panel->begin(registry(), *person);
    openPanel();
}

// It begins at the top of what is seen, as it may be higher than the window; the keyboard goes to the
// evidence, or to the first field where the behaviours stand before it.
void PersonPage::openPanel()
{
    m_panel->show();
    arrange();
    for (QWidget *each = m_panel; each != scrollArea(); each = each->parentWidget())
        if (each->layout() != nullptr)
            each->layout()->activate();
    scrollArea()->verticalScrollBar()->setValue(
        m_panel->mapTo(scrollArea()->widget(), QPoint(0, -metrics::xs)).y());
    if (m_panel->behaviours()->isHidden())
        m_panel->focusEvidence();
    else
        m_panel->focusStep();
}

void PersonPage::editAssessment(qint64 assessment)
{
    const PersonRecord *person = registry().person(m_person);
    if (person == nullptr || !closePanel(true))
        return;
    const auto found = std::ranges::find(person->assessments, assessment, &Assessment::id);
    if (found == person->assessments.end())
        return;
    m_panel->edit(registry(), *person, *found);
    openPanel();
}

bool PersonPage::closePanel(bool ask)
{
    if (m_panel->isHidden())
        return true;
    if (ask && m_panel->isDirty() &&
        !context().dialogs.confirm(this, tr("書きかけの評価を記録せずに閉じますか。"), tr("閉じる")))
        return false;
    m_panel->hide();
    m_assess->setFocus();
    return true;
}

void PersonPage::openWorkshop(qint64 workshop)
{
    const auto held = WorkshopRepository(document()).load(workshop);
    if (!report(held))
        return;
    if (held->programme != 0)
        Q_EMIT programmeChanged(held->programme);
    Q_EMIT workshopChanged(workshop);
    Q_EMIT openPage(u"workshop"_s);
}

void PersonPage::print()
{
    SavedField::commitAll(this); // the sheet shows what is stored
    report(showPeopleSheet(context(), PeopleSheetKind::Person, m_person, this));
}

void PersonPage::arrange()
{
    m_columns->setDirection(width() < kTwoColumns ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PersonPage::resizeEvent(QResizeEvent *event)
{
    RegistryPage::resizeEvent(event);
    arrange();
}

} // namespace tane
