#include "survey/linksfile.h"

#include "base/textfold.h"
#include "exchange/csvwriter.h"
#include "exchange/tablereader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <charconv>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::LinksFile", text);
}

/// Keys of responses without a QString each: 100,000 of them stand in a links file.
class Keys
{
public:
    explicit Keys(const AnswerSheet &sheet)
        : m_sheet(sheet)
    {
        for (const QString &source : sheet.sources()) {
            const QChar separator = source.contains(QLatin1Char(':')) ? QLatin1Char('!') : QLatin1Char(':');
            m_prefixes.push_back(QString(source + separator).toStdString());
        }
    }
    /// What stands before the number of every row, when all came from one file and sheet.
    [[nodiscard]] std::string_view prefix() const
    {
        return m_prefixes.size() == 1 && m_sheet.size() > 0 && m_sheet.id(0) == 0
                   ? std::string_view(m_prefixes.front())
                   : std::string_view();
    }
    std::string_view of(int person)
    {
        m_text.clear();
        if (m_sheet.id(person) != 0)
            append(m_sheet.id(person));
        else {
            m_text = m_prefixes[static_cast<std::size_t>(m_sheet.source(person))];
            append(m_sheet.rowNumber(person));
        }
        return m_text;
    }

private:
    void append(std::int64_t number)
    {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
        m_text.append(digits, end);
    }
    const AnswerSheet &m_sheet;
    std::vector<std::string> m_prefixes;
    std::string m_text;
};

class LinksFile
{
public:
    LinksFile(const AnswerSheet &before, const AnswerSheet &after)
        : m_before(before)
        , m_after(after)
        , m_beforeKeys(before)
        , m_afterKeys(after)
    {
    }

    [[nodiscard]] Result<> open(const QString &path)
    {
        TANE_CHECK(m_csv.open(path));
        m_csv.row({QStringLiteral("state"), QStringLiteral("method"), QStringLiteral("before"),
                   QStringLiteral("after"), QStringLiteral("before_name"), QStringLiteral("after_name"),
                   QStringLiteral("before_affiliation"), QStringLiteral("after_affiliation"),
                   QStringLiteral("reason"), QStringLiteral("decision")});
        if (!m_beforeKeys.prefix().empty() && m_csv.isVerbatim(m_beforeKeys.prefix()) &&
            !m_afterKeys.prefix().empty() && m_csv.isVerbatim(m_afterKeys.prefix())) {
            m_plainBefore = "certain,number," + std::string(m_beforeKeys.prefix());
            m_plainAfter = "," + std::string(m_afterKeys.prefix());
            m_line.resize(m_plainBefore.size() + m_plainAfter.size() + kUsualName + 2 * kLongestNumber + 16);
        }
        return {};
    }

    /// -1 for the side where there is nobody.
    void add(std::string_view state, std::string_view method, int before, int after, const QString &reason,
             std::string_view decision = {})
    {
        m_csv.cell(state);
        m_csv.cell(method);
        cell(before >= 0 ? m_beforeKeys.of(before) : std::string_view());
        cell(after >= 0 ? m_afterKeys.of(after) : std::string_view());
        for (const Field field : {Field::Name, Field::Affiliation}) {
            cell(before >= 0 ? m_before.field(field, before) : std::string_view());
            cell(after >= 0 ? m_after.field(field, after) : std::string_view());
        }
        m_csv.cell(reason);
        m_csv.cell(decision);
        m_csv.endRow();
    }

    /// Joined by number with the very same name: there is nothing to decide, so the name stands once and the
    /// rest stays empty. In large files nearly all rows are of this kind.
    void addPlain(int before, int after)
    {
        const std::string_view name = m_before.field(Field::Name, before);
        if (!m_plainBefore.empty() && name.size() <= kUsualName && m_csv.isVerbatim(name)) {
            m_csv.verbatimRow(plainRow(before, after, name));
            return;
        }
        for (const std::string_view text : {std::string_view("certain"), std::string_view("number")})
            cell(text);
        cell(m_beforeKeys.of(before));
        cell(m_afterKeys.of(after));
        cell(name);
        for (int empty = 0; empty < 5; ++empty)
            m_csv.emptyCell();
        m_csv.endRow();
    }

