// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/editing.h"
#include "finding/finding.h"
#include "ui/common/tone.h"
#include "ui/headers/secretkeeper.h"

#include <optional>
#include <string>
#include <vector>

namespace designer::ui {

/// What a link of a header's row does.
enum class HeaderAct {
    None,
    SetValue, ///< to HeaderNote::value
    Remove,
    SwitchOn,
    EditValue,
    EnterSecret, ///< asks for the value of a secret
    AskKeychain, ///< again
    KeepAsSecret, ///< moves a plain value into the keychain
    KeepForSession, ///< the same, into memory
};

/// A sentence that belongs to a row, and its way out.
struct HeaderNote
{
    Tone tone = Tone::Neutral;
    QString sentence{}; ///< plain text
    QString wayOut{}; ///< the words of the link; empty: there is none
    HeaderAct act = HeaderAct::None;
    std::string value{}; ///< of SetValue; the secret's name for the keychain's acts
    bool isAboutSecret = false; ///< wears a lock
    bool isBelow = false; ///< stands under the value; else beside it where there is room
    bool operator==(const HeaderNote &) const = default;
};

/// What the findings say of \a row: the worst of it.
[[nodiscard]] std::optional<HeaderNote> findingNote(const connection::HeaderRow &row,
                                                    const Findings &findings);

/// A header that the receiver wants and that is not on. SetValue adds it, SwitchOn switches it on.
struct MissingHeader
{
    std::string name;
    HeaderNote note;
};
[[nodiscard]] std::vector<MissingHeader> missingHeaders(const std::vector<connection::HeaderRow> &rows,
                                                        const Findings &findings);

/// The note on a secret that a value names.
[[nodiscard]] HeaderNote secretNote(const std::string &name, SecretKeeper::State state);
/// The note on a value that its owner has still to write.
[[nodiscard]] std::optional<HeaderNote> blankNote(const connection::HeaderRow &row);
/// The note on a credential that stands in the file as it is. \a problem: why it could not be kept.
[[nodiscard]] HeaderNote plainNote(std::optional<SecretKeeper::State> problem);

} // namespace designer::ui
