// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/index.h"

#include "json/duplicates.h"
#include "json/places.h"
#include "json/scanner.h"
#include "json/tokenreader.h"
#include "json/tokens.h"
#include "json/utf8.h"

#include <QCoreApplication>

#include <simdjson.h>

#include <limits>

namespace designer::json {

namespace {

/// Texts up to this length are read from the beginning for each place.
constexpr std::size_t shortText = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("Json", text);
}

/// The character at the offset, for a message: itself where it can be shown.
QString shown(std::string_view text, std::size_t offset)
{
    const utf8::Decoded decoded = utf8::decode(text, offset);
    const char32_t code = decoded.codePoint;
    if (!decoded.valid || !QChar::isPrint(code))
        return QStringLiteral("U+%1").arg(static_cast<uint>(code), 4, 16, QLatin1Char('0')).toUpper();
    return QStringLiteral("“%1”").arg(QString::fromUcs4(&code, 1));
}

/// \a at: where it belongs; \a next: what follows without it.
QString missingCommaMessage(std::string_view text, std::size_t at, std::size_t next)
{
    const std::size_t line = positionAt(text, at).line;
    const bool isBetween = line == positionAt(text, next).line;
    return isBetween ? tr("a comma is missing before %1").arg(shown(text, next))
                     : tr("a comma is missing at the end of line %1").arg(line);
}

/// Whether a `\u` with less than four digits stands before \a offset.
bool standsAfterU(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, offset);
    const std::size_t mark = before.rfind('\\');
    return mark != std::string_view::npos && before.substr(mark + 1).starts_with('u');
}

QString message(ParseErrorCode code, std::string_view text, std::size_t offset)
{
    switch (code) {
    case ParseErrorCode::Empty: return tr("there is no JSON here: the text is empty");
    case ParseErrorCode::InvalidUtf8: return tr("this byte is not valid UTF-8");
    case ParseErrorCode::UnexpectedCharacter: return tr("%1 cannot stand here").arg(shown(text, offset));
    case ParseErrorCode::UnexpectedEnd:
        return tr("the text ends too early: a closing bracket, a quote or a value is missing");
    case ParseErrorCode::TrailingText:
        return tr("%1 stands after the end of the JSON text").arg(shown(text, offset));
    case ParseErrorCode::BadLiteral: return tr("only true, false and null are known words here");
    case ParseErrorCode::BadNumber: return tr("this is not how a number is written in JSON");
    case ParseErrorCode::BadEscape:
        return standsAfterU(text, offset)
            ? tr("four digits (0 to 9, a to f) follow \\u, and %1 is none").arg(shown(text, offset))
            : tr("%1 cannot follow a backslash here").arg(shown(text, offset));
    case ParseErrorCode::LoneSurrogate:
        return tr("this \\u escape is half of a character: its other half is missing");
    case ParseErrorCode::ControlCharacter:
        if (text[offset] == '\n' || text[offset] == '\r')
            return tr("a quote is missing: text in quotes cannot go on in another line");
        return tr("a line break or control character (%1) cannot stand inside quotes")
            .arg(shown(text, offset));
    case ParseErrorCode::TrailingComma: return tr("a comma stands before a closing bracket");
    case ParseErrorCode::TooDeep: return tr("brackets are nested deeper than %1 levels").arg(maximumDepth);
    case ParseErrorCode::TooLarge: return tr("the text is larger than 4 GB");
    case ParseErrorCode::MissingComma:
    case ParseErrorCode::WrongEncoding: break; // what is said of them hangs on more
    }
    return {};
}

