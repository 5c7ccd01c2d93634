// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/eventintake.h"

#include "connection/importformats.h"
#include "workspace/file.h"
#include "json/document.h"
#include "json/text.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace designer::ui {

namespace {

bool isBlank(const std::string &text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

QString nameFor(const std::string &event)
{
    const json::Document document(event);
    const QString name = json::toQString(document.root().find("event_name").text());
    return name.isEmpty() ? EventIntake::tr("Pasted event") : EventIntake::tr("%1, pasted").arg(name);
}

} // namespace

EventIntake::EventIntake(Prompter &prompter, DiskQueue &disk, QWidget *page)
    : QObject(page), m_prompter(prompter), m_disk(disk), m_page(page)
{ }

void EventIntake::paste()
{
    take(QGuiApplication::clipboard()->text().toStdString(), {});
}

void EventIntake::take(const std::string &text, const QString &name)
{
    if (isBlank(text)) {
        Q_EMIT nothingCame();
        return;
    }
    PastedEvent event = pastedEvent(name, text);
    if (event.error && connection::looksLikeConnection(text)) {
        Q_EMIT connectionCame(text);
        return;
    }
    if (name.isEmpty())
        event.name = nameFor(event.text);
    Q_EMIT came(event);
}

void EventIntake::open()
{
    const Prompter::FileQuestion question{
        tr("Open an event"), {}, {}, tr("Events (*.json *.txt *.js);;All files (*)")};
    m_prompter.askFileToOpen(m_page, question, [this](const QString &path) {
        if (!path.isEmpty())
            read(path);
    });
}

void EventIntake::drop(const QMimeData &dropped)
{
    bool any = false;
    for (const QUrl &url : dropped.urls()) {
        if (url.isLocalFile()) {
            read(url.toLocalFile());
            any = true;
        }
    }
    if (!any)
        take(dropped.text().toStdString(), {});
}

void EventIntake::read(const QString &path)
{
    m_disk.run([path] { return workspace::readPlainFile(path); }, this,
               [this, path](const Result<std::string> &text) {
                   if (text)
                       take(*text, QFileInfo(path).completeBaseName());
                   else
                       Q_EMIT failed(text.error());
               });
}

} // namespace designer::ui
