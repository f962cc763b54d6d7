#pragma once

#include "parts/recordform.h"
#include "people/registry.h"

class QComboBox;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tane {

struct PageContext;

/// One affiliation: a line that says it, and its fields when opened.
class AffiliationRow : public QWidget
{
    Q_OBJECT
public:
    AffiliationRow(PageContext &context, qint64 affiliation, std::function<void(const Result<> &)> report,
                   QWidget *parent);
    void show(const Registry &registry, const Affiliation &affiliation, bool writable);
    void setOpen(bool open);
    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] QComboBox *centre() const { return m_centre; }

Q_SIGNALS:
    void removeRequested(qint64 affiliation);

private:
    QComboBox *makeBox(const QString &name, qint64 Affiliation::*member);
    void fillBoxes(const Registry &registry, const Affiliation &affiliation);

    PageContext &m_context;
    qint64 m_id;
    std::function<void(const Result<> &)> m_report;
    RecordForm<Affiliation> m_form;
    QToolButton *m_fold = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_period = nullptr;
    QWidget *m_fields = nullptr;
    QComboBox *m_centre = nullptr;
    QComboBox *m_municipality = nullptr;
    QToolButton *m_remove = nullptr;
};

/// Where somebody works and worked. A transfer ends one and begins another.
class AffiliationsCard : public Card
{
    Q_OBJECT
public:
    AffiliationsCard(PageContext &context, std::function<void(const Result<> &)> report,
                     QWidget *parent = nullptr);
    void show(const Registry &registry, const PersonRecord &person, bool writable);
    [[nodiscard]] const std::vector<AffiliationRow *> &rows() const { return m_rows; }
    /// Ends the main affiliation on the day before and begins another one. Gives its id.
    Result<qint64> transfer(QDate day);

private:
    void add();
    void askTransfer();
    void open(qint64 affiliation);

    PageContext &m_context;
    std::function<void(const Result<> &)> m_report;
    PersonRecord m_person;
    std::vector<AffiliationRow *> m_rows;
    QVBoxLayout *m_list = nullptr;
    QLabel *m_none = nullptr;
    QPushButton *m_transfer = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace tane
