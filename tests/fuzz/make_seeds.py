#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeds of the fuzzers whose inputs are text: examples of every form, and, where TASTEWALK_TEST_DATA names a folder,
the beginnings of the real files in it.

usage: make_seeds.py FOLDER     writes FOLDER/<fuzzer>/<name>
"""
import gzip
import io
import os
import pathlib
import sys
import tarfile
import zipfile

NAMES = ["", ".csv", ".tsv", ".json", ".jsonl", ".txt", ".zip", ".dat"]  # as records_fuzzer.cpp has them
HEAD = 4096

RECORDS = {
    "plain.csv": "title,year,genres,overview\nFilm,1999,\"Drama, War\",\"He said \"\"no\"\".\nTwo lines.\"\n",
    "crlf.csv": "title,year\r\n\"A\r\nB\",1999\r\n,\r\n",
    "semicolon.csv": "Titel;Jahr\nEins;1999\n",
    "ragged.csv": "title,year,text\nA\nB,1999,x,y,z\n\"unclosed,2000\n",
    "mark.csv": "\ufefftitle,text\nA,B\n",
    "windows.csv": "title,text\nAm\u00e9lie,caf\u00e9\n".encode("cp1252"),
    "cyrillic.csv": "название,год\nСталкер,1979\n".encode("cp1251"),
    "chinese.csv": "片名,年份\n千与千寻,2001\n".encode("gbk"),
    "utf16.csv": "title,year\nFilm,1999\n".encode("utf-16"),
    "utf16be.csv": b"\xfe\xff" + "title,year\nFilm,1999\n".encode("utf-16-be"),
    "nul.csv": "title,text\nA\0B,C\n",
    "double.csv": "title,text\nPeÃ±a,AmÃ©lie\n",
    "tabs.tsv": "title\tyear\nFilm\t1999\n",
    "pipes.csv": "title|year\nFilm|1999\n",
    "movielens.dat": "1::Toy Story (1995)::Animation|Children's|Comedy\n2::Matrix, The (1999)::Action\n",
    "array.json": '[{"title":"A","year":1999,"genres":[{"id":1,"name":"Drama"}],"x":null},{"title":"B"}]',
    "object.json": '{"films":[{"Title":"A","US Gross":1.5e7,"Release Date":"Jun 12 1998"}]}',
    "columns.json": '{"columns":["title","year"],"rows":[["A",1999],["B",2000]]}',
    "viewer.json": '{"features":[{"feature_idx":0,"name":"title"}],"rows":[{"row_idx":0,"row":{"title":"A"}}]}',
    "lines.jsonl": '{"title":"A","year":1999}\n{"title":"B","cast":["C","D"]}\n\n{broken\n{"title":7}\n',
    "deep.json": "[" * 80 + "]" * 80,
    "page.json": "<!DOCTYPE html><html><body>Not found</body></html>",
    "preamble.csv": "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2020-01-01,List,,,\n\nPosition,Name,Year\n1,Film,1999\n",
    "imdb.csv": "Const,Your Rating,Title,Title Type,Runtime (mins),Year,Genres\ntt0133093,9,The Matrix,movie,136,1999,\"Action, Sci-Fi\"\n",
    "netflix.csv": "Title,Date\nShow: Season 1: Episode,1/2/20\n",
    "credits.csv": "movie_id,title,cast,crew\n1,A,\"[{\"\"cast_id\"\": 1, \"\"name\"\": \"\"B\"\"}]\",\"[{\"\"job\"\": \"\"Director\"\", \"\"name\"\": \"\"C\"\"}]\"\n",
}
ITEMS = ["title=Film (1999)\nyear=1999-03-31\ngenres=Drama|War\nruntime=2h 16m\nid=603\nimdb_id=tt0133093",
         'title="A"\ngenres=[{"id":1,"name":"Drama"}]\ncast=[\'A\', "B"]\nyear=1999.0\nrating=7.5',
         "name=7\nrelease_date=3/31/1999\ntext=null\nextra={\"a\":[1,2]}\nkeywords=a;b,c\nurl=https://www.imdb.com/title/tt1/",
         "title=\\N\nyear=-1\nruntime=1e39\ndirector=nan"]
JSONS = ['{"a":[1,-2.5e-3,true,false,null,"\\u00e9\\ud83d\\ude00\\n"],"a":2}', "[]", "[{},[]]", "-0", "1e400", '"\\ud800"',
         "[1,2,3,4,5,6,7,8,9]", "18446744073709551615", '[{"title":"A"},{"title":"B"}]', "[" * 70 + "]" * 70]
VERSION = '{"version":"0.5.1"}'
TAGS = ('{"models":[{"name":"m:latest","model":"m:latest","size":274302450,"digest":"0a109f422b47",'
        '"details":{"family":"nomic-bert","parameter_size":"137M"}}]}')
SHOW = '{"details":{},"model_info":{"nomic-bert.embedding_length":2,"nomic-bert.context_length":2048},"capabilities":["embedding"]}'
WARM = '{"model":"m","embeddings":[]}'
EMBED = '{"model":"m","embeddings":[[0.6,0.8],[1,0],[0,1]],"total_duration":1}'
OLLAMA = [
    [VERSION], [TAGS], [SHOW], [EMBED],
    [VERSION, TAGS, SHOW, WARM, EMBED],
    [VERSION, TAGS, SHOW, '{"embeddings":[[1,0]]}', '{"embeddings":[[1,0],[0,1]]}', '{"embeddings":[[1,0]]}'],
    [VERSION, TAGS, SHOW, WARM, '{"embeddings":[[null,0],[1e39,1],["a",1]]}'],
    [VERSION, TAGS, SHOW, WARM, '3{"error":"embedding contains NaN or Inf values"}', '{"embeddings":[[1,0]]}'],
    [VERSION, TAGS, SHOW, WARM, '3{"error":"the input length exceeds the context length"}', EMBED],
    ['4{"error":"model \'m\' not found"}'], ['7{"error":"server busy, please try again.  maximum pending requests exceeded"}'],
    ['{"error":"pull model manifest: file does not exist"}'], ["<html><body>502 Bad Gateway</body></html>"],
    [VERSION, TAGS, SHOW, WARM, '{"status":"pulling manifest"}\n{"status":"pulling","digest":"sha256:1","total":10,"completed":5}\n'
     '{"status":"success"}\n', EMBED],
    ['{"embeddings":' + "[" * 200 + "]" * 200 + "}"], ['{"embeddings":[[]]}'], ['{"embeddings":[[1],[1,2],[3]]}'], ['{"embe'],
]
TEXTS = ["Amélie  (2001)", "PeÃ±a", "\u202eevil\u202c\x1b[31m", "千と千尋の神隠し", "Schindler's List & Co.", "a\u0301\u0327 ﬁ ß İ",
         "🏳️‍🌈👩‍👩‍👧", "Mr. Smith went. He left! \"Why?\" she asked…", "http://host:11434/", "[::1]:80", "https://a/b//", "0.0.0.0",
         "\"quoted\" AND NOT near(x, 3) *", "the of and", "spiderman", "café society"]
MANIFESTS = ['{"catalogue":"CATALOGUE","files":{"library.sqlite":"HASH"}}', '{"catalogue":"CATALOGUE","files":{"file.bin":"HASH"}}',
             '{"catalogue":"CATALOGUE","files":{"a/../../file.bin":"HASH","/etc/passwd":"HASH"}}',
             '{"catalogue":"CATALOGUE","files":{"":"HASH",".":"HASH","file.bin":"HASH","file.bin/x":"HASH"}}']
ITEM_ROW = "i0\ntkey\ntFilm\nt\ni1999\nn\ntUSA\nt\ntDrama\nt\nt\nt\nt\ntText\nt\nt\nt\nt[[\"a\",\"b\"]]"
ACTS = ('[{"id":1,"time":1700000000000,"act":"liked","item":3,"key":"k","title":"Film","year":1999,"imdb_id":"tt1","tmdb_id":"",'
        '"source":"search","source_detail":"q"},{"id":2,"time":1700000000001,"act":"undone","target":1,"source":"unknown","source_detail":""}]')
LIBRARY = [b"\0" + ITEM_ROW.encode(), b"\1i1\ni1700000000000\ntliked\ni0\nn\ntsearch\ntquery\ni2\ni1700000000001\ntundone\nn\ni1\ntunknown\nt",
           b"\2tmemory\nt5\ntgaussian_percent\nt1e400\ntseed\nt-1", b"\3tbuiltin\nb\0\0\x80\x3f\0\0\0\0"]

DICTIONARIES = {
    "csv": ['"\\""', '"\\"\\""', '","', '";"', '"\\x09"', '"|"', '"::"', '"\\x0d\\x0a"', '"\\x0a"', '"\\x00"', '"\\xef\\xbb\\xbf"',
            '"\\xff\\xfe"', '"\\xfe\\xff"', '"\\x1f\\x8b"', '"PK\\x03\\x04"', '"PK\\x01\\x02"', '"PK\\x05\\x06"', '"title"', '"year"',
            '"overview"', '"genres"', '"id"', '"imdb_id"', '"tt0133093"', '"1999"', '"(1999)"', '"2h 16m"', '"\\\\N"', '"nan"',
            '"[{"', '"}]"', '"\\\\\\""', '"\'"', '"="', '"\\xc3\\x83\\xc2\\xb1"'],
    "json": ['"{"', '"}"', '"["', '"]"', '":"', '","', '"null"', '"true"', '"false"', '"\\"title\\":"', '"\\"embeddings\\":"',
             '"\\"error\\":"', '"\\"models\\":"', '"\\"model_info\\":"', '"\\"name\\":"', '"\\"rows\\":"', '"\\"columns\\":"',
             '"\\"digest\\":"', '"\\"status\\":"', '"\\"success\\""', '"\\"total\\":"', '"\\"completed\\":"', '"1e39"', '"-0.0"', '"1e400"',
             '"9223372036854775808"', '"\\\\u0000"', '"\\\\ud83d\\\\ude00"', '"\\\\ud800"', '"NaN"', '"EOF"', '"context length"',
             '".embedding_length"', '"CATALOGUE"', '"HASH"', '"\\"files\\":"', '"../"', '"\\"catalogue\\":"'],
}


def as_bytes(content):
    return content if isinstance(content, bytes) else content.encode("utf-8")


def choice_for(name):
    """The records fuzzer's first two bytes for a file name."""
    suffix = pathlib.Path(name).suffix
    return bytes([NAMES.index(suffix) if suffix in NAMES else 0, 0])


