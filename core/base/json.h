// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task_context.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tw {

/// A JSON value. Objects keep the order of their members; keys are unique (the last one read wins).
/// The parser behind it is bounded: nesting up to kMaxDepth, then FormatBroken.
class Json {
public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;
    static constexpr std::size_t kMaxDepth = 64;

    Json() = default; ///< null
    Json(bool value) : m_value(value) {}
    Json(std::int64_t value) : m_value(value) {}
    Json(int value) : m_value(std::int64_t{value}) {}
    Json(std::uint32_t value) : m_value(std::int64_t{value}) {}
    Json(std::size_t value) : m_value(static_cast<std::int64_t>(value)) {}
    Json(double value) : m_value(value) {}
    Json(std::string value) : m_value(std::move(value)) {}
    Json(std::string_view value) : m_value(std::string(value)) {}
    Json(const char* value) : m_value(std::string(value)) {}
    Json(Array value) : m_value(std::move(value)) {}
    Json(Object value) : m_value(std::move(value)) {}

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    bool isBool() const { return std::holds_alternative<bool>(m_value); }
    bool isInteger() const { return std::holds_alternative<std::int64_t>(m_value); }
    bool isNumber() const { return isInteger() || std::holds_alternative<double>(m_value); }
    bool isString() const { return std::holds_alternative<std::string>(m_value); }
    bool isArray() const { return std::holds_alternative<Array>(m_value); }
    bool isObject() const { return std::holds_alternative<Object>(m_value); }

    /// The value, or the fallback when it is of another type.
    bool asBool(bool fallback = false) const;
    std::int64_t asInteger(std::int64_t fallback = 0) const;
    double asNumber(double fallback = 0) const;
    const std::string& asString() const; ///< Empty when not a string.
    const Array& asArray() const;        ///< Empty when not an array.
    const Object& asObject() const;      ///< Empty when not an object.
    Object takeObject() &&;              ///< The members moved out; empty when not an object.

    /// The member, or a shared null.
    const Json& operator[](std::string_view key) const;
    bool contains(std::string_view key) const;
    /// Sets a member, turning null into an object. Precondition: null or object.
    Json& set(std::string key, Json value);
    /// Appends, turning null into an array. Precondition: null or array.
    Json& push(Json value);

    /// Parses one document. Errors: FormatBroken with the byte position in detail.
    static Result<Json> parse(std::string_view text);
    /// UTF-8 text; `indent` < 0 gives one line. Doubles are written so that they read back equal.
    std::string dump(int indent = -1) const;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_value;
};

/// Reads the elements of one top-level JSON array one by one without holding the whole.
/// @param readMore  Fills the buffer it is given and returns the bytes put there; 0 at the end.
/// @param onElement Gets each element; returning false stops early without an error.
/// Errors: FormatBroken (element number as row), Cancelled, and whatever readMore reports.
Status streamJsonArray(const std::function<Result<std::size_t>(std::span<char>)>& readMore,
                       const std::function<bool(Json&&)>& onElement, const TaskContext& context);

} // namespace tw
