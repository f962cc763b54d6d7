#pragma once

#include "people/registry.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>

#include <utility>
#include <vector>

namespace tane {

/// Fills a choice and keeps what was chosen, as far as it is still there.
inline void refillChoices(QComboBox *box, const std::vector<std::pair<QString, qint64>> &choices)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    for (const auto &[text, id] : choices)
        box->addItem(text, id);
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
}

/// The municipalities after what stands for none of them, or all.
[[nodiscard]] inline std::vector<std::pair<QString, qint64>> municipalityChoices(const Registry &registry,
                                                                                 const QString &none)
{
    std::vector<std::pair<QString, qint64>> choices{{none, 0}};
    for (const Municipality &each : registry.municipalities)
        choices.emplace_back(each.name, each.id);
    return choices;
}

} // namespace tane
