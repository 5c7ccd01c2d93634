// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/notespage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace designer;
using namespace designer::ui;
using namespace Qt::Literals::StringLiterals;

class TestNotesPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().apply(*qobject_cast<QApplication *>(QCoreApplication::instance())); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }
    void typingGoesIntoTheDocument();
};

void TestNotesPage::typingGoesIntoTheDocument()
{
    const std::string file = R"({"endpoint_label": "A", "request_format": {}})";
    ConnectionDocument document(connection::Connection::load(file).value(), nullptr, [] { return 0; });
    NotesPage page;
    page.setDocument(&document);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto *edit = page.findChild<QPlainTextEdit *>();
    page.reveal({});
    QCOMPARE(QApplication::focusWidget(), edit);
    QTest::keyClicks(edit, QStringLiteral("Two"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClicks(edit, QStringLiteral("lines"));
    QCOMPARE(document.shell().notes(), "Two\nlines");
    QCOMPARE(document.undoStack().undoText(), u"Change the notes"_s);
    QTest::keySequence(edit, QKeySequence::Undo);
    QCOMPARE(document.whole()->bytes(), file);
    QCOMPARE(edit->toPlainText(), u""_s);
    QTest::keySequence(edit, QKeySequence::Redo);
    QCOMPARE(edit->toPlainText(), u"Two\nlines"_s);
    QVERIFY(!edit->accessibleName().isEmpty());
}

QTEST_MAIN(TestNotesPage)
#include "tst_notespage.moc"
