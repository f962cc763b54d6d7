#pragma once

#include "grouping/kitmaterials.h"

#include <QDialog>

class QGridLayout;
class QLabel;

namespace tane {

class NoticeBar;

/// How many of each thing a group and a person need, and how many to spare; the amounts follow at once, and
/// every change is saved.
class MaterialsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `groups` and `people`: what the amounts are shown for.
    MaterialsDialog(Document &document, qint64 workshop, int groups, int people, QWidget *parent = nullptr);
    void done(int result) override; ///< what was changed last is saved

private:
    void addRow(QGridLayout *grid, int row, std::size_t index);
    void showAmount(std::size_t index);

    Document &m_document;
    qint64 m_workshop;
    int m_groups, m_people;
    std::vector<Material> m_materials;
    std::vector<QLabel *> m_amounts;
    NoticeBar *m_notice = nullptr;
};

} // namespace tane
