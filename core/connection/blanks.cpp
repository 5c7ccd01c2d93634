// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/blanks.h"

#include "text/ascii.h"
#include "url/url.h"

#include <algorithm>
#include <array>

namespace designer::connection {

namespace {

constexpr std::string_view domain = "yourdomain.com";

/// The length of the longest beginning of \a text that consists of capitals, digits, `_`, `-` and \a joint
/// and ends with a letter or a digit.
std::size_t capitals(std::string_view text, char joint)
{
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text::isUpper(text[i]) || text::isDigit(text[i]))
            length = i + 1;
        else if (text[i] != '_' && text[i] != '-' && text[i] != joint)
            break;
    }
    return length;
}

std::size_t smallLetters(std::string_view text)
{
    const auto end = std::find_if_not(
        text.begin(), text.end(), [](char c) { return text::isLower(c) || text::isDigit(c) || c == '_'; });
    return static_cast<std::size_t>(end - text.begin());
}

/// The length of the blank word that stands in \a text at \a at; 0 where there is none.
std::size_t blankLength(std::string_view text, std::size_t at)
{
    const char before = at > 0 ? text[at - 1] : ' ';
    if (text::isLetterOrDigit(before) || before == '_')
        return 0;
    const std::string_view word = text.substr(at);
    if (word.starts_with(domain))
        return domain.size();
    constexpr std::size_t your = 4;
    if (word.size() <= your + 1)
        return 0;
    const char joint = word[your];
    if (word.starts_with("YOUR") && (joint == '_' || joint == '-' || joint == '/')
        && text::isUpper(word[your + 1]))
        return capitals(word, joint);
    const bool inPath = before == '#' || before == '.';
    return word.starts_with("your_") && text::isLower(word[your + 1]) && !inPath ? smallLetters(word) : 0;
}

/// Goes from one `your` or `YOUR` of a text to the next, and looks at each byte twice at most.
class Yours
{
public:
    explicit Yours(std::string_view text)
        : m_text(text), m_words{Word{"your", text.find("your")}, Word{"YOUR", text.find("YOUR")}}
    { }

    /// The first at \a from or after it; npos where there is none. \a from never goes back.
    std::size_t next(std::size_t from)
    {
        for (Word &word : m_words) {
            if (word.at != std::string_view::npos && word.at < from)
                word.at = m_text.find(word.word, from);
        }
        return std::min(m_words.front().at, m_words.back().at);
    }

private:
    struct Word
    {
        std::string_view word;
        std::size_t at;
    };
    std::string_view m_text;
    std::array<Word, 2> m_words;
};

void add(std::vector<Blank> &out, Blank::Where where, std::string_view text, const std::string &header = {})
{
    for (std::string &word : blankWords(text))
        out.push_back({where, header, std::move(word)});
}

/// The host of \a url where it is nobody's; else empty.
std::string_view exampleHost(std::string_view url)
{
    const auto parts = url::split(url);
    if (!parts)
        return {};
    const std::string_view host = parts->hostAndPort().substr(0, parts->hostAndPort().find(':'));
    constexpr std::string_view example = "example.com";
    const bool below = host.ends_with(example) && host.size() > example.size()
        && host[host.size() - example.size() - 1] == '.';
    return host == example || below ? host : std::string_view();
}

} // namespace

std::vector<std::string> blankWords(std::string_view text)
{
    std::vector<std::string> out;
    Yours yours(text);
    std::size_t at = yours.next(0);
    while (at != std::string_view::npos) {
        const std::size_t length = blankLength(text, at);
        const std::string_view word = text.substr(at, length);
        if (length > 0 && std::find(out.begin(), out.end(), word) == out.end())
            out.emplace_back(word);
        at = yours.next(at + std::max<std::size_t>(length, 1));
    }
    return out;
}

std::vector<Blank> blanks(const Connection &connection)
{
    std::vector<Blank> out;
    for (const Header &header : connection.headers())
        add(out, Blank::Where::Header, header.value, header.name);
    const std::string url = connection.url();
    if (const std::string_view host = exampleHost(url); !host.empty())
        out.push_back({Blank::Where::Url, {}, std::string(host)});
    add(out, Blank::Where::Url, url);
    add(out, Blank::Where::Body, connection.templateText());
    return out;
}

} // namespace designer::connection
