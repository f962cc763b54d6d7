#include "paper/reportfiles.h"

#include "exchange/docxwriter.h"
#include "exchange/reportworkbook.h"
#include "paper/chartparts.h"
#include "paper/figures.h"
#include "paper/reportpdf.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tane {

const QStringList &reportSuffixes()
{
    static const QStringList all{u"pdf"_s, u"docx"_s, u"xlsx"_s};
    return all;
}

Result<> writeReportFile(const QString &path, const ReportDocument &document)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "pdf"_L1)
        return writeReportPdf(path, document);
    if (suffix == "xlsx"_L1)
        return writeReportWorkbook(path, document);
    if (suffix == "docx"_L1)
        return writeDocx(path, document, renderFigure,
                         document.contents.isEmpty() ? ReportPlaces() : reportPlaces(document));
    return fail(ErrorCode::Usage,
                ChartTexts::tr("報告書のファイル名の末尾は .pdf、.docx、.xlsx のどれかにしてください。"));
}

} // namespace tane
