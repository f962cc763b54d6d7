// tane-cli forms for the questionnaires: a blank one, or one for each participant into a folder.
#include "participants/questionnaireforms.h"
#include "cli/formfamily.h"
#include "cli/outputfolder.h"
#include "survey/questionnaireparts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <array>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Forms", text);
}

constexpr std::array kWaves{Wave::Before, Wave::After, Wave::FollowUp};
constexpr std::array<const char *, 3> kKinds{"questionnaire-before", "questionnaire-after",
                                             "questionnaire-followup"};
const QString kRole = QStringLiteral("role"), kNames = QStringLiteral("with-names");

Wave waveOf(const QString &kind)
{
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        if (kind == QLatin1String(kKinds[i]))
            return kWaves[i];
    return Wave::Before;
}

bool isFile(const FormCall &call)
{
    return formSuffixes().contains(call.suffix());
}

QString problemOf(const FormCall &call)
{
    if (isFile(call) && call.isSet(kNames))
        return tr("--with-names は、--out にフォルダーを指定したときに使えます。");
    if (!isFile(call) && call.isSet(kRole))
        return tr("--role は、白紙の用紙を1つのファイルに書き出すときに使えます。");
    return {};
}

/// Workbooks are filled in on a screen; everything else is filled in by hand.
Result<QStringList> writeBlank(const QuestionnaireFormContext &context, Wave wave, const FormCall &call)
{
    if (askedPart(context.questionnaire, wave).sets.empty())
        return fail(ErrorCode::NothingUnderstood,
                    tr("この調査票には、%1に聞く設問がありません。").arg(waveText(wave)));
    const QString role = call.value(kRole);
    if (call.suffix() != QLatin1String("xlsx"))
        return writeFormFile(call.out, makeQuestionnairePaper(context, wave, nullptr, role));
    const FormPerson somebody{{}, {}, role, {}, {}};
    return writeFormFile(call.out,
                         makeQuestionnaireForm(context, wave, role.isEmpty() ? nullptr : &somebody));
}

Result<QStringList> writeEach(Document &document, qint64 workshop, Wave wave, const FormCall &call)
{
    TANE_TRY(const auto everybody, participantsOf(document, workshop));
    std::vector<qint64> asked;
    for (const Participant &participant : everybody)
        if (participant.part == Participant::Part::Learner &&
            participant.state != Participant::State::Declined &&
            participant.state != Participant::State::Cancelled)
            asked.push_back(participant.id);
    if (asked.empty())
        return fail(ErrorCode::NothingUnderstood,
                    tr("この研修会には、まだ受講する方がいません。先に申込みを取り込んでください。"));
    TANE_TRY(OutputFolder folder, OutputFolder::prepare(call.out));
    TANE_CHECK(
        writeQuestionnaireForms(document, workshop, wave, folder.folder().path(), asked, call.isSet(kNames)));
    QStringList names;
    const QDir made(folder.folder().path());
    for (const QString &name : made.entryList(QDir::Files, QDir::Name))
        names << QDir(call.out).filePath(name);
    TANE_CHECK(folder.commit(false));
    return names;
}

Result<QStringList> write(Document &document, const FormCall &call)
{
    const Wave wave = waveOf(call.kind);
    TANE_TRY(const Workshop workshop, chooseWorkshop(document, call));
    if (!isFile(call))
        return writeEach(document, workshop.id, wave, call);
    TANE_TRY(const QuestionnaireFormContext context, questionnaireFormContext(document, workshop.id));
    return writeBlank(context, wave, call);
}

} // namespace

FormFamily questionnaireForms()
{
    FormFamily family;
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        family.kinds.push_back({QLatin1String(kKinds[i]), questionnaireparts::formTitle(kWaves[i])});
    family.options = {programmeOption(),
                      workshopOption(),
                      {kRole, tr("アンケート：白紙の用紙を、この立場の方が答える設問だけにします。"),
                       QStringLiteral("ROLE")},
                      {kNames, tr("アンケート：フォルダーへ書き出すとき、ファイル名に氏名も入れます。")}};
    family.problem = problemOf;
    family.write = write;
    return family;
}

} // namespace tane::cli
