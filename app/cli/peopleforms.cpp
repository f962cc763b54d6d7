// tane-cli forms for the sheets about people: one, or one for everybody into a folder.
#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "cli/formfamily.h"
#include "cli/outputfolder.h"
#include "issues/sheetmentions.h"
#include "people/peoplesheets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Forms", text);
}

/// What was asked for.
struct PeopleFormsRequest
{
    QString out;
    PeopleSheetKind kind = PeopleSheetKind::Person;
    QString person;             ///< its number; empty: everybody
    QString municipality, area; ///< names or codes; empty: all
    QString since;              ///< a date, for the arrows of the ladder; empty: the fiscal year's first day
    QString format;             ///< of the files in a folder: "pdf"; empty: what suits the sheet
};

/// One sheet, or one for everybody into a folder: all of them or none.
class PeopleForms
{
public:
    PeopleForms(Document &document, const Registry &registry, const PeopleFormsRequest &request,
                PeopleSheetOptions options)
        : m_document(document)
        , m_registry(registry)
        , m_request(request)
        , m_options(std::move(options))
    {
    }
    Result<QStringList> write();

private:
    /// Person or municipality asked for; 0: none was. Usage when it is not there.
    Result<qint64> asked() const;
    Result<qint64> municipality() const;
    Result<PeopleFilter> filter() const;
    Result<FormSheet> sheet(qint64 id) const;
    Result<QStringList> writeFolder() const;
    /// Everybody a sheet can be made for.
    [[nodiscard]] std::vector<qint64> all() const;

    Document &m_document;
    const Registry &m_registry;
    const PeopleFormsRequest &m_request;
    PeopleSheetOptions m_options;
};

Result<qint64> PeopleForms::municipality() const
{
    const QString name = m_request.municipality;
    std::vector<qint64> found;
    for (const Municipality &one : m_registry.municipalities)
        if (one.code == name || foldText(one.name) == foldText(name))
            found.push_back(one.id);
    if (found.size() == 1)
        return found.front();
    return fail(ErrorCode::Usage,
                found.empty()
                    ? tr("「%1」という市町村は登録されていません。").arg(name)
                    : tr("「%1」という市町村がいくつかあります。市町村コードで指定してください。").arg(name));
}

Result<qint64> PeopleForms::asked() const
{
    if (m_request.kind == PeopleSheetKind::Municipality && !m_request.municipality.isEmpty())
        return municipality();
    if (m_request.person.isEmpty())
        return 0;
    const PersonRecord *person = m_registry.person(m_request.person.toLongLong());
    if (!person)
        return fail(ErrorCode::Usage, tr("--person に、名簿にある方の番号を指定してください。"));
    return person->person.id;
}

Result<PeopleFilter> PeopleForms::filter() const
{
    PeopleFilter filter;
    filter.on = m_options.today;
    if (!m_request.municipality.isEmpty()) {
        TANE_TRY(filter.municipality, municipality());
    }
    for (const CareArea &area : m_registry.areas)
        if (!m_request.area.isEmpty() && foldText(area.name) == foldText(m_request.area))
            filter.area = area.id;
    if (!m_request.area.isEmpty() && filter.area == 0)
        return fail(ErrorCode::Usage, tr("「%1」という圏域は登録されていません。").arg(m_request.area));
    return filter;
}

Result<FormSheet> PeopleForms::sheet(qint64 id) const
{
    PeopleSheetOptions options = m_options;
    TANE_TRY(options.issues, sheetMentions(m_document, m_request.kind, id));
    switch (m_request.kind) {
    case PeopleSheetKind::Person:
        return makePersonSheet(m_document, m_registry, id, options);
    case PeopleSheetKind::Municipality:
        return makeMunicipalitySheet(m_document, m_registry, id, options);
    case PeopleSheetKind::SelfAssessment:
        return makeSelfAssessmentSheet(m_registry, m_registry.person(id), m_options);
    case PeopleSheetKind::Ladder:
        break;
    }
    TANE_TRY(const PeopleFilter people, filter());
    QDate since = FiscalYear::of(m_options.today).firstDay();
    if (!m_request.since.isEmpty()) {
        const auto given = parseDate(m_request.since);
        if (!given)
            return fail(ErrorCode::Usage,
                        tr("--since の日付が読めません。2026-04-01 のように書いてください。"));
        since = *given;
    }
    return makeLadderSheet(m_registry, people, since, m_options);
}

std::vector<qint64> PeopleForms::all() const
{
    std::vector<qint64> ids;
    if (m_request.kind == PeopleSheetKind::Municipality) {
        for (const Municipality &one : m_registry.municipalities)
            ids.push_back(one.id);
        return ids;
    }
    for (const PersonRecord &one : m_registry.people)
        if (one.worksOn(m_options.today) && !one.person.anonymous)
            ids.push_back(one.person.id);
    return ids;
}

