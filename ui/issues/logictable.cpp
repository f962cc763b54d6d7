#include "issues/logictable.h"

#include "issues/logiclinks.h"
#include "shell/widgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

using Kind = LogicNode::Kind;

/// Short for the head of a column and the undo labels.
QString shortKind(Kind kind)
{
    switch (kind) {
    case Kind::Measure:
        return LogicTable::tr("施策");
    case Kind::Indicator:
        return LogicTable::tr("成果指標");
    case Kind::Outcome:
        return LogicTable::tr("中間アウトカム");
    case Kind::Goal:
        return LogicTable::tr("目指す姿");
    }
    Q_UNREACHABLE();
}

/// The columns of the table beside the text: what boxes of this kind are linked to.
std::vector<Kind> linkedKinds(Kind kind)
{
    switch (kind) {
    case Kind::Measure:
        return {Kind::Indicator, Kind::Outcome};
    case Kind::Indicator:
        return {Kind::Measure, Kind::Outcome};
    case Kind::Outcome:
        return {Kind::Indicator, Kind::Goal};
    case Kind::Goal:
        return {Kind::Outcome};
    }
    Q_UNREACHABLE();
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    return lines;
}

} // namespace

LogicTable::LogicTable(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    m_kinds = new SegmentedControl(this);
    m_kinds->setObjectName(u"logicKinds"_s);
    m_kinds->setAccessibleName(tr("ロジックモデルの列"));
    QStringList names;
    for (int kind = 0; kind < kLogicKinds; ++kind)
        names << shortKind(static_cast<Kind>(kind));
    m_kinds->setItems(names);
    column->addWidget(m_kinds, 0, Qt::AlignLeft);
    m_model = new GridModel(this);
    m_table = new GridView(tr("ロジックモデルの表"), m_model, this);
    m_table->setObjectName(u"logicNodes"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(false);
    m_table->verticalHeader()->setDefaultSectionSize(44);
    column->addWidget(m_table, 5);
    makeEntry();
    m_links = new LogicLinks(context.document, this);
    column->addWidget(m_links, 4);
    makeColumns();
    connect(m_kinds, &SegmentedControl::currentIndexChanged, this, [this] {
        makeColumns();
        fillRows();
    });
    connect(m_model, &GridModel::failed, this, &LogicTable::failed);
    connect(m_model, &GridModel::saved, this, &LogicTable::succeeded);
    connect(m_table, &GridView::selectedChanged, this, &LogicTable::showSelection);
    connect(m_table, &GridView::addRequested, this, [this] { m_new->setFocus(); });
    connect(m_table, &GridView::removeRequested, this, &LogicTable::remove);
    connect(m_links, &LogicLinks::failed, this, &LogicTable::failed);
    connect(m_links, &LogicLinks::succeeded, this, &LogicTable::succeeded);
}

void LogicTable::makeEntry()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_new = new QLineEdit(this);
    m_new->setObjectName(u"newLogicNode"_s);
    m_new->installEventFilter(this);
    m_up = new QPushButton(tr("上へ"), this);
    m_down = new QPushButton(tr("下へ"), this);
    m_remove = new QPushButton(tr("削除"), this);
    m_remove->setObjectName(u"removeLogicNode"_s);
    row->addWidget(m_new, 1);
    for (QPushButton *button : {m_up, m_down, m_remove}) {
        makePlain(button);
        row->addWidget(button);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_new, &QLineEdit::returnPressed, this, [this] { addLines(linesOf(m_new->text())); });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &LogicTable::remove);
}

LogicNode::Kind LogicTable::kind() const
{
    return static_cast<Kind>(m_kinds->currentIndex());
}

void LogicTable::setKind(LogicNode::Kind kind)
{
    if (kind == this->kind())
        return;
    const QSignalBlocker quiet(m_kinds);
    m_kinds->setCurrentIndex(static_cast<int>(kind));
    makeColumns();
    fillRows();
}

