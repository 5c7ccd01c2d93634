// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/duplicates.h"

#include "json/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace designer::json {

namespace {

constexpr std::size_t smallObject = 48;

std::string_view rawName(std::string_view text, const Node &name)
{
    return text.substr(name.begin, name.end - name.begin);
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
        const std::uint32_t mine = nameSignature(rawName(text, nodes[name]));
        const std::uint64_t bit = std::uint64_t(1) << (mine >> 26);
        const auto end = signatures.begin() + count;
        if ((seen & bit) != 0 && std::find(signatures.begin(), end, mine) != end)
            return findByName(text, nodes, object, out);
        seen |= bit;
        signatures[count++] = mine;
    }
}

} // namespace designer::json