/// The name of an encoding that is not UTF-8, told by its first bytes; empty where it may be UTF-8.
QString foreignEncoding(std::string_view text)
{
    const auto begins = [&](std::string_view head) { return text.substr(0, head.size()) == head; };
    using namespace std::string_view_literals;
    if (begins("\xFF\xFE\0\0"sv) || begins("\0\0\xFE\xFF"sv))
        return QStringLiteral("UTF-32");
    if (begins("\xFF\xFE"sv) || begins("\xFE\xFF"sv))
        return QStringLiteral("UTF-16");
    if (text.size() >= 4 && text.substr(0, 3) == "\0\0\0"sv)
        return QStringLiteral("UTF-32");
    if (text.size() >= 4 && text[0] != '\0' && text.substr(1, 3) == "\0\0\0"sv)
        return QStringLiteral("UTF-32");
    if (text.size() >= 2 && ((text[0] == '\0') != (text[1] == '\0')))
        return QStringLiteral("UTF-16");
    return {};
}

} // namespace

bool isValidUtf8(std::string_view text)
{
    return simdjson::validate_utf8(text.data(), text.size());
}

std::size_t firstInvalidUtf8(std::string_view text)
{
    if (isValidUtf8(text))
        return std::string_view::npos;
    std::size_t i = 0;
    while (i < text.size()) {
        const utf8::Decoded decoded = utf8::decode(text, i);
        if (!decoded.valid)
            return i;
        i += decoded.length;
    }
    return std::string_view::npos;
}

std::size_t byteOrderMarkLength(std::string_view text)
{
    return text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
}

Index::Index() = default;

Index::~Index() = default;

Position Index::positionAt(std::size_t offset) const
{
    if (m_text.size() <= shortText)
        return json::positionAt(m_text, offset);
    return m_places.get([this] { return Places(m_text); }).at(offset);
}

const std::vector<DuplicateKey> &Index::duplicateKeys() const
{
    return m_duplicates.get([this] { return findDuplicates(m_text, nodes()); });
}

void Index::clear()
{
    m_places.forget();
    m_text = {};
    m_count = 0;
    m_duplicates.forget();
    m_error = {};
    m_byteOrderMark = false;
}

bool Index::parse(std::string_view text, const ParseOptions &options, bool utf8Checked)
{
    begin(text);
    return read(options, utf8Checked);
}

bool Index::parse(std::string_view line, Tokens &tokens)
{
    begin(line);
    return TokenReader(*this, line, tokens).run() || read({}, false);
}

void Index::begin(std::string_view text)
{
    clear();
    m_text = text;
    m_byteOrderMark = byteOrderMarkLength(text) > 0;
}

/// Byte by byte, which tells too what is wrong.
bool Index::read(const ParseOptions &options, bool utf8Checked)
{
    const std::string_view text = m_text;
    const auto fail = [&](ParseErrorCode code, std::size_t offset, const QString &words) {
        m_count = 0;
        m_error = {code, offset, json::positionAt(text, offset), words};
        return false;
    };
    if (text.size() >= std::numeric_limits<std::uint32_t>::max())
        return fail(ParseErrorCode::TooLarge, 0, message(ParseErrorCode::TooLarge, text, 0));

    Scanner scanner(*this, text, options);
    const bool wellFormed = scanner.run();
    const std::size_t badByte = utf8Checked ? std::string_view::npos : firstInvalidUtf8(text);
    if (wellFormed && badByte == std::string_view::npos)
        return true;
    if (const QString encoding = foreignEncoding(text); !encoding.isEmpty())
        return fail(ParseErrorCode::WrongEncoding, 0, tr("this is %1 text").arg(encoding));
    const bool encodingFirst
        = badByte != std::string_view::npos && (wellFormed || badByte <= scanner.errorOffset());
    const ParseErrorCode code = encodingFirst ? ParseErrorCode::InvalidUtf8 : scanner.errorCode();
    const std::size_t offset = encodingFirst ? badByte : scanner.errorOffset();
    if (const auto comma = encodingFirst ? std::nullopt : scanner.missingComma())
        return fail(ParseErrorCode::MissingComma, *comma, missingCommaMessage(text, *comma, offset));
    return fail(code, offset, message(code, text, offset));
}

} // namespace designer::json
