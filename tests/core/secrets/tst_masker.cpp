// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/encodings.h"
#include "secrets/masker.h"

#include "json/text.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace designer;
using namespace designer::secrets;

namespace {

const QByteArray canary("can\"ary/ş 😀+&<k>%e'y\\");

QByteArray jsonAscii(const QByteArray &value)
{
    QByteArray out;
    for (const QChar c : QString::fromUtf8(value)) {
        if (c == u'"' || c == u'\\' || c == u'/')
            out += '\\' + QByteArray(1, c.toLatin1());
        else if (c.unicode() < 0x7f)
            out += c.toLatin1();
        else
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return out;
}

QByteArray jsonText(const QByteArray &value)
{
    const std::string text = json::quoted(value.toStdString());
    return QByteArray::fromStdString(text.substr(1, text.size() - 2));
}

QByteArray withoutPadding(QByteArray text)
{
    while (text.endsWith('='))
        text.chop(1);
    return text;
}

Masker maskerFor(const QByteArray &value)
{
    Secrets secrets;
    secrets.emplace("CANARY", Secret(value.toStdString()));
    return Masker(secrets);
}

QByteArray masked(const Masker &masker, const QByteArray &text)
{
    return QByteArray::fromStdString(
        masker.mask(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))));
}

} // namespace

class TestMasker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void masksEveryForm_data();
    void masksEveryForm();
    void masksBase64InAnyPlace_data();
    void masksBase64InAnyPlace();
    void knowsTheBeginningOfWhatIsCut_data();
    void knowsTheBeginningOfWhatIsCut();
    void takesShortOnesForThemselves_data();
    void takesShortOnesForThemselves();
    void takesCredentialsForThemselves_data();
    void takesCredentialsForThemselves();
    void leavesOthersAlone_data();
    void leavesOthersAlone();
    void longestWins();
    void severalSecrets();
    void keepsInvalidBytes();
    void randomSecrets();
};

void TestMasker::masksEveryForm_data()
{
    QTest::addColumn<QByteArray>("form");
    const QString text = QString::fromUtf8(canary);
    QTest::newRow("as it is") << canary;
    QTest::newRow("JSON") << jsonText(canary);
    QTest::newRow("JSON in JSON") << jsonText(jsonText(canary));
    QTest::newRow("JSON, ASCII only") << jsonAscii(canary);
    QTest::newRow("JSON, ASCII only, capitals")
        << jsonAscii(canary).replace("\\ud83d\\ude00", "\\uD83D\\uDE00");
    QTest::newRow("JSON in JSON, slashes escaped") << jsonText(jsonText(canary).replace("/", "\\/"));
    QTest::newRow("JSON, ASCII only, in JSON") << jsonText(jsonAscii(canary));
    QTest::newRow("percent") << canary.toPercentEncoding();
    QTest::newRow("percent, small letters") << canary.toPercentEncoding().toLower();
    QTest::newRow("percent, as little as needed") << canary.toPercentEncoding("\"/+&<>'\\");
    QTest::newRow("percent, everything") << canary.toPercentEncoding({}, "canryke");
    QTest::newRow("form") << canary.toPercentEncoding(" ").replace(' ', '+');
    QTest::newRow("XML") << text.toHtmlEscaped().toUtf8();
    QTest::newRow("XML with apostrophe")
        << text.toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;")).toUtf8();
    const QByteArray xml = text.toHtmlEscaped().toUtf8();
    const QByteArray percent = canary.toPercentEncoding();
    QTest::newRow("XML in JSON") << jsonText(xml);
    QTest::newRow("XML in JSON, ASCII only") << jsonAscii(xml);
    QTest::newRow("JSON in XML") << QString::fromUtf8(jsonText(canary)).toHtmlEscaped().toUtf8();
    QTest::newRow("XML in XML") << QString::fromUtf8(xml).toHtmlEscaped().toUtf8();
    QTest::newRow("JSON in percent") << jsonText(canary).toPercentEncoding();
    QTest::newRow("percent in JSON, slashes escaped")
        << jsonText(canary.toPercentEncoding("/")).replace("/", "\\/");
    QTest::newRow("percent in percent") << percent.toPercentEncoding();
    QTest::newRow("XML in percent") << xml.toPercentEncoding();
    QTest::newRow("percent in XML")
        << QString::fromUtf8(canary.toPercentEncoding("&'")).toHtmlEscaped().toUtf8();
    QTest::newRow("hexadecimal") << canary.toHex();
    QTest::newRow("hexadecimal, capitals") << canary.toHex().toUpper();
}

