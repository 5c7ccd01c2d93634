// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "finding/result.h"
#include "template/options.h"
#include "json/document.h"
#include "json/edit.h"

#include <QString>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace designer::connection {

/// The names of the file's keys. The first seven are Hardal's, in Hardal's order (documented); the
/// last is ours.
namespace key {
inline constexpr std::string_view label = "endpoint_label";
inline constexpr std::string_view id = "endpoint_id";
inline constexpr std::string_view url = "endpoint_url";
inline constexpr std::string_view method = "request_method";
inline constexpr std::string_view contentType = "content_type";
inline constexpr std::string_view requestFormat = "request_format";
inline constexpr std::string_view headers = "headers";
inline constexpr std::string_view designer = "x_designer";

/// The place of the template in the file.
inline constexpr std::string_view requestFormatPointer = "/request_format";

/// The five settings of Hardal's form.
inline constexpr std::array settings{label, id, url, method, contentType};
/// All that a connection file is known to hold.
inline constexpr std::array all{label, id, url, method, contentType, requestFormat, headers, designer};
} // namespace key

/// What the setting \a name means where the file says nothing; empty where nothing can be meant.
[[nodiscard]] std::string_view defaultSetting(std::string_view name);

/// Not http::Header: it knows its place in the file, and may still hold placeholders and secrets.
struct Header
{
    std::string name;
    std::string value;
    json::Value place; ///< the value in the file
};

/// How the file keeps the template.
enum class TemplateStorage {
    None, ///< there is no request_format, or none that could be one
    Spliced, ///< as JSON, token for token
    String, ///< as a JSON string that holds the template's text
};

/// One connection: a file's bytes and what they mean. A value: cheap to copy, never changed; an
/// edit makes a new one. Loading never fails on what a connection says, only on what is no JSON
/// object: unsound parts are left to soundness() to report, and survive a save untouched.
class Connection
{
public:
    Connection() = default;
    /// Errors: MalformedJson, WrongEncoding, NotAConnection (not an object), each with its place.
    static Result<Connection> load(std::string bytes, const QString &file = {});

    [[nodiscard]] const std::string &bytes() const { return m_document.text(); }
    [[nodiscard]] const json::Document &document() const { return m_document; }
    [[nodiscard]] const QString &file() const { return m_file; }

    [[nodiscard]] std::string label() const { return text(key::label); }
    [[nodiscard]] std::string id() const { return text(key::id); }
    [[nodiscard]] std::string url() const { return text(key::url); }
    /// `POST` where the file has none; an empty one is no method, and is empty here too.
    [[nodiscard]] std::string method() const;
    /// `application/json` where the file has none, or an empty one.
    [[nodiscard]] std::string contentType() const;
    /// Those that are on, in the file's order; of duplicates the last.
    [[nodiscard]] std::vector<Header> headers() const;
    [[nodiscard]] std::vector<Header> headersOff() const;
    [[nodiscard]] bool active() const;
    [[nodiscard]] std::string notes() const;
    /// No value where there are none.
    [[nodiscard]] json::Value conditions() const;
    /// Missing-value policy, value mode and content kind. Unknown words count as the defaults.
    [[nodiscard]] tmpl::Options options() const;

    [[nodiscard]] TemplateStorage templateStorage() const;
    [[nodiscard]] std::string templateText() const;
    /// The place of the byte at \a offset of the template's text, named \a pointer inside it.
    [[nodiscard]] TemplatePlace templatePlace(std::string_view pointer, std::size_t offset) const;
    /// The place of a value of the file.
    [[nodiscard]] TemplatePlace place(const json::Value &value) const;

    /// The connection that results from \a edit of its bytes. Errors as load().
    [[nodiscard]] Result<Connection> edited(const json::TextEdit &edit) const;

private:
    [[nodiscard]] json::Value member(std::string_view name) const { return m_document.root().find(name); }
    [[nodiscard]] json::Value designerMember(std::string_view name) const;
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] std::vector<Header> headersOf(const json::Value &object) const;

    json::Document m_document;
    QString m_file;
};

} // namespace designer::connection
