#include "report/composer.h"

#include "base/fiscalyear.h"
#include "report/reportfields.h"
#include "report/reportsections.h"

#include <algorithm>
#include <array>

namespace tane {

namespace {

using report::Part;
using report::Texts;

using Writer = void (*)(const Part &);

/// By SectionKind; Own has nothing of its own.
constexpr std::array<Writer, kSectionKinds> kWriters{report::writeSummary,
                                                     report::writeProgramme,
                                                     report::writeSituation,
                                                     report::writeGoals,
                                                     report::writePlan,
                                                     report::writeWorkshop,
                                                     report::writeParticipants,
                                                     report::writeAnswers,
                                                     report::writeChanges,
                                                     report::writeSatisfaction,
                                                     report::writeFreeText,
                                                     report::writeIssues,
                                                     report::writeFollowUp,
                                                     report::writeEvaluation,
                                                     report::writeNextGoals,
                                                     report::writeMethod,
                                                     nullptr};

/// Sections full of figures: a reader looks for them at the top of a page.
bool beginsPage(SectionKind kind)
{
    return kind == SectionKind::Participants || kind == SectionKind::Changes ||
           kind == SectionKind::Satisfaction || kind == SectionKind::Issues ||
           kind == SectionKind::Evaluation || kind == SectionKind::Method;
}

class Composer
{
public:
    Composer(const ReportSource &source, const Report &report)
        : m_source(source)
        , m_report(report)
    {
    }

    void title()
    {
        ReportDocument &document = m_out.document();
        document.title = m_report.title;
        const QString audience = m_report.external ? Texts::tr("外部提供用") : Texts::tr("内部用");
        QStringList subtitle;
        for (const QString &part :
             {m_report.subtitle, m_report.author.isEmpty() ? m_source.prefecture : m_report.author,
              m_report.datedOn.isValid() ? eraDate(m_report.datedOn) : QString(), audience})
            if (!part.isEmpty())
                subtitle << part;
        document.subtitle = subtitle.join(QStringLiteral("　"));
        document.footer = Texts::tr("%1（%2）").arg(m_report.title, audience);
        document.contents = Texts::tr("目次");
    }

    void section(const ReportSection &section)
    {
        const WorkshopSource *workshop = m_source.workshop(section.workshop);
        const ReportFields fields(m_source, workshop, m_report.external);
        const std::size_t start = m_out.size();
        const std::size_t figures = m_out.figures().size();
        if (m_number > 0 && beginsPage(section.kind))
            m_out.pageBreak();
        const std::size_t heading = m_out.size();
        m_out.heading(1, Texts::tr("%1　%2").arg(m_number + 1).arg(titleOf(section)));
        const Part part{m_source, m_report, section, workshop, m_out};
        const std::size_t beforeLead = m_out.size();
        typed(fields, section.id, section.lead.isEmpty() ? leadDraft(m_source, section) : section.lead,
              Texts::tr("「%1」の前文").arg(titleOf(section)));
        const bool draftOnly = section.lead.isEmpty();
        const std::size_t beforeBody = m_out.size();
        if (const Writer writer = kWriters.at(static_cast<std::size_t>(section.kind)))
            writer(part);
        const bool bodyEmpty = m_out.size() == beforeBody;
        typed(fields, section.id, section.closing, Texts::tr("「%1」の結び").arg(titleOf(section)));
        const bool nothing =
            bodyEmpty && m_out.size() == beforeBody && (draftOnly || beforeBody == beforeLead);
        if (nothing && m_out.figures().size() == figures) {
            m_out.cutTo(start);
            m_result.empty.insert(section.id);
            return;
        }
        m_result.headings[section.id] = static_cast<int>(heading);
        ++m_number;
        if (section.kind == SectionKind::Method)
            m_basesAt.push_back(m_out.size());
    }

    /// The list of bases comes to stand where the method is, when all figures are known.
    ComposedReport take()
    {
        if (const TableBlock bases = report::baseTable(m_out.figures()); !bases.rows.empty()) {
            std::ranges::reverse(m_basesAt);
            for (const std::size_t at : m_basesAt) {
                auto &blocks = m_out.document().blocks;
                blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(at), ReportBlock(bases));
                for (auto &[section, heading] : m_result.headings)
                    heading += static_cast<std::size_t>(heading) >= at ? 1 : 0;
            }
        }
        m_result.document = m_out.take();
        return std::move(m_result);
    }

private:
    void typed(const ReportFields &fields, qint64 section, const QString &text, const QString &place)
    {
        const ReportFields::Filled filled = fields.fill(text);
        for (const QString &line : filled.text.split(u'\n')) {
            const QString plain = line.trimmed();
            if (plain.startsWith(u'・'))
                m_out.bullet(plain.mid(1).trimmed());
            else if (!plain.isEmpty())
                m_out.paragraph(plain);
        }
        for (const QString &field : filled.unknown)
            m_result.unknown.push_back({section, place, field});
    }

