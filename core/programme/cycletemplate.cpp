#include "programme/cycletemplate.h"

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
    Q_DECLARE_TR_FUNCTIONS(tane::CycleTemplate)
};

std::unexpected<Error> damaged(const QString &detail)
{
    return fail(ErrorCode::Internal,
                Texts::tr("組み込みのひな形を読めません。プログラムを入れ直してください。"), detail);
}

Result<QJsonObject> readObject(const QString &name)
{
    QFile file(QStringLiteral(":/tane/templates/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, Texts::tr("「%1」というひな形はありません。").arg(name));
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    return json.isObject() ? Result<QJsonObject>(json.object()) : damaged(name);
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

/// The place of a word in a list; nothing when it is not there.
template<std::size_t n>
std::optional<std::size_t> wordIndex(const QString &word, const std::array<const char *, n> &words)
{
    const auto found =
        std::ranges::find_if(words, [&word](const char *known) { return word == QLatin1String(known); });
    return found == words.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - words.begin()));
}

} // namespace

Result<Workshop> workshopFromJson(const QJsonObject &object)
{
    constexpr std::array methods{"", "in_person", "online", "hybrid"};
    const auto method = wordIndex(text(object, "method"), methods);
    if (!method)
        return damaged(text(object, "method"));
    Workshop workshop;
    workshop.title = text(object, "title");
    workshop.method = static_cast<Workshop::Method>(*method);
    workshop.heldOn = QDate::fromString(text(object, "heldOn"), Qt::ISODate);
    workshop.dateNote = text(object, "dateNote");
    workshop.place = text(object, "place");
    workshop.participants = text(object, "participants");
    if (object.contains(QLatin1String("capacity")))
        workshop.capacity = object.value(QLatin1String("capacity")).toInt();
    workshop.capacityNote = text(object, "capacityNote");
    workshop.recruitFrom = QDate::fromString(text(object, "recruitFrom"), Qt::ISODate);
    workshop.recruitUntil = QDate::fromString(text(object, "recruitUntil"), Qt::ISODate);
    workshop.recruitNote = text(object, "recruitNote");
    workshop.publicity = text(object, "publicity");
    workshop.beforeEvent = text(object, "beforeEvent");
    workshop.atEvent = text(object, "atEvent");
    workshop.afterEvent = text(object, "afterEvent");
    workshop.assessment = text(object, "assessment");
    workshop.other = text(object, "other");
    workshop.startsAt = QTime::fromString(text(object, "startsAt"), QStringLiteral("HH:mm"));
    return workshop;
}

Result<std::vector<TimetableRow>> timetableFromJson(const QJsonArray &array)
{
    constexpr std::array blocks{"lecture", "cases", "group_work", "other"};
    std::vector<TimetableRow> rows;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const auto block = wordIndex(text(object, "block"), blocks);
        if (!block || !object.contains(QLatin1String("minutes")))
            return damaged(text(object, "title"));
        TimetableRow row;
        row.minutes = object.value(QLatin1String("minutes")).toInt();
        row.block = static_cast<TimetableRow::Block>(*block);
        row.isTheme = object.value(QLatin1String("theme")).toBool();
        row.title = text(object, "title");
        row.content = text(object, "content");
        row.lecturer = text(object, "lecturer");
        row.aim = text(object, "aim");
        row.staffNote = text(object, "staffNote");
        rows.push_back(row);
    }
    return rows;
}

std::vector<Task> tasksFromJson(const QJsonArray &array)
{
    std::vector<Task> tasks;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        Task task;
        task.code = text(object, "code");
        task.title = text(object, "title");
        task.offsetMonths = object.value(QLatin1String("months")).toInt();
        task.offsetDays = object.value(QLatin1String("days")).toInt();
        task.note = text(object, "note");
        tasks.push_back(task);
    }
    return tasks;
}

Result<TemplateContents> loadTemplate(const QString &id)
{
    TANE_TRY(const QJsonObject root, readObject(id));
    TemplateContents contents;
    contents.about = {text(root, "id"), text(root, "title"), text(root, "description")};
    if (contents.about.id != id) // the checklist lies in the same folder
        return fail(ErrorCode::NotFound, Texts::tr("「%1」というひな形はありません。").arg(id));
    TANE_TRY(contents.workshop, workshopFromJson(root.value(QLatin1String("workshop")).toObject()));
    TANE_TRY(contents.timetable, timetableFromJson(root.value(QLatin1String("timetable")).toArray()));
    contents.tasks = tasksFromJson(root.value(QLatin1String("tasks")).toArray());
    return contents;
}

Result<std::vector<Task>> builtInChecklist(const std::vector<Task> &ofTemplate)
{
    TANE_TRY(const QJsonObject root, readObject(QStringLiteral("checklist")));
    std::vector<Task> tasks = tasksFromJson(root.value(QLatin1String("tasks")).toArray());
    for (const Task &own : ofTemplate) {
        const auto same = std::ranges::find(tasks, own.code, &Task::code);
        if (same == tasks.end())
            tasks.push_back(own);
        else
            *same = own;
    }
    return tasks;
}

const std::vector<CycleTemplate> &CycleRepository::templates()
{
    static const std::vector<CycleTemplate> all = [] {
        std::vector<CycleTemplate> found;
        for (const char *id : {"full-day", "half-day", "basic-programme", "study-meeting"}) {
            if (const auto contents = loadTemplate(QLatin1String(id)))
                found.push_back(contents->about);
        }
        return found;
    }();
    return all;
}

} // namespace tane
