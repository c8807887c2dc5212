// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/embedding/http_transport.h"

namespace tw::cli {

Result<Opened> openLibrary(const Arguments& arguments, bool withSpace, const TaskContext& context)
{
    TW_ASSIGN(auto library, Library::open(arguments.library));
    Opened opened{std::move(library), {}};
    if (!withSpace) {
        opened.session.catalog = opened.library->catalog();
        opened.session.history = opened.library->history();
        opened.session.settings = opened.library->settings();
        return opened;
    }
    TW_ASSIGN(auto session, openSession(*opened.library, context));
    printMadeAnew(session.madeAnew, arguments.json);
    if (session.spaceError)
        return fail(*session.spaceError);
    opened.session = std::move(session.session);
    LoadedSpace& space = opened.session.space;
    if (space.space && !space.embedder) {
        // Without its server the space still serves lists; a query is then searched by title and text.
        auto embedder = connectEmbedder(*space.space, opened.session.settings, makeCurlTransport(), context);
        if (embedder)
            space.embedder = std::move(*embedder);
        else if (embedder.error().code == ErrorCode::Cancelled)
            return fail(embedder.error());
    }
    return opened;
}

NoiseOptions noiseOptions(const Arguments& arguments, const LibrarySettings& settings)
{
    NoiseOptions noise;
    noise.kind = arguments.noiseKind.value_or(NoiseKind::Gaussian);
    switch (noise.kind) {
    case NoiseKind::Gaussian: noise.percent = settings.gaussianPercent; break;
    case NoiseKind::Buckets: noise.percent = settings.bucketsPercent; break;
    case NoiseKind::ArticleNoise: noise.percent = 25; break;
    case NoiseKind::ArticleBuckets: noise.percent = 10; break;
    }
    noise.percent = arguments.noisePercent.value_or(noise.percent);
    noise.seed = arguments.seed.value_or(settings.seed);
    return noise;
}

Result<Answer> run(const Arguments& arguments, const TaskContext& context)
{
    switch (arguments.command) {
    case Command::New:
    case Command::Import:
        return runImportCommand(arguments, context);
    case Command::Info:
    case Command::Embed:
    case Command::SpaceList:
    case Command::SpaceUse:
    case Command::SpaceRemove:
    case Command::Settings:
    case Command::Prepare:
        return runLibraryCommand(arguments, context);
    case Command::Index:
    case Command::IndexFacts:
    case Command::IndexBench:
        return runIndexCommand(arguments, context);
    case Command::IndexExport:
        return runIndexFileCommand(arguments, context);
    case Command::SpaceImport:
        return runSpaceImport(arguments, context);
    case Command::EmbedderStatus:
    case Command::EmbedderPull:
    case Command::EmbedderKey:
        return runEmbedderCommand(arguments, context);
    case Command::Check:
    case Command::Rescue:
        return runCheckCommand(arguments, context);
    case Command::Like:
    case Command::Dislike:
    case Command::Hide:
    case Command::Remove:
    case Command::Undo:
    case Command::Redo:
    case Command::Forget:
    case Command::History:
        return runTasteCommand(arguments, context);
    case Command::Search:
    case Command::Similar:
    case Command::Recommend:
    case Command::Explore:
        return runListCommand(arguments, context);
    case Command::Map:
    case Command::Export:
        return runExportCommand(arguments, context);
    }
    return fail(ErrorCode::Internal, {}, "unknown command");
}

} // namespace tw::cli
