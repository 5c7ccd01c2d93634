// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>

namespace designer::test {

namespace {

enum class Is { Object, Array, String, Scalar, Bare };

/// A JSON value that keeps the text of its scalars (a string with quotes and escapes). The names
/// of an object are tokens too.
struct Node
{
    Is kind = Is::Scalar;
    std::string token;
    std::vector<std::string> names;
    std::vector<Node> children;
};

class Reader
{
public:
    explicit Reader(std::string text) : m_text(std::move(text)) { }

    Node read()
    {
        skip();
        if (next() == '{')
            return object();
        if (next() == '[')
            return array();
        if (next() == '"')
            return {Is::String, string(), {}, {}};
        const Is kind = next() == '#' ? Is::Bare : Is::Scalar;
        const std::size_t begin = m_at;
        m_at = std::min(m_text.find_first_of(" \t\r\n,]}", m_at), m_text.size());
        return {kind, m_text.substr(begin, m_at - begin), {}, {}};
    }

private:
    char next() const { return m_text[m_at]; }

    void skip()
    {
        if (m_at == 0 && m_text.rfind("\xEF\xBB\xBF", 0) == 0)
            m_at = 3;
        while (m_at < m_text.size() && std::string(" \t\r\n").find(next()) != std::string::npos)
            ++m_at;
    }