void TestMasker::masksEveryForm()
{
    QFETCH(QByteArray, form);
    const Masker masker = maskerFor(canary);
    QCOMPARE(masked(masker, form), QByteArray("••••••"));
    QCOMPARE(masked(masker, "before " + form + " between " + form),
             QByteArray("before •••••• between ••••••"));
    QCOMPARE(masker.mask(QString::fromUtf8("ğ" + form)), QStringLiteral("ğ••••••"));
}

void TestMasker::masksBase64InAnyPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    for (const char *before : {"", "u", "us", "user:", "Bearer "})
        QTest::newRow(before) << QByteArray(before);
}

void TestMasker::masksBase64InAnyPlace()
{
    QFETCH(QByteArray, before);
    const Masker masker = maskerFor(canary);
    for (const auto option : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        for (const char *after : {"", "x", "xy", "xyz"}) {
            const QByteArray encoded = (before + canary + after).toBase64(option);
            const QByteArray shown = masked(masker, encoded);
            // All but the letters at the edges, which hold less than one byte of it each.
            QVERIFY2(shown.contains("••••••"), shown.constData());
            const qsizetype left = withoutPadding(shown).size() - QByteArray("••••••").size();
            QVERIFY2(left <= (before.size() + QByteArray(after).size()) * 4 / 3 + 4, shown.constData());
        }
    }
}

void TestMasker::knowsTheBeginningOfWhatIsCut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("before its last byte", "x" + canary.left(canary.size() - 1) + "…", "x••••••…");
    row("after three bytes", "“xcan…” is", "“x••••••…” is");
    row("after two, which tell nothing", "xca…", "xca…");
    row("in JSON", "xcan\\\"ar…", "x••••••…");
    row("in JSON in JSON", "xcan\\\\\\\"ar…", "x••••••…");
    row("in an escape", "xcan\\…", "x••••••\\…");
    row("in a long escape", "xcan\\u00…", "x••••••\\u00…");
    row("in a percent-encoding", "xcan%22ary%…", "x••••••%…");
    row("in an entity", "xcan&quo…", "x••••••&quo…");
    row("with the sign escaped", "xcan\\u2026", "x••••••\\u2026");
    row("not cut", "can…", "••••••…");
    row("another text", "xcat…", "xcat…");
    row("without the sign", "xcan", "xcan");
}

void TestMasker::knowsTheBeginningOfWhatIsCut()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    QCOMPARE(masked(maskerFor(canary), text), shown);
}

void TestMasker::takesShortOnesForThemselves_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("asData");
    QTest::addColumn<QByteArray>("asWords");
    const auto row = [](const char *secret, const QByteArray &text, const QByteArray &asData,
                        const QByteArray &asWords) {
        QTest::newRow((secret + QByteArray(" in ") + text).constData())
            << QByteArray(secret) << text << asData << asWords;
    };
    const auto same = [row](const char *secret, const QByteArray &text, const QByteArray &shown) {
        row(secret, text, shown, shown);
    };
    // Where all of it is a value.
    same("a", "a", "••••••");
    same("a", R"(["X-Api-Key","a"])", R"(["X-Api-Key","••••••"])");
    same("a", R"(\"a\":\"a\")", R"(\"••••••\":\"••••••\")");
    same("a", "https://a.example.com/a?k=a&b=c", "https://a.example.com/••••••?k=••••••&b=c");
    same("a", "X-Api-Key: a\r\nB: c", "X-Api-Key: ••••••\r\nB: c");
    same("a", "<k>a</k>", "<k>••••••</k>");
    same("a", "%22a%22", "%22••••••%22");
    same("a", "the text “a” is", "the text “••••••” is");
    // A sign that tells values from each other is told from others by nothing.
    same("&", "&", "••••••");
    same("&", "k=%26&", "k=%26&");
    same("\"", R"("\"")", R"("\"")");
    // Where it is not.
    same("a", "accepted, judged by the status alone", "accepted, judged by the status alone");
    same("a", "a problem, and a way out", "a problem, and a way out");
    same("a", R"({"path":"/api/data"})", R"({"path":"/api/data"})");
    same("1", R"({"count":1,"b":10})", R"({"count":1,"b":10})");
    same("1", "127.0.0.1:8080 HTTP/1.1", "127.0.0.1:8080 HTTP/1.1");
    same("abc", "abcd xabc abc_d 1abc2 şabcş", "abcd xabc abc_d 1abc2 şabcş");
    same("abc", "\\nabcd", "\\nabcd");
    // From three bytes on, what stands alone in a text of others.
    row("abc", "no such token abc.", "no such token ••••••.", "no such token abc.");
    row("abc", "abc is expired", "•••••• is expired", "abc is expired");
    row("abc", "x-abc-y", "x-••••••-y", "x-abc-y");
    row("abc", "(abc)", "(••••••)", "(abc)");
    same("abc", "line\\nabc\\tx", "line\\n••••••\\tx");
    same("abc", "\\u0022abc\\u0022", "\\u0022••••••\\u0022");
    row("abc", "x%20abc%20y", "x%20••••••%20y", "x%20••••••%20y");
    row("200", "status 200", "status ••••••", "status 200");
    // Six bytes are told from other words.
    same("abcdef", "xabcdefy", "x••••••y");
}

