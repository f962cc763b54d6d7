#pragma once

#include "parts/recordform.h"
#include "people/registrypage.h"

class QBoxLayout;
class QGridLayout;
class QPushButton;

namespace tane {

class Card;
class MentionsCard;

/// All of one municipality: its profile, centres, people with their steps, who took part in which year, and
/// the supports it got. Printed as one page.
class MunicipalityPage : public RegistryPage
{
    Q_OBJECT
public:
    MunicipalityPage(PageContext &context, QWidget *parent);

    /// ("municipality", id).
    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] qint64 municipality() const { return m_municipality; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeProfile();
    void makeCards();
    void fillCentres(const Municipality &municipality);
    void fillPeople(const Municipality &municipality);
    void addPeople(const QString &title, const std::vector<const PersonRecord *> &people);
    void fillParticipation();
    void fillSupports();
    void step(int by);
    void recordSupport();
    void print();

    qint64 m_municipality = 0;
    RecordForm<Municipality> m_form;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_support = nullptr;
    QBoxLayout *m_columns = nullptr;
    Card *m_profile = nullptr;
    Card *m_centres = nullptr;
    Card *m_people = nullptr;
    Card *m_participation = nullptr;
    Card *m_supports = nullptr;
    MentionsCard *m_issues = nullptr;
};

} // namespace tane
