// tane-cli forms for the sheets of regional issues.
#include "base/textfold.h"
#include "cli/console.h"
#include "cli/formfamily.h"
#include "cli/outputfolder.h"
#include "issues/controlsheetfiles.h"
#include "issues/issuesheets.h"
#include "paper/kitpaper.h"
#include "paper/logicpaper.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Forms", text);
}

const QString kId = QStringLiteral("id"), kMunicipality = QStringLiteral("municipality"),
              kYear = QStringLiteral("year"), kPaper = QStringLiteral("paper"),
              kLandscape = QStringLiteral("landscape"), kQuestions = QStringLiteral("questions"),
              kBlank = QStringLiteral("blank"), kProgramme = QStringLiteral("programme"),
              kWorkshop = QStringLiteral("workshop");

IssueSheetKind kindOf(const FormCall &call)
{
    return *issueSheetKindOf(call.kind);
}

bool isDrawn(IssueSheetKind kind)
{
    return kind == IssueSheetKind::PosterFilled;
}

/// Which options a sheet takes.
QStringList optionsOf(IssueSheetKind kind)
{
    switch (kind) {
    case IssueSheetKind::Scenario:
    case IssueSheetKind::Message:
        return {kId, kPaper, kBlank};
    case IssueSheetKind::LogicModel:
        return {kId, kPaper};
    case IssueSheetKind::ControlSheet:
        return {kMunicipality, kYear, kPaper};
    case IssueSheetKind::Consultations:
        return {kQuestions, kPaper};
    case IssueSheetKind::PosterFilled:
        return {kId, kPaper, kLandscape, kProgramme, kWorkshop};
    case IssueSheetKind::Indicators:
        return {kMunicipality, kPaper};
    case IssueSheetKind::ControlOverview:
        return {kYear, kPaper};
    }
    Q_UNREACHABLE();
}

QString problemOf(const FormCall &call)
{
    const IssueSheetKind kind = kindOf(call);
    const QStringList known = optionsOf(kind);
    for (const QString &option :
         {kId, kMunicipality, kYear, kPaper, kLandscape, kQuestions, kBlank, kProgramme, kWorkshop})
        if (call.isSet(option) && !known.contains(option))
            return tr("%1では --%2 は使えません。").arg(issueSheetTitle(kind), option);
    if (call.isSet(kYear) && !FiscalYear::parse(call.value(kYear)))
        return tr("--year には年度を、令和8 や 2026 のように指定してください。");
    if (isDrawn(kind)) {
        if (call.isSet(kPaper) && !posterPaperOf(call.value(kPaper)))
            return tr("--paper には %1 のどれかを指定してください。")
                .arg(posterPaperNames().join(QStringLiteral("、")));
        return outProblem(call, {QStringLiteral("pdf"), QStringLiteral("png")});
    }
    if (const QString problem = paperProblem(call); !problem.isEmpty())
        return problem;
    const bool folder = kind == IssueSheetKind::ControlSheet && QFileInfo(call.out).suffix().isEmpty();
    return folder ? QString() : outProblem(call, formSuffixes());
}

/// "3（退院時の連絡）、4（…）"; the records to choose from.
template<class T>
Result<qint64> chooseId(const std::vector<T> &records, QString T::*name, const FormCall &call)
{
    const QString asked = call.value(kId);
    if (asked.isEmpty() && records.size() == 1)
        return records.front().id;
    QStringList choices;
    for (const T &record : records) {
        if (QString::number(record.id) == asked)
            return record.id;
        choices << QStringLiteral("%1（%2）").arg(QString::number(record.id), record.*name);
    }
    if (records.empty())
        return fail(ErrorCode::NothingUnderstood,
                    tr("%1はまだありません。").arg(issueSheetTitle(kindOf(call))));
    return fail(ErrorCode::Usage,
                tr("--id に番号を指定してください：%1").arg(choices.join(QStringLiteral("、"))));
}

Result<const Municipality *> municipalityOf(const Registry &registry, const QString &name)
{
    const Municipality *found = nullptr;
    for (const Municipality &one : registry.municipalities) {
        if (one.code != name && foldName(one.name) != foldName(name))
            continue;
        if (found)
            return fail(ErrorCode::Usage,
                        tr("「%1」という市町村がいくつかあります。市町村コードで指定してくださ"
                           "い。")
                            .arg(name));
        found = &one;
    }
    if (!found)
        return fail(ErrorCode::Usage, tr("「%1」という市町村は登録されていません。").arg(name));
    return found;
}

