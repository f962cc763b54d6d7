#include "programme/workshop.h"

#include "programme/cycle.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::WorkshopRepository)
};

constexpr std::array kMethods{"", "in_person", "online", "hybrid"};

/// Those without a date are being planned: last. Then in the order they were held.
void sortByDate(std::vector<Workshop> &workshops)
{
    std::ranges::stable_sort(workshops, {}, [](const Workshop &workshop) {
        return std::pair(!workshop.heldOn.isValid(), workshop.heldOn);
    });
}

} // namespace

std::vector<RecordColumn<Workshop>> RecordSchema<Workshop>::columns()
{
    return {referenceColumn("programme", &Workshop::programme),
            referenceColumn("questionnaire", &Workshop::questionnaire),
            recordColumn("title", &Workshop::title),
            recordColumn("held_on", &Workshop::heldOn),
            recordColumn("date_note", &Workshop::dateNote),
            wordColumn("method", &Workshop::method, kMethods),
            recordColumn("place", &Workshop::place),
            recordColumn("participants", &Workshop::participants),
            recordColumn("capacity", &Workshop::capacity),
            recordColumn("capacity_note", &Workshop::capacityNote),
            recordColumn("recruit_from", &Workshop::recruitFrom),
            recordColumn("recruit_until", &Workshop::recruitUntil),
            recordColumn("recruit_note", &Workshop::recruitNote),
            recordColumn("publicity", &Workshop::publicity),
            recordColumn("before_event", &Workshop::beforeEvent),
            recordColumn("at_event", &Workshop::atEvent),
            recordColumn("after_event", &Workshop::afterEvent),
            recordColumn("assessment", &Workshop::assessment),
            recordColumn("other", &Workshop::other),
            recordColumn("starts_at", &Workshop::startsAt)};
}

QString workshopMethodText(Workshop::Method method)
{
    switch (method) {
    case Workshop::Method::Open:
        return {};
    case Workshop::Method::InPerson:
        return Texts::tr("対面");
    case Workshop::Method::Online:
        return Texts::tr("オンライン");
    case Workshop::Method::Hybrid:
        return Texts::tr("ハイブリッド");
    }
    Q_UNREACHABLE();
}

Result<std::vector<Workshop>> WorkshopRepository::all()
{
    TANE_TRY(std::vector<Workshop> workshops, RecordTable<Workshop>(m_document).all());
    sortByDate(workshops);
    return workshops;
}

Result<std::vector<Workshop>> WorkshopRepository::of(qint64 programme)
{
    TANE_TRY(std::vector<Workshop> workshops,
             RecordTable<Workshop>(m_document).all(QStringLiteral("programme"), programme));
    sortByDate(workshops);
    return workshops;
}

Result<Workshop> WorkshopRepository::load(qint64 id)
{
    return RecordTable<Workshop>(m_document).load(id);
}

Result<qint64> WorkshopRepository::save(const Workshop &workshop)
{
    RecordTable<Workshop> table(m_document);
    if (workshop.id != 0) {
        TANE_CHECK(table.update(workshop, Texts::tr("研修会の変更")));
        return workshop.id;
    }
    const QString label = Texts::tr("研修会の追加");
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        Workshop added = workshop;
        if (added.programme == 0) {
            Programme programme;
            programme.title = workshop.title;
            if (workshop.heldOn.isValid())
                programme.firstYear = FiscalYear::of(workshop.heldOn).startYear();
            programme.lastYear = programme.firstYear;
            TANE_TRY(added.programme, RecordTable<Programme>(m_document).add(programme, label));
            TANE_CHECK(addGuidedContents(m_document, added.programme, label));
        }
        TANE_TRY(id, table.add(added, label));
        return {};
    };
    TANE_CHECK(m_document.perform(label, work));
    return id;
}

Result<> WorkshopRepository::remove(qint64 id)
{
    return RecordTable<Workshop>(m_document).remove(id, Texts::tr("研修会の削除"));
}

Result<QString> WorkshopRepository::prefecture()
{
    TANE_TRY(Statement query, m_document.database().prepare(
                                  QStringLiteral("SELECT value FROM meta WHERE key = 'prefecture'")));
    TANE_CHECK(query.run());
    return query.next() ? query.text(0) : QString();
}

Result<> WorkshopRepository::setPrefecture(const QString &name)
{
    return m_document.perform(Texts::tr("都道府県の設定"), [&name](Database &database) -> Result<> {
        TANE_TRY(Statement statement,
                 database.prepare(QStringLiteral("INSERT INTO meta(key, value) VALUES ('prefecture', ?) "
                                                 "ON CONFLICT(key) DO UPDATE SET value = excluded.value")));
        return statement.bind(name).run();
    });
}

} // namespace tane
