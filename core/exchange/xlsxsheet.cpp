#include "exchange/xlsxsheet.h"

#include "exchange/xlsxcellref.h"

#include <QCoreApplication>

#include <charconv>
#include <numeric>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tane::XlsxSheet)
};

constexpr std::size_t mostMerges = 1'000'000;

int parseInt(std::string_view digits, int otherwise)
{
    int value = 0;
    const auto made = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return made.ec == std::errc() && made.ptr == digits.data() + digits.size() ? value : otherwise;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t from = text.find_first_not_of(space);
    return from == std::string_view::npos ? std::string_view()
                                          : text.substr(from, text.find_last_not_of(space) - from + 1);
}

/// A date written as ISO text (cells of type "d") in the form formatSerial gives: no fraction, no zone, no
/// midnight.
std::string_view shortIso(std::string_view text)
{
    text = trimmed(text);
    const std::size_t time = text.find('T');
    if (time == std::string_view::npos)
        return text;
    text = text.substr(0, text.find_first_of(".Z+", time));
    return text.ends_with("T00:00:00") ? text.substr(0, time) : text;
}

/// Rows that came out of order, or twice, put in order; of a cell given twice the later one counts.
Table sorted(const Table &table)
{
    std::vector<int> order(static_cast<std::size_t>(table.rowCount()));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](int row) { return table.rowNumber(row); });
    Table out;
    out.merges = table.merges;
    out.reserve(order.size(), table.cellCount());
    std::vector<std::string_view> cells;
    for (std::size_t i = 0; i < order.size();) {
        const int number = table.rowNumber(order[i]);
        cells.clear();
        for (; i < order.size() && table.rowNumber(order[i]) == number; ++i) {
            for (int column = 0; column < table.cellsInRow(order[i]); ++column) {
                const auto at = static_cast<std::size_t>(column);
                if (cells.size() <= at)
                    cells.resize(at + 1);
                if (const std::string_view text = table.cell(order[i], column); !text.empty())
                    cells[at] = text;
            }
        }
        out.beginRow(number);
        for (const std::string_view text : cells)
            out.addCell(text);
        out.endRow();
    }
    return out;
}

class SheetHandler : public XmlHandler
{
public:
    SheetHandler(const SheetContext &context, QString file, QString sheet)
        : m_context(context)
        , m_file(std::move(file))
        , m_sheet(std::move(sheet))
        , m_arena(std::make_shared<TextArena>())
    {
    }

    void startElement(std::string_view name, XmlAttributes attributes) override;
    void endElement() override;
    void text(std::string_view part) override
    {
        if (m_state >= State::Value && m_skip == 0)
            m_arena->append(part.data(), part.size());
    }
    [[nodiscard]] QString place() const override
    {
        return m_row > 0 && m_column >= 0 ? QString(columnName(m_column) + QString::number(m_row))
                                          : QString();
    }

    /// The sheet, when it was a worksheet.
    [[nodiscard]] std::optional<Table> take();

private:
    // Text is gathered in the states from Value on.
    enum class State { Outside, Data, Row, Cell, Inline, Run, Value, InlineText, RunText };
    enum class Type { Number, Shared, Text, Inline, Boolean, Error, Date };

    void startRow(XmlAttributes attributes);
    void startCell(XmlAttributes attributes);
    void endCell();
    void endRow();
    void beginRow(int number);
    void failHere(ErrorCode code, const QString &message);
    [[nodiscard]] std::string_view cellText();
    [[nodiscard]] std::string_view sharedText();
    [[nodiscard]] std::string_view numberText();
    [[nodiscard]] std::string_view keep(std::string_view text)
    {
        m_arena->discard();
        m_arena->append(text.data(), text.size());
        return m_arena->finish();
    }

    const SheetContext &m_context;
    QString m_file, m_sheet;
    Table m_table;
    std::shared_ptr<TextArena> m_arena;
    std::vector<std::string_view> m_cells; // of the row being read
    State m_state = State::Outside;
    Type m_type = Type::Number;
    int m_skip = 0;
    int m_row = 0, m_lastRow = 0, m_column = -1;
    std::size_t m_style = 0;
    bool m_rowOpen = false, m_unsorted = false;
    bool m_rootSeen = false, m_isWorksheet = true;
};

