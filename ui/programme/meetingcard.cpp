#include "programme/meetingcard.h"

#include "parts/savefield.h"
#include "shell/editors/datefield.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tane {

MeetingCard::MeetingCard(Document &document, qint64 meeting, QWidget *parent)
    : Card({}, parent)
    , m_document(document)
    , m_id(meeting)
{
    setObjectName(u"meeting%1"_s.arg(meeting));
    m_heldOn = new DateField(
        tr("振り返り会の日"),
        [this](QDate day) {
            return saveField(m_document, m_id, &ReflectionMeeting::heldOn, day, tr("振り返り会の日の変更"));
        },
        this);
    m_heldOn->setObjectName(u"heldOn"_s);
    m_heldOn->setFixedWidth(228);
    m_form = new SavedLine(
        tr("開催の形"),
        [this](const QString &text) {
            return saveField(m_document, m_id, &ReflectionMeeting::form, text,
                             tr("振り返り会の開催の形の変更"));
        },
        this);
    m_form->setObjectName(u"form"_s);
    m_form->setPlaceholder(tr("例：オンライン、90分"));
    const auto text = [this](const QString &name, QString ReflectionMeeting::*member) {
        return new SavedText(
            name,
            [this, member, name](const QString &value) {
                return saveField(m_document, m_id, member, value, tr("振り返り会の%1の変更").arg(name));
            },
            this);
    };
    m_attendees = text(tr("出席者"), &ReflectionMeeting::attendees);
    m_attendees->setObjectName(u"attendees"_s);
    m_contents = text(tr("話し合った内容"), &ReflectionMeeting::contents);
    m_contents->setObjectName(u"contents"_s);
    m_contents->edit()->setLeastLines(2);
    m_remove = new QToolButton(this);
    m_remove->setObjectName(u"remove"_s);
    m_remove->setText(tr("削除"));
    connect(m_remove, &QToolButton::clicked, this, &MeetingCard::removeRequested);

    layOut();
}

void MeetingCard::layOut()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::m);
    grid->setVerticalSpacing(metrics::s);
    grid->setColumnStretch(3, 1);
    const auto label = [this](const QString &words, QWidget *field) {
        auto *made = new QLabel(words, this);
        made->setProperty("tone", u"secondary"_s);
        made->setBuddy(field);
        made->setContentsMargins(0, 7, 0, 0);
        return made;
    };
    grid->addWidget(label(tr("日"), m_heldOn), 0, 0, Qt::AlignTop);
    grid->addWidget(m_heldOn, 0, 1, Qt::AlignTop);
    grid->addWidget(label(tr("開催の形"), m_form), 0, 2, Qt::AlignTop);
    grid->addWidget(m_form, 0, 3, Qt::AlignTop);
    grid->addWidget(m_remove, 0, 4, Qt::AlignTop);
    grid->addWidget(label(tr("出席者"), m_attendees), 1, 0, Qt::AlignTop);
    grid->addWidget(m_attendees, 1, 1, 1, 4);
    grid->addWidget(label(tr("内容"), m_contents), 2, 0, Qt::AlignTop);
    grid->addWidget(m_contents, 2, 1, 1, 4);
    body()->addLayout(grid);
}

void MeetingCard::show(const ReflectionMeeting &meeting, bool writable)
{
    m_heldOn->setValue(meeting.heldOn);
    m_form->setValue(meeting.form);
    m_attendees->setValue(meeting.attendees);
    m_contents->setValue(meeting.contents);
    for (SavedField *field : {static_cast<SavedField *>(m_heldOn), static_cast<SavedField *>(m_form),
                              static_cast<SavedField *>(m_attendees), static_cast<SavedField *>(m_contents)})
        field->setReadOnly(!writable);
    m_remove->setEnabled(writable);
    m_remove->setAccessibleName(tr("この振り返り会を削除"));
}

void MeetingCard::focusDate()
{
    m_heldOn->edit()->setFocus(Qt::OtherFocusReason);
}

} // namespace tane
