#pragma once

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace tane {

/// Which fields a poster has: the four scenes, others that were seen, own ones, or none.
class ScenesDialog : public QDialog
{
    Q_OBJECT
public:
    ScenesDialog(const QStringList &scenes, int boards, QWidget *parent = nullptr);
    [[nodiscard]] QStringList scenes() const; ///< in their order; none: a sheet without fields
    [[nodiscard]] bool forAll() const;        ///< every board of the list gets them

private:
    QList<QCheckBox *> m_boxes;
    QLineEdit *m_own = nullptr;
    QCheckBox *m_all = nullptr;
};

} // namespace tane