void SheetHandler::startElement(std::string_view name, XmlAttributes attributes)
{
    if (m_skip > 0) {
        ++m_skip;
        return;
    }
    switch (m_state) {
    case State::Outside:
        if (!m_rootSeen)
            m_isWorksheet = name == "worksheet";
        m_rootSeen = true;
        if (name == "sheetData" && m_isWorksheet) {
            m_state = State::Data;
        } else if (name == "mergeCell" && m_table.merges.size() < mostMerges) {
            MergedRange range;
            if (parseRange(attribute(attributes, "ref"), range))
                m_table.merges.push_back(range);
        }
        return;
    case State::Data:
        if (name == "row")
            return startRow(attributes);
        break;
    case State::Row:
        if (name == "c")
            return startCell(attributes);
        break;
    case State::Cell:
        if (name == "v" || name == "is") {
            m_state = name == "v" ? State::Value : State::Inline;
            return;
        }
        break;
    case State::Inline:
    case State::Run:
        if (name == "t") {
            m_state = m_state == State::Inline ? State::InlineText : State::RunText;
            return;
        }
        if (name == "r" && m_state == State::Inline) {
            m_state = State::Run;
            return;
        }
        break; // rPh, the reading above the kanji, is no part of the text
    case State::Value:
    case State::InlineText:
    case State::RunText:
        break;
    }
    m_skip = 1;
}

void SheetHandler::endElement()
{
    if (m_skip > 0) {
        --m_skip;
        return;
    }
    switch (m_state) {
    case State::Outside:
        return;
    case State::Data:
        m_state = State::Outside;
        return;
    case State::Row:
        endRow();
        m_state = State::Data;
        return;
    case State::Cell:
        endCell();
        m_state = State::Row;
        return;
    case State::Inline:
    case State::Value:
        m_state = State::Cell;
        return;
    case State::Run:
    case State::InlineText:
        m_state = State::Inline;
        return;
    case State::RunText:
        m_state = State::Run;
        return;
    }
}

void SheetHandler::failHere(ErrorCode code, const QString &message)
{
    stop({code, message, m_file, m_sheet, place(), {}});
}

void SheetHandler::beginRow(int number)
{
    m_row = number;
    m_unsorted |= number <= m_lastRow;
    m_lastRow = number;
    m_rowOpen = true;
    m_cells.clear();
}

void SheetHandler::startRow(XmlAttributes attributes)
{
    m_state = State::Row;
    m_column = -1;
    const std::string_view given = attribute(attributes, "r");
    const int number = given.empty() ? m_lastRow + 1 : parseInt(given, 0);
    if (number < 1 || number > mostRows) {
        m_row = 0;
        failHere(ErrorCode::BadFormat,
                 Text::tr("行番号が正しくないため読めません。Excel で開いて保存し直してください。"));
        return;
    }
    beginRow(number);
}

void SheetHandler::startCell(XmlAttributes attributes)
{
    m_state = State::Cell;
    m_type = Type::Number;
    m_style = 0;
    int column = m_column + 1;
    for (; *attributes; attributes += 2) {
        const char *name = attributes[0];
        const std::string_view value(attributes[1]);
        if (name[0] == '\0' || name[1] != '\0')
            continue;
        if (name[0] == 's') {
            m_style = static_cast<std::size_t>(parseInt(value, 0));
        } else if (name[0] == 't') {
            m_type = value == "s"           ? Type::Shared
                     : value == "str"       ? Type::Text
                     : value == "inlineStr" ? Type::Inline
                     : value == "b"         ? Type::Boolean
                     : value == "e"         ? Type::Error
                     : value == "d"         ? Type::Date
                                            : Type::Number;
        } else if (name[0] == 'r') {
            CellReference reference;
            if (!parseCellReference(value, reference)) {
                failHere(
                    ErrorCode::BadFormat,
                    Text::tr("セルの番地「%1」が正しくないため読めません。Excel "
                             "で開いて保存し直してください。")
                        .arg(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())).left(20)));
                return;
            }
            column = reference.column;
            // The address of the cell wins over the count of rows, as in other readers.
            if (reference.row != 0 && reference.row != m_row) {
                endRow();
                beginRow(reference.row);
            }
        }
    }
    m_column = column;
    if (m_column >= mostColumns)
        failHere(ErrorCode::BadFormat,
                 Text::tr("列が多すぎるため読めません。Excel で開いて保存し直してください。"));
}

