// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/masker.h"

#include "secrets/encodings.h"
#include "text/ascii.h"
#include "json/text.h"

#include <algorithm>
#include <array>

namespace designer::secrets {

namespace {

constexpr std::array escapings{Escaping::None, Escaping::Json, Escaping::Percent, Escaping::Xml};

std::size_t index(char c)
{
    return static_cast<unsigned char>(c);
}

/// Anybody tries these out in a moment.
constexpr std::size_t hardlySecret = 2;

bool isPunctuation(std::string_view value)
{
    return std::none_of(value.begin(), value.end(), [](char c) {
        return text::isLetterOrDigit(c) || static_cast<unsigned char>(c) >= 0x80;
    });
}

/// How \a value must stand in data; \a standing, where it is neither long enough to be told by itself nor
/// one of the signs with which values are told from each other.
Standing standingOf(std::string_view value, Standing standing)
{
    if (value.size() >= Masker::tellingLength)
        return Standing::Anywhere;
    return value.size() <= hardlySecret && isPunctuation(value) ? Standing::AllThereIs : standing;
}

} // namespace

Masker::Masker(const Secrets &secrets, const Secrets &credentials)
{
    for (const auto &[name, secret] : secrets)
        add(secret.reveal(), secret.reveal().size() > hardlySecret ? Standing::Alone : Standing::Whole);
    for (const auto &[name, credential] : credentials)
        add(credential.reveal(), Standing::Whole);
    if (m_values.empty())
        return;
    for (const char escape : {'\\', '%', '&', '+'})
        m_beginnings.set(index(escape));
}

/// \a inData counts for a short value alone.
void Masker::add(std::string_view value, Standing inData)
{
    if (value.empty())
        return;
    m_values.push_back({Secret(std::string(value)), standingOf(value, inData)});
    m_beginnings.set(index(value.front()));
    for (const bool alternative : {false, true}) {
        addCode(hexadecimal(value, alternative));
        for (std::string &core : base64Cores(value, alternative))
            addCode(std::move(core));
    }
}

void Masker::addCode(std::string &&code)
{
    if (code.size() >= tellingLength) {
        m_beginnings.set(index(code.front()));
        m_codes.emplace_back(std::move(code));
    } else {
        wipe(code);
    }
}

/// The length of the longest form of \a value that stands so at \a at; 0 for none.
std::size_t Masker::lengthAt(std::string_view text, std::size_t at, const Value &value, Standing standing)
{
    std::size_t longest = 0;
    if (!mayRead(text.substr(at), value.secret.reveal()))
        return 0;
    for (const Escaping outer : escapings) {
        for (const Escaping inner : escapings) {
            if (outer != Escaping::None && inner == Escaping::None)
                continue; // the other way round it is the same
            const std::size_t length = readingLength(text.substr(at), value.secret.reveal(), outer, inner);
            if (length > longest && stands(text, at, at + length, standing))
                longest = length;
        }
    }
    return longest;
}

/// The length of the longest form of a secret at \a at; 0 for none.
std::size_t Masker::longestAt(std::string_view text, std::size_t at, In in) const
{
    std::size_t longest = 0;
    for (const Secret &code : m_codes) {
        if (text.substr(at).starts_with(code.reveal()))
            longest = std::max(longest, code.reveal().size());
    }
    for (const Value &value : m_values) {
        const bool isShort = value.inData != Standing::Anywhere;
        if (isShort && in == In::Names)
            continue;
        const Standing standing
            = value.inData == Standing::Alone && in == In::Words ? Standing::Whole : value.inData;
        longest = std::max(longest, lengthAt(text, at, value, standing));
    }
    return longest;
}

std::string Masker::mask(std::string_view text, In in) const
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = m_beginnings.test(index(text[at])) ? longestAt(text, at, in) : 0;
        out += length > 0 ? mark : text.substr(at, 1);
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

QString Masker::mask(const QString &text, In in) const
{
    return json::toQString(mask(std::string_view(text.toStdString()), in));
}

} // namespace designer::secrets
