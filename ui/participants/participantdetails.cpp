#include "participants/participantdetails.h"

#include "participants/applicantfield.h"
#include "participants/participantedit.h"
#include "parts/recordpicker.h"
#include "parts/wordchips.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kLabelWidth = 72;

/// "江口 結　東部センター", as the picker lists somebody.
QString personLine(const Registry &registry, const PersonRecord &record)
{
    const QString workplace = registry.workplace(record, QDate::currentDate());
    return workplace.isEmpty() ? record.person.name : QString(record.person.name + u'　' + workplace);
}

template<class T>
QStringList namesOf(const std::vector<T> &records)
{
    QStringList names;
    for (const T &record : records)
        names << record.name;
    return names;
}

} // namespace

ParticipantDetails::ParticipantDetails(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_form(document, tr("参加者"), [this](const Result<> &result) { report(result); })
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_prompt = secondaryLabel({}, this);
    setParagraph(m_prompt, tr("一覧で方を選ぶと、ここで内容を直せます。"));
    m_fields = new QWidget(this);
    auto *inner = new QVBoxLayout(m_fields);
    inner->setContentsMargins(0, 0, metrics::xs, 0);
    inner->setSpacing(metrics::m);
    makeTakingPart();
    makeWho();
    makeWhere();
    makeExperience();
    makeRegister();
    inner->addStretch(1);
    column->addWidget(m_prompt);
    column->addWidget(m_fields, 1);
    column->addStretch(0);
}

QVBoxLayout *ParticipantDetails::section(const QString &title)
{
    auto *column = static_cast<QVBoxLayout *>(m_fields->layout());
    auto *label = new QLabel(title, m_fields);
    label->setFont(scaledFont(label, type::body, true));
    column->addWidget(label);
    return column;
}

void ParticipantDetails::makeTakingPart()
{
    auto *grid = new FieldGrid(kLabelWidth);
    static_cast<QVBoxLayout *>(m_fields->layout())->addLayout(grid);
    m_name = m_form.line(m_fields, tr("氏名"), &Participant::name, true);
    m_name->setObjectName(u"participantName"_s);
    grid->addField(tr("氏名"), {m_name});
    SavedLine *kana = m_form.line(m_fields, tr("ふりがな"), &Participant::kana);
    kana->setObjectName(u"participantKana"_s);
    m_kana = kana;
    grid->addField(tr("ふりがな"), {kana});
    auto *number = m_form.line(m_fields, tr("受付番号"), &Participant::number);
    number->setObjectName(u"participantNumber"_s);
    grid->addField(tr("受付番号"), {number});
    const auto states = [] {
        std::vector<std::pair<QString, Participant::State>> all;
        for (int i = 0; i <= static_cast<int>(Participant::State::Cancelled); ++i)
            all.emplace_back(participantStateText(static_cast<Participant::State>(i)),
                             static_cast<Participant::State>(i));
        return all;
    };
    auto *state = m_form.box<Participant::State>(m_fields, tr("状態"), &Participant::state, states);
    state->setObjectName(u"participantStateBox"_s);
    grid->addField(tr("状態"), {state});
    const auto parts = [] {
        std::vector<std::pair<QString, Participant::Part>> all;
        for (int i = 0; i <= static_cast<int>(Participant::Part::Audience); ++i)
            all.emplace_back(partText(static_cast<Participant::Part>(i)), static_cast<Participant::Part>(i));
        return all;
    };
    auto *part = m_form.box<Participant::Part>(m_fields, tr("参加区分"), &Participant::part, parts);
    part->setObjectName(u"participantPartBox"_s);
    grid->addField(tr("参加区分"), {part});
    grid->addField(tr("参加方法"), {m_form.choice(m_fields, tr("参加方法"), &Participant::online,
                                                  {tr("会場"), tr("オンライン")})});
    const auto attendances = [] {
        std::vector<std::pair<QString, Participant::Attendance>> all{
            {tr("未確認"), Participant::Attendance::Open}};
        for (int i = 1; i <= static_cast<int>(Participant::Attendance::Absent); ++i)
            all.emplace_back(attendanceText(static_cast<Participant::Attendance>(i)),
                             static_cast<Participant::Attendance>(i));
        return all;
    };
    auto *attendance = m_form.box<Participant::Attendance>(m_fields, tr("当日の出欠"),
                                                           &Participant::attendance, attendances);
    attendance->setObjectName(u"participantAttendance"_s);
    grid->addField(tr("当日の出欠"), {attendance});
    auto *applied = m_form.date(m_fields, tr("申込日"), &Participant::appliedOn);
    applied->setEarliest(QDate::currentDate().addYears(-1).addDays(1));
    grid->addField(tr("申込日"), {applied});
    auto *note = m_form.text(m_fields, tr("メモ"), &Participant::note, 2);
    note->setObjectName(u"participantNote"_s);
    grid->addField(tr("メモ"), {note});
}

