// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/recorder.h"

#include "text/ascii.h"

#include <algorithm>
#include <charconv>

namespace designer::sandbox {

namespace {

/// The offset after the empty line that ends a head; npos while it has not come.
std::size_t endOfHead(std::string_view text)
{
    const auto strict = text.find("\r\n\r\n");
    const auto loose = text.find("\n\n");
    if (strict == std::string_view::npos && loose == std::string_view::npos)
        return std::string_view::npos;
    return strict < loose ? strict + 4 : loose + 2;
}

/// A length that is no number, which the parser would take for none.
bool hasSoundLength(const Received &request)
{
    return std::all_of(request.headers.begin(), request.headers.end(), [](const http::Header &header) {
        return !text::equalsIgnoringCase(header.name, "Content-Length")
            || (!header.value.empty() && header.value.find_first_not_of("0123456789") == std::string::npos);
    });
}

} // namespace

Recorder::State Recorder::feed(std::string_view bytes)
{
    if (m_state == State::Head)
        feedHead(bytes);
    else if (m_state == State::Body)
        countBody(bytes.size());
    return m_state;
}

void Recorder::feedHead(std::string_view bytes)
{
    const std::size_t before = m_head.size();
    m_head += bytes.substr(0, largestHead + 1 - std::min(largestHead, before));
    const std::size_t end = endOfHead(m_head);
    if (end > largestHead) { // or not there yet
        m_state = m_head.size() > largestHead ? State::HeadTooLarge : State::Head;
        return;
    }
    std::optional<Received> request = readHead(std::string_view(m_head).substr(0, end));
    if (!request || !hasSoundLength(*request)) {
        m_state = State::HeadMalformed;
        return;
    }
    m_request = std::move(*request);
    if (m_request.headers.size() > mostHeaders) {
        m_state = State::HeadTooLarge;
        return;
    }
    m_state = announced().value_or(m_largestBody + 1) > m_largestBody ? State::BodyTooLarge : State::Body;
    countBody(before + bytes.size() - end);
}

void Recorder::countBody(std::size_t bytes)
{
    m_bodyBytes += bytes;
    if (m_bodyBytes > m_largestBody)
        m_state = State::BodyTooLarge;
}

std::optional<std::size_t> Recorder::announced() const
{
    const std::string_view length = m_request.header("Content-Length");
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), value);
    if (error == std::errc::result_out_of_range)
        return std::nullopt;
    return error == std::errc() ? value : m_bodyBytes;
}

bool Recorder::expectsContinue() const
{
    return m_state == State::Body && text::equalsIgnoringCase(m_request.header("Expect"), "100-continue");
}

} // namespace designer::sandbox
