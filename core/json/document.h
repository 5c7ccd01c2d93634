// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <memory>
#include <string>

namespace designer::json {

/// A JSON text that owns its bytes, with its index: what is loaded is what is kept. Immutable and
/// cheap to copy (copies share the bytes); safe to read from several threads.
class Document
{
public:
    /// No document: root() is no value.
    Document() = default;
    /// Reads \a text. Where it is no JSON, isValid() is false, error() says why, and text() is
    /// still the text as given.
    explicit Document(std::string text, const ParseOptions &options = {});

    [[nodiscard]] bool isValid() const;
    [[nodiscard]] const ParseError &error() const;
    [[nodiscard]] const std::string &text() const;
    [[nodiscard]] const Index &index() const;
    [[nodiscard]] Value root() const;
    /// The value at an RFC 6901 pointer; no value where there is none.
    [[nodiscard]] Value at(std::string_view pointer) const;
    /// The child of \a parent, a value of this document, that the unescaped \a token of a pointer
    /// names. Of a long container only the first two questions search it.
    [[nodiscard]] Value childOf(const Value &parent, std::string_view token) const;
    /// The innermost value (never a member's name) whose span holds \a offset.
    [[nodiscard]] Value valueAt(std::size_t offset) const;
    /// As valueAt(), but an offset in a member's name gives that member's value.
    [[nodiscard]] Value memberValueAt(std::size_t offset) const;
    [[nodiscard]] Position positionAt(std::size_t offset) const;

private:
    [[nodiscard]] Value innermostAt(std::size_t offset) const;

    struct Data;
    std::shared_ptr<const Data> m_data;
};

} // namespace designer::json
