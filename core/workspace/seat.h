// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/drafts.h"

#include <memory>

class QLockFile;

namespace designer::workspace {

/// The place of one running program at a workspace that several may have open at once, so that each
/// keeps its unsaved work apart from the others'. Held by a lock in `.local`, which is free again when
/// its holder ends, however it ends.
class Seat
{
public:
    Seat();
    ~Seat();
    Seat(Seat &&other) noexcept;
    Seat &operator=(Seat &&other) noexcept;
    Q_DISABLE_COPY(Seat)

    /// The first that is free. Errors: FileNotWritten, where nothing can be written there.
    [[nodiscard]] static Result<Seat> take(const Folder &folder);
    /// From 1; 0: none was taken.
    [[nodiscard]] int number() const { return m_number; }
    /// The unsaved work of whoever sits there; without a seat, what was left at the first.
    [[nodiscard]] Drafts drafts(const Folder &folder) const;
    /// Whether programs run at others than \a number.
    [[nodiscard]] static bool othersAreTaken(const Folder &folder, int number);
    /// Brings the unsaved work of programs that ended before they could save it to this seat. Where
    /// there are two versions of one connection, the second becomes a connection of its own.
    void takeOverAbandoned(const Folder &folder) const;

private:
    int m_number = 0;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace designer::workspace
