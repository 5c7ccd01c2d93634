// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

#include <cerrno>
#include <memory>

using namespace designer;

/// EndSignals: how the program hears that it should end.
class CliSignalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void calls_data();
    void calls();
    void callsOnce();
    void leavesErrnoAlone();
    void putsBackWhatWasThere();
    void isOneAtATime();
};

namespace {

void ownHandler(int) { }

using Handler = void (*)(int);

Handler handlerOf(int signal)
{
    struct sigaction action = {};
    ::sigaction(signal, nullptr, &action);
    return action.sa_handler;
}

/// Puts a handler of the test's own in place, as long as it lives.
class OwnHandler
{
public:
    explicit OwnHandler(int signal) : m_signal(signal)
    {
        struct sigaction action = {};
        action.sa_handler = &ownHandler;
        ::sigaction(m_signal, &action, &m_before);
    }
    ~OwnHandler() { ::sigaction(m_signal, &m_before, nullptr); }
    Q_DISABLE_COPY_MOVE(OwnHandler)

private:
    int m_signal;
    struct sigaction m_before = {};
};

} // namespace

void CliSignalsTest::calls_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void CliSignalsTest::calls()
{
    QFETCH(int, signal);
    int calls = 0;
    const ctl::EndSignals ends([&calls] { ++calls; });
    QVERIFY(ends.isInstalled());
    QCOMPARE(::raise(signal), 0);
    QCOMPARE(calls, 0); // not in the handler, but in the event loop
    QTRY_COMPARE(calls, 1);
}

void CliSignalsTest::callsOnce()
{
    int calls = 0;
    const ctl::EndSignals ends([&calls] { ++calls; });
    for (int i = 0; i < 3; ++i)
        QCOMPARE(::raise(SIGTERM), 0);
    QTRY_COMPARE(calls, 1);
    QCOMPARE(::raise(SIGINT), 0);
    QCoreApplication::processEvents();
    QCOMPARE(calls, 1);
}

void CliSignalsTest::leavesErrnoAlone()
{
    const ctl::EndSignals ends([] {});
    // More than the pipe holds: then writing to it fails, and sets errno.
    constexpr int moreThanAPipeHolds = 70'000;
    int changed = 0;
    for (int i = 0; i < moreThanAPipeHolds; ++i) {
        errno = ENOTTY;
        ::raise(SIGTERM);
        changed += errno == ENOTTY ? 0 : 1;
    }
    QCOMPARE(changed, 0);
}

void CliSignalsTest::putsBackWhatWasThere()
{
    const OwnHandler own(SIGTERM);
    const Handler ofInterrupt = handlerOf(SIGINT);
    {
        const ctl::EndSignals ends([] {});
        QVERIFY(handlerOf(SIGTERM) != &ownHandler);
        QVERIFY(handlerOf(SIGINT) != ofInterrupt);
    }
    QVERIFY(handlerOf(SIGTERM) == &ownHandler);
    QVERIFY(handlerOf(SIGINT) == ofInterrupt);
}

void CliSignalsTest::isOneAtATime()
{
    int first = 0;
    int second = 0;
    {
        const ctl::EndSignals ends([&first] { ++first; });
        {
            const ctl::EndSignals more([&second] { ++second; });
            QVERIFY(!more.isInstalled());
        }
        QCOMPARE(::raise(SIGTERM), 0); // the second one's end took nothing with it
        QTRY_COMPARE(first, 1);
    }
    const ctl::EndSignals again([&second] { ++second; });
    QVERIFY(again.isInstalled());
    QCOMPARE(::raise(SIGTERM), 0);
    QTRY_COMPARE(second, 1);
    QCOMPARE(first, 1);
}

QTEST_GUILESS_MAIN(CliSignalsTest)

#include "tst_cli_signals.moc"
