#include "grouping/conflictcard.h"

#include "shell/flowlayout.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

ConflictCard::ConflictCard(QWidget *parent)
    : Card(tr("必ず守る条件のすべては守れません"), parent)
{
    setAccented(true);
    m_text = new QLabel(this);
    m_text->setObjectName(u"conflictText"_s);
    m_text->setWordWrap(true);
    body()->addWidget(m_text);
    m_buttons = new QWidget(this);
    new FlowLayout(metrics::s, m_buttons);
    body()->addWidget(m_buttons);
}

bool ConflictCard::clearButtons()
{
    const QWidget *focus = window()->focusWidget();
    const bool held = focus != nullptr && isAncestorOf(focus);
    for (QPushButton *button : m_buttons->findChildren<QPushButton *>()) {
        m_buttons->layout()->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    return held;
}

// The buttons come and go with what is known; whoever pressed one is not sent to the top of the window.
void ConflictCard::takeFocus()
{
    for (QPushButton *button : m_buttons->findChildren<QPushButton *>())
        if (!button->isHidden() && button->isEnabled())
            return button->setFocus(Qt::OtherFocusReason);
    m_text->setFocus(Qt::OtherFocusReason);
}

void ConflictCard::showUnknown(int missed, bool writable)
{
    const bool held = clearButtons();
    setTitle(tr("必ず守る条件が守られていません"));
    m_plain = tr("いまの班では、必ず守る条件が%1か所で守られていません。").arg(missed);
    setParagraph(m_text, m_plain);
    auto *ask = new QPushButton(tr("どうすれば守れるか調べる"), m_buttons);
    ask->setObjectName(u"askConflict"_s);
    ask->setEnabled(writable);
    m_buttons->layout()->addWidget(ask);
    connect(ask, &QPushButton::clicked, this, &ConflictCard::whyRequested);
    ask->show();
    m_buttons->show();
    if (held)
        takeFocus();
}

void ConflictCard::show(const Conflict &conflict, const QStringList &eased, bool writable)
{
    const bool held = clearButtons();
    setTitle(conflict.relax.empty() ? tr("必ず守る条件が守られていません")
                                    : tr("必ず守る条件のすべては守れません"));
    m_plain = conflict.text.isEmpty()
                  ? tr("条件はすべて一緒に守れます。「班を作る」で作り直すか、席を動かしてください。")
                  : conflict.text.join(u'\n');
    setParagraph(m_text, m_plain);
    for (int i = 0; i < eased.size(); ++i) {
        auto *button = new QPushButton(eased.at(i), m_buttons);
        button->setObjectName(u"ease%1"_s.arg(i));
        button->setEnabled(writable);
        m_buttons->layout()->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT easeRequested(i); });
        button->show();
    }
    m_buttons->setVisible(!eased.isEmpty());
    if (held)
        takeFocus();
}

} // namespace tane
