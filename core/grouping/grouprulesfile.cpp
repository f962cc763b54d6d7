#include "grouping/groupplan.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tane {

namespace {

using Kind = GroupRule::Kind;

constexpr std::array<std::pair<Kind, QLatin1String>, 5> kKinds = {
    {{Kind::Spread, QLatin1String("spread")},
     {Kind::AtLeast, QLatin1String("atLeast")},
     {Kind::Together, QLatin1String("together")},
     {Kind::Apart, QLatin1String("apart")},
     {Kind::NotAgain, QLatin1String("notAgain")}}};

/// AtLeast of municipal officers.
constexpr QLatin1String kOfficers("officers");

/// Walks the JSON with the place of every value.
class RulesParser
{
    Q_DECLARE_TR_FUNCTIONS(tane::GroupRulesParser)

public:
    explicit RulesParser(QString fileName)
        : m_file(std::move(fileName))
    {
    }

    Result<GroupPlan> parse(const QByteArray &json)
    {
        QJsonParseError parseError;
        const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
        if (document.isNull())
            return error(tr("%1行目").arg(json.left(parseError.offset).count('\n') + 1),
                         tr("JSON として読めません。括弧やカンマ、引用符を確かめてください。"));
        if (!document.isObject())
            return error({}, tr("いちばん外側は { } で囲んだオブジェクトにしてください。"));
        const QJsonObject root = document.object();
        TANE_CHECK(knownKeys(root, {},
                             {QStringLiteral("smallest"), QStringLiteral("largest"), QStringLiteral("groups"),
                              QStringLiteral("rules"), QStringLiteral("together"), QStringLiteral("apart"),
                              QStringLiteral("fixed")}));
        GroupPlan plan;
        plan.file = m_file;
        TANE_TRY(plan.smallest, number(root, QStringLiteral("smallest"), {}, 1, kMost));
        TANE_TRY(plan.largest, number(root, QStringLiteral("largest"), {}, 1, kMost));
        TANE_TRY(plan.groups, number(root, QStringLiteral("groups"), {}, 1, kMost));
        TANE_TRY(const QJsonArray rules, array(root, QStringLiteral("rules")));
        for (qsizetype i = 0; i < rules.size(); ++i) {
            TANE_TRY(PlannedRule planned, rule(rules.at(i), QStringLiteral("rules[%1]").arg(i)));
            plan.rules.push_back(std::move(planned));
        }
        TANE_TRY(plan.together, pairs(root, QStringLiteral("together")));
        TANE_TRY(plan.apart, pairs(root, QStringLiteral("apart")));
        TANE_CHECK(seats(root, plan.fixed));
        return plan;
    }

private:
    static constexpr int kMost = 1000;

    [[nodiscard]] std::unexpected<Error> error(const QString &place, const QString &message) const
    {
        return std::unexpected(Error{ErrorCode::BadFormat, message, m_file, {}, place, {}});
    }

    static QString child(const QString &place, const QString &key)
    {
        return place.isEmpty() ? key : QString(place + u'.' + key);
    }

    /// A misspelt key would be passed over silently.
    Result<> knownKeys(const QJsonObject &object, const QString &place, const QStringList &keys) const
    {
        for (const QString &key : object.keys()) {
            if (!keys.contains(key))
                return error(child(place, key),
                             tr("この項目は使えません。使える項目：%1").arg(keys.join(QStringLiteral(", "))));
        }
        return {};
    }

