#include "parts/importpreview.h"

#include "parts/gridview.h"
#include "parts/problemmodel.h"
#include "parts/rowdelegate.h"
#include "shell/widgets.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>

#include <numeric>

using namespace Qt::StringLiterals;

namespace tane {

ImportPreview::ImportPreview(PageContext &pageContext, const Look &look, QWidget *parent)
    : QDialog(parent)
    , m_context(pageContext)
    , m_column(new QVBoxLayout(this))
{
    setWindowTitle(look.title);
    const QSize room = screen()->availableSize();
    resize(qMin(look.size.width(), room.width() - 40), qMin(look.size.height(), room.height() - 60));
    m_column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    m_column->setSpacing(metrics::m);
    makeTop(look.hint);
    makeTables();
    makeButtons();
}

ImportPreview::~ImportPreview() = default;

void ImportPreview::makeTop(const QString &hint)
{
    m_sources = new QHBoxLayout;
    m_sources->setSpacing(metrics::s);
    m_path = new ElidedLabel(hint, this);
    m_sources->addWidget(m_path, 1);
    m_message = new NoticeBar(this);
    m_message->setObjectName(u"importMessage"_s);
    m_message->hide();
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setWordWrap(true);
    setParagraph(m_summary, tr("選ぶと、新しく加わるもの、変わるところ、読み取れないところを、取り込む前に"
                               "ここで確かめられます。同じものをもう一度選んでも、二重にはなりません。"));
    m_column->addLayout(m_sources);
    m_column->addWidget(m_message);
    m_column->addWidget(m_summary);
}

QPushButton *ImportPreview::addSource(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    m_sources->addWidget(button);
    return button;
}

void ImportPreview::addBelowSummary(QWidget *widget)
{
    m_column->insertWidget(m_column->indexOf(m_table), widget);
}

void ImportPreview::makeTables()
{
    m_model = new GridModel(this);
    m_model->setEditable(false);
    m_table = new GridView({}, m_model, this);
    m_table->setObjectName(u"importRows"_s);
    m_problemTitle = secondaryLabel({}, this);
    m_problems = new ProblemModel(this);
    m_problemTable = new QTableView(this);
    m_problemTable->setModel(m_problems);
    m_problemTable->setObjectName(u"importProblems"_s);
    styleTable(m_problemTable, new RowDelegate(m_problemTable));
    m_problemTable->horizontalHeader()->setStretchLastSection(true);
    m_problemTable->setMaximumHeight(170);
    m_column->addWidget(m_table, 3);
    m_column->addWidget(m_problemTitle);
    m_column->addWidget(m_problemTable, 2);
    m_table->hide();
    m_problemTitle->hide();
    m_problemTable->hide();
    m_column->addStretch(0);
}

void ImportPreview::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_import = buttons->addButton(tr("取り込む"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"importNow"_s);
    makePrimary(m_import);
    m_import->setEnabled(false);
    buttons->addButton(tr("やめる"), QDialogButtonBox::RejectRole);
    connect(m_import, &QPushButton::clicked, this, &ImportPreview::importNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportPreview::reject);
    m_column->addWidget(buttons);
}

void ImportPreview::setTable(const Table &table)
{
    m_model->setColumns(table.columns);
    m_table->setAccessibleName(table.name);
    m_problemTable->setAccessibleName(table.problems);
    for (std::size_t column = 0; column < table.letters.size(); ++column)
        m_table->setLetters(static_cast<int>(column), table.letters[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void ImportPreview::setSource(const QString &path)
{
    if (path.isEmpty())
        return;
    m_message->hide();
    m_path->setText(QDir::toNativeSeparators(path));
    read(path);
}

void ImportPreview::showError(const Error &error)
{
    showNotice({Notice::Kind::Error, error.toString()});
    m_message->setDetail(error.detail);
    forget();
    m_model->setRows({});
    m_problems->setProblems({});
    m_table->hide();
    m_problemTitle->hide();
    m_problemTable->hide();
    m_summary->clear();
    m_import->setEnabled(false);
}

void ImportPreview::showNotice(const Notice &notice)
{
    m_message->show(notice, false);
}

void ImportPreview::showRows(std::size_t count, const QString &summary, const QString &problemTitle,
                             const std::vector<Problem> &problems)
{
    std::vector<qint64> rows(count);
    std::iota(rows.begin(), rows.end(), 1);
    m_model->setRows({});
    m_model->setRows(std::move(rows));
    m_table->setVisible(count > 0);
    setParagraph(m_summary, summary);
    m_problemTitle->setText(problemTitle);
    m_problemTitle->setVisible(!problems.empty());
    m_problemTable->setVisible(!problems.empty());
    m_problems->setProblems(problems);
    m_problemTable->resizeColumnsToContents();
}

void ImportPreview::setReady(bool any)
{
    m_import->setEnabled(any && !m_context.document.isReadOnly());
    if (m_import->isEnabled())
        m_import->setFocus();
}

QString ImportPreview::summary() const
{
    return m_summary->text();
}

QString ImportPreview::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void ImportPreview::importNow()
{
    if (!m_import->isEnabled())
        return;
    const Result<QString> done = store();
    if (!done) { // what was read stays, so that it can be tried again
        showNotice({Notice::Kind::Error, done.error().toString()});
        m_message->setDetail(done.error().detail);
        return;
    }
    Q_EMIT imported(*done);
    accept();
}

} // namespace tane
