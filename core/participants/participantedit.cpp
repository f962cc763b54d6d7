#include "participants/participantedit.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ParticipantEdit)
};

bool isDigits(const QString &text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar c) { return c >= QChar(u'0') && c <= QChar(u'9'); });
}

} // namespace

QString newParticipantToken()
{
    // Without letters and digits that are taken for each other when they are read aloud.
    static const QString letters = QStringLiteral("abcdefghjkmnpqrstuvwxyz23456789");
    constexpr int length = 12;
    QString token;
    for (int i = 0; i < length; ++i)
        token += letters.at(QRandomGenerator::system()->bounded(static_cast<int>(letters.size())));
    return token;
}

QString nextParticipantNumber(const std::vector<Participant> &participants)
{
    qlonglong highest = 0;
    qsizetype width = 3;
    for (const Participant &participant : participants) {
        if (!isDigits(participant.number))
            continue;
        highest = std::max(highest, participant.number.toLongLong());
        width = std::max(width, participant.number.size());
    }
    return QStringLiteral("%1").arg(highest + 1, static_cast<int>(width), 10, QChar(u'0'));
}

Result<qint64> addParticipant(Document &document, const Participant &participant, const QString &label)
{
    Participant added = participant;
    if (added.token.isEmpty())
        added.token = newParticipantToken();
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        if (added.number.isEmpty()) {
            TANE_TRY(const std::vector<Participant> all, participantsOf(document, added.workshop));
            added.number = nextParticipantNumber(all);
        }
        TANE_TRY(id, RecordTable<Participant>(document).add(added, label));
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

Result<> updateParticipants(Document &document, const std::vector<Participant> &participants,
                            const QString &label)
{
    return document.perform(label, [&](Database &) -> Result<> {
        RecordTable<Participant> table(document);
        for (const Participant &participant : participants)
            TANE_CHECK(table.update(participant, label));
        return {};
    });
}

Result<int> setParticipantStates(Document &document, const std::vector<qint64> &participants,
                                 Participant::State state)
{
    const QString label = Texts::tr("申込み状況の変更（%1）").arg(participantStateText(state));
    int changed = 0;
    const auto work = [&](Database &) -> Result<> {
        RecordTable<Participant> table(document);
        for (const qint64 id : participants) {
            TANE_TRY(Participant participant, table.load(id));
            if (participant.state == state)
                continue;
            participant.state = state;
            TANE_CHECK(table.update(participant, label));
            ++changed;
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return changed;
}

Result<> removeParticipants(Document &document, const std::vector<qint64> &participants)
{
    const QString label = Texts::tr("参加者の削除");
    return document.perform(label, [&](Database &) -> Result<> {
        RecordTable<Participant> table(document);
        for (const qint64 id : participants)
            TANE_CHECK(table.remove(id, label));
        return {};
    });
}

Result<int> numberParticipants(Document &document, qint64 workshop)
{
    const QString label = Texts::tr("受付番号の付与");
    int numbered = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(std::vector<Participant> all, participantsOf(document, workshop));
        for (Participant &participant : all) {
            if (!participant.number.isEmpty())
                continue;
            participant.number = nextParticipantNumber(all);
            TANE_CHECK(RecordTable<Participant>(document).update(participant, label));
            ++numbered;
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return numbered;
}

} // namespace tane
