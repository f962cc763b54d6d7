#pragma once

#include "issues/logicmodel.h"
#include "parts/gridview.h"

class QLineEdit;
class QPushButton;

namespace tane {

class LogicLinks;
class SegmentedControl;
struct PageContext;

/// A logic model as a table: a column of it at a time, each row with what it is linked to. New rows are
/// written one after the other, Enter goes on to the next.
class LogicTable : public QWidget
{
    Q_OBJECT
public:
    LogicTable(PageContext &context, QWidget *parent);

    void showModel(const LogicContent &content, bool writable);
    [[nodiscard]] LogicNode::Kind kind() const;
    void setKind(LogicNode::Kind kind);
    bool select(qint64 node);
    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] QLineEdit *newLine() const { return m_new; }
    [[nodiscard]] LogicLinks *links() const { return m_links; }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeEntry();
    void makeColumns();
    void fillRows();
    void showSelection();
    [[nodiscard]] const LogicNode *at(int row) const { return m_content.node(m_model->idAt(row)); }
    [[nodiscard]] QString linkedText(int row, LogicNode::Kind kind) const;
    [[nodiscard]] Result<> save(int row, QString LogicNode::*member, const QString &text,
                                const QString &what);
    void addLines(const QStringList &lines);
    void remove();
    void move(int by);
    bool report(const Result<> &result);

    PageContext &m_context;
    LogicContent m_content;
    bool m_writable = false;
    SegmentedControl *m_kinds = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QLineEdit *m_new = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_remove = nullptr;
    LogicLinks *m_links = nullptr;
};

} // namespace tane
