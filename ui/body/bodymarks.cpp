// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/body/bodymarks.h"

#include "event/instant.h"
#include "event/walk.h"
#include "template/placeholder.h"
#include "ui/common/evidencebadge.h"
#include "ui/common/sentence.h"
#include "ui/event/samplefieldsmodel.h"
#include "json/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace designer::ui {

namespace {

/// So many lines with notes under them; more would bury the text. All have their underline.
constexpr std::size_t mostNotes = 50;

QString tr(const char *text)
{
    return QCoreApplication::translate("BodyMarks", text);
}

/// Where the lines of a text begin, as an editor counts them: LF, CR LF and a lone CR end one.
class Lines
{
public:
    explicit Lines(std::string_view text) : m_text(text)
    {
        for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos;
             at = text.find_first_of("\r\n", at)) {
            at += text.substr(at, 2) == "\r\n" ? 2 : 1;
            m_begins.push_back(at);
        }
    }
    [[nodiscard]] int lineOf(std::size_t offset) const
    {
        const auto next = std::upper_bound(m_begins.begin(), m_begins.end(), offset);
        return static_cast<int>(next - m_begins.begin()) - 1;
    }
    [[nodiscard]] std::size_t lineBegin(int line) const { return m_begins[static_cast<std::size_t>(line)]; }
    /// Where its last character begins; of an empty line, where that does.
    [[nodiscard]] std::size_t lastOf(int line) const
    {
        std::size_t at = std::max(lineEnd(line), lineBegin(line) + 1) - 1;
        while (at > lineBegin(line) && (static_cast<unsigned char>(m_text[at]) & 0xC0U) == 0x80U)
            --at;
        return at;
    }
    /// Before the characters that end it.
    [[nodiscard]] std::size_t lineEnd(int line) const
    {
        const std::size_t end = m_text.find_first_of("\r\n", lineBegin(line));
        return std::min(end, m_text.size());
    }

private:
    std::string_view m_text;
    std::vector<std::size_t> m_begins{0};
};

MarkSeverity severityOf(const Finding &finding)
{
    switch (finding.severity) {
    case Severity::Error: return MarkSeverity::Error;
    case Severity::Warning: return MarkSeverity::Warning;
    case Severity::Info: break;
    }
    return MarkSeverity::None;
}

/// "text", "number", "date and time": what the value is to a person.
QString kindOf(json::Kind kind, const std::string &text = {})
{
    switch (kind) {
    case json::Kind::Number: return tr("number");
    case json::Kind::True:
    case json::Kind::False: return tr("yes or no");
    case json::Kind::Null: return tr("empty");
    case json::Kind::Array: return tr("list");
    case json::Kind::Object: return tr("group of fields");
    case json::Kind::String: return event::instantFromRfc3339(text) ? tr("date and time") : tr("text");
    case json::Kind::Bare: break;
    }
    return {};
}

/// What is shown of a value of which only the beginning is at hand.
QString shownBeginning(const testrun::PlaceholderValue &value)
{
    const int size = static_cast<int>(value.size);
    if (value.kind == json::Kind::Object)
        return QCoreApplication::translate("SampleFields", "%n field(s)", nullptr, size);
    if (value.kind == json::Kind::Array)
        return QCoreApplication::translate("SampleFields", "%n in a list", nullptr, size);
    constexpr std::size_t enough = 300;
    return json::toQString(json::unescaped(std::string_view(*value.json).substr(0, enough))).simplified();
}

LineHint hintOf(const testrun::PlaceholderValue &value, int line)
{
    if (!value.json)
        return {line, QStringLiteral("→ ") + tr("not in this sample"), MarkSeverity::Error};
    const json::Document document(value.isCut ? std::string("null") : *value.json);
    QString shown = value.isCut ? shownBeginning(value) : shownValue(document.root());
    if (shown.isEmpty())
        shown = tr("(empty text)");
    constexpr int enough = 60;
    if (shown.size() > enough)
        shown = shown.left(enough) + QChar(0x2026);
    return {line, QStringLiteral("→ %1 · %2").arg(shown, kindOf(value.kind, document.root().text())),
            MarkSeverity::None};
}

std::vector<LineHint> hintsOf(const testrun::Evaluation &evaluation, const Lines &lines)
{
    std::vector<LineHint> out;
    for (const testrun::PlaceholderValue &value : evaluation.values) {
        LineHint hint = hintOf(value, lines.lineOf(value.begin));
        if (out.empty() || out.back().line != hint.line)
            out.push_back(std::move(hint));
        else
            out.back().text += QStringLiteral("  ") + hint.text;
    }
    return out;
}

/// What would mend \a finding at a key.
std::optional<testrun::Fix> fixOf(const testrun::Evaluation &evaluation, const Finding &finding,
                                  const event::Event *event)
{
    if (!evaluation.bodyTemplate) // then it is the body's own finding: nothing else has a place in it
        return testrun::missingCommaFix(evaluation);
    return event ? testrun::fixFor(evaluation, finding, *event) : std::nullopt;
}

/// Whether it has to be said also where nothing is offered. That a value is missing the grey words behind the
/// line say.
bool needsWords(const Finding &finding)
{
    return finding.severity == Severity::Error
        || (finding.severity == Severity::Warning && finding.code != "VALUE_MISSING");
}

