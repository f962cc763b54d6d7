#pragma once

#include "grouping/groupreasons.h"

#include <QWidget>

#include <optional>

namespace tane {

/// How well one rule is kept: a bar, and the numbers beside it. While a card is dragged also what would come
/// of it.
class RuleBar : public QWidget
{
    Q_OBJECT
public:
    explicit RuleBar(QWidget *parent = nullptr);

    /// Nothing to measure: an empty bar with a word of why.
    void showNothing(const QString &why);
    void show(const RuleQuality &quality, GroupRule::Kind kind);
    void showPreview(const RuleQuality &after);
    void clearPreview();
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    std::optional<RuleQuality> m_quality, m_after;
    GroupRule::Kind m_kind = GroupRule::Kind::Spread;
    QString m_text;
};

} // namespace tane
