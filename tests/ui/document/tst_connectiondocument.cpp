// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "connection/gallery.h"
#include "ui/document/connectiondocument.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace designer;
using namespace designer::ui;

/// A connection while it is edited: what one step is, and that undo is exact.
class TestConnectionDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void typingBecomesOneStep_data();
    void typingBecomesOneStep();
    void aPauseBeginsAStep();
    void whatComesBackDropsOut();
    void tellsEditorsButTheOneThatTyped();
    void undoLeadsToThePlace();
    void whatIsChangedAtThePlaceIsAStep();
    void replacesTheSmallestRange_data();
    void replacesTheSmallestRange();
    void returnsErrorsAndStays();
    void undoIsExact_data();
    void undoIsExact();
};

namespace {

connection::Connection purchase()
{
    return connection::Connection::load(
               connection::galleryTemplate(QStringLiteral("insider-purchase"))->bytes)
        .value();
}

/// A document whose clock is held in the hand.
struct Fixture
{
    qint64 now = 0;
    ConnectionDocument document{purchase(), nullptr, [this] { return now; }};

    void type(std::size_t at, const std::string &removed, const std::string &text)
    {
        document.recordBodyEdit({at, at + removed.size(), text}, removed, nullptr);
    }
    void label(const char *text)
    {
        const auto refused = document.changeShell(
            QStringLiteral("Label"), {}, connection::withText(document.shell(), connection::key::label, text),
            QStringLiteral("label"));
        QVERIFY(!refused);
    }
};

struct Typed
{
    std::size_t at;
    std::string removed;
    std::string text;
};
using Script = std::vector<Typed>;

} // namespace

Q_DECLARE_METATYPE(Script)

void TestConnectionDocument::typingBecomesOneStep_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("steps");
    QTest::newRow("keys in a row") << Script{{0, "", "a"}, {1, "", "b"}, {2, "", "c"}} << 1;
    QTest::newRow("keys elsewhere") << Script{{0, "", "a"}, {5, "", "b"}} << 2;
    QTest::newRow("a line ends a step") << Script{{0, "", "a\n"}, {2, "", "b"}} << 2;
    QTest::newRow("Backspace in a row") << Script{{1, "\n", ""}, {0, "{", ""}} << 1;
    QTest::newRow("typed and taken back") << Script{{0, "", "ab"}, {1, "b", ""}, {0, "a", ""}} << 0;
    QTest::newRow("Delete in a row") << Script{{0, "{", ""}, {0, "\n", ""}} << 1;
}

void TestConnectionDocument::typingBecomesOneStep()
{
    QFETCH(Script, script);
    QFETCH(int, steps);
    Fixture f;
    const std::string before = f.document.body();
    for (const Typed &typed : script) {
        QCOMPARE(f.document.body().substr(typed.at, typed.removed.size()), typed.removed);
        f.type(typed.at, typed.removed, typed.text);
        f.now += 100;
    }
    QCOMPARE(f.document.undoStack().count(), steps);
    while (f.document.undoStack().canUndo())
        f.document.undo();
    QCOMPARE(f.document.body(), before);
}

void TestConnectionDocument::aPauseBeginsAStep()
{
    Fixture f;
    f.type(0, "", "a");
    f.now += 5000;
    f.type(1, "", "b");
    QCOMPARE(f.document.undoStack().count(), 2);
    f.label("x");
    f.now += 100;
    f.label("xy");
    QCOMPARE(f.document.undoStack().count(), 3);
    f.now += 5000;
    f.label("xyz");
    QCOMPARE(f.document.undoStack().count(), 4);
}

void TestConnectionDocument::whatComesBackDropsOut()
{
    Fixture f;
    const std::string bytes = f.document.shell().bytes();
    f.label("x");
    f.label("Insider purchase");
    QCOMPARE(f.document.undoStack().count(), 0);
    QCOMPARE(f.document.shell().bytes(), bytes);
    QVERIFY(!f.document.isModified());
}

void TestConnectionDocument::tellsEditorsButTheOneThatTyped()
{
    Fixture f;
    const QObject editor;
    std::vector<const QObject *> told;
    connect(&f.document, &ConnectionDocument::bodyChanged, this,
            [&](const json::TextEdit &, const QObject *by) { told.push_back(by); });
    f.document.recordBodyEdit({0, 0, "a"}, {}, &editor);
    f.document.undo();
    f.document.redo();
    QCOMPARE(told, (std::vector<const QObject *>{&editor, nullptr, nullptr}));
}

