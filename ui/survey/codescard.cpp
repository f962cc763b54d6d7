#include "survey/codescard.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

enum Column { KeyColumn, NameColumn, CountColumn };
constexpr int kKeys = 9;

} // namespace

CodesCard::CodesCard(QWidget *parent)
    : Card(tr("コード"), parent)
{
    setSubtitle(tr("1～9 のキーで付け外し"));
    m_table = new QTableWidget(0, 3, this);
    m_table->setObjectName(u"codes"_s);
    m_table->setAccessibleName(tr("コードの一覧"));
    m_table->setHorizontalHeaderLabels({tr("キー"), tr("コード"), tr("件数")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(KeyColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(CountColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false);
    body()->addWidget(m_table);
    auto *buttons = new QHBoxLayout;
    const auto button = [&](const QString &text, const QString &name, const QString &tip) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        makePlain(made);
        buttons->addWidget(made);
        return made;
    };
    m_add = button(tr("＋ 追加"), u"addCode"_s, tr("コードを追加する"));
    m_examples = button(tr("例から始める"), u"exampleCodes"_s, tr("よくあるコードを6つ入れる"));
    buttons->addStretch(1);
    m_up = button(u"↑"_s, u"codeUp"_s, tr("選んだコードを上へ"));
    m_down = button(u"↓"_s, u"codeDown"_s, tr("選んだコードを下へ"));
    m_remove = button(tr("削除"), u"removeCode"_s, tr("選んだコードを削除する"));
    body()->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &CodesCard::added);
    connect(m_examples, &QPushButton::clicked, this, &CodesCard::examplesWanted);
    connect(m_up, &QPushButton::clicked, this, [this] { Q_EMIT moved(current(), -1); });
    connect(m_down, &QPushButton::clicked, this, [this] { Q_EMIT moved(current(), 1); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removed(current()); });
    connect(m_table, &QTableWidget::cellChanged, this, &CodesCard::changed);
}

void CodesCard::show(const FreeTexts &texts, const QString &question, const FreeAnswer *answer, bool editable)
{
    const QScopedValueRollback filling(m_filling, true);
    const qint64 chosen = current();
    const QString asked = answer ? answer->question : question;
    m_codes = texts.codesFor(asked);
    const TextCodeCounts counts = countTextCodes(texts, question);
    m_table->setRowCount(static_cast<int>(m_codes.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const TextCode &code = m_codes[static_cast<std::size_t>(row)];
        const auto item = [&](int column, const QString &text) {
            if (!m_table->item(row, column))
                m_table->setItem(row, column, new QTableWidgetItem);
            m_table->item(row, column)->setText(text);
            return m_table->item(row, column);
        };
        item(KeyColumn, row < kKeys ? QString::number(row + 1) : QString())
            ->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        QTableWidgetItem *name = item(NameColumn, code.name);
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable |
                       (editable ? Qt::ItemIsEditable | (answer ? Qt::ItemIsUserCheckable : Qt::NoItemFlags)
                                 : Qt::NoItemFlags));
        const bool on = answer && std::ranges::find(answer->codes, code.id) != answer->codes.end();
        name->setData(Qt::CheckStateRole, answer ? QVariant(on ? Qt::Checked : Qt::Unchecked) : QVariant());
        name->setToolTip(code.note);
        const auto counted = std::ranges::find(counts.rows, code.id, &TextCodeCounts::Row::code);
        QTableWidgetItem *count =
            item(CountColumn, QString::number(counted == counts.rows.end() ? 0 : counted->counts.front()));
        count->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (code.id == chosen && row != m_table->currentRow()) // else what is being written would be closed
            m_table->selectRow(row);
    }
    const int rows = std::clamp(m_table->rowCount(), 2, kKeys);
    // What the rows really need: with larger type they are higher than the usual row.
    const int rowHeight = std::max(m_table->verticalHeader()->defaultSectionSize(),
                                   m_table->rowCount() > 0 ? m_table->rowHeight(0) : 0);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * rowHeight + metrics::s);
    const bool began = m_examples->hasFocus() && !m_codes.empty();
    m_examples->setVisible(texts.codes.empty());
    if (began) { // the button goes: on to what it made, not to whatever comes next
        m_table->setCurrentCell(0, NameColumn);
        m_table->setFocus(Qt::OtherFocusReason);
    }
    for (QPushButton *button : {m_add, m_examples, m_up, m_down, m_remove})
        button->setEnabled(editable);
}

qint64 CodesCard::codeAt(int index) const
{
    return index >= 0 && index < static_cast<int>(m_codes.size())
               ? m_codes[static_cast<std::size_t>(index)].id
               : 0;
}

qint64 CodesCard::current() const
{
    return codeAt(m_table->currentRow());
}

void CodesCard::changed(int row, int column)
{
    if (m_filling || column != NameColumn || codeAt(row) == 0)
        return;
    const QTableWidgetItem *item = m_table->item(row, column);
    const TextCode &code = m_codes[static_cast<std::size_t>(row)];
    if (item->text() != code.name)
        return Q_EMIT renamed(code.id, item->text());
    Q_EMIT toggled(code.id, item->checkState() == Qt::Checked);
}

} // namespace tane
