// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/badge.h"
#include "ui/document/connectionpage.h"
#include "workspace/localstate.h"

#include <QString>

namespace designer::ui {

/// All that decides how a connection stands.
struct StandingFacts
{
    const LiveState *live = nullptr;
    std::optional<workspace::GreenTest> greenTest;
    bool saved = false; ///< there is a file of it
    bool modified = false;
    bool active = false;
    bool goesLive = false;
    QString liveTarget; ///< where live goes: “Insider”, or the host
    bool sentLive = false; ///< a live test of it was sent since the program began
    bool testedNow = false; ///< a test of it as it stands was answered, whatever the answer
};

/// A sentence and what it means.
struct Sentence
{
    Tone tone = Tone::Neutral;
    QString text;
    bool operator==(const Sentence &) const = default;
};

/// Whether the last green test was one of the connection as it stands.
[[nodiscard]] bool isTestedAsItStands(const StandingFacts &facts);
/// The one chip in the head: "new", "not saved", "tested 14:32", "changed since the last green test".
[[nodiscard]] BadgeContent chipOf(const StandingFacts &facts);
/// How the connection stands and what the next step is, for the foot.
[[nodiscard]] Sentence standingOf(const StandingFacts &facts);

} // namespace designer::ui
