// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/mends.h"

#include "insider/catalogue.h"
#include "insider/formats.h"
#include "text/ascii.h"
#include "json/text.h"

#include <algorithm>

namespace designer::insider {

HeaderRemedy headerRemedy(const Finding &finding, std::string_view value)
{
    const auto is = [&](Rule rule) { return finding.code == catalogue().row(rule).code; };
    if (is(Rule::HeaderPartnerCase))
        return {HeaderMend::Replace, mendedPartner(value)};
    if (is(Rule::HeaderEmpty) && isBlank(value))
        return {HeaderMend::FillIn};
    if (is(Rule::HeaderForeign) || is(Rule::HeaderContentTypeDiffers))
        return {HeaderMend::Remove};
    return {};
}

std::vector<std::string> missingHeaders(const std::vector<Header> &headers)
{
    std::vector<std::string> out;
    const std::vector<std::string> &required = catalogue().requiredHeaders;
    std::copy_if(required.begin(), required.end(), std::back_inserter(out), [&](const std::string &name) {
        return std::none_of(headers.begin(), headers.end(), [&](const Header &header) {
            return text::equalsIgnoringCase(header.name, name);
        });
    });
    return out;
}

std::string mendedPartner(std::string_view value)
{
    QString out = json::toQString(value).toLower();
    out.remove(QChar(0x307)); // what is left of the capital I with its dot
    out.remove(u' ').remove(u'\t');
    return json::toStd(out);
}

bool isPartnerBlank(std::string_view word)
{
    return word == "your_partner_name";
}

std::string upsertAddress()
{
    return "https://" + catalogue().endpointHost + catalogue().endpointPath;
}

std::optional<std::string> mendedSetting(const Finding &finding, std::string_view url)
{
    constexpr std::string_view insecure = "http://";
    if (finding.code == catalogue().row(Rule::HeaderContentType).code)
        return "application/json";
    if (finding.code != catalogue().row(Rule::EndpointWrong).code)
        return std::nullopt;
    const bool isInsecure = finding.severity == catalogue().row(Rule::EndpointInsecure).severity
        && text::equalsIgnoringCase(url.substr(0, insecure.size()), insecure);
    return isInsecure ? "https://" + std::string(url.substr(insecure.size())) : upsertAddress();
}

} // namespace designer::insider
