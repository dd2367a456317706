#!/usr/bin/env bash
# Makes the font files of this folder anew. Needs npm, fonttools (Debian: fonttools) and the network; the build never runs it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for package in noto-sans@0.4.2 noto-sans-math@0.4.2 noto-sans-jp@0.4.3 noto-sans-kr@0.4.3 noto-serif-jp@0.4.3; do
  npm pack --silent "@expo-google-fonts/$package" >/dev/null
  mkdir "${package%@*}"
  tar xzf "expo-google-fonts-${package/@/-}.tgz" -C "${package%@*}" --strip-components=1
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

# Characters of Windows' Japanese code page (JIS X 0208 with the NEC and IBM kanji, 髙 and 﨑 among them), and of JIS X 0213 plane 1 (kanji
# up to level 3) with 𠮷 and the unified kanji of the compatibility block.
/usr/bin/python3 - <<'END'
def decoded(codec, firsts, seconds):
    found = set()
    for first in firsts:
        for second in seconds:
            try:
                found |= set(map(ord, bytes([first, second]).decode(codec)))
            except UnicodeDecodeError:
                pass
    return {c for c in found if not 0xE000 <= c < 0xF900}
common = {c for first, last in [(0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x206F), (0x2460, 0x24FF), (0x3000, 0x30FF), (0x31F0, 0x33FF), (0xFF01, 0xFFEF)] for c in range(first, last + 1)}
windows = common | decoded('cp932', [*range(0x81, 0xA0), *range(0xE0, 0xFD)], range(0x40, 0xFD))
third = windows | decoded('euc_jisx0213', range(0xA1, 0xFF), range(0xA1, 0xFF)) | {0x20BB7} | set(range(0xFA0E, 0xFA2A))
for name, characters in [('windows', windows), ('third', third)]:
    open(name + '.txt', 'w').write('\n'.join(f'U+{c:04X}' for c in sorted(characters)))
END

cut_east() { # source, target, features, characters
  SOURCE_DATE_EPOCH=0 pyftsubset "$1" "$4" --layout-features="$3" --no-hinting --name-IDs='0,1,2,3,4,5,6,13,14' --notdef-outline \
    --no-recalc-timestamp --drop-tables+=BASE,STAT,vhea,vmtx,gasp,prep --output-file="$here/$2"
}

# The one that lends its kanji to all others: whole, byte for byte as published.
cp noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf "$here/NotoSansJP-Regular.ttf"
cut_east noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf NotoSansJP-Bold.ttf '' --unicodes-file=windows.txt
cut_east noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf NotoSerifJP-Regular.ttf kern --unicodes-file=third.txt
# All 11,172 syllables, jamo, circled and bracketed letters, punctuation; no hanja, which come from the Japanese font.
cut_east noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf NotoSansKR-Regular.ttf '' \
  --unicodes='U+0020-007E,U+00A0-00FF,U+1100-11FF,U+2010-203B,U+3000-303F,U+3131-318E,U+3200-321E,U+3260-327F,U+A960-A97C,U+AC00-D7A3,U+D7B0-D7FB,U+FF01-FFEE'
cp noto-sans-jp/LICENSE_FONT "$here/OFL-JP.txt"
cp noto-sans-kr/LICENSE_FONT "$here/OFL-KR.txt"
cp noto-serif-jp/LICENSE_FONT "$here/OFL-Serif-JP.txt"
cp noto-sans/LICENSE_FONT "$here/OFL.txt"
cp noto-sans-math/LICENSE_FONT "$here/OFL-Math.txt"
cd "$here"
sha256sum *.ttf OFL*.txt > SHA256SUMS
