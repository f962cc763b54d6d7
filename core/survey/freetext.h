#pragma once

#include "chart/chartspec.h"
#include "storage/recordtable.h"
#include "survey/questionnaire.h"

#include <vector>

namespace tane {

/// What free answers are about; one list for the file, so that years can be compared.
struct TextCode
{
    qint64 id = 0;
    int position = 0;
    QString name;
    QString note;
    QString question; ///< code of the only item it is offered for; empty: all
    friend bool operator==(const TextCode &, const TextCode &) = default;
};

/// A free answer chosen for the report, in the words it is quoted with.
struct TextExcerpt
{
    qint64 id = 0;
    qint64 workshop = 0;
    qint64 response = 0;
    qint64 item = 0;
    QString text;
    friend bool operator==(const TextExcerpt &, const TextExcerpt &) = default;
};

/// One free answer. Whose it is, is not kept: coding looks at what was said.
struct FreeAnswer
{
    qint64 response = 0;
    qint64 item = 0; ///< row of the item, maybe of a former version of the questionnaire
    QString question; ///< its code
    Wave wave = Wave::After;
    QString role; ///< as the person wrote it; "（未回答）" when she did not
    QString text;
    std::vector<qint64> codes; ///< in the order of the list
    qint64 excerpt = 0;        ///< 0: not quoted
};

/// A question somebody wrote something to.
struct TextQuestion
{
    QString code;
    QString text;
    int answers = 0;
    int uncoded = 0;
};

/// Everything the page of free answers shows.
struct FreeTexts
{
    std::vector<TextQuestion> questions; ///< in the order of the questionnaire, those no longer asked last
    std::vector<FreeAnswer> answers;     ///< by question, then as they came in
    std::vector<TextCode> codes;         ///< in their order
    std::vector<TextExcerpt> excerpts;   ///< in their order
    QStringList roles;                   ///< commonest first

    /// Those that are offered for a question; all of them when it is empty.
    [[nodiscard]] std::vector<TextCode> codesFor(const QString &question) const;
    [[nodiscard]] const TextExcerpt *excerptOf(const FreeAnswer &answer) const;
};
/// Of a workshop, all waves. Answers that do not count, because the same person answered again, are left out.
[[nodiscard]] Result<FreeTexts> loadFreeTexts(Document &document, qint64 workshop);

// Every change is one undo step.

/// Adds a code at the end of the list; Conflict when one has the same name, Usage without a name.
[[nodiscard]] Result<qint64> addTextCode(Document &document, const TextCode &code);
/// Its name, note and question.
[[nodiscard]] Result<> saveTextCode(Document &document, const TextCode &code);
/// With all marks that were given.
[[nodiscard]] Result<> removeTextCode(Document &document, qint64 code);
/// One place up (−1) or down (+1); nothing happens at the end.
[[nodiscard]] Result<> moveTextCode(Document &document, qint64 code, int by);
/// Says that an answer is (not) about a code.
[[nodiscard]] Result<> setTextCoded(Document &document, const FreeAnswer &answer, qint64 code, bool coded);
/// Quotes an answer, or changes how it is quoted; an empty text takes it out of the report.
[[nodiscard]] Result<> saveExcerpt(Document &document, qint64 workshop, const FreeAnswer &answer,
                                   const QString &text);

/// How often each code was given. An answer may have several, so the rows do not add up to the base.
struct TextCodeCounts
{
    QStringList roles;     ///< "all" first
    std::vector<int> base; ///< answers, by role
    struct Row
    {
        qint64 code = 0; ///< 0: no code yet
        QString name;
        std::vector<int> counts; ///< by role
    };
    std::vector<Row> rows; ///< by code; those without a code last, when there are any
};
/// Of one question; of all when it is empty.
[[nodiscard]] TextCodeCounts countTextCodes(const FreeTexts &texts, const QString &question);
/// Bars of one role ("all" or a value), the commonest code first.
[[nodiscard]] ChartSpec textCodeChart(const FreeTexts &texts, const QString &question, const QString &role);

/// XLSX: counts by code and role with a chart, the quotations, and, for inside, every answer with its codes.
/// Nobody's name is in either; `external` also masks small groups and leaves the answers out.
[[nodiscard]] Result<> writeFreeTexts(const QString &path, const FreeTexts &texts, bool external);

template<>
struct RecordSchema<TextCode>
{
    static QString table() { return QStringLiteral("text_code"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<TextCode>> columns();
};

template<>
struct RecordSchema<TextExcerpt>
{
    static QString table() { return QStringLiteral("text_excerpt"); }
    static QStringList siblings() { return {QStringLiteral("workshop")}; }
    static std::vector<RecordColumn<TextExcerpt>> columns();
};

} // namespace tane
