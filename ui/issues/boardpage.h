#pragma once

#include "shell/scrollpage.h"

namespace tane {

/// 模造紙: what the groups of a workshop wrote on their posters.
class BoardPage : public ScrollPage
{
    Q_OBJECT
public:
    explicit BoardPage(PageContext &context, QWidget *parent = nullptr);

    void refresh() override;
};

} // namespace tane