    [[nodiscard]] Result<> close() { return m_csv.close(); }

private:
    void cell(std::string_view text) { m_csv.cell(text); }
    /// A plain row put together in one buffer: cell by cell it takes four times as long.
    std::string_view plainRow(int before, int after, std::string_view name)
    {
        char *at = m_line.data();
        const auto text = [&at](std::string_view part) { at = std::copy(part.begin(), part.end(), at); };
        const auto number = [&at](int value) { at = std::to_chars(at, at + kLongestNumber, value).ptr; };
        text(m_plainBefore);
        number(m_before.rowNumber(before));
        text(m_plainAfter);
        number(m_after.rowNumber(after));
        text(",");
        text(name);
        text(",,,,,");
        return {m_line.data(), static_cast<std::size_t>(at - m_line.data())};
    }

    static constexpr std::size_t kUsualName = 200;
    static constexpr std::size_t kLongestNumber = 12;
    std::string m_plainBefore, m_plainAfter; ///< the constant parts of a plain row; empty: keys differ
    std::string m_line;
    const AnswerSheet &m_before, &m_after;
    Keys m_beforeKeys, m_afterKeys;
    CsvWriter m_csv;
};

std::string_view stateKey(LinkState state)
{
    switch (state) {
    case LinkState::Certain:
        return "certain";
    case LinkState::Waiting:
        return "waiting";
    case LinkState::Accepted:
        return "accepted";
    case LinkState::Rejected:
        return "rejected";
    }
    return {};
}

std::string_view methodKey(LinkMethod method)
{
    switch (method) {
    case LinkMethod::Number:
        return "number";
    case LinkMethod::Email:
        return "email";
    case LinkMethod::NameAffiliation:
        return "name+affiliation";
    case LinkMethod::FoldedName:
        return "name";
    case LinkMethod::Kana:
        return "kana";
    case LinkMethod::Manual:
        return "decision";
    }
    return {};
}

/// What an officer may write into the decision column.
std::optional<bool> decisionOf(const QString &text)
{
    const QString folded = foldText(text);
    for (const QString &word :
         {QStringLiteral("accept"), QStringLiteral("accepted"), QStringLiteral("同じ"),
          QStringLiteral("同じ方"), QStringLiteral("はい"), QStringLiteral("yes"), QStringLiteral("y"),
          QStringLiteral("○"), QStringLiteral("◯"), QStringLiteral("1"), QStringLiteral("採用"),
          QStringLiteral("使う"), QStringLiteral("use")}) {
        if (folded == foldText(word))
            return true;
    }
    for (const QString &word : {QStringLiteral("reject"), QStringLiteral("rejected"), QStringLiteral("別"),
                                QStringLiteral("別の方"), QStringLiteral("いいえ"), QStringLiteral("no"),
                                QStringLiteral("n"), QStringLiteral("×"), QStringLiteral("0"),
                                QStringLiteral("却下"), QStringLiteral("使わない"), QStringLiteral("skip")}) {
        if (folded == foldText(word))
            return false;
    }
    return {};
}

} // namespace

