// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakestore.h"
#include "ui/headers/secretkeeper.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace designer;
using namespace designer::ui;
using namespace Qt::Literals::StringLiterals;
using secrets::FakeStore;
using secrets::Secret;
using secrets::Store;
using State = SecretKeeper::State;

Q_DECLARE_METATYPE(Store::State)

class TestSecretKeeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void tellsWhereAValueIs_data();
    void tellsWhereAValueIs();
    void asksOnce();
    void asksAgainWhenItIsTold();
    void keepsForTheSession();
    void putsIntoTheKeychain();
    void saysWhyItWasNotKept();
    void neverOverwritesAnothersValue();
    void showsForAWhile();
    void anAnswerThatNeverComesHoldsNothingUp();
    void collectsForARequest();
    void saysWhatToDoInTheWindow_data();
    void saysWhatToDoInTheWindow();
    void withoutAKeychain();

private:
    FakeStore *m_store = nullptr;
    std::unique_ptr<SecretKeeper> m_keeper;
};

namespace {

Secret secret(const char *text)
{
    return Secret(std::string(text));
}

} // namespace

void TestSecretKeeper::init()
{
    auto store = std::make_unique<FakeStore>();
    m_store = store.get();
    m_keeper = std::make_unique<SecretKeeper>(std::move(store), std::chrono::milliseconds(1));
}

void TestSecretKeeper::tellsWhereAValueIs_data()
{
    QTest::addColumn<Store::State>("store");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("said");
    QTest::newRow("kept") << Store::State::Ok << State::Keychain << "in your keychain";
    QTest::newRow("absent") << Store::State::Absent << State::Absent << "not in your keychain yet";
    QTest::newRow("locked") << Store::State::Locked << State::Locked << "keychain locked";
    QTest::newRow("denied") << Store::State::Denied << State::Denied << "keychain denied access";
    QTest::newRow("unreachable") << Store::State::Unreachable << State::Unreachable
                                 << "keychain does not answer";
}

void TestSecretKeeper::tellsWhereAValueIs()
{
    QFETCH(Store::State, store);
    QFETCH(State, state);
    m_store->values.insert_or_assign("T", secret("v"));
    m_store->state = store;
    QSignalSpy changed(m_keeper.get(), &SecretKeeper::changed);
    QCOMPARE(m_keeper->state("T"), State::Asking);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(m_keeper->state("T"), state);
    QTEST(words(state), "said");
}

void TestSecretKeeper::asksOnce()
{
    QSignalSpy changed(m_keeper.get(), &SecretKeeper::changed);
    (void)m_keeper->state("T");
    (void)m_keeper->state("T");
    QVERIFY(changed.wait());
    (void)m_keeper->state("T");
    QCOMPARE(m_store->asked.size(), std::size_t{1});
}

void TestSecretKeeper::asksAgainWhenItIsTold()
{
    m_store->state = Store::State::Locked;
    m_store->values.insert_or_assign("T", secret("v"));
    (void)m_keeper->state("T");
    QTRY_COMPARE(m_keeper->state("T"), State::Locked);
    m_store->state = Store::State::Ok;
    m_keeper->ask("T");
    QCOMPARE(m_keeper->state("T"), State::Asking);
    QTRY_COMPARE(m_keeper->state("T"), State::Keychain);
}

void TestSecretKeeper::keepsForTheSession()
{
    m_keeper->put("T", secret("v"), SecretKeeper::Place::Session);
    QCOMPARE(m_keeper->state("T"), State::Session);
    QCOMPARE(words(State::Session), u"for this session only"_s);
    QVERIFY(m_store->values.empty());
    m_keeper->reveal("T");
    QCOMPARE(std::string(m_keeper->revealed("T").value_or("")), "v");
}

void TestSecretKeeper::putsIntoTheKeychain()
{
    m_keeper->put("T", secret("old"), SecretKeeper::Place::Session);
    m_keeper->put("T", secret("new"), SecretKeeper::Place::Keychain);
    QTRY_COMPARE(m_keeper->state("T"), State::Keychain);
    QCOMPARE(std::string(m_store->values.at("T").reveal()), "new");
}

