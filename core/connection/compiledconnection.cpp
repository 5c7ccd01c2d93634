// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/compiledconnection.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

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

bool isOfConditions(const Finding &finding)
{
    return finding.code == "CONDITION_INVALID";
}

/// The first thing that makes a connection unusable for one whom \a concerns such a finding, as an error.
template <typename Concerns>
std::optional<Error> firstUnsound(const Connection &connection, const Findings &findings, Concerns concerns)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding &finding) {
        return finding.severity == Severity::Error && concerns(finding);
    });
    return found == findings.end() ? std::nullopt : std::optional(asError(connection, *found));
}

template <typename Concerns>
Result<CompiledConnection> compiled(const Connection &connection, Examination examined, Concerns concerns)
{
    if (auto unsound = firstUnsound(connection, examined.findings, concerns))
        return *unsound;
    // What is sound has a template.
    return CompiledConnection(RequestHead(connection), std::move(examined.requestFormat).value(),
                              std::move(examined.conditions));
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
    return firstUnsound(connection, settingsSoundness(connection), [](const Finding &) { return true; });
}

Result<CompiledConnection> compile(const Connection &connection)
{
    return compile(connection, examine(connection));
}

Result<CompiledConnection> compile(const Connection &connection, Examination examined)
{
    return compiled(connection, std::move(examined), [](const Finding &) { return true; });
}

Result<CompiledConnection> compileForRendering(const Connection &connection)
{
    return compiled(connection, examine(connection), std::not_fn(isOfConditions));
}

Result<condition::Conditions> compileConditions(const Connection &connection)
{
    Examination examined = examine(connection);
    // Where x_designer is no object, nobody knows what the conditions would be.
    const auto concerns = [](const Finding &finding) {
        return isOfConditions(finding)
            || (finding.templatePlace && finding.templatePlace->pointer == "/x_designer");
    };
    if (auto unsound = firstUnsound(connection, examined.findings, concerns))
        return *unsound;
    return std::move(examined.conditions);
}

} // namespace designer::connection
