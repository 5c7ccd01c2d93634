// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "ui/common/messageline.h"
#include "ui/testing/testbar.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace designer::ui;

/// The bar above the test panel.
class TestTestBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void keysGoFromSampleToSample_data();
    void keysGoFromSampleToSample();
    void theWheelStopsAtTheLastSample();
    void theLastRowOfTheListLeadsToTheSamples();
    void aUsualVerdictIsWhole_data();
    void aUsualVerdictIsWhole();
    void theNameOfAUsualSampleIsWhole();
    void aLongVerdictKeepsItsLink();
    void nothingMovesWhateverIsSaid_data();
    void nothingMovesWhateverIsSaid();
    void aLongHostLeavesTheBarItsRoom();
    void theWholeTargetCanBeRead_data();
    void theWholeTargetCanBeRead();
    void aNarrowBarStillSaysWhatWouldHappen();
};

namespace {

struct Fixture
{
    Fixture()
    {
        bar.setSamples({QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")},
                       QStringLiteral("Two"));
        bar.show();
    }
    [[nodiscard]] QComboBox *samples() const { return bar.findChild<QComboBox *>(); }
    [[nodiscard]] QLabel *title() const
    {
        const auto labels = bar.findChildren<QLabel *>();
        const auto found = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text() == QLatin1String("Test Endpoint");
        });
        return found == labels.end() ? nullptr : *found;
    }
    /// Of all that is in the bar, from the left.
    [[nodiscard]] QList<QRect> places() const
    {
        QList<QRect> out;
        for (const QWidget *part : bar.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (!part->isHidden())
                out << part->geometry();
        }
        std::sort(out.begin(), out.end(), [](const QRect &a, const QRect &b) { return a.left() < b.left(); });
        return out;
    }
    [[nodiscard]] bool isOneBesideTheOther() const
    {
        int right = 0;
        for (const QRect &place : places()) {
            if (place.left() < right)
                return false;
            right = place.right() + 1;
        }
        return right <= bar.width();
    }

    TestBar bar;
    QSignalSpy chosen{&bar, &TestBar::sampleChosen};
    QSignalSpy elsewhere{&bar, &TestBar::samplesRequested};
};

} // namespace

void TestTestBar::keysGoFromSampleToSample_data()
{
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QStringList>("expected");
    const QString one = QStringLiteral("One");
    const QString three = QStringLiteral("Three");
    QTest::newRow("down") << QList<int>{Qt::Key_Down} << QStringList{three};
    QTest::newRow("down beyond the last")
        << QList<int>{Qt::Key_Down, Qt::Key_Down, Qt::Key_Down} << QStringList{three};
    QTest::newRow("end") << QList<int>{Qt::Key_End} << QStringList{three};
    QTest::newRow("page down") << QList<int>{Qt::Key_PageDown} << QStringList{three};
    QTest::newRow("up") << QList<int>{Qt::Key_Up} << QStringList{one};
    QTest::newRow("end and home") << QList<int>{Qt::Key_End, Qt::Key_Home} << QStringList{three, one};
}

void TestTestBar::keysGoFromSampleToSample()
{
    QFETCH(const QList<int>, keys);
    Fixture f;
    for (const int key : keys)
        QTest::keyClick(f.samples(), Qt::Key(key));
    QStringList chosen;
    for (const QList<QVariant> &one : f.chosen)
        chosen << one.first().toString();
    QTEST(chosen, "expected");
    QCOMPARE(f.samples()->currentText(), chosen.last());
    QCOMPARE(f.elsewhere.size(), 0);
}

