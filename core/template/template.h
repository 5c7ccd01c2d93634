// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"
#include "template/options.h"
#include "template/placeholder.h"
#include "template/rendering.h"
#include "json/document.h"

#include <memory>
#include <string>
#include <vector>

namespace designer::tmpl {

struct Program;

/// A request format, compiled once and run over many events. Immutable, cheap to copy, safe to use
/// from several threads at once.
class Template
{
public:
    /// Compiles \a text. JSON (with bare placeholders) for ContentKind::Json, any UTF-8 text
    /// otherwise. Errors: ErrorCode::MalformedTemplate, with its place in \a text.
    static Result<Template> compile(std::string text, const Options &options);

    [[nodiscard]] const std::string &text() const;
    [[nodiscard]] const Options &options() const;
    /// The JSON template's document (bare placeholders are json::Kind::Bare); invalid otherwise.
    [[nodiscard]] const json::Document &document() const;
    /// All placeholders, in the order of the text.
    [[nodiscard]] const std::vector<Placeholder> &placeholders() const;
    /// `##` that begins no placeholder.
    [[nodiscard]] const std::vector<StrayMark> &strayMarks() const;

    /// What each of placeholders() finds in \a event (an object), in their order.
    [[nodiscard]] std::vector<event::Lookup> lookUp(const json::Value &event) const;

    /// Fills the template from \a event (an object), with everything that is known about it.
    [[nodiscard]] Rendering render(const json::Value &event) const;

    /// Memory that render() below uses again and again. One for each thread.
    class Scratch
    {
    public:
        Scratch();
        ~Scratch();
        Scratch(const Scratch &) = delete;
        Scratch &operator=(const Scratch &) = delete;

    private:
        friend class Template;
        struct Data;
        std::unique_ptr<Data> m_data;
    };

    /// What the fast form tells: the numbers of the missing placeholders' paths stay in the scratch.
    struct Outcome
    {
        Blocked blocked = Blocked::No;
        std::size_t missing = 0; ///< how many different paths are missing
    };
    /// The same bytes as render(), appended to \a out, without a source map: for many events.
    /// Where it is blocked nothing is appended.
    Outcome renderInto(std::string &out, const json::Value &event, Scratch &scratch) const;
    /// The paths that were missing in the last renderInto() with \a scratch, as render() lists them.
    [[nodiscard]] std::vector<event::Path> missingPaths(const Scratch &scratch) const;

private:
    explicit Template(std::shared_ptr<const Program> program);
    std::shared_ptr<const Program> m_program;
};

} // namespace designer::tmpl
