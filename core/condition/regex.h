// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <optional>
#include <string_view>

namespace designer::condition {

/// Yes, no, or: the limits were exceeded and nobody knows.
enum class Outcome { No, Yes, LimitExceeded };

inline Outcome outcomeOf(bool yes)
{
    return yes ? Outcome::Yes : Outcome::No;
}

/// Why a pattern does not compile.
struct RegexFault
{
    QString reason; ///< PCRE2's words
    qsizetype offset = 0; ///< how many characters of the user's pattern had been read
};

/// A regular expression (PCRE2 with Unicode, searched for anywhere) that cannot hang the program:
/// steps, memory and time are limited, and the pattern cannot raise the limits. Immutable once
/// made; may be used from several threads.
class Regex
{
public:
    Regex() = default;
    /// \a pattern is UTF-8, as the user wrote it.
    Regex(std::string_view pattern, bool ignoreCase);

    [[nodiscard]] const std::optional<RegexFault> &fault() const { return m_fault; }
    /// \a given is valid UTF-8.
    [[nodiscard]] Outcome test(std::string_view given) const;

private:
    /// How a long text is searched.
    enum class Search { AtOnce, PlaceByPlace, NotAtAll };

    [[nodiscard]] Outcome testAtOnce(const QString &text) const;
    [[nodiscard]] Outcome testPlaceByPlace(const QString &text) const;
    void findFault(const QString &pattern, qsizetype insertedAt, qsizetype insertedLength);

    QRegularExpression m_fast;
    QRegularExpression m_thorough;
    std::optional<RegexFault> m_fault;
    bool m_ignoreCase = false;
    Search m_longTexts = Search::AtOnce;
};

} // namespace designer::condition
