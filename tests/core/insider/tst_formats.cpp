// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/formats.h"
#include "insider/nearness.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer::insider;

using Check = bool (*)(std::string_view);
Q_DECLARE_METATYPE(Check)

class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void texts_data();
    void texts();
    void editDistances_data();
    void editDistances();
    void nearestAttributes_data();
    void nearestAttributes();
};

void TestFormats::texts_data()
{
    QTest::addColumn<Check>("check");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, Check check, const QByteArray &text, bool expected) {
        QTest::newRow(name) << check << text << expected;
    };
    row("email", isInsiderEmail, "ada@example.org", true);
    row("email: shortest", isInsiderEmail, "a@b.c", true);
    row("email: nothing before @", isInsiderEmail, "@b.c", false);
    row("email: an @ before @", isInsiderEmail, "@@b.c", true);
    row("email: nothing between @ and dot", isInsiderEmail, "a@.c", false);
    row("email: dot after an empty label", isInsiderEmail, "a@..c", true);
    row("email: nothing after the dot", isInsiderEmail, "a@b.", false);
    row("email: two dots at the end", isInsiderEmail, "a@b..", true);
    row("email: no dot", isInsiderEmail, "a@bc", false);
    row("email: dot before @ only", isInsiderEmail, "a.b@cd", false);
    row("email: blanks", isInsiderEmail, "a b@c d.e f", true);
    row("email: line feed inside", isInsiderEmail, "a\n@b.c", false);
    row("email: line feed at the end", isInsiderEmail, "a@b.c\n", false);
    row("email: carriage return", isInsiderEmail, "a\r@b.c", true);
    row("email: two-byte letters", isInsiderEmail, "\xC3\xBC@\xC3\xBC.\xC3\xBC", true);
    row("email: empty", isInsiderEmail, "", false);

    row("http", isInsecureAddress, "http://a.b", true);
    row("http in capitals", isInsecureAddress, "HTTP://a.b", true);
    row("https in capitals", isInsecureAddress, "HTTPS://a.b", false);
    row("no address", isInsecureAddress, "httpfoo", false);

    for (const char *whole : {"0", "-0", "0.0", "0e5", "0.00e-9", "1", "-12", "1.0", "10e2", "1.5e1", "1E+2",
                              "100e-2", "10.0e-1", "123.450e2", "1e99999999999999999999"})
        row(qPrintable(QStringLiteral("whole: %1").arg(QLatin1String(whole))), isInteger, whole, true);
    for (const char *broken : {"1.5", "-0.1", "1.5e0", "1.55e1", "15e-1", "1e-1", "0.001e2", "123.45e1",
                               "1e-99999999999999999999"})
        row(qPrintable(QStringLiteral("not whole: %1").arg(QLatin1String(broken))), isInteger, broken, false);

    row("phone: 7 digits", isInsiderPhone, "+1234567", true);
    row("phone: 6 digits", isInsiderPhone, "+123456", false);
    row("phone: 15 digits", isInsiderPhone, "+123456789012345", true);
    row("phone: 16 digits", isInsiderPhone, "+1234567890123456", false);
    row("phone: begins with 0", isInsiderPhone, "+0123456789", false);
    row("phone: no plus", isInsiderPhone, "905321234567", false);
    row("phone: blank inside", isInsiderPhone, "+90 5321234567", false);
    row("phone: line feed at the end", isInsiderPhone, "+905321234567\n", false);
    row("phone: Arabic digits", isInsiderPhone, "+1\xD9\xA1\xD9\xA2\xD9\xA3\xD9\xA4\xD9\xA5\xD9\xA6", false);
    row("phone: empty", isInsiderPhone, "", false);

    row("event: plain", isInsiderEventName, "order_delivered", true);
    row("event: one digit", isInsiderEventName, "7", true);
    row("event: all signs", isInsiderEventName, "a.b_c-9", true);
    row("event: capital inside", isInsiderEventName, "pageView", false);
    row("event: capital first", isInsiderEventName, "Page", false);
    row("event: underscore first", isInsiderEventName, "_page", false);
    row("event: blank", isInsiderEventName, "page view", false);
    row("event: dotless i", isInsiderEventName, "sat\xC4\xB1n", false);
    row("event: line feed", isInsiderEventName, "page\n", false);
    row("event: empty", isInsiderEventName, "", false);

    row("plausible: plain", isPlausibleEmail, "ada@example.org", true);
    row("plausible: plus and dots", isPlausibleEmail, "a.b+c@mail.example.co", true);
    row("plausible: other alphabet", isPlausibleEmail, "\xC5\x9F@\xC5\x9F.com", true);
    row("plausible: two @", isPlausibleEmail, "a@b@c.de", false);
    row("plausible: blank", isPlausibleEmail, "a b@c.de", false);
    row("plausible: dot first", isPlausibleEmail, ".a@c.de", false);
    row("plausible: two dots", isPlausibleEmail, "a..b@c.de", false);
    row("plausible: hyphen ends label", isPlausibleEmail, "a@c-.de", false);
    row("plausible: one-letter end", isPlausibleEmail, "a@c.d", false);
    row("plausible: number at the end", isPlausibleEmail, "a@10.0.0.1", false);

    row("time: Z", isTimestamp, "2026-01-10T21:35:20Z", true);
    row("time: milliseconds", isTimestamp, "2026-01-10T21:35:20.125Z", true);
    row("time: offset", isTimestamp, "2026-01-10T21:35:20+03:00", true);
    row("time: no offset", isTimestamp, "2026-01-10T21:35:20", false);
    row("time: blank for T", isTimestamp, "2026-01-10 21:35:20Z", false);
    row("time: date only", isTimestamp, "2026-01-10", false);
    row("time: 30 February", isTimestamp, "2026-02-30T00:00:00Z", false);
    row("time: epoch", isTimestamp, "1633166397", false);
    row("birthday: Z", isBirthday, "1990-05-23T00:00:00Z", true);
    row("birthday: offset of zero", isBirthday, "1990-05-23T00:00:00+00:00", false);
    row("birthday: date only", isBirthday, "1990-05-23", false);

    row("language", isLanguage, "tr", true);
    row("language: country", isLanguage, "en_US", true);
    row("language: hyphen", isLanguage, "en-US", false);
    row("language: words", isLanguage, "Turkish", false);
    row("language: open end", isLanguage, "en_", false);
    row("address: https", isWebAddress, "https://example.org/a?b", true);
    row("address: http in capitals", isWebAddress, "HTTP://example.org", true);
    row("address: path only", isWebAddress, "/shop/1", false);
    row("address: no host", isWebAddress, "https:///a", false);
    row("address: another scheme", isWebAddress, "ftp://example.org", false);
    row("address: blank", isWebAddress, "https://example.org/a b", false);
}

