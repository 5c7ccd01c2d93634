// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/rules/identifierrules.h"

#include "insider/formats.h"
#include "insider/nearness.h"
#include "insider/wording.h"
#include "text/ascii.h"
#include "json/layout.h"
#include "json/pointer.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::insider {

namespace {

/// What was found on the way to the question whether anything says who the user is.
struct Given
{
    bool any = false; ///< something does
    bool blank = false; ///< something stands there but counts as not given
};

/// `##path##`, left in by the policy that keeps placeholders.
bool holdsPlaceholder(std::string_view value)
{
    const std::size_t mark = value.find("##");
    return mark != std::string_view::npos && value.find("##", mark + 3) != std::string_view::npos;
}

bool standsForNoValue(const Walk &walk, std::string_view value)
{
    constexpr std::size_t longest = 40; // of the catalogue's placeholders
    return value.size() <= longest && walk.known().placeholders.contains(text::lowerCase(value));
}

/// IDENT_EMPTY and IDENT_PLACEHOLDER: values that many users have and that identify none.
void checkMeaning(Walk &walk, const std::string &pointer, const QString &name, std::string_view value)
{
    if (isBlank(value))
        walk.report(Rule::IdentifierEmpty, pointer, {name});
    else if (standsForNoValue(walk, value))
        walk.report(Rule::IdentifierPlaceholder, pointer, {name, shown(value)});
    else if (holdsPlaceholder(value))
        walk.report(Rule::IdentifierUnfilled, pointer, {name, shown(value)});
}

void checkEmail(Walk &walk, const std::string &pointer, std::string_view value)
{
    if (!isInsiderEmail(value))
        walk.reject(Rule::EmailInvalid, pointer, {shown(value)}, {"email", {}, {std::string(value)}});
    else if (!isPlausibleEmail(value))
        walk.report(Rule::EmailSuspect, pointer, {shown(value)});
}

void checkPhone(Walk &walk, const std::string &pointer, std::string_view value)
{
    if (!isInsiderPhone(value))
        walk.reject(Rule::PhoneInvalid, pointer, {shown(value)}, {"phone", {}, {std::string(value)}});
}

void checkFormat(Walk &walk, Format format, const std::string &pointer, std::string_view value)
{
    if (format == Format::Email)
        checkEmail(walk, pointer, value);
    else if (format == Format::Phone)
        checkPhone(walk, pointer, value);
}

void checkWrongType(Walk &walk, const IdentifierRow &row, const std::string &pointer, const QString &name,
                    const json::Value &value)
{
    if (row.format == Format::Any)
        walk.reject(Rule::UuidType, pointer, {described(value)}, {"uuid", {}, {json::minified(value)}});
    else
        walk.report(Rule::IdentifierType, pointer, {name, described(value)});
}

/// email, phone_number, uuid, under their long or short names.
void checkKnown(Walk &walk, Batch &batch, Given &given, const IdentifierRow &row, const std::string &pointer,
                const QString &name, const json::Value &value)
{
    if (row.isShort)
        walk.report(Rule::IdentifierShortName, pointer, {name, shown(row.name)});
    if (value.isNull()) {
        given.blank = true;
        walk.report(Rule::IdentifierNull, pointer, {name});
        return;
    }
    given.any = true;
    if (!value.isString()) {
        checkWrongType(walk, row, pointer, name, value);
        return;
    }
    std::string buffer;
    const std::string_view text = Walk::textOf(value, buffer);
    checkMeaning(walk, pointer, name, text);
    checkFormat(walk, row.format, pointer, text);
    if (!isBlank(text))
        batch.noteIdentifier(walk.user(), row.name, text, pointer);
}

/// \a name in "identifiers" is none that Insider knows: it says so, or which one is meant.
void rejectUnknown(Walk &walk, const std::string &pointer, std::string_view name)
{
    const std::optional<std::string_view> near = nearestAttribute(name);
    const bool isIdentifier = near && walk.known().identifiers.contains(*near);
    const QString sentence = isIdentifier
        ? filled(QCoreApplication::translate("Insider", "Rename it to %1."), {shown(*near)})
        : QCoreApplication::translate("Insider", "Move an identifier of your own to identifiers.custom.");
    const QString title = isIdentifier
        ? filled(QCoreApplication::translate("Insider", "Rename it to %1"), {shown(*near)})
        : QCoreApplication::translate("Insider", "Move it to custom");
    walk.reject(Rule::IdentifierKeyUnknown, pointer, {shown(name), sentence, title},
                {"identifierKey", {}, {}});
}

void checkCustomValue(Walk &walk, Batch &batch, const std::string &pointer, std::string_view name,
                      const json::Value &value)
{
    if (value.isContainer()) {
        walk.report(Rule::CustomIdentifierContainer, pointer, {shown(name), described(value)});
        return;
    }
    std::string buffer;
    const std::string_view text = value.isString() ? Walk::textOf(value, buffer) : value.raw();
    if (!value.isString())
        walk.report(Rule::CustomIdentifierType, pointer, {shown(name), described(value)});
    checkMeaning(walk, pointer, shown(name), text);
    if (!isBlank(text))
        batch.noteIdentifier(walk.user(), "custom." + std::string(name), text, pointer);
}

void checkCustom(Walk &walk, Batch &batch, Given &given, const std::string &path, const json::Value &custom)
{
    if (custom.isNull()) {
        given.blank = true;
        walk.report(Rule::IdentifierNull, path, {QStringLiteral("custom")});
    } else if (!custom.isObject()) {
        given.any = true;
        walk.report(Rule::IdentifiersType, path, {QStringLiteral("custom"), described(custom)});
    } else if (custom.size() == 0) {
        given.blank = true;
        walk.report(Rule::CustomEmpty, path, {QStringLiteral("custom")});
    }
    walk.eachMember(custom, [&](std::string_view name, const json::Value &value) {
        const std::string pointer = json::appended(path, name);
        checkCustomName(walk, pointer, name);
        if (value.isNull()) {
            given.blank = true;
            walk.report(Rule::IdentifierNull, pointer, {shown(name)});
        } else {
            given.any = true;
            checkCustomValue(walk, batch, pointer, name, value);
        }
    });
}

void checkIdentifiers(Walk &walk, Batch &batch, Given &given, const std::string &path,
                      const json::Value &identifiers)
{
    if (identifiers.isNull() || (identifiers.isObject() && identifiers.size() == 0)) {
        given.blank = true;
    } else if (!identifiers.isObject()) {
        given.any = true;
        walk.report(Rule::IdentifiersType, path, {QStringLiteral("identifiers"), described(identifiers)});
    }
    walk.eachMember(identifiers, [&](std::string_view name, const json::Value &value) {
        const std::string pointer = json::appended(path, name);
        if (const IdentifierRow *row = lookUp(walk.known().identifiers, name)) {
            checkKnown(walk, batch, given, *row, pointer, shown(name), value);
        } else if (name == "custom") {
            checkCustom(walk, batch, given, pointer, value);
        } else {
            (value.isNull() ? given.blank : given.any) = true;
            rejectUnknown(walk, pointer, name);
        }
    });
}

void checkInsiderId(Walk &walk, Batch &batch, Given &given, const std::string &pointer,
                    const json::Value &value)
{
    const QString name = QStringLiteral("insider_id");
    if (value.isNull()) {
        given.blank = true;
        walk.report(Rule::IdentifierNull, pointer, {name});
    } else if (!value.isString()) {
        given.any = true;
        walk.report(Rule::InsiderIdType, pointer, {described(value)});
    } else {
        std::string buffer;
        const std::string_view text = Walk::textOf(value, buffer);
        (text.empty() ? given.blank : given.any) = true;
        checkMeaning(walk, pointer, name, text);
        if (!isBlank(text))
            batch.noteIdentifier(walk.user(), "insider_id", text, pointer);
    }
}

} // namespace

void checkCustomName(Walk &walk, const std::string &path, std::string_view name)
{
    if (name.starts_with("c_") && name.size() > 2)
        walk.report(Rule::CustomPrefix, path, {shown(name), shown(name.substr(2))});
}

void checkIdentity(Walk &walk, Batch &batch, const std::string &path, const json::Value &user)
{
    Given given;
    if (const json::Value insiderId = user.find("insider_id"))
        checkInsiderId(walk, batch, given, path + "/insider_id", insiderId);
    if (const json::Value identifiers = user.find("identifiers"))
        checkIdentifiers(walk, batch, given, path + "/identifiers", identifiers);
    if (given.any)
        return;
    const Evidence evidence = given.blank ? Evidence::Inferred : Evidence::Documented;
    walk.reject(Rule::IdentifierMissing, path, {}, {"identifiersRequired", {}, {}, evidence});
    walk.alsoRefuse({"insiderIdRequired", {}, {}, evidence});
}

} // namespace designer::insider
