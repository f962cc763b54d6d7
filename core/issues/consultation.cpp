#include "issues/consultation.h"

#include "base/textfold.h"
#include "issues/issuecolumns.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Issues)
};

constexpr std::array kAskers{"", "person", "family", "care_manager", "medical", "pharmacy", "other"};

} // namespace

QString askerPrefix(const Consultation &consultation)
{
    const bool named = consultation.asker == Asker::Other && !consultation.askerNote.isEmpty();
    const QString who = named ? consultation.askerNote : askerText(consultation.asker);
    return who.isEmpty() ? QString() : Texts::tr("（%1）").arg(who);
}

std::vector<RecordColumn<ConsultationTopic>> RecordSchema<ConsultationTopic>::columns()
{
    using T = ConsultationTopic;
    return {recordColumn("heading", &T::heading), recordColumn("view", &T::view),
            foldedColumn<T>([](const T &one) {
                return foldedTexts({one.heading, one.view});
            })};
}

std::vector<RecordColumn<Consultation>> RecordSchema<Consultation>::columns()
{
    using C = Consultation;
    return {referenceColumn("topic", &C::topic),
            recordColumn("received_on", &C::receivedOn),
            wordColumn("asker", &C::asker, kAskers),
            recordColumn("asker_note", &C::askerNote),
            recordColumn("excerpt", &C::excerpt),
            recordColumn("why", &C::why),
            recordColumn("elsewhere", &C::elsewhere),
            recordColumn("prevention", &C::prevention),
            wordsColumn("scenes", &C::scenes),
            referenceColumn("municipality", &C::municipality),
            referenceColumn("centre", &C::centre),
            foldedColumn<C>([](const C &one) {
                return foldedTexts({one.excerpt, one.why, one.elsewhere, one.prevention});
            })};
}

const ConsultationTopic *Consultations::topic(qint64 id) const
{
    const auto found = std::ranges::find(topics, id, &ConsultationTopic::id);
    return id == 0 || found == topics.end() ? nullptr : &*found;
}

std::vector<const Consultation *> Consultations::of(qint64 topic) const
{
    std::vector<const Consultation *> found;
    for (const Consultation &one : all)
        if (one.topic == topic)
            found.push_back(&one);
    return found;
}

Result<Consultations> loadConsultations(Document &document)
{
    Consultations loaded;
    TANE_TRY(loaded.topics, RecordTable<ConsultationTopic>(document).all());
    TANE_TRY(loaded.all, RecordTable<Consultation>(document).all());
    std::ranges::stable_sort(loaded.all, [](const Consultation &a, const Consultation &b) {
        return a.receivedOn.isValid() != b.receivedOn.isValid() ? a.receivedOn.isValid()
                                                                : a.receivedOn > b.receivedOn;
    });
    return loaded;
}

Consultation consultationFromLine(const QString &line)
{
    Consultation made;
    const QString text = tidy(line); // brackets become half-width ones
    const qsizetype close = text.indexOf(u')');
    if (text.startsWith(u'(') && close > 1) {
        made.asker = askerFromText(QStringView(text).sliced(1, close - 1));
        if (made.asker != Asker::Unknown) {
            made.excerpt = line.trimmed();
            // The same bracket as it was typed, in either width.
            const qsizetype typed = made.excerpt.indexOf(QChar(u'）'));
            const qsizetype ascii = made.excerpt.indexOf(QChar(u')'));
            const qsizetype end = typed < 0 ? ascii : ascii < 0 ? typed : std::min(typed, ascii);
            made.excerpt = made.excerpt.sliced(end + 1).trimmed();
            return made;
        }
    }
    made.excerpt = line.trimmed();
    return made;
}

Result<> sortConsultations(Document &document, const std::vector<qint64> &consultations,
                           const QString &heading, const QString &label)
{
    return document.perform(label, [&](Database &) -> Result<> {
        const QString name = tidy(heading);
        qint64 topic = 0;
        if (!name.isEmpty()) {
            RecordTable<ConsultationTopic> topics(document);
            TANE_TRY(const std::vector<ConsultationTopic> all, topics.all());
            const auto same = std::ranges::find_if(
                all, [&](const ConsultationTopic &one) { return foldName(one.heading) == foldName(name); });
            if (same != all.end()) {
                topic = same->id;
            } else {
                TANE_TRY(topic, topics.add({.heading = name}, label));
            }
        }
        RecordTable<Consultation> table(document);
        for (const qint64 id : consultations) {
            TANE_TRY(Consultation one, table.load(id));
            one.topic = topic;
            TANE_CHECK(table.update(one, label));
        }
        return {};
    });
}

} // namespace tane
