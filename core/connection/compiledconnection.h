// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/conditions.h"
#include "connection/connection.h"
#include "connection/textfield.h"
#include "template/template.h"

#include <string>
#include <vector>

namespace designer::connection {

struct CompiledHeader
{
    std::string name;
    TextField value;
    json::Value place;
};

/// A connection made ready to run over events. Immutable; safe to use from several threads.
struct CompiledConnection
{
    Connection source;
    tmpl::Template requestFormat;
    condition::Conditions conditions;
    TextField url;
    std::vector<CompiledHeader> headers;
};

/// Compiles \a connection. Errors (with file and place): UnsoundConnection, MalformedTemplate,
/// MalformedCondition.
[[nodiscard]] Result<CompiledConnection> compile(const Connection &connection);
/// The template alone: what the render verb and the body editor need.
[[nodiscard]] Result<tmpl::Template> compileTemplate(const Connection &connection);

} // namespace designer::connection
