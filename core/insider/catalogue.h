// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insider/rule.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace designer::insider {

/// The JSON type that a field must have.
enum class FieldType : std::uint8_t { Any, String, Boolean, Number, Integer, Strings, Numbers };
/// The form that a text must have.
enum class Format : std::uint8_t { Any, Email, Phone, Birthday, Language, Country, Currency, Url };

struct IdentifierRow
{
    std::string name;
    Format format = Format::Any;
    bool isShort = false; ///< looked up by its short name
};

struct AttributeRow
{
    std::string name;
    FieldType type = FieldType::Any;
    Format format = Format::Any;
    bool identifier = false; ///< can be an identifier of the account
};

/// A name that is not Insider's for this request, and what is meant by it.
struct OtherName
{
    std::string means; ///< Insider's name, or where the name comes from
    Evidence evidence = Evidence::Inferred;
};

/// That an event must carry a parameter.
struct Requirement
{
    std::string parameter;
    bool enforced = false; ///< the server rejects without it; else the parameter table alone says so
    Evidence evidence = Evidence::Inferred; ///< for the rejection
    Evidence accepted = Evidence::Inferred; ///< for being taken without it, where it is not enforced
};

struct ParameterRow
{
    FieldType type = FieldType::Any;
    Format format = Format::Any;
    FieldType alsoSeen = FieldType::Any; ///< another page of Insider's gives this type
};

struct ObjectAction
{
    std::string name;
    std::vector<std::string> needs;
};

/// An answer of Insider's to a whole request.
struct AnswerRow
{
    std::string id;
    int status = 0;
    std::optional<std::string> body; ///< minified JSON; nothing where none is documented
    Evidence evidence = Evidence::Inferred;
    std::string header; ///< the header that it complains of; may be empty
};

/// An entry of `data.fail.errors`.
struct ErrorRow
{
    std::string id;
    std::string key; ///< what follows "users.I." or "users.I.events.J."
    std::string message; ///< %1, %2: values of the payload
    Evidence evidence = Evidence::Inferred;
};

struct WrongEndpoint
{
    std::string host; ///< empty: any of Insider's
    std::string path; ///< empty: any
    Rule rule = Rule::EndpointWrong;
};

struct StringHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename T>
using ByName = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;
using Names = std::unordered_set<std::string, StringHash, std::equal_to<>>;

/// How long Insider keeps an event (insider.md, section 5).
struct Retention
{
    int days = 0; ///< where it is said in months, so many as these have at most
    int months = 0; ///< 0: it is said in days
};

/// What is known of Insider's upsert, as data: resources/insider/catalogue.json. Read once,
/// immutable, safe to use from several threads.
struct Catalogue
{
    std::size_t maximumUsers = 0;
    std::size_t maximumBytes = 0;
    std::int64_t clockSkewSeconds = 0; ///< a time this far ahead is not "future" yet
    std::int64_t historySeconds = 0; ///< an event older than this is history
    Retention customEvents;

    std::array<RuleRow, ruleCount> rules;
    std::vector<AnswerRow> answers;
    std::vector<ErrorRow> errors;

    ByName<IdentifierRow> identifiers; ///< by name and by short name
    std::vector<AttributeRow> attributeList; ///< in the order of the file
    ByName<AttributeRow> attributes;
    ByName<OtherName> shortAttributes;
    ByName<OtherName> renamedAttributes;
    ByName<OtherName> foreignAttributes;
    /// By the name without case and separators, Insider's own names among them.
    ByName<OtherName> attributeSynonyms;
    ByName<ParameterRow> parameters;
    Names otherParameters;
    ByName<OtherName> shortParameters;
    ByName<OtherName> sdkParameters;
    ByName<OtherName> parameterSynonyms; ///< likewise
    ByName<std::vector<Requirement>> requirements; ///< by event; in alphabetical order
    /// How long Insider keeps its own events; those of which it says nothing, its ceiling of 24 months.
    ByName<Retention> retention;
    Names purchaseNames;
    Names placeholders; ///< in lower case
    Names rootKeys;
    Names userKeys;
    std::vector<ObjectAction> objectActions;
    Names currencies;
    Names countries;

    std::vector<std::string> requiredHeaders;
    std::vector<std::string> foreignHeaders;
    std::string endpointPath;
    std::string endpointHost;
    std::vector<std::string> domains;
    std::vector<WrongEndpoint> wrongEndpoints;

    [[nodiscard]] const RuleRow &row(Rule rule) const { return rules[static_cast<std::size_t>(rule)]; }
    [[nodiscard]] const AnswerRow &answer(std::string_view id) const;
    [[nodiscard]] const ErrorRow &error(std::string_view id) const;
    [[nodiscard]] const ObjectAction *objectAction(std::string_view name) const;
};

[[nodiscard]] const Catalogue &catalogue();

/// The value of \a name in \a map, or nothing.
template <typename T>
[[nodiscard]] const T *lookUp(const ByName<T> &map, std::string_view name)
{
    const auto found = map.find(name);
    return found == map.end() ? nullptr : &found->second;
}

} // namespace designer::insider
