#include "people/ladder.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Ladder)
};

constexpr std::array kAssessors{"self", "municipality", "prefecture", "other"};

std::vector<Behaviour> readBehaviours()
{
    std::vector<Behaviour> all;
    QFile file(QStringLiteral(":/tane/ladder/behaviours.json"));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue &value : root.value(QLatin1String("behaviours")).toArray()) {
        const QJsonObject object = value.toObject();
        all.push_back({object.value(QLatin1String("code")).toString(),
                       object.value(QLatin1String("step")).toInt(),
                       object.value(QLatin1String("text")).toString()});
    }
    return all;
}

} // namespace

std::vector<RecordColumn<LadderStep>> RecordSchema<LadderStep>::columns()
{
    return {referenceColumn("ladder", &LadderStep::ladder), recordColumn("name", &LadderStep::name),
            recordColumn("title", &LadderStep::title), recordColumn("state", &LadderStep::state)};
}

std::vector<RecordColumn<Assessment>> RecordSchema<Assessment>::columns()
{
    return {referenceColumn("person", &Assessment::person),
            recordColumn("assessed_on", &Assessment::assessedOn),
            recordColumn("level", &Assessment::level),
            wordColumn("assessor", &Assessment::assessor, kAssessors),
            recordColumn("assessor_name", &Assessment::assessorName),
            recordColumn("evidence", &Assessment::evidence),
            recordColumn("next_action", &Assessment::nextAction),
            recordColumn("observed", &Assessment::observed)};
}

QString Ladder::levelText(int level) const
{
    if (steps.empty())
        return {};
    const int shown = std::clamp(level, 0, highest());
    const auto step = static_cast<std::size_t>(stepOf(shown));
    return shown % 2 == 0 ? steps[step].name
                          : Texts::tr("%1と%2の間").arg(steps[step].name, steps[step + 1].name);
}

// The states are those of the published ladder, word for word, so that prefectures stay comparable.
Ladder builtInLadder()
{
    const auto step = [](const char *name, const QString &title, const QString &state) {
        return LadderStep{.name = QLatin1String(name), .title = title, .state = state};
    };
    return {{step("0", Texts::tr("個別課題への対応"),
                  Texts::tr("日々の業務（相談支援、地域資源の把握、連携への働きかけ等）に取り組んでおり、"
                            "その内容は市町村担当者に報告している。")),
             step("1-1", Texts::tr("タネを見つけ、共有する"),
                  Texts::tr("日々の業務（相談支援、地域資源の把握、連携への働きかけ等）から地域課題に"
                            "つながる可能性のある地域課題のタネを見つけ、市町村担当者と共有する。")),
             step("1-2", Texts::tr("真因の仮説を磨く"),
                  Texts::tr("コーディネーターと市町村担当者が連携し、地域課題のタネと真因等の仮説について"
                            "ブラッシュアップを図る")),
             step("2-1", Texts::tr("協議の場で提示する"),
                  Texts::tr("地域課題のタネと真因等の仮説等を整理し、協議の場等で市町村、医療・介護の"
                            "関係者に提示し、検討を促す")),
             step("2-2", Texts::tr("合意形成に動く"),
                  Texts::tr("地域課題の解決に向け、市町村、医療・介護の関係者との合意形成を働きかけ、"
                            "自らも行動する"))}};
}

QString assessorText(Assessment::Assessor assessor)
{
    switch (assessor) {
    case Assessment::Assessor::Self:
        return Texts::tr("本人");
    case Assessment::Assessor::Municipality:
        return Texts::tr("市町村担当者");
    case Assessment::Assessor::Prefecture:
        return Texts::tr("都道府県");
    case Assessment::Assessor::Other:
        return Texts::tr("その他");
    }
    Q_UNREACHABLE();
}

const std::vector<Behaviour> &behaviours()
{
    static const std::vector<Behaviour> all = readBehaviours();
    return all;
}

std::optional<int> proposedLevel(const QStringList &observed)
{
    struct Seen
    {
        int of = 0, seen = 0;
    };
    std::vector<Seen> steps;
    bool any = false;
    for (const Behaviour &behaviour : behaviours()) {
        const auto step = static_cast<std::size_t>(behaviour.step);
        if (steps.size() <= step)
            steps.resize(step + 1);
        ++steps[step].of;
        if (observed.contains(behaviour.code)) {
            ++steps[step].seen;
            any = true;
        }
    }
    if (!any)
        return std::nullopt;
    std::size_t whole = 0; ///< steps from the lowest on of which everything was seen
    while (whole < steps.size() && steps[whole].seen == steps[whole].of)
        ++whole;
    if (whole == 0)
        return 0; // whoever does this work stands at the lowest step at least
    const bool half = whole < steps.size() && 2 * steps[whole].seen >= steps[whole].of;
    return 2 * (static_cast<int>(whole) - 1) + (half ? 1 : 0);
}

} // namespace tane
