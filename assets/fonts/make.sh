#!/usr/bin/env bash
# Makes the font files of this folder anew. Needs npm, fonttools (Debian: fonttools) and the network; the build never runs it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent @expo-google-fonts/noto-sans@0.4.2 >/dev/null
tar xzf expo-google-fonts-noto-sans-0.4.2.tgz

# Latin with Vietnamese, combining marks, Greek, Cyrillic, punctuation, currency, letterlike signs, number forms, arrows, mathematics.
ranges='U+0020-007E,U+00A0-024F,U+0259,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20C0,U+2100-218F,U+2190-2193,U+2202-2265,U+25CA,U+25CC,U+FB01-FB02,U+FFFD'
for pair in Regular=400Regular/NotoSans_400Regular.ttf Bold=700Bold/NotoSans_700Bold.ttf; do
  SOURCE_DATE_EPOCH=0 pyftsubset "package/${pair#*=}" --unicodes="$ranges" \
    --layout-features='kern,mark,mkmk,ccmp,locl,liga,tnum' --no-hinting --name-IDs='0,1,2,3,4,5,6,13,14' \
    --notdef-outline --no-recalc-timestamp --output-file="$here/NotoSans-${pair%%=*}.ttf"
done
cp package/LICENSE_FONT "$here/OFL.txt"
cd "$here"
sha256sum NotoSans-*.ttf OFL.txt > SHA256SUMS
