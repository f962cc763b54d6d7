#include "survey/joindialog.h"

#include "base/textfold.h"
#include "parts/rowdelegate.h"
#include "shell/widgets.h"
#include "survey/peoplemodel.h"
#include "survey/surveyrepository.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// Looks in every column, in folded text: 斎藤 finds 齋藤.
class PeopleFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setSearch(const QString &text)
    {
        m_search = foldName(text);
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        QString text;
        for (int column = 0; column < PeopleModel::ColumnCount; ++column)
            text += foldName(sourceModel()->index(row, column, parent).data().toString()) + u'\n';
        return m_search.isEmpty() || text.contains(m_search);
    }

private:
    QString m_search;
};

} // namespace

JoinDialog::JoinDialog(const SurveyState &state, bool before, int person, QWidget *parent)
    : QDialog(parent)
    , m_before(before)
    , m_person(person)
{
    setWindowTitle(tr("手で結びつける"));
    resize(560, 420);
    const AnswerSheet &from = before ? state.before : state.after;
    const AnswerSheet &to = before ? state.after : state.before;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::l, metrics::xl, metrics::l);
    column->setSpacing(metrics::s);
    auto *who = new QLabel(tr("%1の「%2」と同じ方を、%3の回答から選んでください。")
                               .arg(before ? tr("研修前") : tr("研修後"), personLabel(from, person),
                                    before ? tr("研修後") : tr("研修前")),
                           this);
    who->setWordWrap(true);
    column->addWidget(who);
    column->addWidget(
        secondaryLabel(from.text(Field::Role, person) + u'　' + from.text(Field::Affiliation, person), this));
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"search"_s);
    m_search->setPlaceholderText(tr("氏名・所属で探す"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    column->addWidget(m_search);

    m_people = new PeopleModel(this);
    m_people->setPeople(
        to, candidatesFor(from, person, to, before ? state.linking.onlyAfter : state.linking.onlyBefore));
    auto *filter = new PeopleFilter(this);
    m_filter = filter;
    filter->setSourceModel(m_people);
    m_view = new QTableView(this);
    m_view->setObjectName(u"candidates"_s);
    m_view->setAccessibleName(tr("同じ方の候補"));
    m_view->setModel(filter);
    styleTable(m_view, new RowDelegate(m_view));
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    column->addWidget(m_view, 1);

    auto *row = new QHBoxLayout;
    auto *close = new QPushButton(tr("キャンセル"), this);
    m_join = new QPushButton(tr("結びつける"), this);
    m_join->setObjectName(u"join"_s);
    m_join->setDefault(true);
    makePrimary(m_join);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_join);
    column->addLayout(row);
    connect(m_search, &QLineEdit::textChanged, this, [this, filter](const QString &text) {
        filter->setSearch(text);
        selectFirst();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { m_join->setEnabled(now.isValid()); });
    connect(m_join, &QPushButton::clicked, this, &JoinDialog::acceptCurrent);
    connect(m_view, &QTableView::doubleClicked, this, &JoinDialog::acceptCurrent);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    selectFirst();
    m_search->setFocus();
}

void JoinDialog::selectFirst()
{
    if (m_filter->rowCount() > 0)
        m_view->selectRow(0);
    m_join->setEnabled(m_filter->rowCount() > 0);
}

void JoinDialog::acceptCurrent()
{
    const QModelIndex now = m_view->currentIndex();
    if (!now.isValid())
        return;
    const int other = now.data(PeopleModel::PersonRole).toInt();
    accept();
    Q_EMIT joined(m_before ? m_person : other, m_before ? other : m_person);
}

// Up and down walk the list while the cursor stays in the search field.
bool JoinDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const int row = m_view->currentIndex().row() + step;
        if (step != 0) {
            if (row >= 0 && row < m_filter->rowCount())
                m_view->selectRow(row);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace tane
