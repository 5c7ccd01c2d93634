// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/transporterror.h"

#include "json/text.h"

#include <QCoreApplication>

namespace designer::http {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Http", text);
}

Error notDelivered(const QString &message, const QString &wayOut)
{
    return {ErrorCode::NotDelivered, message, wayOut, {}, {}};
}

QString hostOf(const Endpoint &to)
{
    return json::toQString(to.host);
}

QString seconds(std::chrono::milliseconds limit)
{
    return tr("%1 s").arg(static_cast<double>(limit.count()) / 1000.0);
}

QString bytes(std::size_t count)
{
    return tr("%1 bytes").arg(static_cast<qulonglong>(count));
}

/// What was being done, as the end of "while ...".
QString doing(std::optional<Phase::Kind> phase)
{
    if (!phase)
        return tr("preparing the request");
    switch (*phase) {
    case Phase::Resolve: return tr("looking up the server’s name");
    case Phase::Connect: return tr("connecting");
    case Phase::Tls: return tr("setting up the secure connection");
    case Phase::Send: return tr("sending the request");
    case Phase::Wait: return tr("waiting for an answer");
    case Phase::Receive: return tr("receiving the answer");
    }
    return {};
}

QString checkServer()
{
    return tr("check that the server is running and can be reached from here");
}

QString mayHaveArrived()
{
    return tr("the data may have arrived all the same: check there before sending it again");
}

Error closedError(const Endpoint &to, std::optional<Phase::Kind> during)
{
    if (during == Phase::Tls) {
        return notDelivered(
            tr("%1 closed the connection while the secure connection was being set up").arg(hostOf(to)),
            tr("check that port %1 is the right one for https://").arg(to.port));
    }
    const bool sent = during && (*during == Phase::Send || *during == Phase::Wait);
    if (sent) {
        return notDelivered(tr("%1 closed the connection without an answer").arg(hostOf(to)),
                            mayHaveArrived());
    }
    return notDelivered(tr("%1 closed the connection while %2").arg(hostOf(to), doing(during)),
                        checkServer());
}

Error secureChannelError(const QString &detail, const Endpoint &to)
{
    return notDelivered(
        tr("no secure connection to %1 on port %2 came about (%3)").arg(hostOf(to)).arg(to.port).arg(detail),
        tr("check that the port speaks TLS; a server without it needs http://"));
}

bool isProxyError(QAbstractSocket::SocketError code)
{
    switch (code) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError: return true;
    default: return false;
    }
}

} // namespace

Error socketError(QAbstractSocket::SocketError code, const QString &detail, const Endpoint &to,
                  std::optional<Phase::Kind> during)
{
    if (isProxyError(code)) {
        return notDelivered(
            tr("the proxy server of this computer did not let the request through (%1)").arg(detail),
            tr("check the proxy settings of the system"));
    }
    switch (code) {
    case QAbstractSocket::HostNotFoundError:
        return notDelivered(tr("no server named %1 was found").arg(hostOf(to)),
                            tr("check the spelling of the URL and the network connection"));
    case QAbstractSocket::ConnectionRefusedError:
        return notDelivered(tr("%1 refused the connection on port %2").arg(hostOf(to)).arg(to.port),
                            checkServer());
    case QAbstractSocket::RemoteHostClosedError: return closedError(to, during);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError: return secureChannelError(detail, to);
    default:
        return notDelivered(
            tr("the connection to %1 failed while %2 (%3)").arg(hostOf(to), doing(during), detail),
            checkServer());
    }
}

Error certificateError(const QSslError &error, const Endpoint &to)
{
    const QString host = hostOf(to);
    const QString askOwner = tr("ask whoever runs the server for a valid certificate; nothing was sent");
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return notDelivered(
            tr("the certificate of %1 is signed by itself, so nobody vouches for it").arg(host), askOwner);
    case QSslError::HostNameMismatch:
        return notDelivered(tr("the certificate shown by %1 is for another name").arg(host),
                            tr("check the URL: this may not be the server that is meant; nothing was sent"));
    case QSslError::CertificateExpired:
        return notDelivered(tr("the certificate of %1 has expired").arg(host), askOwner);
    case QSslError::CertificateNotYetValid:
        return notDelivered(tr("the certificate of %1 is not valid yet").arg(host),
                            tr("check the clock of this computer; nothing was sent"));
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return notDelivered(
            tr("the certificate of %1 comes from an authority that this computer does not know").arg(host),
            askOwner);
    default:
        return notDelivered(tr("the certificate of %1 was not accepted (%2)").arg(host, error.errorString()),
                            askOwner);
    }
}

Error timeoutError(std::chrono::milliseconds limit, const Endpoint &to, std::optional<Phase::Kind> during)
{
    const bool sent = during >= Phase::Send;
    return notDelivered(tr("gave up after %1 while %2 (%3)").arg(seconds(limit), doing(during), hostOf(to)),
                        sent ? mayHaveArrived() : checkServer());
}

Error answerError(ResponseParser::Problem problem, const Limits &limits, const Endpoint &from)
{
    using Problem = ResponseParser::Problem;
    const QString host = hostOf(from);
    const QString askOwner = tr("check the URL, or ask whoever runs the server");
    switch (problem) {
    case Problem::NotHttp:
        return notDelivered(tr("what %1 answered on port %2 is not HTTP").arg(host).arg(from.port),
                            tr("check the port, and whether https:// is meant"));
    case Problem::HeadTooLarge:
        return notDelivered(tr("the headers of the answer of %1 are more than %2 or %3 lines")
                                .arg(host, bytes(limits.maxHeaderBytes))
                                .arg(static_cast<qulonglong>(limits.maxHeaderCount)),
                            askOwner);
    case Problem::BodyTooLarge:
        return notDelivered(tr("the answer of %1 is larger than %2; the rest was not read")
                                .arg(host, bytes(limits.maxBodyBytes)),
                            tr("the data has arrived; ask whoever runs the server why it answers so much"));
    case Problem::ClosedInBody:
        return notDelivered(tr("the answer of %1 breaks off before its end").arg(host), mayHaveArrived());
    case Problem::ClosedInHead:
        return notDelivered(tr("the answer of %1 breaks off within its headers").arg(host), mayHaveArrived());
    case Problem::None:
    case Problem::ClosedBeforeAnswer: return closedError(from, Phase::Wait);
    case Problem::BadHeader:
        return notDelivered(tr("the answer of %1 has a header line that is none").arg(host), askOwner);
    case Problem::ContradictoryLength:
        return notDelivered(tr("the answer of %1 gives its length in contradictory ways").arg(host),
                            askOwner);
    case Problem::UnknownCoding:
        return notDelivered(tr("the answer of %1 is encoded in a way that was not asked for").arg(host),
                            askOwner);
    case Problem::BadChunk:
        return notDelivered(tr("the answer of %1 is divided into pieces that do not fit together").arg(host),
                            askOwner);
    }
    return {};
}

Error cancelledError(std::optional<Phase::Kind> during)
{
    const bool sent = during >= Phase::Send;
    return {ErrorCode::Cancelled,
            tr("cancelled while %1").arg(doing(during)),
            sent ? mayHaveArrived() : QString(),
            {},
            {}};
}

} // namespace designer::http
