#include "applicantfile.h"

#include "exchange/csvwriter.h"
#include "exchange/formworkbook.h"
#include "participants/participantedit.h"
#include "survey/surveyrepository.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using storagetest::succeeds;
using storagetest::valueOf;

namespace applicantfile {

Held::Held(std::optional<int> capacity, bool withQuestionnaire)
    : document(valueOf(Document::create(folder(u"a.tane"_s))))
{
    WorkshopRepository workshops(*document);
    succeeds(workshops.setPrefecture(u"架空県"_s));
    Workshop held;
    held.title = u"コーディネーター研修会"_s;
    held.heldOn = QDate(2026, 11, 19);
    held.capacity = capacity;
    if (withQuestionnaire)
        held.questionnaire =
            valueOf(SurveyRepository(*document).addQuestionnaire(valueOf(loadQuestionnaire(u"trial1"_s))));
    workshop = valueOf(workshops.save(held));
}

std::vector<Participant> Held::participants() const
{
    return valueOf(participantsOf(*document, workshop));
}

Participant Held::named(const QString &name) const
{
    for (const Participant &one : participants())
        if (one.name == name)
            return one;
    FAIL("nobody is called " << name.toStdString());
    return {};
}

qint64 Held::add(const Participant &participant) const
{
    Participant added = participant;
    added.workshop = workshop;
    return valueOf(addParticipant(*document, added, u"追加"_s));
}

ApplicantImport Held::read(const QString &name, const ApplicantColumns &columns) const
{
    return valueOf(readApplicants(*document, workshop, folder(name), QDate(2026, 10, 1), columns));
}

int Held::take(const QString &name) const
{
    return valueOf(storeApplicants(*document, read(name)));
}

ApplicationFormContext Held::context() const
{
    return valueOf(applicationFormContext(*document, workshop));
}

void Held::returnForm(const QString &name, const QMap<QString, QString> &answers,
                      const Participant *sentTo) const
{
    FormSheet sheet = makeApplicationForm(context(), sentTo);
    fillIn(sheet, answers);
    QDir().mkpath(QFileInfo(folder(name)).path());
    succeeds(writeFormXlsx(folder(name), sheet));
}

void Held::csv(const QString &name, const std::vector<QStringList> &rows) const
{
    QByteArray text;
    for (const QStringList &row : rows)
        text += row.join(u',').toUtf8() + "\r\n";
    folder.write(name, text);
}

std::vector<qint64> Held::answer(Wave wave, const std::vector<QMap<Field, QString>> &people) const
{
    SurveyRepository survey(*document);
    const Questionnaire questionnaire = valueOf(loadQuestionnaire(u"trial1"_s));
    const qint64 id = valueOf(survey.addQuestionnaire(questionnaire));
    ReadAnswers read;
    read.sheet = AnswerSheet(static_cast<int>(questionnaire.items().size()));
    read.sheet.wave = wave;
    const int source = read.sheet.addSource(u"a.csv"_s);
    for (const auto &fields : people) {
        const int row = read.sheet.addPerson(0, source, read.sheet.size() + 2);
        for (auto it = fields.cbegin(); it != fields.cend(); ++it)
            read.sheet.setField(row, it.key(), read.sheet.store(it.value()));
        read.sheet.setMark(row, 0, 0);
    }
    const qint64 batch = valueOf(survey.importAnswers(workshop, id, read, u"a.csv"_s));
    Statement query = valueOf(
        document->database().prepare(u"SELECT id FROM response WHERE import_batch = ? ORDER BY id"_s));
    succeeds(query.bind(batch).run());
    std::vector<qint64> ids;
    while (query.next())
        ids.push_back(query.integer(0));
    return ids;
}

QMap<QString, QString> somebody(const QString &name, const QString &affiliation, const QString &email,
                                const QString &kana)
{
    QMap<QString, QString> answers{
        {u"氏名"_s, name}, {u"立場"_s, u"コーディネーター"_s}, {u"所属（勤務先）"_s, affiliation}};
    if (!email.isEmpty())
        answers.insert(u"メールアドレス"_s, email);
    if (!kana.isEmpty())
        answers.insert(u"ふりがな"_s, kana);
    return answers;
}

void fillIn(FormSheet &sheet, const QMap<QString, QString> &answers)
{
    QStringList used;
    for (FormSheet::Part &part : sheet.parts) {
        if (!part.table)
            continue;
        for (auto &row : part.table->rows)
            for (std::size_t i = 0; i + 1 < row.size(); ++i) {
                const QString label = row[i].text;
                if (!row[i + 1].input || !answers.contains(label) || used.contains(label))
                    continue;
                row[i + 1].text = answers.value(label);
                used << label;
                // 年 and か月: "3/6"
                if (label == u"事業に携わってからの期間"_s) {
                    row[i + 1].text = answers.value(label).section(u'/', 0, 0);
                    row[i + 3].text = answers.value(label).section(u'/', 1, 1);
                }
            }
    }
    INFO(QStringList(answers.keys()).join(u' ').toStdString() << " | " << used.join(u' ').toStdString());
    REQUIRE(used.size() == answers.size());
}

Participant person(const QString &name, Participant::State state, const QString &role)
{
    Participant one;
    one.name = name;
    one.state = state;
    one.role = role;
    return one;
}

QString problemsOf(const std::vector<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines << problem.toString();
    return lines.join(u'\n');
}

} // namespace applicantfile
