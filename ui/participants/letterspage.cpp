#include "participants/letterspage.h"

#include "paper/letterpaper.h"
#include "participants/letterfieldsform.h"
#include "participants/letterlist.h"
#include "printing/pageview.h"
#include "printing/previewdialog.h"
#include "shell/editors/savedfield.h"
#include "shell/filenotice.h"
#include "shell/widgets.h"

#include <QAction>
#include <QBoxLayout>
#include <QHideEvent>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kKindsWidth = 196, kFieldsWidth = 340;
constexpr int kIndex = Qt::UserRole; ///< of a recipient; -1: the letter to all

} // namespace

LettersPage::LettersPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("案内・通知"), About::Workshop, pageContext, parent)
{
    m_written = new FileNotice(this);
    m_written->setObjectName(u"written"_s);
    top()->addWidget(m_written);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::m);
    makeKinds(row);
    makeFields(row);
    makePreview(row);
    body()->addLayout(row, 1);
    m_kinds->setCurrentCode(letterCode(m_kind));
    connect(m_kinds, &LetterList::codeChanged, this, &LettersPage::chooseKind);
}

void LettersPage::makeKinds(QBoxLayout *row)
{
    auto *card = new Card({}, this);
    card->setFixedWidth(kKindsWidth);
    card->body()->setContentsMargins(0, metrics::xs, 0, metrics::xs);
    card->layout()->setContentsMargins(1, metrics::xs, 1, metrics::xs);
    m_kinds = new LetterList(card);
    m_kinds->setObjectName(u"kinds"_s);
    m_kinds->setAccessibleName(tr("案内・通知の種類"));
    card->body()->addWidget(m_kinds, 1);
    const auto entry = [this](LetterKind kind) {
        m_kinds->addEntry({letterCode(kind), letterTitle(kind), {}, false});
    };
    m_kinds->addGroup(tr("募集"));
    for (const LetterKind kind : {LetterKind::Leaflet, LetterKind::Municipality, LetterKind::Forwarding,
                                  LetterKind::Coordinator, LetterKind::Employer, LetterKind::Officer})
        entry(kind);
    m_kinds->addGroup(tr("講師"));
    entry(LetterKind::LecturerRequest);
    entry(LetterKind::LecturerBriefing);
    m_kinds->addGroup(tr("申し込んだ方"));
    for (const LetterKind kind :
         {LetterKind::Acceptance, LetterKind::Waiting, LetterKind::Refusal, LetterKind::Reminder})
        entry(kind);
    addLists();
    row->addWidget(card);
}

void LettersPage::makeFields(QBoxLayout *row)
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFixedWidth(kFieldsWidth);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(scroll);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, metrics::xs, 0);
    column->setSpacing(metrics::m);
    m_purpose = new QLabel(content);
    m_purpose->setObjectName(u"purpose"_s);
    m_purpose->setWordWrap(true);
    column->addWidget(m_purpose);
    m_fields = new LetterFieldsForm(
        [this](const LetterField &field, const QString &text) { return storeField(field, text); },
        [this](const LetterField &field) { return storeField(field, std::nullopt); }, content);
    connect(m_fields, &LetterFieldsForm::failed, this, &LettersPage::showError);
    makeRecipients(column);
    column->addWidget(m_fields);
    makeTexts(column);
    column->addStretch(1);
    scroll->setWidget(content);
    row->addWidget(scroll);
}

void LettersPage::makeRecipients(QBoxLayout *column)
{
    m_recipientCard = new Card(tr("宛先"), this);
    m_recipients = new QListWidget(m_recipientCard);
    m_recipients->setObjectName(u"recipients"_s);
    m_recipients->setAccessibleName(tr("宛先"));
    m_recipients->setFixedHeight(148);
    m_recipients->setFrameShape(QFrame::NoFrame);
    m_recipientCard->body()->addWidget(m_recipients);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::s);
    for (const bool all : {true, false}) {
        auto *button = new QPushButton(all ? tr("すべて選ぶ") : tr("すべて外す"), m_recipientCard);
        button->setObjectName(all ? u"chooseAll"_s : u"chooseNone"_s);
        connect(button, &QPushButton::clicked, this, [this, all] { chooseAll(all); });
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_recipientCard->body()->addLayout(buttons);
    column->addWidget(m_recipientCard);
    connect(m_recipients, &QListWidget::currentItemChanged, this, [this] { showLetter(); });
    connect(m_recipients, &QListWidget::itemChanged, this, &LettersPage::recipientToggled);
}

void LettersPage::makePreview(QBoxLayout *row)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::s);
    m_missing = new NoticeBar(this);
    m_missing->setObjectName(u"missing"_s);
    m_missing->hide();
    column->addWidget(m_missing);
    m_preview = new PageView(this);
    m_preview->setObjectName(u"preview"_s);
    column->addWidget(m_preview, 1);
    makeButtons(column);
    row->addLayout(column, 1);
}

