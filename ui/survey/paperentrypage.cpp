#include "survey/paperentrypage.h"

#include "base/textfold.h"
#include "participants/questionnaireforms.h"
#include "shell/widgets.h"
#include "survey/paperentryform.h"
#include "survey/surveyrepository.h"

#include <QComboBox>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kPeopleWidth = 280;
constexpr int kId = Qt::UserRole;
constexpr qint64 kNameless = -1;

bool fits(const Participant &participant, const QString &folded)
{
    return foldText(participant.number).startsWith(folded) || foldName(participant.name).contains(folded) ||
           foldText(participant.kana).contains(folded) || foldText(participant.affiliation).contains(folded);
}

} // namespace

PaperEntryPage::PaperEntryPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("紙の回答の入力"), About::Workshop, pageContext, parent)
{
    m_wave = new SegmentedControl(this);
    m_wave->setObjectName(u"paperWave"_s);
    m_wave->setAccessibleName(tr("いつの回答か"));
    m_wave->setItems({waveText(Wave::Before), waveText(Wave::After), waveText(Wave::FollowUp)});
    auto *back = new QPushButton(tr("‹ 戻る"), this);
    back->setObjectName(u"back"_s);
    back->setAccessibleName(tr("前の画面へ戻る"));
    back->setShortcut(Qt::ALT | Qt::Key_Left);
    makePlain(back);
    top()->insertWidget(0, back, 0, Qt::AlignLeft);
    connect(back, &QPushButton::clicked, this, &PaperEntryPage::backRequested);
    addHeaderAction(m_wave);
    connect(m_wave, &SegmentedControl::currentIndexChanged, this, [this] {
        m_open = false;
        fill();
    });
    m_empty = new EmptyState(tr("調査票がまだ選ばれていません"),
                             tr("この研修会で使う調査票を選ぶと、紙で返ってきた回答を入力できます。"),
                             tr("アンケートの編集を開く"), this);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT openPage(u"questionnaire"_s); });
    body()->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::m);
    row->addWidget(makePeople());
    row->addWidget(makeSheet(), 1);
    body()->addWidget(m_content, 1);
}

