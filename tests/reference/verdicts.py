#!/usr/bin/env python3
"""Pins the verdict of every check on the built-in suite, so that no claim loses a proof in silence.

    build/gancheck verify --json | tests/reference/verdicts.py > tests/reference/verdicts.tsv

The table says what was judged when it was last written, not what is true: whoever writes it anew
reads the difference, and gives the reason for each line of it where the change is recorded.
"""
import json
import sys

print("# claim\tpart\twitness\tverdict, in the order of the checks; for a control its letter and what it must be")
for chapter in json.load(sys.stdin)["chapters"]:
    for claim in chapter["claims"]:
        for check in claim["checks"]:
            print(claim["id"], check["part"], check["witness"], check["verdict"], sep="\t")
        for control in claim["controls"]:
            print(claim["id"], control["letter"], control["witness"], control["expect"], sep="\t")
        print(claim["id"], "-", "-", claim["verdict"], sep="\t")