void TestConnectionDocument::undoLeadsToThePlace()
{
    Fixture f;
    QList<EditPlace> places;
    connect(&f.document, &ConnectionDocument::placeTouched, this,
            [&](const EditPlace &place) { places << place; });
    const EditPlace url{Page::Settings, QStringLiteral("endpoint_url")};
    QVERIFY(!f.document.changeShell(QStringLiteral("Address"), url,
                                    connection::withText(f.document.shell(), connection::key::url, "x")));
    QVERIFY(places.isEmpty());
    f.document.undo();
    f.document.changeBody(QStringLiteral("Body"), {3, 3, " "});
    f.document.undo();
    QCOMPARE(places.size(), 2);
    QCOMPARE(places.at(0), url);
    QCOMPARE(places.at(1), (EditPlace{Page::Body, QStringLiteral("3")}));
}

/// As when a cell is left because the focus goes to the place.
void TestConnectionDocument::whatIsChangedAtThePlaceIsAStep()
{
    Fixture f;
    f.document.changeBody(QStringLiteral("Body"), {3, 3, " "});
    connect(&f.document, &ConnectionDocument::placeTouched, &f.document, [&] { f.label("typed"); });
    f.document.undo();
    QCOMPARE(f.document.undoStack().count(), 1);
    QCOMPARE(f.document.undoStack().index(), 1);
    QVERIFY(f.document.isModified());
    f.document.disconnect(&f.document);
    f.document.undo();
    QCOMPARE(f.document.whole()->bytes(), purchase().bytes());
}

void TestConnectionDocument::replacesTheSmallestRange_data()
{
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::newRow("in the middle") << QByteArray("aXc") << 1 << 2;
    QTest::newRow("at the end") << QByteArray("abcd") << 3 << 3;
    QTest::newRow("at the beginning") << QByteArray("_abc") << 0 << 0;
    QTest::newRow("nothing left") << QByteArray() << 0 << 3;
    QTest::newRow("doubled letters") << QByteArray("abbc") << 2 << 2;
}

void TestConnectionDocument::replacesTheSmallestRange()
{
    QFETCH(QByteArray, to);
    QFETCH(int, begin);
    QFETCH(int, end);
    Fixture f;
    f.document.replaceBody({}, "abc");
    std::optional<json::TextEdit> made;
    connect(&f.document, &ConnectionDocument::bodyChanged, this,
            [&](const json::TextEdit &edit, const QObject *) { made = edit; });
    f.document.replaceBody({}, to.toStdString());
    QVERIFY(made);
    QCOMPARE(f.document.body(), to.toStdString());
    QCOMPARE(made->begin, static_cast<std::size_t>(begin));
    QCOMPARE(made->end, static_cast<std::size_t>(end));
    f.document.replaceBody({}, "ş");
    f.document.replaceBody({}, "š"); // the two share their first byte
    QCOMPARE(made->begin, std::size_t(0));
    QCOMPARE(made->end, std::size_t(2));
}

void TestConnectionDocument::returnsErrorsAndStays()
{
    Fixture f;
    const quint64 revision = f.document.revision();
    QSignalSpy told(&f.document, &ConnectionDocument::refused);
    const auto refused
        = f.document.changeShell(QStringLiteral("x"), {}, Error{ErrorCode::MalformedJson, {}, {}, {}, {}});
    QVERIFY(refused);
    QCOMPARE(told.size(), 1);
    QCOMPARE(f.document.revision(), revision);
    QCOMPARE(f.document.undoStack().count(), 0);
}

void TestConnectionDocument::undoIsExact_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestConnectionDocument::undoIsExact()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Fixture f;
    const std::string first = f.document.whole()->bytes();
    const auto randomEdit = [&] {
        const std::string &body = f.document.body();
        const std::size_t at = random.bounded(static_cast<quint32>(body.size()) + 1);
        const std::size_t length = std::min<std::size_t>(random.bounded(4U), body.size() - at);
        f.now += random.bounded(2000U);
        switch (random.bounded(5U)) {
        case 0: f.type(at, body.substr(at, length), std::string(random.bounded(3U), 'x')); break;
        case 1: f.type(at, {}, "y"); break;
        case 2: f.document.changeBody(QStringLiteral("c"), {at, at + length, "{}"}); break;
        case 3: f.label(random.bounded(2U) ? "a" : "b"); break;
        default:
            QVERIFY(!f.document.changeShell({}, {},
                                            connection::withActive(f.document.shell(), random.bounded(2U))));
        }
    };
    for (int i = 0; i < 200; ++i)
        randomEdit();
    const std::string last = f.document.whole()->bytes();
    const std::string lastBody = f.document.body();
    while (f.document.undoStack().canUndo())
        f.document.undo();
    QCOMPARE(f.document.whole()->bytes(), first);
    while (f.document.undoStack().canRedo())
        f.document.redo();
    QCOMPARE(f.document.whole()->bytes(), last);
    QCOMPARE(f.document.body(), lastBody);
}

QTEST_GUILESS_MAIN(TestConnectionDocument)
#include "tst_connectiondocument.moc"
