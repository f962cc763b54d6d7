#pragma once

#include "exchange/formsheet.h"
#include "paper/paperpages.h"

namespace tane {

/// A form laid out on pages, in millimetres: text broken by the rules of Japanese, rows that are taller than
/// a page going on on the next one, heads and labels said again, page numbers below. The same pages on
/// screen, in PDF, PNG and print. Needs a QGuiApplication.
class FormPaper : public PaperPages
{
public:
    explicit FormPaper(const FormSheet &sheet);
    [[nodiscard]] const FormSheet &sheet() const { return m_sheet; }

private:
    FormSheet m_sheet;
};

/// Several forms on one kind of paper, one after the other, each beginning a page: a sheet for everybody.
[[nodiscard]] PaperPages formsPaper(const std::vector<FormSheet> &sheets, const QString &title);

/// The whole form into a file, or nothing. CannotWrite when the target cannot be written.
[[nodiscard]] Result<> writeFormPdf(const QString &path, const FormSheet &sheet);
/// One page: `path`. Several: "F-1.png", "F-2.png" … for the path "F.png". Gives the files written.
[[nodiscard]] Result<QStringList> writeFormPng(const QString &path, const FormSheet &sheet, int dpi = 150);

} // namespace tane
