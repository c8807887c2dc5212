#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a large catalogue file to standard output, for measuring imports: large_files.py KIND [MEGABYTES].

rows     CSV with ordinary rows of about 1,000 bytes
cells    CSV whose texts are 1 MB each
quote    CSV with one quote that is never closed
array    a JSON array, all on one line
bomb     gzip of a CSV that is one title of zeros, a thousandth of its size
"""
import gzip
import random
import sys


def sentences(count):
    """Sentences of words as frequent as words are (Zipf), so that an index has the usual work."""
    dice = random.Random(7)
    letters = "etaoinshrdlucmfwypvbgkjqxz"
    words = ["".join(dice.choices(letters, weights=range(26, 0, -1), k=dice.randint(2, 10))) for _ in range(60_000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    return [" ".join(dice.choices(words, weights, k=16)).capitalize() + "." for _ in range(20_000)]


def rows(dice, pool, total):
    done, number = 0, 0
    while done < total:
        number += 1
        title = " ".join(dice.choice(pool).split()[:3])
        text = " ".join(dice.choices(pool, k=9))
        yield number, title, 1900 + number % 120, text
        done += len(title) + len(text) + 20


def main():
    kind = sys.argv[1]
    total = int(sys.argv[2] if len(sys.argv) > 2 else 1024) << 20
    dice, pool, out = random.Random(1), sentences(20_000), sys.stdout.buffer
    if kind == "rows":
        out.write(b"id,title,year,overview\n")
        for number, title, year, text in rows(dice, pool, total):
            out.write(f'{number},{title},{year},"{text}"\n'.encode())
    elif kind == "cells":
        out.write(b"id,title,year,overview\n")
        for number in range(total >> 20):
            text = " ".join(dice.choices(pool, k=(1 << 20) // 95))
            out.write(f'{number},Film {number},1999,"{text}"\n'.encode())
    elif kind == "quote":
        out.write(b'id,title,year,overview\n1,Good,1999,A text.\n2,Bad,2000,"never closed\n')
        line = ("x" * 1000 + "\n").encode()
        for _ in range(total // len(line)):
            out.write(line)
    elif kind == "array":
        out.write(b"[")
        for number, title, year, text in rows(dice, pool, total):
            comma = "," if number > 1 else ""
            out.write(f'{comma}{{"id":{number},"title":"{title}","year":{year},"overview":"{text}"}}'.encode())
        out.write(b"]")
    elif kind == "bomb":
        with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
            packed.write(b"title\n")
            for _ in range(total >> 20):
                packed.write(b"0" * (1 << 20))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
