// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/rules/parameterrules.h"

#include "insider/formats.h"
#include "insider/nearness.h"
#include "insider/rules/attributerules.h"
#include "insider/rules/identifierrules.h"
#include "insider/wording.h"
#include "text/ascii.h"
#include "json/pointer.h"

#include <QCoreApplication>

namespace designer::insider {

namespace {

/// One member of `event_params`.
struct Field
{
    const std::string &pointer;
    std::string_view name;
    const json::Value &value;
};

bool isObjects(const json::Value &value)
{
    return value.isArray() && value.size() > 0 && value.at(0).isObject();
}

bool isEmptyText(const json::Value &value)
{
    return value.isString() && value.raw().size() == 2;
}

void checkCurrency(Walk &walk, const Field &field, std::string_view text)
{
    const Names &currencies = walk.known().currencies;
    if (currencies.contains(text))
        return;
    const std::string capitals = text::upperCase(text.substr(0, 8));
    const QString title = currencies.contains(capitals)
        ? filled(QCoreApplication::translate("Insider", "Write %1"), {shown(capitals)})
        : QString();
    walk.report(Rule::CurrencyFormat, field.pointer,
                {shown(text), title.isEmpty() ? title : u' ' + title + u'.', title});
}

void checkFormat(Walk &walk, const Field &field, Format format)
{
    std::string buffer;
    const std::string_view text = Walk::textOf(field.value, buffer);
    if (format == Format::Currency)
        checkCurrency(walk, field, text);
    else if (format == Format::Url && !isWebAddress(text))
        walk.report(Rule::ParameterUrl, field.pointer, {shown(field.name), shown(text)});
}

/// Whether \a field is there without saying anything: null, or an empty text where a text may stand.
bool checkBlank(Walk &walk, const Field &field)
{
    if (field.value.isNull())
        walk.report(Rule::AttributeNull, field.pointer, {shown(field.name)});
    else if (isEmptyText(field.value))
        walk.report(Rule::AttributeEmpty, field.pointer, {shown(field.name)});
    else
        return false;
    return true;
}

void checkKnown(Walk &walk, const Field &field, const ParameterRow &row)
{
    const bool mayBeText = row.type == FieldType::String || row.type == FieldType::Any;
    if ((field.value.isNull() || mayBeText) && checkBlank(walk, field))
        return;
    if (hasType(field.value, row.type)) {
        if (field.value.isString())
            checkFormat(walk, field, row.format);
        return;
    }
    const bool elsewhere = row.alsoSeen != FieldType::Any && hasType(field.value, row.alsoSeen);
    walk.report(elsewhere                    ? Rule::ParameterTypeContradicted
                    : isObjects(field.value) ? Rule::ItemsArray
                                             : Rule::ParameterType,
                field.pointer, {shown(field.name), described(row.type), described(field.value)});
}

/// A name that is none of Insider's own parameters.
void checkUnknown(Walk &walk, const Field &field)
{
    const Catalogue &known = walk.known();
    const QString name = shown(field.name);
    if (isObjects(field.value)) {
        walk.report(Rule::ItemsArray, field.pointer, {name});
    } else if (const OtherName *sdk = lookUp(known.sdkParameters, field.name)) {
        walk.report(Rule::ParameterSdkName, field.pointer, {name, shown(sdk->means)});
    } else if (const OtherName *shortName = lookUp(known.shortParameters, field.name)) {
        walk.report(Rule::ParameterShortName, field.pointer, {name, shown(shortName->means)});
    } else if (known.identifiers.contains(field.name)) {
        walk.report(Rule::IdentifierInParameters, field.pointer, {name});
    } else if (const auto near = nearestParameter(field.name)) {
        walk.report(Rule::ParameterMisnamed, field.pointer, {name, shown(*near)});
    } else {
        walk.report(Rule::ParameterCustomAtRoot, field.pointer, {name});
    }
}

void checkCustom(Walk &walk, const std::string &path, const json::Value &custom)
{
    if (custom.isNull())
        walk.report(Rule::ContainerNull, path, {QStringLiteral("custom")});
    else if (!custom.isObject())
        walk.report(Rule::CustomParametersType, path, {described(custom)});
    else if (custom.size() == 0)
        walk.report(Rule::CustomEmpty, path, {QStringLiteral("custom")});
    walk.eachMember(custom, [&](std::string_view name, const json::Value &value) {
        const std::string pointer = json::appended(path, name);
        checkCustomName(walk, pointer, name);
        if (isObjects(value))
            walk.report(Rule::ItemsArrayInCustom, pointer, {shown(name)});
        else
            checkBlank(walk, {pointer, name, value});
    });
}

/// A parameter that the event needs is absent.
void checkAbsent(Walk &walk, const std::string &pointer, const Requirement &needed, std::string_view event,
                 const Refusal &refusal)
{
    const QStringList words{shown(needed.parameter), shown(event)};
    if (needed.enforced)
        walk.reject(Rule::ParameterRequired, pointer, words, refusal);
    else if (walk.profile() == Profile::Proven)
        walk.report(Rule::ParameterTable, pointer, words, needed.evidence, needed.accepted);
    else
        walk.reject(Rule::ParameterTable, pointer, words, refusal);
}

/// The parameters that the event \a event cannot be without. Parameters that are null as a whole
/// are taken for absent, which nobody has documented.
void checkRequired(Walk &walk, const std::string &path, const json::Value &params, std::string_view event,
                   std::size_t number)
{
    const auto *requirements = lookUp(walk.known().requirements, event);
    if (!requirements)
        return;
    for (const Requirement &needed : *requirements) {
        const std::string pointer = json::appended(path, needed.parameter);
        const json::Value value = params.find(needed.parameter);
        if (!value) {
            const Evidence evidence
                = params.isNull() ? weaker(needed.evidence, Evidence::Inferred) : needed.evidence;
            checkAbsent(walk, pointer, needed, event,
                        {"parameter",
                         "events." + std::to_string(number) + '.',
                         {needed.parameter, std::string(event)},
                         evidence});
        } else if (value.isNull() || isEmptyText(value)) {
            walk.report(needed.enforced ? Rule::ParameterRequiredBlank : Rule::ParameterTableBlank, pointer,
                        {shown(needed.parameter), shown(event), described(value)});
        }
    }
}

} // namespace

void checkParameters(Walk &walk, const std::string &path, const json::Value &params, std::string_view name,
                     std::size_t number)
{
    if (params && !params.isNull() && !params.isObject()) {
        walk.report(Rule::ParamsType, path, {described(params)});
        return;
    }
    if (params.isNull())
        walk.report(Rule::ContainerNull, path, {QStringLiteral("event_params")});
    checkRequired(walk, path, params, name, number);
    walk.eachMember(params, [&](std::string_view parameter, const json::Value &value) {
        const std::string pointer = json::appended(path, parameter);
        const Field field{pointer, parameter, value};
        if (const ParameterRow *row = lookUp(walk.known().parameters, parameter))
            checkKnown(walk, field, *row);
        else if (parameter == "custom")
            checkCustom(walk, pointer, value);
        else if (walk.known().otherParameters.contains(parameter))
            checkBlank(walk, field);
        else
            checkUnknown(walk, field);
    });
}

} // namespace designer::insider
