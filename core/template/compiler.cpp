// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/compiler.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::tmpl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Template", text);
}

/// Builds the ops of one template. Walks the nodes of the document with a stack of its own, so
/// that depth costs no call stack.
class Compiler
{
public:
    explicit Compiler(Program &program) : m_program(program), m_source(program.source) { }

    void compileJson();
    void compileText();

private:
    struct Level
    {
        json::Value container;
        std::uint32_t next = 0; ///< node of the next child (of an object: its name)
        std::uint32_t last = 0; ///< node after the last child
        bool first = true;
        bool dynamicCommas = false; ///< a member may be left out, so commas are decided while rendering
        std::vector<std::uint32_t> openJumps; ///< ops whose jump is the end of the current member
    };

    void value(const json::Value &value);
    void open(const json::Value &container);
    void step();
    void member(Level &level);
    void endMember(Level &level);
    void closeLevel();
    void string(const json::Value &value, Role role);
    void comma(Level &level, std::size_t before);
    [[nodiscard]] bool mayBeLeftOut(const json::Member &member) const;
    [[nodiscard]] bool anyMayBeLeftOut(const json::Value &object) const;
    [[nodiscard]] bool isLone(const json::Value &value) const;
    void omitIfMissing(Level &level, const json::Value &value);

    void literal(std::size_t begin, std::size_t end);
    std::uint32_t placeholder(const Placeholder &placeholder, Role role);
    void op(OpCode code, std::uint32_t placeholder);

    Program &m_program;
    std::string_view m_source;
    std::vector<Level> m_levels;
    std::size_t m_jumpTarget = 0; // what is written from this op on must not be joined to what is before it
};

bool Compiler::isLone(const json::Value &value) const
{
    if (value.is(json::Kind::Bare))
        return true;
    const std::string_view raw = value.raw();
    return value.isString() && raw.size() > 2 && placeholderLength(raw.substr(1)) == raw.size() - 2;
}

bool Compiler::mayBeLeftOut(const json::Member &member) const
{
    return isLone(member.value) || isLone(member.name);
}

bool Compiler::anyMayBeLeftOut(const json::Value &object) const
{
    if (m_program.options.missing != MissingPolicy::Omit)
        return false;
    for (const json::Member &member : object.members()) {
        if (mayBeLeftOut(member))
            return true;
    }
    return false;
}

void Compiler::compileJson()
{
    value(m_program.document.root());
    while (!m_levels.empty())
        step();
}

void Compiler::compileText()
{
    Placeholders all = findPlaceholders(m_source);
    std::size_t at = json::byteOrderMarkLength(m_source);
    const OpCode code = m_program.options.kind == ContentKind::Form ? OpCode::Form
        : m_program.options.kind == ContentKind::Xml                ? OpCode::Xml
                                                                    : OpCode::Plain;
    for (const Placeholder &found : all.found) {
        literal(at, found.begin);
        op(code, placeholder(found, Role::InText));
        at = found.end;
    }
    literal(at, m_source.size());
    m_program.strays = std::move(all.strays);
}

void Compiler::value(const json::Value &value)
{
    if (value.isContainer()) {
        open(value);
    } else if (value.is(json::Kind::Bare)) {
        const Placeholders found = findPlaceholders(value.raw(), value.begin());
        op(OpCode::Typed, placeholder(found.found.front(), Role::Bare));
    } else if (value.isString()) {
        string(value, Role::InString);
    } else {
        literal(value.begin(), value.end());
    }
}

void Compiler::open(const json::Value &container)
{
    literal(container.begin(), container.begin() + 1);
    const std::uint32_t last = container.index()->node(container.node()).next;
    m_levels.push_back({container,
                        container.node() + 1,
                        last,
                        true,
                        container.isObject() && anyMayBeLeftOut(container),
                        {}});
    m_program.depth = std::max(m_program.depth, m_levels.size());
}

void Compiler::step()
{
    Level &level = m_levels.back();
    endMember(level);
    if (level.next == level.last) {
        closeLevel();
    } else if (level.container.isObject()) {
        member(level);
    } else {
        const json::Value element(level.container.index(), level.next);
        level.next = level.container.index()->node(level.next).next;
        comma(level, element.begin());
        value(element);
    }
}

void Compiler::closeLevel()
{
    const std::size_t end = m_levels.back().container.end();
    literal(end - 1, end);
    m_levels.pop_back();
}

void Compiler::member(Level &level)
{
    const json::Index *index = level.container.index();
    const json::Member member{{index, level.next}, {index, level.next + 1}};
    level.next = index->node(level.next + 1).next;
    if (level.dynamicCommas) {
        omitIfMissing(level, member.name);
        omitIfMissing(level, member.value);
    }
    comma(level, member.name.begin());
    string(member.name, Role::InName);
    const std::size_t colon = m_source.find(':', member.name.end());
    literal(colon, colon + 1);
    value(member.value); // may push a level: `level` is not to be used after this
}

