#include "issues/boardpage.h"

namespace tane {

BoardPage::BoardPage(PageContext &pageContext, QWidget *parent)
    : ScrollPage(tr("模造紙"), pageContext, parent)
{
}

void BoardPage::refresh() {}

} // namespace tane
