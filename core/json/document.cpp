// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/document.h"

#include "json/pointer.h"

namespace designer::json {

struct Document::Data
{
    Data(std::string source, const ParseOptions &options)
        : text(std::move(source)), valid(index.parse(text, options))
    { }
    std::string text;
    Index index;
    bool valid;
};

namespace {

const ParseError noError;
const std::string noText;
const Index noIndex;

} // namespace

Document::Document(std::string text, const ParseOptions &options)
    : m_data(std::make_shared<const Data>(std::move(text), options))
{ }

bool Document::isValid() const
{
    return m_data && m_data->valid;
}

const ParseError &Document::error() const
{
    return m_data ? m_data->index.error() : noError;
}

const std::string &Document::text() const
{
    return m_data ? m_data->text : noText;
}

const Index &Document::index() const
{
    return m_data ? m_data->index : noIndex;
}

Value Document::root() const
{
    return isValid() ? Value(&m_data->index, 0) : Value();
}

Value Document::at(std::string_view pointer) const
{
    return resolve(root(), pointer);
}

Value Document::valueAt(std::size_t offset) const
{
    Value here = root();
    if (!here || offset < here.begin() || offset >= here.end())
        return {};
    const auto holds = [&](const Value &v) { return v.begin() <= offset && offset < v.end(); };
    while (true) {
        Value inner;
        for (const Value &element : here.elements()) {
            if (holds(element))
                inner = element;
        }
        for (const Member &member : here.members()) {
            if (holds(member.value))
                inner = member.value;
        }
        if (!inner)
            return here;
        here = inner;
    }
}

Position Document::positionAt(std::size_t offset) const
{
    return json::positionAt(text(), offset);
}

} // namespace designer::json
