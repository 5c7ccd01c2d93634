// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/duplicates.h"

#include "json/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <unordered_map>

namespace designer::json {

namespace {

constexpr std::size_t smallObject = 48;

std::string_view rawName(std::string_view text, const Node &name)
{
    return text.substr(name.begin, name.end - name.begin);
}

/// Equal names have equal signatures; the ends of a name (a quote at least) and its length tell
/// most others apart.
std::uint32_t signature(std::string_view raw)
{
    std::uint64_t bits = 0;
    if (raw.size() >= 4) {
        // Without the quotes where four bytes are left; else the two halves overlap.
        const std::ptrdiff_t quote = raw.size() >= 6 ? 1 : 0;
        std::uint32_t head = 0;
        std::uint32_t tail = 0;
        std::memcpy(&head, raw.data() + quote, 4);
        std::memcpy(&tail, raw.data() + raw.size() - 4 - quote, 4);
        bits = head ^ (static_cast<std::uint64_t>(tail) << 21);
    } else {
        bits = static_cast<unsigned char>(raw[1]);
    }
    bits = (bits + raw.size()) * 0x9E3779B97F4A7C15u;
    return static_cast<std::uint32_t>(bits >> 32);
}

/// Compares unescaped names; in the order of the text, each with the first of its kind.
void findByName(std::string_view text, std::span<const Node> nodes, std::uint32_t object,
                std::vector<DuplicateKey> &out)
{
    std::unordered_map<std::string, std::uint32_t> seen;
    for (std::uint32_t name = object + 1; name != nodes[object].next; name = nodes[name + 1].next) {
        const auto [first, isNew] = seen.try_emplace(unescaped(rawName(text, nodes[name])), name);
        if (!isNew)
            out.push_back({first->second, name});
    }
}

} // namespace

void findDuplicates(std::string_view text, std::span<const Node> nodes, std::uint32_t object,
                    std::vector<DuplicateKey> &out)
{
    std::array<std::uint32_t, smallObject> signatures; // the first `count` are set
    std::size_t count = 0;
    std::uint64_t seen = 0; // one bit a signature: most names need no comparison at all
    for (std::uint32_t name = object + 1; name != nodes[object].next; name = nodes[name + 1].next) {
        if (count == smallObject || nodes[name].escaped)
            return findByName(text, nodes, object, out);
        const std::uint32_t mine = signature(rawName(text, nodes[name]));
        const std::uint64_t bit = std::uint64_t(1) << (mine >> 26);
        const auto end = signatures.begin() + count;
        if ((seen & bit) != 0 && std::find(signatures.begin(), end, mine) != end)
            return findByName(text, nodes, object, out);
        seen |= bit;
        signatures[count++] = mine;
    }
}

} // namespace designer::json
