#pragma once

#include "issues/issuewords.h"

#include <QWidget>

#include <array>
#include <vector>

namespace tane {

/// Which paper is which kind of note, and how many there are of each.
class KindLegend : public QWidget
{
    Q_OBJECT
public:
    explicit KindLegend(QWidget *parent = nullptr);
    void setCounts(const std::array<int, 4> &counts);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString text(int kind) const;
    [[nodiscard]] int line() const;
    [[nodiscard]] int entry(int kind) const; ///< width of a paper with its words
    [[nodiscard]] std::vector<QPoint> placed(int width) const;

    std::array<int, 4> m_counts{};
};

} // namespace tane
