#include "programme/initiativecard.h"

#include "parts/savefield.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

InitiativeCard::InitiativeCard(Document &document, qint64 initiative, QWidget *parent)
    : Card({}, parent)
    , m_document(document)
    , m_id(initiative)
{
    setObjectName(u"initiative%1"_s.arg(initiative));
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::s);
    m_fold = new QToolButton(this);
    m_fold->setObjectName(u"fold"_s);
    m_fold->setCheckable(true);
    makePlain(m_fold);
    connect(m_fold, &QToolButton::toggled, this, &InitiativeCard::setOpen);
    m_name = new SavedLine(
        tr("取組の名前"),
        [this](const QString &text) {
            return saveField(m_document, m_id, &Initiative::name, text, tr("取組の名前の変更"));
        },
        this);
    m_name->setObjectName(u"name"_s);
    m_name->setPlaceholder(tr("取組の名前（例：第1回研修会）"));
    m_count = secondaryLabel({}, this);
    m_remove = new QToolButton(this);
    m_remove->setObjectName(u"remove"_s);
    m_remove->setText(tr("削除"));
    connect(m_remove, &QToolButton::clicked, this, &InitiativeCard::removeRequested);
    head->addWidget(m_fold);
    head->addWidget(m_name, 1);
    head->addWidget(m_count);
    head->addWidget(m_remove);
    body()->addLayout(head);

    m_questions = new QWidget(this);
    auto *column = new QVBoxLayout(m_questions);
    column->setContentsMargins(30, metrics::xs, 0, 0);
    column->setSpacing(metrics::xs);
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        const QString question = reviewQuestions().at(i);
        auto *label = new QLabel(tr("%1. %2").arg(i + 1).arg(question), m_questions);
        label->setWordWrap(true);
        m_answers[i] = new SavedText(
            question, [this, i](const QString &text) { return storeAnswer(i, text); }, m_questions);
        m_answers[i]->setObjectName(u"answer%1"_s.arg(i + 1));
        label->setBuddy(m_answers[i]);
        column->addWidget(label);
        column->addWidget(m_answers[i]);
        column->addSpacing(metrics::xs);
    }
    body()->addWidget(m_questions);
    setOpen(false);
}

Result<> InitiativeCard::storeAnswer(std::size_t question, const QString &text)
{
    RecordTable<Initiative> table(m_document);
    TANE_TRY(Initiative stored, table.load(m_id));
    stored.answers.at(question) = text;
    return table.update(stored, tr("取組の振り返りの変更"));
}

void InitiativeCard::show(const Initiative &initiative, bool writable)
{
    m_name->setValue(initiative.name);
    m_name->setReadOnly(!writable);
    m_remove->setEnabled(writable);
    m_remove->setAccessibleName(tr("「%1」を削除").arg(initiative.name));
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        m_answers[i]->setValue(initiative.answers.at(i));
        m_answers[i]->setReadOnly(!writable);
    }
    const auto written =
        std::ranges::count_if(initiative.answers, [](const QString &answer) { return !answer.isEmpty(); });
    m_count->setText(tr("%1問中 %2問 記入").arg(m_answers.size()).arg(written));
}

void InitiativeCard::setOpen(bool open)
{
    m_fold->setChecked(open);
    m_fold->setIcon(symbolIcon(open ? Symbol::ChevronDown : Symbol::ChevronRight, ColorRole::SecondaryText));
    m_fold->setAccessibleName(open ? tr("振り返りの問いを閉じる") : tr("振り返りの問いを開く"));
    m_questions->setVisible(open);
}

void InitiativeCard::focusName()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
}

} // namespace tane
