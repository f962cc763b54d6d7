#pragma once

#include "programme/steppage.h"
#include "programme/timetable.h"

class QBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace tane {

class Card;
class TimeField;
class TimetableModel;
class TimetableRowCard;
class TimetableStrip;
class TimetableView;

/// 時間割: the rows of a workshop's day. Times chain from the start; the sums, and what to mind, follow every
/// change.
class TimetablePage : public StepPage
{
    Q_OBJECT
public:
    explicit TimetablePage(PageContext &context, QWidget *parent = nullptr);

    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] TimetableView *view() const { return m_view; }
    [[nodiscard]] TimetableRowCard *rowCard() const { return m_card; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeEmpty();
    void makeSummary();
    void makeRows();
    QMenu *templateMenu();
    void fillSummary(const Timetable &timetable);
    void showHints(const QStringList &hints);
    void showCurrent();
    void preview(int minutes);
    void select(qint64 id);

    void addRow();
    void duplicateRow();
    void removeRow();
    void moveRow(int from, int to);
    void saveRow(const TimetableRow &row);
    void applyTemplate(const QString &id, const QString &title);

    QPushButton *m_templates = nullptr;
    QWidget *m_content = nullptr;
    EmptyState *m_empty = nullptr;
    NoticeBar *m_hints = nullptr;
    QString m_dismissed; ///< hints that were closed; they stay away until they change
    TimeField *m_start = nullptr;
    QLabel *m_sums[3] = {}; ///< end, total, group work
    TimetableStrip *m_strip = nullptr;
    QBoxLayout *m_columns = nullptr;
    Card *m_list = nullptr;
    TimetableModel *m_model = nullptr;
    TimetableView *m_view = nullptr;
    QList<QToolButton *> m_rowButtons;
    TimetableRowCard *m_card = nullptr;
};

} // namespace tane
