// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/library_output.h"
#include "core/index/faiss_file.h"
#include "core/library/library_jobs.h"
#include "core/space/space_index.h"

namespace tw::cli {

Result<Answer> runIndexFileCommand(const Arguments& arguments, const TaskContext& context)
{
    TW_ASSIGN(const SpaceInfo space, chosenSpace(arguments));
    TW_ASSIGN(const LoadedSpace loaded, loadSpace(arguments.library, space.id, context));
    printMadeAnew(loaded.madeAnew, arguments.json);
    TW_TRY(writeFaissFile(arguments.out, *loaded.index, indexedVectors(loaded.space), context));
    Answer answer;
    answer.json.set("space", space.id).set("out", arguments.out.string());
    answer.json.set("kind", indexName(loaded.index->kind())).set("rows", loaded.index->size());
    answer.text = fmt::format("{}: index {} over {} rows written to {}\n", space.id, indexName(loaded.index->kind()),
                              loaded.index->size(), arguments.out.string());
    return answer;
}

} // namespace tw::cli
