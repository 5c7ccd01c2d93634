// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/importformats.h"

#include "connection/assembler.h"
#include "template/placeholder.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace designer::connection {

namespace {

/// More documents than any connection has parts: reading on would only cost time.
constexpr std::size_t mostParts = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

Error unrecognised(const QString &file)
{
    return {ErrorCode::UnrecognisedFormat,
            tr("this is neither a connection, nor parts of one, nor an event that Hardal knows"),
            tr("give Hardal’s JSON, the parts of its screens, or an event"),
            file,
            {}};
}

/// One JSON document of several that stand one after another.
struct Part
{
    json::Document document;
    std::size_t offset = 0; ///< in the whole text
};

Error errorAt(std::string_view text, const Part &part, const QString &file)
{
    Error error = fromParseError(part.document.error()).inFile(file);
    error.position = json::positionAt(text, part.offset + part.document.error().offset);
    return error;
}

Result<std::vector<Part>> split(std::string_view text, const QString &file)
{
    const auto read = [text](std::size_t begin, std::size_t end) {
        return Part{json::Document(std::string(text.substr(begin, end - begin)), {&tmpl::placeholderLength}),
                    begin};
    };
    std::vector<Part> parts;
    std::size_t at = 0;
    while (at < text.size() || parts.empty()) {
        Part part = read(at, text.size());
        std::size_t end = text.size();
        if (!part.document.isValid() && part.document.error().code == json::ParseErrorCode::TrailingText) {
            end = at + part.document.error().offset;
            part = read(at, end);
        }
        if (!part.document.isValid()) {
            if (part.document.error().code == json::ParseErrorCode::Empty && !parts.empty())
                break;
            return errorAt(text, part, file);
        }
        if (parts.size() == mostParts)
            return unrecognised(file);
        parts.push_back(part);
        at = end;
    }
    return parts;
}

enum class Sort { Settings, Headers, RequestFormat, Body };

/// What a document is, by its own names alone.
Sort sortOf(const json::Value &root)
{
    const auto has = [&root](std::string_view name) { return bool(root.find(name)); };
    if (has(key::url) || has(key::id) || has(key::label) || has(key::method))
        return Sort::Settings;
    if (root.size() == 1 && root.find(key::headers).isObject())
        return Sort::Headers;
    if (root.size() == 1 && has(key::requestFormat))
        return Sort::RequestFormat;
    // A body may have a member that is called like one of ours.
    constexpr std::array rest{key::contentType, key::requestFormat, key::headers, key::designer};
    bool allOurs = root.isObject() && root.size() > 0;
    for (const json::Member &member : root.members())
        allOurs = allOurs && std::find(rest.begin(), rest.end(), member.nameText()) != rest.end();
    return allOurs ? Sort::Settings : Sort::Body;
}

bool holdsPlaceholder(std::string_view text)
{
    return !tmpl::findPlaceholders(text).found.empty();
}

bool couldBeBody(const json::Value &root)
{
    return root.isContainer() || root.is(json::Kind::Bare)
        || (root.isString() && holdsPlaceholder(root.raw()));
}

/// Whether \a part is what follows the settings and the headers, each a part of its own: a body then,
/// whatever its members are called.
bool isThirdOfThree(const std::vector<Part> &documents, const Part &part)
{
    if (documents.size() != 3 || &part != &documents.back())
        return false;
    const json::Value settings = documents.front().document.root();
    return sortOf(settings) == Sort::Settings && !settings.find(key::requestFormat)
        && !settings.find(key::headers) && sortOf(documents[1].document.root()) == Sort::Headers
        && sortOf(part.document.root()) != Sort::RequestFormat;
}

/// Sorts the documents by what they are. An error where one of them is a part for the second time.
Result<Parts> sorted(const std::vector<Part> &documents, std::string_view text, const QString &file)
{
    Parts parts;
    const auto put = [](json::Value &place, const json::Value &value) {
        const bool free = !place;
        place = value;
        return free;
    };
    for (const Part &part : documents) {
        const json::Value root = part.document.root();
        bool fits = true;
        switch (isThirdOfThree(documents, part) ? Sort::Body : sortOf(root)) {
        case Sort::Settings:
            fits = put(parts.settings, root);
            if (const json::Value format = root.find(key::requestFormat))
                fits = fits && put(parts.body, format);
            if (const json::Value headers = root.find(key::headers))
                fits = fits && put(parts.headers, headers);
            break;
        case Sort::Headers: fits = put(parts.headers, root.find(key::headers)); break;
        case Sort::RequestFormat: fits = put(parts.body, root.find(key::requestFormat)); break;
        case Sort::Body:
            if (!couldBeBody(root))
                return unrecognised(file);
            fits = put(parts.body, root);
            parts.bodyStandsAlone = true;
            break;
        }
        if (!fits) {
            return Error{
                ErrorCode::UnrecognisedFormat,
                tr("here a part comes that was there before: a connection has its settings, its headers "
                   "and its body once each"),
                tr("leave one of the two out"), file, json::positionAt(text, part.offset + root.begin())};
        }
    }
    return parts;
}

/// \a parts are what \a text falls into: one at least.
bool lookLikeConnection(const std::vector<Part> &parts, std::string_view text)
{
    const bool named = std::any_of(parts.begin(), parts.end(), [](const Part &part) {
        return sortOf(part.document.root()) != Sort::Body;
    });
    return named || (parts.front().document.root().isContainer() && holdsPlaceholder(text));
}

} // namespace

bool looksLikeConnection(std::string_view text)
{
    const Result<std::vector<Part>> parts = split(text, {});
    return parts && lookLikeConnection(*parts, text);
}

Result<Imported> imported(std::string_view text, const QString &file)
{
    const Result<std::vector<Part>> documents = split(text, file);
    if (!documents)
        return documents.error();
    if (!lookLikeConnection(*documents, text))
        return unrecognised(file);
    const json::Value first = documents->front().document.root();
    if (documents->size() == 1 && sortOf(first) == Sort::Settings && first.find(key::requestFormat))
        return completed(std::string(text), file);
    const Result<Parts> parts = sorted(*documents, text, file);
    if (!parts)
        return parts.error();
    Imported out = assembled(*parts);
    // A placeholder without quotes outside the body makes it no JSON: it is told at its own place.
    if (json::Document(out.bytes).isValid())
        return out;
    for (const Part &part : *documents) {
        const Part strict{json::Document(part.document.text()), part.offset};
        if (!strict.document.isValid() && sortOf(part.document.root()) != Sort::Body)
            return errorAt(text, strict, file);
    }
    return unrecognised(file);
}

} // namespace designer::connection
