#include "survey/sheetpreview.h"

#include "base/textfold.h"
#include "parts/rowdelegate.h"
#include "shell/widgets.h"
#include "survey/columnchoices.h"

#include <QBrush>
#include <QComboBox>
#include <QHeaderView>

namespace tane {

namespace {

constexpr int kPreviewRows = 8;

QString cellText(const Table &table, int row, int column)
{
    const std::string_view text = table.cell(row, column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
}

} // namespace

void SheetPreviewModel::setSheet(const Table &table, const SheetLayout &layout,
                                 const Questionnaire &questionnaire, const ColumnMappings &mappings)
{
    beginResetModel();
    m_layout = layout;
    m_rows.clear();
    m_undecided.clear();
    for (int column = 0; column < static_cast<int>(layout.columns.size()); ++column) {
        const QString head = layout.heads.value(column);
        const bool ignored =
            layout.columns[static_cast<std::size_t>(column)].kind == ColumnMeaning::Kind::Ignored;
        if (ignored && !head.isEmpty() && !mappings.contains(foldText(head)))
            m_undecided.insert(column);
    }
    if (layout.form == SheetLayout::Form::OnePerson) {
        QStringList values;
        const auto items = questionnaire.items();
        for (const FormCell &cell : formCells(table, questionnaire, mappings)) {
            if (!cell.mark)
                values += cellText(table, cell.row, cell.column);
            else if (*cell.mark >= 0) // what is marked, not the mark
                values += items[static_cast<std::size_t>(cell.meaning.item)]
                              .item->options[static_cast<std::size_t>(*cell.mark)]
                              .text;
            else
                values += cell.content;
        }
        m_rows.push_back(values);
    } else {
        const int first = std::max(0, layout.firstRow);
        for (int row = first; row < table.rowCount() && row < first + kPreviewRows; ++row) {
            QStringList values;
            for (int column = 0; column < table.columnCount(); ++column)
                values += cellText(table, row, column);
            m_rows.push_back(values);
        }
    }
    endResetModel();
}

void SheetPreviewModel::clear()
{
    beginResetModel();
    m_layout = {};
    m_rows.clear();
    m_undecided.clear();
    endResetModel();
}

int SheetPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_layout.heads.isEmpty() ? 0 : static_cast<int>(m_rows.size()) + 1;
}

int SheetPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_layout.heads.size());
}

QVariant SheetPreviewModel::data(const QModelIndex &index, int role) const
{
    if (index.isValid() && role == Qt::BackgroundRole && isUndecided(index.column())) {
        const auto *view = qobject_cast<const QWidget *>(QObject::parent());
        return QBrush(color(ColorRole::HintBackground, view ? currentScheme(view) : Scheme::Light));
    }
    if (!index.isValid() || index.row() == 0 || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return m_rows[static_cast<std::size_t>(index.row() - 1)].value(index.column());
}

QVariant SheetPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const QString head = m_layout.heads.value(section).simplified();
    return head.isEmpty() ? tr("（見出しなし）") : head;
}

SheetPreview::SheetPreview(QWidget *parent)
    : QTableView(parent)
    , m_model(new SheetPreviewModel(this))
{
    setModel(m_model);
    styleTable(this, new RowDelegate(this));
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::NoFocus); // the boxes in it have the focus
    setAccessibleName(tr("取り込む表の見出しと最初の行"));
    verticalHeader()->setMinimumSectionSize(28);
    verticalHeader()->setDefaultSectionSize(28);
}

void SheetPreview::clear()
{
    m_model->clear();
}

QComboBox *SheetPreview::choice(int column) const
{
    return qobject_cast<QComboBox *>(indexWidget(m_model->index(0, column)));
}

// Recognised columns are plain; one that nobody understood and nobody decided about stands out.
void SheetPreview::setSheet(const Table &table, const SheetLayout &layout, const Questionnaire &questionnaire,
                            const ColumnMappings &mappings)
{
    int focused = -1;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (choice(column) && choice(column)->hasFocus())
            focused = column;
    }
    m_model->setSheet(table, layout, questionnaire, mappings);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString head = layout.heads.value(column);
        const ColumnMeaning meaning = column < static_cast<int>(layout.columns.size())
                                          ? layout.columns[static_cast<std::size_t>(column)]
                                          : ColumnMeaning{};
        auto *box = new QComboBox;
        fillColumnChoices(box, questionnaire);
        chooseMeaning(box, meaning);
        box->setObjectName(QStringLiteral("column%1").arg(column));
        box->setAccessibleName(tr("列「%1」の読み取り方").arg(head));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        const bool undecided = m_model->isUndecided(column);
        QFont font = box->font();
        font.setBold(undecided);
        box->setFont(font);
        box->setEnabled(!head.isEmpty());
        box->setToolTip(head.isEmpty()
                            ? tr("見出しのない列は取り込めません。ファイルに見出しを付けてください。")
                        : undecided ? tr("この見出しは読み取れませんでした。使う場合は選んでください。")
                                    : QString());
        setIndexWidget(m_model->index(0, column), box);
        setColumnWidth(column, 132);
        connect(box, &QComboBox::activated, this,
                [this, box, head] { Q_EMIT corrected(head, chosenMeaning(box)); });
    }
    setRowHeight(0, 34);
    if (QComboBox *box = focused < 0 ? nullptr : choice(focused))
        box->setFocus();
}

} // namespace tane