void TestFormats::texts()
{
    QFETCH(Check, check);
    QFETCH(QByteArray, text);
    QFETCH(bool, expected);
    QCOMPARE(check(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))), expected);
}

void TestFormats::editDistances_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<int>("expected");
    QTest::newRow("same") << QByteArray("gender") << QByteArray("gender") << 0;
    QTest::newRow("replaced") << QByteArray("gendar") << QByteArray("gender") << 1;
    QTest::newRow("missing") << QByteArray("gendr") << QByteArray("gender") << 1;
    QTest::newRow("added") << QByteArray("genderr") << QByteArray("gender") << 1;
    QTest::newRow("swapped") << QByteArray("gneder") << QByteArray("gender") << 1;
    QTest::newRow("two") << QByteArray("gnedr") << QByteArray("gender") << 2;
    QTest::newRow("more than the limit") << QByteArray("abcdef") << QByteArray("gender") << 3;
    QTest::newRow("much longer") << QByteArray("gender_of_the_user") << QByteArray("gender") << 3;
    QTest::newRow("empty") << QByteArray() << QByteArray("ab") << 2;
}

void TestFormats::editDistances()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(int, expected);
    QCOMPARE(editDistance(a.toStdString(), b.toStdString(), 2), static_cast<std::size_t>(expected));
    QCOMPARE(editDistance(b.toStdString(), a.toStdString(), 2), static_cast<std::size_t>(expected));
}

void TestFormats::nearestAttributes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *expected) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(expected);
    };
    row("phone", "phone_number");
    row("phoneNumber", "phone_number");
    row("Email", "email");
    row("e_mail", "email");
    row("emailOptin", "email_optin");
    row("email_optn", "email_optin");
    row("firstName", "name");
    row("last-name", "surname");
    row("birthdate", "birthday");
    row("gendre", "gender");
    row("nmae", "name");
    row("citi", "city");
    row("note", "");
    row("phone_no", "phone_number");
    row("Age", "age");
    row("loyalty", "");
    row("page", "");
    row("wage", "");
    row("game", "");
    row("favorite_color", "");
    row("c_loyalty", "");
    row("_", "");
}

void TestFormats::nearestAttributes()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, expected);
    const auto near = nearestAttribute(name.toStdString());
    QCOMPARE(QByteArray::fromStdString(std::string(near.value_or(""))), expected);
}

QTEST_GUILESS_MAIN(TestFormats)

#include "tst_formats.moc"
