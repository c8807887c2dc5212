// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "core/library/library.h"
#include "core/library/session.h"

#include <memory>

namespace tw::cli {

/// An opened library and what is loaded of it.
struct Opened {
    std::unique_ptr<Library> library;
    Session session;
};
/// With the space when `withSpace`; a space that can't be loaded is then an error.
/// Queries over a server's space connect to that server; when it does not answer, titles and text are searched.
Result<Opened> openLibrary(const Arguments& arguments, bool withSpace, const TaskContext& context);

/// Runs one command to its answer.
Result<Answer> run(const Arguments& arguments, const TaskContext& context);

// The commands by kind, one source file each.
Result<Answer> runImportCommand(const Arguments& arguments, const TaskContext& context);
Result<Answer> runLibraryCommand(const Arguments& arguments, const TaskContext& context);
/// `index` and what belongs to it; reading and writing files of faiss lies in index_files.cpp.
Result<Answer> runIndexCommand(const Arguments& arguments, const TaskContext& context);
Result<Answer> runIndexFileCommand(const Arguments& arguments, const TaskContext& context);
Result<Answer> runSpaceImport(const Arguments& arguments, const TaskContext& context);
/// What belongs to embedding servers and not to a library.
Result<Answer> runEmbedderCommand(const Arguments& arguments, const TaskContext& context);
Result<Answer> runCheckCommand(const Arguments& arguments, const TaskContext& context);
Result<Answer> runTasteCommand(const Arguments& arguments, const TaskContext& context);
Result<Answer> runListCommand(const Arguments& arguments, const TaskContext& context);
Result<Answer> runExportCommand(const Arguments& arguments, const TaskContext& context);

/// The space that --space names, else the one in use. Errors: NotFound, those of Library::open.
Result<SpaceInfo> chosenSpace(const Arguments& arguments);

/// The noise that the arguments ask for, with the library's settings where they are silent.
NoiseOptions noiseOptions(const Arguments& arguments, const LibrarySettings& settings);

} // namespace tw::cli
