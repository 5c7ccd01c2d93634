// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/conversion.h"
#include "event/instant.h"
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
    void happenedWithinAnHour_data();
    void happenedWithinAnHour();
    void nothingButTimesChanges();
    void movesByWholeHours_data();
    void movesByWholeHours();
};

namespace {

const std::chrono::sys_seconds someDay{std::chrono::sys_days{std::chrono::year{2031} / 3 / 1}
                                       + std::chrono::hours(9)};

const std::vector<event::ShippedSample> &samples()
{
    static const std::vector<event::ShippedSample> all = event::shippedSamples(someDay);
    return all;
}

const event::ShippedSample *sample(const QString &name)
{
    for (const event::ShippedSample &one : samples()) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

/// The times of an event's text, as it writes them.
QStringList timesIn(const std::string &text)
{
    static const QRegularExpression time(QStringLiteral("\"([0-9]{4}-[0-9]{2}-[0-9]{2}[T ][^\"]+)\""));
    QStringList out;
    auto matches = time.globalMatch(QString::fromStdString(text));
    while (matches.hasNext())
        out << matches.next().captured(1);
    return out;
}

std::chrono::sys_seconds secondsOf(const event::Instant &instant)
{
    return std::chrono::sys_seconds(std::chrono::minutes(instant.minute)
                                    + std::chrono::seconds(instant.second));
}

QByteArray resource(const QString &fileName)
{
    QFile file(QStringLiteral(":/samples/") + fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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
    QVERIFY(samples().size() >= 13);
    QSet<QString> names;
    for (const event::ShippedSample &one : samples())
        names << one.name;
    QCOMPARE(std::size_t(names.size()), samples().size());
}

void TestSamples::everyFileIsListed()
{
    QStringList listed;
    for (const event::ShippedSample &one : samples())
        listed << one.fileName;
    listed.sort();
    QStringList files = QDir(QStringLiteral(":/samples")).entryList(QDir::Files);
    files.sort();
    QCOMPARE(listed, files);
}

void TestSamples::each_data()
{
    QTest::addColumn<QString>("name");
    for (const event::ShippedSample &one : samples())
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

void TestSamples::happenedWithinAnHour_data()
{
    using namespace std::chrono;
    QTest::addColumn<qint64>("now");
    const auto row = [](const char *name, sys_seconds now) {
        QTest::newRow(name) << qint64(now.time_since_epoch().count());
    };
    row("midnight", sys_days{year{2027} / 1 / 1});
    row("a second before midnight", sys_days{year{2027} / 1 / 1} - seconds(1));
    row("a leap day", sys_days{year{2028} / 2 / 29} + hours(12));
    row("the second in which one happened",
        sys_days{year{2026} / 12 / 24} + hours(7) + minutes(24) + seconds(31));
    row("a clock that is behind the files", sys_days{year{2019} / 7 / 3} + hours(15));
}

void TestSamples::happenedWithinAnHour()
{
    using namespace std::chrono;
    QFETCH(qint64, now);
    const sys_seconds moment{seconds(now)};
    int times = 0;
    for (const event::ShippedSample &one : event::shippedSamples(moment)) {
        for (const QString &text : timesIn(one.text)) {
            const auto instant = event::instantFromEvent(text.toStdString());
            QVERIFY2(instant, qPrintable(text));
            const seconds age = moment - secondsOf(*instant);
            QVERIFY2(age >= seconds(0) && age < hours(1), qPrintable(one.name + u' ' + text));
            ++times;
        }
    }
    QVERIFY(times > 13);
}

void TestSamples::nothingButTimesChanges()
{
    static const QRegularExpression moved(
        QStringLiteral("(?<=\")[0-9]{4}-[0-9]{2}-[0-9]{2}(?=[T ])|(?<=[0-9][T ])[0-9]{2}(?=:)"));
    const auto timeless = [](const QByteArray &text) { return QString::fromUtf8(text).remove(moved); };
    for (const event::ShippedSample &one : samples()) {
        const QByteArray before = resource(one.fileName);
        const QByteArray after = QByteArray::fromStdString(one.text);
        QCOMPARE(after.size(), before.size());
        QCOMPARE(timeless(after), timeless(before));
        QCOMPARE(after == before, timesIn(one.text).isEmpty());
    }
}

void TestSamples::movesByWholeHours_data()
{
    QTest::addColumn<QStringList>("times");
    const auto row = [](const char *name, const QStringList &times) { QTest::newRow(name) << times; };
    row("purchase", {QStringLiteral("2031-03-01T11:24:31+03:00")}); // 08:24 in UTC
    row("turkish-letters-and-emoji", {QStringLiteral("2031-03-01T12:00:00+03:00")}); // in this second
    row("sdk-event", {QStringLiteral("2031-03-01T08:24:31.482Z"), QStringLiteral("2031-03-01 08:24:31")});
    row("quotes-and-newlines", {QStringLiteral("2031-03-01T08:20:00Z")});
    row("forty-digit-id", {QStringLiteral("2031-03-01T08:45:10.123456Z")});
    row("track-call", {});
}

void TestSamples::movesByWholeHours()
{
    QFETCH(QStringList, times);
    QCOMPARE(timesIn(sample(QString::fromLatin1(QTest::currentDataTag()))->text), times);
}

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
