// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verb.h"

namespace designer::ctl {

/// `predict`: Insider's predicted answer to a raw request body.
class PredictVerb : public Verb
{
public:
    [[nodiscard]] VerbInfo info() const override;
    [[nodiscard]] Result<int> run(const Arguments &arguments, Console &console) override;
};

} // namespace designer::ctl
