"""The settings file that `verify init` writes: every key with its default, as comments."""

from __future__ import annotations

SAMPLE = """\
# Settings of verify, the linter for news copy. Every key is optional; what stands here is the default.
# Settings files in the folders below add to this one: see "verify config".

# Whether to look for no settings in the folders above, which are read up to that of the repository.
# root = false

# A settings file of the same repository that this one builds on, such as "../shared/verify.toml".
# extends = ""

# Rules to run: rule ids ("typos/misspelling"), families ("typos") or "all".
# Left out: the rules that are on by default (see "verify rules").
# select = ["all"]

# Rules to run beside those.
# extend-select = []

# Rules to leave out; of two wishes the more specific holds.
# ignore = []

# From which severity on the command exits with 1: "error", "warning", "info" or "never"; "new" is
# "warning" for findings that are new, while known ones are shown (see baseline).
# fail-on = "warning"

# Files to read in folders, and files to pass over, as patterns like those of .gitignore.
# include = []
# exclude = []

# The archive of earlier articles to check against (see "verify archive --help"), seen from here.
# archive = ""
# The findings that are settled for, and no longer told (see "verify baseline --help"), seen from here.
# baseline = ""
# Reports that "verify check" writes, seen from here: a format alone is for standard output, one with a
# file for a file of the same repository. Those that the command line names stand in their place.
# output = ["text", "sarif=verify.sarif"]
# A folder to keep what was found in articles in, so that those that are the same are not read again.
# cache-dir = ".verify_cache"
# People files to hold names, titles and offices against; paths count from this file.
# people = ["people.toml"]
# Rule packs: words and patterns of the house. Left out: every TOML file in rules/ beside this file.
# packs = ["house.toml"]
# Python files with rules and hooks, in this folder or below. They are code, and run with your rights.
# plugins = ["house_rules.py"]
# Files of words that are spelt right, one a line ("verify words add WORD" writes them).
# words = ["words.txt"]
# Transcripts, releases and other sources to hold quotes against: files and folders, seen from this file.
# sources = ["sources/"]
# What makes the marks: "default", or the engine of a plugin that is installed, such as "stanza".
# engine = "default"
# The folder of the models that the engine is to use in place of its own, seen from here.
# models = ""
# The house style: "ap", "reuters", "bbc", "guardian", "nyt-like", a plugin's, or a file of your own such
# as "house.toml", which may extend one of them. "verify profiles ap" shows its points.
# profile = ""

# How gravely to take a rule or family: "error", "warning", "info" or "off".
# [severity]
# "typos" = "error"

# Points of the house style that are otherwise here than in the profile.
# [profile-overrides.numbers]
# percent = "percent"

# Files for which something else holds; of several tables that name a file the last goes first.
# [[paths]]
# include = ["london/"]
# exclude = []
# profile = "guardian"
# select, extend-select and ignore, tables [paths.severity] and [paths.rules."family/name"]

# Options of a rule; "verify explain RULE" names them.
# [rules."family/name"]
# option = 1
"""
