#include "issues/scenesdialog.h"

#include "grouping/poster.h"
#include "issues/issuewords.h"
#include "shell/widgets.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

ScenesDialog::ScenesDialog(const QStringList &scenes, int boards, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("模造紙の場面"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::l, metrics::l, metrics::l, metrics::l);
    column->setSpacing(metrics::s);
    auto *about = new QLabel(this);
    about->setWordWrap(true);
    about->setMinimumWidth(420);
    setParagraph(about,
                 tr("模造紙を分ける場面を選びます。どれも選ばなければ、分けずに使えます。なくした場面の"
                    "付箋は「場面を決めていない付箋」に残ります。"));
    column->addWidget(about);
    const auto box = [&](const QString &scene) {
        auto *check = new QCheckBox(scene, this);
        check->setChecked(scenes.contains(scene));
        m_boxes << check;
        column->addWidget(check);
    };
    for (const QString &scene : fourScenes())
        box(scene);
    column->addSpacing(metrics::xs);
    for (const QString &scene : furtherScenes())
        box(scene);
    QStringList own;
    for (const QString &scene : scenes)
        if (!fourScenes().contains(scene) && !furtherScenes().contains(scene))
            own << scene;
    auto *label = new QLabel(tr("ほかの場面（「、」で区切る）"), this);
    m_own = new QLineEdit(own.join(u'、'), this);
    m_own->setObjectName(u"ownScenes"_s);
    m_own->setPlaceholderText(tr("例：入退院支援（自宅）、入退院支援（施設）"));
    label->setBuddy(m_own);
    column->addSpacing(metrics::xs);
    column->addWidget(label);
    column->addWidget(m_own);
    m_all = new QCheckBox(tr("この一覧の模造紙すべて（%1枚）を同じ場面にする").arg(boards), this);
    m_all->setObjectName(u"allBoards"_s);
    m_all->setVisible(boards > 1);
    column->addSpacing(metrics::xs);
    column->addWidget(m_all);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("やめる"), this);
    auto *accept = new QPushButton(tr("この場面にする"), this);
    accept->setObjectName(u"acceptScenes"_s);
    makePrimary(accept);
    accept->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    column->addSpacing(metrics::s);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
}

QStringList ScenesDialog::scenes() const
{
    QStringList chosen;
    for (const QCheckBox *box : m_boxes)
        if (box->isChecked())
            chosen << box->text();
    return chosen + splitScenes(m_own->text());
}

bool ScenesDialog::forAll() const
{
    return m_all->isChecked();
}

} // namespace tane
