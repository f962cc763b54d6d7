#include "issues/issuebadges.h"

#include "storage/document.h"

#include <QCoreApplication>
#include <QDate>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

qint64 count(Document &document, const QString &what)
{
    return document.database().integer(u"SELECT count(*) FROM "_s + what).value_or(0);
}

QString number(qint64 counted)
{
    return counted > 0 ? QString::number(counted) : QString();
}

} // namespace

QString consultationsBadge(Document &document)
{
    return number(count(document, u"consultation"_s));
}

QString pipelineBadge(Document &document)
{
    return number(count(document, u"issue_card WHERE status IN ('open', 'doing')"_s));
}

QString councilsBadge(Document &document)
{
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const qint64 late = count(document, u"council_action WHERE done = 0 AND due_on < '%1'"_s.arg(today));
    return late > 0 ? QCoreApplication::translate("tane::CouncilsPage", "期限切れ%1").arg(late) : QString();
}

QString messagesBadge(Document &document)
{
    return number(count(document, u"issue_message"_s));
}

QString scenariosBadge(Document &document)
{
    return number(count(document, u"scenario"_s));
}

QString controlSheetsBadge(Document &document)
{
    return number(count(document, u"control_sheet"_s));
}

} // namespace tane