/// What is said under a line. That it is the template that cannot be read is seen there.
QString reasonOf(const testrun::Evaluation &evaluation, const Finding &finding)
{
    if (finding.code != "TEMPLATE_MALFORMED" || evaluation.bodyTemplate)
        return finding.message;
    const json::Document read(std::string(evaluation.body), {&tmpl::placeholderLength});
    return read.isValid() ? finding.message : asSentence(read.error().message);
}

/// Builds the notes: a line has room for one, which says how many there would be.
class Notes
{
public:
    Notes(const testrun::Evaluation &evaluation, const event::Event *event, BodyMarks &out)
        : m_evaluation(evaluation), m_event(event), m_out(out)
    { }

    void add(const Finding &finding, int line)
    {
        const auto fix = fixOf(m_evaluation, finding, m_event);
        if (!needsWords(finding) && !fix)
            return;
        QStringList &messages = m_messages[line];
        const bool isFirst = messages.empty();
        if (messages.contains(finding.message) || (isFirst && m_out.notes.size() >= mostNotes))
            return;
        messages << finding.message;
        LineNote note = noteOf(finding, line, fix);
        if (isFirst)
            m_out.notes.push_back(std::move(note));
        else
            m_out.others.emplace(std::pair(line, finding.message), std::move(note));
    }

    /// After the last one.
    void tellHowMany()
    {
        for (LineNote &note : m_out.notes)
            number(note, note.reason);
        for (auto &[key, note] : m_out.others)
            number(note, key.second);
    }

private:
    void number(LineNote &note, const QString &message)
    {
        const QStringList &all = m_messages[note.line];
        if (all.size() > 1)
            note.reason
                = tr("%1 of %2 here: %3")
                      .arg(QString::number(all.indexOf(message) + 1), QString::number(all.size()), message);
    }
    LineNote noteOf(const Finding &finding, int line, const std::optional<testrun::Fix> &fix)
    {
        LineNote note{line, reasonOf(m_evaluation, finding), severityOf(finding), {}};
        const QString number = QString::number(m_made++);
        if (fix) {
            const QString id = QStringLiteral("fix-") + number;
            note.links.push_back({id, fix->title});
            m_out.fixes.emplace(id, *fix);
        }
        // Where nothing is known of it but what the note says, there is no more to ask for.
        if (finding.evidence != Evidence::Ours) {
            const QString id = QStringLiteral("why-") + number;
            note.links.push_back({id, tr("Why")});
            m_out.reasons.emplace(id, whyOf(finding));
        }
        return note;
    }
    static QString whyOf(const Finding &finding)
    {
        return finding.message
            + QStringLiteral("\n\n%1: %2")
                  .arg(evidenceWord(finding.evidence), evidenceExplanation(finding.evidence));
    }

    const testrun::Evaluation &m_evaluation;
    const event::Event *m_event;
    BodyMarks &m_out;
    std::map<int, QStringList> m_messages; ///< by line
    int m_made = 0;
};

/// A whole object underlined says nothing: its first line does. What is missing at a line's end is shown by
/// what stands before it.
Mark markOf(const Finding &finding, const testrun::BodyRange &range, const Lines &lines, int line)
{
    return {std::min(range.begin, lines.lastOf(line)), std::min(range.end, lines.lineEnd(line)),
            severityOf(finding), finding.message};
}

} // namespace

BodyMarks bodyMarks(const testrun::Evaluation &evaluation, const event::Event *event)
{
    BodyMarks out;
    if (evaluation.body.empty()) // what to do then stands there in words of its own
        return out;
    const Lines lines(evaluation.body);
    out.hints = hintsOf(evaluation, lines);
    Notes notes(evaluation, event, out);
    std::vector<std::pair<int, const Finding *>> noted; // with its line
    for (const testrun::BodyRange &range : evaluation.bodyRanges) {
        const Finding &finding = evaluation.findings[range.finding];
        const int line = lines.lineOf(range.begin);
        if (finding.severity != Severity::Info)
            out.marks.push_back(markOf(finding, range, lines, line));
        noted.emplace_back(line, &finding);
    }
    // Of a line the worst comes first.
    std::ranges::stable_sort(noted, {},
                             [](const auto &one) { return std::pair(one.first, one.second->severity); });
    for (const auto &[line, finding] : noted)
        notes.add(*finding, line);
    notes.tellHowMany();
    return out;
}

bool isNoted(const testrun::Evaluation &evaluation, const Finding &finding, const event::Event *event)
{
    return needsWords(finding) || fixOf(evaluation, finding, event).has_value();
}

std::vector<LineNote> BodyMarks::notesWith(const QString &told, int line) const
{
    std::vector<LineNote> out = notes;
    const auto other = others.find(std::pair(line, told));
    const auto place
        = std::find_if(out.begin(), out.end(), [line](const LineNote &note) { return note.line == line; });
    if (other != others.end() && place != out.end())
        *place = other->second;
    return out;
}

std::vector<Completion> completionsOf(const event::Event &event)
{
    constexpr std::size_t most = 2000;
    std::vector<Completion> out;
    event::walk(event.root(), event::Elements::None, [&out](const event::Step &step) {
        if (out.size() >= most)
            return event::Onward::Stop;
        if (step.path.empty())
            return event::Onward::Past;
        out.push_back({step.path, shownValue(step.value)});
        return event::Onward::Into;
    });
    return out;
}

} // namespace designer::ui
