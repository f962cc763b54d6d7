#pragma once

#include "base/error.h"
#include "exchange/docxwriter.h"
#include "exchange/reportdocument.h"
#include "paper/paperpages.h"

#include <QByteArray>
#include <QString>

namespace tane {

/// The report as PDF on A4 portrait: rows and figures whole, table heads on each page, headings with what
/// follows them, "n / N" below. Text is searchable, its fonts embedded; charts are vectors; headings are
/// its outline, and contents that the document asks for have their pages. Needs a QGuiApplication.
[[nodiscard]] Result<QByteArray> reportPdf(const ReportDocument &document);

/// Where the headings of the report stand (1 is the first page), and what begins a page.
[[nodiscard]] ReportPlaces reportPlaces(const ReportDocument &document);

/// The same pages for a preview and for printing. What is taller than a page is not made smaller here:
/// handouts have no such figures.
[[nodiscard]] PaperPages reportPages(const ReportDocument &document);

/// The pages with the page (1 is the first) of each heading, laid out once.
struct LaidOutReport
{
    PaperPages pages;
    std::vector<int> headingPages;
};
[[nodiscard]] LaidOutReport laidOutReport(const ReportDocument &document);

/// The PDF into a file, the whole of it or nothing. CannotWrite when the target cannot be written.
[[nodiscard]] Result<> writeReportPdf(const QString &path, const ReportDocument &document);

} // namespace tane
