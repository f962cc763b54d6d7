#pragma once

#include "shell/naventry.h"

namespace tane {

/// The box on top: which programme; click for others.
class ProgrammeBox : public PaintedButton
{
    Q_OBJECT
public:
    explicit ProgrammeBox(QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &subtitle);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QStringList titleLines() const; ///< at most two
    QString m_title, m_subtitle;
};

} // namespace tane
