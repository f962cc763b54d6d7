#include "people/answerreview.h"

#include "parts/recordpicker.h"
#include "people/peopletext.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr std::size_t kMostRows = 60; ///< the next ones come up as these are decided

} // namespace

AnswerReview::AnswerReview(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    auto *back = new QPushButton(tr("‹ 戻る"), this);
    back->setObjectName(u"closeReview"_s);
    makePlain(back);
    setFocusProxy(back);
    column->addWidget(back, 0, Qt::AlignLeft);
    connect(back, &QPushButton::clicked, this, &AnswerReview::closed);

    auto *certain = makeCard(tr("回答と名簿の結びつけ"));
    certain->setAccented(true);
    auto *line = new QHBoxLayout;
    m_summary = new QLabel(certain);
    m_joinAll = new QPushButton(certain);
    m_joinAll->setObjectName(u"joinCertain"_s);
    makePrimary(m_joinAll);
    line->addWidget(m_summary, 1);
    line->addWidget(m_joinAll);
    certain->body()->addLayout(line);
    connect(m_joinAll, &QPushButton::clicked, this, [this] {
        std::vector<ResponseMatch> links;
        for (const Answer &answer : m_certain)
            links.push_back(answer.match);
        join(links, tr("%1件の回答を名簿と結びつけました。").arg(links.size()));
    });

    m_proposedCard = makeCard(tr("確かめていただくもの"));
    m_proposedRows = new QVBoxLayout;
    m_proposedCard->body()->addLayout(m_proposedRows);
    m_unknownCard = makeCard(tr("名簿に見当たらない方"));
    m_addAll = new QPushButton(m_unknownCard);
    m_addAll->setObjectName(u"addAll"_s);
    m_unknownCard->body()->addWidget(m_addAll, 0, Qt::AlignLeft);
    m_unknownRows = new QVBoxLayout;
    m_unknownCard->body()->addLayout(m_unknownRows);
    connect(m_addAll, &QPushButton::clicked, this, [this] { add(std::vector<Answer>(m_unknown)); });
}

Card *AnswerReview::makeCard(const QString &name)
{
    auto *card = new Card(name, this);
    static_cast<QVBoxLayout *>(layout())->addWidget(card);
    return card;
}

Result<> AnswerReview::show(const Registry &registry)
{
    m_registry = &registry;
    m_certain.clear();
    m_proposed.clear();
    m_unknown.clear();
    TANE_TRY(const std::vector<UnassignedAnswers> workshops, unassignedAnswers(m_context.document));
    for (const UnassignedAnswers &workshop : workshops) {
        TANE_TRY(const std::vector<AnswerAuthor> authors,
                 authorsWithoutPerson(m_context.document, workshop.workshop));
        TANE_TRY(const std::vector<ResponseMatch> matches,
                 matchResponses(m_context.document, registry, workshop.workshop));
        for (const AnswerAuthor &author : authors) {
            const auto found = std::ranges::find(matches, author.response, &ResponseMatch::response);
            Answer answer{author,
                          found == matches.end() ? ResponseMatch{author.response, 0, false, {}} : *found,
                          workshop.workshop};
            auto &list = answer.match.person == 0 ? m_unknown : answer.match.certain ? m_certain : m_proposed;
            list.push_back(std::move(answer));
        }
    }
    m_open = static_cast<int>(m_certain.size() + m_proposed.size() + m_unknown.size());
    const bool writable = !m_context.document.isReadOnly();
    setParagraph(m_summary,
                 m_open == 0 ? tr("すべての回答が名簿と結びついています。")
                 : m_certain.empty()
                     ? tr("結びついていない回答が %1件あります。下で一件ずつお決めください。").arg(m_open)
                     : tr("結びついていない %1件のうち %2件は、メールアドレス、または氏名と"
                          "所属が名簿と一致しています。")
                           .arg(m_open)
                           .arg(m_certain.size()));
    m_joinAll->setText(tr("%1件をまとめて結びつける").arg(m_certain.size()));
    m_joinAll->setVisible(!m_certain.empty());
    m_joinAll->setEnabled(writable);
    m_addAll->setText(tr("%1件を新しい方として加える").arg(m_unknown.size()));
    m_addAll->setEnabled(writable);
    clearRows();
    for (std::size_t i = 0; i < std::min(m_proposed.size(), kMostRows); ++i)
        addRow(m_proposedRows, m_proposed[i]);
    for (std::size_t i = 0; i < std::min(m_unknown.size(), kMostRows); ++i)
        addRow(m_unknownRows, m_unknown[i]);
    m_proposedCard->setSubtitle(tr("%1件").arg(m_proposed.size()));
    m_unknownCard->setSubtitle(tr("%1件").arg(m_unknown.size()));
    m_proposedCard->setVisible(!m_proposed.empty());
    m_unknownCard->setVisible(!m_unknown.empty());
    return {};
}

