<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Commands and films</source>
        <translation>命令与电影</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Discover</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>片库</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>窗口的上一部分</translation>
    </message>
    <message>
        <source>Taste panel</source>
        <translation>口味面板</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation>不喜欢</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>更多类似电影</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Close, clear, cancel</source>
        <translation>关闭、清除、取消</translation>
    </message>
    <message>
        <source>Memory down</source>
        <translation>减少记忆</translation>
    </message>
    <message>
        <source>Memory up</source>
        <translation>增加记忆</translation>
    </message>
    <message>
        <source>Noise down</source>
        <translation>减少噪声</translation>
    </message>
    <message>
        <source>Noise up</source>
        <translation>增加噪声</translation>
    </message>
    <message>
        <source>Shuffle: a new seed</source>
        <translation>换一批：新的种子</translation>
    </message>
    <message>
        <source>Type a seed</source>
        <translation>输入种子</translation>
    </message>
    <message>
        <source>Pin the list</source>
        <translation>固定列表</translation>
    </message>
    <message>
        <source>Explore as in the article</source>
        <translation>按文章方式探索</translation>
    </message>
    <message>
        <source>Export a list…</source>
        <translation>导出列表…</translation>
    </message>
    <message>
        <source>Import a catalogue…</source>
        <translation>导入目录…</translation>
    </message>
    <message>
        <source>Open a library…</source>
        <translation>打开片库…</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>新建片库…</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>显示整张地图</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>跟随桌面配色</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>全部忘记…</translation>
    </message>
    <message>
        <source>Between two films</source>
        <translation>介于两部电影之间</translation>
    </message>
</context>
<context>
    <name>ItemListModel</name>
    <message>
        <source>score %1</source>
        <translation>得分 %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
</context>
<context>
    <name>QSplitter</name>
    <message>
        <source>Column width</source>
        <translation>栏宽</translation>
    </message>
</context>
<context>
    <name>tw::BannerBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>tw::MeterWidget</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a measure and its value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tw::NavigationBar</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>tw::Options</name>
    <message>
        <source>Learns your taste while you click. All data stays on this computer.</source>
        <translation>随着您的点击了解您的口味。所有数据都留在这台电脑上。</translation>
    </message>
    <message>
        <source>Library folder to open; made with the bundled films when it is not there</source>
        <translation>要打开的片库文件夹；不存在时用自带的电影创建</translation>
    </message>
    <message>
        <source>Page: discover, explore, map, likes or library</source>
        <translation>页面：discover、explore、map、likes 或 library</translation>
    </message>
    <message>
        <source>Search for this</source>
        <translation>搜索此内容</translation>
    </message>
    <message>
        <source>Open this film</source>
        <translation>打开这部电影</translation>
    </message>
    <message>
        <source>Open commands, keys, settings or export</source>
        <translation>打开 commands、keys、settings 或 export</translation>
    </message>
    <message>
        <source>Colours: light or dark</source>
        <translation>配色：light 或 dark</translation>
    </message>
    <message>
        <source>Size of the window</source>
        <translation>窗口大小</translation>
    </message>
    <message>
        <source>Scale factor</source>
        <translation>缩放比例</translation>
    </message>
    <message>
        <source>Write a picture of the window when it is complete, and end</source>
        <translation>窗口显示完整后保存截图并退出</translation>
    </message>
    <message>
        <source>Write how long paint, results, slider frames and cancels took</source>
        <translation>记录绘制、结果、滑块帧和取消所用的时间</translation>
    </message>
    <message>
        <source>Keep the program&apos;s settings in this file</source>
        <translation>把程序设置保存在此文件中</translation>
    </message>
    <message>
        <source>Library folder, or catalogue files to import</source>
        <translation>片库文件夹，或要导入的目录文件</translation>
    </message>
    <message>
        <source>Import the files at once, as they are recognised</source>
        <translation>按识别结果立即导入文件</translation>
    </message>
</context>
<context>
    <name>tw::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>tw::TableHeader</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Sort by: %1</source>
        <translation>排序：%1</translation>
    </message>
</context>
<context>
    <name>tw::item_card</name>
    <message>
        <source>%1, %2</source>
        <comment>title and year</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>tw::item_row</name>
    <message>
        <source>liked</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>disliked</source>
        <translation>不喜欢</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of an act and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation>不喜欢</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>更多类似电影</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>tw::plot::RecallPlot</name>
    <message>
        <source>Speed against recall</source>
        <translation>速度与召回率</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a plot and the point in it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tw::poster</name>
    <message>
        <source>Drawn poster: %1 (%2)</source>
        <translation>绘制的海报：%1（%2）</translation>
    </message>
    <message>
        <source>Drawn poster: %1</source>
        <translation>绘制的海报：%1</translation>
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
        <translation>任何位置</translation>
    </message>
    <message>
        <source>On a film</source>
        <translation>在电影上</translation>
    </message>
    <message>
        <source>Taste and noise</source>
        <translation>口味与噪声</translation>
    </message>
    <message>
        <source>Lists and library</source>
        <translation>列表与片库</translation>
    </message>
