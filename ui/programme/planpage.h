#pragma once

#include "programme/plangroupcard.h"
#include "programme/steppage.h"

class QPushButton;

namespace tane {

/// 研修プログラムの企画 (図表-73): the purposes, and for every target group who comes, what is expected at
/// the end, and the behaviour later.
class PlanPage : public StepPage
{
    Q_OBJECT
public:
    explicit PlanPage(PageContext &context, QWidget *parent = nullptr);

    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] LineList *purposes() const { return m_purposes; }
    /// The card of a target group; null when it is not shown.
    [[nodiscard]] PlanGroupCard *card(qint64 group) const;

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makePurposes();
    [[nodiscard]] Result<std::vector<PlanGroupCard::Content>> load();
    PlanGroupCard *makeCard(const TargetGroup &group);
    void addGroup();
    void renameGroup(qint64 id);
    void moveGroup(qint64 id, int by);
    void removeGroup(qint64 id);

    LineList *m_purposes = nullptr;
    qint64 m_purposesOf = 0; ///< programme the list was made for
    QVBoxLayout *m_purposeBody = nullptr;
    QVBoxLayout *m_groups = nullptr;
    QLabel *m_noGroups = nullptr;
    QPushButton *m_addGroup = nullptr;
    std::vector<PlanGroupCard *> m_cards;
};

} // namespace tane
