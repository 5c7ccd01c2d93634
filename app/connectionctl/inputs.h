// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"
#include "event/event.h"
#include "verb.h"

namespace designer::ctl {

/// Reads and checks the files that verbs take. Errors name the file.
[[nodiscard]] Result<connection::Connection> loadConnection(const QString &file);
[[nodiscard]] Result<connection::CompiledConnection> loadCompiled(const QString &file);
/// The same for a verb that renders and does not ask the conditions.
[[nodiscard]] Result<connection::CompiledConnection> loadForRendering(const QString &file);
/// For a verb that asks the conditions alone.
[[nodiscard]] Result<condition::Conditions> loadConditions(const QString &file);
[[nodiscard]] Result<event::Event> loadEvent(const QString &file);
/// Standard input can be read once: an error where it is named twice.
[[nodiscard]] Status checkStandardInput(const QStringList &files);
/// The value of a required option, or wrong usage.
[[nodiscard]] Result<QString> required(const Arguments &arguments, const char *option);
/// The file of `--event`. Wrong usage where it is missing, or where it and the connection are both
/// standard input.
[[nodiscard]] Result<QString> requiredEvent(const Arguments &arguments);

/// Options that several verbs have.
[[nodiscard]] QCommandLineOption eventOption();
[[nodiscard]] QCommandLineOption outOption();
[[nodiscard]] QCommandLineOption forceOption();

/// What a conversion did and could not do, for people; nothing where nobody reads the result.
void tellNotes(Console &console, const QStringList &notes);

/// Whether --out names a file; `-` is standard output, as if it were not given.
[[nodiscard]] bool hasOutFile(const Arguments &arguments);
/// Writes a result to --out (refusing to replace a file unless \a replace), or to standard output.
[[nodiscard]] Status deliver(const Arguments &arguments, Console &console, std::string_view bytes,
                             bool replace);

} // namespace designer::ctl
