// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../shipped.h"
#include "../accessiblenames.h"
#include "../pageparts.h"
#include "../pictures.h"
#include "../unexpectedwarnings.h"
#include "connection/editing.h"
#include "fakeprompter.h"
#include "ui/common/banner.h"
#include "ui/common/choicerow.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/messageline.h"
#include "ui/editor/codeeditor.h"
#include "ui/exchange/exportpage.h"
#include "ui/exchange/exportpart.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace designer;
using namespace designer::ui;

namespace {

const std::string canary = "s3cr3t-canary-81723";

connection::Connection purchase()
{
    return galleryConnection("insider-purchase");
}

connection::Connection withTokenInTheUrl()
{
    std::string bytes = purchase().bytes();
    const std::string url = "/api/user/v1/upsert";
    bytes.insert(bytes.find(url) + url.size(), "?token={{secret:INSIDER_TOKEN}}");
    return *connection::Connection::load(bytes);
}

connection::Connection withWideConditions()
{
    return *connection::withConditions(
        purchase(),
        R"({"match":"any","rules":[{"type":"event_name","operator":"equals","value":"purchase"},)"
        R"({"type":"property","field":"properties.price","operator":"greater_than","value":100}]})");
}

/// A body that JSON cannot hold without a change of meaning.
connection::Connection refusedOne()
{
    const auto parts = connection::TakenApart::of(purchase());
    const auto text = connection::withValueMode(parts.shell, tmpl::ValueMode::Text);
    return *connection::putTogether(*text, R"({"quantity": ##properties.quantity##})", {});
}

struct Fixture : PageParts<Fixture>
{
    explicit Fixture(const connection::Connection &connection = purchase())
    {
        page.setConnection(connection, QStringLiteral("Insider purchase"));
        showPage(page);
    }

    std::string text() { return child<CodeEditor>("textEditor")->bytes(); }
    void clickNames()
    {
        auto *const box = child<QCheckBox>("namesCheck");
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }
    void answer()
    {
        secrets::Secrets values;
        values.emplace("INSIDER_TOKEN", secrets::Secret(std::string(canary)));
        pending(std::move(values));
    }
    /// What holds the value of a secret without showing it; with null: what holds it at all.
    QStringList holders(const QStackedWidget *shown = nullptr)
    {
        QStringList out;
        for (QWidget *const widget : page.findChildren<QWidget *>()) {
            const auto *const editor = qobject_cast<CodeEditor *>(widget);
            const bool isInView = shown && shown->isVisible() && shown->currentWidget()->isAncestorOf(widget);
            if (!isInView
                && (holds(widget->toolTip().toStdString(), canary)
                    || (editor && holds(editor->bytes(), canary))))
                out << widget->objectName();
        }
        return out;
    }
    static std::string clipboard() { return QGuiApplication::clipboard()->text().toStdString(); }

