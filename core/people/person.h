#pragma once

#include "storage/recordtable.h"

namespace tane {

enum class Employment { Unknown, Full, Part };      ///< 常勤, 非常勤
enum class Duty { Unknown, Exclusive, Concurrent }; ///< 専従, 兼務

/// A coordinator, a municipal officer or anybody else the programme deals with. Personal data: never in logs
/// or file names.
struct Person
{
    qint64 id = 0;
    QString name;
    QString kana;
    QString email;
    QString phone;
    Employment employment = Employment::Unknown;
    Duty duty = Duty::Unknown;
    QDate since; ///< 事業に携わり始めた時期; experience is counted from it
    QString consent;
    QDate keepUntil;
    QDate leftOn;           ///< no longer in this work
    bool anonymous = false; ///< name and contact were taken away; what was answered stays for statistics
    QString note;
    friend bool operator==(const Person &, const Person &) = default;
};

/// A role or function: コーディネーター, 市町村担当者 … One person may have several.
struct PersonRole
{
    qint64 id = 0;
    qint64 person = 0;
    QString name;
    friend bool operator==(const PersonRole &, const PersonRole &) = default;
};

struct PersonQualification
{
    qint64 id = 0;
    qint64 person = 0;
    QString name;
    friend bool operator==(const PersonQualification &, const PersonQualification &) = default;
};

/// Where somebody works or worked. A transfer ends one and begins another; none is overwritten.
struct Affiliation
{
    qint64 id = 0;
    qint64 person = 0;
    qint64 centre = 0;       ///< 0 = none
    qint64 municipality = 0; ///< 0 = none, or the centre's
    QString organisation;    ///< 所属 in words, where neither of the two says it
    QString kind;            ///< 所属先: 病院, 医師会, 市町村 …
    QString title;           ///< 役職
    QDate fromOn;
    QDate untilOn; ///< the last day; invalid: still there
    QString note;
    [[nodiscard]] bool holdsOn(QDate day) const
    {
        return (!fromOn.isValid() || fromOn <= day) && (!untilOn.isValid() || day <= untilOn);
    }
    friend bool operator==(const Affiliation &, const Affiliation &) = default;
};

/// Experience in full months on a day, or nothing when `since` is not known or later.
[[nodiscard]] std::optional<int> experienceMonths(const Person &person, QDate on);
/// "1年未満", "1～3年未満", "3～5年未満", "5年以上".
[[nodiscard]] QString experienceBandOf(int months);

/// A list of words the officer may edit.
enum class Vocabulary { Role, Organisation, Qualification, Operator };
/// The words of a list: the officer's, or else the built-in ones (domain words of the published forms).
[[nodiscard]] Result<QStringList> vocabulary(Document &document, Vocabulary list);
[[nodiscard]] QStringList builtInVocabulary(Vocabulary list);
/// Replaces the list; empty and repeated words are left out. One undo step.
[[nodiscard]] Result<> setVocabulary(Document &document, Vocabulary list, const QStringList &words);

template<>
struct RecordSchema<Person>
{
    static QString table() { return QStringLiteral("person"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Person>> columns();
};

template<>
struct RecordSchema<PersonRole>
{
    static QString table() { return QStringLiteral("person_role"); }
    static QStringList siblings() { return {QStringLiteral("person")}; }
    static std::vector<RecordColumn<PersonRole>> columns();
};

template<>
struct RecordSchema<PersonQualification>
{
    static QString table() { return QStringLiteral("person_qualification"); }
    static QStringList siblings() { return {QStringLiteral("person")}; }
    static std::vector<RecordColumn<PersonQualification>> columns();
};

template<>
struct RecordSchema<Affiliation>
{
    static QString table() { return QStringLiteral("affiliation"); }
    static QStringList siblings() { return {QStringLiteral("person")}; }
    static std::vector<RecordColumn<Affiliation>> columns();
};

} // namespace tane
