// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/shapes.h"

#include "event/words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace designer::event {

namespace {

using Slot = Canonical::Slot;

/// The members of \a object, of those with one name the last alone.
std::vector<std::pair<std::string, json::Value>> countingMembers(const json::Value &object)
{
    std::unordered_map<std::string, json::Value> last;
    for (const json::Member &member : object.members())
        last.insert_or_assign(member.nameText(), member.value);
    std::vector<std::pair<std::string, json::Value>> out;
    for (const json::Member &member : object.members()) {
        std::string name = member.nameText();
        if (last.at(name) == member.value)
            out.emplace_back(std::move(name), member.value);
    }
    return out;
}

struct PageField
{
    std::string_view source;
    std::string_view field;
};

constexpr std::array pageFields{PageField{"url", "url"},           PageField{"title", "title"},
                                PageField{"page_title", "title"},  PageField{"referrer", "referrer"},
                                PageField{"hostname", "hostname"}, PageField{"url_path", "path"}};

/// The attributes of a customer that `user` holds: those that Hardal's variables name, and the
/// further ones of the same kind that Insider knows.
constexpr std::array<std::string_view, 14> userAttributes{
    "email",  "phone",    "name", "surname",     "country",   "language",       "city",
    "gender", "birthday", "age",  "email_optin", "sms_optin", "whatsapp_optin", "gdpr_optin"};

bool isUserAttribute(std::string_view name)
{
    return std::find(userAttributes.begin(), userAttributes.end(), name) != userAttributes.end();
}

/// Puts one field of an envelope or record where the canonical event has it. False: nowhere.
class Placer
{
public:
    Placer(Canonical &out, const json::Value &source) : m_out(out), m_source(source) { }

    bool place(const std::string &name, const json::Value &value)
    {
        return slot(name, value) || pageField(name, value) || object(name, value);
    }

    void placeAll(const NameFilter &wanted)
    {
        for (const auto &[name, value] : countingMembers(m_source)) {
            if (wanted(name) && !place(name, value))
                m_out.addHomeless(name, value.raw());
        }
    }

private:
    /// What has been set already (from the data, say) is not overwritten.
    bool slot(const std::string &name, const json::Value &value)
    {
        if (name == "created_at" || (name == "timestamp" && !m_source.find("created_at"))) {
            if (m_out.has(Slot::CreatedAt))
                return false;
            m_out.setTime(value, name);
            return true;
        }
        if (name == "device_type"
            || (name == "device" && !m_source.find("device_type") && value.isString())) {
            m_out.setDevice(value, name);
            return true;
        }
        if (name != "user_id" && name != "session_id")
            return false;
        const Slot which = name == "user_id" ? Slot::UserId : Slot::SessionId;
        if (m_out.has(which))
            return false;
        m_out.set(which, value.raw());
        return true;
    }

    bool pageField(const std::string &name, const json::Value &value)
    {
        for (const PageField &known : pageFields) {
            if (known.source == name) {
                m_out.addPageField(known.field, value.raw(), name);
                return true;
            }
        }
        return false;
    }

    bool object(const std::string &name, const json::Value &value)
    {
        if (!value.isObject() || (name != "page" && name != "user"))
            return false;
        name == "page" ? m_out.addPage(value) : m_out.addUser(value);
        return true;
    }

    Canonical &m_out;
    const json::Value m_source;
};

/// What identifies and describes the visitor.
void addIdentity(Canonical &out, const json::Value &data)
{
    const std::string_view idName = data.find("user_id") ? "user_id" : "userId";
    if (const json::Value id = data.find(idName)) {
        out.set(Slot::UserId, id.raw());
        if (idName == "userId")
            out.tellInferred(Words::tr("userId became user_id."));
    }
    out.addUser(data, isUserAttribute);
    out.addProperties(data, [&](std::string_view name) { return name != idName && !isUserAttribute(name); });
    out.tellInferred(Words::tr("What describes the customer went under user, the rest under properties."));
}

/// `properties` inside `properties`, or inside the object of a call: the SDK spreads its second
/// argument, and the documentation's examples wrap theirs.
bool unwrapProperties(Canonical &out, const json::Value &object)
{
    const json::Value inner = object.find("properties");
    if (!inner.isObject())
        return false;
    out.addProperties(inner);
    out.tellInferred(
        Words::tr("The fields were wrapped in properties once too often: one level was taken off."));
    return true;
}

void setPushName(Canonical &out, const json::Value &payload, const json::Value &root)
{
    const json::Value name = payload.find("name");
    const json::Value copy = root.find("event_name");
    if (!name && !copy)
        return;
    out.set(Slot::EventName, name ? name.raw() : copy.raw());
    out.tell(name ? Words::tr("name became event_name.")
                  : Words::tr("event_name stood beside the payload: it was taken."));
}

void addPushData(Canonical &out, const json::Value &data, bool identify)
{
    if (identify) {
        addIdentity(out, data);
        return;
    }
    out.addProperties(data);
    out.tellInferred(Words::tr("data became properties."));
}

/// What stands beside the payload. Its kind says nothing more once the shape is known, and the SDK
/// puts a copy of the name there.
void addBesidePayload(Canonical &out, const json::Value &root)
{
    for (const auto &[name, value] : countingMembers(root)) {
        const bool isKind = name == "type" && (value.text() == "event" || value.text() == "identify");
        const bool isCopy = name == "event_name" && value.raw() == out.text(Slot::EventName);
        if (name != "payload" && !isKind && !isCopy)
            out.addHomeless(name, value.raw());
    }
}

} // namespace

