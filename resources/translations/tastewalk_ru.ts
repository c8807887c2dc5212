<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Commands and films</source>
        <translation>Команды и фильмы</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Discover</source>
        <translation>Подбор</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Фильмотека</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Следующая часть окна</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Предыдущая часть окна</translation>
    </message>
    <message>
        <source>Taste panel</source>
        <translation>Панель вкуса</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Все клавиши</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation>Не нравится</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ещё похожие</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Показать на карте</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Close, clear, cancel</source>
        <translation>Закрыть, очистить, прервать</translation>
    </message>
    <message>
        <source>Memory down</source>
        <translation>Меньше памяти</translation>
    </message>
    <message>
        <source>Memory up</source>
        <translation>Больше памяти</translation>
    </message>
    <message>
        <source>Noise down</source>
        <translation>Меньше шума</translation>
    </message>
    <message>
        <source>Noise up</source>
        <translation>Больше шума</translation>
    </message>
    <message>
        <source>Shuffle: a new seed</source>
        <translation>Перемешать: новое зерно</translation>
    </message>
    <message>
        <source>Type a seed</source>
        <translation>Ввести зерно</translation>
    </message>
    <message>
        <source>Pin the list</source>
        <translation>Закрепить список</translation>
    </message>
    <message>
        <source>Explore as in the article</source>
        <translation>Обзор как в статье</translation>
    </message>
    <message>
        <source>Export a list…</source>
        <translation>Экспортировать список…</translation>
    </message>
    <message>
        <source>Import a catalogue…</source>
        <translation>Импортировать каталог…</translation>
    </message>
    <message>
        <source>Open a library…</source>
        <translation>Открыть фильмотеку…</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Новая фильмотека…</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>Показать всю карту</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Светлые цвета</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Тёмные цвета</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>Цвета рабочего стола</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>Забыть всё…</translation>
    </message>
    <message>
        <source>Between two films</source>
        <translation>Между двумя фильмами</translation>
    </message>
</context>
<context>
    <name>ItemListModel</name>
    <message>
        <source>score %1</source>
        <translation>оценка %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новый</translation>
    </message>
</context>
<context>
    <name>QSplitter</name>
    <message>
        <source>Column width</source>
        <translation>Ширина колонки</translation>
    </message>
</context>
<context>
    <name>tw::BannerBar</name>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>tw::MeterWidget</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a measure and its value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tw::NavigationBar</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>tw::Options</name>
    <message>
        <source>Learns your taste while you click. All data stays on this computer.</source>
        <translation>Изучает ваш вкус по вашим щелчкам. Все данные остаются на этом компьютере.</translation>
    </message>
    <message>
        <source>Library folder to open; made with the bundled films when it is not there</source>
        <translation>Папка фильмотеки; если её нет, создаётся с встроенными фильмами</translation>
    </message>
    <message>
        <source>Page: discover, explore, map, likes or library</source>
        <translation>Страница: discover, explore, map, likes или library</translation>
    </message>
    <message>
        <source>Search for this</source>
        <translation>Искать это</translation>
    </message>
    <message>
        <source>Open this film</source>
        <translation>Открыть этот фильм</translation>
    </message>
    <message>
        <source>Open commands, keys, settings or export</source>
        <translation>Открыть commands, keys, settings или export</translation>
    </message>
    <message>
        <source>Colours: light or dark</source>
        <translation>Цвета: light или dark</translation>
    </message>
    <message>
        <source>Size of the window</source>
        <translation>Размер окна</translation>
    </message>
    <message>
        <source>Scale factor</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Write a picture of the window when it is complete, and end</source>
        <translation>Записать снимок готового окна и завершить работу</translation>
    </message>
    <message>
        <source>Write how long paint, results, slider frames and cancels took</source>
        <translation>Записать, сколько заняли отрисовка, результаты, кадры ползунков и отмены</translation>
    </message>
    <message>
        <source>Keep the program&apos;s settings in this file</source>
        <translation>Хранить настройки программы в этом файле</translation>
    </message>
    <message>
        <source>Library folder, or catalogue files to import</source>
        <translation>Папка фильмотеки или файлы каталога для импорта</translation>
    </message>
    <message>
        <source>Import the files at once, as they are recognised</source>
        <translation>Импортировать файлы сразу, как они распознаны</translation>
    </message>
</context>
<context>
    <name>tw::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
</context>
<context>
    <name>tw::TableHeader</name>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Sort by: %1</source>
        <translation>Порядок: %1</translation>
    </message>
</context>
<context>
    <name>tw::item_card</name>
    <message>
        <source>%1, %2</source>
        <comment>title and year</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tw::item_row</name>
    <message>
        <source>liked</source>
        <translation>нравится</translation>
    </message>
    <message>
        <source>disliked</source>
        <translation>не нравится</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of an act and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation>Не нравится</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ещё похожие</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>tw::plot::RecallPlot</name>
    <message>
        <source>Speed against recall</source>
        <translation>Скорость и полнота</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a plot and the point in it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tw::poster</name>
    <message>
        <source>Drawn poster: %1 (%2)</source>
        <translation>Нарисованный плакат: %1 (%2)</translation>
    </message>
    <message>
        <source>Drawn poster: %1</source>
        <translation>Нарисованный плакат: %1</translation>
    </message>
</context>
<context>
    <name>tw::text</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name of an act and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tw::ui::ActionRegistry</name>
    <message>
        <source>Anywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>On a film</source>
        <translation>На фильме</translation>
    </message>
    <message>
        <source>Taste and noise</source>
        <translation>Вкус и шум</translation>
    </message>
    <message>
        <source>Lists and library</source>
        <translation>Списки и фильмотека</translation>
    </message>
