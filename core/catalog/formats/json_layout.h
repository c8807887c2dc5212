// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/catalog/input/byte_source.h"

namespace tw {

/// How records stand in JSON text; private to core/catalog.
struct JsonLayout {
    enum class Kind {
        Array,   ///< [ {…}, {…} ]; the source stands behind the bracket.
        Lines,   ///< One record a line.
        Stream,  ///< Objects one after the other.
        Members, ///< { "key": {…}, … }; the source stands behind the first key and its colon.
    };
    Kind kind = Kind::Stream;
    std::string list;       ///< Array inside an object: its name.
    std::string firstKey;   ///< Of Members.
    bool inObject = false;
};

/// Finds the records and leaves the source at the first of them. In an object that is no record itself it looks for
/// the first list of objects with a title, three levels deep.
/// Errors: FormatUnknown (detail says what it looks like), those of the source.
Result<JsonLayout> findRecords(ByteSource& source);

/// The members of a record; those of a wrapper around it taken out: {"row": {…}} of Hugging Face's viewer,
/// {"movie": {…}} of Trakt, {"node": {…}} of GraphQL.
Json::Object unwrapRecord(Json::Object members);

/// Parses text that may be slightly wrong (strictJson) and not valid UTF-8.
Result<Json> parseLenient(const std::string& text);

} // namespace tw
