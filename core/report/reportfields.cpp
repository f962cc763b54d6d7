#include "report/reportfields.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "participants/participantoverview.h"
#include "participants/participationsheet.h"
#include "survey/changesections.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ReportFields)
};

/// "Ⅱ-3 最も大事なこと": an item by its code and what it asks, short enough for a menu.
QString itemHeading(const Item *item, const QString &code)
{
    constexpr qsizetype letters = 28;
    QString text = item != nullptr ? item->label().simplified() : QString();
    if (text.size() > letters)
        text = text.left(letters - 1) + u'…';
    return text.isEmpty() ? code : QString(code + u' ' + text);
}

/// Names are found whatever the width of their letters: {ＵＰ：Ⅱ－３} is {up:Ⅱ-3}.
QString folded(const QString &name)
{
    return foldText(name);
}

} // namespace

ReportFields::ReportFields(const ReportSource &source, const WorkshopSource *workshop, bool external)
    : m_external(external)
{
    addProgramme(source);
    if (workshop != nullptr) {
        addWorkshop(*workshop);
        addParticipants(source, *workshop);
        if (workshop->survey) {
            addAnswers(*workshop->survey);
            addChanges(workshop->survey->analysis);
            addOnce(workshop->survey->analysis);
        }
    }
    addIssues(source, workshop);
    add(Texts::tr("そのほか"), Texts::tr("空"), Texts::tr("何も出さない（下書きの文も消す）"), QString());
}

void ReportFields::add(const QString &group, const QString &name, const QString &meaning,
                       const QString &value)
{
    const QString key = folded(name);
    if (m_index.contains(key))
        return;
    m_index.insert(key, m_all.size());
    m_all.push_back({name, meaning, value, group});
}

void ReportFields::add(const QString &group, const QString &name, const QString &meaning, int value)
{
    add(group, name, meaning, QString::number(value));
}

void ReportFields::addProgramme(const ReportSource &source)
{
    const QString group = Texts::tr("プログラム");
    const Programme &programme = source.cycle.programme;
    add(group, Texts::tr("プログラム名"), Texts::tr("研修プログラムの名称"), programme.title);
    add(group, Texts::tr("年度"), Texts::tr("研修プログラムの年度"), programmeYears(programme));
    add(group, Texts::tr("都道府県"), Texts::tr("都道府県名"), source.prefecture);
    add(group, Texts::tr("市町村数"), Texts::tr("名簿にある市町村の数"),
        static_cast<int>(source.registry.municipalities.size()));
    add(group, Texts::tr("課題数"), Texts::tr("実態確認で抽出した課題の数"), [&source] {
        int issues = 0;
        for (const auto &[target, list] : source.cycle.reviewIssues)
            issues += static_cast<int>(list.size());
        return issues;
    }());
}

void ReportFields::addWorkshop(const WorkshopSource &source)
{
    const QString group = Texts::tr("研修会");
    const Workshop &workshop = source.workshop;
    add(group, Texts::tr("研修会"), Texts::tr("研修会の名称"), workshop.title);
    add(group, Texts::tr("開催日"), Texts::tr("研修会の開催日"),
        workshop.heldOn.isValid() ? eraDate(workshop.heldOn) : Texts::tr("（開催日は未定）"));
    if (workshop.capacity)
        add(group, Texts::tr("定員"), Texts::tr("研修会の定員"), *workshop.capacity);
}

