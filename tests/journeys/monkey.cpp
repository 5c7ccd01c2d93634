// SPDX-License-Identifier: GPL-3.0-or-later
#include "monkey.h"

#include "ui/editor/codeeditor.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QWindow>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <pthread.h>

using namespace designer::ui;

namespace {

/// An action that works or waits longer than this is a hang. Work is counted in time of the
/// processor, so that a busy machine is none.
constexpr int hangSeconds = 10;
constexpr int stuckSeconds = 120; ///< by the clock: what waits for ever does no work

const char *const shortcuts[] = {
    "Ctrl+Z",       "Ctrl+Y",     "Ctrl+Shift+Z", "Ctrl+S",    "Ctrl+Return", "Ctrl+1",       "Ctrl+2",
    "Ctrl+3",       "Ctrl+4",     "Ctrl+5",       "F6",        "F8",          "Shift+F8",     "Alt+Return",
    "Ctrl+E",       "Ctrl+K",     "Ctrl+N",       "F1",        "F2",          "F11",          "Ctrl+A",
    "Ctrl+C",       "Ctrl+X",     "Ctrl+V",       "Ctrl+F",    "Ctrl+H",      "Ctrl+Shift+F", "Alt+Up",
    "Alt+Down",     "Alt+Left",   "Alt+Right",    "Ctrl+Home", "Ctrl+End",    "Shift+Down",   "Ctrl+Delete",
    "Ctrl+Shift+Z", "Ctrl+Space", "Alt+1",        "Alt+2",     "Ctrl+D",      "Ctrl+O",       "Ctrl+Q",
};

const Qt::Key singleKeys[] = {
    Qt::Key_Return, Qt::Key_Tab,       Qt::Key_Backtab, Qt::Key_Escape, Qt::Key_Up,       Qt::Key_Down,
    Qt::Key_Left,   Qt::Key_Right,     Qt::Key_Delete,  Qt::Key_Space,  Qt::Key_Home,     Qt::Key_End,
    Qt::Key_PageUp, Qt::Key_Backspace, Qt::Key_F3,      Qt::Key_F4,     Qt::Key_PageDown,
};

const char *const typed[]
    = {"a",        "##",         "user.email", "{",      "}",    "[",    "]",    "\"",
       ":",        ",",          "0",          "-1.5e3", "true", "null", "ğüşİ", "##event_name##",
       "https://", "Bearer abc", "\\u00e9",    " "};

QByteArray longText()
{
    return QByteArray("0123456789 abcdefghij ğüşıöç ").repeated(700);
}

QByteArray pasted(int which)
{
    switch (which) {
    case 0:
        return R"({"users":[{"identifiers":{"email":"##user.email##"},"attributes":{"x":[1,2,{"y":null}]}}]})";
    case 1: return "plain words with ##properties.order_id## in them";
    case 2:
        return "Content-Type: application/json\r\nX-PARTNER-NAME: shop\nX-REQUEST-TOKEN: 0123456789abcdef\n";
    case 3: return QByteArray("\0\x01\xff\xfe{{{]]\"\r\n\r\t\xe2\x80\xa8\xf0\x9f\x98\x80##", 24);
    case 4: return longText();
    case 5: return R"({"event_name":"purchase","user":{"email":"a@b.co"},"properties":{"price":1.50}})";
    case 6: return "curl -X POST https://127.0.0.1:9/x -H 'A: b' -d '{\"k\":1}'";
    default: return {};
    }
}

} // namespace

Monkey::Monkey(WindowFixture &fixture, quint32 seed) : m_fixture(fixture), m_random(seed)
{
    pthread_getcpuclockid(pthread_self(), &m_cpuClock);
    m_guard.setInterval(20);
    connect(&m_guard, &QTimer::timeout, this, &Monkey::closeModal);
    m_guard.start();
    m_watchdog = std::thread([this] { watch(); });
}

Monkey::~Monkey()
{
    m_done = true;
    m_watchdog.join();
}

void Monkey::note(const QString &what)
{
    m_last << what;
    if (m_last.size() > 30)
        m_last.removeFirst();
}

/// Nothing is ever sent but to the sandbox: the one button that allows more is left alone.
bool Monkey::isOnLiveButton() const
{
    const QWidget *const focused = QApplication::focusWidget();
    return focused && focused->property("live").toBool();
}

QWidget *Monkey::keyTarget() const
{
    if (QWidget *const popup = QApplication::activePopupWidget())
        return popup;
    QWidget *const focused = QApplication::focusWidget();
    return focused ? focused : &m_fixture.window();
}

