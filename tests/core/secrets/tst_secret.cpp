// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret.h"
#include "secrets/sensitiveheaders.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <new>
#include <type_traits>

using namespace designer::secrets;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void takesTheValueOver_data();
    void takesTheValueOver();
    void movesLeaveNothing_data();
    void movesLeaveNothing();
    void isWipedWhenItGoes();
    void wipes();
    void sensitiveHeaders_data();
    void sensitiveHeaders();
};

namespace {

/// Whether the object's own memory holds \a needle: short texts are kept inside it.
template <typename T>
bool holds(const T &object, std::string_view needle)
{
    const std::string_view memory(reinterpret_cast<const char *>(&object), sizeof object);
    return memory.find(needle) != std::string_view::npos;
}

} // namespace

void TestSecret::takesTheValueOver_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("short, kept inside the object") << QByteArray("canary-123");
    QTest::newRow("long") << QByteArray(1000, 'c');
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("with NUL") << QByteArray("ca\0nary", 7);
}

void TestSecret::takesTheValueOver()
{
    QFETCH(QByteArray, value);
    std::string given = value.toStdString();
    const Secret secret(std::move(given));
    QCOMPARE(QByteArray::fromStdString(std::string(secret.reveal())), value);
    QCOMPARE(secret.isEmpty(), value.isEmpty());
    QVERIFY(given.empty());
    QVERIFY(value.isEmpty() || !holds(given, std::string_view(value.constData(), 4)));
    static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
}

void TestSecret::movesLeaveNothing_data()
{
    takesTheValueOver_data();
}

void TestSecret::movesLeaveNothing()
{
    QFETCH(QByteArray, value);
    Secret first(value.toStdString());
    Secret second(std::move(first));
    Secret third(std::string("old"));
    third = std::move(second);
    QCOMPARE(QByteArray::fromStdString(std::string(third.reveal())), value);
    for (const Secret *left : {&first, &second}) {
        QVERIFY(left->isEmpty());
        QVERIFY(value.isEmpty() || !holds(*left, std::string_view(value.constData(), 4)));
    }
    Secret &itself = third;
    third = std::move(itself);
    QCOMPARE(QByteArray::fromStdString(std::string(third.reveal())), value);
}

void TestSecret::isWipedWhenItGoes()
{
    alignas(Secret) unsigned char memory[sizeof(Secret)];
    auto *secret = new (memory) Secret(std::string("canary-123"));
    QVERIFY(holds(memory, "canary"));
    secret->~Secret();
    QVERIFY(!holds(memory, "canary"));
}

void TestSecret::wipes()
{
    std::string text = "canary canary canary canary";
    text.resize(3);
    const char *bytes = text.data();
    const std::size_t capacity = text.capacity();
    wipe(text);
    QVERIFY(text.empty());
    QCOMPARE(text.capacity(), capacity);
    QVERIFY(std::all_of(bytes, bytes + capacity, [](char c) { return c == '\0'; }));
}

void TestSecret::sensitiveHeaders_data()
{
    QTest::addColumn<bool>("sensitive");
    for (const char *name : {"Authorization", "authorization", "Proxy-Authorization", "X-REQUEST-TOKEN",
                             "X-INS-AUTH-KEY", "X-Api-Key", "Api-Key", "apikey", "X_API_KEY", "Cookie",
                             "Set-Cookie", "X-Auth-Token", "Access-Token", "X-Client-Secret", "X-Password"})
        QTest::newRow(name) << true;
    for (const char *name :
         {"Content-Type", "X-PARTNER-NAME", "Accept", "User-Agent", "X-Author", "Keyboard", "Host", ""})
        QTest::newRow(name) << false;
}

void TestSecret::sensitiveHeaders()
{
    QTEST(isSensitiveHeader(QTest::currentDataTag()), "sensitive");
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
