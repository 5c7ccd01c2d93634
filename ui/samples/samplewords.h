// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tone.h"
#include "ui/samples/samplesmodel.h"

#include <QString>

#include <vector>

namespace designer::ui {

class SampleEntries;

/// How the entry stands that the samples' page shows.
struct SampleStanding
{
    bool isEmpty = false; ///< the page has no entry at all
    bool isShown = false; ///< else nothing of the rest holds
    bool isPasted = false; ///< and waits to be kept
    bool isConverted = false; ///< what it was converted from is shown beside it
    bool isOriginalJson = false; ///< that could be kept as it is
    bool isBroken = false; ///< it does not read as an event
    bool isObject = false; ///< it is what can be tested with
    bool isNotSaved = false; ///< saving it failed
};

/// What the foot of the window says, and how.
[[nodiscard]] QString hintOf(const SampleStanding &standing);
[[nodiscard]] Tone hintToneOf(const SampleStanding &standing);
/// What becomes of it, beside the buttons.
[[nodiscard]] QString footSentenceOf(const SampleStanding &standing);
/// All rows of the list.
[[nodiscard]] std::vector<SampleRow> rowsOf(const SampleEntries &entries);
/// Somebody else changed the file of the sample \a name: what was to be saved is kept as \a copy.
[[nodiscard]] QString keptBesideInWords(const QString &name, const QString &copy);

} // namespace designer::ui
