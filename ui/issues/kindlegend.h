#pragma once

#include "issues/issuewords.h"

#include <QWidget>

#include <array>

namespace tane {

/// Which paper is which kind of note, and how many there are of each.
class KindLegend : public QWidget
{
    Q_OBJECT
public:
    explicit KindLegend(QWidget *parent = nullptr);
    void setCounts(const std::array<int, 4> &counts);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString text(int kind) const;

    std::array<int, 4> m_counts{};
};

} // namespace tane
