// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/editing.h"
#include "ui/common/messageline.h"
#include "ui/common/placeholderlineedit.h"
#include "ui/settings/settingspage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace designer;
using namespace designer::ui;
using namespace Qt::Literals::StringLiterals;

class TestSettingsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().apply(*qobject_cast<QApplication *>(QCoreApplication::instance())); }
    void init();
    void cleanup();
    void typingGoesIntoTheDocument_data();
    void typingGoesIntoTheDocument();
    void choicesGoIntoTheDocument();
    void idFollowsTheLabelUntilItIsGivenByHand();
    void idStaysOnceThereIsAFile();
    void idIsSpeltAsOthersReadIt();
    void idAvoidsThoseThatAreTaken();
    void remarks_data();
    void remarks();
    void mendsTheFieldThatHasTheFocus();
    void wordsOfTheFileAreKept();
    void undoAndRedoKeysAreTheDocuments();
    void caretStaysWhileTyping();
    void revealFocusesTheField_data();
    void revealFocusesTheField();
    void placeholdersWearTheirColour();
    void everyControlHasAName();
    void wheelTurnsNothingThatIsAtRest();
    void pictures_data();
    void pictures();

private:
    void open(const std::string &file);
    void live();
    template <typename W>
    W *child(const char *name)
    {
        return m_page->findChild<W *>(QLatin1String(name));
    }
    QLineEdit *edit(const char *name) { return child<QLineEdit>(name); }
    void clickLink(const char *message);
    void type(QLineEdit *edit, const QString &text);

    std::unique_ptr<ConnectionDocument> m_document;
    std::unique_ptr<SettingsPage> m_page;
    qint64 m_now = 0;
};

namespace {

const std::string purchase = R"({
  "endpoint_label": "Insider purchase",
  "endpoint_id": "insider-purchase",
  "endpoint_url": "https://unification.useinsider.com/api/user/v1/upsert",
  "request_method": "POST",
  "content_type": "application/json",
  "request_format": {"users": []},
  "headers": {"X-PARTNER-NAME": "ornekmoda", "X-REQUEST-TOKEN": "{{secret:T}}"},
  "unknown": [1, 2.50]
})";

std::string with(std::string text, std::string_view from, std::string_view to)
{
    const std::size_t at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

LiveState evaluated(ConnectionDocument &document)
{
    const std::atomic<bool> never{false};
    LiveState out;
    out.evaluation = std::make_shared<testrun::Evaluation>(
        testrun::evaluate({document.parts(), std::nullopt, {}}, never));
    out.revision = document.revision();
    return out;
}

} // namespace

void TestSettingsPage::live()
{
    m_page->showLive(evaluated(*m_document));
}

void TestSettingsPage::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_page = std::make_unique<SettingsPage>();
    open(purchase);
    m_page->resize(1024, 320);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestSettingsPage::cleanup()
{
    m_page.reset();
    m_document.reset();
    theme().setScheme(Scheme::Light);
}

void TestSettingsPage::open(const std::string &file)
{
    m_page->setDocument(nullptr);
    m_document = std::make_unique<ConnectionDocument>(connection::Connection::load(file).value(), nullptr,
                                                      [this] { return m_now; });
    m_page->setDocument(m_document.get());
}

void TestSettingsPage::type(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    for (const QChar character : text) // keyClicks() knows no letters beyond Latin-1
        QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, QString(character), Qt::NoModifier);
}

/// By the keyboard, as people do who have no mouse.
void TestSettingsPage::clickLink(const char *message)
{
    auto *label = child<MessageLine>(message)->findChildren<QLabel *>().last();
    QCOMPARE(label->focusPolicy(), Qt::StrongFocus);
    label->setFocus(Qt::TabFocusReason);
    QTest::keyClick(label, Qt::Key_Tab);
    label->setFocus(Qt::TabFocusReason);
    QTest::keyClick(label, Qt::Key_Return);
}

void TestSettingsPage::typingGoesIntoTheDocument_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("step");
    QTest::newRow("label") << "labelLineEdit"
                           << "Satis"
                           << "Change the label";
    QTest::newRow("empty label") << "labelLineEdit"
                                 << ""
                                 << "Change the label";
    QTest::newRow("id") << "idLineEdit"
                        << "own-id"
                        << "Change the ID";
    QTest::newRow("address") << "urlLineEdit"
                             << "no address at all"
                             << "Change the address";
    QTest::newRow("content type") << "contentTypeComboBox"
                                  << "text/csv"
                                  << "Change the content type";
}

