// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/prediction.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::insider;

namespace {

Moment now()
{
    return std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);
}

Prediction predicted(std::string_view body, Profile profile = Profile::Proven)
{
    return predict({body, {}, "POST", {}}, profile, now());
}

std::string good(int number = 0)
{
    return R"~({"identifiers":{"uuid":"u-)~" + std::to_string(number) + R"~("},"attributes":{"age":4}})~";
}

std::string users(std::string_view list)
{
    return R"~({"users":[)~" + std::string(list) + "]}";
}

std::string withEvent(std::string_view name, std::string_view params)
{
    return users(R"~({"insider_id":"i9","events":[{"event_name":)~" + std::string(name)
                 + R"~(,"timestamp":"2026-02-28T12:00:00Z","event_params":)~" + std::string(params) + "}]}");
}

std::string accepted(int count)
{
    return R"~({"data":{"successful":{"count":)~" + std::to_string(count) + R"~(},"fail":{}}})~";
}

std::string rejected(std::string_view errors)
{
    return R"~({"data":{"successful":{},"fail":{"count":1,"errors":{)~" + std::string(errors) + "}}}}";
}

constexpr auto nobodyKnows = "";

} // namespace

class TestPrediction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void answers_data();
    void answers();
    void profiles_data();
    void profiles();
    void limits_data();
    void limits();
    void countsAreOfUsers();
    void keysAreSortedBytewise();
    void wrongMethodIsNotAnswered();
    void writesItsShape();

private:
    static void requestRows();
    static void acceptedRows();
    static void rejectedRows();
    static void unknownRows();
};

static void row(const char *name, const std::string &payload, const std::string &body, Evidence basis,
                int status = 200)
{
    QTest::newRow(name) << QByteArray::fromStdString(payload) << status << QByteArray::fromStdString(body)
                        << static_cast<int>(basis);
}

void TestPrediction::requestRows()
{
    const std::string noJson = R"~({"success":false,"message":"Request data is not in valid JSON format."})~";
    row("no JSON", "{", noJson, Evidence::Inferred, 400);
    row("empty body", "", noJson, Evidence::Inferred, 400);
    row("byte order mark", "\xEF\xBB\xBF" + users(good()), noJson, Evidence::Inferred, 400);
    row("no UTF-8", "{\"users\":\"\xFF\"}", noJson, Evidence::Inferred, 400);
    row("too deep, and no JSON either", std::string(513, '[') + std::string(512, ']'), noJson,
        Evidence::Inferred, 400);
    row("too deep, and something after it", std::string(513, '[') + std::string(513, ']') + "x", noJson,
        Evidence::Inferred, 400);
    row("no users", R"~({"skip_hook":true})~", R"~({"error":"users must be defined: bad request"})~",
        Evidence::Documented, 400);
}

void TestPrediction::acceptedRows()
{
    row("plain", users(good()), accepted(1), Evidence::Captured);
    row("custom attribute at the root", users(R"~({"insider_id":"i9","attributes":{"vase":"blue"}})~"),
        accepted(1), Evidence::Documented);
    row("wrong type", users(R"~({"insider_id":"i9","attributes":{"age":"4"}})~"), accepted(1),
        Evidence::Inferred);
    row("default attribute in custom", users(R"~({"insider_id":"i9","attributes":{"custom":{"age":4}}})~"),
        accepted(1), Evidence::Inferred);
    row("empty text", users(R"~({"insider_id":"i9","attributes":{"name":""}})~"), accepted(1),
        Evidence::Inferred);
    row("null", users(R"~({"insider_id":"i9","attributes":{"name":null}})~"), accepted(1),
        Evidence::Inferred);
    row("placeholder", users(R"~({"identifiers":{"uuid":"null"},"attributes":{"age":4}})~"), accepted(1),
        Evidence::Inferred);
    row("empty uuid counts as given", users(R"~({"identifiers":{"uuid":""},"attributes":{"age":4}})~"),
        accepted(1), Evidence::Inferred);
    row("identifier as attribute", users(R"~({"insider_id":"i9","attributes":{"email":"a@b.co"}})~"),
        accepted(1), Evidence::Captured);
    row("future event",
        users(R"~({"insider_id":"i9","events":[{"event_name":"a","timestamp":"2027-01-01T00:00:00Z"}]})~"),
        accepted(1), Evidence::Captured);
    row("old event",
        users(R"~({"insider_id":"i9","events":[{"event_name":"a","timestamp":"2020-01-01T00:00:00Z"}]})~"),
        accepted(1), Evidence::Captured);
    row("purchase without quantity",
        withEvent(R"~("purchase")~", R"~({"event_group_id":"o","unit_sale_price":1,"currency":"TRY"})~"),
        accepted(1), Evidence::Captured);
    row("purchase without currency",
        withEvent(R"~("purchase")~", R"~({"event_group_id":"o","unit_sale_price":1,"quantity":1})~"),
        accepted(1), Evidence::Inferred);
    row("confirmation page is no purchase", withEvent(R"~("confirmation_page_view")~", "{}"), accepted(1),
        Evidence::Inferred);
    row("empty attributes beside events",
        users(
            R"~({"insider_id":"i9","attributes":{},"events":[{"event_name":"a","timestamp":"2026-02-28T12:00:00Z"}]})~"),
        accepted(1), Evidence::Inferred);
}

