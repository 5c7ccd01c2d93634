// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/templatesverb.h"

#include "connection/gallery.h"
#include "json/writer.h"

#include <QCoreApplication>

#include <algorithm>

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

/// Where the tabs' names stand: beyond the longest of the templates' names.
int tabColumn()
{
    qsizetype longest = 0;
    for (const connection::GalleryTemplate &item : connection::gallery())
        longest = std::max(longest, item.name.size());
    return static_cast<int>(longest) + 2;
}

/// Of each its name and its tab in one line, which can be searched for, and its sentence below.
void printList(Console &console)
{
    const int column = tabColumn();
    for (const connection::GalleryTemplate &item : connection::gallery()) {
        const QString tab = Console::wrapped(item.tab, column, column).mid(item.name.size());
        console.line(console.toned(item.name, Tone::Bold) + tab);
        console.line(Console::wrapped(item.description, 4, 4));
    }
}

} // namespace

VerbInfo TemplatesVerb::info() const
{
    return {QStringLiteral("templates"),
            QString(),
            tr("Lists the built-in templates: name, tab of the gallery, and what each is for."),
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
