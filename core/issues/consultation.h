#pragma once

#include "issues/issuewords.h"
#include "storage/recordtable.h"

namespace tane {

/// What several consultations are about: the right column of the table that is shared.
struct ConsultationTopic
{
    qint64 id = 0;
    QString heading; ///< "往診できる皮膚科"
    QString view;    ///< 相談内容の考察、課題や対応
    friend bool operator==(const ConsultationTopic &, const ConsultationTopic &) = default;
};

/// An excerpt without anything that tells who asked.
struct Consultation
{
    qint64 id = 0;
    qint64 topic = 0; ///< 0 = not sorted yet
    QDate receivedOn;
    Asker asker = Asker::Unknown;
    QString askerNote;  ///< of Other
    QString excerpt;    ///< 相談内容（抜粋）
    QString why;        ///< ①なぜ生じたか
    QString elsewhere;  ///< ②相談室以外に相談できるところはどこか
    QString prevention; ///< ③相談せずに済むようにするにはどうしたらよいか
    QStringList scenes;
    qint64 municipality = 0;
    qint64 centre = 0;
    /// All three questions have an answer.
    [[nodiscard]] bool isThoughtThrough() const
    {
        return !why.isEmpty() && !elsewhere.isEmpty() && !prevention.isEmpty();
    }
    friend bool operator==(const Consultation &, const Consultation &) = default;
};
/// "（ケアマネ）", with the note of Other in it; empty for Unknown.
[[nodiscard]] QString askerPrefix(const Consultation &consultation);

template<>
struct RecordSchema<ConsultationTopic>
{
    static QString table() { return QStringLiteral("consultation_topic"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<ConsultationTopic>> columns();
};

template<>
struct RecordSchema<Consultation>
{
    static QString table() { return QStringLiteral("consultation"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Consultation>> columns();
};

/// All consultations, newest first (those without a date last), and their topics by id.
struct Consultations
{
    std::vector<ConsultationTopic> topics;
    std::vector<Consultation> all;
    [[nodiscard]] const ConsultationTopic *topic(qint64 id) const;
    [[nodiscard]] std::vector<const Consultation *> of(qint64 topic) const;
};
[[nodiscard]] Result<Consultations> loadConsultations(Document &document);

/// One line typed or pasted: "(ケアマネ)往診できる皮膚科は？" gives asker and excerpt; without a bracket that
/// names an asker all of it is the excerpt.
[[nodiscard]] Consultation consultationFromLine(const QString &line);
/// Puts consultations under a topic with this heading, an existing one if a topic has it (width, kana and
/// variant kanji do not matter); an empty heading takes them out. One undo step.
[[nodiscard]] Result<> sortConsultations(Document &document, const std::vector<qint64> &consultations,
                                         const QString &heading, const QString &label);

} // namespace tane
