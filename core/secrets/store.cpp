// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/store.h"

#include "secrets/reference.h"
#include "json/text.h"

#include <QCoreApplication>

namespace designer::secrets {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Secrets", text);
}

QString withDetail(const QString &message, const QString &detail)
{
    return detail.isEmpty() ? message : tr("%1 (%2)").arg(message, detail);
}

} // namespace

Error storeError(const std::string &name, const Store::Answer &answer)
{
    const QString secret = json::toQString(name);
    const auto error = [&](const QString &message, const QString &wayOut) {
        return Error{ErrorCode::SecretUnavailable, withDetail(message, answer.detail), wayOut, {}, {}};
    };
    const QString orSource
        = tr("or name its source: --secret %1=env:VARIABLE, file:PATH or fd:NUMBER").arg(secret);
    switch (answer.state) {
    case Store::State::Ok:
    case Store::State::Absent: return missingError({name});
    case Store::State::Locked:
        return error(tr("the system keychain, which may hold the secret %1, is locked").arg(secret),
                     tr("unlock it and try again, %1").arg(orSource));
    case Store::State::Denied:
        return error(tr("the system keychain did not give out the secret %1").arg(secret),
                     tr("allow it when the system asks, %1").arg(orSource));
    case Store::State::Unreachable:
        return error(
            tr("the system keychain, which may hold the secret %1, could not be reached").arg(secret),
            tr("start it, %1").arg(orSource));
    }
    return missingError({name});
}

} // namespace designer::secrets
