// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/reply.h"

#include "json/writer.h"

namespace designer::sandbox {

namespace {

std::string_view reasonOf(int status)
{
    switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    default: return "Unknown";
    }
}

void append(std::string &out, std::string_view name, std::string_view value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

std::string Reply::wire(bool withBody) const
{
    std::string out = "HTTP/1.1 " + std::to_string(status) + ' ' + std::string(reasonOf(status)) + "\r\n";
    append(out, "Content-Type", "application/json");
    append(out, "Content-Length", std::to_string(body.size()));
    append(out, "X-Simulator-Evidence", evidence);
    for (const http::Header &header : headers)
        append(out, header.name, header.value);
    append(out, "Connection", "close");
    out += "\r\n";
    return withBody ? out + body : out;
}

std::string plainWords(const std::string &message)
{
    json::Writer writer;
    writer.beginObject();
    writer.name("simulator").string(std::string_view(message));
    writer.endObject();
    return writer.take();
}

} // namespace designer::sandbox