    const ReportSource &m_source;
    const Report &m_report;
    ReportBuilder m_out;
    ComposedReport m_result;
    std::vector<std::size_t> m_basesAt;
    int m_number = 0;
};

QString summaryDraft(const ReportSource &source, const WorkshopSource *workshop)
{
    if (workshop == nullptr)
        return {};
    QString text;
    if (workshop->workshop.heldOn.isValid() && workshop->workshop.heldOn <= source.today) {
        text += workshop->chasing.participants.empty()
                    ? Texts::tr("{開催日}に{研修会}を開催しました。")
                    : Texts::tr("{開催日}に{研修会}を開催し、{参加者}名が参加しました。");
    }
    if (workshop->survey)
        text += Texts::tr("アンケートには研修前に{回答者数:研修前}名、研修後に{回答者数:研修後}名から回答が"
                          "あり、両方の回答を結びつけられた{対}組について、一人ひとりの変化を確かめました。");
    return text;
}

QString participantsDraft(const WorkshopSource *workshop, bool registers)
{
    if (workshop == nullptr || workshop->chasing.participants.empty())
        return {};
    return registers
               ? Texts::tr("参加者は{参加者}名でした。{市町村数}市町村のうち、コーディネーターと市町村担"
                           "当者の両方が参加したのは{両方が参加した市町村}市町村、どちらか一方だけが参加"
                           "したのは{片方だけが参加した市町村}市町村です。")
               : Texts::tr("参加者は{参加者}名でした。");
}

} // namespace

QString UnknownField::toString() const
{
    return Texts::tr("%1の {%2} は、差し込める数値ではありません。").arg(place, field);
}

QString leadDraft(const ReportSource &source, const ReportSection &section)
{
    const WorkshopSource *workshop = source.workshop(section.workshop);
    const bool answered = workshop != nullptr && workshop->survey.has_value();
    switch (section.kind) {
    case SectionKind::Summary:
        return summaryDraft(source, workshop);
    case SectionKind::Situation:
        return Texts::tr(
            "研修プログラムを企画するにあたり、管内の実態を確かめ、対象ごとに{課題数}件の課題を抽"
            "出しました。");
    case SectionKind::Goals:
        return Texts::tr("抽出した課題をもとに、対象ごとに長期・中期・短期の目標を定めました。");
    case SectionKind::Plan:
        return Texts::tr(
            "目標に近づくため、対象ごとに、入口で想定する人物像、研修終了時に期待する状態、研修後の"
            "行動目標を定めました。");
    case SectionKind::Participants:
        return participantsDraft(workshop, !source.registry.municipalities.empty());
    case SectionKind::Answers:
        return answered
                   ? Texts::tr("研修前は{回答者数:研修前}名、研修後は{回答者数:研修後}名から回答がありまし"
                               "た。同じ方の回答と確かめられた{対}組を対とし、変化をみています。")
                   : QString();
    case SectionKind::Changes:
        return answered
                   ? Texts::tr("研修前と研修後の両方に回答した方について、上の選択肢に変わった方（up）、"
                               "変わらない方（stay）、下の選択肢に変わった方（down）を設問ごとに数えました"
                               "。")
                   : QString();
    case SectionKind::Satisfaction:
        return answered ? Texts::tr("研修後のアンケートで、研修会への評価をたずねました。") : QString();
    case SectionKind::FreeText:
        return answered ? Texts::tr("自由記述を内容ごとに分け、主なものを抜粋しました。") : QString();
    case SectionKind::Issues:
        return workshop != nullptr && !workshop->boards.empty()
                   ? Texts::tr("グループワークの模造紙{模造紙}枚から、{付箋}枚の付箋を記録しました。")
                   : QString();
    case SectionKind::Evaluation:
        return Texts::tr("結果を関係者で読み合わせ、次のとおり評価しました。");
    case SectionKind::NextGoals:
        return Texts::tr("評価を踏まえ、次のサイクルでは次のことを目指します。");
    case SectionKind::Method:
        return answered ? Texts::tr("この報告書の人数と割合は、次のように数えています。") : QString();
    case SectionKind::FollowUp:
        return Texts::tr("研修会で参加者が立てた目標について、その後の状況をたずねました。");
    case SectionKind::Programme:
    case SectionKind::Workshop:
    case SectionKind::Own:
        return {};
    }
    Q_UNREACHABLE();
}

Result<ComposedReport> composeReport(const ReportSource &source, const Report &report,
                                     const std::vector<ReportSection> &sections, const Progress &progress)
{
    Composer composer(source, report);
    composer.title();
    long long done = 0;
    for (const ReportSection &section : sections) {
        if (progress && !progress(done++, static_cast<long long>(sections.size())))
            return fail(ErrorCode::Cancelled, Texts::tr("報告書の作成を取りやめました。"));
        if (section.shown)
            composer.section(section);
    }
    return composer.take();
}

} // namespace tane
