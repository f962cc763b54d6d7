// The pack of a handover: what each file says, and how they get into one folder.
#include "report/handover.h"

#include "base/fiscalyear.h"
#include "exchange/reportbuilder.h"
#include "people/privacy.h"
#include "report/composer.h"
#include "survey/disclosure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::HandoverFiles)
};

/// What all documents of the pack are made with.
struct Pack
{
    const ReportSource &source;
    const HandoverFacts &facts;
    const std::vector<HandoverNote> &notes;
    const HandoverOptions &options;

    [[nodiscard]] QString said(const QString &text) const
    {
        return options.masked ? maskNames(text, source.names) : text;
    }
    [[nodiscard]] ReportDocument titled(ReportBuilder &out, const QString &title) const
    {
        out.document().title = title;
        out.document().subtitle =
            QStringList{source.cycle.programme.title, programmeYears(source.cycle.programme),
                        Texts::tr("%1 現在").arg(eraDate(source.today))}
                .join(u'　');
        out.document().footer = title;
        return out.take();
    }
};

void writeNotes(const Pack &pack, ReportBuilder &out, HandoverNote::Kind kind)
{
    for (const HandoverNote &note : pack.notes) {
        if (note.kind != kind || note.text.trimmed().isEmpty())
            continue;
        QStringList about;
        if (!note.who.isEmpty())
            about << pack.said(note.who);
        if (note.dueOn.isValid())
            about << Texts::tr("%1まで").arg(eraDate(note.dueOn));
        out.bullet(about.isEmpty() ? pack.said(note.text)
                                   : Texts::tr("%1（%2）").arg(pack.said(note.text), about.join(u"、"_s)));
    }
}

void writeOpen(const Pack &pack, ReportBuilder &out)
{
    if (pack.facts.open.empty())
        return;
    TableBlock table;
    table.head = {Texts::tr("区分"), Texts::tr("内容")};
    table.widths = {3, 7};
    QString last;
    for (const OpenPoint &point : pack.facts.open) {
        table.rows.push_back({point.what == last ? QString() : point.what, pack.said(point.detail)});
        last = point.what;
    }
    out.table(std::move(table), Texts::tr("ファイルの記録から見た未決定の事項"));
}

ReportDocument summary(const Pack &pack)
{
    ReportBuilder out;
    for (const HandoverNote::Kind kind : kHandoverKinds) {
        out.heading(1, handoverKindTitle(kind));
        const std::size_t before = out.size();
        writeNotes(pack, out, kind);
        if (kind == HandoverNote::Kind::Done) {
            for (const QString &line : pack.facts.done)
                out.bullet(pack.said(line));
        }
        if (kind == HandoverNote::Kind::Worked) {
            for (const QString &line : pack.facts.worked)
                out.bullet(pack.said(line));
        }
        if (kind == HandoverNote::Kind::Open)
            writeOpen(pack, out);
        if (kind == HandoverNote::Kind::Contact && !pack.facts.contacts.empty()) {
            TableBlock table;
            table.head = {Texts::tr("相手"), Texts::tr("窓口・担当課")};
            if (!pack.options.masked)
                table.head << Texts::tr("連絡先");
            table.widths = {4, 3.4, 3};
            for (const QStringList &row : pack.facts.contacts)
                table.rows.push_back(row.first(table.head.size()));
            out.table(std::move(table), Texts::tr("名簿にある窓口"));
        }
        if (out.size() == before)
            out.paragraph(Texts::tr("記録はありません。"));
    }
    return pack.titled(out, Texts::tr("引き継ぎ書"));
}

ReportDocument calendar(const Pack &pack)
{
    ReportBuilder out;
    if (!pack.facts.nextWorkshop.isValid()) {
        out.paragraph(calendarReason(pack.facts));
        return pack.titled(out, Texts::tr("次の研修会までの日程"));
    }
    out.paragraph(calendarReason(pack.facts));
    TableBlock table;
    table.head = {Texts::tr("期限"), Texts::tr("すること"), Texts::tr("備考")};
    table.widths = {3, 5, 3.4};
    for (const CalendarDay &day : pack.facts.calendar)
        table.rows.push_back({eraDateWithWeekday(day.day), day.what, day.note});
    out.table(std::move(table), Texts::tr("研修会から数えた日程"));
    return pack.titled(out, Texts::tr("次の研修会までの日程"));
}

/// A column of numbers instead of names is not called after names.
QString nameHead(const HandoverOptions &options)
{
    return options.masked ? Texts::tr("番号") : Texts::tr("氏名");
}

