// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakestore.h"

#include "secrets/collect.h"
#include "secrets/timedstore.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace designer;
using namespace designer::secrets;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(designer::secrets::Store::State)

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void statesAreToldApart_data();
    void statesAreToldApart();
    void passesAnswersOn();
    void givesUpInTime();
    void waitsLongerForWhatIsToBeKept();
    void silentOnceItIsGone();
    void collectsFromBoth();
    void collectStopsAtTheFirstReason();
    void collectWithoutAskingTheStore();
};

void TestStore::statesAreToldApart_data()
{
    QTest::addColumn<Store::State>("state");
    QTest::addColumn<QString>("says");
    QTest::newRow("absent") << Store::State::Absent
                            << QStringLiteral("the value of the secret T is not known");
    QTest::newRow("locked") << Store::State::Locked << QStringLiteral("is locked");
    QTest::newRow("denied") << Store::State::Denied << QStringLiteral("did not give out the secret T");
    QTest::newRow("unreachable") << Store::State::Unreachable << QStringLiteral("could not be reached");
}

void TestStore::statesAreToldApart()
{
    QFETCH(Store::State, state);
    QFETCH(QString, says);
    const Error error = storeError("T", {state, {}, {}});
    QCOMPARE(error.code, ErrorCode::SecretUnavailable);
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QVERIFY(error.wayOut.contains(QStringLiteral("--secret T=env:VARIABLE")));
}

void TestStore::passesAnswersOn()
{
    auto owned = std::make_unique<FakeStore>();
    FakeStore *fake = owned.get();
    TimedStore store(std::move(owned), 10s, 10s);
    int answers = 0;
    store.write("T", Secret(std::string("value")),
                [&](Store::Answer answer) { answers += answer.state == Store::State::Ok; });
    QTRY_COMPARE(answers, 1);
    std::string value;
    store.read("T", [&](Store::Answer answer) { value = answer.value.reveal(); });
    QTRY_COMPARE(value, std::string("value"));
    store.remove("T", [&](Store::Answer) { ++answers; });
    QTRY_COMPARE(answers, 2);
    QVERIFY(fake->values.empty());
}

void TestStore::givesUpInTime()
{
    auto owned = std::make_unique<FakeStore>();
    FakeStore *fake = owned.get();
    fake->answers = false;
    TimedStore store(std::move(owned), 30ms, 30ms);
    std::vector<Store::State> states;
    QString detail;
    store.read("T", [&](Store::Answer answer) {
        states.push_back(answer.state);
        detail = answer.detail;
    });
    QTRY_COMPARE(states.size(), 1U);
    QCOMPARE(states.front(), Store::State::Unreachable);
    QVERIFY(detail.contains(QStringLiteral("no answer within 0.03 s")));
    fake->unanswered.front()({Store::State::Ok, Secret(std::string("late")), {}});
    QCOMPARE(states.size(), 1U);
}

/// Somebody types the password of a new keyring meanwhile.
void TestStore::waitsLongerForWhatIsToBeKept()
{
    auto owned = std::make_unique<FakeStore>();
    FakeStore *fake = owned.get();
    fake->answers = false;
    TimedStore store(std::move(owned), 1ms, 60s);
    std::vector<Store::State> kept;
    std::vector<Store::State> read;
    store.write("T", Secret(std::string("value")),
                [&](Store::Answer answer) { kept.push_back(answer.state); });
    store.read("T", [&](Store::Answer answer) { read.push_back(answer.state); });
    QTRY_COMPARE(read, std::vector{Store::State::Unreachable});
    QVERIFY(kept.empty());
    fake->unanswered.front()({Store::State::Ok, {}, {}});
    QCOMPARE(kept, std::vector{Store::State::Ok});
}

void TestStore::silentOnceItIsGone()
{
    int answers = 0;
    {
        TimedStore store(std::make_unique<FakeStore>(), 1ms, 1ms);
        store.read("T", [&](Store::Answer) { ++answers; });
    }
    bool later = false;
    QTimer::singleShot(20, this, [&] { later = true; }); // after the time-out, which must not fire
    QTRY_VERIFY(later);
    QCOMPARE(answers, 0);
}

void TestStore::collectsFromBoth()
{
    FakeStore store;
    store.values.emplace("KEPT", Secret(std::string("from the store")));
    store.values.emplace("GIVEN", Secret(std::string("not this one")));
    store.values.emplace("ALSO", Secret(std::string("also")));
    Secrets given;
    given.emplace("GIVEN", Secret(std::string("given")));
    std::optional<Result<Secrets>> result;
    collect({"KEPT", "GIVEN", "ALSO"}, std::move(given), store,
            [&](Result<Secrets> r) { result.emplace(std::move(r)); });
    QTRY_VERIFY(result.has_value());
    QVERIFY(result->hasValue());
    QCOMPARE((*result)->size(), 3U);
    QCOMPARE((*result)->at("KEPT").reveal(), std::string_view("from the store"));
    QCOMPARE((*result)->at("GIVEN").reveal(), std::string_view("given"));
    QVERIFY((store.asked == std::vector<std::string>{"KEPT", "ALSO"}));
}

void TestStore::collectStopsAtTheFirstReason()
{
    FakeStore store;
    store.state = Store::State::Locked;
    std::optional<Result<Secrets>> result;
    collect({"A", "B"}, {}, store, [&](Result<Secrets> r) { result.emplace(std::move(r)); });
    QTRY_VERIFY(result.has_value());
    QVERIFY(!result->hasValue());
    QVERIFY(result->error().message.contains(QStringLiteral("is locked")));
    QCOMPARE(store.asked.size(), 1U);
}

void TestStore::collectWithoutAskingTheStore()
{
    FakeStore store;
    bool done = false;
    collect({}, {}, store, [&](const Result<Secrets> &result) { done = result.hasValue(); });
    QVERIFY(done);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
