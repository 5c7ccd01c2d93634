// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/blanks.h"
#include "connection/gallery.h"
#include "json/text.h"

#include <QTest>

using namespace designer;
using namespace designer::connection;

/// What is left to fill in.
class TestBlanks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void placesOfAConnection();
    void headersThatAreOffWaitForNothing();
    void shippedTemplates_data();
    void shippedTemplates();
};

static QString inWords(const std::vector<Blank> &blanks)
{
    QStringList out;
    for (const Blank &blank : blanks) {
        const char *const where = blank.where == Blank::Where::Url ? "url"
            : blank.where == Blank::Where::Body                    ? "body"
                                                                   : blank.header.c_str();
        out << QStringLiteral("%1: %2").arg(QString::fromLatin1(where), json::toQString(blank.word));
    }
    return out.join(QStringLiteral(", "));
}

void TestBlanks::words_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *text, const char *words) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(words);
    };
    row("none", "ornekmoda", "");
    row("empty", "", "");
    row("small letters", "your_api_token", "your_api_token");
    row("capitals", "YOUR_PIXEL_ID", "YOUR_PIXEL_ID");
    row("with dashes", "YOUR-DATA-CENTER", "YOUR-DATA-CENTER");
    row("with strokes", "https://hooks.slack.com/services/YOUR/WEBHOOK/URL", "YOUR/WEBHOOK/URL");
    row("a domain", "https://www.yourdomain.com/x", "yourdomain.com");
    row("after other words", "Bearer YOUR_ACCESS_TOKEN", "YOUR_ACCESS_TOKEN");
    row("in brackets", "[YOUR-API-KEY]", "YOUR-API-KEY");
    row("in a path", "https://graph.facebook.com/v17.0/YOUR_PIXEL_ID/events", "YOUR_PIXEL_ID");
    row("before a host's end", "https://YOUR-DATA-CENTER.segmentify.com/", "YOUR-DATA-CENTER");
    row("two", "https://YOUR-DC.x.com?k=YOUR-API-KEY", "YOUR-DC, YOUR-API-KEY");
    row("twice the same", "YOUR_ID YOUR_ID", "YOUR_ID");
    row("digits", "YOUR_ID2 your_id_2", "YOUR_ID2, your_id_2");
    row("the end is a letter", "YOUR_ID_", "YOUR_ID");
    row("in quotes", "\"your_value\"", "your_value");
    row("prose", "Thank you for your order. Is it yours? YOUR ORDER", "");
    row("inside a word", "colour_x MYYOUR_ID 9YOUR_ID _your_x", "");
    row("small after capitals", "YOUR_id", "");
    row("capitals after small", "your_ID", "");
    row("nothing follows", "your_ YOUR_ YOUR- your YOUR", "");
    row("cut", "YOUR_A", "YOUR_A");
    row("a placeholder", "##your_email## ##properties.your_name##", "");
}

void TestBlanks::words()
{
    QFETCH(QByteArray, text);
    QStringList found;
    for (const std::string &word : blankWords(text.toStdString()))
        found << json::toQString(word);
    QTEST(found.join(QStringLiteral(", ")), "words");
}

void TestBlanks::placesOfAConnection()
{
    const auto connection = Connection::load(R"({
  "endpoint_url": "https://api.example.com/YOUR_ID",
  "request_format": {"a": "your_value", "b": "##your_event##"},
  "headers": {"X-A": "fine", "X-B": "your_name", "X-C": "{{secret:TOKEN}}"}
})");
    QVERIFY(connection);
    QCOMPARE(inWords(blanks(*connection)),
             QStringLiteral("X-B: your_name, url: api.example.com, url: YOUR_ID, body: your_value"));
}

void TestBlanks::headersThatAreOffWaitForNothing()
{
    const auto connection = Connection::load(
        R"({"endpoint_url": "https://x.y/", "request_format": {}, "headers": {},
  "x_designer": {"headers_off": {"X-B": "your_name"}}})");
    QVERIFY(connection);
    QCOMPARE(connection->headersOff().size(), 1U);
    QVERIFY(blanks(*connection).empty());
}

void TestBlanks::shippedTemplates_data()
{
    QTest::addColumn<QString>("blanks");
    const auto row
        = [](const char *name, const char *words) { QTest::newRow(name) << QString::fromUtf8(words); };
    row("insider-purchase", "X-PARTNER-NAME: your_partner_name");
    row("hardal-insider-purchase", "X-PARTNER-NAME: your_partner_name, X-REQUEST-TOKEN: your_api_token");
    row("blank", "url: api.example.com");
    row("slack", "url: YOUR/WEBHOOK/URL");
    row("meta", "Authorization: YOUR_ACCESS_TOKEN, url: YOUR_PIXEL_ID");
    row("segmentify-basket", "Origin: yourdomain.com, url: YOUR-DATA-CENTER, url: YOUR-API-KEY");
    row("tiktok", "body: YOUR_PIXEL_ID");
}

void TestBlanks::shippedTemplates()
{
    const auto connection
        = Connection::load(galleryTemplate(QString::fromLatin1(QTest::currentDataTag()))->bytes);
    QTEST(inWords(blanks(*connection)), "blanks");
}

QTEST_GUILESS_MAIN(TestBlanks)
#include "tst_blanks.moc"