void TestSettingsPage::typingGoesIntoTheDocument()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    const std::string before = m_document->whole()->bytes();
    auto *combo = child<QComboBox>(field.toLatin1().constData());
    QLineEdit *target = combo ? combo->lineEdit() : edit(field.toLatin1().constData());
    type(target, text);
    QCOMPARE(target->text(), text);
    QVERIFY(m_document->whole()->bytes().find('"' + text.toStdString() + '"') != std::string::npos);
    QTEST(m_document->undoStack().undoText(), "step");
    QCOMPARE(m_document->undoStack().count(), 1); // one typing burst is one step
    m_document->undo();
    QCOMPARE(m_document->whole()->bytes(), before);
}

void TestSettingsPage::choicesGoIntoTheDocument()
{
    const std::string before = m_document->whole()->bytes();
    auto *method = child<QComboBox>("methodComboBox");
    method->setFocus();
    QTest::keyClick(method, Qt::Key_Down);
    QCOMPARE(m_document->shell().method(), "GET");
    auto *missing = child<QComboBox>("missingValuesComboBox");
    missing->setFocus();
    QTest::keyClick(missing, Qt::Key_End);
    QCOMPARE(m_document->shell().options().missing, tmpl::MissingPolicy::Block);
    QTest::mouseClick(child<QRadioButton>("textRadioButton"), Qt::LeftButton, {}, {8, 8});
    QCOMPARE(m_document->shell().options().values, tmpl::ValueMode::Text);
    QCOMPARE(m_document->undoStack().count(), 3);
    while (m_document->undoStack().canUndo())
        m_document->undo();
    QCOMPARE(m_document->whole()->bytes(), before);
    QCOMPARE(method->currentText(), u"POST"_s);
    QVERIFY(child<QRadioButton>("typedRadioButton")->isChecked());
}

void TestSettingsPage::idFollowsTheLabelUntilItIsGivenByHand()
{
    type(edit("labelLineEdit"), QStringLiteral("Yeni İçgörü"));
    QCOMPARE(m_document->shell().id(), "yeni-icgoru");
    QCOMPARE(edit("idLineEdit")->text(), u"yeni-icgoru"_s);
    type(edit("idLineEdit"), QStringLiteral("mine"));
    type(edit("labelLineEdit"), QStringLiteral("Other"));
    QCOMPARE(m_document->shell().id(), "mine");
}

void TestSettingsPage::idStaysOnceThereIsAFile()
{
    m_page->setSavedCheck([] { return true; });
    const std::string before = m_document->shell().id();
    type(edit("labelLineEdit"), QStringLiteral("Other"));
    QCOMPARE(m_document->shell().id(), before);
}

void TestSettingsPage::idIsSpeltAsOthersReadIt()
{
    type(edit("idLineEdit"), QStringLiteral("fine-id_2"));
    QVERIFY(!child<MessageLine>("idMessage")->text().contains(QLatin1String("safe in an ID")));
    type(edit("idLineEdit"), QStringLiteral("Bad ID ok"));
    QVERIFY(child<MessageLine>("idMessage")->text().contains(QLatin1String("safe in an ID")));
    QVERIFY(!edit("idLineEdit")->property("error").toBool()); // nothing breaks by it
    clickLink("idMessage");
    QCOMPARE(m_document->shell().id(), "bad-id-ok");
}

void TestSettingsPage::idAvoidsThoseThatAreTaken()
{
    m_page->setIdCheck([](const std::string &id) { return id == "shop" || id == "insider-purchase"; });
    const auto *message = child<MessageLine>("idMessage");
    QVERIFY(message->text().contains(QLatin1String("Another destination has this ID.")));
    QVERIFY(edit("idLineEdit")->property("error").toBool());
    clickLink("idMessage");
    QCOMPARE(m_document->shell().id(), "insider-purchase-2");
    type(edit("labelLineEdit"), QStringLiteral("Shop"));
    QCOMPARE(m_document->shell().id(), "shop-2"); // the number was the program's own
    type(edit("idLineEdit"), QString());
    clickLink("idMessage");
    QCOMPARE(m_document->shell().id(), "shop-2");
    type(edit("labelLineEdit"), QStringLiteral("Shoe"));
    QCOMPARE(m_document->shell().id(), "shoe");
}

