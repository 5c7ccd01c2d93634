// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/evaluation.h"

#include "connection/soundness.h"
#include "connection/unfinished.h"
#include "testrun/lint.h"
#include "testrun/requestbuilder.h"
#include "testrun/requestfindings.h"
#include "json/layout.h"
#include "json/places.h"
#include "json/pointer.h"
#include "json/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <future>
#include <iterator>
#include <system_error>

namespace designer::testrun {

namespace {

constexpr std::string_view standIn = "sandbox-stand-in";
constexpr std::string_view formatPointer = connection::key::requestFormatPointer;

/// Finds the places of findings in the body.
class BodyPlaces
{
public:
    explicit BodyPlaces(const Evaluation &evaluation)
        : m_evaluation(evaluation),
          m_isString(evaluation.connection.templateStorage() == connection::TemplateStorage::String)
    { }

    [[nodiscard]] std::optional<BodyRange> rangeOf(const Finding &finding)
    {
        if (!finding.templatePlace || !finding.templatePlace->pointer.starts_with(formatPointer))
            return std::nullopt;
        if (m_evaluation.bodyTemplate && m_evaluation.bodyTemplate->document().isValid())
            return rangeInTemplate(finding.templatePlace->pointer.substr(formatPointer.size()));
        const std::size_t at = std::min(offsetAt(finding.templatePlace->position), m_evaluation.body.size());
        return BodyRange{0, at, std::min(at + 1, m_evaluation.body.size())};
    }

private:
    [[nodiscard]] std::optional<BodyRange> rangeInTemplate(std::string_view pointer) const
    {
        const json::Value value = json::resolveNearest(m_evaluation.bodyTemplate->document().root(), pointer);
        return value ? std::optional(BodyRange{0, value.begin(), value.end()}) : std::nullopt;
    }

    /// A place counts within the template's text where the file keeps that as a string; where it is
    /// spliced in, within the file.
    [[nodiscard]] std::size_t offsetAt(const json::Position &position)
    {
        if (!m_places)
            m_places.emplace(m_isString ? m_evaluation.body : m_evaluation.connection.bytes());
        const std::size_t at = m_places->offsetAt(position);
        if (m_isString)
            return at;
        const std::size_t begin
            = m_evaluation.connection.document().root().find(connection::key::requestFormat).begin();
        return at - std::min(at, begin);
    }

