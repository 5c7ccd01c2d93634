// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/parseerror.h"
#include "json/writer.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace designer {

enum class Severity { Error, Warning, Info };

/// How a rule is known. From strong to weak, so that the weakest of several is the largest.
enum class Evidence {
    Captured, ///< Insider saved a real response for a real request
    Documented, ///< Insider documents it
    Derived, ///< a documented rule applied to a request that nobody printed
    Inferred, ///< the best reading, no direct evidence
    Undocumented, ///< nobody knows
    Ours, ///< no rule of Insider's: the program's own judgement
};

[[nodiscard]] std::string_view name(Severity severity);
[[nodiscard]] std::string_view name(Evidence evidence);
[[nodiscard]] std::optional<Evidence> evidenceFromName(std::string_view name);

/// A place in a connection file: an RFC 6901 pointer, and line and column of the value it names
/// (where the template is stored as a string: within the template's text).
struct TemplatePlace
{
    std::string pointer;
    json::Position position;
    bool operator==(const TemplatePlace &) const = default;
};

/// One diagnosis. A value; made in core, shown by the window and printed by the command line.
struct Finding
{
    std::string code; ///< stable, UPPER_SNAKE: `PARAM_CUSTOM_AT_ROOT`
    Severity severity = Severity::Warning;
    QString message; ///< for the person who reads it: what, why, and what it costs
    Evidence evidence = Evidence::Ours;
    std::optional<TemplatePlace> templatePlace;
    std::optional<std::string> payloadPointer;
    std::optional<QString> sample; ///< the event file, as the user named it
    std::optional<std::string> placeholder; ///< the path as written in the template
    std::optional<QString> fixTitle; ///< what would mend it, in a few words
    std::size_t more = 0; ///< not 0: stands for so many findings of its code that are not listed

    bool operator==(const Finding &) const = default;
};

using Findings = std::vector<Finding>;

/// So many findings of one code are listed for one connection or one event; a last one says how
/// many more there are.
inline constexpr std::size_t maximumOfOneCode = 1000;

/// Findings in the order in which they are added, of one code no more than maximumOfOneCode.
class FindingList
{
public:
    /// Counts one finding. False where it is beyond the maximum: then it need not be made, and
    /// must not be added.
    [[nodiscard]] bool hasRoom(std::string_view code, Severity severity);
    /// Adds a finding for which hasRoom() gave true.
    void add(Finding finding) { m_findings.push_back(std::move(finding)); }
    /// Adds those for which there is room. Those that stand for more are counted as such.
    void addAll(Findings findings);
    /// The findings, and at their end one for each code that has more.
    [[nodiscard]] Findings taken() &&;

private:
    struct Count
    {
        std::size_t listed = 0;
        std::size_t more = 0;
        Severity worst = Severity::Info; ///< of those not listed
    };
    Findings m_findings;
    std::map<std::string, Count, std::less<>> m_counts;
};

/// \a findings with no more of one code than maximumOfOneCode.
[[nodiscard]] Findings capped(Findings findings);

/// The shape that `--json` promises: keys may be added, never renamed.
void write(json::Writer &writer, const Finding &finding);
void write(json::Writer &writer, const Findings &findings);

struct FindingCounts
{
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t infos = 0;
};
[[nodiscard]] FindingCounts count(const Findings &findings);

} // namespace designer
