// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs: until it shows a connection, after a key in a large body, with many
// connections; in milliseconds of wall time, and its memory. Wants no screen: QT_QPA_PLATFORM=offscreen.
//
//   bench_window                 all of it, in this process
//   bench_window --start FOLDER  opens the example in FOLDER as the program does, and prints the time of
//                                day, in seconds, when its first picture stood and when its payload did
#include "connection/gallery.h"
#include "keychain/keychain.h"
#include "ui/body/bodypage.h"
#include "ui/conditions/conditionspage.h"
#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "workspace/example.h"
#include "workspace/file.h"

#include <QAbstractEventDispatcher>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QWindow>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace designer;
using namespace designer::ui;

namespace {

constexpr int keys = 20;

double since(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

std::unique_ptr<MainWindow> shownWindow(const workspace::Folder &folder)
{
    MainWindow::Services services;
    services.now = [] { return std::chrono::system_clock::now(); };
    services.version = "bench";
    services.keychain = keychain::makeKeychainStore();
    services.prompter = std::make_unique<DesktopPrompter>();
    auto window = std::make_unique<MainWindow>(std::move(services));
    window->openWorkspace(folder);
    window->show();
    return window;
}

void waitUntilFresh(MainWindow &window)
{
    while (!window.live().isFresh())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// How long one turn of the loop holds the window's thread. Leaves the processor to others where there is
/// nothing to do.
double turnOfLoop()
{
    constexpr std::chrono::microseconds pause{100};
    QElapsedTimer turn;
    turn.start();
    const bool hadWork = QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
    const double held = since(turn);
    if (!hadWork)
        std::this_thread::sleep_for(pause);
    return held;
}

/// The longest that the window's thread is held until all that is shown is right.
double heldUntilFresh(MainWindow &window)
{
    double longest = 0;
    while (!window.live().isFresh())
        longest = std::max(longest, turnOfLoop());
    return longest;
}

void measureStart(const workspace::Folder &folder)
{
    QElapsedTimer timer;
    timer.start();
    const auto window = shownWindow(folder);
    window->repaint();
    std::printf("%-58s %8.1f ms\n", "window with content, inside a running process", since(timer));
    waitUntilFresh(*window);
    std::printf("%-58s %8.1f ms\n", "  and its payload rendered", since(timer));
    std::printf("%-58s %8.0f MB\n", "memory with the example workspace", residentMegabytes());
}

double timeOfDay()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// The start of a whole process: whoever started it knows when.
int printStart(const QString &path)
{
    const auto folder = workspace::exampleWorkspace(path);
    if (!folder)
        return 1;
    const auto window = shownWindow(*folder);
    while (!window->isVisible() || !window->windowHandle() || !window->windowHandle()->isExposed())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    window->repaint();
    const double shown = timeOfDay();
    waitUntilFresh(*window);
    std::printf("%.6f %.6f\n", shown, timeOfDay());
    return 0;
}

/// A body of about a megabyte and an event of about 100 KB.
void fillLarge(MainWindow &window)
{
    std::string body = "{\n";
    for (int i = 0; body.size() < 1'000'000; ++i)
        body
            += "  \"name" + std::to_string(i) + "\": \"##properties.p" + std::to_string(i % 3000) + "##\",\n";
    body += "  \"last\": 0\n}";
    std::string event = R"({"event_name":"purchase","properties":{)";
    for (int i = 0; event.size() < 100'000; ++i)
        event += "\"p" + std::to_string(i) + "\":\"value " + std::to_string(i) + "\",";
    event += R"("z":1}})";
    window.live().document()->replaceBody(QStringLiteral("fill"), body);
    window.live().setSample(std::make_shared<const event::Event>(event::Event::parse(event).value()),
                            QStringLiteral("large"));
    waitUntilFresh(window);
}

void measureKeys(const workspace::Folder &folder)
{
    const auto window = shownWindow(folder);
    waitUntilFresh(*window);
    fillLarge(*window);
    CodeEditor &editor = window->findChild<BodyPage *>()->editor();
    editor.setFocus();
    editor.setCaret(editor.lineEnd(10) - 2);
    std::vector<double> held;
    std::vector<double> right;
    for (int i = 0; i < keys; ++i) {
        QElapsedTimer timer;
        timer.start();
        QKeyEvent key(QEvent::KeyPress, Qt::Key_X, Qt::NoModifier, QStringLiteral("x"));
        QApplication::sendEvent(&editor, &key);
        const double byKey = since(timer);
        held.push_back(std::max(byKey, heldUntilFresh(*window)));
        right.push_back(since(timer));
    }
    std::sort(held.begin(), held.end());
    std::sort(right.begin(), right.end());
    std::printf("%-58s %8.1f ms (worst %.1f)\n", "a key in 1 MB with an event of 100 KB: window held for",
                held[keys / 2], held.back());
    std::printf("%-58s %8.1f ms (worst %.1f)\n", "  until the panel is right", right[keys / 2], right.back());
}

/// The longest that the window is held by \a act and all that follows from it, until the panel is right.
template <typename Act>
double heldBy(MainWindow &window, Act act)
{
    QElapsedTimer turn;
    turn.start();
    act();
    double longest = since(turn);
    for (int after = 0; after < 10; after += window.live().isFresh() ? 1 : 0)
        longest = std::max(longest, turnOfLoop());
    return longest;
}

std::string manyConditions(int count)
{
    std::string rules;
    for (int i = 0; i < count; ++i)
        rules += std::string(i ? "," : "") + R"({"type":"property","field":"properties.a)" + std::to_string(i)
            + R"(","operator":"equals","value":"x"})";
    return R"({"endpoint_label":"Many","endpoint_id":"many","endpoint_url":"https://example.com/",)"
           R"("request_format":{"a":"##event_name##"},"headers":{},"x_designer":{"conditions":)"
           R"({"match":"any","rules":[)"
        + rules + "]}}}";
}

void measureConditions(const QString &path)
{
    const workspace::Folder folder = workspace::exampleWorkspace(path).value();
    if (!folder.save(workspace::FileKind::Connection, QStringLiteral("many"), manyConditions(500),
                     std::nullopt))
        return;
    const auto window = shownWindow(folder);
    waitUntilFresh(*window);
    const int row = window->session()->rowOf(QStringLiteral("many"));
    auto *const list = window->findChild<QListView *>(QStringLiteral("destinationsList"));
    const auto choose = [&](int chosen) { list->setCurrentIndex(list->model()->index(chosen, 0)); };
    std::printf("%-58s %8.1f ms\n", "500 conditions: chosen, window held for",
                heldBy(*window, [&] { choose(row); }));
    std::printf("%-58s %8.1f ms\n", "  their page opened", heldBy(*window, [&] {
                    for (QAction *const action : window->findChildren<QAction *>()) {
                        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_4))
                            action->trigger();
                    }
                }));
    auto *const page = window->findChild<ConditionsPage *>();
    page->reveal(QStringLiteral("/x_designer/conditions/rules/249/value"));
    QWidget *const value = QApplication::focusWidget();
    std::vector<double> held;
    for (int i = 0; i < keys; ++i) {
        held.push_back(heldBy(*window, [&] {
            QKeyEvent key(QEvent::KeyPress, Qt::Key_X, Qt::NoModifier, QStringLiteral("x"));
            QApplication::sendEvent(value, &key);
        }));
    }
    std::sort(held.begin(), held.end());
    std::printf("%-58s %8.1f ms (worst %.1f)\n", "  a key in a value", held[keys / 2], held.back());
    std::printf("%-58s %8.1f ms\n", "  another destination, and back", heldBy(*window, [&] {
                    choose(0);
                    QApplication::processEvents();
                    choose(row);
                }));
}

