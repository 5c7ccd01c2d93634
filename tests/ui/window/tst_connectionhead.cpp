// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "ui/common/elidedlabel.h"
#include "ui/theme/theme.h"
#include "ui/window/connectionhead.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace designer::ui;

/// What of a connection's head gives way where it has not the room for all.
class TestConnectionHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void theLabelGivesWayBeforeTheChips_data();
    void theLabelGivesWayBeforeTheChips();
    void theChipsGiveWayBeforeAnythingIsCut();
    void everyTitleIsAsWideAsItIs();
    void whatIsShortlySaidCutsNothing();
    void whatWasSaidLeavesItsRoom();
};

namespace {

BadgeContent chip(const char *words)
{
    return {Tone::Warning, QString::fromUtf8(words), true, BadgeContent::Shape::Chip};
}

/// As a title that has all the room.
int widthOf(const QString &title)
{
    QLabel alone(title);
    alone.setFont(theme().font(Font::Title));
    return alone.sizeHint().width();
}

struct Fixture
{
    explicit Fixture(int width)
    {
        head.setTitle(QStringLiteral("Insider purchases of the shop in all countries"));
        head.setChips(chip("not saved"), chip("changed since the last green test"));
        head.resize(theme().scaled(width), head.height());
        head.show();
    }
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return head.findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] Badge *saved() const { return part<Badge>("savedChip"); }
    [[nodiscard]] Badge *tested() const { return part<Badge>("testedChip"); }
    [[nodiscard]] QWidget *label() const { return part<QWidget>("labelLabel"); }
    [[nodiscard]] QString title() const { return part<QLabel>("labelLabel")->text(); }
    [[nodiscard]] bool isOneBesideTheOther() const
    {
        int right = 0;
        for (const char *const name :
             {"labelLabel", "savedChip", "testedChip", "activeSwitch", "exportButton", "saveButton"}) {
            if (part<QWidget>(name)->isHidden())
                continue;
            const QRect place = part<QWidget>(name)->geometry();
            if (place.left() < right)
                return false;
            right = place.right() + 1;
        }
        return right <= head.width();
    }

    ConnectionHead head;
};

} // namespace

void TestConnectionHead::theLabelGivesWayBeforeTheChips_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("message");
    QTest::newRow("beside a list at 1920") << 1663 << QString();
    QTest::newRow("beside a list at 1280") << 1023 << QString();
    QTest::newRow("less") << 800 << QString();
    QTest::newRow("with something to say") << 900 << QStringLiteral("The file has changed.");
}

void TestConnectionHead::theLabelGivesWayBeforeTheChips()
{
    QFETCH(const int, width);
    QFETCH(const QString, message);
    Fixture f(width);
    f.head.setMessage(Tone::Warning, message);
    QTRY_VERIFY(f.isOneBesideTheOther());
    QCOMPARE(f.saved()->width(), f.saved()->sizeHint().width());
    if (message.isEmpty()) // else the foot alone says the other
        QCOMPARE(f.tested()->width(), f.tested()->sizeHint().width());
    QVERIFY(f.label()->width() >= theme().scaled(100));
    QCOMPARE(f.label()->width() < f.label()->sizeHint().width(), width < 1600);
}

/// Beside a list in the smallest window.
void TestConnectionHead::theChipsGiveWayBeforeAnythingIsCut()
{
    Fixture f(683);
    QTRY_VERIFY(f.isOneBesideTheOther());
    QVERIFY(f.label()->width() >= theme().scaled(100));
    QCOMPARE(f.saved()->width(), f.saved()->sizeHint().width());
    QVERIFY(f.tested()->width() < f.tested()->sizeHint().width());
    QVERIFY(f.tested()->width() >= f.tested()->minimumSizeHint().width());
    QCOMPARE(f.tested()->toolTip(), QStringLiteral("changed since the last green test"));
    f.head.setMessage(Tone::Warning, QStringLiteral("The file has changed."));
    QTRY_VERIFY(!f.tested()->isVisible());
    QCOMPARE(f.saved()->width(), f.saved()->sizeHint().width());
}

/// However long the one before was, and whatever the chips say.
void TestConnectionHead::everyTitleIsAsWideAsItIs()
{
    Fixture f(1663);
    const int gap = theme().size(Space::S12);
    const auto follows = [&f, gap](const QWidget *chip) {
        return f.label()->width() == widthOf(f.title())
            && chip->x() == f.label()->geometry().right() + 1 + gap;
    };
    QTRY_VERIFY(follows(f.saved()));
    for (const char *const title : {"Purchases", "Insider purchases of the shop", "P"}) {
        f.head.setTitle(QString::fromUtf8(title));
        QTRY_VERIFY2(follows(f.saved()), title);
    }
    f.head.setChips({}, chip("new"));
    QTRY_VERIFY(follows(f.tested()));
    QCOMPARE(f.tested()->width(), f.tested()->sizeHint().width());
    f.head.setChips(chip("changed since the last green test"), {});
    QTRY_VERIFY(follows(f.saved()));
    QCOMPARE(f.saved()->width(), f.saved()->sizeHint().width());
}

void TestConnectionHead::whatIsShortlySaidCutsNothing()
{
    Fixture f(1200);
    f.head.setTitle(QString::fromUtf8("Örnek Moda Insider purchases"));
    f.head.setChips({}, chip("changed since the last green test"));
    f.head.setMessage(Tone::Info, QStringLiteral("“Shop” is deleted. <a href=\"back\">Bring it back</a>"));
    QTRY_VERIFY(f.isOneBesideTheOther());
    QCOMPARE(f.label()->width(), f.label()->sizeHint().width());
    QCOMPARE(f.tested()->width(), f.tested()->sizeHint().width());
    const auto *const message = f.part<QWidget>("messageLine");
    QVERIFY(message->height() <= f.head.height());
}

void TestConnectionHead::whatWasSaidLeavesItsRoom()
{
    Fixture f(1200);
    f.head.setTitle(QString::fromUtf8("Örnek Moda Insider purchases"));
    f.head.setChips(chip("not saved"), {});
    const int whole = f.label()->sizeHint().width();
    QTRY_COMPARE(f.label()->width(), whole);
    f.head.setMessage(Tone::Warning,
                      QStringLiteral("What is said here is as long as nothing ever is. ").repeated(6));
    QTRY_VERIFY(f.label()->width() < whole);
    QTRY_VERIFY(f.isOneBesideTheOther());
    f.head.setMessage(Tone::Neutral, {});
    QTRY_COMPARE(f.label()->width(), whole);
    QCOMPARE(f.label()->sizeHint().width(), whole);
}

QTEST_MAIN(TestConnectionHead)
#include "tst_connectionhead.moc"
