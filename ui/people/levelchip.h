#pragma once

#include <QWidget>

namespace tane {

struct Ladder;

/// A step of the ladder as a small coloured mark with its name; "未評価" in an outline.
class LevelChip : public QWidget
{
    Q_OBJECT
public:
    explicit LevelChip(QWidget *parent = nullptr);
    /// `level` in half steps; negative: not assessed.
    void setLevel(const Ladder &ladder, int level);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    int m_step = -1;
    int m_steps = 0;
};

} // namespace tane
