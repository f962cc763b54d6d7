#pragma once

#include "base/error.h"

#include <QGridLayout>
#include <QList>

#include <optional>

class QLabel;

namespace tane {

/// Labels at the left, fields at the right: the form of a card or panel.
class FieldGrid : public QGridLayout
{
    Q_OBJECT
public:
    explicit FieldGrid(int labelWidth = 76);
    /// The fields share the row; one of a fixed width keeps that. Gives the label.
    QLabel *addField(const QString &label, const QList<QWidget *> &fields);

private:
    int m_labelWidth = 0;
};

/// A count as it is typed: "12,345", "１２３人", "80 名"; nothing for an empty text. BadFormat for what is no
/// whole number from 0 to `most`.
[[nodiscard]] Result<std::optional<int>> parseCount(const QString &text, int most = 100'000'000);
/// A percentage as it is typed ("31.5", "３１．５％") in tenths; nothing for an empty text. BadFormat for
/// what is no percentage from 0 to 100.
[[nodiscard]] Result<std::optional<int>> parseTenths(const QString &text);
/// "12,345"; empty when not known.
[[nodiscard]] QString countText(const std::optional<int> &count);

} // namespace tane