void ReportFields::addParticipants(const ReportSource &source, const WorkshopSource &workshop)
{
    const std::vector<Participant> &people = workshop.chasing.participants;
    if (people.empty())
        return;
    const QString group = Texts::tr("参加者");
    for (const FunnelStage &stage : participantFunnel(workshop.chasing))
        add(group, stage.title, Texts::tr("%1の人数").arg(stage.title), stage.count);
    const QDate day = workshop.workshop.heldOn.isValid() ? workshop.workshop.heldOn : source.today;
    const bool came = std::ranges::any_of(people, [](const Participant &participant) {
        return participant.attendance != Participant::Attendance::Open;
    });
    const Counted counted = came ? Counted::Present : Counted::Accepted;
    const std::vector<Participant> present = countedParticipants(people, counted);
    const auto learners = std::ranges::count(present, Participant::Part::Learner, &Participant::part);
    add(group, Texts::tr("参加者"), Texts::tr("受講した方（出欠の記録がなければ受講決定の方）の人数"),
        static_cast<int>(learners));
    add(group, Texts::tr("講師・見学など"), Texts::tr("講師・アドバイザー・オブザーバー・傍聴の方の人数"),
        static_cast<int>(present.size()) - static_cast<int>(learners));
    const TurnoutCount turnout = countTurnout(turnoutOf(source.registry, people, counted, day));
    if (turnout.all() == 0)
        return;
    add(group, Texts::tr("両方が参加した市町村"),
        Texts::tr("コーディネーターと市町村担当者の両方が参加した市町村の数"), turnout.both);
    add(group, Texts::tr("片方だけが参加した市町村"), Texts::tr("どちらか一方だけが参加した市町村の数"),
        turnout.onlyCoordinator + turnout.onlyOfficer);
    add(group, Texts::tr("参加のなかった市町村"), Texts::tr("参加のなかった市町村の数"),
        turnout.nobody + turnout.onlyOthers);
}

void ReportFields::addAnswers(const SurveyState &survey)
{
    const ChangeAnalysis &analysis = survey.analysis;
    const QString group = Texts::tr("回答");
    const QStringList hidden = hiddenGroups(analysis, m_external);
    for (const QString &each : analysis.groups) {
        const bool all = each == analysis.groups.first();
        const GroupPeople &people = analysis.peopleOf(each);
        const QString suffix = all ? QString() : QString(u':' + each);
        const QString whom = all ? QString() : Texts::tr("（%1）").arg(each);
        const auto number = [&](const QString &name, const QString &meaning, int count) {
            add(group, name + suffix, meaning + whom,
                hidden.contains(each) ? Texts::tr("（非表示）") : QString::number(count));
        };
        number(Texts::tr("回答者数:研修前"), Texts::tr("研修前に回答した方"), people.before);
        number(Texts::tr("回答者数:研修後"), Texts::tr("研修後に回答した方"), people.after);
        number(Texts::tr("対"), Texts::tr("研修前と研修後を結びつけた対"), people.pairs);
    }
    add(group, Texts::tr("確認待ちの組"), Texts::tr("同じ方か確かでない組"), analysis.waitingLinks);
    add(group, Texts::tr("研修前だけの方"), Texts::tr("研修前だけに回答した方"), analysis.onlyBefore);
    add(group, Texts::tr("研修後だけの方"), Texts::tr("研修後だけに回答した方"), analysis.onlyAfter);
}

void ReportFields::addChanges(const ChangeAnalysis &analysis)
{
    const QMap<std::pair<QString, QString>, QString> none;
    const ChangeSections sections{.analysis = analysis, .readings = none, .external = m_external};
    const QStringList shown = shownGroups(analysis, m_external);
    for (const ItemSet &set : analysis.questionnaire.sets) {
        if (!isComparable(set))
            continue;
        for (const QString &group : shown) {
            const bool all = group == analysis.groups.first();
            const QString suffix = all ? QString() : QString(u':' + group);
            // "対 65～67組" without what is around the numbers.
            QString bases = sections.basesOf(set, group);
            bases = bases.mid(bases.indexOf(u' ') + 1).chopped(1);
            add(Texts::tr("設問群の対"), Texts::tr("対:%1").arg(set.code) + suffix,
                Texts::tr("%1 %2 の設問の対（設問により異なるときは幅）").arg(set.code, set.title) +
                    (all ? QString() : Texts::tr("（%1）").arg(group)),
                bases);
        }
    }
    for (const ChangeRow &row : analysis.rows) {
        if (shown.contains(row.group))
            addRow(analysis, row);
    }
}

