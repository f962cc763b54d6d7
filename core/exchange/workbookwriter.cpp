#include "exchange/workbookwriter.h"

#include "base/atomicfile.h"
#include "exchange/formworkbook_p.h"
#include "exchange/sheetwriter_p.h"
#include "exchange/table.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <map>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookWriter)
};

constexpr qsizetype kSheetNameLimit = 31;

QString cutName(QString name, qsizetype limit)
{
    name.truncate(limit);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    return name.trimmed();
}

/// A name Excel accepts: no []:*?/\, no apostrophe (it would have to be doubled in every reference), 31
/// units, not empty.
QString safeSheetName(const QString &wanted)
{
    QString name = xmlText(wanted);
    for (QChar &c : name) {
        if (QStringLiteral("[]:*?/\\\n\t").contains(c))
            c = u'_';
        else if (c == u'\'')
            c = u'’';
    }
    name = cutName(name.trimmed(), kSheetNameLimit);
    // "History" is reserved by Excel.
    if (name.compare(QStringLiteral("history"), Qt::CaseInsensitive) == 0)
        name += u'_';
    return name.isEmpty() ? Text::tr("シート") : name;
}

} // namespace

struct WorkbookWriter::Impl
{
    QTemporaryDir folder; // private to this user; gone with the object
    QString file;
    lxw_workbook *book = nullptr;
    std::unique_ptr<xlsx::Formats> formats;
    xlsx::BookState state;
    QByteArray title;
    QStringList names;
    QStringList marks; ///< of forms that are to be recognised
    bool hasForm = false;
    std::vector<std::unique_ptr<SheetWriter>> sheets;

    QString uniqueName(const QString &wanted);
    lxw_worksheet *addWorksheet(const QString &name);
    void addChoiceSheet();
    void addMarkSheet();
    lxw_error addDataSheet();
    Result<> close();
};

QString WorkbookWriter::Impl::uniqueName(const QString &wanted)
{
    const QString base = safeSheetName(wanted);
    QString name = base;
    for (int number = 2; names.contains(name, Qt::CaseInsensitive); ++number) {
        const QString suffix = QStringLiteral("(%1)").arg(number);
        name = cutName(base, kSheetNameLimit - suffix.size()) + suffix;
    }
    names.append(name);
    return name;
}

lxw_worksheet *WorkbookWriter::Impl::addWorksheet(const QString &name)
{
    return workbook_add_worksheet(book, name.toUtf8().constData());
}

void WorkbookWriter::Impl::addChoiceSheet()
{
    const bool anyList = std::ranges::any_of(
        state.choices, [](const xlsx::PendingChoices &each) { return !each.options.isEmpty(); });
    const QString name = anyList ? uniqueName(Text::tr("選択肢")) : QString();
    lxw_worksheet *sheet = anyList ? addWorksheet(name) : nullptr;
    if (sheet)
        worksheet_hide(sheet);
    std::map<QStringList, QByteArray> lists; // many cells ask for the same words
    for (const xlsx::PendingChoices &choices : state.choices) {
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_ANY;
        QByteArray &formula = lists[choices.options];
        if (!choices.options.isEmpty() && formula.isEmpty()) {
            const auto column = static_cast<lxw_col_t>(lists.size() - (lists.contains({}) ? 2 : 1));
            lxw_row_t row = 0;
            for (const QString &option : choices.options)
                worksheet_write_string(sheet, row++, column, xlsx::cellText(option).constData(), nullptr);
            const QString letters = columnName(column);
            formula = QStringLiteral("='%1'!$%2$1:$%2$%3").arg(name, letters).arg(row).toUtf8();
        }
        if (!choices.options.isEmpty()) {
            validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            validation.value_formula = formula.data();
            validation.show_error = choices.required ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF;
        }
        constexpr qsizetype longestHint = 80; // in bytes below Excel's 255, whatever the writer counts
        QByteArray hint = xmlText(choices.hint, longestHint).toUtf8();
        if (!hint.isEmpty())
            validation.input_message = hint.data();
        state.note(worksheet_data_validation_range(choices.sheet, choices.firstRow, choices.firstColumn,
                                                   choices.lastRow, choices.lastColumn, &validation));
    }
}

