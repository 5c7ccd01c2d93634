// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/ondemand.h"
#include "json/parseerror.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace designer::json {

class Places;
class Tokens;

/// Depth counts open brackets, the outermost being 1.
inline constexpr int maximumDepth = 512;

enum class Kind : std::uint8_t {
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,
    /// A token that ParseOptions::bareToken accepted where a value may stand.
    Bare,
};

/// One value, or one member name, of a JSON text: a span of bytes and its place in the tree.
///
/// Nodes stand in the order of the text. The children of an array are its elements; the children
/// of an object are, by turns, a name (Kind::String) and its value. `next` is the index of the
/// first node after this one's subtree, so the child after child `c` is node `nodes[c].next`.
struct Node
{
    std::uint32_t begin = 0; ///< offset of the first byte
    std::uint32_t end = 0; ///< offset after the last byte
    std::uint32_t next = 0;
    std::uint32_t parent = 0; ///< the root is its own parent
    Kind kind = Kind::Null;
    bool escaped = false; ///< a string that holds a backslash
    bool spaced = false; ///< a container with white space between its tokens, at any depth
};

/// Two members of one object that have the same name (compared after unescaping).
struct DuplicateKey
{
    std::uint32_t first = 0; ///< node of the earlier name
    std::uint32_t second = 0; ///< node of the later name: this one's value counts
};

struct ParseOptions
{
    /// Asked where a value may stand and no JSON token begins. Returns the length of a token of
    /// the caller's own at the beginning of `rest`, or 0.
    using BareToken = std::size_t (*)(std::string_view rest);
    BareToken bareToken = nullptr;
    /// Reads texts deeper than maximumDepth too: to know whether they are sound, no more. Nothing
    /// else in the program takes such a text.
    bool anyDepth = false;
};

/// The spans of one JSON text (strict RFC 8259, duplicate names kept). Owns nodes, never text: the
/// text must outlive the index. Meant to be reused: parse() keeps its memory, which makes reading
/// a million small texts as fast as one.
///
/// Texts of up to 4 GiB less one byte. Not thread safe; an index that is no longer changed may be
/// read from several threads.
///
/// Values hold its address, so it is neither copied nor moved.
class Index
{
public:
    Index();
    ~Index();
    Index(const Index &) = delete;
    Index &operator=(const Index &) = delete;

    /// Reads \a text. A UTF-8 byte order mark before it is passed over. False: error() says why,
    /// and the index is empty.
    ///
    /// \a utf8Checked: the caller has already checked that the text is valid UTF-8 (a caller that
    /// reads many lines checks them in one go).
    bool parse(std::string_view text, const ParseOptions &options = {}, bool utf8Checked = false);

    /// The same of \a line, a whole line of the block that \a tokens were found in, without options; of
    /// several, each stands after the one before. Where none were found, or the line is unsound, it is read
    /// as any text.
    bool parse(std::string_view line, Tokens &tokens);

    [[nodiscard]] const ParseError &error() const { return m_error; }
    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] std::span<const Node> nodes() const { return {m_nodes.data(), m_count}; }
    [[nodiscard]] const Node &node(std::uint32_t i) const { return m_nodes[i]; }
    [[nodiscard]] bool empty() const { return m_count == 0; }
    [[nodiscard]] std::string_view raw(std::uint32_t i) const
    {
        const Node &n = m_nodes[i];
        return m_text.substr(n.begin, n.end - n.begin);
    }
    /// In the order of the later name. Found when first asked for; valid until the next parse() or clear().
    [[nodiscard]] const std::vector<DuplicateKey> &duplicateKeys() const;
    /// The place of the byte at \a offset, as json::positionAt() gives it. The first question about
    /// a long text reads it once; each later one reads about a KiB.
    [[nodiscard]] Position positionAt(std::size_t offset) const;
    [[nodiscard]] bool hasByteOrderMark() const { return m_byteOrderMark; }
    void clear();

private:
    friend class TreeBuilder;
    void begin(std::string_view text);
    bool read(const ParseOptions &options, bool utf8Checked);

    std::string_view m_text;
    std::vector<Node> m_nodes; // as long as it ever was: the first m_count count
    std::uint32_t m_count = 0;
    ParseError m_error;
    bool m_byteOrderMark = false;
    OnDemand<std::vector<DuplicateKey>> m_duplicates;
    OnDemand<Places> m_places;
};

/// The offset of the first byte of \a text that is not valid UTF-8, or npos.
[[nodiscard]] std::size_t firstInvalidUtf8(std::string_view text);
/// Whether \a text is valid UTF-8 (simdjson's validator: several GB/s).
[[nodiscard]] bool isValidUtf8(std::string_view text);
/// The length of the UTF-8 byte order mark at the beginning of \a text: 3 or 0.
[[nodiscard]] std::size_t byteOrderMarkLength(std::string_view text);

} // namespace designer::json
