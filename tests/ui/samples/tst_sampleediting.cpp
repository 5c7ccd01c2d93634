// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampletexts.h"
#include "ui/samples/sampleediting.h"
#include "ui/samples/samplekeeping.h"
#include "ui/samples/samplewords.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace designer;
using namespace designer::ui;

namespace {

const std::string broken = "[" + canonical.substr(1);

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// The entries of a workspace of its own, and the work on them, without a window. What is shown instead of
/// one that is gone is the first.
struct Bench
{
    Bench()
    {
        entries.setSession(&session);
        QObject::connect(&editing, &SampleEditing::shownGone, &editing,
                         [this] { editing.show(names().isEmpty() ? SampleId() : id(names().first())); });
    }

    SampleId take(const std::string &event, const char *name)
    {
        PastedEvent pasted = pastedEvent(text(name), event);
        const bool isKept = pasted.shape == event::Shape::Canonical;
        const SampleId id = isKept ? entries.add(pasted.name, event) : entries.addPasted(pasted);
        editing.show(id);
        return id;
    }
    /// As the editor does.
    void type(std::size_t at, const std::string &what, std::size_t over = 0)
    {
        editing.type({at, at + over, what}, editing.text().substr(at, over));
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList out;
        for (const SampleRow &row : rowsOf(entries))
            out << row.name;
        return out;
    }
    [[nodiscard]] SampleId id(const QString &name) const
    {
        for (const SampleRow &row : rowsOf(entries)) {
            if (row.name == name)
                return row.id;
        }
        return {};
    }

    QTemporaryDir folder;
    Session session{*workspace::Folder::create(folder.path())};
    SampleEntries entries;
    SampleEditing editing{entries};
};

} // namespace

/// The work on samples and pasted events, and its two kinds of steps.
class TestSampleEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void lettersTypedAreOneStep_data();
    void lettersTypedAreOneStep();
    void stepsGoBackAndForthInTheirOrder();
    void whatIsTypedIsLookedAtBeforeAnyStep_data();
    void whatIsTypedIsLookedAtBeforeAnyStep();
    void aStepOfWhatIsNoMoreDoesNothing();
    void aNewStepForgetsThoseThatWereTakenBack();
    void anotherSessionKnowsNoStep();
    void stepsOfATextGoWithIt_data();
    void stepsOfATextGoWithIt();
    void aChangeIsToldOnce_data();
    void aChangeIsToldOnce();
    void nothingIsTypedWhereNothingIsShown();
    void whatIsPastedIsReadAgain_data();
    void whatIsPastedIsReadAgain();
    void whatWasLeftIsAsItWasLeft_data();
    void whatWasLeftIsAsItWasLeft();
    void anothersTextIsFollowed();
    void wordsFollowTheStanding_data();
    void wordsFollowTheStanding();
};

void TestSampleEditing::lettersTypedAreOneStep_data()
{
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<int>("steps");
    QTest::newRow("letters") << QStringList{text("a"), text("b"), text("c")} << 1;
    QTest::newRow("letters of several bytes") << QStringList{text("ş"), text("€"), text("😀")} << 1;
    QTest::newRow("a space ends a word") << QStringList{text("a"), text(" "), text("b")} << 2;
    QTest::newRow("a line break ends a word") << QStringList{text("a"), text("\n")} << 2;
    QTest::newRow("what is pasted") << QStringList{text("a"), text("pasted")} << 2;
}

void TestSampleEditing::lettersTypedAreOneStep()
{
    QFETCH(QStringList, typed);
    SampleText one{{}};
    QSignalSpy travelled(&one, &SampleText::travelled);
    for (const QString &letter : typed)
        one.record({one.text().size(), one.text().size(), letter.toStdString()}, {});
    const std::string all = typed.join(QString()).toStdString();
    QCOMPARE(one.text(), all);
    QVERIFY(travelled.isEmpty()); // who typed it shows it already
    QTEST(one.undoStack().count(), "steps");
    while (one.undoStack().canUndo())
        one.undoStack().undo();
    QVERIFY(one.text().empty());
    while (one.undoStack().canRedo())
        one.undoStack().redo();
    QCOMPARE(one.text(), all);
    QCOMPARE(travelled.size(), 2 * one.undoStack().count());
}

