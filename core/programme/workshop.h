#pragma once

#include "storage/recordtable.h"

namespace tane {

/// A workshop: the event between the two questionnaires, with all fields of its design sheet (図表-74).
struct Workshop
{
    enum class Method { Open, InPerson, Online, Hybrid };
    qint64 id = 0;
    qint64 programme = 0;
    qint64 questionnaire = 0; ///< row id of the stored questionnaire; 0 = none
    QString title;            ///< タイトル（仮）
    QDate heldOn;             ///< may be invalid: not fixed yet
    QString dateNote;         ///< beside the date: "予備日 …"
    Method method = Method::Open;
    QString place;
    QString participants;
    std::optional<int> capacity; ///< people
    QString capacityNote;
    QDate recruitFrom;
    QDate recruitUntil;
    QString recruitNote;
    QString publicity;
    QString beforeEvent; ///< 全体構成: 開催前
    QString atEvent;     ///< 全体構成: 研修会
    QString afterEvent;  ///< 全体構成: 開催後
    QString assessment;  ///< 評価方法
    QString other;
    QTime startsAt; ///< where the timetable begins
    friend bool operator==(const Workshop &, const Workshop &) = default;
};
/// "対面", "オンライン", "ハイブリッド", or empty.
[[nodiscard]] QString workshopMethodText(Workshop::Method method);

template<>
struct RecordSchema<Workshop>
{
    static QString table() { return QStringLiteral("workshop"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Workshop>> columns();
};

/// Loads and saves workshops. Every change is one undo step.
class WorkshopRepository
{
public:
    explicit WorkshopRepository(Document &document)
        : m_document(document)
    {
    }
    /// In the order they were held, those without a date last.
    [[nodiscard]] Result<std::vector<Workshop>> all();
    [[nodiscard]] Result<std::vector<Workshop>> of(qint64 programme);
    [[nodiscard]] Result<Workshop> load(qint64 id);
    /// Inserts when id is 0; gives the id. A workshop without a programme gets one of its own name, in the
    /// same undo step.
    [[nodiscard]] Result<qint64> save(const Workshop &workshop);
    [[nodiscard]] Result<> remove(qint64 id);

    /// Name of the prefecture this file belongs to; empty when not set.
    [[nodiscard]] Result<QString> prefecture();
    [[nodiscard]] Result<> setPrefecture(const QString &name);

private:
    Document &m_document;
};

} // namespace tane
