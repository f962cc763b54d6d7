#include "programme/nextcycle.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::NextCycle)
};

} // namespace

QString nameWithYears(const Programme &programme)
{
    const QString years = programmeYears(programme);
    return years.isEmpty() || programme.title.startsWith(years)
               ? Texts::tr("「%1」").arg(programme.title)
               : Texts::tr("「%1」（%2）").arg(programme.title, years);
}

Result<QString> nextCycleQuestion(Document &document, qint64 programme)
{
    TANE_TRY(const Programme last, RecordTable<Programme>(document).load(programme));
    TANE_TRY(const std::optional<Programme> following, CycleRepository(document).following(programme));
    const QString next = nameWithYears(nextProgramme(last));
    const QString about = Texts::tr("対象、長期・中期の目標、研修会の形を引き継ぎ、「次の短期目標への反映」が"
                                    "短期の目標の下書きになります。\nいまのサイクルはそのまま残ります。");
    if (!following)
        return Texts::tr("次のサイクル%1を作ります。").arg(next) + about;
    return Texts::tr("%1の次のサイクルには、すでに%2があります。\nもう一つ、%3を作りますか。")
               .arg(nameWithYears(last), nameWithYears(*following), next) +
           u'\n' + about;
}

} // namespace tane
