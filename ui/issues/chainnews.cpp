#include "issues/chainnews.h"

#include "shell/widgets.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

ChainNews::ChainNews(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"chainNews"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    auto *text = new QLabel(this);
    setParagraph(text,
                 tr("もとの深掘りと文が違います。深掘りがあとで書き直されたか、こちらを直したためです。"));
    text->setFont(scaledFont(text, type::secondary));
    setLook(text, "tone", u"hint"_s);
    m_take = new QPushButton(tr("深掘りの今の文にする"), this);
    m_take->setObjectName(u"takeChain"_s);
    m_take->setToolTip(tr("深掘りの項目だけを今の文に置き換えます。ほかに書いたことは残ります。"));
    column->addWidget(text);
    column->addWidget(m_take, 0, Qt::AlignLeft);
    hide();
    connect(m_take, &QPushButton::clicked, this, &ChainNews::takeRequested);
}

void ChainNews::compare(const QString &text, const std::optional<IssueChain> &chain, bool writable)
{
    setVisible(chain && withChainText(text, *chain) != text);
    m_take->setEnabled(writable);
}

} // namespace tane
