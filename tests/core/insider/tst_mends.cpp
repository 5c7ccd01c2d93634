// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/catalogue.h"
#include "insider/endpoint.h"
#include "insider/mends.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::insider;

using Headers = std::vector<Header>;
Q_DECLARE_METATYPE(Headers)
Q_DECLARE_METATYPE(HeaderMend)

/// What the rules would have in the place of what they complain of.
class TestMends : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void header_data();
    void header();
    void missing_data();
    void missing();
    void partner_data();
    void partner();
    void partnerInWords();
    void partnerBlank();
    void address_data();
    void address();
    void otherSettings_data();
    void otherSettings();
};

namespace {

Finding finding(std::string code, Severity severity = Severity::Error)
{
    Finding out;
    out.code = std::move(code);
    out.severity = severity;
    return out;
}

} // namespace

void TestMends::header_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<HeaderMend>("mend");
    QTest::addColumn<QByteArray>("better");
    const auto row = [](const char *what, const char *name, const char *value, HeaderMend mend,
                        const char *better = "") {
        QTest::newRow(what) << QByteArray(name) << QByteArray(value) << mend << QByteArray(better);
    };
    row("a partner in capitals", "X-PARTNER-NAME", "Lale", HeaderMend::Replace, "lale");
    row("a partner with blanks", "X-PARTNER-NAME", "la le\tx", HeaderMend::Replace, "lalex");
    row("an empty partner", "X-PARTNER-NAME", "", HeaderMend::FillIn);
    row("a blank token", "X-REQUEST-TOKEN", " \t", HeaderMend::FillIn);
    row("another service's header", "Authorization", "Bearer x", HeaderMend::Remove);
    row("a content type that is not sent", "Content-Type", "text/xml", HeaderMend::Remove);
}

void TestMends::header()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(HeaderMend, mend);
    QFETCH(QByteArray, better);
    const auto found = checkHeaders({{name.toStdString(), value.toStdString()}}, "application/json");
    const auto its = std::find_if(found.begin(), found.end(), [&](const HeaderFinding &one) {
        return one.headerName == name.toStdString();
    });
    QVERIFY(its != found.end());
    const HeaderRemedy remedy = headerRemedy(its->finding, value.toStdString());
    QCOMPARE(remedy.mend, mend);
    QCOMPARE(QByteArray::fromStdString(remedy.value), better);
    QCOMPARE(headerRemedy(finding("HEADER_INVALID"), value.toStdString()).mend, HeaderMend::None);
}

void TestMends::missing_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QStringList>("expected");
    const QString partner = QStringLiteral("X-PARTNER-NAME");
    const QString token = QStringLiteral("X-REQUEST-TOKEN");
    QTest::newRow("none") << Headers{} << QStringList{partner, token};
    QTest::newRow("both") << Headers{{"X-PARTNER-NAME", "a"}, {"X-REQUEST-TOKEN", "b"}} << QStringList{};
    QTest::newRow("names have no case") << Headers{{"x-partner-name", "a"}} << QStringList{token};
    QTest::newRow("an empty one is there") << Headers{{"X-REQUEST-TOKEN", ""}} << QStringList{partner};
    QTest::newRow("others do not count") << Headers{{"X-PARTNER", "a"}} << QStringList{partner, token};
}

void TestMends::missing()
{
    QFETCH(Headers, headers);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const std::string &name : missingHeaders(headers))
        found << QString::fromStdString(name);
    QCOMPARE(found, expected);
}

void TestMends::partner_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("right already") << QByteArray("lale") << QByteArray("lale");
    QTest::newRow("capitals") << QByteArray("LaLe") << QByteArray("lale");
    QTest::newRow("blanks and tabs") << QByteArray(" la\tle ") << QByteArray("lale");
    QTest::newRow("a capital I with its dot") << QByteArray("İSTANBUL") << QByteArray("istanbul");
    QTest::newRow("letters beyond ASCII") << QByteArray("ÖZ Ş") << QByteArray("özş");
}

void TestMends::partner()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(mendedPartner(given.toStdString())), expected);
}

/// The finding writes the very value that the mend puts in.
void TestMends::partnerInWords()
{
    const auto found
        = checkHeaders({{"X-PARTNER-NAME", "İSTAN Bul"}, {"X-REQUEST-TOKEN", "t"}}, "application/json");
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY2(found.front().finding.message.contains(QStringLiteral("“istanbul”")),
             qPrintable(found.front().finding.message));
}

void TestMends::partnerBlank()
{
    QVERIFY(isPartnerBlank("your_partner_name"));
    QVERIFY(!isPartnerBlank("your_api_token"));
    QVERIFY(!isPartnerBlank(""));
}

void TestMends::address_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray upsert = "https://unification.useinsider.com/api/user/v1/upsert";
    QTest::newRow("http") << QByteArray("http://unification.useinsider.com/api/user/v1/upsert") << upsert;
    QTest::newRow("HTTP in capitals")
        << QByteArray("HTTP://unification.useinsider.com/api/user/v1/upsert?a=1") << upsert + "?a=1";
    QTest::newRow("another path") << QByteArray("https://unification.useinsider.com/api/event/v1/collect")
                                  << upsert;
    QTest::newRow("another host") << QByteArray("https://api.useinsider.com/api/user/v1/upsert") << upsert;
    QTest::newRow("one that deletes")
        << QByteArray("http://unification.useinsider.com/api/user/v1/delete") << upsert;
}

void TestMends::address()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, expected);
    const Findings found = checkEndpoint(url.toStdString());
    QVERIFY(!found.empty());
    const auto mended = mendedSetting(found.front(), url.toStdString());
    QVERIFY(mended.has_value());
    QCOMPARE(QByteArray::fromStdString(*mended), expected);
    QVERIFY(checkEndpoint(*mended).empty());
    QVERIFY(isUpsertEndpoint(*mended));
}

void TestMends::otherSettings_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("expected"); // empty: none
    QTest::newRow("content type") << QByteArray("HEADER_CONTENT_TYPE") << QByteArray("application/json");
    QTest::newRow("method") << QByteArray("METHOD_WRONG") << QByteArray();
    QTest::newRow("no address at all") << QByteArray("ENDPOINT_INVALID") << QByteArray();
}

void TestMends::otherSettings()
{
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, expected);
    const auto mended = mendedSetting(finding(code.toStdString()), "http://unification.useinsider.com/");
    QCOMPARE(QByteArray::fromStdString(mended.value_or("")), expected);
}

QTEST_APPLESS_MAIN(TestMends)
#include "tst_mends.moc"