ReportDocument participants(const Pack &pack)
{
    ReportBuilder out;
    for (const WorkshopSource &workshop : pack.source.workshops) {
        TableBlock table;
        table.head = {nameHead(pack.options), Texts::tr("立場"), Texts::tr("所属"),
                      Texts::tr("市町村"),    Texts::tr("状態"), Texts::tr("出欠")};
        table.widths = {2.2, 2.6, 3.4, 2, 1.6, 1.2};
        int number = 0;
        for (const Participant &person : workshop.chasing.participants) {
            ++number;
            table.rows.push_back({pack.options.masked ? Texts::tr("参加者%1").arg(number) : person.name,
                                  person.role, pack.options.masked ? QString() : person.affiliation,
                                  person.municipality, participantStateText(person.state),
                                  attendanceText(person.attendance)});
        }
        if (table.rows.empty())
            continue;
        if (pack.options.masked) { // the heads of what was taken out go, too
            table.head.removeAt(2);
            table.widths.erase(table.widths.begin() + 2);
            for (QStringList &row : table.rows)
                row.removeAt(2);
        }
        out.table(std::move(table), Texts::tr("%1の参加者").arg(workshop.workshop.title));
    }
    if (out.size() == 0)
        out.paragraph(Texts::tr("参加者の記録はありません。"));
    return pack.titled(out, Texts::tr("参加者の一覧"));
}

ReportDocument ladder(const Pack &pack)
{
    ReportBuilder out;
    const Registry &registry = pack.source.registry;
    const QDate today = pack.source.today;
    const NameMask name(registry, pack.options.masked);
    TableBlock steps;
    steps.head = {Texts::tr("段階"), Texts::tr("状態"), Texts::tr("人数")};
    steps.align = {TextAlign::Left, TextAlign::Left, TextAlign::Right};
    steps.widths = {1.6, 7, 1};
    std::vector<int> counts(registry.ladder.steps.size(), 0);
    TableBlock people;
    people.head = {nameHead(pack.options), Texts::tr("市町村"), Texts::tr("段階"), Texts::tr("評価した日"),
                   Texts::tr("評価した方")};
    people.widths = {2.2, 3, 1.6, 2.4, 1.8};
    for (const PersonRecord &person : registry.people) {
        const Assessment *last = person.worksOn(today) ? person.assessmentOn(today) : nullptr;
        if (last == nullptr)
            continue;
        const auto step = static_cast<std::size_t>(registry.ladder.stepOf(last->level));
        if (step < counts.size())
            ++counts[step];
        people.rows.push_back({name(person), registry.municipalityText(person, today),
                               registry.ladder.levelText(last->level), eraDate(last->assessedOn),
                               assessorText(last->assessor)});
    }
    for (std::size_t i = 0; i < counts.size(); ++i)
        steps.rows.push_back(
            {registry.ladder.steps[i].name, registry.ladder.steps[i].state, QString::number(counts[i])});
    if (people.rows.empty()) {
        out.paragraph(Texts::tr("レベルの評価はまだありません。"));
    } else {
        out.table(std::move(steps), Texts::tr("段階ごとの人数"),
                  Texts::tr("評価のある方 %1名").arg(people.rows.size()));
        out.table(std::move(people), Texts::tr("一人ひとりの段階"));
    }
    return pack.titled(out, Texts::tr("人材とレベルの一覧"));
}

ReportDocument issues(const Pack &pack)
{
    ReportBuilder out;
    TableBlock table;
    table.head = {Texts::tr("段階"), Texts::tr("内容"), Texts::tr("状態"), Texts::tr("担当"),
                  Texts::tr("起票")};
    table.widths = {2, 4.8, 1.3, 2.4, 2.7};
    for (const IssueCard &card : pack.source.pipeline.cards) {
        if (card.isOpen())
            table.rows.push_back(
                {issueStageText(card.stage), pack.said(card.title), issueStatusText(card.status),
                 lacksOwner(card) ? Texts::tr("（未定）") : pack.said(card.owner), eraDate(card.notedOn)});
    }
    TableBlock actions;
    actions.head = {Texts::tr("協議の場"), Texts::tr("すること"), Texts::tr("担当"), Texts::tr("期限")};
    actions.widths = {3, 4, 2.4, 2.7};
    for (const CouncilContent &council : pack.source.pipeline.councils) {
        for (const CouncilAction &action : council.actions) {
            if (!action.done)
                actions.rows.push_back({council.record.body, pack.said(action.what), pack.said(action.who),
                                        eraDate(action.dueOn)});
        }
    }
    if (table.rows.empty() && actions.rows.empty())
        out.paragraph(Texts::tr("対応の終わっていない課題はありません。"));
    table.note =
        Texts::tr("担当は、地域課題のタネになったものから決めます。それより前の段階のものは空欄です。");
    if (!table.rows.empty())
        out.table(std::move(table), Texts::tr("対応の終わっていない課題"));
    if (!actions.rows.empty())
        out.table(std::move(actions), Texts::tr("協議の場で決まり、終わっていないこと"));
    return pack.titled(out, Texts::tr("対応の終わっていない課題"));
}

