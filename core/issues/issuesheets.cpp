// Scenario, message and consultations as sheets, and what all sheets share.
#include "issues/issuesheetparts.h"

#include "base/fiscalyear.h"
#include "programme/workshop.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tane {

using namespace issuesheets;
using sheets::band;
using sheets::body;
using sheets::head;
using sheets::label;

namespace {

constexpr std::array kCodes{"scenario",    "control-sheet", "message",    "consultations",
                            "logic-model", "poster-filled", "indicators", "control-overview"};

} // namespace

const std::vector<IssueSheetKind> &allIssueSheetKinds()
{
    using enum IssueSheetKind;
    static const std::vector<IssueSheetKind> kinds{Scenario,   ControlSheet, Message,    Consultations,
                                                   LogicModel, PosterFilled, Indicators, ControlOverview};
    return kinds;
}

QString issueSheetCode(IssueSheetKind kind)
{
    return QLatin1String(kCodes.at(static_cast<std::size_t>(kind)));
}

QString issueSheetTitle(IssueSheetKind kind)
{
    switch (kind) {
    case IssueSheetKind::Scenario:
        return Texts::tr("課題解決シナリオ");
    case IssueSheetKind::ControlSheet:
        return Texts::tr("課題管理シート");
    case IssueSheetKind::Message:
        return Texts::tr("市町村への伝達メモ");
    case IssueSheetKind::Consultations:
        return Texts::tr("相談から見える課題");
    case IssueSheetKind::LogicModel:
        return Texts::tr("ロジックモデル");
    case IssueSheetKind::PosterFilled:
        return Texts::tr("記入済みの模造紙");
    case IssueSheetKind::Indicators:
        return Texts::tr("指標一覧");
    case IssueSheetKind::ControlOverview:
        return Texts::tr("課題管理シートのまとめ");
    }
    Q_UNREACHABLE();
}

std::optional<IssueSheetKind> issueSheetKindOf(const QString &code)
{
    for (const IssueSheetKind kind : allIssueSheetKinds())
        if (issueSheetCode(kind) == code)
            return kind;
    return std::nullopt;
}

QString issueSheetFileName(IssueSheetKind kind, qint64 id)
{
    return id == 0 ? issueSheetTitle(kind)
                   : QStringLiteral("%1-%2").arg(issueSheetTitle(kind)).arg(id, 3, 10, QChar(u'0'));
}

namespace issuesheets {

FormSheet begun(IssueSheetKind kind, const IssueSheetOptions &options, const QStringList &about,
                FormSheet::Paper paper, bool landscape)
{
    FormSheet sheet;
    sheet.name = sheet.title = issueSheetTitle(kind);
    QStringList parts{options.prefecture, options.place};
    parts << about;
    parts.removeAll(QString());
    sheet.subtitle = parts.join(QStringLiteral("　"));
    sheet.footer = sheet.title;
    sheet.paper = options.paper.value_or(paper);
    sheet.landscape = landscape;
    return sheet;
}

FormTableCell narrowHead(const QString &text, int columnSpan)
{
    FormTableCell cell = head(text);
    cell.columnSpan = columnSpan;
    return cell;
}

} // namespace issuesheets

namespace {

/// Label, text, label, text over the four columns of the scenario.
std::vector<FormTableCell> pairRow(const QString &first, const QString &one, const QString &second,
                                   const QString &other, double roomMm)
{
    return {label(first), body(one, roomMm), label(second), body(other, roomMm)};
}

void addCauses(FormTable &table, const Scenario &scenario)
{
    table.rows.push_back({band(Texts::tr("問3　考えられる原因（4つまで）と根本原因（1つ）"), 4)});
    for (std::size_t i = 0; i < Scenario::kCauses; i += 2)
        table.rows.push_back(pairRow(Texts::tr("原因%1").arg(i + 1), scenario.causes[i],
                                     Texts::tr("原因%1").arg(i + 2), scenario.causes[i + 1], 15));
    table.rows.push_back({label(Texts::tr("根本原因")), body(scenario.rootCause, 15, 3)});
}

void addMeasures(FormTable &table, const Scenario &scenario)
{
    table.rows.push_back({band(Texts::tr("問4　対策（3つまで）"), 4)});
    for (std::size_t i = 0; i < Scenario::kMeasures; ++i)
        table.rows.push_back(pairRow(Texts::tr("対策%1").arg(i + 1), scenario.measures[i],
                                     Texts::tr("誰に対する"), scenario.forWhom[i], 15));
    table.rows.push_back({band(Texts::tr("問5　期待すること（3つまで）と測る指標"), 4)});
    for (std::size_t i = 0; i < Scenario::kMeasures; ++i)
        table.rows.push_back(pairRow(Texts::tr("期待値%1").arg(i + 1), scenario.expectations[i],
                                     Texts::tr("何の指標で測る"), scenario.gauges[i], 15));
}

} // namespace

