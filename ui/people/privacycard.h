#pragma once

#include "parts/recordform.h"
#include "people/registry.h"

class QPushButton;
class QStandardItemModel;
class QTableView;

namespace tane {

struct Notice;
struct PageContext;

/// What is kept of a person, until when, and how it goes: everything known as a list, taking the name away,
/// deleting.
class PrivacyCard : public Card
{
    Q_OBJECT
public:
    PrivacyCard(PageContext &context, std::function<void(const Result<> &)> report,
                QWidget *parent = nullptr);
    void show(const PersonRecord &person, bool writable);
    void leave() { m_form.leave(); }
    [[nodiscard]] QStandardItemModel *known() const { return m_known; }
    /// Everything known of her as a workbook.
    Result<> writeKnown(const QString &path);

Q_SIGNALS:
    void notice(const tane::Notice &notice);
    void deleted();

private:
    void showKnown(bool shown);
    void exportKnown();
    void makeAnonymous();
    void removePerson();

    PageContext &m_context;
    std::function<void(const Result<> &)> m_report;
    PersonRecord m_person;
    RecordForm<Person> m_form;
    QLabel *m_overdue = nullptr;
    QPushButton *m_list = nullptr;
    QWidget *m_knownBox = nullptr;
    QTableView *m_table = nullptr;
    QStandardItemModel *m_known = nullptr;
    QPushButton *m_anonymous = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace tane
