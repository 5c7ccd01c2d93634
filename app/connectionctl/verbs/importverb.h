// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verb.h"

namespace designer::ctl {

/// `import`: other formats into a connection file or a canonical event.
class ImportVerb : public Verb
{
public:
    [[nodiscard]] VerbInfo info() const override;
    [[nodiscard]] Result<int> run(const Arguments &arguments, Console &console) override;
};

} // namespace designer::ctl
