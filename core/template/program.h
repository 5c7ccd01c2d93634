// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "template/options.h"
#include "template/placeholder.h"
#include "template/resolver.h"
#include "json/document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace designer::tmpl {

/// What a compiled template consists of. Internal to the room.
enum class OpCode : std::uint8_t {
    Literal, ///< bytes of the pool
    Comma, ///< a comma, unless it would follow an opening brace
    OmitIfMissing, ///< goes on at `jump` where the value is missing
    Typed, ///< a whole value
    AsText, ///< a whole value as a string
    InString, ///< into a JSON string
    Form,
    Xml,
    Plain,
};

struct Op
{
    OpCode code = OpCode::Literal;
    std::uint32_t placeholder = 0; ///< its number, for all but Literal and Comma
    std::uint32_t path = 0; ///< the number of its path in the resolver
    std::uint32_t begin = 0; ///< Literal: first byte in the pool. Comma: its offset in the template
    std::uint32_t end = 0; ///< Literal: after the last byte
    std::uint32_t jump = 0; ///< OmitIfMissing: the op after the member
    std::uint16_t depth = 0; ///< how many brackets are open here, where a whole value is put in
};

/// Bytes of the pool from `pool` on stand in the template from `source` on, up to the next run.
struct Run
{
    std::uint32_t pool = 0;
    std::uint32_t source = 0;
};

struct Program
{
    Options options;
    std::string source; ///< the template's text, as the author wrote it
    json::Document document; ///< of a JSON template; bare placeholders are Kind::Bare
    Resolver resolver;
    std::vector<Placeholder> placeholders; ///< in the order of the text
    std::vector<StrayMark> strays;
    std::vector<std::uint32_t> placeholderPaths; ///< their paths' numbers
    std::string pool; ///< the literal bytes of the payload
    std::vector<Run> runs;
    std::vector<Op> ops;
    std::size_t depth = 0; ///< of the template itself
};

} // namespace designer::tmpl