void Compiler::endMember(Level &level)
{
    if (level.openJumps.empty())
        return;
    m_jumpTarget = m_program.ops.size();
    for (const std::uint32_t jump : level.openJumps)
        m_program.ops[jump].jump = static_cast<std::uint32_t>(m_jumpTarget);
    level.openJumps.clear();
}

void Compiler::omitIfMissing(Level &level, const json::Value &value)
{
    if (!isLone(value))
        return;
    const std::string_view raw = value.raw();
    const std::string_view path
        = value.isString() ? raw.substr(3, raw.size() - 6) : raw.substr(2, raw.size() - 4);
    level.openJumps.push_back(static_cast<std::uint32_t>(m_program.ops.size()));
    Op omit{OpCode::OmitIfMissing};
    omit.path = m_program.resolver.add(*event::Path::parse(path));
    m_program.ops.push_back(omit);
}

void Compiler::comma(Level &level, std::size_t before)
{
    if (level.first) {
        level.first = false;
        return;
    }
    const std::size_t at = m_source.rfind(',', before);
    if (!level.dynamicCommas)
        return literal(at, at + 1);
    Op dynamic{OpCode::Comma};
    dynamic.begin = static_cast<std::uint32_t>(at);
    m_program.ops.push_back(dynamic);
}

/// A string value or a member's name.
void Compiler::string(const json::Value &value, Role role)
{
    Placeholders all = findPlaceholders(value.raw(), value.begin());
    m_program.strays.insert(m_program.strays.end(), all.strays.begin(), all.strays.end());
    if (role == Role::InString && isLone(value)) {
        const bool typed = m_program.options.values == ValueMode::Typed;
        op(typed ? OpCode::Typed : OpCode::AsText, placeholder(all.found.front(), Role::Lone));
        return;
    }
    std::size_t at = value.begin();
    for (const Placeholder &found : all.found) {
        literal(at, found.begin);
        op(OpCode::InString, placeholder(found, role));
        at = found.end;
    }
    literal(at, value.end());
}

void Compiler::literal(std::size_t begin, std::size_t end)
{
    if (begin == end)
        return;
    const auto pool = static_cast<std::uint32_t>(m_program.pool.size());
    const auto source = static_cast<std::uint32_t>(begin);
    m_program.pool += m_source.substr(begin, end - begin);
    const auto poolEnd = static_cast<std::uint32_t>(m_program.pool.size());
    const Run *last = m_program.runs.empty() ? nullptr : &m_program.runs.back();
    if (!last || source - last->source != pool - last->pool)
        m_program.runs.push_back({pool, source});
    if (m_program.ops.size() > m_jumpTarget && m_program.ops.back().code == OpCode::Literal) {
        m_program.ops.back().end = poolEnd;
        return;
    }
    Op bytes{OpCode::Literal};
    bytes.begin = pool;
    bytes.end = poolEnd;
    m_program.ops.push_back(bytes);
}

std::uint32_t Compiler::placeholder(const Placeholder &placeholder, Role role)
{
    m_program.placeholders.push_back(placeholder);
    m_program.placeholders.back().role = role;
    m_program.placeholderPaths.push_back(m_program.resolver.add(placeholder.path));
    return static_cast<std::uint32_t>(m_program.placeholders.size() - 1);
}

void Compiler::op(OpCode code, std::uint32_t placeholder)
{
    Op op{code};
    op.placeholder = placeholder;
    op.path = m_program.placeholderPaths[placeholder];
    op.depth = static_cast<std::uint16_t>(m_levels.size());
    m_program.ops.push_back(op);
}

Error malformed(const json::ParseError &error)
{
    Error out = fromParseError(error, ErrorCode::MalformedTemplate);
    out.wayOut = tr("mend it there");
    return out;
}

} // namespace

Result<Program> compile(std::string text, const Options &options)
{
    Program program;
    program.options = options;
    program.source = std::move(text);
    if (options.kind == ContentKind::Json) {
        program.document = json::Document(program.source, {&placeholderLength});
        if (!program.document.isValid())
            return malformed(program.document.error());
    } else if (const std::size_t bad = json::firstInvalidUtf8(program.source);
               bad != std::string_view::npos) {
        return Error{ErrorCode::MalformedTemplate,
                     tr("this byte is not valid UTF-8"),
                     tr("save the file as UTF-8"),
                     {},
                     json::positionAt(program.source, bad)};
    }
    Compiler compiler(program);
    options.kind == ContentKind::Json ? compiler.compileJson() : compiler.compileText();
    program.resolver.seal();
    return program;
}

} // namespace designer::tmpl
