// 申込書: made and sent out.
#include "participants/applicationform.h"

#include "base/fiscalyear.h"
#include "exchange/workbookwriter.h"
#include "participants/applicationparts.h"
#include "participants/letters.h"
#include "participants/questionnaireforms.h"
#include "people/registerimport.h"
#include "people/registry.h"
#include "programme/sheetparts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace tane {

namespace application {

QString titleText()
{
    return Texts::tr("参加申込書");
}

QString labelOf(ApplicantField field)
{
    switch (field) {
    case ApplicantField::Affiliation:
        return Texts::tr("所属（勤務先）");
    case ApplicantField::Municipality:
        return Texts::tr("市町村名");
    case ApplicantField::Centre:
        return Texts::tr("センター名");
    case ApplicantField::Email:
        return Texts::tr("メールアドレス");
    case ApplicantField::Phone:
        return Texts::tr("電話番号");
    case ApplicantField::Experience:
        return Texts::tr("事業に携わってからの期間");
    case ApplicantField::Qualifications:
        return Texts::tr("保有する専門職資格等");
    case ApplicantField::Question:
        return Texts::tr("その他（知りたいこと・質問）");
    default:
        return applicantFieldName(field);
    }
}

QString otherQualifications()
{
    return Texts::tr("その他の資格");
}

QStringList gridQualifications(const QStringList &vocabulary)
{
    QStringList words = vocabulary;
    words.removeAll(Texts::tr("その他"));
    words.removeAll(Texts::tr("特になし"));
    return words;
}

QStringList labels(const QStringList &qualifications)
{
    QStringList all;
    for (const ApplicantField field : fields())
        if (field != ApplicantField::Question)
            all << labelOf(field);
    all << gridQualifications(qualifications) << otherQualifications() << labelOf(ApplicantField::Question);
    return all;
}

const std::vector<ApplicantField> &fields()
{
    using enum ApplicantField;
    static const std::vector<ApplicantField> all{
        Name,   Kana,       Role,         Part,  Online, Affiliation, Title,          AffiliationType,
        Centre, Prefecture, Municipality, Email, Phone,  Experience,  Qualifications, Question};
    return all;
}

} // namespace application

namespace {

using namespace application;
using sheets::body;
using sheets::centred;
using sheets::label;

FormTableCell required(ApplicantField field, int rowSpan = 1)
{
    FormTableCell cell = label(labelOf(field), rowSpan);
    cell.remark = application::Texts::tr("必須");
    return cell;
}

FormTableCell input(const QString &text, const QString &hint, int columnSpan = 1,
                    const QStringList &choices = {}, bool free = false)
{
    FormTableCell cell = body(text, 10.5, columnSpan);
    cell.input = true;
    cell.hint = hint;
    cell.choices = choices;
    cell.free = free;
    return cell;
}

QString chooseHint()
{
    return application::Texts::tr("リストから選んでください。");
}

QString chooseOrWriteHint()
{
    return application::Texts::tr("リストから選ぶか、書き込んでください。");
}

QString joinedSpaced(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QChar(u'\u3000'));
}

/// What stands in a field of the form at the beginning.
QString preset(const Participant *participant, ApplicantField field)
{
    return participant ? applicantText(*participant, field) : QString();
}

/// What is known of whom the form goes back to, each with its word: "担当課 …　メール …".
QString returnText(const ApplicationFormContext &context)
{
    QStringList parts{joinedSpaced({context.office, context.person})};
    if (!context.email.isEmpty())
        parts << application::Texts::tr("メール %1").arg(context.email);
    if (!context.phone.isEmpty())
        parts << application::Texts::tr("電話 %1").arg(context.phone);
    return joinedSpaced(parts);
}

FormTable workshopTable(const ApplicationFormContext &context)
{
    const Workshop &workshop = context.workshop;
    FormTable table;
    table.widths = {36, 146};
    table.middle = true;
    const auto row = [&table](const QString &head, const QString &text) {
        if (!text.isEmpty())
            table.rows.push_back({label(head), body(text)});
    };
    row(application::Texts::tr("研修会"), workshop.title);
    row(application::Texts::tr("開催日時"),
        context.when.isEmpty() ? eraDateWithWeekday(workshop.heldOn) : context.when);
    row(application::Texts::tr("会場・方法"),
        joinedSpaced({workshop.place, workshopMethodText(workshop.method)}));
    row(application::Texts::tr("申込みの締切"),
        context.deadline.isEmpty() ? eraDateWithWeekday(workshop.recruitUntil) : context.deadline);
    row(application::Texts::tr("返送先・お問合せ"), returnText(context));
    return table;
}

bool offersOnline(const Workshop &workshop)
{
    return workshop.method == Workshop::Method::Online || workshop.method == Workshop::Method::Hybrid;
}

