#include "people/personfields.h"

#include "parts/wordchips.h"
#include "shell/page.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// Makes a person's ordered words (roles, qualifications) these; one undo step.
template<class Word>
Result<> saveWords(Document &document, qint64 person, const QStringList &words, const QString &label)
{
    return document.perform(label, [&](Database &) -> Result<> {
        RecordTable<Word> table(document);
        TANE_TRY(const std::vector<Word> stored, table.all(u"person"_s, person));
        for (const Word &word : stored) {
            if (!words.contains(word.name))
                TANE_CHECK(table.remove(word.id, label));
        }
        for (const QString &word : words) {
            if (std::ranges::find(stored, word, &Word::name) == stored.end())
                TANE_CHECK(table.add({0, person, word}, label));
        }
        return {};
    });
}

} // namespace

PersonFields::PersonFields(PageContext &context, std::function<void(const Result<> &)> report,
                           QWidget *parent)
    : Card(tr("基本"), parent)
    , m_context(context)
    , m_form(context.document, tr("人材"), report)
{
    setObjectName(u"personFields"_s);
    auto *grid = new FieldGrid(104);
    body()->addLayout(grid);
    m_name = m_form.line(this, tr("氏名"), &Person::name, true);
    m_name->setObjectName(u"name"_s);
    SavedLine *kana = m_form.line(this, tr("ふりがな"), &Person::kana);
    kana->setObjectName(u"kana"_s);
    kana->setPlaceholder(tr("ふりがな（並び順に使います）"));
    grid->addField(tr("氏名"), {m_name, kana});
    m_roles = new WordChips(
        tr("立場"),
        [this](const QStringList &words) {
            return saveWords<PersonRole>(m_context.document, m_form.id(), words, tr("立場の変更"));
        },
        report, this);
    m_roles->setObjectName(u"roles"_s);
    grid->addField(tr("立場"), {m_roles});
    m_qualifications = new WordChips(
        tr("資格"),
        [this](const QStringList &words) {
            return saveWords<PersonQualification>(m_context.document, m_form.id(), words, tr("資格の変更"));
        },
        report, this);
    m_qualifications->setObjectName(u"qualifications"_s);
    grid->addField(tr("資格"), {m_qualifications});
    grid->addField(tr("勤務"), {m_form.choice(this, tr("常勤・非常勤"), &Person::employment,
                                              {tr("不明"), tr("常勤"), tr("非常勤")})});
    grid->addField(QString(), {m_form.choice(this, tr("専従・兼務"), &Person::duty,
                                             {tr("不明"), tr("専従"), tr("兼務")})});
    DateField *since = m_form.date(this, tr("携わり始めた日"), &Person::since);
    since->setObjectName(u"since"_s);
    grid->addField(tr("携わり始めた日"), {since});
    m_experience = secondaryLabel({}, this);
    grid->addWidget(m_experience, grid->rowCount(), 1);
    SavedLine *email = m_form.line(this, tr("メール"), &Person::email);
    email->setObjectName(u"email"_s);
    grid->addField(tr("メール"), {email});
    grid->addField(tr("電話"), {m_form.line(this, tr("電話"), &Person::phone)});
    DateField *left = m_form.date(this, tr("この仕事を離れた日"), &Person::leftOn);
    left->setObjectName(u"leftOn"_s);
    left->setPlaceholder(tr("離れた方だけ。ボードや一覧から外れます"));
    grid->addField(tr("離れた日"), {left});
    grid->addField(tr("メモ"), {m_form.text(this, tr("メモ"), &Person::note, 2)});
}

void PersonFields::show(const PersonRecord &person, bool writable)
{
    m_form.show(person.person, writable);
    const auto roles = vocabulary(m_context.document, Vocabulary::Role);
    const auto qualifications = vocabulary(m_context.document, Vocabulary::Qualification);
    m_roles->setWords(person.roles);
    m_qualifications->setWords(person.qualifications);
    m_roles->setSuggestions(roles ? *roles : builtInVocabulary(Vocabulary::Role));
    m_qualifications->setSuggestions(qualifications ? *qualifications
                                                    : builtInVocabulary(Vocabulary::Qualification));
    m_roles->setReadOnly(!writable);
    m_qualifications->setReadOnly(!writable);
    const auto months = experienceMonths(person.person, QDate::currentDate());
    m_experience->setVisible(months.has_value());
    if (months)
        m_experience->setText(
            tr("経験 %1年%2か月（%3）").arg(*months / 12).arg(*months % 12).arg(experienceBandOf(*months)));
}

} // namespace tane
