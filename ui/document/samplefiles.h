// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/samplestore.h"

#include <map>
#include <string>
#include <vector>

// What is done with samples and their files. All that touches the disk is for its queue.
namespace designer::ui {

/// Not saved yet, and made of nothing else.
[[nodiscard]] Sample sampleOf(const QString &name, std::string text);
/// The same with another text.
[[nodiscard]] Sample changedTo(const Sample &sample, const std::string &text);
/// In the order in which they are listed.
[[nodiscard]] bool before(const Sample &a, const Sample &b);

[[nodiscard]] Sample readSample(const workspace::Folder &folder, workspace::StoredFile file);
/// What is in the files that are not \a known, or say something else now.
[[nodiscard]] std::vector<Sample> othersSamples(const workspace::Folder &folder,
                                                const std::map<QString, OnDisk> &known);
[[nodiscard]] Status saveText(const workspace::Folder &folder, const QString &name, const std::string &text,
                              const OnDisk &onDisk);
/// With what it was made of, where that is not on the disk yet.
[[nodiscard]] Status saveWhole(const workspace::Folder &folder, const QString &name, const std::string &text,
                               const OnDisk &onDisk, std::string &original);
/// What the sample \a name was made of; \a kept, where the disk does not have it yet.
[[nodiscard]] Result<std::string> originalOf(const workspace::Folder &folder, const QString &name,
                                             const std::string &kept);

struct Renamed
{
    Status status;
    bool isThere = false; ///< the file, under its old name, though it should not be
};
[[nodiscard]] Renamed renameSampleFile(const workspace::Folder &folder, const QString &from,
                                       const QString &to);

} // namespace designer::ui