def archives():
    """Zip (stored and deflated) and tar files with a catalogue, a folder and a name that leads outside."""
    made = {}
    text = "title,year\nFilm,1999\n"
    for name, method in (("stored", zipfile.ZIP_STORED), ("deflated", zipfile.ZIP_DEFLATED)):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            archive.writestr("ratings.csv", text)
            archive.writestr("likes/films.csv", text * 20)
            archive.writestr("../evil.csv", text)
        made[name + ".zip"] = out.getvalue()
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for member in ("films.csv", "a/" * 60 + "long.csv"):
            info = tarfile.TarInfo(member)
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text.encode()))
    made["films.tar"] = out.getvalue()
    return made


def real_heads(folder):
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in {".csv", ".tsv", ".json", ".jsonl", ".txt", ".dat", ".item", ".gz", ".zip"}:
            try:
                with (gzip.open(path) if path.suffix == ".gz" else path.open("rb")) as file:
                    head = file.read(HEAD)
            except OSError:
                continue
            name = path.name.removesuffix(".gz")
            yield "-".join(path.relative_to(folder).parts), choice_for(name) + head


def main(out):
    def seed(fuzzer, name, content):
        folder = out / fuzzer
        folder.mkdir(parents=True, exist_ok=True)
        (folder / str(name)).write_bytes(as_bytes(content))

    for name, content in RECORDS.items():
        seed("records", name, choice_for(name) + as_bytes(content))
        seed("records", name + "-packed", bytes([choice_for(name)[0] | 0x80, 0]) + as_bytes(content))
        seed("records", name + "-import", bytes([choice_for(name)[0] | 0x40, 0]) + as_bytes(content))
    for name, content in archives().items():
        seed("records", name, choice_for(name) + content)
    for i, item in enumerate(ITEMS):
        seed("items", i, b"\0\0" + as_bytes(item))
        seed("items", f"{i}-assigned", b"\x07\x03" + as_bytes(item))
    for i, text in enumerate(JSONS):
        seed("json", i, b"\x05" + as_bytes(text))
    for i, answers in enumerate(OLLAMA):
        for how in (0, 1, 33):
            seed("ollama", f"{i}-{how}", bytes([how]) + b"\xff".join(map(as_bytes, answers)))
    for i, text in enumerate(TEXTS):
        seed("text", i, text)
        seed("query", i, text)
    for i, manifest in enumerate(MANIFESTS):
        seed("prepared", i, manifest)
    seed("backup", "acts", "\1" + ACTS)
    seed("backup", "whole", "\0" + '{"format":"tastewalk-history","version":1,"checksum":"0","acts":' + ACTS + "}")
    for i, rows in enumerate(LIBRARY):
        seed("library", i, rows)
    for name, words in DICTIONARIES.items():
        (out / f"{name}.dict").write_text("\n".join(words) + "\n", encoding="utf-8")
    data = os.environ.get("TASTEWALK_TEST_DATA")
    if data:
        for name, content in real_heads(pathlib.Path(data)):
            seed("records", "real-" + name, content)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
