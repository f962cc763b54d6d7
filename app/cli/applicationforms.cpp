// tane-cli forms for applications: the form that is sent out, and the record of a draw by lot.
#include "cli/formfamily.h"
#include "participants/applicationform.h"
#include "participants/capacity.h"

#include <QCoreApplication>
#include <QDir>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Forms", text);
}

const QString kApplication = QStringLiteral("application"), kLottery = QStringLiteral("lottery"),
              kQuestionnaire = QStringLiteral("with-questionnaire"), kNames = QStringLiteral("with-names");

QString problemOf(const FormCall &call)
{
    if (call.kind == kLottery)
        return call.isSet(kQuestionnaire) ? tr("--with-questionnaire は、申込書を書き出すときだけ使えます。")
                                          : outProblem(call, formSuffixes());
    if (call.isSet(kNames))
        return tr("--with-names は、申込書には使えません。");
    if (call.isSet(kQuestionnaire))
        return outProblem(call, {QStringLiteral("xlsx")});
    return outProblem(call, formSuffixes());
}

Result<QStringList> writeLottery(Document &document, const Workshop &workshop, const FormCall &call)
{
    TANE_TRY(const std::vector<Lottery> lotteries, lotteriesOf(document, workshop.id));
    if (lotteries.empty())
        return fail(ErrorCode::NothingUnderstood, tr("この研修会では、まだ抽選をしていません。"));
    TANE_TRY(const std::vector<Participant> participants, participantsOf(document, workshop.id));
    TANE_TRY(const QString prefecture, WorkshopRepository(document).prefecture());
    return writeFormFile(call.out, makeLotterySheet(workshop, lotteries.front(), participants, prefecture,
                                                    call.isSet(kNames)));
}

} // namespace

FormFamily applicationForms()
{
    FormFamily family;
    family.kinds = {{kApplication, tr("参加申込書")}, {kLottery, tr("抽選記録")}};
    family.options = {programmeOption(),
                      workshopOption(),
                      {kQuestionnaire, tr("申込書に研修前アンケートを付けます（.xlsx のとき）。")},
                      {kNames, tr("抽選記録：氏名も載せます。")}};
    family.problem = problemOf;
    family.write = [](Document &document, const FormCall &call) -> Result<QStringList> {
        TANE_TRY(const Workshop workshop, chooseWorkshop(document, call));
        if (call.kind == kLottery)
            return writeLottery(document, workshop, call);
        if (call.isSet(kQuestionnaire)) {
            TANE_CHECK(writeApplicationForm(document, workshop.id, call.out, true));
            return QStringList{call.out};
        }
        TANE_TRY(const ApplicationFormContext context, applicationFormContext(document, workshop.id));
        return writeFormFile(call.out, makeApplicationForm(context));
    };
    return family;
}

} // namespace tane::cli
