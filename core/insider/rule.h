// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace designer::insider {

/// The rules by the name of their row in the catalogue: Rule::UsersMissing is the row "usersMissing".
/// Code decides whether a rule is broken; what that is called, how it is known, what it costs and
/// what to say stands in the row.
enum class Rule : std::uint8_t {
    JsonInvalid,
    BodyTooLarge,
    PayloadTooDeep,
    RootNotObject,
    UsersMissing,
    UsersNotArray,
    UsersEmpty,
    UsersTooMany,
    RootKeyUndocumented,
    FlagType,
    CallbackInsecure,
    CallbackNoUrl,
    SkipHookHistory,
    GdprBatch,
    MethodWrong,
    EndpointWrong,
    EndpointHost,
    EndpointDestructive,
    EndpointInsecure,
    HeaderPartnerCase,
    HeaderContentType,
    HeaderContentTypeDiffers,
    HeaderForeign,
    HeaderMissing,
    HeaderEmpty,
    UserNotObject,
    UserEmpty,
    UserOnlyObjectAttributes,
    UserKeyUndocumented,
    UserKeyMisplaced,
    IdentifierMissing,
    UserDuplicate,
    IdentifierChange,
    InsiderIdType,
    IdentifiersType,
    IdentifierType,
    IdentifierKeyUnknown,
    EmailInvalid,
    EmailSuspect,
    PhoneInvalid,
    UuidType,
    CustomIdentifierType,
    CustomIdentifierContainer,
    IdentifierEmpty,
    IdentifierNull,
    IdentifierPlaceholder,
    IdentifierUnfilled,
    IdentifierShared,
    IdentifierShortName,
    AttributesType,
    AttributesEmpty,
    ContainerNull,
    AttributeType,
    AttributeEmpty,
    AttributeEmptyFormatted,
    AttributeNull,
    AttributeCustomAtRoot,
    AttributeMisspelt,
    AttributeForeign,
    AttributeShortName,
    AttributeRenamed,
    AttributeDefaultInCustom,
    IdentifierInAttributes,
    AttributePhoneFormat,
    BirthdayFormat,
    CountryFormat,
    LanguageFormat,
    GdprOptOut,
    CustomEmpty,
    CustomType,
    CustomValueType,
    CustomPrefix,
    AppendConflict,
    AppendLevel,
    NotAppendArray,
    EventsType,
    EventsEmpty,
    EventType,
    EventNameMissing,
    EventNameType,
    EventNameInvalid,
    EventMisplaced,
    TimestampMissing,
    TimestampFormat,
    TimestampFuture,
    EventOld,
    EventSameTimestamp,
    PurchaseName,
    ParamsType,
    ParameterRequired,
    ParameterRequiredBlank,
    ParameterTable,
    ParameterTableBlank,
    ParameterType,
    ParameterTypeContradicted,
    ParameterUrl,
    ParameterCustomAtRoot,
    ParameterMisnamed,
    ParameterSdkName,
    ParameterShortName,
    ItemsArray,
    ItemsArrayInCustom,
    CurrencyFormat,
    IdentifierInParameters,
    CustomParametersType,
    ObjectType,
    ObjectFieldMissing,
    ObjectActionUnknown,
    ObjectRemoveAll,
};
inline constexpr std::size_t ruleCount = static_cast<std::size_t>(Rule::ObjectRemoveAll) + 1;

[[nodiscard]] std::string_view name(Rule rule);
[[nodiscard]] std::optional<Rule> ruleFromName(std::string_view name);

/// What Insider does where the rule is broken.
enum class Effect : std::uint8_t {
    None, ///< has no bearing on the answer
    Accepted, ///< takes the user all the same
    Rejects, ///< rejects the user, in words that are known
    Table, ///< rejects the user if the parameter table is enforced, takes it if not
    TableUnknown, ///< takes the user; if the table is enforced, nobody knows
    Unknown, ///< nobody knows
    Request, ///< refuses the whole request
};

/// One row of the catalogue's "rules".
struct RuleRow
{
    std::string code; ///< of the finding
    Severity severity = Severity::Warning;
    Evidence evidence = Evidence::Inferred; ///< for the finding
    Effect effect = Effect::Accepted;
    Evidence basis = Evidence::Inferred; ///< for the effect: what a prediction that rests on it is worth
    bool silent = false; ///< Insider accepts it and loses it
    bool aboutName = false; ///< about a member's name or place, whatever its value
    bool strict = false; ///< a documented type, format or limit: Profile::Strict rejects the user
    std::string message; ///< %1, %2 ...: what the rule saw
    std::string fix; ///< empty: nothing short to say
};

} // namespace designer::insider
