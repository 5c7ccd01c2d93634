// SPDX-License-Identifier: GPL-3.0-or-later
#include "testrun/fix.h"

#include "template/placeholder.h"
#include "testrun/suggestion.h"
#include "json/edit.h"
#include "json/pointer.h"
#include "json/text.h"

#include <QCoreApplication>

namespace designer::testrun {

namespace {

constexpr std::string_view formatPointer = connection::key::requestFormatPointer;

QString tr(const char *text)
{
    return QCoreApplication::translate("TestRun", text);
}

/// The parameter or attribute that \a finding is about: the last name of its place.
std::string nameOf(const Finding &finding)
{
    const std::string pointer = finding.payloadPointer ? *finding.payloadPointer
        : finding.templatePlace                        ? finding.templatePlace->pointer
                                                       : std::string();
    const auto tokens = json::pointerTokens(pointer);
    return tokens && !tokens->empty() ? tokens->back() : std::string();
}

/// The value in the body that \a finding points at.
json::Value bodyValue(const Evaluation &evaluation, const Finding &finding)
{
    if (!evaluation.bodyTemplate || !finding.templatePlace
        || !finding.templatePlace->pointer.starts_with(formatPointer))
        return {};
    return json::resolveNearest(
        evaluation.bodyTemplate->document().root(),
        std::string_view(finding.templatePlace->pointer).substr(formatPointer.size()));
}

/// The missing placeholder of that path inside [begin, end) reads \a path instead.
std::optional<Fix> otherPath(const Evaluation &evaluation, const json::Value &value,
                             const std::string &missing, const std::string &path)
{
    for (const PlaceholderValue &placeholder : evaluation.values) {
        if (placeholder.begin < value.begin() || placeholder.end > value.end() || placeholder.json
            || placeholder.path != missing)
            continue;
        return Fix{tr("Use %1").arg(json::toQString(path)),
                   {placeholder.begin, placeholder.end, "##" + path + "##"}};
    }
    return std::nullopt;
}

} // namespace

std::optional<Fix> fixFor(const Evaluation &evaluation, const Finding &finding, const event::Event &event)
{
    const json::Value value = bodyValue(evaluation, finding);
    const std::string name = nameOf(finding);
    const auto path = value ? suggestedPath(event, name) : std::nullopt;
    if (!path)
        return std::nullopt;
    if (finding.placeholder)
        return *path == *finding.placeholder ? std::nullopt
                                             : otherPath(evaluation, value, *finding.placeholder, *path);
    const bool missing
        = finding.code.starts_with("EVENT_PARAM_REQUIRED") && value.isObject() && !value.find(name);
    if (!missing)
        return std::nullopt;
    return Fix{tr("Add \"%1\": \"##%2##\"").arg(json::toQString(name), json::toQString(*path)),
               json::setMember(value, name, "\"##" + *path + "##\"")};
}

std::optional<Fix> missingCommaFix(const Evaluation &evaluation)
{
    if (evaluation.bodyTemplate)
        return std::nullopt;
    const json::ParseError error
        = json::Document(std::string(evaluation.body), {&tmpl::placeholderLength}).error();
    if (error.code != json::ParseErrorCode::MissingComma)
        return std::nullopt;
    return Fix{tr("Add the comma"), {error.offset, error.offset, ","}};
}

} // namespace designer::testrun
