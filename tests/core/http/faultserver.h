// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>
#include <optional>

class QTcpSocket;

namespace designer::http {

/// A server on 127.0.0.1 that misbehaves as it is told, and remembers every byte that it was sent.
class FaultServer : public QTcpServer
{
    Q_OBJECT

public:
    /// Called once for each request, when its head and the body that Content-Length announces are
    /// there. The socket is the server's.
    using Answer = std::function<void(QTcpSocket *socket)>;

    explicit FaultServer(QObject *parent = nullptr);

    /// Speaks TLS with this certificate and key (PEM files).
    void useTls(const QString &certificateFile, const QString &keyFile);
    void answerWith(Answer answer) { m_answer = std::move(answer); }
    /// Answers as soon as the head is there, whether or not the body is.
    void answerEarly(Answer answer);

    [[nodiscard]] QByteArray url(const QByteArray &path = "/") const;
    [[nodiscard]] int connections() const { return static_cast<int>(m_received.size()); }
    /// The requests that came in whole.
    [[nodiscard]] int requests() const { return m_requests; }
    /// All that came in over connection \a i, after TLS.
    [[nodiscard]] QByteArray received(int i = 0) const { return m_received.value(i); }
    /// The lines of the head of connection \a i, with the request line.
    [[nodiscard]] QList<QByteArray> headLines(int i = 0) const;
    [[nodiscard]] bool allClosed() const { return m_open == 0; }

    // Ready-made behaviour.
    static Answer respond(const QByteArray &bytes); ///< then close
    static Answer respondAndStay(const QByteArray &bytes);
    static Answer closeWithout();
    static Answer reset(const QByteArray &before = {});
    static Answer stall();
    static Answer drip(const QByteArray &bytes); ///< one byte per turn of the event loop, then close
    static Answer endless(const QByteArray &head, const QByteArray &piece, qint64 total);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void take(QTcpSocket *socket, qsizetype connection);
    void read(QTcpSocket *socket, qsizetype connection);

    Answer m_answer;
    bool m_early = false;
    std::optional<QSslConfiguration> m_tls;
    QList<QByteArray> m_received;
    QList<bool> m_answered;
    int m_requests = 0;
    int m_open = 0;
};

} // namespace designer::http
