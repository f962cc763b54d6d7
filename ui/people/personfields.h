#pragma once

#include "parts/recordform.h"
#include "people/registry.h"

namespace tane {

class WordChips;
struct PageContext;

/// The fields of a person's register entry, each saved at once.
class PersonFields : public Card
{
    Q_OBJECT
public:
    /// `report`: told what a choice could not save.
    PersonFields(PageContext &context, std::function<void(const Result<> &)> report,
                 QWidget *parent = nullptr);
    void show(const PersonRecord &person, bool writable);
    void leave() { m_form.leave(); } ///< saves what was typed
    [[nodiscard]] SavedLine *nameField() const { return m_name; }
    [[nodiscard]] WordChips *roles() const { return m_roles; }
    [[nodiscard]] WordChips *qualifications() const { return m_qualifications; }

private:
    PageContext &m_context;
    RecordForm<Person> m_form;
    SavedLine *m_name = nullptr;
    WordChips *m_roles = nullptr;
    WordChips *m_qualifications = nullptr;
    QLabel *m_experience = nullptr;
};

} // namespace tane
