// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret.h"
#include "secrets/standing.h"

#include <QString>

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace designer::secrets {

/// Takes secrets out of whatever is about to be shown: their values as they are and in the forms
/// in which they come back from servers and logs (JSON-escaped, percent-encoded and XML-escaped, also one
/// in another; hexadecimal; Base64, also within a longer text such as "user:VALUE").
///
/// A value of 6 bytes and more is masked wherever it stands. A shorter one is part of many a word that
/// has nothing to do with it: to mask it there would hide nothing, show by the gaps what it is, and leave a
/// text that nobody can read. It is masked where it stands for itself; see In.
///
/// It masks finished texts. Of a value that was cut short before, the beginning is recognised where `…` ends
/// it; cut without that sign it is not: mask first, cut then.
class Masker
{
public:
    /// What stands in place of a value.
    static constexpr std::string_view mark = "••••••";
    /// The length from which on a value is told from other words by itself.
    static constexpr std::size_t tellingLength = 6;

    /// What kind of text is masked, which decides on values that are shorter than that.
    enum class In : std::uint8_t {
        /// From outside, or on its way there. Masked is what stands alone; values of one or two bytes, which
        /// are hardly secret, and short credentials, only as a whole value.
        Data,
        Words, ///< A sentence of this program. Masked is what it quotes as a whole value.
        Names, ///< Names of places in a document. Nothing short is masked.
    };

    Masker() = default;
    /// \a credentials are known as such by their place alone (a header's name).
    explicit Masker(const Secrets &secrets, const Secrets &credentials = {});

    [[nodiscard]] std::string mask(std::string_view text, In in = In::Data) const;
    [[nodiscard]] QString mask(const QString &text, In in = In::Data) const;

private:
    struct Value
    {
        Secret secret;
        Standing inData = Standing::Anywhere;
    };
    void add(std::string_view value, Standing inData);
    void addCode(std::string &&code);
    [[nodiscard]] std::size_t longestAt(std::string_view text, std::size_t at, In in) const;
    [[nodiscard]] static std::size_t lengthAt(std::string_view text, std::size_t at, const Value &value,
                                              Standing standing);

    std::vector<Value> m_values;
    std::vector<Secret> m_codes; ///< other letters that stand for a value
    std::bitset<256> m_beginnings; ///< bytes with which any of it can begin
};

} // namespace designer::secrets
