<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>tw::ui::LibraryPresenter</name>
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
</TS>