    std::string string()
    {
        const std::size_t begin = m_at++;
        while (next() != '"')
            m_at += next() == '\\' ? 2 : 1;
        ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

    /// Goes past a comma; true where the bracket closes instead.
    bool closes(char bracket)
    {
        skip();
        if (next() == ',') {
            ++m_at;
            skip();
        }
        if (next() != bracket)
            return false;
        ++m_at;
        return true;
    }

    Node object()
    {
        Node out{Is::Object, {}, {}, {}};
        ++m_at;
        while (!closes('}')) {
            out.names.push_back(string());
            skip();
            ++m_at; // the colon
            out.children.push_back(read());
        }
        return out;
    }

    Node array()
    {
        Node out{Is::Array, {}, {}, {}};
        ++m_at;
        while (!closes(']'))
            out.children.push_back(read());
        return out;
    }

    std::string m_text;
    std::size_t m_at = 0;
};

/// Keeps a U+FEFF at the beginning, which QString would drop.
QString toQt(const std::string &utf8)
{
    return QString::fromStdString('x' + utf8).mid(1);
}

std::string inside(const std::string &token)
{
    return token.substr(1, token.size() - 2);
}

/// \a inner between the two characters of \a brackets.
std::string inBrackets(const std::string &brackets, const std::string &inner)
{
    return brackets.substr(0, 1) + inner + brackets.substr(1);
}

std::string compact(const Node &node)
{
    if (node.kind != Is::Object && node.kind != Is::Array)
        return node.token;
    std::string out;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        out += i > 0 ? "," : "";
        if (node.kind == Is::Object)
            out += node.names[i] + ':';
        out += compact(node.children[i]);
    }
    return inBrackets(node.kind == Is::Object ? "{}" : "[]", out);
}

/// What a string token says.
std::string said(const std::string &token)
{
    const QString raw = toQt(inside(token));
    QString out;
    for (int i = 0; i < raw.size(); ++i) {
        if (raw[i] != QLatin1Char('\\')) {
            out += raw[i];
            continue;
        }
        const QChar kind = raw[++i];
        const int simple = int(QStringLiteral("bfnrt").indexOf(kind));
        if (simple >= 0) {
            out += QStringLiteral("\b\f\n\r\t")[simple];
        } else if (kind == QLatin1Char('u')) {
            out += QChar(raw.mid(i + 1, 4).toUShort(nullptr, 16));
            i += 4;
        } else {
            out += kind;
        }
    }
    return out.toStdString();
}

struct Piece
{
    bool isPlaceholder = false;
    std::string text; ///< a placeholder's path, or literal text
};

std::vector<Piece> piecesOf(const std::string &text)
{
    static const QRegularExpression placeholder(
        QStringLiteral("##([\\p{L}\\p{M}0-9_$-]+(?:\\.[\\p{L}\\p{M}0-9_$-]+)*)##"));
    const QString whole = toQt(text);
    std::vector<Piece> out;
    qsizetype at = 0;
    for (auto matches = placeholder.globalMatch(whole); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedStart() > at)
            out.push_back({false, whole.mid(at, match.capturedStart() - at).toStdString()});
        out.push_back({true, match.captured(1).toStdString()});
        at = match.capturedEnd();
    }
    if (at < whole.size())
        out.push_back({false, whole.mid(at).toStdString()});
    return out;
}

const Node *member(const Node *object, const std::string &name)
{
    const Node *found = nullptr;
    for (std::size_t i = 0; object && object->kind == Is::Object && i < object->names.size(); ++i) {
        if (said(object->names[i]) == name)
            found = &object->children[i]; // the last wins
    }
    return found;
}

const Node *child(const Node *node, const std::string &name)
{
    if (node->kind != Is::Array)
        return member(node, name);
    for (std::size_t i = 0; i < node->children.size(); ++i) {
        if (std::to_string(i) == name)
            return &node->children[i];
    }
    return nullptr;
}

const Node *lookUp(const Node &event, const std::string &path)
{
    const QStringList names = QString::fromStdString(path).split(QLatin1Char('.'));
    const std::string first = names.front().toStdString();
    const Node *here = member(&event, first);
    if (!here)
        here = member(member(&event, "properties"), first);
    for (int i = 1; here && i < names.size(); ++i)
        here = child(here, names[i].toStdString());
    return here;
}

std::string escapedOnceMore(const std::string &json)
{
    std::string out;
    for (const char c : json)
        out += (c == '"' || c == '\\') ? std::string("\\") + c : std::string(1, c);
    return out;
}

std::string encoded(const std::string &text, const std::string &kind)
{
    QString out = toQt(text);
    if (kind == "xml") {
        out.replace(QStringLiteral("&"), QStringLiteral("&amp;"));
        out.replace(QStringLiteral("<"), QStringLiteral("&lt;"))
            .replace(QStringLiteral(">"), QStringLiteral("&gt;"));
        out.replace(QStringLiteral("\""), QStringLiteral("&quot;"));
        out.replace(QStringLiteral("'"), QStringLiteral("&apos;"));
    } else if (kind == "form") {
        return out.toUtf8().toPercentEncoding(" *-._", "~").replace(' ', '+').toStdString();
    }
    return out.toStdString();
}

class Reference
{
public:
    Reference(const Node &event, const ReferenceOptions &options) : m_event(event), m_options(options) { }

    [[nodiscard]] std::string value(const Node &node) const
    {
        switch (node.kind) {
        case Is::Object: return object(node);
        case Is::Array: return array(node);
        case Is::Bare: return whole(node.token.substr(2, node.token.size() - 4), true);
        case Is::String: return isLone(node) ? whole(lonePath(node), false) : string(node.token);
        case Is::Scalar: break;
        }
        return node.token;
    }

    /// Text that is no JSON.
    [[nodiscard]] std::string text(const std::string &source) const
    {
        std::string out;
        const bool marked = source.rfind("\xEF\xBB\xBF", 0) == 0;
        for (const Piece &piece : piecesOf(marked ? source.substr(3) : source)) {
            const Node *found = piece.isPlaceholder ? lookUp(m_event, piece.text) : nullptr;
            if (!piece.isPlaceholder)
                out += piece.text;
            else if (!found)
                out += missingInText(piece.text);
            else
                out += encoded(found->kind == Is::String ? said(found->token) : compact(*found),
                               m_options.kind);
        }
        return out;
    }

private:
    static std::vector<Piece> pieces(const std::string &token) { return piecesOf(inside(token)); }
    static bool isLoneToken(const std::string &token)
    {
        const auto all = pieces(token);
        return all.size() == 1 && all[0].isPlaceholder;
    }
    static bool isLone(const Node &node)
    {
        return node.kind == Is::Bare || (node.kind == Is::String && isLoneToken(node.token));
    }
    static std::string lonePath(const Node &node)
    {
        const std::size_t marks = node.kind == Is::Bare ? 2 : 3;
        return node.token.substr(marks, node.token.size() - 2 * marks);
    }

