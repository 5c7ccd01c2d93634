// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"
#include "event/event.h"
#include "insider/profile.h"

namespace designer::testrun {

/// All findings on a connection: the file, the request, and the payload of each of \a events. An
/// unsound connection is reported as findings too: then nothing is rendered, and address and headers
/// are judged all the same.
///
/// Without events a template is judged by itself, as far as that goes: what hangs on the value of
/// a placeholder is left open.
[[nodiscard]] Findings lint(const connection::Connection &connection, const std::vector<event::Event> &events,
                            insider::Profile profile, insider::Moment now);
/// The same for one who has the examination of \a connection already.
[[nodiscard]] Findings lint(const connection::Connection &connection, connection::Examination examined,
                            const std::vector<event::Event> &events, insider::Profile profile,
                            insider::Moment now);

/// The findings on the payload of one event; part of lint(), and of a test run.
[[nodiscard]] Findings payloadFindings(const connection::CompiledConnection &connection,
                                       const event::Event &event, const tmpl::Rendering &rendering,
                                       const json::Document &payload, insider::Profile profile,
                                       insider::Moment now);

} // namespace designer::testrun