void TestSettingsPage::remarks_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("mended");
    const QByteArray https = "https://unification.useinsider.com/api/user/v1/upsert";
    QTest::newRow("http") << QByteArray("https:") << QByteArray("http:") << QByteArray("urlMessage")
                          << "Use https" << https;
    QTest::newRow("another path") << QByteArray("/v1/upsert") << QByteArray("/v1/delete")
                                  << QByteArray("urlMessage") << "Use the upsert address" << https;
    QTest::newRow("no scheme") << QByteArray("https://unification.useinsider.com")
                               << QByteArray("example.com") << QByteArray("urlMessage")
                               << "Begin it with https://"
                               << QByteArray("https://example.com/api/user/v1/upsert");
    QTest::newRow("method") << QByteArray("\"POST\"") << QByteArray("\"PUT\"") << QByteArray("methodMessage")
                            << "Use POST" << QByteArray("\"POST\"");
    QTest::newRow("content type") << QByteArray("application/json") << QByteArray("text/plain")
                                  << QByteArray("contentTypeMessage") << "Use application/json"
                                  << QByteArray("application/json");
    QTest::newRow("unknown policy") << QByteArray("\"unknown\": [1, 2.50]")
                                    << QByteArray("\"x_designer\": {\"missing_values\": \"never\"}")
                                    << QByteArray("missingValuesMessage") << "Leave the field out"
                                    << QByteArray("\"missing_values\": \"omit\"");
}

void TestSettingsPage::remarks()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, message);
    QFETCH(QString, words);
    QFETCH(QByteArray, mended);
    open(with(purchase, from.toStdString(), to.toStdString()));
    const std::string before = m_document->whole()->bytes();
    live();
    const auto *line = child<MessageLine>(message.constData());
    QVERIFY2(line->text().contains(u'>' + words + u'<'), qPrintable(line->text()));
    QVERIFY(line->tone() == Tone::Error || line->tone() == Tone::Warning);
    clickLink(message.constData());
    live();
    QVERIFY(m_document->whole()->bytes().find(mended.toStdString()) != std::string::npos);
    QVERIFY(!line->text().contains(words));
    QCOMPARE(line->tone(), message == "urlMessage" && to == "example.com" ? Tone::Neutral : line->tone());
    QCOMPARE(m_document->undoStack().count(), 1);
    m_document->undo();
    QCOMPARE(m_document->whole()->bytes(), before);
}

/// What the key for it does.
void TestSettingsPage::mendsTheFieldThatHasTheFocus()
{
    open(with(purchase, "https:", "http:"));
    live();
    m_page->reveal(QStringLiteral("/endpoint_id"));
    m_page->mend();
    QCOMPARE(m_document->undoStack().count(), 0); // nothing is wrong with that one
    m_page->reveal(QStringLiteral("/endpoint_url"));
    m_page->mend();
    QVERIFY(m_document->shell().url().starts_with("https:"));
    QCOMPARE(m_document->undoStack().count(), 1);
}

void TestSettingsPage::wordsOfTheFileAreKept()
{
    open(with(with(purchase, "\"POST\"", "\"REPORT\""), "application/json", "application/vnd.x+json"));
    QCOMPARE(child<QComboBox>("methodComboBox")->currentText(), u"REPORT"_s);
    QCOMPARE(child<QComboBox>("contentTypeComboBox")->currentText(), u"application/vnd.x+json"_s);
    QVERIFY(!m_document->isModified());
}

void TestSettingsPage::undoAndRedoKeysAreTheDocuments()
{
    QLineEdit *label = edit("labelLineEdit");
    type(label, QStringLiteral("A"));
    QTest::keySequence(label, QKeySequence::Undo);
    QCOMPARE(m_document->shell().label(), "Insider purchase");
    QCOMPARE(label->text(), u"Insider purchase"_s);
    QTest::keySequence(label, QKeySequence::Redo);
    QCOMPARE(m_document->shell().label(), "A");
}

