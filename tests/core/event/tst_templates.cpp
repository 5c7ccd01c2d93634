// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/samples.h"
#include "template/template.h"
#include "json/layout.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace designer;

/// The shipped templates as files: what the gallery hands out.
class TestTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void indexListsEveryFile();
    void indexIsComplete();
    void each_data();
    void each();
    void ours_data();
    void ours();
    void publishedBodies_data();
    void publishedBodies();
    void purchaseSampleFillsPurchaseTemplates_data();
    void purchaseSampleFillsPurchaseTemplates();

private:
    static std::string read(const QString &name);
    static json::Document index() { return json::Document(read(QStringLiteral("templates.json"))); }
    static json::Document current();
};

std::string TestTemplates::read(const QString &name)
{
    QFile file(QStringLiteral(":/templates/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

json::Document TestTemplates::current()
{
    return json::Document(read(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".json")));
}

void TestTemplates::indexListsEveryFile()
{
    QStringList listed{QStringLiteral("templates.json")};
    const json::Document document = index();
    for (const json::Value &entry : document.root().find("templates").elements())
        listed << json::toQString(entry.find("file").text());
    listed.sort();
    QStringList files = QDir(QStringLiteral(":/templates")).entryList(QDir::Files);
    files.sort();
    QCOMPARE(listed, files);
}

void TestTemplates::indexIsComplete()
{
    const json::Document document = index();
    QVERIFY(document.isValid());
    QVERIFY(document.index().duplicateKeys().empty());
    QSet<QString> names;
    for (const json::Value &entry : document.root().find("templates").elements()) {
        const QString name = json::toQString(entry.find("name").text());
        names << name;
        QVERIFY(!entry.find("title").text().empty());
        QVERIFY(!entry.find("tab").text().empty());
        QVERIFY(entry.find("description").text().ends_with('.'));
        QVERIFY(entry.find("published").isBool());
        QCOMPARE(entry.find("published").isTrue(), name.startsWith(QStringLiteral("hardal-")));
    }
    QCOMPARE(std::size_t(names.size()), document.root().find("templates").size());
}

void TestTemplates::each_data()
{
    QTest::addColumn<bool>("exists");
    const json::Document document = index();
    for (const json::Value &entry : document.root().find("templates").elements())
        QTest::newRow(entry.find("name").text().c_str()) << true;
}

void TestTemplates::each()
{
    const json::Document document = current();
    QVERIFY(document.isValid());
    QVERIFY(document.index().duplicateKeys().empty());
    QByteArrayList keys;
    for (const json::Member &member : document.root().members())
        keys << QByteArray::fromStdString(member.nameText());
    const QByteArrayList seven{"endpoint_label", "endpoint_id",    "endpoint_url", "request_method",
                               "content_type",   "request_format", "headers"};
    if (keys.size() == 8)
        QCOMPARE(keys.takeLast(), QByteArray("x_designer"));
    QCOMPARE(keys, seven);
    QVERIFY(document.root().find("headers").isObject());
    const json::Value body = document.root().find("request_format");
    QVERIFY(body.isContainer());
    const auto compiled = tmpl::Template::compile(std::string(body.raw()), {});
    QVERIFY(compiled);
    QVERIFY(!compiled->placeholders().empty());
    QVERIFY(compiled->strayMarks().empty());
    QVERIFY(document.text().ends_with("}\n"));
    QVERIFY(document.root().find("endpoint_url").text().find('[') == std::string::npos);
}

void TestTemplates::ours_data()
{
    QTest::addColumn<QByteArray>("firesOn");
    QTest::newRow("insider-general") << QByteArray();
    QTest::newRow("insider-purchase") << QByteArray("purchase");
    QTest::newRow("insider-registration") << QByteArray("registration");
    QTest::newRow("insider-complete") << QByteArray("purchase");
}

/// No token lands in a file, and each fires on its own event.
void TestTemplates::ours()
{
    QFETCH(QByteArray, firesOn);
    const json::Document document = current();
    QCOMPARE(QByteArray::fromStdString(document.at("/headers/X-REQUEST-TOKEN").text()),
             QByteArray("{{secret:INSIDER_TOKEN}}"));
    QCOMPARE(QByteArray::fromStdString(document.at("/x_designer/conditions/rules/0/value").text()), firesOn);
    if (!firesOn.isEmpty()) {
        QCOMPARE(QByteArray::fromStdString(document.at("/request_format/users/0/events/0/event_name").text()),
                 firesOn);
    }
}

void TestTemplates::publishedBodies_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *pointer, const char *json) {
        QTest::newRow(name) << QByteArray(pointer) << QByteArray(json);
    };
    row("hardal-insider-general", "/request_format/users/0/events/0",
        R"({"event_name":"##event_name##","timestamp":"##created_at##","event_params":"##properties##"})");
    row("hardal-insider-purchase", "/request_format",
        R"({"users":[{"identifiers":{"email":"##user.email##","uuid":"##user_id##"},"events":[{"event_name":"purchase",)"
        R"("timestamp":"##created_at##","event_params":{"product_id":"##properties.product_id##",)"
        R"("name":"##properties.product_name##","unit_price":"##properties.price##",)"
        R"("currency":"##properties.currency##","quantity":"##properties.quantity##"}}]}]})");
    row("hardal-insider-registration", "/request_format/users/0/events/0/event_params",
        R"({"method":"##properties.registration_method##"})");
    row("slack", "/request_format",
        R"({"text":"New Event: ##event_name##\nProperties: ##properties##\nTime: ##created_at##"})");
    row("meta", "/headers", R"({"Authorization":"Bearer YOUR_ACCESS_TOKEN"})");
    row("segmentify-basket", "/request_format",
        R"([{"name":"BASKET_OPERATIONS","userId":"##user_id##","sessionId":"##session_id##","step":"add",)"
        R"("productId":"##properties.product_id##","quantity":"##properties.quantity##",)"
        R"("price":"##properties.product_price##"}])");
    row("blank", "/request_format",
        R"({"event_name":"##event_name##","properties":"##properties##","created_at":"##created_at##"})");
}

void TestTemplates::publishedBodies()
{
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, json);
    const json::Document document = current();
    const json::Value value = document.at(pointer.toStdString());
    QVERIFY(value);
    QCOMPARE(QByteArray::fromStdString(json::minified(value)), json);
}

void TestTemplates::purchaseSampleFillsPurchaseTemplates_data()
{
    QTest::addColumn<bool>("exists");
    for (const char *name : {"insider-general", "insider-purchase", "insider-complete"})
        QTest::newRow(name) << true;
}

void TestTemplates::purchaseSampleFillsPurchaseTemplates()
{
    const json::Document document = current();
    const auto compiled
        = tmpl::Template::compile(std::string(document.root().find("request_format").raw()), {});
    QVERIFY(compiled);
    const event::ShippedSample purchase = event::shippedSamples(std::chrono::system_clock::now()).front();
    QCOMPARE(purchase.name, QStringLiteral("purchase"));
    const json::Document sample(purchase.text);
    QVERIFY(compiled->render(sample.root()).missing.empty());
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