void TestPrediction::rejectedRows()
{
    row("no identifier", users(R"~({"attributes":{"age":4}})~"),
        rejected(R"~("users.0.identifiers.required":["either insider_id or idenifiers must be specified"],)~"
                 R"~("users.0.insider_id.required":["either insider_id or idenifiers must be specified"])~"),
        Evidence::Documented);
    row("null identifier is none", users(R"~({"identifiers":{"uuid":null},"attributes":{"age":4}})~"),
        rejected(R"~("users.0.identifiers.required":["either insider_id or idenifiers must be specified"],)~"
                 R"~("users.0.insider_id.required":["either insider_id or idenifiers must be specified"])~"),
        Evidence::Inferred);
    row("empty address", users(R"~({"identifiers":{"email":""},"attributes":{"age":4}})~"),
        rejected(R"~("users.0.identifiers.*.regexp(^.+@.+\\..+$)":["not a valid email address: "])~"),
        Evidence::Documented);
    row("address with a quote", users(R"~({"identifiers":{"em":"a\"\u00e7"},"attributes":{"age":4}})~"),
        rejected(R"~("users.0.identifiers.*.regexp(^.+@.+\\..+$)":["not a valid email address: a\"ç"])~"),
        Evidence::Documented);
    row("number", users(R"~({"identifiers":{"phone_number":"532"},"attributes":{"age":4}})~"),
        rejected(
            R"~("users.0.identifiers.*.regexp(^\\+[1-9]\\d{6,14}$)":["user has an invalid phone number: 532"])~"),
        Evidence::Documented);
    row("uuid a number", users(R"~({"identifiers":{"uuid":12.50},"attributes":{"age":4}})~"),
        rejected(R"~("users.0.identifiers.*.type(string)":["uuid must be string: 12.50"])~"),
        Evidence::Documented);
    row("uuid an object", users(R"~({"identifiers":{"uuid":{ "a" : [1, "x"] }},"attributes":{"age":4}})~"),
        rejected(R"~("users.0.identifiers.*.type(string)":["uuid must be string: {\"a\":[1,\"x\"]}"])~"),
        Evidence::Documented);
    row("one message per unknown key",
        users(R"~({"identifiers":{"card":"1","crm":"2"},"attributes":{"age":4}})~"),
        rejected(
            R"~("users.0.identifiers.*.in(defaults_column)":["key must be one of phone_number(pn), email(em) or uuid",)~"
            R"~("key must be one of phone_number(pn), email(em) or uuid"])~"),
        Evidence::Documented);
    row("cart page", withEvent(R"~("cart_page_view")~", R"~({"currency":"TRY"})~"),
        rejected(
            R"~("users.0.events.0.event_params.*.required":["event_group_id parameter is required on cart_page_view event",)~"
            R"~("unit_sale_price parameter is required on cart_page_view event"])~"),
        Evidence::Derived);
    row("purchase without parameters",
        users(
            R"~({"insider_id":"i9","events":[{"event_name":"purchase","timestamp":"2026-02-28T12:00:00Z"}]})~"),
        rejected(
            R"~("users.0.events.0.event_params.*.required":["event_group_id parameter is required on purchase event",)~"
            R"~("unit_sale_price parameter is required on purchase event"])~"),
        Evidence::Documented);
    row("event name", withEvent(R"~("Vase Seen")~", "{}"),
        rejected(
            R"~("users.0.events.0.event_name.*.regexp(^[a-z0-9][a-zA-Z0-9._-]*$)":["invalid event name: Vase Seen"])~"),
        Evidence::Captured);
    row("what else is wrong does not matter",
        users(R"~({"identifiers":{"email":"x"},"attributes":{"age":"4"}})~"),
        rejected(R"~("users.0.identifiers.*.regexp(^.+@.+\\..+$)":["not a valid email address: x"])~"),
        Evidence::Documented);
    row("one of two", users(good() + R"~(,{"identifiers":{"email":"x"},"attributes":{"age":4}})~"),
        R"~({"data":{"successful":{"count":1},"fail":{"count":1,"errors":{"users.1.identifiers.*.regexp(^.+@.+\\..+$)":["not a valid email address: x"]}}}})~",
        Evidence::Derived);
}