void TestSampleEditing::stepsGoBackAndForthInTheirOrder()
{
    Bench bench;
    bench.take(canonical, "A");
    bench.take(push, "P");
    const QStringList first = bench.names();
    QVERIFY(bench.editing.rename(text("Q")));
    QVERIFY(bench.editing.goTo(SampleId::ofSample(text("A"))));
    QVERIFY(bench.editing.rename(text("B")));
    QVERIFY(bench.editing.rename(text("C")));
    QVERIFY(bench.editing.remove());
    QVERIFY(bench.editing.remove());
    QVERIFY(bench.names().isEmpty());
    QVERIFY(!bench.editing.remove());
    QVERIFY(!bench.editing.rename(text("D")));
    const std::vector<QStringList> states{
        {text("Q")}, {text("Q"), text("C")}, {text("Q"), text("B")}, {text("Q"), text("A")}, first};
    for (const QStringList &state : states) {
        bench.session.finish(); // a name is free when the disk has done with it
        bench.editing.undo();
        QCOMPARE(bench.names(), state);
    }
    QVERIFY(!bench.editing.steps().canUndo());
    QCOMPARE(bench.editing.shown(), bench.id(text("P"))); // it leads to what it changed
    for (auto state = states.rbegin() + 1; state != states.rend(); ++state) {
        bench.session.finish();
        bench.editing.redo();
        QCOMPARE(bench.names(), *state);
    }
    bench.editing.redo();
    QVERIFY(bench.names().isEmpty());
    QVERIFY(bench.editing.shown().isNone());
}

void TestSampleEditing::whatIsTypedIsLookedAtBeforeAnyStep_data()
{
    QTest::addColumn<QString>("step");
    for (const char *const step : {"rename", "duplicate", "remove", "undo", "another"})
        QTest::newRow(step) << text(step);
}

void TestSampleEditing::whatIsTypedIsLookedAtBeforeAnyStep()
{
    QFETCH(QString, step);
    Bench bench;
    bench.take(canonical, "A");
    QVERIFY(bench.editing.rename(text("B")));
    bench.type(canonical.find("10}"), "77");
    QVERIFY(bench.editing.isTyped(bench.editing.shown()));
    if (step == QLatin1String("rename"))
        QVERIFY(bench.editing.rename(text("C")));
    else if (step == QLatin1String("duplicate"))
        QVERIFY(bench.editing.duplicate());
    else if (step == QLatin1String("remove"))
        QVERIFY(bench.editing.remove());
    else if (step == QLatin1String("undo"))
        bench.editing.undo();
    else
        bench.take(canonical, "Z");
    if (step == QLatin1String("remove"))
        bench.editing.undo();
    QVERIFY(!bench.editing.isTyped(bench.editing.shown()));
    QVERIFY(bench.session.samples().all().front().text.find("7710}") != std::string::npos);
}

void TestSampleEditing::aStepOfWhatIsNoMoreDoesNothing()
{
    Bench bench;
    bench.take(canonical, "A");
    QVERIFY(bench.editing.rename(text("B")));
    QVERIFY(bench.editing.remove());
    bench.editing.undo();
    static_cast<void>(bench.session.samples().remove(text("B")));
    bench.editing.redo();
    bench.editing.undo();
    bench.editing.undo();
    QVERIFY(bench.names().isEmpty());
    bench.editing.redo();
    QVERIFY(bench.names().isEmpty());
}

void TestSampleEditing::aNewStepForgetsThoseThatWereTakenBack()
{
    Bench bench;
    bench.take(canonical, "A");
    QVERIFY(bench.editing.rename(text("B")));
    bench.editing.undo();
    QVERIFY(bench.editing.rename(text("C")));
    QVERIFY(!bench.editing.steps().canRedo());
    QCOMPARE(bench.editing.steps().undoText(), text("Rename “A”"));
}

void TestSampleEditing::anotherSessionKnowsNoStep()
{
    Bench bench;
    bench.take(push, "P");
    QVERIFY(bench.editing.remove());
    bench.entries.setSession(&bench.session);
    bench.editing.begin();
    bench.editing.undo();
    QVERIFY(bench.names().isEmpty());
}

void TestSampleEditing::stepsOfATextGoWithIt_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<bool>("isPasted");
    QTest::newRow("a sample is looked at again") << "another" << false;
    QTest::newRow("a sample is renamed") << "rename" << false;
    QTest::newRow("a sample is renamed, and back") << "back" << false;
    QTest::newRow("a sample is deleted and brought back") << "remove" << false;
    QTest::newRow("a pasted event is looked at again") << "another" << true;
    QTest::newRow("a pasted event is renamed") << "rename" << true;
    QTest::newRow("a pasted event is renamed, and back") << "back" << true;
    QTest::newRow("a pasted event is deleted and brought back") << "remove" << true;
    QTest::newRow("a pasted event is kept") << "keep" << true;
}

