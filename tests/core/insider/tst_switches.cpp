// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/switches.h"
#include "template/placeholder.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using insider::Switch;
using insider::SwitchState;

/// The two switches of a request, read from and written into its body.
class TestSwitches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void writes_data();
    void writes();
    void reads_data();
    void reads();
};

void TestSwitches::writes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("skipHook");
    QTest::addColumn<bool>("on");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *body, bool skipHook, bool on, const char *after) {
        QTest::newRow(name) << QByteArray(body) << skipHook << on << QByteArray(after);
    };
    row("skip_hook, before the users", "{\n  \"users\": []\n}", true, true,
        "{\n  \"skip_hook\": true,\n  \"users\": []\n}");
    row("skip_hook, where it stands", R"({"users":[],"skip_hook" : false})", true, true,
        R"({"users":[],"skip_hook" : true})");
    row("skip_hook off", R"({"skip_hook":true})", true, false, R"({"skip_hook":false})");
    row("off where it is not there", R"({"users":[]})", true, false, R"({"users":[]})");
    row("not_append, in each user", R"({"users":[{"a":##b##},{"c":1}]})", false, true,
        R"({"users":[{"a":##b##,"not_append":true},{"c":1,"not_append":true}]})");
    row("append decides, so it is what changes",
        R"({"users":[{"append":true,"not_append":true},{"append":false}]})", false, true,
        R"({"users":[{"append":false,"not_append":true},{"append":false}]})");
    row("append off", R"({"users":[{"append":false}]})", false, false, R"({"users":[{"append":true}]})");
    row("the request's own, once for all users", R"({"users":[{"a":1},{"b":2}],"not_append":true})", false,
        false, R"({"users":[{"a":1},{"b":2}],"not_append":false})");
    row("the request's own, beside a user's", R"({"append":true,"users":[{"not_append":false},{}]})", false,
        true, R"({"append":false,"users":[{"not_append":true},{}]})");
    row("not_append off", R"({"users":[{"not_append":true,"a":1}]})", false, false,
        R"({"users":[{"not_append":false,"a":1}]})");
}

void TestSwitches::writes()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, skipHook);
    QFETCH(bool, on);
    QFETCH(QByteArray, after);
    const json::Document document(body.toStdString(), {&tmpl::placeholderLength});
    QVERIFY(document.isValid());
    const Switch which = skipHook ? Switch::SkipHook : Switch::NotAppend;
    QCOMPARE(QByteArray::fromStdString(insider::withSwitch(document, which, on)), after);
}

void TestSwitches::reads_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("skipHook");
    QTest::addColumn<int>("state"); // -1: no place for it
    const auto row = [](const char *name, const char *body, bool skipHook, int state) {
        QTest::newRow(name) << QByteArray(body) << skipHook << state;
    };
    row("off", R"({"users":[{}]})", true, static_cast<int>(SwitchState::Off));
    row("on", R"({"skip_hook":true})", true, static_cast<int>(SwitchState::On));
    row("left to the event", R"({"skip_hook":"##a##"})", true, static_cast<int>(SwitchState::Mixed));
    row("one of two users", R"({"users":[{"not_append":true},{}]})", false,
        static_cast<int>(SwitchState::Mixed));
    row("append wins", R"({"users":[{"append":true,"not_append":true}]})", false,
        static_cast<int>(SwitchState::Off));
    row("append off is replacing", R"({"users":[{"append":false}]})", false,
        static_cast<int>(SwitchState::On));
    row("the request's own", R"({"not_append":true,"users":[{},{}]})", false,
        static_cast<int>(SwitchState::On));
    row("a user's own before the request's", R"({"not_append":true,"users":[{"not_append":false}]})", false,
        static_cast<int>(SwitchState::Off));
    row("append left to the event", R"({"users":[{"append":"##a##","not_append":true}]})", false,
        static_cast<int>(SwitchState::Mixed));
    row("all users", R"({"users":[{"not_append":true}]})", false, static_cast<int>(SwitchState::On));
    row("no users", R"({"users":[]})", false, -1);
    row("no object", "[1]", true, -1);
}

void TestSwitches::reads()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, skipHook);
    QFETCH(int, state);
    const json::Document document(body.toStdString());
    const auto found = insider::switchState(document, skipHook ? Switch::SkipHook : Switch::NotAppend);
    QCOMPARE(found ? static_cast<int>(*found) : -1, state);
}

QTEST_GUILESS_MAIN(TestSwitches)
#include "tst_switches.moc"
