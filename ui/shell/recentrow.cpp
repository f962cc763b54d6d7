#include "shell/recentrow.h"

#include "shell/icons.h"
#include "shell/widgets.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace tane {

class RecentRow::FileButton : public PaintedButton
{
public:
    explicit FileButton(const QString &path, QWidget *parent)
        : PaintedButton(QFileInfo(path).completeBaseName(), parent)
        , m_folder(QDir::toNativeSeparators(QFileInfo(path).absolutePath()))
    {
        setToolTip(QDir::toNativeSeparators(path));
        setCursor(Qt::PointingHandCursor);
    }
    bool missing = false;

    [[nodiscard]] QSize sizeHint() const override { return {200, 2 * fontMetrics().height() + 20}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Scheme scheme = currentScheme(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() || isDown()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(
                mixed(color(ColorRole::WeakAccent, scheme), color(ColorRole::Card, scheme), 0.6));
            painter.drawRoundedRect(rect(), 6, 6);
        }
        const QColor secondary = color(ColorRole::SecondaryText, scheme);
        const QColor faded = mixed(secondary, color(ColorRole::Card, scheme), 0.7);
        paintSymbol(painter, QRectF(8, height() / 2.0 - 9, 18, 18), Symbol::File,
                    missing ? faded : color(ColorRole::Accent, scheme));
        const QRect area = rect().adjusted(36, 7, -8, -7);
        painter.setPen(missing ? faded : color(ColorRole::Text, scheme));
        painter.drawText(area, Qt::AlignTop | Qt::AlignLeft,
                         fontMetrics().elidedText(text(), Qt::ElideMiddle, area.width()));
        painter.setFont(scaledFont(this, type::secondary));
        painter.setPen(missing ? faded : secondary);
        const QString below =
            missing ? RecentRow::tr("見つかりません。移されたか、消された可能性があります。") : m_folder;
        painter.drawText(area, Qt::AlignBottom | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(below, Qt::ElideMiddle, area.width()));
        if (ringVisible())
            paintRing(painter, rect(), 6);
    }

private:
    QString m_folder;
};

RecentRow::RecentRow(const QString &path, QWidget *parent)
    : QWidget(parent)
    , m_path(path)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::xs);
    m_file = new FileButton(path, this);
    m_remove = new QToolButton(this);
    m_remove->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
    m_remove->setIconSize({12, 12});
    m_remove->setToolTip(tr("一覧から外す（ファイルは消えません）"));
    m_remove->setAccessibleName(tr("「%1」を一覧から外す").arg(m_file->text()));
    makePlain(m_remove);
    layout->addWidget(m_file, 1);
    layout->addWidget(m_remove);
}

void RecentRow::setMissing(bool missing)
{
    m_file->missing = missing;
    m_file->setAccessibleDescription(missing ? tr("見つかりません") : QString());
    m_file->update();
}

bool RecentRow::isMissing() const
{
    return m_file->missing;
}

QPushButton *RecentRow::fileButton() const
{
    return m_file;
}

} // namespace tane
