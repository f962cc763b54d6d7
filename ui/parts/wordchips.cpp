#include "parts/wordchips.h"

#include "shell/flowlayout.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tane {

WordChips::WordChips(const QString &name, Save save, std::function<void(const Result<> &)> report,
                     QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_save(std::move(save))
    , m_report(std::move(report))
{
    setAccessibleName(name);
    m_flow = new FlowLayout(metrics::xs, this);
    m_add = new QComboBox(this);
    m_add->setEditable(true);
    m_add->setInsertPolicy(QComboBox::NoInsert);
    m_add->setAccessibleName(tr("%1を加える").arg(name));
    m_add->lineEdit()->setPlaceholderText(tr("加える"));
    m_add->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_add->setMinimumContentsLength(8);
    m_flow->addWidget(m_add);
    setFocusProxy(m_add);
    // Later: the box is filled anew, which it does not expect while it tells us.
    connect(m_add, &QComboBox::activated, this, [this](int index) {
        QTimer::singleShot(0, this, [this, index] { add(m_add->itemText(index)); });
    });
    connect(m_add->lineEdit(), &QLineEdit::returnPressed, this, [this] { add(m_add->lineEdit()->text()); });
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumHeight(34);
}

void WordChips::setWords(const QStringList &words)
{
    if (words == m_words && !m_chips.isEmpty())
        return;
    m_words = words;
    rebuild();
}

void WordChips::setSuggestions(const QStringList &words)
{
    m_suggestions = words;
    rebuild();
}

void WordChips::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setVisible(!readOnly);
    for (QWidget *chip : std::as_const(m_chips))
        chip->setEnabled(!readOnly);
}

void WordChips::rebuild()
{
    for (QWidget *chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    m_flow->removeWidget(m_add);
    for (const QString &word : std::as_const(m_words)) {
        auto *chip = new QToolButton(this);
        chip->setObjectName(u"chip"_s);
        chip->setText(word);
        chip->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
        chip->setIconSize({10, 10});
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setLayoutDirection(Qt::RightToLeft); // the cross behind the word
        chip->setAccessibleName(tr("%1「%2」を外す").arg(m_name, word));
        chip->setToolTip(chip->accessibleName());
        chip->setEnabled(!m_readOnly);
        connect(chip, &QToolButton::clicked, this, [this, word] {
            QStringList left = m_words;
            left.removeOne(word);
            store(left);
        });
        m_flow->addWidget(chip);
        chip->show();
        m_chips << chip;
    }
    m_flow->addWidget(m_add);
    const QSignalBlocker quiet(m_add);
    m_add->clear();
    for (const QString &word : std::as_const(m_suggestions)) {
        if (!m_words.contains(word))
            m_add->addItem(word);
    }
    m_add->setCurrentIndex(-1);
    m_add->setEditText({});
    updateGeometry();
}

void WordChips::add(const QString &word)
{
    const QString clean = word.simplified();
    if (clean.isEmpty() || m_words.contains(clean))
        return;
    store(m_words + QStringList{clean});
    m_add->setFocus();
}

void WordChips::store(const QStringList &words)
{
    const Result<> saved = m_save(words);
    m_report(saved);
    if (saved)
        setWords(words);
}

} // namespace tane
