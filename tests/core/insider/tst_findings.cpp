// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/prediction.h"
#include "payloads.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::insider;
using namespace payloads;

class TestFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void findings_data();
    void findings();

private:
    static void requestRows();
    static void identifierRows();
    static void attributeRows();
    static void userRows();
    static void eventRows();
    static void parameterRows();
    static void objectRows();
};

static void row(const char *name, const std::string &payload, const char *expected)
{
    QTest::newRow(name) << QByteArray::fromStdString(payload) << QString::fromUtf8(expected);
}

void TestFindings::requestRows()
{
    row("nothing wrong", attributes(R"("age":41,"custom":{"favourite":"tulip"})"), "");
    row("no JSON", R"({"users":)", "JSON_INVALID error ");
    row("byte order mark", "\xEF\xBB\xBF{\"users\":[]}", "JSON_INVALID error ");
    row("too deep", std::string(513, '[') + std::string(513, ']'), "PAYLOAD_TOO_DEEP error ");
    row("too deep, with numbers of any length",
        std::string(600, '[') + "12345678901234567890123456789012345678901, 1e999" + std::string(600, ']'),
        "PAYLOAD_TOO_DEEP error ");
    row("too deep, and no JSON far inside", std::string(5000, '[') + "01" + std::string(5000, ']'),
        "JSON_INVALID error ");
    row("too deep and not closed", std::string(513, '['), "JSON_INVALID error ");
    row("a list at the root", "[]", "USERS_MISSING error ");
    row("no users", "{}", "USERS_MISSING error /users");
    row("users null", R"({"users":null})", "USERS_NOT_ARRAY error /users");
    row("users an object", R"({"users":{}})", "USERS_NOT_ARRAY error /users");
    row("users empty", R"({"users":[]})", "USERS_EMPTY error /users");
    row("unknown root key", R"({"batch":1,"users":[{"insider_id":"i9","attributes":{"age":1}}]})",
        "ROOT_KEY_UNDOCUMENTED info /batch");
    row("skip_hook as text", R"({"skip_hook":"true","users":[{"insider_id":"i9","attributes":{"age":1}}]})",
        "ATTR_TYPE error /skip_hook");
    row("insecure callback",
        R"({"error_callback_endpoint":"http://x.example","users":[{"insider_id":"i9","attributes":{"age":1}}]})",
        "CALLBACK_INSECURE info /error_callback_endpoint");
    row("callback that is no address",
        R"({"error_callback_endpoint":"later","users":[{"insider_id":"i9","attributes":{"age":1}}]})",
        "CALLBACK_INSECURE warning /error_callback_endpoint");
    row("secure callback",
        R"({"error_callback_endpoint":"https://x.example","users":[{"insider_id":"i9","attributes":{"age":1}}]})",
        "");
    row("history without skip_hook",
        user(R"("events":[{"event_name":"a","timestamp":"2026-02-27T23:59:59Z"}])"),
        "SKIP_HOOK_HISTORY warning /skip_hook");
    row("history with skip_hook",
        R"({"skip_hook":true,"users":[{"insider_id":"i9","events":[{"event_name":"a","timestamp":"2026-02-20T00:00:00Z"}]}]})",
        "");
    row("both flags in the request",
        R"({"append":true,"not_append":true,"users":[{"insider_id":"i9","attributes":{"custom":{"l":["a"]}}}]})",
        "APPEND_CONFLICT warning /not_append");
    row("overwriting request, once",
        R"({"not_append":true,"users":[{"insider_id":"i1","attributes":{"custom":{"l":["a"]}}},{"insider_id":"i2","attributes":{"custom":{"l":["a"]}}}]})",
        "NOT_APPEND_ARRAY info /not_append");
    row("append false overwrites",
        R"({"append":false,"users":[{"insider_id":"i1","attributes":{"custom":{"l":["a"]}}}]})",
        "NOT_APPEND_ARRAY info /append");
}

