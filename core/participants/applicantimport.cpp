// Applications read: files, then people, then who they are.
#include "participants/applicantimport.h"

#include "exchange/tablefiles.h"
#include "exchange/tablereader.h"
#include "participants/applicantresolver.h"
#include "participants/applicationform.h"
#include "participants/beforeanswers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ApplicantImport)
};

using applicants::ReadRow;

/// Reads files one after the other.
class Reading
{
public:
    Reading(ApplicationFormContext context, ApplicantColumns columns, QDate today, ApplicantImport &import)
        : m_context(std::move(context))
        , m_columns(std::move(columns))
        , m_today(today)
        , m_import(import)
    {
    }

    /// One workbook or .csv. False when it gave nobody; why stands among the problems.
    bool addFile(std::vector<Table> tables)
    {
        const bool gave = isApplicationForm(tables, m_context) ? addForms(tables) : addLists(tables);
        ++(gave ? m_import.files : m_import.brokenFiles);
        for (Table &table : tables)
            m_tables.push_back(std::move(table));
        ++m_file;
        return gave;
    }
    void addBroken(Problem problem)
    {
        ++m_import.brokenFiles;
        m_import.problems.push_back(std::move(problem));
    }

    [[nodiscard]] const std::vector<ReadRow> &rows() const { return m_rows; }
    [[nodiscard]] const std::vector<Table> &tables() const { return m_tables; }

private:
    bool addForms(const std::vector<Table> &tables)
    {
        const QString file = tables.front().file;
        const std::vector<ReadApplication> forms = readApplicationForms(tables, m_context, m_today);
        const auto note = [&](const QString &message) {
            m_import.problems.push_back({file, {}, {}, message, {}});
            return false;
        };
        if (forms.empty())
            return note(Texts::tr("申込書に何も記入されていないため、取り込みませんでした。"));
        if (!forms.front().fromHere)
            return note(Texts::tr("別の研修会の申込書のため、取り込みませんでした。"));
        bool named = false;
        for (const ReadApplication &form : forms) {
            ReadRow row;
            row.participant = form.participant;
            row.place = form.place;
            row.fromForm = true;
            row.file = m_file;
            for (const ApplicantField field : allApplicantFields()) {
                const bool choice = field == ApplicantField::Online || field == ApplicantField::Part;
                const Participant empty;
                if (choice || applicantText(form.participant, field) != applicantText(empty, field))
                    row.set(field);
            }
            named = named || !form.participant.name.isEmpty();
            m_rows.push_back(std::move(row));
            m_import.problems.insert(m_import.problems.end(), form.problems.begin(), form.problems.end());
        }
        return named;
    }

    bool addLists(const std::vector<Table> &tables)
    {
        bool found = false;
        for (const Table &table : tables) {
            auto list = applicants::readList(table, m_columns, m_context.words, m_today);
            if (!list)
                continue;
            found = found || !list->rows.empty();
            for (ReadRow &row : list->rows) {
                row.file = m_file;
                m_rows.push_back(std::move(row));
            }
            const auto addNew = [](QStringList &all, const QStringList &heads) {
                for (const QString &head : heads)
                    if (!all.contains(head))
                        all << head;
            };
            addNew(m_import.heads, list->heads);
            addNew(m_import.unknownHeads, list->unknownHeads);
            m_import.problems.insert(m_import.problems.end(), list->problems.begin(), list->problems.end());
        }
        if (!found)
            m_import.problems.push_back(
                {tables.empty() ? QString() : tables.front().file,
                 {},
                 {},
                 Texts::tr("タネの申込書でも、「氏名」の列がある一覧でもないため、取り込みませんでした。"),
                 {}});
        return found;
    }

    ApplicationFormContext m_context;
    ApplicantColumns m_columns;
    QDate m_today;
    ApplicantImport &m_import;
    std::vector<ReadRow> m_rows;
    std::vector<Table> m_tables;
    int m_file = 0;
};

Result<> readFolder(Reading &reading, const QString &path, const Progress &progress)
{
    TANE_TRY(const QStringList files, tableFilesIn(path, progress));
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (progress && !progress(i, files.size()))
            return fail(ErrorCode::Cancelled, Texts::tr("読み取りを中止しました。"));
        auto tables = readTables(QDir(path).filePath(files.at(i)));
        if (!tables) {
            reading.addBroken(
                {files.at(i), tables.error().sheet, tables.error().cell, tables.error().message, {}});
            continue;
        }
        // Two subfolders may hold a file of one name: the place says which is meant.
        for (Table &table : *tables)
            table.file = files.at(i);
        reading.addFile(std::move(*tables));
    }
    return {};
}

std::unexpected<Error> nobody(const ApplicantImport &import)
{
    Error error{ErrorCode::NothingUnderstood,
                Texts::tr("申込みがひとつも見つかりませんでした。"),
                import.source,
                {},
                {},
                {}};
    if (import.problems.size() == 1) {
        error.message = import.problems.front().message;
        error.file = import.problems.front().file;
    }
    return std::unexpected(error);
}

} // namespace

QString applicantRowText(ApplicantRow::What what)
{
    switch (what) {
    case ApplicantRow::What::New:
        return Texts::tr("新しい申込み");
    case ApplicantRow::What::Changed:
        return Texts::tr("変更あり");
    case ApplicantRow::What::Same:
        return Texts::tr("変わりなし");
    case ApplicantRow::What::Refused:
        return Texts::tr("取り込まない");
    }
    Q_UNREACHABLE();
}

int ApplicantImport::count(ApplicantRow::What what) const
{
    return static_cast<int>(std::ranges::count(rows, what, &ApplicantRow::what));
}

bool ApplicantImport::changesSomething() const
{
    return count(ApplicantRow::What::New) + count(ApplicantRow::What::Changed) > 0 || before.sheet.size() > 0;
}

Result<ApplicantImport> readApplicants(Document &document, qint64 workshop, const QString &path, QDate today,
                                       const ApplicantColumns &columns, const Progress &progress)
{
    const QFileInfo info(path);
    ApplicantImport import;
    import.workshop = workshop;
    import.source = info.isDir() ? QDir(path).dirName() : info.fileName();
    if (!info.exists())
        return std::unexpected(Error{ErrorCode::NotFound,
                                     Texts::tr("ファイルかフォルダーが見つかりません。"),
                                     import.source,
                                     {},
                                     {},
                                     {}});
    TANE_TRY(ApplicationFormContext context, applicationFormContext(document, workshop));
    TANE_TRY(ApplicantColumns known, applicantColumns(document));
    for (auto it = columns.cbegin(); it != columns.cend(); ++it)
        known.insert(it.key(), it.value());
    Reading reading(std::move(context), std::move(known), today, import);
    if (info.isDir()) {
        TANE_CHECK(readFolder(reading, path, progress));
    } else {
        TANE_TRY(std::vector<Table> tables, readTables(path, {}, progress));
        reading.addFile(std::move(tables));
    }
    if (reading.rows().empty())
        return nobody(import);
    TANE_TRY(const std::vector<Participant> stored, participantsOf(document, workshop));
    applicants::Resolver resolver(stored, reading.rows(), workshop, today);
    for (const ReadRow &row : reading.rows())
        import.rows.push_back(resolver.resolve(row));
    for (const ApplicantRow &row : import.rows)
        if (row.what == ApplicantRow::What::Refused)
            import.problems.push_back({row.place, {}, {}, QString(row.why + u'。'), {}});
    TANE_CHECK(applicants::readBeforeAnswers(document, reading.tables(), import));
    return import;
}

} // namespace tane
