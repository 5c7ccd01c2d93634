// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"
#include "http/framing.h"
#include "http/limits.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace designer::http {

/// Reads one HTTP/1.1 answer from bytes as they come, in any pieces: the outcome depends on the
/// bytes alone, never on where they were split. No socket, no clock. Holds at most what the limits
/// allow.
///
/// Lenient where servers are careless and nothing is at stake (line feeds alone, folded headers),
/// strict where the end of the answer is decided.
class ResponseParser
{
public:
    enum class State : std::uint8_t { Reading, Complete, Failed };
    enum class Problem : std::uint8_t {
        None,
        NotHttp, ///< does not begin with a status line of HTTP/1.x
        BadHeader,
        ContradictoryLength,
        UnknownCoding,
        BadChunk,
        HeadTooLarge,
        BodyTooLarge, ///< the part up to the limit is kept
        ClosedBeforeAnswer, ///< not one byte of an answer came
        ClosedInHead,
        ClosedInBody, ///< the part that came is kept
    };

    /// \a toHead: the request's method is HEAD.
    ResponseParser(bool toHead, const Limits &limits) : m_toHead(toHead), m_limits(limits) { }

    /// After Complete, bytes are counted in Response::extraBytes; after Failed, passed over.
    State feed(std::string_view bytes);
    /// The connection ended: closed in order, or broken off, which ends no answer whose length
    /// only the close would tell.
    State finish(bool inOrder = true);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Problem problem() const { return m_problem; }
    /// Whether status and headers of the final answer are there.
    [[nodiscard]] bool hasHead() const { return m_step > Step::Headers; }
    /// Of use once hasHead().
    [[nodiscard]] const Response &response() const { return m_response; }
    [[nodiscard]] Response takeResponse() { return std::move(m_response); }

private:
    enum class Step : std::uint8_t {
        StatusLine,
        Headers,
        Sized,
        UntilClose,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailers,
        Done
    };

    void step(std::string_view &bytes);
    void readStatus(std::string_view &bytes);
    void readHeaders(std::string_view &bytes);
    void readSized(std::string_view &bytes, Step next);
    void readUntilClose(std::string_view &bytes);
    void readChunkSize(std::string_view &bytes);
    void readChunkEnd(std::string_view &bytes);
    void readTrailers(std::string_view &bytes);
    void headComplete();
    void beginBody();

    bool takeLine(std::string_view &bytes, std::size_t limit, Problem tooLong);
    bool takeHeadLine(std::string_view &bytes);
    [[nodiscard]] std::string_view line() const;
    bool keepHeader(std::vector<Header> &headers);
    bool appendBody(std::string_view bytes);
    void complete();
    void fail(Problem problem);

    bool m_toHead;
    Limits m_limits;
    State m_state = State::Reading;
    Problem m_problem = Problem::None;
    Step m_step = Step::StatusLine;
    Response m_response;
    std::string m_line; ///< the line that is being read, with its end
    std::size_t m_headBytes = 0; ///< of all heads and trailers
    std::uint64_t m_remaining = 0; ///< of the body or of the chunk
};

} // namespace designer::http
