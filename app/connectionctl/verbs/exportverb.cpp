// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/exportverb.h"

#include "connection/exportformats.h"
#include "inputs.h"
#include "json/writer.h"

#include <QCoreApplication>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ExportVerb", text);
}

/// With the text, or with the \a file that it was written to.
std::string asJson(const connection::Exported &exported, const QString &format, const QString &file)
{
    json::Writer w;
    w.beginObject().name("format").string(format);
    file.isEmpty() ? w.name("text").string(exported.text) : w.name("file").string(file);
    w.name("notes").beginArray();
    for (const QString &note : exported.notes)
        w.string(note);
    w.endArray().endObject();
    return w.take() + '\n';
}

} // namespace

VerbInfo ExportVerb::info() const
{
    return {
        QStringLiteral("export"),
        QStringLiteral("CONNECTION [--to hardal|whole|fragments] [--out FILE]"),
        tr("Writes a connection as Hardal’s JSON, as the whole file, or in the parts that Hardal’s screens "
           "ask for."),
        tr("“hardal” (if you say nothing) has Hardal’s seven keys in Hardal’s order. “whole” is the file as "
           "it stands. "
           "“fragments” are three documents, one after another: the five settings, the headers, the body.\n"
           "Secrets go out as YOUR_NAME in “hardal” and “fragments”. What the JSON cannot hold, such as "
           "conditions, is "
           "told on standard error."),
        {QStringLiteral("connectionctl export purchase.json --to hardal"),
         QStringLiteral("connectionctl export purchase.json --to fragments --out parts.json")},
        {{QStringLiteral("to"), tr("The format: hardal, whole or fragments."), QStringLiteral("FORMAT"),
          QStringLiteral("hardal")},
         outOption()},
        1,
        1};
}

Result<int> ExportVerb::run(const Arguments &arguments, Console &console)
{
    const auto format = connection::exportFormatFromName(arguments.value("to").toStdString());
    if (!format)
        return usageError(tr("“%1” is no format").arg(arguments.value("to")),
                          tr("choose hardal, whole or fragments"));
    const Result<connection::Connection> loaded = loadConnection(arguments.first());
    if (!loaded)
        return loaded.error();
    const Result<connection::Exported> exported = connection::exported(*loaded, *format);
    if (!exported)
        return exported.error();
    // A file that is named with --out gets the text itself, so that it can be used.
    const QString file = hasOutFile(arguments) ? arguments.value("out") : QString();
    const std::string described
        = arguments.json() ? asJson(*exported, arguments.value("to"), file) : std::string();
    const Status delivered
        = deliver(arguments, console, file.isEmpty() && arguments.json() ? described : exported->text, true);
    if (!delivered)
        return delivered.error();
    if (!file.isEmpty())
        console.write(described);
    tellNotes(console, exported->notes);
    return Yes;
}

} // namespace designer::ctl
