// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/rule.h"

#include <array>

namespace designer::insider {

namespace {

constexpr std::array<std::string_view, ruleCount> ruleNames{
    "jsonInvalid",
    "bodyTooLarge",
    "payloadTooDeep",
    "rootNotObject",
    "usersMissing",
    "usersNotArray",
    "usersEmpty",
    "usersTooMany",
    "rootKeyUndocumented",
    "flagType",
    "callbackInsecure",
    "callbackNoUrl",
    "skipHookHistory",
    "gdprBatch",
    "methodWrong",
    "endpointWrong",
    "endpointHost",
    "endpointDestructive",
    "endpointInsecure",
    "headerPartnerCase",
    "headerContentType",
    "headerContentTypeDiffers",
    "headerForeign",
    "headerMissing",
    "headerEmpty",
    "userNotObject",
    "userEmpty",
    "userOnlyObjectAttributes",
    "userKeyUndocumented",
    "userKeyMisplaced",
    "identifierMissing",
    "userDuplicate",
    "identifierChange",
    "insiderIdType",
    "identifiersType",
    "identifierType",
    "identifierKeyUnknown",
    "emailInvalid",
    "emailSuspect",
    "phoneInvalid",
    "uuidType",
    "customIdentifierType",
    "customIdentifierContainer",
    "identifierEmpty",
    "identifierNull",
    "identifierPlaceholder",
    "identifierUnfilled",
    "identifierShared",
    "identifierShortName",
    "attributesType",
    "attributesEmpty",
    "containerNull",
    "attributeType",
    "attributeEmpty",
    "attributeEmptyFormatted",
    "attributeNull",
    "attributeCustomAtRoot",
    "attributeMisspelt",
    "attributeForeign",
    "attributeShortName",
    "attributeRenamed",
    "attributeDefaultInCustom",
    "identifierInAttributes",
    "attributePhoneFormat",
    "birthdayFormat",
    "countryFormat",
    "languageFormat",
    "gdprOptOut",
    "customEmpty",
    "customType",
    "customValueType",
    "customPrefix",
    "appendConflict",
    "appendLevel",
    "notAppendArray",
    "eventsType",
    "eventsEmpty",
    "eventType",
    "eventNameMissing",
    "eventNameType",
    "eventNameInvalid",
    "eventMisplaced",
    "timestampMissing",
    "timestampFormat",
    "timestampFuture",
    "eventOld",
    "eventSameTimestamp",
    "purchaseName",
    "paramsType",
    "parameterRequired",
    "parameterRequiredBlank",
    "parameterTable",
    "parameterTableBlank",
    "parameterType",
    "parameterTypeContradicted",
    "parameterUrl",
    "parameterCustomAtRoot",
    "parameterMisnamed",
    "parameterSdkName",
    "parameterShortName",
    "itemsArray",
    "itemsArrayInCustom",
    "currencyFormat",
    "identifierInParameters",
    "customParametersType",
    "objectType",
    "objectFieldMissing",
    "objectActionUnknown",
    "objectRemoveAll",
};

} // namespace

std::string_view name(Rule rule)
{
    return ruleNames[static_cast<std::size_t>(rule)];
}

std::optional<Rule> ruleFromName(std::string_view name)
{
    for (std::size_t i = 0; i < ruleNames.size(); ++i) {
        if (ruleNames[i] == name)
            return static_cast<Rule>(i);
    }
    return std::nullopt;
}

} // namespace designer::insider
