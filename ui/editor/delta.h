// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/edit.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace designer::ui {

/// An edit together with what it removed: enough to undo it.
struct Delta
{
    json::TextEdit edit;
    std::string removed;
};

/// The smallest edit of whole characters that makes \a after of \a before, \a offset bytes into
/// the text; nothing where they are equal.
[[nodiscard]] std::optional<Delta> smallestDelta(std::string_view before, std::string_view after,
                                                 std::size_t offset = 0);

/// Gathers the modifications of one user action into one edit that covers them, so that typing
/// over a selection is one change and not a removal and an insertion.
///
/// Each modification is told before it happens, with places as they are at that moment.
class Gathering
{
public:
    /// Reads bytes of the present text.
    using Read = std::function<std::string(std::size_t begin, std::size_t end)>;

    explicit Gathering(Read read);
    void beforeInsertion(std::size_t at, std::size_t length);
    void beforeRemoval(std::size_t at, std::size_t length);
    [[nodiscard]] bool isEmpty() const { return !m_active; }
    /// What came of it, and begins anew.
    std::optional<Delta> take();

private:
    void cover(std::size_t begin, std::size_t end);

    Read m_read;
    bool m_active = false;
    std::size_t m_begin = 0;
    std::size_t m_length = 0; ///< of the covered range as it is now
    std::string m_before; ///< of the covered range as it was
};

} // namespace designer::ui
