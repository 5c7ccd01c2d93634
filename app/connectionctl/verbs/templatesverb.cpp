// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/templatesverb.h"

#include "connection/gallery.h"
#include "json/writer.h"

#include <QCoreApplication>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TemplatesVerb", text);
}

void printJson(Console &console)
{
    json::Writer w;
    w.beginObject().name("templates").beginArray();
    for (const connection::GalleryTemplate &item : connection::gallery()) {
        w.beginObject();
        w.name("name").string(item.name);
        w.name("title").string(item.title);
        w.name("tab").string(item.tab);
        w.name("description").string(item.description);
        w.endObject();
    }
    w.endArray().endObject();
    console.write(w.text() + '\n');
}

/// One line of each: its name, a tab, its sentence. People at a terminal get the sentence below, wrapped.
void printList(Console &console)
{
    for (const connection::GalleryTemplate &item : connection::gallery()) {
        if (!console.isTerminal()) {
            console.write(
                (item.name + QLatin1Char('\t') + item.description + QLatin1Char('\n')).toStdString());
            continue;
        }
        console.line(console.toned(item.name, Tone::Bold));
        console.line(Console::wrapped(item.description, 4, 4));
    }
}

} // namespace

VerbInfo TemplatesVerb::info() const
{
    return {QStringLiteral("templates"),
            QString(),
            tr("Lists the built-in templates: the name of each, a tab, and what it is for."),
            tr("“connectionctl new --template NAME” writes one."),
            {QStringLiteral("connectionctl templates"), QStringLiteral("connectionctl templates --json")},
            {},
            0,
            0};
}

Result<int> TemplatesVerb::run(const Arguments &arguments, Console &console)
{
    arguments.json() ? printJson(console) : printList(console);
    return Yes;
}

} // namespace designer::ctl
