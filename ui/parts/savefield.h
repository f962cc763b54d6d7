#pragma once

#include "storage/recordtable.h"

namespace tane {

/// Changes one field of a stored record; one undo step called `label`. What another field holds by now is
/// kept: a page may show an older state while two of its editors save.
template<class T, class Member>
[[nodiscard]] Result<> saveField(Document &document, qint64 id, Member T::*member,
                                 const std::type_identity_t<Member> &value, const QString &label)
{
    RecordTable<T> table(document);
    TANE_TRY(T record, table.load(id));
    record.*member = value;
    return table.update(record, label);
}

} // namespace tane
