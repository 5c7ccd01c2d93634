// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding/error.h"

#include <QCoreApplication>

namespace designer {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Json", text);
}

/// What to do about a text that is no JSON.
QString wayOut(json::ParseErrorCode code)
{
    using Code = json::ParseErrorCode;
    switch (code) {
    case Code::Empty: return tr("name a file that holds JSON");
    case Code::WrongEncoding:
    case Code::InvalidUtf8: return tr("save the file as UTF-8");
    case Code::UnexpectedCharacter:
        return tr("look for a missing or superfluous comma, quote or bracket here or just before");
    case Code::MissingComma: return tr("put it there");
    case Code::UnexpectedEnd: return tr("add what is missing, or fetch the whole file again");
    case Code::TrailingText: return tr("remove what follows, or write one text a file");
    case Code::BadLiteral: return tr("put quotes around the text");
    case Code::BadNumber: return tr("write it as 5, -0.5 or 1e3, or put quotes around it");
    case Code::BadEscape: return tr("write \\\\ for a backslash");
    case Code::LoneSurrogate: return tr("write the character itself, or both of its halves");
    case Code::ControlCharacter: return tr("write it as an escape such as \\n");
    case Code::TrailingComma: return tr("remove it");
    case Code::TooDeep: return tr("nest the values less deeply");
    case Code::TooLarge: return tr("split it");
    }
    return {};
}

} // namespace

QString Error::sentence() const
{
    return wayOut.isEmpty() ? message : message + QStringLiteral("; ") + wayOut;
}

QString Error::line() const
{
    QString out;
    if (!file.isEmpty())
        out += file + QLatin1Char(':');
    if (position) {
        out += QString::number(position->line) + QLatin1Char(':') + QString::number(position->column)
            + QLatin1Char(':');
    }
    return out.isEmpty() ? sentence() : out + QLatin1Char(' ') + sentence();
}

Error Error::inFile(const QString &name) const
{
    Error copy = *this;
    copy.file = name;
    return copy;
}

QString codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage: return QStringLiteral("usage");
    case ErrorCode::FileNotFound: return QStringLiteral("file_not_found");
    case ErrorCode::FileUnreadable: return QStringLiteral("file_unreadable");
    case ErrorCode::FileTooLarge: return QStringLiteral("file_too_large");
    case ErrorCode::FileExists: return QStringLiteral("file_exists");
    case ErrorCode::FileNotWritten: return QStringLiteral("file_not_written");
    case ErrorCode::FileChanged: return QStringLiteral("file_changed");
    case ErrorCode::OutputClosed: return QStringLiteral("output_closed");
    case ErrorCode::WrongEncoding: return QStringLiteral("wrong_encoding");
    case ErrorCode::MalformedJson: return QStringLiteral("malformed_json");
    case ErrorCode::NotAnObject: return QStringLiteral("not_an_object");
    case ErrorCode::NotAConnection: return QStringLiteral("not_a_connection");
    case ErrorCode::UnsoundConnection: return QStringLiteral("unsound_connection");
    case ErrorCode::MalformedTemplate: return QStringLiteral("malformed_template");
    case ErrorCode::MalformedCondition: return QStringLiteral("malformed_condition");
    case ErrorCode::RegexLimit: return QStringLiteral("regex_limit");
    case ErrorCode::MissingValues: return QStringLiteral("missing_values");
    case ErrorCode::PayloadTooDeep: return QStringLiteral("payload_too_deep");
    case ErrorCode::PayloadTooLarge: return QStringLiteral("payload_too_large");
    case ErrorCode::ExportRefused: return QStringLiteral("export_refused");
    case ErrorCode::UnknownTemplate: return QStringLiteral("unknown_template");
    case ErrorCode::UnrecognisedFormat: return QStringLiteral("unrecognised_format");
    case ErrorCode::SecretUnavailable: return QStringLiteral("secret_unavailable");
    case ErrorCode::InvalidRequest: return QStringLiteral("invalid_request");
    case ErrorCode::NotDelivered: return QStringLiteral("not_delivered");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    case ErrorCode::PortTaken: return QStringLiteral("port_taken");
    }
    return {};
}

Error fromParseError(const json::ParseError &error, ErrorCode code)
{
    if (error.code == json::ParseErrorCode::WrongEncoding)
        code = ErrorCode::WrongEncoding;
    return {code, error.message, wayOut(error.code), {}, error.position};
}

} // namespace designer