    std::string object(const Node &node) const
    {
        std::string out;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const Node name{Is::String, node.names[i], {}, {}};
            if (isLeftOut(name) || isLeftOut(node.children[i]))
                continue;
            out += out.empty() ? "" : ",";
            out += string(node.names[i]) + ':' + value(node.children[i]);
        }
        return inBrackets("{}", out);
    }

    bool isLeftOut(const Node &node) const
    {
        return m_options.missing == "omit" && isLone(node) && !lookUp(m_event, lonePath(node));
    }

    std::string array(const Node &node) const
    {
        std::string out;
        for (std::size_t i = 0; i < node.children.size(); ++i)
            out += std::string(i > 0 ? "," : "") + value(node.children[i]);
        return inBrackets("[]", out);
    }

    std::string whole(const std::string &path, bool bare) const
    {
        const Node *found = lookUp(m_event, path);
        if (!found && m_options.missing == "keep")
            return "\"##" + path + "##\"";
        if (!found)
            return m_options.missing == "empty" ? "\"\"" : "null";
        if (bare || m_options.values == "typed" || found->kind == Is::String)
            return compact(*found);
        return inBrackets("\"\"", interpolated(*found));
    }

    static std::string interpolated(const Node &node)
    {
        if (node.kind == Is::String)
            return inside(node.token);
        return node.kind == Is::Scalar ? node.token : escapedOnceMore(compact(node));
    }

    std::string missingInText(const std::string &path) const
    {
        if (m_options.missing == "keep")
            return "##" + path + "##";
        return m_options.missing == "null" ? "null" : "";
    }

    std::string string(const std::string &token) const
    {
        std::string out;
        for (const Piece &piece : pieces(token)) {
            const Node *found = piece.isPlaceholder ? lookUp(m_event, piece.text) : nullptr;
            if (!piece.isPlaceholder)
                out += piece.text;
            else
                out += found ? interpolated(*found) : missingInText(piece.text);
        }
        return inBrackets("\"\"", out);
    }

    const Node &m_event;
    const ReferenceOptions &m_options;
};

std::vector<std::string> missingPaths(const std::string &source, const Node &event)
{
    std::vector<std::string> out;
    for (const Piece &piece : piecesOf(source)) {
        if (piece.isPlaceholder && !lookUp(event, piece.text)
            && std::find(out.begin(), out.end(), piece.text) == out.end())
            out.push_back(piece.text);
    }
    return out;
}

int depthOf(const std::string &json)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (inString && json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            inString = !inString;
        else if (!inString && (json[i] == '{' || json[i] == '['))
            deepest = std::max(deepest, ++depth);
        else if (!inString && (json[i] == '}' || json[i] == ']'))
            --depth;
    }
    return deepest;
}

} // namespace

ReferenceRendering referenceRendering(const std::string &text, const std::string &event,
                                      const ReferenceOptions &options)
{
    const Node root = Reader(event).read();
    ReferenceRendering out;
    out.missing = missingPaths(text, root);
    out.blocked = options.missing == "block" && !out.missing.empty();
    if (out.blocked)
        return out;
    const Reference reference(root, options);
    out.bytes = options.kind == "json" ? reference.value(Reader(text).read()) : reference.text(text);
    if (options.kind == "json" && depthOf(out.bytes) > 512)
        return {{}, out.missing, true};
    return out;
}

} // namespace designer::test
