#pragma once

#include <QScrollArea>

namespace tane {

/// A column of fields that scrolls up and down and is never wider than its place: no frame, the ground of
/// what it lies on, and no stop for Tab.
class ColumnScroll : public QScrollArea
{
    Q_OBJECT
public:
    explicit ColumnScroll(QWidget *parent = nullptr);
    /// Takes the content; use it instead of setWidget().
    void setContent(QWidget *content);
};

} // namespace tane
