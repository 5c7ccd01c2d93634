// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/findingtour.h"

#include <QTest>

using namespace designer::ui;

/// F8 goes on where it was, whatever was mended meanwhile.
class TestFindingTour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
};

namespace {

/// A small letter and its capital are two at one place.
std::vector<TourStop> stopsOf(const QString &letters)
{
    std::vector<TourStop> out;
    for (const QChar letter : letters)
        out.push_back(
            {{Page::Body, QString(letter.toUpper()), false}, std::string(1, letter.toLatin1()), {}});
    return out;
}

QString letterOf(const std::optional<TourStop> &stop)
{
    return stop ? QString::fromStdString(stop->what) : QStringLiteral("-");
}

} // namespace

/// Each step is the places that there are then, a sign for the direction, and where it leads.
void TestFindingTour::steps_data()
{
    QTest::addColumn<QString>("steps");
    const auto row
        = [](const char *name, const char *steps) { QTest::newRow(name) << QString::fromLatin1(steps); };
    row("one after the other, and around", "abc>a abc>b abc>c abc>a");
    row("backwards from the beginning", "abc<c abc<b abc<a abc<c");
    row("there and back", "abc>a abc>b abc<a abc<c");
    row("nothing, then something", ">- abc>a");
    row("all mended, then others", "ab>a >- cd>c");
    row("the one that is shown is mended", "abc>a abc>b ac>c");
    row("the one that is shown is mended, back", "abc>a abc>b ac<a");
    row("the last one is mended", "abc<c ab>a");
    row("the last one is mended, back", "abc<c ab<b");
    row("the first one is mended", "abc>a bc>b bc>c");
    row("the first one is mended, back", "abc>a bc<c");
    row("one before is mended", "abc>a abc>b bc>c");
    row("one behind is mended", "abc>a ab>b ab>a");
    row("all but the one that is shown", "abc>a abc>b b>b b<b");
    row("a new one", "abc>a abc>b dabc>d dabc>a");
    row("a new one behind", "abc>a abcd>a");
    row("one mended and a new one", "abc>a abc>b acd>a");
    row("others altogether", "abc>a abc>b xyz>x");
    row("another order", "abc>a abc>b cba>a");
    row("the one that is shown stands later now", "abc>a bca>b");
    row("the one that is shown stands elsewhere", "abcd>a abcd>b acdb>a");
    row("the one that is shown stands earlier now, back", "abc<c abc<b bca<a");
    row("two at one place", "aAb>a aAb>A aAb>b aAb>a");
    row("two at one place, back", "aAb<b aAb<A aAb<a");
    row("the first of two at one place is mended", "aAb>a Ab>A Ab>b");
}

void TestFindingTour::steps()
{
    QFETCH(QString, steps);
    FindingTour tour;
    for (const QString &step : steps.split(QLatin1Char(' '))) {
        const bool backwards = step.contains(QLatin1Char('<'));
        const QStringList halves = step.split(QLatin1Char(backwards ? '<' : '>'));
        const auto stop = tour.next(stopsOf(halves.first()), backwards);
        QVERIFY2(letterOf(stop) == halves.last(), qPrintable(step));
    }
}

QTEST_GUILESS_MAIN(TestFindingTour)
#include "tst_findingtour.moc"
