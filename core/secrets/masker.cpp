// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/masker.h"

#include "secrets/encodings.h"
#include "json/text.h"

#include <algorithm>

namespace designer::secrets {

namespace {

/// Shorter forms of this kind would be found in texts that have nothing to do with the secret.
constexpr std::size_t shortestCode = 6;

std::string jsonEscaped(std::string_view value)
{
    std::string out;
    json::appendEscaped(out, value);
    return out;
}

std::size_t index(char c)
{
    return static_cast<unsigned char>(c);
}

} // namespace

Masker::Masker(const Secrets &secrets)
{
    for (const auto &[name, secret] : secrets) {
        const std::string_view value = secret.reveal();
        if (value.empty())
            continue;
        m_values.emplace_back(std::string(value));
        m_beginnings.set(index(value.front()));
        std::string once = jsonEscaped(value);
        add(jsonEscaped(once), 1);
        wipe(once);
        for (const bool alternative : {false, true}) {
            add(hexadecimal(value, alternative), shortestCode);
            for (std::string &core : base64Cores(value, alternative))
                add(std::move(core), shortestCode);
        }
    }
    if (m_values.empty())
        return;
    for (const char escape : {'\\', '%', '&', '+'})
        m_beginnings.set(index(escape));
}

void Masker::add(std::string &&form, std::size_t shortest)
{
    if (form.size() >= shortest) {
        m_beginnings.set(index(form.front()));
        m_forms.emplace_back(std::move(form));
    } else {
        wipe(form);
    }
}

/// The length of the longest form of a secret that \a text begins with; 0 for none.
std::size_t Masker::longestAt(std::string_view text) const
{
    std::size_t longest = 0;
    for (const Secret &form : m_forms) {
        if (text.starts_with(form.reveal()))
            longest = std::max(longest, form.reveal().size());
    }
    for (const Secret &secret : m_values) {
        const std::string_view value = secret.reveal();
        if (text.starts_with(value))
            longest = std::max(longest, value.size());
        for (const Escaping escaping : {Escaping::Json, Escaping::Percent, Escaping::Xml})
            longest = std::max(longest, escapedLength(text, value, escaping));
        longest = std::max(longest, twiceEscapedLength(text, value));
    }
    return longest;
}

std::string Masker::mask(std::string_view text) const
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = m_beginnings.test(index(text.front())) ? longestAt(text) : 0;
        out += length > 0 ? mark : text.substr(0, 1);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

QString Masker::mask(const QString &text) const
{
    return json::toQString(mask(std::string_view(text.toStdString())));
}

} // namespace designer::secrets
