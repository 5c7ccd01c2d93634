// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tuple>

namespace designer::ui {

/// Which entry of the samples' page: a sample, by its name, or a pasted event that nobody has said to
/// keep yet, by its number. Made of nothing it names none.
struct SampleId
{
    int pasted = 0; ///< 0: it is a sample
    QString name; ///< of a sample

    [[nodiscard]] static SampleId ofSample(const QString &name) { return {0, name}; }
    [[nodiscard]] static SampleId ofPasted(int number) { return {number, {}}; }
    [[nodiscard]] bool isPasted() const { return pasted != 0; }
    [[nodiscard]] bool isNone() const { return pasted == 0 && name.isEmpty(); }
    bool operator==(const SampleId &) const = default;
};

[[nodiscard]] inline bool operator<(const SampleId &a, const SampleId &b)
{
    return std::tie(a.pasted, a.name) < std::tie(b.pasted, b.name);
}

} // namespace designer::ui
