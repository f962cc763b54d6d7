#pragma once

#include "core/storage/storagetest.h"
#include "exchange/formsheet.h"
#include "participants/applicantimport.h"
#include "participants/applicationform.h"
#include "programme/workshop.h"

#include <QMap>

/// A workshop that people apply for. All people are invented.
namespace applicantfile {

struct Held
{
    storagetest::Folder folder;
    std::unique_ptr<tane::Document> document;
    qint64 workshop = 0;
    /// A file of 架空県 with a workshop on 2026-11-19 for `capacity` people, with the built-in questionnaire
    /// when it says so.
    explicit Held(std::optional<int> capacity = {}, bool withQuestionnaire = false);

    [[nodiscard]] std::vector<tane::Participant> participants() const;
    [[nodiscard]] tane::Participant named(const QString &name) const;
    qint64 add(const tane::Participant &participant) const;
    /// Read on 2026-10-01; nothing is stored.
    [[nodiscard]] tane::ApplicantImport read(const QString &name,
                                             const tane::ApplicantColumns &columns = {}) const;
    /// Read and stored: how many were added or changed.
    int take(const QString &name) const;
    [[nodiscard]] tane::ApplicationFormContext context() const;
    /// A form that came back with these answers by label, at a path inside the folder.
    void returnForm(const QString &name, const QMap<QString, QString> &answers,
                    const tane::Participant *sentTo = nullptr) const;
    void csv(const QString &name, const std::vector<QStringList> &rows) const;
    /// Answers of a wave, stored: fields by name, one mark.
    std::vector<qint64> answer(tane::Wave wave, const std::vector<QMap<tane::Field, QString>> &people) const;
};

/// 氏名, ふりがな, 立場, 所属 and address of somebody who tells nothing else.
[[nodiscard]] QMap<QString, QString> somebody(const QString &name, const QString &affiliation,
                                              const QString &email = {}, const QString &kana = {});
/// Fills in the inputs beside labels; in the box beside the name of a qualification.
void fillIn(tane::FormSheet &sheet, const QMap<QString, QString> &answers);

[[nodiscard]] tane::Participant person(const QString &name,
                                       tane::Participant::State state = tane::Participant::State::Accepted,
                                       const QString &role = QStringLiteral("コーディネーター"));
[[nodiscard]] QString problemsOf(const std::vector<tane::Problem> &problems);

} // namespace applicantfile
