#include "programme/workshoppage.h"

#include "base/fiscalyear.h"
#include "parts/savefield.h"
#include "programme/programme.h"
#include "programme/questionnairefield.h"
#include "programme/timetable.h"
#include "shell/editors/datefield.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/settings.h"
#include "shell/widgets.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// Below this width the two columns of cards stand below each other.
constexpr int kTwoColumns = 900;
constexpr int kLabelWidth = 76;

/// The field that advice is about, as its label says it.
QString adviceTitle(WorkshopAdvice::Field field)
{
    switch (field) {
    case WorkshopAdvice::Field::Date:
        return WorkshopPage::tr("開催日時");
    case WorkshopAdvice::Field::Method:
        return WorkshopPage::tr("開催方法");
    case WorkshopAdvice::Field::Capacity:
        return WorkshopPage::tr("定員");
    case WorkshopAdvice::Field::Recruiting:
        return WorkshopPage::tr("募集期間");
    case WorkshopAdvice::Field::Publicity:
        return WorkshopPage::tr("周知方法");
    }
    return {};
}

} // namespace

WorkshopPage::WorkshopPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("研修会の設計"), About::Workshop, pageContext, parent)
{
    makeHeader();
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::m);
    m_left = new QVBoxLayout;
    m_right = new QVBoxLayout;
    for (QVBoxLayout *column : {m_left, m_right})
        column->setSpacing(metrics::m);
    m_columns->addLayout(m_left, 11);
    m_columns->addLayout(m_right, 9);
    body()->addLayout(m_columns);
    body()->addStretch(1);
    makeBasics();
    makeRecruiting();
    makeStructure();
    makeAdvice();
    m_left->addStretch(1);
    m_right->addStretch(1);
}

void WorkshopPage::makeHeader()
{
    m_menu = new QPushButton(tr("研修会の追加・削除"), this);
    m_menu->setObjectName(u"workshopMenu"_s);
    auto *menu = new QMenu(m_menu);
    QAction *add = menu->addAction(tr("研修会を加える"));
    add->setObjectName(u"addWorkshop"_s);
    connect(add, &QAction::triggered, this, &WorkshopPage::addWorkshop);
    QAction *remove = menu->addAction(tr("この研修会を削除…"));
    remove->setObjectName(u"removeWorkshop"_s);
    connect(remove, &QAction::triggered, this, &WorkshopPage::removeWorkshop);
    m_menu->setMenu(menu);
    addHeaderAction(m_menu);
    addSheetButton({SheetKind::WorkshopDesign});
}

WorkshopPage::Form WorkshopPage::makeForm(const QString &title)
{
    Form form{new Card(title, this), new QGridLayout, 0};
    form.grid->setHorizontalSpacing(metrics::m);
    form.grid->setVerticalSpacing(metrics::s);
    form.grid->setColumnMinimumWidth(0, kLabelWidth);
    form.grid->setColumnStretch(1, 1);
    form.card->body()->addLayout(form.grid);
    return form;
}

void WorkshopPage::addRow(Form &form, const QString &label, QWidget *field)
{
    addRow(form, label, QList<QWidget *>{field});
}

