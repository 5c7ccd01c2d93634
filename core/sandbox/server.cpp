// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/server.h"

#include <QHttpServerRequest>
#include <QPointer>
#include <QTimer>

namespace designer::sandbox {

namespace {

/// The turn that the request itself asks for, or else the next one of the plan.
Result<FaultPlan::Turn> turnFor(const Received &request, FaultPlan &plan)
{
    const std::string_view wanted = request.header("X-Simulator-Fault");
    if (wanted.empty())
        return plan.next();
    Result<FaultPlan> own = FaultPlan::parse(wanted);
    if (!own)
        return own.error();
    return own->next();
}

bool is(const FaultPlan::Turn &turn, Fault::Kind kind)
{
    return turn.fault && turn.fault->kind == kind;
}

} // namespace

Server::Server(Options options, QObject *parent) : QAbstractHttpServer(parent), m_options(std::move(options))
{ }

void Server::serve(Listener *listener)
{
    connect(listener, &Listener::refused, this, &Server::refuse);
    bind(listener);
}

bool Server::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    auto *connection = qobject_cast<Connection *>(socket);
    if (!connection)
        return false;
    Received received = connection->recorder().request();
    received.body = request.body().toStdString();
    answer(connection, received);
    return true;
}

void Server::missingHandler(const QHttpServerRequest &, QTcpSocket *socket)
{
    socket->abort();
}

/// What Qt's parser must not see any more, or would drop without a word.
void Server::refuse(Connection *connection)
{
    const Recorder &recorder = connection->recorder();
    const bool tooLarge = recorder.state() == Recorder::State::BodyTooLarge;
    const int status = recorder.state() == Recorder::State::HeadTooLarge ? 431 : 400;
    LogEntry entry{m_options.clock(),
                   recorder.request().method,
                   std::string(recorder.request().path()),
                   recorder.bodyBytes(),
                   {},
                   true};
    send(connection,
         tooLarge ? judgeTooLarge(recorder.request(), recorder.announcedBytes()) : judgeUnreadable(status),
         {}, std::move(entry));
}

void Server::answer(Connection *connection, const Received &request)
{
    LogEntry entry{
        m_options.clock(), request.method, std::string(request.path()), request.body.size(), {}, true};
    const Result<FaultPlan::Turn> turn = turnFor(request, m_options.faults);
    if (!turn)
        return send(connection, judgeUnknownFault(turn.error()), {}, std::move(entry));
    Judgement judgement = judge(request, m_options.profile, entry.time);
    if (turn->fault)
        apply(*turn->fault, judgement);
    entry.fault = turn->text();
    send(connection, judgement, *turn, std::move(entry));
}

void Server::send(Connection *connection, const Judgement &judgement, const FaultPlan::Turn &turn,
                  LogEntry entry)
{
    // One request a connection: neither Qt's parser nor the recorder is to see what comes after it.
    connection->disconnect(this);
    connection->ignoreRest();
    entry.answered = !is(turn, Fault::Reset) && !is(turn, Fault::Hang);
    Q_EMIT handled(logLine(entry, judgement));
    if (is(turn, Fault::Hang))
        return;
    const bool hasBody = entry.method != "HEAD";
    std::string bytes = judgement.reply.wire(hasBody);
    if (is(turn, Fault::Truncated))
        bytes.resize(bytes.size() - (hasBody ? judgement.reply.body.size() / 2 : 0) - 1);
    const auto act = [connection, bytes, isReset = is(turn, Fault::Reset)] {
        isReset ? connection->breakOff() : connection->answer(bytes);
    };
    // Not from within Qt's parser, which goes on with the socket after handleRequest().
    QTimer::singleShot(turn.delay, connection, act);
}

} // namespace designer::sandbox
