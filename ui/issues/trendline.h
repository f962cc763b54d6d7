#pragma once

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace tane {

/// A small line of yearly figures with the baseline and the target as level lines. What has no figure is left
/// out; the line is broken there.
class TrendLine : public QWidget
{
    Q_OBJECT
public:
    struct Point
    {
        int year = 0; ///< fiscal year
        double figure = 0;
        QString text; ///< as it was written
    };
    explicit TrendLine(QWidget *parent = nullptr);

    /// Points in the order of their years.
    void setPoints(std::vector<Point> points, std::optional<double> baseline, std::optional<double> target);
    [[nodiscard]] const std::vector<Point> &points() const { return m_points; }
    [[nodiscard]] std::optional<double> target() const { return m_target; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double yOf(double figure, const QRectF &area) const;
    [[nodiscard]] double xOf(int year, const QRectF &area) const;
    void paintLevel(QPainter &painter, const QRectF &area, double figure, const QString &name, bool accent);

    std::vector<Point> m_points;
    std::optional<double> m_baseline, m_target;
    double m_low = 0, m_high = 1;
};

} // namespace tane