Result<QStringList> PeopleForms::writeFolder() const
{
    const bool comesBack = m_request.kind == PeopleSheetKind::SelfAssessment;
    const QString format = !m_request.format.isEmpty() ? m_request.format
                           : comesBack                 ? QStringLiteral("xlsx")
                                                       : QStringLiteral("pdf");
    const std::vector<qint64> ids = all();
    if (ids.empty())
        return fail(ErrorCode::NothingUnderstood,
                    m_request.kind == PeopleSheetKind::Municipality
                        ? tr("市町村がまだ登録されていません。先に登録してください。")
                        : tr("名簿にまだどなたもいません。先に人材を登録してください。"));
    TANE_TRY(OutputFolder folder, OutputFolder::prepare(m_request.out));
    QStringList names;
    for (const qint64 id : ids) {
        TANE_TRY(const FormSheet made, sheet(id));
        const QString name = peopleSheetFileName(m_request.kind, m_registry, id) + u'.' + format;
        TANE_TRY(const QStringList written, writeFormFile(folder.filePath(name), made));
        for (const QString &file : written)
            names << QDir(m_request.out).filePath(QFileInfo(file).fileName());
    }
    TANE_CHECK(folder.commit(false));
    return names;
}

Result<QStringList> PeopleForms::write()
{
    TANE_TRY(const qint64 id, asked());
    const bool isFile = formSuffixes().contains(QFileInfo(m_request.out).suffix().toLower());
    const bool alone =
        m_request.kind == PeopleSheetKind::Ladder || m_request.kind == PeopleSheetKind::SelfAssessment;
    if (!isFile && id == 0 && m_request.kind != PeopleSheetKind::Ladder)
        return writeFolder();
    if (!isFile)
        return fail(ErrorCode::Usage,
                    tr("--out に .pdf、.xlsx、.docx、.png のどれかで終わるファイルを指定してください。"));
    if (id == 0 && !alone)
        return fail(ErrorCode::Usage,
                    m_request.kind == PeopleSheetKind::Person
                        ? tr("--person に番号を指定してください。全員の分は、--out "
                             "にフォルダーを指定すると1人1ファイル"
                             "で書き出します。")
                        : tr("--municipality に市町村を指定してください。すべての分は、--out "
                             "にフォルダーを指定すると1市町村"
                             "1ファイルで書き出します。"));
    TANE_TRY(const FormSheet made, sheet(id));
    return writeFormFile(m_request.out, made);
}

const QString kPerson = QStringLiteral("person"), kMunicipality = QStringLiteral("municipality"),
              kArea = QStringLiteral("area"), kSince = QStringLiteral("since"),
              kFormat = QStringLiteral("format"), kMasked = QStringLiteral("masked");

QString problemOf(const FormCall &call)
{
    const QString format = call.value(kFormat).toLower();
    if (!format.isEmpty() && !formSuffixes().contains(format))
        return tr("--format には pdf、xlsx、docx、png のどれかを指定してください。");
    return paperProblem(call);
}

Result<QStringList> write(Document &document, const FormCall &call)
{
    TANE_TRY(const Registry registry, loadRegistry(document));
    PeopleSheetOptions options;
    TANE_TRY(options.prefecture, WorkshopRepository(document).prefecture());
    options.today = QDate::currentDate();
    options.masked = call.isSet(kMasked);
    options.paper = paperOf(call);
    const PeopleFormsRequest request{.out = call.out,
                                     .kind = *peopleSheetKindOf(call.kind),
                                     .person = call.value(kPerson),
                                     .municipality = call.value(kMunicipality),
                                     .area = call.value(kArea),
                                     .since = call.value(kSince),
                                     .format = call.value(kFormat).toLower()};
    return PeopleForms(document, registry, request, options).write();
}

} // namespace

FormFamily peopleForms()
{
    FormFamily family;
    for (const PeopleSheetKind kind : allPeopleSheetKinds())
        family.kinds.push_back({peopleSheetCode(kind), peopleSheetTitle(kind)});
    const QString id = QStringLiteral("ID"), name = QStringLiteral("NAME");
    family.options = {
        paperOption(),
        {kPerson, tr("支援訪問票・自己評価シート：名簿の方の番号。"), id},
        {kMunicipality, tr("市町村票・レベル一覧：市町村の名前かコード。"), name},
        {kArea, tr("レベル一覧：圏域の名前。"), name},
        {kSince, tr("レベル一覧：矢印で動きを示す起点の日（なければ、今年度の初日）。"),
         QStringLiteral("DATE")},
        {kFormat, tr("フォルダーへ書き出すときの種類：pdf、xlsx、docx、png。"), QStringLiteral("F")},
        {kMasked, tr("お名前を M01 からの番号にし、連絡先を載せません。")}};
    family.problem = problemOf;
    family.write = write;
    return family;
}

} // namespace tane::cli
