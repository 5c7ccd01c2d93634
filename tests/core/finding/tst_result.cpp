// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding/result.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <memory>
#include <string>
#include <type_traits>

#include <sys/wait.h>
#include <unistd.h>

using namespace designer;

/// Result: a value or an error, and nothing thrown.
class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void holdsAValue();
    void givesTheValueAway();
    void holdsAnError();
    void neverThrows_data();
    void neverThrows();
};

namespace {

Error someError()
{
    return {ErrorCode::Usage, QStringLiteral("wrong"), QStringLiteral("write it right"), {}, {}};
}

/// Whether a process that does \a what ends at the assertion, and not by an exception.
template <typename Function>
bool aborts(Function what)
{
    const pid_t child = fork();
    if (child == 0) {
        (void)freopen("/dev/null", "w", stderr);
        std::signal(SIGABRT, [](int) { _exit(3); });
        try {
            what();
        } catch (...) {
            _exit(4);
        }
        _exit(5);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 3;
}

} // namespace

void TestResult::holdsAValue()
{
    const Result<std::string> result(std::string("text"));
    QVERIFY(result.hasValue());
    QVERIFY(static_cast<bool>(result));
    QCOMPARE(result.value(), std::string("text"));
    QCOMPARE(*result, std::string("text"));
    QCOMPARE(result->size(), std::size_t(4));
    Result<std::string> changed = result;
    changed.value() += '!';
    *changed += '?';
    QCOMPARE(*changed, std::string("text!?"));
    QCOMPARE(*result, std::string("text"));
}

void TestResult::givesTheValueAway()
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
    const std::unique_ptr<int> taken = std::move(result).value();
    QCOMPARE(*taken, 7);
    QVERIFY(!result.value());
}

void TestResult::holdsAnError()
{
    const Result<int> result(someError());
    QVERIFY(!result.hasValue());
    QVERIFY(!result);
    QCOMPARE(result.error().sentence(), QStringLiteral("wrong; write it right"));
    QVERIFY(ok());
    const Status failed = someError();
    QVERIFY(!failed);
    QVERIFY(failed.error().code == ErrorCode::Usage);
}

void TestResult::neverThrows_data()
{
    QTest::addColumn<bool>("askForValue");
    QTest::newRow("value() of an error") << true;
    QTest::newRow("error() of a value") << false;
}

void TestResult::neverThrows()
{
    QFETCH(const bool, askForValue);
    using ConstResult = const Result<std::string> &;
    static_assert(noexcept(std::declval<ConstResult>().value()));
    static_assert(noexcept(std::declval<ConstResult>().error()));
    static_assert(noexcept(*std::declval<ConstResult>()));
    static_assert(noexcept(std::declval<Result<std::string> &>().value()));
#ifdef NDEBUG
    QSKIP("assertions are off in this build");
#endif
    const Result<int> value(1);
    const Result<int> error(someError());
    if (askForValue)
        QVERIFY(aborts([&] { (void)error.value(); }));
    else
        QVERIFY(aborts([&] { (void)value.error(); }));
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
