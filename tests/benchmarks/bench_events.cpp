// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes events to standard output, one a line, always the same for the same arguments:
//
//   bench_events [COUNT [SEED]]
//
// Canonical Hardal events of 626 bytes on average: one in ten a purchase, one to four lines in
// `items`, Turkish letters, escapes, prices with trailing zeros, a coupon in half of them.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace std::string_view_literals;

/// splitmix64. The standard library's distributions differ from one implementation to the next.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) { }

    std::uint64_t below(std::uint64_t limit) { return next() % limit; }
    bool oneIn(std::uint64_t n) { return below(n) == 0; }
    template <std::size_t N>
    std::string_view pick(const std::array<std::string_view, N> &choices)
    {
        return choices[below(N)];
    }

private:
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    std::uint64_t m_state;
};

constexpr std::array otherEvents{"page_view"sv, "product_view"sv, "add_to_cart"sv, "search"sv, "sign_up"sv};
constexpr std::array names{"Ayşe"sv, "Çağrı"sv, "Mehmet"sv, "Elif"sv, "John"sv, "Gül\\u015fen"sv};
constexpr std::array surnames{"Yılmaz"sv, "Öztürk"sv, "Demir"sv, "Smith"sv, "O\\\"Hara"sv};
constexpr std::array countries{"TR"sv, "TR"sv, "DE"sv, "NL"sv};
constexpr std::array languages{"tr_TR"sv, "tr_TR"sv, "en_US"sv};
constexpr std::array devices{"mobile"sv, "mobile"sv, "desktop"sv, "tablet"sv};
constexpr std::array products{"Keten gömlek"sv,     "Yün kazak 100\\u0025"sv, "Jean 32\\\""sv, "Deri çanta"sv,
                              "Running shoes 42"sv, "İpek şal \\/ fular"sv,   "T-shirt"sv};
constexpr std::array cents{"00"sv, "90"sv, "99"sv, "50"sv, "95"sv};
constexpr std::array pages{"/"sv, "/kadin/elbise"sv, "/erkek/gomlek?sort=price&page=2"sv, "/sepet"sv,
                           "/urun/keten-gomlek"sv};
constexpr std::array titles{"Ana sayfa"sv, "Kadın elbise modelleri"sv, "Sepetim"sv, "Product"sv};
constexpr std::array referrers{"https://www.google.com/"sv, "https://l.instagram.com/"sv,
                               "https://news.example.com/"sv};

class EventWriter
{
public:
    explicit EventWriter(std::uint64_t seed) : m_random(seed) { }

    const std::string &next()
    {
        m_line.clear();
        const bool purchase = m_random.oneIn(10);
        add("{\"event_name\":\"").add(purchase ? "purchase"sv : m_random.pick(otherEvents));
        add("\",\"created_at\":\"2024-")
            .padded(1 + m_random.below(12))
            .add("-")
            .padded(1 + m_random.below(28));
        add("T").padded(m_random.below(24)).add(":").padded(m_random.below(60)).add(":");
        padded(m_random.below(60)).add("Z\",\"user_id\":\"u-").number(100'000 + m_random.below(900'000));
        add("\",\"session_id\":\"s-").number(1'000'000'000 + m_random.below(9'000'000'000));
        writeUser();
        writePage();
        add(",\"device_type\":\"").add(m_random.pick(devices)).add("\"");
        writeProperties();
        add("}\n");
        return m_line;
    }

private:
    EventWriter &add(std::string_view text)
    {
        m_line += text;
        return *this;
    }
    EventWriter &number(std::uint64_t value) { return add(std::to_string(value)); }
    EventWriter &padded(std::uint64_t value) { return add(value < 10 ? "0" : "").number(value); }
    EventWriter &price() { return number(10 + m_random.below(2'000)).add(".").add(m_random.pick(cents)); }

    void writeUser()
    {
        add("\",\"user\":{\"email\":\"user")
            .number(m_random.below(1'000'000))
            .add("@example.com\",\"name\":\"");
        add(m_random.pick(names)).add("\",\"surname\":\"").add(m_random.pick(surnames));
        add("\",\"country\":\"").add(m_random.pick(countries)).add("\",\"language\":\"");
        add(m_random.pick(languages)).add("\",\"email_optin\":").add(m_random.oneIn(3) ? "false" : "true");
        add("}");
    }

    void writePage()
    {
        add(",\"page\":{\"url\":\"https://shop.example.com").add(m_random.pick(pages));
        add("\",\"title\":\"").add(m_random.pick(titles)).add("\",\"referrer\":\"");
        add(m_random.pick(referrers)).add("\"}");
    }

    void writeProperties()
    {
        add(",\"properties\":{\"order_id\":\"").number(10'000'000 + m_random.below(90'000'000));
        add("\",\"currency\":\"TRY\",\"price\":").price().add(",\"quantity\":").number(1 + m_random.below(5));
        if (m_random.oneIn(2))
            add(",\"coupon\":\"YAZ").number(m_random.below(100)).add("\"");
        add(",\"items\":[");
        writeItem();
        for (std::uint64_t more = m_random.below(4); more > 0; --more) {
            add(",");
            writeItem();
        }
        add("]}");
    }

    void writeItem()
    {
        add("{\"id\":\"sku-").number(1'000 + m_random.below(9'000)).add("\",\"name\":\"");
        add(m_random.pick(products)).add("\",\"price\":").price().add("}");
    }

    Random m_random;
    std::string m_line;
};

} // namespace

int main(int argc, char *argv[])
{
    const std::uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
    EventWriter events(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::string &line = events.next();
        if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size())
            return 1;
    }
    return std::fclose(stdout) == 0 ? 0 : 1;
}