void measureMany(const QString &path)
{
    const workspace::Folder folder = workspace::Folder::create(path).value();
    const std::string bytes = connection::galleryTemplate(QStringLiteral("insider-purchase"))->bytes;
    for (int i = 0; i < 1000; ++i) {
        const QString name = QStringLiteral("connection-%1").arg(i);
        if (!folder.save(workspace::FileKind::Connection, name, bytes, std::nullopt))
            return;
    }
    QElapsedTimer timer;
    timer.start();
    const auto window = shownWindow(folder);
    window->repaint();
    std::printf("%-58s %8.1f ms\n", "1,000 connections: open and listed", since(timer));
    auto *const search = window->findChild<QLineEdit *>(QStringLiteral("searchField"));
    timer.restart();
    search->setText(QStringLiteral("purchase"));
    window->repaint();
    std::printf("%-58s %8.1f ms\n", "  searched", since(timer));
    waitUntilFresh(*window);
    std::printf("%-58s %8.1f ms\n", "  Ctrl+K, window held for", heldBy(*window, [&] {
                    for (QAction *const action : window->findChildren<QAction *>()) {
                        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_K))
                            action->trigger();
                    }
                }));
    std::vector<double> held;
    for (const QChar letter : QStringLiteral("insider purchase 42")) {
        held.push_back(heldBy(*window, [&] {
            QKeyEvent key(QEvent::KeyPress, letter.unicode(), Qt::NoModifier, letter);
            QApplication::sendEvent(QApplication::focusWidget(), &key);
        }));
    }
    std::sort(held.begin(), held.end());
    std::printf("%-58s %8.1f ms (worst %.1f)\n", "  a key there", held[held.size() / 2], held.back());
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    theme().apply(application);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--start"))
        return printStart(arguments[2]);
    const QTemporaryDir dir;
    const auto folder = workspace::exampleWorkspace(dir.filePath(QStringLiteral("example")));
    if (!folder)
        return 1;
    measureStart(*folder);
    measureKeys(*folder);
    measureConditions(dir.filePath(QStringLiteral("conditions")));
    measureMany(dir.filePath(QStringLiteral("many")));
    return 0;
}
