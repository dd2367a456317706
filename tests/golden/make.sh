#!/usr/bin/env bash
# Makes the golden files of a version: one document of each kind, issued by the real site with throw-away keys, with the
# register, the lists and the site of that day.   bash tests/golden/make.sh VERSION [--replace]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

version="${1:-}"
if [[ ! "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
  echo "usage: bash tests/golden/make.sh VERSION [--replace]   (VERSION like 0.1.0)" >&2
  exit 2
fi
target="$PWD/tests/golden/$version"
if [ -e "$target" ] && [ "${2:-}" != --replace ]; then
  echo "tests/golden/$version is there: what a released version issued is never made anew (--replace before it is released)" >&2
  exit 1
fi

made="$(mktemp -d "${TMPDIR:-/tmp}/smk-golden.XXXXXX")"
trap 'rm -rf "$made"' EXIT
dotnet build tests/SmkPortfolio.WebTests -v q --nologo
SMK_GOLDEN_TARGET="$made/set" dotnet tests/SmkPortfolio.WebTests/bin/Debug/net10.0/SmkPortfolio.WebTests.dll -noColor -noLogo \
  -method SmkPortfolio.WebTests.Golden.GoldenSiteTests.A_set_made_now_holds_what_its_index_says
[ -f "$made/set/index.json" ]
rm -rf "$target"
mv "$made/set" "$target"
chmod -R u=rwX,go=rX "$target"
du -sh "$target"
