#pragma once

#include "issues/pipeline.h"

namespace tane {

/// One note or consultation that stands behind a card.
struct CardSource
{
    enum class Kind { Note, Consultation };
    Kind kind = Kind::Note;
    qint64 id = 0;
    qint64 card = 0; ///< the card it hangs on: the one asked for, or one that it came from
    QString text;
    QString where; ///< "コーディネーター研修会 3班 さくら", "楓町 相談窓口 令和8年6月1日"
};
/// The very notes and consultations a card came from, those of its origins among them: its own first, then
/// card by card back to the beginning. Each once.
[[nodiscard]] Result<std::vector<CardSource>> cardSources(Document &document, const Pipeline &pipeline,
                                                          qint64 card);

} // namespace tane