FormTable personTable(const ApplicationFormContext &context, const Participant *participant)
{
    using F = ApplicantField;
    const auto now = [participant](F field) { return preset(participant, field); };
    const QString prefecture = now(F::Prefecture);
    FormTable table;
    table.caption = application::Texts::tr("お申込みになる方");
    table.widths = {36, 58, 30, 58};
    table.middle = true;
    table.rows.push_back(
        {required(F::Name),
         input(now(F::Name), application::Texts::tr("姓と名の間をあけて書いてください。例：山田 花子")),
         required(F::Kana), input(now(F::Kana), application::Texts::tr("例：やまだ はなこ"))});
    QStringList parts;
    for (int i = 0; i <= static_cast<int>(Participant::Part::Audience); ++i)
        parts << partText(static_cast<Participant::Part>(i));
    table.rows.push_back({required(F::Role), input(now(F::Role), chooseHint(), 1, context.words.roles),
                          label(labelOf(F::Part)),
                          input(participant ? now(F::Part) : parts.front(), chooseHint(), 1, parts)});
    if (offersOnline(context.workshop)) {
        const QStringList ways{application::Texts::tr("会場"), application::Texts::tr("オンライン")};
        table.rows.push_back({label(labelOf(F::Online)),
                              input(participant ? now(F::Online) : QString(), chooseHint(), 3, ways)});
    }
    table.rows.push_back(
        {required(F::Affiliation),
         input(now(F::Affiliation), application::Texts::tr("勤務先の正式な名前を書いてください。")),
         label(labelOf(F::Title)), input(now(F::Title), {})});
    FormTableCell centre = label(labelOf(F::Centre));
    centre.remark = application::Texts::tr("相談窓口の方のみ");
    table.rows.push_back({label(labelOf(F::AffiliationType)),
                          input(now(F::AffiliationType), chooseHint(), 1, context.words.organisations),
                          centre, input(now(F::Centre), chooseOrWriteHint(), 1, context.centres, true)});
    table.rows.push_back({label(labelOf(F::Prefecture)),
                          input(prefecture.isEmpty() ? context.prefecture : prefecture, chooseOrWriteHint(),
                                1, prefectureNames(), true),
                          label(labelOf(F::Municipality)),
                          input(now(F::Municipality), chooseOrWriteHint(), 1, context.municipalities, true)});
    table.rows.push_back(
        {required(F::Email), input(now(F::Email), application::Texts::tr("例：name@example.jp")),
         label(labelOf(F::Phone)), input(now(F::Phone), application::Texts::tr("日中につながる番号"))});
    return table;
}

FormTable experienceTable(const ApplicationFormContext &context, const Participant *participant)
{
    using F = ApplicantField;
    FormTable table;
    table.caption = application::Texts::tr("経験と資格");
    table.widths = {36, 38.6, 10, 38.6, 10, 38.8, 10};
    table.middle = true;
    const int months = participant ? participant->experienceMonths.value_or(-1) : -1;
    const auto number = [months](int part) { return months < 0 ? QString() : QString::number(part); };
    constexpr int year = 12;
    FormTableCell years =
        input(number(months / year), application::Texts::tr("数字で書いてください。1年未満は 0 です。"));
    FormTableCell rest =
        input(number(months % year), application::Texts::tr("端数の月数を数字で書いてください。"));
    years.align = rest.align = FormTableCell::Align::Right;
    FormTableCell period = label(labelOf(F::Experience));
    period.remark = application::Texts::tr("数字を記入");
    table.rows.push_back({period, years, centred(application::Texts::tr("年")), rest,
                          centred(application::Texts::tr("か月")), body({}, 0, 2)});

    const QStringList words = gridQualifications(context.words.qualifications);
    const QStringList has = participant
                                ? qualificationsIn(participant->qualifications, context.words.qualifications)
                                : QStringList();
    constexpr qsizetype across = 3;
    const auto rows = std::max<qsizetype>(1, (words.size() + across - 1) / across);
    FormTableCell head = label(labelOf(F::Qualifications), static_cast<int>(rows));
    head.remark = application::Texts::tr("あるものすべてに○");
    for (qsizetype r = 0; r < rows; ++r) {
        std::vector<FormTableCell> row;
        if (r == 0)
            row.push_back(head);
        for (qsizetype c = 0; c < across; ++c) {
            const QString word = words.value(r * across + c);
            row.push_back(body(word));
            if (word.isEmpty()) {
                row.push_back(body({}));
                continue;
            }
            FormTableCell mark =
                input(has.contains(word) ? QStringLiteral("○") : QString(),
                      application::Texts::tr("お持ちの資格に○を選んでください。"), 1, {QStringLiteral("○")});
            mark.align = FormTableCell::Align::Centre;
            mark.roomMm = 6.5;
            row.push_back(mark);
        }
        table.rows.push_back(std::move(row));
    }
    QStringList others;
    for (const QString &word : has)
        if (!words.contains(word))
            others << word;
    table.rows.push_back(
        {label(otherQualifications()),
         input(others.join(u'、'), application::Texts::tr("上にない資格を「、」で区切って書いてください。"),
               6)});
    return table;
}

