#pragma once

#include "shell/editors/linelist.h"
#include "storage/recordtable.h"

#include <QCoreApplication>

namespace tane {

/// The callbacks of a LineList whose lines are the records of one ordered list. `prototype` names that list
/// (programme, target group, kind …); `text` is the member that is edited; `noun` makes the undo labels
/// ("目標" → "目標の追加", "目標の変更", "目標の削除", "目標の並べ替え", "目標の移動").
template<class T>
[[nodiscard]] LineList::Callbacks recordLines(Document &document, const T &prototype, QString T::*text,
                                              const QString &noun)
{
    const auto label = [noun](const char *pattern) {
        return QCoreApplication::translate("recordLines", pattern).arg(noun);
    };
    LineList::Callbacks callbacks;
    callbacks.add = [=, &document](const QStringList &texts, int position) -> Result<std::vector<qint64>> {
        std::vector<qint64> ids;
        TANE_CHECK(document.perform(
            label(QT_TRANSLATE_NOOP("recordLines", "%1の追加")), [&](Database &) -> Result<> {
                for (const QString &line : texts) {
                    T record = prototype;
                    record.id = 0;
                    record.*text = line;
                    const int at = position + static_cast<int>(ids.size());
                    TANE_TRY(const qint64 id, RecordTable<T>(document).add(record, {}, at));
                    ids.push_back(id);
                }
                return {};
            }));
        return ids;
    };
    callbacks.update = [=, &document](qint64 id, const QString &line) -> Result<> {
        RecordTable<T> table(document);
        TANE_TRY(T record, table.load(id));
        record.*text = line;
        return table.update(record, label(QT_TRANSLATE_NOOP("recordLines", "%1の変更")));
    };
    callbacks.remove = [=, &document](qint64 id) {
        return RecordTable<T>(document).remove(id, label(QT_TRANSLATE_NOOP("recordLines", "%1の削除")));
    };
    callbacks.move = [=, &document](qint64 id, int position) {
        return RecordTable<T>(document).move(id, position,
                                             label(QT_TRANSLATE_NOOP("recordLines", "%1の並べ替え")));
    };
    return callbacks;
}

} // namespace tane
