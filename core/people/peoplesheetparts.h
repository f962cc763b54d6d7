#pragma once

// Private to the sheets about people: what they share.

#include "people/peoplesheets.h"
#include "people/privacy.h"
#include "programme/sheetparts.h"

namespace tane::peoplesheets {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::PeopleSheets)
};

/// Names and texts as a sheet may show them: masked, every registered name in a text becomes its "M01".
class Shown
{
public:
    Shown(const Registry &registry, bool masked);
    [[nodiscard]] bool masked() const { return m_masked; }
    [[nodiscard]] QString name(const PersonRecord &person) const { return m_mask(person); }
    [[nodiscard]] QString kana(const PersonRecord &person) const
    {
        return m_masked ? QString() : person.person.kana;
    }
    [[nodiscard]] QString text(QString text) const;

private:
    NameMask m_mask;
    bool m_masked;
    std::vector<std::pair<QString, QString>> m_names; ///< longest first
};

/// Title, subtitle, footer and paper.
[[nodiscard]] FormSheet begun(PeopleSheetKind kind, const PeopleSheetOptions &options,
                              const QString &subject);
/// "1-1　タネを見つけ、共有する"; 未評価 for nothing.
[[nodiscard]] QString levelLine(const Ladder &ladder, const Assessment *assessment);
/// "都道府県（田中）".
[[nodiscard]] QString assessorLine(const Assessment &assessment, const Shown &shown);
/// "令和5年4月から、1年7か月".
[[nodiscard]] QString sinceLine(QDate since, QDate today);
/// "東部センター・A市"; the municipality only where the workplace does not say it.
[[nodiscard]] QString placeLine(const Registry &registry, const PersonRecord &person, QDate on);
/// Height that is left on the first page, in millimetres; negative when there is more than a page.
[[nodiscard]] double heightLeft(const FormSheet &sheet);
/// The issues of the options as a table with at most so many rows; nothing without issues.
void addIssues(FormSheet &sheet, const PeopleSheetOptions &options, const Shown &shown, int most);
/// The parts that are there, joined.
[[nodiscard]] QString joined(QStringList parts, const QString &by = QStringLiteral("・"));
/// A table's line that says that there is nothing, over all columns.
[[nodiscard]] std::vector<FormTableCell> nothing(const QString &text, int columns);
/// The last support she took part in up to a day; null when there was none.
[[nodiscard]] const Support *lastSupport(const Registry &registry, const PersonRecord &person, QDate today);

} // namespace tane::peoplesheets