ReportDocument index(const Pack &pack, const std::vector<HandoverFile> &files)
{
    ReportBuilder out;
    out.paragraph(
        Texts::tr("このフォルダーには、研修プログラムを引き継ぐための資料が入っています。PDF と Excel "
                  "は、タネがなくても読めます。続きの作業は、タネのファイル（.tane）を開いて行います。"));
    out.paragraph(pack.options.masked
                      ? Texts::tr("氏名と連絡先は伏せています。少人数の区分の値も載せていません。")
                      : Texts::tr("氏名や連絡先を含むファイルがあります。取扱いに注意してください。"),
                  ParagraphBlock::Style::Hint);
    TableBlock table;
    table.head = {Texts::tr("ファイル"), Texts::tr("内容")};
    table.widths = {4.6, 6};
    for (const HandoverFile &file : files) {
        QStringList names;
        for (const QString &suffix : file.suffixes)
            names << file.name + u'.' + suffix;
        table.rows.push_back({names.join(u'\n'), file.purpose});
    }
    out.table(std::move(table), Texts::tr("資料の一覧"));
    return pack.titled(out, Texts::tr("引き継ぎ資料の目次"));
}

} // namespace

Result<std::vector<HandoverFile>> handoverFiles(const ReportSource &source,
                                                const std::vector<HandoverNote> &notes,
                                                const ReportDraft &report, const HandoverOptions &options)
{
    const HandoverFacts facts = handoverFacts(source);
    const Pack pack{source, facts, notes, options};
    ReportDraft draft = report;
    draft.report.external = options.masked;
    TANE_TRY(ComposedReport composed, composeReport(source, draft.report, draft.sections));
    const QString pdf = u"pdf"_s, xlsx = u"xlsx"_s;
    std::vector<HandoverFile> files;
    files.push_back({Texts::tr("01_引き継ぎ書"),
                     Texts::tr("したことと理由、うまくいったこと、決まっていないこと、相談する相手"),
                     {pdf},
                     summary(pack)});
    files.push_back({Texts::tr("02_次の研修会までの日程"),
                     Texts::tr("次の研修会の日から数えた準備の期限"),
                     {pdf, xlsx},
                     calendar(pack)});
    files.push_back({Texts::tr("03_報告書"),
                     Texts::tr("このサイクルの報告書（Excel には図表の数値とグラフ）"),
                     {pdf, xlsx},
                     std::move(composed.document)});
    files.push_back(
        {Texts::tr("04_参加者の一覧"), Texts::tr("研修会ごとの参加者"), {xlsx}, participants(pack)});
    files.push_back({Texts::tr("05_人材とレベルの一覧"),
                     Texts::tr("段階ごとの人数と、一人ひとりの今の段階"),
                     {pdf, xlsx},
                     ladder(pack)});
    files.push_back({Texts::tr("06_対応の終わっていない課題"),
                     Texts::tr("課題の段階・担当と、協議の場で決まったことの残り"),
                     {pdf, xlsx},
                     issues(pack)});
    files.insert(files.begin(), HandoverFile{Texts::tr("00_目次"), Texts::tr("この一覧"), {pdf}, {}});
    files.front().document = index(pack, files);
    return files;
}

Result<QStringList> writeHandover(const QString &folder, const std::vector<HandoverFile> &files,
                                  const ReportFileWriter &writer, const Progress &progress)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::CannotWrite,
                    Texts::tr("フォルダーを作れません。書き込める場所を指定してください。"), folder);
    QTemporaryDir work(QDir(folder).filePath(u".new-XXXXXX"_s));
    if (!work.isValid())
        return fail(ErrorCode::CannotWrite,
                    Texts::tr("フォルダーに書き込めません。書き込める場所を指定してください。"),
                    work.errorString());
    QStringList names;
    for (const HandoverFile &file : files) {
        for (const QString &suffix : file.suffixes)
            names << file.name + u'.' + suffix;
    }
    long long done = 0;
    for (const HandoverFile &file : files) {
        for (const QString &suffix : file.suffixes) {
            if (progress && !progress(done++, names.size()))
                return fail(ErrorCode::Cancelled, Texts::tr("引き継ぎ資料の作成を取りやめました。"));
            TANE_CHECK(writer(work.filePath(file.name + u'.' + suffix), file.document));
        }
    }
    for (const QString &name : std::as_const(names)) {
        const QString target = QDir(folder).filePath(name);
        if ((QFile::exists(target) && !QFile::remove(target)) || !QFile::rename(work.filePath(name), target))
            return fail(
                ErrorCode::CannotWrite,
                Texts::tr("「%1」を置き換えられません。開いているプログラムを閉じてから、もう一度書き出し"
                          "てください。")
                    .arg(name),
                target);
    }
    return names;
}

} // namespace tane
