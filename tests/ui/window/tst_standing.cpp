// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../core/testrun/evaluationfixture.h"
#include "../unexpectedwarnings.h"
#include "ui/window/standing.h"

#include <QTest>

using namespace designer;
using namespace designer::ui;

/// What the chip and the foot say of a connection, from nothing to active.
class TestStanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void says_data();
    void says();
    void aTestOfAnotherTextIsNotGreen();
};

namespace {

/// What stands in a template in the place of the account's name, and what its owner writes over it.
constexpr std::string_view unnamed = "your_partner_name";
constexpr std::string_view named = "ornekmoda";

/// The gallery's connection of that name, with \a account in the place of the account's name.
connection::Connection connectionOf(const char *name, std::string_view account)
{
    std::string bytes = galleryConnection(name).bytes();
    if (const std::size_t at = bytes.find(unnamed); at != std::string::npos)
        bytes.replace(at, unnamed.size(), account);
    return connection::Connection::load(std::move(bytes)).value();
}

/// The live state of a gallery connection with the shipped sample of that name.
LiveState live(const char *connection, const char *sampleName, const char *body = nullptr,
               std::string_view account = named)
{
    LiveState state;
    if (!shippedSample(sampleName).text.empty())
        state.sample = std::make_shared<const event::Event>(testrun::shippedEvent(sampleName));
    testrun::EvaluationInput input = testrun::inputOf(
        connectionOf(connection, account), state.sample ? std::optional(*state.sample) : std::nullopt);
    if (body)
        input.parts.body = body;
    state.evaluation = std::make_shared<const testrun::Evaluation>(testrun::evaluate(input, testrun::never));
    return state;
}

/// What is saved, modified, active ...: letters, in any order.
///   s saved, g gone, m modified, a active, f active in the file, k a secret's value is missing, c it is
///   locked away, l live is on, t tested now and not accepted, o tested as it stands, y sent anyway, w tested
///   since the program began
StandingFacts facts(const LiveState &live, const char *letters,
                    const std::optional<workspace::GreenTest> &green = std::nullopt)
{
    const QLatin1String is(letters);
    StandingFacts out;
    out.live = &live;
    out.greenTest = green;
    out.saved = is.contains(QLatin1Char('s'));
    out.gone = is.contains(QLatin1Char('g'));
    out.modified = is.contains(QLatin1Char('m'));
    out.active = is.contains(QLatin1Char('a'));
    out.activeInFile = is.contains(QLatin1Char('f'));
    if (is.contains(QLatin1Char('k')))
        out.missingSecret = "INSIDER_TOKEN";
    out.secretIsLocked = is.contains(QLatin1Char('c'));
    out.goesLive = is.contains(QLatin1Char('l'));
    out.failedNow = is.contains(QLatin1Char('t'));
    out.sentAnywayNow = is.contains(QLatin1Char('y'));
    out.testedThis = is.contains(QLatin1Char('o'));
    out.wasTested = is.contains(QLatin1Char('w'));
    out.liveTarget = QStringLiteral("Insider");
    return out;
}

} // namespace

Q_DECLARE_METATYPE(designer::ui::StandingFacts)

