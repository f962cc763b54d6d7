#include "people/prefecturestart.h"

#include "people/registry.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

PrefectureStart::PrefectureStart(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(metrics::m);
    column->addStretch(2);
    auto *title = new QLabel(tr("まず、都道府県を選びます"), this);
    title->setFont(scaledFont(title, type::cardTitle, true));
    title->setAlignment(Qt::AlignCenter);
    auto *text = new QLabel(this);
    setParagraph(text,
                 tr("選ぶと、管内の市町村がすべて名簿に入ります。そのあとで、圏域、相談窓口の運営、センターを"
                    "書き足します。"));
    text->setProperty("tone", u"secondary"_s);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    m_choice = new QComboBox(this);
    m_choice->setObjectName(u"prefectures"_s);
    m_choice->setAccessibleName(tr("都道府県"));
    m_choice->addItems(prefectureNames());
    m_choice->setMinimumWidth(160);
    m_button = new QPushButton(tr("市町村を入れる"), this);
    m_button->setObjectName(u"addPrefecture"_s);
    makePrimary(m_button);
    m_own = new QPushButton(tr("手元の一覧（Excel・CSV）から入れる"), this);
    makePlain(m_own);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    row->addStretch(1);
    row->addWidget(m_choice);
    row->addWidget(m_button);
    row->addStretch(1);
    column->addWidget(title);
    column->addWidget(text);
    column->addLayout(row);
    column->addWidget(m_own, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT chosen(m_choice->currentText()); });
    connect(m_own, &QPushButton::clicked, this, &PrefectureStart::ownRequested);
}

void PrefectureStart::suggest(const QString &prefecture)
{
    const int known = m_choice->findText(prefecture);
    if (known >= 0)
        m_choice->setCurrentIndex(known);
}

void PrefectureStart::setWritable(bool writable)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_choice, m_button, m_own})
        widget->setEnabled(writable);
}

} // namespace tane