void TestTestBar::theWheelStopsAtTheLastSample()
{
    Fixture f;
    const QPointF middle = f.samples()->rect().center();
    for (int turn = 0; turn < 3; ++turn) {
        QWheelEvent wheel(middle, f.samples()->mapToGlobal(middle), {}, QPoint(0, -120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(f.samples(), &wheel);
    }
    QCOMPARE(f.chosen.size(), 1);
    QCOMPARE(f.samples()->currentText(), QStringLiteral("Three"));
    QCOMPARE(f.elsewhere.size(), 0);
}

void TestTestBar::theLastRowOfTheListLeadsToTheSamples()
{
    Fixture f;
    f.samples()->showPopup();
    QTest::keyClick(f.samples()->view(), Qt::Key_End);
    QTest::keyClick(f.samples()->view(), Qt::Key_Return);
    QCOMPARE(f.elsewhere.size(), 1);
    QCOMPARE(f.chosen.size(), 0);
    QCOMPARE(f.samples()->currentText(), QStringLiteral("Two"));
}

void TestTestBar::aUsualVerdictIsWhole_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("link");
    const QString sent = QStringLiteral("Would be sent");
    const QString notSent = QStringLiteral("Would not be sent: event_name is registration");
    QTest::newRow("at 1280") << 1023 << sent << QString();
    QTest::newRow("at 1920") << 1663 << sent << QString();
    QTest::newRow("at 1920, with its reason") << 1663 << notSent << QStringLiteral("Send anyway");
}

/// In a window of so many pixels beside its list, with the title and the whole box of the samples.
void TestTestBar::aUsualVerdictIsWhole()
{
    QFETCH(const int, width);
    QFETCH(const QString, words);
    QFETCH(const QString, link);
    Fixture f;
    const auto *const verdict = f.bar.findChild<MessageLine *>();
    f.bar.resize(theme().scaled(width), f.bar.height());
    f.bar.setLiveTarget(QStringLiteral("Insider"));
    f.bar.setVerdict(link.isEmpty() ? Tone::Good : Tone::Info, words, QStringLiteral("send"), link);
    QCoreApplication::sendPostedEvents();
    QTRY_VERIFY2(
        verdict->width() >= verdict->sizeHint().width(),
        qPrintable(QStringLiteral("%1 of %2").arg(verdict->width()).arg(verdict->sizeHint().width())));
    QCOMPARE(verdict->toolTip(), QString());
    QVERIFY(f.title()->isVisible());
    QVERIFY(f.title()->width() >= f.title()->sizeHint().width());
    QVERIFY(f.isOneBesideTheOther());
}

/// In a window of 1280 pixels beside its list.
void TestTestBar::theNameOfAUsualSampleIsWhole()
{
    Fixture f;
    const QString name = QStringLiteral("Purchase, one product");
    f.bar.setSamples({name}, name);
    f.bar.resize(theme().scaled(1023), f.bar.height());
    f.bar.setLiveTarget(QStringLiteral("Insider"));
    QCoreApplication::sendPostedEvents();
    QStyleOptionComboBox option;
    option.initFrom(f.samples());
    const QRect field = f.samples()->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                             QStyle::SC_ComboBoxEditField, f.samples());
    const int wanted = f.samples()->fontMetrics().horizontalAdvance(name) + 2; // as it is drawn
    QVERIFY2(field.width() >= wanted, qPrintable(QStringLiteral("%1 of %2").arg(field.width()).arg(wanted)));
}

void TestTestBar::aLongVerdictKeepsItsLink()
{
    Fixture f;
    const QString whole = QStringLiteral("Would not be sent: ") + QString(80, QLatin1Char('w'));
    f.bar.resize(theme().scaled(1023), f.bar.height());
    f.bar.setLiveTarget(QStringLiteral("Insider"));
    f.bar.setVerdict(Tone::Info, whole, QStringLiteral("send"), QStringLiteral("Send anyway"),
                     QStringLiteral("Not sent"));
    const auto *const verdict = f.bar.findChild<MessageLine *>();
    const auto *const shown = verdict->findChild<LinkLabel *>();
    QTRY_VERIFY2(shown->text().startsWith(QLatin1String("Would not be sent")), qPrintable(shown->text()));
    QVERIFY(shown->text().contains(QLatin1String("Send anyway")));
    QTRY_VERIFY(shown->width() >= shown->sizeHint().width());
    QCOMPARE(verdict->toolTip(), whole);
}

void TestTestBar::nothingMovesWhateverIsSaid_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("hasTitle");
    QTest::newRow("in the smallest window") << 683 << false;
    QTest::newRow("in a narrow bar that is nearly wide") << 799 << false;
    QTest::newRow("below 1280") << 900 << false;
    QTest::newRow("at 1280") << 1023 << true;
    QTest::newRow("at 1920") << 1663 << true;
}