FormSheet makeScenarioSheet(const Scenario &scenario, const IssueSheetOptions &options)
{
    FormSheet sheet =
        begun(IssueSheetKind::Scenario, options, {scenario.authors, eraDate(scenario.writtenOn)});
    FormTable table;
    table.widths = {20, 76, 22, 64};
    table.rows.push_back({band(Texts::tr("問1　取り組むテーマ（1つ）"), 4)});
    table.rows.push_back({label(Texts::tr("テーマ")), body(scenario.theme, 14, 3)});
    table.rows.push_back({band(Texts::tr("問2　目指す姿"), 4)});
    table.rows.push_back({label(Texts::tr("目指す姿")), body(scenario.vision, 18, 3)});
    addCauses(table, scenario);
    addMeasures(table, scenario);
    sheets::add(sheet, std::move(table));
    return sheet;
}

QString messagePartTitle(MessagePart part)
{
    switch (part) {
    case MessagePart::Facts:
        return Texts::tr("現場で起きている事実・情報");
    case MessagePart::View:
        return Texts::tr("そこから考えられること（仮説・評価・見解）");
    case MessagePart::Material:
        return Texts::tr("補足する情報・資料");
    case MessagePart::Request:
        return Texts::tr("理解・共有をお願いしたいこと");
    }
    Q_UNREACHABLE();
}

QStringList messagePrompts(MessagePart part)
{
    switch (part) {
    case MessagePart::Facts:
        return {Texts::tr("いつからいつまでに、何件ありましたか。"),
                Texts::tr("困っているのは、住民・家族・支援者のうちどなたですか。"),
                Texts::tr("見聞きしたことと、感じたことが混ざっていませんか。")};
    case MessagePart::View:
        return {Texts::tr("たまたまの1件ではないと言える理由は何ですか。"),
                Texts::tr("ほかに考えられる原因はありませんか。"),
                Texts::tr("このままだと、これから何が起こりそうですか。")};
    case MessagePart::Material:
        return {Texts::tr("件数の推移、地図、事例の要約など、確かめられるものはありますか。"),
                Texts::tr("ほかの地域や関係団体では、どうなっていますか。")};
    case MessagePart::Request:
        return {Texts::tr("どの会議や計画で、いつまでに取り上げてほしいですか。"),
                Texts::tr("センターや都道府県は、その間に何をしますか。"),
                Texts::tr("市町村の担当者がまず一歩を踏み出すなら、それは何ですか。")};
    }
    Q_UNREACHABLE();
}

FormSheet makeMessageSheet(const IssueMessage &message, const IssueSheetOptions &options)
{
    IssueSheetOptions quiet = options;
    quiet.place.clear(); // it is the recipient
    FormSheet sheet = begun(IssueSheetKind::Message, quiet, {eraDate(message.writtenOn)});
    QStringList recipient{options.place, message.recipient};
    recipient.removeAll(QString());
    FormTable who;
    who.widths = {22, 76, 18, 66};
    who.middle = true;
    who.rows.push_back({label(Texts::tr("宛先")), body(recipient.join(QStringLiteral("　")), 9),
                        label(Texts::tr("差出人")), body(message.sender, 9)});
    who.rows.push_back({label(Texts::tr("件名")), body(message.title, 9, 3)});
    sheets::add(sheet, std::move(who));
    const std::pair<MessagePart, QString> parts[] = {{MessagePart::Facts, message.facts},
                                                     {MessagePart::View, message.view},
                                                     {MessagePart::Material, message.material},
                                                     {MessagePart::Request, message.request}};
    FormTable table;
    table.widths = {182};
    for (const auto &[part, text] : parts) {
        table.rows.push_back({band(messagePartTitle(part), 1)});
        FormTableCell cell = body(text, part == MessagePart::Facts ? 48 : 38);
        cell.bullets = part == MessagePart::Facts && text.contains(u'\n');
        table.rows.push_back({std::move(cell)});
    }
    sheets::add(sheet, std::move(table));
    return sheet;
}

namespace {

class ConsultationSheet
{
public:
    ConsultationSheet(const Consultations &all, const ConsultationSheetOptions &which)
        : m_all(all)
        , m_which(which)
    {
    }
    FormTable table();

private:
    void addTopic(const ConsultationTopic *topic);
    [[nodiscard]] bool isShown(const Consultation &one) const
    {
        return (!m_which.from.isValid() || (one.receivedOn.isValid() && one.receivedOn >= m_which.from)) &&
               (!m_which.until.isValid() || (one.receivedOn.isValid() && one.receivedOn <= m_which.until));
    }