Result<> writeLinksCsv(const QString &path, const AnswerSheet &before, const AnswerSheet &after,
                       const Linking &linking)
{
    LinksFile file(before, after);
    TANE_CHECK(file.open(path));
    for (const Link &link : linking.links) {
        if (link.reason == LinkReason::NumberAndName) {
            file.addPlain(link.before, link.after);
            continue;
        }
        const std::string_view decision = link.state == LinkState::Accepted   ? "accept"
                                          : link.state == LinkState::Rejected ? "reject"
                                                                              : "";
        file.add(stateKey(link.state), methodKey(link.method), link.before, link.after, link.why(), decision);
    }
    for (const AnsweredTwice &group : linking.twice) {
        for (const int person : group.people) {
            const bool chosenByOfficer = group.settled == AnsweredTwice::Settled::ByOfficer;
            const std::string_view decision = !chosenByOfficer         ? ""
                                              : person == group.chosen ? "accept"
                                                                       : "reject";
            const bool isBefore = group.wave == Wave::Before;
            const std::string_view state = group.chosen < 0         ? "twice-undecided"
                                           : person == group.chosen ? "twice-used"
                                                                    : "twice-not-used";
            file.add(state, {}, isBefore ? person : -1, isBefore ? -1 : person, group.reason, decision);
        }
    }
    const bool undecided = linking.undecidedTwice() > 0;
    const QString nobodyAfter =
        undecided ? tr("研修後に同じ方が見つからないか、2回以上の回答のどれを使うか決まっていません")
                  : tr("研修後に同じ方が見つかりません");
    const QString nobodyBefore =
        undecided ? tr("研修前に同じ方が見つからないか、2回以上の回答のどれを使うか決まっていません")
                  : tr("研修前に同じ方が見つかりません");
    // Whoever waits for a decision stands above already.
    std::vector<char> waitingBefore(static_cast<std::size_t>(before.size()));
    std::vector<char> waitingAfter(static_cast<std::size_t>(after.size()));
    for (const Link &link : linking.links) {
        if (link.state == LinkState::Waiting)
            waitingBefore[static_cast<std::size_t>(link.before)] =
                waitingAfter[static_cast<std::size_t>(link.after)] = 1;
    }
    for (const int person : linking.onlyBefore) {
        if (!waitingBefore[static_cast<std::size_t>(person)])
            file.add("only-before", {}, person, -1, nobodyAfter);
    }
    for (const int person : linking.onlyAfter) {
        if (!waitingAfter[static_cast<std::size_t>(person)])
            file.add("only-after", {}, -1, person, nobodyBefore);
    }
    return file.close();
}

Result<std::vector<LinkDecision>> readLinkDecisions(const QString &path)
{
    TANE_TRY(const auto tables, readTables(path));
    if (tables.empty() || tables.front().rowCount() == 0)
        return std::unexpected(Error{ErrorCode::NothingUnderstood,
                                     tr("結びつけの決定が書かれていません。"),
                                     QFileInfo(path).fileName(),
                                     {},
                                     {},
                                     {}});
    const Table &table = tables.front();
    const auto cellText = [&table](int row, int column) {
        const std::string_view text =
            column < 0 ? std::string_view() : unguardFormula(table.cell(row, column));
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
    };
    int before = -1, after = -1, decision = -1;
    for (int column = 0; column < table.columnCount(); ++column) {
        const QString head = foldText(cellText(0, column));
        if (head == QLatin1String("before"))
            before = column;
        else if (head == QLatin1String("after"))
            after = column;
        else if (head == QLatin1String("decision"))
            decision = column;
    }
    if (before < 0 || after < 0 || decision < 0) {
        return std::unexpected(Error{ErrorCode::NothingUnderstood,
                                     tr("before、after、decision の列が見つかりません。analyze が書き出した "
                                        "links.csv に決定を書き込んで使ってください。"),
                                     table.file,
                                     table.sheet,
                                     table.address(0, 0),
                                     {}});
    }
    std::vector<LinkDecision> decisions;
    for (int row = 1; row < table.rowCount(); ++row) {
        const QString text = cellText(row, decision);
        if (text.isEmpty())
            continue;
        const auto accept = decisionOf(text);
        if (!accept) {
            return std::unexpected(
                Error{ErrorCode::BadFormat,
                      tr("decision の列には accept（同じ）か reject（別）を書いてください。"),
                      table.file,
                      table.sheet,
                      table.address(row, decision),
                      {}});
        }
        decisions.push_back({cellText(row, before), cellText(row, after), *accept});
    }
    return decisions;
}

} // namespace tane
