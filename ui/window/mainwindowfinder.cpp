// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/outline.h"
#include "ui/destinations/destinationspane.h"
#include "ui/finder/finder.h"
#include "ui/samples/samplespage.h"
#include "ui/window/connectionhead.h"
#include "ui/window/connectionview.h"
#include "ui/window/footbar.h"
#include "ui/window/mainwindow.h"
#include "json/pointer.h"
#include "json/text.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>

#include <algorithm>
#include <set>

namespace designer::ui {

namespace {

using Kind = FinderEntry::Kind;

constexpr std::size_t mostPlaceholders = 1000;
constexpr std::size_t longestValue = 80;

QString cut(const std::string &text)
{
    return json::toQString(text).left(longestValue).simplified();
}

/// Pages are found as what they are, and to find is what people do already.
bool isCommand(const QAction &action)
{
    return !action.isSeparator() && action.isEnabled() && action.isVisible()
        && !action.property("foundOtherwise").toBool();
}

/// Commands of \a menu and of those in it, as they can be used now.
void addCommands(const QMenu &menu, std::vector<FinderEntry> &out)
{
    for (QAction *const action : menu.actions()) {
        if (const QMenu *const inner = action->menu())
            addCommands(*inner, out);
        else if (isCommand(*action))
            out.push_back({Kind::Command, action->text(), menu.title().remove(QLatin1Char('&')),
                           action->shortcut().toString(QKeySequence::NativeText),
                           [action] { action->trigger(); }});
    }
}

} // namespace

void MainWindow::find()
{
    std::vector<FinderEntry> entries;
    if (document())
        addParts(entries);
    if (m_session)
        addWorkspace(entries);
    for (const QAction *const action : menuBar()->actions()) {
        if (action->menu())
            addCommands(*action->menu(), entries);
    }
    m_finder->open(std::move(entries));
}

void MainWindow::goTo(const EditPlace &place)
{
    showRightScreen();
    showStanding();
    m_view->reveal(place);
}

void MainWindow::goToPage(Page page)
{
    showRightScreen();
    showStanding();
    m_view->focusPage(page);
}

/// What is left to fill in is to mend too; and nobody presses a key for nothing.
void MainWindow::goToFinding(bool backwards)
{
    if (!document())
        return;
    showRightScreen();
    showStanding();
    if (m_view->goToFinding(backwards))
        return;
    if (!m_live.isFresh())
        return m_foot->setSentence({Tone::Info, tr("How it stands is still being worked out.")});
    if (const auto place = placeToFillIn())
        m_view->reveal(*place);
    else
        m_foot->setSentence({Tone::Good, tr("There is nothing to mend here.")});
}

std::optional<EditPlace> MainWindow::placeToFillIn() const
{
    const auto &evaluation = m_live.state().evaluation;
    if (evaluation && !evaluation->blanks.empty()) {
        const connection::Blank &blank = evaluation->blanks.front();
        switch (blank.where) {
        case connection::Blank::Where::Header:
            return EditPlace{Page::Headers, json::toQString("/headers/" + json::escapedToken(blank.header))};
        case connection::Blank::Where::Url:
            return EditPlace{Page::Settings, json::toQString('/' + std::string(connection::key::url))};
        case connection::Blank::Where::Body: break;
        }
        return EditPlace{Page::Body, QString::number(evaluation->body.find(blank.word))};
    }
    const auto lacking = withoutSecret();
    return lacking ? std::optional(
               EditPlace{Page::Headers, json::toQString("/headers/" + json::escapedToken(lacking->header))})
                   : std::nullopt;
}

void MainWindow::addWorkspace(std::vector<FinderEntry> &entries)
{
    for (int row = 0; row < m_session->count(); ++row) {
        const Destination &destination = m_session->at(row);
        const QString &name = destination.name;
        const QString detail
            = QStringLiteral("%1 → %2").arg(firesOn(destination.shown()), ui::goesTo(destination.shown()));
        entries.push_back({Kind::Destination, destination.title(), detail, {}, [this, name] {
                               m_pane->setCurrentRow(m_session->rowOf(name));
                               backToConnection();
                               m_pane->focusList();
                           }});
    }
    for (const Sample &sample : m_session->samples().all()) {
        const QString name = sample.name;
        const QString event = sample.event ? json::toQString(sample.event->eventName()) : QString();
        entries.push_back({Kind::Sample, name, event, {}, [this, name] {
                               showSamplesPage();
                               m_samples->start(name);
                               m_samples->setFocus(Qt::OtherFocusReason);
                           }});
    }
}

/// What the connection that is shown is made of.
void MainWindow::addParts(std::vector<FinderEntry> &entries)
{
    const QStringList titles{tr("Settings"), tr("Headers"), tr("Body"), tr("Conditions"), tr("Notes")};
    for (int page = 0; page < pageCount; ++page) {
        const QString keys = QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page))
                                 .toString(QKeySequence::NativeText);
        entries.push_back({Kind::Page, titles[page], m_session->at(m_row).title(), keys,
                           [this, page = static_cast<Page>(page)] { goToPage(page); }});
    }
    addPlaceholders(entries);
    const auto addHeader = [this, &entries](const connection::Header &header, const QString &detail) {
        const QString place = json::toQString("/headers/" + json::escapedToken(header.name));
        entries.push_back({Kind::Header, json::toQString(header.name), detail, {}, [this, place] {
                               goTo({Page::Headers, place});
                           }});
    };
    for (const connection::Header &header : document()->shell().headers())
        addHeader(header, {});
    for (const connection::Header &header : document()->shell().headersOff())
        addHeader(header, tr("switched off"));
    for (const condition::OutlineRow &row : condition::outline(document()->shell().conditions())) {
        if (row.isRule())
            entries.push_back({Kind::Condition,
                               row.field.empty() ? tr("Event name") : json::toQString(row.field),
                               cut(row.valueJson),
                               {},
                               [this, place = json::toQString(row.pointer)] {
                                   goTo({Page::Conditions, place});
                               }});
    }
}

/// Each path once. The body may have changed when somebody goes there: it is looked for anew.
void MainWindow::addPlaceholders(std::vector<FinderEntry> &entries)
{
    const auto &evaluation = m_live.state().evaluation;
    std::set<std::string_view> known;
    for (std::size_t i = 0; evaluation && i < evaluation->values.size(); ++i) {
        const testrun::PlaceholderValue &value = evaluation->values[i];
        if (known.size() == mostPlaceholders || !known.insert(value.path).second)
            continue;
        const QString detail = value.json ? cut(*value.json) : tr("not in this sample");
        entries.push_back({Kind::Placeholder,
                           json::toQString(value.path),
                           detail,
                           {},
                           [this, text = "##" + value.path + "##"] {
                               const std::size_t at = document() ? document()->body().find(text) : 0;
                               goTo({Page::Body, at == std::string::npos ? QString() : QString::number(at)});
                           }});
    }
}

} // namespace designer::ui
