// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/importformats.h"

#include "connection/textfield.h"
#include "template/placeholder.h"
#include "json/writer.h"

#include <QCoreApplication>
#include <QUrl>

#include <array>

namespace designer::connection {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

constexpr std::array settings{key::label, key::id, key::url, key::method, key::contentType};

/// One JSON document of several that stand one after another.
struct Part
{
    json::Document document;
    std::size_t offset = 0; ///< in the whole text
};

Result<std::vector<Part>> split(std::string_view text, const QString &file)
{
    std::vector<Part> parts;
    std::size_t at = 0;
    while (at < text.size()) {
        json::Document document(std::string(text.substr(at)), {&tmpl::placeholderLength});
        std::size_t end = text.size();
        if (!document.isValid() && document.error().code == json::ParseErrorCode::TrailingText) {
            end = at + document.error().offset;
            document = json::Document(std::string(text.substr(at, end - at)), {&tmpl::placeholderLength});
        }
        if (!document.isValid()) {
            if (document.error().code == json::ParseErrorCode::Empty && !parts.empty())
                break;
            Error error = fromParseError(document.error()).inFile(file);
            error.position = json::positionAt(text, at + document.error().offset);
            return error;
        }
        parts.push_back({document, at});
        at = end;
    }
    if (parts.empty())
        return fromParseError(json::Document(std::string(text)).error()).inFile(file);
    return parts;
}

bool hasAny(const json::Value &object, const auto &names)
{
    for (const std::string_view name : names) {
        if (object.find(name))
            return true;
    }
    return false;
}

bool isSettings(const json::Value &value)
{
    return hasAny(value, std::array{key::url, key::id, key::label, key::method, key::contentType});
}

bool isHeaders(const json::Value &value)
{
    return value.find(key::headers).isObject() && value.size() == 1;
}

bool isRequestFormat(const json::Value &value)
{
    return value.find(key::requestFormat) && !isSettings(value);
}

struct Parts
{
    json::Value settings;
    json::Value headers;
    json::Value body;
};

/// Text that stood at the left edge, put at a member's depth. JSON strings hold no line breaks, so
/// white space alone changes.
std::string indented(std::string_view json)
{
    std::string out;
    for (const char c : json) {
        out += c;
        if (c == '\n')
            out += "  ";
    }
    return out;
}

bool hasBarePlaceholder(const json::Value &body)
{
    for (std::uint32_t node = body.node(); node < body.index()->node(body.node()).next; ++node) {
        if (body.index()->node(node).kind == json::Kind::Bare)
            return true;
    }
    return false;
}

class Assembler
{
public:
    explicit Assembler(const Parts &parts) : m_parts(parts) { }

    Imported run()
    {
        json::Writer writer(2);
        writer.beginObject();
        const std::string label = settingOr(key::label, labelFromUrl());
        for (const std::string_view name : settings) {
            writer.name(name);
            if (const json::Value value = m_parts.settings.find(name))
                writer.raw(value.raw());
            else
                writer.string(defaultFor(name, label));
        }
        const bool bare = writeBody(writer);
        writer.name(key::headers);
        const json::Value headers = m_parts.headers ? m_parts.headers : m_parts.settings.find(key::headers);
        headers ? writer.raw(m_parts.headers ? indented(headers.raw()) : headers.raw())
                : writer.beginObject().endObject();
        const json::Value designer = m_parts.settings.find(key::designer);
        if (designer)
            writer.name(key::designer).raw(designer.raw());
        else if (bare)
            writer.name(key::designer)
                .beginObject()
                .name("template")
                .string(std::string_view("json"))
                .endObject();
        writer.endObject();
        m_out.bytes = writer.take() + '\n';
        return m_out;
    }

private:
    std::string settingOr(std::string_view name, const std::string &fallback) const
    {
        const json::Value value = m_parts.settings.find(name);
        return value.isString() && !value.text().empty() ? value.text() : fallback;
    }

    std::string labelFromUrl()
    {
        const std::string url = settingOr(key::url, {});
        const std::string host = QUrl(json::toQString(url.substr(0, authorityEnd(url)))).host().toStdString();
        return host.empty() ? "Imported connection" : host;
    }

