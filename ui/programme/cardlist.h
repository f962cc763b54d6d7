#pragma once

#include <QBoxLayout>

#include <algorithm>
#include <vector>

namespace tane {

/// Puts cards into a layout in this order. Those that are no longer wanted go; the others stay where they are
/// when the order is the same, so that focus and what is being typed stay, too.
template<class CardType>
void placeCards(QBoxLayout *layout, std::vector<CardType *> &shown, std::vector<CardType *> wanted)
{
    if (shown == wanted)
        return;
    for (CardType *card : shown) {
        layout->removeWidget(card);
        if (std::ranges::find(wanted, card) == wanted.end()) {
            card->hide();
            card->deleteLater();
        }
    }
    for (CardType *card : wanted)
        layout->addWidget(card);
    shown = std::move(wanted);
}

} // namespace tane
