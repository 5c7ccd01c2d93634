// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/keychain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace designer;
using namespace std::chrono_literals;
using secrets::Secret;
using secrets::Store;

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void isLoadedWhenFirstAsked();
    void keychainThatIsNotThere();
    void partThatIsMissing_data();
    void partThatIsMissing();
};

/// Whether this process has loaded the keychain's own library.
static bool isLoaded()
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("keychain.so");
}

/// There is no session bus here, whatever the machine has: nobody's keychain is touched.
void TestKeychain::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qunsetenv("DISPLAY");
}

/// Runs first: once loaded, the part stays.
void TestKeychain::isLoadedWhenFirstAsked()
{
    const std::unique_ptr<Store> store = keychain::makeKeychainStore(2s);
    QVERIFY(!isLoaded());
    bool answered = false;
    store->read("designer-test-that-nobody-has", [&](const Store::Answer &) { answered = true; });
    QVERIFY(isLoaded());
    QTRY_VERIFY_WITH_TIMEOUT(answered, 10'000);
}

void TestKeychain::keychainThatIsNotThere()
{
    const std::unique_ptr<Store> store = keychain::makeKeychainStore(2s);
    std::optional<Store::Answer> answer;
    store->read("designer-test-that-nobody-has", [&](Store::Answer a) { answer = std::move(a); });
    QVERIFY(!answer.has_value()); // the calling thread does not wait
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 10'000);
    QCOMPARE(answer->state, Store::State::Unreachable);
    QVERIFY(!answer->detail.contains(QStringLiteral("install")));
}

void TestKeychain::partThatIsMissing_data()
{
    QTest::addColumn<QByteArray>("bytes"); // of the part; null: there is no such file
    QTest::newRow("no file") << QByteArray();
    QTest::newRow("something else") << QByteArray("\x7f"
                                                  "ELF and then nothing");
}

void TestKeychain::partThatIsMissing()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString part = folder.filePath(QStringLiteral("keychain.so"));
    if (!bytes.isNull()) {
        QFile file(part);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    const std::unique_ptr<Store> store = keychain::makeKeychainStore(2s, part);
    std::vector<Store::Answer> answers;
    const auto done = [&](Store::Answer answer) { answers.push_back(std::move(answer)); };
    store->read("A", done);
    store->write("A", Secret("value"), done);
    store->remove("A", done);
    QVERIFY(answers.empty());
    QTRY_COMPARE(answers.size(), 3U);
    for (const Store::Answer &answer : answers) {
        QCOMPARE(answer.state, Store::State::Unreachable);
        QVERIFY(answer.detail.contains(QStringLiteral("install the program again")));
    }
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
