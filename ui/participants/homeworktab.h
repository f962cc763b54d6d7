#pragma once

#include "participants/homework.h"
#include "parts/gridview.h"
#include "shell/widgets.h"

namespace tane {

struct PageContext;

/// 事前課題・事後課題: what is to be done, and the matrix of who handed it in. Space ticks a cell as received
/// today, S as shared with the others.
class HomeworkTab : public QWidget
{
    Q_OBJECT
public:
    enum Column { PhaseColumn, TitleColumn, RoleColumn, DueColumn, ReceivedColumn, SharedColumn };
    enum Fixed { NumberColumn, NameColumn, WhoColumn, FirstHomework };
    explicit HomeworkTab(PageContext &context, QWidget *parent = nullptr);
    Result<> load(qint64 workshop, bool writable);
    [[nodiscard]] GridView *homework() const { return m_homework; }
    [[nodiscard]] GridView *matrix() const { return m_matrix; }
    /// Received and due, in the order of the homework: "6名のうち4名".
    [[nodiscard]] const HomeworkMatrix &values() const { return m_values; }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void notice(const tane::Notice &notice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeEmpty();
    void makeHomework(Card *card);
    void makeMatrix(Card *card);
    void makeHomeworkColumns();
    void makeMatrixColumns();
    [[nodiscard]] const Homework &given(int row) const
    {
        return m_values.homework[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] const Participant &person(int row) const
    {
        return m_values.people[static_cast<std::size_t>(row)];
    }
    template<class Member>
    Result<> save(int row, Member Homework::*member, const Member &value, const QString &label);
    void add(Homework::Phase phase);
    void remove();
    void move(int by);
    void toggle(const QModelIndex &index, bool shared);
    void copyMissing();
    void updateTools();
    void report(const Result<> &result);

    PageContext &m_context;
    qint64 m_workshop = 0;
    bool m_writable = true;
    HomeworkMatrix m_values;
    std::vector<qint64> m_columnsOf; ///< the homework the matrix has columns for
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    GridModel *m_homeworkModel = nullptr;
    GridView *m_homework = nullptr;
    GridModel *m_matrixModel = nullptr;
    GridView *m_matrix = nullptr;
    QLabel *m_keys = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_missing = nullptr;
};

} // namespace tane
