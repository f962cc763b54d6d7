#include "issues/issuewords.h"

#include "base/textfold.h"
#include "grouping/poster.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Issues)
};

/// No word typed into the search holds it.
constexpr QChar kDivider(0xe000);
constexpr QChar kComma(u'、');

} // namespace

QString issueStageText(IssueStage stage)
{
    switch (stage) {
    case IssueStage::Trouble:
        return Texts::tr("困りごと");
    case IssueStage::Individual:
        return Texts::tr("個別課題");
    case IssueStage::Seed:
        return Texts::tr("地域課題のタネ");
    case IssueStage::Hypothesis:
        return Texts::tr("真因等の仮説");
    case IssueStage::Regional:
        return Texts::tr("地域課題");
    case IssueStage::Council:
        return Texts::tr("協議の場");
    case IssueStage::Policy:
        return Texts::tr("施策");
    }
    Q_UNREACHABLE();
}

QString issueStatusText(IssueStatus status)
{
    switch (status) {
    case IssueStatus::Open:
        return Texts::tr("未着手");
    case IssueStatus::Doing:
        return Texts::tr("対応中");
    case IssueStatus::Solved:
        return Texts::tr("解決");
    case IssueStatus::Dropped:
        return Texts::tr("見送り");
    }
    Q_UNREACHABLE();
}

QString cooperationText(Cooperation kind)
{
    switch (kind) {
    case Cooperation::Open:
        return {};
    case Cooperation::Community:
        return Texts::tr("地域づくり型");
    case Cooperation::Solving:
        return Texts::tr("課題解決型");
    case Cooperation::Watching:
        return Texts::tr("見守り型");
    }
    Q_UNREACHABLE();
}

QString askerText(Asker asker)
{
    switch (asker) {
    case Asker::Unknown:
        return {};
    case Asker::Person:
        return Texts::tr("本人");
    case Asker::Family:
        return Texts::tr("家族");
    case Asker::CareManager:
        return Texts::tr("ケアマネ");
    case Asker::Medical:
        return Texts::tr("医療機関");
    case Asker::Pharmacy:
        return Texts::tr("薬局");
    case Asker::Other:
        return Texts::tr("その他");
    }
    Q_UNREACHABLE();
}

Asker askerFromText(QStringView text)
{
    QString word = foldText(text);
    word.remove(u'(').remove(u')').remove(u'【').remove(u'】');
    if (word.isEmpty())
        return Asker::Unknown;
    for (int i = 1; i <= static_cast<int>(Asker::Other); ++i)
        if (foldText(askerText(static_cast<Asker>(i))) == word)
            return static_cast<Asker>(i);
    const std::pair<const char16_t *, Asker> others[] = {{u"ケアマネジャー", Asker::CareManager},
                                                         {u"ケアマネージャー", Asker::CareManager},
                                                         {u"介護支援専門員", Asker::CareManager},
                                                         {u"病院", Asker::Medical},
                                                         {u"診療所", Asker::Medical},
                                                         {u"親族", Asker::Family},
                                                         {u"ご家族", Asker::Family},
                                                         {u"ご本人", Asker::Person},
                                                         {u"調剤薬局", Asker::Pharmacy},
                                                         {u"薬剤師", Asker::Pharmacy}};
    for (const auto &[name, asker] : others)
        if (foldText(QString::fromUtf16(name)) == word)
            return asker;
    return Asker::Unknown;
}

QString noteKindText(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Trouble:
        return Texts::tr("困りごと");
    case NoteKind::Wish:
        return Texts::tr("解決したいこと");
    case NoteKind::Tell:
        return Texts::tr("伝え方");
    case NoteKind::Memo:
        return Texts::tr("メモ");
    }
    Q_UNREACHABLE();
}

const QStringList &fourScenes()
{
    static const QStringList scenes{QStringLiteral("日常の療養支援"), QStringLiteral("入退院支援"),
                                    QStringLiteral("急変時の対応"), QStringLiteral("看取り")};
    return scenes;
}

QString posterScene(const QString &scene)
{
    return scene == fourScenes().front() ? QStringLiteral("日常療養") : scene;
}

QString posterBand()
{
    return QStringLiteral("市町村にうまく伝えるには");
}

int sceneTint(const QString &scene, const QStringList &names)
{
    for (qsizetype i = 0; i < fourScenes().size(); ++i)
        if (scene.startsWith(fourScenes()[i]) || scene == posterScene(fourScenes()[i]))
            return static_cast<int>(i);
    const qsizetype further = furtherScenes().indexOf(scene);
    if (further >= 0)
        return static_cast<int>(fourScenes().size() + further);
    const qsizetype place = std::max<qsizetype>(0, names.indexOf(scene));
    return static_cast<int>(fourScenes().size() + place % furtherScenes().size());
}

QString joinScenes(const QStringList &scenes)
{
    QStringList kept;
    for (const QString &scene : scenes)
        if (const QString name = tidy(scene); !name.isEmpty() && !kept.contains(name))
            kept << name;
    return kept.join(kComma);
}

QStringList splitScenes(const QString &text)
{
    QStringList scenes;
    for (const QString &part : text.split(kComma))
        if (const QString name = part.trimmed(); !name.isEmpty() && !scenes.contains(name))
            scenes << name;
    return scenes;
}

const QStringList &issueSources()
{
    static const QStringList sources{QStringLiteral("相談窓口"),
                                     QStringLiteral("地域ケア会議"),
                                     QStringLiteral("専門職との会話・会議"),
                                     QStringLiteral("住民セミナーのアンケート"),
                                     QStringLiteral("報告書"),
                                     QStringLiteral("模造紙")};
    return sources;
}

QString posterSource()
{
    return issueSources().last();
}

QString deskSource()
{
    return issueSources().front();
}

QString foldedTexts(const QStringList &texts)
{
    QStringList folded;
    for (const QString &text : texts)
        if (const QString one = foldName(text); !one.isEmpty())
            folded << one;
    return folded.join(kDivider);
}

} // namespace tane
