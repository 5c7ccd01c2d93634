// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/regex.h"

#include "condition/folding.h"
#include "json/text.h"

#include <chrono>

namespace designer::condition {

namespace {

using namespace std::chrono_literals;

// PCRE2 counts its steps anew at every place of the text where it begins to search, and it cannot
// be interrupted. One million steps take about 10 ms; a text of this length has few enough places.
constexpr qsizetype shortText = 512;
// Longer texts are searched place by place under a clock: a million places take a third of it.
constexpr auto longestSearch = 1s;

QString limits()
{
    return QStringLiteral("(*LIMIT_MATCH=1000000)(*LIMIT_HEAP=65536)");
}

/// The verbs which PCRE2 knows at the beginning of a pattern only. Ours go behind them: of two
/// limits PCRE2 takes the later, so that nobody's pattern can raise ours.
qsizetype leadingVerbsLength(const QString &pattern)
{
    static const QRegularExpression verbs(
        QStringLiteral("^(?:\\(\\*(?:UTF|UCP|NOTEMPTY|NOTEMPTY_ATSTART|NO_AUTO_POSSESS|NO_DOTSTAR_ANCHOR|"
                       "NO_JIT|NO_START_OPT|CR|LF|CRLF|ANY|NUL|ANYCRLF|BSR_ANYCRLF|BSR_UNICODE|"
                       "LIMIT_(?:HEAP|MATCH|DEPTH|RECURSION)=\\d+)\\))*"));
    return verbs.match(pattern).capturedLength();
}

/// Whether the work at each place of a text is a few steps (nothing repeats, and there is one way to
/// read the pattern: twenty choices of two are a million ways), or there is one place only.
bool isBounded(QStringView pattern)
{
    static const QRegularExpression repeats(QStringLiteral("[*+?{|]|\\\\[gkGQX\\d]"));
    static const QRegularExpression anchored(QStringLiteral("^\\^[^|?*+{][^|]*$"));
    return !repeats.match(pattern).hasMatch() || anchored.match(pattern).hasMatch();
}

/// Whether the pattern asks where the search began, or steers it: then only one search will do.
bool dependsOnSearch(QStringView pattern)
{
    return pattern.contains(u"(*") || pattern.contains(u"\\G");
}

Outcome search(const QRegularExpression &regex, const QString &text, qsizetype place = 0,
               QRegularExpression::MatchOptions options = QRegularExpression::NoMatchOption)
{
    // Our texts are valid UTF-16: they come from valid UTF-8.
    options |= QRegularExpression::DontCheckSubjectStringMatchOption;
    const QRegularExpressionMatch match = regex.match(text, place, QRegularExpression::NormalMatch, options);
    return match.isValid() ? outcomeOf(match.hasMatch()) : Outcome::LimitExceeded;
}

} // namespace

Regex::Regex(std::string_view pattern, bool ignoreCase) : m_ignoreCase(ignoreCase)
{
    const QString ours = ignoreCase ? patternWithOneI(json::toQString(pattern)) : json::toQString(pattern);
    const qsizetype at = leadingVerbsLength(ours);
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, ignoreCase);
    m_fast = QRegularExpression(ours.first(at) + limits() + ours.sliced(at), options);
    m_thorough = QRegularExpression(ours.first(at) + QLatin1String("(*NO_JIT)") + limits() + ours.sliced(at),
                                    options);
    const QStringView body = QStringView(ours).sliced(at);
    if (!isBounded(body))
        m_longTexts = dependsOnSearch(body) ? Search::NotAtAll : Search::PlaceByPlace;
    if (m_fast.isValid())
        return;
    findFault(ours, at, limits().size());
    // Where ours is not to the letter what the user wrote, the fault is looked for in his.
    if (const Regex exact(ignoreCase ? pattern : std::string_view(), false); exact.fault())
        m_fault = exact.fault();
}

/// Of \a pattern, into which our limits were inserted.
void Regex::findFault(const QString &pattern, qsizetype insertedAt, qsizetype insertedLength)
{
    qsizetype offset = m_fast.patternErrorOffset();
    if (offset > insertedAt)
        offset = qMax(insertedAt, offset - insertedLength);
    const qsizetype characters = pattern.first(qMin(offset, pattern.size())).toUcs4().size();
    m_fault = RegexFault{m_fast.errorString(), characters};
}

Outcome Regex::test(std::string_view given) const
{
    const QString text = m_ignoreCase ? withOneI(json::toQString(given)) : json::toQString(given);
    if (text.size() <= shortText || m_longTexts == Search::AtOnce)
        return testAtOnce(text);
    return m_longTexts == Search::PlaceByPlace ? testPlaceByPlace(text) : Outcome::LimitExceeded;
}

Outcome Regex::testAtOnce(const QString &text) const
{
    const Outcome fast = search(m_fast, text);
    // The compiled form has a small stack of its own; the interpreter is slower and has room.
    return fast == Outcome::LimitExceeded ? search(m_thorough, text) : fast;
}

Outcome Regex::testPlaceByPlace(const QString &text) const
{
    constexpr auto here = QRegularExpression::AnchorAtOffsetMatchOption;
    const auto deadline = std::chrono::steady_clock::now() + longestSearch;
    for (qsizetype place = 0; place <= text.size(); ++place) {
        if (place < text.size() && text[place].isLowSurrogate())
            continue;
        Outcome outcome = search(m_fast, text, place, here);
        if (outcome == Outcome::LimitExceeded)
            outcome = search(m_thorough, text, place, here);
        if (outcome != Outcome::No)
            return outcome;
        if (std::chrono::steady_clock::now() > deadline)
            return Outcome::LimitExceeded;
    }
    return Outcome::No;
}

} // namespace designer::condition