    const Evaluation &m_evaluation;
    bool m_isString;
    std::optional<json::Places> m_places; // made when first asked for
};

std::vector<BodyRange> bodyRangesOf(const Evaluation &evaluation)
{
    std::vector<BodyRange> out;
    BodyPlaces places(evaluation);
    for (std::size_t i = 0; i < evaluation.findings.size(); ++i) {
        if (auto range = places.rangeOf(evaluation.findings[i])) {
            range->finding = i;
            out.push_back(*range);
        }
    }
    return out;
}

/// The beginning of \a json, not cut inside a character.
std::string kept(std::string_view json)
{
    std::size_t size = std::min(json.size(), mostJsonKept);
    while (size < json.size() && (static_cast<unsigned char>(json[size]) & 0xC0U) == 0x80U)
        --size;
    return std::string(json.substr(0, size));
}

PlaceholderValue valueOf(const tmpl::Placeholder &placeholder, const event::Lookup &found)
{
    PlaceholderValue out;
    out.begin = placeholder.begin;
    out.end = placeholder.end;
    out.path = placeholder.path.text();
    out.insideProperties = found.insideProperties;
    if (found.value) {
        out.json = kept(found.value.raw());
        out.kind = found.value.kind();
        out.size = found.value.isContainer() ? found.value.size() : 0;
        out.isCut = out.json->size() < found.value.raw().size();
    }
    return out;
}

std::vector<PlaceholderValue> valuesOf(const tmpl::Template &bodyTemplate, const event::Event &event,
                                       const std::atomic<bool> &cancelled)
{
    const std::vector<event::Lookup> found = bodyTemplate.lookUp(event.root());
    std::vector<PlaceholderValue> out;
    out.reserve(found.size());
    for (std::size_t i = 0; i < found.size() && !cancelled; ++i)
        out.push_back(valueOf(bodyTemplate.placeholders()[i], found[i]));
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

std::vector<event::Event> eventsOf(const EvaluationInput &input)
{
    return input.event ? std::vector<event::Event>{*input.event} : std::vector<event::Event>{};
}

/// What is worked out of the body by itself, in its own offsets.
struct BodySide
{
    std::optional<tmpl::Template> bodyTemplate;
    std::vector<PlaceholderValue> values;
    tmpl::Rendering rendering;
};

BodySide bodySideOf(const std::string &body, const tmpl::Options &options,
                    const std::optional<event::Event> &event, const std::atomic<bool> &cancelled)
{
    BodySide out;
    if (cancelled)
        return out;
    auto compiled = tmpl::Template::compile(body, options);
    if (!compiled)
        return out;
    out.bodyTemplate = std::move(compiled).value();
    if (event && !cancelled) {
        out.values = valuesOf(*out.bodyTemplate, *event, cancelled);
        out.rendering = out.bodyTemplate->render(event->root());
    }
    return out;
}

/// The same beside what else is worked out, where it takes long enough to be worth a thread.
std::future<BodySide> startBodySide(const Evaluation &evaluation, const std::optional<event::Event> &event,
                                    const std::atomic<bool> &cancelled)
{
    constexpr std::size_t large = 100'000;
    const bool isLarge = evaluation.body.size() >= large;
    const auto work = [&evaluation, &event, &cancelled, options = evaluation.connection.options()] {
        return bodySideOf(evaluation.body, options, event, cancelled);
    };
    try {
        return std::async(isLarge ? std::launch::async : std::launch::deferred, work);
    } catch (const std::system_error &) { // the system grants no more threads
        return std::async(std::launch::deferred, work);
    }
}

void take(Evaluation &out, BodySide side)
{
    out.bodyTemplate = std::move(side.bodyTemplate);
    out.values = std::move(side.values);
    out.bodyRendering = std::move(side.rendering);
}

/// The connection; false where none comes of it.
bool putTogether(Evaluation &out, const connection::TakenApart &parts)
{
    out.body = parts.body;
    out.connection = parts.shell;
    const Result<connection::Connection> whole = connection::putTogether(parts.shell, parts.body, parts.form);
    if (!whole) {
        out.unusable = whole.error();
        return false;
    }
    out.connection = *whole;
    out.print = testedPrint(out.connection);
    out.blanks = connection::blanks(out.connection);
    return true;
}

Finding unfinishedCondition(const connection::Connection &connection, const std::string &pointer)
{
    Finding out;
    out.code = unfinishedCode;
    out.severity = Severity::Info;
    out.message = QCoreApplication::translate(
        "Evaluation",
        "A condition has no field yet, and does not count. Choose one, or remove the condition.");
    out.templatePlace = connection.place(connection.document().at(pointer));
    return out;
}

/// The findings, and the run where one can be made. \a judged is the connection without what is unfinished in
/// it.
void judge(Evaluation &out, const connection::WhileWritten &judged, const connection::Examination &examined,
           const EvaluationInput &input)
{
    const auto linted = [&](const std::vector<event::Event> &events) {
        return lint(judged.connection, examined, events, input.settings.profile, input.settings.now);
    };
    if (out.compiled && input.event) {
        out.findings = examined.findings;
        runWith(out, *input.event, input.settings);
    }
    if (!out.run)
        out.findings = linted(eventsOf(input));
    else if (!out.run->fires()) // the connection is no worse for values that it would never send
        out.findings = linted({});
    for (const std::string &pointer : judged.unfinished)
        out.findings.push_back(unfinishedCondition(out.connection, pointer));
}

/// The last byte of what ends before \a offset, where that is a line's end or a comma; otherwise \a offset.
std::size_t whatEndsBefore(std::string_view text, std::size_t offset)
{
    constexpr std::string_view blanks = ", \t";
    const std::size_t next = std::min(text.find_first_not_of(blanks, offset), text.size());
    const bool atLineEnd = next == text.size() || text[next] == '\n' || text[next] == '\r';
    if (!atLineEnd && text[offset] != ',')
        return offset;
    const std::size_t last = offset == 0 ? offset : text.find_last_not_of(blanks, offset - 1);
    return last >= text.size() || text[last] == '\n' || text[last] == '\r' ? offset : last;
}

/// The quotes of a placeholder that stands alone in them become nothing of their own: what they hold does.
std::size_t withinQuotes(const json::Document &bodyTemplate, std::size_t offset)
{
    const json::Value value = bodyTemplate.memberValueAt(offset);
    const bool atQuote = value.isString() && (offset == value.begin() || offset + 1 == value.end());
    return atQuote && value.end() - value.begin() > 2 ? value.begin() + 1 : offset;
}

/// Where a line of \a value is: the last one for its closing bracket, otherwise the first.
std::size_t lineOffset(const json::Value &value, bool closing)
{
    return closing ? value.end() - 1 : value.begin();
}

bool closes(const json::Value &value, std::size_t offset)
{
    return value.isContainer() && offset + 1 == value.end();
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
    if (!putTogether(out, input.parts) || cancelled)
        return out;
    std::future<BodySide> bodySide;
    if (input.withBodySide)
        bodySide = startBodySide(out, input.event, cancelled);
    const connection::WhileWritten judged = connection::whileWritten(out.connection);
    const connection::Examination examined = connection::examine(judged.connection);
    auto compiled = connection::compile(judged.connection, examined);
    if (compiled)
        out.compiled = std::move(compiled).value();
    else
        out.unusable = compiled.error();
    if (!cancelled)
        judge(out, judged, examined, input);
    if (bodySide.valid()) {
        take(out, bodySide.get());
        if (!cancelled)
            out.bodyRanges = bodyRangesOf(out);
    }
    return out;
}

bool Evaluation::isInsiders() const
{
    if (run)
        return run->insiders;
    return compiled ? testrun::isInsiders(*compiled)
                    : testrun::isInsiders(connection::RequestHead(connection));
}

bool Evaluation::requestIsRefused() const
{
    constexpr int ok = 200;
    if (run && run->fires())
        return run->prediction && run->prediction->status != ok;
    const auto isOfHeaders = [](const Finding &finding) {
        return finding.severity == Severity::Error && finding.templatePlace
            && (finding.code == "HEADER_MISSING" || finding.templatePlace->pointer.starts_with("/headers"));
    };
    return isInsiders() && std::any_of(findings.begin(), findings.end(), isOfHeaders);
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
    bodyOffset = whatEndsBefore(body, std::min(bodyOffset, body.size()));
    if (bodyTemplate)
        bodyOffset = withinQuotes(bodyTemplate->document(), bodyOffset);
    const auto &segments = bodyRendering.sourceMap.segments();
    const auto found = std::partition_point(segments.begin(), segments.end(), [&](const tmpl::Segment &s) {
        return s.templateEnd <= bodyOffset;
    });
    if (found == segments.end() || !run)
        return std::nullopt;
    if (found->templateBegin > bodyOffset && !json::isSpace(body[bodyOffset]))
        return std::nullopt; // what was left out
    const std::size_t into
        = found->isLiteral() && bodyOffset > found->templateBegin ? bodyOffset - found->templateBegin : 0;
    const std::size_t inPayload = found->payloadBegin + into;
    if (!run->payload.isValid() || !formatted.isValid())
        return inPayload;
    const json::Value value = run->payload.memberValueAt(inPayload);
    if (!value)
        return std::nullopt;
    return lineOffset(json::Value(&formatted.index(), value.node()), closes(value, inPayload));
}

std::optional<std::size_t> Evaluation::bodyOffset(std::size_t formattedOffset) const
{
    if (!run)
        return std::nullopt;
    formattedOffset = whatEndsBefore(formatted.text(), std::min(formattedOffset, formatted.text().size()));
    std::size_t inPayload = formattedOffset;
    if (run->payload.isValid() && formatted.isValid()) {
        const json::Value value = formatted.memberValueAt(formattedOffset);
        if (!value)
            return std::nullopt;
        inPayload
            = lineOffset(json::Value(&run->payload.index(), value.node()), closes(value, formattedOffset));
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
    const std::size_t at = whatEndsBefore(body, std::min(bodyOffset, body.size()));
    const json::Value member = bodyTemplate->document().memberValueAt(at);
    const bool whole = member && !member.isContainer(); // the whole line stands for its value
    for (const tmpl::Placeholder &placeholder : bodyTemplate->placeholders()) {
        const bool inside = whole ? member.begin() <= placeholder.begin && placeholder.end <= member.end()
                                  : placeholder.begin <= at && at < placeholder.end;
        if (!inside)
            continue;
        const event::Lookup found = event::lookUp(event.root(), placeholder.path);
        return found.value ? std::optional(found.value.begin()) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace designer::testrun
