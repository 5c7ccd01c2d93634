// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/badge.h"
#include "ui/document/connectionpage.h"
#include "ui/testing/testedwords.h"
#include "workspace/localstate.h"

#include <QString>

namespace designer::ui {

/// All that decides how a connection stands.
struct StandingFacts
{
    const LiveState *live = nullptr;
    bool fresh = true; ///< that is of the text as it is now
    bool overdue = false; ///< and where not, it takes its time
    std::optional<workspace::GreenTest> greenTest;
    bool saved = false; ///< there is a file of it
    bool gone = false; ///< there was, until somebody else took it away
    bool modified = false;
    bool active = false;
    bool activeInFile = false; ///< where there is a file of it
    std::optional<std::string> missingSecret; ///< the first of its headers' that has no value at hand
    bool secretIsLocked = false; ///< that one: the keychain has to be unlocked first
    bool goesLive = false;
    QString liveTarget; ///< where live goes: “Insider”, or the host
    bool sentLive = false; ///< a live test of it was sent since the program began
    bool failedNow = false; ///< the last test of it as it stands, with this sample, was not accepted
    bool sentAnywayNow = false; ///< it was accepted, but would not have been sent
    bool testedThis = false; ///< a test of it as it stands, with whatever sample, whatever the answer
    bool wasTested = false; ///< since the program began, whatever the answer
};

/// A sentence and what it means.
struct Sentence
{
    Tone tone = Tone::Neutral;
    QString text;
    bool operator==(const Sentence &) const = default;
};

/// What can be next, in the order in which it has to be done.
enum class Step {
    WriteBody,
    Mend,
    FinishCondition,
    FillIn, ///< what a template leaves to its owner
    GiveSecret,
    ChooseSample,
    Test,
    SeeWhy, ///< the last test was not accepted
    Save,
    Activate,
    Export,
};
/// The next step of a connection, whoever says it: the foot, the export, the question beside Active.
[[nodiscard]] Step nextStepOf(const StandingFacts &facts);

/// Whether the last green test was one of the connection as it stands.
[[nodiscard]] bool isTestedAsItStands(const StandingFacts &facts);
/// When that was; empty: there was none.
[[nodiscard]] QString testedWhen(const StandingFacts &facts);
/// What its tests come to.
[[nodiscard]] Tested testedOf(const StandingFacts &facts);
/// The two chips in the head, neither of which hides the other. "new", "not saved", "file gone"; empty:
/// saved.
[[nodiscard]] BadgeContent savedChipOf(const StandingFacts &facts);
/// "tested 14:32", "changed since the last green test"; empty: no test was green.
[[nodiscard]] BadgeContent testedChipOf(const StandingFacts &facts);
/// How the connection stands and what the next step is, for the foot.
[[nodiscard]] Sentence standingOf(const StandingFacts &facts);

} // namespace designer::ui