void TestPrediction::unknownRows()
{
    const auto unknown = [](const char *name, const std::string &payload) {
        row(name, payload, nobodyKnows, Evidence::Undocumented);
    };
    unknown("root a list", "[]");
    unknown("deeper than anybody says", std::string(513, '[') + std::string(513, ']'));
    unknown("far deeper", users(good() + "," + std::string(100'000, '[') + std::string(100'000, ']')));
    unknown("users null", R"~({"users":null})~");
    unknown("users empty", R"~({"users":[]})~");
    unknown("user no object", users("7"));
    unknown("user with nothing", users(R"~({"insider_id":"i9"})~"));
    unknown("empty attributes", users(R"~({"insider_id":"i9","attributes":{}})~"));
    unknown("empty custom", users(R"~({"insider_id":"i9","attributes":{"custom":{}}})~"));
    unknown("empty events", users(R"~({"insider_id":"i9","events":[]})~"));
    unknown("identifiers a list", users(R"~({"identifiers":[],"attributes":{"age":4}})~"));
    unknown("address a number", users(R"~({"identifiers":{"email":4},"attributes":{"age":4}})~"));
    unknown("insider_id a number", users(R"~({"insider_id":4,"attributes":{"age":4}})~"));
    unknown("events an object", users(R"~({"insider_id":"i9","events":{}})~"));
    unknown("event a text", users(R"~({"insider_id":"i9","events":["a"]})~"));
    unknown("parameters a list", withEvent(R"~("a")~", "[]"));
    unknown("event name a number", withEvent("4", "{}"));
    unknown("required parameter empty",
            withEvent(R"~("purchase")~", R"~({"event_group_id":"","unit_sale_price":1})~"));
    unknown("required parameter null",
            withEvent(R"~("purchase")~", R"~({"event_group_id":"o","unit_sale_price":null})~"));
    unknown("no time", users(R"~({"insider_id":"i9","events":[{"event_name":"a"}]})~"));
    unknown("bad time", users(R"~({"insider_id":"i9","events":[{"event_name":"a","timestamp":"today"}]})~"));
    unknown("one of two", users(good() + R"~(,{"insider_id":"i9"})~"));
}

void TestPrediction::answers_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("basis");
    requestRows();
    acceptedRows();
    rejectedRows();
    unknownRows();
}

void TestPrediction::answers()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, basis);
    const Prediction prediction = predicted(payload.toStdString());
    QCOMPARE(prediction.status, status);
    QCOMPARE(QByteArray::fromStdString(prediction.body.value_or("")), body);
    QCOMPARE(name(prediction.basis), name(static_cast<Evidence>(basis)));
    QCOMPARE(prediction.allAccepted, body.endsWith(R"~(,"fail":{}}})~"));
    QVERIFY(body.isEmpty() || json::Document(body.toStdString()).isValid());
}

void TestPrediction::profiles_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("profile");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("basis");
    const auto profileRow = [](const char *name, const std::string &payload, Profile profile,
                               const std::string &body, const char *basis) {
        QTest::newRow(name) << QByteArray::fromStdString(payload) << static_cast<int>(profile)
                            << QByteArray::fromStdString(body) << QByteArray(basis);
    };
    const std::string bare = withEvent(R"~("purchase")~", "{}");
    const std::string allFour = rejected(
        R"~("users.0.events.0.event_params.*.required":["currency parameter is required on purchase event",)~"
        R"~("event_group_id parameter is required on purchase event","quantity parameter is required on purchase event",)~"
        R"~("unit_sale_price parameter is required on purchase event"])~");
    profileRow("table: all in one list", bare, Profile::Table, allFour, "inferred");
    profileRow("strict: all in one list", bare, Profile::Strict, allFour, "inferred");
    const std::string noQuantity
        = withEvent(R"~("purchase")~", R"~({"event_group_id":"o","unit_sale_price":1,"currency":"TRY"})~");
    const std::string quantity = rejected(
        R"~("users.0.events.0.event_params.*.required":["quantity parameter is required on purchase event"])~");
    profileRow("table: quantity", noQuantity, Profile::Table, quantity, "inferred");
    profileRow("table: no quantity on a cart page",
               withEvent(R"~("cart_page_view")~",
                         R"~({"event_group_id":"o","unit_sale_price":1,"currency":"TRY"})~"),
               Profile::Table, accepted(1), "captured");
    profileRow("table: blank currency",
               withEvent(R"~("purchase")~",
                         R"~({"event_group_id":"o","unit_sale_price":1,"currency":"","quantity":1})~"),
               Profile::Table, nobodyKnows, "undocumented");
    profileRow("proven: blank currency",
               withEvent(R"~("purchase")~",
                         R"~({"event_group_id":"o","unit_sale_price":1,"currency":"","quantity":1})~"),
               Profile::Proven, accepted(1), "inferred");
    const std::string type = users(R"~({"insider_id":"i9","attributes":{"age":"4"}})~");
    profileRow("table: types do not matter", type, Profile::Table, accepted(1), "inferred");
    profileRow("strict: a type", type, Profile::Strict, nobodyKnows, "undocumented");
    profileRow("strict: a format", users(R"~({"insider_id":"i9","attributes":{"country":"tr"}})~"),
               Profile::Strict, nobodyKnows, "undocumented");
    profileRow("strict: nothing broken", users(good()), Profile::Strict, accepted(1), "captured");
    profileRow("strict: a misplaced name breaks no type",
               users(R"~({"insider_id":"i9","attributes":{"vase":1}})~"), Profile::Strict, accepted(1),
               "documented");
}

