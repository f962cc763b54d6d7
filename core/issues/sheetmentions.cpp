#include "issues/sheetmentions.h"

#include "issues/pipeline.h"

namespace tane {

Result<std::vector<SheetMention>> sheetMentions(Document &document, PeopleSheetKind kind, qint64 id)
{
    std::vector<SheetMention> all;
    if (id == 0 || (kind != PeopleSheetKind::Person && kind != PeopleSheetKind::Municipality))
        return all;
    TANE_TRY(const std::vector<IssueMention> mentions,
             kind == PeopleSheetKind::Person ? raisedBy(document, id) : issuesOf(document, id));
    for (const IssueMention &one : mentions)
        if (one.kind != IssueMention::Kind::Consultation)
            all.push_back({one.day, one.what, one.text, one.state});
    return all;
}

} // namespace tane
