#pragma once

#include <QString>
#include <QStringList>

namespace tane {

/// The stages from a trouble to policy, in their order: 困りごと, 個別課題, 地域課題のタネ, 真因等の仮説,
/// 地域課題, 協議の場, 施策.
enum class IssueStage { Trouble, Individual, Seed, Hypothesis, Regional, Council, Policy };
inline constexpr int kIssueStages = 7;
/// "地域課題のタネ".
[[nodiscard]] QString issueStageText(IssueStage stage);

/// 未着手, 対応中, 解決, 見送り.
enum class IssueStatus { Open, Doing, Solved, Dropped };
[[nodiscard]] QString issueStatusText(IssueStatus status);

/// 地域づくり型, 課題解決型, 見守り型.
enum class Cooperation { Open, Community, Solving, Watching };
/// Empty for Open.
[[nodiscard]] QString cooperationText(Cooperation kind);

/// Who asked: 本人, 家族, ケアマネ, 医療機関, 薬局.
enum class Asker { Unknown, Person, Family, CareManager, Medical, Pharmacy, Other };
/// "ケアマネ"; empty for Unknown.
[[nodiscard]] QString askerText(Asker asker);
/// Reads askerText, with brackets around it or without, and the usual other words; Unknown for an empty text
/// and for words that are none.
[[nodiscard]] Asker askerFromText(QStringView text);

/// What stands on a note: 困りごと (theme 1), 解決したいこと (theme 2), 伝え方 (theme 3), メモ.
enum class NoteKind { Trouble, Wish, Tell, Memo };
[[nodiscard]] QString noteKindText(NoteKind kind);

/// 日常の療養支援, 入退院支援, 急変時の対応, 看取り. No issue has to have a scene; further ones are
/// furtherScenes() of grouping/poster.h.
[[nodiscard]] const QStringList &fourScenes();
/// What the poster calls a scene: 日常療養 for the first; others as they are.
[[nodiscard]] QString posterScene(const QString &scene);
/// 市町村にうまく伝えるには
[[nodiscard]] QString posterBand();
/// The colour of a scene by its name: 0 to 3 for the four, then by its place among `names`.
[[nodiscard]] int sceneTint(const QString &scene, const QStringList &names = {});
/// Scenes of one record as one text, divided by 、, and back; without repeats and empty ones.
[[nodiscard]] QString joinScenes(const QStringList &scenes);
[[nodiscard]] QStringList splitScenes(const QString &text);

/// Where issues come from: 相談窓口, 地域ケア会議, 専門職との会話・会議, 住民セミナーのアンケート, 報告書,
/// 模造紙. The officer may write others.
[[nodiscard]] const QStringList &issueSources();
/// 模造紙: what comes from a board.
[[nodiscard]] QString posterSource();
/// 相談窓口: what comes from consultations.
[[nodiscard]] QString deskSource();

/// Texts as searches and recurrence compare them (foldName of each), divided by a character that no word
/// holds. Empty ones are left out.
[[nodiscard]] QString foldedTexts(const QStringList &texts);

} // namespace tane
