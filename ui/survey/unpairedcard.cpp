#include "survey/unpairedcard.h"

#include "survey/detailscard.h"
#include "survey/disclosureparts.h"
#include "survey/factrows.h"
#include "survey/figuretext.h"
#include "survey/unpaired.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

bool hasPairs(const ItemSet &set)
{
    return std::ranges::any_of(set.items, [](const Item &item) { return item.isComparable(); });
}

QString shares(const UnpairedRow &row, bool all)
{
    const auto part = [all](int count, int base) {
        return all ? UnpairedCard::tr("%1/%2名（%3）")
                         .arg(QString::number(count), QString::number(base), Percent::of(count, base).text())
                   : UnpairedCard::tr("%1/%2名").arg(count).arg(base);
    };
    return UnpairedCard::tr("前 %1\n後 %2")
        .arg(part(row.reachedBefore, row.baseBefore()), part(row.reachedAfter, row.baseAfter()));
}

QString meaning(const Item &item, const UnpairedRow &row, bool all)
{
    QStringList options;
    for (int option = 0; row.option < 0 && option <= row.wanted; ++option)
        options << item.options[static_cast<std::size_t>(option)].code;
    const QString what = row.option < 0 ? UnpairedCard::tr("%1 を選んだ方。").arg(options.join(u'・'))
                                        : UnpairedCard::tr("印を付けた方。");
    if (!all)
        return what + disclosureNote(Disclosure::CountsOnly);
    const QString tests = row.option < 0
                              ? UnpairedCard::tr("分布全体の順位和検定 p=%1、Fisher の正確検定 p=%2。")
                                    .arg(pText(row.ranks.p), pText(row.fisherP))
                              : UnpairedCard::tr("Fisher の正確検定 p=%1。").arg(pText(row.fisherP));
    return what +
           UnpairedCard::tr("差 %1（95%区間 %2～%3）。")
               .arg(points(row.difference), points(row.interval.low), points(row.interval.high)) +
           tests;
}

} // namespace

UnpairedCard::UnpairedCard(Settings &settings, QWidget *parent)
    : Card(tr("結びつけない比較（対ではありません）"), parent)
    , m_settings(settings)
{
    setObjectName(u"unpairedCard"_s);
    auto *hint = new NoticeBar(this);
    hint->show({Notice::Kind::Hint, unpairedHint()}, false);
    m_facts = new FactRows(this);
    m_note = secondaryLabel({}, this);
    setParagraph(m_note, tr("95%区間は Newcombe（1998）のスコア法、順位和検定は Wilcoxon "
                            "の両側検定です。同じ方が両方に答えていても別の方として扱うため、対の比較より控え"
                            "めな結果になります。"));
    body()->addWidget(hint);
    body()->addWidget(m_facts);
    body()->addWidget(m_note);
}

void UnpairedCard::show(const SurveyState &state, int set, const QString &group)
{
    m_facts->clear();
    const auto refs = state.questionnaire.items();
    for (int item = 0; item < static_cast<int>(refs.size()); ++item) {
        const auto &ref = refs[static_cast<std::size_t>(item)];
        const bool isHere = set >= 0 && ref.set == &state.questionnaire.sets[static_cast<std::size_t>(set)];
        if (!isHere && hasPairs(*ref.set))
            continue;
        const int wanted = ref.item->isComparable() ? DetailsCard::wantedOf(m_settings, *ref.item) : -1;
        for (const UnpairedRow &row : compareUnpaired(state.analysis, item, group, wanted)) {
            if (!row.isComparable())
                continue;
            const bool all =
                disclosureOf(group, std::min(row.baseBefore(), row.baseAfter()), false) == Disclosure::Full;
            const QString name = row.option < 0
                                     ? ref.item->label()
                                     : ref.item->options[static_cast<std::size_t>(row.option)].text;
            m_facts->add(QString(ref.item->code + u' ' + name), shares(row, all),
                         meaning(*ref.item, row, all));
        }
    }
    setVisible(m_facts->count() > 0);
}

LookBackCard::LookBackCard(QWidget *parent)
    : Card(tr("振り返って答えた「研修前」との比較"), parent)
{
    setObjectName(u"lookBackCard"_s);
    m_facts = new FactRows(this);
    body()->addWidget(m_facts);
}

void LookBackCard::show(const SurveyState &state, int item, const QString &group)
{
    m_facts->clear();
    for (const LookBackRow &row : state.analysis.lookBacks) {
        if (row.item != item || row.group != group)
            continue;
        setSubtitle(tr("%1　3つの回答がそろった %2名").arg(row.itemCode).arg(row.n()));
        const auto moves = [](const Moves &m) {
            return tr("up %1　stay %2　down %3").arg(m.up).arg(m.stay).arg(m.down);
        };
        m_facts->add(tr("研修後 − 研修前"), moves(row.afterBefore),
                     tr("研修前にそのとき答えた回答との違いです。up・stay・down の数はこの比較によります。"));
        m_facts->add(
            tr("研修後 − 振り返り"), moves(row.afterThen),
            tr("研修後に振り返って答えた「研修前」との違い。同じ物差しで見た、ご本人の感じる変化です。"));
        m_facts->add(tr("振り返り − 研修前"), moves(row.thenBefore),
                     tr("研修前の自分の見直し。down が多いときは、物差しそのものが変わった可能性があります。"
                        "研修前の回答は置き換えません。"));
    }
    setVisible(m_facts->count() > 0);
}

} // namespace tane
