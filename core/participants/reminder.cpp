// The words of a reminder and the lists it is sent by.
#include "base/fiscalyear.h"
#include "exchange/workbookwriter.h"
#include "participants/chasing.h"
#include "people/registervalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Chasing)
};

QString questionnaireOf(Wave wave)
{
    switch (wave) {
    case Wave::Before:
        return Texts::tr("研修前アンケート");
    case Wave::After:
        return Texts::tr("研修後アンケート");
    case Wave::FollowUp:
        return Texts::tr("フォローアップアンケート");
    }
    Q_UNREACHABLE();
}

QString about(const Workshop &workshop)
{
    return workshop.heldOn.isValid() ? Texts::tr("%1（%2開催）").arg(workshop.title, eraDate(workshop.heldOn))
                                     : workshop.title;
}

} // namespace

QString reminderSubject(const Workshop &workshop, Wave wave)
{
    return Texts::tr("【ご回答のお願い】%1　%2").arg(workshop.title, questionnaireOf(wave));
}

QString reminderText(const Workshop &workshop, Wave wave, QDate deadline, const QString &prefecture)
{
    QStringList lines;
    lines << Texts::tr("お世話になっております。") << QString();
    lines << Texts::tr("%1の%2について、本日までにご回答を確認できていない方にお送りしています。")
                 .arg(about(workshop), questionnaireOf(wave));
    switch (wave) {
    case Wave::Before:
        lines << Texts::tr(
            "いただいたご回答は、当日のグループ分けと、研修会の前後の変化を確かめるために使います。");
        break;
    case Wave::After:
        lines << Texts::tr("いただいたご回答は、研修会の効果を確かめ、次の企画に生かすために使います。");
        break;
    case Wave::FollowUp:
        lines << Texts::tr("研修会の後の取組の様子をお聞かせください。今後の支援を考えるために使います。");
        break;
    }
    lines << QString();
    lines << (deadline.isValid()
                  ? Texts::tr(
                        "お忙しいところ恐れ入りますが、%1までにご回答くださいますようお願いいたします。")
                        .arg(eraDateWithWeekday(deadline))
                  : QString(
                        Texts::tr("お忙しいところ恐れ入りますが、ご回答くださいますようお願いいたします。")));
    lines << Texts::tr("行き違いですでにお送りいただいている場合は、ご容赦ください。");
    lines << QString();
    if (!prefecture.isEmpty())
        lines << Texts::tr("%1　研修会担当").arg(prefecture);
    return lines.join(u'\n');
}

QString addressLine(const std::vector<const Participant *> &people)
{
    QStringList addresses;
    for (const Participant *person : people)
        if (!person->email.isEmpty() && !addresses.contains(person->email, Qt::CaseInsensitive))
            addresses << person->email;
    return addresses.join(QStringLiteral("; "));
}

Result<> writeMergeList(const ChasingState &state, Wave wave, const QString &path)
{
    WorkbookWriter workbook;
    workbook.setTitle(Texts::tr("督促の一覧"));
    SheetWriter &sheet = workbook.addSheet(Texts::tr("差し込み用"));
    // The head is the first row: mail merge takes it for the names of the fields.
    sheet.writeHead({Texts::tr("受付番号"), Texts::tr("氏名"), Texts::tr("ふりがな"), Texts::tr("メール"),
                     Texts::tr("電話"), Texts::tr("立場"), Texts::tr("所属"), Texts::tr("役職"),
                     Texts::tr("市町村"), Texts::tr("督促した回数"), Texts::tr("前回の督促")});
    for (const Participant *person : state.missing(wave)) {
        const auto times = std::ranges::count_if(state.reminders, [&](const Reminder &one) {
            return one.participant == person->id && one.wave == wave;
        });
        sheet.writeRow({person->number, person->name, person->kana, person->email, person->phone,
                        person->role, person->affiliation, person->title, person->municipality,
                        std::int64_t{times}, registers::dateText(state.lastReminded(person->id, wave))});
    }
    return workbook.save(path);
}

} // namespace tane
