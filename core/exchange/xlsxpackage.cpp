#include "exchange/xlsxpackage.h"

#include <QCoreApplication>

#include <charconv>
#include <unordered_map>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tane::XlsxPackage)
};

constexpr std::size_t mostRelations = 65'536;
constexpr std::size_t mostSheets = 4'096;

std::unexpected<Error> bad(const ZipArchive &archive, const QString &message, const QString &sheet = {},
                           const QString &detail = {})
{
    return std::unexpected(Error{ErrorCode::BadFormat, message, archive.fileName(), sheet, {}, detail});
}

QString fromUtf8(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

struct Relation
{
    std::string id;
    std::string type; ///< last word of the type: transitional and strict differ only before it
    std::string target;
    bool external = false;
};

class RelationsHandler : public XmlHandler
{
public:
    std::vector<Relation> relations;

    void startElement(std::string_view name, XmlAttributes attributes) override
    {
        if (name != "Relationship" || relations.size() >= mostRelations)
            return;
        const std::string_view type = attribute(attributes, "Type");
        relations.push_back({std::string(attribute(attributes, "Id")),
                             std::string(type.substr(type.find_last_of('/') + 1)),
                             std::string(attribute(attributes, "Target")),
                             attribute(attributes, "TargetMode") == "External"});
    }
    void endElement() override {}
};

std::string unescaped(std::string_view target)
{
    std::string out;
    for (std::size_t i = 0; i < target.size(); ++i) {
        unsigned value = 0;
        if (target[i] == '%' && i + 2 < target.size() &&
            std::from_chars(target.data() + i + 1, target.data() + i + 3, value, 16).ptr ==
                target.data() + i + 3) {
            out += static_cast<char>(value);
            i += 2;
        } else {
            out += target[i] == '\\' ? '/' : target[i];
        }
    }
    return out;
}

/// The part a target names, seen from the part that holds the relationship.
std::string resolved(std::string_view from, std::string_view rawTarget)
{
    const std::string target = unescaped(rawTarget);
    std::string path = target;
    if (!target.starts_with('/')) {
        const std::size_t slash = from.find_last_of('/');
        path = slash == std::string_view::npos ? std::string_view() : from.substr(0, slash + 1);
        path += target;
    }
    std::vector<std::string_view> steps;
    for (std::string_view rest = path; !rest.empty();) {
        const std::size_t slash = rest.find('/');
        const std::string_view step = rest.substr(0, slash);
        rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
        if (step == ".." && !steps.empty())
            steps.pop_back();
        else if (!step.empty() && step != "." && step != "..")
            steps.push_back(step);
    }
    std::string out;
    for (const std::string_view step : steps) {
        if (!out.empty())
            out += '/';
        out += step;
    }
    return out;
}

std::string relationsPartOf(std::string_view part)
{
    const std::size_t slash = part.find_last_of('/');
    const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
    std::string relations(part.substr(0, name));
    relations += "_rels/";
    relations += part.substr(name);
    relations += ".rels";
    return relations;
}

Result<std::vector<Relation>> relationsOf(ZipArchive &archive, std::string_view part)
{
    RelationsHandler handler;
    if (const auto index = archive.find(relationsPartOf(part)))
        TANE_CHECK(parseXmlPart(archive, *index, handler));
    return std::move(handler.relations);
}

class WorkbookHandler : public XmlHandler
{
public:
    struct Sheet
    {
        QString name;
        std::string relation;
    };
    std::vector<Sheet> sheets;
    bool date1904 = false;
    std::string root;

    void startElement(std::string_view name, XmlAttributes attributes) override
    {
        ++m_depth;
        if (m_depth == 1)
            root = name;
        else if (m_depth == 2)
            m_inSheets = name == "sheets";
        if (m_depth == 2 && name == "workbookPr") {
            const std::string_view value = attribute(attributes, "date1904");
            date1904 = value == "1" || value == "true" || value == "on";
        } else if (m_depth == 3 && m_inSheets && name == "sheet" && sheets.size() < mostSheets) {
            sheets.push_back(
                {fromUtf8(attribute(attributes, "name")), std::string(attribute(attributes, "id", true))});
        }
    }
    void endElement() override { --m_depth; }

private:
    int m_depth = 0;
    bool m_inSheets = false;
};

/// The part with the workbook, or an error that says what the zip is instead.
Result<std::string> workbookPart(ZipArchive &archive)
{
    TANE_TRY(const std::vector<Relation> relations, relationsOf(archive, {}));
    std::string part;
    for (const Relation &relation : relations)
        if (relation.type == "officeDocument" && !relation.external && part.empty())
            part = resolved({}, relation.target);
    if (part.ends_with(".bin"))
        return bad(archive, Text::tr("Excel バイナリ ブック（.xlsb）は読めません。Excel で開き「Excel ブック "
                                     "(*.xlsx)」として保存し直してください。"));
    if (!part.empty() && archive.find(part))
        return part;
    if (archive.find("xl/workbook.xml"))
        return std::string("xl/workbook.xml");
    if (archive.find("content.xml"))
        return bad(archive,
                   Text::tr("OpenDocument 形式のファイルは読めません。表計算ソフトで開き「Excel ブック "
                            "(*.xlsx)」として保存し直してください。"));
    return bad(archive,
               Text::tr("Excel のブックではない zip ファイルです。圧縮フォルダーの場合は展開し、中の Excel "
                        "ファイルを指定してください。"));
}

bool holdsNoCells(std::string_view relationType)
{
    return relationType == "chartsheet" || relationType == "dialogsheet" || relationType == "xlMacrosheet" ||
           relationType == "xlIntlMacrosheet";
}

} // namespace