void ParticipantDetails::makeWho()
{
    auto *grid = new FieldGrid(kLabelWidth);
    section(tr("連絡先"))->addLayout(grid);
    grid->addField(tr("メール"), {m_form.line(m_fields, tr("メール"), &Participant::email)});
    grid->addField(tr("電話"), {m_form.line(m_fields, tr("電話"), &Participant::phone)});
}

SavedLine *ParticipantDetails::worded(FieldGrid *grid, const QString &name, QString Participant::*member,
                                      std::function<QStringList()> words)
{
    SavedLine *field = m_form.line(m_fields, name, member);
    auto *model = new QStringListModel(this);
    auto *completer = new QCompleter(model, field);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    field->edit()->setCompleter(completer);
    m_words.push_back({model, std::move(words)});
    grid->addField(name, {field});
    return field;
}

void ParticipantDetails::makeWhere()
{
    auto *grid = new FieldGrid(kLabelWidth);
    section(tr("所属"))->addLayout(grid);
    const auto listed = [this](Vocabulary list) {
        return [this, list] {
            const auto words = vocabulary(m_document, list);
            return words ? *words : builtInVocabulary(list);
        };
    };
    worded(grid, tr("立場"), &Participant::role, listed(Vocabulary::Role))
        ->setObjectName(u"participantRoleLine"_s);
    grid->addField(tr("所属"), {m_form.line(m_fields, tr("所属"), &Participant::affiliation)});
    worded(grid, tr("所属種別"), &Participant::affiliationType, listed(Vocabulary::Organisation));
    grid->addField(tr("役職"), {m_form.line(m_fields, tr("役職"), &Participant::title)});
    worded(grid, tr("センター"), &Participant::centre, [this] { return namesOf(m_registry->centres); });
    worded(grid, tr("市町村"), &Participant::municipality,
           [this] { return namesOf(m_registry->municipalities); });
    worded(grid, tr("圏域"), &Participant::area, [this] { return namesOf(m_registry->areas); });
    worded(grid, tr("都道府県"), &Participant::prefecture, [] { return prefectureNames(); });
}

Result<> ParticipantDetails::storeText(int field, const QString &text, const QString &label)
{
    RecordTable<Participant> table(m_document);
    TANE_TRY(Participant record, table.load(m_form.id()));
    TANE_TRY(const ApplicantWords words, applicantWords(m_document));
    if (!setApplicantField(record, static_cast<ApplicantField>(field), text, words, QDate::currentDate()))
        return fail(ErrorCode::BadFormat, tr("「%1」は読み取れません。").arg(text));
    return table.update(record, label);
}

void ParticipantDetails::makeExperience()
{
    auto *grid = new FieldGrid(kLabelWidth);
    section(tr("経験と資格"))->addLayout(grid);
    auto *experience = new SavedLine(
        tr("経験"),
        [this](const QString &text) {
            return storeText(static_cast<int>(ApplicantField::Experience), text, tr("参加者の経験の変更"));
        },
        m_fields);
    experience->setObjectName(u"participantExperience"_s);
    experience->setPlaceholder(tr("例：2年6か月"));
    m_form.own(experience, [experience](const Participant &one) { experience->setValue(one.experience); });
    grid->addField(tr("経験"), {experience});
    m_band = secondaryLabel({}, m_fields);
    grid->addWidget(m_band, grid->rowCount(), 1);
    m_qualifications = new WordChips(
        tr("資格"),
        [this](const QStringList &words) {
            return saveField<Participant>(m_document, m_form.id(), &Participant::qualifications,
                                          words.join(u'、'), tr("参加者の資格の変更"));
        },
        [this](const Result<> &result) { report(result); }, m_fields);
    m_qualifications->setObjectName(u"participantQualifications"_s);
    grid->addField(tr("資格"), {m_qualifications});
    grid->addField(tr("知りたいこと・質問"),
                   {m_form.text(m_fields, tr("知りたいこと・質問"), &Participant::question, 2)});
}

