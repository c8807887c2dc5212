// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/catalog/catalog.h"
#include "core/library/made_anew.h"
#include "core/search/hybrid_search.h"

#include <optional>
#include <string>
#include <vector>

namespace tw::cli {

/// What a command has to say: one JSON object, and the same for people.
struct Answer {
    Json json;
    std::string text;
    std::optional<Error> failure; ///< Printed behind the answer; the command has then failed all the same.
};

/// One line of a list (search, recommend, explore, history, similar).
struct ListLine {
    ItemId item;
    std::optional<float> score;
    std::vector<std::string> foundBy;
    std::string note;                                ///< For people: why, when.
    std::vector<std::pair<std::string, Json>> extra; ///< Further members of the line's JSON object.
};

/// {"results":[{"rank","key","title","year","score","found_by":[…],…}]} and a table.
Answer listAnswer(const Catalog& catalog, const std::vector<ListLine>& lines);

/// "title", "text", "meaning".
std::vector<std::string> foundByNames(const FoundBy& foundBy);

/// A failure in English: what happened, and what to do.
struct Sentence {
    std::string message;
    std::string hint;
};
Sentence describe(const Error& error);

/// Prints to standard output, inert: no escape sequences, controls and direction overrides from data. Or the error to standard error ({"error":{"code","message","hint"}} with json).
void print(const Answer& answer, bool json);
void printError(const Error& error, bool json);
/// One line to standard error of each damaged file that was made anew ({"note":…} with json).
void printMadeAnew(const std::vector<MadeAnew>& made, bool json);

} // namespace tw::cli
