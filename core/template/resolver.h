// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/path.h"

#include <QVarLengthArray>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace designer::tmpl {

/// Looks up many paths in one walk over an event. Gives for each path the value that
/// event::lookUp() gives for it alone; of a missing path it does not tell where it was sought.
/// Filled with add(), then sealed, then asked; once sealed it is safe to use from several threads.
class Resolver
{
public:
    Resolver();
    /// The number of \a path among the resolver's paths; equal paths have one number.
    std::uint32_t add(const event::Path &path);
    /// No path is added after this, none is looked up before.
    void seal();
    [[nodiscard]] std::size_t size() const { return m_paths.size(); }
    [[nodiscard]] const event::Path &path(std::uint32_t i) const { return m_paths[i]; }

    /// Writes one answer a path into \a answers, which is made as long as size().
    void resolve(const json::Value &event, std::vector<event::Lookup> &answers) const;

private:
    /// A name in three words. Names of up to 16 bytes are equal where their keys are; longer ones
    /// may differ in the middle.
    struct NameKey
    {
        NameKey() = default;
        explicit NameKey(std::string_view name);
        bool operator==(const NameKey &) const = default;
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        std::size_t length = 0;
    };
    /// What is asked of a step while the members of an object are gone through.
    struct Child
    {
        NameKey key;
        std::uint32_t step = 0;
        std::int32_t path = -1; ///< the path that ends here
        bool isLeaf = false; ///< nothing is sought below it
    };
    struct Step
    {
        std::string name;
        std::int32_t path = -1; ///< the path that ends here
        std::vector<Child> children; ///< sorted by name
        std::vector<std::pair<std::size_t, std::uint32_t>> indexes; ///< children that index an array, sorted
    };
    /// For each of a step's children the node of the member's value, 0 where the object has no such
    /// member. Most objects fit without touching the heap.
    using Slots = QVarLengthArray<std::uint32_t, 32>;

    /// A step by what is above it and its name.
    struct StepKey
    {
        std::uint32_t parent = 0;
        std::string name;
        bool operator==(const StepKey &) const = default;
    };
    struct StepView
    {
        std::uint32_t parent = 0;
        std::string_view name;
    };
    /// So that a step which is known is found without a copy of its name.
    struct StepHash
    {
        using is_transparent = void;
        std::size_t operator()(const StepView &step) const
        {
            return std::hash<std::string_view>()(step.name) + step.parent * std::size_t(0x9E3779B97F4A7C15u);
        }
        std::size_t operator()(const StepKey &step) const
        {
            return (*this)(StepView{step.parent, step.name});
        }
    };
    struct StepEqual
    {
        using is_transparent = void;
        template <typename A, typename B>
        bool operator()(const A &a, const B &b) const
        {
            return a.parent == b.parent && a.name == b.name;
        }
    };

    std::uint32_t child(std::uint32_t parent, const std::string &name);
    [[nodiscard]] const Child *findChild(const std::vector<Child> &sorted, std::string_view name) const;
    /// Answers what ends at \a child, and what lies below it.
    void answer(const Child &child, const json::Value &value, bool insideProperties,
                std::vector<event::Lookup> &answers) const;
    void descend(const Step &step, const json::Value &value, bool insideProperties,
                 std::vector<event::Lookup> &answers) const;
    void descendInto(const Step &step, const json::Value &array, bool insideProperties,
                     std::vector<event::Lookup> &answers) const;
    void matchMembers(const json::Value &object, const std::vector<Child> &children, Slots &found) const;

    std::vector<Step> m_steps; // the first is the root
    std::vector<event::Path> m_paths;
    std::unordered_map<StepKey, std::uint32_t, StepHash, StepEqual> m_known; // until it is sealed
};

} // namespace designer::tmpl
