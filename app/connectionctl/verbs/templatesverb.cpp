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

void printList(Console &console)
{
    QString tab;
    for (const connection::GalleryTemplate &item : connection::gallery()) {
        if (item.tab != tab) {
            if (!tab.isEmpty())
                console.line({});
            tab = item.tab;
            console.line(console.toned(tab, Tone::Bold));
        }
        console.line(QStringLiteral("  ") + item.name);
        console.line(Console::wrapped(item.description, 6, 6));
    }
}

} // namespace

VerbInfo TemplatesVerb::info() const
{
    return {QStringLiteral("templates"),
            QString(),
            tr("Lists the built-in templates: name, group, and what each is for."),
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
