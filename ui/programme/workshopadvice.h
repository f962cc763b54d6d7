#pragma once

#include "programme/workshop.h"

#include <vector>

namespace tane {

/// Something worth thinking of while a workshop is designed. Never a condition: it can be put aside.
struct WorkshopAdvice
{
    enum class Field { Date, Method, Capacity, Recruiting, Publicity };
    QString id; ///< stable: "late-in-year"; what was put aside is remembered by it
    Field field = Field::Date;
    QString text;
};

/// What fits the design as it stands (experience of the trials, domain: 2.3): the day in the fiscal year,
/// assembly sessions, meeting in person, room in capacity and recruiting, and whom to write to.
[[nodiscard]] std::vector<WorkshopAdvice> adviceFor(const Workshop &workshop);

} // namespace tane
