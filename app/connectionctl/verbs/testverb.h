// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/source.h"
#include "testrun/testrun.h"
#include "verb.h"

namespace designer::ctl {

/// `test`: condition, rendering, sending and the decoded verdict, for one event.
class TestVerb : public Verb
{
public:
    [[nodiscard]] VerbInfo info() const override;
    [[nodiscard]] Result<int> run(const Arguments &arguments, Console &console) override;

private:
    Result<int> testAndTell(const Arguments &arguments, Console &console,
                            const connection::CompiledConnection &connection, const event::Event &event,
                            const std::vector<secrets::Source> &sources, testrun::Settings settings);
};

} // namespace designer::ctl