    FakePrompter prompter;
    std::vector<std::string> asked;
    std::function<void(Result<secrets::Secrets>)> pending;
    ExportPage page{
        prompter,
        [this](const std::vector<std::string> &names, std::function<void(Result<secrets::Secrets>)> done) {
            asked = names;
            pending = std::move(done);
        }};
    QSignalSpy closed{&page, &ExportPage::closed};
};

/// Of Scintilla's \a style, as the theme has them now.
bool hasColors(const CodeEditor &editor, int style)
{
    const auto is = [&editor, style](unsigned message, const QColor &color) {
        const long has = editor.SendScintilla(message, static_cast<unsigned long>(style));
        return has == (color.red() | (color.green() << 8) | (color.blue() << 16));
    };
    return is(QsciScintillaBase::SCI_STYLEGETBACK, theme().color(Color::Panel))
        && is(QsciScintillaBase::SCI_STYLEGETFORE, theme().color(Color::Text));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExportPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init()
    {
        QTest::failOnWarning(unexpectedWarnings());
        QGuiApplication::clipboard()->clear();
    }

    void beginsWithTheSevenKeys()
    {
        Fixture f;
        const std::string expected = connection::exported(purchase(), connection::ExportFormat::Hardal)->text;
        QTRY_COMPARE(f.text(), expected);
        QCOMPARE(f.child<QLabel>("fileLabel")->text(), QStringLiteral("insider-purchase.json"));
        const auto lines = std::count(expected.begin(), expected.end(), '\n');
        QVERIFY(f.child<QLabel>("sizeLabel")
                    ->text()
                    .startsWith(QString::number(lines) + QLatin1String(" lines")));
        QVERIFY(holds(expected, "YOUR_INSIDER_TOKEN"));
        f.click("copyButton");
        QCOMPARE(Fixture::clipboard(), expected);
        QCOMPARE(f.child<MessageLine>("doneLine")->text(), QStringLiteral("Copied"));
    }

    void wholeFileIsTheFilesBytes()
    {
        Fixture f;
        f.click("wholeChoice");
        QTRY_COMPARE(f.text(), purchase().bytes());
        QVERIFY(!f.child<QCheckBox>("namesCheck")->isEnabled());
        QVERIFY(!f.child<Banner>("notesBanner")->isVisible());
    }

    void partsAreCopiedOneByOne()
    {
        Fixture f;
        f.click("partsChoice");
        const auto parts = connection::exported(purchase(), connection::ExportFormat::Fragments)->parts;
        QTRY_VERIFY(f.child<QWidget>("partsPage")->isVisible());
        const std::array names{"endpointPart", "headersPart", "bodyPart"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            auto *const part = f.child<ExportPart>(names[i]);
            const auto buttons = part->findChildren<QPushButton *>();
            const auto filled = std::count_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
                return button->property("primary").toBool();
            });
            QCOMPARE(filled, 1); // this one is the next
            QTest::keyClick(f.page.focusWidget(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::AltModifier);
            QVERIFY(part->isCopied());
            QCOMPARE(Fixture::clipboard(), parts[i]);
        }
    }

