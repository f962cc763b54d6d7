#include "participants/answerownerscard.h"

#include "survey/surveypage.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr qint64 kNobody = 0;
constexpr qint64 kByRules = -1;

bool isWaiting(const AnswerMatch &match)
{
    return !match.certain && !match.decided;
}

} // namespace

AnswerOwnersCard::AnswerOwnersCard(Document &document, QWidget *parent)
    : Card(tr("回答の持ち主"), parent)
    , m_document(document)
{
    setObjectName(u"answerOwners"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_summary = secondaryLabel({}, this);
    m_summary->setWordWrap(true);
    m_which = new SegmentedControl(this);
    m_which->setObjectName(u"ownersWhich"_s);
    m_which->setAccessibleName(tr("一覧に出す回答"));
    m_which->setItems({tr("確認待ち"), tr("すべて")});
    row->addWidget(m_summary, 1);
    row->addWidget(m_which);
    body()->addLayout(row);
    makeTable();
    connect(m_which, &SegmentedControl::currentIndexChanged, this, &AnswerOwnersCard::applyFilter);
}

void AnswerOwnersCard::makeTable()
{
    m_model = new GridModel(this);
    std::vector<GridColumn> columns(WhyColumn + 1);
    columns[WaveColumn] = {.title = tr("回"), .text = [this](int row) { return waveName(at(row).wave); }};
    columns[NameColumn] = {.title = tr("回答に書かれた氏名"), .text = [this](int row) {
                               return at(row).name.isEmpty() ? tr("（氏名なし）") : at(row).name;
                           }};
    columns[AffiliationColumn] = {.title = tr("回答に書かれた所属"),
                                  .text = [this](int row) { return at(row).affiliation; }};
    columns[OwnerColumn] = {
        .title = tr("参加者"),
        .text = [this](int row) { return ownerText(at(row)); },
        .save = [this](int row, const QVariant &value) { return decide(row, value.toLongLong()); },
        .edited =
            [this](int row) {
                return QVariant::fromValue(isWaiting(at(row)) ? qint64(-2) : at(row).participant);
            },
        .choices = [this] { return owners(); },
        .tip = tr("Enter で、どなたの回答かを選びます")};
    columns[WhyColumn] = {.title = tr("理由"), .text = [this](int row) {
                              return at(row).decided ? tr("決めた結果") : at(row).why();
                          }};
    m_model->setColumns(std::move(columns));
    m_table = new GridView(tr("回答とその持ち主"), m_model, this);
    m_table->setObjectName(u"owners"_s);
    const double letters[] = {6, 10, 12, 16, 18};
    for (int column = 0; column <= WhyColumn; ++column)
        m_table->setLetters(column, letters[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    body()->addWidget(m_table, 1);
    connect(m_model, &GridModel::failed, this, &AnswerOwnersCard::failed);
    connect(m_model, &GridModel::saved, this, &AnswerOwnersCard::succeeded);
}

Result<> AnswerOwnersCard::load(qint64 workshop, bool writable)
{
    TANE_TRY(m_matches, answerMatches(m_document, workshop));
    TANE_TRY(m_people, participantsOf(m_document, workshop));
    std::vector<qint64> ids;
    for (const AnswerMatch &each : m_matches)
        ids.push_back(each.response);
    m_model->setEditable(writable);
    m_model->setRows(std::move(ids));
    const int wait = waiting();
    m_summary->setText(
        m_matches.empty() ? tr("回答がまだありません。")
        : wait > 0
            ? tr("確認待ち %1件（全%2件）。参加者の欄で Enter を押して、どなたの回答かを選んでください。")
                  .arg(wait)
                  .arg(m_matches.size())
            : tr("全%1件の持ち主が決まっています。あとから変えることもできます。").arg(m_matches.size()));
    applyFilter();
    return {};
}

int AnswerOwnersCard::waiting() const
{
    return static_cast<int>(std::ranges::count_if(m_matches, isWaiting));
}

void AnswerOwnersCard::applyFilter()
{
    m_table->filter()->setCondition(
        [this](int row) { return m_which->currentIndex() == 1 || isWaiting(at(row)); });
    if (!m_table->currentIndex().isValid() && m_table->filter()->rowCount() > 0)
        m_table->selectRow(0);
}

QString AnswerOwnersCard::ownerText(const AnswerMatch &match) const
{
    const auto name = [this](qint64 id) {
        const auto found = std::ranges::find(m_people, id, &Participant::id);
        return found == m_people.end() ? QString() : found->name;
    };
    if (!isWaiting(match))
        return match.participant == 0 ? tr("どなたでもない") : name(match.participant);
    QStringList perhaps;
    for (const qint64 id : match.candidates)
        perhaps << name(id);
    return perhaps.isEmpty() ? tr("（当たる方がいません）") : tr("%1？").arg(perhaps.join(u"、"_s));
}

/// Those the rules propose for the current answer first, then everybody.
GridColumn::Choices AnswerOwnersCard::owners() const
{
    GridColumn::Choices choices;
    const auto add = [&](const Participant &one, const QString &mark) {
        QStringList parts{one.name, one.affiliation, one.number};
        parts.removeAll(QString());
        choices.emplace_back(QString(mark + parts.join(u"　"_s)), QVariant::fromValue(one.id));
    };
    const int row = m_model->rowOf(m_table->currentId());
    std::vector<qint64> first;
    if (row >= 0)
        first = at(row).candidates;
    for (const qint64 id : first)
        if (const auto found = std::ranges::find(m_people, id, &Participant::id); found != m_people.end())
            add(*found, tr("候補　"));
    choices.emplace_back(tr("どなたでもない"), QVariant::fromValue(kNobody));
    if (row >= 0 && at(row).decided)
        choices.emplace_back(tr("決めるのをやめて、規則に任せる"), QVariant::fromValue(kByRules));
    for (const Participant &one : m_people)
        if (std::ranges::count(first, one.id) == 0)
            add(one, {});
    return choices;
}

Result<> AnswerOwnersCard::decide(int row, qint64 owner)
{
    const std::vector<qint64> responses{at(row).response};
    if (owner == kByRules)
        return undecideAnswers(m_document, responses);
    return decideAnswers(m_document, responses, owner, tr("回答の持ち主の決定"));
}

} // namespace tane
