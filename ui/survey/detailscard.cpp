#include "survey/detailscard.h"

#include "shell/settings.h"
#include "survey/changedetails.h"
#include "survey/factrows.h"
#include "survey/figuretext.h"
#include "survey/disclosureparts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

DetailsCard::DetailsCard(Settings &settings, QWidget *parent)
    : Card(tr("詳しい統計"), parent)
    , m_settings(settings)
{
    setObjectName(u"detailsCard"_s);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("達したとみなす選択肢"), this);
    m_wanted = new QComboBox(this);
    m_wanted->setObjectName(u"wanted"_s);
    m_wanted->setAccessibleName(label->text());
    label->setBuddy(m_wanted);
    row->addWidget(label);
    row->addWidget(m_wanted);
    row->addStretch(1);
    m_facts = new FactRows(this);
    m_note = secondaryLabel({}, this);
    body()->addLayout(row);
    body()->addWidget(m_facts);
    body()->addWidget(m_note);
    connect(m_wanted, &QComboBox::activated, this, [this](int option) {
        if (!m_state || m_item < 0)
            return;
        const Item &item = *m_state->questionnaire.items()[static_cast<std::size_t>(m_item)].item;
        m_settings.setChoice(u"wanted"_s, item.code, QString::number(option));
        show(*m_state, m_item, m_group);
        Q_EMIT wantedChanged();
    });
}

int DetailsCard::wantedOf(const Settings &settings, const Item &item)
{
    const int options = static_cast<int>(item.options.size());
    const int usual = wantedOption(options);
    bool isNumber = false;
    const int chosen = settings.choice(u"wanted"_s, item.code, QString::number(usual)).toInt(&isNumber);
    return isNumber && chosen >= 0 && chosen < options - 1 ? chosen : usual;
}

void DetailsCard::fillChoice(const Item &item)
{
    const QSignalBlocker quiet(m_wanted);
    m_wanted->clear();
    for (std::size_t i = 0; i + 1 < item.options.size(); ++i) { // everybody reaches the last one
        const Option &option = item.options[i];
        const QString name = option.shortText.isEmpty() ? option.text : option.shortText;
        m_wanted->addItem(i == 0 ? tr("%1「%2」だけ").arg(option.code, name)
                                 : tr("%1「%2」まで").arg(option.code, name));
    }
    m_wanted->setCurrentIndex(wantedOf(m_settings, item));
}

void DetailsCard::show(const SurveyState &state, int item, const QString &group)
{
    m_state = &state;
    m_item = item;
    m_group = group;
    m_facts->clear();
    const ChangeRow *row = item < 0 ? nullptr : state.analysis.row(item, group);
    const TransitionTable *table = item < 0 ? nullptr : state.analysis.transition(item, group);
    if (!row || !table)
        return;
    const Item &asked = *state.questionnaire.items()[static_cast<std::size_t>(item)].item;
    setSubtitle(tr("%1 %2・%3").arg(asked.code, asked.label(), groupLabel(group)));
    fillChoice(asked);
    const Disclosure shown = disclosureOf(group, row->n(), false);
    if (row->statistics && shown == Disclosure::Full)
        addTests(*row, *table);
    if (row->n() > 0)
        addReached(*row, *table, asked);
    const QString left = dropOutSentence(state.analysis, *table);
    if (!left.isEmpty())
        m_facts->add(tr("研修前だけ答えた方"), tr("%1名").arg(row->unpairedBefore), left);
    setParagraph(m_note, row->n() == 0 ? tr("研修前と研修後の両方に回答した方がいません。") : disclosureNote(shown));
    m_note->setVisible(row->n() == 0 || shown != Disclosure::Full);
}

void DetailsCard::addTests(const ChangeRow &row, const TransitionTable &table)
{
    const ChangeStatistics &s = *row.statistics;
    const SignedRanks ranks = changeDetails(table).ranks;
    m_facts->add(tr("up と down の差"),
                 tr("%1（%2～%3）").arg(points(s.net), points(s.netLow), points(s.netHigh)),
                 tr("（up − down）÷ 対。かっこ内は95%区間（Tango 1998 のスコア法）で、0 "
                    "をまたぐときは、増えたとも減ったとも言えません。"));
    m_facts->add(tr("符号検定"), tr("p=%1、補正後 p=%2").arg(pText(s.signP), pText(s.holmP)),
                 tr("変わった方の中で、上がる・下がるが五分五分だとしたらどのくらい珍しいか（正確な両側検定）。"
                    "補正は、同じ設問群を一度に見る分です（Holm）。"));
    m_facts->add(tr("符号付順位検定"), tr("p=%1（W+ %2、W− %3）").arg(pText(ranks.p)).arg(ranks.upRanks).arg(ranks.downRanks),
                 ranks.exact ? tr("何段階動いたかも見る検定（正確な両側）。変わらない方も順位に入れます（Pratt 1959）。")
                             : tr("何段階動いたかも見る検定（人数が多いため正規近似、両側）。変わらない方も順位に入れます（Pratt "
                                  "1959）。"));
    m_facts->add(tr("順位双列相関"), signedNumber(ranks.rankBiserial, 2),
                 tr("（W+ − W−）÷（W+ ＋ W−）。＋1 なら変わった方が全員上がり、−1 なら全員下がっています。"));
    m_facts->add(tr("優越率"), QString::number(ranks.superiority, 'f', 2),
                 tr("up の割合＋stay の割合の半分。0.5 なら上がる・下がるが釣り合っています（変わらない方は半分ずつ数えます）。"));
}

void DetailsCard::addReached(const ChangeRow &row, const TransitionTable &table, const Item &item)
{
    const ChangeDetails details = changeDetails(table, wantedOf(m_settings, item));
    const bool all = disclosureOf(row.group, row.n(), false) == Disclosure::Full;
    const auto share = [&](int count) {
        return all ? tr("%1名（%2）").arg(QString::number(count), Percent::of(count, details.n).text())
                   : tr("%1名").arg(count);
    };
    m_facts->add(tr("達した方"), tr("前 %1 → 後 %2").arg(share(details.wantedBefore), share(details.wantedAfter)),
                 tr("%1名のうち、上で選んだ選択肢までに入る方です。").arg(details.n));
    m_facts->add(tr("新たに達した・外れた"), tr("%1名・%2名").arg(details.gained).arg(details.lost),
                 all ? tr("五分五分だとしたらどのくらい珍しいか：p=%1（McNemar の正確な両側検定）。")
                           .arg(pText(details.mcNemarP))
                     : tr("人数が少ないため、検定は行いません。"));
    m_facts->add(tr("上がる・下がる余地がない方"), tr("%1名・%2名").arg(details.atBest).arg(details.atWorst),
                 tr("研修前から最も上の選択肢だった方は上がれず、最も下だった方は下がれません。"));
}

} // namespace tane
