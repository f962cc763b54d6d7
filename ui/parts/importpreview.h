#pragma once

#include "base/error.h"
#include "parts/gridmodel.h"
#include "shell/page.h"
#include "survey/answersheet.h"

#include <QDialog>

#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace tane {

class ElidedLabel;
class GridView;
class NoticeBar;
class ProblemModel;

/// Shows what reading a file or folder would do before it is done: a line of numbers, a table of what comes
/// or changes, and what cannot be read, with its place. Those who derive read and store; nothing is stored
/// until 取り込む is pressed.
class ImportPreview : public QDialog
{
    Q_OBJECT
public:
    ~ImportPreview() override;

    /// Reads a file or a folder, as the dialog takes them; nothing is stored. Nothing happens without a path.
    void setSource(const QString &path);
    [[nodiscard]] QPushButton *importButton() const { return m_import; }
    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] ProblemModel *problems() const { return m_problems; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString message() const; ///< empty: none is shown

Q_SIGNALS:
    /// After it is stored: what was done, as a sentence.
    void imported(const QString &summary);

protected:
    struct Look
    {
        QString title;
        QString hint; ///< what can be chosen, until something was
        QSize size;
    };
    struct Table
    {
        QString name;                    ///< what a screen reader calls it
        QString problems;                ///< the same of the table below
        std::vector<GridColumn> columns; ///< rows are numbered from 0
        std::vector<double> letters;     ///< their widths
    };
    ImportPreview(PageContext &context, const Look &look, QWidget *parent);
    /// A button beside the path.
    QPushButton *addSource(const QString &text, const QString &objectName);
    /// Between the summary and the table.
    void addBelowSummary(QWidget *widget);
    void setTable(const Table &table);

    /// Reads `path` and shows it with showRows() and setReady(), or showError().
    virtual void read(const QString &path) = 0;
    /// Stores what was read; what was done, as a sentence.
    virtual Result<QString> store() = 0;
    /// Forgets what was read: it is of no use.
    virtual void forget() = 0;

    void showError(const Error &error);
    void showNotice(const Notice &notice);
    /// `problemTitle` stands above the problems when there are any.
    void showRows(std::size_t count, const QString &summary, const QString &problemTitle,
                  const std::vector<Problem> &problems);
    /// Whether there is something to take in; Enter goes on with it then.
    void setReady(bool any);
    [[nodiscard]] PageContext &context() const { return m_context; }
    [[nodiscard]] GridModel *model() const { return m_model; }
    [[nodiscard]] QTableView *problemTable() const { return m_problemTable; }

private:
    void makeTop(const QString &hint);
    void makeTables();
    void makeButtons();
    void importNow();

    PageContext &m_context;
    QBoxLayout *m_column = nullptr;
    QBoxLayout *m_sources = nullptr;
    ElidedLabel *m_path = nullptr;
    NoticeBar *m_message = nullptr;
    QLabel *m_summary = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QLabel *m_problemTitle = nullptr;
    ProblemModel *m_problems = nullptr;
    QTableView *m_problemTable = nullptr;
    QPushButton *m_import = nullptr;
};

} // namespace tane