/// What a form must still be known by after it was renamed and saved by other programs: a hidden sheet and a
/// name for its cell, both of which Excel, LibreOffice and openpyxl keep.
void WorkbookWriter::Impl::addMarkSheet()
{
    if (marks.isEmpty())
        return;
    const QString name = uniqueName(QStringLiteral("tane"));
    lxw_worksheet *sheet = addWorksheet(name);
    worksheet_hide(sheet);
    lxw_row_t row = 0;
    for (const QString &mark : marks)
        state.note(worksheet_write_string(sheet, row++, 0, xlsx::cellText(mark).constData(), nullptr));
    const QByteArray formula = QStringLiteral("='%1'!$A$1%2")
                                   .arg(name, row > 1 ? QStringLiteral(":$A$%1").arg(row) : QString())
                                   .toUtf8();
    state.note(workbook_define_name(book, "tane_mark", formula.constData()));
}

lxw_error WorkbookWriter::Impl::addDataSheet()
{
    if (state.charts.empty())
        return LXW_NO_ERROR;
    const QString name = uniqueName(Text::tr("グラフのデータ"));
    lxw_worksheet *sheet = addWorksheet(name);
    xlsx::setPage(sheet, true, {});
    return xlsx::insertCharts(book, sheet, name.toUtf8(), *formats, state.charts);
}

Result<> WorkbookWriter::Impl::close()
{
    lxw_doc_properties properties{};
    QByteArray program("タネ");
    properties.title = title.data();
    properties.author = program.data(); // the program, never the officer
    workbook_set_properties(book, &properties);
    const lxw_error error = workbook_close(book); // frees the book, also when it fails
    book = nullptr;
    // Through the narrow API of Windows a wrong path is reported as success: look at the file itself.
    if (error != LXW_NO_ERROR || !QFileInfo(file).isFile())
        return fail(
            ErrorCode::CannotWrite,
            Text::tr("Excel ファイルを作れませんでした。一時フォルダーの空き容量を確認してください。"),
            QString::fromUtf8(lxw_strerror(error)));
    return {};
}

WorkbookWriter::WorkbookWriter()
    : m_impl(std::make_unique<Impl>())
{
    m_impl->file = m_impl->folder.filePath(QStringLiteral("book.xlsx"));
    QByteArray folder = QFile::encodeName(m_impl->folder.path());
    lxw_workbook_options options{};
    options.tmpdir = folder.data();
    m_impl->book = workbook_new_opt(QFile::encodeName(m_impl->file).constData(), &options);
    m_impl->formats = std::make_unique<xlsx::Formats>(m_impl->book);
}

WorkbookWriter::~WorkbookWriter()
{
    if (m_impl->book != nullptr)
        lxw_workbook_free(m_impl->book);
}

void WorkbookWriter::setTitle(const QString &title)
{
    m_impl->title = xmlText(title, 250).toUtf8();
}

SheetWriter &WorkbookWriter::addSheet(const QString &wanted)
{
    const QString name = m_impl->uniqueName(wanted);
    lxw_worksheet *sheet = m_impl->addWorksheet(name);
    auto impl = std::make_unique<SheetWriter::Impl>(sheet, name, *m_impl->formats, m_impl->state);
    m_impl->sheets.emplace_back(new SheetWriter(std::move(impl)));
    return *m_impl->sheets.back();
}

void WorkbookWriter::addForm(const FormSheet &form)
{
    m_impl->hasForm = true;
    const xlsx::SheetMaker addWorksheet = [this](const QString &wanted) {
        return m_impl->addWorksheet(m_impl->uniqueName(wanted));
    };
    m_impl->state.note(xlsx::writeForm(m_impl->book, addWorksheet, form, m_impl->state));
    if (!form.mark.isEmpty() && !m_impl->marks.contains(form.mark))
        m_impl->marks << form.mark;
}

Result<> WorkbookWriter::save(const QString &path)
{
    if (m_impl->book == nullptr)
        return fail(ErrorCode::Internal, QStringLiteral("WorkbookWriter::save called twice"));
    if (m_impl->sheets.empty() && !m_impl->hasForm)
        addSheet({});
    for (const auto &sheet : m_impl->sheets)
        sheet->m_impl->finish();
    m_impl->state.note(m_impl->addDataSheet());
    m_impl->addChoiceSheet();
    m_impl->addMarkSheet();
    if (m_impl->state.firstError != LXW_NO_ERROR) {
        const bool range = m_impl->state.firstError == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE;
        return fail(range ? ErrorCode::TooLarge : ErrorCode::Internal,
                    range ? Text::tr("行または列が多すぎて、Excel の1枚のシートに収まりません。")
                          : Text::tr("Excel ファイルを作れませんでした。"),
                    QString::fromUtf8(lxw_strerror(m_impl->state.firstError)));
    }
    TANE_CHECK(m_impl->close());
    QFile made(m_impl->file);
    if (!made.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotWrite, Text::tr("作った Excel ファイルを読み直せませんでした。"),
                    made.errorString());
    return writeFileAtomically(path, made.readAll());
}

} // namespace tane