void ReportFields::addRow(const ChangeAnalysis &analysis, const ChangeRow &row)
{
    const bool all = row.group == analysis.groups.first();
    const QString suffix = all ? row.itemCode : QString(row.itemCode + u':' + row.group);
    const QString group = itemHeading(analysis.questionnaire.find(row.itemCode), row.itemCode);
    const Disclosure disclosure = disclosureOf(row, m_external);
    const QString few = Texts::tr("（非表示）");
    const auto count = [&](int value) {
        return disclosure == Disclosure::Hidden ? few : QString::number(value);
    };
    // Internally everybody's percentages stand in the tables, however few there are.
    const bool percents = disclosure == Disclosure::Full || (all && !m_external);
    const auto percent = [&](Percent value) { return percents && value.isDefined() ? value.text() : few; };
    const QString whom = groupLabel(row.group);
    add(group, u"up:"_s + suffix, Texts::tr("上がった方の人数（%1）").arg(whom), count(row.up));
    add(group, u"up%:"_s + suffix, Texts::tr("上がった方の割合（%1）").arg(whom), percent(row.upPercent()));
    add(group, u"stay:"_s + suffix, Texts::tr("変わらない方の人数（%1）").arg(whom), count(row.stay));
    add(group, u"stay%:"_s + suffix, Texts::tr("変わらない方の割合（%1）").arg(whom),
        percent(row.stayPercent()));
    add(group, u"down:"_s + suffix, Texts::tr("下がった方の人数（%1）").arg(whom), count(row.down));
    add(group, u"down%:"_s + suffix, Texts::tr("下がった方の割合（%1）").arg(whom),
        percent(row.downPercent()));
    add(group, Texts::tr("対:%1").arg(suffix), Texts::tr("対の数（%1）").arg(whom), count(row.n()));
}

void ReportFields::addOnce(const ChangeAnalysis &analysis)
{
    const auto items = analysis.questionnaire.items();
    for (const DistributionRow &row : analysis.distributions) {
        if (row.group != analysis.groups.first())
            continue;
        const Item &item = *items.at(static_cast<std::size_t>(row.item)).item;
        const QString group = itemHeading(&item, row.itemCode);
        for (std::size_t i = 0; i < row.counts.size() && i < item.options.size(); ++i) {
            const QString name = row.itemCode + u':' + item.options[i].code;
            add(group, Texts::tr("回答:%1").arg(name),
                Texts::tr("「%1」と答えた方の人数").arg(item.options[i].text), row.counts[i]);
            add(group, Texts::tr("回答%:%1").arg(name),
                Texts::tr("「%1」と答えた方の割合").arg(item.options[i].text),
                Percent::of(row.counts[i], row.n()).text());
        }
        add(group, Texts::tr("回答者:%1").arg(row.itemCode), Texts::tr("この設問に答えた方の人数"), row.n());
    }
}

void ReportFields::addIssues(const ReportSource &source, const WorkshopSource *workshop)
{
    const QString group = Texts::tr("課題");
    if (workshop != nullptr && !workshop->boards.empty()) {
        int notes = 0;
        for (const BoardContent &board : workshop->boards)
            notes += static_cast<int>(board.notes.size());
        add(group, Texts::tr("模造紙"), Texts::tr("入力した模造紙の枚数"),
            static_cast<int>(workshop->boards.size()));
        add(group, Texts::tr("付箋"), Texts::tr("模造紙に貼られた付箋の枚数"), notes);
    }
    for (int stage = 0; stage < kIssueStages; ++stage) {
        const auto which = static_cast<IssueStage>(stage);
        add(group, issueStageText(which), Texts::tr("%1の件数（ファイル全体）").arg(issueStageText(which)),
            static_cast<int>(source.pipeline.at(which).size()));
    }
}

std::optional<QString> ReportFields::value(const QString &name) const
{
    const QString key = folded(name);
    if (!m_index.contains(key))
        return std::nullopt;
    return m_all[m_index.value(key)].value;
}

ReportFields::Filled ReportFields::fill(const QString &text) const
{
    Filled filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool doubled = i + 1 < text.size() && text.at(i + 1) == c;
        if ((c == u'{' || c == u'}') && doubled) {
            filled.text += c;
            ++i;
            continue;
        }
        const qsizetype end = c == u'{' ? text.indexOf(u'}', i) : -1;
        if (end < 0) {
            filled.text += c;
            continue;
        }
        const QString name = text.mid(i + 1, end - i - 1);
        if (const auto known = value(name)) {
            filled.text += *known;
        } else {
            filled.text += text.mid(i, end - i + 1);
            if (!filled.unknown.contains(name))
                filled.unknown << name;
        }
        i = end;
    }
    return filled;
}

} // namespace tane
