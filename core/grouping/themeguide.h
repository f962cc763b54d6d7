#pragma once

#include "grouping/kit.h"

namespace tane {

/// What one theme of the group work is opened and guided with: the slide shows its points, the facilitator's
/// sheet asks its questions, the timer shows both.
struct ThemeGuide
{
    QString heading;  ///< "テーマ１"
    QString title;    ///< 住民・患者・家族が困っていること…
    QString subtitle; ///< small, below; may be empty
    QTime start, end; ///< invalid without a timetable
    int minutes = 40;
    QString aim;          ///< ねらい
    QStringList points;   ///< 考えるポイント, for the slide
    QStringList openings; ///< questions that open the theme
    QStringList stuck;    ///< what helps when the talk stops
    QString closing;      ///< what leads on
};

/// A step of a theme with its minutes.
struct ThemeStep
{
    QString text;
    int minutes = 0;
};

/// The three themes of the programme (図表-82) with points and questions of our own.
[[nodiscard]] const std::vector<ThemeGuide> &standardThemes();
/// The themes of a workshop's timetable in their order; those of the programme are known by their number or
/// their words and get its points and questions, others what fits any theme. Without themes in the timetable
/// the three of the programme.
[[nodiscard]] std::vector<ThemeGuide> themesOf(const Timetable &timetable);
/// The guide of a row of a timetable; nothing when it is no theme.
[[nodiscard]] std::optional<ThemeGuide> themeOf(const Timetable &timetable, std::size_t row);
/// How the minutes of a theme may be spent: writing alone, putting together, arranging, looking back. They
/// add up to `minutes`; empty below ten.
[[nodiscard]] std::vector<ThemeStep> themeSteps(int minutes);

} // namespace tane
