#pragma once

#include "grouping/kitsheets.h"
#include "programme/steppage.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QPushButton;
class QSpinBox;

namespace tane {

class Card;
class KitCard;
class SavedLine;
class TimerCard;

/// 当日の印刷物: a card for every sheet of the printed kit, and the timer for the projector.
class KitPage : public StepPage
{
    Q_OBJECT
public:
    explicit KitPage(PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] KitCard *card(KitSheet sheet) const;
    [[nodiscard]] TimerCard *timer() const { return m_timer; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeNoGroups();
    void makeCards();
    void makeOptions();
    void makePosterOptions(KitCard *poster);
    void showOptions();
    void rememberOptions();
    void arrange();
    void preview(KitSheet sheet);
    void savePdf(KitSheet sheet);
    void saveAll();
    void openMaterials();

    Kit m_kit;
    Card *m_noGroups = nullptr;
    QPushButton *m_all = nullptr;
    QWidget *m_cardArea = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<KitCard *> m_cards;
    TimerCard *m_timer = nullptr;
    int m_columns = 0;
    // What can be chosen, kept in the settings.
    QCheckBox *m_onlyChanged = nullptr;
    QCheckBox *m_largeKana = nullptr;
    QCheckBox *m_cropMarks = nullptr;
    QCheckBox *m_folded = nullptr;
    QCheckBox *m_landscape = nullptr;
    QCheckBox *m_blankPosters = nullptr;
    QSpinBox *m_blankCards = nullptr;
    QSpinBox *m_groups = nullptr;
    QComboBox *m_poster = nullptr;
    SavedLine *m_scenes = nullptr; ///< kept in the file
};

} // namespace tane
