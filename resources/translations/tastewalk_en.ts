<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tw::ui::CatalogueSection</name>
    <message numerus="yes">
        <source>%Ln files are chosen and not imported yet.</source>
        <translation>
            <numerusform>%Ln file is chosen and not imported yet.</numerusform>
            <numerusform>%Ln files are chosen and not imported yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::EmbedderPart</name>
    <message numerus="yes">
        <source>%Ln films have no vector: the server would not take their texts.</source>
        <translation>
            <numerusform>%Ln film has no vector: the server would not take its text.</numerusform>
            <numerusform>%Ln films have no vector: the server would not take their texts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ErrorText</name>
    <message numerus="yes">
        <source>%Ln films keep their vectors.</source>
        <translation>
            <numerusform>%Ln film keeps its vector.</numerusform>
            <numerusform>%Ln films keep their vectors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films keep their vectors; search goes on with “%1”.</source>
        <translation>
            <numerusform>%Ln film keeps its vector; search goes on with “%1”.</numerusform>
            <numerusform>%Ln films keep their vectors; search goes on with “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ExplorePresenter</name>
    <message numerus="yes">
        <source>%Ln picked</source>
        <translation>
            <numerusform>%Ln picked</numerusform>
            <numerusform>%Ln picked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picks</source>
        <translation>
            <numerusform>%Ln pick</numerusform>
            <numerusform>%Ln picks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ExportPresenter</name>
    <message numerus="yes">
        <source>the nearest %Ln films</source>
        <translation>
            <numerusform>the nearest film</numerusform>
            <numerusform>the nearest %Ln films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists, seed %1</source>
        <translation>
            <numerusform>%Ln list, seed %1</numerusform>
            <numerusform>%Ln lists, seed %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln for “%1”</source>
        <translation>
            <numerusform>%Ln for “%1”</numerusform>
            <numerusform>%Ln for “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows, %1</source>
        <translation>
            <numerusform>%Ln row, %1</numerusform>
            <numerusform>%Ln rows, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln films have an IMDb id; Letterboxd looks for the others by title and year.</source>
        <translation>
            <numerusform>%1 of %Ln film has an IMDb id; Letterboxd looks for it by title and year.</numerusform>
            <numerusform>%1 of %Ln films have an IMDb id; Letterboxd looks for the others by title and year.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln films have an IMDb id, so Letterboxd will match every one.</source>
        <translation>
            <numerusform>The film has an IMDb id, so Letterboxd will match it.</numerusform>
            <numerusform>All %Ln films have an IMDb id, so Letterboxd will match every one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln films</source>
        <translation>
            <numerusform>Export %Ln film</numerusform>
            <numerusform>Export %Ln films</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::HistoryModel</name>
    <message numerus="yes">
        <source>%Ln liked</source>
        <translation>
            <numerusform>%Ln liked</numerusform>
            <numerusform>%Ln liked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln disliked</source>
        <translation>
            <numerusform>%Ln disliked</numerusform>
            <numerusform>%Ln disliked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportFilePane</name>
    <message numerus="yes">
        <source>A correction holds for all %Ln files with these columns.</source>
        <translation>
            <numerusform>A correction holds for the %Ln file with these columns.</numerusform>
            <numerusform>A correction holds for all %Ln files with these columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found in %Ln of the %1 rows looked at.</source>
        <translation>
            <numerusform>Found in %Ln of the %1 rows looked at.</numerusform>
            <numerusform>Found in %Ln of the %1 rows looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportPage</name>
    <message numerus="yes">
        <source>Import %Ln files</source>
        <translation>
            <numerusform>Import %Ln file</numerusform>
            <numerusform>Import %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportPresenter</name>
    <message numerus="yes">
        <source>Import %Ln films</source>
        <translation>
            <numerusform>Import %Ln film</numerusform>
            <numerusform>Import %Ln films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make the library with %Ln films</source>
        <translation>
            <numerusform>Make the library with %Ln film</numerusform>
            <numerusform>Make the library with %Ln films</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportReportModel</name>
    <message numerus="yes">
        <source>%1: %Ln rows</source>
        <translation>
            <numerusform>%1: %Ln row</numerusform>
            <numerusform>%1: %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportText</name>
    <message numerus="yes">
        <source>the first %Ln rows</source>
        <translation>
            <numerusform>the first %Ln row</numerusform>
            <numerusform>the first %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the %1 rows looked at will be left out: %2.</source>
        <translation>
            <numerusform>%Ln of the %1 rows looked at will be left out: %2.</numerusform>
            <numerusform>%Ln of the %1 rows looked at will be left out: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films added.</source>
        <translation>
            <numerusform>%Ln film added.</numerusform>
            <numerusform>%Ln films added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films updated.</source>
        <translation>
            <numerusform>%Ln film updated.</numerusform>
            <numerusform>%Ln films updated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 rows were left out.</source>
        <translation>
            <numerusform>%Ln of %1 rows was left out.</numerusform>
            <numerusform>%Ln of %1 rows were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were mended.</source>
        <translation>
            <numerusform>%Ln row was mended.</numerusform>
            <numerusform>%Ln rows were mended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln rows were mended.</source>
        <translation>
            <numerusform>At least %Ln row was mended.</numerusform>
            <numerusform>At least %Ln rows were mended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows, the whole file</source>
        <translation>
            <numerusform>%Ln row, the whole file</numerusform>
            <numerusform>%Ln rows, the whole file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexMeasure</name>
    <message numerus="yes">
        <source>%Ln films are so few that all are compared in a moment. Another kind could only miss some.</source>
        <translation>
            <numerusform>%Ln film is compared in a moment. Another kind could only miss it.</numerusform>
            <numerusform>%Ln films are so few that all are compared in a moment. Another kind could only miss some.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose a point to take over its settings; Rebuild puts them in force. %Ln films were asked.</source>
        <translation>
            <numerusform>Choose a point to take over its settings; Rebuild puts them in force. %Ln film was asked.</numerusform>
            <numerusform>Choose a point to take over its settings; Rebuild puts them in force. %Ln films were asked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexSection</name>
    <message numerus="yes">
        <source>Measuring makes sense from about %Ln films on</source>
        <translation>
            <numerusform>Measuring makes sense from about %Ln film on</numerusform>
            <numerusform>Measuring makes sense from about %Ln films on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexSettings</name>
    <message numerus="yes">
        <source>%Ln films are too few to train as many groups. Take fewer groups, or another kind.</source>
        <translation>
            <numerusform>%Ln film is too few to train as many groups. Take fewer groups, or another kind.</numerusform>
            <numerusform>%Ln films are too few to train as many groups. Take fewer groups, or another kind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexText</name>
    <message numerus="yes">
        <source>Automatic takes exact search here: with %Ln films, every one is compared within a frame.</source>
        <translation>
            <numerusform>Automatic takes exact search here: %Ln film is compared within a frame.</numerusform>
            <numerusform>Automatic takes exact search here: with %Ln films, every one is compared within a frame.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Automatic takes the HNSW graph here: %Ln films are too many to compare every one.</source>
        <translation>
            <numerusform>Automatic takes the HNSW graph here: %Ln film is too many to compare every one.</numerusform>
            <numerusform>Automatic takes the HNSW graph here: %Ln films are too many to compare every one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Automatic takes IVF-PQ here: a graph of %Ln films would not fit the free memory.</source>
        <translation>
            <numerusform>Automatic takes IVF-PQ here: a graph of %Ln film would not fit the free memory.</numerusform>
            <numerusform>Automatic takes IVF-PQ here: a graph of %Ln films would not fit the free memory.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups looked at</source>
        <translation>
            <numerusform>%Ln group looked at</numerusform>
            <numerusform>%Ln groups looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ItemFormat</name>
    <message numerus="yes">
        <source>%Ln films</source>
        <translation>
            <numerusform>%Ln film</numerusform>
            <numerusform>%Ln films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes</source>
        <translation>
            <numerusform>%Ln like</numerusform>
            <numerusform>%Ln likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dislikes</source>
        <translation>
            <numerusform>%Ln dislike</numerusform>
            <numerusform>%Ln dislikes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::JobStrip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spaces</source>
        <translation>
            <numerusform>%n space</numerusform>
            <numerusform>%n spaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::JobText</name>
    <message numerus="yes">
        <source>%1 of %Ln films</source>
        <translation>
            <numerusform>%1 of %Ln film</numerusform>
            <numerusform>%1 of %Ln films</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::LibraryPage</name>
    <message numerus="yes">
        <source>%Ln, one under way</source>
        <comment>spaces</comment>
        <translation>
            <numerusform>%Ln, one under way</numerusform>
            <numerusform>%Ln, one under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln spaces</source>
        <translation>
            <numerusform>%Ln space</numerusform>
            <numerusform>%Ln spaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::LikesPage</name>
    <message numerus="yes">
        <source>Forget %Ln films?</source>
        <translation>
            <numerusform>Forget %Ln film?</numerusform>
            <numerusform>Forget %Ln films?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln films</source>
        <translation>
            <numerusform>Forget %Ln film</numerusform>
            <numerusform>Forget %Ln films</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::MadeAnewText</name>
    <message numerus="yes">
        <source>%Ln films have no vector until the embedding server answers again.</source>
        <translation>
            <numerusform>%Ln film has no vector until the embedding server answers again.</numerusform>
            <numerusform>%Ln films have no vector until the embedding server answers again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::MainWindow</name>
    <message numerus="yes">
        <source>Exported %n films.</source>
        <translation>
            <numerusform>Exported %n film.</numerusform>
            <numerusform>Exported %n films.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n entries of the history are deleted for good. The catalogue and its spaces stay.</source>
        <translation>
            <numerusform>The only entry of the history is deleted for good. The catalogue and its spaces stay.</numerusform>
            <numerusform>All %n entries of the history are deleted for good. The catalogue and its spaces stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films and the whole history were saved. The damaged file is kept as “%1”.</source>
        <translation>
            <numerusform>%Ln film and the whole history were saved. The damaged file is kept as “%1”.</numerusform>
            <numerusform>%Ln films and the whole history were saved. The damaged file is kept as “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films were saved; %1 films and %2 entries of the history were lost. The damaged file is kept as “%3”.</source>
        <translation>
            <numerusform>%Ln film was saved; %1 films and %2 entries of the history were lost. The damaged file is kept as “%3”.</numerusform>
            <numerusform>%Ln films were saved; %1 films and %2 entries of the history were lost. The damaged file is kept as “%3”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::MapCardPopover</name>
    <message numerus="yes">
        <source>%n nearest</source>
        <translation>
            <numerusform>%n nearest</numerusform>
            <numerusform>%n nearest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::SearchPresenter</name>
    <message numerus="yes">
        <source>%Ln films for “%1”</source>
        <translation>
            <numerusform>%Ln film for “%1”</numerusform>
            <numerusform>%Ln films for “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best %Ln films for “%1”</source>
        <translation>
            <numerusform>The best film for “%1”</numerusform>
            <numerusform>The best %Ln films for “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films pass the filter</source>
        <translation>
            <numerusform>%Ln film passes the filter</numerusform>
            <numerusform>%Ln films pass the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::SelectionBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::SettingsOverlay</name>
    <message numerus="yes">
        <source>%n entries are deleted for good. From now on a like moves your place and is then forgotten.</source>
        <translation>
            <numerusform>One entry is deleted for good. From now on a like moves your place and is then forgotten.</numerusform>
            <numerusform>%n entries are deleted for good. From now on a like moves your place and is then forgotten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::TastePanel</name>
    <message numerus="yes">
        <source>%Ln likes have no vector in this space and do not count here.</source>
        <translation>
            <numerusform>%Ln like has no vector in this space and does not count here.</numerusform>
            <numerusform>%Ln likes have no vector in this space and do not count here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes</source>
        <translation>
            <numerusform>%Ln like</numerusform>
            <numerusform>%Ln likes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::TastePresenter</name>
    <message numerus="yes">
        <source>%Ln older likes</source>
        <translation>
            <numerusform>%Ln older like</numerusform>
            <numerusform>%Ln older likes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::TasteRail</name>
    <message numerus="yes">
        <source>likes</source>
        <translation>
            <numerusform>like</numerusform>
            <numerusform>likes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::VectorsText</name>
    <message numerus="yes">
        <source>%Ln films have a vector now.</source>
        <translation>
            <numerusform>%Ln film has a vector now.</numerusform>
            <numerusform>%Ln films have a vector now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were left out.</source>
        <translation>
            <numerusform>%Ln row was left out.</numerusform>
            <numerusform>%Ln rows were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films of the catalogue have none.</source>
        <translation>
            <numerusform>%Ln film of the catalogue has none.</numerusform>
            <numerusform>%Ln films of the catalogue have none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
</TS>