void TestMasker::takesShortOnesForThemselves()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, asData);
    QFETCH(QByteArray, asWords);
    const Masker masker = maskerFor(secret);
    QCOMPARE(masked(masker, text), asData);
    QCOMPARE(masker.mask(QString::fromUtf8(text), Masker::In::Words).toUtf8(), asWords);
    const QByteArray asName = masker.mask(QString::fromUtf8(text), Masker::In::Names).toUtf8();
    QCOMPARE(asName, secret.size() < 6 ? text : asData);
}

void TestMasker::takesCredentialsForThemselves_data()
{
    QTest::addColumn<QByteArray>("credential");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *credential, const char *text, const char *shown) {
        QTest::newRow(text) << QByteArray(credential) << QByteArray(text) << QByteArray(shown);
    };
    row("200", "status 200", "status 200");
    row("200", R"(["X-Token","200"])", R"(["X-Token","••••••"])");
    row("token", "no such token", "no such token");
    row("token", "X-Token: token", "X-Token: ••••••");
    row("abcdef", "xabcdefy", "x••••••y");
}

void TestMasker::takesCredentialsForThemselves()
{
    QFETCH(QByteArray, credential);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    Secrets credentials;
    credentials.emplace("C", Secret(credential.toStdString()));
    QCOMPARE(masked(Masker({}, credentials), text), shown);
}

void TestMasker::leavesOthersAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another text") << QByteArray("can\"arx/ş 😀");
    QTest::newRow("beginning only") << canary.left(canary.size() - 1);
    QTest::newRow("end only") << canary.mid(1);
    QTest::newRow("escapes") << QByteArray("\\ \\u \\u12 % %4 %zz & &amp; + \\");
    QTest::newRow("other letter case") << canary.toUpper();
}

void TestMasker::leavesOthersAlone()
{
    QFETCH(QByteArray, text);
    QCOMPARE(masked(maskerFor(canary), text), text);
    QCOMPARE(masked(Masker(), text), text);
    QCOMPARE(masked(maskerFor({}), text), text);
}

void TestMasker::longestWins()
{
    Secrets secrets;
    secrets.emplace("A", Secret(std::string("abcdef")));
    secrets.emplace("B", Secret(std::string("abcdefghi")));
    QCOMPARE(masked(Masker(secrets), "abcdefghi abcdefgh"), QByteArray("•••••• ••••••gh"));
}

void TestMasker::severalSecrets()
{
    Secrets secrets;
    secrets.emplace("A", Secret(std::string("the first")));
    secrets.emplace("B", Secret(std::string("second")));
    QCOMPARE(masked(Masker(secrets), "the firstsecond the first"), QByteArray("•••••••••••• ••••••"));
}

void TestMasker::keepsInvalidBytes()
{
    const QByteArray text("\xff\xfe" + canary + QByteArray("\0\xc4", 2));
    QCOMPARE(masked(maskerFor(canary), text), QByteArray("\xff\xfe••••••") + QByteArray("\0\xc4", 2));
}

void TestMasker::randomSecrets()
{
    QRandomGenerator random(7);
    const QString letters = QStringLiteral("ab\\\"%+&<>/ ş😀é=01");
    for (int round = 0; round < 2000; ++round) {
        QString value;
        for (int i = 4 + random.bounded(12); i > 0; --i)
            value += letters.at(random.bounded(int(letters.size())));
        const QByteArray bytes = value.toUtf8();
        if (value.toUtf8() != QString::fromUtf8(bytes).toUtf8() || !value.isValidUtf16())
            continue;
        const Masker masker = maskerFor(bytes);
        for (const QByteArray &form :
             {bytes, jsonText(bytes), jsonAscii(bytes), bytes.toPercentEncoding(), bytes.toHex()}) {
            const QByteArray shown = masked(masker, "(" + form + ")");
            if (shown != "(••••••)")
                QCOMPARE(shown, QByteArray("(••••••)"));
        }
    }
}

QTEST_GUILESS_MAIN(TestMasker)
#include "tst_masker.moc"
