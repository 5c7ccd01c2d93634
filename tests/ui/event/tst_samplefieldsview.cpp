// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "ui/event/samplefieldsview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>
#include <QTextDocumentFragment>

using namespace designer;
using namespace designer::ui;

namespace {

const char *const purchase
    = R"({"event_name": "purchase", "user": {"id": "c-1", "address": {"city": "Bursa"}},
  "properties": {"price": 10, "items": [{"id": "a"}, {"id": "b"}]}})";
/// The same fields elsewhere, with another value.
const char *const edited = R"({"properties": {"items": [{"id": "c"}], "price": 11}, "event_name": "purchase",
  "user": {"address": {"city": "İzmir"}, "id": "c-1"}})";
const char *const visit = R"({"event_name": "page_view"})";

std::shared_ptr<const event::Event> eventOf(const char *text)
{
    return text ? std::make_shared<const event::Event>(*event::Event::parse(text)) : nullptr;
}

QModelIndex find(const SampleFieldsView &view, const QString &path)
{
    QModelIndex at;
    for (const QString &name : path.split(QLatin1Char('.'))) {
        const QModelIndexList found
            = view.model()->match(view.model()->index(0, 0, at), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        if (found.isEmpty())
            return {};
        at = found.front();
    }
    return at;
}

} // namespace

/// The fields of the sample beside the body.
class TestSampleFieldsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void beginsWithThePropertiesOpen()
    {
        SampleFieldsView view;
        view.setEvent(eventOf(purchase));
        QVERIFY(view.isExpanded(find(view, QStringLiteral("properties"))));
        QVERIFY(!view.isExpanded(find(view, QStringLiteral("user"))));
        QCOMPARE(view.currentIndex(), view.model()->index(0, 0));
    }

    void whatIsOpenStaysOpen_data()
    {
        QTest::addColumn<QList<const char *>>("events");
        QTest::newRow("the same event") << QList<const char *>{purchase};
        QTest::newRow("an edited one") << QList<const char *>{edited};
        QTest::newRow("after one without these fields") << QList<const char *>{visit, edited};
        QTest::newRow("after none") << QList<const char *>{nullptr, purchase};
    }
    void whatIsOpenStaysOpen()
    {
        QFETCH(QList<const char *>, events);
        SampleFieldsView view;
        view.setEvent(eventOf(purchase));
        view.expand(find(view, QStringLiteral("user")));
        view.expand(find(view, QStringLiteral("user.address")));
        view.setCurrentIndex(find(view, QStringLiteral("user.address.city")));
        view.collapse(find(view, QStringLiteral("properties")));
        view.expand(find(view, QStringLiteral("properties.items"))); // in what is closed
        for (const char *event : events)
            view.setEvent(eventOf(event));
        QVERIFY(view.isExpanded(find(view, QStringLiteral("user"))));
        QVERIFY(view.isExpanded(find(view, QStringLiteral("user.address"))));
        QVERIFY(!view.isExpanded(find(view, QStringLiteral("properties"))));
        QVERIFY(view.isExpanded(find(view, QStringLiteral("properties.items"))));
        QVERIFY(!view.isExpanded(find(view, QStringLiteral("properties.items.0"))));
        if (events.size() == 1)
            QCOMPARE(view.currentIndex(), find(view, QStringLiteral("user.address.city")));
    }

    void valuesKeepOffTheEdge()
    {
        SampleFieldsView view;
        view.setEvent(eventOf(R"({"a": "WWWW", "b": "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"})"));
        view.resize(240, 200);
        view.setCurrentIndex({});
        const QImage picture = view.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QRect row = view.visualRect(view.model()->index(1, SampleFieldsModel::ValueColumn));
        const auto isPlain = [&](int fromRight) {
            const int x = picture.width() - 1 - fromRight;
            for (int y = 0; y <= row.bottom(); ++y) {
                if (picture.pixel(x, y) != picture.pixel(picture.width() - 1, 0))
                    return false;
            }
            return true;
        };
        for (int x = 0; x < theme().size(Space::S8); ++x)
            QVERIFY2(isPlain(x), qPrintable(QString::number(x)));
        bool some = false;
        for (int x = theme().size(Space::S8); x < theme().size(Space::S24); ++x)
            some = some || !isPlain(x);
        QVERIFY(some); // the values are there
    }

    void aToolTipIsNoMarkup()
    {
        SampleFieldsView view;
        view.setEvent(eventOf("{\"event_name\": \"<b>x</b> & 'y'\"}"));
        const QString tip = view.model()->index(0, 0).data(Qt::ToolTipRole).toString();
        QCOMPARE(QTextDocumentFragment::fromHtml(tip).toPlainText(),
                 QStringLiteral("event_name: <b>x</b> & 'y'"));
    }
};

QTEST_MAIN(TestSampleFieldsView)
#include "tst_samplefieldsview.moc"