void LettersPage::makeButtons(QBoxLayout *column)
{
    m_scope = new SegmentedControl(this);
    m_scope->setObjectName(u"scope"_s);
    m_scope->setAccessibleName(tr("書き出す範囲"));
    m_scope->setItems({tr("表示中の1通"), tr("選んだ宛先を1つに"), tr("宛先ごとのファイル")});
    column->addWidget(m_scope);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    const auto add = [this, row](const QString &text, const QString &name, auto action) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, action);
        row->addWidget(button);
        m_buttons << button;
        auto *menu = new QAction(text, this);
        connect(menu, &QAction::triggered, this, action);
        m_actions << menu;
        return button;
    };
    add(tr("Word(&W)…"), u"saveDocx"_s, [this] { save(LetterFormat::Docx); });
    add(tr("PDF(&F)…"), u"savePdf"_s, [this] { save(LetterFormat::Pdf); });
    m_merge = add(tr("差し込み用の一覧(&E)…"), u"saveMerge"_s, [this] { saveList(); });
    m_workbook = add(tr("Excel(&E)…"), u"saveWorkbook"_s, [this] { save(LetterFormat::Xlsx); });
    row->addStretch(1);
    makePrimary(add(tr("印刷(&P)…"), u"print"_s, [this] { print(); }));
    column->addLayout(row);
    connect(m_scope, &SegmentedControl::currentIndexChanged, this, [this] { showScope(); });
}

void LettersPage::fill()
{
    auto source = loadLetterSource(document(), workshop(), QDate::currentDate());
    if (!report(source))
        return;
    m_source = std::move(*source);
    header()->setContext(workshopName(m_source.workshop));
    showStates();
    showFields();
    showRecipients();
}

void LettersPage::chooseKind(const QString &code)
{
    SavedField::commitAll(m_fields); // belongs to the kind shown before
    m_list = participantListOf(code);
    m_kind = letterKindOf(code).value_or(m_kind);
    clearError();
    showFields();
    showRecipients();
}

void LettersPage::showStates()
{
    for (const LetterKind kind : allLetterKinds()) {
        const qsizetype missing = missingFields(m_source, kind).size();
        QString state = missing == 0 ? tr("入力済み") : tr("下書き・未入力 %1").arg(missing);
        bool nobody = false;
        if (isPersonal(kind)) {
            const std::size_t people = letterRecipients(m_source, kind).size();
            nobody = people == 0;
            state = nobody ? tr("宛先の方はいません") : tr("%1・%2名").arg(state).arg(people);
        }
        m_kinds->setState(letterCode(kind), state, missing > 0 && !nobody);
    }
    showListStates();
}

void LettersPage::showFields()
{
    if (m_list) {
        setParagraph(m_purpose, listPurpose(*m_list));
        m_fields->setFields(listCode(*m_list), listFields(m_source, *m_list), isWritable());
        m_missing->hide();
        return;
    }
    setParagraph(m_purpose, letterPurpose(m_kind));
    m_fields->setFields(letterCode(m_kind), letterFields(m_source, m_kind), isWritable());
    const QStringList missing = missingFields(m_source, m_kind);
    const QString text = tr("未入力：%1（文書には「（未定）」と入ります）").arg(missing.join(u'、'));
    if (missing.isEmpty())
        m_missing->hide();
    else if (m_missing->isHidden() || m_missing->text() != text)
        m_missing->show({Notice::Kind::Hint, text}, false);
}

void LettersPage::showRecipients()
{
    const LetterRecipient *before = shownRecipient();
    const QString shown = before != nullptr ? before->number : QString();
    m_all = m_list ? std::vector<LetterRecipient>() : letterRecipients(m_source, m_kind);
    showTexts();
    {
        const QSignalBlocker blocker(m_recipients);
        m_recipients->clear();
        if (!m_list && (!isToOne(m_kind) || m_all.empty())) {
            auto *common = new QListWidgetItem(tr("共通の1通"), m_recipients);
            common->setData(kIndex, -1);
        }
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            const LetterRecipient &one = m_all[i];
            auto *item = new QListWidgetItem(one.name, m_recipients);
            item->setData(kIndex, static_cast<int>(i));
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            const bool chosen =
                one.chosen ? !m_putOut[m_kind].contains(one.number) : m_putIn[m_kind].contains(one.number);
            item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
        }
        int row = -1, first = -1;
        for (int i = m_recipients->count() - 1; i >= 0; --i) {
            const int index = m_recipients->item(i)->data(kIndex).toInt();
            if (index >= 0 && m_all[static_cast<std::size_t>(index)].number == shown && !shown.isEmpty())
                row = i;
            if (index < 0 || m_recipients->item(i)->checkState() == Qt::Checked)
                first = i; // in the end the first that is written to
        }
        m_recipients->setCurrentRow(row >= 0 ? row : std::max(first, 0));
    }
    m_recipientCard->setVisible(!m_all.empty());
    showLetter();
    showScope();
}

