// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/duplicates.h"

#include "json/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <string>

namespace designer::json {

namespace {

/// Objects of more names are looked at name by name.
constexpr std::size_t smallObject = 48;

/// \a raw is a name with its quotes. Equal names have equal signatures; the ends of a name and its
/// length tell most others apart.
std::uint32_t nameSignature(std::string_view raw)
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

std::string_view rawName(std::string_view text, const Node &name)
{
    return text.substr(name.begin, name.end - name.begin);
}

/// Names of one object by what they mean: open addressing over a table that is never half full.
class Names
{
public:
    Names(std::string_view text, std::span<const Node> nodes, std::size_t count)
        : m_text(text), m_nodes(nodes), m_slots(std::bit_ceil(2 * count + 1)), m_mask(m_slots.size() - 1)
    { }

    /// The first of \a name's kind: \a name itself where it is new.
    std::uint32_t firstOf(std::uint32_t name)
    {
        const std::string_view meaning = meaningOf(name);
        const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(meaning));
        std::size_t at = hash & m_mask;
        for (; m_slots[at].name != 0; at = (at + 1) & m_mask) {
            if (m_slots[at].hash == hash && m_slots[at].meaning == meaning)
                return m_slots[at].name;
        }
        m_slots[at] = {meaning, hash, name};
        return name;
    }

private:
    struct Slot
    {
        std::string_view meaning;
        std::uint32_t hash = 0;
        std::uint32_t name = 0; ///< 0, which is no name, where the slot is free
    };

    /// Without quotes and escapes.
    std::string_view meaningOf(std::uint32_t name)
    {
        const std::string_view raw = rawName(m_text, m_nodes[name]);
        if (!m_nodes[name].escaped)
            return raw.substr(1, raw.size() - 2);
        return m_unescaped.emplace_back(unescaped(raw));
    }

    std::string_view m_text;
    std::span<const Node> m_nodes;
    std::vector<Slot> m_slots;
    std::size_t m_mask;
    std::deque<std::string> m_unescaped; ///< stays where it is when it grows
};

/// Compares unescaped names; in the order of the text, each with the first of its kind.
void findByName(std::string_view text, std::span<const Node> nodes, std::uint32_t object,
                std::vector<DuplicateKey> &out)
{
    const auto eachName = [&](auto visit) {
        for (std::uint32_t name = object + 1; name != nodes[object].next; name = nodes[name + 1].next)
            visit(name);
    };
    std::size_t count = 0;
    eachName([&](std::uint32_t) { ++count; });
    Names seen(text, nodes, count);
    eachName([&](std::uint32_t name) {
        if (const std::uint32_t first = seen.firstOf(name); first != name)
            out.push_back({first, name});
    });
}

/// Those of one object.
void findIn(std::string_view text, std::span<const Node> nodes, std::uint32_t object,
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

} // namespace

std::vector<DuplicateKey> findDuplicates(std::string_view text, std::span<const Node> nodes)
{
    std::vector<DuplicateKey> out;
    for (std::uint32_t node = 0; node < nodes.size(); ++node) {
        if (nodes[node].kind == Kind::Object)
            findIn(text, nodes, node, out);
    }
    std::sort(out.begin(), out.end(),
              [](const DuplicateKey &a, const DuplicateKey &b) { return a.second < b.second; });
    return out;
}

} // namespace designer::json