void LogicTable::makeColumns()
{
    const Kind shown = kind();
    const QString name = shortKind(shown);
    std::vector<GridColumn> columns;
    columns.push_back(
        {.title = name,
         .text = [this](int row) { return at(row) != nullptr ? at(row)->text : QString(); },
         .save = [this, name](int row, const QVariant &text) -> Result<> {
             if (text.toString().isEmpty())
                 return fail(
                     ErrorCode::Usage,
                     tr("%1は空にできません。要らなくなった行は「削除」で消してください。").arg(name));
             return save(row, &LogicNode::text, text.toString(), name);
         }});
    for (const Kind other : linkedKinds(shown))
        columns.push_back({.title = shortKind(other),
                           .text = [this, other](int row) { return linkedText(row, other); },
                           .tip = tr("下の「つながり」で選びます。")});
    columns.push_back({.title = tr("備考"),
                       .text = [this](int row) { return at(row) != nullptr ? at(row)->note : QString(); },
                       .save =
                           [this](int row, const QVariant &text) {
                               return save(row, &LogicNode::note, text.toString(), tr("備考"));
                           }});
    const int count = static_cast<int>(columns.size());
    m_model->setRows({});
    m_model->setColumns(std::move(columns));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    for (int column = 1; column < count - 1; ++column)
        m_table->setLetters(column, 8);
    m_table->setLetters(count - 1, 6);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_new->setPlaceholderText(
        tr("新しい%1を書いて Enter（続けて書けます。何行か貼り付けてもかまいません）").arg(name));
    m_new->setAccessibleName(tr("新しい%1").arg(name));
}

QString LogicTable::linkedText(int row, LogicNode::Kind kind) const
{
    const qint64 node = m_model->idAt(row);
    QStringList names;
    for (const LogicNode *other :
         kind < this->kind() ? m_content.originsOf(node, kind) : m_content.resultsOf(node, kind))
        names << other->text;
    return names.join(u'、');
}

Result<> LogicTable::save(int row, QString LogicNode::*member, const QString &text, const QString &what)
{
    RecordTable<LogicNode> table(m_context.document);
    TANE_TRY(LogicNode record, table.load(m_model->idAt(row)));
    record.*member = text;
    return table.update(record, tr("ロジックモデルの%1の変更").arg(what));
}

void LogicTable::showModel(const LogicContent &content, bool writable)
{
    m_content = content;
    m_writable = writable;
    fillRows();
}

void LogicTable::fillRows()
{
    const qint64 shown = m_table->currentId();
    std::vector<qint64> ids;
    for (const LogicNode *node : m_content.of(kind()))
        ids.push_back(node->id);
    m_model->setEditable(m_writable);
    m_model->setRows(std::move(ids));
    if (!m_table->select(shown) && m_model->rowCount() > 0)
        m_table->select(m_model->idAt(0));
    m_new->setEnabled(m_writable);
    showSelection();
}

void LogicTable::showSelection()
{
    const qint64 node = m_table->currentId();
    const int row = m_model->rowOf(node);
    m_links->showNode(m_content, node, m_writable);
    m_up->setEnabled(m_writable && row > 0);
    m_down->setEnabled(m_writable && row >= 0 && row + 1 < m_model->rowCount());
    m_remove->setEnabled(m_writable && row >= 0);
}

bool LogicTable::select(qint64 node)
{
    const LogicNode *found = m_content.node(node);
    if (found == nullptr)
        return false;
    setKind(found->kind);
    return m_table->select(node);
}

/// All of them one undo step.
void LogicTable::addLines(const QStringList &lines)
{
    if (lines.isEmpty() || !m_writable)
        return;
    const QString label = tr("%1の追加").arg(shortKind(kind()));
    qint64 last = 0;
    const Result<> added = m_context.document.perform(label, [&](Database &) -> Result<> {
        for (const QString &line : lines) {
            TANE_TRY(last, RecordTable<LogicNode>(m_context.document)
                               .add({.model = m_content.model.id, .kind = kind(), .text = line}, label));
        }
        return {};
    });
    if (!report(added))
        return;
    m_new->clear();
    m_table->select(last);
}

void LogicTable::remove()
{
    const int row = m_model->rowOf(m_table->currentId());
    if (row >= 0 && m_writable)
        report(RecordTable<LogicNode>(m_context.document)
                   .remove(m_model->idAt(row), tr("%1の削除").arg(shortKind(kind()))));
}

void LogicTable::move(int by)
{
    const int row = m_model->rowOf(m_table->currentId());
    if (row >= 0)
        report(RecordTable<LogicNode>(m_context.document)
                   .move(m_model->idAt(row), row + by, tr("%1の並べ替え").arg(shortKind(kind()))));
}

/// A list copied from elsewhere becomes a row a line.
bool LogicTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_new && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QStringList lines = linesOf(QGuiApplication::clipboard()->text());
        if (lines.size() > 1) {
            addLines(lines);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool LogicTable::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
    return result.has_value();
}

} // namespace tane
