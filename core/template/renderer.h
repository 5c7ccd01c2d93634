// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "template/program.h"
#include "template/rendering.h"

namespace designer::tmpl {

/// Runs a program over the answers of its resolver. Internal to the room.
class Renderer
{
public:
    Renderer(const Program &program, const std::vector<event::Lookup> &answers, std::string &out)
        : m_program(program), m_answers(answers), m_out(out)
    { }
    /// Appends the payload. \a map may be null: nobody asks where the bytes came from.
    [[nodiscard]] Blocked run(SourceMap *map);

private:
    // What is inlined always is asked of every op of every event, and from several places, which
    // makes the compiler keep it apart.
    template <bool Mapped>
    Blocked loop(SourceMap *map);
    void put(const Op &op);
    [[gnu::always_inline]] inline void putTyped(const json::Value &value);
    void putAsText(const json::Value &value);
    void putInString(const json::Value &value);
    void putMissing(const Op &op);
    void putMissingWhole(const Op &op);
    [[nodiscard]] static bool tooDeep(const Op &op, const json::Value &value);
    [[nodiscard]] [[gnu::always_inline]] inline bool tooLarge() const;
    [[nodiscard]] const json::Value &answer(const Op &op) const { return m_answers[op.path].value; }
    void mapLiteral(SourceMap &map, const Op &op, std::size_t payloadBegin) const;
    void mapOp(SourceMap &map, const Op &op, std::size_t before) const;
    [[nodiscard]] std::string_view placeholderText(const Op &op) const;

    const Program &m_program;
    const std::vector<event::Lookup> &m_answers;
    std::string &m_out;
    std::size_t m_start = 0;
};

} // namespace designer::tmpl
