#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the bundled catalogue. Usage: check_catalogue.py schema|facts|overlap films.jsonl

schema   needs nothing else: keys, types, closed lists, counts, duplicates, repeated phrases.
facts    compares years, directors, runtimes and imdb ids with the data sets under TASTEWALK_TEST_DATA and prints
         every disagreement that exceptions.tsv (beside this script) gives no reason for.
overlap  no run of seven words is shared with a text of those data sets.
Ends with 0, 1 (findings, printed), or 77 (skipped: no data).
"""
import collections
import csv
import glob
import gzip
import json
import os
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
FIELDS = ["key", "title", "original_title", "year", "countries", "languages", "genres", "directors", "cast",
          "keywords", "runtime", "imdb_id", "synopsis"]
GENRES = ["Drama", "Comedy", "Thriller", "Action", "Adventure", "Science fiction", "Horror", "Romance", "Crime",
          "Fantasy", "Animation", "Documentary", "Family", "Mystery", "History", "War", "Music", "Western"]
LISTS = ["countries", "languages", "genres", "directors", "cast", "keywords"]


def films_of(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def words(text):
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.lower())


def fold(text):
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower().replace("&", "and")
    text = re.sub(r"[^\w]+", " ", text).strip()
    return re.sub(r"^(the|a|an) (?=\w)", "", text)


def lines_of(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]


# schema -------------------------------------------------------------------------------------------------------------

def check_film(film):
    key = film.get("key", "?")
    names = [name for name in FIELDS if name in film]
    if list(film) != names or set(FIELDS) - set(film) - {"imdb_id"}:
        yield f"{key}: fields are {', '.join(film)}"
        return
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-\d{4}", key) or not key.endswith(str(film["year"])):
        yield f"{key}: the key is no slug ending in the year {film['year']}"
    for name in LISTS:
        values = film[name]
        if not isinstance(values, list) or any(not isinstance(v, str) or v != v.strip() or not v for v in values):
            yield f"{key}: {name} is no list of texts"
        elif len(set(values)) != len(values):
            yield f"{key}: {name} repeats a value"
    if not 1895 <= film["year"] <= 2030 or not 1 <= film["runtime"] <= 1000:
        yield f"{key}: year {film['year']} or runtime {film['runtime']} can't be"
    if "imdb_id" in film and not re.fullmatch(r"tt\d{7,8}", film["imdb_id"]):
        yield f"{key}: imdb_id {film['imdb_id']}"
    closed = {"genres": set(GENRES), "countries": set(lines_of("countries.txt"))}
    for name, allowed in closed.items():
        for value in film[name]:
            if value not in allowed:
                yield f"{key}: {name} has {value!r}, which is not in the list"
    if not 1 <= len(film["genres"]) <= 4 or not film["directors"] or not film["countries"]:
        yield f"{key}: one to four genres, and a director and a country"
    if not 6 <= len(film["keywords"]) <= 12 or any(word != word.lower() for word in film["keywords"]):
        yield f"{key}: six to twelve keywords in lower case, not {len(film['keywords'])}"
    if len(film["cast"]) > 6 or (len(film["cast"]) < 3 and not cast_may_be_short(film)):
        yield f"{key}: three to six names in the cast, not {len(film['cast'])}"
    count = len(film["synopsis"].split())
    if not 40 <= count <= 70:
        yield f"{key}: the synopsis has {count} words, not 40 to 70"


def cast_may_be_short(film):
    """Documentaries, animations, shorts and silent films may have fewer credited players."""
    return (set(film["genres"]) & {"Documentary", "Animation"} or film["runtime"] < 60 or film["year"] < 1935
            or film["key"] in set(lines_of("short_cast.txt")))


def check_counts(films):
    decades = collections.Counter(film["year"] // 10 * 10 for film in films)
    genres = collections.Counter(genre for film in films for genre in film["genres"])
    women = set(lines_of("women_directors.txt"))
    present = {film["key"] for film in films}
    yield from (f"women_directors.txt names {key}, which is not there" for key in sorted(women - present))
    wanted = [("films", len(films), 1200), ("countries", len({c for f in films for c in f["countries"]}), 35),
              ("films not in English", sum("English" not in f["languages"] for f in films), 250),
              ("directed by women", len(women & present), 150)]
    wanted += [(f"{decade}s", decades[decade], 40) for decade in range(1920, 2030, 10)]
    wanted += [(genre, genres[genre], 60) for genre in GENRES[:12]]
    wanted += [("animations", genres["Animation"], 80)]
    for name, count, least in wanted:
        print(f"  {name}: {count} (at least {least})")
        if count < least:
            yield f"{name}: {count}, at least {least} wanted"


def check_schema(films):
    for film in films:
        yield from check_film(film)
    keys = [film["key"] for film in films]
    if keys != sorted(keys):
        yield "the films are not sorted by key"
    for what in (lambda f: f["key"], lambda f: (fold(f["title"]), f["year"]), lambda f: f.get("imdb_id", f["key"])):
        for value, count in collections.Counter(map(what, films)).items():
            if count > 1:
                yield f"{value} is there {count} times"
    yield from check_counts(films)
    seen = {}
    for film in films:
        tokens = words(film["synopsis"])
        for i in range(len(tokens) - 8):
            run = tuple(tokens[i:i + 9])
            if seen.setdefault(run, film["key"]) != film["key"]:
                yield f"{film['key']} and {seen[run]} share \"{' '.join(run)}\""


# outside data -------------------------------------------------------------------------------------------------------

def table(path):
    csv.field_size_limit(1 << 30)
    opened = gzip.open(path, "rt", encoding="utf-8", newline="") if path.endswith(".gz") else open(
        path, encoding="utf-8", newline="")
    with opened as file:
        yield from csv.DictReader(file)


def mended(text):
    """Undoes the double encoding of one of the data sets."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def records(data):
    """(source, title, year, directors or None, runtime or None, imdb id or None)"""
    for row in table(data + "/tmdb-10866/tmdb-movies.csv.gz"):
        yield ("tmdb-10866", mended(row["original_title"]), int(row["release_year"]),
               [mended(d) for d in row["director"].split("|") if d], int(row["runtime"]) or None, row["imdb_id"] or None)
    for row in table(data + "/tmdb-5000/tmdb_5000_movies.csv.gz"):
        if row["release_date"]:
            yield ("tmdb-5000", row["title"], int(row["release_date"][:4]), None,
                   round(float(row["runtime"] or 0)) or None, None)
    links = {row["movieId"]: "tt" + row["imdbId"].zfill(7) for row in table(data + "/ml-latest-small/links.csv")}
    for row in table(data + "/ml-latest-small/movies.csv"):
        match = re.fullmatch(r"(.*?)(?:, (The|A|An|Le|La|Les|Il|El|Das|Der|Die))?(?: \(.*\))? \((\d{4})\)", row["title"].strip())
        if match:
            title = " ".join(filter(None, (match[2], match[1])))
            yield ("ml-latest-small", title, int(match[3]), None, None, links.get(row["movieId"]))
    for path in sorted(glob.glob(data + "/wikipedia-movies/*.json.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for film in json.load(file):
                yield ("wikipedia-movies", film["title"], film["year"], None, None, None)


def disagreements(film, source, year, directors, runtime, imdb_id):
    # With the same id a record speaks of the same film; by title it does only when the year is near.
    same_id = imdb_id is not None and imdb_id == film.get("imdb_id")
    if not same_id and abs(year - film["year"]) > 1:
        return
    if directors and not set(map(fold, directors)) & set(map(fold, film["directors"])):
        if same_id:
            yield f"director {film['directors']} against {directors}"
        return
    if year != film["year"] and (same_id or directors):
        yield f"year {film['year']} against {year}"
    if runtime and abs(runtime - film["runtime"]) > 3 and (same_id or directors or year == film["year"]):
        yield f"runtime {film['runtime']} against {runtime}"
    if imdb_id and "imdb_id" in film and not same_id and year == film["year"]:
        yield f"imdb_id {film['imdb_id']} against {imdb_id}"


def check_facts(films, data):
    by_title = collections.defaultdict(list)
    by_id = {}
    for film in films:
        for title in {fold(film["title"]), fold(film["original_title"])}:
            by_title[title].append(film)
        by_id[film.get("imdb_id")] = film
    reasons = dict(line.split("\t")[:2] for line in lines_of("exceptions.tsv"))
    known = set()
    for source, title, year, directors, runtime, imdb_id in records(data):
        found = {film["key"]: film for film in by_title[fold(title)]}
        if imdb_id in by_id and imdb_id:
            found[by_id[imdb_id]["key"]] = by_id[imdb_id]
        for film in found.values():
            if abs(year - film["year"]) <= 1:
                known.add(film["key"])
            for text in disagreements(film, source, year, directors, runtime, imdb_id):
                if f"{film['key']} {text.split()[0]}" not in reasons:
                    yield f"{film['key']}: {text} ({source})"
    print(f"  found in the data sets: {len(known)} of {len(films)}; in none: {len(films) - len(known)}")


def outside_texts(data):
    for row in table(data + "/tmdb-10866/tmdb-movies.csv.gz"):
        yield from (mended(row["overview"]), mended(row["tagline"]))
    for row in table(data + "/tmdb-5000/tmdb_5000_movies.csv.gz"):
        yield from (row["overview"], row["tagline"])
    for row in table(data + "/netflix-titles/netflix_titles.csv.gz"):
        yield row["description"]
    for path in sorted(glob.glob(data + "/wikipedia-movies/*.json.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for film in json.load(file):
                yield film.get("extract") or ""


def check_overlap(films, data):
    runs = {}
    for film in films:
        tokens = words(film["synopsis"])
        names = {w for text in [film["title"], film["original_title"], *film["cast"], *film["directors"]] for w in words(text)}
        for i in range(len(tokens) - 6):
            run = tuple(tokens[i:i + 7])
            if sum(word not in names for word in run) >= 3:
                runs[run] = film["key"]
    for text in outside_texts(data):
        tokens = words(text)
        for i in range(len(tokens) - 6):
            key = runs.get(tuple(tokens[i:i + 7]))
            if key:
                yield f"{key} shares \"{' '.join(tokens[i:i + 7])}\" with a data set"


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("schema", "facts", "overlap"):
        print(__doc__, file=sys.stderr)
        return 2
    films = films_of(sys.argv[2])
    data = os.environ.get("TASTEWALK_TEST_DATA", "")
    if sys.argv[1] != "schema" and not os.path.isdir(data):
        print("skipped: TASTEWALK_TEST_DATA names no folder")
        return 77
    check = {"schema": lambda: check_schema(films), "facts": lambda: check_facts(films, data),
             "overlap": lambda: check_overlap(films, data)}[sys.argv[1]]
    findings = sorted(set(check()))
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
