// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sentence.h"

#include <QCoreApplication>

namespace designer::ui {

QString withCapital(QString words)
{
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper();
    return words;
}

QString asSentence(const QString &words)
{
    const QString out = withCapital(words);
    return out.isEmpty() || out.endsWith(QLatin1Char('.')) ? out : out + QLatin1Char('.');
}

QString sentenceOf(const Error &error)
{
    return asSentence(error.sentence());
}

QString lineOf(const Error &error)
{
    if (!error.file.isEmpty())
        return error.line();
    if (!error.position)
        return sentenceOf(error);
    return QCoreApplication::translate("Sentence", "Line %1, column %2: %3")
        .arg(error.position->line)
        .arg(error.position->column)
        .arg(asSentence(error.sentence()));
}

} // namespace designer::ui
