// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/importverb.h"

#include "connection/importformats.h"
#include "event/conversion.h"
#include "inputs.h"
#include "workspace/file.h"
#include "workspace/folder.h"
#include "json/writer.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportVerb", text);
}

struct Brought
{
    std::string_view kind; ///< what `--json` calls it
    bool isConverted = false; ///< an event that had another shape
    QString from;
    std::string text;
    QStringList notes;
};

QStringList notesOn(const event::Conversion &conversion)
{
    QStringList out;
    for (const event::Step &step : conversion.steps)
        out << (step.isInferred ? tr("%1 (inferred)").arg(step.sentence) : step.sentence);
    return out;
}

Result<Brought> bring(const std::string &text, const QString &file)
{
    const event::Shape shape = event::recognise(text);
    if (shape == event::Shape::Unknown) {
        const Result<connection::Imported> imported = connection::imported(text, file);
        if (!imported)
            return imported.error();
        return Brought{"connection", false, tr("a connection"), imported->bytes, imported->notes};
    }
    const Result<event::Conversion> converted = event::convert(text, file);
    if (!converted)
        return converted.error();
    return Brought{"event", converted->from != event::Shape::Canonical, event::shapeName(converted->from),
                   converted->text, notesOn(*converted)};
}

/// A sample of a workspace keeps what it was converted from.
Status keepOriginal(const QString &sampleFile, std::string_view bytes)
{
    const QString path = workspace::workspaceOfSample(sampleFile);
    if (path.isEmpty())
        return ok();
    const Result<workspace::Folder> folder = workspace::Folder::open(path);
    return folder ? folder->saveOriginal(QFileInfo(sampleFile).completeBaseName(), bytes)
                  : Status(folder.error());
}

/// With the text, or with the \a file that it was written to.
std::string asJson(const Brought &brought, const QString &file)
{
    json::Writer w;
    w.beginObject().name("kind").string(brought.kind).name("from").string(brought.from);
    w.name("notes").beginArray();
    for (const QString &note : brought.notes)
        w.string(note);
    w.endArray();
    file.isEmpty() ? w.name("text").string(brought.text) : w.name("file").string(file);
    w.endObject();
    return w.take() + '\n';
}

} // namespace

VerbInfo ImportVerb::info() const
{
    return {QStringLiteral("import"),
            QStringLiteral("FILE [--out FILE] [--force]"),
            tr("Reads a connection (whole, Hardal’s JSON, or its parts) or an event of any shape, and writes "
               "it in ours."),
            tr("Connections: Hardal’s seven keys, a whole file, or parts one after another: settings, "
               "headers, body.\n"
               "Events: the SDK’s event, the push envelope, a record of the Events API, and a dataLayer or "
               "hardal.track call "
               "as text become the canonical event. What was done is told on standard error."),
            {QStringLiteral("connectionctl import fragments.json --out purchase.json"),
             QStringLiteral("connectionctl import push.json --out samples/purchase.json")},
            {outOption(), forceOption()},
            1,
            1};
}

Result<int> ImportVerb::run(const Arguments &arguments, Console &console)
{
    const QString file = arguments.first();
    const Result<std::string> text = workspace::readFile(file);
    if (!text)
        return text.error();
    const Result<Brought> brought = bring(*text, file);
    if (!brought)
        return brought.error();
    const QString out = hasOutFile(arguments) ? arguments.value("out") : QString();
    const std::string described = arguments.json() ? asJson(*brought, out) : std::string();
    const Status delivered
        = deliver(arguments, console, out.isEmpty() && arguments.json() ? described : brought->text,
                  arguments.has("force"));
    if (!delivered)
        return delivered.error();
    if (brought->isConverted && !out.isEmpty()) {
        if (const Status kept = keepOriginal(out, *text); !kept)
            return kept.error();
    }
    if (!out.isEmpty())
        console.write(described);
    tellNotes(console, brought->notes);
    return Yes;
}

} // namespace designer::ctl
