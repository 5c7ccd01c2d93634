// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verb.h"

namespace designer::ctl {

/// `new`: a connection from a built-in template.
class NewVerb : public Verb
{
public:
    [[nodiscard]] VerbInfo info() const override;
    [[nodiscard]] Result<int> run(const Arguments &arguments, Console &console) override;
};

} // namespace designer::ctl
