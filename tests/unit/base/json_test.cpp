// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <limits>

namespace tw {
namespace {

using testing::ElementsAre;

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

TEST(Json, typesSurviveParseAndDump)
{
    const std::string text = R"({"a":null,"b":true,"c":-12,"d":0.1,"e":"x\"\\\n","f":[1,[],{}],"g":{"h":1e300}})";
    const auto parsed = Json::parse(text);
    ASSERT_TRUE(parsed) << parsed.error().detail;
    const Json& json = *parsed;
    EXPECT_TRUE(json["a"].isNull());
    EXPECT_TRUE(json["b"].asBool());
    EXPECT_EQ(json["c"].asInteger(), -12);
    EXPECT_EQ(json["d"].asNumber(), 0.1);
    EXPECT_EQ(json["e"].asString(), "x\"\\\n");
    EXPECT_EQ(json["f"].asArray().size(), 3U);
    EXPECT_EQ(json["g"]["h"].asNumber(), 1e300);
    EXPECT_TRUE(json["no such"]["member"].isNull());
    EXPECT_FALSE(json.contains("no such"));

    EXPECT_EQ(json.dump(), R"({"a":null,"b":true,"c":-12,"d":0.1,"e":"x\"\\\n","f":[1,[],{}],"g":{"h":1e+300}})");
    EXPECT_EQ(Json::parse(json.dump(2)).value().dump(), json.dump());
    EXPECT_EQ(Json(Json::Object{{"a", Json::Array{1, 2}}}).dump(2), "{\n  \"a\": [\n    1,\n    2\n  ]\n}");
}

TEST(Json, doublesReadBackEqual)
{
    for (const double value : {0.1, 1.0 / 3, 1.0, -0.0, 5e-324, std::numeric_limits<double>::max(), 1e22, 123456789.125}) {
        const auto back = Json::parse(Json(value).dump());
        ASSERT_TRUE(back);
        EXPECT_FALSE(back->isInteger()) << value;
        EXPECT_EQ(back->asNumber(), value);
    }
    EXPECT_EQ(Json(std::nan("")).dump(), "null");
}

TEST(Json, integersBeyond64BitsBecomeDoubles)
{
    EXPECT_EQ(Json::parse("9223372036854775807").value().asInteger(), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(Json::parse("-9223372036854775808").value().asInteger(), std::numeric_limits<std::int64_t>::min());
    EXPECT_FALSE(Json::parse("9223372036854775808").value().isInteger());
    EXPECT_EQ(Json::parse("9223372036854775808").value().asNumber(), 9223372036854775808.0);
    EXPECT_EQ(Json::parse("100000000000000000000").value().asNumber(), 1e20);
}

TEST(Json, lastOfEqualKeysWinsAndOrderStays)
{
    const Json small = Json::parse(R"({"b":1,"a":2,"b":3})").value();
    ASSERT_EQ(small.asObject().size(), 2U);
    EXPECT_EQ(small.asObject()[0].first, "b");
    EXPECT_EQ(small["b"].asInteger(), 3);

    std::string text = "{";
    for (int i = 0; i < 100; ++i)
        text += fmt::format(R"("k{}":{},)", i, i);
    const Json large = Json::parse(text + R"("k5":-1})").value();
    EXPECT_EQ(large.asObject().size(), 100U);
    EXPECT_EQ(large["k5"].asInteger(), -1);
    EXPECT_EQ(large.asObject()[99].first, "k99");
}

TEST(Json, nestingIsBounded)
{
    EXPECT_TRUE(Json::parse(nested(Json::kMaxDepth)));
    const auto tooDeep = Json::parse(nested(Json::kMaxDepth + 1));
    ASSERT_FALSE(tooDeep);
    EXPECT_EQ(tooDeep.error().code, ErrorCode::FormatBroken);
    EXPECT_FALSE(Json::parse(std::string(1'000'000, '[')));
}

TEST(Json, brokenTextIsRefused)
{
    for (const char* text : {"", "{", "[1,]", "{\"a\"}", "tru", "\"\x80\"", "1 2", "\"\\ud800\"", "nan"}) {
        const auto parsed = Json::parse(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().code, ErrorCode::FormatBroken);
        EXPECT_THAT(parsed.error().detail, testing::HasSubstr("byte"));
    }
}

TEST(Json, invalidUtf8IsReplacedWhenWriting)
{
    EXPECT_EQ(Json("a\xFF" "b").dump(), "\"a\uFFFDb\"");
}

TEST(Json, isBuiltFromNull)
{
    Json json;
    json.set("a", 1).set("b", Json().push("x").push(2.5));
    json.set("a", "new");
    EXPECT_EQ(json.dump(), R"({"a":"new","b":["x",2.5]})");
}

/// Hands the text out `chunk` bytes at a time.
std::function<Result<std::size_t>(std::span<char>)> readerOf(std::string text, std::size_t chunk)
{
    return [text = std::move(text), chunk, at = std::size_t{0}](std::span<char> buffer) mutable -> Result<std::size_t> {
        const std::size_t size = std::min({chunk, buffer.size(), text.size() - at});
        std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at), size, buffer.begin());
        at += size;
        return size;
    };
}

TEST(JsonStream, givesEachElement)
{
    for (const std::size_t chunk : {1U, 2U, 7U, 1000U}) {
        std::vector<std::string> seen;
        const Status status = streamJsonArray(readerOf(R"( [1, {"a":[1,2]}, [], "x", null] )", chunk),
                                              [&](Json&& element) {
                                                  seen.push_back(element.dump());
                                                  return true;
                                              },
                                              {});
        ASSERT_TRUE(status) << status.error().detail;
        EXPECT_THAT(seen, ElementsAre("1", R"({"a":[1,2]})", "[]", "\"x\"", "null"));
    }
}

TEST(JsonStream, saysWhichElementIsBroken)
{
    int seen = 0;
    const Status status = streamJsonArray(readerOf("[1, 2, {\"a\": }, 4]", 3),
                                          [&](Json&&) { return ++seen > 0; }, {});
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::FormatBroken);
    EXPECT_EQ(status.error().row, 3U);
    EXPECT_EQ(seen, 2);
    for (const char* text : {"{\"a\":1}", "5", "", "[1,2", "[1] 2"})
        EXPECT_EQ(streamJsonArray(readerOf(text, 3), [](Json&&) { return true; }, {}).error().code,
                  ErrorCode::FormatBroken)
            << text;
}

TEST(JsonStream, stopsEarlyOnCancelAndOnReadErrors)
{
    int seen = 0;
    EXPECT_TRUE(streamJsonArray(readerOf("[1,2,3", 2), [&](Json&&) { return ++seen < 2; }, {}));
    EXPECT_EQ(seen, 2);

    std::stop_source source;
    const Status cancelled = streamJsonArray(readerOf("[1,2,3]", 2), [&](Json&&) { return source.request_stop(); },
                                             TaskContext{source.get_token(), nullptr});
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);

    int calls = 0;
    const Status unreadable = streamJsonArray(
        [&](std::span<char> buffer) -> Result<std::size_t> {
            if (++calls == 3)
                return fail(ErrorCode::FileUnreadable, "file");
            buffer[0] = calls == 1 ? '[' : '1';
            return 1;
        },
        [](Json&&) { return true; }, {});
    EXPECT_EQ(unreadable.error().code, ErrorCode::FileUnreadable);
}

} // namespace
} // namespace tw
