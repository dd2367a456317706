#!/usr/bin/env bash
# Makes the font files of this folder anew. Needs npm, fonttools (Debian: fonttools) and the network; the build never runs it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for package in noto-sans noto-sans-math; do
  npm pack --silent "@expo-google-fonts/$package@0.4.2" >/dev/null
  mkdir "$package"
  tar xzf "expo-google-fonts-$package-0.4.2.tgz" -C "$package" --strip-components=1
done

cut() { # source, target, ranges
  SOURCE_DATE_EPOCH=0 pyftsubset "$1" --unicodes="$3" --layout-features='kern,mark,mkmk,ccmp,locl,liga,tnum' --no-hinting \
    --name-IDs='0,1,2,3,4,5,6,13,14' --notdef-outline --no-recalc-timestamp --drop-tables+=MATH --output-file="$here/$2"
}

# Latin with Vietnamese, combining marks, Greek, Cyrillic, punctuation, currency, letterlike signs, number forms.
letters='U+0020-007E,U+00A0-024F,U+0259,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20C0,U+2100-218F,U+25CC,U+FB01-FB02,U+FFFD'
# Arrows, mathematics, diameter, boxes and bullets, stars, suits, ticks.
signs='U+0020,U+2190-21FF,U+2200-22FF,U+2300,U+25A0-25FF,U+2605-2606,U+2660-2666,U+2713,U+27E8-27E9'
cut noto-sans/400Regular/NotoSans_400Regular.ttf NotoSans-Regular.ttf "$letters"
cut noto-sans/700Bold/NotoSans_700Bold.ttf NotoSans-Bold.ttf "$letters"
cut noto-sans-math/400Regular/NotoSansMath_400Regular.ttf NotoSansMath-Regular.ttf "$signs"
cp noto-sans/LICENSE_FONT "$here/OFL.txt"
cp noto-sans-math/LICENSE_FONT "$here/OFL-Math.txt"
cd "$here"
sha256sum *.ttf OFL*.txt > SHA256SUMS
