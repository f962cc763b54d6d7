#pragma once

#include "programme/timetable.h"

#include <QWidget>

namespace tane {

/// The day as one line: every row as wide as it is long, in the colour of its block, with the hours below. A
/// click chooses the row. For the eye only: what it shows is in the list, too.
class TimetableStrip : public QWidget
{
    Q_OBJECT
public:
    explicit TimetableStrip(QWidget *parent = nullptr);
    void setTimetable(const Timetable &timetable, qint64 chosen);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void rowChosen(qint64 id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] double xOf(int minutes) const;
    [[nodiscard]] const Timetable::Row *rowAt(double x) const;
    void paintHours(QPainter &painter) const;

    Timetable m_timetable;
    qint64 m_chosen = 0;
};

} // namespace tane
