// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verb.h"

namespace designer::ctl {

/// `lint`: findings on a connection and on the payloads of events.
class LintVerb : public Verb
{
public:
    [[nodiscard]] VerbInfo info() const override;
    [[nodiscard]] Result<int> run(const Arguments &arguments, Console &console) override;
};

} // namespace designer::ctl
