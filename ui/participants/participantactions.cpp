// What ParticipantsPage adds, changes for many at once, and writes to files.
#include "participants/participantspage.h"

#include "participants/applicantimportdialog.h"
#include "participants/applicationform.h"
#include "participants/invitedialog.h"
#include "participants/participantdetails.h"
#include "participants/participantedit.h"
#include "participants/participantfilterbar.h"
#include "participants/participantoverview.h"
#include "parts/filefilters.h"
#include "people/registerimportdialog.h"
#include "shell/filenotice.h"
#include "shell/widgets.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tane {

void ParticipantsPage::makeMenus()
{
    auto *add = new QMenu(m_add);
    add->setObjectName(u"addParticipantsMenu"_s);
    m_writing << add->addAction(tr("返ってきた申込みを取り込む…"), this,
                                &ParticipantsPage::importApplications)
              << add->addAction(tr("人材の名簿から案内する…"), this, &ParticipantsPage::invite)
              << add->addAction(tr("アンケートの回答から加える"), this, &ParticipantsPage::fromAnswers)
              << add->addAction(tr("一人ずつ加える"), this, &ParticipantsPage::addByHand);
    m_add->setMenu(add);

    auto *output = new QMenu(m_output);
    output->setObjectName(u"participantOutputMenu"_s);
    output->addAction(tr("白紙の申込書を作る…"), this, [this] { makeForms(false, false); });
    m_withQuestionnaire << output->addAction(tr("白紙の申込書を、研修前アンケート付きで作る…"), this,
                                             [this] { makeForms(false, true); });
    output->addAction(tr("選んだ方それぞれの申込書を作る…"), this, [this] { makeForms(true, false); });
    m_withQuestionnaire << output->addAction(tr("選んだ方それぞれの申込書を、研修前アンケート付きで作る…"),
                                             this, [this] { makeForms(true, true); });
    output->addSeparator();
    m_exports << output->addAction(tr("参加者一覧を Excel に書き出す…"), this, &ParticipantsPage::exportList);
    m_output->setMenu(output);
}

void ParticipantsPage::makeChangeMenu()
{
    m_changes = new QMenu(m_change);
    m_changes->setObjectName(u"changeMenu"_s);
    QMenu *states = m_changes->addMenu(tr("状態"));
    for (int i = 0; i <= static_cast<int>(Participant::State::Cancelled); ++i) {
        const auto state = static_cast<Participant::State>(i);
        states->addAction(participantStateText(state), this, [this, state] {
            report(setParticipantStates(document(), m_table->selectedIds(), state));
        });
    }
    QMenu *parts = m_changes->addMenu(tr("参加区分"));
    for (int i = 0; i <= static_cast<int>(Participant::Part::Audience); ++i) {
        const auto part = static_cast<Participant::Part>(i);
        parts->addAction(partText(part), this, [this, part] {
            changeSelected(tr("参加区分の変更"), [part](Participant &one) { one.part = part; });
        });
    }
    QMenu *ways = m_changes->addMenu(tr("参加方法"));
    for (const bool online : {false, true})
        ways->addAction(online ? tr("オンライン") : tr("会場"), this, [this, online] {
            changeSelected(tr("参加方法の変更"), [online](Participant &one) { one.online = online; });
        });
    QMenu *attendances = m_changes->addMenu(tr("当日の出欠"));
    for (int i = 0; i <= static_cast<int>(Participant::Attendance::Absent); ++i) {
        const auto attendance = static_cast<Participant::Attendance>(i);
        const QString text =
            attendance == Participant::Attendance::Open ? tr("未確認") : attendanceText(attendance);
        attendances->addAction(text, this, [this, attendance] {
            changeSelected(tr("出欠の変更"), [attendance](Participant &one) { one.attendance = attendance; });
        });
    }
    m_changes->addSeparator();
    m_changes->addAction(tr("番号のない方に受付番号を付ける"), this, [this] {
        const auto given = numberParticipants(document(), workshop());
        if (report(given))
            Q_EMIT notice({Notice::Kind::Info, tr("%1名に受付番号を付けました。").arg(*given)});
    });
    m_changes->addAction(tr("人材の名簿と結ぶ・加える"), this, &ParticipantsPage::registerSelected);
    m_changes->addSeparator();
    m_changes->addAction(tr("一覧から削除する"), this, &ParticipantsPage::removeSelected);
    m_change->setMenu(m_changes);
    m_changeSeveral->setMenu(m_changes);
}

void ParticipantsPage::changeSelected(const QString &label, const std::function<void(Participant &)> &change)
{
    std::vector<Participant> changed;
    for (const qint64 id : m_table->selectedIds()) {
        const auto stored = RecordTable<Participant>(document()).load(id);
        if (!report(stored))
            return;
        changed.push_back(*stored);
        change(changed.back());
    }
    report(updateParticipants(document(), changed, label));
}

