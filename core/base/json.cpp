// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <iterator>
#include <limits>
#include <unordered_map>

namespace tw {

namespace {

using Library = nlohmann::json;

/// Objects up to this size are searched member by member; larger ones through a table.
constexpr std::size_t kSmallObject = 16;

Json::Object withUniqueKeys(Json::Object members)
{
    Json::Object unique;
    unique.reserve(members.size());
    std::unordered_map<std::string, std::size_t> places;
    const bool small = members.size() <= kSmallObject;
    for (auto& [key, value] : members) {
        std::size_t place = unique.size();
        if (small) {
            const auto found = std::ranges::find(unique, key, &Json::Object::value_type::first);
            place = static_cast<std::size_t>(found - unique.begin());
        } else {
            place = places.try_emplace(key, place).first->second;
        }
        if (place < unique.size())
            unique[place].second = std::move(value);
        else
            unique.emplace_back(std::move(key), std::move(value));
    }
    return unique;
}

/// Builds values from the parser's events. Values complete at depth `emitDepth` go to emit(), the rest into
/// the container they belong to.
class Builder : public nlohmann::json_sax<Library> {
public:
    explicit Builder(std::size_t emitDepth) : m_emitDepth(emitDepth) {}

    bool null() override { return add(Json()); }
    bool boolean(bool value) override { return add(Json(value)); }
    bool number_integer(number_integer_t value) override { return add(Json(value)); }
    bool number_unsigned(number_unsigned_t value) override
    {
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
            return add(Json(static_cast<double>(value)));
        return add(Json(static_cast<std::int64_t>(value)));
    }
    bool number_float(number_float_t value, const string_t&) override { return add(Json(value)); }
    bool string(string_t& value) override { return add(Json(std::move(value))); }
    bool binary(binary_t&) override { return refuse("binary value"); }
    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool key(string_t& value) override
    {
        m_frames.back().members.emplace_back(std::move(value), Json());
        return true;
    }
    bool end_object() override
    {
        Json::Object members = withUniqueKeys(std::move(m_frames.back().members));
        m_frames.pop_back();
        return add(Json(std::move(members)));
    }
    bool end_array() override
    {
        Json::Array elements = std::move(m_frames.back().elements);
        m_frames.pop_back();
        if (m_frames.size() < m_emitDepth)
            return true; // the container whose elements went out one by one
        return add(Json(std::move(elements)));
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& exception) override
    {
        return refuse(fmt::format("byte {}: {}", position, exception.what()));
    }

    const std::string& fault() const { return m_fault; }

protected:
    /// A complete value at the depth asked for; false ends the parse.
    virtual bool emit(Json&& value) = 0;
    bool refuse(std::string why)
    {
        m_fault = std::move(why);
        return false;
    }

private:
    struct Frame {
        bool isObject = false;
        Json::Object members;
        Json::Array elements;
    };

    bool open(bool isObject)
    {
        if (m_frames.size() == Json::kMaxDepth)
            return refuse(fmt::format("nested deeper than {}", Json::kMaxDepth));
        if (m_frames.size() < m_emitDepth && isObject)
            return refuse("not an array");
        m_frames.push_back(Frame{isObject, {}, {}});
        return true;
    }

    bool add(Json&& value)
    {
        if (m_frames.size() < m_emitDepth)
            return refuse("not an array");
        if (m_frames.size() == m_emitDepth)
            return emit(std::move(value));
        Frame& frame = m_frames.back();
        if (frame.isObject)
            frame.members.back().second = std::move(value);
        else
            frame.elements.push_back(std::move(value));
        return true;
    }

    std::size_t m_emitDepth;
    std::vector<Frame> m_frames;
    std::string m_fault;
};

class DocumentBuilder final : public Builder {
public:
    DocumentBuilder() : Builder(0) {}
    Json document;

private:
    bool emit(Json&& value) override
    {
        document = std::move(value);
        return true;
    }
};

using ReadMore = std::function<Result<std::size_t>(std::span<char>)>;

/// The bytes that the parser pulls, refilled from the caller's callback.
class Source {
public:
    Source(const ReadMore& readMore, const TaskContext& context)
        : m_readMore(readMore), m_context(context), m_buffer(1 << 16)
    {
        refill();
    }
    bool atEnd() const { return m_position == m_size; }
    char current() const { return m_buffer[m_position]; }
    void advance()
    {
        if (++m_position == m_size)
            refill();
    }
    const Status& status() const { return m_status; }

private:
    void refill()
    {
        m_position = 0;
        m_size = 0;
        m_status = m_context.check();
        if (!m_status)
            return;
        Result<std::size_t> got = m_readMore(m_buffer);
        if (got)
            m_size = std::min(*got, m_buffer.size());
        else
            m_status = fail(std::move(got).error());
    }

    const ReadMore& m_readMore;
    const TaskContext& m_context;
    std::vector<char> m_buffer;
    std::size_t m_position = 0;
    std::size_t m_size = 0;
    Status m_status;
};

/// Source as the input iterator that the parser wants; the default one is the end.
class SourceIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    SourceIterator() = default;
    explicit SourceIterator(Source* source) : m_source(source) {}
    char operator*() const { return m_source->current(); }
    SourceIterator& operator++()
    {
        m_source->advance();
        return *this;
    }
    SourceIterator operator++(int)
    {
        SourceIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const SourceIterator& a, const SourceIterator& b) { return a.atEnd() == b.atEnd(); }
    friend bool operator!=(const SourceIterator& a, const SourceIterator& b) { return !(a == b); }

private:
    bool atEnd() const { return !m_source || m_source->atEnd(); }
    Source* m_source = nullptr;
};

class ElementBuilder final : public Builder {
public:
    ElementBuilder(const std::function<bool(Json&&)>& onElement, const TaskContext& context)
        : Builder(1), m_onElement(onElement), m_context(context)
    {
    }
    std::uint64_t emitted = 0;
    bool stopped = false;

private:
    bool emit(Json&& value) override
    {
        if (m_context.cancelled())
            return false;
        ++emitted;
        stopped = !m_onElement(std::move(value));
        return !stopped;
    }

