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
        <source>Show them</source>
        <translation>Показать их</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>The films of this library. An import adds new ones and updates those it has.</source>
        <translation>Фильмы этой фильмотеки. Импорт добавляет новые и обновляет имеющиеся.</translation>
    </message>
    <message>
        <source>Put the report away</source>
        <translation>Убрать отчёт</translation>
    </message>
    <message>
        <source>Last import</source>
        <translation>Последний импорт</translation>
    </message>
    <message>
        <source>Rows that were left out, and why</source>
        <translation>Пропущенные строки и причины</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Скрыть их</translation>
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
        <source>One of the values is out of its range.</source>
        <translation>Одно из значений вне допустимых пределов.</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Этого больше нет.</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>«%1» отсутствует.</translation>
    </message>
    <message>
        <source>Several films fit; add the year.</source>
        <translation>Подходит несколько фильмов; добавьте год.</translation>
    </message>
    <message>
        <source>“%1” exists already. Open it, or choose another folder.</source>
        <translation>«%1» уже существует. Откройте эту папку или выберите другую.</translation>
    </message>
    <message>
        <source>“%1” can’t be read. Check that you may read it.</source>
        <translation>«%1» не читается. Проверьте права на чтение.</translation>
    </message>
    <message>
        <source>“%1” can’t be written. Check the free space and that you may write there.</source>
        <translation>«%1» не записывается. Проверьте свободное место и права на запись.</translation>
    </message>
    <message>
        <source>It reads CSV, TSV, JSON and JSON Lines, also gzipped.</source>
        <translation>Читаются CSV, TSV, JSON и JSON Lines, также сжатые gzip.</translation>
    </message>
    <message>
        <source>“%1” is damaged or not complete.</source>
        <translation>«%1» повреждён или неполон.</translation>
    </message>
    <message>
        <source>“%1” is broken at row %2.</source>
        <translation>«%1»: ошибка в строке %2.</translation>
    </message>
    <message>
        <source>A file of the library is damaged. Building the space again mends it.</source>
        <translation>Файл фильмотеки повреждён. Новое построение пространства исправит его.</translation>
    </message>
    <message>
        <source>Update Tastewalk to open it.</source>
        <translation>Чтобы открыть, обновите Tastewalk.</translation>
    </message>
    <message>
        <source>Say on import which column holds the titles.</source>
        <translation>Укажите при импорте, в каком столбце названия.</translation>
    </message>
    <message>
        <source>There is no text to make vectors from.</source>
        <translation>Нет текста, чтобы построить векторы.</translation>
    </message>
    <message>
        <source>The model gave numbers that can’t be used. Try another model.</source>
        <translation>Модель дала непригодные числа. Попробуйте другую модель.</translation>
    </message>
    <message>
        <source>The model has changed since the space was made. Embed the films again.</source>
        <translation>Модель изменилась с тех пор, как построено пространство. Постройте векторы фильмов заново.</translation>
    </message>
    <message>
        <source>The graph did not find its own films; the exact index does.</source>
        <translation>Граф не находит собственных фильмов; точный индекс находит.</translation>
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
        <source>Check that you may write in its folder.</source>
        <translation>Проверьте права на запись в её папку.</translation>
    </message>
    <message>
        <source>The library’s database reported a fault. Check the disk’s free space.</source>
        <translation>База данных фильмотеки сообщила об ошибке. Проверьте свободное место на диске.</translation>
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
        <source>Try again in a moment.</source>
        <translation>Повторите чуть позже.</translation>
    </message>
    <message>
        <source>The details hold its answer.</source>
        <translation>Её ответ — в подробностях.</translation>
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
        <source>This is not possible with this space or server.</source>
        <translation>С этим пространством или сервером это невозможно.</translation>
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
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Exact up to %1 films, a graph above</source>
        <translation>До %1 фильмов точный, дальше граф</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Точный</translation>
    </message>
    <message>
        <source>Finds every neighbour; nothing to build</source>
        <translation>Находит всех соседей; строить нечего</translation>
    </message>
    <message>
        <source>HNSW graph</source>
        <translation>Граф HNSW</translation>
    </message>
    <message>
        <source>Settings of the graph</source>
        <translation>Настройки графа</translation>
    </message>
    <message>
        <source>Links per film</source>
        <translation>Связей на фильм</translation>
    </message>
    <message>
        <source>Care while building</source>
        <translation>Тщательность построения</translation>
    </message>
    <message>
        <source>Care while searching</source>
        <translation>Тщательность поиска</translation>
    </message>
    <message>
        <source>More: better recall, more memory</source>
        <translation>Больше: выше полнота, больше памяти</translation>
    </message>
    <message>
        <source>More: better links, slower build</source>
        <translation>Больше: лучше связи, дольше построение</translation>
    </message>
    <message>
        <source>More: better recall, slower answers</source>
        <translation>Больше: выше полнота, медленнее ответы</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Как сейчас</translation>
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
        <source>There is no space yet, so there is nothing to index.</source>
        <translation>Пространства ещё нет, индексировать нечего.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>точный</translation>
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
    <message>
        <source>After a build every film must find itself; a graph that fails this is not used.</source>
        <translation>После построения каждый фильм должен найти себя; граф, который не справился, не используется.</translation>
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
        <source>Finds nearly every neighbour, much faster</source>
        <translation>Находит почти всех соседей, намного быстрее</translation>
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
    <message>
        <source>HNSW graph</source>
        <translation>Граф HNSW</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>точный</translation>
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
            <numerusform>Пропущена %Ln строка из %1.</numerusform>
            <numerusform>Пропущено %Ln строки из %1.</numerusform>
            <numerusform>Пропущено %Ln строк из %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation>%1, строка %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
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
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>Импортировать каталог</translation>
    </message>
    <message>
        <source>Catalogues (*.csv *.tsv *.json *.jsonl *.ndjson *.gz);;All files (*)</source>
        <translation>Каталоги (*.csv *.tsv *.json *.jsonl *.ndjson *.gz);;Все файлы (*)</translation>
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
        <source>HNSW</source>
        <translation>HNSW</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>точный</translation>
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
</TS>
