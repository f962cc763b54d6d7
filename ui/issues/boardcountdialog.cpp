#include "issues/boardcountdialog.h"

#include "shell/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

BoardCountDialog::BoardCountDialog(int known, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"boardCountDialog"_s);
    setWindowTitle(tr("班の数だけ作る"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    auto *about = new QLabel(this);
    about->setWordWrap(true);
    about->setMinimumWidth(380);
    setParagraph(about, known == 0
                            ? tr("使う班分けがまだないため、班の数だけうかがいます。1班から順に、1班に1枚"
                                 "の模造紙を作ります。")
                            : tr("使う班分けがまだないため、班の数だけうかがいます。模造紙のある%1班は"
                                 "そのままで、ない班の分を作ります。")
                                  .arg(known));
    column->addWidget(about);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("班の数"), this);
    m_groups = new QSpinBox(this);
    m_groups->setObjectName(u"boardCount"_s);
    m_groups->setRange(1, kMost);
    m_groups->setSuffix(tr(" 班"));
    m_groups->setValue(std::max(kUsual, known));
    m_groups->selectAll();
    label->setBuddy(m_groups);
    row->addWidget(label);
    row->addWidget(m_groups);
    row->addWidget(secondaryLabel(tr("1から%1まで").arg(kMost), this));
    row->addStretch(1);
    column->addLayout(row);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *cancel = new QPushButton(tr("やめる"), this);
    auto *accept = new QPushButton(tr("作る"), this);
    accept->setObjectName(u"acceptBoardCount"_s);
    makePrimary(accept);
    accept->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
}

int BoardCountDialog::groups() const
{
    return m_groups->value();
}

} // namespace tane