void AnswerReview::clearRows()
{
    for (QVBoxLayout *rows : {m_proposedRows, m_unknownRows}) {
        while (QLayoutItem *item = rows->takeAt(0)) {
            if (QWidget *row = item->widget()) {
                row->hide();
                row->deleteLater();
            }
            delete item;
        }
    }
}

QString AnswerReview::whoWrote(const AnswerAuthor &author) const
{
    QStringList parts{author.name, author.affiliation, author.municipality};
    parts.removeAll(QString());
    return tr("%1（%2）").arg(parts.join(u"・"_s), author.wave);
}

void AnswerReview::addRow(QVBoxLayout *rows, const Answer &answer)
{
    auto *row = new QWidget(this);
    row->setObjectName(u"answer%1"_s.arg(answer.author.response));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, metrics::xs, 0, metrics::xs);
    line->setSpacing(metrics::s);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *who = new QLabel(row);
    setParagraph(who, whoWrote(answer.author));
    texts->addWidget(who);
    const PersonRecord *person = m_registry->person(answer.match.person);
    if (person) {
        QLabel *why = secondaryLabel({}, row);
        const QString named =
            tr("名簿：%1（%2）")
                .arg(personName(*person), placeText(*m_registry, *person, QDate::currentDate()));
        setParagraph(why, answer.match.why.isEmpty() ? named : named + u"　"_s + answer.match.why);
        texts->addWidget(why);
    }
    line->addLayout(texts, 1);
    const bool writable = !m_context.document.isReadOnly();
    const auto button = [&](const QString &text, const QString &name, auto action) {
        auto *made = new QPushButton(text, row);
        made->setObjectName(name);
        made->setAccessibleName(tr("%1：%2").arg(text, whoWrote(answer.author)));
        made->setEnabled(writable);
        line->addWidget(made, 0, Qt::AlignTop);
        connect(made, &QPushButton::clicked, this, action);
    };
    if (person)
        button(tr("この方です"), u"same"_s,
               [this, match = answer.match] { join({match}, tr("回答を名簿と結びつけました。")); });
    button(person ? tr("別の方…") : tr("名簿から選ぶ…"), u"choose"_s,
           [this, row, response = answer.author.response] { choosePerson(row, response); });
    button(tr("新しく加える"), u"add"_s, [this, answer] { add({answer}); });
    rows->addWidget(row);
}

void AnswerReview::choosePerson(QWidget *row, qint64 response)
{
    if (auto *known = row->findChild<RecordPicker *>())
        return known->setFocus();
    auto *picker = new RecordPicker(tr("名簿から選ぶ"), tr("氏名の一部やふりがな"), row);
    picker->setObjectName(u"who"_s);
    picker->setMinimumWidth(220);
    std::vector<RecordPicker::Item> items;
    for (const PersonRecord &person : m_registry->people)
        items.push_back(
            {person.person.id,
             tr("%1　%2").arg(personName(person), placeText(*m_registry, person, QDate::currentDate())),
             person.person.kana});
    picker->setItems(items);
    static_cast<QHBoxLayout *>(row->layout())->insertWidget(1, picker, 0, Qt::AlignTop);
    picker->setFocus();
    connect(picker, &RecordPicker::picked, this, [this, response](qint64 person) {
        join({{response, person, true, {}}}, tr("回答を名簿と結びつけました。"));
    });
}

void AnswerReview::join(const std::vector<ResponseMatch> &links, const QString &done)
{
    finish(setResponsePeople(m_context.document, links, tr("回答と名簿の結びつけ")), done);
}

/// Answers of several workshops are one step, too.
void AnswerReview::add(const std::vector<Answer> &answers)
{
    int added = 0;
    const Result<> result =
        m_context.document.perform(tr("回答した方を名簿に加える"), [&](Database &) -> Result<> {
            std::vector<qint64> workshops;
            for (const Answer &answer : answers) {
                if (std::ranges::find(workshops, answer.workshop) == workshops.end())
                    workshops.push_back(answer.workshop);
            }
            for (const qint64 workshop : workshops) {
                std::vector<qint64> responses;
                for (const Answer &answer : answers) {
                    if (answer.workshop == workshop)
                        responses.push_back(answer.author.response);
                }
                TANE_TRY(const int people, addPeopleOf(m_context.document, workshop, responses));
                added += people;
            }
            return {};
        });
    finish(result, tr("%1名を名簿に加えました。").arg(added));
}

// The page follows the document by itself and shows what is left.
void AnswerReview::finish(const Result<> &result, const QString &done)
{
    if (!result)
        return Q_EMIT notice({Notice::Kind::Error, result.error().toString()});
    Q_EMIT notice({Notice::Kind::Info, done + tr("「元に戻す」で戻せます。")});
    if (m_open == 0)
        Q_EMIT closed();
}

} // namespace tane