void LettersPage::showScope()
{
    const std::size_t chosen = chosenRecipients().size();
    m_recipientCard->setSubtitle(tr("%1件のうち %2件").arg(m_all.size()).arg(chosen));
    m_scope->setVisible(!m_all.empty());
    m_merge->setVisible(!m_all.empty());
    m_workbook->setVisible(m_list.has_value());
    m_merge->setEnabled(chosen > 0);
    const bool nobody = m_list ? !m_content : isPersonal(m_kind) && m_all.empty();
    const bool none = nobody || (currentScope() != LetterScope::Shown && chosen == 0);
    for (QPushButton *button : m_buttons)
        if (button != m_merge)
            button->setEnabled(!none);
    for (QAction *action : m_actions)
        action->setEnabled(!none);
    m_buttons.last()->setEnabled(!none && currentScope() != LetterScope::Each);
}

void LettersPage::showLetter()
{
    if (m_list)
        return showList();
    const int page = m_preview->currentPage();
    m_preview->setPaper(
        std::make_shared<const PaperPages>(letterPaper({makeLetter(m_source, m_kind, shownRecipient())})));
    if (page > 0)
        m_preview->showPage(page);
}

void LettersPage::recipientToggled(QListWidgetItem *item)
{
    const int index = item->data(kIndex).toInt();
    if (index < 0)
        return;
    const LetterRecipient &one = m_all[static_cast<std::size_t>(index)];
    const bool chosen = item->checkState() == Qt::Checked;
    std::set<QString> &exceptions = one.chosen ? m_putOut[m_kind] : m_putIn[m_kind];
    if (chosen != one.chosen)
        exceptions.insert(one.number);
    else
        exceptions.erase(one.number);
    showScope();
}

void LettersPage::chooseAll(bool chosen)
{
    for (int i = 0; i < m_recipients->count(); ++i)
        if (m_recipients->item(i)->data(kIndex).toInt() >= 0)
            m_recipients->item(i)->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
}

const LetterRecipient *LettersPage::shownRecipient() const
{
    const QListWidgetItem *item = m_recipients->currentItem();
    const int index = item == nullptr ? -1 : item->data(kIndex).toInt();
    return index < 0 || index >= static_cast<int>(m_all.size()) ? nullptr
                                                                : &m_all[static_cast<std::size_t>(index)];
}

std::vector<LetterRecipient> LettersPage::chosenRecipients() const
{
    std::vector<LetterRecipient> chosen;
    for (int i = 0; i < m_recipients->count(); ++i) {
        const QListWidgetItem *item = m_recipients->item(i);
        if (item->data(kIndex).toInt() >= 0 && item->checkState() == Qt::Checked)
            chosen.push_back(m_all[static_cast<std::size_t>(item->data(kIndex).toInt())]);
    }
    return chosen;
}

LetterScope LettersPage::currentScope() const
{
    return m_all.empty() ? LetterScope::Shown : static_cast<LetterScope>(m_scope->currentIndex());
}

std::vector<LetterDocument> LettersPage::lettersOfScope() const
{
    return currentScope() == LetterScope::Shown ? std::vector{makeLetter(m_source, m_kind, shownRecipient())}
                                                : makeLetters(m_source, m_kind, chosenRecipients());
}

void LettersPage::tell(const Result<std::optional<SavedFiles>> &saved)
{
    if (report(saved) && saved->has_value())
        m_written->showFolder((*saved)->folder, (*saved)->text);
}

// What was written is news only as long as the page is in sight.
void LettersPage::hideEvent(QHideEvent *event)
{
    StepPage::hideEvent(event);
    if (!event->spontaneous())
        m_written->hide();
}

void LettersPage::save(LetterFormat format)
{
    SavedField::commitAll(this); // the letter says what is stored
    if (m_list) {
        if (m_content)
            tell(saveParticipantList(context(), this, *m_list, *m_content, format));
        return;
    }
    tell(saveLetters(context(), this, m_source, m_kind, chosenRecipients(), shownRecipient(), currentScope(),
                     format));
}

void LettersPage::saveList()
{
    SavedField::commitAll(this);
    tell(saveMergeList(context(), this, m_source, m_kind, chosenRecipients()));
}

PreviewDialog *LettersPage::print()
{
    SavedField::commitAll(this);
    const QString title = m_list ? listTitle(*m_list) : letterTitle(m_kind);
    const auto pages =
        m_list ? m_listPages : std::make_shared<const PaperPages>(letterPaper(lettersOfScope()));
    if (!pages)
        return nullptr;
    const PreviewSheet sheet{title, pages, std::nullopt};
    auto *dialog = new PreviewDialog([sheet](int) { return Result<PreviewSheet>(sheet); }, sheet, {}, 0,
                                     title, context().dialogs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace tane
