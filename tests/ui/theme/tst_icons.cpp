// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <set>

using namespace designer::ui;

namespace {

int inkOf(const QImage &image)
{
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += qAlpha(image.pixel(x, y)) > 127;
    }
    return ink;
}

/// The colour of the most opaque pixel.
QColor colourOf(const QImage &image)
{
    QRgb most = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > qAlpha(most))
                most = image.pixel(x, y);
        }
    }
    return QColor::fromRgb(most);
}

QImage imageOf(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    return icon.pixmap(QSize(16, 16), 4.0, mode).toImage();
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void cleanup() { theme().setScheme(Scheme::Light); }
    void eachIsDrawn_data();
    void eachIsDrawn();
    void eachIsDifferent();
    void everyFileIsUsed();
    void followsTheTheme();
    void disabledIsDim();
    void isSharpOnDenseScreens();
    void paintsInAnyColour();
    void programHasAMark();
};

void TestIcons::eachIsDrawn_data()
{
    QTest::addColumn<Icon>("kind");
    for (int i = 0; i < iconCount; ++i)
        QTest::addRow("icon %d", i) << static_cast<Icon>(i);
}

void TestIcons::eachIsDrawn()
{
    QFETCH(Icon, kind);
    const QImage image = imageOf(icon(kind));
    QCOMPARE(image.size(), QSize(64, 64));
    const int ink = inkOf(image);
    QVERIFY2(ink > 150, qPrintable(QString::number(ink)));
    QVERIFY2(ink < 64 * 64 * 3 / 4, qPrintable(QString::number(ink)));
    QCOMPARE(colourOf(image), theme().color(Color::Text));
}

void TestIcons::eachIsDifferent()
{
    std::set<QByteArray> seen;
    for (int i = 0; i < iconCount; ++i) {
        const QImage image = imageOf(icon(static_cast<Icon>(i)));
        seen.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
    }
    QCOMPARE(static_cast<int>(seen.size()), iconCount);
}

void TestIcons::everyFileIsUsed()
{
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QCOMPARE(files.size(), iconCount + 1); // and the program's own
}

void TestIcons::followsTheTheme()
{
    const QIcon error = icon(Icon::CrossCircle, Color::Error);
    QCOMPARE(colourOf(imageOf(error)), Theme::color(Color::Error, false));
    theme().setScheme(Scheme::Dark);
    QCOMPARE(colourOf(imageOf(error)), Theme::color(Color::Error, true));
}

void TestIcons::disabledIsDim()
{
    QCOMPARE(colourOf(imageOf(icon(Icon::Plus), QIcon::Disabled)), theme().color(Color::Dim));
}

void TestIcons::isSharpOnDenseScreens()
{
    const QPixmap pixmap = icon(Icon::Search).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void TestIcons::paintsInAnyColour()
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintIcon(&painter, image.rect(), Icon::CheckCircle, QColor(1, 2, 3));
    painter.end();
    QCOMPARE(colourOf(image), QColor(1, 2, 3));
}

void TestIcons::programHasAMark()
{
    const QIcon mark = applicationIcon();
    QVERIFY(mark.availableSizes().contains(QSize(256, 256)));
    QVERIFY(inkOf(mark.pixmap(QSize(48, 48)).toImage()) > 48 * 48 / 2);
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