void Monkey::act()
{
    m_acting = true;
    ++m_actions;
    switch (below(20)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5: click(); break;
    case 6:
    case 7:
    case 8: type(); break;
    case 9:
    case 10:
    case 11:
    case 12: pressOne(); break;
    case 13:
    case 14:
    case 15: pressShortcut(); break;
    case 16: paste(); break;
    case 17: drag(); break;
    case 18: dropField(); break;
    default:
        if (below(20) == 0)
            changeWindow();
        else
            click();
    }
    QCoreApplication::processEvents();
    closeModal();
    if (!m_fixture.window().isVisible())
        m_fixture.window().show();
    m_acting = false;
}

void Monkey::click()
{
    QWidget *const root = QApplication::activePopupWidget() ? QApplication::activePopupWidget()
                                                            : static_cast<QWidget *>(&m_fixture.window());
    QWidget *target = nullptr;
    if (below(2) == 0) {
        target = root->childAt(below(std::max(1, root->width())), below(std::max(1, root->height())));
    } else {
        QList<QWidget *> candidates;
        for (QWidget *const widget : root->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus)
                candidates << widget;
        }
        if (!candidates.isEmpty())
            target = oneOf(candidates);
    }
    if (!target)
        target = root;
    if (auto *const area = qobject_cast<QAbstractScrollArea *>(target))
        target = area->viewport();
    if (target->property("live").toBool() || target->width() < 1 || target->height() < 1)
        return;
    const QPoint at(below(target->width()), below(target->height()));
    const int kind = below(12);
    note(QStringLiteral("click %1 %2#%3 %4,%5")
             .arg(kind)
             .arg(QLatin1String(target->metaObject()->className()), target->objectName())
             .arg(at.x())
             .arg(at.y()));
    if (kind == 0)
        QTest::mouseDClick(target, Qt::LeftButton, {}, at);
    else if (kind == 1)
        openContextMenu(*target, at);
    else if (kind == 2)
        QTest::mouseClick(target, Qt::LeftButton, Qt::ShiftModifier, at);
    else
        QTest::mouseClick(target, Qt::LeftButton, {}, at);
}

void Monkey::openContextMenu(QWidget &target, QPoint at)
{
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, target.mapToGlobal(at));
    QCoreApplication::sendEvent(&target, &event);
}

void Monkey::type()
{
    const QString text = QString::fromUtf8(typed[below(static_cast<int>(std::size(typed)))]);
    note(QStringLiteral("type ") + text);
    for (const QChar letter : text) {
        if (letter == QLatin1Char(' ') && isOnLiveButton())
            return;
        QWidget *const target = keyTarget();
        // Not QTest::keyClicks(): it has no keys for letters beyond Latin 1.
        QTest::sendKeyEvent(QTest::Click, target,
                            letter.unicode() < 128 ? QTest::asciiToKey(letter.toLatin1()) : Qt::Key_unknown,
                            QString(letter), Qt::NoModifier);
    }
}

