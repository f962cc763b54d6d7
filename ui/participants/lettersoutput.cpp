#include "participants/lettersoutput.h"

#include "exchange/docxwriter.h"
#include "exchange/formdocx.h"
#include "exchange/formworkbook.h"
#include "exchange/letterdocx.h"
#include "exchange/reportworkbook.h"
#include "paper/figures.h"
#include "paper/formpaper.h"
#include "paper/letterpaper.h"
#include "paper/reportpdf.h"
#include "parts/filefilters.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("LettersPage", text);
}

Result<> writeAs(LetterFormat format, const QString &path, const std::vector<LetterDocument> &letters)
{
    return format == LetterFormat::Docx ? writeLettersDocx(path, letters)
                                        : writePagesPdf(path, letterPaper(letters));
}

Result<> writeAs(LetterFormat format, const QString &path, const FormSheet &sheet)
{
    return format == LetterFormat::Docx  ? writeFormDocx(path, sheet)
           : format == LetterFormat::Pdf ? writeFormPdf(path, sheet)
                                         : writeFormXlsx(path, sheet);
}

Result<> writeAs(LetterFormat format, const QString &path, const ReportDocument &report)
{
    return format == LetterFormat::Docx  ? writeDocx(path, report, renderFigure)
           : format == LetterFormat::Pdf ? writeReportPdf(path, report)
                                         : writeReportWorkbook(path, report);
}

QString suffixOf(LetterFormat format)
{
    return format == LetterFormat::Docx ? u"docx"_s : format == LetterFormat::Pdf ? u"pdf"_s : u"xlsx"_s;
}

QString filterOf(LetterFormat format)
{
    return format == LetterFormat::Docx  ? tr("Word 文書 (*.docx)")
           : format == LetterFormat::Pdf ? tr("PDF (*.pdf)")
                                         : workbookFilter();
}

SavedFiles saved(const QString &path)
{
    const QFileInfo file(path);
    return {
        file.absolutePath(),
        tr("「%1」フォルダーに「%2」を保存しました。").arg(file.absoluteDir().dirName(), file.fileName())};
}

} // namespace

Result<std::optional<SavedFiles>> saveLetters(PageContext &context, QWidget *parent,
                                              const LetterSource &source, LetterKind kind,
                                              const std::vector<LetterRecipient> &recipients,
                                              const LetterRecipient *shown, LetterScope scope,
                                              LetterFormat format)
{
    const QString suffix = suffixOf(format);
    if (scope == LetterScope::Each) {
        const QString folder =
            context.dialogs.openFolder(parent, tr("%1を宛先ごとに保存するフォルダー").arg(letterTitle(kind)));
        if (folder.isEmpty())
            return std::nullopt;
        TANE_TRY(const QStringList files,
                 writeLetterFiles(folder, source, kind, recipients, suffix,
                                  [format](const QString &path, const std::vector<LetterDocument> &letters) {
                                      return writeAs(format, path, letters);
                                  }));
        return SavedFiles{folder,
                          tr("「%1」フォルダーに %2件のファイルを保存しました。ファイル名は番号です。")
                              .arg(QDir(folder).dirName())
                              .arg(files.size())};
    }
    const QString name = letterFileName(kind, scope == LetterScope::Shown ? shown : nullptr);
    const QString path = context.dialogs.saveFile(parent, tr("%1の保存").arg(letterTitle(kind)),
                                                  QString(name + u'.' + suffix), filterOf(format));
    if (path.isEmpty())
        return std::nullopt;
    TANE_CHECK(writeAs(format, path,
                       scope == LetterScope::Shown ? std::vector{makeLetter(source, kind, shown)}
                                                   : makeLetters(source, kind, recipients)));
    return saved(path);
}

Result<std::optional<SavedFiles>> saveMergeList(PageContext &context, QWidget *parent,
                                                const LetterSource &source, LetterKind kind,
                                                const std::vector<LetterRecipient> &recipients)
{
    const QString path =
        context.dialogs.saveFile(parent, tr("差し込み用の一覧の保存"),
                                 tr("%1_差し込み.xlsx").arg(letterTitle(kind)), workbookFilter());
    if (path.isEmpty())
        return std::nullopt;
    TANE_CHECK(writeMergeWorkbook(path, source, kind, recipients));
    return saved(path);
}

Result<std::optional<SavedFiles>> saveParticipantList(PageContext &context, QWidget *parent,
                                                      ParticipantList list, const ListContent &content,
                                                      LetterFormat format)
{
    const QString path =
        context.dialogs.saveFile(parent, tr("%1の保存").arg(listTitle(list)),
                                 QString(listTitle(list) + u'.' + suffixOf(format)), filterOf(format));
    if (path.isEmpty())
        return std::nullopt;
    TANE_CHECK(std::visit([&](const auto &each) { return writeAs(format, path, each); }, content));
    return saved(path);
}

} // namespace tane