class IssueForms
{
public:
    IssueForms(Document &document, const FormCall &call, IssueSheetOptions options)
        : m_document(document)
        , m_call(call)
        , m_options(std::move(options))
    {
    }
    Result<QStringList> write();

private:
    Result<qint64> id();
    Result<int> year();
    Result<QStringList> writeControlForms();
    Result<QStringList> writeConsultations();
    Result<QStringList> writePoster();
    Result<QStringList> writeLogicModel(qint64 model);
    Result<QStringList> writePages(const PaperPages &pages);

    Document &m_document;
    const FormCall &m_call;
    IssueSheetOptions m_options;
};

Result<QStringList> IssueForms::writePages(const PaperPages &pages)
{
    if (m_call.suffix() == QLatin1String("png"))
        return writePagesPng(m_call.out, pages);
    TANE_CHECK(writePagesPdf(m_call.out, pages));
    return QStringList{m_call.out};
}

/// The year asked for, or the newest that has a sheet, or this one.
Result<int> IssueForms::year()
{
    if (m_call.isSet(kYear))
        return FiscalYear::parse(m_call.value(kYear))->startYear();
    TANE_TRY(const std::vector<ControlSheet> sheets, controlSheets(m_document));
    return sheets.empty() ? FiscalYear::of(m_options.today).startYear() : sheets.front().year;
}

Result<qint64> IssueForms::id()
{
    switch (kindOf(m_call)) {
    case IssueSheetKind::Scenario: {
        TANE_TRY(const std::vector<Scenario> all, RecordTable<Scenario>(m_document).all());
        return m_call.isSet(kBlank) ? Result<qint64>(0) : chooseId(all, &Scenario::theme, m_call);
    }
    case IssueSheetKind::Message: {
        TANE_TRY(const std::vector<IssueMessage> all, RecordTable<IssueMessage>(m_document).all());
        return m_call.isSet(kBlank) ? Result<qint64>(0) : chooseId(all, &IssueMessage::title, m_call);
    }
    case IssueSheetKind::LogicModel: {
        TANE_TRY(const std::vector<LogicModel> all, RecordTable<LogicModel>(m_document).all());
        return chooseId(all, &LogicModel::title, m_call);
    }
    case IssueSheetKind::Indicators: {
        if (!m_call.isSet(kMunicipality))
            return 0;
        TANE_TRY(const Registry registry, loadRegistry(m_document));
        TANE_TRY(const Municipality *place, municipalityOf(registry, m_call.value(kMunicipality)));
        return place->id;
    }
    case IssueSheetKind::ControlOverview: {
        TANE_TRY(const int asked, year());
        return asked;
    }
    default:
        return 0;
    }
}

/// One municipality's sheet (a blank one where none is stored) into a file, or all of them into a folder.
Result<QStringList> IssueForms::writeControlForms()
{
    TANE_TRY(const Registry registry, loadRegistry(m_document));
    TANE_TRY(const int asked, year());
    std::vector<const Municipality *> places;
    if (m_call.isSet(kMunicipality)) {
        TANE_TRY(const Municipality *place, municipalityOf(registry, m_call.value(kMunicipality)));
        places.push_back(place);
    } else {
        for (const Municipality &one : registry.municipalities)
            places.push_back(&one);
    }
    if (places.empty())
        return fail(ErrorCode::NothingUnderstood,
                    tr("市町村がまだ登録されていません。先に登録してください。"));
    const bool folder = m_call.suffix().isEmpty();
    if (!folder && places.size() > 1)
        return fail(ErrorCode::Usage, tr("--municipality に市町村を指定してください。すべての分は、--out "
                                         "にフォルダーを指定すると1市町村1ファイルで書き出します。"));
    std::vector<ControlContent> contents;
    for (const Municipality *place : places) {
        TANE_TRY(auto stored, controlSheetOf(m_document, place->id, asked));
        contents.push_back(stored ? std::move(*stored) : blankControlSheet(place->id, asked));
    }
    if (!folder) {
        m_options.place = places.front()->name;
        return writeFormFile(m_call.out, makeControlSheetForm(contents.front(), m_options));
    }
    TANE_TRY(OutputFolder out, OutputFolder::prepare(m_call.out));
    TANE_CHECK(writeControlSheets(out.folder().path(), registry, contents, m_options.prefecture));
    QStringList names;
    for (const QString &name : out.folder().entryList(QDir::Files, QDir::Name))
        names << QDir(m_call.out).filePath(name);
    TANE_CHECK(out.commit(false));
    return names;
}

