// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testrun/evaluation.h"
#include "testrun/fix.h"
#include "ui/editor/editortypes.h"

#include <map>
#include <utility>
#include <vector>

namespace designer::ui {

/// All that the live view says about the body, as its editor shows it.
struct BodyMarks
{
    std::vector<Mark> marks;
    std::vector<LineHint> hints;
    std::vector<LineNote> notes; ///< one a line: it has room for no more
    /// The others of lines that would have several, by line and by what is wrong there.
    std::map<std::pair<int, QString>, LineNote> others;
    std::map<QString, testrun::Fix> fixes; ///< by the link that offers them
    std::map<QString, QString> reasons; ///< by the link that asks for them

    /// The notes, where what \a told says stands on \a line in place of the first one there.
    [[nodiscard]] std::vector<LineNote> notesWith(const QString &told, int line) const;
};

/// For the text that \a evaluation was made of. \a event: the sample, may be null. Takes as long as the
/// text has placeholders and findings; may run on any thread.
[[nodiscard]] BodyMarks bodyMarks(const testrun::Evaluation &evaluation, const event::Event *event);

/// Whether a note under its line says \a finding of \a evaluation, and not the grey words behind it alone.
/// \a event: the sample, may be null.
[[nodiscard]] bool isNoted(const testrun::Evaluation &evaluation, const Finding &finding,
                           const event::Event *event);

/// The fields of \a event as completions.
[[nodiscard]] std::vector<Completion> completionsOf(const event::Event &event);

} // namespace designer::ui