FormTable questionTable(const Participant *participant)
{
    FormTable table;
    table.widths = {36, 146};
    FormTableCell room = input(preset(participant, ApplicantField::Question),
                               application::Texts::tr("改行は Alt+Enter です。"));
    room.roomMm = 60;
    table.rows.push_back({label(labelOf(ApplicantField::Question)), room});
    return table;
}

} // namespace

Result<ApplicationFormContext> applicationFormContext(Document &document, qint64 workshop)
{
    ApplicationFormContext context;
    const std::map<QString, QString *> texts{
        {QStringLiteral("when"), &context.when},     {QStringLiteral("deadline"), &context.deadline},
        {QStringLiteral("office"), &context.office}, {QStringLiteral("person"), &context.person},
        {QStringLiteral("phone"), &context.phone},   {QStringLiteral("email"), &context.email}};
    WorkshopRepository workshops(document);
    TANE_TRY(context.workshop, workshops.load(workshop));
    TANE_TRY(const LetterSource letters, loadLetterSource(document, workshop, QDate::currentDate()));
    for (const LetterField &field : letterFields(letters, LetterKind::Coordinator))
        if (const auto known = texts.find(field.key); known != texts.end())
            *known->second = field.value().trimmed();
    TANE_TRY(context.prefecture, workshops.prefecture());
    if (context.prefecture.isEmpty() && letters.registry.prefectures.size() == 1)
        context.prefecture = letters.registry.prefectures.front().name;
    TANE_TRY(context.fileMark, registers::fileMark(document));
    TANE_TRY(context.words, applicantWords(document));
    TANE_TRY(const std::vector<Municipality> municipalities, RecordTable<Municipality>(document).all());
    for (const Municipality &municipality : municipalities)
        if (!context.municipalities.contains(municipality.name))
            context.municipalities << municipality.name;
    TANE_TRY(const std::vector<Centre> centres, RecordTable<Centre>(document).all());
    for (const Centre &centre : centres)
        if (!centre.closedOn.isValid() && !context.centres.contains(centre.name))
            context.centres << centre.name;
    return context;
}

FormSheet makeApplicationForm(const ApplicationFormContext &context, const Participant *participant)
{
    FormSheet sheet;
    sheet.name = application::Texts::tr("申込書");
    sheet.title = titleText();
    QStringList sub{context.prefecture, context.workshop.title};
    sub.removeAll(QString());
    sheet.subtitle = sub.join(QStringLiteral("\u3000"));
    sheet.footer = sheet.subtitle;
    sheets::add(sheet, workshopTable(context));
    sheets::add(
        sheet, FormParagraph::Style::Note,
        application::Texts::tr("色の付いた欄に記入し、Excel "
                               "のままメールに添付してお送りください。1枚で1名のお申込みです。ご記入の内容は"
                               "、研修会の運営と効果の確認のために使います。"));
    sheets::add(sheet, personTable(context, participant));
    sheets::add(sheet, experienceTable(context, participant));
    sheets::add(sheet, questionTable(participant));
    sheet.locked = true;
    QStringList mark{QLatin1String(kMark), context.fileMark, QString::number(context.workshop.id)};
    if (participant && !participant->token.isEmpty())
        mark << participant->token;
    sheet.mark = mark.join(u' ');
    return sheet;
}

Result<> writeApplicationForm(Document &document, qint64 workshop, const QString &path,
                              bool withQuestionnaire, const Participant *participant)
{
    TANE_TRY(const ApplicationFormContext context, applicationFormContext(document, workshop));
    WorkbookWriter workbook;
    workbook.setTitle(titleText());
    workbook.addForm(makeApplicationForm(context, participant));
    if (withQuestionnaire) {
        TANE_TRY(const QuestionnaireFormContext asked, questionnaireFormContext(document, workshop));
        const FormPerson known = participant ? formPerson(*participant) : FormPerson();
        workbook.addForm(makeQuestionnaireForm(asked, Wave::Before, participant ? &known : nullptr));
    }
    return workbook.save(path);
}

Result<int> writeApplicationForms(Document &document, qint64 workshop, const QString &folder,
                                  const std::vector<qint64> &participants, bool withQuestionnaire)
{
    if (!QDir().mkpath(folder))
        return std::unexpected(
            Error{ErrorCode::CannotWrite,
                  application::Texts::tr("フォルダーを作れませんでした。書き込める場所か確かめてください。"),
                  QFileInfo(folder).fileName(),
                  {},
                  {},
                  {}});
    TANE_TRY(const std::vector<Participant> all, participantsOf(document, workshop));
    int written = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (std::ranges::find(participants, all[i].id) == participants.end())
            continue;
        QString number = all[i].number;
        for (QChar &c : number)
            if (c < QChar(u' ') || QStringLiteral("\\/:*?\"<>|").contains(c))
                c = u'_';
        if (number.isEmpty())
            number = QStringLiteral("%1").arg(i + 1, 3, 10, QChar(u'0'));
        const QString name = application::Texts::tr("申込書-%1.xlsx").arg(number);
        TANE_CHECK(writeApplicationForm(document, workshop, QDir(folder).filePath(name), withQuestionnaire,
                                        &all[i]));
        ++written;
    }
    return written;
}

} // namespace tane
