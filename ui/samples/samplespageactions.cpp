// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/importformats.h"
#include "event/samples.h"
#include "ui/samples/lacks.h"
#include "ui/samples/samplesmodel.h"
#include "ui/samples/samplespage.h"
#include "ui_samplespage.h"
#include "workspace/file.h"
#include "json/text.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

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
    return name.isEmpty() ? SamplesPage::tr("Pasted event") : SamplesPage::tr("%1, pasted").arg(name);
}

} // namespace

void SamplesPage::edited()
{
    m_dirty = true;
    m_pause.start();
    if (!m_typing.isActive()) // else the first key of those that are not put aside counts
        m_typing.start();
    showLines();
}

/// What was typed is looked at, and saved where it is an event.
void SamplesPage::saveNow()
{
    m_pause.stop();
    m_typing.stop();
    if (!m_dirty)
        return;
    m_dirty = false;
    const std::string text = m_ui->eventEditor->bytes();
    m_event = json::Document(text);
    historyShown().text = text;
    if (Pending *const waits = pending(m_shown.pending))
        savePending(*waits, text);
    else if (m_session && m_session->sample(m_shown.name))
        saveSample(m_shown.name, text);
    writeDrafts();
    showLacks();
    showButtons();
    Q_EMIT hintChanged();
}

void SamplesPage::savePending(Pending &pending, const std::string &text)
{
    pending.text = text;
    const auto event = event::Event::parse(text);
    pending.error = event ? std::nullopt : std::optional(event.error());
    showError(pending.error);
    if (pending.isConverted())
        return;
    // What was mended may now be an event of some shape.
    const auto conversion = event::convert(text);
    pending.error = conversion ? std::nullopt : std::optional(conversion.error());
    pending.shape = conversion ? conversion->from : event::Shape::Unknown;
    showError(pending.error);
    if (conversion && conversion->from != event::Shape::Canonical) {
        pending.original = text;
        pending.text = conversion->text;
        showEntry();
    }
}

void SamplesPage::saveSample(const QString &name, const std::string &text)
{
    const auto event = event::Event::parse(text);
    if (event)
        m_broken.erase(name);
    else
        m_broken[name] = text;
    showError(event ? std::nullopt : std::optional(event.error()));
    if (event)
        m_session->changeSample(name, text);
    refreshList();
}

/// What is typed in goes on under the name \a copy.
void SamplesPage::followKept(const QString &name, const QString &copy)
{
    if (const auto original = m_originals.find(name); original != m_originals.end())
        m_originals[copy] = original->second;
    moveHistory({0, name}, {0, copy});
    if (m_shown.pending == 0 && m_shown.name == name) {
        m_shown.name = copy;
        m_ui->nameEdit->setText(copy);
    }
    refreshList();
    say(Tone::Warning,
        (name == copy ? tr("Somebody else deleted “%1”. What you wrote is kept.").arg(name)
                      : tr("Somebody else changed “%1”: it is as they left it. What you wrote is kept "
                           "as “%2”.")
                            .arg(name, copy))
            .toHtmlEscaped());
}

void SamplesPage::take(const std::string &text, const QString &name)
{
    if (!m_session)
        return;
    say(Tone::Neutral, {});
    if (isBlank(text)) {
        say(Tone::Info, tr("There is no text to paste. Copy an event first."));
        return;
    }
    saveNow();
    m_ui->searchField->clear();
    const auto conversion = event::convert(text);
    if (conversion && conversion->from == event::Shape::Canonical) {
        choose(0, m_session->addSample(name.isEmpty() ? nameFor(text) : name, text, {}));
        return;
    }
    if (!conversion && connection::looksLikeConnection(text)) {
        m_offered = text;
        say(Tone::Info,
            tr("This is a connection, not an event.") + QLatin1Char(' ')
                + link(QStringLiteral("connection"), tr("Add it to the destinations")));
        return;
    }
    Pending waits = waiting(text, name);
    if (waits.name.isEmpty())
        waits.name = nameFor(waits.text);
    m_pending.push_back(waits);
    refreshList();
    choose(waits.number, {});
}

void SamplesPage::pasteEvent()
{
    take(QGuiApplication::clipboard()->text().toStdString(), {});
}

void SamplesPage::openFile()
{
    const Prompter::FileQuestion question{
        tr("Open an event"), {}, {}, tr("Events (*.json *.txt *.js);;All files (*)")};
    m_prompter.askFileToOpen(this, question, [this](const QString &path) {
        if (!path.isEmpty())
            readFile(path);
    });
}

