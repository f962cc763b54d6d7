#pragma once

#include "survey/answersheet.h"

#include <initializer_list>
#include <utility>

namespace tane::test {

/// A sheet with one item per person's mark list, written down in a test.
class SheetBuilder
{
public:
    explicit SheetBuilder(Wave wave, int items = 1)
        : m_sheet(items)
    {
        m_sheet.wave = wave;
        m_source = m_sheet.addSource(wave == Wave::Before ? QStringLiteral("before.csv")
                                                          : QStringLiteral("after.csv"));
    }
    int add(std::initializer_list<std::pair<Field, const char *>> fields,
            std::initializer_list<int> marks = {0})
    {
        const int person = m_sheet.addPerson(0, m_source, m_sheet.size() + 2);
        for (const auto &[field, text] : fields)
            m_sheet.setField(person, field, m_sheet.store(QString::fromUtf8(text)));
        int item = 0;
        for (const int mark : marks)
            m_sheet.setMark(person, item++, static_cast<Mark>(mark));
        return person;
    }
    [[nodiscard]] const AnswerSheet &sheet() const { return m_sheet; }

private:
    AnswerSheet m_sheet;
    int m_source = 0;
};

} // namespace tane::test
