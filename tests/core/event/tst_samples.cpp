// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/conversion.h"
#include "event/path.h"
#include "event/samples.h"
#include "json/layout.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace designer;

class TestSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void areComplete();
    void everyFileIsListed();
    void each_data();
    void each();
    void foreignShapes_data();
    void foreignShapes();
    void promises_data();
    void promises();
};

namespace {

const event::ShippedSample *sample(const QString &name)
{
    for (const event::ShippedSample &one : event::shippedSamples()) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

bool isForeign(const QString &name)
{
    static const QSet<QString> foreign{QStringLiteral("sdk-event"), QStringLiteral("push-envelope"),
                                       QStringLiteral("events-api-record"), QStringLiteral("track-call")};
    return foreign.contains(name);
}

} // namespace

void TestSamples::areComplete()
{
    QVERIFY(event::shippedSamples().size() >= 13);
    QSet<QString> names;
    for (const event::ShippedSample &one : event::shippedSamples())
        names << one.name;
    QCOMPARE(std::size_t(names.size()), event::shippedSamples().size());
}

void TestSamples::everyFileIsListed()
{
    QStringList listed;
    for (const event::ShippedSample &one : event::shippedSamples())
        listed << one.fileName;
    listed.sort();
    QStringList files = QDir(QStringLiteral(":/samples")).entryList(QDir::Files);
    files.sort();
    QCOMPARE(listed, files);
}

void TestSamples::each_data()
{
    QTest::addColumn<QString>("name");
    for (const event::ShippedSample &one : event::shippedSamples())
        QTest::newRow(qPrintable(one.name)) << one.name;
}

void TestSamples::each()
{
    QFETCH(QString, name);
    const event::ShippedSample &one = *sample(name);
    QVERIFY(!one.text.empty());
    QVERIFY(!one.title.isEmpty());
    QVERIFY(one.description.endsWith(QLatin1Char('.')));
    const event::Shape shape = event::recognise(one.text);
    QCOMPARE(shape == event::Shape::Canonical, !isForeign(name));
    const auto converted = event::convert(one.text, one.fileName);
    QVERIFY(converted);
    const auto parsed = event::Event::parse(converted->text);
    QVERIFY(parsed);
    QVERIFY(!parsed->eventName().empty());
    QVERIFY(parsed->findings().empty());
    QCOMPARE(QByteArray::fromStdString(json::formatted(parsed->root()) + '\n'),
             QByteArray::fromStdString(converted->text));
    for (const json::Member &member : parsed->root().members()) {
        static const QSet<QByteArray> canonical{"event_name", "created_at", "user_id",     "session_id",
                                                "user",       "page",       "device_type", "properties"};
        QVERIFY(canonical.contains(QByteArray::fromStdString(member.nameText())));
    }
}

void TestSamples::foreignShapes_data()
{
    QTest::addColumn<int>("shape");
    QTest::newRow("sdk-event") << int(event::Shape::SdkEvent);
    QTest::newRow("push-envelope") << int(event::Shape::PushEnvelope);
    QTest::newRow("events-api-record") << int(event::Shape::EventsApiRecord);
    QTest::newRow("track-call") << int(event::Shape::TrackCall);
}

void TestSamples::foreignShapes()
{
    QFETCH(int, shape);
    const event::ShippedSample *one = sample(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(one);
    QCOMPARE(int(event::recognise(one->text)), shape);
}

void TestSamples::promises_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *path, const char *value) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(value);
    };
    row("purchase", "properties.sale_price", "1299.90");
    row("purchase-lines", "properties.items.2.item_id", "\"SKU-30455\"");
    row("registration", "properties.registration_method", "\"email\"");
    row("product-view", "event_name", "\"view_item\"");
    row("cart", "properties.cart_id", "\"CART-5581\"");
    row("sign-up-without-email", "user.email", "");
    row("turkish-letters-and-emoji", "properties.şehir", "\"İstanbul\"");
    row("missing-price", "properties.sale_price", "");
    row("price-as-text", "properties.sale_price", "\"1299.90\"");
    row("forty-digit-id", "properties.loyalty_card", "1234567890123456789012345678901234567890");
    row("quotes-and-newlines", "properties.subject", R"("About the \"Autumn\" sale")");
}

void TestSamples::promises()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    const event::ShippedSample *one = sample(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(one);
    const json::Document document(one->text);
    const json::Value found = event::lookUp(document.root(), *event::Path::parse(path.toStdString())).value;
    QCOMPARE(QByteArray::fromStdString(std::string(found.raw())), value);
}

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
