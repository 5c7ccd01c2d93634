// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/gallery.h"
#include "event/samples.h"
#include "ui/body/bodymarks.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::ui;

/// What the live view says of the body, as its editor shows it.
class TestBodyMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void aLineSaysHowManyNotesItWouldHave();
    void aLineWithOneNoteDoesNotCount();
};

namespace {

const std::atomic<bool> never = false;
const insider::Moment now = std::chrono::system_clock::from_time_t(1'790'000'000);

event::Event purchase()
{
    for (const event::ShippedSample &sample : event::shippedSamples(now)) {
        if (sample.name == QLatin1String("purchase"))
            return event::Event::parse(sample.text, sample.fileName).value();
    }
    return {};
}

BodyMarks marksOf(const std::string &connectionText)
{
    const auto connection = connection::Connection::load(connectionText).value();
    const event::Event event = purchase();
    testrun::EvaluationInput input{connection::TakenApart::of(connection), event, {}};
    input.settings.now = now;
    input.settings.sandbox = http::parseEndpoint("http://127.0.0.1:1").value();
    return bodyMarks(testrun::evaluate(input, never), &event);
}

std::string published()
{
    return connection::galleryTemplate(QLatin1String("hardal-insider-purchase"))->bytes;
}

} // namespace

void TestBodyMarks::aLineSaysHowManyNotesItWouldHave()
{
    const BodyMarks marks = marksOf(published()); // two parameters are missing from one object
    QCOMPARE(marks.marks.size(), 2U);
    QCOMPARE(marks.notes.size(), 1U);
    QVERIFY2(marks.notes.front().reason.startsWith(QStringLiteral("1 of 2 here: ")),
             qPrintable(marks.notes.front().reason));
    QCOMPARE(marks.fixes.size(), 1U);
}

void TestBodyMarks::aLineWithOneNoteDoesNotCount()
{
    std::string text = published();
    const std::string_view name = "\"uuid\"";
    text.replace(text.find(name), name.size(), "\"uid\"");
    const BodyMarks marks = marksOf(text);
    QCOMPARE(marks.notes.size(), 2U);
    for (const LineNote &note : marks.notes) {
        const bool isParameter = note.reason.contains(QStringLiteral("event_group_id"));
        QCOMPARE(note.reason.startsWith(QStringLiteral("1 of ")), isParameter);
    }
}

QTEST_GUILESS_MAIN(TestBodyMarks)
#include "tst_bodymarks.moc"
