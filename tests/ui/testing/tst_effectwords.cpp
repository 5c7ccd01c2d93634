// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/effectwords.h"

#include <QTest>

using namespace designer;
using namespace designer::ui;
using namespace Qt::StringLiterals;

/// What a payload does at Insider, in one sentence.
class TestEffectWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data();
    void says();
    void saysWhatWouldHappen_data();
    void saysWhatWouldHappen();
};

void TestEffectWords::says_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("partner"); // null: the request has no such header
    QTest::addColumn<QString>("sentence");
    const auto row
        = [](const char *name, const char *users, const char *sentence, const char *partner = nullptr) {
              QTest::newRow(name) << QByteArray(users) << QByteArray(partner) << QString::fromUtf8(sentence);
          };
    row("one event", R"({"users":[{"identifiers":{"email":"a@b.c"},"events":[{"event_name":"purchase"}]}]})",
        "This adds “purchase” to the profile of a@b.c at ornekmoda.", "ornekmoda");
    row("nobody says whose account it is",
        R"({"users":[{"identifiers":{"email":"a@b.c"},"events":[{"event_name":"purchase"}]}]})",
        "This adds “purchase” to the profile of a@b.c at Insider.");
    row("an account without a name",
        R"({"users":[{"identifiers":{"email":"a@b.c"},"events":[{"event_name":"purchase"}]}]})",
        "This adds “purchase” to the profile of a@b.c at Insider.", "");
    row("two events",
        R"({"users":[{"identifiers":{"uuid":"u1"},"events":[{"event_name":"a"},{"event_name":"b"}]}]})",
        "This adds “a”, “b” to the profile of u1 at Insider.");
    row("attributes alone", R"({"users":[{"identifiers":{"email":"a@b.c"},"attributes":{"age":3}}]})",
        "This changes the profile of a@b.c at Insider.");
    row("no events", R"({"users":[{"identifiers":{"email":"a@b.c"},"events":[]}]})",
        "This changes the profile of a@b.c at Insider.");
    row("the e-mail comes first",
        R"({"users":[{"identifiers":{"uuid":"u1","phone_number":"+905551112233","email":"a@b.c"}}]})",
        "This changes the profile of a@b.c at Insider.");
    row("the number comes before the id",
        R"({"users":[{"identifiers":{"uuid":"u1","phone_number":"+905551112233"}}]})",
        "This changes the profile of +905551112233 at Insider.");
    row("an identifier of their own",
        R"({"users":[{"identifiers":{"email":null,"custom":{"x":1},"loyalty_no":"L-7"}}]})",
        "This changes the profile of L-7 at Insider.");
    row("several customers", R"({"users":[{},{},{}]})",
        "This writes to the profiles of 3 customers at ornekmoda.", "ornekmoda");
    row("a customer that nobody knows",
        R"({"users":[{"identifiers":{},"events":[{"event_name":"purchase"}]}]})", "");
    row("an identifier that is no text", R"({"users":[{"identifiers":{"email":7}}]})", "");
    row("no customers", R"({"users":[]})", "");
    row("a word that waits for the name",
        R"({"users":[{"identifiers":{"email":"a@b.c"},"events":[{"event_name":"purchase"}]}]})",
        "This adds “purchase” to the profile of a@b.c at Insider.", "your_partner_name");
    row("another shape", R"({"text":"hello"})", "");
    row("no JSON", "hello", "");
}

void TestEffectWords::says()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, partner);
    testrun::TestRun run;
    run.payload = json::Document(payload.toStdString());
    run.request = http::Request();
    if (!partner.isNull())
        run.request->headers.push_back({"x-partner-name", partner.toStdString()});
    QTEST(effectWords(run, Happens::Really), "sentence");
    if (partner.isNull()) {
        run.request.reset(); // as where it was refused
        QTEST(effectWords(run, Happens::Really), "sentence");
    }
}

void TestEffectWords::saysWhatWouldHappen_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("an event") << QByteArray(
        R"({"users":[{"identifiers":{"email":"a@b.c"},"events":[{"event_name":"purchase"}]}]})")
                              << u"Sent live, it would add “purchase” to the profile of a@b.c at Insider."_s;
    QTest::newRow("attributes alone") << QByteArray(R"({"users":[{"identifiers":{"email":"a@b.c"}}]})")
                                      << u"Sent live, it would change the profile of a@b.c at Insider."_s;
    QTest::newRow("several customers") << QByteArray(R"({"users":[{},{}]})")
                                       << u"Sent live, it would write to the profiles of 2 customers at "
                                          "Insider."_s;
}

void TestEffectWords::saysWhatWouldHappen()
{
    QFETCH(QByteArray, payload);
    testrun::TestRun run;
    run.payload = json::Document(payload.toStdString());
    QTEST(effectWords(run, Happens::InTheSandbox), "sentence");
}

QTEST_GUILESS_MAIN(TestEffectWords)
#include "tst_effectwords.moc"
