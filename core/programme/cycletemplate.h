#pragma once

#include "programme/cycle.h"

class QJsonArray;
class QJsonObject;

namespace tane {

/// What a built-in shape of a programme brings along. Nothing of it is stored yet.
struct TemplateContents
{
    CycleTemplate about;
    Workshop workshop; ///< texts of the design and where the timetable starts; no dates
    std::vector<TimetableRow> timetable;
    std::vector<Task> tasks; ///< beside those of the built-in checklist; one with the same code replaces it
};

/// Reads resources/templates/ID.json. Errors: NotFound for an unknown id, Internal for a damaged one.
[[nodiscard]] Result<TemplateContents> loadTemplate(const QString &id);
/// The built-in checklist around a workshop, with the tasks of a template put into it.
[[nodiscard]] Result<std::vector<Task>> builtInChecklist(const std::vector<Task> &ofTemplate = {});

/// The parts of such files, which the built-in example is written in too. Errors: Internal for a word that
/// is not known.
[[nodiscard]] Result<Workshop> workshopFromJson(const QJsonObject &object);
[[nodiscard]] Result<std::vector<TimetableRow>> timetableFromJson(const QJsonArray &array);
[[nodiscard]] std::vector<Task> tasksFromJson(const QJsonArray &array);

} // namespace tane
