// SPDX-License-Identifier: GPL-3.0-or-later
#include "../accessiblenames.h"
#include "../pictures.h"
#include "../unexpectedwarnings.h"
#include "ui/finder/finder.h"
#include "ui/finder/findermodel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace designer::ui;

namespace {

using Kind = FinderEntry::Kind;

FinderEntry entry(Kind kind, const char *title, const char *detail = "", const char *keys = "")
{
    return {kind, QString::fromUtf8(title), QString::fromUtf8(detail), QString::fromUtf8(keys), [] {}};
}

std::vector<FinderEntry> workspace()
{
    return {entry(Kind::Page, "Settings", "Insider purchase", "Ctrl+1"),
            entry(Kind::Page, "Headers", "Insider purchase", "Ctrl+2"),
            entry(Kind::Destination, "Insider purchase", "purchase → Insider"),
            entry(Kind::Destination, "Şişli mağazası", "kayıt → api.example.com"),
            entry(Kind::Destination, "IĞDIR Işıl", "all events → Insider"),
            entry(Kind::Placeholder, "properties.price", "1299.90"),
            entry(Kind::Placeholder, "user.phone", "not in this sample"),
            entry(Kind::Header, "X-PARTNER-NAME"),
            entry(Kind::Condition, "properties.price", "100"),
            entry(Kind::Sample, "Purchase, one product", "purchase"),
            entry(Kind::Command, "Save", "File", "Ctrl+S"),
            entry(Kind::Command, "Undo: Change the price", "Edit", "Ctrl+Z"),
            entry(Kind::Command, "Take white space out of the body", "Edit")};
}

/// A window with a button that has the focus, and a finder over it.
struct Fixture
{
    Fixture()
    {
        auto *const layout = new QVBoxLayout(&page);
        layout->addWidget(&button, 0, Qt::AlignTop);
        showPage(page);
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the window does not become active");
        button.setFocus();
    }
    void open(std::vector<FinderEntry> entries)
    {
        for (FinderEntry &one : entries)
            one.go = [this, title = one.title] { gone << title; };
        finder.open(std::move(entries));
    }
    QLineEdit *words() { return finder.findChild<QLineEdit *>(); }
    QListView *list() { return finder.findChild<QListView *>(); }
    void type(const QString &text) { QTest::keyClicks(words(), text); }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    QString chosen() { return list()->currentIndex().data().toString(); }

    QWidget page;
    QPushButton button{QStringLiteral("Elsewhere"), &page};
    Finder finder{&page};
    QStringList gone;
};

} // namespace

class TestFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void finds_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, const char *words, const QStringList &found) {
            QTest::newRow(name) << QString::fromUtf8(words) << found;
        };
        row("the beginning before the middle, before the detail", "pur",
            {QStringLiteral("Purchase, one product"), QStringLiteral("Insider purchase"),
             QStringLiteral("Settings"), QStringLiteral("Headers")});
        row("of equals the nearer kind", "properties.price",
            {QStringLiteral("properties.price"), QStringLiteral("properties.price")});
        row("every word, in any order", "price undo", {QStringLiteral("Undo: Change the price")});
        row("letter case", "x-partner", {QStringLiteral("X-PARTNER-NAME")});
        row("letters of Turkish", "şişli", {QString::fromUtf8("Şişli mağazası")});
        row("without their marks", "sisli magaza", {QString::fromUtf8("Şişli mağazası")});
        row("I without a dot", "ığdır", {QString::fromUtf8("IĞDIR Işıl")});
        row("I with one", "İGDİR isil", {QString::fromUtf8("IĞDIR Işıl")});
        row("the menu of a command", "file", {QStringLiteral("Save")});
        row("nothing", "zzz", {});
        row("one word of two", "save zzz", {});
    }
    void finds()
    {
        QFETCH(QString, words);
        QFETCH(QStringList, found);
        FinderModel model;
        model.setEntries(workspace());
        QCOMPARE(model.rowCount(), static_cast<int>(workspace().size()));
        model.search(words);
        QStringList titles;
        for (int row = 0; row < model.rowCount(); ++row)
            titles << model.index(row).data().toString();
        QCOMPARE(titles, found);
    }

    void keysGoThere()
    {
        Fixture f;
        f.open(workspace());
        QCOMPARE(f.chosen(), QStringLiteral("Settings"));
        f.press(Qt::Key_Up); // round
        QCOMPARE(f.chosen(), QStringLiteral("Take white space out of the body"));
        f.press(Qt::Key_Down);
        f.press(Qt::Key_Tab);
        QCOMPARE(f.chosen(), QStringLiteral("Headers"));
        f.type(QStringLiteral("price"));
        QCOMPARE(f.chosen(), QStringLiteral("properties.price"));
        f.press(Qt::Key_PageDown);
        QCOMPARE(f.chosen(), QStringLiteral("Undo: Change the price"));
        QCOMPARE(f.words()->accessibleDescription(),
                 QStringLiteral("Command, Undo: Change the price, Edit, Ctrl+Z"));
        f.press(Qt::Key_Return);
        QCOMPARE(f.gone, QStringList{QStringLiteral("Undo: Change the price")});
        QVERIFY(!f.finder.isVisible());
    }

    void theMouseGoesThere()
    {
        Fixture f;
        f.open(workspace());
        const QModelIndex third = f.list()->model()->index(2, 0);
        QTest::mouseClick(f.list()->viewport(), Qt::LeftButton, {}, f.list()->visualRect(third).center());
        QCOMPARE(f.gone, QStringList{QStringLiteral("Insider purchase")});
    }

    void escapeGoesBack()
    {
        Fixture f;
        QCOMPARE(QApplication::focusWidget(), &f.button);
        f.open(workspace());
        QVERIFY(f.words()->hasFocus());
        f.type(QStringLiteral("zzz"));
        QVERIFY(!f.list()->isVisible());
        f.press(Qt::Key_Return); // nothing to go to
        QVERIFY(f.finder.isVisible());
        f.press(Qt::Key_Escape);
        QVERIFY(!f.finder.isVisible());
        QCOMPARE(QApplication::focusWidget(), &f.button);
        QVERIFY(f.gone.isEmpty());
        f.open(workspace());
        QVERIFY(f.words()->text().isEmpty());
    }

    void whatHappensElsewhereShutsIt_data()
    {
        QTest::addColumn<bool>("isClick");
        QTest::newRow("a click") << true;
        QTest::newRow("the focus") << false;
    }
    void whatHappensElsewhereShutsIt()
    {
        QFETCH(bool, isClick);
        Fixture f;
        f.open(workspace());
        if (isClick)
            QTest::mouseClick(&f.page, Qt::LeftButton, {}, QPoint(5, f.page.height() - 5));
        else
            f.button.setFocus();
        QVERIFY(!f.finder.isVisible());
    }

    void keepsToItsWindow()
    {
        Fixture f;
        f.open(workspace());
        f.page.resize(400, 300);
        QVERIFY(f.page.rect().contains(f.finder.geometry()));
        QCOMPARE(namelessControls(f.page), QStringList());
    }

    void looksRight_data()
    {
        QTest::addColumn<bool>("isLong");
        QTest::newRow("english") << false;
        QTest::newRow("long") << true;
    }
    void looksRight()
    {
        QFETCH(bool, isLong);
        LongWords words;
        if (isLong)
            QCoreApplication::installTranslator(&words);
        Fixture f;
        f.open(workspace());
        takePicture(f.page, isLong ? QStringLiteral("finder-long") : QStringLiteral("finder"));
        f.type(QStringLiteral("zzz"));
        takePicture(f.page, isLong ? QStringLiteral("finder-none-long") : QStringLiteral("finder-none"));
        QCoreApplication::removeTranslator(&words);
    }
};

QTEST_MAIN(TestFinder)
#include "tst_finder.moc"
