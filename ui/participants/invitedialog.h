#pragma once

#include "parts/gridview.h"
#include "people/registry.h"

#include <QDialog>

class QPushButton;

namespace tane {

class NoticeBar;
class PeopleFilterBar;
struct PageContext;

/// Chooses people of the registers who are to be invited.
class InviteDialog : public QDialog
{
    Q_OBJECT
public:
    InviteDialog(PageContext &context, qint64 workshop, QWidget *parent = nullptr);
    ~InviteDialog() override;
    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] QPushButton *inviteButton() const { return m_invite; }

Q_SIGNALS:
    void invited(int people);

private:
    void makeTable();
    void fill();
    void applyFilter();
    void updateButton();
    void invite();

    PageContext &m_context;
    qint64 m_workshop;
    Registry m_registry;
    std::vector<const PersonRecord *> m_people; ///< who is not there yet
    NoticeBar *m_message = nullptr;
    PeopleFilterBar *m_filter = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QPushButton *m_invite = nullptr;
};

} // namespace tane
