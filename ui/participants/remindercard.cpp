#include "participants/remindercard.h"

#include "base/fiscalyear.h"
#include "parts/fieldgrid.h"
#include "parts/filefilters.h"
#include "shell/editors/datefield.h"
#include "shell/page.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

ReminderCard::ReminderCard(PageContext &context, QWidget *parent)
    : Card(tr("まだ回答のない方"), parent)
    , m_context(context)
{
    setObjectName(u"reminder"_s);
    makeTable();
    makeText();
    makeButtons();
}

void ReminderCard::makeTable()
{
    m_none = new QLabel(this);
    m_none->setObjectName(u"nobodyMissing"_s);
    m_none->setWordWrap(true);
    body()->addWidget(m_none);
    m_model = new GridModel(this);
    m_model->setEditable(false);
    const auto at = [this](int row) -> const Participant & {
        return *m_missing[static_cast<std::size_t>(row)];
    };
    m_model->setColumns(
        {{.title = tr("氏名"),
          .text = [at](int row) { return at(row).name; },
          .sort = [at](int row) { return QVariant(at(row).kana.isEmpty() ? at(row).name : at(row).kana); }},
         {.title = tr("所属"), .text = [at](int row) { return at(row).affiliation; }},
         {.title = tr("メール"),
          .text = [at](int row) { return at(row).email.isEmpty() ? tr("（なし）") : at(row).email; }},
         {.title = tr("前回の督促"),
          .text =
              [this, at](int row) {
                  const QDate day = m_state->lastReminded(at(row).id, m_wave);
                  return day.isValid() ? day.toString(tr("M月d日")) : QString();
              },
          .sort =
              [this, at](int row) {
                  const QDate day = m_state->lastReminded(at(row).id, m_wave);
                  return day.isValid() ? QVariant(day) : QVariant();
              }}});
    m_table = new GridView(tr("まだ回答のない方の一覧"), m_model, this);
    m_table->setObjectName(u"missing"_s);
    const double letters[] = {7, 9, 12, 6};
    for (int column = 0; column <= RemindedColumn; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    body()->addWidget(m_table, 1);
    connect(m_table, &GridView::selectedChanged, this, &ReminderCard::updateButtons);
}

void ReminderCard::makeText()
{
    auto *grid = new FieldGrid(52);
    m_deadline = new DateField(
        tr("回答の期限"),
        [this](QDate day) -> Result<> {
            m_until = day;
            writeDraft();
            return {};
        },
        this);
    m_deadline->setObjectName(u"reminderDeadline"_s);
    m_deadline->setPlaceholder(tr("文案に入れる期限"));
    grid->addField(tr("期限"), {m_deadline});
    m_subject = new QLineEdit(this);
    m_subject->setObjectName(u"reminderSubject"_s);
    m_subject->setAccessibleName(tr("依頼文の件名"));
    grid->addField(tr("件名"), {m_subject});
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(u"reminderText"_s);
    m_text->setAccessibleName(tr("依頼文の本文"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(120);
    grid->addField(tr("本文"), {m_text});
    body()->addLayout(grid);
}

void ReminderCard::makeButtons()
{
    m_whom = secondaryLabel({}, this);
    m_whom->setObjectName(u"reminderWhom"_s);
    m_whom->setWordWrap(true);
    body()->addWidget(m_whom);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    const auto button = [&](const QString &text, const QString &name, void (ReminderCard::*action)()) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(name);
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, action);
        return made;
    };
    m_addresses = button(tr("アドレスをコピー"), u"copyAddresses"_s, &ReminderCard::copyAddresses);
    m_copy = button(tr("件名と本文をコピー"), u"copyReminder"_s, &ReminderCard::copyText);
    m_merge = button(tr("差し込み用 Excel…"), u"writeMerge"_s, &ReminderCard::writeMerge);
    row->addStretch(1);
    makePrimary(m_copy);
    m_mark = button(tr("送ったと記録"), u"markReminded"_s, &ReminderCard::markReminded);
    m_mark->setToolTip(tr("メールは送りません。今日の日付を「前回の督促」に残します"));
    body()->addLayout(row);
}

void ReminderCard::setState(const ChasingState &state, Wave wave, const QString &prefecture, bool writable)
{
    const bool other = m_state == nullptr || m_wave != wave || m_prefecture != prefecture;
    const std::vector<qint64> selectedBefore = m_table->selectedIds();
    const bool all = other || selectedBefore.size() == m_missing.size();
    m_state = &state;
    m_wave = wave;
    m_prefecture = prefecture;
    m_writable = writable;
    m_missing = state.missing(wave);
    std::vector<qint64> ids;
    for (const Participant *each : m_missing)
        ids.push_back(each->id);
    m_model->setRows(std::move(ids));
    if (all)
        m_table->selectAll(); // all of them, until she chooses some
    const auto undecided = state.undecided(wave).size();
    QString none = m_missing.empty() ? tr("お願いしている方は、みなさん回答されています。") : QString();
    if (state.rates(wave, RateBy::All).empty() || state.rates(wave, RateBy::All).front().asked == 0)
        none = tr("回答をお願いする方がまだいません。受講決定の方がここに並びます。");
    if (undecided > 0)
        none +=
            tr("%1名は、回答がご本人のものか決まっていないため、ここには出していません。「回答の持ち主」で"
               "決めてください。")
                .arg(undecided);
    setParagraph(m_none, none);
    m_none->setVisible(!none.isEmpty());
    m_table->setVisible(!m_missing.empty());
    setSubtitle(tr("%1名").arg(m_missing.size()));
    writeDraft();
    updateButtons();
}

/// The draft follows the wave and the deadline, unless it was written over.
void ReminderCard::writeDraft()
{
    if (m_state == nullptr)
        return;
    const QString draft = reminderText(m_state->workshop, m_wave, m_until, m_prefecture);
    if (m_text->toPlainText() == m_draft)
        m_text->setPlainText(draft);
    else if (draft != m_draft && m_draft.isEmpty())
        m_text->setPlainText(draft);
    if (draft != m_draft)
        m_subject->setText(reminderSubject(m_state->workshop, m_wave));
    m_draft = draft;
}

std::vector<const Participant *> ReminderCard::selected() const
{
    const std::vector<qint64> ids = m_table->selectedIds();
    std::vector<const Participant *> people;
    for (const Participant *each : m_missing)
        if (std::ranges::count(ids, each->id) > 0)
            people.push_back(each);
    return people;
}

void ReminderCard::updateButtons()
{
    const auto people = selected();
    const bool any = !people.empty();
    m_addresses->setEnabled(
        std::ranges::any_of(people, [](const Participant *one) { return !one->email.isEmpty(); }));
    m_copy->setEnabled(any);
    m_merge->setEnabled(!m_missing.empty());
    m_mark->setEnabled(any && m_writable);
    m_mark->setText(any ? tr("%1名に送ったと記録").arg(people.size()) : tr("送ったと記録"));
    m_whom->setVisible(!m_missing.empty());
    m_whom->setText(
        people.size() == m_missing.size()
            ? tr("宛先は一覧の全員 %1名です。一覧で選ぶと、その方だけになります。メールは、いつもの"
                 "メールソフトで送ってください。")
                  .arg(people.size())
        : any ? tr("宛先は、一覧の %1名のうち選んだ %2名です。メールは、いつものメールソフトで送って"
                   "ください。")
                    .arg(m_missing.size())
                    .arg(people.size())
              : tr("一覧で宛先の方を選んでください。"));
}

QString ReminderCard::subject() const
{
    return m_subject->text();
}

QString ReminderCard::text() const
{
    return m_text->toPlainText();
}

void ReminderCard::copyAddresses()
{
    const auto people = selected();
    QGuiApplication::clipboard()->setText(addressLine(people));
    const auto without =
        std::ranges::count_if(people, [](const Participant *one) { return one->email.isEmpty(); });
    QString text = tr("%1名のアドレスをコピーしました。宛先は BCC に貼り付けてください。")
                       .arg(static_cast<std::ptrdiff_t>(people.size()) - without);
    if (without > 0)
        text += tr("%1名はアドレスが分かりません。").arg(without);
    Q_EMIT notice({Notice::Kind::Info, text});
}

void ReminderCard::copyText()
{
    QGuiApplication::clipboard()->setText(QString(subject() + u"\n\n"_s + text()));
    Q_EMIT notice({Notice::Kind::Info, tr("件名と本文をコピーしました。")});
}

void ReminderCard::writeMerge()
{
    const QString path = m_context.dialogs.saveFile(this, tr("差し込み用の一覧を書き出す"),
                                                    tr("督促_差し込み用.xlsx"), workbookFilter());
    if (path.isEmpty())
        return;
    if (const Result<> done = writeMergeList(*m_state, m_wave, path); !done)
        return Q_EMIT failed(done.error());
    Q_EMIT notice({Notice::Kind::Info, tr("「%1」に %2名分を書き出しました。Word の差し込み印刷で使えます。")
                                           .arg(QFileInfo(path).fileName())
                                           .arg(m_missing.size())});
}

void ReminderCard::markReminded()
{
    std::vector<qint64> ids;
    for (const Participant *each : selected())
        ids.push_back(each->id);
    const auto done = recordReminders(m_context.document, ids, m_wave, QDate::currentDate());
    if (!done)
        return Q_EMIT failed(done.error());
    Q_EMIT notice({Notice::Kind::Info, tr("%1名に督促した日を残しました。").arg(*done)});
}

} // namespace tane