std::string_view SheetHandler::sharedText()
{
    const std::string_view digits = trimmed(m_arena->current());
    if (digits.empty())
        return {};
    const int index = parseInt(digits, -1);
    m_arena->discard();
    if (!m_context.strings || index < 0 ||
        static_cast<std::size_t>(index) >= m_context.strings->texts.size()) {
        failHere(ErrorCode::BadFormat, Text::tr("セルの文字が失われているため読めません。Excel "
                                                "で開き、内容を確かめて保存し直してください。"));
        return {};
    }
    return m_context.strings->texts[static_cast<std::size_t>(index)];
}

std::string_view SheetHandler::numberText()
{
    const std::string_view digits = trimmed(m_arena->current());
    const NumberKind kind = m_style < m_context.kinds.size() ? m_context.kinds[m_style] : NumberKind::Number;
    if (kind == NumberKind::Number && isGeneralForm(digits))
        return digits.size() == m_arena->size() ? m_arena->finish() : keep(std::string(digits));
    double value = 0;
    const char *end = digits.data() + digits.size();
    const char *begin = digits.starts_with('+') ? digits.data() + 1 : digits.data();
    const auto made = std::from_chars(begin, end, value);
    char storage[32];
    std::string_view shown;
    if (!digits.empty() && made.ec == std::errc() && made.ptr == end) {
        if (kind != NumberKind::Number)
            shown = formatSerial(value, kind, m_context.date1904, storage);
        if (shown.empty())
            shown = formatGeneral(value, storage);
    }
    // What is no number is shown as it stands rather than lost.
    return shown.empty() ? m_arena->finish() : keep(shown);
}

std::string_view SheetHandler::cellText()
{
    switch (m_type) {
    case Type::Shared:
        return sharedText();
    case Type::Number:
        return numberText();
    case Type::Boolean: {
        const std::string_view value = trimmed(m_arena->current());
        const bool yes = value == "1" || value == "true" || value == "TRUE";
        const bool known = yes || value == "0" || value == "false" || value == "FALSE";
        return known ? keep(yes ? "TRUE" : "FALSE") : m_arena->finish();
    }
    case Type::Date:
        return keep(std::string(shortIso(m_arena->current())));
    case Type::Text:
    case Type::Inline:
    case Type::Error:
        break;
    }
    decodeEscapes(*m_arena);
    return m_arena->finish();
}

void SheetHandler::endCell()
{
    const std::string_view text = m_arena->size() > 0 ? cellText() : std::string_view();
    m_arena->discard();
    if (text.empty() || error())
        return;
    const auto at = static_cast<std::size_t>(m_column);
    if (m_cells.size() <= at)
        m_cells.resize(at + 1);
    m_cells[at] = text;
}

void SheetHandler::endRow()
{
    if (!m_rowOpen)
        return;
    m_rowOpen = false;
    if (m_cells.empty())
        return;
    if (m_table.cellCount() + m_cells.size() > m_context.cells) {
        failHere(
            ErrorCode::TooLarge,
            Text::tr(
                "セルが多すぎるため、安全のため読み込みを中止しました。必要な行だけを別のブックに保存して"
                "ください。"));
        return;
    }
    m_table.beginRow(m_row);
    for (const std::string_view text : m_cells)
        m_table.addCell(text);
    m_table.endRow();
}

std::optional<Table> SheetHandler::take()
{
    if (!m_isWorksheet)
        return std::nullopt;
    Table table = m_unsorted ? sorted(m_table) : std::move(m_table);
    table.file = m_file;
    table.sheet = m_sheet;
    table.keepAlive(std::move(m_arena));
    if (m_context.strings)
        table.keepAlive(m_context.strings);
    return table;
}

} // namespace

Result<std::optional<Table>> readSheet(ZipArchive &archive, const XlsxSheet &sheet,
                                       const SheetContext &context, const XmlProgress &progress)
{
    SheetHandler handler(context, archive.fileName(), sheet.name);
    if (auto parsed = parseXmlPart(archive, sheet.index, handler, progress); !parsed) {
        Error error = std::move(parsed).error();
        error.sheet = sheet.name;
        return std::unexpected(std::move(error));
    }
    return handler.take();
}

} // namespace tane
