// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QFontMetrics>
#include <QSignalSpy>
#include <QTest>

using namespace designer::ui;

namespace {

struct Pair
{
    const char *name;
    Color text;
    Color background;
};

/// Every colour of a text on every colour that stands behind it somewhere in the window.
constexpr Pair pairs[] = {
    {"text on panel", Color::Text, Color::Panel},
    {"text on window", Color::Text, Color::Window},
    {"text on chosen", Color::Text, Color::AccentSoft},
    {"text on error", Color::Text, Color::ErrorSoft},
    {"text on warning", Color::Text, Color::WarningSoft},
    {"text on good", Color::Text, Color::GoodSoft},
    {"text on live", Color::Text, Color::LiveSoft},
    {"text on matching line", Color::Text, Color::MatchingLine},
    {"dim on panel", Color::Dim, Color::Panel},
    {"dim on window", Color::Dim, Color::Window},
    {"dim on chosen", Color::Dim, Color::AccentSoft},
    {"dim on error", Color::Dim, Color::ErrorSoft},
    {"dim on live", Color::Dim, Color::LiveSoft},
    {"dim on matching line", Color::Dim, Color::MatchingLine},
    {"line number on panel", Color::LineNumber, Color::Panel},
    {"line number on error", Color::LineNumber, Color::ErrorSoft},
    {"accent on panel", Color::Accent, Color::Panel},
    {"accent on window", Color::Accent, Color::Window},
    {"accent on chosen", Color::Accent, Color::AccentSoft},
    {"link on error", Color::Accent, Color::ErrorSoft},
    {"link on warning", Color::Accent, Color::WarningSoft},
    {"link on good", Color::Accent, Color::GoodSoft},
    {"link on live", Color::Accent, Color::LiveSoft},
    {"primary button", Color::OnAccent, Color::Accent},
    {"live button", Color::OnLive, Color::Live},
    {"error on panel", Color::Error, Color::Panel},
    {"error on error", Color::Error, Color::ErrorSoft},
    {"error on chosen", Color::Error, Color::AccentSoft},
    {"warning on panel", Color::Warning, Color::Panel},
    {"warning on warning", Color::Warning, Color::WarningSoft},
    {"good on panel", Color::Good, Color::Panel},
    {"good on good", Color::Good, Color::GoodSoft},
    {"live on panel", Color::LiveText, Color::Panel},
    {"live on live", Color::LiveText, Color::LiveSoft},
    {"key on panel", Color::JsonKey, Color::Panel},
    {"key on error", Color::JsonKey, Color::ErrorSoft},
    {"key on matching line", Color::JsonKey, Color::MatchingLine},
    {"text value on panel", Color::JsonText, Color::Panel},
    {"text value on error", Color::JsonText, Color::ErrorSoft},
    {"text value on matching line", Color::JsonText, Color::MatchingLine},
    {"number on panel", Color::JsonNumber, Color::Panel},
    {"number on error", Color::JsonNumber, Color::ErrorSoft},
    {"number on matching line", Color::JsonNumber, Color::MatchingLine},
    {"text on selection", Color::Text, Color::Selection},
    {"key on selection", Color::JsonKey, Color::Selection},
    {"text value on selection", Color::JsonText, Color::Selection},
    {"number on selection", Color::JsonNumber, Color::Selection},
    {"placeholder on panel", Color::Placeholder, Color::Panel},
    {"placeholder on placeholder", Color::Placeholder, Color::PlaceholderSoft},
};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void contrastByTheBook_data();
    void contrastByTheBook();
    void textIsReadable_data();
    void textIsReadable();
    void edgesAreSeen_data();
    void edgesAreSeen();
    void paletteIsReadable_data();
    void paletteIsReadable();
    void schemeChangesColours();
    void darkSystemIsFollowed();
    void sizesFollowTheText();
    void fontsKeepTheirOrder();
    void codeIsMonospaced();
};

void TestTheme::initTestCase()
{
    theme().apply(*qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestTheme::cleanup()
{
    theme().setScheme(Scheme::Light);
}

void TestTheme::contrastByTheBook_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("background");
    QTest::addColumn<double>("ratio");
    QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("the same") << QColor(Qt::red) << QColor(Qt::red) << 1.0;
    QTest::newRow("grey that just fails") << QColor(0x77, 0x77, 0x77) << QColor(Qt::white) << 4.48;
    QTest::newRow("grey that just passes") << QColor(0x76, 0x76, 0x76) << QColor(Qt::white) << 4.54;
}

void TestTheme::contrastByTheBook()
{
    QFETCH(QColor, text);
    QFETCH(QColor, background);
    QFETCH(double, ratio);
    QVERIFY(qAbs(contrast(text, background) - ratio) < 0.01);
    QVERIFY(qAbs(contrast(background, text) - ratio) < 0.01);
}

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<Color>("text");
    QTest::addColumn<Color>("background");
    QTest::addColumn<bool>("dark");
    for (const bool dark : {false, true}) {
        for (const Pair &pair : pairs)
            QTest::addRow("%s, %s", pair.name, dark ? "dark" : "light")
                << pair.text << pair.background << dark;
    }
}