void ParticipantsPage::registerSelected()
{
    const auto added = addParticipantsToRegisters(document(), workshop(), m_table->selectedIds());
    if (report(added))
        Q_EMIT notice({Notice::Kind::Info,
                       tr("人材の名簿に %1名を加え、すでにいる方とは結びました。「元に戻す」で戻せます。")
                           .arg(*added)});
}

void ParticipantsPage::removeSelected()
{
    const std::vector<qint64> ids = m_table->selectedIds();
    if (ids.empty() || !isWritable())
        return;
    const bool sure = context().dialogs.confirm(this,
                                                tr("%1名を参加者の一覧から削除しますか。課題の受領や目標の記"
                                                   "録も一緒に消えます。アンケートの回答は残ります。"
                                                   "すぐあとなら「元に戻す」で戻せます。")
                                                    .arg(ids.size()),
                                                tr("削除する"));
    if (sure)
        report(removeParticipants(document(), ids));
}

void ParticipantsPage::importApplications()
{
    auto *dialog = new ApplicantImportDialog(context(), workshop(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ApplicantImportDialog::imported, this, [this](const QString &summary) {
        refresh();
        Q_EMIT notice({Notice::Kind::Info, summary});
    });
    dialog->open();
}

/// A blank form, or one for each of the selected people.
void ParticipantsPage::makeForms(bool each, bool withQuestionnaire)
{
    if (!each) {
        const QString path =
            context().dialogs.saveFile(this, tr("申込書を作る"), tr("参加申込書.xlsx"), workbookFilter());
        if (path.isEmpty() || !report(writeApplicationForm(document(), workshop(), path, withQuestionnaire)))
            return;
        const auto form = applicationFormContext(document(), workshop());
        const bool nowhere = form && form->email.isEmpty();
        m_written->showFile(path, nowhere ? tr("返送先がまだ入っていません。「案内・通知」の共通の欄に"
                                               "担当課とメールを入れると、申込書にも入ります。")
                                          : QString());
        return;
    }
    const QString folder = context().dialogs.openFolder(this, tr("申込書を入れるフォルダーを選ぶ"));
    if (folder.isEmpty())
        return;
    const auto made =
        writeApplicationForms(document(), workshop(), folder, m_table->selectedIds(), withQuestionnaire);
    if (report(made))
        m_written->showFolder(
            folder,
            tr("%1名分の申込書を「%2」フォルダーに作りました。").arg(*made).arg(QDir(folder).dirName()));
}

void ParticipantsPage::invite()
{
    auto *dialog = new InviteDialog(context(), workshop(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InviteDialog::invited, this, [this](int people) {
        refresh();
        Q_EMIT notice({Notice::Kind::Info, tr("%1名を案内済みとして加えました。").arg(people)});
    });
    dialog->open();
}

void ParticipantsPage::fromAnswers()
{
    const auto made = participantsFromAnswers(document(), workshop());
    if (report(made))
        Q_EMIT notice(
            {Notice::Kind::Info,
             *made > 0
                 ? tr("アンケートの回答から %1名を参加者にしました。「元に戻す」で戻せます。").arg(*made)
                 : tr("参加者になっていない回答はありませんでした。")});
}

void ParticipantsPage::addByHand()
{
    if (!isWritable())
        return;
    m_newName->clear();
    m_adding->show();
    m_empty->hide();
    m_content->show();
    m_newName->setFocus();
}

void ParticipantsPage::storeByHand()
{
    Participant added;
    added.workshop = workshop();
    added.name = m_newName->text().simplified();
    added.appliedOn = QDate::currentDate();
    if (added.name.isEmpty())
        return m_newName->setFocus(); // nobody yet
    m_adding->hide();
    const auto id = addParticipant(document(), added, tr("参加者の追加"));
    if (report(id) && reveal(u"participant"_s, *id))
        m_details->focusKana();
}

void ParticipantsPage::endByHand()
{
    m_adding->hide();
    const bool any = !m_state.participants.empty();
    m_empty->setVisible(!any);
    m_content->setVisible(any);
    if (any)
        m_table->setFocus();
}

void ParticipantsPage::exportList()
{
    const QString path =
        context().dialogs.saveFile(this, tr("参加者一覧を書き出す"), tr("参加者一覧.xlsx"), workbookFilter());
    if (path.isEmpty())
        return;
    std::vector<Participant> shown;
    for (int row = 0; row < m_table->filter()->rowCount(); ++row)
        shown.push_back(at(m_table->filter()->mapToSource(m_table->filter()->index(row, 0)).row()));
    if (report(writeParticipantList(m_state, shown, m_filter->description(), path)))
        m_written->showFile(path);
}

} // namespace tane
