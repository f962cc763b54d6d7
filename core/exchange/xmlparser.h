#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "exchange/ziparchive.h"

#include <optional>
#include <string_view>

struct XML_ParserStruct;

namespace tane {

/// Attributes of an element: name, value, name, value, …, null. UTF-8.
using XmlAttributes = const char **;

/// Receives one XML part. Elements are told apart by their local names: prefixes differ between programs, and
/// the transitional and strict namespaces of OOXML mean the same to us.
class XmlHandler
{
public:
    virtual ~XmlHandler() = default;
    virtual void startElement(std::string_view localName, XmlAttributes attributes) = 0;
    virtual void endElement() = 0;
    virtual void text(std::string_view) {}

    /// An error that ends the reading. Only the first one counts.
    void stop(Error error)
    {
        if (!m_error)
            m_error = std::move(error);
    }
    [[nodiscard]] std::optional<Error> &error() { return m_error; }
    /// The cell the handler is at, for errors of the XML itself; may be empty.
    [[nodiscard]] virtual QString place() const { return {}; }

protected:
    XmlHandler() = default;

private:
    std::optional<Error> m_error;
};

/// Where the reading stands in the whole of a file, for progress.
struct XmlProgress
{
    const Progress *callback = nullptr;
    std::uint64_t total = 0; ///< unpacked bytes of all parts, as claimed
};

/// Unpacks part `index` and feeds it to the handler. Errors: those of ZipPart and of the handler; BadFormat
/// for XML that is not well-formed, declares a document type (the way to entity bombs), nests deeper than 256
/// or has a single tag of a megabyte; Cancelled.
[[nodiscard]] Result<> parseXmlPart(ZipArchive &archive, std::uint64_t index, XmlHandler &handler,
                                    const XmlProgress &progress = {});

/// The name without its prefix.
[[nodiscard]] inline std::string_view localName(const char *name)
{
    const std::string_view whole(name);
    const std::size_t colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

/// Value of the attribute with this local name; empty when there is none. `prefixed` asks for one with a
/// prefix, such as r:id beside id.
[[nodiscard]] std::string_view attribute(XmlAttributes attributes, std::string_view local,
                                         bool prefixed = false);

} // namespace tane
