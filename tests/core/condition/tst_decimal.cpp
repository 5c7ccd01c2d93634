// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/decimal.h"

#include <QRandomGenerator>
#include <QTest>

using namespace designer;

namespace {

int sign(std::strong_ordering order)
{
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/// An independent and slow reading: the number written out as an integer of `places` decimals.
struct Written
{
    explicit Written(const std::string &number, int places)
    {
        std::string text = number;
        negative = text.front() == '-';
        if (negative)
            text.erase(0, 1);
        long exponent = 0;
        if (const auto e = text.find_first_of("eE"); e != std::string::npos) {
            exponent = std::stol(text.substr(e + 1));
            text.erase(e);
        }
        const auto point = text.find('.');
        long decimals = 0;
        if (point != std::string::npos) {
            decimals = static_cast<long>(text.size() - point - 1);
            text.erase(point, 1);
        }
        text.append(static_cast<std::size_t>(places + exponent - decimals), '0');
        text.erase(0, std::min(text.find_first_not_of('0'), text.size()));
        digits = text;
        negative = negative && !digits.empty();
    }

    [[nodiscard]] int compare(const Written &other) const
    {
        if (negative != other.negative)
            return negative ? -1 : 1;
        int order = 0;
        if (digits.size() != other.digits.size())
            order = digits.size() < other.digits.size() ? -1 : 1;
        else
            order = digits < other.digits ? -1 : digits > other.digits ? 1 : 0;
        return negative ? -order : order;
    }

    bool negative;
    std::string digits;
};

std::string randomDigits(QRandomGenerator &random, int length)
{
    std::string out;
    // Few kinds of digits make near misses likely.
    for (int i = 0; i < length; ++i)
        out += "00019"[random.bounded(5)];
    return out;
}

std::string randomNumber(QRandomGenerator &random)
{
    std::string out = random.bounded(3) == 0 ? "-" : "";
    const std::string whole = randomDigits(random, 1 + random.bounded(8));
    const auto first = std::min(whole.find_first_not_of('0'), whole.size() - 1);
    out += whole.substr(first);
    if (random.bounded(2))
        out += '.' + randomDigits(random, 1 + random.bounded(8));
    if (random.bounded(2)) {
        const char *signs[] = {"", "+", "-"};
        out += random.bounded(2) ? "e" : "E";
        out += signs[random.bounded(3)] + std::string(std::size_t(random.bounded(2)), '0');
        out += std::to_string(random.bounded(12));
    }
    return out;
}

} // namespace

class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void knowsNumbers_data();
    void knowsNumbers();
    void compares_data();
    void compares();
    void comparesHugeNumbers();
    void agreesWithWrittenOutNumbers();
};

void TestDecimal::knowsNumbers_data()
{
    QTest::addColumn<bool>("is");
    for (const char *text : {"0", "-0", "7", "10", "1.5", "-1.50", "1e5", "1E+5", "0.0e-00", "1299.90"})
        QTest::newRow(text) << true;
    for (const char *text :
         {"",    "-",   "+1",  "01",  "-01",      "1.",    ".5",  "1e",    "1e+",   "1 ", " 1",
          "1,5", "0x1", "1_0", "NaN", "Infinity", "1.5TL", "--1", "1e5.0", "1.2.3", "٣",  "1\n"})
        QTest::newRow(*text ? text : "empty") << false;
}

void TestDecimal::knowsNumbers()
{
    QFETCH(bool, is);
    const std::string text = QTest::currentDataTag();
    QCOMPARE(condition::isNumber(text == "empty" ? "" : text), is);
}

void TestDecimal::compares_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<int>("order");
    const auto row = [](const char *name, const QByteArray &a, const QByteArray &b, int order) {
        QTest::newRow(name) << a << b << order;
    };
    row("same", "1", "1", 0);
    row("negative zero", "-0", "0", 0);
    row("zeros of any form", "-0.000e99999999999999999999", "0e-5", 0);
    row("zero and a tiny number", "0e999999", "1e-999999", -1);
    row("zero and a tiny negative number", "0", "-1e-999999", 1);
    row("trailing zeros", "1299.90", "1299.9", 0);
    row("exponent", "1e2", "100", 0);
    row("fraction with exponent", "0.00012e4", "1.2", 0);
    row("negative exponent", "12000e-4", "1.2", 0);
    row("magnitude before digits", "9", "10", -1);
    row("negative numbers turn around", "-9", "-10", 1);
    row("signs differ", "-1", "1", -1);
    row("two to the 53rd and one more", "9007199254740993", "9007199254740992", 1);
    row("beyond double's range", "1e400", "1e399", 1);
    row("below double's range", "1e-400", "1e-399", -1);
    row("exponents of 30 digits", "1e100000000000000000000000000001", "1e100000000000000000000000000000", 1);
    row("exponents of 30 digits, shifted", "10e100000000000000000000000000000",
        "1e100000000000000000000000000001", 0);
    row("exponents of 30 digits, negative", "1e-100000000000000000000000000001",
        "1e-100000000000000000000000000000", -1);
    row("a carry through the whole exponent", "1e1000000000000000000000", "10e999999999999999999999", 0);
    row("opposite huge exponents", "1e-999999999999999999999999999999", "1e999999999999999999999999999999",
        -1);
    row("leading zeros in the exponent", "1e0000000000000000000000000000000000000002", "100", 0);
    row("one digit more", "0.1234567890123456789012345678901", "0.123456789012345678901234567890", 1);
    row("a point in the middle", "12.34", "1234e-2", 0);
    row("a point after the digits begin", "1.0000", "1", 0);
}

void TestDecimal::compares()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(int, order);
    QVERIFY(condition::isNumber(a.toStdString()));
    QVERIFY(condition::isNumber(b.toStdString()));
    QCOMPARE(sign(condition::compareNumbers(a.toStdString(), b.toStdString())), order);
    QCOMPARE(sign(condition::compareNumbers(b.toStdString(), a.toStdString())), -order);
}

void TestDecimal::comparesHugeNumbers()
{
    const std::string many = "1" + std::string(1'000'000, '0');
    QCOMPARE(sign(condition::compareNumbers(many, "1e1000000")), 0);
    QCOMPARE(sign(condition::compareNumbers(many + "1", "1e1000001")), 1);
    const std::string exponent = "1e" + std::string(1'000'000, '9');
    QCOMPARE(sign(condition::compareNumbers(exponent, exponent + "0")), -1);
    QCOMPARE(sign(condition::compareNumbers(exponent, exponent)), 0);
}

void TestDecimal::agreesWithWrittenOutNumbers()
{
    QRandomGenerator random(1);
    int equal = 0;
    for (int i = 0; i < 50'000; ++i) {
        const std::string a = randomNumber(random);
        const std::string b = randomNumber(random);
        QVERIFY(condition::isNumber(a));
        const int expected = Written(a, 32).compare(Written(b, 32));
        equal += expected == 0;
        const int order = sign(condition::compareNumbers(a, b));
        QVERIFY2(order == expected, (a + " and " + b).c_str());
    }
    QVERIFY(equal > 100); // the near misses are not all misses
}

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
