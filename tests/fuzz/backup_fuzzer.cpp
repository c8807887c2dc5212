// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a backup of the taste history: refused, or acts that a history can be folded from.
// Where the bytes are JSON, its acts get their right checksum in one half of the tries.
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/library/history_backup.h"
#include "core/taste/taste_history.h"
#include "tests/fuzz/fuzz_folder.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    tw::fuzz::Input input(data, size);
    const bool fits = input.byte() % 2 == 1;
    std::string content(input.rest());
    if (auto acts = tw::Json::parse(content); fits && acts && acts->isArray()) {
        tw::Json json;
        json.set("format", "tastewalk-history");
        json.set("version", 1);
        json.set("checksum", tw::hash128Hex(acts->dump()));
        json.set("acts", std::move(*acts));
        content = json.dump();
    }
    const auto acts = tw::readHistoryBackup(folder.put("history-2024-02-29-1.json", content));
    if (!acts)
        return 0;
    std::vector<tw::TasteEvent> events;
    for (const tw::BackedUpAct& act : *acts) {
        if (act.event.id <= 0)
            std::abort();
        events.push_back(act.event);
    }
    const tw::TasteHistory history(std::move(events));
    (void)history.undoTarget();
    return 0;
}
