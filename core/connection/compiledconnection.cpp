// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/compiledconnection.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::connection {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

ErrorCode errorCode(const Finding &finding)
{
    if (finding.code == "TEMPLATE_MALFORMED")
        return ErrorCode::MalformedTemplate;
    return finding.code == "CONDITION_INVALID" ? ErrorCode::MalformedCondition : ErrorCode::UnsoundConnection;
}

Error asError(const Connection &connection, const Finding &finding)
{
    QString message = finding.message;
    if (message.endsWith(QLatin1Char('.')))
        message.chop(1);
    return {errorCode(finding), message,
            finding.fixTitle.value_or(tr("correct it, or take it out of the file")), connection.file(),
            finding.templatePlace ? std::optional(finding.templatePlace->position) : std::nullopt};
}

/// The first thing that makes a connection unusable, as an error.
std::optional<Error> firstUnsound(const Connection &connection, const Findings &findings)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.severity == Severity::Error;
    });
    return found == findings.end() ? std::nullopt : std::optional(asError(connection, *found));
}

} // namespace

RequestHead::RequestHead(const Connection &connection)
    : source(connection), url(connection.url(), TextField::Kind::Url)
{
    for (const Header &header : connection.headers())
        headers.push_back({header.name, TextField(header.value, TextField::Kind::HeaderValue), header.place});
}

std::optional<Error> unsoundSetting(const Connection &connection)
{
    return firstUnsound(connection, settingsSoundness(connection));
}

Result<CompiledConnection> compile(const Connection &connection)
{
    return compile(connection, examine(connection));
}

Result<CompiledConnection> compile(const Connection &connection, Examination examined)
{
    if (auto unsound = firstUnsound(connection, examined.findings))
        return *unsound;
    // What is sound has a template.
    return CompiledConnection(RequestHead(connection), std::move(examined.requestFormat).value(),
                              std::move(examined.conditions));
}

} // namespace designer::connection
