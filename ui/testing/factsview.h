// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

#include <vector>

namespace designer::ui {

/// Names and values in two columns, to be read and copied: headers, the request's line.
class FactsView : public QTextBrowser
{
    Q_OBJECT
public:
    struct Fact
    {
        QString name;
        QString value;
        bool wrong = false; ///< something is said about it elsewhere
        bool operator==(const Fact &) const = default;
    };
    struct Section
    {
        QString title; ///< may be empty
        std::vector<Fact> facts;
        bool operator==(const Section &) const = default;
    };

    explicit FactsView(QWidget *parent = nullptr);
    /// As high as what it holds, for one who scrolls it together with others.
    void setWhole();
    void setSections(const std::vector<Section> &sections);

private:
    void render();

    std::vector<Section> m_sections;
};

} // namespace designer::ui
