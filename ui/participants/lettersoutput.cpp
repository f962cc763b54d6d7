#include "participants/lettersoutput.h"

#include "exchange/letterdocx.h"
#include "paper/letterpaper.h"

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

QString saved(const QString &path)
{
    return tr("「%1」に保存しました。").arg(QFileInfo(path).fileName());
}

} // namespace

Result<std::optional<QString>> saveLetters(PageContext &context, QWidget *parent, const LetterSource &source,
                                           LetterKind kind, const std::vector<LetterRecipient> &recipients,
                                           const LetterRecipient *shown, LetterScope scope,
                                           LetterFormat format)
{
    const QString suffix = format == LetterFormat::Docx ? u"docx"_s : u"pdf"_s;
    const QString filter = format == LetterFormat::Docx ? tr("Word 文書 (*.docx)") : tr("PDF (*.pdf)");
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
        return tr("「%1」フォルダーに %2件のファイルを保存しました。ファイル名は番号です。")
            .arg(QDir(folder).dirName())
            .arg(files.size());
    }
    const QString name = letterFileName(kind, scope == LetterScope::Shown ? shown : nullptr);
    const QString path = context.dialogs.saveFile(parent, tr("%1の保存").arg(letterTitle(kind)),
                                                  QString(name + u'.' + suffix), filter);
    if (path.isEmpty())
        return std::nullopt;
    TANE_CHECK(writeAs(format, path,
                       scope == LetterScope::Shown ? std::vector{makeLetter(source, kind, shown)}
                                                   : makeLetters(source, kind, recipients)));
    return saved(path);
}

Result<std::optional<QString>> saveMergeList(PageContext &context, QWidget *parent,
                                             const LetterSource &source, LetterKind kind,
                                             const std::vector<LetterRecipient> &recipients)
{
    const QString path =
        context.dialogs.saveFile(parent, tr("差し込み用の一覧の保存"),
                                 tr("%1_差し込み.xlsx").arg(letterTitle(kind)), tr("Excel ブック (*.xlsx)"));
    if (path.isEmpty())
        return std::nullopt;
    TANE_CHECK(writeMergeWorkbook(path, source, kind, recipients));
    return saved(path);
}

} // namespace tane
