#pragma once

#include "parts/chartcard.h"
#include "people/ladderstatistics.h"

class QListWidget;

namespace tane {

class DateField;

/// Who stood where on one day and where on a later one, as a table; a cell shows its people.
class FlowCard : public ChartCard
{
    Q_OBJECT
public:
    explicit FlowCard(PageContext &context, QWidget *parent = nullptr);
    /// `registry` must outlive what is shown.
    void show(const Registry &registry, std::vector<const PersonRecord *> people);
    [[nodiscard]] QListWidget *names() const { return m_names; }
    [[nodiscard]] DateField *from() const { return m_fromField; }
    [[nodiscard]] DateField *to() const { return m_toField; }

Q_SIGNALS:
    void personRequested(qint64 person);

private:
    DateField *addDate(const QString &name, QDate FlowCard::*day);
    void update();
    void showCell(int row, int column);
    void showNames(const QString &title, const std::vector<qint64> &people);

    const Registry *m_registry = nullptr;
    std::vector<const PersonRecord *> m_people;
    LadderFlow m_flow;
    QDate m_from, m_to;
    DateField *m_fromField = nullptr;
    DateField *m_toField = nullptr;
    QLabel *m_arrived = nullptr;
    QLabel *m_cell = nullptr;
    QListWidget *m_names = nullptr;
};

} // namespace tane
