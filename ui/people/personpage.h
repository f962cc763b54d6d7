#pragma once

#include "people/registrypage.h"

class QBoxLayout;
class QPushButton;

namespace tane {

class AffiliationsCard;
class AssessmentPanel;
class EmptyState;
class MentionsCard;
class PersonFields;
class PrivacyCard;
class TimelineCard;

/// Everything of one person: her register entry, where she works and worked, and one timeline of workshops,
/// answers, assessments and supports.
class PersonPage : public RegistryPage
{
    Q_OBJECT
public:
    explicit PersonPage(PageContext &context, QWidget *parent = nullptr);
    ~PersonPage() override;

    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] qint64 person() const { return m_person; }
    [[nodiscard]] PersonFields *fields() const { return m_fields; }
    [[nodiscard]] AffiliationsCard *affiliations() const { return m_affiliations; }
    [[nodiscard]] TimelineCard *timeline() const { return m_timeline; }
    [[nodiscard]] AssessmentPanel *panel() const { return m_panel; }
    [[nodiscard]] PrivacyCard *privacy() const { return m_privacy; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeBody();
    void showContext(const PersonRecord &person);
    void beginAssessment();
    void editAssessment(qint64 assessment);
    void openPanel();
    bool closePanel(bool ask);
    void print();
    void arrange();
    void openWorkshop(qint64 workshop);

    qint64 m_person = 0;
    QPushButton *m_print = nullptr;
    QPushButton *m_assess = nullptr;
    QWidget *m_content = nullptr;
    QBoxLayout *m_columns = nullptr;
    AssessmentPanel *m_panel = nullptr;
    PersonFields *m_fields = nullptr;
    AffiliationsCard *m_affiliations = nullptr;
    TimelineCard *m_timeline = nullptr;
    MentionsCard *m_issues = nullptr;
    PrivacyCard *m_privacy = nullptr;
    EmptyState *m_gone = nullptr;
};

} // namespace tane
