// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/parseerror.h"

#include <QString>

#include <cstddef>
#include <optional>

namespace designer {

/// What went wrong, as a machine tells it apart. The names that `--json` prints are codeName().
enum class ErrorCode {
    Usage, ///< the program was called wrongly
    FileNotFound,
    FileUnreadable, ///< no permission, a directory, a read error
    FileTooLarge,
    FileExists,
    FileNotWritten, ///< full disk, read-only folder: what was there is still there
    FileChanged, ///< by somebody else, since we last read or wrote it
    OutputClosed, ///< whoever read our output went away
    WrongEncoding,
    MalformedJson,
    NotAnObject,
    NotAConnection,
    UnsoundConnection, ///< no request_format, an unknown operator or policy
    MalformedTemplate,
    MalformedCondition,
    RegexLimit, ///< a regular expression exceeded its limits on this event
    MissingValues, ///< the policy is to block, and values are missing
    PayloadTooDeep, ///< deeper than json::maximumDepth
    PayloadTooLarge, ///< 4 GiB or more
    ExportRefused,
    UnknownTemplate,
    UnrecognisedFormat,
    SecretUnavailable,
    InvalidRequest, ///< no request can be made of it: header, URL, method
    NotDelivered, ///< the network
    Cancelled,
    PortTaken,
};

/// An error is a value: a code, what is wrong, what to do about it, and where.
struct Error
{
    ErrorCode code = ErrorCode::Usage;
    QString message; ///< what is wrong, without place and without full stop
    QString wayOut; ///< what to do, without full stop; may be empty
    QString file; ///< as the user named it; may be empty
    std::optional<json::Position> position;

    /// "what is wrong; what to do"
    [[nodiscard]] QString sentence() const;
    /// "FILE:LINE:COLUMN: what is wrong; what to do", with as much of the place as is known.
    [[nodiscard]] QString line() const;
    [[nodiscard]] Error inFile(const QString &name) const;
};

/// snake_case, stable: part of the command line's promise.
[[nodiscard]] QString codeName(ErrorCode code);
/// A parse error as an error with a place.
[[nodiscard]] Error fromParseError(const json::ParseError &error, ErrorCode code = ErrorCode::MalformedJson);

} // namespace designer