void TestSampleEditing::stepsOfATextGoWithIt()
{
    QFETCH(QString, step);
    QFETCH(bool, isPasted);
    Bench bench;
    const SampleId id = bench.take(isPasted ? push : canonical, "A");
    const std::string before = bench.editing.text();
    bench.type(before.find("purchase"), "x");
    const std::string after = bench.editing.text();
    if (step == QLatin1String("another")) {
        bench.take(canonical, "Z");
        QVERIFY(bench.editing.goTo(id));
    } else if (step == QLatin1String("remove")) {
        QVERIFY(bench.editing.remove());
        bench.editing.undo();
    } else if (step == QLatin1String("keep")) {
        bench.editing.keep(SampleEntries::Form::Converted);
        QVERIFY(!bench.editing.shown().isPasted());
    } else {
        QVERIFY(bench.editing.rename(text("B")));
        if (step == QLatin1String("back"))
            bench.editing.undo();
    }
    QCOMPARE(bench.editing.text(), after);
    bench.editing.undoTyping();
    QCOMPARE(bench.editing.text(), before);
    bench.editing.redoTyping();
    QCOMPARE(bench.editing.text(), after);
    QVERIFY(!bench.entries.text(bench.editing.shown()).undoStack().canRedo());
}

void TestSampleEditing::aChangeIsToldOnce_data()
{
    QTest::addColumn<QString>("change");
    for (const char *const change : {"rename", "duplicate", "remove", "broken", "shipped"})
        QTest::newRow(change) << text(change);
}

/// Half of one would be put aside as it is.
void TestSampleEditing::aChangeIsToldOnce()
{
    QFETCH(QString, change);
    Bench bench;
    const SampleId id = bench.take(canonical, "A");
    QSignalSpy told(&bench.entries, &SampleEntries::changed);
    if (change == QLatin1String("rename"))
        bench.entries.rename(id, text("B"));
    else if (change == QLatin1String("duplicate"))
        bench.entries.duplicate(id);
    else if (change == QLatin1String("remove"))
        static_cast<void>(bench.entries.take(id));
    else if (change == QLatin1String("broken"))
        bench.entries.retype(id, broken);
    else
        bench.entries.addShipped();
    QCOMPARE(told.size(), 1);
}

/// An editor may tell of an edit late.
void TestSampleEditing::nothingIsTypedWhereNothingIsShown()
{
    Bench bench;
    bench.take(canonical, "A");
    QVERIFY(bench.editing.remove());
    QVERIFY(bench.editing.shown().isNone());
    bench.editing.type({20, 20, "x"}, {});
    QVERIFY(!bench.editing.isTyped(bench.editing.shown()));
    bench.editing.undo();
    QCOMPARE(bench.editing.text(), canonical);
}

void TestSampleEditing::whatIsPastedIsReadAgain_data()
{
    const std::string converted = event::convert(push)->text;
    QTest::addColumn<std::string>("pasted");
    QTest::addColumn<std::string>("typed");
    QTest::addColumn<std::string>("original");
    QTest::addColumn<std::string>("result");
    QTest::addColumn<bool>("isConverted");
    QTest::addColumn<bool>("isEvent");
    QTest::newRow("mended") << broken << canonical << broken << canonical << false << true;
    QTest::newRow("still broken") << broken << "[" + broken << broken << "[" + broken << false << false;
    QTest::newRow("mended, of another shape") << "[" + push << push << push << converted << true << true;
    QTest::newRow("a conversion that is changed") << push << canonical << push << canonical << true << true;
    QTest::newRow("a conversion that is broken") << push << broken << push << broken << true << false;
}

void TestSampleEditing::whatIsPastedIsReadAgain()
{
    QFETCH(std::string, pasted);
    QFETCH(std::string, typed);
    QFETCH(std::string, result);
    PastedEvent event = pastedEvent(text("A"), pasted);
    event.number = 7;
    QCOMPARE(event.retype(typed), typed != result);
    QCOMPARE(event.number, 7);
    QCOMPARE(event.name, text("A"));
    QTEST(event.original, "original");
    QCOMPARE(event.text, result);
    QTEST(event.isConverted(), "isConverted");
    QTEST(!event.error, "isEvent");
}

void TestSampleEditing::whatWasLeftIsAsItWasLeft_data()
{
    const std::string converted = event::convert(push)->text;
    QTest::addColumn<bool>("isPasted");
    QTest::addColumn<std::string>("original");
    QTest::addColumn<std::string>("left");
    QTest::addColumn<bool>("isConverted");
    QTest::addColumn<bool>("isEvent");
    QTest::newRow("pasted") << true << push << converted << true << true;
    QTest::newRow("pasted and changed") << true << push << canonical << true << true;
    QTest::newRow("pasted and broken") << true << push << broken << true << false;
    QTest::newRow("pasted as it could not be read") << true << broken << broken << false << false;
    QTest::newRow("pasted and mended") << true << broken << canonical << false << true;
    QTest::newRow("typed into a sample") << false << canonical << broken << false << false;
}

