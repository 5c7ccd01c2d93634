// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/conditions.h"
#include "connection/connection.h"
#include "connection/soundness.h"
#include "connection/textfield.h"
#include "template/template.h"

#include <string>
#include <utility>
#include <vector>

namespace designer::connection {

struct CompiledHeader
{
    std::string name;
    TextField value;
    json::Value place;
};

/// Address and headers of a connection, ready to be filled: what can be made of every connection,
/// however unsound its template and its conditions are.
struct RequestHead
{
    explicit RequestHead(const Connection &connection);

    Connection source;
    TextField url;
    std::vector<CompiledHeader> headers;
};

/// A connection made ready to run over events. Immutable; safe to use from several threads.
struct CompiledConnection : RequestHead
{
    CompiledConnection(RequestHead head, tmpl::Template format, condition::Conditions when)
        : RequestHead(std::move(head)), requestFormat(std::move(format)), conditions(std::move(when))
    { }

    tmpl::Template requestFormat;
    condition::Conditions conditions;
};

/// Compiles \a connection. Errors (with file and place): UnsoundConnection, MalformedTemplate,
/// MalformedCondition.
[[nodiscard]] Result<CompiledConnection> compile(const Connection &connection);
/// The same for one who has the examination of \a connection already: nothing is compiled again.
[[nodiscard]] Result<CompiledConnection> compile(const Connection &connection, Examination examined);
/// The same for one who does not ask the conditions: they may be unsound, and then answer every event with
/// an error.
[[nodiscard]] Result<CompiledConnection> compileForRendering(const Connection &connection);
/// The conditions alone, whatever the rest is. Errors: MalformedCondition, UnsoundConnection.
[[nodiscard]] Result<condition::Conditions> compileConditions(const Connection &connection);
/// The first setting of the wrong kind, or of an unknown word, as the error that compile() gives; nothing
/// where all settings are sound. Template and conditions are not looked at.
[[nodiscard]] std::optional<Error> unsoundSetting(const Connection &connection);

} // namespace designer::connection
