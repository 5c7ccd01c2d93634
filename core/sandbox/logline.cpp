// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/logline.h"

#include "json/writer.h"

#include <QDateTime>
#include <QTimeZone>

namespace designer::sandbox {

namespace {

QString rfc3339(insider::Moment time)
{
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(since.count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

void writeLosses(json::Writer &writer, const std::vector<insider::SilentLoss> &losses)
{
    writer.name("silent_losses").beginArray();
    for (const insider::SilentLoss &loss : losses) {
        writer.beginObject();
        writer.name("code").string(std::string_view(loss.code));
        writer.name("pointer").string(std::string_view(loss.payloadPointer));
        writer.name("message").string(loss.why);
        writer.endObject();
    }
    writer.endArray();
}

} // namespace

QByteArray logLine(const LogEntry &entry, const Judgement &judgement)
{
    json::Writer writer;
    writer.beginObject();
    writer.name("time").string(rfc3339(entry.time));
    writer.name("method").string(std::string_view(entry.method));
    writer.name("path").string(
        QString::fromUtf8(entry.path.data(), static_cast<qsizetype>(entry.path.size())));
    writer.name("bytes").number(entry.bytes);
    writer.name("status");
    entry.answered ? writer.number(judgement.reply.status) : writer.null();
    writer.name("evidence").string(std::string_view(judgement.reply.evidence));
    writer.name("fault");
    entry.fault.empty() ? writer.null() : writer.string(std::string_view(entry.fault));
    writer.name("users_accepted").number(judgement.usersAccepted);
    writer.name("users_rejected").number(judgement.usersRejected);
    writer.name("findings").number(judgement.findings);
    writeLosses(writer, judgement.silentLosses);
    writer.endObject();
    return QByteArray::fromStdString(writer.take());
}

} // namespace designer::sandbox
