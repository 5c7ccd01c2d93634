// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace designer::ui {

class Badge;
class CodeEditor;
class ElidedLabel;
class MessageLine;

/// One of the texts that Hardal's screens ask for, with the button that copies it.
class ExportPart : public QWidget
{
    Q_OBJECT
public:
    explicit ExportPart(QWidget *parent = nullptr);

    /// What stands in its head: its number, its name, and what to do with it; and the name of where in Hardal
    /// it belongs.
    void setHead(int number, const QString &title, const QString &hint, const QString &place);
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &place() const { return m_place; }
    /// Nothing of it is copied yet, then.
    void setText(const std::string &text);
    /// A value of the part that can be copied alone: a button of its own for each.
    struct Setting
    {
        QString name;
        std::string value;
    };
    void setSettings(const std::vector<Setting> &settings);
    /// Whether it is to be copied; what is shown stays as it is.
    void setReady(bool ready);
    /// Takes what height there is; else it is as high as its text.
    void setGrows(bool grows);
    /// Nothing of what it held stays.
    void clear();
    /// The next to be copied wears the filled button.
    void setNext(bool next);
    [[nodiscard]] bool isCopied() const { return m_isCopied; }
    void copy();

Q_SIGNALS:
    void copied();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void arrangeSettings();
    void fitEditor();
    void copySetting(QPushButton *button, const Setting &setting);

    Badge *m_number;
    QLabel *m_title;
    ElidedLabel *m_hint;
    MessageLine *m_done;
    QPushButton *m_copy;
    QWidget *m_settingsRow;
    QBoxLayout *m_settings; ///< of lines
    std::vector<QPushButton *> m_settingButtons;
    std::vector<int> m_settingLines; ///< of each button
    CodeEditor *m_editor;
    QString m_name;
    QString m_place;
    std::string m_text;
    bool m_isCopied = false;
    bool m_grows = false;
};

} // namespace designer::ui