    const std::function<bool(Json&&)>& m_onElement;
    const TaskContext& m_context;
};

void write(const Json& value, int indent, std::size_t depth, std::string& out);

std::string quoted(const std::string& text)
{
    return Library(text).dump(-1, ' ', false, Library::error_handler_t::replace);
}

void newLine(int indent, std::size_t depth, std::string& out)
{
    if (indent < 0)
        return;
    out.push_back('\n');
    out.append(static_cast<std::size_t>(indent) * depth, ' ');
}

template <class Container, class WriteElement>
void writeContainer(const Container& container, const char* brackets, int indent, std::size_t depth, std::string& out,
                    WriteElement&& writeElement)
{
    out.push_back(brackets[0]);
    bool first = true;
    for (const auto& element : container) {
        if (!std::exchange(first, false))
            out.push_back(',');
        newLine(indent, depth + 1, out);
        writeElement(element);
    }
    if (!first)
        newLine(indent, depth, out);
    out.push_back(brackets[1]);
}

void write(const Json& value, int indent, std::size_t depth, std::string& out)
{
    if (value.isNull()) {
        out += "null";
    } else if (value.isBool()) {
        out += value.asBool() ? "true" : "false";
    } else if (value.isInteger()) {
        out += std::to_string(value.asInteger());
    } else if (value.isNumber()) {
        out += Library(value.asNumber()).dump();
    } else if (value.isString()) {
        out += quoted(value.asString());
    } else if (value.isArray()) {
        writeContainer(value.asArray(), "[]", indent, depth, out,
                       [&](const Json& element) { write(element, indent, depth + 1, out); });
    } else {
        writeContainer(value.asObject(), "{}", indent, depth, out, [&](const auto& member) {
            out += quoted(member.first);
            out += indent < 0 ? ":" : ": ";
            write(member.second, indent, depth + 1, out);
        });
    }
}

const Json& sharedNull()
{
    static const Json null;
    return null;
}

} // namespace

bool Json::asBool(bool fallback) const
{
    const auto* value = std::get_if<bool>(&m_value);
    return value ? *value : fallback;
}

std::int64_t Json::asInteger(std::int64_t fallback) const
{
    const auto* value = std::get_if<std::int64_t>(&m_value);
    return value ? *value : fallback;
}

double Json::asNumber(double fallback) const
{
    if (const auto* integer = std::get_if<std::int64_t>(&m_value))
        return static_cast<double>(*integer);
    const auto* value = std::get_if<double>(&m_value);
    return value ? *value : fallback;
}

const std::string& Json::asString() const
{
    static const std::string empty;
    const auto* value = std::get_if<std::string>(&m_value);
    return value ? *value : empty;
}

const Json::Array& Json::asArray() const
{
    static const Array empty;
    const auto* value = std::get_if<Array>(&m_value);
    return value ? *value : empty;
}

const Json::Object& Json::asObject() const
{
    static const Object empty;
    const auto* value = std::get_if<Object>(&m_value);
    return value ? *value : empty;
}

Json::Object Json::takeObject() &&
{
    auto* value = std::get_if<Object>(&m_value);
    return value ? std::move(*value) : Object();
}

const Json& Json::operator[](std::string_view key) const
{
    const Object& members = asObject();
    const auto found = std::ranges::find(members, key, &Object::value_type::first);
    return found == members.end() ? sharedNull() : found->second;
}

bool Json::contains(std::string_view key) const
{
    const Object& members = asObject();
    return std::ranges::find(members, key, &Object::value_type::first) != members.end();
}

Json& Json::set(std::string key, Json value)
{
    if (isNull())
        m_value = Object();
    auto& members = std::get<Object>(m_value);
    const auto found = std::ranges::find(members, key, &Object::value_type::first);
    if (found == members.end())
        members.emplace_back(std::move(key), std::move(value));
    else
        found->second = std::move(value);
    return *this;
}

Json& Json::push(Json value)
{
    if (isNull())
        m_value = Array();
    std::get<Array>(m_value).push_back(std::move(value));
    return *this;
}

Result<Json> Json::parse(std::string_view text)
{
    DocumentBuilder builder;
    if (!Library::sax_parse(text.begin(), text.end(), &builder))
        return fail(ErrorCode::FormatBroken, {}, builder.fault());
    return std::move(builder.document);
}

std::string Json::dump(int indent) const
{
    std::string out;
    write(*this, indent, 0, out);
    return out;
}

Status streamJsonArray(const ReadMore& readMore, const std::function<bool(Json&&)>& onElement,
                       const TaskContext& context)
{
    Source source(readMore, context);
    ElementBuilder builder(onElement, context);
    const bool complete = Library::sax_parse(SourceIterator(&source), SourceIterator(), &builder);
    TW_TRY(source.status());
    if (complete || builder.stopped)
        return {};
    TW_TRY(context.check());
    Error error{ErrorCode::FormatBroken, {}, builder.fault(), builder.emitted + 1};
    return fail(std::move(error));
}

} // namespace tw
