#pragma once

#include <QDialog>

class QSpinBox;

namespace tane {

/// How many posters to make when there are no groups yet; only what can be made can be chosen.
class BoardCountDialog : public QDialog
{
    Q_OBJECT
public:
    static constexpr int kMost = 99, kUsual = 8;
    /// `known`: how many groups have a poster already.
    explicit BoardCountDialog(int known, QWidget *parent = nullptr);
    [[nodiscard]] int groups() const;

private:
    QSpinBox *m_groups = nullptr;
};

} // namespace tane
