// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/template.h"

#include "template/compiler.h"
#include "template/renderer.h"

namespace designer::tmpl {

struct Template::Scratch::Data
{
    std::vector<event::Lookup> answers;
};

namespace {

std::vector<event::Path> pathsWhere(const Program &program, const std::vector<event::Lookup> &answers,
                                    bool (*holds)(const event::Lookup &))
{
    std::vector<event::Path> out;
    std::vector<bool> told(answers.size());
    for (const std::uint32_t path : program.placeholderPaths) {
        if (!told[path] && holds(answers[path]))
            out.push_back(program.resolver.path(path));
        told[path] = true;
    }
    return out;
}

bool isMissing(const event::Lookup &lookup)
{
    return !lookup.value;
}

bool isInsideProperties(const event::Lookup &lookup)
{
    return lookup.value && lookup.insideProperties;
}

} // namespace

Template::Scratch::Scratch() : m_data(std::make_unique<Data>()) { }
Template::Scratch::~Scratch() = default;

Template::Template(std::shared_ptr<const Program> program) : m_program(std::move(program)) { }

Result<Template> Template::compile(std::string text, const Options &options)
{
    Result<Program> program = tmpl::compile(std::move(text), options);
    if (!program)
        return program.error();
    return Template(std::make_shared<const Program>(std::move(program).value()));
}

const std::string &Template::text() const
{
    return m_program->source;
}

const Options &Template::options() const
{
    return m_program->options;
}

const json::Document &Template::document() const
{
    return m_program->document;
}

const std::vector<Placeholder> &Template::placeholders() const
{
    return m_program->placeholders;
}

const std::vector<StrayMark> &Template::strayMarks() const
{
    return m_program->strays;
}

std::vector<event::Lookup> Template::lookUp(const json::Value &event) const
{
    std::vector<event::Lookup> answers;
    m_program->resolver.resolve(event, answers);
    std::vector<event::Lookup> out;
    out.reserve(m_program->placeholderPaths.size());
    for (const std::uint32_t path : m_program->placeholderPaths)
        out.push_back(answers[path]);
    return out;
}

Rendering Template::render(const json::Value &event) const
{
    Rendering out;
    std::vector<event::Lookup> answers;
    m_program->resolver.resolve(event, answers);
    out.missing = pathsWhere(*m_program, answers, &isMissing);
    out.insideProperties = pathsWhere(*m_program, answers, &isInsideProperties);
    if (m_program->options.missing == MissingPolicy::Block && !out.missing.empty()) {
        out.blocked = Blocked::MissingValues;
        return out;
    }
    out.blocked = Renderer(*m_program, answers, out.bytes).run(&out.sourceMap);
    if (out.blocked != Blocked::No) {
        out.bytes.clear();
        out.sourceMap = {};
    }
    return out;
}

Template::Outcome Template::renderInto(std::string &out, const json::Value &event, Scratch &scratch) const
{
    std::vector<event::Lookup> &answers = scratch.m_data->answers;
    m_program->resolver.resolve(event, answers);
    Outcome outcome;
    for (const event::Lookup &answer : answers)
        outcome.missing += !answer.value;
    if (m_program->options.missing == MissingPolicy::Block && outcome.missing > 0) {
        outcome.blocked = Blocked::MissingValues;
        return outcome;
    }
    const std::size_t before = out.size();
    outcome.blocked = Renderer(*m_program, answers, out).run(nullptr);
    if (outcome.blocked != Blocked::No)
        out.resize(before);
    return outcome;
}

std::vector<event::Path> Template::missingPaths(const Scratch &scratch) const
{
    return pathsWhere(*m_program, scratch.m_data->answers, &isMissing);
}

} // namespace designer::tmpl
