// SPDX-License-Identifier: GPL-3.0-or-later
// What one key costs the window in long texts: from the key press until it is painted, in
// milliseconds of this process's own time. Wants no screen: QT_QPA_PLATFORM=offscreen.
#include "ui/editor/codeeditor.h"

#include <QApplication>
#include <QFontDatabase>
#include <QKeyEvent>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace designer::ui;

namespace {

constexpr int keys = 20;

double now()
{
    timespec time = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

std::string text(std::size_t size, const char *lineEnd)
{
    std::string out = "[";
    while (out.size() < size) {
        out += lineEnd;
        out += R"({"name": "##user.id##", "value": 123.5, "list": [true, null]},)";
    }
    return out + "0]";
}

double press(CodeEditor &editor, int key, const QString &typed)
{
    const double begin = now();
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, typed);
    QApplication::sendEvent(&editor, &event);
    QApplication::processEvents();
    editor.viewport()->repaint();
    return now() - begin;
}

double median(CodeEditor &editor, int key, const QString &typed)
{
    std::vector<double> times;
    for (int i = 0; i < keys; ++i)
        times.push_back(press(editor, key, typed));
    std::nth_element(times.begin(), times.begin() + keys / 2, times.end());
    return times[keys / 2];
}

void measure(const char *name, const std::string &bytes)
{
    CodeEditor editor;
    editor.setCodeFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    editor.setPlaceholdersShown(true);
    editor.resize(800, 600);
    editor.show();
    QApplication::processEvents();
    const double begin = now();
    editor.setBytes(bytes);
    QApplication::processEvents();
    editor.viewport()->repaint();
    const double opened = now() - begin;
    editor.setCaret(bytes.size() / 2);
    QApplication::processEvents();
    const double typed = median(editor, Qt::Key_A, QStringLiteral("a"));
    const double moved = median(editor, Qt::Key_Right, {});
    std::printf("%-24s open %8.2f ms   key %8.2f ms   caret %8.2f ms\n", name, opened, typed, moved);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    measure("1 MB", text(1'000'000, "\n"));
    measure("5 MB", text(5'000'000, "\n"));
    measure("5 MB in one line", text(5'000'000, ""));
    return 0;
}