Result<QStringList> IssueForms::writeConsultations()
{
    TANE_TRY(const Consultations consultations, loadConsultations(m_document));
    return writeFormFile(
        m_call.out, makeConsultationSheet(consultations, {.questions = m_call.isSet(kQuestions)}, m_options));
}

/// The boards of a workshop, one page each, or the one asked for.
Result<QStringList> IssueForms::writePoster()
{
    std::vector<qint64> ids;
    if (m_call.isSet(kId)) {
        ids.push_back(m_call.value(kId).toLongLong());
    } else {
        TANE_TRY(const Workshop workshop, chooseWorkshop(m_document, m_call));
        TANE_TRY(const std::vector<BoardSummary> boards, boardsOf(m_document, workshop.id));
        for (const BoardSummary &one : boards)
            ids.push_back(one.board.id);
    }
    if (ids.empty())
        return fail(ErrorCode::NothingUnderstood,
                    tr("この研修会の模造紙はまだありません。ほかの研修会の模造紙は --programme か "
                       "--workshop で選べます。"));
    std::vector<PosterContent> posters;
    for (const qint64 each : ids) {
        TANE_TRY(const BoardContent content, loadBoard(m_document, each));
        posters.push_back(posterOf(content));
    }
    const PosterPaper paper = posterPaperOf(m_call.value(kPaper)).value_or(PosterPaper::A3);
    return writePages(posterPages(posters, paper, m_call.isSet(kLandscape)));
}

Result<QStringList> IssueForms::writeLogicModel(qint64 model)
{
    TANE_TRY(const LogicContent content, loadLogicModel(m_document, model));
    if (content.model.municipality != 0) {
        TANE_TRY(const Municipality place,
                 RecordTable<Municipality>(m_document).load(content.model.municipality));
        m_options.place = place.name;
    }
    return writePages(logicModelPages(content, m_options));
}

Result<QStringList> IssueForms::write()
{
    const IssueSheetKind kind = kindOf(m_call);
    if (kind == IssueSheetKind::ControlSheet)
        return writeControlForms();
    if (kind == IssueSheetKind::PosterFilled)
        return writePoster();
    if (kind == IssueSheetKind::Consultations)
        return writeConsultations();
    TANE_TRY(const qint64 record, id());
    // On paper as it is drawn; to be worked on as a table.
    const QString suffix = m_call.suffix();
    if (kind == IssueSheetKind::LogicModel &&
        (suffix == QLatin1String("pdf") || suffix == QLatin1String("png")))
        return writeLogicModel(record);
    TANE_TRY(const FormSheet sheet, makeIssueSheet(m_document, kind, record, m_options));
    return writeFormFile(m_call.out, sheet);
}

} // namespace

FormFamily issueForms()
{
    FormFamily family;
    for (const IssueSheetKind kind : allIssueSheetKinds())
        family.kinds.push_back({issueSheetCode(kind), issueSheetTitle(kind)});
    family.options = {
        programmeOption(),
        workshopOption(),
        {kId, tr("scenario・message・logic-model・poster-filled：番号（一つだけなら要りません）。"),
         QStringLiteral("ID")},
        {kMunicipality, tr("control-sheet・indicators：市町村の名前かコード。"), QStringLiteral("NAME")},
        {kYear, tr("control-sheet・control-overview：年度（なければ、いちばん新しいシートの年度）。"),
         QStringLiteral("YEAR")},
        {kPaper,
         tr("poster-filled は %1（初めの設定は A3）。").arg(posterPaperNames().join(QStringLiteral("、"))),
         QStringLiteral("PAPER")},
        {kLandscape, tr("poster-filled：横長にします。")},
        {kQuestions, tr("consultations：相談ごとに3つの問いの欄を付けます。")},
        {kBlank, tr("scenario・message：手書き用の白紙にします。")}};
    family.problem = problemOf;
    family.write = [](Document &document, const FormCall &call) -> Result<QStringList> {
        IssueSheetOptions options;
        TANE_TRY(options.prefecture, WorkshopRepository(document).prefecture());
        options.today = QDate::currentDate();
        if (kindOf(call) != IssueSheetKind::PosterFilled)
            options.paper = paperOf(call);
        return IssueForms(document, call, options).write();
    };
    return family;
}

} // namespace tane::cli
