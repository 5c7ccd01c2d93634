// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testrun/testrun.h"

#include <functional>
#include <string>
#include <vector>

namespace designer::testrun {

/// Who has the values of secrets. Each is asked once at most, and may take its time.
struct SecretOwners
{
    /// Those that came with the call; null: none did.
    std::function<Result<secrets::Secrets>()> given;
    /// The keychain: adds those of the names that are not given.
    std::function<Result<secrets::Secrets>(const std::vector<std::string> &names, secrets::Secrets given)>
        keychain;
};

struct Prepared
{
    TestRun run;
    secrets::Secrets secrets; ///< those in the run's request, stand-ins among them: for its masker
};

/// As prepare(), with the secrets from \a owners instead of \a settings. Nobody is asked for the sake of a
/// request that is not sent; the keychain is asked where the request goes to the connection's own endpoint
/// alone: a sandbox gets stand-ins for those that are not given. Errors: those of prepare() and of \a owners.
[[nodiscard]] Result<Prepared> prepareAsking(const connection::CompiledConnection &connection,
                                             const event::Event &event, Settings settings,
                                             const SecretOwners &owners);

} // namespace designer::testrun
