#include "parts/filterbar.h"

#include "shell/flowlayout.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
{
    new FlowLayout(metrics::s, this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QLineEdit *FilterBar::addText(const QString &objectName, const QString &hint, int width)
{
    m_text = new QLineEdit(this);
    m_text->setObjectName(objectName);
    m_text->setAccessibleName(tr("%1で絞り込む").arg(hint));
    m_text->setPlaceholderText(hint);
    m_text->setClearButtonEnabled(true);
    m_text->addAction(symbolIcon(Symbol::Search, ColorRole::SecondaryText), QLineEdit::LeadingPosition);
    m_text->setFixedWidth(width);
    layout()->addWidget(m_text);
    connect(m_text, &QLineEdit::textChanged, this, &FilterBar::update);
    return m_text;
}

QComboBox *FilterBar::addBox(const QString &objectName, const QString &name, int letters)
{
    auto *box = new QComboBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(tr("%1で絞り込む").arg(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(letters);
    box->setMaxVisibleItems(20);
    box->view()->setMinimumWidth(220);
    layout()->addWidget(box);
    connect(box, &QComboBox::currentIndexChanged, this, &FilterBar::update);
    m_boxes << box;
    return box;
}

void FilterBar::addClearButton()
{
    m_clear = new QToolButton(this);
    m_clear->setText(tr("絞り込みを解除"));
    makePlain(m_clear);
    m_clear->hide();
    layout()->addWidget(m_clear);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
}

void FilterBar::fill(QComboBox *box, const QString &all, const Choices &choices)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(all);
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, chosen.isValid() ? box->findData(chosen) : 0));
    box->setVisible(!choices.isEmpty());
    if (m_clear)
        m_clear->setVisible(isFiltering());
}

QString FilterBar::words() const
{
    return m_text ? m_text->text().trimmed() : QString();
}

QString FilterBar::description() const
{
    QStringList parts;
    for (const QComboBox *box : m_boxes)
        if (box->currentData().isValid())
            parts << box->currentText();
    if (const QString text = words(); !text.isEmpty())
        parts << tr("「%1」を含む").arg(text);
    return parts.join(u'・');
}

void FilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        for (QComboBox *box : std::as_const(m_boxes))
            box->setCurrentIndex(0);
        if (m_text)
            m_text->clear();
    }
    update();
}

void FilterBar::update()
{
    if (m_clear)
        m_clear->setVisible(isFiltering());
    Q_EMIT changed();
}

} // namespace tane
