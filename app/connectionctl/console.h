// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"

#include <QString>

#include <string>
#include <string_view>

namespace designer::ctl {

/// The statuses with which the program ends: a promise to other people's scripts.
enum ExitStatus {
    Yes = 0, ///< yes, fine
    No = 1, ///< a negative verdict
    WrongUsage = 2,
    BadInput = 3, ///< unreadable or malformed
    NotDelivered = 4, ///< not delivered, or the output could not be written
    PartlyDelivered = 5,
};

[[nodiscard]] ExitStatus exitStatus(ErrorCode code);

enum class Tone { Plain, Good, Bad, Warning, Dim, Bold };

/// Where results and words go. Results go to standard output, words for people to standard error;
/// a result that is read by people may be coloured, on a terminal only.
///
/// A reader of standard output who goes away makes write() return false; nothing more is said, and
/// the program ends with NotDelivered.
class Console
{
public:
    Console(int outputFd, int errorFd);

    /// Writes bytes as they are. False: they could not be written, and outputFailed() is true.
    bool write(std::string_view bytes);
    /// A line for people on standard output. Control characters are shown as their pictures, all but
    /// line feeds and the colours of toned(), so that data cannot command the terminal.
    bool line(const QString &text);
    /// `connectionctl: WHAT` on standard error, in one line.
    void complain(const QString &what) const;
    /// A line for people on standard error; the same holds for it.
    void note(const QString &text) const;

    /// Whether people read standard output, and not another program.
    [[nodiscard]] bool isTerminal() const { return m_terminal; }
    /// \a text in a colour, where standard output is a terminal.
    [[nodiscard]] QString toned(const QString &text, Tone tone) const;
    static constexpr int terminalWidth = 80;
    /// \a text broken at blanks into lines of at most \a width columns, all but the first indented
    /// by \a indent. Only its own line feeds are in it: those of \a text are shown as their pictures.
    [[nodiscard]] static QString wrapped(const QString &text, int indent = 0, int firstIndent = 0,
                                         int width = terminalWidth);

    [[nodiscard]] bool outputFailed() const { return m_failed; }
    /// NotDelivered where the output could not be written, else \a status.
    [[nodiscard]] int status(int status) const { return m_failed ? NotDelivered : status; }
    [[nodiscard]] int outputFd() const { return m_output; }

private:
    int m_output;
    int m_error;
    bool m_terminal;
    bool m_coloured;
    bool m_failed = false;
};

/// \a text without control characters: each is shown as its picture (U+2400 and on).
[[nodiscard]] QString printable(const QString &text);

} // namespace designer::ctl
