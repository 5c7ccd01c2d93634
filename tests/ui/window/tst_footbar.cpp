// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/linklabel.h"
#include "ui/common/messageline.h"
#include "ui/theme/theme.h"
#include "ui/window/footbar.h"

#include <QApplication>
#include <QTest>
#include <QTextDocumentFragment>

using namespace designer;
using namespace designer::ui;

/// The foot in a window that has no room for all that it would say.
class TestFootBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itGivesWayInOrder_data();
    void itGivesWayInOrder();
    void whatIsWrongStays();
    void whatIsShortenedIsSaidWhole();
    void theCaretIsSaidBesideItsText();
    void roomThatIsGivenBackIsUsed();
    void aLongSentenceKeepsNoWindowWide();

private:
    [[nodiscard]] MessageLine *line(int index) const
    {
        return m_foot->findChildren<MessageLine *>().at(index);
    }
    [[nodiscard]] static QString shown(const MessageLine &line)
    {
        return QTextDocumentFragment::fromHtml(line.findChild<LinkLabel *>()->text()).toPlainText();
    }
    [[nodiscard]] QString right() const { return m_foot->findChild<ElidedLabel *>()->text(); }

    std::unique_ptr<FootBar> m_foot;
};

void TestFootBar::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    theme().apply(*qApp);
    m_foot = std::make_unique<FootBar>();
    m_foot->setVerdicts(true, true);
    m_foot->setWhere(QStringLiteral("Sandbox on 127.0.0.1:38585"), QStringLiteral("Sandbox"));
    m_foot->setCaret(QStringLiteral("Line 12, column 31"));
    m_foot->setMatchingLines(QStringLiteral("payload line 12, event line 9"));
    m_foot->setSentence(
        {Tone::Good, QStringLiteral("Tested and accepted. Next: save it, then switch it to Active.")});
    m_foot->resize(theme().scaled(1024), m_foot->height());
    m_foot->show();
}

void TestFootBar::itGivesWayInOrder_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("right");
    const QString caret = QStringLiteral(" · Line 12, column 31");
    const QString whole = QStringLiteral("Sandbox on 127.0.0.1:38585") + caret;
    QTest::newRow("wide") << 1600 << QStringLiteral("✓ Template well formed")
                          << whole + QStringLiteral(": payload line 12, event line 9");
    QTest::newRow("not that wide") << 1200 << QStringLiteral("✓ Template well formed") << whole;
    QTest::newRow("beside the sidebar on a screen of 1280") << 1024 << QStringLiteral("✓ Template") << whole;
    QTest::newRow("narrower") << 880 << QStringLiteral("✓ Template") << QStringLiteral("Sandbox") + caret;
    QTest::newRow("narrow") << 720 << QString() << QStringLiteral("Sandbox") + caret;
}

void TestFootBar::itGivesWayInOrder()
{
    QFETCH(int, width);
    QFETCH(QString, verdict);
    QFETCH(QString, right);
    m_foot->resize(theme().scaled(width), m_foot->height());
    QCOMPARE(shown(*line(0)), line(0)->text());
    QCOMPARE(line(1)->isVisible() ? shown(*line(1)) : QString(), verdict);
    QCOMPARE(line(2)->isVisible(), line(1)->isVisible());
    const auto *const label = m_foot->findChild<ElidedLabel *>();
    QCOMPARE(label->text(), right);
    QVERIFY(label->width() >= label->sizeHint().width());
}

void TestFootBar::whatIsWrongStays()
{
    m_foot->setVerdicts(true, false);
    m_foot->resize(theme().scaled(720), m_foot->height());
    QVERIFY(!line(1)->isVisible());
    QCOMPARE(shown(*line(2)), QStringLiteral("Payload"));
}

void TestFootBar::whatIsShortenedIsSaidWhole()
{
    m_foot->resize(theme().scaled(880), m_foot->height());
    QCOMPARE(line(1)->toolTip(), QStringLiteral("✓ Template well formed"));
    QCOMPARE(line(1)->findChild<LinkLabel *>()->accessibleName(), QStringLiteral("✓ Template well formed"));
    QVERIFY(m_foot->findChild<ElidedLabel *>()->toolTip().contains(QStringLiteral("127.0.0.1:38585")));
}

void TestFootBar::theCaretIsSaidBesideItsText()
{
    QVERIFY(right().contains(QStringLiteral("Line 12")));
    m_foot->setCaretShown(false);
    QCOMPARE(right(), QStringLiteral("Sandbox on 127.0.0.1:38585"));
    m_foot->setCaretShown(true);
    QVERIFY(right().contains(QStringLiteral("Line 12")));
}

void TestFootBar::roomThatIsGivenBackIsUsed()
{
    m_foot->setCaretShown(false);
    const int right = m_foot->findChild<ElidedLabel *>()->width();
    const QString before = shown(*line(1));
    m_foot->setCaretShown(true);
    QVERIFY(m_foot->findChild<ElidedLabel *>()->width() > right);
    m_foot->setCaretShown(false);
    QCOMPARE(m_foot->findChild<ElidedLabel *>()->width(), right);
    QCOMPARE(shown(*line(1)), before);
}

void TestFootBar::aLongSentenceKeepsNoWindowWide()
{
    m_foot->setSentence({Tone::Error, QString(500, QLatin1Char('n'))});
    QVERIFY(m_foot->minimumSizeHint().width() < theme().scaled(100));
}

QTEST_MAIN(TestFootBar)
#include "tst_footbar.moc"