    std::string defaultFor(std::string_view name, const std::string &label)
    {
        if (name == key::label) {
            m_out.notes << tr("There was no label: it is “%1”.").arg(json::toQString(label));
            return label;
        }
        if (name == key::id) {
            m_out.notes << tr("There was no id: it is “%1”.").arg(json::toQString(slug(label)));
            return slug(label);
        }
        if (name == key::url) {
            m_out.notes << tr("There was no address: fill in endpoint_url.");
            return {};
        }
        return name == key::method ? "POST" : "application/json";
    }

    /// Whether the body has bare placeholders, so that it is kept as a string.
    bool writeBody(json::Writer &writer)
    {
        if (!m_parts.body) {
            m_out.notes << tr("There was no body: fill in request_format.");
            writer.name(key::requestFormat).beginObject().endObject();
            return false;
        }
        writer.name(key::requestFormat);
        const bool bare = m_parts.body.isContainer() && hasBarePlaceholder(m_parts.body);
        if (bare) {
            m_out.notes << tr("The body has placeholders without quotes, so it is kept as a text.");
            writer.string(m_parts.body.raw());
        } else {
            writer.raw(m_bodyIsNested ? std::string(m_parts.body.raw()) : indented(m_parts.body.raw()));
        }
        return bare;
    }

    const Parts &m_parts;
    Imported m_out;
    bool m_bodyIsNested = m_parts.settings.find(key::requestFormat) == m_parts.body;
};

Error unrecognised(const QString &file)
{
    return {ErrorCode::UnrecognisedFormat,
            tr("this is neither a connection, nor parts of one, nor an event that Hardal knows"),
            tr("give Hardal's JSON, the parts of its screens, or an event"),
            file,
            {}};
}

bool holdsPlaceholder(std::string_view text)
{
    return !tmpl::findPlaceholders(text).found.empty();
}

/// Sorts the documents by what they are; nothing where one of them is a part for the second time.
std::optional<Parts> sorted(const std::vector<Part> &documents)
{
    Parts parts;
    for (const Part &part : documents) {
        const json::Value root = part.document.root();
        json::Value *const place = isSettings(root)    ? &parts.settings
            : isHeaders(root) || isRequestFormat(root) ? (isHeaders(root) ? &parts.headers : &parts.body)
                                                       : &parts.body;
        if (*place || !root.isContainer())
            return std::nullopt;
        *place = isHeaders(root)    ? root.find(key::headers)
            : isRequestFormat(root) ? root.find(key::requestFormat)
                                    : root;
        if (place == &parts.settings && root.find(key::requestFormat) && !parts.body)
            parts.body = root.find(key::requestFormat);
    }
    return parts;
}

} // namespace

bool looksLikeConnection(std::string_view text)
{
    const Result<std::vector<Part>> parts = split(text, {});
    if (!parts)
        return false;
    if (parts->size() > 1)
        return true;
    const json::Value root = parts->front().document.root();
    return isSettings(root) || isHeaders(root) || isRequestFormat(root)
        || (root.isContainer() && holdsPlaceholder(text));
}

Result<Imported> imported(std::string_view text, const QString &file)
{
    const Result<std::vector<Part>> parts = split(text, file);
    if (!parts)
        return parts.error();
    const json::Value first = parts->front().document.root();
    if (parts->size() == 1 && isSettings(first) && first.find(key::requestFormat) && first.find(key::label)
        && first.find(key::id)) {
        const Result<Connection> whole = Connection::load(std::string(text), file);
        if (whole)
            return Imported{std::string(text), {}};
    }
    const std::optional<Parts> which = looksLikeConnection(text) ? sorted(*parts) : std::nullopt;
    if (!which)
        return unrecognised(file);
    return Assembler(*which).run();
}

std::string slug(std::string_view label)
{
    std::string out;
    const QString text = json::toQString(label).normalized(QString::NormalizationForm_KD);
    for (const QChar c : text) {
        const QChar lower = c == QChar(0x0131) ? QLatin1Char('i') : c.toLower();
        const bool keep = (lower >= QLatin1Char('a') && lower <= QLatin1Char('z'))
            || (lower >= QLatin1Char('0') && lower <= QLatin1Char('9'));
        if (keep)
            out += lower.toLatin1();
        else if (!c.isMark() && !out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out.empty() ? "connection" : out;
}

} // namespace designer::connection
