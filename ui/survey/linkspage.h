#pragma once

#include "survey/surveypage.h"

namespace tane {

class EmptyState;
class ChangedRolesCard;
class LinkedCard;
class NoticeBar;
class TwiceCard;
class UnlinkedCard;
class WaitingCard;

/// 前後の結びつけ: whose answer after belongs to whose answer before. Nothing uncertain counts before the
/// officer said so.
class LinksPage : public SurveyPage
{
    Q_OBJECT
public:
    explicit LinksPage(PageContext &context, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString badge() const override;
    [[nodiscard]] WaitingCard *waiting() const { return m_waiting; }

private:
    void decide(const Link &link, bool same);
    void chooseAnswer(const AnsweredTwice &twice, int person);
    void join(int before, int after);
    void undoDecision(const Link &link);
    void after(const Result<> &result, const QString &done);
    void showCards();
    void focusNext(bool fromTwice);
    [[nodiscard]] LinkDecision decisionOf(int before, int after, bool accept) const;

    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    NoticeBar *m_done = nullptr;
    WaitingCard *m_waiting = nullptr;
    TwiceCard *m_twice = nullptr;
    ChangedRolesCard *m_roles = nullptr;
    UnlinkedCard *m_unlinked = nullptr;
    LinkedCard *m_linked = nullptr;
    int m_open = 0;
};

} // namespace tane
