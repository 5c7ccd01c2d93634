// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/headers.h"

#include "insider/catalogue.h"
#include "insider/formats.h"
#include "insider/mends.h"
#include "insider/wording.h"
#include "template/contenttype.h"
#include "text/ascii.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::insider {

namespace {

constexpr std::string_view partnerName = "X-PARTNER-NAME";
constexpr std::string_view tokenName = "X-REQUEST-TOKEN";
constexpr std::string_view contentTypeName = "Content-Type";
constexpr std::string_view jsonType = "application/json";

/// Only the moment of sending knows what stands there.
bool isFilledLater(std::string_view value)
{
    return value.find("{{secret:") != std::string_view::npos || value.find("##") != std::string_view::npos;
}

const Header *find(const std::vector<Header> &headers, std::string_view name)
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const Header &header) {
        return text::equalsIgnoringCase(header.name, name);
    });
    return found == headers.end() ? nullptr : &*found;
}

bool isWrongPartner(std::string_view value)
{
    return hasUpperCase(value) || value.find_first_of(" \t") != std::string_view::npos;
}

bool isJsonType(std::string_view contentType)
{
    return tmpl::mediaType(contentType) == jsonType;
}

/// Gathers the findings of one set of headers.
class HeaderCheck
{
public:
    HeaderCheck(const std::vector<Header> &headers, std::optional<std::string_view> contentType)
        : m_headers(headers), m_contentType(contentType)
    { }

    std::vector<HeaderFinding> run()
    {
        for (const std::string &name : catalogue().requiredHeaders)
            checkRequired(name);
        checkPartner();
        checkContentType();
        for (const Header &header : m_headers)
            checkForeign(header);
        return std::move(m_out);
    }

private:
    void report(Rule rule, std::string_view header, const QStringList &words)
    {
        m_out.push_back({findingOf(rule, words), std::string(header)});
    }

    void checkRequired(const std::string &name)
    {
        const Header *header = find(m_headers, name);
        if (!header)
            report(Rule::HeaderMissing, name, {shown(name)});
        else if (isBlank(header->value))
            report(Rule::HeaderEmpty, header->name, {shown(name)});
    }

    void checkPartner()
    {
        const Header *header = find(m_headers, partnerName);
        if (!header || isBlank(header->value) || isFilledLater(header->value)
            || !isWrongPartner(header->value))
            return;
        report(Rule::HeaderPartnerCase, header->name,
               {shown(header->value), shown(mendedPartner(header->value))});
    }

    void checkContentType()
    {
        const Header *header = find(m_headers, contentTypeName);
        if (m_contentType) {
            checkSetting(header, m_contentType->empty() ? jsonType : *m_contentType);
        } else if (!header) {
            report(Rule::HeaderContentType, contentTypeName,
                   {QCoreApplication::translate("Insider", "missing")});
        } else if (!isJsonType(header->value)) {
            report(Rule::HeaderContentType, header->name, {u'“' + shown(header->value) + u'”'});
        }
    }

    void checkSetting(const Header *header, std::string_view setting)
    {
        if (!isJsonType(setting))
            report(Rule::HeaderContentType, {}, {u'“' + shown(setting) + u'”'});
        if (header && tmpl::mediaType(header->value) != tmpl::mediaType(setting))
            report(Rule::HeaderContentTypeDiffers, header->name, {shown(header->value), shown(setting)});
    }

    void checkForeign(const Header &header)
    {
        const auto &foreign = catalogue().foreignHeaders;
        if (std::any_of(foreign.begin(), foreign.end(),
                        [&](const std::string &name) { return text::equalsIgnoringCase(name, header.name); }))
            report(Rule::HeaderForeign, header.name, {shown(header.name)});
    }

    const std::vector<Header> &m_headers;
    std::optional<std::string_view> m_contentType;
    std::vector<HeaderFinding> m_out;
};

} // namespace

std::vector<HeaderFinding> checkHeaders(const std::vector<Header> &headers,
                                        std::optional<std::string_view> contentType)
{
    return HeaderCheck(headers, contentType).run();
}

HeaderVerdict judgeHeaders(const std::vector<Header> &headers)
{
    const auto isMissing = [](const Header *header) { return !header || isBlank(header->value); };
    const Header *partner = find(headers, partnerName);
    const bool isPartnerMissing = isMissing(partner);
    if (!isPartnerMissing && isWrongPartner(partner->value))
        return HeaderVerdict::PartnerInvalid;
    const Header *contentType = find(headers, contentTypeName);
    if (!contentType || !isJsonType(contentType->value))
        return HeaderVerdict::ContentType;
    if (isPartnerMissing)
        return HeaderVerdict::PartnerMissing;
    return isMissing(find(headers, tokenName)) ? HeaderVerdict::TokenMissing : HeaderVerdict::Fine;
}

} // namespace designer::insider
