#include "shell/columnscroll.h"

namespace tane {

ColumnScroll::ColumnScroll(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void ColumnScroll::setContent(QWidget *content)
{
    setWidget(content);
    content->setAutoFillBackground(false); // the area has just asked for it
}

} // namespace tane