void TestStanding::says_data()
{
    QTest::addColumn<StandingFacts>("facts");
    QTest::addColumn<QString>("chip");
    QTest::addColumn<QString>("sentence"); // its beginning
    static const LiveState good = live("insider-purchase", "purchase");
    static const LiveState bad = live("hardal-insider-purchase", "purchase");
    static const LiveState notFired = live("insider-purchase", "registration");
    static const LiveState noSample = live("insider-purchase", "none");
    static const LiveState nothing;
    static const LiveState empty = live("blank", "purchase", "");
    static const LiveState blankHeader = live("insider-purchase", "purchase", nullptr, unnamed);
    static const LiveState blankUrl = live("blank", "purchase", R"({"e": "##event_name##"})");
    static const LiveState blankBody = live("insider-purchase", "purchase",
                                            R"({"users": [{"identifiers": {"email": "##user.email##",
    "custom": {"pixel": "your_pixel"}}, "attributes": {"name": "##user.name##"}}]})");
    const auto row
        = [](const char *name, const StandingFacts &facts, const char *chip, const char *sentence) {
              QTest::newRow(name) << facts << QString::fromUtf8(chip) << QString::fromUtf8(sentence);
          };
    const workspace::GreenTest green{good.evaluation->print, QDateTime(QDate(2026, 1, 2), QTime(14, 32)),
                                     false};
    const workspace::GreenTest ofBlankHeader{blankHeader.evaluation->print, green.at, false};
    const workspace::GreenTest other{"other", green.at, false};
    row("nothing is known", facts(nothing, ""), "new", "");
    row("new", facts(good, ""), "new", "Not tested yet. Next: test it (Ctrl+Return).");
    row("new, with a header to fill in", facts(blankHeader, ""), "new",
        "Not tested yet. Next: fill in “your_partner_name” (Headers).");
    row("an address to fill in", facts(blankUrl, "s"), "",
        "Not tested yet. Next: fill in “api.example.com” (Settings).");
    row("a body to fill in", facts(blankBody, "s"), "", "Not tested yet. Next: fill in “your_pixel” (Body).");
    row("changed since, with a header to fill in", facts(blankHeader, "sm", other),
        "not saved + changed since the last green test",
        "Not tested since the last change. Next: fill in “your_partner_name” (Headers).");
    row("saved, with a header to fill in", facts(blankHeader, "s", ofBlankHeader), "tested 2 Jan 2026 14:32",
        "Saved. Next: fill in “your_partner_name” (Headers).");
    row("active, with a header to fill in", facts(blankHeader, "saf", ofBlankHeader),
        "tested 2 Jan 2026 14:32", "Active. Next: fill in “your_partner_name” (Headers).");
    row("saved", facts(good, "s"), "", "Not tested yet");
    row("changed", facts(good, "sm"), "not saved", "Not tested yet");
    row("the body is empty", facts(empty, "s"), "", "The body is empty. Next: start");
    row("Insider would reject it", facts(bad, "s"), "", "Insider would reject this: ");
    static const LiveState malformed = live("insider-purchase", "purchase", "{\"users\": [}");
    static const LiveState capitals = live("insider-purchase", "purchase", nullptr, "OrnekModa");
    row("a body that is no JSON", facts(malformed, "s"), "", "Cannot be sent: ");
    row("Insider would refuse the request", facts(capitals, "s"), "", "Insider would refuse this: ");
    static const LiveState capitalsAlone = live("insider-purchase", "none", nullptr, "OrnekModa");
    row("Insider would refuse the request, without a sample", facts(capitalsAlone, "s"), "",
        "Insider would refuse this: ");
    row("no sample", facts(noSample, "s"), "", "Next: choose a sample event");
    row("the sample does not fire it", facts(notFired, "s"), "", "This sample would not be sent");
    row("the test was not accepted", facts(good, "st"), "", "The last test was not accepted");
    row("tested, not saved", facts(good, "sm", green), "not saved + tested 2 Jan 2026 14:32",
        "Tested and accepted. Next: save it, then switch it to Active.");
    row("tested and active, not saved", facts(good, "smaf", green), "not saved + tested 2 Jan 2026 14:32",
        "Tested and accepted. Next: save it (Ctrl+S).");
    row("tested and switched to Active, not saved", facts(good, "sma", green),
        "not saved + tested 2 Jan 2026 14:32", "Active from the next save on. Next: save it (Ctrl+S).");
    row("tested and switched off, not saved", facts(good, "smf", green),
        "not saved + tested 2 Jan 2026 14:32", "Off from the next save on. Next: save it (Ctrl+S).");
    row("tested and not saved, with a header to fill in", facts(blankHeader, "m", ofBlankHeader),
        "new + tested 2 Jan 2026 14:32", "Tested and accepted. Next: fill in “your_partner_name” (Headers).");
    row("a secret without a value", facts(good, "sk"), "",
        "Not tested yet. Next: give the value of “INSIDER_TOKEN” (Headers).");
    row("tested and saved, a secret without a value", facts(good, "sk", green), "tested 2 Jan 2026 14:32",
        "Saved. Next: give the value of “INSIDER_TOKEN” (Headers).");
    row("a secret whose keychain is locked", facts(good, "skc"), "",
        "Not tested yet. Next: unlock your keychain, for “INSIDER_TOKEN” (Headers).");
    row("what is to fill in comes before the secret", facts(blankHeader, "sk"), "",
        "Not tested yet. Next: fill in “your_partner_name” (Headers).");
    row("tested and never saved", facts(good, "m", green), "new + tested 2 Jan 2026 14:32",
        "Tested and accepted. Next: save it, then switch it to Active.");
    row("tested, and its file is gone", facts(good, "gm", green), "file gone + tested 2 Jan 2026 14:32",
        "Tested and accepted. Next: save it, then switch it to Active.");
    row("changed since", facts(good, "sm", other), "not saved + changed since the last green test",
        "Not tested since the last change. Next: test it");
    row("changed since a test that was not green", facts(good, "sw"), "",
        "Not tested since the last change. Next: test it");
    row("tested, and this event was not accepted", facts(good, "st", green), "this event was not accepted",
        "Saved. Next: switch it to Active.");
    row("as it stands, tested with another sample alone", facts(good, "sow"), "",
        "Not tested with this sample event. Next: test it");
    row("sent although the conditions say no", facts(notFired, "syow"), "",
        "This sample would not be sent. Next: choose one that fires it.");
    row("sent anyway, with a header to fill in", facts(blankHeader, "syow"), "",
        "Not tested with an event that fires it. Next: fill in");
    row("tested and saved", facts(good, "s", green), "tested 2 Jan 2026 14:32",
        "Saved. Next: switch it to Active.");
    row("active", facts(good, "saf", green), "tested 2 Jan 2026 14:32", "Active. Next: export it");
    StandingFacts stale = facts(good, "s", green);
    stale.fresh = false;
    row("tested, of a text that has just changed", stale, "tested 2 Jan 2026 14:32", "Saved.");
    stale.overdue = true;
    row("tested, of a text that changed a while ago", stale, "tested 2 Jan 2026 14:32",
        "The last change is being worked out");
    row("live is on", facts(good, "sal", green), "tested 2 Jan 2026 14:32 in the sandbox",
        "Live is on. Nothing has been sent to Insider yet.");
}

void TestStanding::says()
{
    QFETCH(StandingFacts, facts);
    QFETCH(QString, chip);
    QFETCH(QString, sentence);
    QStringList chips{savedChipOf(facts).text, testedChipOf(facts).text};
    chips.removeAll({});
    QCOMPARE(chips.join(QStringLiteral(" + ")), chip);
    const QString said = standingOf(facts).text;
    QVERIFY2(sentence.isEmpty() ? said.isEmpty() : said.startsWith(sentence), qPrintable(said));
}

void TestStanding::aTestOfAnotherTextIsNotGreen()
{
    const LiveState good = live("insider-purchase", "purchase");
    StandingFacts tested = facts(good, "s", workspace::GreenTest{good.evaluation->print, {}, false});
    QCOMPARE(testedChipOf(tested).tone, Tone::Good);
    tested.fresh = false;
    QCOMPARE(testedChipOf(tested).tone, Tone::Neutral);
}

QTEST_MAIN(TestStanding)
#include "tst_standing.moc"
