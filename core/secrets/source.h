// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"
#include "secrets/secret.h"

#include <QString>

#include <cstdint>
#include <string>

namespace designer::secrets {

/// Where the value of a secret is to be read from, as an option of the command line names it:
/// `NAME=env:VARIABLE`, `NAME=file:PATH` or `NAME=fd:NUMBER`. Never the value itself: arguments of
/// a program can be read by everybody on the computer, and stay in the shell's history.
struct Source
{
    enum Kind : std::uint8_t { Environment, File, Descriptor };
    std::string name; ///< of the secret
    Kind kind = Environment;
    QString where; ///< the variable or the path
    int descriptor = -1;
};

/// Usage errors never repeat what was given after the `=`: it may be the secret.
[[nodiscard]] Result<Source> parseSource(const QString &option);

/// The largest value that is read.
inline constexpr std::size_t largestSecret = std::size_t{64} * 1024;

/// Reads the value, blocking. Of a file or a descriptor, one line end at the end is left out.
/// SecretUnavailable where there is none, where it is empty or larger than largestSecret.
[[nodiscard]] Result<Secret> readSource(const Source &source);

} // namespace designer::secrets
