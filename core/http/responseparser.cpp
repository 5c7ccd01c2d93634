// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/responseparser.h"

#include "http/headparser.h"

#include <algorithm>

namespace designer::http {

namespace {

constexpr std::size_t maxChunkLine = 4096;

/// Whether a line that is still being read can become a status line.
bool mayBeStatusLine(std::string_view line)
{
    static constexpr std::string_view prefix = "HTTP/1.";
    return line.substr(0, prefix.size()) == prefix.substr(0, line.size());
}

} // namespace

ResponseParser::State ResponseParser::feed(std::string_view bytes)
{
    while (!bytes.empty() && m_state == State::Reading)
        step(bytes);
    if (m_state == State::Complete)
        m_response.extraBytes += bytes.size();
    return m_state;
}

ResponseParser::State ResponseParser::finish(bool inOrder)
{
    if (m_state != State::Reading)
        return m_state;
    if ((m_step == Step::UntilClose && inOrder) || m_step == Step::Trailers)
        complete();
    else if (hasHead())
        fail(Problem::ClosedInBody);
    else
        fail(m_step == Step::StatusLine && m_line.empty() ? Problem::ClosedBeforeAnswer
                                                          : Problem::ClosedInHead);
    return m_state;
}

void ResponseParser::step(std::string_view &bytes)
{
    switch (m_step) {
    case Step::StatusLine: return readStatus(bytes);
    case Step::Headers: return readHeaders(bytes);
    case Step::Sized: return readSized(bytes, Step::Done);
    case Step::UntilClose: return readUntilClose(bytes);
    case Step::ChunkSize: return readChunkSize(bytes);
    case Step::ChunkData: return readSized(bytes, Step::ChunkEnd);
    case Step::ChunkEnd: return readChunkEnd(bytes);
    case Step::Trailers: return readTrailers(bytes);
    case Step::Done: return complete();
    }
}

void ResponseParser::readStatus(std::string_view &bytes)
{
    const bool whole = takeHeadLine(bytes);
    if (!mayBeStatusLine(m_line))
        return fail(Problem::NotHttp);
    if (!whole)
        return;
    if (!readStatusLine(line(), m_response))
        return fail(Problem::NotHttp);
    m_response.rawHead = m_line;
    m_line.clear();
    m_step = Step::Headers;
}

void ResponseParser::readHeaders(std::string_view &bytes)
{
    if (!takeHeadLine(bytes))
        return;
    m_response.rawHead += m_line;
    if (line().empty())
        headComplete();
    else if (!keepHeader(m_response.headers))
        return;
    m_line.clear();
}

void ResponseParser::headComplete()
{
    const bool interim = m_response.status < 200 && m_response.status != 101;
    if (!interim)
        return beginBody();
    const int count = m_response.interimAnswers + 1;
    m_response = Response();
    m_response.interimAnswers = count;
    m_step = Step::StatusLine;
}

void ResponseParser::beginBody()
{
    const Framing framing = framingOf(m_response, m_toHead);
    switch (framing.kind) {
    case Framing::NoBody: m_step = Step::Done; return complete();
    case Framing::Length:
        m_remaining = framing.length;
        m_step = Step::Sized;
        if (m_remaining == 0)
            complete();
        return;
    case Framing::Chunked: m_step = Step::ChunkSize; return;
    case Framing::UntilClose: m_step = Step::UntilClose; return;
    case Framing::Contradictory: m_step = Step::Done; return fail(Problem::ContradictoryLength);
    case Framing::UnknownCoding: m_step = Step::Done; return fail(Problem::UnknownCoding);
    }
}

void ResponseParser::readSized(std::string_view &bytes, Step next)
{
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_remaining, bytes.size()));
    if (!appendBody(bytes.substr(0, size)))
        return;
    bytes.remove_prefix(size);
    m_remaining -= size;
    if (m_remaining > 0)
        return;
    m_step = next;
    if (next == Step::Done)
        complete();
}

void ResponseParser::readUntilClose(std::string_view &bytes)
{
    if (appendBody(bytes))
        bytes = {};
}

void ResponseParser::readChunkSize(std::string_view &bytes)
{
    if (!takeLine(bytes, maxChunkLine, Problem::BadChunk))
        return;
    const std::optional<std::uint64_t> size = chunkSize(line());
    if (!size)
        return fail(Problem::BadChunk);
    m_line.clear();
    m_remaining = *size;
    m_step = m_remaining == 0 ? Step::Trailers : Step::ChunkData;
}

void ResponseParser::readChunkEnd(std::string_view &bytes)
{
    if (!takeLine(bytes, 2, Problem::BadChunk))
        return;
    if (!line().empty())
        return fail(Problem::BadChunk);
    m_line.clear();
    m_step = Step::ChunkSize;
}

void ResponseParser::readTrailers(std::string_view &bytes)
{
    if (!takeHeadLine(bytes))
        return;
    if (line().empty())
        complete();
    else if (!keepHeader(m_response.trailers))
        return;
    m_line.clear();
}

/// Moves bytes up to and with the next line feed into m_line. False: the line goes on, or is too long.
bool ResponseParser::takeLine(std::string_view &bytes, std::size_t limit, Problem tooLong)
{
    const auto feed = bytes.find('\n');
    const std::size_t want = feed == std::string_view::npos ? bytes.size() : feed + 1;
    const std::size_t room = limit - m_line.size();
    m_line.append(bytes.substr(0, std::min(want, room)));
    bytes.remove_prefix(std::min(want, room));
    if (want > room) {
        fail(tooLong);
        return false;
    }
    return feed != std::string_view::npos;
}

bool ResponseParser::takeHeadLine(std::string_view &bytes)
{
    const bool whole = takeLine(bytes, m_limits.maxHeaderBytes - m_headBytes, Problem::HeadTooLarge);
    if (whole)
        m_headBytes += m_line.size();
    return whole;
}

std::string_view ResponseParser::line() const
{
    std::string_view text = m_line;
    text.remove_suffix(1);
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    return text;
}

bool ResponseParser::keepHeader(std::vector<Header> &headers)
{
    if (!readHeaderLine(line(), headers))
        fail(Problem::BadHeader);
    else if (m_response.headers.size() + m_response.trailers.size() > m_limits.maxHeaderCount)
        fail(Problem::HeadTooLarge);
    return m_state == State::Reading;
}

bool ResponseParser::appendBody(std::string_view bytes)
{
    const std::size_t room = m_limits.maxBodyBytes - m_response.body.size();
    m_response.body.append(bytes.substr(0, room));
    if (bytes.size() <= room)
        return true;
    fail(Problem::BodyTooLarge);
    return false;
}

void ResponseParser::complete()
{
    m_step = Step::Done;
    m_state = State::Complete;
}

void ResponseParser::fail(Problem problem)
{
    m_state = State::Failed;
    m_problem = problem;
    m_response.truncated = true;
}

} // namespace designer::http
