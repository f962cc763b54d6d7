#include "survey/questionnairechanges.h"

#include "base/textfold.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::QuestionnaireChange)
};

using Kind = QuestionnaireChange::Kind;

qsizetype indexByText(const std::vector<Option> &options, const QString &text)
{
    const QString folded = foldText(text);
    const auto found =
        std::ranges::find_if(options, [&](const Option &option) { return foldText(option.text) == folded; });
    return found == options.end() ? -1 : found - options.begin();
}

qsizetype indexByCode(const std::vector<Option> &options, const QString &code)
{
    const auto found = std::ranges::find(options, code, &Option::code);
    return found == options.end() ? -1 : found - options.begin();
}

void compareOptions(const Item &before, const Item &now, std::vector<QuestionnaireChange> &changes)
{
    const QList<Mark> marks = marksNow(before.options, now.options);
    for (qsizetype i = 0; i < marks.size(); ++i) {
        const Option &option = before.options[static_cast<std::size_t>(i)];
        if (marks[i] < 0)
            changes.push_back({Kind::OptionGone, before.code, option.text});
        else if (now.options[static_cast<std::size_t>(marks[i])].text != option.text)
            changes.push_back({Kind::OptionReworded, before.code, option.text});
    }
    QList<Mark> kept = marks;
    kept.removeIf([](Mark mark) { return mark < 0; });
    if (before.ordered && now.ordered && !std::ranges::is_sorted(kept))
        changes.push_back({Kind::OrderChanged, before.code, {}});
    for (std::size_t i = 0; i < now.options.size(); ++i)
        if (!kept.contains(static_cast<Mark>(i)))
            changes.push_back({Kind::OptionNew, before.code, now.options[i].text});
}

void compareItem(const Item &before, const Item &now, std::vector<QuestionnaireChange> &changes)
{
    if (before.text != now.text)
        changes.push_back({Kind::Reworded, before.code, before.text});
    if (before.type != now.type || before.ordered != now.ordered) {
        changes.push_back({Kind::TypeChanged, before.code, {}});
        return;
    }
    if ((before.askedBefore && !now.askedBefore) || (before.askedAfter && !now.askedAfter))
        changes.push_back({Kind::WaveGone, before.code, {}});
    compareOptions(before, now, changes);
}

} // namespace

QList<Mark> marksNow(const std::vector<Option> &before, const std::vector<Option> &now)
{
    QList<Mark> marks;
    for (const Option &option : before) {
        qsizetype index = indexByText(now, option.text);
        if (index < 0) {
            index = indexByCode(now, option.code);
            // An option of that code that was another one before has only moved there.
            if (index >= 0 && indexByText(before, now[static_cast<std::size_t>(index)].text) >= 0)
                index = -1;
        }
        marks << (index >= 0 ? static_cast<Mark>(index) : kNotUnderstood);
    }
    return marks;
}

std::vector<QuestionnaireChange> questionnaireChanges(const Questionnaire &before, const Questionnaire &now)
{
    std::vector<QuestionnaireChange> changes;
    for (const Questionnaire::ItemRef &ref : before.items()) {
        if (const Item *item = now.find(ref.item->code))
            compareItem(*ref.item, *item, changes);
        else
            changes.push_back({Kind::ItemGone, ref.item->code, ref.item->text});
    }
    for (const Questionnaire::ItemRef &ref : now.items())
        if (!before.find(ref.item->code))
            changes.push_back({Kind::ItemNew, ref.item->code, ref.item->text});
    return changes;
}

QString changeText(const QuestionnaireChange &change)
{
    switch (change.kind) {
    case Kind::ItemGone:
        return Texts::tr("%1：設問がなくなります。これまでの回答は残りますが、集計には出ません。")
            .arg(change.item);
    case Kind::OptionGone:
        return Texts::tr("%1：選択肢「%2」がなくなります。選んだ方は無回答として数えます。")
            .arg(change.item, change.detail);
    case Kind::TypeChanged:
        return Texts::tr("%1：答え方が変わるため、これまでの回答とは比べられません。").arg(change.item);
    case Kind::WaveGone:
        return Texts::tr("%1：前と後の両方では聞かなくなるため、前後を比べられません。").arg(change.item);
    case Kind::OrderChanged:
        return Texts::tr("%1：選択肢の順が変わるため、上がった・下がったの向きが変わります。")
            .arg(change.item);
    case Kind::OptionReworded:
        return Texts::tr("%1：選択肢「%2」の言い回しが変わります。同じ選択肢として数えます。")
            .arg(change.item, change.detail);
    case Kind::OptionNew:
        return Texts::tr("%1：選択肢「%2」が増えます。これまでの方は選べませんでした。")
            .arg(change.item, change.detail);
    case Kind::Reworded:
        return Texts::tr("%1：文が変わります。同じ設問として比べ、前の文も見出しとして読み取ります。")
            .arg(change.item);
    case Kind::ItemNew:
        return Texts::tr("%1：新しい設問です。これまでの回答はありません。").arg(change.item);
    }
    return {};
}

QString pastChangeText(const QuestionnaireChange &change)
{
    switch (change.kind) {
    case Kind::ItemGone:
        return Texts::tr("%1：この年度からは聞いていません（「%2」）。").arg(change.item, change.detail);
    case Kind::OptionGone:
        return Texts::tr("%1：選択肢「%2」がなくなりました。").arg(change.item, change.detail);
    case Kind::TypeChanged:
        return Texts::tr("%1：答え方が変わったため、前の年度とは比べられません。").arg(change.item);
    case Kind::WaveGone:
        return Texts::tr("%1：前と後の両方では聞いていないため、前後を比べられません。").arg(change.item);
    case Kind::OrderChanged:
        return Texts::tr("%1：選択肢の順が変わったため、前の年度とは比べられません。").arg(change.item);
    case Kind::OptionReworded:
        return Texts::tr("%1：選択肢「%2」の言い回しが変わりました。同じ選択肢として数えています。")
            .arg(change.item, change.detail);
    case Kind::OptionNew:
        return Texts::tr("%1：選択肢「%2」が増えました。前の年度の方は選べませんでした。")
            .arg(change.item, change.detail);
    case Kind::Reworded:
        return Texts::tr("%1：文が変わりました（前は「%2」）。同じ設問として比べています。")
            .arg(change.item, change.detail);
    case Kind::ItemNew:
        return Texts::tr("%1：この年度から聞いています（「%2」）。").arg(change.item, change.detail);
    }
    return {};
}

void keepFormerWordings(const Questionnaire &before, Questionnaire &now)
{
    for (ItemSet &set : now.sets)
        for (Item &item : set.items) {
            const Item *former = before.find(item.code);
            if (former && former->text != item.text && !item.aliases.contains(former->text))
                item.aliases << former->text;
        }
}

} // namespace tane