void TestSampleEditing::whatWasLeftIsAsItWasLeft()
{
    QFETCH(bool, isPasted);
    QFETCH(std::string, original);
    QFETCH(std::string, left);
    const PastedEvent event = pastedEvent(SampleDraft{text("A"), isPasted, original, left});
    QCOMPARE(event.text, left);
    QCOMPARE(event.original, isPasted ? original : left);
    QTEST(event.isConverted(), "isConverted");
    QTEST(!event.error, "isEvent");
}

/// Somebody else wrote into the file of what is shown; and then into it while something is being typed.
void TestSampleEditing::anothersTextIsFollowed()
{
    Bench bench;
    const SampleId id = bench.take(canonical, "Mine");
    bench.session.samples().save();
    QTRY_VERIFY(bench.entries.sample(id)->isSaved());
    const auto overwrite = [&bench](const std::string &bytes) {
        QFile file(bench.folder.filePath(QStringLiteral("samples/Mine.json")));
        return file.open(QIODevice::WriteOnly)
            && file.write(bytes.data(), static_cast<qint64>(bytes.size()))
            == static_cast<qint64>(bytes.size());
    };
    const std::string theirs = R"({"event_name":"theirs"})";
    QVERIFY(overwrite(theirs));
    bench.session.checkDisk();
    QTRY_COMPARE(bench.editing.text(), theirs);
    DiskQueue disk;
    SampleKeeping keeping(bench.editing, disk);
    keeping.begin();
    QSignalSpy followed(&bench.entries, &SampleEntries::followed);
    QSignalSpy keptBeside(&bench.entries, &SampleEntries::keptBeside);
    bench.type(theirs.size(), " ");
    QVERIFY(overwrite(canonical));
    bench.session.checkDisk();
    bench.editing.lookAtTyped();
    bench.session.samples().save();
    QTRY_COMPARE(keptBeside.size(), 1); // theirs stays in its file, and what was typed in one of its own
    QVERIFY(followed.isEmpty());
    QCOMPARE(bench.editing.text(), theirs + ' ');
    keeping.leave();
}

void TestSampleEditing::wordsFollowTheStanding_data()
{
    QTest::addColumn<SampleStanding>("standing");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QString>("foot");
    QTest::addColumn<bool>("warns");
    QTest::newRow("nothing") << SampleStanding{.isEmpty = true} << text("No sample events yet")
                             << text("Esc goes back") << false;
    QTest::newRow("a sample") << SampleStanding{.isShown = true} << text("Sample events are for every")
                              << text("Changes are saved by themselves") << false;
    QTest::newRow("a broken sample") << SampleStanding{.isShown = true, .isBroken = true}
                                     << text("This sample does not read")
                                     << text("Not saved while it does not read") << true;
    QTest::newRow("a sample that is not saved")
        << SampleStanding{.isShown = true, .isNotSaved = true} << text("This sample is not saved")
        << text("Not saved. It is tried again") << true;
    QTest::newRow("a sample that is neither saved nor whole")
        << SampleStanding{.isShown = true, .isBroken = true, .isNotSaved = true}
        << text("This sample is not saved") << text("Not saved. It is tried again") << true;
    QTest::newRow("a pasted event") << SampleStanding{.isShown = true, .isPasted = true}
                                    << text("A pasted event waits. Next: keep it.")
                                    << text("It is not kept yet") << true;
    QTest::newRow("a pasted event of another shape")
        << SampleStanding{.isShown = true, .isPasted = true, .isConverted = true, .isOriginalJson = true}
        << text("A pasted event waits: keep it as it is, or converted.") << text("Both forms are kept")
        << true;
    QTest::newRow("a call in a script")
        << SampleStanding{.isShown = true, .isPasted = true, .isConverted = true}
        << text("A pasted event waits. Next: keep the converted event.") << text("Both forms are kept")
        << true;
    QTest::newRow("a pasted event that is broken")
        << SampleStanding{.isShown = true, .isPasted = true, .isConverted = true, .isBroken = true}
        << text("What was pasted does not read") << text("It can be kept as soon as") << true;
}

void TestSampleEditing::wordsFollowTheStanding()
{
    QFETCH(SampleStanding, standing);
    QFETCH(QString, hint);
    QFETCH(QString, foot);
    QFETCH(bool, warns);
    QVERIFY2(hintOf(standing).startsWith(hint), qPrintable(hintOf(standing)));
    QVERIFY2(footSentenceOf(standing).startsWith(foot), qPrintable(footSentenceOf(standing)));
    QCOMPARE(hintToneOf(standing), warns ? Tone::Warning : Tone::Neutral);
}

QTEST_GUILESS_MAIN(TestSampleEditing)
#include "tst_sampleediting.moc"
