#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

namespace tane::docx {

/// Lengths in twentieths of a point, as WordprocessingML counts.
inline constexpr int kPageWidth = 11906, kPageHeight = 16838, kMargin = 1247; // A4, 22 mm
inline constexpr int kTextWidth = kPageWidth - 2 * kMargin;                   // 9412, 166 mm
inline constexpr double kTextWidthMm = 166.0, kMaxFigureHeightMm = 200.0;

/// Parts that do not depend on the report.
/// `formBodyMm`: size of the text of forms.
[[nodiscard]] QByteArray stylesXml(double formBodyMm = 3.2);
/// Further w:style elements for a table of contents.
[[nodiscard]] QByteArray contentsStyles();
[[nodiscard]] QByteArray numberingXml();
[[nodiscard]] QByteArray settingsXml();
[[nodiscard]] QByteArray fontTableXml();
[[nodiscard]] QByteArray packageRelationshipsXml();
[[nodiscard]] QByteArray contentTypesXml();
[[nodiscard]] QByteArray appPropertiesXml();

/// Parts that do.
[[nodiscard]] QByteArray corePropertiesXml(const QString &title);
/// The page number ends at `textWidth` from the left.
[[nodiscard]] QByteArray footerXml(const QString &words, int textWidth);
[[nodiscard]] QByteArray documentRelationshipsXml(int pictures);

} // namespace tane::docx
