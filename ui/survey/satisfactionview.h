#pragma once

#include "survey/change.h"

#include <QWidget>

class QVBoxLayout;

namespace tane {

/// Items that were asked once, after the workshop: how the answers are distributed, one card an item.
class SatisfactionView : public QWidget
{
    Q_OBJECT
public:
    explicit SatisfactionView(QWidget *parent = nullptr);
    void show(const ChangeAnalysis &analysis, const QString &group);

private:
    QVBoxLayout *m_cards = nullptr;
};

} // namespace tane
