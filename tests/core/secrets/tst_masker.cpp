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
    secrets.emplace("A", Secret(std::string("abc")));
    secrets.emplace("B", Secret(std::string("abcdef")));
    QCOMPARE(masked(Masker(secrets), "abcdef abcde"), QByteArray("•••••• ••••••de"));
}

void TestMasker::severalSecrets()
{
    Secrets secrets;
    secrets.emplace("A", Secret(std::string("first")));
    secrets.emplace("B", Secret(std::string("second")));
    QCOMPARE(masked(Masker(secrets), "firstsecond first"), QByteArray("•••••••••••• ••••••"));
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