    Result<std::optional<int>> number(const QJsonObject &object, const QString &key, const QString &place,
                                      int low, int high) const
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined())
            return std::optional<int>();
        const int result = value.toInt(low - 1);
        if (!value.isDouble() || result < low || result > high || value.toDouble() != result)
            return error(child(place, key), tr("%1から%2までの整数が必要です。").arg(low).arg(high));
        return std::optional<int>(result);
    }

    Result<QString> text(const QJsonObject &object, const QString &key, const QString &place,
                         bool required) const
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined() && !required)
            return QString();
        if (!value.isString() || (required && value.toString().trimmed().isEmpty()))
            return error(child(place, key), tr("文字列が必要です。"));
        return value.toString().trimmed();
    }

    Result<QJsonArray> array(const QJsonObject &object, const QString &key) const
    {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isArray())
            return error(key, tr("[ ] で囲んだ一覧が必要です。"));
        return value.toArray();
    }

    Result<PlannedRule> rule(const QJsonValue &value, const QString &place) const
    {
        if (!value.isObject())
            return error(place, tr("{ } で囲んだオブジェクトが必要です。"));
        const QJsonObject object = value.toObject();
        TANE_CHECK(knownKeys(object, place,
                             {QStringLiteral("kind"), QStringLiteral("column"), QStringLiteral("value"),
                              QStringLiteral("count"), QStringLiteral("rank"), QStringLiteral("title"),
                              QStringLiteral("off")}));
        PlannedRule planned;
        planned.place = place;
        TANE_TRY(const QString kind, text(object, QStringLiteral("kind"), place, true));
        QStringList allowed{kOfficers};
        bool known = kind == kOfficers;
        const bool officers = known;
        if (officers)
            planned.kind = Kind::AtLeast;
        for (const auto &[type, name] : kKinds) {
            allowed << QString(name);
            if (kind == name) {
                planned.kind = type;
                known = true;
            }
        }
        if (!known)
            return error(
                child(place, QStringLiteral("kind")),
                tr("「%1」は使えません。使える言葉：%2").arg(kind, allowed.join(QStringLiteral(", "))));
        if (officers) { // they are told by their 立場, whatever it is called
            TANE_CHECK(knownKeys(object, place,
                                 {QStringLiteral("kind"), QStringLiteral("count"), QStringLiteral("rank"),
                                  QStringLiteral("title"), QStringLiteral("off")}));
        } else {
            TANE_TRY(planned.column,
                     text(object, QStringLiteral("column"), place, planned.kind != Kind::NotAgain));
            TANE_TRY(planned.value,
                     text(object, QStringLiteral("value"), place, planned.kind == Kind::AtLeast));
        }
        TANE_TRY(const auto count, number(object, QStringLiteral("count"), place, 1, kMost));
        planned.count = count.value_or(1);
        TANE_TRY(planned.title, text(object, QStringLiteral("title"), place, false));
        const QJsonValue off = object.value(QStringLiteral("off"));
        if (!off.isUndefined() && !off.isBool())
            return error(child(place, QStringLiteral("off")), tr("true か false が必要です。"));
        planned.off = off.toBool();
        if (object.value(QStringLiteral("rank")) == QJsonValue(QStringLiteral("must"))) {
            planned.rank = 0;
        } else {
            TANE_TRY(planned.rank, number(object, QStringLiteral("rank"), place, 1, kGroupRanks - 1));
        }
        return planned;
    }

    Result<std::vector<PlannedPair>> pairs(const QJsonObject &root, const QString &key) const
    {
        TANE_TRY(const QJsonArray list, array(root, key));
        std::vector<PlannedPair> pairs;
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString place = QStringLiteral("%1[%2]").arg(key).arg(i);
            const QJsonArray people = list.at(i).toArray();
            if (people.size() < 2)
                return error(place, tr("2人以上の受付番号か氏名を [ ] で囲んでください。"));
            std::vector<QString> names;
            for (const QJsonValue &person : people) {
                if (!person.isString())
                    return error(place, tr("受付番号か氏名を引用符で囲んでください。"));
                names.push_back(person.toString());
            }
            // Everybody with everybody: apart means each pair, and together may be joined by any.
            for (std::size_t a = 0; a < names.size(); ++a) {
                for (std::size_t b = a + 1; b < names.size(); ++b)
                    pairs.push_back({names[a], names[b], place});
            }
        }
        return pairs;
    }

    Result<> seats(const QJsonObject &root, std::vector<PlannedSeat> &fixed) const
    {
        TANE_TRY(const QJsonArray list, array(root, QStringLiteral("fixed")));
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString place = QStringLiteral("fixed[%1]").arg(i);
            const QJsonObject object = list.at(i).toObject();
            TANE_CHECK(knownKeys(object, place, {QStringLiteral("person"), QStringLiteral("group")}));
            PlannedSeat seat;
            seat.place = place;
            TANE_TRY(seat.person, text(object, QStringLiteral("person"), place, true));
            TANE_TRY(const auto group, number(object, QStringLiteral("group"), place, 1, kMost));
            if (!group)
                return error(child(place, QStringLiteral("group")), tr("班の番号が必要です。"));
            seat.group = *group;
            fixed.push_back(std::move(seat));
        }
        return {};
    }

    QString m_file;
};

QJsonObject ruleJson(const PlannedRule &rule, int rank)
{
    QJsonObject object;
    for (const auto &[kind, name] : kKinds) {
        if (kind == rule.kind)
            object.insert(QStringLiteral("kind"), rule.kind == Kind::AtLeast && rule.column.isEmpty()
                                                      ? QString(kOfficers)
                                                      : QString(name));
    }
    const auto put = [&object](const QString &key, const QString &text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    put(QStringLiteral("column"), rule.column);
    put(QStringLiteral("value"), rule.value);
    put(QStringLiteral("title"), rule.title);
    if (rule.kind == Kind::AtLeast)
        object.insert(QStringLiteral("count"), rule.count);
    object.insert(QStringLiteral("rank"), rank == 0 ? QJsonValue(QStringLiteral("must")) : QJsonValue(rank));
    if (rule.off)
        object.insert(QStringLiteral("off"), true);
    return object;
}

QJsonArray pairsJson(const std::vector<PlannedPair> &pairs)
{
    QJsonArray list;
    for (const PlannedPair &pair : pairs)
        list.append(QJsonArray{pair.first, pair.second});
    return list;
}

} // namespace

QByteArray groupPlanJson(const GroupPlan &plan)
{
    QJsonObject root;
    const auto put = [&root](const QString &key, std::optional<int> number) {
        if (number)
            root.insert(key, *number);
    };
    put(QStringLiteral("smallest"), plan.smallest);
    put(QStringLiteral("largest"), plan.largest);
    put(QStringLiteral("groups"), plan.groups);
    QJsonArray rules, fixed;
    int rank = 0;
    for (const PlannedRule &rule : plan.rules) {
        rank = std::min(rule.rank.value_or(rank + 1), kGroupRanks - 1);
        rules.append(ruleJson(rule, rank));
    }
    root.insert(QStringLiteral("rules"), rules);
    if (!plan.together.empty())
        root.insert(QStringLiteral("together"), pairsJson(plan.together));
    if (!plan.apart.empty())
        root.insert(QStringLiteral("apart"), pairsJson(plan.apart));
    for (const PlannedSeat &seat : plan.fixed)
        fixed.append(
            QJsonObject{{QStringLiteral("person"), seat.person}, {QStringLiteral("group"), seat.group}});
    if (!fixed.isEmpty())
        root.insert(QStringLiteral("fixed"), fixed);
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

Result<GroupPlan> parseGroupPlan(const QByteArray &json, const QString &fileName)
{
    return RulesParser(fileName).parse(json);
}

} // namespace tane