</context>
<context>
    <name>tw::ui::BringVectors</name>
    <message>
        <source>Bring vectors</source>
        <translation>Свои векторы</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Name of the space</source>
        <translation>Имя пространства</translation>
    </message>
    <message>
        <source>Which film a row is</source>
        <translation>К какому фильму строка</translation>
    </message>
    <message>
        <source>Choose a file of keys…</source>
        <translation>Выбрать файл ключей…</translation>
    </message>
    <message>
        <source>One key, IMDb or TMDB number, title or “title (year)” a line</source>
        <translation>По одному в строке: ключ, номер IMDb или TMDB, название или «название (год)»</translation>
    </message>
    <message>
        <source>How rows compare</source>
        <translation>Как сравнивать строки</translation>
    </message>
    <message>
        <source>Make a space of them</source>
        <translation>Сделать из них пространство</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Rows that were left out</source>
        <translation>Пропущенные строки</translation>
    </message>
    <message>
        <source>A file of vectors</source>
        <translation>Файл векторов</translation>
    </message>
    <message>
        <source>Vectors (*.npy *.fvecs *.bvecs *.ivecs *.csv *.tsv *.txt *.gz *.faiss *.index);;All files (*)</source>
        <translation>Векторы (*.npy *.fvecs *.bvecs *.ivecs *.csv *.tsv *.txt *.gz *.faiss *.index);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Its own column of keys or titles, else the catalogue’s order</source>
        <translation>Столбец ключей или названий в файле, иначе порядок каталога</translation>
    </message>
    <message>
        <source>A file of keys</source>
        <translation>Файл ключей</translation>
    </message>
    <message>
        <source>Text (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>Текст (*.txt *.csv *.tsv);;Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>tw::ui::CardsPane</name>
    <message>
        <source>Export this list</source>
        <translation>Экспортировать этот список</translation>
    </message>
    <message>
        <source>Start with a few films you know</source>
        <translation>Начните с нескольких знакомых фильмов</translation>
    </message>
    <message>
        <source>Like three or more, and recommendations appear here. Or search above: by title, or in your own words. Nothing leaves this computer.</source>
        <translation>Отметьте три или больше, и здесь появятся рекомендации. Или ищите выше: по названию или своими словами. Ничто не покидает этот компьютер.</translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation>Фильмотека не открыта</translation>
    </message>
    <message>
        <source>A library holds a catalogue of films and what you think of them.</source>
        <translation>Фильмотека хранит каталог фильмов и ваше мнение о них.</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Открыть фильмотеку</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Новая фильмотека</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>Фильмотека открывается</translation>
    </message>
    <message>
        <source>This library has no films yet</source>
        <translation>В этой фильмотеке ещё нет фильмов</translation>
    </message>
    <message>
        <source>Import a catalogue: a CSV, TSV or JSON file with a title in every row.</source>
        <translation>Импортируйте каталог: файл CSV, TSV или JSON с названием в каждой строке.</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>Импортировать каталог</translation>
    </message>
    <message>
        <source>Recommendations wait for the space</source>
        <translation>Рекомендации ждут пространства</translation>
    </message>
    <message>
        <source>The films are being read for their meaning. You can search and like meanwhile.</source>
        <translation>Фильмы читаются по смыслу. Пока можно искать и отмечать.</translation>
    </message>
    <message>
        <source>You know every film here</source>
        <translation>Вы знаете здесь все фильмы</translation>
    </message>
    <message>
        <source>All of them are liked, disliked or hidden.</source>
        <translation>Все они уже отмечены или скрыты.</translation>
    </message>
    <message>
        <source>Recommend known films too</source>
        <translation>Рекомендовать и знакомые фильмы</translation>
    </message>
</context>
<context>
    <name>tw::ui::CatalogueSection</name>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>The films of this library. An import adds new ones and updates those it has.</source>
        <translation>Фильмы этой фильмотеки. Импорт добавляет новые и обновляет имеющиеся.</translation>
    </message>
    <message>
        <source>Last import</source>
        <translation>Последний импорт</translation>
    </message>
    <message>
        <source>Ready to import</source>
        <translation>Готово к импорту</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Don’t import</source>
        <translation>Не импортировать</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Показать отчёт</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>“%1” is chosen and not imported yet.</source>
        <translation>«%1» выбран и ещё не импортирован.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are chosen and not imported yet.</source>
        <translation>
            <numerusform>Выбран %Ln файл, он ещё не импортирован.</numerusform>
            <numerusform>Выбрано %Ln файла, они ещё не импортированы.</numerusform>
            <numerusform>Выбрано %Ln файлов, они ещё не импортированы.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tw::ui::CommandList</name>
    <message>
        <source>Commands and films</source>
        <translation>Команды и фильмы</translation>
    </message>
    <message>
        <source>Type a command or a film</source>
        <translation>Введите команду или фильм</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Фильмы</translation>
    </message>
</context>
<context>
    <name>tw::ui::CompletionPopup</name>
    <message>
        <source>What can be typed on with</source>
        <translation>Чем можно продолжить</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>completion and what it is</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tw::ui::DetailsNumbersPart</name>
    <message>
        <source>In numbers</source>
        <translation>В числах</translation>
    </message>
    <message>
        <source>How near, in numbers</source>
        <translation>Насколько близко, в числах</translation>
    </message>
    <message>
        <source>To %1, in the space “%2”</source>
        <translation>К: %1, в пространстве «%2»</translation>
    </message>
</context>
<context>
    <name>tw::ui::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>Почему он здесь</translation>
    </message>
    <message>
        <source>Nearest in meaning</source>
        <translation>Ближайшие по смыслу</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Ключевые слова</translation>
    </message>
    <message>
        <source>Film before</source>
        <translation>Предыдущий фильм</translation>
    </message>
    <message>
        <source>Next film</source>
        <translation>Следующий фильм</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Показать на карте</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>Другие действия</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Закрыть подробности</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Liked</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>reason and its weight</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tw::ui::DetailsPresenter</name>
    <message>
        <source>%1 of %2</source>
        <comment>place in a list</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>running time</comment>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>It says %1</source>
        <translation>В тексте есть: %1</translation>
    </message>
    <message>
        <source>It says “%1”</source>
        <translation>В тексте сказано: «%1»</translation>
    </message>
    <message>
        <source>Near %1, which you liked</source>
        <translation>Близко к любимому «%1»</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Косинус</translation>
    </message>
    <message>
        <source>Inner product</source>
        <translation>Скалярное произведение</translation>
    </message>
    <message>
        <source>of unit vectors</source>
        <translation>единичных векторов</translation>
    </message>
    <message>
        <source>of vectors as they are</source>
        <translation>векторов как есть</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Расстояние</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Squared distance</source>
        <translation>Квадрат расстояния</translation>
    </message>
    <message>
        <source>as faiss gives it</source>
        <translation>как в faiss</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>your taste</source>
        <translation>ваш вкус</translation>
    </message>
</context>
<context>
    <name>tw::ui::DialogService</name>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
</context>
<context>
    <name>tw::ui::DiscoverPage</name>
    <message>
        <source>Search by title, or describe what you feel like watching</source>
        <translation>Название или описание того, что хочется посмотреть</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
</context>
<context>
    <name>tw::ui::EmbedderPart</name>
    <message>
        <source>Embedder</source>
        <translation>Построение векторов</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Встроенное</translation>
    </message>
    <message>
        <source>Embedders</source>
        <translation>Способы построения векторов</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>How Ollama is asked</source>
        <translation>Как запрашивать Ollama</translation>
    </message>
    <message>
        <source>More: fewer calls, and later a sign of life from a slow server</source>
        <translation>Больше: меньше запросов, но медленный сервер позже подаёт знак жизни</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>What this model wants put before a film’s text</source>
        <translation>Что эта модель ожидает перед текстом фильма</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Films at a time</source>
        <translation>Фильмов за раз</translation>
    </message>
    <message>
        <source>Put before a text</source>
        <translation>Перед текстом</translation>
    </message>
    <message>
        <source>Without a server the built-in embedder does the work: smaller, and always there.</source>
        <translation>Без сервера работает встроенное построение векторов: проще, зато всегда под рукой.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Check the server</source>
        <translation>Проверить сервер</translation>
    </message>
    <message>
        <source>Embed %1</source>
        <translation>Построить векторы: %1</translation>
    </message>
    <message>
        <source>Check the server first</source>
        <translation>Сначала проверьте сервер</translation>
    </message>
    <message>
        <source>This library can be looked at, not changed</source>
        <translation>Эту фильмотеку можно смотреть, но не изменять</translation>
    </message>
    <message>
        <source>Word vectors that come with Tastewalk, weighed over this catalogue, for each film and each sentence. No server, nothing leaves this computer.</source>
        <translation>Векторы слов из состава Tastewalk, взвешенные по этому каталогу, для каждого фильма и каждого предложения. Без сервера, ничто не покидает этот компьютер.</translation>
    </message>
    <message>
        <source>%1 have their vector.</source>
        <translation>С вектором: %1.</translation>
    </message>
    <message>
        <source>Embed anew</source>
        <translation>Построить заново</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Films without a vector, and why</source>
        <translation>Фильмы без вектора и почему</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Скрыть</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films have no vector: the server would not take their texts.</source>
        <translation>
            <numerusform>У %Ln фильма нет вектора: сервер не принял его текст.</numerusform>
            <numerusform>У %Ln фильмов нет векторов: сервер не принял их тексты.</numerusform>
            <numerusform>У %Ln фильмов нет векторов: сервер не принял их тексты.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ErrorDetails</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Technical text</source>
        <translation>Технический текст</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>tw::ui::ErrorText</name>
    <message>
        <source>This library could not be opened.</source>
        <translation>Эту фильмотеку не удалось открыть.</translation>
    </message>
    <message>
        <source>The library could not be made.</source>
        <translation>Фильмотеку не удалось создать.</translation>
    </message>
    <message>
        <source>Text search is not available.</source>
        <translation>Поиск по тексту недоступен.</translation>
    </message>
    <message>
        <source>The space could not be loaded.</source>
        <translation>Пространство не удалось загрузить.</translation>
    </message>
    <message>
        <source>The space was not switched.</source>
        <translation>Пространство не переключено.</translation>
    </message>
    <message>
        <source>Search by meaning has to wait.</source>
        <translation>Поиску по смыслу придётся подождать.</translation>
    </message>
    <message>
        <source>This was not saved.</source>
        <translation>Это не сохранено.</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>Ничего не отменено.</translation>
    </message>
    <message>
        <source>Nothing was brought back.</source>
        <translation>Ничего не возвращено.</translation>
    </message>
    <message>
        <source>Nothing was forgotten.</source>
        <translation>Ничего не забыто.</translation>
    </message>
    <message>
        <source>The settings were not saved.</source>
        <translation>Настройки не сохранены.</translation>
    </message>
    <message>
        <source>Changes by other programs can’t be seen.</source>
        <translation>Изменения, сделанные другими программами, не видны.</translation>
    </message>
    <message>
        <source>The import did not finish.</source>
        <translation>Импорт не завершён.</translation>
    </message>
    <message>
        <source>The space was not built.</source>
        <translation>Пространство не построено.</translation>
    </message>
    <message>
        <source>The index was not rebuilt.</source>
        <translation>Индекс не перестроен.</translation>
    </message>
    <message>
        <source>The space was not removed.</source>
        <translation>Пространство не удалено.</translation>
    </message>
    <message>
        <source>The search did not finish.</source>
        <translation>Поиск не завершён.</translation>
    </message>
    <message>
        <source>There are no new recommendations.</source>
        <translation>Новых рекомендаций нет.</translation>
    </message>
    <message>
        <source>The lists could not be made.</source>
        <translation>Списки не удалось составить.</translation>
    </message>
    <message>
        <source>The map could not be drawn.</source>
        <translation>Карту не удалось нарисовать.</translation>
    </message>
    <message>
        <source>The nearest films could not be found.</source>
        <translation>Ближайшие фильмы не удалось найти.</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>Файл не записан.</translation>
    </message>
    <message>
        <source>The server could not be asked.</source>
        <translation>Запрос к серверу не удался.</translation>
    </message>
    <message>
        <source>Other libraries are untouched.</source>
        <translation>Другие фильмотеки не затронуты.</translation>
    </message>
    <message>
        <source>Titles, text search and your likes work without it.</source>
        <translation>Названия, поиск по тексту и ваши отметки работают и без этого.</translation>
    </message>
    <message>
        <source>The present space stays in use.</source>
        <translation>Используется прежнее пространство.</translation>
    </message>
    <message>
        <source>Titles and texts are searched meanwhile.</source>
        <translation>Пока поиск идёт по названиям и текстам.</translation>
    </message>
    <message>
        <source>Your likes are as they were.</source>
        <translation>Ваши отметки остались прежними.</translation>
    </message>
    <message>
        <source>They hold until the window closes.</source>
        <translation>Они действуют, пока открыто окно.</translation>
    </message>
    <message>
        <source>The catalogue is as it was.</source>
        <translation>Каталог остался прежним.</translation>
    </message>
    <message>
        <source>Vectors already made are kept, and the present space stays in use.</source>
        <translation>Готовые векторы сохранены, используется прежнее пространство.</translation>
    </message>
    <message>
        <source>The old index stays in use.</source>
        <translation>Используется старый индекс.</translation>
    </message>
    <message>
        <source>A file that was there before is untouched.</source>
        <translation>Прежний файл не затронут.</translation>
    </message>
    <message>
        <source>The list shown is the last good one.</source>
        <translation>Показан последний верный список.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>Ollama is not answering.</source>
        <translation>Ollama не отвечает.</translation>
    </message>
    <message>
        <source>Ollama takes too long to answer.</source>
        <translation>Ollama отвечает слишком долго.</translation>
    </message>
    <message>
        <source>Ollama is busy.</source>
        <translation>Ollama занята.</translation>
    </message>
    <message>
        <source>Ollama refused the request.</source>
        <translation>Ollama отклонила запрос.</translation>
    </message>
    <message>
        <source>The server answered something else than Ollama would.</source>
        <translation>Сервер ответил не так, как отвечает Ollama.</translation>
    </message>
    <message>
        <source>The model is not on this server.</source>
        <translation>Этой модели нет на сервере.</translation>
    </message>
    <message>
        <source>The model %1 is not on this server.</source>
        <translation>Модели %1 нет на этом сервере.</translation>
    </message>
    <message>
        <source>This library is being changed elsewhere.</source>
        <translation>Эту фильмотеку сейчас изменяет другая программа.</translation>
    </message>
    <message>
        <source>This library can be looked at, not changed.</source>
        <translation>Эту фильмотеку можно смотреть, но не изменять.</translation>
    </message>
    <message>
        <source>This was made by a newer Tastewalk.</source>
        <translation>Это создано более новой версией Tastewalk.</translation>
    </message>
    <message>
        <source>No column of this file looks like a title.</source>
        <translation>Ни один столбец этого файла не похож на название.</translation>
    </message>
    <message>
        <source>This file is in none of the formats Tastewalk reads.</source>
        <translation>Tastewalk не читает файлы такого формата.</translation>
    </message>
    <message>
        <source>“%1” can’t be written. Check the free space and that you may write there.</source>
        <translation>«%1» не записывается. Проверьте свободное место и права на запись.</translation>
    </message>
    <message>
        <source>Try again when the other program is done.</source>
        <translation>Повторите, когда другая программа закончит.</translation>
    </message>
    <message>
        <source>It is held by %1. Try again when that is done.</source>
        <translation>Её удерживает %1. Повторите, когда работа закончится.</translation>
    </message>
    <message>
        <source>Start Ollama, or check its address on the Library page.</source>
        <translation>Запустите Ollama или проверьте её адрес на странице «Фильмотека».</translation>
    </message>
    <message>
        <source>A large model may still be loading. Try again in a moment.</source>
        <translation>Возможно, большая модель ещё загружается. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>Check the address on the Library page.</source>
        <translation>Проверьте адрес на странице «Фильмотека».</translation>
    </message>
    <message>
        <source>Choose an installed model, or pull this one with Ollama.</source>
        <translation>Выберите установленную модель или загрузите эту через Ollama.</translation>
    </message>
    <message>
        <source>This is a fault of Tastewalk; the details help to report it.</source>
        <translation>Это ошибка Tastewalk; подробности помогут о ней сообщить.</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation>О чём: %1</translation>
    </message>
    <message>
        <source>Row: %1</source>
        <translation>Строка: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Not readable: %1</source>
        <translation>Не читается: %1</translation>
    </message>
    <message>
        <source>Not readable, or without a title</source>
        <translation>Не читается или без названия</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>You may not read its folder. Change the folder’s permissions, or open another library.</source>
        <translation>Нет права читать её папку. Измените права на папку или откройте другую фильмотеку.</translation>
    </message>
    <message>
        <source>You may not read “%1”. Change its permissions, then try again.</source>
        <translation>Нет права читать «%1». Измените права и повторите.</translation>
    </message>
    <message>
        <source>You may not write in this folder. Export to another one.</source>
        <translation>Нет права писать в эту папку. Экспортируйте в другую.</translation>
    </message>
    <message>
        <source>You may not write in this folder. Choose another one.</source>
        <translation>Нет права писать в эту папку. Выберите другую.</translation>
    </message>
    <message>
        <source>You may not write “%1”. Change its permissions, then change a setting.</source>
        <translation>Нет права писать «%1». Измените права, затем любую настройку.</translation>
    </message>
    <message>
        <source>You may not write in the library’s folder. Change its permissions, then try again.</source>
        <translation>Нет права писать в папку фильмотеки. Измените права и повторите.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, or export to another disk.</source>
        <translation>Диск заполнен. Освободите место или экспортируйте на другой диск.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>Диск заполнен. Освободите место и повторите.</translation>
    </message>
    <message>
        <source>This disk can only be read. Export to another one.</source>
        <translation>Этот диск только для чтения. Экспортируйте на другой.</translation>
    </message>
    <message>
        <source>This disk can only be read. Choose a folder on another one.</source>
        <translation>Этот диск только для чтения. Выберите папку на другом.</translation>
    </message>
    <message>
        <source>The disk it lies on can only be read. Copy the library to another disk, and open the copy.</source>
        <translation>Её диск только для чтения. Скопируйте фильмотеку на другой диск и откройте копию.</translation>
    </message>
    <message>
        <source>Another program is writing to the library. Try again in a moment.</source>
        <translation>В фильмотеку пишет другая программа. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>The disk reports a fault. Copy the library to another disk, and open the copy.</source>
        <translation>Диск сообщает о сбое. Скопируйте фильмотеку на другой диск и откройте копию.</translation>
    </message>
    <message>
        <source>“%1” is damaged or not complete. Get the file again, then import it.</source>
        <translation>«%1» повреждён или неполон. Получите файл снова и импортируйте его.</translation>
    </message>
    <message>
        <source>Its file is made anew the next time the library is opened.</source>
        <translation>Его файл будет создан заново при следующем открытии фильмотеки.</translation>
    </message>
    <message>
        <source>Nothing in it can be read any more. A backup of its folder may still open.</source>
        <translation>В ней уже ничего не читается. Возможно, откроется резервная копия её папки.</translation>
    </message>
    <message>
        <source>Open it again: what can still be read is offered for rescue.</source>
        <translation>Откройте её снова: то, что ещё читается, будет предложено спасти.</translation>
    </message>
    <message>
        <source>Embed the films again; the vectors already made make that quick.</source>
        <translation>Постройте векторы заново; готовые векторы ускорят это.</translation>
    </message>
    <message>
        <source>“%1” is damaged. Open the library again; what can be made anew is.</source>
        <translation>«%1» повреждён. Откройте фильмотеку снова; всё, что можно, будет создано заново.</translation>
    </message>
    <message>
        <source>“%1” is broken at row %2. Mend that row or leave it out, then import again.</source>
        <translation>«%1» повреждён в строке %2. Исправьте или удалите эту строку и импортируйте снова.</translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation>Откройте её или выберите другую папку.</translation>
    </message>
    <message>
        <source>“%1” is there already. Choose another name.</source>
        <translation>«%1» уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>“%1” can’t be read. Check the disk it lies on, then try again.</source>
        <translation>«%1» не читается. Проверьте диск, на котором он лежит, и повторите.</translation>
    </message>
    <message>
        <source>It reads CSV, TSV, JSON and JSON Lines, also gzipped. Save the file as one of these.</source>
        <translation>Читаются CSV, TSV, JSON и JSON Lines, также сжатые gzip. Сохраните файл в одном из этих форматов.</translation>
    </message>
    <message>
        <source>Update Tastewalk, or open another library.</source>
        <translation>Обновите Tastewalk или откройте другую фильмотеку.</translation>
    </message>
    <message>
        <source>Update Tastewalk to use it.</source>
        <translation>Чтобы его использовать, обновите Tastewalk.</translation>
    </message>
    <message>
        <source>Say which column holds the titles, then import again.</source>
        <translation>Укажите столбец с названиями и импортируйте снова.</translation>
    </message>
    <message>
        <source>Start Ollama and try again; embedding goes on where it stopped.</source>
        <translation>Запустите Ollama и повторите; построение продолжится с места остановки.</translation>
    </message>
    <message>
        <source>A large model may need longer. Try again; embedding goes on where it stopped.</source>
        <translation>Большой модели может понадобиться больше времени. Повторите; построение продолжится с места остановки.</translation>
    </message>
    <message>
        <source>Try again in a moment; embedding goes on where it stopped.</source>
        <translation>Повторите чуть позже; построение продолжится с места остановки.</translation>
    </message>
    <message>
        <source>Others are asking it too. Try again in a moment.</source>
        <translation>К нему обращаются и другие. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>The details hold its answer. Another model or another version of Ollama may help.</source>
        <translation>Его ответ — в подробностях. Может помочь другая модель или версия Ollama.</translation>
    </message>
    <message>
        <source>Check on the Library page which server is asked, and with which model.</source>
        <translation>Проверьте на странице «Фильмотека», какой сервер и с какой моделью используется.</translation>
    </message>
    <message>
        <source>Check its address on the Library page; a name and a password may belong into it.</source>
        <translation>Проверьте его адрес на странице «Фильмотека»; в нём могут быть нужны имя и пароль.</translation>
    </message>
    <message>
        <source>Embed again when it no longer changes; vectors of two models are never mixed.</source>
        <translation>Постройте векторы снова, когда она перестанет меняться; векторы двух моделей не смешиваются.</translation>
    </message>
    <message>
        <source>Embed the films again, or bring the former model back.</source>
        <translation>Постройте векторы заново или верните прежнюю модель.</translation>
    </message>
    <message>
        <source>Embed the films again: all of them get vectors of the present model.</source>
        <translation>Постройте векторы заново: все фильмы получат векторы нынешней модели.</translation>
    </message>
    <message>
        <source>Try another model on the Library page, or the built-in embedder.</source>
        <translation>Попробуйте другую модель на странице «Фильмотека» или встроенное построение.</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>It can be begun again at any time.</source>
        <translation>Её можно начать снова в любой момент.</translation>
    </message>
    <message>
        <source>One of the values is out of its range. Change it and try again.</source>
        <translation>Одно из значений вне допустимых пределов. Измените его и повторите.</translation>
    </message>
    <message>
        <source>Several films fit. Add the year.</source>
        <translation>Подходят несколько фильмов. Добавьте год.</translation>
    </message>
    <message>
        <source>No film has a text to make vectors from. Import a catalogue that has texts.</source>
        <translation>Ни у одного фильма нет текста для векторов. Импортируйте каталог с текстами.</translation>
    </message>
    <message>
        <source>The graph did not find its own films. Use more links, or the exact index.</source>
        <translation>Граф не нашёл собственные фильмы. Увеличьте число связей или используйте точный индекс.</translation>
    </message>
    <message>
        <source>Change the permissions of its folder, or copy the library to a folder of yours.</source>
        <translation>Измените права на её папку или скопируйте фильмотеку в свою папку.</translation>
    </message>
    <message>
        <source>Nothing more is written into it. Open the library again.</source>
        <translation>В неё больше ничего не пишется. Откройте фильмотеку снова.</translation>
    </message>
    <message>
        <source>The library’s database reported a fault. Check the disk, then try again.</source>
        <translation>База данных фильмотеки сообщила о сбое. Проверьте диск и повторите.</translation>
    </message>
    <message>
        <source>This space, file or server can’t do it. Choose another on the Library page.</source>
        <translation>Это пространство, файл или сервер этого не умеют. Выберите другие на странице «Фильмотека».</translation>
    </message>
    <message>
        <source>The rescue did not finish.</source>
        <translation>Спасение не завершено.</translation>
    </message>
    <message>
        <source>Tastewalk’s own settings were not saved.</source>
        <translation>Настройки самой программы не сохранены.</translation>
    </message>
    <message>
        <source>Nothing in its folder was changed.</source>
        <translation>В её папке ничего не изменено.</translation>
    </message>
    <message>
        <source>Recommendations, the map and your likes work without it.</source>
        <translation>Рекомендации, карта и ваши отметки работают без него.</translation>
    </message>
    <message>
        <source>The window shows what it read last.</source>
        <translation>Окно показывает то, что прочитано последним.</translation>
    </message>
    <message>
        <source>The catalogue and your likes are untouched.</source>
        <translation>Каталог и ваши отметки не изменены.</translation>
    </message>
    <message>
        <source>Lists, search and your likes work without it.</source>
        <translation>Списки, поиск и ваши отметки работают без него.</translation>
    </message>
    <message>
        <source>All else about the film is shown.</source>
        <translation>Всё остальное о фильме показано.</translation>
    </message>
    <message>
        <source>The spaces you have stay in use.</source>
        <translation>Имеющиеся пространства используются дальше.</translation>
    </message>
    <message>
        <source>The damaged library is untouched.</source>
        <translation>Повреждённая фильмотека не изменена.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films keep their vectors.</source>
        <translation>
            <numerusform>%Ln фильм сохраняет вектор.</numerusform>
            <numerusform>%Ln фильма сохраняют векторы.</numerusform>
            <numerusform>%Ln фильмов сохраняют векторы.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films keep their vectors; search goes on with “%1”.</source>
        <translation>
            <numerusform>%Ln фильм сохраняет вектор; поиск продолжается с «%1».</numerusform>
            <numerusform>%Ln фильма сохраняют векторы; поиск продолжается с «%1».</numerusform>
            <numerusform>%Ln фильмов сохраняют векторы; поиск продолжается с «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no library in this folder.</source>
        <translation>В этой папке нет фильмотеки.</translation>
    </message>
    <message>
        <source>The space is not there any more.</source>
        <translation>Пространства больше нет.</translation>
    </message>
    <message>
        <source>The folder of this library is gone.</source>
        <translation>Папка этой фильмотеки исчезла.</translation>
    </message>
    <message>
        <source>This library is damaged.</source>
        <translation>Эта фильмотека повреждена.</translation>
    </message>
    <message>
        <source>The space is damaged.</source>
        <translation>Пространство повреждено.</translation>
    </message>
    <message>
        <source>This library was made by a newer Tastewalk.</source>
        <translation>Эта фильмотека создана более новой версией Tastewalk.</translation>
    </message>
    <message>
        <source>This space was made by a newer Tastewalk.</source>
        <translation>Это пространство создано более новой версией Tastewalk.</translation>
    </message>
    <message>
        <source>There is a library in this folder already.</source>
        <translation>В этой папке уже есть фильмотека.</translation>
    </message>
    <message>
        <source>Ollama stopped answering.</source>
        <translation>Ollama перестала отвечать.</translation>
    </message>
    <message>
        <source>The answers of the server can’t be used.</source>
        <translation>Ответы сервера непригодны.</translation>
    </message>
    <message>
        <source>The server does not let Tastewalk in.</source>
        <translation>Сервер не пускает Tastewalk.</translation>
    </message>
    <message>
        <source>The model was replaced while films were embedded.</source>
        <translation>Модель заменили во время построения векторов.</translation>
    </message>
    <message>
        <source>Another model stands under this name now.</source>
        <translation>Под этим именем теперь другая модель.</translation>
    </message>
    <message>
        <source>The model changed while films were embedded.</source>
        <translation>Модель изменилась во время построения векторов.</translation>
    </message>
    <message>
        <source>The model has changed since the space was made.</source>
        <translation>Модель изменилась с тех пор, как создано пространство.</translation>
    </message>
    <message>
        <source>The model gave numbers that can’t be used.</source>
        <translation>Модель выдала непригодные числа.</translation>
    </message>
    <message>
        <source>Another library lies in this one’s place now.</source>
        <translation>На месте этой фильмотеки теперь другая.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>Открыть другую фильмотеку…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть её</translation>
    </message>
    <message>
        <source>Embed again</source>
        <translation>Построить заново</translation>
    </message>
    <message>
        <source>Show the server</source>
        <translation>Показать сервер</translation>
    </message>
    <message>
        <source>Export elsewhere…</source>
        <translation>Экспорт в другое место…</translation>
    </message>
    <message>
        <source>It may have been moved or renamed. Open it where it is now, or open another one.</source>
        <translation>Возможно, её переместили или переименовали. Откройте её на новом месте или откройте другую.</translation>
    </message>
    <message>
        <source>The folder for it is not there. Choose another one.</source>
        <translation>Папки для неё нет. Выберите другую.</translation>
    </message>
    <message>
        <source>“%1” is not there any more. Look where it is now, then import it from there.</source>
        <translation>«%1» больше нет на месте. Найдите, где он теперь, и импортируйте оттуда.</translation>
    </message>
    <message>
        <source>The folder to write to is not there any more. Choose another one.</source>
        <translation>Папки для записи больше нет. Выберите другую.</translation>
    </message>
    <message>
        <source>There is nothing to take back any more; another program may have done it.</source>
        <translation>Отменять больше нечего; возможно, это сделала другая программа.</translation>
    </message>
    <message>
        <source>There is nothing to bring back any more; another program may have done it.</source>
        <translation>Возвращать больше нечего; возможно, это сделала другая программа.</translation>
    </message>
    <message>
        <source>Their folder is not there. Make it again, then change a setting.</source>
        <translation>Их папки нет. Создайте её снова и измените любую настройку.</translation>
    </message>
    <message>
        <source>Its files were removed. Embed the films again; the vectors already made make that quick.</source>
        <translation>Его файлы удалены. Постройте векторы заново; готовые векторы ускорят это.</translation>
    </message>
    <message>
        <source>The folder of the library was moved or removed. Put it back, or open another library.</source>
        <translation>Папку фильмотеки переместили или удалили. Верните её или откройте другую фильмотеку.</translation>
    </message>
    <message>
        <source>Rescue what can be read of it, or open another library; the damaged file is kept.</source>
        <translation>Спасите то, что читается, или откройте другую фильмотеку; повреждённый файл сохраняется.</translation>
    </message>
    <message>
        <source>Rescue what can be read</source>
        <translation>Спасти то, что читается</translation>
    </message>
    <message>
        <source>Nothing was measured.</source>
        <translation>Ничего не измерено.</translation>
    </message>
    <message>
        <source>The vectors were not brought in.</source>
        <translation>Векторы не загружены.</translation>
    </message>
    <message>
        <source>The index is as it was.</source>
        <translation>Индекс остался прежним.</translation>
    </message>
</context>
<context>
    <name>tw::ui::ExploreColumnPane</name>
    <message>
        <source>Type what you are in the mood for, and compare it with the lists beside.</source>
        <translation>Напишите, что хочется посмотреть, и сравните с соседними списками.</translation>
    </message>
    <message>
        <source>Pin the list</source>
        <translation>Закрепить список</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <source>Dimensions drawn anew</source>
        <translation>Размерности заново</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>More: films farther from your taste, in every direction a little.</source>
        <translation>Больше: фильмы дальше от вашего вкуса, понемногу во все стороны.</translation>
    </message>
    <message>
        <source>More: so many of the numbers are drawn by chance, the others kept.</source>
        <translation>Больше: столько чисел выбирается случайно, остальные сохраняются.</translation>
    </message>
    <message>
        <source>The films closest to you, in order. No chance involved.</source>
        <translation>Самые близкие вам фильмы по порядку. Без случайности.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search to compare with</source>
        <translation>Поиск для сравнения</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Расстояние</translation>
    </message>
    <message>
        <source>How far from your taste, on average: 1 minus the cosine.</source>
        <translation>Как далеко от вашего вкуса в среднем: 1 минус косинус.</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>Разнообразие</translation>
    </message>
    <message>
        <source>How far from each other, on average: 1 minus the cosine.</source>
        <translation>Как далеко друг от друга в среднем: 1 минус косинус.</translation>
    </message>
    <message>
        <source>Compare with the profile again</source>
        <translation>Снова сравнить со вкусом</translation>
    </message>
    <message>
        <source>%1, percent</source>
        <translation>%1, проценты</translation>
    </message>
</context>
<context>
    <name>tw::ui::ExplorePage</name>
    <message>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Перемешать</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Column before</source>
        <translation>Предыдущая колонка</translation>
    </message>
    <message>
        <source>Next column</source>
        <translation>Следующая колонка</translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <translation>Вид шума</translation>
    </message>
    <message>
        <source>As in the article</source>
        <translation>Как в статье</translation>
    </message>
    <message>
        <source>Nothing to explore yet</source>
        <translation>Пока нечего обозревать</translation>
    </message>
    <message>
        <source>It needs a space: numbers that say which films resemble each other. The built-in one makes itself; the Library shows how far it is.</source>
        <translation>Нужно пространство: числа, по которым видно, какие фильмы похожи. Встроенное строится само; ход работы виден в фильмотеке.</translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation>Фильмотека не открыта</translation>
    </message>
    <message>
        <source>Open one in the Library to explore its films.</source>
        <translation>Откройте её в разделе «Фильмотека», чтобы обозревать фильмы.</translation>
    </message>
    <message>
        <source>Go to the Library</source>
        <translation>Перейти в фильмотеку</translation>
    </message>
</context>
<context>
    <name>tw::ui::ExplorePresenter</name>
    <message>
        <source>Profile</source>
        <translation>Вкус</translation>
    </message>
    <message>
        <source>The article’s noise</source>
        <translation>Шум из статьи</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>Гауссов шум</translation>
    </message>
    <message>
        <source>The article’s buckets</source>
        <translation>Корзины из статьи</translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation>Корзины</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Cosine to your profile %1</source>
        <translation>Косинус к вашему вкусу %1</translation>
    </message>
    <message>
        <source>The noise drowns your profile: this list is pure chance.</source>
        <translation>Шум заглушает ваш вкус: этот список чисто случаен.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picked</source>
        <translation>
            <numerusform>выбран %Ln</numerusform>
            <numerusform>выбрано %Ln</numerusform>
            <numerusform>выбрано %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picks</source>
        <translation>
            <numerusform>%Ln выбор</numerusform>
            <numerusform>%Ln выбора</numerusform>
            <numerusform>%Ln выборов</numerusform>
        </translation>
    </message>
    <message>
        <source>What lies nearest serves you best so far.</source>
        <translation>Пока лучше всего вам служит самое близкое.</translation>
    </message>
    <message>
        <source>A little noise serves you best so far.</source>
        <translation>Пока лучше всего вам служит немного шума.</translation>
    </message>
    <message>
        <source>Buckets serve you best so far.</source>
        <translation>Пока лучше всего вам служат корзины.</translation>
    </message>
    <message>
        <source>Your own searches serve you best so far.</source>
        <translation>Пока лучше всего вам служат собственные поиски.</translation>
    </message>
</context>
<context>
    <name>tw::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>Предпросмотр файла</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Записываемый файл</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose the file to write</source>
        <translation>Выбор файла для записи</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Копировать список</translation>
    </message>
    <message>
        <source>The whole list as text, to paste elsewhere</source>
        <translation>Весь список как текст, чтобы вставить в другом месте</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Copied. Paste it wherever you like.</source>
        <translation>Скопировано. Вставьте, куда нужно.</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>Есть всегда</translation>
    </message>
    <message>
        <source>Replace “%1”?</source>
        <translation>Заменить «%1»?</translation>
    </message>
    <message>
        <source>There is a file with this name in “%1”.</source>
        <translation>Файл с таким именем уже есть в «%1».</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation>Заменить файл</translation>
    </message>
</context>
<context>
    <name>tw::ui::ExportPresenter</name>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Original title</source>
        <translation>Оригинальное название</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Жанры</translation>
    </message>
    <message>
        <source>Directors</source>
        <translation>Режиссёры</translation>
    </message>
    <message>
        <source>IMDb id</source>
        <translation>IMDb ID</translation>
    </message>
    <message>
        <source>TMDB id</source>
        <translation>TMDB ID</translation>
    </message>
    <message>
        <source>Liked or disliked</source>
        <translation>Нравится или нет</translation>
    </message>
    <message>
        <source>Date liked</source>
        <translation>Дата отметки</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Где найдено</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Share of taste</source>
        <translation>Доля во вкусе</translation>
    </message>
    <message>
        <source>Liked films</source>
        <translation>Понравившиеся</translation>
    </message>
    <message>
        <source>Selected films</source>
        <translation>Выделенные фильмы</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Рекомендации</translation>
    </message>
    <message numerus="yes">
        <source>the nearest %Ln films</source>
        <translation>
            <numerusform>ближайший %Ln фильм</numerusform>
            <numerusform>ближайшие %Ln фильма</numerusform>
            <numerusform>ближайшие %Ln фильмов</numerusform>
        </translation>
    </message>
    <message>
        <source>after the first like</source>
        <translation>после первого понравившегося</translation>
    </message>
    <message>
        <source>Explore columns</source>
        <translation>Колонки обзора</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists, seed %1</source>
        <translation>
            <numerusform>%Ln список, зерно %1</numerusform>
            <numerusform>%Ln списка, зерно %1</numerusform>
            <numerusform>%Ln списков, зерно %1</numerusform>
        </translation>
    </message>
    <message>
        <source>open Explore first</source>
        <translation>сначала откройте обзор</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Результаты поиска</translation>
    </message>
    <message numerus="yes">
        <source>%Ln for “%1”</source>
        <translation>
            <numerusform>%Ln по запросу «%1»</numerusform>
            <numerusform>%Ln по запросу «%1»</numerusform>
            <numerusform>%Ln по запросу «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>search for something first</source>
        <translation>сначала поищите</translation>
    </message>
    <message>
        <source>Explore, seed %1</source>
        <translation>Обзор, зерно %1</translation>
    </message>
    <message>
        <source>Search for “%1”</source>
        <translation>Поиск «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows, %1</source>
        <translation>
            <numerusform>%Ln строка, %1</numerusform>
            <numerusform>%Ln строки, %1</numerusform>
            <numerusform>%Ln строк, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln films have an IMDb id; Letterboxd looks for the others by title and year.</source>
        <translation>
            <numerusform>IMDb ID есть у %1 из %Ln фильма; остальные Letterboxd ищет по названию и году.</numerusform>
            <numerusform>IMDb ID есть у %1 из %Ln фильмов; остальные Letterboxd ищет по названию и году.</numerusform>
            <numerusform>IMDb ID есть у %1 из %Ln фильмов; остальные Letterboxd ищет по названию и году.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln films have an IMDb id, so Letterboxd will match every one.</source>
        <translation>
            <numerusform>У %Ln фильма есть IMDb ID, Letterboxd опознаёт каждый.</numerusform>
            <numerusform>У всех %Ln фильмов есть IMDb ID, Letterboxd опознаёт каждый.</numerusform>
            <numerusform>У всех %Ln фильмов есть IMDb ID, Letterboxd опознаёт каждый.</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Letterboxd</source>
        <translation>Letterboxd</translation>
    </message>
    <message>
        <source>for spreadsheets</source>
        <translation>для электронных таблиц</translation>
    </message>
    <message>
        <source>for programs, everything kept</source>
        <translation>для программ, целиком</translation>
    </message>
    <message>
        <source>for notes and mail</source>
        <translation>для заметок и писем</translation>
    </message>
    <message>
        <source>its import format</source>
        <translation>формат его импорта</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln films</source>
        <translation>
            <numerusform>Экспортировать %Ln фильм</numerusform>
            <numerusform>Экспортировать %Ln фильма</numerusform>
            <numerusform>Экспортировать %Ln фильмов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::FacetPopover</name>
    <message>
        <source>%1, %2</source>
        <comment>value and number of films</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tw::ui::FilmActs</name>
    <message>
        <source>Take the like back</source>
        <translation>Снять «Нравится»</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Take the dislike back</source>
        <translation>Снять «Не нравится»</translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation>Не нравится</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Снова показывать</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ещё похожие</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Показать на карте</translation>
    </message>
    <message>
        <source>Copy title and year</source>
        <translation>Копировать название и год</translation>
    </message>
    <message>
        <source>Export a list…</source>
        <translation>Экспортировать список…</translation>
    </message>
    <message>
        <source>Between “%1” and this</source>
        <translation>Между «%1» и этим</translation>
    </message>
    <message>
        <source>Between this and another film</source>
        <translation>Между этим и другим фильмом</translation>
    </message>
</context>
<context>
    <name>tw::ui::FilmList</name>
    <message>
        <source>new</source>
        <comment>not in the list compared with</comment>
        <translation>новый</translation>
    </message>
</context>
<context>
    <name>tw::ui::FilterBar</name>
    <message>
        <source>Clear the filter</source>
        <translation>Убрать фильтр</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Between “%1” and … choose another film: B, or its menu.</source>
        <translation>Между «%1» и … выберите другой фильм: B или его меню.</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Не нужно</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a filter and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Фильтр: %1</translation>
    </message>
    <message>
        <source>No longer: %1</source>
        <comment>a filter</comment>
        <translation>Больше не нужно: %1</translation>
    </message>
</context>
<context>
    <name>tw::ui::FilterPresenter</name>
    <message>
        <source>Decade</source>
        <translation>Десятилетие</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a filter</comment>
        <translation>не %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Take “%1”</source>
        <translation>Взять «%1»</translation>
    </message>
</context>
<context>
    <name>tw::ui::FilterText</name>
    <message>
        <source>%1 to %2</source>
        <comment>years</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Жанр</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>Режиссёр</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Актёр</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Ключевое слово</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минуты</translation>
    </message>
    <message>
        <source>Films have no “%1” to filter by; it is searched as words.</source>
        <translation>Фильтра «%1» нет; это ищется как слова.</translation>
    </message>
    <message>
        <source>“%1” is no number or range. Write %2 or %3.</source>
        <translation>«%1» не число и не промежуток. Пишите %2 или %3.</translation>
    </message>
    <message>
        <source>Behind “%1:” a value is still missing.</source>
        <translation>После «%1:» не хватает значения.</translation>
    </message>
    <message>
        <source>No film has “%1” as its %2.</source>
        <translation>Нет фильмов, где «%1» — это %2.</translation>
    </message>
    <message>
        <source>No film is called “%1”.</source>
        <translation>Нет фильма с названием «%1».</translation>
    </message>
    <message>
        <source>Several films are called “%1”; this is about %2.</source>
        <translation>Фильмов «%1» несколько; взят %2.</translation>
    </message>
</context>
<context>
    <name>tw::ui::GenreText</name>
    <message>
        <source>Action</source>
        <translation>Боевик</translation>
    </message>
    <message>
        <source>Adventure</source>
        <translation>Приключения</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Анимация</translation>
    </message>
    <message>
        <source>Biography</source>
        <translation>Биография</translation>
    </message>
    <message>
        <source>Comedy</source>
        <translation>Комедия</translation>
    </message>
    <message>
        <source>Crime</source>
        <translation>Криминал</translation>
    </message>
    <message>
        <source>Documentary</source>
        <translation>Документальный</translation>
    </message>
    <message>
        <source>Drama</source>
        <translation>Драма</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Семейный</translation>
    </message>
    <message>
        <source>Fantasy</source>
        <translation>Фэнтези</translation>
    </message>
    <message>
        <source>Film noir</source>
        <translation>Нуар</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Horror</source>
        <translation>Ужасы</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Музыка</translation>
    </message>
    <message>
        <source>Musical</source>
        <translation>Мюзикл</translation>
    </message>
    <message>
        <source>Mystery</source>
        <translation>Детектив</translation>
    </message>
    <message>
        <source>Romance</source>
        <translation>Мелодрама</translation>
    </message>
    <message>
        <source>Science fiction</source>
        <translation>Фантастика</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>Спорт</translation>
    </message>
    <message>
        <source>Thriller</source>
        <translation>Триллер</translation>
    </message>
    <message>
        <source>War</source>
        <translation>Военный</translation>
    </message>
    <message>
        <source>Western</source>
        <translation>Вестерн</translation>
    </message>
</context>
<context>
    <name>tw::ui::HistoryModel</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Жанры</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Где найдено</translation>
    </message>
    <message>
        <source>Share of taste</source>
        <translation>Доля во вкусе</translation>
    </message>
    <message numerus="yes">
        <source>%Ln liked</source>
        <translation>
            <numerusform>%Ln понравился</numerusform>
            <numerusform>%Ln понравились</numerusform>
            <numerusform>%Ln понравились</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>18 liked, since 20 October</comment>
        <translation>%1, начиная с %2</translation>
    </message>
    <message>
        <source>%1, %2, since %3</source>
        <comment>18 liked, 3 disliked, since 20 October</comment>
        <translation>%1, %2, начиная с %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln disliked</source>
        <translation>
            <numerusform>%Ln не понравился</numerusform>
            <numerusform>%Ln не понравились</numerusform>
            <numerusform>%Ln не понравились</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportColumnsModel</name>
    <message>
        <source>empty</source>
        <comment>a column</comment>
        <translation>пусто</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Примеры</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>Понимается как</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportColumnsTable</name>
    <message>
        <source>Columns of the file</source>
        <translation>Столбцы файла</translation>
    </message>
    <message>
        <source>As it was guessed</source>
        <translation>Как угадано</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportFilePane</name>
    <message>
        <source>Import this file</source>
        <translation>Импортировать этот файл</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>Распознано</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Просмотрено</translation>
    </message>
    <message>
        <source>Repair doubly encoded text</source>
        <translation>Исправить дважды закодированный текст</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>The first films as they will be</source>
        <translation>Первые фильмы, какими они будут</translation>
    </message>
    <message>
        <source>What will be embedded</source>
        <translation>Что пойдёт в вектор</translation>
    </message>
    <message>
        <source>The first film, as its text goes to the embedder.</source>
        <translation>Первый фильм: текст, по которому строится вектор.</translation>
    </message>
    <message>
        <source>None of the rows looked at can become a film.</source>
        <translation>Ни одна из просмотренных строк не может стать фильмом.</translation>
    </message>
    <message>
        <source>They appear here once a column holds the titles.</source>
        <translation>Они появятся здесь, когда будет выбран столбец с названиями.</translation>
    </message>
    <message numerus="yes">
        <source>A correction holds for all %Ln files with these columns.</source>
        <translation>
            <numerusform>Исправление действует для %Ln файла с такими столбцами.</numerusform>
            <numerusform>Исправление действует для всех %Ln файлов с такими столбцами.</numerusform>
            <numerusform>Исправление действует для всех %Ln файлов с такими столбцами.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what a file is, the part of it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Detect the encoding</source>
        <translation>Определить кодировку</translation>
    </message>
    <message>
        <source>%1 It is left out; the others can be imported.</source>
        <translation>%1 Он пропускается; остальные можно импортировать.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Посмотреть ещё раз</translation>
    </message>
    <message>
        <source>No column looks like a title.</source>
        <translation>Ни один столбец не похож на название.</translation>
    </message>
    <message>
        <source>Choose below which one holds the titles.</source>
        <translation>Выберите ниже, в каком из них названия.</translation>
    </message>
    <message numerus="yes">
        <source>Found in %Ln of the %1 rows looked at.</source>
        <translation>
            <numerusform>Найдено в %Ln из %1 просмотренных строк.</numerusform>
            <numerusform>Найдено в %Ln из %1 просмотренных строк.</numerusform>
            <numerusform>Найдено в %Ln из %1 просмотренных строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” becomes “%2”. %3</source>
        <comment>an example before and after, a sentence</comment>
        <translation>«%1» станет «%2». %3</translation>
    </message>
    <message>
        <source>No column holds a text. The films will be embedded from their titles and facts.</source>
        <translation>Ни в одном столбце нет текста. Векторы фильмов строятся по названиям и сведениям.</translation>
    </message>
    <message>
        <source>This file can’t be read.</source>
        <translation>Этот файл не читается.</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportFilmsModel</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Жанры</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportFilmsTable</name>
    <message>
        <source>The first films as they will be</source>
        <translation>Первые фильмы, какими они будут</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportPage</name>
    <message>
        <source>Back to the library</source>
        <translation>Назад к фильмотеке</translation>
    </message>
    <message>
        <source>Don’t import</source>
        <translation>Не импортировать</translation>
    </message>
    <message>
        <source>Other files…</source>
        <translation>Другие файлы…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Import more…</source>
        <translation>Импортировать ещё…</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Сохранить отчёт…</translation>
    </message>
    <message>
        <source>Show in Discover</source>
        <translation>Показать в «Подборе»</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>Отчёт сохранён.</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>Импортировать каталог</translation>
    </message>
    <message>
        <source>Last import</source>
        <translation>Последний импорт</translation>
    </message>
    <message>
        <source>New library “%1”</source>
        <translation>Новая фильмотека «%1»</translation>
    </message>
    <message>
        <source>Import “%1”</source>
        <translation>Импорт «%1»</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln files</source>
        <translation>
            <numerusform>Импорт %Ln файла</numerusform>
            <numerusform>Импорт %Ln файлов</numerusform>
            <numerusform>Импорт %Ln файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>import-report.csv</source>
        <comment>a file name</comment>
        <translation>import-report.csv</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportPresenter</name>
    <message>
        <source>An import is under way.</source>
        <translation>Импорт уже идёт.</translation>
    </message>
    <message>
        <source>Open a library first.</source>
        <translation>Сначала откройте фильмотеку.</translation>
    </message>
    <message>
        <source>This library can be looked at, not changed.</source>
        <translation>Эту фильмотеку можно смотреть, но не изменять.</translation>
    </message>
    <message>
        <source>The files are still being looked at.</source>
        <translation>Файлы ещё просматриваются.</translation>
    </message>
    <message>
        <source>Choose the column that holds the titles.</source>
        <translation>Выберите столбец с названиями.</translation>
    </message>
    <message>
        <source>None of these files can be imported.</source>
        <translation>Ни один из этих файлов нельзя импортировать.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Make the library</source>
        <translation>Создать фильмотеку</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln films</source>
        <translation>
            <numerusform>Импортировать %Ln фильм</numerusform>
            <numerusform>Импортировать %Ln фильма</numerusform>
            <numerusform>Импортировать %Ln фильмов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make the library with %Ln films</source>
        <translation>
            <numerusform>Создать фильмотеку: %Ln фильм</numerusform>
            <numerusform>Создать фильмотеку: %Ln фильма</numerusform>
            <numerusform>Создать фильмотеку: %Ln фильмов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportProgress</name>
    <message>
        <source>Cancel the import</source>
        <translation>Прервать импорт</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Ход импорта</translation>
    </message>
    <message>
        <source>You can go on with everything else meanwhile. The catalogue changes at the end, in one go.</source>
        <translation>Тем временем можно заниматься всем остальным. Каталог меняется в конце, сразу целиком.</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>начинается</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportReportModel</name>
    <message>
        <source>%1, %2</source>
        <comment>an archive, a file in it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>a row&apos;s number, a line&apos;s number</comment>
        <translation>%1, строка файла %2</translation>
    </message>
    <message>
        <source>the first %1; all of them are in the report</source>
        <translation>первые %1; все — в отчёте</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln rows</source>
        <translation>
            <numerusform>%1: %Ln строка</numerusform>
            <numerusform>%1: %Ln строки</numerusform>
            <numerusform>%1: %Ln строк</numerusform>
        </translation>
    </message>
    <message>
        <source>What and where</source>
        <translation>Что и где</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportResult</name>
    <message>
        <source>Left out</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>Исправлено</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Прочитано строк</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Обновлено</translation>
    </message>
    <message>
        <source>known before, with something new</source>
        <translation>уже известны, есть новое</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>known before, with nothing new</source>
        <translation>уже известны, нового нет</translation>
    </message>
    <message>
        <source>Without a text</source>
        <translation>Без текста</translation>
    </message>
    <message>
        <source>embedded from title and facts</source>
        <translation>вектор по названию и сведениям</translation>
    </message>
    <message>
        <source>The films are being embedded; until that is done, titles and texts find the new ones.</source>
        <translation>Векторы фильмов строятся; пока новые находятся по названиям и текстам.</translation>
    </message>
    <message>
        <source>No row was left out.</source>
        <translation>Ни одна строка не пропущена.</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportSetup</name>
    <message>
        <source>can’t be read, left out</source>
        <translation>не читается, пропускается</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>просматривается</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>пропускается</translation>
    </message>
    <message>
        <source>no title column, left out</source>
        <translation>нет столбца с названиями, пропускается</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>больше чем %1</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Файлы для импорта</translation>
    </message>
    <message>
        <source>File looked at</source>
        <translation>Просматриваемый файл</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a file, its state</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportText</name>
    <message>
        <source>separated by commas</source>
        <translation>через запятую</translation>
    </message>
    <message>
        <source>separated by semicolons</source>
        <translation>через точку с запятой</translation>
    </message>
    <message>
        <source>separated by tabs</source>
        <translation>через табуляцию</translation>
    </message>
    <message>
        <source>separated by bars</source>
        <translation>через вертикальную черту</translation>
    </message>
    <message>
        <source>separated by ::</source>
        <translation>через ::</translation>
    </message>
    <message>
        <source>Keep beside</source>
        <comment>a column of a catalogue</comment>
        <translation>Хранить рядом</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Original title</source>
        <translation>Оригинальное название</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Running time</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Страны</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Жанры</translation>
    </message>
    <message>
        <source>Directors</source>
        <translation>Режиссёры</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>Актёры</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Ключевые слова</translation>
    </message>
    <message>
        <source>Tagline</source>
        <translation>Слоган</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Постер</translation>
    </message>
    <message>
        <source>IMDb id</source>
        <translation>IMDb id</translation>
    </message>
    <message>
        <source>TMDB id</source>
        <translation>TMDB id</translation>
    </message>
    <message>
        <source>Leave out</source>
        <comment>a column of a catalogue</comment>
        <translation>Не брать</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>More cells than columns</source>
        <translation>Ячеек больше, чем столбцов</translation>
    </message>
    <message>
        <source>A quote that never closes</source>
        <translation>Кавычка не закрыта</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Слишком длинно</translation>
    </message>
    <message>
        <source>Too many columns</source>
        <translation>Слишком много столбцов</translation>
    </message>
    <message>
        <source>Not valid JSON</source>
        <translation>Неверный JSON</translation>
    </message>
    <message>
        <source>Not a record</source>
        <translation>Не запись</translation>
    </message>
    <message>
        <source>Nested too deep</source>
        <translation>Слишком глубокая вложенность</translation>
    </message>
    <message>
        <source>The file ends in the middle of it</source>
        <translation>Файл обрывается на середине</translation>
    </message>
    <message>
        <source>Doubly encoded text</source>
        <translation>Дважды закодированный текст</translation>
    </message>
    <message>
        <source>Bytes of another encoding, read as Windows-1252</source>
        <translation>Байты другой кодировки, прочитаны как Windows-1252</translation>
    </message>
    <message>
        <source>Very long text, shortened</source>
        <translation>Очень длинный текст, сокращён</translation>
    </message>
    <message>
        <source>Cells missing at the end, left empty</source>
        <translation>Не хватает ячеек в конце, оставлены пустыми</translation>
    </message>
    <message>
        <source>NUL bytes, taken out</source>
        <translation>Нулевые байты, удалены</translation>
    </message>
    <message>
        <source>Control characters, taken out</source>
        <translation>Управляющие символы, удалены</translation>
    </message>
    <message>
        <source>A year that can’t be, kept beside</source>
        <translation>Невозможный год, хранится рядом</translation>
    </message>
    <message>
        <source>Twice in these files, made one</source>
        <translation>Дважды в этих файлах, объединено</translation>
    </message>
    <message>
        <source>%1, detected</source>
        <comment>an encoding</comment>
        <translation>%1, определена</translation>
    </message>
    <message>
        <source>%1, a guess</source>
        <comment>an encoding</comment>
        <translation>%1, предположительно</translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln rows</source>
        <translation>
            <numerusform>первая %Ln строка</numerusform>
            <numerusform>первые %Ln строки</numerusform>
            <numerusform>первые %Ln строк</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reason and how often</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the %1 rows looked at will be left out: %2.</source>
        <translation>
            <numerusform>Из %1 просмотренных строк будет пропущена %Ln: %2.</numerusform>
            <numerusform>Из %1 просмотренных строк будут пропущены %Ln: %2.</numerusform>
            <numerusform>Из %1 просмотренных строк будет пропущено %Ln: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 added, %2 updated.</source>
        <comment>films added, films updated</comment>
        <translation>Добавлено: %1, обновлено: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films added.</source>
        <translation>
            <numerusform>Добавлен %Ln фильм.</numerusform>
            <numerusform>Добавлено %Ln фильма.</numerusform>
            <numerusform>Добавлено %Ln фильмов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films updated.</source>
        <translation>
            <numerusform>Обновлён %Ln фильм.</numerusform>
            <numerusform>Обновлено %Ln фильма.</numerusform>
            <numerusform>Обновлено %Ln фильмов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new in these files.</source>
        <translation>В этих файлах нет нового.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 rows were left out.</source>
        <translation>
            <numerusform>Из %1 строк пропущена %Ln.</numerusform>
            <numerusform>Из %1 строк пропущены %Ln.</numerusform>
            <numerusform>Из %1 строк пропущено %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were mended.</source>
        <translation>
            <numerusform>Исправлена %Ln строка.</numerusform>
            <numerusform>Исправлены %Ln строки.</numerusform>
            <numerusform>Исправлено %Ln строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln rows were mended.</source>
        <translation>
            <numerusform>Исправлена по меньшей мере %Ln строка.</numerusform>
            <numerusform>Исправлены по меньшей мере %Ln строки.</numerusform>
            <numerusform>Исправлено по меньшей мере %Ln строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows, the whole file</source>
        <translation>
            <numerusform>%Ln строка, весь файл</numerusform>
            <numerusform>%Ln строки, весь файл</numerusform>
            <numerusform>%Ln строк, весь файл</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexMeasure</name>
    <message>
        <source>Speed against recall</source>
        <translation>Скорость и полнота</translation>
    </message>
    <message>
        <source>answers a second, one core</source>
        <translation>ответов в секунду, одно ядро</translation>
    </message>
    <message>
        <source>recall of the ten nearest</source>
        <translation>полнота десяти ближайших</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>as you set it</source>
        <translation>как вы задали</translation>
    </message>
    <message>
        <source>There is no space yet, so there is nothing to measure.</source>
        <translation>Пространства ещё нет, измерять нечего.</translation>
    </message>
    <message>
        <source>Exact search is right here</source>
        <translation>Здесь лучше точный поиск</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films are so few that all are compared in a moment. Another kind could only miss some.</source>
        <translation>
            <numerusform>%Ln фильма мало: сравнить все можно за мгновение. Другой вид лишь что-то пропустит.</numerusform>
            <numerusform>%Ln фильмов мало: сравнить все можно за мгновение. Другой вид лишь что-то пропустит.</numerusform>
            <numerusform>%Ln фильмов мало: сравнить все можно за мгновение. Другой вид лишь что-то пропустит.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Ещё не измерено</translation>
    </message>
    <message>
        <source>Builds every kind once, asks for the ten nearest of some hundred of your films, and draws how many of them are found and how fast. What is in use stays as it is.</source>
        <translation>Строит каждый вид по разу, спрашивает десять ближайших для нескольких сотен ваших фильмов и рисует, сколько из них найдено и как быстро. То, что используется, не меняется.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Идёт измерение</translation>
    </message>
    <message>
        <source>The indexes are being built. Points show as soon as they are measured.</source>
        <translation>Индексы строятся. Точки появятся, как только будут измерены.</translation>
    </message>
    <message>
        <source>Stopped before anything was measured</source>
        <translation>Остановлено до первых измерений</translation>
    </message>
    <message>
        <source>The index is as it was.</source>
        <translation>Индекс остался прежним.</translation>
    </message>
    <message>
        <source>What you set was not measured.</source>
        <translation>Заданное вами не измерялось.</translation>
    </message>
    <message>
        <source>Being measured; the points still move a little.</source>
        <translation>Идёт измерение; точки ещё немного сдвигаются.</translation>
    </message>
    <message>
        <source>Stopped: these points were measured once only, the others are missing.</source>
        <translation>Остановлено: эти точки измерены один раз, остальных нет.</translation>
    </message>
    <message numerus="yes">
        <source>Choose a point to take over its settings; Rebuild puts them in force. %Ln films were asked.</source>
        <translation>
            <numerusform>Выберите точку, чтобы взять её настройки; они вступят в силу после перестройки. Опрошен %Ln фильм.</numerusform>
            <numerusform>Выберите точку, чтобы взять её настройки; они вступят в силу после перестройки. Опрошено %Ln фильма.</numerusform>
            <numerusform>Выберите точку, чтобы взять её настройки; они вступят в силу после перестройки. Опрошено %Ln фильмов.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexSection</name>
    <message>
        <source>Rebuild</source>
        <translation>Перестроить</translation>
    </message>
    <message>
        <source>Rebuild the index</source>
        <translation>Перестроить индекс</translation>
    </message>
    <message>
        <source>Kind of index</source>
        <translation>Вид индекса</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Индекс</translation>
    </message>
    <message>
        <source>Index of “%1”</source>
        <translation>Индекс «%1»</translation>
    </message>
    <message>
        <source>It is being built</source>
        <translation>Строится</translation>
    </message>
    <message>
        <source>This library can be looked at, not changed</source>
        <translation>Эту фильмотеку можно смотреть, но не изменять</translation>
    </message>
    <message>
        <source>too few films to train</source>
        <translation>мало фильмов для обучения</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Остановить измерение</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Измерить снова</translation>
    </message>
    <message>
        <source>Measure on my data</source>
        <translation>Измерить на моих данных</translation>
    </message>
    <message numerus="yes">
        <source>Measuring makes sense from about %Ln films on</source>
        <translation>
            <numerusform>Измерять имеет смысл примерно от %Ln фильма</numerusform>
            <numerusform>Измерять имеет смысл примерно от %Ln фильмов</numerusform>
            <numerusform>Измерять имеет смысл примерно от %Ln фильмов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexSettings</name>
    <message>
        <source>Layout</source>
        <translation>Укладка</translation>
    </message>
    <message>
        <source>Order the best anew</source>
        <translation>Упорядочить лучшие заново</translation>
    </message>
    <message>
        <source>By their exact vectors: better recall, a little slower</source>
        <translation>По точным векторам: выше полнота, чуть медленнее</translation>
    </message>
    <message>
        <source>What it would take</source>
        <translation>Сколько это займёт</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Как сейчас</translation>
    </message>
    <message>
        <source>Recall to aim at</source>
        <translation>Желаемая полнота</translation>
    </message>
    <message>
        <source>Of the ten nearest films, how many are to be found. 1: all, always</source>
        <translation>Сколько из десяти ближайших фильмов должно находиться. 1: всегда все</translation>
    </message>
    <message>
        <source>Links per film</source>
        <translation>Связей на фильм</translation>
    </message>
    <message>
        <source>More: better recall, more memory</source>
        <translation>Больше: выше полнота, больше памяти</translation>
    </message>
    <message>
        <source>Care while building</source>
        <translation>Тщательность построения</translation>
    </message>
    <message>
        <source>More: better links, slower build</source>
        <translation>Больше: лучше связи, дольше построение</translation>
    </message>
    <message>
        <source>Care while searching</source>
        <translation>Тщательность поиска</translation>
    </message>
    <message>
        <source>More: better recall, slower answers</source>
        <translation>Больше: выше полнота, медленнее ответы</translation>
    </message>
    <message>
        <source>Groups of films</source>
        <translation>Групп фильмов</translation>
    </message>
    <message>
        <source>More: smaller groups, so faster answers; a longer training</source>
        <translation>Больше: группы мельче, ответы быстрее; обучение дольше</translation>
    </message>
    <message>
        <source>Bytes per film</source>
        <translation>Байтов на фильм</translation>
    </message>
    <message>
        <source>More: better recall, more memory. Must divide the numbers per film</source>
        <translation>Больше: выше полнота, больше памяти. Должно делить число чисел на фильм</translation>
    </message>
    <message>
        <source>Groups looked at</source>
        <translation>Просматриваемых групп</translation>
    </message>
    <message>
        <source>Settings of the graph</source>
        <translation>Настройки графа</translation>
    </message>
    <message>
        <source>Settings of the groups</source>
        <translation>Настройки групп</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Exact search has nothing to set.</source>
        <translation>У точного поиска настроек нет.</translation>
    </message>
    <message>
        <source>There is no space yet, so there is nothing to index.</source>
        <translation>Пространства ещё нет, индексировать нечего.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films are too few to train as many groups. Take fewer groups, or another kind.</source>
        <translation>
            <numerusform>%Ln фильма мало, чтобы обучить столько групп. Возьмите меньше групп или другой вид.</numerusform>
            <numerusform>%Ln фильмов мало, чтобы обучить столько групп. Возьмите меньше групп или другой вид.</numerusform>
            <numerusform>%Ln фильмов мало, чтобы обучить столько групп. Возьмите меньше групп или другой вид.</numerusform>
        </translation>
    </message>
    <message>
        <source>These settings do not go together.</source>
        <translation>Эти настройки несовместимы.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>about</source>
        <translation>примерно</translation>
    </message>
    <message>
        <source>A search</source>
        <translation>Один поиск</translation>
    </message>
    <message>
        <source>about, on one core</source>
        <translation>примерно, на одном ядре</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Коды</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>в памяти</translation>
    </message>
    <message>
        <source>Groups and tables</source>
        <translation>Группы и таблицы</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Связи</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>Векторы</translation>
    </message>
    <message>
        <source>read from disk as needed</source>
        <translation>читаются с диска по мере надобности</translation>
    </message>
    <message>
        <source>Distinct films</source>
        <translation>Разных фильмов</translation>
    </message>
    <message>
        <source>Removed, still walked through</source>
        <translation>Удалённых, но проходимых</translation>
    </message>
    <message>
        <source>Finds itself</source>
        <translation>Находит себя</translation>
    </message>
    <message>
        <source>of the films asked</source>
        <translation>из опрошенных фильмов</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>After a build the films must find themselves; a graph that fails this is not used.</source>
        <translation>После построения фильмы должны найти себя; граф, который не справился, не используется.</translation>
    </message>
    <message>
        <source>More is known of the space in use.</source>
        <translation>Больше известно об используемом пространстве.</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Фильмы</translation>
    </message>
    <message>
        <source>Numbers per film</source>
        <translation>Чисел на фильм</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>На диске</translation>
    </message>
    <message>
        <source>with its vectors</source>
        <translation>вместе с векторами</translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexText</name>
    <message numerus="yes">
        <source>Automatic takes exact search here: with %Ln films, every one is compared within a frame.</source>
        <translation>
            <numerusform>Автоматически здесь выбран точный поиск: %Ln фильм сравнивается за один кадр.</numerusform>
            <numerusform>Автоматически здесь выбран точный поиск: все %Ln фильма сравниваются за один кадр.</numerusform>
            <numerusform>Автоматически здесь выбран точный поиск: все %Ln фильмов сравниваются за один кадр.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Automatic takes the HNSW graph here: %Ln films are too many to compare every one.</source>
        <translation>
            <numerusform>Автоматически здесь выбран граф HNSW: %Ln фильм — слишком много, чтобы сравнивать каждый.</numerusform>
            <numerusform>Автоматически здесь выбран граф HNSW: %Ln фильма — слишком много, чтобы сравнивать каждый.</numerusform>
            <numerusform>Автоматически здесь выбран граф HNSW: %Ln фильмов — слишком много, чтобы сравнивать каждый.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Automatic takes IVF-PQ here: a graph of %Ln films would not fit the free memory.</source>
        <translation>
            <numerusform>Автоматически здесь выбран IVF-PQ: граф из %Ln фильма не поместится в свободную память.</numerusform>
            <numerusform>Автоматически здесь выбран IVF-PQ: граф из %Ln фильмов не поместится в свободную память.</numerusform>
            <numerusform>Автоматически здесь выбран IVF-PQ: граф из %Ln фильмов не поместится в свободную память.</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic takes exact search here: nothing else reaches the recall you wish.</source>
        <translation>Автоматически здесь выбран точный поиск: желаемой полноты больше ничто не даёт.</translation>
    </message>
    <message>
        <source>The small layout, as the vectors would not fit the free memory.</source>
        <translation>Малая укладка: векторы не поместятся в свободную память.</translation>
    </message>
    <message>
        <source>The fast layout, as the vectors fit the free memory.</source>
        <translation>Быстрая укладка: векторы помещаются в свободную память.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Точный</translation>
    </message>
    <message>
        <source>HNSW graph</source>
        <translation>Граф HNSW</translation>
    </message>
    <message>
        <source>IVF-PQ</source>
        <translation>IVF-PQ</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автоматически</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>точный</translation>
    </message>
    <message>
        <source>HNSW</source>
        <translation>HNSW</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Малая</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Быстрая</translation>
    </message>
    <message>
        <source>HNSW, small</source>
        <translation>HNSW, малая</translation>
    </message>
    <message>
        <source>HNSW, fast</source>
        <translation>HNSW, быстрая</translation>
    </message>
    <message>
        <source>Chooses by films, memory and the recall you wish.</source>
        <translation>Выбирает по числу фильмов, памяти и желаемой полноте.</translation>
    </message>
    <message>
        <source>Compares every film: finds every neighbour, and there is nothing to build.</source>
        <translation>Сравнивает каждый фильм: находит всех соседей, строить нечего.</translation>
    </message>
    <message>
        <source>Walks from film to film along links: finds nearly every neighbour, much faster.</source>
        <translation>Идёт от фильма к фильму по связям: находит почти всех соседей, намного быстрее.</translation>
    </message>
    <message>
        <source>Looks only at the groups of films nearest to the question, by short codes: the smallest.</source>
        <translation>Смотрит только в ближайшие к запросу группы фильмов, по коротким кодам: самый малый.</translation>
    </message>
    <message>
        <source>Fast where the vectors fit the free memory, else small</source>
        <translation>Быстрая, если векторы помещаются в свободную память, иначе малая</translation>
    </message>
    <message>
        <source>8-bit codes: a quarter of the memory the vectors take</source>
        <translation>8-битные коды: четверть памяти, занимаемой векторами</translation>
    </message>
    <message>
        <source>1-bit codes and the vectors themselves: faster, wants them in memory</source>
        <translation>1-битные коды и сами векторы: быстрее, если векторы в памяти</translation>
    </message>
    <message>
        <source>A graph was built and did not find its own films, so every film is compared instead.</source>
        <translation>Граф был построен, но не нашёл собственные фильмы, поэтому сравнивается каждый фильм.</translation>
    </message>
    <message>
        <source>There are too few films to train IVF-PQ, so every film is compared instead.</source>
        <translation>Фильмов мало для обучения IVF-PQ, поэтому сравнивается каждый фильм.</translation>
    </message>
    <message>
        <source>%1 · %2 a search</source>
        <comment>memory, time</comment>
        <translation>%1 · %2 на поиск</translation>
    </message>
    <message>
        <source>under %1 ms</source>
        <translation>меньше %1 мс</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>care while searching %1</source>
        <translation>тщательность поиска %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups looked at</source>
        <translation>
            <numerusform>просмотрена %Ln группа</numerusform>
            <numerusform>просмотрено %Ln группы</numerusform>
            <numerusform>просмотрено %Ln групп</numerusform>
        </translation>
    </message>
    <message>
        <source>recall %1</source>
        <translation>полнота %1</translation>
    </message>
    <message>
        <source>%1 answers a second</source>
        <translation>%1 ответов в секунду</translation>
    </message>
    <message>
        <source>%1, one in a hundred over %2</source>
        <comment>milliseconds</comment>
        <translation>%1, каждый сотый дольше %2</translation>
    </message>
</context>
<context>
    <name>tw::ui::ItemFormat</name>
    <message>
        <source>Explore, profile</source>
        <translation>Обзор, вкус</translation>
    </message>
    <message>
        <source>Explore, Gaussian noise</source>
        <translation>Обзор, гауссов шум</translation>
    </message>
    <message>
        <source>Explore, buckets</source>
        <translation>Обзор, корзины</translation>
    </message>
    <message>
        <source>Explore, search</source>
        <translation>Обзор, поиск</translation>
    </message>
    <message>
        <source>Explore, the article’s noise</source>
        <translation>Обзор, шум из статьи</translation>
    </message>
    <message>
        <source>Explore, the article’s buckets</source>
        <translation>Обзор, корзины из статьи</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>translated title, year</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>year, genre</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>year, genres</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title, year</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Title</source>
        <comment>found by</comment>
        <translation>Название</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>found by</comment>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Meaning</source>
        <comment>found by</comment>
        <translation>Смысл</translation>
    </message>
    <message>
        <source>Like %1</source>
        <translation>Как «%1»</translation>
    </message>
    <message>
        <source>Like %1 and %2</source>
        <translation>Как «%1» и «%2»</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>quoted from a film&apos;s text</comment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>close to %1</source>
        <translation>близко к «%1»</translation>
    </message>
    <message>
        <source>close to %1 and %2</source>
        <translation>близко к «%1» и «%2»</translation>
    </message>
    <message>
        <source>&lt;1 %</source>
        <comment>share</comment>
        <translation>&lt;1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films</source>
        <translation>
            <numerusform>%Ln фильм</numerusform>
            <numerusform>%Ln фильма</numerusform>
            <numerusform>%Ln фильмов</numerusform>
        </translation>
    </message>
    <message>
        <source>No likes yet</source>
        <translation>Пока нет отметок</translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes</source>
        <translation>
            <numerusform>%Ln нравится</numerusform>
            <numerusform>%Ln нравятся</numerusform>
            <numerusform>%Ln нравятся</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>likes, dislikes</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dislikes</source>
        <translation>
            <numerusform>%Ln не нравится</numerusform>
            <numerusform>%Ln не нравятся</numerusform>
            <numerusform>%Ln не нравятся</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln байт</numerusform>
            <numerusform>%Ln байта</numerusform>
            <numerusform>%Ln байт</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 КБ</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 МБ</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 ГБ</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>осталось около %1 с</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>осталось около %1 мин</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>осталось около %1 ч</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Сегодня, %1</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time format</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Вчера, %1</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date format without year</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search “%1”</source>
        <translation>Поиск «%1»</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Рекомендации</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Командная строка</translation>
    </message>
    <message>
        <source>First films</source>
        <translation>Первые фильмы</translation>
    </message>
    <message>
        <source>Liked</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Disliked</source>
        <translation>Не нравится</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрыто</translation>
    </message>
    <message>
        <source>Liked “%1”</source>
        <translation>Понравился «%1»</translation>
    </message>
    <message>
        <source>Liked a film</source>
        <translation>Понравился фильм</translation>
    </message>
    <message>
        <source>Disliked “%1”</source>
        <translation>Не понравился «%1»</translation>
    </message>
    <message>
        <source>Disliked a film</source>
        <translation>Не понравился фильм</translation>
    </message>
    <message>
        <source>Hid “%1”</source>
        <translation>Скрыт «%1»</translation>
    </message>
    <message>
        <source>Hid a film</source>
        <translation>Скрыт фильм</translation>
    </message>
    <message>
        <source>Removed “%1”</source>
        <translation>Убран «%1»</translation>
    </message>
    <message>
        <source>Removed a film</source>
        <translation>Убран фильм</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Overviews, built-in</source>
        <translation>Описания, встроенное</translation>
    </message>
    <message>
        <source>Overviews, %1</source>
        <translation>Описания, %1</translation>
    </message>
    <message>
        <source>Title without visible letters</source>
        <translation>Название без видимых букв</translation>
    </message>
</context>
<context>
    <name>tw::ui::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>Прервать</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Прервать: %1</translation>
    </message>
</context>
<context>
    <name>tw::ui::JobStrip</name>
    <message>
        <source>Running work</source>
        <translation>Текущая работа</translation>
    </message>
    <message>
        <source>Read-only: you can look, not change</source>
        <translation>Только чтение: смотреть можно, изменять нельзя</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No library open</source>
        <translation>Фильмотека не открыта</translation>
    </message>
    <message numerus="yes">
        <source>%n spaces</source>
        <translation>
            <numerusform>%n пространство</numerusform>
            <numerusform>%n пространства</numerusform>
            <numerusform>%n пространств</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Сохранение</translation>
    </message>
    <message>
        <source>Everything saved</source>
        <translation>Всё сохранено</translation>
    </message>
</context>
<context>
    <name>tw::ui::JobText</name>
    <message>
        <source>Opening “%1”</source>
        <translation>Открывается «%1»</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>Открывается фильмотека</translation>
    </message>
    <message>
        <source>Making the library “%1”</source>
        <translation>Создаётся фильмотека «%1»</translation>
    </message>
    <message>
        <source>Making the library</source>
        <translation>Создаётся фильмотека</translation>
    </message>
    <message>
        <source>Preparing text search</source>
        <translation>Готовится поиск по тексту</translation>
    </message>
    <message>
        <source>Loading the space “%1”</source>
        <translation>Загружается пространство «%1»</translation>
    </message>
    <message>
        <source>Loading the space</source>
        <translation>Загружается пространство</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Импортируется %1</translation>
    </message>
    <message>
        <source>Importing a catalogue</source>
        <translation>Импортируется каталог</translation>
    </message>
    <message>
        <source>Embedding with %1</source>
        <translation>Векторы строит %1</translation>
    </message>
    <message>
        <source>Embedding with the built-in vectors</source>
        <translation>Векторы строятся из встроенных</translation>
    </message>
    <message>
        <source>Building the index of “%1”</source>
        <translation>Строится индекс «%1»</translation>
    </message>
    <message>
        <source>Building the index</source>
        <translation>Строится индекс</translation>
    </message>
    <message>
        <source>Removing the space “%1”</source>
        <translation>Удаляется пространство «%1»</translation>
    </message>
    <message>
        <source>Removing the space</source>
        <translation>Удаляется пространство</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>Забывается</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>Запрос к %1</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Запрос к серверу</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>Экспорт в %1</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Laying out the map</source>
        <translation>Раскладывается карта</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Идёт работа</translation>
    </message>
    <message>
        <source>%1 % read</source>
        <translation>прочитано %1 %</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>чтение</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>соединение</translation>
    </message>
    <message>
        <source>warming up the model</source>
        <translation>прогрев модели</translation>
    </message>
    <message>
        <source>%1 % fitted</source>
        <translation>подогнано %1 %</translation>
    </message>
    <message>
        <source>fitting</source>
        <translation>подгонка</translation>
    </message>
    <message>
        <source>%1 % of the map</source>
        <translation>%1 % карты</translation>
    </message>
    <message>
        <source>drawing the map</source>
        <translation>рисуется карта</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>поиск</translation>
    </message>
    <message>
        <source>%1 % written</source>
        <translation>записано %1 %</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>запись</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln films</source>
        <translation>
            <numerusform>%1 из %Ln фильма</numerusform>
            <numerusform>%1 из %Ln фильмов</numerusform>
            <numerusform>%1 из %Ln фильмов</numerusform>
        </translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>остановка</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>%1 films/s</source>
        <translation>%1 фильмов/с</translation>
    </message>
    <message>
        <source>asks again</source>
        <translation>повторяет запрос</translation>
    </message>
    <message>
        <source>asks again in %1 s</source>
        <translation>повторит через %1 с</translation>
    </message>
    <message>
        <source>Rescuing “%1”</source>
        <translation>Спасается «%1»</translation>
    </message>
    <message>
        <source>Rescuing the library</source>
        <translation>Спасается фильмотека</translation>
    </message>
    <message>
        <source>Measuring speed and recall on “%1”</source>
        <translation>Измерение скорости и полноты: «%1»</translation>
    </message>
    <message>
        <source>Measuring speed and recall</source>
        <translation>Измерение скорости и полноты</translation>
    </message>
    <message>
        <source>Reading the vectors of %1</source>
        <translation>Чтение векторов из %1</translation>
    </message>
    <message>
        <source>Reading vectors</source>
        <translation>Чтение векторов</translation>
    </message>
    <message>
        <source>%1 % asked</source>
        <translation>опрошено %1 %</translation>
    </message>
</context>
<context>
    <name>tw::ui::KeysOverlay</name>
    <message>
        <source>Keyboard</source>
        <translation>Клавиатура</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Single letters work when no text field has the focus.</source>
        <translation>Отдельные буквы действуют, когда фокус не в текстовом поле.</translation>
    </message>
</context>
<context>
    <name>tw::ui::LibraryFacts</name>
    <message>
        <source>Films</source>
        <translation>Фильмы</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Годы</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>years</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>With a text</source>
        <translation>С текстом</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>With an IMDb id</source>
        <translation>С IMDb ID</translation>
    </message>
    <message>
        <source>With a picture</source>
        <translation>С изображением</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Страны</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Жанры</translation>
    </message>
    <message>
        <source>Catalogue and history</source>
        <translation>Каталог и история</translation>
    </message>
    <message>
        <source>yours: nothing can replace it</source>
        <translation>ваше: заменить это нечем</translation>
    </message>
    <message>
        <source>Text search</source>
        <translation>Поиск по тексту</translation>
    </message>
    <message>
        <source>made again when it is missing</source>
        <translation>создаётся снова, если отсутствует</translation>
    </message>
    <message>
        <source>Vectors kept</source>
        <translation>Сохранённые векторы</translation>
    </message>
    <message>
        <source>saves embedding again</source>
        <translation>избавляет от повторного построения</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Пространства</translation>
    </message>
    <message>
        <source>made again from the vectors kept</source>
        <translation>создаётся снова из сохранённых векторов</translation>
    </message>
</context>
<context>
    <name>tw::ui::LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>Фильмотека</translation>
    </message>
    <message>
        <source>New…</source>
        <comment>library</comment>
        <translation>Новая…</translation>
    </message>
    <message>
        <source>Open…</source>
        <comment>library</comment>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>Импортировать каталог</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Пространства</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Индекс</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Хранение</translation>
    </message>
    <message>
        <source>Parts of the library</source>
        <translation>Разделы фильмотеки</translation>
    </message>
    <message numerus="yes">
        <source>%Ln, one under way</source>
        <comment>spaces</comment>
        <translation>
            <numerusform>%Ln, одно строится</numerusform>
            <numerusform>%Ln, одно строится</numerusform>
            <numerusform>%Ln, одно строится</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>пока нет</translation>
    </message>
    <message numerus="yes">
        <source>%Ln spaces</source>
        <translation>
            <numerusform>%Ln пространство</numerusform>
            <numerusform>%Ln пространства</numerusform>
            <numerusform>%Ln пространств</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::LibraryPresenter</name>
    <message>
        <source>Embedded</source>
        <translation>Векторы построены</translation>
    </message>
    <message>
        <source>Embedding stopped</source>
        <translation>Построение остановлено</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Прогрев</translation>
    </message>
    <message>
        <source>as soon as the server answers</source>
        <translation>как только сервер ответит</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Построение векторов</translation>
    </message>
    <message>
        <source>each vector is saved as it comes</source>
        <translation>каждый вектор сразу сохраняется</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>Ищется сервер</translation>
    </message>
    <message>
        <source>Server found</source>
        <translation>Сервер найден</translation>
    </message>
    <message>
        <source>%1, version %2, answers in %3 ms</source>
        <translation>%1, версия %2, отвечает за %3 мс</translation>
    </message>
    <message>
        <source>Model not on this server</source>
        <translation>Этой модели нет на сервере</translation>
    </message>
    <message>
        <source>Choose another, or run: ollama pull %1</source>
        <translation>Выберите другую или выполните: ollama pull %1</translation>
    </message>
    <message>
        <source>Asking about the model</source>
        <translation>Запрос о модели</translation>
    </message>
    <message>
        <source>This model does not embed</source>
        <translation>Эта модель не строит векторы</translation>
    </message>
    <message>
        <source>Choose an embedding model, such as nomic-embed-text</source>
        <translation>Выберите модель для векторов, например nomic-embed-text</translation>
    </message>
    <message>
        <source>Model here</source>
        <translation>Модель есть</translation>
    </message>
    <message>
        <source>%1, %2 dimensions, reads %3 tokens</source>
        <translation>%1, размерность %2, читает токенов: %3</translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation>Прогрев</translation>
    </message>
    <message>
        <source>the server loads the model</source>
        <translation>сервер загружает модель</translation>
    </message>
    <message>
        <source>Warmed up</source>
        <translation>Прогрето</translation>
    </message>
    <message>
        <source>first answer after %1 s</source>
        <translation>первый ответ через %1 с</translation>
    </message>
    <message>
        <source>stopped; the vectors made so far are kept</source>
        <translation>остановлено; готовые векторы сохранены</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>film, why it has no vector</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tw::ui::LikesPage</name>
    <message>
        <source>Liked, disliked and hidden films</source>
        <translation>Понравившиеся, непонравившиеся и скрытые фильмы</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Filter by title, genre, year or where found</source>
        <translation>Фильтр: название, жанр, год</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Фильтр истории</translation>
    </message>
    <message>
        <source>Which films are shown</source>
        <translation>Какие фильмы показаны</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Liked</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Disliked</source>
        <translation>Не нравится</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind of films and how many: Liked 18</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрыто</translation>
    </message>
    <message>
        <source>No history is kept</source>
        <translation>История не ведётся</translation>
    </message>
    <message>
        <source>Only where your taste stands is kept, not what you liked. So there is nothing to list, to take back or to export.</source>
        <translation>Хранится только место вашего вкуса, а не то, что понравилось. Поэтому нечего показать, отменить или экспортировать.</translation>
    </message>
    <message>
        <source>Keep a history from now on</source>
        <translation>Вести историю с этого момента</translation>
    </message>
    <message>
        <source>Nothing liked yet</source>
        <translation>Пока ничего не отмечено</translation>
    </message>
    <message>
        <source>Films you like, dislike or hide are listed here, with the day and where you found them.</source>
        <translation>Здесь перечислены фильмы, которые вы отметили или скрыли, с датой и местом находки.</translation>
    </message>
    <message>
        <source>Find films you know</source>
        <translation>Найти знакомые фильмы</translation>
    </message>
    <message>
        <source>No films of this kind</source>
        <translation>Таких фильмов нет</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Ничего не найдено: «%1»</translation>
    </message>
    <message>
        <source>Try fewer words.</source>
        <translation>Попробуйте меньше слов.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Keep a history from now on?</source>
        <translation>Вести историю с этого момента?</translation>
    </message>
    <message>
        <source>It begins empty, and your taste begins in the middle of the catalogue: the place kept so far is deleted.</source>
        <translation>Она начинается пустой, а ваш вкус — с середины каталога: сохранённое место удаляется.</translation>
    </message>
    <message>
        <source>Begin a history</source>
        <translation>Начать историю</translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln films?</source>
        <translation>
            <numerusform>Забыть %Ln фильм?</numerusform>
            <numerusform>Забыть %Ln фильма?</numerusform>
            <numerusform>Забыть %Ln фильмов?</numerusform>
        </translation>
    </message>
    <message>
        <source>Every entry about them is deleted for good. Undo can’t bring them back.</source>
        <translation>Все записи о них удаляются навсегда. Отменить это нельзя.</translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln films</source>
        <translation>
            <numerusform>Забыть %Ln фильм</numerusform>
            <numerusform>Забыть %Ln фильма</numerusform>
            <numerusform>Забыть %Ln фильмов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::LikesTable</name>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>tw::ui::MadeAnewText</name>
    <message>
        <source>The search index was damaged and was built anew.</source>
        <translation>Поисковый указатель был повреждён и построен заново.</translation>
    </message>
    <message>
        <source>The store of vectors was damaged and was begun anew.</source>
        <translation>Хранилище векторов было повреждено и начато заново.</translation>
    </message>
    <message>
        <source>The vectors of a space were lost and were made anew.</source>
        <translation>Векторы одного из пространств пропали и созданы заново.</translation>
    </message>
    <message>
        <source>The vectors of a space were damaged and were made anew.</source>
        <translation>Векторы одного из пространств были повреждены и созданы заново.</translation>
    </message>
    <message>
        <source>The index of a space was damaged and was built anew.</source>
        <translation>Индекс одного из пространств был повреждён и построен заново.</translation>
    </message>
    <message>
        <source>The map was damaged and was drawn anew.</source>
        <translation>Карта была повреждена и нарисована заново.</translation>
    </message>
    <message>
        <source>The description of a space was damaged and was written anew.</source>
        <translation>Описание одного из пространств было повреждено и записано заново.</translation>
    </message>
    <message>
        <source>Damaged files were made anew.</source>
        <translation>Повреждённые файлы созданы заново.</translation>
    </message>
    <message>
        <source>Your likes are safe.</source>
        <translation>Ваши отметки в сохранности.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films have no vector until the embedding server answers again.</source>
        <translation>
            <numerusform>%Ln фильм останется без вектора, пока сервер векторов снова не ответит.</numerusform>
            <numerusform>%Ln фильма останутся без вектора, пока сервер векторов снова не ответит.</numerusform>
            <numerusform>%Ln фильмов останутся без вектора, пока сервер векторов снова не ответит.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept as “%1”.</source>
        <translation>Повреждённый файл сохранён как «%1».</translation>
    </message>
</context>
<context>
    <name>tw::ui::MainWindow</name>
    <message>
        <source>Discover</source>
        <translation>Подбор</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Фильмотека</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>%1 – Tastewalk</source>
        <translation>%1 – Tastewalk</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n films.</source>
        <translation>
            <numerusform>Экспортирован %n фильм.</numerusform>
            <numerusform>Экспортировано %n фильма.</numerusform>
            <numerusform>Экспортировано %n фильмов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>Импортировать каталог</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Открыть фильмотеку</translation>
    </message>
    <message>
        <source>Folder for the new library</source>
        <translation>Папка для новой фильмотеки</translation>
    </message>
    <message>
        <source>Catalogue of the new library; cancel for the bundled films</source>
        <translation>Каталог новой фильмотеки; «Отмена» — встроенные фильмы</translation>
    </message>
    <message>
        <source>Forget everything you liked, disliked and hid?</source>
        <translation>Забыть всё, что вы отметили и скрыли?</translation>
    </message>
    <message numerus="yes">
        <source>All %n entries of the history are deleted for good. The catalogue and its spaces stay.</source>
        <translation>
            <numerusform>%n запись истории удаляется навсегда. Каталог и пространства остаются.</numerusform>
            <numerusform>Все %n записи истории удаляются навсегда. Каталог и пространства остаются.</numerusform>
            <numerusform>Все %n записей истории удаляются навсегда. Каталог и пространства остаются.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>Забыть всё</translation>
    </message>
    <message>
        <source>Catalogues (%1);;All files (*)</source>
        <translation>Каталоги (%1);;Все файлы (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films and the whole history were saved. The damaged file is kept as “%1”.</source>
        <translation>
            <numerusform>Спасены %Ln фильм и вся история. Повреждённый файл сохранён как «%1».</numerusform>
            <numerusform>Спасены %Ln фильма и вся история. Повреждённый файл сохранён как «%1».</numerusform>
            <numerusform>Спасено %Ln фильмов и вся история. Повреждённый файл сохранён как «%1».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films were saved; %1 films and %2 entries of the history were lost. The damaged file is kept as “%3”.</source>
        <translation>
            <numerusform>Спасён %Ln фильм; утрачено фильмов: %1, записей истории: %2. Повреждённый файл сохранён как «%3».</numerusform>
            <numerusform>Спасены %Ln фильма; утрачено фильмов: %1, записей истории: %2. Повреждённый файл сохранён как «%3».</numerusform>
            <numerusform>Спасено %Ln фильмов; утрачено фильмов: %1, записей истории: %2. Повреждённый файл сохранён как «%3».</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is rescued.</source>
        <translation>Фильмотека спасена.</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapCanvas</name>
    <message>
        <source>Map of films</source>
        <translation>Карта фильмов</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapCardPopover</name>
    <message>
        <source>Like</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation>Не нравится</translation>
    </message>
    <message numerus="yes">
        <source>%n nearest</source>
        <translation>
            <numerusform>%n ближайший</numerusform>
            <numerusform>%n ближайших</numerusform>
            <numerusform>%n ближайших</numerusform>
        </translation>
    </message>
    <message>
        <source>Liked</source>
        <translation>Нравится</translation>
    </message>
    <message>
        <source>Disliked</source>
        <translation>Не нравится</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapData</name>
    <message>
        <source>Drama</source>
        <translation>Драма</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Боевик</translation>
    </message>
    <message>
        <source>Adventure</source>
        <translation>Приключения</translation>
    </message>
    <message>
        <source>Romance</source>
        <translation>Мелодрама</translation>
    </message>
    <message>
        <source>Comedy</source>
        <translation>Комедия</translation>
    </message>
    <message>
        <source>Crime</source>
        <translation>Криминал</translation>
    </message>
    <message>
        <source>Science fiction</source>
        <translation>Фантастика</translation>
    </message>
    <message>
        <source>Horror</source>
        <translation>Ужасы</translation>
    </message>
    <message>
        <source>Fantasy</source>
        <translation>Фэнтези</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Анимация</translation>
    </message>
    <message>
        <source>Thriller</source>
        <translation>Триллер</translation>
    </message>
    <message>
        <source>Documentary</source>
        <translation>Документальный</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>%1s</source>
        <comment>decade, as in 1990s</comment>
        <translation>%1-е</translation>
    </message>
    <message>
        <source>Main genre</source>
        <translation>Основной жанр</translation>
    </message>
    <message>
        <source>Decade</source>
        <translation>Десятилетие</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapFind</name>
    <message>
        <source>Find on the map</source>
        <translation>Найти на карте</translation>
    </message>
    <message>
        <source>Films found</source>
        <translation>Найденные фильмы</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapLegend</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Click to hide or show these films</source>
        <translation>Щелчок скрывает или показывает эти фильмы</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Цвет по</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Раскладка</translation>
    </message>
    <message>
        <source>Main directions (PCA)</source>
        <translation>Главные направления (PCA)</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapPage</name>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Export the positions</source>
        <translation>Экспортировать положения</translation>
    </message>
    <message>
        <source>Play the walk</source>
        <translation>Показать путь</translation>
    </message>
    <message>
        <source>The walk so far</source>
        <translation>Пройденный путь</translation>
    </message>
    <message>
        <source>The map is not drawn yet</source>
        <translation>Карта ещё не нарисована</translation>
    </message>
    <message>
        <source>It needs a space: numbers that say which films resemble each other. The built-in one makes itself; the Library shows how far it is.</source>
        <translation>Нужно пространство: числа, по которым видно, какие фильмы похожи. Встроенное строится само; ход работы виден в фильмотеке.</translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation>Фильмотека не открыта</translation>
    </message>
    <message>
        <source>Open one in the Library to see its map.</source>
        <translation>Откройте её в разделе «Фильмотека», чтобы увидеть карту.</translation>
    </message>
    <message>
        <source>Go to the Library</source>
        <translation>Перейти в фильмотеку</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>It begins with your first like</source>
        <translation>Начинается с первого понравившегося фильма</translation>
    </message>
    <message>
        <source>Pause the walk</source>
        <translation>Приостановить путь</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Файлы CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapPresenter</name>
    <message>
        <source>%1 to your taste</source>
        <translation>%1 к вашему вкусу</translation>
    </message>
    <message>
        <source>The two directions shown hold %1 of what tells films apart.</source>
        <translation>Два показанных направления содержат %1 различий между фильмами.</translation>
    </message>
</context>
<context>
    <name>tw::ui::NoticeRow</name>
    <message>
        <source>Do it again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>tw::ui::PicksBar</name>
    <message>
        <source>Profile</source>
        <translation>Вкус</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Гаусс</translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation>Корзины</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>column and picks</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tw::ui::RecommendPresenter</name>
    <message>
        <source>Start with a few films you know</source>
        <translation>Начните с нескольких знакомых фильмов</translation>
    </message>
    <message>
        <source>Near your taste</source>
        <translation>Близко к вашему вкусу</translation>
    </message>
</context>
<context>
    <name>tw::ui::ResultsPane</name>
    <message>
        <source>Search in</source>
        <translation>Где искать</translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation>Закрыть список</translation>
    </message>
    <message>
        <source>Films found</source>
        <translation>Найденные фильмы</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Смысл</translation>
    </message>
    <message>
        <source>Found by title and text only. Meaning joins in when its space is ready.</source>
        <translation>Найдено только по названию и тексту. Смысл добавится, когда будет готово пространство.</translation>
    </message>
    <message>
        <source>The texts are being read. What is found shows by itself.</source>
        <translation>Тексты читаются. Найденное появится само.</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Ничего не найдено: «%1»</translation>
    </message>
    <message>
        <source>No title, text or meaning comes near. Try fewer words.</source>
        <translation>Ни название, ни текст, ни смысл не подходят. Попробуйте меньше слов.</translation>
    </message>
    <message>
        <source>Nothing comes near in this way of searching.</source>
        <translation>При таком поиске ничего близкого нет.</translation>
    </message>
    <message>
        <source>Search in everything</source>
        <translation>Искать везде</translation>
    </message>
    <message>
        <source>Searching by meaning has to wait</source>
        <translation>Поиску по смыслу придётся подождать</translation>
    </message>
    <message>
        <source>The films are being read for their meaning. Titles and texts can be searched meanwhile.</source>
        <translation>Фильмы читаются по смыслу. Пока можно искать по названиям и текстам.</translation>
    </message>
    <message>
        <source>Search titles and texts</source>
        <translation>Искать по названиям и текстам</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Искать снова</translation>
    </message>
    <message>
        <source>Found by title and text only: this space is of vectors you brought, and takes no words.</source>
        <translation>Найдено только по названию и тексту: это пространство из ваших векторов, слов оно не понимает.</translation>
    </message>
    <message>
        <source>Showing results for “%1”</source>
        <translation>Показаны результаты для «%1»</translation>
    </message>
    <message>
        <source>No film passes all that the filter asks for.</source>
        <translation>Ни один фильм не проходит через весь фильтр.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Убрать фильтр</translation>
    </message>
    <message>
        <source>This space takes no words</source>
        <translation>Это пространство не понимает слов</translation>
    </message>
    <message>
        <source>Its vectors came from a file, and nothing here turns words into such vectors. Titles and texts can be searched, and “More like this” works.</source>
        <translation>Его векторы взяты из файла, и превратить слова в такие векторы нечем. Можно искать по названиям и текстам, работает и «Похожие».</translation>
    </message>
</context>
<context>
    <name>tw::ui::SearchPresenter</name>
    <message>
        <source>More like “%1”</source>
        <translation>Похожие на «%1»</translation>
    </message>
    <message>
        <source>Searching for “%1”</source>
        <translation>Поиск «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films for “%1”</source>
        <translation>
            <numerusform>%Ln фильм: «%1»</numerusform>
            <numerusform>%Ln фильма: «%1»</numerusform>
            <numerusform>%Ln фильмов: «%1»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best %Ln films for “%1”</source>
        <translation>
            <numerusform>Лучший %Ln фильм: «%1»</numerusform>
            <numerusform>Лучшие %Ln фильма: «%1»</numerusform>
            <numerusform>Лучшие %Ln фильмов: «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Try fewer words.</source>
        <translation>Ничего не найдено: «%1». Попробуйте меньше слов.</translation>
    </message>
    <message>
        <source>Search by meaning has to wait for its space.</source>
        <translation>Поиск по смыслу ждёт своего пространства.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films pass the filter</source>
        <translation>
            <numerusform>%Ln фильм проходит фильтр</numerusform>
            <numerusform>%Ln фильма проходят фильтр</numerusform>
            <numerusform>%Ln фильмов проходят фильтр</numerusform>
        </translation>
    </message>
    <message>
        <source>This space of vectors you brought takes no words.</source>
        <translation>Пространство из ваших векторов не понимает слов.</translation>
    </message>
</context>
<context>
    <name>tw::ui::SelectionBar</name>
    <message>
        <source>Turn into dislike</source>
        <translation>Изменить на «Не нравится»</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Забыть…</translation>
    </message>
    <message>
        <source>Export as</source>
        <comment>followed by buttons CSV, JSON, …</comment>
        <translation>Экспорт в</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Takes the selected films back; undo brings them again</source>
        <translation>Снимает отметки с выделенных фильмов; отмена вернёт их</translation>
    </message>
    <message>
        <source>Deletes every entry about the selected films for good</source>
        <translation>Навсегда удаляет все записи о выделенных фильмах</translation>
    </message>
    <message>
        <source>Export selected films as %1</source>
        <translation>Экспортировать выделенные фильмы в %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln выделен</numerusform>
            <numerusform>%Ln выделено</numerusform>
            <numerusform>%Ln выделено</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn into like</source>
        <translation>Изменить на «Нравится»</translation>
    </message>
    <message>
        <source>This library can be looked at, not changed</source>
        <translation>Эту фильмотеку можно смотреть, но не изменять</translation>
    </message>
    <message>
        <source>Only liked films are exported</source>
        <translation>Экспортируются только понравившиеся фильмы</translation>
    </message>
</context>
<context>
    <name>tw::ui::SettingsOverlay</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Плотность</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Просторно</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Компактно</translation>
    </message>
    <message>
        <source>Raised contrast</source>
        <translation>Повышенный контраст</translation>
    </message>
    <message>
        <source>Stronger lines and small text</source>
        <translation>Отчётливее линии и мелкий текст</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Меньше движения</translation>
    </message>
    <message>
        <source>Nothing slides or fades</source>
        <translation>Ничто не скользит и не тает</translation>
    </message>
    <message>
        <source>Taste</source>
        <translation>Вкус</translation>
    </message>
    <message>
        <source>Recommend seen films too</source>
        <translation>Рекомендовать и просмотренные фильмы</translation>
    </message>
    <message>
        <source>Liked, disliked and hidden films may come up again</source>
        <translation>Отмеченные и скрытые фильмы могут появиться снова</translation>
    </message>
    <message>
        <source>Keep no history</source>
        <translation>Не вести историю</translation>
    </message>
    <message>
        <source>Only where your taste stands is kept; likes can’t be listed or undone</source>
        <translation>Хранится только место вашего вкуса; отметки нельзя показать или отменить</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>Забыть всё…</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Ничто не покидает этот компьютер.</translation>
    </message>
    <message>
        <source>Delete the history and keep only your place?</source>
        <translation>Удалить историю и оставить только ваше место?</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are deleted for good. From now on a like moves your place and is then forgotten.</source>
        <translation>
            <numerusform>%n запись удаляется навсегда. Отныне каждая отметка сдвигает ваше место и забывается.</numerusform>
            <numerusform>%n записи удаляются навсегда. Отныне каждая отметка сдвигает ваше место и забывается.</numerusform>
            <numerusform>%n записей удаляются навсегда. Отныне каждая отметка сдвигает ваше место и забывается.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the history</source>
        <translation>Удалить историю</translation>
    </message>
    <message>
        <source>Language, from the next start</source>
        <translation>Язык, со следующего запуска</translation>
    </message>
</context>
<context>
    <name>tw::ui::ShareRowWidget</name>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Убрать «%1»</translation>
    </message>
</context>
<context>
    <name>tw::ui::SpacesModel</name>
    <message>
        <source>content</source>
        <translation>содержание</translation>
    </message>
    <message>
        <source>collaborative</source>
        <translation>по оценкам</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>импорт</translation>
    </message>
    <message>
        <source>word vectors</source>
        <translation>векторы слов</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пространство</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Чисел</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Фильмы</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Индекс</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>На диске</translation>
    </message>
</context>
<context>
    <name>tw::ui::SpacesSection</name>
    <message>
        <source>Spaces</source>
        <translation>Пространства</translation>
    </message>
    <message>
        <source>Everything you see is measured in the marked space. Switching loses nothing.</source>
        <translation>Всё, что вы видите, измеряется в отмеченном пространстве. При переключении ничего не теряется.</translation>
    </message>
    <message>
        <source>No space yet</source>
        <translation>Пространства ещё нет</translation>
    </message>
    <message>
        <source>Search by words works without one. Recommendations, Explore and the map need one.</source>
        <translation>Поиск по словам работает и без него. Рекомендациям, обзору и карте оно нужно.</translation>
    </message>
    <message>
        <source>Remove the space “%1”?</source>
        <translation>Удалить пространство «%1»?</translation>
    </message>
    <message>
        <source>Its files are deleted. Your likes stay, and so do the vectors kept: embedding again is quick.</source>
        <translation>Его файлы удаляются. Ваши отметки и сохранённые векторы остаются: построить заново недолго.</translation>
    </message>
    <message>
        <source>Remove the space</source>
        <translation>Удалить пространство</translation>
    </message>
    <message>
        <source>Bring vectors…</source>
        <translation>Свои векторы…</translation>
    </message>
    <message>
        <source>A space of a file of vectors: .npy, .fvecs, a table, or an index of faiss</source>
        <translation>Пространство из файла векторов: .npy, .fvecs, таблица или индекс faiss</translation>
    </message>
</context>
<context>
    <name>tw::ui::SpacesTable</name>
    <message>
        <source>%1 %, going on</source>
        <translation>%1 %, продолжается</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Пространства</translation>
    </message>
    <message>
        <source>Use this space</source>
        <translation>Использовать это пространство</translation>
    </message>
    <message>
        <source>Rebuild its index…</source>
        <translation>Перестроить его индекс…</translation>
    </message>
    <message>
        <source>Remove this space…</source>
        <translation>Удалить это пространство…</translation>
    </message>
</context>
<context>
    <name>tw::ui::StarterSets</name>
    <message>
        <source>Well known</source>
        <translation>Известные</translation>
    </message>
    <message>
        <source>From every decade</source>
        <translation>Из каждого десятилетия</translation>
    </message>
    <message>
        <source>From many countries</source>
        <translation>Из многих стран</translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation>Удивите меня</translation>
    </message>
</context>
<context>
    <name>tw::ui::StepRow</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Шаг %1: %2</translation>
    </message>
</context>
<context>
    <name>tw::ui::StorageSection</name>
    <message>
        <source>Folder of the library</source>
        <translation>Папка фильмотеки</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Хранение</translation>
    </message>
    <message>
        <source>To move or save a library, copy its folder while the program is closed.</source>
        <translation>Чтобы перенести или сохранить фильмотеку, скопируйте её папку, когда программа закрыта.</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Всего</translation>
    </message>
</context>
<context>
    <name>tw::ui::TasteMap</name>
    <message>
        <source>Map of your taste</source>
        <translation>Карта вашего вкуса</translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation>Открыть карту</translation>
    </message>
</context>
<context>
    <name>tw::ui::TastePanel</name>
    <message>
        <source>Taste panel</source>
        <translation>Панель вкуса</translation>
    </message>
    <message>
        <source>Your taste</source>
        <translation>Ваш вкус</translation>
    </message>
    <message>
        <source>History: undo, do again, all likes</source>
        <translation>История: отменить, повторить, все отметки</translation>
    </message>
    <message>
        <source>Fold the taste panel</source>
        <translation>Свернуть панель вкуса</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>n</source>
        <comment>memory of the moving average</comment>
        <translation>n</translation>
    </message>
    <message>
        <source>More: older likes count longer. At 1 a new like weighs as much as all before it.</source>
        <translation>Больше: старые отметки учитываются дольше. При 1 новая отметка весит столько же, сколько все прежние.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>More: Explore looks farther from your taste.</source>
        <translation>Больше: обзор смотрит дальше от вашего вкуса.</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>Из чего он складывается</translation>
    </message>
    <message>
        <source>share</source>
        <translation>доля</translation>
    </message>
    <message>
        <source>First like</source>
        <translation>Первый фильм</translation>
    </message>
    <message>
        <source>Second like</source>
        <translation>Второй фильм</translation>
    </message>
    <message>
        <source>Third like</source>
        <translation>Третий фильм</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пространство</translation>
    </message>
    <message>
        <source>No history is kept</source>
        <translation>История не ведётся</translation>
    </message>
    <message>
        <source>Only the point where you stand is kept. What led there is not remembered.</source>
        <translation>Хранится только точка, где вы находитесь. Путь к ней не запоминается.</translation>
    </message>
    <message>
        <source>The space is on its way. Likes are kept and count from then on.</source>
        <translation>Пространство строится. Отметки сохраняются и учтутся, когда оно будет готово.</translation>
    </message>
    <message>
        <source>You stand in the middle of the catalogue. Each like moves you toward that film.</source>
        <translation>Вы в середине каталога. Каждая отметка сдвигает вас к этому фильму.</translation>
    </message>
    <message>
        <source>Middle of the catalogue</source>
        <translation>Середина каталога</translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes have no vector in this space and do not count here.</source>
        <translation>
            <numerusform>%Ln понравившийся фильм не имеет вектора в этом пространстве и здесь не учитывается.</numerusform>
            <numerusform>%Ln понравившихся фильма не имеют вектора в этом пространстве и здесь не учитываются.</numerusform>
            <numerusform>%Ln понравившихся фильмов не имеют вектора в этом пространстве и здесь не учитываются.</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Пока нет</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Выберите</translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes</source>
        <translation>
            <numerusform>%Ln понравился</numerusform>
            <numerusform>%Ln понравились</numerusform>
            <numerusform>%Ln понравились</numerusform>
        </translation>
    </message>
    <message>
        <source>Show everything you liked</source>
        <translation>Показать всё, что понравилось</translation>
    </message>
</context>
<context>
    <name>tw::ui::TastePresenter</name>
    <message numerus="yes">
        <source>%Ln older likes</source>
        <translation>
            <numerusform>ещё %Ln более ранний</numerusform>
            <numerusform>ещё %Ln более ранних</numerusform>
            <numerusform>ещё %Ln более ранних</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Taken back: “%1”</source>
        <translation>Отменено: «%1»</translation>
    </message>
</context>
<context>
    <name>tw::ui::TasteRail</name>
    <message>
        <source>Open the taste panel</source>
        <translation>Открыть панель вкуса</translation>
    </message>
    <message numerus="yes">
        <source>likes</source>
        <translation>
            <numerusform>отметка</numerusform>
            <numerusform>отметки</numerusform>
            <numerusform>отметок</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::VectorsText</name>
    <message>
        <source>all its numbers are 0</source>
        <translation>все числа равны 0</translation>
    </message>
    <message>
        <source>no film has the key or title “%1”</source>
        <translation>нет фильма с ключом или названием «%1»</translation>
    </message>
    <message>
        <source>several films are called “%1”</source>
        <translation>фильмов «%1» несколько</translation>
    </message>
    <message>
        <source>an earlier row is of the same film</source>
        <translation>этот фильм уже был в строке выше</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films have a vector now.</source>
        <translation>
            <numerusform>Теперь вектор есть у %Ln фильма.</numerusform>
            <numerusform>Теперь вектор есть у %Ln фильмов.</numerusform>
            <numerusform>Теперь вектор есть у %Ln фильмов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were left out.</source>
        <translation>
            <numerusform>Пропущена %Ln строка.</numerusform>
            <numerusform>Пропущены %Ln строки.</numerusform>
            <numerusform>Пропущено %Ln строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films of the catalogue have none.</source>
        <translation>
            <numerusform>У %Ln фильма каталога вектора нет.</numerusform>
            <numerusform>У %Ln фильмов каталога вектора нет.</numerusform>
            <numerusform>У %Ln фильмов каталога вектора нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows were matched by the file of keys.</source>
        <translation>Строки сопоставлены по файлу ключей.</translation>
    </message>
    <message>
        <source>Rows were matched by the file’s own keys.</source>
        <translation>Строки сопоставлены по ключам в самом файле.</translation>
    </message>
    <message>
        <source>Rows were taken in the catalogue’s order.</source>
        <translation>Строки взяты в порядке каталога.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <comment>number and reason</comment>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Косинус</translation>
    </message>
    <message>
        <source>Inner product</source>
        <translation>Скалярное произведение</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Расстояние</translation>
    </message>
    <message>
        <source>Compares directions: right for embeddings of texts</source>
        <translation>Сравнивает направления: подходит для векторов текстов</translation>
    </message>
    <message>
        <source>Lengths count as well: right for the factors of a model</source>
        <translation>Учитывает и длину: подходит для факторов модели</translation>
    </message>
    <message>
        <source>How far apart the points lie, where their makers say so</source>
        <translation>Насколько далеки точки, если так задумано их авторами</translation>
    </message>
</context>
</TS>