void TestSecretKeeper::saysWhyItWasNotKept()
{
    m_store->state = Store::State::Denied;
    QSignalSpy failed(m_keeper.get(), &SecretKeeper::failed);
    m_keeper->put("T", secret("v"), SecretKeeper::Place::Keychain);
    QVERIFY(failed.wait());
    QCOMPARE(failed.front().at(1).value<State>(), State::Denied);
    QCOMPARE(m_keeper->state("T"), State::Denied);
}

void TestSecretKeeper::neverOverwritesAnothersValue()
{
    m_store->values.insert_or_assign("T", secret("another"));
    std::string name;
    const auto done = [&](const SecretKeeper::Kept &kept) { name = kept.name; };
    m_keeper->keepApart("T", secret("mine"), SecretKeeper::Place::Keychain, done);
    QTRY_COMPARE(name, "T_2");
    QCOMPARE(std::string(m_store->values.at("T").reveal()), "another");
    QCOMPARE(std::string(m_store->values.at("T_2").reveal()), "mine");
    name.clear();
    m_keeper->keepApart("T", secret("another"), SecretKeeper::Place::Keychain, done);
    QTRY_COMPARE(name, "T"); // the same value needs no second place
}

void TestSecretKeeper::showsForAWhile()
{
    m_store->values.insert_or_assign("T", secret("v"));
    QSignalSpy changed(m_keeper.get(), &SecretKeeper::changed);
    m_keeper->reveal("T");
    QVERIFY(!m_keeper->revealed("T"));
    QVERIFY(changed.wait());
    QTRY_VERIFY(!m_keeper->revealed("T"));
    QVERIFY(changed.count() >= 2);
    SecretKeeper patient(std::make_unique<FakeStore>());
    QCOMPARE(patient.revealTime(), std::chrono::milliseconds(10'000));
}

void TestSecretKeeper::anAnswerThatNeverComesHoldsNothingUp()
{
    m_store->answers = false;
    QCOMPARE(m_keeper->state("T"), State::Asking);
    m_keeper->put("U", secret("v"), SecretKeeper::Place::Session);
    QCOMPARE(m_keeper->state("U"), State::Session);
    QCOMPARE(m_keeper->state("T"), State::Asking);
    m_keeper.reset(); // the answer is dropped with it
}

void TestSecretKeeper::collectsForARequest()
{
    m_store->values.insert_or_assign("K", secret("kept"));
    m_keeper->put("S", secret("session"), SecretKeeper::Place::Session);
    std::string both;
    m_keeper->collect({"K", "S"}, [&](Result<secrets::Secrets> values) {
        QVERIFY(values.hasValue());
        both = std::string(values->at("K").reveal()) + '+' + std::string(values->at("S").reveal());
    });
    QTRY_COMPARE(both, "kept+session");
}

void TestSecretKeeper::saysWhatToDoInTheWindow_data()
{
    QTest::addColumn<secrets::Store::State>("state");
    QTest::addColumn<QString>("says");
    QTest::newRow("absent") << secrets::Store::State::Absent << QStringLiteral("on the page Headers");
    QTest::newRow("locked") << secrets::Store::State::Locked << QStringLiteral("unlock");
    QTest::newRow("denied") << secrets::Store::State::Denied << QStringLiteral("allow it");
    QTest::newRow("unreachable") << secrets::Store::State::Unreachable << QStringLiteral("for this session");
}

/// Options are for the command line.
void TestSecretKeeper::saysWhatToDoInTheWindow()
{
    QFETCH(secrets::Store::State, state);
    QFETCH(QString, says);
    m_store->state = state;
    QString sentence;
    m_keeper->collect({"T"}, [&](const Result<secrets::Secrets> &values) {
        QVERIFY(!values.hasValue());
        sentence = values.error().sentence();
    });
    QTRY_VERIFY(!sentence.isEmpty());
    QVERIFY2(!sentence.contains(QStringLiteral("--secret")), qPrintable(sentence));
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
}

void TestSecretKeeper::withoutAKeychain()
{
    SecretKeeper keeper(nullptr);
    (void)keeper.state("T");
    QTRY_COMPARE(keeper.state("T"), State::Unreachable);
}

QTEST_GUILESS_MAIN(TestSecretKeeper)
#include "tst_secretkeeper.moc"
