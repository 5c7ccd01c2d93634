// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/folder.h"

#include <memory>
#include <string>
#include <vector>

class QLockFile;

namespace designer::ui {

/// A text of the samples' page that is no sample of the workspace yet.
struct SampleDraft
{
    QString name;
    bool isPasted = true; ///< else what was typed into the sample of that name and is not saved
    std::string original; ///< as it was pasted; of a sample: what is saved of it
    std::string text; ///< as it was left
    bool operator==(const SampleDraft &) const = default;
};

/// Keeps such texts under `.local`, so that they outlive the window that they were typed into. Windows
/// that have one workspace open keep theirs apart, each behind a lock that is free again when its holder
/// ends. Blocking; for one thread at a time.
class SampleDrafts
{
public:
    explicit SampleDrafts(workspace::Folder folder);
    ~SampleDrafts();
    Q_DISABLE_COPY_MOVE(SampleDrafts)

    /// Takes a place, and brings together there what was left by windows that are gone. A file that
    /// cannot be read is set aside for people.
    [[nodiscard]] std::vector<SampleDraft> take();
    /// Replaces what is in the place. Errors: FileNotWritten.
    [[nodiscard]] Status write(const std::vector<SampleDraft> &drafts);
    /// Adds to it: for who has not seen what was left there.
    [[nodiscard]] Status add(const std::vector<SampleDraft> &drafts);

private:
    [[nodiscard]] bool takePlace();
    void gather(std::vector<SampleDraft> &drafts);
    [[nodiscard]] std::unique_ptr<QLockFile> lockOf(int place) const;
    [[nodiscard]] QString pathOf(int place) const;
    [[nodiscard]] std::vector<SampleDraft> read(int place) const;

    workspace::Folder m_folder;
    int m_place = 0; ///< from 1; 0: none was taken
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace designer::ui
