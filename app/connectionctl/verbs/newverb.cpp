// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/newverb.h"

#include "connection/gallery.h"
#include "inputs.h"
#include "json/writer.h"

#include <QCoreApplication>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("NewVerb", text);
}

QString knownNames()
{
    QStringList names;
    for (const connection::GalleryTemplate &item : connection::gallery())
        names << item.name;
    return names.join(QStringLiteral(", "));
}

} // namespace

VerbInfo NewVerb::info() const
{
    return {QStringLiteral("new"),
            QStringLiteral("--template NAME [--out FILE] [--force]"),
            tr("Writes a connection from a built-in template."),
            tr("Without --out the connection goes to standard output. A file that is already there is not "
               "replaced unless "
               "--force is given."),
            {QStringLiteral("connectionctl new --template insider-purchase --out purchase.json")},
            {{QStringLiteral("template"), tr("Which template: “connectionctl templates” lists them."),
              QStringLiteral("NAME")},
             outOption(),
             forceOption()},
            0,
            0};
}

Result<int> NewVerb::run(const Arguments &arguments, Console &console)
{
    const Result<QString> name = required(arguments, "template");
    if (!name)
        return name.error();
    const connection::GalleryTemplate *const item = connection::galleryTemplate(*name);
    if (!item) {
        return Error{ErrorCode::UnknownTemplate,
                     tr("there is no template “%1”").arg(*name),
                     tr("choose one of %1").arg(knownNames()),
                     {},
                     {}};
    }
    const Status delivered = deliver(arguments, console, item->bytes, arguments.has("force"));
    if (!delivered)
        return delivered.error();
    if (arguments.json() && hasOutFile(arguments))
        console.write(
            json::Writer().beginObject().name("file").string(arguments.value("out")).endObject().take()
            + '\n');
    return Yes;
}

} // namespace designer::ctl