void TestFindings::identifierRows()
{
    row("no identifiers", R"({"users":[{"attributes":{"age":1}}]})", "IDENTIFIER_MISSING error /users/0");
    row("identifiers empty", identified("{}"), "IDENTIFIER_MISSING error /users/0");
    row("identifiers no object", identified("[]"), "IDENT_TYPE error /users/0/identifiers");
    row("only an empty custom", identified(R"({"custom":{}})"),
        "CUSTOM_EMPTY info /users/0/identifiers/custom\nIDENTIFIER_MISSING error /users/0");
    row("only a null", identified(R"({"uuid":null})"),
        "IDENT_NULL warning /users/0/identifiers/uuid\nIDENTIFIER_MISSING error /users/0");
    row("empty insider_id alone", R"({"users":[{"insider_id":"","attributes":{"age":1}}]})",
        "IDENT_EMPTY error /users/0/insider_id\nIDENTIFIER_MISSING error /users/0");
    row("insider_id a number", R"({"users":[{"insider_id":7,"attributes":{"age":1}}]})",
        "IDENT_TYPE error /users/0/insider_id");
    row("bad address", identified(R"({"email":"ada"})"),
        "IDENT_EMAIL_INVALID error /users/0/identifiers/email");
    row("suspicious address", identified(R"({"email":"ada @example.org"})"),
        "IDENT_EMAIL_SUSPECT warning /users/0/identifiers/email");
    row("address as a number", identified(R"({"email":5})"), "IDENT_TYPE error /users/0/identifiers/email");
    row("empty address", identified(R"({"email":""})"),
        "IDENT_EMPTY error /users/0/identifiers/email\nIDENT_EMAIL_INVALID error /users/0/identifiers/email");
    row("bad number under its short name", identified(R"({"pn":"0532"})"),
        "IDENT_SHORT_NAME info /users/0/identifiers/pn\nIDENT_PHONE_INVALID error /users/0/identifiers/pn");
    row("uuid a number", identified(R"({"uuid":12})"), "IDENT_TYPE error /users/0/identifiers/uuid");
    row("unknown key", identified(R"({"uuid":"u","loyalty/no":"9"})"),
        "IDENT_KEY_UNKNOWN error /users/0/identifiers/loyalty~1no");
    row("placeholder in any case", identified(R"({"uuid":"Undefined"})"),
        "IDENT_PLACEHOLDER error /users/0/identifiers/uuid");
    row("placeholder of one digit", identified(R"({"custom":{"card":"1"}})"),
        "IDENT_PLACEHOLDER error /users/0/identifiers/custom/card");
    row("known test address", identified(R"({"email":"test@test.com"})"),
        "IDENT_PLACEHOLDER error /users/0/identifiers/email");
    row("unfilled template", identified(R"({"uuid":"##user_id##"})"),
        "IDENT_PLACEHOLDER error /users/0/identifiers/uuid");
    row("custom number", identified(R"({"custom":{"card":771}})"),
        "IDENT_TYPE warning /users/0/identifiers/custom/card");
    row("custom list", identified(R"({"uuid":"u","custom":{"card":["7"]}})"),
        "IDENT_TYPE error /users/0/identifiers/custom/card");
    row("custom with read prefix", identified(R"({"custom":{"c_card":"771"}})"),
        "CUSTOM_C_PREFIX warning /users/0/identifiers/custom/c_card");
    row("of duplicates the last counts", identified(R"({"email":"ada","email":"ada@example.org"})"), "");
    row("escaped name", identified(R"({"\u0065mail":"ada"})"),
        "IDENT_EMAIL_INVALID error /users/0/identifiers/email");
}

void TestFindings::attributeRows()
{
    row("custom at the root", attributes(R"("favourite":"tulip")"),
        "ATTR_CUSTOM_AT_ROOT error /users/0/attributes/favourite");
    row("near miss", attributes(R"("emailOptin":true)"), "ATTR_UNKNOWN error /users/0/attributes/emailOptin");
    row("phone", attributes(R"("phone":"+905321234567")"), "ATTR_UNKNOWN error /users/0/attributes/phone");
    row("another connector's", attributes(R"("os_version":"14")"),
        "ATTR_UNKNOWN warning /users/0/attributes/os_version");
    row("short name", attributes(R"("na":"Ada")"), "ATTR_SHORT_NAME info /users/0/attributes/na");
    row("short name, wrong type", attributes(R"("gdpr":"yes")"),
        "ATTR_SHORT_NAME info /users/0/attributes/gdpr\nATTR_TYPE error /users/0/attributes/gdpr");
    row("old name", attributes(R"("list_id":[3])"), "ATTR_RENAMED warning /users/0/attributes/list_id");
    row("default in custom", attributes(R"("custom":{"surname":"L"})"),
        "ATTR_DEFAULT_IN_CUSTOM error /users/0/attributes/custom/surname");
    row("identifier as attribute", attributes(R"("uuid":"u-18")"),
        "IDENT_IN_ATTRIBUTES warning /users/0/attributes/uuid");
    row("number as text", attributes(R"("age":"41")"), "ATTR_TYPE error /users/0/attributes/age");
    row("boolean as number", attributes(R"("sms_optin":0)"), "ATTR_TYPE error /users/0/attributes/sms_optin");
    row("text as number", attributes(R"("name":5)"), "ATTR_TYPE error /users/0/attributes/name");
    row("texts for numbers", attributes(R"("static_segment_id":["1"])"),
        "ATTR_TYPE error /users/0/attributes/static_segment_id");
    row("empty text", attributes(R"("city":"")"), "ATTR_EMPTY_STRING warning /users/0/attributes/city");
    row("null", attributes(R"("city":null)"), "ATTR_NULL warning /users/0/attributes/city");
    row("birthday, date only", attributes(R"("birthday":"1988-02-03")"),
        "BIRTHDAY_FORMAT error /users/0/attributes/birthday");
    row("birthday with offset", attributes(R"("birthday":"1988-02-03T00:00:00+03:00")"),
        "BIRTHDAY_FORMAT error /users/0/attributes/birthday");
    row("country by name", attributes(R"("country":"Turkey")"),
        "COUNTRY_FORMAT error /users/0/attributes/country");
    row("country in small letters", attributes(R"("country":"tr")"),
        "COUNTRY_FORMAT error /users/0/attributes/country");
    row("language with hyphen", attributes(R"("language":"tr-TR")"),
        "LANGUAGE_FORMAT warning /users/0/attributes/language");
    row("number in no international form", attributes(R"("phone_number":"0532 123 45 67")"),
        "IDENT_IN_ATTRIBUTES warning /users/0/attributes/phone_number\n"
        "IDENT_PHONE_INVALID warning /users/0/attributes/phone_number");
    row("opt-out", attributes(R"("gdpr_optin":false)"), "GDPR_OPTOUT warning /users/0/attributes/gdpr_optin");
    row("custom list of objects", attributes(R"("custom":{"orders":[{"a":1}]})"),
        "ATTR_TYPE error /users/0/attributes/custom/orders");
    row("custom list of texts", attributes(R"("custom":{"colours":["red"]})"), "");
    row("custom null", attributes(R"("custom":{"colour":null})"),
        "ATTR_NULL warning /users/0/attributes/custom/colour");
    row("custom no object", attributes(R"("custom":"x")"), "ATTR_TYPE error /users/0/attributes/custom");
    row("custom empty", attributes(R"("age":4,"custom":{})"), "CUSTOM_EMPTY info /users/0/attributes/custom");
    row("read prefix", attributes(R"("custom":{"c_colour":"red"})"),
        "CUSTOM_C_PREFIX warning /users/0/attributes/custom/c_colour");
    row("attributes no object", user(R"("attributes":[])"), "ATTR_TYPE error /users/0/attributes");
}

void TestFindings::userRows()
{
    row("user a text", users(R"("ada")"), "USER_EMPTY error /users/0");
    row("nothing to write", R"({"users":[{"insider_id":"i9"}]})", "USER_EMPTY error /users/0");
    row("empty attributes alone", attributes(""),
        "USER_EMPTY error /users/0\nATTRIBUTES_EMPTY warning /users/0/attributes");
    row("empty custom alone", attributes(R"("custom":{})"),
        "USER_EMPTY error /users/0\nCUSTOM_EMPTY info /users/0/attributes/custom");
    row("empty events alone", user(R"("events":[])"),
        "USER_EMPTY error /users/0\nCUSTOM_EMPTY info /users/0/events");
    row("empty attributes beside events",
        user(R"("attributes":{},"events":[{"event_name":"a","timestamp":"2026-02-28T12:00:00Z"}])"),
        "ATTRIBUTES_EMPTY warning /users/0/attributes");
    row("object attributes alone",
        user(R"("object_attributes":{"custom":{"vases":[{"action":"add","value":[{"a":1}]}]}})"),
        "USER_EMPTY warning /users/0");
    row("attribute in the user", R"({"users":[{"insider_id":"i9","age":4,"attributes":{"age":4}}]})",
        "ROOT_KEY_UNDOCUMENTED warning /users/0/age");
    row("unknown key in the user", R"({"users":[{"insider_id":"i9","note":4,"attributes":{"age":4}}]})",
        "ROOT_KEY_UNDOCUMENTED info /users/0/note");
    row("flags in both places",
        R"({"append":true,"users":[{"insider_id":"i9","not_append":false,"attributes":{"age":4}}]})",
        "APPEND_LEVEL info /users/0/not_append");
    row("same address twice",
        users(R"({"identifiers":{"email":"ada@example.org"},"attributes":{"age":4}},)"
              R"({"identifiers":{"em":"ADA@example.org "},"attributes":{"age":5}})"),
        "IDENT_SHORT_NAME info /users/1/identifiers/em\n"
        "IDENT_EMAIL_SUSPECT warning /users/1/identifiers/em\n"
        "USER_DUPLICATE warning /users/1/identifiers/em");
    row("another address of the same person",
        users(R"({"identifiers":{"uuid":"a7","email":"ada@example.org"},"attributes":{"age":4}},)"
              R"({"identifiers":{"uuid":"a7","email":"bob@example.org"},"attributes":{"age":5}})"),
        "USER_DUPLICATE warning /users/1/identifiers/uuid\n"
        "IDENT_CHANGE warning /users/1/identifiers/email");
    row("the same address of the same person",
        users(R"({"identifiers":{"uuid":"a7","email":"ada@example.org"},"attributes":{"age":4}},)"
              R"({"identifiers":{"uuid":"a7","email":"ada@example.org"},"attributes":{"age":5}})"),
        "USER_DUPLICATE warning /users/1/identifiers/uuid");
    row("one person by way of another",
        users(R"({"identifiers":{"uuid":"a7","email":"ada@example.org"},"attributes":{"age":4}},)"
              R"({"identifiers":{"email":"ada@example.org","custom":{"card":"1x"}},"attributes":{"age":5}},)"
              R"({"identifiers":{"uuid":"a7","custom":{"card":"2x"}},"attributes":{"age":6}})"),
        "USER_DUPLICATE warning /users/2/identifiers/uuid\n"
        "USER_DUPLICATE warning /users/1/identifiers/email\n"
        "IDENT_CHANGE warning /users/2/identifiers/custom/card");
    row("two who turn out to be one",
        users(R"({"identifiers":{"email":"ada@example.org"},"attributes":{"age":4}},)"
              R"({"identifiers":{"phone_number":"+905321234567"},"attributes":{"age":4}},)"
              R"({"identifiers":{"email":"ada@example.org","phone_number":"+905321234567","uuid":"a7"},)"
              R"("attributes":{"age":5}},)"
              R"({"identifiers":{"phone_number":"+905321234567","uuid":"b8"},"attributes":{"age":6}})"),
        "USER_DUPLICATE warning /users/2/identifiers/email\n"
        "USER_DUPLICATE warning /users/3/identifiers/phone_number\n"
        "IDENT_CHANGE warning /users/3/identifiers/uuid");
    row("a null under a name that Insider does not know",
        R"({"users":[{"identifiers":{"customer_no":null},"attributes":{"age":4}}]})",
        "IDENT_KEY_UNKNOWN error /users/0/identifiers/customer_no\nIDENTIFIER_MISSING error /users/0");
    row("a callback in capitals",
        R"({"error_callback_endpoint":"HTTPS://a.b","users":[{"insider_id":"i9","attributes":{"age":4}}]})",
        "");
    row("an open callback in capitals",
        R"({"error_callback_endpoint":"HTTP://a.b","users":[{"insider_id":"i9","attributes":{"age":4}}]})",
        "CALLBACK_INSECURE info /error_callback_endpoint");
    row("different uuids in case only",
        users(R"({"identifiers":{"uuid":"a7"},"attributes":{"age":4}},)"
              R"({"identifiers":{"uuid":"A7"},"attributes":{"age":5}})"),
        "");
    row("everybody opts out",
        users(
            R"({"insider_id":"i1","attributes":{"gdpr_optin":false}},{"insider_id":"i2","attributes":{"gdpr_optin":false}})"),
        "GDPR_OPTOUT warning /users/0/attributes/gdpr_optin\n"
        "GDPR_OPTOUT warning /users/1/attributes/gdpr_optin\nGDPR_OPTOUT warning /users");
}

void TestFindings::eventRows()
{
    row("event", withEvent(""), "");
    row("events no list", user(R"("events":{})"), "PARAM_TYPE error /users/0/events");
    row("event no object", user(R"("events":[4])"), "PARAM_TYPE error /users/0/events/0");
    row("no name", user(R"("events":[{"timestamp":"2026-02-28T12:00:00Z"}])"),
        "EVENT_NAME_INVALID error /users/0/events/0/event_name");
    row("name no text", user(R"("events":[{"event_name":4,"timestamp":"2026-02-28T12:00:00Z"}])"),
        "EVENT_NAME_INVALID error /users/0/events/0/event_name");
    row("name with capitals",
        user(R"("events":[{"event_name":"VaseSeen","timestamp":"2026-02-28T12:00:00Z"}])"),
        "EVENT_NAME_INVALID error /users/0/events/0/event_name");
    row("order under another name",
        user(R"("events":[{"event_name":"order_completed","timestamp":"2026-02-28T12:00:00Z"}])"),
        "PURCHASE_NAME warning /users/0/events/0/event_name");
    row("no time", user(R"("events":[{"event_name":"a"}])"),
        "TIMESTAMP_MISSING error /users/0/events/0/timestamp");
    row("null time", user(R"("events":[{"event_name":"a","timestamp":null}])"),
        "TIMESTAMP_MISSING error /users/0/events/0/timestamp");
    row("epoch", user(R"("events":[{"event_name":"a","timestamp":1772280000}])"),
        "TIMESTAMP_FORMAT error /users/0/events/0/timestamp");
    row("time without offset", user(R"("events":[{"event_name":"a","timestamp":"2026-02-28T12:00:00"}])"),
        "TIMESTAMP_FORMAT error /users/0/events/0/timestamp");
    row("within the skew", user(R"("events":[{"event_name":"a","timestamp":"2026-03-01T00:05:00Z"}])"), "");
    row("future", user(R"("events":[{"event_name":"a","timestamp":"2026-03-01T00:05:01Z"}])"),
        "TIMESTAMP_FUTURE warning /users/0/events/0/timestamp");
    row("a day old", user(R"("events":[{"event_name":"a","timestamp":"2026-02-28T00:00:00Z"}])"), "");
    row("custom beside event_params", withEvent(R"("custom":{"ribbon":"red"})"),
        "EVENT_CUSTOM_MISPLACED error /users/0/events/0/custom");
    row("parameter beside event_params", withEvent(R"("currency":"TRY")"),
        "EVENT_CUSTOM_MISPLACED error /users/0/events/0/currency");
    row("parameters no object", withEvent(R"("event_params":"x")"),
        "PARAM_TYPE error /users/0/events/0/event_params");
    row("two lines, one time, no group",
        user(
            R"("events":[{"event_name":"a","timestamp":"2026-02-28T12:00:00Z"},{"event_name":"a","timestamp":"2026-02-28T12:00:00Z"}])"),
        "EVENT_SAME_TIMESTAMP warning /users/0/events/1/timestamp");
    row("two lines, one time, one group",
        user(
            R"("events":[{"event_name":"a","timestamp":"2026-02-28T12:00:00Z","event_params":{"event_group_id":"o1"}},)"
            R"({"event_name":"a","timestamp":"2026-02-28T12:00:00Z","event_params":{"event_group_id":"o1"}}])"),
        "");
    row("two lines, one time, two groups",
        user(
            R"("events":[{"event_name":"a","timestamp":"2026-02-28T12:00:00Z","event_params":{"event_group_id":"o1"}},)"
            R"({"event_name":"a","timestamp":"2026-02-28T12:00:00Z","event_params":{"event_group_id":"o2"}}])"),
        "EVENT_SAME_TIMESTAMP warning /users/0/events/1/timestamp");
    row("two events, one time",
        user(
            R"("events":[{"event_name":"a","timestamp":"2026-02-28T12:00:00Z"},{"event_name":"b","timestamp":"2026-02-28T12:00:00Z"}])"),
        "");
}

void TestFindings::parameterRows()
{
    row("all of a purchase",
        purchase(R"("event_group_id":"o1","unit_sale_price":9.5,"currency":"TRY","quantity":2)"), "");
    row("nothing of a purchase", purchase(""),
        "EVENT_PARAM_REQUIRED_TABLE warning /users/0/events/0/event_params/currency\n"
        "EVENT_PARAM_REQUIRED error /users/0/events/0/event_params/event_group_id\n"
        "EVENT_PARAM_REQUIRED_TABLE warning /users/0/events/0/event_params/quantity\n"
        "EVENT_PARAM_REQUIRED error /users/0/events/0/event_params/unit_sale_price");
    row("required but null",
        purchase(R"("event_group_id":null,"unit_sale_price":9,"currency":"TRY","quantity":2)"),
        "EVENT_PARAM_REQUIRED error /users/0/events/0/event_params/event_group_id\n"
        "ATTR_NULL warning /users/0/events/0/event_params/event_group_id");
    row("custom at the root", params(R"("ribbon":"red")"),
        "PARAM_CUSTOM_AT_ROOT error /users/0/events/0/event_params/ribbon");
    row("another name", params(R"("product_name":"Vase")"),
        "PARAM_CUSTOM_AT_ROOT error /users/0/events/0/event_params/product_name");
    row("SDK name", params(R"("breadcrumb":["a"])"),
        "PARAM_SDK_NAME error /users/0/events/0/event_params/breadcrumb");
    row("short name", params(R"("usp":4.5)"), "PARAM_SDK_NAME warning /users/0/events/0/event_params/usp");
    row("known elsewhere", params(R"("voucher_name":"SPRING","stock":4)"), "");
    row("list of products", params(R"("basket":[{"product_id":"v1"}])"),
        "PURCHASE_ITEMS_ARRAY error /users/0/events/0/event_params/basket");
    row("list of products in custom", params(R"("custom":{"basket":[{"product_id":"v1"}]})"),
        "PURCHASE_ITEMS_ARRAY warning /users/0/events/0/event_params/custom/basket");
    row("identifier", params(R"("email":"ada@example.org")"),
        "IDENT_IN_ATTRIBUTES warning /users/0/events/0/event_params/email");
    row("price as text", params(R"("unit_price":"9.50")"),
        "PARAM_TYPE error /users/0/events/0/event_params/unit_price");
    row("whole price", params(R"("unit_price":9)"), "");
    row("half a piece", params(R"("quantity":1.5)"),
        "PARAM_TYPE error /users/0/events/0/event_params/quantity");
    row("two as 2.0", params(R"("quantity":2.0)"), "");
    row("taxonomy as text", params(R"("taxonomy":"Vases")"),
        "PARAM_TYPE error /users/0/events/0/event_params/taxonomy");
    row("taxonomy of numbers", params(R"("taxonomy":[4])"),
        "PARAM_TYPE error /users/0/events/0/event_params/taxonomy");
    row("shipping cost as number", params(R"("shipping_cost":4.5)"),
        "PARAM_TYPE warning /users/0/events/0/event_params/shipping_cost");
    row("shipping cost as truth", params(R"("shipping_cost":true)"),
        "PARAM_TYPE error /users/0/events/0/event_params/shipping_cost");
    row("currency in small letters", params(R"("currency":"try")"),
        "CURRENCY_FORMAT warning /users/0/events/0/event_params/currency");
    row("url without scheme", params(R"("url":"shop.example/vase")"),
        "PARAM_TYPE warning /users/0/events/0/event_params/url");
    row("empty text", params(R"("color":"")"),
        "ATTR_EMPTY_STRING warning /users/0/events/0/event_params/color");
    row("custom empty", params(R"("custom":{})"), "CUSTOM_EMPTY info /users/0/events/0/event_params/custom");
    row("custom no object", params(R"("custom":[])"),
        "PARAM_TYPE error /users/0/events/0/event_params/custom");
    row("read prefix", params(R"("custom":{"c_ribbon":"red"})"),
        "CUSTOM_C_PREFIX warning /users/0/events/0/event_params/custom/c_ribbon");
}

void TestFindings::objectRows()
{
    row("add", objects(R"([{"action":"add","value":[{"a":1}]}])"), "");
    row("add without value", objects(R"([{"action":"add"}])"),
        "AOO_FIELD_REQUIRED error /users/0/object_attributes/custom/vases/0/value");
    row("replace with nothing", objects(R"([{"action":"replace"}])"),
        "AOO_FIELD_REQUIRED error /users/0/object_attributes/custom/vases/0/match\n"
        "AOO_FIELD_REQUIRED error /users/0/object_attributes/custom/vases/0/value");
    row("no action", objects(R"([{"value":[]}])"),
        "AOO_FIELD_REQUIRED error /users/0/object_attributes/custom/vases/0/action");
    row("unknown action", objects(R"([{"action":"drop"}])"),
        "AOO_FIELD_REQUIRED error /users/0/object_attributes/custom/vases/0/action");
    row("remove some", objects(R"([{"action":"remove","match":{"a":1}}])"), "");
    row("remove all", objects(R"([{"action":"remove"}])"),
        "AOO_REMOVE_ALL warning /users/0/object_attributes/custom/vases/0");
    row("no list", objects("{}"), "AOO_FIELD_REQUIRED error /users/0/object_attributes/custom/vases");
    row("no custom", user(R"("attributes":{"age":4},"object_attributes":{"vases":[]})"),
        "AOO_FIELD_REQUIRED error /users/0/object_attributes/custom");
}

void TestFindings::findings_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("expected");
    requestRows();
    identifierRows();
    attributeRows();
    userRows();
    eventRows();
    parameterRows();
    objectRows();
}

void TestFindings::findings()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, expected);
    const Findings findings = check(json::Document(payload.toStdString()), Profile::Proven, now());
    QCOMPARE(printed(findings), expected);
    for (const Finding &finding : findings) {
        QVERIFY2(finding.message.endsWith(u'.'), qPrintable(finding.message));
        QVERIFY(!finding.templatePlace && finding.payloadPointer);
    }
}

QTEST_GUILESS_MAIN(TestFindings)

#include "tst_findings.moc"
