// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/trackcall.h"

#include "event/scriptcursor.h"
#include "event/scriptliteral.h"
#include "event/words.h"
#include "json/document.h"

#include <optional>
#include <vector>

namespace designer::event {

namespace {

using Kind = TrackCall::Kind;

bool takeSpaced(ScriptCursor &in, std::string_view token)
{
    return in.skipSpace() && in.take(token);
}

/// The names of `a.b.c`, also written `a?.b`.
std::vector<std::string_view> takeNames(ScriptCursor &in)
{
    std::vector<std::string_view> names;
    do {
        if (!in.skipSpace())
            return {};
        names.push_back(in.takeName());
    } while (names.size() < 4 && !names.back().empty() && (takeSpaced(in, "?.") || takeSpaced(in, ".")));
    return names;
}

/// `hardal.track(` and its like, up to the parenthesis. Where there is none, \a in has moved.
std::optional<Kind> takeCallee(ScriptCursor &in)
{
    std::vector<std::string_view> names = takeNames(in);
    if (!names.empty() && names.back().empty()) // track?.(
        names.pop_back();
    if (names.size() == 3 && names.front() == "window")
        names.erase(names.begin());
    if (names.size() != 2 || !takeSpaced(in, "("))
        return {};
    if (names[0] == "dataLayer" && names[1] == "push")
        return Kind::DataLayer;
    if (names[0] != "hardal")
        return {};
    if (names[1] == "track")
        return Kind::Track;
    return names[1] == "distinct" ? std::optional(Kind::Distinct) : std::nullopt;
}

bool takeTokens(ScriptCursor &in, std::initializer_list<std::string_view> tokens)
{
    const ScriptCursor before = in;
    for (const std::string_view token : tokens) {
        if (!takeSpaced(in, token)) {
            in = before;
            return false;
        }
    }
    return true;
}

/// `window.dataLayer = window.dataLayer || [];`
bool takeSetUp(ScriptCursor &in)
{
    return takeTokens(in, {"window", ".", "dataLayer", "=", "window", ".", "dataLayer", "||", "[", "]"})
        || takeTokens(in, {"var", "dataLayer", "=", "window", ".", "dataLayer", "||", "[", "]"});
}

bool takeScriptTag(ScriptCursor &in)
{
    if (in.take("</script>"))
        return true;
    if (!in.rest().starts_with("<script") || in.rest().find('>') == std::string_view::npos)
        return false;
    in.advance(in.rest().find('>') + 1);
    return true;
}

/// Everything that may stand beside a call. False: the cursor has the error.
bool skipToCall(ScriptCursor &in)
{
    while (in.skipSpace()) {
        if (!in.take(";") && !takeScriptTag(in) && !takeSetUp(in))
            return true;
    }
    return false;
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_in(text) { }

    Result<TrackCall> run()
    {
        std::optional<TrackCall> found;
        while (skipToCall(m_in) && !m_in.atEnd()) {
            TrackCall call;
            const std::size_t begin = m_in.offset();
            if (!readCall(call))
                break;
            if (emptiesDataLayer(call)) {
                m_emptied = true;
                m_spare = m_spare ? m_spare : call;
            } else if (found) {
                m_in.fail(begin, Words::tr("a second call begins here, and an event is one call"),
                          Words::tr("keep one call and bring in the other by itself"));
                break;
            } else {
                found = std::move(call);
            }
        }
        if (m_in.error())
            return *m_in.error();
        return finished(found ? *found : m_spare.value_or(TrackCall()), found.has_value());
    }

private:
    bool readCall(TrackCall &call)
    {
        const std::size_t begin = m_in.offset();
        const std::optional<Kind> kind = takeCallee(m_in);
        if (!kind) {
            return m_in.fail(begin, Words::tr("this is no call that reports an event"),
                             Words::tr("give hardal.track(\"name\", {…}), hardal.distinct({…}) or "
                                       "dataLayer.push({…}) alone"));
        }
        call.kind = *kind;
        return arguments(call) && m_in.skipSpace();
    }

    bool arguments(TrackCall &call)
    {
        ScriptLiteral literal(m_in, m_rewrites, 1);
        if (!m_in.skipSpace())
            return false;
        if (call.kind == Kind::Track) {
            if (!eventName(literal, call) || !m_in.skipSpace())
                return false;
            if (m_in.take(")"))
                return true;
            if (!m_in.take(","))
                return closingExpected();
            if (!m_in.skipSpace())
                return false;
            if (m_in.take(")"))
                return true;
        }
        return object(literal, call) && closing();
    }

    bool eventName(ScriptLiteral &literal, TrackCall &call)
    {
        const char c = m_in.peek();
        if (c == '"' || c == '\'' || c == '`')
            return literal.string(call.name);
        return m_in.atEnd()
            ? m_in.failAtEnd()
            : m_in.fail(m_in.offset(), Words::tr("the event’s name is expected here, in quotes"),
                        Words::tr("write hardal.track(\"purchase\", {…})"));
    }

    bool object(ScriptLiteral &literal, TrackCall &call)
    {
        if (m_in.peek() == '{') {
            call.object.clear();
            return literal.value(call.object);
        }
        return m_in.atEnd()
            ? m_in.failAtEnd()
            : m_in.fail(m_in.offset(), Words::tr("an object in braces { } is expected here"),
                        Words::tr("write the event’s fields out: what a variable holds is known "
                                  "only in the page"));
    }

    bool closing()
    {
        if (!m_in.skipSpace())
            return false;
        if (m_in.take(",") && !m_in.skipSpace())
            return false;
        return m_in.take(")") || closingExpected();
    }

    bool closingExpected()
    {
        return m_in.atEnd()
            ? m_in.failAtEnd()
            : m_in.fail(m_in.offset(), Words::tr("the call’s closing parenthesis is expected here"),
                        Words::tr("end the call with )"));
    }

    /// `dataLayer.push({ ecommerce: null })`
    static bool emptiesDataLayer(const TrackCall &call)
    {
        if (call.kind != Kind::DataLayer)
            return false;
        const json::Document object(call.object);
        for (const json::Member &member : object.root().members()) {
            if (!member.value.isNull())
                return false;
        }
        return true;
    }

    TrackCall finished(TrackCall call, bool passedOver) const
    {
        call.steps = m_rewrites.sentences();
        if (m_emptied && passedOver) {
            call.steps << Words::tr("A push that holds nothing but nulls only empties the data layer: it was "
                                    "passed over.");
        }
        return call;
    }

    ScriptCursor m_in;
    Rewrites m_rewrites;
    std::optional<TrackCall> m_spare;
    bool m_emptied = false;
};

} // namespace

bool looksLikeTrackCall(std::string_view text)
{
    ScriptCursor in(text);
    return skipToCall(in) && takeCallee(in).has_value();
}

Result<TrackCall> readTrackCall(std::string_view text)
{
    const std::size_t invalid = json::firstInvalidUtf8(text);
    if (invalid != std::string_view::npos) {
        return Error{ErrorCode::MalformedJson,
                     Words::tr("the text is not valid UTF-8 here"),
                     Words::tr("save the file as UTF-8"),
                     {},
                     json::positionAt(text, invalid)};
    }
    return Reader(text).run();
}

} // namespace designer::event