void TestTheme::textIsReadable()
{
    QFETCH(Color, text);
    QFETCH(Color, background);
    QFETCH(bool, dark);
    const double ratio = contrast(Theme::color(text, dark), Theme::color(background, dark));
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void TestTheme::edgesAreSeen_data()
{
    QTest::addColumn<Color>("edge");
    QTest::addColumn<bool>("dark");
    for (const bool dark : {false, true}) {
        const char *scheme = dark ? "dark" : "light";
        QTest::addRow("control, %s", scheme) << Color::Edge << dark;
        QTest::addRow("focus, %s", scheme) << Color::Accent << dark;
        QTest::addRow("error, %s", scheme) << Color::Error << dark;
    }
}

void TestTheme::edgesAreSeen()
{
    QFETCH(Color, edge);
    QFETCH(bool, dark);
    QVERIFY(contrast(Theme::color(edge, dark), Theme::color(Color::Panel, dark)) >= 3.0);
}

void TestTheme::paletteIsReadable_data()
{
    QTest::addColumn<QPalette::ColorGroup>("group");
    QTest::addColumn<QPalette::ColorRole>("text");
    QTest::addColumn<QPalette::ColorRole>("background");
    QTest::addColumn<Scheme>("scheme");
    const std::pair<const char *, QPalette::ColorGroup> groups[]
        = {{"active", QPalette::Active}, {"inactive", QPalette::Inactive}, {"disabled", QPalette::Disabled}};
    for (const auto scheme : {Scheme::Light, Scheme::Dark}) {
        const char *name = scheme == Scheme::Dark ? "dark" : "light";
        for (const auto &[group, value] : groups) {
            QTest::addRow("label, %s, %s", group, name)
                << value << QPalette::WindowText << QPalette::Window << scheme;
            QTest::addRow("field, %s, %s", group, name)
                << value << QPalette::Text << QPalette::Base << scheme;
            QTest::addRow("hint, %s, %s", group, name)
                << value << QPalette::PlaceholderText << QPalette::Base << scheme;
            QTest::addRow("button, %s, %s", group, name)
                << value << QPalette::ButtonText << QPalette::Button << scheme;
            QTest::addRow("link, %s, %s", group, name)
                << value << QPalette::Link << QPalette::Window << scheme;
            QTest::addRow("tip, %s, %s", group, name)
                << value << QPalette::ToolTipText << QPalette::ToolTipBase << scheme;
        }
        QTest::addRow("selection, %s", name)
            << QPalette::Active << QPalette::HighlightedText << QPalette::Highlight << scheme;
    }
}

void TestTheme::paletteIsReadable()
{
    QFETCH(QPalette::ColorGroup, group);
    QFETCH(QPalette::ColorRole, text);
    QFETCH(QPalette::ColorRole, background);
    QFETCH(Scheme, scheme);
    theme().setScheme(scheme);
    const QPalette palette = QApplication::palette();
    QVERIFY(contrast(palette.color(group, text), palette.color(group, background)) >= 4.5);
}

void TestTheme::schemeChangesColours()
{
    theme().setScheme(Scheme::Light);
    QSignalSpy changed(&theme(), &Theme::changed);
    theme().setScheme(Scheme::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme().isDark());
    QCOMPARE(theme().color(Color::Panel), Theme::color(Color::Panel, true));
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::color(Color::Panel, true));
    theme().setScheme(Scheme::Dark);
    QCOMPARE(changed.count(), 1);
}

void TestTheme::darkSystemIsFollowed()
{
    auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
    QApplication::setPalette(QPalette(QColor(0x20, 0x20, 0x20)));
    Theme started;
    started.apply(*application);
    QVERIFY(started.isDark());
    started.setScheme(Scheme::Light);
    QVERIFY(!started.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::color(Color::Panel, false));
    theme().apply(*application);
    QVERIFY(!theme().isDark());
}

void TestTheme::sizesFollowTheText()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPixelSize(26);
    QApplication::setFont(large);
    const Theme doubled;
    QApplication::setFont(before);
    QCOMPARE(doubled.size(Metric::Control), 56);
    QCOMPARE(doubled.size(Space::S12), 24);
    QCOMPARE(doubled.size(Metric::Sidebar), 512);
    QCOMPARE(doubled.font(Font::Title).pixelSize(), 32);
}

void TestTheme::fontsKeepTheirOrder()
{
    const auto height = [](Font font) { return QFontMetrics(theme().font(font)).height(); };
    QVERIFY(height(Font::Small) < height(Font::Text));
    QVERIFY(height(Font::Text) < height(Font::Title));
    QVERIFY(height(Font::Code) <= theme().size(Metric::CodeLine));
    QVERIFY(theme().font(Font::Title).bold());
}

void TestTheme::codeIsMonospaced()
{
    const QFontMetrics metrics(theme().font(Font::Code));
    QCOMPARE(metrics.horizontalAdvance(QStringLiteral("iiii")),
             metrics.horizontalAdvance(QStringLiteral("WWWW")));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
