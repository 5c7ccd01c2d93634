// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret.h"

#include <QString>

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace designer::secrets {

/// Takes secrets out of whatever is about to be shown: their values as they are and in the forms
/// in which they come back from servers and logs (JSON-escaped, once and twice; percent-encoded;
/// XML-escaped; hexadecimal; Base64, also within a longer text such as "user:VALUE").
///
/// It masks finished texts. A form cut short by a limit is not recognised: mask first, cut then.
class Masker
{
public:
    /// What stands in place of a value.
    static constexpr std::string_view mark = "••••••";

    Masker() = default;
    explicit Masker(const Secrets &secrets);

    [[nodiscard]] std::string mask(std::string_view text) const;
    [[nodiscard]] QString mask(const QString &text) const;

private:
    void add(std::string &&form, std::size_t shortest);
    [[nodiscard]] std::size_t longestAt(std::string_view text) const;

    std::vector<Secret> m_values;
    std::vector<Secret> m_forms;
    std::bitset<256> m_beginnings; ///< bytes with which a form can begin
};

} // namespace designer::secrets
