// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/rules/batchrules.h"
#include "insider/walk.h"

namespace designer::insider {

/// `append` and `not_append` of one place: the request or a user.
struct AppendFlags
{
    explicit AppendFlags(const json::Value &holder);

    [[nodiscard]] bool any() const { return append || notAppend; }
    /// Whether lists overwrite what is stored. "If both are given, append wins" (documented).
    [[nodiscard]] bool overwrites() const;
    [[nodiscard]] std::string_view decisive() const { return append ? "append" : "not_append"; }

    json::Value append;
    json::Value notAppend;
};

/// APPEND_CONFLICT of the request's own flags.
void checkRequestAppend(Walk &walk, const AppendFlags &ofRequest);
/// Those of one user, beside those of the request: APPEND_CONFLICT, APPEND_LEVEL, NOT_APPEND_ARRAY.
void checkUserAppend(Walk &walk, Batch &batch, const std::string &path, const AppendFlags &ofRequest,
                     const json::Value &user);

} // namespace designer::insider