</context>
<context>
    <name>tw::ui::BringVectors</name>
    <message>
        <source>Bring vectors</source>
        <translation>带入向量</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Name of the space</source>
        <translation>空间名称</translation>
    </message>
    <message>
        <source>Which film a row is</source>
        <translation>每行对应的电影</translation>
    </message>
    <message>
        <source>Choose a file of keys…</source>
        <translation>选择键文件…</translation>
    </message>
    <message>
        <source>One key, IMDb or TMDB number, title or “title (year)” a line</source>
        <translation>每行一个：键、IMDb 或 TMDB 编号、片名，或“片名 (年份)”</translation>
    </message>
    <message>
        <source>How rows compare</source>
        <translation>行的比较方式</translation>
    </message>
    <message>
        <source>Make a space of them</source>
        <translation>用它们建立空间</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Rows that were left out</source>
        <translation>略过的行</translation>
    </message>
    <message>
        <source>A file of vectors</source>
        <translation>向量文件</translation>
    </message>
    <message>
        <source>Vectors (*.npy *.fvecs *.bvecs *.ivecs *.csv *.tsv *.txt *.gz *.faiss *.index);;All files (*)</source>
        <translation>向量 (*.npy *.fvecs *.bvecs *.ivecs *.csv *.tsv *.txt *.gz *.faiss *.index);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Its own column of keys or titles, else the catalogue’s order</source>
        <translation>文件自带的键或片名列，否则按目录顺序</translation>
    </message>
    <message>
        <source>A file of keys</source>
        <translation>键文件</translation>
    </message>
    <message>
        <source>Text (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>文本 (*.txt *.csv *.tsv);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>tw::ui::CardsPane</name>
    <message>
        <source>Export this list</source>
        <translation>导出此列表</translation>
    </message>
    <message>
        <source>Start with a few films you know</source>
        <translation>从几部您看过的电影开始</translation>
    </message>
    <message>
        <source>Like three or more, and recommendations appear here. Or search above: by title, or in your own words. Nothing leaves this computer.</source>
        <translation>喜欢三部或更多，推荐就会出现在这里。也可以在上方搜索：按片名，或用您自己的话。任何数据都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation>没有打开的片库</translation>
    </message>
    <message>
        <source>A library holds a catalogue of films and what you think of them.</source>
        <translation>片库保存电影目录和您对电影的看法。</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>打开片库</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>新建片库</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>正在打开片库</translation>
    </message>
    <message>
        <source>This library has no films yet</source>
        <translation>这个片库还没有电影</translation>
    </message>
    <message>
        <source>Import a catalogue: a CSV, TSV or JSON file with a title in every row.</source>
        <translation>请导入目录：每行都有片名的 CSV、TSV 或 JSON 文件。</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>导入目录</translation>
    </message>
    <message>
        <source>Recommendations wait for the space</source>
        <translation>推荐在等待空间</translation>
    </message>
    <message>
        <source>The films are being read for their meaning. You can search and like meanwhile.</source>
        <translation>正在读取电影的含义。其间可以搜索和标记喜欢。</translation>
    </message>
    <message>
        <source>You know every film here</source>
        <translation>这里的电影您都看过</translation>
    </message>
    <message>
        <source>All of them are liked, disliked or hidden.</source>
        <translation>它们都已标为喜欢、不喜欢或隐藏。</translation>
    </message>
    <message>
        <source>Recommend known films too</source>
        <translation>也推荐看过的电影</translation>
    </message>
</context>
<context>
    <name>tw::ui::CatalogueSection</name>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>The films of this library. An import adds new ones and updates those it has.</source>
        <translation>这个片库中的电影。导入会添加新电影，并更新已有的电影。</translation>
    </message>
    <message>
        <source>Last import</source>
        <translation>上次导入</translation>
    </message>
    <message>
        <source>Ready to import</source>
        <translation>可以导入</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Don’t import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>显示报告</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>“%1” is chosen and not imported yet.</source>
        <translation>已选择“%1”，尚未导入。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are chosen and not imported yet.</source>
        <translation>
            <numerusform>已选择 %Ln 个文件，尚未导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>tw::ui::CommandList</name>
    <message>
        <source>Commands and films</source>
        <translation>命令与电影</translation>
    </message>
    <message>
        <source>Type a command or a film</source>
        <translation>输入命令或电影</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>电影</translation>
    </message>
</context>
<context>
    <name>tw::ui::CompletionPopup</name>
    <message>
        <source>What can be typed on with</source>
        <translation>可继续输入的内容</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>completion and what it is</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>tw::ui::DetailsNumbersPart</name>
    <message>
        <source>In numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>How near, in numbers</source>
        <translation>接近程度的数值</translation>
    </message>
    <message>
        <source>To %1, in the space “%2”</source>
        <translation>与%1相比，在空间“%2”中</translation>
    </message>
</context>
<context>
    <name>tw::ui::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>为什么出现在这里</translation>
    </message>
    <message>
        <source>Nearest in meaning</source>
        <translation>含义最接近</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Film before</source>
        <translation>上一部电影</translation>
    </message>
    <message>
        <source>Next film</source>
        <translation>下一部电影</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Liked</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>reason and its weight</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>tw::ui::DetailsPresenter</name>
    <message>
        <source>%1 of %2</source>
        <comment>place in a list</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>running time</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>It says %1</source>
        <translation>文中有：%1</translation>
    </message>
    <message>
        <source>It says “%1”</source>
        <translation>文中写道：“%1”</translation>
    </message>
    <message>
        <source>Near %1, which you liked</source>
        <translation>接近您喜欢的《%1》</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Inner product</source>
        <translation>内积</translation>
    </message>
    <message>
        <source>of unit vectors</source>
        <translation>单位向量</translation>
    </message>
    <message>
        <source>of vectors as they are</source>
        <translation>原始向量</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Squared distance</source>
        <translation>距离平方</translation>
    </message>
    <message>
        <source>as faiss gives it</source>
        <translation>与 faiss 相同</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>your taste</source>
        <translation>您的口味</translation>
    </message>
</context>
<context>
    <name>tw::ui::DialogService</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>tw::ui::DiscoverPage</name>
    <message>
        <source>Search by title, or describe what you feel like watching</source>
        <translation>搜索片名，或描述您想看什么</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>tw::ui::EmbedderPart</name>
    <message>
        <source>Embedder</source>
        <translation>嵌入器</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Embedders</source>
        <translation>嵌入器</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>How Ollama is asked</source>
        <translation>如何请求 Ollama</translation>
    </message>
    <message>
        <source>More: fewer calls, and later a sign of life from a slow server</source>
        <translation>更多：请求更少，但慢速服务器更晚给出回应</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What this model wants put before a film’s text</source>
        <translation>此模型要求放在电影文本前面的内容</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Films at a time</source>
        <translation>每次电影数</translation>
    </message>
    <message>
        <source>Put before a text</source>
        <translation>放在文本前</translation>
    </message>
    <message>
        <source>Without a server the built-in embedder does the work: smaller, and always there.</source>
        <translation>没有服务器时由内置嵌入器完成：规模较小，但随时可用。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>Check the server</source>
        <translation>检查服务器</translation>
    </message>
    <message>
        <source>Embed %1</source>
        <translation>嵌入 %1</translation>
    </message>
    <message>
        <source>Check the server first</source>
        <translation>请先检查服务器</translation>
    </message>
    <message>
        <source>This library can be looked at, not changed</source>
        <translation>这个片库只能查看，不能更改</translation>
    </message>
    <message>
        <source>Word vectors that come with Tastewalk, weighed over this catalogue, for each film and each sentence. No server, nothing leaves this computer.</source>
        <translation>Tastewalk 自带的词向量，按此目录加权，用于每部电影和每个句子。无需服务器，任何数据都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>%1 have their vector.</source>
        <translation>%1已有向量。</translation>
    </message>
    <message>
        <source>Embed anew</source>
        <translation>重新嵌入</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Films without a vector, and why</source>
        <translation>没有向量的电影及原因</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>隐藏</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films have no vector: the server would not take their texts.</source>
        <translation>
            <numerusform>%Ln 部电影没有向量：服务器不接受它们的文本。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ErrorDetails</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Technical text</source>
        <translation>技术信息</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>tw::ui::ErrorText</name>
    <message>
        <source>This library could not be opened.</source>
        <translation>无法打开这个片库。</translation>
    </message>
    <message>
        <source>The library could not be made.</source>
        <translation>无法创建片库。</translation>
    </message>
    <message>
        <source>Text search is not available.</source>
        <translation>文本搜索不可用。</translation>
    </message>
    <message>
        <source>The space could not be loaded.</source>
        <translation>无法载入空间。</translation>
    </message>
    <message>
        <source>The space was not switched.</source>
        <translation>空间没有切换。</translation>
    </message>
    <message>
        <source>Search by meaning has to wait.</source>
        <translation>按含义搜索需要等待。</translation>
    </message>
    <message>
        <source>This was not saved.</source>
        <translation>此项没有保存。</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>没有撤销任何操作。</translation>
    </message>
    <message>
        <source>Nothing was brought back.</source>
        <translation>没有恢复任何操作。</translation>
    </message>
    <message>
        <source>Nothing was forgotten.</source>
        <translation>没有忘记任何内容。</translation>
    </message>
    <message>
        <source>The settings were not saved.</source>
        <translation>设置没有保存。</translation>
    </message>
    <message>
        <source>Changes by other programs can’t be seen.</source>
        <translation>看不到其他程序所做的更改。</translation>
    </message>
    <message>
        <source>The import did not finish.</source>
        <translation>导入没有完成。</translation>
    </message>
    <message>
        <source>The space was not built.</source>
        <translation>空间没有建成。</translation>
    </message>
    <message>
        <source>The index was not rebuilt.</source>
        <translation>索引没有重建。</translation>
    </message>
    <message>
        <source>The space was not removed.</source>
        <translation>空间没有移除。</translation>
    </message>
    <message>
        <source>The search did not finish.</source>
        <translation>搜索没有完成。</translation>
    </message>
    <message>
        <source>There are no new recommendations.</source>
        <translation>没有新的推荐。</translation>
    </message>
    <message>
        <source>The lists could not be made.</source>
        <translation>无法生成列表。</translation>
    </message>
    <message>
        <source>The map could not be drawn.</source>
        <translation>无法绘制地图。</translation>
    </message>
    <message>
        <source>The nearest films could not be found.</source>
        <translation>找不到最接近的电影。</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>文件没有写入。</translation>
    </message>
    <message>
        <source>The server could not be asked.</source>
        <translation>无法向服务器请求。</translation>
    </message>
    <message>
        <source>Other libraries are untouched.</source>
        <translation>其他片库没有受影响。</translation>
    </message>
    <message>
        <source>Titles, text search and your likes work without it.</source>
        <translation>没有它，片名、文本搜索和您的喜欢仍可使用。</translation>
    </message>
    <message>
        <source>The present space stays in use.</source>
        <translation>继续使用当前空间。</translation>
    </message>
    <message>
        <source>Titles and texts are searched meanwhile.</source>
        <translation>其间搜索片名和文本。</translation>
    </message>
    <message>
        <source>Your likes are as they were.</source>
        <translation>您的喜欢保持不变。</translation>
    </message>
    <message>
        <source>They hold until the window closes.</source>
        <translation>它们在窗口关闭前有效。</translation>
    </message>
    <message>
        <source>The catalogue is as it was.</source>
        <translation>目录保持不变。</translation>
    </message>
    <message>
        <source>Vectors already made are kept, and the present space stays in use.</source>
        <translation>已生成的向量会保留，并继续使用当前空间。</translation>
    </message>
    <message>
        <source>The old index stays in use.</source>
        <translation>继续使用旧索引。</translation>
    </message>
    <message>
        <source>A file that was there before is untouched.</source>
        <translation>原有的文件没有改动。</translation>
    </message>
    <message>
        <source>The list shown is the last good one.</source>
        <translation>显示的是上一个有效列表。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Ollama is not answering.</source>
        <translation>Ollama 没有回应。</translation>
    </message>
    <message>
        <source>Ollama takes too long to answer.</source>
        <translation>Ollama 回应时间过长。</translation>
    </message>
    <message>
        <source>Ollama is busy.</source>
        <translation>Ollama 正忙。</translation>
    </message>
    <message>
        <source>Ollama refused the request.</source>
        <translation>Ollama 拒绝了请求。</translation>
    </message>
    <message>
        <source>The server answered something else than Ollama would.</source>
        <translation>服务器的回应与 Ollama 不符。</translation>
    </message>
    <message>
        <source>The model is not on this server.</source>
        <translation>此服务器上没有该模型。</translation>
    </message>
    <message>
        <source>The model %1 is not on this server.</source>
        <translation>此服务器上没有模型 %1。</translation>
    </message>
    <message>
        <source>This library is being changed elsewhere.</source>
        <translation>这个片库正在别处更改。</translation>
    </message>
    <message>
        <source>This library can be looked at, not changed.</source>
        <translation>这个片库只能查看，不能更改。</translation>
    </message>
    <message>
        <source>This was made by a newer Tastewalk.</source>
        <translation>这是由更新版本的 Tastewalk 创建的。</translation>
    </message>
    <message>
        <source>No column of this file looks like a title.</source>
        <translation>此文件中没有像片名的列。</translation>
    </message>
    <message>
        <source>This file is in none of the formats Tastewalk reads.</source>
        <translation>Tastewalk 不能读取这种格式的文件。</translation>
    </message>
    <message>
        <source>“%1” can’t be written. Check the free space and that you may write there.</source>
        <translation>无法写入“%1”。请检查可用空间和写入权限。</translation>
    </message>
    <message>
        <source>Try again when the other program is done.</source>
        <translation>请在另一个程序完成后重试。</translation>
    </message>
    <message>
        <source>It is held by %1. Try again when that is done.</source>
        <translation>它正被 %1 占用。请在其完成后重试。</translation>
    </message>
    <message>
        <source>Start Ollama, or check its address on the Library page.</source>
        <translation>请启动 Ollama，或在“片库”页检查其地址。</translation>
    </message>
    <message>
        <source>A large model may still be loading. Try again in a moment.</source>
        <translation>大型模型可能仍在加载。请稍后重试。</translation>
    </message>
    <message>
        <source>Check the address on the Library page.</source>
        <translation>请在“片库”页检查地址。</translation>
    </message>
    <message>
        <source>Choose an installed model, or pull this one with Ollama.</source>
        <translation>请选择已安装的模型，或用 Ollama 拉取此模型。</translation>
    </message>
    <message>
        <source>This is a fault of Tastewalk; the details help to report it.</source>
        <translation>这是 Tastewalk 的错误；详情有助于报告。</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>代码：%1</translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation>关于：%1</translation>
    </message>
    <message>
        <source>Row: %1</source>
        <translation>行：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Not readable: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>Not readable, or without a title</source>
        <translation>无法读取，或没有片名</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>没有片名</translation>
    </message>
    <message>
        <source>You may not read its folder. Change the folder’s permissions, or open another library.</source>
        <translation>您无权读取其文件夹。请更改文件夹权限，或打开另一个片库。</translation>
    </message>
    <message>
        <source>You may not read “%1”. Change its permissions, then try again.</source>
        <translation>您无权读取“%1”。请更改其权限，然后重试。</translation>
    </message>
    <message>
        <source>You may not write in this folder. Export to another one.</source>
        <translation>您无权写入此文件夹。请导出到另一个文件夹。</translation>
    </message>
    <message>
        <source>You may not write in this folder. Choose another one.</source>
        <translation>您无权写入此文件夹。请选择另一个。</translation>
    </message>
    <message>
        <source>You may not write “%1”. Change its permissions, then change a setting.</source>
        <translation>您无权写入“%1”。请更改其权限，然后更改一项设置。</translation>
    </message>
    <message>
        <source>You may not write in the library’s folder. Change its permissions, then try again.</source>
        <translation>您无权写入片库的文件夹。请更改其权限，然后重试。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, or export to another disk.</source>
        <translation>磁盘已满。请释放一些空间，或导出到另一个磁盘。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>磁盘已满。请释放一些空间，然后重试。</translation>
    </message>
    <message>
        <source>This disk can only be read. Export to another one.</source>
        <translation>此磁盘只能读取。请导出到另一个磁盘。</translation>
    </message>
    <message>
        <source>This disk can only be read. Choose a folder on another one.</source>
        <translation>此磁盘只能读取。请在另一个磁盘上选择文件夹。</translation>
    </message>
    <message>
        <source>The disk it lies on can only be read. Copy the library to another disk, and open the copy.</source>
        <translation>它所在的磁盘只能读取。请将片库复制到另一个磁盘，再打开副本。</translation>
    </message>
    <message>
        <source>Another program is writing to the library. Try again in a moment.</source>
        <translation>另一个程序正在写入片库。请稍后重试。</translation>
    </message>
    <message>
        <source>The disk reports a fault. Copy the library to another disk, and open the copy.</source>
        <translation>磁盘报告故障。请将片库复制到另一个磁盘，再打开副本。</translation>
    </message>
    <message>
        <source>“%1” is damaged or not complete. Get the file again, then import it.</source>
        <translation>“%1”已损坏或不完整。请重新获取文件，然后导入。</translation>
    </message>
    <message>
        <source>Its file is made anew the next time the library is opened.</source>
        <translation>下次打开片库时会重新生成其文件。</translation>
    </message>
    <message>
        <source>Nothing in it can be read any more. A backup of its folder may still open.</source>
        <translation>其中已没有可读的内容。其文件夹的备份也许还能打开。</translation>
    </message>
    <message>
        <source>Open it again: what can still be read is offered for rescue.</source>
        <translation>请重新打开它：仍可读的内容会提供抢救。</translation>
    </message>
    <message>
        <source>Embed the films again; the vectors already made make that quick.</source>
        <translation>请重新嵌入电影；已生成的向量会让它很快完成。</translation>
    </message>
    <message>
        <source>“%1” is damaged. Open the library again; what can be made anew is.</source>
        <translation>“%1”已损坏。请重新打开片库；可重新生成的内容会重新生成。</translation>
    </message>
    <message>
        <source>“%1” is broken at row %2. Mend that row or leave it out, then import again.</source>
        <translation>“%1”在第 %2 行损坏。请修正或去掉该行，然后重新导入。</translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation>请打开它，或选择另一个文件夹。</translation>
    </message>
    <message>
        <source>“%1” is there already. Choose another name.</source>
        <translation>“%1”已经存在。请选择另一个名称。</translation>
    </message>
    <message>
        <source>“%1” can’t be read. Check the disk it lies on, then try again.</source>
        <translation>无法读取“%1”。请检查它所在的磁盘，然后重试。</translation>
    </message>
    <message>
        <source>It reads CSV, TSV, JSON and JSON Lines, also gzipped. Save the file as one of these.</source>
        <translation>可读取 CSV、TSV、JSON 和 JSON Lines，也可用 gzip 压缩。请将文件保存为其中一种格式。</translation>
    </message>
    <message>
        <source>Update Tastewalk, or open another library.</source>
        <translation>请更新 Tastewalk，或打开另一个片库。</translation>
    </message>
    <message>
        <source>Update Tastewalk to use it.</source>
        <translation>请更新 Tastewalk 以使用它。</translation>
    </message>
    <message>
        <source>Say which column holds the titles, then import again.</source>
        <translation>请指明哪一列是片名，然后重新导入。</translation>
    </message>
    <message>
        <source>Start Ollama and try again; embedding goes on where it stopped.</source>
        <translation>请启动 Ollama 并重试；嵌入会从停下处继续。</translation>
    </message>
    <message>
        <source>A large model may need longer. Try again; embedding goes on where it stopped.</source>
        <translation>大型模型可能需要更久。请重试；嵌入会从停下处继续。</translation>
    </message>
    <message>
        <source>Try again in a moment; embedding goes on where it stopped.</source>
        <translation>请稍后重试；嵌入会从停下处继续。</translation>
    </message>
    <message>
        <source>Others are asking it too. Try again in a moment.</source>
        <translation>其他程序也在使用它。请稍后重试。</translation>
    </message>
    <message>
        <source>The details hold its answer. Another model or another version of Ollama may help.</source>
        <translation>详情中有它的回答。换一个模型或另一个 Ollama 版本可能有帮助。</translation>
    </message>
    <message>
        <source>Check on the Library page which server is asked, and with which model.</source>
        <translation>请在“片库”页检查使用的服务器和模型。</translation>
    </message>
    <message>
        <source>Check its address on the Library page; a name and a password may belong into it.</source>
        <translation>请在“片库”页检查其地址；其中可能需要用户名和密码。</translation>
    </message>
    <message>
        <source>Embed again when it no longer changes; vectors of two models are never mixed.</source>
        <translation>等它不再变化时重新嵌入；两个模型的向量不会混用。</translation>
    </message>
    <message>
        <source>Embed the films again, or bring the former model back.</source>
        <translation>请重新嵌入电影，或换回以前的模型。</translation>
    </message>
    <message>
        <source>Embed the films again: all of them get vectors of the present model.</source>
        <translation>请重新嵌入电影：所有电影都会得到当前模型的向量。</translation>
    </message>
    <message>
        <source>Try another model on the Library page, or the built-in embedder.</source>
        <translation>请在“片库”页换一个模型，或使用内置嵌入器。</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>该文件</translation>
    </message>
    <message>
        <source>It can be begun again at any time.</source>
        <translation>随时可以重新开始。</translation>
    </message>
    <message>
        <source>One of the values is out of its range. Change it and try again.</source>
        <translation>有一个值超出范围。请更改后重试。</translation>
    </message>
    <message>
        <source>Several films fit. Add the year.</source>
        <translation>有多部电影符合。请加上年份。</translation>
    </message>
    <message>
        <source>No film has a text to make vectors from. Import a catalogue that has texts.</source>
        <translation>没有任何电影有可生成向量的文本。请导入含文本的目录。</translation>
    </message>
    <message>
        <source>The graph did not find its own films. Use more links, or the exact index.</source>
        <translation>图没有找到自己的电影。请增加连接数，或使用精确索引。</translation>
    </message>
    <message>
        <source>Change the permissions of its folder, or copy the library to a folder of yours.</source>
        <translation>请更改其文件夹的权限，或将片库复制到您自己的文件夹。</translation>
    </message>
    <message>
        <source>Nothing more is written into it. Open the library again.</source>
        <translation>不会再向其中写入任何内容。请重新打开片库。</translation>
    </message>
    <message>
        <source>The library’s database reported a fault. Check the disk, then try again.</source>
        <translation>片库的数据库报告故障。请检查磁盘，然后重试。</translation>
    </message>
    <message>
        <source>This space, file or server can’t do it. Choose another on the Library page.</source>
        <translation>此空间、文件或服务器做不到。请在“片库”页另选一个。</translation>
    </message>
    <message>
        <source>The rescue did not finish.</source>
        <translation>抢救没有完成。</translation>
    </message>
    <message>
        <source>Tastewalk’s own settings were not saved.</source>
        <translation>Tastewalk 自身的设置没有保存。</translation>
    </message>
    <message>
        <source>Nothing in its folder was changed.</source>
        <translation>其文件夹中没有任何更改。</translation>
    </message>
    <message>
        <source>Recommendations, the map and your likes work without it.</source>
        <translation>推荐、地图和您的喜欢无需它也能使用。</translation>
    </message>
    <message>
        <source>The window shows what it read last.</source>
        <translation>窗口显示最近一次读取的内容。</translation>
    </message>
    <message>
        <source>The catalogue and your likes are untouched.</source>
        <translation>目录和您的喜欢未受影响。</translation>
    </message>
    <message>
        <source>Lists, search and your likes work without it.</source>
        <translation>列表、搜索和您的喜欢无需它也能使用。</translation>
    </message>
    <message>
        <source>All else about the film is shown.</source>
        <translation>电影的其他内容照常显示。</translation>
    </message>
    <message>
        <source>The spaces you have stay in use.</source>
        <translation>继续使用现有的空间。</translation>
    </message>
    <message>
        <source>The damaged library is untouched.</source>
        <translation>损坏的片库未受影响。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films keep their vectors.</source>
        <translation>
            <numerusform>%Ln 部电影保留其向量。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films keep their vectors; search goes on with “%1”.</source>
        <translation>
            <numerusform>%Ln 部电影保留其向量；搜索继续使用“%1”。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no library in this folder.</source>
        <translation>此文件夹中没有片库。</translation>
    </message>
    <message>
        <source>The space is not there any more.</source>
        <translation>空间已不存在。</translation>
    </message>
    <message>
        <source>The folder of this library is gone.</source>
        <translation>此片库的文件夹不见了。</translation>
    </message>
    <message>
        <source>This library is damaged.</source>
        <translation>此片库已损坏。</translation>
    </message>
    <message>
        <source>The space is damaged.</source>
        <translation>空间已损坏。</translation>
    </message>
    <message>
        <source>This library was made by a newer Tastewalk.</source>
        <translation>此片库由更新版本的 Tastewalk 创建。</translation>
    </message>
    <message>
        <source>This space was made by a newer Tastewalk.</source>
        <translation>此空间由更新版本的 Tastewalk 创建。</translation>
    </message>
    <message>
        <source>There is a library in this folder already.</source>
        <translation>此文件夹中已有片库。</translation>
    </message>
    <message>
        <source>Ollama stopped answering.</source>
        <translation>Ollama 停止响应。</translation>
    </message>
    <message>
        <source>The answers of the server can’t be used.</source>
        <translation>服务器的回答无法使用。</translation>
    </message>
    <message>
        <source>The server does not let Tastewalk in.</source>
        <translation>服务器不允许 Tastewalk 访问。</translation>
    </message>
    <message>
        <source>The model was replaced while films were embedded.</source>
        <translation>嵌入电影时模型被替换。</translation>
    </message>
    <message>
        <source>Another model stands under this name now.</source>
        <translation>此名称现在对应另一个模型。</translation>
    </message>
    <message>
        <source>The model changed while films were embedded.</source>
        <translation>嵌入电影时模型发生了变化。</translation>
    </message>
    <message>
        <source>The model has changed since the space was made.</source>
        <translation>空间生成之后模型已改变。</translation>
    </message>
    <message>
        <source>The model gave numbers that can’t be used.</source>
        <translation>模型给出的数值无法使用。</translation>
    </message>
    <message>
        <source>Another library lies in this one’s place now.</source>
        <translation>此片库的位置现在是另一个片库。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>打开另一个片库…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开它</translation>
    </message>
    <message>
        <source>Embed again</source>
        <translation>重新嵌入</translation>
    </message>
    <message>
        <source>Show the server</source>
        <translation>显示服务器</translation>
    </message>
    <message>
        <source>Export elsewhere…</source>
        <translation>导出到别处…</translation>
    </message>
    <message>
        <source>It may have been moved or renamed. Open it where it is now, or open another one.</source>
        <translation>它可能已被移动或重命名。请在现在的位置打开它，或打开另一个。</translation>
    </message>
    <message>
        <source>The folder for it is not there. Choose another one.</source>
        <translation>用于它的文件夹不存在。请选择另一个。</translation>
    </message>
    <message>
        <source>“%1” is not there any more. Look where it is now, then import it from there.</source>
        <translation>“%1”已不在原处。请找到它现在的位置，再从那里导入。</translation>
    </message>
    <message>
        <source>The folder to write to is not there any more. Choose another one.</source>
        <translation>要写入的文件夹已不存在。请选择另一个。</translation>
    </message>
    <message>
        <source>There is nothing to take back any more; another program may have done it.</source>
        <translation>已没有可撤销的内容；可能已由另一个程序撤销。</translation>
    </message>
    <message>
        <source>There is nothing to bring back any more; another program may have done it.</source>
        <translation>已没有可恢复的内容；可能已由另一个程序恢复。</translation>
    </message>
    <message>
        <source>Their folder is not there. Make it again, then change a setting.</source>
        <translation>其文件夹不存在。请重新创建，然后更改一项设置。</translation>
    </message>
    <message>
        <source>Its files were removed. Embed the films again; the vectors already made make that quick.</source>
        <translation>其文件已被删除。请重新嵌入电影；已生成的向量会让它很快完成。</translation>
    </message>
    <message>
        <source>The folder of the library was moved or removed. Put it back, or open another library.</source>
        <translation>片库的文件夹已被移动或删除。请放回原处，或打开另一个片库。</translation>
    </message>
    <message>
        <source>Rescue what can be read of it, or open another library; the damaged file is kept.</source>
        <translation>请抢救其中可读的内容，或打开另一个片库；损坏的文件会保留。</translation>
    </message>
    <message>
        <source>Rescue what can be read</source>
        <translation>抢救可读的内容</translation>
    </message>
    <message>
        <source>Nothing was measured.</source>
        <translation>没有测量任何内容。</translation>
    </message>
    <message>
        <source>The vectors were not brought in.</source>
        <translation>未能带入向量。</translation>
    </message>
    <message>
        <source>The index is as it was.</source>
        <translation>索引保持不变。</translation>
    </message>
</context>
<context>
    <name>tw::ui::ExploreColumnPane</name>
    <message>
        <source>Type what you are in the mood for, and compare it with the lists beside.</source>
        <translation>输入您想看的内容，与旁边的列表比较。</translation>
    </message>
    <message>
        <source>Pin the list</source>
        <translation>固定列表</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Dimensions drawn anew</source>
        <translation>重新抽取的维度</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>More: films farther from your taste, in every direction a little.</source>
        <translation>更多：电影离您的口味更远，每个方向都偏一点。</translation>
    </message>
    <message>
        <source>More: so many of the numbers are drawn by chance, the others kept.</source>
        <translation>更多：随机抽取的数值更多，其余保持不变。</translation>
    </message>
    <message>
        <source>The films closest to you, in order. No chance involved.</source>
        <translation>离您最近的电影，依次排列。不含随机。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search to compare with</source>
        <translation>用于比较的搜索</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>How far from your taste, on average: 1 minus the cosine.</source>
        <translation>平均离您的口味有多远：1 减去余弦。</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>How far from each other, on average: 1 minus the cosine.</source>
        <translation>平均彼此相距多远：1 减去余弦。</translation>
    </message>
    <message>
        <source>Compare with the profile again</source>
        <translation>重新与口味比较</translation>
    </message>
    <message>
        <source>%1, percent</source>
        <translation>%1，百分比</translation>
    </message>
</context>
<context>
    <name>tw::ui::ExplorePage</name>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>换一批</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Column before</source>
        <translation>上一栏</translation>
    </message>
    <message>
        <source>Next column</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>Kind of noise</source>
        <translation>噪声类型</translation>
    </message>
    <message>
        <source>As in the article</source>
        <translation>按文章方式</translation>
    </message>
    <message>
        <source>Nothing to explore yet</source>
        <translation>还没有可探索的内容</translation>
    </message>
    <message>
        <source>It needs a space: numbers that say which films resemble each other. The built-in one makes itself; the Library shows how far it is.</source>
        <translation>需要空间：表示哪些电影彼此相似的数值。内置空间会自动生成；“片库”页显示进度。</translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation>没有打开的片库</translation>
    </message>
    <message>
        <source>Open one in the Library to explore its films.</source>
        <translation>请在“片库”页打开一个，以探索其中的电影。</translation>
    </message>
    <message>
        <source>Go to the Library</source>
        <translation>前往片库</translation>
    </message>
</context>
<context>
    <name>tw::ui::ExplorePresenter</name>
    <message>
        <source>Profile</source>
        <translation>口味</translation>
    </message>
    <message>
        <source>The article’s noise</source>
        <translation>文章的噪声</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>高斯噪声</translation>
    </message>
    <message>
        <source>The article’s buckets</source>
        <translation>文章的分桶</translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation>分桶</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Cosine to your profile %1</source>
        <translation>与您口味的余弦 %1</translation>
    </message>
    <message>
        <source>The noise drowns your profile: this list is pure chance.</source>
        <translation>噪声淹没了您的口味：此列表纯属随机。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picked</source>
        <translation>
            <numerusform>已选 %Ln 部</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picks</source>
        <translation>
            <numerusform>%Ln 次选择</numerusform>
        </translation>
    </message>
    <message>
        <source>What lies nearest serves you best so far.</source>
        <translation>目前最合您意的是最接近的电影。</translation>
    </message>
    <message>
        <source>A little noise serves you best so far.</source>
        <translation>目前最合您意的是少许噪声。</translation>
    </message>
    <message>
        <source>Buckets serve you best so far.</source>
        <translation>目前最合您意的是分桶。</translation>
    </message>
    <message>
        <source>Your own searches serve you best so far.</source>
        <translation>目前最合您意的是您自己的搜索。</translation>
    </message>
</context>
<context>
    <name>tw::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>文件预览</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the file to write</source>
        <translation>选择要写入的文件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>The whole list as text, to paste elsewhere</source>
        <translation>整个列表的文本，可粘贴到别处</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copied. Paste it wherever you like.</source>
        <translation>已复制。可粘贴到任何地方。</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>始终包含</translation>
    </message>
    <message>
        <source>Replace “%1”?</source>
        <translation>替换“%1”？</translation>
    </message>
    <message>
        <source>There is a file with this name in “%1”.</source>
        <translation>“%1”中已有同名文件。</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation>替换文件</translation>
    </message>
</context>
<context>
    <name>tw::ui::ExportPresenter</name>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>片名</translation>
    </message>
    <message>
        <source>Original title</source>
        <translation>原片名</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Directors</source>
        <translation>导演</translation>
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
        <translation>喜欢或不喜欢</translation>
    </message>
    <message>
        <source>Date liked</source>
        <translation>标记日期</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Share of taste</source>
        <translation>口味占比</translation>
    </message>
    <message>
        <source>Liked films</source>
        <translation>喜欢的电影</translation>
    </message>
    <message>
        <source>Selected films</source>
        <translation>所选电影</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>推荐</translation>
    </message>
    <message numerus="yes">
        <source>the nearest %Ln films</source>
        <translation>
            <numerusform>最接近的 %Ln 部电影</numerusform>
        </translation>
    </message>
    <message>
        <source>after the first like</source>
        <translation>标记第一部喜欢之后</translation>
    </message>
    <message>
        <source>Explore columns</source>
        <translation>探索各栏</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists, seed %1</source>
        <translation>
            <numerusform>%Ln 个列表，种子 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>open Explore first</source>
        <translation>请先打开“探索”</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message numerus="yes">
        <source>%Ln for “%1”</source>
        <translation>
            <numerusform>“%1”的 %Ln 部</numerusform>
        </translation>
    </message>
    <message>
        <source>search for something first</source>
        <translation>请先搜索</translation>
    </message>
    <message>
        <source>Explore, seed %1</source>
        <translation>探索，种子 %1</translation>
    </message>
    <message>
        <source>Search for “%1”</source>
        <translation>搜索“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows, %1</source>
        <translation>
            <numerusform>%Ln 行，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln films have an IMDb id; Letterboxd looks for the others by title and year.</source>
        <translation>
            <numerusform>%Ln 部电影中有 %1 部带 IMDb ID；其余由 Letterboxd 按片名和年份查找。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln films have an IMDb id, so Letterboxd will match every one.</source>
        <translation>
            <numerusform>全部 %Ln 部电影都有 IMDb ID，Letterboxd 能逐一匹配。</numerusform>
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
        <translation>用于电子表格</translation>
    </message>
    <message>
        <source>for programs, everything kept</source>
        <translation>用于程序，保留全部数据</translation>
    </message>
    <message>
        <source>for notes and mail</source>
        <translation>用于笔记和邮件</translation>
    </message>
    <message>
        <source>its import format</source>
        <translation>其导入格式</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln films</source>
        <translation>
            <numerusform>导出 %Ln 部电影</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::FacetPopover</name>
    <message>
        <source>%1, %2</source>
        <comment>value and number of films</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>tw::ui::FilmActs</name>
    <message>
        <source>Take the like back</source>
        <translation>撤回喜欢</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Take the dislike back</source>
        <translation>撤回不喜欢</translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation>不喜欢</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>更多类似电影</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Copy title and year</source>
        <translation>复制片名和年份</translation>
    </message>
    <message>
        <source>Export a list…</source>
        <translation>导出列表…</translation>
    </message>
    <message>
        <source>Between “%1” and this</source>
        <translation>介于《%1》与此片之间</translation>
    </message>
    <message>
        <source>Between this and another film</source>
        <translation>介于此片与另一部电影之间</translation>
    </message>
</context>
<context>
    <name>tw::ui::FilmList</name>
    <message>
        <source>new</source>
        <comment>not in the list compared with</comment>
        <translation>新</translation>
    </message>
</context>
<context>
    <name>tw::ui::FilterBar</name>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Between “%1” and … choose another film: B, or its menu.</source>
        <translation>介于《%1》与……请选择另一部电影：按 B 或用其菜单。</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>算了</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a filter and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>按%1筛选</translation>
    </message>
    <message>
        <source>No longer: %1</source>
        <comment>a filter</comment>
        <translation>不再筛选：%1</translation>
    </message>
</context>
<context>
    <name>tw::ui::FilterPresenter</name>
    <message>
        <source>Decade</source>
        <translation>年代</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a filter</comment>
        <translation>非 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Take “%1”</source>
        <translation>改用“%1”</translation>
    </message>
</context>
<context>
    <name>tw::ui::FilterText</name>
    <message>
        <source>%1 to %2</source>
        <comment>years</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>导演</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>演员</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>片名</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Films have no “%1” to filter by; it is searched as words.</source>
        <translation>没有“%1”这一筛选项；将按词语搜索。</translation>
    </message>
    <message>
        <source>“%1” is no number or range. Write %2 or %3.</source>
        <translation>“%1”不是数字或范围。请写 %2 或 %3。</translation>
    </message>
    <message>
        <source>Behind “%1:” a value is still missing.</source>
        <translation>“%1:”后面还缺少值。</translation>
    </message>
    <message>
        <source>No film has “%1” as its %2.</source>
        <translation>没有电影的 %2 是“%1”。</translation>
    </message>
    <message>
        <source>No film is called “%1”.</source>
        <translation>没有名为《%1》的电影。</translation>
    </message>
    <message>
        <source>Several films are called “%1”; this is about %2.</source>
        <translation>有多部电影名为《%1》；这里取 %2。</translation>
    </message>
</context>
<context>
    <name>tw::ui::GenreText</name>
    <message>
        <source>Action</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Adventure</source>
        <translation>冒险</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Biography</source>
        <translation>传记</translation>
    </message>
    <message>
        <source>Comedy</source>
        <translation>喜剧</translation>
    </message>
    <message>
        <source>Crime</source>
        <translation>犯罪</translation>
    </message>
    <message>
        <source>Documentary</source>
        <translation>纪录片</translation>
    </message>
    <message>
        <source>Drama</source>
        <translation>剧情</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Fantasy</source>
        <translation>奇幻</translation>
    </message>
    <message>
        <source>Film noir</source>
        <translation>黑色电影</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Horror</source>
        <translation>恐怖</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>音乐</translation>
    </message>
    <message>
        <source>Musical</source>
        <translation>歌舞</translation>
    </message>
    <message>
        <source>Mystery</source>
        <translation>悬疑</translation>
    </message>
    <message>
        <source>Romance</source>
        <translation>爱情</translation>
    </message>
    <message>
        <source>Science fiction</source>
        <translation>科幻</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>体育</translation>
    </message>
    <message>
        <source>Thriller</source>
        <translation>惊悚</translation>
    </message>
    <message>
        <source>War</source>
        <translation>战争</translation>
    </message>
    <message>
        <source>Western</source>
        <translation>西部</translation>
    </message>
</context>
<context>
    <name>tw::ui::HistoryModel</name>
    <message>
        <source>Title</source>
        <translation>片名</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What</source>
        <translation>看法</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Share of taste</source>
        <translation>口味占比</translation>
    </message>
    <message numerus="yes">
        <source>%Ln liked</source>
        <translation>
            <numerusform>喜欢 %Ln 部</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>18 liked, since 20 October</comment>
        <translation>%1，始于%2</translation>
    </message>
    <message>
        <source>%1, %2, since %3</source>
        <comment>18 liked, 3 disliked, since 20 October</comment>
        <translation>%1，%2，始于%3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln disliked</source>
        <translation>
            <numerusform>不喜欢 %Ln 部</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportColumnsModel</name>
    <message>
        <source>empty</source>
        <comment>a column</comment>
        <translation>空</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>识别为</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportColumnsTable</name>
    <message>
        <source>Columns of the file</source>
        <translation>文件的列</translation>
    </message>
    <message>
        <source>As it was guessed</source>
        <translation>恢复自动识别</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportFilePane</name>
    <message>
        <source>Import this file</source>
        <translation>导入此文件</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Repair doubly encoded text</source>
        <translation>修复双重编码的文本</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>The first films as they will be</source>
        <translation>导入后的前几部电影</translation>
    </message>
    <message>
        <source>What will be embedded</source>
        <translation>将被嵌入的内容</translation>
    </message>
    <message>
        <source>The first film, as its text goes to the embedder.</source>
        <translation>第一部电影交给嵌入器的文本。</translation>
    </message>
    <message>
        <source>None of the rows looked at can become a film.</source>
        <translation>已查看的行都不能成为电影。</translation>
    </message>
    <message>
        <source>They appear here once a column holds the titles.</source>
        <translation>选定片名列后，它们会显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>A correction holds for all %Ln files with these columns.</source>
        <translation>
            <numerusform>更正适用于全部 %Ln 个具有这些列的文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what a file is, the part of it</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Detect the encoding</source>
        <translation>自动检测编码</translation>
    </message>
    <message>
        <source>%1 It is left out; the others can be imported.</source>
        <translation>%1它会被略过；其他文件可以导入。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>No column looks like a title.</source>
        <translation>没有看起来像片名的列。</translation>
    </message>
    <message>
        <source>Choose below which one holds the titles.</source>
        <translation>请在下方选择哪一列是片名。</translation>
    </message>
    <message numerus="yes">
        <source>Found in %Ln of the %1 rows looked at.</source>
        <translation>
            <numerusform>在已查看的 %1 行中有 %Ln 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” becomes “%2”. %3</source>
        <comment>an example before and after, a sentence</comment>
        <translation>“%1”将变为“%2”。%3</translation>
    </message>
    <message>
        <source>No column holds a text. The films will be embedded from their titles and facts.</source>
        <translation>没有文本列。将根据片名和资料嵌入电影。</translation>
    </message>
    <message>
        <source>This file can’t be read.</source>
        <translation>无法读取此文件。</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportFilmsModel</name>
    <message>
        <source>Title</source>
        <translation>片名</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportFilmsTable</name>
    <message>
        <source>The first films as they will be</source>
        <translation>导入后的前几部电影</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportPage</name>
    <message>
        <source>Back to the library</source>
        <translation>返回片库</translation>
    </message>
    <message>
        <source>Don’t import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Other files…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import more…</source>
        <translation>继续导入…</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Show in Discover</source>
        <translation>在“发现”中显示</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>报告已保存。</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>导入目录</translation>
    </message>
    <message>
        <source>Last import</source>
        <translation>上次导入</translation>
    </message>
    <message>
        <source>New library “%1”</source>
        <translation>新片库“%1”</translation>
    </message>
    <message>
        <source>Import “%1”</source>
        <translation>导入“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln files</source>
        <translation>
            <numerusform>导入 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
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
        <translation>正在导入。</translation>
    </message>
    <message>
        <source>Open a library first.</source>
        <translation>请先打开片库。</translation>
    </message>
    <message>
        <source>This library can be looked at, not changed.</source>
        <translation>此片库只能查看，不能更改。</translation>
    </message>
    <message>
        <source>The files are still being looked at.</source>
        <translation>仍在查看文件。</translation>
    </message>
    <message>
        <source>Choose the column that holds the titles.</source>
        <translation>请选择片名所在的列。</translation>
    </message>
    <message>
        <source>None of these files can be imported.</source>
        <translation>这些文件都不能导入。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Make the library</source>
        <translation>创建片库</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln films</source>
        <translation>
            <numerusform>导入 %Ln 部电影</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make the library with %Ln films</source>
        <translation>
            <numerusform>创建含 %Ln 部电影的片库</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportProgress</name>
    <message>
        <source>Cancel the import</source>
        <translation>取消导入</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>You can go on with everything else meanwhile. The catalogue changes at the end, in one go.</source>
        <translation>期间您可以继续做其他事情。目录会在最后一次性更新。</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>正在开始</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportReportModel</name>
    <message>
        <source>%1, %2</source>
        <comment>an archive, a file in it</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>a row&apos;s number, a line&apos;s number</comment>
        <translation>%1，文件第 %2 行</translation>
    </message>
    <message>
        <source>the first %1; all of them are in the report</source>
        <translation>前 %1 条；全部在报告中</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln rows</source>
        <translation>
            <numerusform>%1：%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>What and where</source>
        <translation>内容与位置</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportResult</name>
    <message>
        <source>Left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>读取的行</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>known before, with something new</source>
        <translation>已有，含新内容</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>known before, with nothing new</source>
        <translation>已有，无新内容</translation>
    </message>
    <message>
        <source>Without a text</source>
        <translation>无文本</translation>
    </message>
    <message>
        <source>embedded from title and facts</source>
        <translation>根据片名和资料嵌入</translation>
    </message>
    <message>
        <source>The films are being embedded; until that is done, titles and texts find the new ones.</source>
        <translation>正在嵌入电影；完成之前，可按片名和文本找到新电影。</translation>
    </message>
    <message>
        <source>No row was left out.</source>
        <translation>没有略过任何行。</translation>
    </message>
</context>
<context>
    <name>tw::ui::ImportSetup</name>
    <message>
        <source>can’t be read, left out</source>
        <translation>无法读取，略过</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>no title column, left out</source>
        <translation>没有片名列，略过</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>File looked at</source>
        <translation>当前文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
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
        <translation>逗号分隔</translation>
    </message>
    <message>
        <source>separated by semicolons</source>
        <translation>分号分隔</translation>
    </message>
    <message>
        <source>separated by tabs</source>
        <translation>制表符分隔</translation>
    </message>
    <message>
        <source>separated by bars</source>
        <translation>竖线分隔</translation>
    </message>
    <message>
        <source>separated by ::</source>
        <translation>:: 分隔</translation>
    </message>
    <message>
        <source>Keep beside</source>
        <comment>a column of a catalogue</comment>
        <translation>另行保留</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>片名</translation>
    </message>
    <message>
        <source>Original title</source>
        <translation>原名</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Running time</source>
        <translation>片长</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Directors</source>
        <translation>导演</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>演员</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Tagline</source>
        <translation>宣传语</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>简介</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>海报</translation>
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
        <translation>不导入</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>没有片名</translation>
    </message>
    <message>
        <source>More cells than columns</source>
        <translation>单元格多于列</translation>
    </message>
    <message>
        <source>A quote that never closes</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>Too many columns</source>
        <translation>列过多</translation>
    </message>
    <message>
        <source>Not valid JSON</source>
        <translation>JSON 无效</translation>
    </message>
    <message>
        <source>Not a record</source>
        <translation>不是记录</translation>
    </message>
    <message>
        <source>Nested too deep</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>The file ends in the middle of it</source>
        <translation>文件在中途结束</translation>
    </message>
    <message>
        <source>Doubly encoded text</source>
        <translation>双重编码的文本</translation>
    </message>
    <message>
        <source>Bytes of another encoding, read as Windows-1252</source>
        <translation>其他编码的字节，按 Windows-1252 读取</translation>
    </message>
    <message>
        <source>Very long text, shortened</source>
        <translation>文本过长，已缩短</translation>
    </message>
    <message>
        <source>Cells missing at the end, left empty</source>
        <translation>末尾缺少单元格，留空</translation>
    </message>
    <message>
        <source>NUL bytes, taken out</source>
        <translation>NUL 字节，已去除</translation>
    </message>
    <message>
        <source>Control characters, taken out</source>
        <translation>控制字符，已去除</translation>
    </message>
    <message>
        <source>A year that can’t be, kept beside</source>
        <translation>不可能的年份，另行保留</translation>
    </message>
    <message>
        <source>Twice in these files, made one</source>
        <translation>在这些文件中重复，已合并</translation>
    </message>
    <message>
        <source>%1, detected</source>
        <comment>an encoding</comment>
        <translation>%1，已检测</translation>
    </message>
    <message>
        <source>%1, a guess</source>
        <comment>an encoding</comment>
        <translation>%1，猜测</translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln rows</source>
        <translation>
            <numerusform>前 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reason and how often</comment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the %1 rows looked at will be left out: %2.</source>
        <translation>
            <numerusform>已查看的 %1 行中将略过 %Ln 行：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 added, %2 updated.</source>
        <comment>films added, films updated</comment>
        <translation>已新增%1，更新 %2 部。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films added.</source>
        <translation>
            <numerusform>已新增 %Ln 部电影。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films updated.</source>
        <translation>
            <numerusform>已更新 %Ln 部电影。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new in these files.</source>
        <translation>这些文件中没有新内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 rows were left out.</source>
        <translation>
            <numerusform>%1 行中略过了 %Ln 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were mended.</source>
        <translation>
            <numerusform>已修正 %Ln 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln rows were mended.</source>
        <translation>
            <numerusform>至少修正了 %Ln 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows, the whole file</source>
        <translation>
            <numerusform>%Ln 行，整个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexMeasure</name>
    <message>
        <source>Speed against recall</source>
        <translation>速度与召回率</translation>
    </message>
    <message>
        <source>answers a second, one core</source>
        <translation>每秒回应次数，单核</translation>
    </message>
    <message>
        <source>recall of the ten nearest</source>
        <translation>最近十部的召回率</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>as you set it</source>
        <translation>按您的设置</translation>
    </message>
    <message>
        <source>There is no space yet, so there is nothing to measure.</source>
        <translation>还没有空间，因此没有可测量的内容。</translation>
    </message>
    <message>
        <source>Exact search is right here</source>
        <translation>这里适合精确搜索</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films are so few that all are compared in a moment. Another kind could only miss some.</source>
        <translation>
            <numerusform>%Ln 部电影很少，瞬间即可全部比较。其他类型只会有所遗漏。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>Builds every kind once, asks for the ten nearest of some hundred of your films, and draws how many of them are found and how fast. What is in use stays as it is.</source>
        <translation>将每种类型各构建一次，为您的数百部电影查询最近的十部，并画出找到多少、速度多快。正在使用的索引保持不变。</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>The indexes are being built. Points show as soon as they are measured.</source>
        <translation>正在构建索引。测得的点会立即显示。</translation>
    </message>
    <message>
        <source>Stopped before anything was measured</source>
        <translation>测量前已停止</translation>
    </message>
    <message>
        <source>The index is as it was.</source>
        <translation>索引保持不变。</translation>
    </message>
    <message>
        <source>What you set was not measured.</source>
        <translation>您的设置未经测量。</translation>
    </message>
    <message>
        <source>Being measured; the points still move a little.</source>
        <translation>正在测量；点还会略有移动。</translation>
    </message>
    <message>
        <source>Stopped: these points were measured once only, the others are missing.</source>
        <translation>已停止：这些点只测了一次，其余缺失。</translation>
    </message>
    <message numerus="yes">
        <source>Choose a point to take over its settings; Rebuild puts them in force. %Ln films were asked.</source>
        <translation>
            <numerusform>选择一个点即可采用其设置；重建后生效。共查询了 %Ln 部电影。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexSection</name>
    <message>
        <source>Rebuild</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Rebuild the index</source>
        <translation>重建索引</translation>
    </message>
    <message>
        <source>Kind of index</source>
        <translation>索引类型</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Index of “%1”</source>
        <translation>“%1”的索引</translation>
    </message>
    <message>
        <source>It is being built</source>
        <translation>正在构建</translation>
    </message>
    <message>
        <source>This library can be looked at, not changed</source>
        <translation>这个片库只能查看，不能更改</translation>
    </message>
    <message>
        <source>too few films to train</source>
        <translation>电影太少，无法训练</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>停止测量</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Measure on my data</source>
        <translation>用我的数据测量</translation>
    </message>
    <message numerus="yes">
        <source>Measuring makes sense from about %Ln films on</source>
        <translation>
            <numerusform>约 %Ln 部电影以上才值得测量</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexSettings</name>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Order the best anew</source>
        <translation>对最佳结果重新排序</translation>
    </message>
    <message>
        <source>By their exact vectors: better recall, a little slower</source>
        <translation>按精确向量：召回率更高，略慢</translation>
    </message>
    <message>
        <source>What it would take</source>
        <translation>所需资源</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Recall to aim at</source>
        <translation>目标召回率</translation>
    </message>
    <message>
        <source>Of the ten nearest films, how many are to be found. 1: all, always</source>
        <translation>最近十部电影中要找到多少。1：始终全部</translation>
    </message>
    <message>
        <source>Links per film</source>
        <translation>每部电影的连接数</translation>
    </message>
    <message>
        <source>More: better recall, more memory</source>
        <translation>更多：召回率更高，占用内存更多</translation>
    </message>
    <message>
        <source>Care while building</source>
        <translation>构建精细度</translation>
    </message>
    <message>
        <source>More: better links, slower build</source>
        <translation>更多：连接更好，构建更慢</translation>
    </message>
    <message>
        <source>Care while searching</source>
        <translation>搜索精细度</translation>
    </message>
    <message>
        <source>More: better recall, slower answers</source>
        <translation>更多：召回率更高，回应更慢</translation>
    </message>
    <message>
        <source>Groups of films</source>
        <translation>电影分组数</translation>
    </message>
    <message>
        <source>More: smaller groups, so faster answers; a longer training</source>
        <translation>更多：分组更小，回应更快；训练更久</translation>
    </message>
    <message>
        <source>Bytes per film</source>
        <translation>每部电影的字节数</translation>
    </message>
    <message>
        <source>More: better recall, more memory. Must divide the numbers per film</source>
        <translation>更多：召回率更高，占用内存更多。须能整除每部电影的数值个数</translation>
    </message>
    <message>
        <source>Groups looked at</source>
        <translation>查看的分组数</translation>
    </message>
    <message>
        <source>Settings of the graph</source>
        <translation>图的设置</translation>
    </message>
    <message>
        <source>Settings of the groups</source>
        <translation>分组的设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Exact search has nothing to set.</source>
        <translation>精确搜索无需设置。</translation>
    </message>
    <message>
        <source>There is no space yet, so there is nothing to index.</source>
        <translation>还没有空间，因此没有可索引的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films are too few to train as many groups. Take fewer groups, or another kind.</source>
        <translation>
            <numerusform>%Ln 部电影太少，训练不了这么多分组。请减少分组或换一种类型。</numerusform>
        </translation>
    </message>
    <message>
        <source>These settings do not go together.</source>
        <translation>这些设置不能同时使用。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>about</source>
        <translation>约</translation>
    </message>
    <message>
        <source>A search</source>
        <translation>一次搜索</translation>
    </message>
    <message>
        <source>about, on one core</source>
        <translation>约，单核</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>在内存中</translation>
    </message>
    <message>
        <source>Groups and tables</source>
        <translation>分组与表</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>read from disk as needed</source>
        <translation>按需从磁盘读取</translation>
    </message>
    <message>
        <source>Distinct films</source>
        <translation>不同的电影</translation>
    </message>
    <message>
        <source>Removed, still walked through</source>
        <translation>已移除但仍会经过</translation>
    </message>
    <message>
        <source>Finds itself</source>
        <translation>能找到自己</translation>
    </message>
    <message>
        <source>of the films asked</source>
        <translation>占所查电影</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>After a build the films must find themselves; a graph that fails this is not used.</source>
        <translation>构建后电影必须能找到自己；做不到的图不会使用。</translation>
    </message>
    <message>
        <source>More is known of the space in use.</source>
        <translation>正在使用的空间会显示更多信息。</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>电影</translation>
    </message>
    <message>
        <source>Numbers per film</source>
        <translation>每部电影的数值</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>占用磁盘</translation>
    </message>
    <message>
        <source>with its vectors</source>
        <translation>含向量</translation>
    </message>
</context>
<context>
    <name>tw::ui::IndexText</name>
    <message numerus="yes">
        <source>Automatic takes exact search here: with %Ln films, every one is compared within a frame.</source>
        <translation>
            <numerusform>这里自动选用精确搜索：%Ln 部电影在一帧内即可全部比较。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Automatic takes the HNSW graph here: %Ln films are too many to compare every one.</source>
        <translation>
            <numerusform>这里自动选用 HNSW 图：%Ln 部电影太多，无法逐一比较。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Automatic takes IVF-PQ here: a graph of %Ln films would not fit the free memory.</source>
        <translation>
            <numerusform>这里自动选用 IVF-PQ：%Ln 部电影的图放不进空闲内存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic takes exact search here: nothing else reaches the recall you wish.</source>
        <translation>这里自动选用精确搜索：其他类型达不到您想要的召回率。</translation>
    </message>
    <message>
        <source>The small layout, as the vectors would not fit the free memory.</source>
        <translation>采用小布局，因为向量放不进空闲内存。</translation>
    </message>
    <message>
        <source>The fast layout, as the vectors fit the free memory.</source>
        <translation>采用快布局，因为向量放得进空闲内存。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>HNSW graph</source>
        <translation>HNSW 图</translation>
    </message>
    <message>
        <source>IVF-PQ</source>
        <translation>IVF-PQ</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>HNSW</source>
        <translation>HNSW</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快</translation>
    </message>
    <message>
        <source>HNSW, small</source>
        <translation>HNSW，小</translation>
    </message>
    <message>
        <source>HNSW, fast</source>
        <translation>HNSW，快</translation>
    </message>
    <message>
        <source>Chooses by films, memory and the recall you wish.</source>
        <translation>按电影数量、内存和目标召回率选择。</translation>
    </message>
    <message>
        <source>Compares every film: finds every neighbour, and there is nothing to build.</source>
        <translation>比较每部电影：找到所有近邻，无需构建。</translation>
    </message>
    <message>
        <source>Walks from film to film along links: finds nearly every neighbour, much faster.</source>
        <translation>沿连接从一部电影走到另一部：几乎能找到所有近邻，且快得多。</translation>
    </message>
    <message>
        <source>Looks only at the groups of films nearest to the question, by short codes: the smallest.</source>
        <translation>只查看最接近查询的电影分组，使用短编码：体积最小。</translation>
    </message>
    <message>
        <source>Fast where the vectors fit the free memory, else small</source>
        <translation>向量放得进空闲内存时用快，否则用小</translation>
    </message>
    <message>
        <source>8-bit codes: a quarter of the memory the vectors take</source>
        <translation>8 位编码：占向量内存的四分之一</translation>
    </message>
    <message>
        <source>1-bit codes and the vectors themselves: faster, wants them in memory</source>
        <translation>1 位编码加向量本身：更快，需要向量在内存中</translation>
    </message>
    <message>
        <source>A graph was built and did not find its own films, so every film is compared instead.</source>
        <translation>图已构建但找不到自己的电影，因此改为逐部比较。</translation>
    </message>
    <message>
        <source>There are too few films to train IVF-PQ, so every film is compared instead.</source>
        <translation>电影太少，无法训练 IVF-PQ，因此改为逐部比较。</translation>
    </message>
    <message>
        <source>%1 · %2 a search</source>
        <comment>memory, time</comment>
        <translation>%1 · 每次搜索 %2</translation>
    </message>
    <message>
        <source>under %1 ms</source>
        <translation>不到 %1 毫秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>care while searching %1</source>
        <translation>搜索精细度 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups looked at</source>
        <translation>
            <numerusform>查看 %Ln 个分组</numerusform>
        </translation>
    </message>
    <message>
        <source>recall %1</source>
        <translation>召回率 %1</translation>
    </message>
    <message>
        <source>%1 answers a second</source>
        <translation>每秒 %1 次回应</translation>
    </message>
    <message>
        <source>%1, one in a hundred over %2</source>
        <comment>milliseconds</comment>
        <translation>%1，百分之一超过 %2</translation>
    </message>
</context>
<context>
    <name>tw::ui::ItemFormat</name>
    <message>
        <source>Explore, profile</source>
        <translation>探索，口味</translation>
    </message>
    <message>
        <source>Explore, Gaussian noise</source>
        <translation>探索，高斯噪声</translation>
    </message>
    <message>
        <source>Explore, buckets</source>
        <translation>探索，分桶</translation>
    </message>
    <message>
        <source>Explore, search</source>
        <translation>探索，搜索</translation>
    </message>
    <message>
        <source>Explore, the article’s noise</source>
        <translation>探索，文章的噪声</translation>
    </message>
    <message>
        <source>Explore, the article’s buckets</source>
        <translation>探索，文章的分桶</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>translated title, year</comment>
        <translation>%1，%2</translation>
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
        <translation>片名</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>found by</comment>
        <translation>文本</translation>
    </message>
    <message>
        <source>Meaning</source>
        <comment>found by</comment>
        <translation>含义</translation>
    </message>
    <message>
        <source>Like %1</source>
        <translation>类似《%1》</translation>
    </message>
    <message>
        <source>Like %1 and %2</source>
        <translation>类似《%1》和《%2》</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>quoted from a film&apos;s text</comment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>close to %1</source>
        <translation>接近《%1》</translation>
    </message>
    <message>
        <source>close to %1 and %2</source>
        <translation>接近《%1》和《%2》</translation>
    </message>
    <message>
        <source>&lt;1 %</source>
        <comment>share</comment>
        <translation>&lt;1%</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films</source>
        <translation>
            <numerusform>%Ln 部电影</numerusform>
        </translation>
    </message>
    <message>
        <source>No likes yet</source>
        <translation>还没有喜欢的电影</translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes</source>
        <translation>
            <numerusform>喜欢 %Ln 部</numerusform>
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
            <numerusform>不喜欢 %Ln 部</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>约剩 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>约剩 %1 小时</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time format</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date format without year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search “%1”</source>
        <translation>搜索“%1”</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>First films</source>
        <translation>最初的电影</translation>
    </message>
    <message>
        <source>Liked</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Disliked</source>
        <translation>不喜欢</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Liked “%1”</source>
        <translation>喜欢了《%1》</translation>
    </message>
    <message>
        <source>Liked a film</source>
        <translation>喜欢了一部电影</translation>
    </message>
    <message>
        <source>Disliked “%1”</source>
        <translation>不喜欢《%1》</translation>
    </message>
    <message>
        <source>Disliked a film</source>
        <translation>不喜欢一部电影</translation>
    </message>
    <message>
        <source>Hid “%1”</source>
        <translation>隐藏了《%1》</translation>
    </message>
    <message>
        <source>Hid a film</source>
        <translation>隐藏了一部电影</translation>
    </message>
    <message>
        <source>Removed “%1”</source>
        <translation>移除了《%1》</translation>
    </message>
    <message>
        <source>Removed a film</source>
        <translation>移除了一部电影</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Overviews, built-in</source>
        <translation>简介，内置</translation>
    </message>
    <message>
        <source>Overviews, %1</source>
        <translation>简介，%1</translation>
    </message>
    <message>
        <source>Title without visible letters</source>
        <translation>片名没有可见字符</translation>
    </message>
</context>
<context>
    <name>tw::ui::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>取消：%1</translation>
    </message>
</context>
<context>
    <name>tw::ui::JobStrip</name>
    <message>
        <source>Running work</source>
        <translation>正在进行的工作</translation>
    </message>
    <message>
        <source>Read-only: you can look, not change</source>
        <translation>只读：可以查看，不能更改</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>No library open</source>
        <translation>没有打开的片库</translation>
    </message>
    <message numerus="yes">
        <source>%n spaces</source>
        <translation>
            <numerusform>%n 个空间</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Everything saved</source>
        <translation>全部已保存</translation>
    </message>
</context>
<context>
    <name>tw::ui::JobText</name>
    <message>
        <source>Opening “%1”</source>
        <translation>正在打开“%1”</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>正在打开片库</translation>
    </message>
    <message>
        <source>Making the library “%1”</source>
        <translation>正在创建片库“%1”</translation>
    </message>
    <message>
        <source>Making the library</source>
        <translation>正在创建片库</translation>
    </message>
    <message>
        <source>Preparing text search</source>
        <translation>正在准备文本搜索</translation>
    </message>
    <message>
        <source>Loading the space “%1”</source>
        <translation>正在载入空间“%1”</translation>
    </message>
    <message>
        <source>Loading the space</source>
        <translation>正在载入空间</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>Importing a catalogue</source>
        <translation>正在导入目录</translation>
    </message>
    <message>
        <source>Embedding with %1</source>
        <translation>正在用 %1 嵌入</translation>
    </message>
    <message>
        <source>Embedding with the built-in vectors</source>
        <translation>正在用内置向量嵌入</translation>
    </message>
    <message>
        <source>Building the index of “%1”</source>
        <translation>正在构建“%1”的索引</translation>
    </message>
    <message>
        <source>Building the index</source>
        <translation>正在构建索引</translation>
    </message>
    <message>
        <source>Removing the space “%1”</source>
        <translation>正在移除空间“%1”</translation>
    </message>
    <message>
        <source>Removing the space</source>
        <translation>正在移除空间</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>正在忘记</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>正在请求 %1</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>正在请求服务器</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>正在导出到 %1</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Laying out the map</source>
        <translation>正在布置地图</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>%1 % read</source>
        <translation>已读取 %1%</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>warming up the model</source>
        <translation>正在预热模型</translation>
    </message>
    <message>
        <source>%1 % fitted</source>
        <translation>已拟合 %1%</translation>
    </message>
    <message>
        <source>fitting</source>
        <translation>正在拟合</translation>
    </message>
    <message>
        <source>%1 % of the map</source>
        <translation>地图 %1%</translation>
    </message>
    <message>
        <source>drawing the map</source>
        <translation>正在绘制地图</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>%1 % written</source>
        <translation>已写入 %1%</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>正在写入</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln films</source>
        <translation>
            <numerusform>%1 / %Ln 部电影</numerusform>
        </translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1 films/s</source>
        <translation>%1 部/秒</translation>
    </message>
    <message>
        <source>asks again</source>
        <translation>再次请求</translation>
    </message>
    <message>
        <source>asks again in %1 s</source>
        <translation>%1 秒后再次请求</translation>
    </message>
    <message>
        <source>Rescuing “%1”</source>
        <translation>正在抢救“%1”</translation>
    </message>
    <message>
        <source>Rescuing the library</source>
        <translation>正在抢救片库</translation>
    </message>
    <message>
        <source>Measuring speed and recall on “%1”</source>
        <translation>正在“%1”上测量速度与召回率</translation>
    </message>
    <message>
        <source>Measuring speed and recall</source>
        <translation>正在测量速度与召回率</translation>
    </message>
    <message>
        <source>Reading the vectors of %1</source>
        <translation>正在读取 %1 的向量</translation>
    </message>
    <message>
        <source>Reading vectors</source>
        <translation>正在读取向量</translation>
    </message>
    <message>
        <source>%1 % asked</source>
        <translation>已查询 %1%</translation>
    </message>
</context>
<context>
    <name>tw::ui::KeysOverlay</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Single letters work when no text field has the focus.</source>
        <translation>焦点不在文本框中时，单个字母键有效。</translation>
    </message>
</context>
<context>
    <name>tw::ui::LibraryFacts</name>
    <message>
        <source>Films</source>
        <translation>电影</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>years</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>With a text</source>
        <translation>有文本</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>With an IMDb id</source>
        <translation>有 IMDb ID</translation>
    </message>
    <message>
        <source>With a picture</source>
        <translation>有图片</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Catalogue and history</source>
        <translation>目录与历史</translation>
    </message>
    <message>
        <source>yours: nothing can replace it</source>
        <translation>属于您：无可替代</translation>
    </message>
    <message>
        <source>Text search</source>
        <translation>文本搜索</translation>
    </message>
    <message>
        <source>made again when it is missing</source>
        <translation>缺失时会重新生成</translation>
    </message>
    <message>
        <source>Vectors kept</source>
        <translation>保留的向量</translation>
    </message>
    <message>
        <source>saves embedding again</source>
        <translation>免去再次嵌入</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>made again from the vectors kept</source>
        <translation>由保留的向量重新生成</translation>
    </message>
</context>
<context>
    <name>tw::ui::LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>片库</translation>
    </message>
    <message>
        <source>New…</source>
        <comment>library</comment>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Open…</source>
        <comment>library</comment>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>导入目录</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Parts of the library</source>
        <translation>片库的各部分</translation>
    </message>
    <message numerus="yes">
        <source>%Ln, one under way</source>
        <comment>spaces</comment>
        <translation>
            <numerusform>%Ln 个，另有一个正在构建</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message numerus="yes">
        <source>%Ln spaces</source>
        <translation>
            <numerusform>%Ln 个空间</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::LibraryPresenter</name>
    <message>
        <source>Embedded</source>
        <translation>已嵌入</translation>
    </message>
    <message>
        <source>Embedding stopped</source>
        <translation>嵌入已停止</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>as soon as the server answers</source>
        <translation>服务器回应后即开始</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>each vector is saved as it comes</source>
        <translation>每个向量生成后立即保存</translation>
    </message>
    <message>
        <source>Looking for the server</source>
        <translation>正在查找服务器</translation>
    </message>
    <message>
        <source>Server found</source>
        <translation>已找到服务器</translation>
    </message>
    <message>
        <source>%1, version %2, answers in %3 ms</source>
        <translation>%1，版本 %2，%3 毫秒内回应</translation>
    </message>
    <message>
        <source>Model not on this server</source>
        <translation>此服务器上没有该模型</translation>
    </message>
    <message>
        <source>Choose another, or run: ollama pull %1</source>
        <translation>请选择其他模型，或运行：ollama pull %1</translation>
    </message>
    <message>
        <source>Asking about the model</source>
        <translation>正在查询模型</translation>
    </message>
    <message>
        <source>This model does not embed</source>
        <translation>此模型不能嵌入</translation>
    </message>
    <message>
        <source>Choose an embedding model, such as nomic-embed-text</source>
        <translation>请选择嵌入模型，例如 nomic-embed-text</translation>
    </message>
    <message>
        <source>Model here</source>
        <translation>模型可用</translation>
    </message>
    <message>
        <source>%1, %2 dimensions, reads %3 tokens</source>
        <translation>%1，%2 维，可读 %3 个词元</translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation>正在预热</translation>
    </message>
    <message>
        <source>the server loads the model</source>
        <translation>服务器正在加载模型</translation>
    </message>
    <message>
        <source>Warmed up</source>
        <translation>已预热</translation>
    </message>
    <message>
        <source>first answer after %1 s</source>
        <translation>%1 秒后得到首次回应</translation>
    </message>
    <message>
        <source>stopped; the vectors made so far are kept</source>
        <translation>已停止；已生成的向量会保留</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>film, why it has no vector</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tw::ui::LikesPage</name>
    <message>
        <source>Liked, disliked and hidden films</source>
        <translation>喜欢、不喜欢和隐藏的电影</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Filter by title, genre, year or where found</source>
        <translation>按片名、类型、年份或来源筛选</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>筛选历史</translation>
    </message>
    <message>
        <source>Which films are shown</source>
        <translation>显示哪些电影</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Liked</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Disliked</source>
        <translation>不喜欢</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind of films and how many: Liked 18</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>No history is kept</source>
        <translation>不保留历史</translation>
    </message>
    <message>
        <source>Only where your taste stands is kept, not what you liked. So there is nothing to list, to take back or to export.</source>
        <translation>只保留您口味所在的位置，不保留您喜欢过什么。因此没有可列出、撤销或导出的内容。</translation>
    </message>
    <message>
        <source>Keep a history from now on</source>
        <translation>从现在起保留历史</translation>
    </message>
    <message>
        <source>Nothing liked yet</source>
        <translation>还没有喜欢的电影</translation>
    </message>
    <message>
        <source>Films you like, dislike or hide are listed here, with the day and where you found them.</source>
        <translation>您喜欢、不喜欢或隐藏的电影会列在这里，并注明日期和来源。</translation>
    </message>
    <message>
        <source>Find films you know</source>
        <translation>查找您看过的电影</translation>
    </message>
    <message>
        <source>No films of this kind</source>
        <translation>没有这类电影</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>没有与“%1”匹配的结果</translation>
    </message>
    <message>
        <source>Try fewer words.</source>
        <translation>请减少词语。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Keep a history from now on?</source>
        <translation>从现在起保留历史？</translation>
    </message>
    <message>
        <source>It begins empty, and your taste begins in the middle of the catalogue: the place kept so far is deleted.</source>
        <translation>历史从空白开始，您的口味从目录中心开始：此前保留的位置会删除。</translation>
    </message>
    <message>
        <source>Begin a history</source>
        <translation>开始保留历史</translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln films?</source>
        <translation>
            <numerusform>忘记 %Ln 部电影？</numerusform>
        </translation>
    </message>
    <message>
        <source>Every entry about them is deleted for good. Undo can’t bring them back.</source>
        <translation>与它们有关的所有记录将永久删除，无法撤销。</translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln films</source>
        <translation>
            <numerusform>忘记 %Ln 部电影</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::LikesTable</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>tw::ui::MadeAnewText</name>
    <message>
        <source>The search index was damaged and was built anew.</source>
        <translation>搜索索引已损坏，现已重新建立。</translation>
    </message>
    <message>
        <source>The store of vectors was damaged and was begun anew.</source>
        <translation>向量存储已损坏，现已重新开始。</translation>
    </message>
    <message>
        <source>The vectors of a space were lost and were made anew.</source>
        <translation>某个空间的向量已丢失，现已重新生成。</translation>
    </message>
    <message>
        <source>The vectors of a space were damaged and were made anew.</source>
        <translation>某个空间的向量已损坏，现已重新生成。</translation>
    </message>
    <message>
        <source>The index of a space was damaged and was built anew.</source>
        <translation>某个空间的索引已损坏，现已重新建立。</translation>
    </message>
    <message>
        <source>The map was damaged and was drawn anew.</source>
        <translation>地图已损坏，现已重新绘制。</translation>
    </message>
    <message>
        <source>The description of a space was damaged and was written anew.</source>
        <translation>某个空间的说明已损坏，现已重新写入。</translation>
    </message>
    <message>
        <source>Damaged files were made anew.</source>
        <translation>损坏的文件已重新生成。</translation>
    </message>
    <message>
        <source>Your likes are safe.</source>
        <translation>您的喜欢安然无恙。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films have no vector until the embedding server answers again.</source>
        <translation>
            <numerusform>在嵌入服务器再次响应之前，%Ln 部电影没有向量。</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept as “%1”.</source>
        <translation>损坏的文件保留为“%1”。</translation>
    </message>
</context>
<context>
    <name>tw::ui::MainWindow</name>
    <message>
        <source>Discover</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>片库</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>%1 – Tastewalk</source>
        <translation>%1 – Tastewalk</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n films.</source>
        <translation>
            <numerusform>已导出 %n 部电影。</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Import a catalogue</source>
        <translation>导入目录</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>打开片库</translation>
    </message>
    <message>
        <source>Folder for the new library</source>
        <translation>新片库的文件夹</translation>
    </message>
    <message>
        <source>Catalogue of the new library; cancel for the bundled films</source>
        <translation>新片库的目录；取消则使用自带的电影</translation>
    </message>
    <message>
        <source>Forget everything you liked, disliked and hid?</source>
        <translation>忘记您喜欢、不喜欢和隐藏的一切？</translation>
    </message>
    <message numerus="yes">
        <source>All %n entries of the history are deleted for good. The catalogue and its spaces stay.</source>
        <translation>
            <numerusform>历史中的全部 %n 条记录将永久删除。目录及其空间会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>全部忘记</translation>
    </message>
    <message>
        <source>Catalogues (%1);;All files (*)</source>
        <translation>目录 (%1);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films and the whole history were saved. The damaged file is kept as “%1”.</source>
        <translation>
            <numerusform>已保存 %Ln 部电影和全部历史。损坏的文件保留为“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films were saved; %1 films and %2 entries of the history were lost. The damaged file is kept as “%3”.</source>
        <translation>
            <numerusform>已保存 %Ln 部电影；丢失 %1 部电影和 %2 条历史记录。损坏的文件保留为“%3”。</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is rescued.</source>
        <translation>片库已抢救。</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapCanvas</name>
    <message>
        <source>Map of films</source>
        <translation>电影地图</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapCardPopover</name>
    <message>
        <source>Like</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Dislike</source>
        <translation>不喜欢</translation>
    </message>
    <message numerus="yes">
        <source>%n nearest</source>
        <translation>
            <numerusform>最接近的 %n 部</numerusform>
        </translation>
    </message>
    <message>
        <source>Liked</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Disliked</source>
        <translation>不喜欢</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapData</name>
    <message>
        <source>Drama</source>
        <translation>剧情</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Adventure</source>
        <translation>冒险</translation>
    </message>
    <message>
        <source>Romance</source>
        <translation>爱情</translation>
    </message>
    <message>
        <source>Comedy</source>
        <translation>喜剧</translation>
    </message>
    <message>
        <source>Crime</source>
        <translation>犯罪</translation>
    </message>
    <message>
        <source>Science fiction</source>
        <translation>科幻</translation>
    </message>
    <message>
        <source>Horror</source>
        <translation>恐怖</translation>
    </message>
    <message>
        <source>Fantasy</source>
        <translation>奇幻</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Thriller</source>
        <translation>惊悚</translation>
    </message>
    <message>
        <source>Documentary</source>
        <translation>纪录片</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1s</source>
        <comment>decade, as in 1990s</comment>
        <translation>%1 年代</translation>
    </message>
    <message>
        <source>Main genre</source>
        <translation>主要类型</translation>
    </message>
    <message>
        <source>Decade</source>
        <translation>年代</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapFind</name>
    <message>
        <source>Find on the map</source>
        <translation>在地图上查找</translation>
    </message>
    <message>
        <source>Films found</source>
        <translation>找到的电影</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapLegend</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Click to hide or show these films</source>
        <translation>点击可隐藏或显示这些电影</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Main directions (PCA)</source>
        <translation>主方向 (PCA)</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapPage</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Export the positions</source>
        <translation>导出位置</translation>
    </message>
    <message>
        <source>Play the walk</source>
        <translation>播放路径</translation>
    </message>
    <message>
        <source>The walk so far</source>
        <translation>至今的路径</translation>
    </message>
    <message>
        <source>The map is not drawn yet</source>
        <translation>地图尚未绘制</translation>
    </message>
    <message>
        <source>It needs a space: numbers that say which films resemble each other. The built-in one makes itself; the Library shows how far it is.</source>
        <translation>需要空间：表示哪些电影彼此相似的数值。内置空间会自动生成；“片库”页显示进度。</translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation>没有打开的片库</translation>
    </message>
    <message>
        <source>Open one in the Library to see its map.</source>
        <translation>请在“片库”页打开一个，以查看地图。</translation>
    </message>
    <message>
        <source>Go to the Library</source>
        <translation>前往片库</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>It begins with your first like</source>
        <translation>从您喜欢的第一部电影开始</translation>
    </message>
    <message>
        <source>Pause the walk</source>
        <translation>暂停路径</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
</context>
<context>
    <name>tw::ui::MapPresenter</name>
    <message>
        <source>%1 to your taste</source>
        <translation>与您的口味 %1</translation>
    </message>
    <message>
        <source>The two directions shown hold %1 of what tells films apart.</source>
        <translation>所示的两个方向包含电影差异的 %1。</translation>
    </message>
</context>
<context>
    <name>tw::ui::NoticeRow</name>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>tw::ui::PicksBar</name>
    <message>
        <source>Profile</source>
        <translation>口味</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation>分桶</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
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
        <translation>从几部您看过的电影开始</translation>
    </message>
    <message>
        <source>Near your taste</source>
        <translation>接近您的口味</translation>
    </message>
</context>
<context>
    <name>tw::ui::ResultsPane</name>
    <message>
        <source>Search in</source>
        <translation>搜索范围</translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation>关闭此列表</translation>
    </message>
    <message>
        <source>Films found</source>
        <translation>找到的电影</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>片名</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Found by title and text only. Meaning joins in when its space is ready.</source>
        <translation>仅按片名和文本找到。空间就绪后会加入含义搜索。</translation>
    </message>
    <message>
        <source>The texts are being read. What is found shows by itself.</source>
        <translation>正在读取文本。找到的内容会自动显示。</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>没有与“%1”匹配的结果</translation>
    </message>
    <message>
        <source>No title, text or meaning comes near. Try fewer words.</source>
        <translation>没有相近的片名、文本或含义。请减少词语。</translation>
    </message>
    <message>
        <source>Nothing comes near in this way of searching.</source>
        <translation>这种搜索方式没有相近的结果。</translation>
    </message>
    <message>
        <source>Search in everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Searching by meaning has to wait</source>
        <translation>按含义搜索需要等待</translation>
    </message>
    <message>
        <source>The films are being read for their meaning. Titles and texts can be searched meanwhile.</source>
        <translation>正在读取电影的含义。其间可以搜索片名和文本。</translation>
    </message>
    <message>
        <source>Search titles and texts</source>
        <translation>搜索片名和文本</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>重新搜索</translation>
    </message>
    <message>
        <source>Found by title and text only: this space is of vectors you brought, and takes no words.</source>
        <translation>仅按片名和文本找到：此空间由您带入的向量构成，不接受词语。</translation>
    </message>
    <message>
        <source>Showing results for “%1”</source>
        <translation>显示“%1”的结果</translation>
    </message>
    <message>
        <source>No film passes all that the filter asks for.</source>
        <translation>没有电影满足全部筛选条件。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>This space takes no words</source>
        <translation>此空间不接受词语</translation>
    </message>
    <message>
        <source>Its vectors came from a file, and nothing here turns words into such vectors. Titles and texts can be searched, and “More like this” works.</source>
        <translation>其向量来自文件，这里无法将词语变成这样的向量。可以搜索片名和文本，“更多类似”也可用。</translation>
    </message>
</context>
<context>
    <name>tw::ui::SearchPresenter</name>
    <message>
        <source>More like “%1”</source>
        <translation>更多类似《%1》</translation>
    </message>
    <message>
        <source>Searching for “%1”</source>
        <translation>正在搜索“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films for “%1”</source>
        <translation>
            <numerusform>“%1”的 %Ln 部电影</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best %Ln films for “%1”</source>
        <translation>
            <numerusform>“%1”最匹配的 %Ln 部电影</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Try fewer words.</source>
        <translation>没有与“%1”匹配的结果。请减少词语。</translation>
    </message>
    <message>
        <source>Search by meaning has to wait for its space.</source>
        <translation>按含义搜索在等待空间。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films pass the filter</source>
        <translation>
            <numerusform>%Ln 部电影符合筛选</numerusform>
        </translation>
    </message>
    <message>
        <source>This space of vectors you brought takes no words.</source>
        <translation>由您带入的向量构成的空间不接受词语。</translation>
    </message>
</context>
<context>
    <name>tw::ui::SelectionBar</name>
    <message>
        <source>Turn into dislike</source>
        <translation>改为不喜欢</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>忘记…</translation>
    </message>
    <message>
        <source>Export as</source>
        <comment>followed by buttons CSV, JSON, …</comment>
        <translation>导出为</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Takes the selected films back; undo brings them again</source>
        <translation>撤回所选电影；撤销可恢复</translation>
    </message>
    <message>
        <source>Deletes every entry about the selected films for good</source>
        <translation>永久删除与所选电影有关的所有记录</translation>
    </message>
    <message>
        <source>Export selected films as %1</source>
        <translation>将所选电影导出为 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 部</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn into like</source>
        <translation>改为喜欢</translation>
    </message>
    <message>
        <source>This library can be looked at, not changed</source>
        <translation>这个片库只能查看，不能更改</translation>
    </message>
    <message>
        <source>Only liked films are exported</source>
        <translation>只导出喜欢的电影</translation>
    </message>
</context>
<context>
    <name>tw::ui::SettingsOverlay</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Raised contrast</source>
        <translation>提高对比度</translation>
    </message>
    <message>
        <source>Stronger lines and small text</source>
        <translation>线条和小字更清晰</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Nothing slides or fades</source>
        <translation>没有滑动或淡入淡出</translation>
    </message>
    <message>
        <source>Taste</source>
        <translation>口味</translation>
    </message>
    <message>
        <source>Recommend seen films too</source>
        <translation>也推荐看过的电影</translation>
    </message>
    <message>
        <source>Liked, disliked and hidden films may come up again</source>
        <translation>喜欢、不喜欢和隐藏的电影可能再次出现</translation>
    </message>
    <message>
        <source>Keep no history</source>
        <translation>不保留历史</translation>
    </message>
    <message>
        <source>Only where your taste stands is kept; likes can’t be listed or undone</source>
        <translation>只保留您口味所在的位置；喜欢的电影无法列出或撤销</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>全部忘记…</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>任何数据都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Delete the history and keep only your place?</source>
        <translation>删除历史，只保留您的位置？</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are deleted for good. From now on a like moves your place and is then forgotten.</source>
        <translation>
            <numerusform>%n 条记录将永久删除。从现在起，每次喜欢只会移动您的位置，随后即被忘记。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the history</source>
        <translation>删除历史</translation>
    </message>
    <message>
        <source>Language, from the next start</source>
        <translation>语言，下次启动时生效</translation>
    </message>
</context>
<context>
    <name>tw::ui::ShareRowWidget</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>移除《%1》</translation>
    </message>
</context>
<context>
    <name>tw::ui::SpacesModel</name>
    <message>
        <source>content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>collaborative</source>
        <translation>协同</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>word vectors</source>
        <translation>词向量</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>电影</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>占用磁盘</translation>
    </message>
</context>
<context>
    <name>tw::ui::SpacesSection</name>
    <message>
        <source>Spaces</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Everything you see is measured in the marked space. Switching loses nothing.</source>
        <translation>您看到的一切都在标记的空间中度量。切换不会丢失任何内容。</translation>
    </message>
    <message>
        <source>No space yet</source>
        <translation>还没有空间</translation>
    </message>
    <message>
        <source>Search by words works without one. Recommendations, Explore and the map need one.</source>
        <translation>没有空间也能按词搜索。推荐、探索和地图需要空间。</translation>
    </message>
    <message>
        <source>Remove the space “%1”?</source>
        <translation>移除空间“%1”？</translation>
    </message>
    <message>
        <source>Its files are deleted. Your likes stay, and so do the vectors kept: embedding again is quick.</source>
        <translation>其文件将被删除。您的喜欢和保留的向量都还在：重新嵌入很快。</translation>
    </message>
    <message>
        <source>Remove the space</source>
        <translation>移除空间</translation>
    </message>
    <message>
        <source>Bring vectors…</source>
        <translation>带入向量…</translation>
    </message>
    <message>
        <source>A space of a file of vectors: .npy, .fvecs, a table, or an index of faiss</source>
        <translation>用向量文件建立空间：.npy、.fvecs、表格或 faiss 索引</translation>
    </message>
</context>
<context>
    <name>tw::ui::SpacesTable</name>
    <message>
        <source>%1 %, going on</source>
        <translation>%1%，进行中</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Use this space</source>
        <translation>使用此空间</translation>
    </message>
    <message>
        <source>Rebuild its index…</source>
        <translation>重建其索引…</translation>
    </message>
    <message>
        <source>Remove this space…</source>
        <translation>移除此空间…</translation>
    </message>
</context>
<context>
    <name>tw::ui::StarterSets</name>
    <message>
        <source>Well known</source>
        <translation>知名</translation>
    </message>
    <message>
        <source>From every decade</source>
        <translation>各个年代</translation>
    </message>
    <message>
        <source>From many countries</source>
        <translation>多个国家</translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation>给我惊喜</translation>
    </message>
</context>
<context>
    <name>tw::ui::StepRow</name>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
</context>
<context>
    <name>tw::ui::StorageSection</name>
    <message>
        <source>Folder of the library</source>
        <translation>片库文件夹</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>To move or save a library, copy its folder while the program is closed.</source>
        <translation>要移动或备份片库，请在程序关闭时复制其文件夹。</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>tw::ui::TasteMap</name>
    <message>
        <source>Map of your taste</source>
        <translation>您的口味地图</translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation>打开地图</translation>
    </message>
</context>
<context>
    <name>tw::ui::TastePanel</name>
    <message>
        <source>Taste panel</source>
        <translation>口味面板</translation>
    </message>
    <message>
        <source>Your taste</source>
        <translation>您的口味</translation>
    </message>
    <message>
        <source>History: undo, do again, all likes</source>
        <translation>历史：撤销、重做、全部喜欢</translation>
    </message>
    <message>
        <source>Fold the taste panel</source>
        <translation>收起口味面板</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>n</source>
        <comment>memory of the moving average</comment>
        <translation>n</translation>
    </message>
    <message>
        <source>More: older likes count longer. At 1 a new like weighs as much as all before it.</source>
        <translation>更多：较早的喜欢影响更久。为 1 时，新的喜欢与此前全部的分量相同。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>More: Explore looks farther from your taste.</source>
        <translation>更多：探索离您的口味更远。</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>口味的构成</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>First like</source>
        <translation>第一部喜欢</translation>
    </message>
    <message>
        <source>Second like</source>
        <translation>第二部喜欢</translation>
    </message>
    <message>
        <source>Third like</source>
        <translation>第三部喜欢</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>No history is kept</source>
        <translation>不保留历史</translation>
    </message>
    <message>
        <source>Only the point where you stand is kept. What led there is not remembered.</source>
        <translation>只保留您所在的点。不记住如何到达那里。</translation>
    </message>
    <message>
        <source>The space is on its way. Likes are kept and count from then on.</source>
        <translation>空间正在生成。喜欢会保留，并从那时起计入。</translation>
    </message>
    <message>
        <source>You stand in the middle of the catalogue. Each like moves you toward that film.</source>
        <translation>您位于目录的中心。每次喜欢都会让您靠近那部电影。</translation>
    </message>
    <message>
        <source>Middle of the catalogue</source>
        <translation>目录中心</translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes have no vector in this space and do not count here.</source>
        <translation>
            <numerusform>%Ln 部喜欢的电影在此空间中没有向量，不计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>请选择</translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes</source>
        <translation>
            <numerusform>喜欢 %Ln 部</numerusform>
        </translation>
    </message>
    <message>
        <source>Show everything you liked</source>
        <translation>显示您喜欢的一切</translation>
    </message>
</context>
<context>
    <name>tw::ui::TastePresenter</name>
    <message numerus="yes">
        <source>%Ln older likes</source>
        <translation>
            <numerusform>较早喜欢的 %Ln 部</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Taken back: “%1”</source>
        <translation>已撤销：《%1》</translation>
    </message>
</context>
<context>
    <name>tw::ui::TasteRail</name>
    <message>
        <source>Open the taste panel</source>
        <translation>打开口味面板</translation>
    </message>
    <message numerus="yes">
        <source>likes</source>
        <translation>
            <numerusform>喜欢</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tw::ui::VectorsText</name>
    <message>
        <source>all its numbers are 0</source>
        <translation>所有数值都是 0</translation>
    </message>
    <message>
        <source>no film has the key or title “%1”</source>
        <translation>没有键或片名为“%1”的电影</translation>
    </message>
    <message>
        <source>several films are called “%1”</source>
        <translation>有多部电影名为《%1》</translation>
    </message>
    <message>
        <source>an earlier row is of the same film</source>
        <translation>前面已有同一部电影的行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln films have a vector now.</source>
        <translation>
            <numerusform>现在 %Ln 部电影有向量。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were left out.</source>
        <translation>
            <numerusform>略过了 %Ln 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films of the catalogue have none.</source>
        <translation>
            <numerusform>目录中有 %Ln 部电影没有向量。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows were matched by the file of keys.</source>
        <translation>行按键文件对应。</translation>
    </message>
    <message>
        <source>Rows were matched by the file’s own keys.</source>
        <translation>行按文件自带的键对应。</translation>
    </message>
    <message>
        <source>Rows were taken in the catalogue’s order.</source>
        <translation>行按目录顺序对应。</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>以及另外 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <comment>number and reason</comment>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Inner product</source>
        <translation>内积</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Compares directions: right for embeddings of texts</source>
        <translation>比较方向：适合文本嵌入</translation>
    </message>
    <message>
        <source>Lengths count as well: right for the factors of a model</source>
        <translation>长度也计入：适合模型因子</translation>
    </message>
    <message>
        <source>How far apart the points lie, where their makers say so</source>
        <translation>点之间相距多远，若其制作者如此规定</translation>
    </message>
</context>
</TS>