    const Consultations &m_all;
    const ConsultationSheetOptions &m_which;
    FormTable m_table;
};

void ConsultationSheet::addTopic(const ConsultationTopic *topic)
{
    std::vector<const Consultation *> shown = m_all.of(topic ? topic->id : 0);
    std::erase_if(shown, [&](const Consultation *one) { return !isShown(*one); });
    for (std::size_t i = 0; i < shown.size(); ++i) {
        std::vector<FormTableCell> row{body(askerPrefix(*shown[i]) + shown[i]->excerpt)};
        if (m_which.questions) {
            row.push_back(body(shown[i]->why));
            row.push_back(body(shown[i]->elsewhere));
            row.push_back(body(shown[i]->prevention));
        }
        if (i == 0) {
            QString view = topic ? Texts::tr("（%1）").arg(topic->heading) : QString();
            if (topic && !topic->view.isEmpty())
                view += u'\n' + topic->view;
            FormTableCell cell = body(view);
            cell.rowSpan = static_cast<int>(shown.size());
            row.push_back(std::move(cell));
        }
        m_table.rows.push_back(std::move(row));
    }
}

FormTable ConsultationSheet::table()
{
    m_table.headRows = 1;
    m_table.widths =
        m_which.questions ? std::vector<double>{78, 45, 45, 45, 56} : std::vector<double>{91, 91};
    std::vector<FormTableCell> heads{head(Texts::tr("相談内容（抜粋）"))};
    if (m_which.questions)
        for (const QString &title : {Texts::tr("①なぜ、そのような相談が生じたのか"),
                                     Texts::tr("②相談室以外に相談できるところはどこか"),
                                     Texts::tr("③相談せずに済むようにするにはどうしたらよいか")})
            heads.push_back(head(title));
    heads.push_back(head(Texts::tr("相談内容の考察、課題や対応")));
    m_table.rows.push_back(std::move(heads));
    for (const ConsultationTopic &topic : m_all.topics)
        addTopic(&topic);
    addTopic(nullptr);
    if (m_table.rows.size() == 1) {
        std::vector<FormTableCell> blank;
        for (std::size_t i = 0; i < m_table.widths.size(); ++i)
            blank.push_back(body({}, 16));
        m_table.rows.insert(m_table.rows.end(), 6, blank);
    }
    return std::move(m_table);
}

} // namespace

FormSheet makeConsultationSheet(const Consultations &consultations, const ConsultationSheetOptions &which,
                                const IssueSheetOptions &options)
{
    const bool dated = which.from.isValid() || which.until.isValid();
    const QString dates = dated ? QString(eraDate(which.from) + u'～' + eraDate(which.until)) : QString();
    FormSheet sheet =
        begun(IssueSheetKind::Consultations, options, {dates}, FormSheet::Paper::A4, which.questions);
    sheets::add(sheet, ConsultationSheet(consultations, which).table());
    sheets::add(sheet, FormParagraph::Style::Note,
                Texts::tr("相談された方が分からないように書き直した抜粋です。"));
    return sheet;
}

PosterContent posterOf(const BoardContent &content)
{
    PosterContent poster;
    poster.group = boardTitle(content.board);
    poster.band = posterBand();
    const auto notesIn = [&](qint64 scene) {
        std::vector<PosterNote> notes;
        const auto add = [&](const StickyNote *note, bool below) {
            notes.push_back({.text = note->text, .below = below, .kind = static_cast<int>(note->kind)});
        };
        for (const NoteCluster *cluster : content.clustersOf(scene)) {
            const bool named = !cluster->heading.isEmpty();
            if (named)
                notes.push_back({.text = cluster->heading, .heading = true});
            for (const StickyNote *note : content.notesOf(cluster->id))
                add(note, named);
        }
        for (const StickyNote *note : content.loose(scene))
            add(note, false);
        return notes;
    };
    for (const BoardScene &scene : content.scenes) {
        std::vector<PosterNote> notes = notesIn(scene.id);
        if (scene.isBand) {
            poster.band = scene.name;
            std::ranges::move(notes, std::back_inserter(poster.bandNotes));
        } else if (std::ssize(poster.scenes) < kMostScenes) {
            poster.scenes.push_back({posterScene(scene.name), std::move(notes)});
        } else {
            std::ranges::move(notes, std::back_inserter(poster.scenes.back().notes));
        }
    }
    std::vector<PosterNote> outside = notesIn(0);
    if (outside.empty() && !poster.scenes.empty())
        return poster;
    if (std::ssize(poster.scenes) < kMostScenes)
        poster.scenes.push_back(
            {poster.scenes.empty() ? content.board.title : Texts::tr("場面なし"), std::move(outside)});
    else
        std::ranges::move(outside, std::back_inserter(poster.scenes.back().notes));
    return poster;
}

} // namespace tane
