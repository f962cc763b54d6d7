#pragma once

#include "storage/document.h"

namespace tane {

/// A place in the file where the words were found.
struct SearchHit
{
    QString place;        ///< "目標・短期", "アンケートの回答" …
    QString text;         ///< the text that holds the words, shortened around the first
    qint64 programme = 0; ///< to be shown; 0 = any
    qint64 workshop = 0;
    QString page;  ///< page id of the window that shows it: "goals"
    QString table; ///< table and row, so that the page can bring it into view
    qint64 row = 0;
};

/// Looks for all words (divided by spaces; width, case, kana and variant kanji do not matter) in everything
/// the officer wrote, in the registers, and in people's names and affiliations. At most `limit` hits,
/// programme texts first. An empty query gives none.
[[nodiscard]] Result<std::vector<SearchHit>> searchFile(Document &document, const QString &query,
                                                        int limit = 200);

} // namespace tane