    void eachSettingIsCopiedAlone_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("value");
        QTest::newRow("label") << "Label"
                               << "Insider purchase";
        QTest::newRow("id") << "ID"
                            << "insider-purchase";
        QTest::newRow("url") << "URL"
                             << "https://unification.useinsider.com/api/user/v1/upsert";
        QTest::newRow("method") << "Method"
                                << "POST";
        QTest::newRow("content type") << "Content Type"
                                      << "application/json";
    }
    void eachSettingIsCopiedAlone()
    {
        QFETCH(QString, button);
        QFETCH(QString, value);
        Fixture f;
        f.click("partsChoice");
        QTRY_VERIFY(f.child<QWidget>("partsPage")->isVisible());
        for (auto *const candidate : f.child<ExportPart>("endpointPart")->findChildren<QPushButton *>()) {
            if (candidate->text() == button)
                QTest::mouseClick(candidate, Qt::LeftButton);
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), value);
        QVERIFY(!f.child<ExportPart>("endpointPart")->isCopied());
    }

    void valuesOfSecretsGoOutWhereConfirmedOnly()
    {
        Fixture f;
        QTRY_VERIFY(holds(f.text(), "YOUR_INSIDER_TOKEN"));
        f.clickNames();
        QVERIFY(f.child<QWidget>("questionWidget")->isVisible());
        QVERIFY(!f.child<QCheckBox>("namesCheck")->isChecked());
        QVERIFY(f.asked.empty());
        f.click("exportValuesButton");
        QCOMPARE(f.asked, std::vector<std::string>{"INSIDER_TOKEN"});
        QVERIFY(!holds(f.text(), canary));
        f.answer();
        QTRY_VERIFY(holds(f.text(), canary));
        QVERIFY(!f.child<QCheckBox>("namesCheck")->isChecked());
        f.click("copyButton");
        QVERIFY(holds(Fixture::clipboard(), canary));
        f.click("wholeChoice"); // the file names secrets, whatever was asked
        QTRY_COMPARE(f.text(), purchase().bytes());
        f.click("hardalChoice");
        QTRY_VERIFY(holds(f.text(), canary));
        f.clickNames();
        QTRY_VERIFY(holds(f.text(), "YOUR_INSIDER_TOKEN"));
        QVERIFY(!holds(f.text(), canary));
    }

    void valuesOfSecretsStayInNoHiddenForm_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("parts, then the seven keys")
            << QByteArray("partsChoice") << QByteArray("hardalChoice");
        QTest::newRow("parts, then the whole file") << QByteArray("partsChoice") << QByteArray("wholeChoice");
        QTest::newRow("the seven keys, then parts")
            << QByteArray("hardalChoice") << QByteArray("partsChoice");
        QTest::newRow("parts, then away") << QByteArray("partsChoice") << QByteArray();
        QTest::newRow("the seven keys, then away") << QByteArray("hardalChoice") << QByteArray();
    }
    void valuesOfSecretsStayInNoHiddenForm()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        Fixture f(withTokenInTheUrl());
        f.click(before.constData());
        f.clickNames();
        f.click("exportValuesButton");
        f.answer();
        QTRY_VERIFY(!f.holders().isEmpty());
        if (after.isEmpty())
            f.page.hide();
        else
            f.click(after.constData());
        const QByteArray there = after == "partsChoice" ? "partsPage" : "singlePage";
        QTRY_VERIFY(after.isEmpty() || f.child<QWidget>(there.constData())->isVisible());
        QCOMPARE(f.holders(f.child<QStackedWidget>("textStack")), QStringList());
    }

    void namesStayWhereSaidSo_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("by the button") << 0;
        QTest::newRow("by Esc") << 1;
        QTest::newRow("by going away") << 2;
        QTest::newRow("by the next connection") << 3;
    }
    void namesStayWhereSaidSo()
    {
        QFETCH(int, way);
        Fixture f;
        f.clickNames();
        f.click("exportValuesButton");
        if (way == 0)
            f.click("keepNamesButton");
        else if (way == 1)
            QTest::keyClick(f.page.focusWidget(), Qt::Key_Escape);
        else if (way == 2)
            f.page.hide();
        else
            f.page.setConnection(purchase(), QStringLiteral("again"));
        f.answer(); // too late
        QTRY_VERIFY(holds(f.text(), "YOUR_INSIDER_TOKEN"));
        QVERIFY(f.child<QCheckBox>("namesCheck")->isChecked());
        QVERIFY(!holds(f.text(), canary));
        QCOMPARE(f.closed.size(), 0);
    }

    void aLockedKeychainIsSaidInWords()
    {
        Fixture f;
        f.clickNames();
        f.click("exportValuesButton");
        f.pending(Error{ErrorCode::SecretUnavailable,
                        QStringLiteral("the keychain is locked"),
                        QStringLiteral("unlock it"),
                        {},
                        {}});
        QCOMPARE(f.child<MessageLine>("questionLine")->text(),
                 QStringLiteral("The keychain is locked; unlock it."));
        QVERIFY(f.child<QPushButton>("exportValuesButton")->isEnabled());
        QVERIFY(!holds(f.text(), canary));
    }

    /// Two places name the one secret: it is asked for once, and the box is as the text is.
    void aValueThatIsNotThereLeavesTheNames()
    {
        Fixture f(withTokenInTheUrl());
        const auto *const box = f.child<QCheckBox>("namesCheck");
        const auto *const says = f.child<MessageLine>("secretsLine");
        QTRY_VERIFY(holds(f.text(), "YOUR_INSIDER_TOKEN"));
        QVERIFY(says->text().startsWith(QLatin1String("Ticked")));
        for (int i = 0; i < 2; ++i) {
            f.clickNames();
            QVERIFY(!box->isChecked());
            QVERIFY(!says->text().contains(QLatin1String("Ticked")));
            f.click("exportValuesButton");
            QVERIFY(!box->isChecked());
            QCOMPARE(f.asked, std::vector<std::string>{"INSIDER_TOKEN"});
            f.pending(Error{ErrorCode::SecretUnavailable,
                            QStringLiteral("INSIDER_TOKEN is not in your keychain yet"),
                            {},
                            {},
                            {}});
            QVERIFY(box->isChecked());
            QVERIFY(says->text().startsWith(QLatin1String("Ticked")));
            QCOMPARE(f.child<MessageLine>("questionLine")->text(),
                     QStringLiteral("INSIDER_TOKEN is not in your keychain yet."));
            QVERIFY(holds(f.text(), "YOUR_INSIDER_TOKEN"));
        }
        f.click("exportValuesButton"); // once more
        QVERIFY(!box->isChecked());
        f.answer();
        QTRY_VERIFY(holds(f.text(), canary));
        QVERIFY(!box->isChecked());
    }

    void editorsFollowTheScheme_data()
    {
        QTest::addColumn<bool>("isDarkFirst");
        QTest::newRow("from light to dark") << false;
        QTest::newRow("from dark to light and back") << true;
    }
    void editorsFollowTheScheme()
    {
        QFETCH(const bool, isDarkFirst);
        const auto back = qScopeGuard([] { theme().setScheme(Scheme::Light); });
        theme().setScheme(isDarkFirst ? Scheme::Dark : Scheme::Light);
        Fixture f;
        const auto areOfTheTheme = [&f] {
            const auto editors = f.page.findChildren<CodeEditor *>();
            return editors.size() == 4
                && std::all_of(editors.begin(), editors.end(), [](const CodeEditor *editor) {
                       return hasColors(*editor, 0) && hasColors(*editor, QsciScintillaBase::STYLE_DEFAULT);
                   });
        };
        QVERIFY(areOfTheTheme());
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            theme().setScheme(scheme);
            for (const char *const choice : {"partsChoice", "hardalChoice", "partsChoice"}) {
                f.click(choice);
                QTRY_VERIFY(f.child<QPushButton>("saveButton")->isEnabled());
                QVERIFY2(areOfTheTheme(), choice);
            }
            f.page.setEnabled(false);
            f.page.setEnabled(true);
            QVERIFY(areOfTheTheme());
        }
    }

    void partsHaveRoomForWholeLines_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("in the smallest window") << QSize(684, 480);
        QTest::newRow("at 1280 x 800") << pageSize();
        QTest::newRow("at 1920 x 1080") << QSize(1664, 1024);
    }
    void partsHaveRoomForWholeLines()
    {
        QFETCH(const QSize, size);
        Fixture f;
        f.page.resize(size);
        f.click("partsChoice");
        auto *const area = f.child<QScrollArea>("partsPage");
        QTRY_VERIFY(area->isVisible());
        QTRY_VERIFY(f.child<ExportPart>("bodyPart")->height() > 0);
        QCoreApplication::processEvents();
        QCOMPARE(f.page.size(), size);
        for (const char *const name : {"endpointPart", "headersPart", "bodyPart"}) {
            const auto *const part = f.child<ExportPart>(name);
            for (const QPushButton *const button : part->findChildren<QPushButton *>())
                QVERIFY2(button->height() >= button->sizeHint().height(), qPrintable(button->text()));
            auto *const editor = part->findChild<CodeEditor *>();
            const int lines = std::min(editor->lines(), 8);
            const QRect last = editor->rectangleOf(editor->lineBegin(lines - 1));
            QVERIFY2(last.bottom() < editor->viewport()->height(), name);
            QVERIFY2(part->height() >= part->minimumSizeHint().height(), name);
            QCOMPARE(part->width(), area->viewport()->width());
            if (qstrcmp(name, "bodyPart") != 0)
                QCOMPARE(editor->viewport()->height(), lines * last.height());
        }
        QVERIFY(size.height() > 500 || area->verticalScrollBar()->maximum() > 0);
    }

    void namesThatHaveNoRoomEndInDots()
    {
        Fixture f;
        for (const char *const name : {"fileLabel", "labelLabel"})
            QVERIFY2(f.child<ElidedLabel>(name), name);
        QTRY_VERIFY(!f.child<QLabel>("fileLabel")->text().isEmpty());
        f.page.resize(theme().scaled(620), f.page.height());
        const auto *const size = f.child<QLabel>("sizeLabel");
        QTRY_VERIFY(f.child<QWidget>("fileLabel")->width()
                    < f.child<QWidget>("fileLabel")->sizeHint().width());
        QVERIFY(size->width() >= size->sizeHint().width());
    }

    void saysWhatTheJsonCannotHold()
    {
        Fixture f(withWideConditions());
        auto *const banner = f.child<Banner>("notesBanner");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->content().body.contains(QLatin1String("do not fit there")));
        QVERIFY(!banner->content().body.contains(QLatin1String("several connections")));
        Q_EMIT banner->linkActivated(QStringLiteral("unfold"));
        QVERIFY(banner->content().body.contains(QLatin1String("several connections")));
    }

    void saysHowTheConnectionStands_data()
    {
        using connection::Blank;
        QTest::addColumn<ExportStanding>("standing");
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<QString>("says");
        const Blank account{Blank::Where::Header, "X-PARTNER-NAME", "your_partner_name"};
        QTest::newRow("mistakes") << ExportStanding{2, false, {}} << Tone::Error
                                  << QStringLiteral("2 thing(s) to mend before Hardal can send it.");
        QTest::newRow("not tested") << ExportStanding{} << Tone::Warning
                                    << QStringLiteral("Not tested as it stands.");
        QTest::newRow("something to fill in")
            << ExportStanding{0, true, {account}} << Tone::Warning
            << QStringLiteral("Still to fill in: “your_partner_name” (Headers).");
        QTest::newRow("all is well") << ExportStanding{0, true, {}} << Tone::Good
                                     << QStringLiteral("Tested and accepted as it stands.");
    }
    void saysHowTheConnectionStands()
    {
        QFETCH(ExportStanding, standing);
        Fixture f;
        f.page.setStanding(standing);
        auto *const line = f.child<MessageLine>("standingLine");
        QFETCH(QString, says);
        QVERIFY2(line->text().contains(says), qPrintable(line->text()));
        QTEST(line->tone(), "tone");
    }

    void saysWhatIsNextOfACopy()
    {
        Fixture f;
        const QString before = f.page.hint().text;
        QVERIFY(before.contains(QStringLiteral("copy it")));
        f.page.setConnection(galleryConnection("insider-purchase"), {});
        auto *const button = f.child<QPushButton>("copyButton");
        QTRY_VERIFY(button->isEnabled());
        QSignalSpy changes(&f.page, &ExportPage::hintChanged);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(f.page.isTaken());
        QCOMPARE(f.page.hint().text,
                 QStringLiteral("The text is copied. Next: send it to the person who sets it up in Hardal."));
        QCOMPARE(changes.size(), 1);
        f.page.followConnection(galleryConnection("insider-general"), {}); // another text
        QVERIFY(!f.page.isTaken());
        QCOMPARE(f.page.hint().text, before);
        QCOMPARE(changes.size(), 2);
        QTRY_VERIFY(button->isEnabled()); // the text has come
        QCOMPARE(changes.size(), 2);
    }

    void whatIsNextFollowsTheForm_data()
    {
        QTest::addColumn<QByteArray>("choice");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("copied");
        QTest::addColumn<QString>("saved");
        QTest::newRow("Hardal's") << QByteArray("hardalChoice") << "copy it, for the person"
                                  << "The text is copied."
                                  << "Saved as out.json. Next: send it to the person";
        QTest::newRow("whole") << QByteArray("wholeChoice") << "save it to a file, or copy it"
                               << "The whole file is copied. Next: send it to your colleague."
                               << "Saved as out.json. Next: keep it";
        QTest::newRow("parts") << QByteArray("partsChoice") << "copy one part after the other"
                               << "Endpoint copied. Next: paste it into the five settings in Hardal, then "
                                  "copy Headers."
                               << "The three parts are saved in out. Next: paste each";
    }
    void whatIsNextFollowsTheForm()
    {
        QFETCH(QByteArray, choice);
        QFETCH(QString, before);
        QFETCH(QString, copied);
        QFETCH(QString, saved);
        const bool inParts = choice == "partsChoice";
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("out")));
        Fixture f;
        f.click(choice.constData());
        QTRY_VERIFY(f.child<QPushButton>("saveButton")->isEnabled());
        QTRY_COMPARE(f.child<QWidget>("partsPage")->isVisible(), inParts);
        const auto says = [&f](const QString &words) { return f.page.hint().text.contains(words); };
        QVERIFY2(says(before), qPrintable(f.page.hint().text));
        if (inParts)
            f.child<ExportPart>("endpointPart")->copy();
        else
            f.click("copyButton");
        QVERIFY2(says(copied), qPrintable(f.page.hint().text));
        f.prompter.queuePath(folder.filePath(inParts ? QStringLiteral("out") : QStringLiteral("out.json")));
        f.click("saveButton");
        QTRY_VERIFY2(says(saved), qPrintable(f.page.hint().text));
        QVERIFY(!says(QStringLiteral("copied")));
        f.click(inParts ? "wholeChoice" : "partsChoice");
        QVERIFY(!says(before));
        QVERIFY(!f.page.isTaken());
    }

    void whatWasSavedMeanwhileIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("choice");
        QTest::addColumn<QByteArray>("next");
        QTest::addColumn<QString>("says");
        QTest::newRow("parts after the whole file")
            << QByteArray("wholeChoice") << QByteArray("partsChoice") << "Saved as out.json";
        QTest::newRow("Hardal's after parts")
            << QByteArray("partsChoice") << QByteArray("hardalChoice") << "Saved in out";
        QTest::newRow("another text") << QByteArray("hardalChoice") << QByteArray() << "Saved as out.json";
    }
    /// The disk answers when something else is shown.
    void whatWasSavedMeanwhileIsNotTaken()
    {
        QFETCH(QByteArray, choice);
        QFETCH(QByteArray, next);
        QFETCH(QString, says);
        const bool inParts = choice == "partsChoice";
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("out")));
        Fixture f;
        f.click(choice.constData());
        QTRY_VERIFY(f.child<QPushButton>("saveButton")->isEnabled());
        QTRY_COMPARE(f.child<QWidget>("partsPage")->isVisible(), inParts);
        f.prompter.queuePath(folder.filePath(inParts ? QStringLiteral("out") : QStringLiteral("out.json")));
        f.child<QPushButton>("saveButton")->click();
        if (next.isEmpty())
            f.page.followConnection(galleryConnection("insider-general"), {});
        else
            f.child<ChoiceRow>(next.constData())->setChecked(true);
        const QString before = f.page.hint().text;
        QTRY_COMPARE(f.child<MessageLine>("doneLine")->text(), says);
        QVERIFY(!f.page.isTaken());
        QCOMPARE(f.page.hint().text, before);
    }

    void thePartThatIsCopiedLastIsTheLast()
    {
        Fixture f;
        f.click("partsChoice");
        QTRY_VERIFY(f.child<QWidget>("partsPage")->isVisible());
        for (const char *const name : {"endpointPart", "bodyPart"})
            f.child<ExportPart>(name)->copy();
        QVERIFY(f.page.hint().text.endsWith(QStringLiteral("Request Format in Hardal, then copy Headers.")));
        f.child<ExportPart>("headersPart")->copy();
        QVERIFY(f.page.hint().text.endsWith(QStringLiteral("in Hardal. That is the last one.")));
    }

    /// Of a part that is as narrow as in the smallest window nothing is cut without a sign of it.
    void aNarrowPartWrapsItsSettings()
    {
        ExportPart part;
        part.setHead(1, QStringLiteral("Endpoint"),
                     QStringLiteral("Paste into the five settings, together or one by one"), {});
        part.setSettings({{QStringLiteral("Label"), "a"},
                          {QStringLiteral("ID"), "b"},
                          {QStringLiteral("URL"), "c"},
                          {QStringLiteral("Method"), "d"},
                          {QStringLiteral("Content Type"), "e"}});
        part.setText("{}");
        part.resize(theme().scaled(340), theme().scaled(300));
        part.show();
        const auto isWhole = [&part](const QPushButton *button) {
            const QRect place(button->mapTo(&part, QPoint()), button->size());
            return part.rect().contains(place) && place.width() >= button->sizeHint().width();
        };
        const auto buttons = part.findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 6);
        QVERIFY(part.findChild<ElidedLabel *>()->text().startsWith(QLatin1String("Paste into")));
        const auto lines = [&buttons] {
            QSet<int> out;
            for (const QPushButton *const button : buttons)
                out << button->mapTo(button->window(), QPoint()).y();
            return out.size() - 1; // but for the button that copies it all
        };
        QTRY_VERIFY(lines() > 1);
        QTRY_VERIFY(std::all_of(buttons.begin(), buttons.end(), isWhole));
        QCOMPARE(part.width(), theme().scaled(340));
        part.resize(theme().scaled(900), theme().scaled(300));
        QTRY_COMPARE(lines(), 1);
    }

    void namesOfHeadersAreNotBroken()
    {
        Fixture f;
        const QString says = f.child<MessageLine>("secretsLine")->text();
        QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, says);
        qsizetype hyphens = 0;
        for (qsizetype at = says.indexOf(QLatin1Char('-')); at >= 0;
             at = says.indexOf(QLatin1Char('-'), at + 1)) {
            ++hyphens;
            for (const qsizetype behind : {at + 1, at + 2}) {
                breaks.setPosition(behind);
                QVERIFY2(!breaks.isAtBoundary(), qPrintable(says));
            }
        }
        QVERIFY2(hyphens > 0, qPrintable(says));
    }

    void followsItsConnection()
    {
        Fixture f;
        f.click("wholeChoice");
        QTRY_COMPARE(f.text(), purchase().bytes());
        const auto renamed = connection::withText(purchase(), connection::key::label, "Renamed");
        f.page.followConnection(*renamed, QStringLiteral("Renamed"));
        QVERIFY(!f.child<QPushButton>("copyButton")->isEnabled()); // not with what it was before
        QTRY_COMPARE(f.text(), renamed->bytes());
        QCOMPARE(f.child<QLabel>("labelLabel")->text(), QStringLiteral("Renamed"));
    }

    void aRefusedExportSaysItsWayOut()
    {
        Fixture f(refusedOne());
        QTRY_VERIFY(f.child<QWidget>("refusedPage")->isVisible());
        QVERIFY(f.child<Banner>("refusedBanner")->content().body.contains(QLatin1String("quotes")));
        QVERIFY(!f.child<QPushButton>("copyButton")->isEnabled());
        f.click("wholeButton");
        QTRY_COMPARE(f.text(), refusedOne().bytes());
        QVERIFY(f.child<QPushButton>("copyButton")->isEnabled());
    }

    void savesOneFile()
    {
        const QTemporaryDir folder;
        Fixture f;
        QTRY_VERIFY(!f.text().empty());
        const QString path = folder.filePath(QStringLiteral("out.json"));
        f.prompter.queuePath(path);
        f.click("saveButton");
        QCOMPARE(f.prompter.lastQuestion().suggestedName, QStringLiteral("insider-purchase.json"));
        QTRY_COMPARE(read(path).toStdString(), f.text());
        QTRY_COMPARE(f.child<MessageLine>("doneLine")->tone(), Tone::Good);
    }

    void savesThreeFilesAndWritesOverNone()
    {
        const QTemporaryDir folder;
        Fixture f;
        f.click("partsChoice");
        QTRY_VERIFY(f.child<QWidget>("partsPage")->isVisible());
        for (int i = 0; i < 2; ++i) {
            f.prompter.queuePath(folder.path());
            f.click("saveButton");
            QTRY_COMPARE(f.child<MessageLine>(i == 0 ? "doneLine" : "backLine")->tone(),
                         i == 0 ? Tone::Good : Tone::Error);
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
    }

    void aDiskThatRefusesIsSaidInWords()
    {
        Fixture f;
        QTRY_VERIFY(!f.text().empty());
        f.prompter.queuePath(QStringLiteral("/no/such/folder/out.json"));
        f.click("saveButton");
        QTRY_COMPARE(f.child<MessageLine>("backLine")->tone(), Tone::Error);
    }

    void escapeAndCloseLeave()
    {
        Fixture f;
        QTest::keyClick(f.child<QWidget>("hardalChoice"), Qt::Key_Escape);
        QTest::keyClick(f.child<CodeEditor>("textEditor"), Qt::Key_Escape);
        f.click("closeButton");
        QCOMPARE(f.closed.size(), 3);
    }

    void everyControlHasAName()
    {
        Fixture f;
        f.clickNames();
        QCOMPARE(namelessControls(f.page), QStringList());
        f.click("partsChoice");
        QTRY_VERIFY(f.child<QWidget>("partsPage")->isVisible());
        QCOMPARE(namelessControls(f.page), QStringList());
    }

    void fitsAndLooksRight_data()
    {
        QTest::addColumn<bool>("isLong");
        QTest::newRow("english") << false;
        QTest::newRow("long") << true;
    }
    void fitsAndLooksRight()
    {
        QFETCH(bool, isLong);
        const QString suffix = isLong ? QStringLiteral("-long") : QString();
        LongWords words;
        if (isLong)
            QCoreApplication::installTranslator(&words);
        Fixture f(withWideConditions());
        QTRY_VERIFY(f.child<Banner>("notesBanner")->isVisible());
        takePicture(f.page, QStringLiteral("export") + suffix);
        f.clickNames();
        Q_EMIT f.child<Banner>("notesBanner")->linkActivated(QStringLiteral("unfold"));
        takePicture(f.page, QStringLiteral("export-asked") + suffix);
        f.click("partsChoice");
        QTRY_VERIFY(f.child<QWidget>("partsPage")->isVisible());
        f.child<ExportPart>("endpointPart")->copy();
        takePicture(f.page, QStringLiteral("export-parts") + suffix);
        QVERIFY2(f.page.minimumSizeHint().width() <= pageSize().width(),
                 qPrintable(QString::number(f.page.minimumSizeHint().width())));
        QVERIFY2(f.page.minimumSizeHint().height() <= pageSize().height(),
                 qPrintable(QString::number(f.page.minimumSizeHint().height())));
        f.page.setConnection(refusedOne(), QStringLiteral("Değiştirilemeyen gövdesi olan bağlantı"));
        QTRY_VERIFY(f.child<QWidget>("refusedPage")->isVisible());
        takePicture(f.page, QStringLiteral("export-refused") + suffix);
        QCoreApplication::removeTranslator(&words);
    }
};

QTEST_MAIN(TestExportPage)
#include "tst_exportpage.moc"
