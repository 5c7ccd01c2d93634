// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/headerremarks.h"

#include "connection/blanks.h"
#include "http/field.h"
#include "insider/mends.h"
#include "secrets/sensitiveheaders.h"
#include "text/ascii.h"
#include "json/pointer.h"
#include "json/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace designer::ui {
namespace {

using connection::HeaderRow;

QString tr(const char *text)
{
    return QCoreApplication::translate("Headers", text);
}

std::string placeOf(const HeaderRow &row)
{
    return (row.on ? "/headers/" : "/x_designer/headers_off/") + json::escapedToken(row.name);
}

/// Short enough for a link.
QString shortened(const QString &text)
{
    constexpr qsizetype longest = 32;
    return text.size() > longest ? text.left(longest) + u'\u2026' : text;
}

HeaderNote partnerNote(const std::string &better)
{
    HeaderNote note{.tone = Tone::Error,
                    .sentence = tr("This value must be lower case, without spaces."),
                    .act = HeaderAct::SetValue,
                    .value = better};
    note.wayOut = tr("Use %1").arg(shortened(json::toQString(better)));
    return note;
}

HeaderNote emptyNote(const HeaderRow &row)
{
    HeaderNote note{.tone = Tone::Error,
                    .sentence = tr("Empty: Insider cannot tell whose users these are. The value is in your "
                                   "Insider panel."),
                    .wayOut = tr("Fill it in"),
                    .act = HeaderAct::EditValue};
    if (secrets::isSensitiveHeader(row.name))
        note.act = HeaderAct::EnterSecret;
    return note;
}

HeaderNote noteOf(const Finding &finding, const HeaderRow &row)
{
    HeaderNote note{.tone = toneOf(finding.severity), .sentence = finding.message};
    const insider::HeaderRemedy remedy = insider::headerRemedy(finding, row.value);
    switch (remedy.mend) {
    case insider::HeaderMend::Replace: return partnerNote(remedy.value);
    case insider::HeaderMend::FillIn: return emptyNote(row);
    case insider::HeaderMend::None:
        if (finding.code != "DUPLICATE_KEY") // of two with one name one is enough
            return note;
        break;
    case insider::HeaderMend::Remove: break;
    }
    note.wayOut = tr("Remove it");
    note.act = HeaderAct::Remove;
    return note;
}

bool isOff(const std::vector<HeaderRow> &rows, std::string_view name)
{
    return std::any_of(rows.begin(), rows.end(), [&](const HeaderRow &row) {
        return !row.on && text::equalsIgnoringCase(row.name, name);
    });
}

std::vector<insider::Header> thoseThatAreOn(const std::vector<HeaderRow> &rows)
{
    std::vector<insider::Header> out;
    for (const HeaderRow &row : rows) {
        if (row.on)
            out.push_back({row.name, row.value});
    }
    return out;
}

/// What a person can do about a keychain that gives nothing.
QString adviceFor(SecretKeeper::State state)
{
    const QString advice = state == SecretKeeper::State::Denied
        ? tr("Allow it when your keychain asks, or press Return on the value to give it for this session "
             "only.")
        : tr("Start your keychain program, or press Return on the value to give it for this session only.");
    return QLatin1String(". ") + advice;
}

MissingHeader missing(const std::string &name, bool isSwitchedOff)
{
    const QString shown = json::toQString(name);
    HeaderNote note{.tone = Tone::Error};
    if (isSwitchedOff) {
        note.sentence = tr("%1 is switched off, and Insider writes nothing without it.").arg(shown);
        note.wayOut = tr("Switch it on");
        note.act = HeaderAct::SwitchOn;
    } else {
        note.sentence = tr("%1 is missing, and Insider writes nothing without it.").arg(shown);
        note.wayOut = tr("Add %1").arg(shown);
        note.act = HeaderAct::SetValue;
    }
    return {name, note};
}

} // namespace

std::optional<HeaderNote> findingNote(const HeaderRow &row, const Findings &findings)
{
    const Finding *worst = nullptr;
    const std::string place = placeOf(row);
    for (const Finding &finding : findings) {
        const bool isHere = finding.templatePlace && finding.templatePlace->pointer == place;
        if (isHere && (!worst || finding.severity < worst->severity))
            worst = &finding;
    }
    if (!worst)
        return std::nullopt;
    HeaderNote note = noteOf(*worst, row);
    note.isBelow = true;
    return note;
}

std::vector<MissingHeader> missingHeaders(const std::vector<HeaderRow> &rows, const Findings &findings)
{
    std::vector<MissingHeader> out;
    const bool isAsked = std::any_of(findings.begin(), findings.end(),
                                     [](const Finding &finding) { return finding.code == "HEADER_MISSING"; });
    if (!isAsked)
        return out;
    for (const std::string &name : insider::missingHeaders(thoseThatAreOn(rows)))
        out.push_back(missing(name, isOff(rows, name)));
    return out;
}

HeaderNote secretNote(const std::string &name, SecretKeeper::State state)
{
    using State = SecretKeeper::State;
    HeaderNote note{.sentence = tr("%1, %2").arg(json::toQString(name), words(state)),
                    .value = name,
                    .isAboutSecret = true};
    const auto lead = [&](const QString &wayOut, HeaderAct act) {
        note.wayOut = wayOut;
        note.act = act;
    };
    switch (state) {
    case State::Asking:
    case State::Keychain: return note;
    case State::Session: lead(tr("Put it into your keychain"), HeaderAct::EnterSecret); return note;
    case State::Absent: lead(tr("Put it into your keychain"), HeaderAct::EnterSecret); break;
    case State::Locked: lead(tr("Unlock"), HeaderAct::AskKeychain); break;
    case State::Denied:
    case State::Unreachable:
        note.sentence += adviceFor(state);
        lead(tr("Try again"), HeaderAct::AskKeychain);
        break;
    }
    note.tone = Tone::Warning;
    return note;
}

HeaderNote plainNote(std::optional<SecretKeeper::State> problem)
{
    if (problem) {
        return {.tone = Tone::Warning,
                .sentence = tr("Not kept yet: %1.").arg(words(*problem)),
                .wayOut = tr("Keep it for this session only"),
                .act = HeaderAct::KeepForSession,
                .isAboutSecret = true};
    }
    // No lock beside it: nothing is locked away yet.
    return {.tone = Tone::Warning,
            .sentence = tr("Stands in your file as plain text."),
            .wayOut = tr("Keep it as a secret"),
            .act = HeaderAct::KeepAsSecret};
}

std::optional<HeaderNote> blankNote(const HeaderRow &row)
{
    const std::vector<std::string> words = connection::blankWords(row.value);
    if (words.empty())
        return std::nullopt;
    const bool isPartner = insider::isPartnerBlank(words.front());
    HeaderNote note{.tone = Tone::Warning,
                    .sentence = isPartner
                        ? tr("Write your partner name here. Your Insider panel shows it.")
                        : tr("Write your own in the place of “%1”.").arg(json::toQString(words.front())),
                    .wayOut = tr("Fill it in"),
                    .act = HeaderAct::EditValue};
    if (secrets::isSensitiveHeader(row.name) && words.front() == row.value)
        note.act = HeaderAct::EnterSecret;
    return note;
}

} // namespace designer::ui