void ParticipantDetails::makeRegister()
{
    QVBoxLayout *column = section(tr("人材の名簿"));
    m_linked = new QLabel(m_fields);
    m_linked->setWordWrap(true);
    column->addWidget(m_linked);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    const auto button = [&](const QString &text, const QString &name) {
        auto *made = new QPushButton(text, m_fields);
        made->setObjectName(name);
        row->addWidget(made);
        return made;
    };
    m_open = button(tr("人材の記録を開く"), u"openPerson"_s);
    m_unlink = button(tr("結びつけを外す"), u"unlinkPerson"_s);
    m_addToRegister = button(tr("名簿に加える"), u"addToRegister"_s);
    row->addStretch(1);
    m_picker = new RecordPicker(tr("名簿の方を選ぶ"), tr("名簿の方を氏名・かなで探す"), m_fields);
    m_picker->setObjectName(u"personPicker"_s);
    column->addWidget(m_picker);
    column->addLayout(row);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT personRequested(m_person); });
    connect(m_unlink, &QPushButton::clicked, this, [this] { linkTo(0); });
    connect(m_picker, &RecordPicker::picked, this, &ParticipantDetails::linkTo);
    connect(m_addToRegister, &QPushButton::clicked, this, [this] {
        const auto added = addParticipantsToRegisters(m_document, m_workshop, {m_form.id()});
        report(added ? Result<>() : Result<>(std::unexpected(added.error())));
    });
}

void ParticipantDetails::linkTo(qint64 person)
{
    report(saveField<Participant>(m_document, m_form.id(), &Participant::person, person,
                                  person == 0 ? tr("名簿との結びつけの解除") : tr("名簿との結びつけ")));
}

void ParticipantDetails::setParticipant(const Registry &registry, const Participant *participant,
                                        QDate heldOn, bool writable)
{
    m_registry = &registry;
    m_heldOn = heldOn;
    m_prompt->setVisible(participant == nullptr);
    m_fields->setVisible(participant != nullptr);
    if (participant == nullptr)
        return m_form.leave();
    const Participant shown = *participant; // saving what was typed reads them anew
    for (const Words &each : m_words)
        each.model->setStringList(each.words());
    m_form.show(shown, writable);
    m_workshop = shown.workshop;
    QStringList words = shown.qualifications.split(u'、', Qt::SkipEmptyParts);
    m_qualifications->setWords(words);
    const auto known = vocabulary(m_document, Vocabulary::Qualification);
    m_qualifications->setSuggestions(known ? *known : builtInVocabulary(Vocabulary::Qualification));
    m_qualifications->setReadOnly(!writable);
    const QString band = experienceBandAt(shown, heldOn);
    m_band->setText(band.isEmpty() ? QString() : tr("研修会の日には %1").arg(band));
    m_band->setVisible(!band.isEmpty());
    showRegister(shown, writable);
}

void ParticipantDetails::showRegister(const Participant &participant, bool writable)
{
    m_person = participant.person;
    const PersonRecord *record = m_registry->person(m_person);
    m_linked->setText(record != nullptr ? tr("%1 の方です。").arg(personLine(*m_registry, *record))
                                        : tr("名簿のどなたかは、まだ決まっていません。"));
    m_open->setVisible(record != nullptr);
    m_unlink->setVisible(record != nullptr);
    m_unlink->setEnabled(writable);
    m_addToRegister->setVisible(record == nullptr);
    m_addToRegister->setEnabled(writable);
    m_picker->setVisible(record == nullptr && !m_registry->people.empty());
    m_picker->setEnabled(writable);
    if (record != nullptr)
        return;
    std::vector<RecordPicker::Item> items;
    for (const PersonRecord &each : m_registry->people)
        items.push_back({each.person.id, personLine(*m_registry, each), each.person.kana});
    m_picker->setItems(items);
}

void ParticipantDetails::focusName()
{
    m_name->edit()->setFocus();
    m_name->edit()->selectAll();
}

void ParticipantDetails::focusKana()
{
    m_kana->edit()->setFocus();
}

void ParticipantDetails::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