/// Fields of one row share it; one with a fixed width keeps that.
void WorkshopPage::addRow(Form &form, const QString &label, const QList<QWidget *> &fields)
{
    auto *name = new QLabel(label, form.card);
    name->setProperty("tone", u"secondary"_s);
    name->setBuddy(fields.first());
    name->setContentsMargins(0, 8, 0, 0);
    form.grid->addWidget(name, form.rows, 0, Qt::AlignTop | Qt::AlignLeft);
    if (fields.size() == 1) {
        form.grid->addWidget(fields.first(), form.rows++, 1);
        return;
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    for (QWidget *field : fields) {
        const bool fixed =
            field->maximumWidth() < 400 || field->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
        row->addWidget(field, fixed ? 0 : 1, Qt::AlignTop);
    }
    form.grid->addLayout(row, form.rows++, 1);
}

/// Advice has a place of its own behind the fields: one that is being written in never moves because of it.
void WorkshopPage::makeAdvice()
{
    using Field = WorkshopAdvice::Field;
    m_adviceCard = new Card(tr("開催に向けたヒント"), this);
    m_adviceCard->setObjectName(u"advice"_s);
    for (const Field field :
         {Field::Date, Field::Method, Field::Capacity, Field::Recruiting, Field::Publicity}) {
        auto *bar = new NoticeBar(m_adviceCard);
        bar->setObjectName(u"advice%1"_s.arg(static_cast<int>(field)));
        connect(bar, &NoticeBar::dismissed, this, [this, field] { putAside(field); });
        m_advice[field] = bar;
        m_adviceCard->body()->addWidget(bar);
    }
    m_left->addWidget(m_adviceCard);
    m_adviceCard->hide();
}

SavedLine *WorkshopPage::line(const QString &name, const QString &label, QString Workshop::*member,
                              const QString &placeholder)
{
    auto *field = new SavedLine(
        label,
        [this, member, label](const QString &value) {
            return saveField<Workshop>(document(), workshop(), member, value,
                                       tr("研修会の%1の変更").arg(label));
        },
        this);
    field->setObjectName(name);
    field->setPlaceholder(placeholder);
    m_fields.push_back(field);
    m_setters.emplace_back([field, member](const Workshop &shown) { field->setValue(shown.*member); });
    return field;
}

SavedText *WorkshopPage::text(const QString &name, const QString &label, QString Workshop::*member, int lines,
                              const QString &placeholder)
{
    auto *field = new SavedText(
        label,
        [this, member, label](const QString &value) {
            return saveField<Workshop>(document(), workshop(), member, value,
                                       tr("研修会の%1の変更").arg(label));
        },
        this);
    field->setObjectName(name);
    field->setPlaceholder(placeholder);
    field->edit()->setLeastLines(lines);
    m_fields.push_back(field);
    m_setters.emplace_back([field, member](const Workshop &shown) { field->setValue(shown.*member); });
    return field;
}

DateField *WorkshopPage::date(const QString &name, const QString &label, QDate Workshop::*member)
{
    auto *field = new DateField(
        label, [this, member, label](QDate value) { return storeDate(member, value, label); }, this);
    field->setObjectName(name);
    m_fields.push_back(field);
    m_setters.emplace_back([this, field, member](const Workshop &shown) {
        field->setEarliest(m_firstDay);
        field->setValue(shown.*member);
    });
    return field;
}

void WorkshopPage::makeBasics()
{
    Form form = makeForm(tr("開催の内容"));
    addRow(form, tr("タイトル（仮）"), line(u"title"_s, tr("タイトル（仮）"), &Workshop::title));
    makeDayRows(form);
    m_method = new SegmentedControl(form.card);
    m_method->setObjectName(u"method"_s);
    m_method->setAccessibleName(tr("開催方法"));
    m_method->setItems({tr("未定"), workshopMethodText(Workshop::Method::InPerson),
                        workshopMethodText(Workshop::Method::Online),
                        workshopMethodText(Workshop::Method::Hybrid)});
    connect(m_method, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        report(saveField<Workshop>(document(), workshop(), &Workshop::method,
                                   static_cast<Workshop::Method>(index), tr("研修会の開催方法の変更")));
    });
    addRow(form, tr("開催方法"), m_method);
    addRow(form, tr("開催場所"),
           line(u"place"_s, tr("開催場所"), &Workshop::place, tr("例：県庁合同庁舎 大会議室")));
    m_left->addWidget(form.card);
}

void WorkshopPage::makeDayRows(Form &form)
{
    DateField *day = date(u"heldOn"_s, tr("開催日"), &Workshop::heldOn);
    day->setFixedWidth(228);
    addRow(form, tr("開催日時"),
           {day, line(u"dateNote"_s, tr("開催日の補足"), &Workshop::dateNote, tr("補足（予備日など）"))});
    m_times = new QLabel(form.card);
    m_times->setObjectName(u"times"_s);
    m_times->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_times, &QLabel::linkActivated, this, [this] { Q_EMIT openPage(u"timetable"_s); });
    form.grid->addWidget(m_times, form.rows++, 1);
}

