#pragma once

#include <QWidget>

class QGridLayout;

namespace tane {

/// Rows of a name, a figure and what it means in one plain line.
class FactRows : public QWidget
{
    Q_OBJECT
public:
    explicit FactRows(QWidget *parent = nullptr);

    void clear();
    void add(const QString &name, const QString &figure, const QString &meaning);
    [[nodiscard]] int count() const { return m_rows; }
    /// The figure of the row with this name; empty when there is none.
    [[nodiscard]] QString figure(const QString &name) const;

private:
    QGridLayout *m_grid = nullptr;
    int m_rows = 0;
};

} // namespace tane