Result<XlsxPackage> readPackage(ZipArchive &archive)
{
    TANE_TRY(const std::string part, workbookPart(archive));
    WorkbookHandler workbook;
    TANE_CHECK(parseXmlPart(archive, *archive.find(part), workbook));
    if (workbook.root != "workbook")
        return bad(archive,
                   Text::tr("Excel のブックではありません（Word や PowerPoint の文書などです）。Excel ブック"
                            "（.xlsx）を指定してください。"));
    TANE_TRY(const std::vector<Relation> relations, relationsOf(archive, part));
    std::unordered_map<std::string_view, const Relation *> byId;
    XlsxPackage package;
    package.date1904 = workbook.date1904;
    for (const Relation &relation : relations) {
        byId.emplace(relation.id, &relation);
        if (relation.type == "sharedStrings" && !relation.external)
            package.sharedStrings = archive.find(resolved(part, relation.target));
        else if (relation.type == "styles" && !relation.external)
            package.styles = archive.find(resolved(part, relation.target));
    }
    for (const WorkbookHandler::Sheet &sheet : workbook.sheets) {
        const auto found = byId.find(sheet.relation);
        if (found != byId.end() && holdsNoCells(found->second->type))
            continue;
        const std::string target =
            found == byId.end() ? std::string() : resolved(part, found->second->target);
        const auto index = archive.find(target);
        if (!index)
            return bad(archive,
                       Text::tr("シートの中身が見つかりません。ファイルが壊れているようです。Excel "
                                "で開いて保存し直してください。"),
                       sheet.name, QStringLiteral("relationship %1").arg(fromUtf8(sheet.relation)));
        package.sheets.push_back({sheet.name, target, *index});
    }
    if (package.sheets.empty())
        return bad(archive, Text::tr("ワークシートが一つもありません。表の入ったブックを指定してください。"));
    return package;
}

namespace {

class StylesHandler : public XmlHandler
{
public:
    std::vector<NumberKind> kinds;

    void startElement(std::string_view name, XmlAttributes attributes) override
    {
        ++m_depth;
        if (m_depth == 2)
            m_section = name == "numFmts"   ? Section::Formats
                        : name == "cellXfs" ? Section::Cells
                                            : Section::Other;
        if (m_depth != 3)
            return;
        if (m_section == Section::Formats && name == "numFmt" && m_custom.size() < 65'536)
            m_custom[number(attribute(attributes, "numFmtId"))] =
                numberKindOf(attribute(attributes, "formatCode"));
        else if (m_section == Section::Cells && name == "xf")
            m_formatIds.push_back(number(attribute(attributes, "numFmtId")));
    }
    void endElement() override { --m_depth; }

    /// The formats may stand after the cell styles that use them.
    void resolve()
    {
        kinds.reserve(m_formatIds.size());
        for (const int id : m_formatIds) {
            const auto custom = m_custom.find(id);
            kinds.push_back(custom == m_custom.end() ? builtinNumberKind(id) : custom->second);
        }
    }

private:
    enum class Section { Other, Formats, Cells };

    static int number(std::string_view digits)
    {
        int value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }

    int m_depth = 0;
    Section m_section = Section::Other;
    std::unordered_map<int, NumberKind> m_custom;
    std::vector<int> m_formatIds;
};

} // namespace

Result<std::vector<NumberKind>> readNumberKinds(ZipArchive &archive, std::uint64_t styles)
{
    StylesHandler handler;
    TANE_CHECK(parseXmlPart(archive, styles, handler));
    handler.resolve();
    return std::move(handler.kinds);
}

} // namespace tane
