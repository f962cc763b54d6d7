#include "participants/walkincard.h"

#include "base/textfold.h"
#include "parts/fieldgrid.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

WalkInCard::WalkInCard(QWidget *parent)
    : Card(tr("当日参加の受付"), parent)
{
    setObjectName(u"walkIn"_s);
    setAccented(true);
    auto *grid = new FieldGrid(64);
    body()->addLayout(grid);
    const auto line = [&](const QString &label, const QString &name) {
        auto *edit = new QLineEdit(this);
        edit->setObjectName(name);
        edit->setAccessibleName(label);
        grid->addField(label, {edit});
        return edit;
    };
    m_name = line(tr("氏名"), u"walkInName"_s);
    m_kana = line(tr("ふりがな"), u"walkInKana"_s);
    m_role = new QComboBox(this);
    m_role->setObjectName(u"walkInRole"_s);
    m_role->setAccessibleName(tr("立場"));
    m_role->setEditable(true);
    grid->addField(tr("立場"), {m_role});
    m_affiliation = line(tr("所属"), u"walkInAffiliation"_s);
    m_warning = new QLabel(this);
    m_warning->setProperty("tone", u"error"_s);
    m_warning->setWordWrap(true);
    m_warning->hide();
    body()->addWidget(m_warning);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::s);
    m_accept = new QPushButton(tr("受け付ける（Enter）"), this);
    m_accept->setObjectName(u"acceptWalkIn"_s);
    makePrimary(m_accept);
    m_cancel = new QPushButton(tr("やめる（Esc）"), this);
    m_cancel->setObjectName(u"cancelWalkIn"_s);
    buttons->addWidget(m_accept);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &WalkInCard::check);
    connect(m_accept, &QPushButton::clicked, this, &WalkInCard::accept);
    connect(m_cancel, &QPushButton::clicked, this, &WalkInCard::cancelled);
    check();
}

void WalkInCard::begin(const QString &name, const QStringList &roles)
{
    m_role->clear();
    m_role->addItems(roles);
    m_role->setCurrentIndex(-1);
    m_role->setEditText({});
    m_kana->clear();
    m_affiliation->clear();
    m_name->setText(name);
    m_name->setFocus();
    m_name->selectAll();
    check();
}

void WalkInCard::check()
{
    const QString folded = foldName(m_name->text());
    m_accept->setEnabled(!folded.isEmpty());
    QString warning;
    if (m_people != nullptr && !folded.isEmpty()) {
        const auto same = std::ranges::find_if(
            *m_people, [&](const Participant &each) { return foldName(each.name) == folded; });
        if (same != m_people->end())
            warning =
                tr("同じお名前の方（%1）がすでにいらっしゃいます。ご本人でないときだけ受け付けてください。")
                    .arg(same->affiliation.isEmpty() ? participantStateText(same->state) : same->affiliation);
    }
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
}

QString WalkInCard::warning() const
{
    return m_warning->text();
}

void WalkInCard::accept()
{
    if (!m_accept->isEnabled())
        return;
    Participant participant;
    participant.name = tidy(m_name->text());
    participant.kana = tidy(m_kana->text());
    participant.role = tidy(m_role->currentText());
    participant.affiliation = tidy(m_affiliation->text());
    Q_EMIT accepted(participant);
}

void WalkInCard::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        return Q_EMIT cancelled();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return accept();
    default:
        Card::keyPressEvent(event);
    }
}

} // namespace tane