void TestTestBar::nothingMovesWhateverIsSaid()
{
    QFETCH(const int, width);
    QFETCH(const bool, hasTitle);
    Fixture f;
    f.bar.setLiveTarget(QStringLiteral("Insider"));
    f.bar.resize(theme().scaled(width), f.bar.height());
    f.bar.setVerdict(Tone::Neutral, {});
    QCoreApplication::sendPostedEvents();
    const auto *const verdict = f.bar.findChild<MessageLine *>();
    const QList<QRect> before = f.places();
    QCOMPARE(f.title()->isVisible(), hasTitle);
    QVERIFY(f.isOneBesideTheOther());
    const auto stillThere = [&] {
        QCoreApplication::sendPostedEvents();
        return f.places() == before;
    };
    f.bar.setVerdict(Tone::Good, QStringLiteral("Would be sent"));
    QVERIFY(stillThere());
    const QString longest = QStringLiteral("Cannot be sent yet: ") + QString(300, QLatin1Char('w'));
    f.bar.setVerdict(Tone::Error, longest);
    QVERIFY(stillThere());
    QCOMPARE(verdict->toolTip(), longest);
    f.bar.setTestable(true);
    f.bar.setRunning(true);
    QVERIFY(stillThere());
    f.bar.setRunning(false);
    f.bar.setLive(true);
    f.bar.setAllowed(true);
    QVERIFY(stillThere());
}

/// So does the button, which names it: by its ends.
void TestTestBar::aLongHostLeavesTheBarItsRoom()
{
    Fixture f;
    f.bar.resize(theme().scaled(1023), f.bar.height());
    f.bar.setLiveTarget(QString(80, QLatin1Char('w')) + QStringLiteral(".example.com"));
    f.bar.setLive(true);
    QCoreApplication::sendPostedEvents();
    QVERIFY(f.isOneBesideTheOther());
    const auto *const button = f.bar.findChild<QPushButton *>();
    QVERIFY(button->text().contains(QChar(0x2026)));
    QVERIFY(button->width() >= button->sizeHint().width());
}

void TestTestBar::theWholeTargetCanBeRead_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("target");
    const QString host = QString(80, QLatin1Char('w')) + QStringLiteral(".example.com");
    QTest::newRow("a short one in the smallest window") << 683 << QStringLiteral("api.example.com");
    QTest::newRow("a long one in the smallest window") << 683 << host;
    QTest::newRow("a long one at 1280") << 1023 << host;
    QTest::newRow("a long one at 1920") << 1663 << host;
}

/// Also once live is allowed, and nothing is asked any more.
void TestTestBar::theWholeTargetCanBeRead()
{
    QFETCH(const int, width);
    QFETCH(const QString, target);
    Fixture f;
    f.bar.resize(theme().scaled(width), f.bar.height());
    f.bar.setLiveTarget(target);
    const auto *const button = f.bar.findChild<QPushButton *>();
    QCOMPARE(button->toolTip(), QStringLiteral("Ctrl+Return")); // in the sandbox
    QCOMPARE(button->accessibleName(), QString());
    f.bar.setLive(true);
    f.bar.setAllowed(true);
    f.bar.setTestable(true);
    QCOMPARE(button->toolTip(), QStringLiteral("Sends to %1, for real (Ctrl+Return)").arg(target));
    QCOMPARE(button->accessibleName(), QStringLiteral("Send to %1 (live)").arg(target));
    f.bar.setRunning(true);
    QCOMPARE(button->text(), QStringLiteral("Cancel"));
    QCOMPARE(button->accessibleName(), QString()); // what it says
    f.bar.setRunning(false);
    f.bar.setLive(false);
    QCOMPARE(button->accessibleName(), QString());
}

void TestTestBar::aNarrowBarStillSaysWhatWouldHappen()
{
    Fixture f;
    f.bar.setLiveTarget(QStringLiteral("Insider"));
    const QString whole = QStringLiteral("Would not be sent: event_name is registration");
    f.bar.setVerdict(Tone::Info, whole, QStringLiteral("send"), QStringLiteral("Send anyway"),
                     QStringLiteral("Not sent"));
    const auto *const verdict = f.bar.findChild<MessageLine *>();
    const auto *const shown = verdict->findChild<LinkLabel *>();
    f.bar.resize(theme().scaled(683), f.bar.height());
    QTRY_VERIFY2(shown->text().startsWith(QLatin1String("Not sent ")), qPrintable(shown->text()));
    QVERIFY(shown->text().contains(QLatin1String("Send anyway")));
    QCOMPARE(verdict->toolTip(), whole);
    f.bar.setLive(true);
    QCOMPARE(f.bar.findChild<QPushButton *>()->text(), QStringLiteral("Send (live)"));
    f.bar.resize(theme().scaled(1663), f.bar.height());
    QTRY_VERIFY2(shown->text().startsWith(whole), qPrintable(shown->text()));
}

QTEST_MAIN(TestTestBar)
#include "tst_testbar.moc"
