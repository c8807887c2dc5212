// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "tests/support/fake_ollama_server.h"

#include <optional>
#include <string>
#include <vector>

namespace tw::test {

/// One way in which a server fails to embed, and what is to come of it.
struct ServerFault {
    enum class Kind {
        Harmless, ///< Not noticed at all.
        Passing,  ///< Asked again; an error when it lasts.
        Final,    ///< An error at once.
        Doubted,  ///< An error when it lasts, after a harmless text; when not, halving the batch gets round it.
    };
    std::string name;
    Kind kind = Kind::Final;
    ErrorCode told = ErrorCode::Internal; ///< When it lasts; of no meaning for a harmless one.
    FakeOllamaServer::Answerer answer;
    bool quick = true;                    ///< Takes no time-out to notice.
    bool onceUnnoticed = false;           ///< Striking once it is got over below, without a pause.
};

/// Faults of the server, whatever the texts.
const std::vector<ServerFault>& serverFaults();

/// Faults of one text among good ones: those that hold this word.
constexpr const char* kSpoiled = "spoiled";
struct TextFault {
    std::string name;
    ErrorCode told = ErrorCode::ServerRefused;
    FakeOllamaServer::Answerer answer;
};
const std::vector<TextFault>& textFaults();

} // namespace tw::test