void Monkey::pressOne()
{
    const Qt::Key key = singleKeys[below(static_cast<int>(std::size(singleKeys)))];
    note(QStringLiteral("key ") + QKeySequence(key).toString());
    if (isOnLiveButton() && (key == Qt::Key_Return || key == Qt::Key_Space))
        return;
    QTest::keyClick(keyTarget(), key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
}

void Monkey::pressShortcut()
{
    const char *const keys = shortcuts[below(static_cast<int>(std::size(shortcuts)))];
    note(QLatin1String(keys));
    if (!isOnLiveButton())
        QTest::keySequence(keyTarget(), QKeySequence(QLatin1String(keys)));
}

void Monkey::paste()
{
    const int which = below(8);
    note(QStringLiteral("paste %1").arg(which));
    auto *const data = new QMimeData;
    if (which < 7)
        data->setText(QString::fromUtf8(pasted(which)));
    else
        data->setData(QStringLiteral("application/octet-stream"), longText());
    QApplication::clipboard()->setMimeData(data);
    QTest::keySequence(keyTarget(), QKeySequence(QKeySequence::Paste));
}

/// Press, move, release. Offscreen a drag ends where it begins: what is dropped comes by dropRow() and
/// dropField().
void Monkey::drag()
{
    QList<QWidget *> candidates;
    for (auto *const area : m_fixture.window().findChildren<QAbstractScrollArea *>()) {
        if (area->isVisible())
            candidates << area->viewport();
    }
    if (candidates.isEmpty() || QApplication::activePopupWidget())
        return;
    QWidget *const from = oneOf(candidates);
    if (from->width() < 1 || from->height() < 1)
        return;
    const QPoint begin(below(from->width()), below(from->height()));
    const QPoint end = begin + QPoint(below(81) - 40, below(161) - 80);
    note(QStringLiteral("drag in %1 %2,%3 to %4,%5")
             .arg(QLatin1String(from->parentWidget()->metaObject()->className()))
             .arg(begin.x())
             .arg(begin.y())
             .arg(end.x())
             .arg(end.y()));
    const QPointer<QWidget> alive(from);
    QTest::mousePress(from, Qt::LeftButton, {}, begin);
    for (const QPoint at : {begin + (end - begin) / 2, end}) {
        if (!alive)
            return;
        QMouseEvent move(QEvent::MouseMove, at, from->mapToGlobal(QPointF(at)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(from, &move);
    }
    if (alive)
        QTest::mouseRelease(from, Qt::LeftButton, {}, end);
}

void Monkey::dropField()
{
    const QList<CodeEditor *> editors
        = m_fixture.window().findChildren<CodeEditor *>(QStringLiteral("bodyEditor"));
    if (editors.isEmpty() || !editors.first()->isVisible())
        return;
    QWidget *const target = editors.first()->viewport();
    const QPoint at(below(target->width()), below(target->height()));
    note(QStringLiteral("drop a field at %1,%2").arg(at.x()).arg(at.y()));
    QMimeData data;
    if (below(3) == 0)
        data.setText(QStringLiteral("dropped ğ text"));
    else
        data.setData(QLatin1String(CodeEditor::pathMimeType), "user.traits.first_name");
    QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent drop(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &drop);
}

/// As a view does with what was dragged inside it.
void Monkey::dropRow()
{
    QList<QAbstractItemView *> views;
    for (auto *const view : m_fixture.window().findChildren<QAbstractItemView *>()) {
        if (view->isVisible() && view->dragEnabled() && view->model() && view->model()->rowCount() > 0)
            views << view;
    }
    if (views.isEmpty())
        return;
    QAbstractItemModel &model = *oneOf(views)->model();
    const int from = below(model.rowCount());
    const int to = below(model.rowCount() + 1);
    note(QStringLiteral("drop row %1 at %2 of %3")
             .arg(from)
             .arg(to)
             .arg(QLatin1String(model.metaObject()->className())));
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(from, 0)}));
    if (data && model.canDropMimeData(data.get(), Qt::MoveAction, to, 0, {}))
        model.dropMimeData(data.get(), Qt::MoveAction, to, 0, {});
}

void Monkey::changeWindow()
{
    note(QStringLiteral("change the window"));
    if (below(2) == 0)
        theme().setScheme(below(2) == 0 ? Scheme::Dark : Scheme::Light);
    else
        m_fixture.window().resize(700 + below(1300), 500 + below(700));
}

/// Also from inside the loop of events that a dialog runs: it would wait for ever.
void Monkey::closeModal()
{
    if (QWidget *const modal = QApplication::activeModalWidget()) {
        complain(QStringLiteral("a modal dialog: ") + QLatin1String(modal->metaObject()->className())
                 + QLatin1Char(' ') + modal->windowTitle());
        modal->close();
    }
}

void Monkey::complain(const QString &what)
{
    if (m_complaint.isEmpty())
        m_complaint = what + QStringLiteral(" after\n  ") + m_last.join(QStringLiteral("\n  "));
}

void Monkey::watch()
{
    quint64 seen = 0;
    const auto work = [this] {
        timespec now{};
        clock_gettime(m_cpuClock, &now);
        return now.tv_sec;
    };
    auto workBegan = work();
    auto began = std::chrono::steady_clock::now();
    while (!m_done) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        if (!m_acting || m_actions != seen) {
            seen = m_actions;
            workBegan = work();
            began = std::chrono::steady_clock::now();
            continue;
        }
        const bool stuck = std::chrono::steady_clock::now() - began > std::chrono::seconds(stuckSeconds);
        if (stuck || work() - workBegan > hangSeconds) {
            std::fprintf(stderr, "Action %llu hangs: %s\n", static_cast<unsigned long long>(seen),
                         qPrintable(m_last.join(QStringLiteral("\n  "))));
            std::abort();
        }
    }
}