void SamplesPage::readFile(const QString &path)
{
    m_disk.run([path] { return workspace::readPlainFile(path); }, this,
               [this, path](const Result<std::string> &text) {
                   if (text)
                       take(*text, QFileInfo(path).completeBaseName());
                   else
                       say(Tone::Error, text.error().line().toHtmlEscaped());
               });
}

void SamplesPage::takeMime(const QMimeData &dropped)
{
    bool any = false;
    for (const QUrl &url : dropped.urls()) {
        if (url.isLocalFile()) {
            readFile(url.toLocalFile());
            any = true;
        }
    }
    if (!any)
        take(dropped.text().toStdString(), {});
}

void SamplesPage::duplicate()
{
    saveNow();
    if (m_shown.pending != 0 || !m_session || !m_session->sample(m_shown.name))
        return;
    const QString before = m_shown.name;
    const QString name = m_session->duplicateSample(before, tr("%1, copy").arg(before));
    if (const auto original = m_originals.find(before); original != m_originals.end())
        m_originals[name] = original->second;
    choose(0, name);
    m_ui->nameEdit->setFocus(Qt::OtherFocusReason);
    m_ui->nameEdit->selectAll();
}

void SamplesPage::keepConverted()
{
    saveNow();
    if (Pending *const waits = pending(m_shown.pending)) {
        if (waits->shape == event::Shape::Canonical)
            waits->original.clear();
        keepShown();
    }
}

void SamplesPage::keepAsPasted()
{
    saveNow();
    if (Pending *const waits = pending(m_shown.pending)) {
        waits->text = std::exchange(waits->original, {});
        keepShown();
    }
}

/// The pasted event that is shown goes among the samples, with its original where it has one.
void SamplesPage::keepShown()
{
    Pending *const waits = pending(m_shown.pending);
    const Pending kept = std::move(*waits);
    m_pending.erase(m_pending.begin() + (waits - m_pending.data()));
    m_shown = {};
    const QString name = m_session->addSample(kept.name, kept.text, kept.original);
    if (!kept.original.empty())
        m_originals[name] = kept.original;
    writeDrafts(); // with that, until it is saved
    moveHistory({kept.number, {}}, {0, name});
    choose(0, name);
    Q_EMIT sampleChosen(name);
}

void SamplesPage::useForTests()
{
    saveNow();
    const Sample *const sample = m_session ? m_session->sample(m_shown.name) : nullptr;
    if (m_shown.pending != 0 || !sample || !sample->event)
        return;
    Q_EMIT sampleChosen(sample->name);
    Q_EMIT closed();
}

void SamplesPage::useShippedSamples()
{
    if (!m_session)
        return;
    for (const event::ShippedSample &sample : event::shippedSamples(std::chrono::system_clock::now())) {
        const auto converted = event::convert(sample.text, sample.fileName);
        const bool isForeign = converted && converted->from != event::Shape::Canonical;
        if (converted)
            m_session->addSample(sample.title, converted->text, isForeign ? sample.text : std::string());
        if (isForeign)
            m_originals[sample.title] = sample.text;
    }
    start();
}

void SamplesPage::followLink(const QString &target)
{
    if (target == QLatin1String("back")) {
        undo();
    } else if (target == QLatin1String("connection")) {
        Q_EMIT connectionOffered(json::toQString(m_offered));
    } else if (target == QLatin1String("convert")) {
        if (const auto conversion = event::convert(m_original.text()))
            m_ui->eventEditor->edit({0, m_ui->eventEditor->byteCount(), conversion->text});
        saveNow();
    } else if (target.startsWith(QLatin1String("goto:"))) {
        m_ui->eventEditor->setCaret(m_ui->eventEditor->lineBegin(QStringView(target).mid(5).toInt() - 1));
        m_ui->eventEditor->setFocus(Qt::OtherFocusReason);
    }
}

void SamplesPage::fillIn(const QString &lack)
{
    const json::Document event(m_ui->eventEditor->bytes());
    if (!event.isValid() || !event.root().isObject())
        return;
    const json::TextEdit edit = filledIn(event, static_cast<Lack>(lack.toInt()), m_now());
    m_ui->eventEditor->edit(edit);
    saveNow();
    const std::size_t customer = edit.text.find(placeholderCustomer);
    if (customer == std::string::npos)
        return;
    m_ui->eventEditor->select(edit.begin + customer, edit.begin + customer + placeholderCustomer.size());
    m_ui->eventEditor->setFocus(Qt::OtherFocusReason);
}

} // namespace designer::ui
