// 自己評価シート: made, sent out, and read when it comes back.
#include "people/selfassessment.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "exchange/filledform.h"
#include "exchange/formworkbook.h"
#include "exchange/tablefiles.h"
#include "exchange/tablereader.h"
#include "people/peoplesheetparts.h"
#include "people/registervalues.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tane {

namespace {

using namespace peoplesheets;
using sheets::body;
using sheets::centred;
using sheets::head;
using sheets::label;

constexpr char kMark[] = "tane-self-assessment-1";

/// Which person a sheet is for: her number, and a check that it is this file's.
QString markOf(const PersonRecord &person)
{
    constexpr qsizetype digits = 8;
    const QByteArray check =
        QCryptographicHash::hash(foldName(person.person.name).toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .left(digits);
    return QStringLiteral("%1 %2 %3")
        .arg(QLatin1String(kMark), QString::number(person.person.id), QLatin1String(check));
}

QString evidenceTitle()
{
    return Texts::tr("そう判断した根拠（具体的な場面や例）");
}
QString nextTitle()
{
    return Texts::tr("次に取り組むこと");
}
QString dateTitle()
{
    return Texts::tr("記入日");
}
QString yes()
{
    return Texts::tr("はい");
}
QStringList answers()
{
    return {yes(), Texts::tr("ときどき"), Texts::tr("いいえ")};
}

FormTableCell input(double roomMm, int columnSpan, const QString &hint, const QStringList &choices = {})
{
    FormTableCell cell = body({}, roomMm, columnSpan);
    cell.input = true;
    cell.hint = hint;
    cell.choices = choices;
    return cell;
}

FormTable behaviourTable(const Ladder &ladder)
{
    FormTable table;
    table.caption = Texts::tr("ふだんの取組に近いものを選んでください");
    table.widths = {34, 14, 112, 22};
    table.headRows = 1;
    table.middle = true;
    table.rows.push_back(
        {head(Texts::tr("段階")), head(Texts::tr("番号")), head(Texts::tr("行動")), head(Texts::tr("回答"))});
    const std::vector<Behaviour> &all = behaviours();
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::vector<FormTableCell> row;
        if (i == 0 || all[i].step != all[i - 1].step) {
            const auto same = std::ranges::count(all, all[i].step, &Behaviour::step);
            const auto step = static_cast<std::size_t>(all[i].step);
            FormTableCell cell = label(step < ladder.steps.size() ? ladder.steps[step].name : QString(),
                                       static_cast<int>(same));
            if (step < ladder.steps.size())
                cell.remark = ladder.steps[step].title;
            row.push_back(cell);
        }
        row.push_back(centred(all[i].code));
        row.push_back(body(all[i].text));
        FormTableCell answer =
            input(7.4, 1, Texts::tr("「はい」「ときどき」「いいえ」から選んでください。"), answers());
        answer.align = FormTableCell::Align::Centre;
        row.push_back(answer);
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

FormSheet makeSelfAssessmentSheet(const Registry &registry, const PersonRecord *person,
                                  const PeopleSheetOptions &options)
{
    const Shown shown(registry, options.masked);
    PeopleSheetOptions undated = options;
    undated.today = {}; // the day that counts is the one it is filled in
    FormSheet sheet = begun(PeopleSheetKind::SelfAssessment, undated, {});
    FormTable who;
    who.widths = {22, 58, 22, 80};
    who.middle = true;
    FormTableCell date =
        input(8, 1, Texts::tr("記入した日を 2026/4/1 や 令和8年4月1日 のように書いてください。"));
    who.rows.push_back({label(Texts::tr("氏名")), body(person ? shown.name(*person) : QString(), 8),
                        label(Texts::tr("所属")),
                        body(person ? registry.workplace(*person, options.today) : QString(), 8)});
    date.columnSpan = 3;
    who.rows.push_back({label(dateTitle()), date});
    sheets::add(sheet, std::move(who));
    sheets::add(sheet, FormParagraph::Style::Note,
                Texts::tr("できる・できないを比べるためのものではありません。これからの支援を一緒に考えるため"
                          "に、今のありのままを"
                          "お書きください。"));
    sheets::add(sheet, behaviourTable(registry.ladder));
    FormTable words;
    words.widths = {44, 138};
    words.rows.push_back({label(evidenceTitle()), input(26, 1, Texts::tr("改行は Alt+Enter です。"))});
    words.rows.push_back({label(nextTitle()), input(18, 1, Texts::tr("改行は Alt+Enter です。"))});
    sheets::add(sheet, std::move(words));
    sheet.locked = true;
    if (person)
        sheet.mark = markOf(*person);
    return sheet;
}

Result<> writeSelfAssessment(const QString &path, const Registry &registry, const PersonRecord &person)
{
    PeopleSheetOptions options;
    options.today = QDate::currentDate();
    return writeFormXlsx(path, makeSelfAssessmentSheet(registry, &person, options));
}

Result<int> writeSelfAssessments(const QString &folder, const Registry &registry,
                                 const std::vector<const PersonRecord *> &people)
{
    if (!QDir().mkpath(folder))
        return std::unexpected(
            Error{ErrorCode::CannotWrite,
                  Texts::tr("フォルダーを作れませんでした。書き込める場所か確かめてください。"),
                  QFileInfo(folder).fileName(),
                  {},
                  {},
                  {}});
    int written = 0;
    for (const PersonRecord *person : people) {
        const QString name = QStringLiteral("自己評価-%1.xlsx").arg(person->person.id, 3, 10, QChar(u'0'));
        TANE_CHECK(writeSelfAssessment(QDir(folder).filePath(name), registry, *person));
        ++written;
    }
    return written;
}

namespace {

/// One returned workbook.
class Reading
{
public:
    Reading(const Registry &registry, const std::vector<Table> &tables, QString file)
        : m_registry(registry)
        , m_tables(tables)
        , m_file(std::move(file))
    {
    }

    /// Nothing when it is left out; why, stands among the problems.
    std::optional<Assessment> read(std::vector<Problem> &problems);

private:
    struct Place
    {
        const Table *table = nullptr;
        int row = 0, column = 0;
        [[nodiscard]] QString text() const
        {
            const std::string_view utf8 = table ? table->cell(row, column) : std::string_view();
            return registers::cellForm(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
        }
    };
    [[nodiscard]] const PersonRecord *person() const;
    [[nodiscard]] std::optional<Place> find(const QString &label) const;
    /// What stands right of a label, in the next cell with content.
    [[nodiscard]] Place rightOf(const Place &label) const;
    [[nodiscard]] QString textAt(const QString &label) const
    {
        const auto place = find(label);
        return place ? rightOf(*place).text() : QString();
    }
    [[nodiscard]] Problem problem(const Place &place, const QString &message) const
    {
        return {m_file, place.table ? place.table->sheet : QString(),
                place.table ? place.table->address(place.row, place.column) : QString(), message,
                place.text()};
    }
    bool readAnswers(Assessment &assessment, std::vector<Problem> &problems) const;
    bool readDate(Assessment &assessment, std::vector<Problem> &problems) const;

    const Registry &m_registry;
    const std::vector<Table> &m_tables;
    QString m_file;
};

const PersonRecord *Reading::person() const
{
    const auto mark = formMark(m_tables, QLatin1String(kMark));
    if (!mark || mark->size() != 2)
        return nullptr;
    const PersonRecord *found = m_registry.person(mark->front().toLongLong());
    const QString whole = QLatin1String(kMark) + QChar(u' ') + mark->join(u' ');
    return found && markOf(*found) == whole ? found : nullptr;
}

std::optional<Reading::Place> Reading::find(const QString &label) const
{
    const QString folded = foldText(label);
    for (const Table &table : m_tables)
        for (int row = 0; row < table.rowCount(); ++row)
            for (int column = 0; column < table.cellsInRow(row); ++column)
                if (const Place place{&table, row, column}; foldText(place.text()) == folded)
                    return place;
    return std::nullopt;
}

Reading::Place Reading::rightOf(const Place &label) const
{
    Place place = label;
    const int last = label.table->cellsInRow(label.row);
    for (++place.column; place.column < last; ++place.column)
        if (!place.text().isEmpty())
            return place;
    place.column = label.column + 1;
    return place;
}

bool Reading::readAnswers(Assessment &assessment, std::vector<Problem> &problems) const
{
    QStringList observed;
    int answered = 0, blank = 0;
    for (const Behaviour &behaviour : behaviours()) {
        const auto code = find(behaviour.code);
        if (!code)
            continue;
        const Place text = rightOf(*code);
        const Place answer = rightOf(text);
        const QString said = answer.column > text.column ? foldText(answer.text()) : QString();
        const bool known =
            std::ranges::any_of(answers(), [&](const QString &each) { return foldText(each) == said; });
        if (said.isEmpty()) {
            ++blank;
            continue;
        }
        ++answered;
        if (!known)
            problems.push_back(problem(
                answer,
                Texts::tr("「はい」「ときどき」「いいえ」のどれでもないため、回答なしとして扱います。")));
        else if (said == foldText(yes()))
            observed << behaviour.code;
    }
    if (answered == 0) {
        problems.push_back(problem({}, Texts::tr("回答がひとつもないため、取り込みませんでした。")));
        return false;
    }
    if (blank > 0)
        problems.push_back(problem(
            {}, Texts::tr("回答のない行動が%1件あります。「はい」ではないものとして扱います。").arg(blank)));
    const auto level = proposedLevel(observed);
    if (!level) {
        problems.push_back(problem(
            {},
            Texts::tr(
                "「はい」がひとつもなく、レベルを提案できないため、取り込みませんでした。画面で評価を記録して"
                "ください。")));
        return false;
    }
    assessment.level = *level;
    assessment.observed = observed.join(u',');
    return true;
}

bool Reading::readDate(Assessment &assessment, std::vector<Problem> &problems) const
{
    const auto place = find(dateTitle());
    const Place cell = place ? rightOf(*place) : Place();
    const auto date = registers::dateOf(cell.text());
    if (date)
        assessment.assessedOn = *date;
    else
        problems.push_back(problem(
            cell,
            cell.text().isEmpty()
                ? Texts::tr(
                      "記入日がないため、取り込みませんでした。記入日を書いて、もう一度取り込んでください。")
                : Texts::tr("記入日が日付として読めないため、取り込みませんでした。2026/4/1 "
                            "のように書いてください。")));
    return date.has_value();
}

std::optional<Assessment> Reading::read(std::vector<Problem> &problems)
{
    const PersonRecord *who = person();
    if (!who) {
        problems.push_back(problem(
            {}, Texts::tr("どなたの自己評価シートか分からないため、取り込みませんでした。このファイルから書き"
                          "出したシートか確かめて"
                          "ください（書き出した後に氏名を変えた方は、シートを作り直してください）。")));
        return std::nullopt;
    }
    Assessment assessment;
    assessment.person = who->person.id;
    assessment.assessor = Assessment::Assessor::Self;
    if (!readDate(assessment, problems) || !readAnswers(assessment, problems))
        return std::nullopt;
    assessment.evidence = textAt(evidenceTitle());
    assessment.nextAction = textAt(nextTitle());
    if (std::ranges::any_of(who->assessments, [&](const Assessment &each) {
            return each.assessor == Assessment::Assessor::Self && each.assessedOn == assessment.assessedOn;
        })) {
        problems.push_back(problem({}, Texts::tr("同じ方の%1の自己評価は、もう取り込まれています。")
                                           .arg(eraDate(assessment.assessedOn))));
        return std::nullopt;
    }
    return assessment;
}

} // namespace

Result<ReadSelfAssessments> readSelfAssessments(Document &, const Registry &registry, const QString &path)
{
    const QFileInfo given(path);
    if (!given.exists())
        return std::unexpected(Error{ErrorCode::NotFound,
                                     Texts::tr("ファイルかフォルダーが見つかりません。"),
                                     given.fileName(),
                                     {},
                                     {},
                                     {}});
    QStringList files{path};
    if (given.isDir()) {
        TANE_TRY(files, tableFilesIn(path));
    }
    if (files.isEmpty())
        return std::unexpected(Error{ErrorCode::NotFound,
                                     Texts::tr("このフォルダーに Excel のファイルはありません。"),
                                     given.fileName(),
                                     {},
                                     {},
                                     {}});
    ReadSelfAssessments read;
    for (const QString &file : files) {
        const QString name = given.isDir() ? file : given.fileName();
        const auto tables = readTables(given.isDir() ? QDir(path).filePath(file) : file);
        if (!tables && files.size() == 1)
            return std::unexpected(tables.error());
        if (!tables) {
            read.problems.push_back({name, {}, {}, tables.error().message, {}});
            continue;
        }
        auto assessment = Reading(registry, *tables, name).read(read.problems);
        if (!assessment)
            continue;
        const bool twice = std::ranges::any_of(read.assessments, [&](const Assessment &each) {
            return each.person == assessment->person && each.assessedOn == assessment->assessedOn;
        });
        if (twice)
            read.problems.push_back(
                {name,
                 {},
                 {},
                 Texts::tr("同じ方の同じ日のシートがほかにもあるため、取り込みませんでした。"),
                 {}});
        else
            read.assessments.push_back(std::move(*assessment));
    }
    return read;
}

} // namespace tane
