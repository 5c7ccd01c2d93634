// SPDX-License-Identifier: GPL-3.0-or-later
#include "starterror.h"

#include "keychain/keychain.h"
#include "ui/common/language.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "workspace/example.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <string_view>

namespace designer {

namespace {

Result<workspace::Folder> standardExample()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return workspace::exampleWorkspace(data + QLatin1Char('/')
                                       + QCoreApplication::translate("Main", "Example workspace"));
}

/// The folder that is asked for; the example's where none is.
Result<workspace::Folder> chosenWorkspace(const QCommandLineParser &parser)
{
    const QStringList folders = parser.positionalArguments();
    if (!folders.isEmpty())
        return parser.isSet(QStringLiteral("example")) ? workspace::exampleWorkspace(folders.first())
                                                       : workspace::Folder::open(folders.first());
    return standardExample();
}

/// What people say to open instead of what could not be; Cancelled: nothing.
Result<workspace::Folder> otherWorkspace(const Error &error)
{
    switch (tellStartError(error)) {
    case StartChoice::MakeHere: return workspace::Folder::create(error.file);
    case StartChoice::OpenExample: return standardExample();
    case StartChoice::OpenAnother: {
        const QString path = QFileDialog::getExistingDirectory(
            nullptr, QCoreApplication::translate("Main", "Open a workspace"), QFileInfo(error.file).path());
        return path.isEmpty() ? Result<workspace::Folder>(error) : workspace::Folder::open(path);
    }
    case StartChoice::Close: break;
    }
    return Error{ErrorCode::Cancelled, {}, {}, {}, {}};
}

ui::MainWindow::Services services()
{
    ui::MainWindow::Services out;
    out.now = [] { return std::chrono::system_clock::now(); };
    out.version = DESIGNER_VERSION;
    out.prompter = std::make_unique<ui::DesktopPrompter>();
    out.keychain = keychain::makeKeychainStore();
    return out;
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("connection-designer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DESIGNER_VERSION));
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QCoreApplication::translate(
        "Main", "Design the connections that send Hardal events to Insider, and test them in a sandbox."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {QStringLiteral("example"),
         QCoreApplication::translate("Main", "Fill the folder with an example where it is new.")});
    parser.addPositionalArgument(QStringLiteral("workspace"),
                                 QCoreApplication::translate("Main", "The folder to open."),
                                 QStringLiteral("[workspace]"));
}

/// Whether words are asked for, and no window: they need no display.
bool asksForWords(int argc, char **argv)
{
    constexpr std::array<std::string_view, 5> words{"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc, [&](const char *argument) {
        return std::find(words.begin(), words.end(), argument) != words.end();
    });
}

} // namespace

/// The program, in the namespace of its parts.
int run(QApplication &application)
{
    nameProgram();
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Connection Designer"));
    QGuiApplication::setDesktopFileName(QStringLiteral("connection-designer"));

    ui::installTranslation(application);

    QCommandLineParser parser;
    describe(parser);
    parser.process(application);

    ui::theme().setScheme(
        static_cast<ui::Scheme>(std::clamp(QSettings().value(QStringLiteral("scheme")).toInt(), 0, 2)));
    ui::theme().apply(application);
    Result<workspace::Folder> folder = chosenWorkspace(parser);
    while (!folder && folder.error().code != ErrorCode::Cancelled)
        folder = otherWorkspace(Error(folder.error()));
    if (!folder)
        return 3;
    ui::MainWindow window(services());
    window.openWorkspace(*folder);
    window.show();
    return QApplication::exec();
}

int sayWords(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    nameProgram();
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    return 0;
}

} // namespace designer

int main(int argc, char *argv[])
{
    if (designer::asksForWords(argc, argv))
        return designer::sayWords(argc, argv);
    QApplication application(argc, argv);
    return designer::run(application);
}
