// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verb.h"

namespace designer::ctl {

/// `match`: whether events fire a connection, and why.
class MatchVerb : public Verb
{
public:
    [[nodiscard]] VerbInfo info() const override;
    [[nodiscard]] Result<int> run(const Arguments &arguments, Console &console) override;
};

} // namespace designer::ctl
