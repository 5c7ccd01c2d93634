// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/rules/attributerules.h"

#include "insider/formats.h"
#include "insider/nearness.h"
#include "insider/rules/identifierrules.h"
#include "insider/wording.h"
#include "text/ascii.h"
#include "json/pointer.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::insider {

namespace {

/// One member of `attributes`.
struct Field
{
    const std::string &pointer;
    std::string_view name;
    const json::Value &value;
};

bool allAre(const json::Value &array, json::Kind kind)
{
    const json::Elements elements = array.elements();
    for (const json::Value &element : elements) {
        if (!element.is(kind))
            return false;
    }
    return true;
}

QString writeIt(std::string_view text)
{
    return filled(QCoreApplication::translate("Insider", "Write %1"), {shown(text)});
}

QString asSentence(const QString &title)
{
    return title.isEmpty() ? title : u' ' + title + u'.';
}

void checkCountry(Walk &walk, const Field &field, std::string_view text)
{
    const Names &countries = walk.known().countries;
    if (countries.contains(text))
        return;
    const std::string capitals = text::upperCase(text.substr(0, 8));
    const QString title = countries.contains(capitals)
        ? writeIt(capitals)
        : QCoreApplication::translate("Insider", "Send the code of two letters");
    walk.report(Rule::CountryFormat, field.pointer, {shown(text), asSentence(title), title});
}

void checkLanguage(Walk &walk, const Field &field, std::string_view text)
{
    if (isLanguage(text))
        return;
    std::string mended(text.substr(0, 16));
    std::replace(mended.begin(), mended.end(), '-', '_');
    const QString title = isLanguage(mended) && text.size() <= 16 ? writeIt(mended) : QString();
    walk.report(Rule::LanguageFormat, field.pointer, {shown(text), asSentence(title), title});
}

void checkFormat(Walk &walk, const Field &field, Format format, std::string_view text)
{
    switch (format) {
    case Format::Birthday:
        if (!isBirthday(text))
            walk.report(Rule::BirthdayFormat, field.pointer, {shown(text)});
        return;
    case Format::Phone:
        if (!isInsiderPhone(text))
            walk.report(Rule::AttributePhoneFormat, field.pointer, {shown(text)});
        return;
    case Format::Country: checkCountry(walk, field, text); return;
    case Format::Language: checkLanguage(walk, field, text); return;
    default: return;
    }
}

void checkText(Walk &walk, const Field &field, Format format)
{
    std::string buffer;
    const std::string_view text = Walk::textOf(field.value, buffer);
    if (text.empty()) {
        const bool mustHaveForm = format != Format::Any && format != Format::Language;
        walk.report(mustHaveForm ? Rule::AttributeEmptyFormatted : Rule::AttributeEmpty, field.pointer,
                    {shown(field.name)});
    } else {
        checkFormat(walk, field, format, text);
    }
}

/// The value of one of Insider's own attributes, under whichever of its names it stands.
void checkValue(Walk &walk, Batch &batch, const Field &field, const AttributeRow &row)
{
    if (row.identifier)
        walk.report(Rule::IdentifierInAttributes, field.pointer, {shown(field.name)});
    if (field.value.isNull())
        walk.report(Rule::AttributeNull, field.pointer, {shown(field.name)});
    else if (!hasType(field.value, row.type))
        walk.report(Rule::AttributeType, field.pointer,
                    {shown(field.name), described(row.type), described(field.value)});
    else if (field.value.isString())
        checkText(walk, field, row.format);
    if (row.name == "gdpr_optin" && field.value.is(json::Kind::False)) {
        walk.report(Rule::GdprOptOut, field.pointer);
        batch.noteOptOut();
    }
}

/// A name that is Insider's in another place or time. False: it is not.
bool checkOtherName(Walk &walk, Batch &batch, const Field &field)
{
    const Catalogue &known = walk.known();
    if (const OtherName *shortName = lookUp(known.shortAttributes, field.name)) {
        walk.report(Rule::AttributeShortName, field.pointer, {shown(field.name), shown(shortName->means)},
                    shortName->evidence, shortName->evidence);
        checkValue(walk, batch, field, *lookUp(known.attributes, shortName->means));
        return true;
    }
    if (const OtherName *renamed = lookUp(known.renamedAttributes, field.name)) {
        walk.report(Rule::AttributeRenamed, field.pointer, {shown(field.name), shown(renamed->means)});
        checkValue(walk, batch, field, *lookUp(known.attributes, renamed->means));
        return true;
    }
    if (const OtherName *foreign = lookUp(known.foreignAttributes, field.name)) {
        walk.report(Rule::AttributeForeign, field.pointer, {shown(field.name), shown(foreign->means)});
        return true;
    }
    return false;
}

void checkUnknown(Walk &walk, const Field &field)
{
    if (const std::optional<std::string_view> near = nearestAttribute(field.name))
        walk.report(Rule::AttributeMisspelt, field.pointer, {shown(field.name), shown(*near)});
    else
        walk.report(Rule::AttributeCustomAtRoot, field.pointer, {shown(field.name)});
}

void checkCustomValue(Walk &walk, const Field &field)
{
    const bool isObjects = field.value.isObject()
        || (field.value.isArray() && field.value.size() > 0 && field.value.at(0).isContainer());
    if (field.value.isNull())
        walk.report(Rule::AttributeNull, field.pointer, {shown(field.name)});
    else if (isObjects)
        walk.report(Rule::CustomValueType, field.pointer,
                    {shown(field.name),
                     field.value.isObject() ? described(field.value)
                                            : QCoreApplication::translate("Insider", "a list of objects")});
    else if (field.value.isString() && field.value.raw().size() == 2)
        walk.report(Rule::AttributeEmpty, field.pointer, {shown(field.name)});
}

void checkCustom(Walk &walk, const std::string &path, const json::Value &custom)
{
    if (custom.isNull())
        walk.report(Rule::ContainerNull, path, {QStringLiteral("custom")});
    else if (!custom.isObject())
        walk.report(Rule::CustomType, path, {described(custom)});
    else if (custom.size() == 0)
        walk.report(Rule::CustomEmpty, path, {QStringLiteral("custom")});
    walk.eachMember(custom, [&](std::string_view name, const json::Value &value) {
        const std::string pointer = json::appended(path, name);
        if (walk.known().attributes.contains(name)) {
            walk.report(Rule::AttributeDefaultInCustom, pointer, {shown(name)});
            return;
        }
        checkCustomName(walk, pointer, name);
        checkCustomValue(walk, {pointer, name, value});
    });
}

} // namespace

