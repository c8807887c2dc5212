// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/embedding/http_transport.h"
#include "core/embedding/server_types.h"

#include <span>

namespace tw {

// Reading what embedding servers answer. Private to core/embedding.

/// A server's text made fit to be shown: printable, at most 300 characters.
std::string shownWords(std::string_view text);
/// The server's own words: {"error": "…"} as Ollama says it, {"error": {"message": "…"}} as OpenAI does, or
/// {"message": "…"} beside a code or type as text-embeddings-inference does; none otherwise.
std::optional<std::string> serverWords(const Json& answer);

/// Failures of the connection pass.
ServerFailure failureFrom(Error error);

/// What an exchange came to.
/// @param exchanged  The transport's answer or its error.
/// @param url        Without secrets; the subject of errors.
/// @return  The JSON object of a 200, or what went wrong: told apart by status and, for a 400 or 500, which servers
///          give for bad texts as for a runner that broke down, by its words.
ServerResult<Json> serverAnswer(const Result<HttpResponse>& exchanged, const std::string& url);

/// Reads one vector. Empty when the numbers are good, else why they are of no use.
/// Errors: ServerAnswerInvalid (something that is no number).
Result<std::string> readVector(const Json& values, std::span<float> row, const std::string& url);
/// The same of numbers that are read already.
std::string checkVector(std::span<const float> row);

/// One vector a text. Errors: ServerAnswerInvalid.
ServerResult<ServerVectors> vectorsOfRows(const Json::Array& rows, std::size_t texts, const std::string& url);
/// More or fewer vectors than texts, which one text may be the cause of.
ServerFailure wrongCount(std::size_t vectors, std::size_t texts, const std::string& url);

} // namespace tw