void TestPrediction::profiles()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, profile);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, basis);
    const Prediction prediction = predicted(payload.toStdString(), static_cast<Profile>(profile));
    QCOMPARE(prediction.status, 200);
    QCOMPARE(QByteArray::fromStdString(prediction.body.value_or("")), body);
    QCOMPARE(QByteArray::fromStdString(std::string(name(prediction.basis))), basis);
}

void TestPrediction::limits_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isKnown");
    const auto withUsers = [](int count) {
        std::string list;
        for (int i = 0; i < count; ++i)
            list += (i ? "," : "") + good(i);
        return QByteArray::fromStdString(users(list));
    };
    const auto withBytes = [](std::size_t count) {
        const std::string front = R"~({"users":[{"insider_id":"i9","attributes":{"custom":{"a":")~";
        const std::string back = R"~("}}}]})~";
        return QByteArray::fromStdString(front + std::string(count - front.size() - back.size(), 'x') + back);
    };
    QTest::newRow("1000 users") << withUsers(1000) << 200 << true;
    QTest::newRow("1001 users") << withUsers(1001) << 200 << false;
    QTest::newRow("5,000,000 bytes") << withBytes(5'000'000) << 200 << true;
    QTest::newRow("5,000,001 bytes") << withBytes(5'000'001) << 400 << true;
}

void TestPrediction::limits()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, status);
    QFETCH(bool, isKnown);
    const Prediction prediction = predicted(payload.toStdString());
    QCOMPARE(prediction.status, status);
    QCOMPARE(prediction.body.has_value(), isKnown);
    QCOMPARE(prediction.allAccepted, status == 200 && isKnown);
}

void TestPrediction::countsAreOfUsers()
{
    const Prediction prediction = predicted(users(
        good(1) + ',' + good(2)
        + R"~(,{"identifiers":{"email":"x","pn":"5"},"events":[{"event_name":"A","timestamp":"2026-02-28T12:00:00Z"}]})~"));
    QCOMPARE(prediction.usersAccepted, std::size_t(2));
    QCOMPARE(prediction.usersRejected, std::size_t(1));
    QVERIFY(!prediction.allAccepted);
    const Prediction strict
        = predicted(users(good(1) + R"~(,{"insider_id":"i9","attributes":{"age":"4"}})~"), Profile::Strict);
    QCOMPARE(strict.usersAccepted, std::size_t(1));
    QCOMPARE(strict.usersRejected, std::size_t(1));
}

void TestPrediction::keysAreSortedBytewise()
{
    std::string list;
    for (int i = 0; i < 11; ++i)
        list += (i ? "," : "") + (i == 2 || i == 10 ? std::string(R"~({"attributes":{"age":4}})~") : good(i));
    const std::string body = predicted(users(list)).body.value_or("");
    const std::size_t ten = body.find("users.10.");
    QVERIFY(ten != std::string::npos);
    QVERIFY(ten < body.find("users.2."));
}

void TestPrediction::wrongMethodIsNotAnswered()
{
    const std::string payload = users(good());
    const Prediction put = predict({payload, {}, "PUT", "/api/user/v1/upsert"}, Profile::Proven, now());
    QVERIFY(!put.body);
    QCOMPARE(put.basis, Evidence::Undocumented);
    QCOMPARE(put.findings.front().code, std::string("METHOD_WRONG"));
    QVERIFY(!put.allAccepted);
}

void TestPrediction::writesItsShape()
{
    json::Writer writer;
    write(writer, predicted(users(good())));
    QCOMPARE(
        QByteArray::fromStdString(writer.text()),
        QByteArray(
            R"~({"status":200,"body":{"data":{"successful":{"count":1},"fail":{}}},"basis":"captured","findings":[]})~"));
    json::Writer unknown;
    write(unknown, predicted("[]"));
    QVERIFY(unknown.text().starts_with(
        R"~({"status":200,"body":null,"basis":"undocumented","findings":[{"code":)~"));
}

QTEST_GUILESS_MAIN(TestPrediction)

#include "tst_prediction.moc"
