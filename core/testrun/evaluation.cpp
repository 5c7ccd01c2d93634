// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/evaluation.h"

#include "connection/soundness.h"
#include "testrun/lint.h"
#include "testrun/requestbuilder.h"
#include "testrun/requestfindings.h"
#include "json/layout.h"
#include "json/pointer.h"

#include <QCryptographicHash>

#include <algorithm>
#include <iterator>

namespace designer::testrun {

namespace {

constexpr std::string_view standIn = "sandbox-stand-in";
constexpr std::string_view formatPointer = "/request_format";

/// The byte at \a position of \a text, the other way round than json::positionAt().
std::size_t offsetOf(std::string_view text, const json::Position &position)
{
    std::size_t at = 0;
    for (std::size_t line = 1; line < position.line && at < text.size(); ++line) {
        at = text.find_first_of("\r\n", at);
        if (at == std::string_view::npos)
            return text.size();
        at += text.substr(at, 2) == "\r\n" ? 2 : 1;
    }
    const auto isContinuation = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    for (std::size_t column = 1; column < position.column && at < text.size(); ++column) {
        ++at;
        while (at < text.size() && isContinuation(text[at]))
            ++at;
    }
    return at;
}

std::optional<BodyRange> rangeInTemplate(const tmpl::Template &bodyTemplate, std::string_view pointer)
{
    const json::Value value = json::resolveNearest(bodyTemplate.document().root(), pointer);
    if (!value)
        return std::nullopt;
    return BodyRange{0, value.begin(), value.end()};
}

std::optional<BodyRange> rangeOf(const Evaluation &evaluation, const Finding &finding)
{
    if (!finding.templatePlace || !finding.templatePlace->pointer.starts_with(formatPointer))
        return std::nullopt;
    if (evaluation.bodyTemplate && evaluation.bodyTemplate->document().isValid()) {
        const std::string_view pointer = finding.templatePlace->pointer;
        return rangeInTemplate(*evaluation.bodyTemplate, pointer.substr(formatPointer.size()));
    }
    // A template that is no JSON stands in the file as a string: places count within its text.
    const std::size_t at = offsetOf(evaluation.body, finding.templatePlace->position);
    return BodyRange{0, at, std::min(at + 1, evaluation.body.size())};
}

std::vector<BodyRange> bodyRangesOf(const Evaluation &evaluation)
{
    std::vector<BodyRange> out;
    for (std::size_t i = 0; i < evaluation.findings.size(); ++i) {
        if (auto range = rangeOf(evaluation, evaluation.findings[i])) {
            range->finding = i;
            out.push_back(*range);
        }
    }
    return out;
}

std::vector<PlaceholderValue> valuesOf(const tmpl::Template &bodyTemplate, const event::Event &event)
{
    std::vector<PlaceholderValue> out;
    for (const tmpl::Placeholder &placeholder : bodyTemplate.placeholders()) {
        const event::Lookup found = event::lookUp(event.root(), placeholder.path);
        out.push_back({placeholder.begin, placeholder.end, placeholder.path.text(),
                       found.value ? std::optional(std::string(found.value.raw())) : std::nullopt,
                       found.insideProperties});
    }
    return out;
}

json::Document formattedPayload(const TestRun &run)
{
    if (!run.payload.isValid())
        return json::Document(run.rendering.bytes);
    return json::Document(json::formatted(run.payload.root()));
}

/// The steps that need an event.
void runWith(Evaluation &out, const event::Event &event, const Settings &settings)
{
    const secrets::Secrets standIns = standInSecrets(*out.compiled);
    Settings withStandIns = settings;
    withStandIns.secrets = &standIns;
    Result<TestRun> run = prepare(*out.compiled, event, withStandIns);
    if (!run) {
        out.failed = run.error();
        return;
    }
    out.run = std::move(run).value();
    out.masker = maskerFor(*out.run, standIns);
    out.formatted = formattedPayload(*out.run);
    out.findings.insert(out.findings.end(), out.run->findings.begin(), out.run->findings.end());
    out.findings = capped(std::move(out.findings));
}

} // namespace

QByteArray testedPrint(const connection::Connection &connection)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](std::string_view part) {
        hash.addData(QByteArray::number(static_cast<qulonglong>(part.size())));
        hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
    };
    add(connection.url());
    add(connection.method());
    add(connection.contentType());
    for (const connection::Header &header : connection.headers()) {
        add(header.name);
        add(header.value);
    }
    add(connection.templateText());
    add(connection.conditions().raw());
    add(tmpl::name(connection.options().missing));
    add(tmpl::name(connection.options().values));
    return hash.result();
}