QWidget *PaperEntryPage::makePeople()
{
    auto *card = new Card(tr("どなたの回答か"), this);
    card->setFixedWidth(kPeopleWidth);
    m_filter = new QLineEdit(card);
    m_filter->setObjectName(u"paperFilter"_s);
    m_filter->setAccessibleName(tr("受付番号かお名前"));
    m_filter->setPlaceholderText(tr("受付番号か、お名前・ふりがな"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_people = new QListWidget(card);
    m_people->setObjectName(u"paperPeople"_s);
    m_people->setAccessibleName(tr("参加者の一覧"));
    m_people->setFrameShape(QFrame::NoFrame);
    m_people->setWordWrap(true);
    auto *note = secondaryLabel({}, card);
    setParagraph(
        note,
        tr("数文字入れて Enter で選びます。何も入れずに Enter を押すと、お名前のない用紙として入力します。"));
    card->body()->addWidget(m_filter);
    card->body()->addWidget(note);
    card->body()->addWidget(m_people, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &PaperEntryPage::fillPeople);
    connect(m_people, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { beginWith(item->data(kId).toLongLong()); });
    connect(m_people, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { beginWith(item->data(kId).toLongLong()); });
    return card;
}

QWidget *PaperEntryPage::makeSheet()
{
    m_sheet = new Card({}, this);
    auto *top = new QHBoxLayout;
    m_who = new QLabel(m_sheet);
    m_who->setObjectName(u"paperWho"_s);
    m_who->setFont(scaledFont(this, type::cardTitle, true));
    m_role = new QComboBox(m_sheet);
    m_role->setObjectName(u"paperRole"_s);
    m_role->setAccessibleName(tr("立場"));
    m_role->setFocusPolicy(Qt::ClickFocus);
    m_done = new QPushButton(tr("保存して次の方へ"), m_sheet);
    m_done->setObjectName(u"paperDone"_s);
    makePrimary(m_done);
    top->addWidget(m_who, 1);
    top->addWidget(m_role);
    top->addWidget(m_done);
    m_sheet->body()->addLayout(top);
    m_message = new NoticeBar(m_sheet);
    m_message->setObjectName(u"paperMessage"_s);
    m_message->hide();
    m_sheet->body()->addWidget(m_message);
    m_keys = secondaryLabel({}, m_sheet);
    setParagraph(m_keys,
                 tr("a～e か 1～5 で答え、スペースで無回答、Backspace で1つ戻り、Tab で記述の欄へ、Enter で保"
                    "存して次の方へ。いくつでも選べる設問は、選び終えたらスペース。"));
    m_sheet->body()->addWidget(m_keys);
    m_scroll = new QScrollArea(m_sheet);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_form = new PaperEntryForm;
    m_scroll->setWidget(m_form);
    m_form->setAutoFillBackground(false);
    m_sheet->body()->addWidget(m_scroll, 1);
    m_sheet->body()->addStretch(0); // without a sheet what is said stays at the top
    connect(m_form, &PaperEntryForm::currentChanged, this,
            [this](QWidget *row) { m_scroll->ensureWidgetVisible(row, 0, row->height()); });
    connect(m_form, &PaperEntryForm::finished, this, &PaperEntryPage::finish);
    connect(m_done, &QPushButton::clicked, this, &PaperEntryPage::finish);
    connect(m_message, &NoticeBar::actionTriggered, this, [this] { store(true); });
    connect(m_role, &QComboBox::activated, this, [this] {
        setItems();
        m_form->begin();
    });
    return m_sheet;
}

bool PaperEntryPage::reveal(const QString &table, qint64 row)
{
    if (table != "workshop"_L1 || row != workshop())
        return false;
    m_filter->setFocus();
    return true;
}

Wave PaperEntryPage::wave() const
{
    return static_cast<Wave>(std::max(0, m_wave->currentIndex()));
}

void PaperEntryPage::fill()
{
    const auto held = WorkshopRepository(document()).load(workshop());
    if (!report(held))
        return;
    const bool asks = held->questionnaire != 0;
    m_empty->setVisible(!asks);
    m_content->setVisible(asks);
    if (!asks)
        return;
    auto forms = questionnaireFormContext(document(), workshop());
    auto participants = participantsOf(document(), workshop());
    if (!report(forms) || !report(participants))
        return;
    auto state = paperState(document(), workshop(), forms->questionnaire, wave());
    if (!report(state))
        return;
    if (m_questionnaire != forms->questionnaire) {
        m_questionnaire = forms->questionnaire;
        m_shownFor.clear();
    }
    m_participants = std::move(*participants);
    m_state = std::move(*state);
    if (m_role->count() != forms->roles.size() + 1) {
        const QSignalBlocker quiet(m_role);
        m_role->clear();
        m_role->addItem(tr("立場は分からない"), QString());
        for (const QString &role : std::as_const(forms->roles))
            m_role->addItem(role, role);
    }
    fillPeople();
    showPerson();
}

void PaperEntryPage::fillPeople()
{
    const QString typedText = m_filter->text();
    const QString folded = foldName(typedText);
    m_people->clear();
    if (typedText.trimmed().isEmpty()) {
        const QString count = m_state.nameless > 0 ? tr("（入力済み%1名）").arg(m_state.nameless) : QString();
        auto *nameless = new QListWidgetItem(tr("氏名なしで入力%1").arg(count), m_people);
        nameless->setData(kId, kNameless);
    }
    for (const Participant &each : m_participants) {
        if (!folded.isEmpty() && !fits(each, folded))
            continue;
        QStringList words{each.number, each.name};
        words.removeAll(QString());
        QString text = words.join(u"　"_s);
        if (m_state.typed.contains(each.id))
            text += tr("（入力済み）");
        else if (m_state.answered.contains(each.id))
            text += tr("（回答済み）");
        else if (m_state.maybe.contains(each.id))
            text += tr("（回答済みかもしれません）");
        auto *item = new QListWidgetItem(text, m_people);
        item->setData(kId, each.id);
        item->setToolTip(each.affiliation);
    }
    if (!folded.isEmpty() && m_people->count() > 0)
        m_people->setCurrentRow(0);
}

const Participant *PaperEntryPage::participant(qint64 id) const
{
    const auto found = std::ranges::find(m_participants, id, &Participant::id);
    return found == m_participants.end() ? nullptr : &*found;
}

void PaperEntryPage::showPerson()
{
    const Participant *who = participant(m_chosen);
    m_scroll->setVisible(m_open);
    m_keys->setVisible(m_open);
    m_done->setVisible(m_open);
    m_done->setEnabled(isWritable());
    m_role->setVisible(m_open && !who);
    if (!m_open) {
        // Lecturers and those who watch may hand in a sheet, too, but are not asked for one.
        const auto asked = [](const Participant &each) { return each.part == Participant::Part::Learner; };
        const auto done = std::ranges::count_if(m_participants, [&](const Participant &each) {
            return asked(each) && m_state.answered.contains(each.id);
        });
        m_who->setText(tr("左で、どなたの回答かを選んでください（%1の回答あり %2／%3名）。")
                           .arg(waveText(wave()))
                           .arg(done)
                           .arg(std::ranges::count_if(m_participants, asked)));
        return;
    }
    m_who->setText(who ? tr("%1 さん　%2").arg(who->name, who->role) : tr("お名前のない用紙"));
    setItems();
}

/// The items of the wave for the role of whoever is chosen; what was typed stays while they are the same.
void PaperEntryPage::setItems()
{
    const Participant *who = participant(m_chosen);
    const QString role = who ? who->role : m_role->currentData().toString();
    const QString key = QString::number(m_wave->currentIndex()) + u'\n' + foldText(role);
    if (std::exchange(m_shownFor, key) != key)
        m_form->setItems(askedPart(m_questionnaire, wave(), role), m_questionnaire);
}

void PaperEntryPage::chooseFirst()
{
    if (m_filter->text().trimmed().isEmpty())
        return beginWith(kNameless);
    if (m_people->currentItem())
        beginWith(m_people->currentItem()->data(kId).toLongLong());
}

void PaperEntryPage::beginWith(qint64 id)
{
    m_chosen = id == kNameless ? 0 : id;
    m_open = true;
    m_message->hide();
    m_form->clear();
    showPerson();
    if (m_form->rows().isEmpty()) {
        m_message->show({Notice::Kind::Hint, tr("この時期に、この方へ聞く設問はありません。")}, false);
        return;
    }
    if (m_state.typed.contains(m_chosen))
        m_message->show({Notice::Kind::Hint,
                         tr("この方の回答は入力済みです。もう一度入力すると、1回目と照らし合わせます。")},
                        false);
    else if (m_state.answered.contains(m_chosen))
        m_message->show({Notice::Kind::Hint, tr("この方は、ほかの取り込みで回答済みです。入力すると、2回回答"
                                                "した方として確認が必要になります。")},
                        false);
    else if (m_state.maybe.contains(m_chosen))
        m_message->show(
            {Notice::Kind::Hint,
             tr("この方のものらしい回答が、取り込んだ中にあります。［アンケートの回答］の［結びつけを確かめる"
                "］で、先に確かめてください。")},
            false);
    m_form->begin();
}

PaperAnswer PaperEntryPage::typed() const
{
    PaperAnswer answer;
    answer.participant = m_chosen;
    answer.role = m_chosen == 0 ? m_role->currentData().toString() : QString();
    answer.items = m_form->answers();
    return answer;
}

void PaperEntryPage::finish()
{
    if (!m_open || !isWritable())
        return;
    if (m_chosen == 0 || !m_state.typed.contains(m_chosen))
        return store(false);
    const PaperAnswer first = m_state.typed.value(m_chosen);
    const std::vector<int> differing = differences(first, typed());
    if (differing.empty())
        return next(tr("1回目の入力と同じです。"));
    m_form->showDifferences(differing, first.items);
    m_message->show({Notice::Kind::Hint,
                     tr("1回目の入力と%1か所違います。用紙を確かめてください。1回目が正しければ、ほかの"
                        "方を選ぶとそのまま残ります。")
                         .arg(differing.size())},
                    false);
    m_message->setAction(tr("今回の入力に直す"));
}

void PaperEntryPage::store(bool replace)
{
    const PaperAnswer answer = typed();
    const Participant *who = participant(m_chosen);
    const QString name = who ? tr("%1 さん").arg(who->name) : tr("お名前のない用紙");
    m_open = false; // the page is filled while it is stored
    const Result<> stored = replace ? replacePaperAnswer(document(), workshop(), wave(), answer)
                                    : storePaperAnswer(document(), workshop(), wave(), answer);
    if (!stored) {
        m_open = true;
        showPerson();
        m_message->show({Notice::Kind::Error, stored.error().toString()}, false);
        return;
    }
    next(tr("%1の回答を保存しました。").arg(name));
}

void PaperEntryPage::next(const QString &said)
{
    m_open = false;
    m_chosen = 0;
    m_form->clear();
    showPerson();
    m_message->show({Notice::Kind::Info, said}, true);
    m_filter->clear();
    m_filter->setFocus();
}

// Enter takes the first that fits; the arrows choose among them. Who comes back to the field means somebody
// else: what stands there is written over.
bool PaperEntryPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::FocusIn) {
        if (static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason) // the click sets the caret
            QMetaObject::invokeMethod(m_filter, &QLineEdit::selectAll, Qt::QueuedConnection);
        else
            m_filter->selectAll();
    }
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            chooseFirst();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int by = key == Qt::Key_Down ? 1 : -1;
            m_people->setCurrentRow(std::clamp(m_people->currentRow() + by, 0, m_people->count() - 1));
            return true;
        }
    }
    return StepPage::eventFilter(watched, event);
}

} // namespace tane
