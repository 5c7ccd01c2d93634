// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputs.h"

#include "workspace/file.h"

#include <QCoreApplication>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

} // namespace

Result<connection::Connection> loadConnection(const QString &file)
{
    Result<std::string> bytes = workspace::readFile(file);
    if (!bytes)
        return bytes.error();
    return connection::Connection::load(std::move(bytes).value(), file);
}

Result<connection::CompiledConnection> loadCompiled(const QString &file)
{
    const Result<connection::Connection> loaded = loadConnection(file);
    if (!loaded)
        return loaded.error();
    return connection::compile(*loaded);
}

Result<connection::CompiledConnection> loadForRendering(const QString &file)
{
    const Result<connection::Connection> loaded = loadConnection(file);
    if (!loaded)
        return loaded.error();
    return connection::compileForRendering(*loaded);
}

Result<condition::Conditions> loadConditions(const QString &file)
{
    const Result<connection::Connection> loaded = loadConnection(file);
    if (!loaded)
        return loaded.error();
    return connection::compileConditions(*loaded);
}

Result<event::Event> loadEvent(const QString &file)
{
    Result<std::string> bytes = workspace::readFile(file);
    if (!bytes)
        return bytes.error();
    return event::Event::parse(std::move(bytes).value(), file);
}

Status checkStandardInput(const QStringList &files)
{
    if (files.count(QStringLiteral("-")) > 1)
        return usageError(tr("“-” (standard input) can stand for one file only"));
    return ok();
}

Result<QString> required(const Arguments &arguments, const char *option)
{
    if (arguments.values(option).size() > 1)
        return usageError(tr("--%1 is given twice").arg(QLatin1String(option)), tr("give it once"));
    if (arguments.has(option))
        return arguments.value(option);
    return usageError(tr("--%1 is missing").arg(QLatin1String(option)));
}

Result<QString> requiredEvent(const Arguments &arguments)
{
    Result<QString> file = required(arguments, "event");
    if (!file)
        return file;
    if (const Status once = checkStandardInput({arguments.first(), *file}); !once)
        return once.error();
    return file;
}

QCommandLineOption eventOption()
{
    return {QStringLiteral("event"), tr("The event, as JSON."), QStringLiteral("FILE")};
}

QCommandLineOption outOption()
{
    return {QStringLiteral("out"), tr("Write to this file instead of standard output, which “-” stands for."),
            QStringLiteral("FILE")};
}

QCommandLineOption forceOption()
{
    return {QStringLiteral("force"), tr("Replace the file if it is already there.")};
}

void tellNotes(Console &console, const QStringList &notes)
{
    if (console.outputFailed())
        return;
    for (const QString &note : notes)
        console.note(Console::wrapped(printable(note)));
}

bool hasOutFile(const Arguments &arguments)
{
    return arguments.has("out") && arguments.value("out") != QLatin1String("-");
}

Status deliver(const Arguments &arguments, Console &console, std::string_view bytes, bool replace)
{
    if (!hasOutFile(arguments)) {
        console.write(bytes);
        return ok();
    }
    Status saved = workspace::saveFile(arguments.value("out"), bytes,
                                       replace ? workspace::Replace::Yes : workspace::Replace::No);
    if (saved) {
        console.note(tr("Wrote %1.").arg(arguments.value("out")));
    } else if (saved.error().code == ErrorCode::FileExists) {
        Error taken = saved.error();
        taken.wayOut = tr("choose another name, or add --force");
        return taken;
    }
    return saved;
}

} // namespace designer::ctl