void WorkshopPage::makeRecruiting()
{
    Form form = makeForm(tr("参加者と募集"));
    addRow(form, tr("参加対象"),
           text(u"participants"_s, tr("参加対象"), &Workshop::participants, 2,
                tr("例：管内のコーディネーターと、同じ市町村の事業担当者")));
    auto *capacity = new SavedLine(
        tr("定員"), [this](const QString &value) { return storeCapacity(value); }, this);
    capacity->setObjectName(u"capacity"_s);
    capacity->setFixedWidth(72);
    auto *people = new QLabel(tr("名"), form.card);
    people->setContentsMargins(0, 8, metrics::s, 0);
    people->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_fields.push_back(capacity);
    m_setters.emplace_back([capacity](const Workshop &shown) {
        capacity->setValue(shown.capacity ? QString::number(*shown.capacity) : QString());
    });
    addRow(form, tr("定員"),
           {capacity, people,
            line(u"capacityNote"_s, tr("定員の補足"), &Workshop::capacityNote,
                 tr("補足（先着順、1センター2名まで など）"))});
    DateField *from = date(u"recruitFrom"_s, tr("募集開始日"), &Workshop::recruitFrom);
    DateField *until = date(u"recruitUntil"_s, tr("募集締切日"), &Workshop::recruitUntil);
    auto *dash = new QLabel(tr("～"), form.card);
    dash->setContentsMargins(0, 8, 0, 0);
    dash->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    addRow(form, tr("募集期間"), {from, dash, until});
    addRow(form, {}, line(u"recruitNote"_s, tr("募集期間の補足"), &Workshop::recruitNote, tr("補足")));
    addRow(
        form, tr("周知方法"),
        text(u"publicity"_s, tr("周知方法"), &Workshop::publicity, 2, tr("どこを通じて、誰に知らせますか")));
    m_left->addWidget(form.card);
}

void WorkshopPage::makeStructure()
{
    Form form = makeForm(tr("全体構成"));
    addRow(form, tr("開催前"),
           text(u"beforeEvent"_s, tr("開催前"), &Workshop::beforeEvent, 4,
                tr("事前アンケート、事前課題、読んでおく資料 など")));
    addRow(form, tr("研修会"),
           text(u"atEvent"_s, tr("研修会"), &Workshop::atEvent, 5, tr("当日の大きな流れ")));
    addRow(form, tr("開催後"),
           text(u"afterEvent"_s, tr("開催後"), &Workshop::afterEvent, 4,
                tr("事後アンケート、事後課題、2～3か月後の確認 など")));
    m_right->addWidget(form.card);
    Form last = makeForm(tr("評価・その他"));
    addRow(last, tr("評価方法"),
           text(u"assessment"_s, tr("評価方法"), &Workshop::assessment, 3,
                tr("何を、いつ、どのように確かめますか")));
    m_questionnaire = new QuestionnaireField(document(), context().dialogs, last.card);
    connect(m_questionnaire, &QuestionnaireField::failed, this,
            [this](const Error &error) { report(Result<>(std::unexpected(error))); });
    addRow(last, tr("調査票"), m_questionnaire);
    addRow(last, tr("その他"), text(u"other"_s, tr("その他"), &Workshop::other, 3));
    m_right->addWidget(last.card);
}

