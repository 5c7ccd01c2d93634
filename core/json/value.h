// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"
#include "json/text.h"

#include <optional>
#include <string>
#include <string_view>

namespace designer::json {

class Elements;
class Members;

/// A cursor on one value of an Index: cheap to copy, valid while the index and its text are.
/// A default-constructed Value is no value at all and answers every question with "nothing".
class Value
{
public:
    Value() = default;
    Value(const Index *index, std::uint32_t node) : m_index(index), m_node(node) { }

    explicit operator bool() const { return m_index != nullptr; }
    bool operator==(const Value &) const = default;

    [[nodiscard]] const Index *index() const { return m_index; }
    [[nodiscard]] std::uint32_t node() const { return m_node; }
    [[nodiscard]] Kind kind() const { return m_index ? m_index->node(m_node).kind : Kind::Null; }
    [[nodiscard]] bool is(Kind k) const { return m_index && kind() == k; }
    [[nodiscard]] bool isObject() const { return is(Kind::Object); }
    [[nodiscard]] bool isArray() const { return is(Kind::Array); }
    [[nodiscard]] bool isString() const { return is(Kind::String); }
    [[nodiscard]] bool isNumber() const { return is(Kind::Number); }
    [[nodiscard]] bool isNull() const { return is(Kind::Null); }
    [[nodiscard]] bool isBool() const { return is(Kind::True) || is(Kind::False); }
    [[nodiscard]] bool isTrue() const { return is(Kind::True); }
    [[nodiscard]] bool isContainer() const { return isObject() || isArray(); }

    /// Offsets in the index's text.
    [[nodiscard]] std::size_t begin() const { return m_index ? m_index->node(m_node).begin : 0; }
    [[nodiscard]] std::size_t end() const { return m_index ? m_index->node(m_node).end : 0; }
    /// The bytes as they stand in the text (a string with its quotes and escapes).
    [[nodiscard]] std::string_view raw() const { return m_index ? m_index->raw(m_node) : std::string_view(); }
    /// A string's value, unescaped (UTF-8); of anything else the bytes as they stand.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] Position position() const;

    /// The number of elements or members.
    [[nodiscard]] std::size_t size() const;
    /// The value of the member of that name; of duplicates the last. No value where there is none.
    [[nodiscard]] Value find(std::string_view name) const;
    /// The element with that index.
    [[nodiscard]] Value at(std::size_t index) const;
    [[nodiscard]] Elements elements() const;
    [[nodiscard]] Members members() const;

    /// The value around this one; no value for the root.
    [[nodiscard]] Value parent() const;
    /// Whether this is the name of a member, and not a value.
    [[nodiscard]] bool isMemberName() const;
    /// RFC 6901. A member whose name stands twice has the pointer of its name.
    [[nodiscard]] std::string pointer() const;

private:
    const Index *m_index = nullptr;
    std::uint32_t m_node = 0;
};

struct Member
{
    Value name; ///< always a string
    Value value;
    [[nodiscard]] std::string nameText() const { return name.text(); }
};

/// The elements of an array, for range-for. Empty where the value is no array.
class Elements
{
public:
    explicit Elements(const Value &array);
    class Iterator
    {
    public:
        Iterator(const Index *index, std::uint32_t node) : m_index(index), m_node(node) { }
        Value operator*() const { return {m_index, m_node}; }
        Iterator &operator++()
        {
            m_node = m_index->node(m_node).next;
            return *this;
        }
        bool operator==(const Iterator &) const = default;

    private:
        const Index *m_index;
        std::uint32_t m_node;
    };
    [[nodiscard]] Iterator begin() const { return {m_index, m_first}; }
    [[nodiscard]] Iterator end() const { return {m_index, m_last}; }

private:
    const Index *m_index = nullptr;
    std::uint32_t m_first = 0;
    std::uint32_t m_last = 0;
};

/// The members of an object in the order of the text, duplicates included, for range-for.
class Members
{
public:
    explicit Members(const Value &object);
    class Iterator
    {
    public:
        Iterator(const Index *index, std::uint32_t node) : m_index(index), m_node(node) { }
        Member operator*() const { return {{m_index, m_node}, {m_index, m_node + 1}}; }
        Iterator &operator++()
        {
            m_node = m_index->node(m_node + 1).next;
            return *this;
        }
        bool operator==(const Iterator &) const = default;

    private:
        const Index *m_index;
        std::uint32_t m_node;
    };
    [[nodiscard]] Iterator begin() const { return {m_index, m_first}; }
    [[nodiscard]] Iterator end() const { return {m_index, m_last}; }

private:
    const Index *m_index = nullptr;
    std::uint32_t m_first = 0;
    std::uint32_t m_last = 0;
};

} // namespace designer::json
