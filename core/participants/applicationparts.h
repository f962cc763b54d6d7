#pragma once

// Private to the application form: what making and reading it share.

#include "participants/applicationform.h"

#include <QCoreApplication>

namespace tane::application {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ApplicationForm)
};

inline constexpr char kMark[] = "tane-application-1";

[[nodiscard]] QString titleText();
/// The label of a field; no label reads like a word of a drop-down.
[[nodiscard]] QString labelOf(ApplicantField field);
[[nodiscard]] QString otherQualifications();
/// The qualifications that have a box of their own.
[[nodiscard]] QStringList gridQualifications(const QStringList &vocabulary);
/// The fields of the form in its order.
[[nodiscard]] const std::vector<ApplicantField> &fields();
/// All labels in the order of the form.
[[nodiscard]] QStringList labels(const QStringList &qualifications);

} // namespace tane::application
