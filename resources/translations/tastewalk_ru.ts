<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Commands and films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taste panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, clear, cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle: a new seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore as in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a catalogue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Learns your taste while you click. All data stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QSplitter</name>
    <message>
        <source>Column width</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>score %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw</name>
    <message>
        <source>Library folder to open; made with the bundled films when it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page: discover, explore, map, likes or library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open commands, keys, settings or export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of the window when it is complete, and end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write how long paint, results, slider frames and cancels took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the program&apos;s settings in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library folder, or catalogue files to import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::BannerBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::MeterWidget</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a measure and its value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::NavigationBar</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::SearchField</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::TableHeader</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::item_card</name>
    <message>
        <source>%1, %2</source>
        <comment>title and year</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::item_row</name>
    <message>
        <source>liked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disliked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of an act and its key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::poster</name>
    <message>
        <source>Drawn poster: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn poster: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::text</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name of an act and its key</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::ActionRegistry</name>
    <message>
        <source>Anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taste and noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists and library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::CardsPane</name>
    <message>
        <source>Export this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with a few films you know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like three or more, and recommendations appear here. Or search above: by title, or in your own words. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A library holds a catalogue of films and what you think of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library has no films yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a catalogue: a CSV, TSV or JSON file with a title in every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommendations wait for the space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The films are being read for their meaning. You can search and like meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You know every film here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them are liked, disliked or hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommend known films too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::CatalogueSection</name>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The films of this library. An import adds new ones and updates those it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the report away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that were left out, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::CommandList</name>
    <message>
        <source>Commands and films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command or a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest in meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>reason and its weight</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::DetailsPresenter</name>
    <message>
        <source>%1 of %2</source>
        <comment>place in a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>running time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near %1, which you liked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::DialogService</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::DiscoverPage</name>
    <message>
        <source>Search by title, or describe what you feel like watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::EmbedderPart</name>
    <message>
        <source>Embedder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How Ollama is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: fewer calls, and later a sign of life from a slow server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this model wants put before a film’s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put before a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a server the built-in embedder does the work: smaller, and always there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library can be looked at, not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word vectors that come with Tastewalk, weighed over this catalogue, for each film and each sentence. No server, nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 have their vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embed anew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::ErrorText</name>
    <message>
        <source>This library could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text search is not available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The space could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The space was not switched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by meaning has to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes by other programs can’t be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import did not finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The space was not built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index was not rebuilt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The space was not removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search did not finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no new recommendations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lists could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map could not be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest films could not be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other libraries are untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles, text search and your likes work without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present space stays in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles and texts are searched meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your likes are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold until the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors already made are kept, and the present space stays in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old index stays in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that was there before is untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list shown is the last good one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama is not answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama takes too long to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered something else than Ollama would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is not on this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 is not on this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library is being changed elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library can be looked at, not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was made by a newer Tastewalk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of this file looks like a title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is in none of the formats Tastewalk reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the values is out of its range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several films fit; add the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” exists already. Open it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can’t be read. Check that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can’t be written. Check the free space and that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads CSV, TSV, JSON and JSON Lines, also gzipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged or not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is broken at row %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the library is damaged. Building the space again mends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Tastewalk to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say on import which column holds the titles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to make vectors from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model gave numbers that can’t be used. Try another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has changed since the space was made. Embed the films again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph did not find its own films; the exact index does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when the other program is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is held by %1. Try again when that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you may write in its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library’s database reported a fault. Check the disk’s free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Ollama, or check its address on the Library page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large model may still be loading. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details hold its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address on the Library page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an installed model, or pull this one with Ollama.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not possible with this space or server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of Tastewalk; the details help to report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not readable: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not readable, or without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::ExploreColumnPane</name>
    <message>
        <source>Type what you are in the mood for, and compare it with the lists beside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions drawn anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: films farther from your taste, in every direction a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: so many of the numbers are drawn by chance, the others kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The films closest to you, in order. No chance involved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far from your taste, on average: 1 minus the cosine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far from each other, on average: 1 minus the cosine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the profile again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, percent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::ExplorePage</name>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to explore yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a space: numbers that say which films resemble each other. The built-in one makes itself; the Library shows how far it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one in the Library to explore its films.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::ExplorePresenter</name>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article’s noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article’s buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine to your profile %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise drowns your profile: this list is pure chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What lies nearest serves you best so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little noise serves you best so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buckets serve you best so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own searches serve you best so far.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole list as text, to paste elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Paste it wherever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file with this name in “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::ExportPresenter</name>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMDb id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TMDB id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked or disliked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date liked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of taste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the nearest %Ln films</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>after the first like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists, seed %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>open Explore first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln for “%1”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>search for something first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore, seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows, %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln films have an IMDb id; Letterboxd looks for the others by title and year.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln films have an IMDb id, so Letterboxd will match every one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letterboxd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for programs, everything kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for notes and mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its import format</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln films</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::FilmActs</name>
    <message>
        <source>Take the like back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the dislike back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy title and year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a list…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::FilmList</name>
    <message>
        <source>new</source>
        <comment>not in the list compared with</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::HistoryModel</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of taste</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln liked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>18 liked, since 20 October</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, since %3</source>
        <comment>18 liked, 3 disliked, since 20 October</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln disliked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexSection</name>
    <message>
        <source>Rebuild</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebuild the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact up to %1 films, a graph above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds every neighbour; nothing to build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HNSW graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds nearly every neighbour, much faster when films are many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links per film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care while building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care while searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: better recall, more memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: better links, slower build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: better recall, slower answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space yet, so there is nothing to index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers per film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with its vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a build every film must find itself; a graph that fails this is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library can be looked at, not changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::ItemFormat</name>
    <message>
        <source>Explore, profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore, Gaussian noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore, buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore, search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore, the article’s noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore, the article’s buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>translated title, year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>year, genre</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>year, genres</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title, year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <comment>found by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <comment>found by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <comment>found by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>quoted from a film&apos;s text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close to %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;1 %</source>
        <comment>share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln films</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No likes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>likes, dislikes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln dislikes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date format without year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disliked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disliked “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disliked a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hid “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hid a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overviews, built-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overviews, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::JobStrip</name>
    <message>
        <source>Running work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: you can look, not change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No library open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n spaces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::JobText</name>
    <message>
        <source>Opening “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the library “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing text search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the space “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing a catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding with the built-in vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building the index of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing the space “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing the space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warming up the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln films</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 films/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::KeysOverlay</name>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters work when no text field has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::LibraryFacts</name>
    <message>
        <source>Films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>years</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an IMDb id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue and history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours: nothing can replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made again when it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saves embedding again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made again from the vectors kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::LibraryPage</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New…</source>
        <comment>library</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <comment>library</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln, one under way</source>
        <comment>spaces</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln spaces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>HNSW graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::LibraryPresenter</name>
    <message>
        <source>Embedded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as soon as the server answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each vector is saved as it comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, version %2, answers in %3 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model not on this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another, or run: ollama pull %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking about the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model does not embed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an embedding model, such as nomic-embed-text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 dimensions, reads %3 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server loads the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warmed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first answer after %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped; the vectors made so far are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added, %2 updated.</source>
        <comment>films added, films updated</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln films added.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films updated.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new in these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 rows were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::LikesPage</name>
    <message>
        <source>Liked, disliked and hidden films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by title, genre, year or where found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which films are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disliked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind of films and how many: Liked 18</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No history is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where your taste stands is kept, not what you liked. So there is nothing to list, to take back or to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a history from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing liked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films you like, dislike or hide are listed here, with the day and where you found them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find films you know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No films of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a history from now on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins empty, and your taste begins in the middle of the catalogue: the place kept so far is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a history</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln films?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Every entry about them is deleted for good. Undo can’t bring them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln films</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::LikesTable</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::MainWindow</name>
    <message>
        <source>Discover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Tastewalk</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exported %n films.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogues (*.csv *.tsv *.json *.jsonl *.ndjson *.gz);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the new library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue of the new library; cancel for the bundled films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget everything you liked, disliked and hid?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n entries of the history are deleted for good. The catalogue and its spaces stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::MapCanvas</name>
    <message>
        <source>Map of films</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::MapCardPopover</name>
    <message>
        <source>Like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n nearest</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::MapData</name>
    <message>
        <source>Drama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adventure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Romance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comedy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Science fiction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fantasy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thriller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documentary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1s</source>
        <comment>decade, as in 1990s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::MapFind</name>
    <message>
        <source>Find on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::MapLegend</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to hide or show these films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main directions (PCA)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::MapPage</name>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The walk so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is not drawn yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a space: numbers that say which films resemble each other. The built-in one makes itself; the Library shows how far it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one in the Library to see its map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with your first like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::MapPresenter</name>
    <message>
        <source>%1 to your taste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two directions shown hold %1 of what tells films apart.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::NoticeRow</name>
    <message>
        <source>Do it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::PicksBar</name>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>column and picks</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::RecommendPresenter</name>
    <message>
        <source>Start with a few films you know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near your taste</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::ResultsPane</name>
    <message>
        <source>Search in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by title and text only. Meaning joins in when its space is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts are being read. What is found shows by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No title, text or meaning comes near. Try fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing comes near in this way of searching.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching by meaning has to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The films are being read for their meaning. Titles and texts can be searched meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search titles and texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::SearchPresenter</name>
    <message>
        <source>More like “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln films for “%1”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best %Ln films for “%1”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Try fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by meaning has to wait for its space.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::SelectionBar</name>
    <message>
        <source>Turn into dislike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as</source>
        <comment>followed by buttons CSV, JSON, …</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the selected films back; undo brings them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes every entry about the selected films for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export selected films as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Turn into like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library can be looked at, not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only liked films are exported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::SettingsOverlay</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stronger lines and small text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing slides or fades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommend seen films too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked, disliked and hidden films may come up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep no history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where your taste stands is kept; likes can’t be listed or undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the history and keep only your place?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries are deleted for good. From now on a like moves your place and is then forgotten.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::ShareRowWidget</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::SpacesModel</name>
    <message>
        <source>content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collaborative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HNSW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On disk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::SpacesSection</name>
    <message>
        <source>Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you see is measured in the marked space. Switching loses nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by words works without one. Recommendations, Explore and the map need one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the space “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files are deleted. Your likes stay, and so do the vectors kept: embedding again is quick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the space</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::SpacesTable</name>
    <message>
        <source>%1 %, going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebuild its index…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this space…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::StarterSets</name>
    <message>
        <source>Well known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From every decade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From many countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::StepRow</name>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::StorageSection</name>
    <message>
        <source>Folder of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To move or save a library, copy its folder while the program is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::TasteMap</name>
    <message>
        <source>Map of your taste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::TastePanel</name>
    <message>
        <source>Taste panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your taste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History: undo, do again, all likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the taste panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <comment>memory of the moving average</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: older likes count longer. At 1 a new like weighs as much as all before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: Explore looks farther from your taste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No history is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the point where you stand is kept. What led there is not remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The space is on its way. Likes are kept and count from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stand in the middle of the catalogue. Each like moves you toward that film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle of the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes have no vector in this space and do not count here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show everything you liked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::TastePresenter</name>
    <message numerus="yes">
        <source>%Ln older likes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tw::ui::TasteRail</name>
    <message>
        <source>Open the taste panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>likes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
