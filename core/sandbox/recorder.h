// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/received.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace designer::sandbox {

/// Looks over the shoulder of Qt's HTTP parser, which says nothing of limits: keeps the head of a request
/// as it was written, and counts its body. No socket.
class Recorder
{
public:
    enum class State : std::uint8_t {
        Head, ///< still reading it
        Body, ///< the head is whole; the parser decides when the body is
        HeadTooLarge,
        HeadMalformed, ///< the parser would drop the connection without a word
        BodyTooLarge, ///< or announced to be
    };

    static constexpr std::size_t largestHead = std::size_t{64} * 1024;
    /// Of a request with more the parser gives neither headers nor body.
    static constexpr std::size_t mostHeaders = 100;

    explicit Recorder(std::size_t largestBody) : m_largestBody(largestBody) { }

    /// All bytes of the connection, each once.
    State feed(std::string_view bytes);
    [[nodiscard]] State state() const { return m_state; }
    /// From State::Body on; without the body.
    [[nodiscard]] const Received &request() const { return m_request; }
    /// Of the body, with the framing of chunks.
    [[nodiscard]] std::size_t bodyBytes() const { return m_bodyBytes; }
    /// What the client says that its body has, or what came of it where it says no number, or none that a
    /// body can have.
    [[nodiscard]] std::size_t announcedBytes() const { return announced().value_or(m_bodyBytes); }
    /// Whether the client waits for leave to send the body.
    [[nodiscard]] bool expectsContinue() const;

private:
    void feedHead(std::string_view bytes);
    void countBody(std::size_t bytes);
    /// Nothing: more than can be counted.
    [[nodiscard]] std::optional<std::size_t> announced() const;

    std::size_t m_largestBody;
    State m_state = State::Head;
    std::string m_head;
    Received m_request;
    std::size_t m_bodyBytes = 0;
};

} // namespace designer::sandbox