void TestSettingsPage::caretStaysWhileTyping()
{
    QLineEdit *label = edit("labelLineEdit");
    label->setFocus();
    label->setCursorPosition(7);
    QTest::keyClicks(label, QStringLiteral("XY"));
    QCOMPARE(label->text(), u"InsiderXY purchase"_s);
    QCOMPARE(label->cursorPosition(), 9);
}

void TestSettingsPage::revealFocusesTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("control");
    QTest::newRow("label") << "/endpoint_label" << QByteArray("labelLineEdit");
    QTest::newRow("address") << "/endpoint_url" << QByteArray("urlLineEdit");
    QTest::newRow("method") << "/request_method" << QByteArray("methodComboBox");
    QTest::newRow("policy") << "/x_designer/missing_values" << QByteArray("missingValuesComboBox");
    QTest::newRow("values") << "/x_designer/values" << QByteArray("typedRadioButton");
    QTest::newRow("unknown") << "/nowhere" << QByteArray("labelLineEdit");
}

void TestSettingsPage::revealFocusesTheField()
{
    QFETCH(QString, field);
    QFETCH(QByteArray, control);
    edit("idLineEdit")->setFocus();
    m_page->reveal(field);
    QCOMPARE(QApplication::focusWidget()->objectName(), QString::fromLatin1(control));
}

void TestSettingsPage::placeholdersWearTheirColour()
{
    const auto shows = [&](const QColor &wanted) {
        const QImage image = edit("urlLineEdit")->grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == wanted)
                    return true;
            }
        }
        return false;
    };
    const QColor soft = theme().color(Color::PlaceholderSoft);
    QVERIFY(!shows(soft));
    type(edit("urlLineEdit"), QStringLiteral("https://a.example/ı/##user.id##?k={{secret:KEY}}"));
    QVERIFY(shows(soft));
    QVERIFY(shows(theme().color(Color::AccentSoft)));
    const std::vector<TextSpan> spans = textSpans(edit("urlLineEdit")->text());
    QCOMPARE(spans.size(), std::size_t{2});
    QCOMPARE(spans[0], (TextSpan{20, 11, TextSpan::Kind::Placeholder}));
    type(edit("urlLineEdit"), QStringLiteral("https://a.example/plain"));
    QVERIFY(!shows(soft));
}

void TestSettingsPage::everyControlHasAName()
{
    live();
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(m_page.get()))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

void TestSettingsPage::wheelTurnsNothingThatIsAtRest()
{
    auto *method = child<QComboBox>("methodComboBox");
    edit("labelLineEdit")->setFocus();
    QWheelEvent wheel(QPointF(4, 4), method->mapToGlobal(QPointF(4, 4)), {}, {0, -120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(method, &wheel);
    QCOMPARE(method->currentText(), u"POST"_s);
    QVERIFY(!m_document->isModified());
}

void TestSettingsPage::pictures_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("filled") << QByteArray("filled");
    QTest::newRow("error") << QByteArray("error");
    QTest::newRow("turkish") << QByteArray("turkish");
    QTest::newRow("empty") << QByteArray("empty");
}

void TestSettingsPage::pictures()
{
    QFETCH(QByteArray, kind);
    if (kind == "error")
        open(with(with(purchase, "https:", "http:"), "\"POST\"", "\"PUT\""));
    else if (kind == "empty")
        open(R"({"request_format":{}})");
    else if (kind == "turkish")
        open(with(
            with(purchase, "\"Insider purchase\"",
                 "\"Çok uzun bir etiket: müşterilerimizin alışverişlerini Insider'a gönderen bağlantı\""),
            "https://unification.useinsider.com/api/user/v1/upsert",
            "https://örnek.example/##properties.kategori##/"
            "ürünler?anahtar={{secret:ANAHTAR}}&q=##user.id##"));
    live();
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        theme().setScheme(scheme);
        QCoreApplication::processEvents();
        const QImage image = m_page->grab().toImage();
        QCOMPARE(image.width(), 1024);
        const QString folder = qEnvironmentVariable("DESIGNER_PICTURES");
        const char *const name = scheme == Scheme::Light ? "light" : "dark";
        if (!folder.isEmpty())
            QVERIFY(image.save(QDir(folder).filePath(
                QStringLiteral("settings-%1-%2.png").arg(QLatin1String(kind), QLatin1String(name)))));
    }
}

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