bool hasType(const json::Value &value, FieldType type)
{
    switch (type) {
    case FieldType::Any: return true;
    case FieldType::String: return value.isString();
    case FieldType::Boolean: return value.isBool();
    case FieldType::Number: return value.isNumber();
    case FieldType::Integer: return value.isNumber() && isInteger(value.raw());
    case FieldType::Strings: return value.isArray() && allAre(value, json::Kind::String);
    case FieldType::Numbers: return value.isArray() && allAre(value, json::Kind::Number);
    }
    return true;
}

void checkAttributes(Walk &walk, Batch &batch, const std::string &path, const json::Value &attributes)
{
    if (!attributes)
        return;
    if (attributes.isNull())
        walk.report(Rule::ContainerNull, path, {QStringLiteral("attributes")});
    else if (!attributes.isObject())
        walk.report(Rule::AttributesType, path, {described(attributes)});
    else if (attributes.size() == 0)
        walk.report(Rule::AttributesEmpty, path);
    walk.eachMember(attributes, [&](std::string_view name, const json::Value &value) {
        const std::string pointer = json::appended(path, name);
        const Field field{pointer, name, value};
        if (const AttributeRow *row = lookUp(walk.known().attributes, name))
            checkValue(walk, batch, field, *row);
        else if (name == "custom")
            checkCustom(walk, pointer, value);
        else if (!checkOtherName(walk, batch, field))
            checkUnknown(walk, field);
    });
}

} // namespace designer::insider
