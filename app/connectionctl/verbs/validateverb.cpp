// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/validateverb.h"

#include "finding/errorjson.h"
#include "findingprinter.h"
#include "workspace/check.h"
#include "json/writer.h"

#include <QCoreApplication>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ValidateVerb", text);
}

/// Null where everything could be read.
const Error *firstError(const workspace::Checked &checked)
{
    for (const workspace::CheckedFile &file : checked.files) {
        if (file.error)
            return &*file.error;
    }
    return nullptr;
}

/// The error that stands beside the list is the first of those in it: there every verb has its own.
void printJson(Console &console, const workspace::Checked &checked)
{
    json::Writer w;
    w.beginObject().name("ok").boolean(checked.isSound()).name("files").beginArray();
    for (const workspace::CheckedFile &file : checked.files) {
        w.beginObject().name("file").string(file.file);
        w.name("kind").string(
            std::string_view(file.kind == workspace::FileKind::Connection ? "connection" : "event"));
        w.name("findings");
        write(w, file.findings);
        if (file.error) {
            w.name("error");
            write(w, *file.error);
        }
        w.endObject();
    }
    w.endArray();
    if (const Error *error = firstError(checked)) {
        w.name("error");
        write(w, *error);
    }
    w.endObject();
    console.write(w.text() + '\n');
}

void printList(Console &console, const workspace::Checked &checked)
{
    for (const workspace::CheckedFile &file : checked.files) {
        if (file.error)
            continue;
        const bool sound = count(file.findings).errors == 0;
        console.line(QStringLiteral("%1  %2").arg(sound ? console.toned(tr("sound"), Tone::Good)
                                                        : console.toned(tr("unsound"), Tone::Bad),
                                                  printable(file.file)));
        printFindings(console, file.findings, file.file);
    }
    if (checked.files.empty())
        console.line(tr("There are no connections and no samples here."));
}

} // namespace

VerbInfo ValidateVerb::info() const
{
    return {QStringLiteral("validate"),
            QStringLiteral("WORKSPACE-OR-FILE"),
            tr("Says whether everything in a workspace, or one file, loads, is sound and round-trips."),
            tr("Exit status 1: something loads and is unsound (no request_format, an unknown operator or "
               "policy) or would not survive an export and an import; 3: something cannot be read or is "
               "no JSON."),
            {QStringLiteral("connectionctl validate purchase.json"),
             QStringLiteral("connectionctl validate my-workspace --json")},
            {},
            1,
            1};
}

Result<int> ValidateVerb::run(const Arguments &arguments, Console &console)
{
    const Result<workspace::Checked> checked = workspace::check(arguments.first());
    if (!checked)
        return checked.error();
    arguments.json() ? printJson(console, *checked) : printList(console, *checked);
    for (const workspace::CheckedFile &file : checked->files) {
        if (file.error)
            console.complain(file.error->line());
    }
    if (!checked->isReadable())
        return BadInput;
    return checked->isSound() ? Yes : No;
}

} // namespace designer::ctl