secrets::Secrets standInSecrets(const connection::CompiledConnection &connection)
{
    secrets::Secrets out;
    for (const std::string &name : secretNames(connection))
        out.try_emplace(name, secrets::Secret(std::string(standIn)));
    return out;
}

Evaluation evaluate(const EvaluationInput &input, const std::atomic<bool> &cancelled)
{
    Evaluation out;
    out.body = input.parts.body;
    out.connection = input.parts.shell;
    const Result<connection::Connection> whole
        = connection::putTogether(input.parts.shell, input.parts.body, input.parts.form);
    if (!whole) {
        out.unusable = whole.error();
        return out;
    }
    out.connection = *whole;
    out.print = testedPrint(out.connection);
    if (auto bodyTemplate = tmpl::Template::compile(out.body, out.connection.options()))
        out.bodyTemplate = std::move(bodyTemplate).value();
    if (cancelled)
        return out;
    auto compiled = connection::compile(out.connection);
    if (compiled)
        out.compiled = std::move(compiled).value();
    else
        out.unusable = compiled.error();
    if (out.bodyTemplate && input.event) {
        out.values = valuesOf(*out.bodyTemplate, *input.event);
        out.bodyRendering = out.bodyTemplate->render(input.event->root());
    }
    if (cancelled)
        return out;
    if (out.compiled && input.event) {
        out.findings = connection::soundness(out.connection);
        runWith(out, *input.event, input.settings);
    } else {
        out.findings = lint(out.connection, {}, input.settings.profile, input.settings.now);
    }
    out.bodyRanges = bodyRangesOf(out);
    return out;
}

bool Evaluation::isInsiders() const
{
    return run ? run->insiders : compiled && testrun::isInsiders(*compiled);
}

bool Evaluation::payloadIsSound() const
{
    if (!run)
        return false;
    const bool json = compiled->requestFormat.options().kind == tmpl::ContentKind::Json;
    return run->rendering.blocked == tmpl::Blocked::No && (!json || run->payload.isValid());
}

std::optional<std::size_t> Evaluation::formattedOffset(std::size_t bodyOffset) const
{
    const auto &segments = bodyRendering.sourceMap.segments();
    const auto found = std::partition_point(segments.begin(), segments.end(), [&](const tmpl::Segment &s) {
        return s.templateEnd <= bodyOffset;
    });
    if (found == segments.end() || !run)
        return std::nullopt;
    const std::size_t into
        = found->isLiteral() && bodyOffset > found->templateBegin ? bodyOffset - found->templateBegin : 0;
    const std::size_t inPayload = found->payloadBegin + into;
    if (!run->payload.isValid() || !formatted.isValid())
        return inPayload;
    const json::Value value = run->payload.memberValueAt(inPayload);
    return value ? std::optional(json::Value(&formatted.index(), value.node()).begin()) : std::nullopt;
}

std::optional<std::size_t> Evaluation::bodyOffset(std::size_t formattedOffset) const
{
    if (!run)
        return std::nullopt;
    std::size_t inPayload = formattedOffset;
    if (run->payload.isValid() && formatted.isValid()) {
        const json::Value value = formatted.memberValueAt(formattedOffset);
        if (!value)
            return std::nullopt;
        inPayload = json::Value(&run->payload.index(), value.node()).begin();
    }
    const tmpl::Segment *const segment = bodyRendering.sourceMap.at(inPayload);
    if (!segment)
        return std::nullopt;
    return segment->templateBegin + (segment->isLiteral() ? inPayload - segment->payloadBegin : 0);
}

std::optional<std::size_t> Evaluation::eventOffset(std::size_t bodyOffset, const event::Event &event) const
{
    if (!bodyTemplate)
        return std::nullopt;
    for (const tmpl::Placeholder &placeholder : bodyTemplate->placeholders()) {
        if (placeholder.begin > bodyOffset || bodyOffset >= placeholder.end)
            continue;
        const event::Lookup found = event::lookUp(event.root(), placeholder.path);
        return found.value ? std::optional(found.value.begin()) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace designer::testrun
