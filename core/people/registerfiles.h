#pragma once

#include "exchange/table.h"
#include "people/registry.h"
#include "survey/answersheet.h"

namespace tane {

enum class RegisterKind { People, Centres, Municipalities };

/// What reading a list would do, before it is done.
struct RegisterImport
{
    RegisterKind kind = RegisterKind::People;
    int added = 0, changed = 0, unchanged = 0;
    std::vector<Problem> problems; ///< rows or cells left out, with their place
    QStringList ignoredColumns;    ///< heads that mean nothing here
    /// Does it; one undo step.
    std::function<Result<>(Document &)> apply;
};

/// Writes a register as a workbook that readRegister takes back without loss (hidden id column, drop-downs
/// for the lists). `masked`: names and contact left out, and the file can't be read back.
[[nodiscard]] Result<> writeRegister(Document &document, RegisterKind kind, const QString &path,
                                     bool masked = false);
/// Reads a workbook or CSV, one row a person, centre or municipality. Columns by their heads; who is who by
/// the id column, else 市町村コード / name and municipality / name, kana and workplace. A changed workplace
/// ends the former affiliation on the day before 異動日 (or today) and begins another. An empty cell of a
/// known row leaves what is stored. Errors: NothingUnderstood when no column is recognised.
[[nodiscard]] Result<RegisterImport> readRegister(Document &document, RegisterKind kind, const QString &path,
                                                  QDate today);

/// A difference between the yearly survey of municipalities (実施状況調査) and the registers.
struct SurveyMismatch
{
    QString municipality;
    QString what; ///< "運営", "コーディネーターの人数", "センター"
    QString registered;
    QString surveyed;
    QString place; ///< cell of the table
};
/// A table with a column 市町村 (or 市町村コード) and any of 運営, 人口, 高齢化率, 要介護認定率, 所管課,
/// 拠点, センター, コーディネーターの人数, 配置の有無. Municipalities only in one of the two are mismatches,
/// too.
[[nodiscard]] Result<std::vector<SurveyMismatch>> compareSurvey(const Registry &registry, const Table &table,
                                                                QDate on);

} // namespace tane
