#pragma once

#include "storage/document.h"

#include <QDate>

#include <vector>

namespace tane {

/// A workshop: the event between the two questionnaires.
struct Workshop
{
    qint64 id = 0;
    QString title;
    QDate heldOn;             ///< may be invalid: not fixed yet
    qint64 questionnaire = 0; ///< row id of the stored questionnaire
    friend bool operator==(const Workshop &, const Workshop &) = default;
};

/// Loads and saves workshops. Every change is one undo step.
class WorkshopRepository
{
public:
    explicit WorkshopRepository(Document &document)
        : m_document(document)
    {
    }
    [[nodiscard]] Result<std::vector<Workshop>> all();
    [[nodiscard]] Result<Workshop> load(qint64 id);
    /// Inserts when id is 0; gives the id.
    [[nodiscard]] Result<qint64> save(const Workshop &workshop);
    [[nodiscard]] Result<> remove(qint64 id);

    /// Name of the prefecture this file belongs to; empty when not set.
    [[nodiscard]] Result<QString> prefecture();
    [[nodiscard]] Result<> setPrefecture(const QString &name);

private:
    Document &m_document;
};

} // namespace tane
