#include "people/registertext.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Registers)
};

} // namespace

QString answeredText(Answered answered)
{
    switch (answered) {
    case Answered::Unknown:
        return {};
    case Answered::Yes:
        return Texts::tr("あり");
    case Answered::No:
        return Texts::tr("なし");
    }
    Q_UNREACHABLE();
}

QString rankText(Centre::Rank rank)
{
    switch (rank) {
    case Centre::Rank::Unknown:
        return {};
    case Centre::Rank::Core:
        return Texts::tr("基幹");
    case Centre::Rank::Field:
        return Texts::tr("現場");
    }
    Q_UNREACHABLE();
}

QString employmentText(Employment employment)
{
    switch (employment) {
    case Employment::Unknown:
        return {};
    case Employment::Full:
        return Texts::tr("常勤");
    case Employment::Part:
        return Texts::tr("非常勤");
    }
    Q_UNREACHABLE();
}

QString dutyText(Duty duty)
{
    switch (duty) {
    case Duty::Unknown:
        return {};
    case Duty::Exclusive:
        return Texts::tr("専従");
    case Duty::Concurrent:
        return Texts::tr("兼務");
    }
    Q_UNREACHABLE();
}

QString tenthsText(const std::optional<int> &tenths)
{
    return tenths ? QStringLiteral("%1.%2%").arg(*tenths / 10).arg(*tenths % 10) : QString();
}

} // namespace tane
