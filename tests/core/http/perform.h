// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/attempt.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

namespace designer::http {

inline std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

inline QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

inline Request requestTo(const QByteArray &url, std::string_view method = "POST",
                         std::string body = "{\"a\":1}", const std::vector<Header> &headers = {})
{
    Result<Request> request = makeRequest(method, view(url), headers, std::move(body), "0.0");
    return request ? *request : Request();
}

/// Runs one attempt to its end; finished() must come once.
inline Exchange perform(const Request &request, const Limits &limits = {})
{
    Attempt attempt(request, limits);
    QSignalSpy finished(&attempt, &Attempt::finished);
    attempt.start();
    if (finished.isEmpty() && !finished.wait(30'000))
        return {};
    QCoreApplication::processEvents(); // whatever else is queued gets its turn
    if (finished.count() != 1)
        return {};
    return finished.first().first().value<Exchange>();
}

} // namespace designer::http
