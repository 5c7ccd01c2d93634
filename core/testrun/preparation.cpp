// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/preparation.h"

#include "testrun/evaluation.h"
#include "testrun/requestbuilder.h"

namespace designer::testrun {

namespace {

Result<secrets::Secrets> valuesFor(const connection::CompiledConnection &connection, bool live,
                                   const SecretOwners &owners)
{
    secrets::Secrets given;
    if (owners.given) {
        Result<secrets::Secrets> read = owners.given();
        if (!read)
            return read.error();
        given = std::move(read).value();
    }
    if (live)
        return owners.keychain(secretNames(connection), std::move(given));
    given.merge(standInSecrets(connection)); // what is given stays
    return given;
}

} // namespace

Result<Prepared> prepareAsking(const connection::CompiledConnection &connection, const event::Event &event,
                               Settings settings, const SecretOwners &owners)
{
    Prepared out{{}, standInSecrets(connection)};
    settings.secrets = &out.secrets;
    Result<TestRun> run = prepare(connection, event, settings);
    if (run && run->waitsForAnswer() && (!out.secrets.empty() || owners.given)) {
        Result<secrets::Secrets> values = valuesFor(connection, !settings.sandbox, owners);
        if (!values)
            return values.error();
        out.secrets = std::move(values).value();
        run = prepare(connection, event, settings);
    }
    if (!run)
        return run.error();
    out.run = std::move(run).value();
    return out;
}

} // namespace designer::testrun
