#include "participants/participantoverview.h"

#include "base/fiscalyear.h"
#include "exchange/workbookwriter.h"
#include "participants/applicantfield.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct OverviewTexts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ParticipantOverview)
};

using State = Participant::State;

FunnelStage answers(const ChasingState &state, Wave wave, const QString &title, const QString &baseText)
{
    FunnelStage stage{title, 0, 0, baseText};
    for (const ResponseRate &rate : state.rates(wave, RateBy::All)) {
        stage.count += rate.answered;
        stage.base += rate.asked;
    }
    return stage;
}

} // namespace

std::vector<FunnelStage> participantFunnel(const ChasingState &state)
{
    int applied = 0, accepted = 0, present = 0, all = 0;
    for (const Participant &one : state.participants) {
        if (one.part != Participant::Part::Learner)
            continue;
        const bool in = one.state == State::Accepted || one.walkIn;
        ++all;
        applied += one.state != State::Invited ? 1 : 0;
        accepted += in ? 1 : 0;
        present += in && (one.attendance == Participant::Attendance::Present ||
                          one.attendance == Participant::Attendance::Late)
                       ? 1
                       : 0;
    }
    const QString learners = OverviewTexts::tr("受講決定の方");
    return {{OverviewTexts::tr("申込み"), applied, all, OverviewTexts::tr("受講の一覧の方")},
            {OverviewTexts::tr("受講決定"), accepted, applied, OverviewTexts::tr("申込みの方")},
            answers(state, Wave::Before, OverviewTexts::tr("事前回答"), OverviewTexts::tr("お願いする方")),
            {OverviewTexts::tr("出席"), present, accepted, learners},
            answers(state, Wave::After, OverviewTexts::tr("事後回答"), OverviewTexts::tr("お願いする方")),
            answers(state, Wave::FollowUp, OverviewTexts::tr("フォローアップ回答"),
                    OverviewTexts::tr("お願いする方"))};
}

QString answeredText(const ChasingState &state, const Participant &participant, Wave wave)
{
    if (state.answered.surely.value(participant.id).has(wave))
        return OverviewTexts::tr("回答あり");
    if (state.answered.maybe.value(participant.id).has(wave))
        return OverviewTexts::tr("確認待ち");
    return state.isAsked(participant, wave) ? OverviewTexts::tr("未回答") : QString();
}

ChartSpec responseChart(const std::vector<ResponseRate> &rates, const QString &title)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::StackedShare;
    chart.title = title;
    ChartSeries answered{.name = OverviewTexts::tr("回答あり"), .role = SeriesRole::Plain, .values = {}};
    ChartSeries maybe{.name = OverviewTexts::tr("確認待ち"), .role = SeriesRole::Down, .values = {}};
    ChartSeries missing{.name = OverviewTexts::tr("未回答"), .role = SeriesRole::Stay, .values = {}};
    int waiting = 0;
    for (const ResponseRate &rate : rates) {
        if (rate.asked == 0)
            continue;
        const QString none = rates.size() == 1 ? OverviewTexts::tr("全体") : OverviewTexts::tr("記入なし");
        chart.categories.push_back({{}, rate.value.isEmpty() ? none : rate.value, rate.asked});
        answered.values.push_back(rate.answered);
        maybe.values.push_back(rate.maybe);
        missing.values.push_back(rate.asked - rate.answered - rate.maybe);
        waiting += rate.maybe;
    }
    chart.series.push_back(std::move(answered));
    if (waiting > 0)
        chart.series.push_back(std::move(maybe));
    chart.series.push_back(std::move(missing));
    chart.note = OverviewTexts::tr("n は回答をお願いしている方（受講決定の方。研修後は欠席の方を除きます）の"
                                   "人数で、割合は n に対する値です。");
    if (waiting > 0)
        chart.note +=
            OverviewTexts::tr("確認待ちは、回答がご本人のものか決まっていない %1 名です。").arg(waiting);
    return chart;
}

Result<> writeParticipantList(const ChasingState &state, const std::vector<Participant> &people,
                              const QString &about, const QString &path)
{
    WorkbookWriter book;
    const QString title = OverviewTexts::tr("参加者一覧");
    book.setTitle(title);
    SheetWriter &sheet = book.addSheet(title);
    sheet.setLandscape(true);
    sheet.writeTitle(title);
    QStringList above{state.workshop.title};
    if (state.workshop.heldOn.isValid())
        above << eraDate(state.workshop.heldOn);
    above << about << OverviewTexts::tr("%1名").arg(people.size());
    above.removeAll(QString());
    sheet.writeNote(above.join(QStringLiteral("　")));
    std::vector<ApplicantField> fields = allApplicantFields();
    std::erase(fields, ApplicantField::Ignored);
    QStringList heads;
    for (const ApplicantField field : fields)
        heads << applicantFieldName(field);
    heads << OverviewTexts::tr("状態") << OverviewTexts::tr("出欠") << OverviewTexts::tr("事前回答")
          << OverviewTexts::tr("事後回答") << OverviewTexts::tr("フォローアップ回答");
    sheet.writeHead(heads);
    sheet.keepInView(2);
    for (const Participant &person : people) {
        std::vector<CellValue> cells;
        for (const ApplicantField field : fields)
            cells.emplace_back(applicantText(person, field));
        cells.emplace_back(participantStateText(person.state));
        cells.emplace_back(attendanceText(person.attendance));
        for (const Wave wave : {Wave::Before, Wave::After, Wave::FollowUp})
            cells.emplace_back(answeredText(state, person, wave));
        sheet.writeRow(cells);
    }
    sheet.addFilter();
    return book.save(path);
}

} // namespace tane
