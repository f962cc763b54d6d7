#pragma once

#include "parts/recordform.h"
#include "people/registertab.h"
#include "shell/editors/linelist.h"

class QBoxLayout;
class QComboBox;
class QListWidget;
class QListWidgetItem;

namespace tane {

class Card;

/// What belongs to the prefecture itself, its care areas, and which municipalities each care area has.
class AreasTab : public RegisterTab
{
    Q_OBJECT
public:
    AreasTab(PageContext &context, QWidget *parent);
    void fill(const Registry &registry, bool writable) override;
    [[nodiscard]] QString addText() const override;
    void add() override;
    bool reveal(qint64 area);

    [[nodiscard]] LineList *areas() const { return m_areas; }
    [[nodiscard]] QListWidget *members() const { return m_members; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makePrefecture();
    void makeAreas();
    void makeMembers();
    void fillPrefecture();
    void fillAreas();
    void fillMembers();
    void memberChanged(const QListWidgetItem *item);
    [[nodiscard]] LineList::Callbacks areaLines();

    const Registry *m_registry = nullptr;
    bool m_writable = false;
    qint64 m_prefecture = 0;
    qint64 m_area = 0;
    RecordForm<Prefecture> m_form;
    RecordForm<CareArea> m_areaForm;
    QBoxLayout *m_columns = nullptr;
    Card *m_prefectureCard = nullptr;
    QComboBox *m_prefectures = nullptr;
    Card *m_areasCard = nullptr;
    LineList *m_areas = nullptr;
    Card *m_membersCard = nullptr;
    SavedText *m_note = nullptr;
    QListWidget *m_members = nullptr;
};

} // namespace tane