Result<> WorkshopPage::storeCapacity(const QString &text)
{
    QString digits = text.normalized(QString::NormalizationForm_KC); // full-width digits are fine
    for (const QChar mark : {u'名', u'人', u',', u' '})
        digits.remove(mark);
    std::optional<int> capacity;
    if (!digits.isEmpty()) {
        bool number = false;
        capacity = digits.toInt(&number);
        if (!number || *capacity < 1 || *capacity > 100'000)
            return fail(ErrorCode::BadFormat, tr("1以上の人数を数字で書いてください（例：80）。"));
    }
    return saveField<Workshop>(document(), workshop(), &Workshop::capacity, capacity,
                               tr("研修会の定員の変更"));
}

Result<> WorkshopPage::storeDate(QDate Workshop::*member, QDate date, const QString &label)
{
    TANE_TRY(Workshop changed, RecordTable<Workshop>(document()).load(workshop()));
    changed.*member = date;
    if (changed.recruitFrom.isValid() && changed.recruitUntil.isValid() &&
        changed.recruitUntil < changed.recruitFrom)
        return fail(ErrorCode::Conflict,
                    tr("募集の締切が、開始（%1）より前になっています。").arg(eraDate(changed.recruitFrom)));
    return RecordTable<Workshop>(document()).update(changed, tr("研修会の%1の変更").arg(label));
}

void WorkshopPage::fill()
{
    const auto shown = RecordTable<Workshop>(document()).load(workshop());
    if (!report(shown))
        return;
    header()->setContext(workshopName(*shown));
    for (SavedField *field : m_fields)
        field->setReadOnly(!isWritable());
    const auto owner = RecordTable<Programme>(document()).load(programme());
    if (!report(owner))
        return;
    const QDate day = shown->heldOn.isValid() ? shown->heldOn : QDate::currentDate();
    m_firstDay = (owner->firstYear ? FiscalYear(*owner->firstYear) : FiscalYear::of(day)).firstDay();
    for (const auto &set : m_setters)
        set(*shown);
    {
        const QSignalBlocker blocker(m_method);
        m_method->setCurrentIndex(static_cast<int>(shown->method));
    }
    m_method->setEnabled(isWritable());
    m_menu->setEnabled(isWritable());
    m_questionnaire->show(*shown, isWritable());
    showTimes();
    showAdvice(*shown);
}

void WorkshopPage::showTimes()
{
    const auto timetable = timetableOf(document(), workshop());
    if (!report(timetable))
        return;
    const bool timed = !timetable->rows.empty() && timetable->start.isValid();
    const QString times =
        timed ? tr("時間割では %1～%2")
                    .arg(timetable->start.toString(u"H:mm"_s), timetable->end.toString(u"H:mm"_s))
              : tr("時間割はまだありません");
    m_times->setText(u"%1　<a href=\"#\">%2</a>"_s.arg(times.toHtmlEscaped(), tr("時間割を開く")));
    m_times->setAccessibleName(tr("%1。時間割を開く").arg(times));
}

void WorkshopPage::showAdvice(const Workshop &workshop)
{
    const QString file = QFileInfo(document().path()).completeBaseName();
    const QStringList aside =
        context().settings.choice(u"workshop"_s, u"putAside"_s).split(u'\n', Qt::SkipEmptyParts);
    std::map<WorkshopAdvice::Field, QStringList> texts;
    m_shownAdvice.clear();
    for (const WorkshopAdvice &advice : adviceFor(workshop)) {
        const QString key = u"%1/%2/%3"_s.arg(file).arg(workshop.id).arg(advice.id);
        if (aside.contains(key))
            continue;
        m_shownAdvice[advice.field] << key;
        texts[advice.field] << advice.text;
    }
    for (const auto &[field, bar] : m_advice) {
        const QString text =
            texts[field].isEmpty() ? QString() : adviceTitle(field) + u'：' + texts[field].join(u'\n');
        if (text.isEmpty())
            bar->hide();
        else if (bar->isHidden() || bar->text() != text)
            bar->show({Notice::Kind::Hint, text});
    }
    m_adviceCard->setVisible(!m_shownAdvice.empty());
}

/// Remembered for this user and this workshop; the oldest of two hundred are forgotten.
void WorkshopPage::putAside(WorkshopAdvice::Field field)
{
    QStringList aside =
        context().settings.choice(u"workshop"_s, u"putAside"_s).split(u'\n', Qt::SkipEmptyParts);
    aside << m_shownAdvice[field];
    while (aside.size() > 200)
        aside.removeFirst();
    context().settings.setChoice(u"workshop"_s, u"putAside"_s, aside.join(u'\n'));
    m_shownAdvice.erase(field);
    m_adviceCard->setVisible(!m_shownAdvice.empty());
}

void WorkshopPage::removeWorkshop()
{
    const auto shown = RecordTable<Workshop>(document()).load(workshop());
    if (!report(shown))
        return;
    const QString question =
        tr("研修会「%1」を削除します。その時間割・準備の一覧・アンケートの回答も一緒に消えます。\n"
           "消したあとも「元に戻す」で戻せます。")
            .arg(shortened(shown->title, 40));
    if (context().dialogs.confirm(this, question, tr("削除する")))
        report(WorkshopRepository(document()).remove(workshop()));
}

bool WorkshopPage::reveal(const QString &table, qint64 row)
{
    const bool known = std::ranges::find(workshops(), row, &Workshop::id) != workshops().end();
    if (table != "workshop"_L1 || !known)
        return false;
    if (row != workshop())
        chooseWorkshop(row);
    m_fields.front()->setFocus();
    return true;
}

void WorkshopPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    const bool wide = event->size().width() >= kTwoColumns;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // Behind the last field of its column, or of the page.
    QVBoxLayout *place = wide ? m_left : m_right;
    if (place->indexOf(m_adviceCard) < 0) {
        (wide ? m_right : m_left)->removeWidget(m_adviceCard);
        place->insertWidget(place->count() - 1, m_adviceCard); // above the stretch
    }
}

} // namespace tane