Canonical fromSdkEvent(const json::Value &root)
{
    Canonical out;
    const json::Value properties = root.find("properties");
    const std::string_view nameKey = root.find("event_name") ? "event_name" : "event";
    out.set(Slot::EventName, root.find(nameKey).raw());
    if (nameKey == "event")
        out.tell(Words::tr("event became event_name."));
    Placer(out, root).placeAll(allBut({nameKey, "properties"}));
    std::vector<std::string_view> moved;
    if (const json::Value page = properties.find("page"); page.isObject()) {
        out.addPage(page);
        out.tell(Words::tr("properties.page became page."));
        moved.emplace_back("page");
    }
    if (const json::Value device = properties.find("device_type"); device && !out.has(Slot::DeviceType)) {
        out.tell(Words::tr("properties.device_type became device_type."));
        out.setDevice(device, "device_type");
        moved.emplace_back("device_type");
    }
    if (const json::Value time = properties.find("timestamp"); time && !out.has(Slot::CreatedAt)) {
        out.tellInferred(Words::tr("There was no created_at: properties.timestamp was taken."));
        out.setTime(time, "timestamp");
    }
    if (unwrapProperties(out, properties))
        moved.emplace_back("properties");
    out.addProperties(properties, allBut(moved));
    return out;
}

Canonical fromPushEnvelope(const json::Value &root)
{
    Canonical out;
    const bool nested = root.find("payload").isObject();
    const json::Value payload = nested ? root.find("payload") : root;
    const bool identify = root.find("type").text() == "identify";
    setPushName(out, payload, root);
    const json::Value data = payload.find("data");
    if (data.isObject())
        addPushData(out, data, identify);
    Placer(out, payload).placeAll([&](std::string_view name) {
        return name != "name" && !(name == "data" && data.isObject()) && (nested || name != "type");
    });
    if (nested)
        addBesidePayload(out, root);
    return out;
}

Canonical fromEventsApiRecord(const json::Value &root)
{
    Canonical out;
    out.set(Slot::EventName, root.find("event_name").raw());
    for (const std::string_view name : {"properties", "event_data", "data"}) {
        if (const json::Value data = root.find(name); data.isObject()) {
            out.addProperties(data);
            out.tellInferred(Words::tr("%1 became properties.").arg(json::toQString(name)));
        }
    }
    Placer(out, root).placeAll([&](std::string_view name) {
        const bool isData = name == "properties" || name == "event_data" || name == "data";
        return name != "event_name" && !(isData && root.find(name).isObject());
    });
    return out;
}

Canonical fromTrackCall(TrackCall::Kind kind, std::string_view name, const json::Value &object)
{
    Canonical out;
    switch (kind) {
    case TrackCall::Kind::Track: {
        out.set(Slot::EventName, name);
        const bool unwrapped = unwrapProperties(out, object);
        out.addProperties(object, unwrapped ? allBut({"properties"}) : NameFilter(anyName));
        out.tell(Words::tr("The call’s name became event_name, its fields properties."));
        break;
    }
    case TrackCall::Kind::Distinct:
        out.set(Slot::EventName, "\"identify\"");
        addIdentity(out, object);
        break;
    case TrackCall::Kind::DataLayer: {
        if (const json::Value event = object.find("event")) {
            out.set(Slot::EventName, event.raw());
            out.tellInferred(Words::tr("event became event_name, the other fields properties."));
        }
        const json::Value ecommerce = object.find("ecommerce");
        if (ecommerce.isObject()) {
            out.addProperties(ecommerce);
            out.tellInferred(Words::tr("What ecommerce holds went under properties."));
        }
        out.addProperties(object, [&](std::string_view key) {
            return key != "event" && !(key == "ecommerce" && ecommerce.isObject());
        });
        break;
    }
    }
    return out;
}

} // namespace designer::event
