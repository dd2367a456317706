"""Things made, measured and packed: boxes, jars, parts, linen, labels. Each motif is laid out anew in its second picture."""
import math
import random

from draw import W, H, circle, ellipse, group, line, path, poly, polar, rect, ring, room, shadow, surface, text, tone

PAPER, INK = "#fbfaf4", "#2a3036"


def tray(x, y, w, h, colour="#aab2b8"):
    return rect(x + 10, y + 14, w, h, "#000", 18, 'opacity=".35" filter="url(#soft)"') + rect(x, y, w, h, colour, 18) + rect(x + 12, y + 12, w - 24, h - 24, tone(colour, .72), 12) + rect(x + 12, y + 12, w - 24, 10, tone(colour, .55), 8)


def lunch(x, y, s, side, rng):
    """A box of rice seen from above: rice with cucumber, grilled chicken, vegetables, sambal."""
    out = [rect(8, 12, 300, 240, "#000", 14, 'opacity=".35" filter="url(#soft)"'), rect(0, 0, 300, 240, "#d8b98a", 10), rect(10, 10, 280, 220, "#f3ead6", 6), rect(150, 10, 6, 220, "#d8c7a4"), rect(156, 116, 134, 6, "#d8c7a4"), ellipse(80, 120, 62, 90, "#ffffff"), ellipse(74, 112, 52, 76, "#fffdf4")]
    out += [ellipse(80 + rng.uniform(-46, 46), 120 + rng.uniform(-70, 70), 6, 2.5, "#e6dfcc", f'transform="rotate({rng.randint(0, 180)} 80 120)"') for _ in range(22)] + [circle(60 + k * 22, 196, 15, "#cfe3a8") + ring(60 + k * 22, 196, 15, 3, "#5a8f3c") for k in range(3)]
    out += [ellipse(222, 62, 56, 36, "#8a4a26"), ellipse(216, 56, 48, 28, "#b76a35")] + [line(186 + k * 18, 42, 194 + k * 18, 78, "#5a2d15", 5) for k in range(4)]
    out += [circle(186 + rng.uniform(0, 60), 160 + rng.uniform(-16, 50), 10, rng.choice(["#4f8a3c", "#e5893a", "#6ba550"])) for _ in range(18)] if side == 0 else [path(f"M{172 + rng.uniform(0, 50):.0f},{140 + rng.uniform(0, 70):.0f} q20,{rng.uniform(-14, 14):.0f} 44,0", stroke=rng.choice(["#e8bf5a", "#f6d67f", "#c98a3a"]), width=6) for _ in range(16)]
    out += [circle(262, 198, 24, "#ffffff"), circle(262, 198, 19, "#b5302a"), circle(256, 192, 6, "#e07a6c")]
    return group(out, f"translate({x} {y}) scale({s})")


def lunch_box(v):
    rng = random.Random(v + 3)
    out = [surface(["#8a9399", "#6b4a30"][v], ["#7d868c", "#5a3d27"][v], v)]
    if v == 0:
        out += [lunch(60 + c * 370, 60 + r * 270, 1.1, (r + c) % 2, rng) for r in range(3) for c in range(3)]
    else:
        # Packing: closed boxes in stacks with the school's sticker, one still open, the list beside it.
        for k, (x, n) in enumerate(((60, 4), (330, 3), (600, 5))):
            out.append(ellipse(x + 120, 790, 150, 24, "#000", 'opacity=".4" filter="url(#soft)"'))
            for i in range(n):
                y = 700 - i * 96
                out += [rect(x, y, 240, 90, "#d8b98a", 4), rect(x, y, 240, 22, "#ecd5ad", 4), rect(x, y + 22, 240, 5, "#b6956a"), circle(x + 120, y + 58, 26, ["#2f7a56", "#a5402d", "#2f7a56"][k]), text(x + 120, y + 65, "TEFA", 17, "#fff", 700, "middle")]
        out += [lunch(860, 480, 1.05, 0, rng), group([rect(8, 10, 250, 320, "#000", 4, 'opacity=".3" filter="url(#soft)"'), rect(0, 0, 250, 320, PAPER, 3), text(20, 44, "Pesanan 220 dus", 25, INK, 700)] + [text(20, 90 + i * 42, w, 21, "#4a555c") + path(f"M206,{82 + i * 42} l8,9 l16,-22", stroke="#2f7a56", width=4) for i, w in enumerate(["Nasi 200 g", "Suhu 64 °C", "Sambal", "Sendok", "Segel"])], "translate(880 90) rotate(4)")]
    return "".join(out)


def knife_cuts(v):
    rng = random.Random(v + 5)
    out = [surface(["#9aa4aa", "#7a5b3e"][v], ["#8d979d", "#684c32"][v], v)]
    names = [("Julienne", "#e5893a", (4, 34)), ("Brunoise", "#e5893a", (9, 9)), ("Paysanne", "#d9a62b", (18, 18)), ("Jardinière", "#5a8f3c", (9, 30)), ("Chiffonade", "#4f8a3c", (3, 44)), ("Macédoine", "#c9342c", (14, 14))]
    places = [(70 + (i % 3) * 365, 70 + (i // 3) * 400, 330, 330) for i in range(6)] if v == 0 else [(60 + i * 216, 120, 200, 480) for i in range(5)]
    for (x, y, w, h), (name, colour, (a, b)) in zip(places, names):
        out.append(tray(x, y, w, h, "#d5dbde"))
        for _ in range(70):
            px, py, turn = rng.uniform(x + 40, x + w - 40), rng.uniform(y + 46, y + h - 80), rng.randint(0, 180) if v == 0 else rng.randint(70, 110)
            out.append(group([rect(-a / 2, -b / 2, a, b, tone(colour, rng.choice([.85, 1, 1.18])), 2)], f"translate({px:.0f} {py:.0f}) rotate({turn})"))
        out += [rect(x + w / 2 - 76, y + h - 46, 152, 34, PAPER, 3), text(x + w / 2, y + h - 22, name, 21, INK, 700, "middle")]
    if v == 1:
        out += [group([rect(6, 10, 1080, 70, "#000", 4, 'opacity=".3" filter="url(#soft)"'), rect(0, 0, 1080, 60, "#e4e7e8", 4)] + [line(16 + i * 10.5, 60, 16 + i * 10.5, 60 - (34 if i % 10 == 0 else 18), INK, 1.6) for i in range(101)] + [text(18 + i * 105, 24, str(i), 19, INK) for i in range(11)], "translate(60 660) rotate(-1)"), group([path("M0,0 H330 q14,22 -60,38 q-90,10 -270,2 z", fill="#dfe3e5"), path("M0,34 q180,8 280,-6 q44,-10 50,-18 q4,18 -62,28 q-120,10 -268,2 z", fill="#9aa4aa"), rect(-180, 0, 182, 34, "#2b2320", 8)], "translate(560 790) rotate(3)")]
    return "".join(out)


def jar(x, y, s, colour, words):
    return group([ellipse(70, 300, 90, 16, "#000", 'opacity=".4" filter="url(#soft)"'), path("M10,80 q0,-26 26,-30 h68 q26,4 26,30 v196 q0,24 -24,24 h-72 q-24,0 -24,-24 z", fill="#e9f0f1", extra='opacity=".85"'), path("M18,96 q52,14 104,0 v178 q0,20 -20,20 h-64 q-20,0 -20,-20 z", fill=colour), path("M22,98 q14,6 26,7 v180 q-26,0 -26,-18 z", fill=tone(colour, 1.35), extra='opacity=".7"'), rect(26, 16, 88, 38, "#c9ad5a", 6), rect(26, 16, 88, 11, "#f0dc9a", 5), rect(18, 140, 104, 92, PAPER, 3), rect(18, 140, 104, 16, "#b5302a", 2), text(70, 182, "Sambal", 20, INK, 700, "middle"), text(70, 204, words, 18, "#b5302a", 700, "middle"), text(70, 222, "180 ml", 13, "#6a747a", 400, "middle")], f"translate({x} {y}) scale({s})")


def jars(v):
    out = [surface(["#7a5b3e", "#56616a"][v], ["#684c32", "#4b555d"][v], v)] if v else [room("#d9cdb8", "#8a6a48", 560, tiles=False), rect(0, 560, W, 340, "#9a7248"), rect(0, 560, W, 16, "#c69a66")]
    kinds = [("bawang", "#a5402d"), ("teri", "#7a2f1c"), ("cumi", "#4b2a2a")]
    if v == 0:
        out += [rect(90, 330, 1020, 18, "#7a5c3c"), rect(90, 330, 1020, 5, "#b08c5e")] + [jar(130 + i * 165, 108, .74, *kinds[i % 3][::-1]) for i in range(6)] + [jar(120 + i * 250, 430, 1.2, kinds[i % 3][1], kinds[i % 3][0]) for i in range(4)]
    else:
        # From above: lids in a crate, the strip of pH paper with its scale beside it.
        out += [rect(70, 90, 700, 730, "#5a3d27", 8), rect(96, 116, 648, 678, "#3a281a", 4)]
        for r in range(4):
            for c in range(4):
                x, y = 176 + c * 163, 198 + r * 172
                out += [circle(x + 4, y + 6, 72, "#000", 'opacity=".4"'), circle(x, y, 70, "#c9ad5a"), circle(x - 3, y - 4, 60, "#e6cf86"), circle(x, y, 40, kinds[(r + c) % 3][1]), text(x, y + 7, kinds[(r + c) % 3][0], 18, "#fff", 700, "middle")]
        out += [group([rect(8, 10, 300, 420, "#000", 5, 'opacity=".3" filter="url(#soft)"'), rect(0, 0, 300, 420, PAPER, 4), text(26, 48, "pH", 34, INK, 700)] + [rect(26, 74 + i * 48, 90, 40, c) + text(140, 103 + i * 48, str(i + 1), 24, INK) for i, c in enumerate(["#b5302a", "#d4552f", "#e07f35", "#e8a93f", "#e8cf55", "#a9bd4e", "#5f9a58"])] + [rect(220, 74, 40, 250, "#f3ead6", 2), rect(220, 200, 40, 124, "#e5a03c", 2), ring(54 + 17, 74 + 3 * 48 + 20, 58, 4, "#b3282d")], "translate(830 130) rotate(5)"), text(850, 640, "4,1", 90, "#f4efe0", 700), text(850, 690, "28 hari", 34, "#e6cf86", 400)]
    return "".join(out)


def pouch(x, y, s, colour, size, back=False):
    face = [text(110, 120, "KOPI", 44, "#fff7e6", 700, "middle"), text(110, 154, "Bonto Layar", 22, "#f2d98e", 400, "middle"), circle(110, 220, 46, "#f2d98e"), path("M76,226 q34,-40 68,0 q-34,40 -68,0 M110,190 q-14,30 0,62", fill=tone(colour, .6), stroke="#fff7e6", width=3), text(110, 306, size, 24, "#fff7e6", 700, "middle")] if not back else [rect(34, 96, 152, 90, "#fff7e6", 3)] + [rect(44, 108 + k * 15, [120, 100, 128, 84, 110][k], 6, "#8d979c", 2) for k in range(5)] + [line(40 + k * 5, 220, 40 + k * 5, 280, "#fff7e6", 2 + (k * 7 % 3)) for k in range(28)]
    return group([ellipse(112, 356, 120, 16, "#000", 'opacity=".4" filter="url(#soft)"'), path("M6,30 L0,350 Q110,366 220,350 L214,30 Q110,44 6,30 z", fill=colour), path("M6,30 L0,350 Q30,356 44,357 L50,36 z", fill=tone(colour, 1.35)), path("M4,10 h212 l-2,30 Q110,52 6,40 z", fill=tone(colour, .7)), line(14, 60, 206, 60, tone(colour, .7), 3), circle(110, 80, 7, tone(colour, .5))] + face, f"translate({x} {y}) scale({s})")


def packaging(v):
    if v == 0:
        return "".join([room("#e2d3bb", "#a07a50", 600, tiles=False)] + [pouch(110, 300, 1.25, "#6b3f2a", "250 g"), pouch(460, 230, 1.45, "#27505a", "250 g"), pouch(850, 340, 1.1, "#8c2f2f", "100 g")] + [ellipse(400 + k * 31 % 420, 820 + k * 17 % 50, 15, 10, "#3a2416", f'transform="rotate({k * 41 % 180} {400 + k * 31 % 420} {820 + k * 17 % 50})"') for k in range(22)])
    # The flat die line on the cutting mat, knife and ruler, one folded sample.
    out = [surface("#2f6a56", None, 2)] + [line(x, 0, x, H, "#3f8069", 1.5) for x in range(0, W, 50)] + [line(0, y, W, y, "#3f8069", 1.5) for y in range(0, H, 50)]
    out += [group([rect(8, 12, 720, 520, "#000", 3, 'opacity=".35" filter="url(#soft)"'), rect(0, 0, 720, 520, PAPER, 2), rect(40, 40, 640, 440, "#6b3f2a"), rect(250, 40, 220, 440, "#8a5a3c"), text(360, 190, "KOPI", 64, "#fff7e6", 700, "middle"), text(360, 232, "Bonto Layar", 30, "#f2d98e", 400, "middle"), circle(360, 330, 60, "#f2d98e"), path("M318,336 q42,-50 84,0 q-42,50 -84,0", fill="#5a3020")] + [line(x, 20, x, 500, "#2f74c0", 2, 'stroke-dasharray="12 8"') for x in (250, 470)] + [line(20, y, 700, y, "#c9342c", 2, 'stroke-dasharray="12 8"') for y in (100, 420)] + [path(f"M{x},20 v-16 M{x},500 v16", stroke=INK, width=2) for x in (40, 680)] + [rect(80, 180, 130, 8, "#d9b98a"), rect(80, 200, 110, 8, "#d9b98a"), rect(80, 220, 124, 8, "#d9b98a")], "translate(60 180) rotate(-4)"), pouch(890, 330, 1.15, "#6b3f2a", "200 g", True)]
    out += [group([rect(0, 0, 640, 46, "#dfe3e5", 3), rect(0, 0, 640, 8, "#fff", 3)] + [line(10 + i * 12, 46, 10 + i * 12, 46 - (24 if i % 5 == 0 else 14), INK, 1.6) for i in range(52)], "translate(120 790) rotate(-2)"), group([rect(0, 0, 220, 34, "#d9a62b", 12), poly([(220, 4), (290, 4), (312, 30), (220, 30)], "#c7cdd1")], "translate(800 150) rotate(28)")]
    return "".join(out)


def sticker_sheet(v):
    rng = random.Random(v)
    colours = ["#c2334d", "#2f74c0", "#3d9a61", "#e5b03a", "#6b3f55", "#27505a"]
    words = ["EWAKO", "SIPAKATAU", "TABE'", "REWAKO", "PASIKOLA", "LAUTKU"]

    def fish(x, y, s, c, turn=0):
        return group([path("M-58,0 q46,-50 96,0 q-50,50 -96,0", fill=PAPER), path("M-50,0 q40,-40 84,0 q-44,40 -84,0", fill=c), poly([(-40, 0), (-84, -30), (-84, 30)], c), circle(16, -6, 6, "#fff"), circle(17, -6, 3, INK), path("M-20,-16 q10,16 0,32", stroke=tone(c, 1.5), width=4)], f"translate({x} {y}) rotate({turn}) scale({s})")

    def badge(x, y, r, c, w, turn):
        return group([circle(0, 0, r + 9, PAPER), circle(0, 0, r, c), ring(0, 0, r - 9, 3, tone(c, 1.6)), text(0, 8, w, r * .34, "#fff", 700, "middle")], f"translate({x} {y}) rotate({turn})")
    if v == 0:
        out = [surface("#56616a", "#4b555d", 3), group([rect(10, 14, 760, 800, "#000", 4, 'opacity=".35" filter="url(#soft)"'), rect(0, 0, 760, 800, "#f4f1e6", 3)] + [badge(130 + (i % 3) * 250, 130 + (i // 3) * 270, 96, colours[(i * 2) % 6], words[i % 6], 0) if i % 2 == 0 else fish(140 + (i % 3) * 250, 130 + (i // 3) * 270, 1.4, colours[i % 6]) for i in range(9)] + [path(f"M{x},0 v24 M{x},800 v-24", stroke=INK, width=2) for x in (30, 730)], "translate(220 50) rotate(-3)")]
        return "".join(out)
    # Finished stickers on a helmet, some still on their backing.
    out = [room("#cfd6d2", "#8a6a48", 620, tiles=False), shadow(560, 760, 380, 40, .4), path("M200,700 q-10,-520 380,-530 q380,10 370,430 q-8,60 -60,70 l-330,10 q-40,4 -60,40 l-40,0 z", fill="#23282d"), path("M240,560 q20,-340 330,-366 q-220,60 -250,380 z", fill="#4d565d"), path("M560,520 q240,-40 380,40 l-6,40 q-10,50 -56,56 l-300,6 q-50,0 -60,-60 z", fill="#7fa0b4", extra='opacity=".7"')]
    out += [badge(420, 380, 84, "#c2334d", "EWAKO", -14), fish(680, 320, 1.3, "#2f74c0", 16), badge(330, 570, 62, "#e5b03a", "TABE'", 8), fish(800, 440, .8, "#3d9a61", -20)]
    out += [group([rect(0, 0, 150, 150, "#f4f1e6", 4), circle(75, 75, 62, colours[i]), text(75, 82, words[i], 18, "#fff", 700, "middle")], f"translate({150 + i * 190} 740) rotate({rng.randint(-8, 8)})") for i in (0, 1, 4)]
    return "".join(out)


def folded(x, y, w, colour, stripes=True):
    return "".join([rect(x, y, w, 64, colour, 16), rect(x, y, w, 16, tone(colour, 1.25), 10), path(f"M{x + 6},{y + 34} H{x + w - 10}", stroke=tone(colour, .82), width=4)] + ([rect(x + w * .2, y + 4, 10, 56, tone(colour, .75)), rect(x + w * .2 + 18, y + 4, 5, 56, tone(colour, .75))] if stripes else []))


def linen(v):
    if v == 0:
        out = [room("#d5dcd9", "#9a8a72", 640, tiles=False), rect(60, 90, 1080, 22, "#7a5c3c"), rect(60, 400, 1080, 22, "#7a5c3c"), rect(60, 730, 1080, 26, "#7a5c3c")]
        for shelf, y in enumerate((400, 730)):
            for k in range(4):
                for i in range(4 - (k + shelf) % 2):
                    out.append(folded(90 + k * 270, y - 68 - i * 66, 220, ["#ffffff", "#f3e8d2", "#cfdde0", "#ffffff"][(k + shelf) % 4]))
        out += [rect(100 + k * 270, 424 + s * 332, 150, 34, PAPER, 3) + text(175 + k * 270, 448 + s * 332, w, 19, INK, 700, "middle") for s, row in enumerate((("Mandi", "Muka", "Seprai", "Bantal"),)) for k, w in enumerate(row)]
        return "".join(out)
    # The pressing table: an iron, a cloth half folded, the stack that is done.
    out = [surface("#8a9a9c", "#7d8d8f", 4), group([rect(12, 16, 620, 420, "#000", 4, 'opacity=".3" filter="url(#soft)"'), rect(0, 0, 620, 420, "#fbf7ee", 4), poly([(0, 0), (620, 0), (620, 190), (0, 240)], "#ffffff"), path("M0,240 L620,190", stroke="#d9d2c2", width=4)] + [rect(18, 18, 584, 384, "none", 0, 'stroke="#2f6468" stroke-width="6"'), rect(34, 34, 552, 352, "none", 0, 'stroke="#2f6468" stroke-width="2"')], "translate(70 210) rotate(-5)")]
    out += [group([path("M0,120 q10,-96 150,-110 h150 q40,0 44,40 l8,70 z", fill="#2f6d8f"), path("M0,120 q10,-96 150,-110 h60 q-130,20 -150,110 z", fill="#6ba6c4"), path("M0,120 H352 v24 H-6 z", fill="#c7cdd1"), path("M110,22 q70,-90 190,-60 v30 q-90,-20 -150,34", fill="#23282d"), circle(256, 70, 20, "#e5b03a")], "translate(420 250) rotate(8)")] + [folded(820, 640 - i * 68, 300, ["#fbf7ee", "#ffffff"][i % 2], False) for i in range(6)] + [path(f"M{560 + k * 40},240 q-20,-40 6,-80 t-4,-70", stroke="#fff", width=14, extra='opacity=".35" filter="url(#soft)"') for k in range(3)]
    return "".join(out)


def shirt(x, y, s, colour, badge=True):
    return group([rect(8, 12, 260, 330, "#000", 10, 'opacity=".3" filter="url(#soft)"'), rect(0, 0, 260, 330, colour, 10), rect(0, 0, 40, 330, tone(colour, .86), 8), rect(220, 0, 40, 330, tone(colour, .86), 8), poly([(70, 0), (130, 70), (190, 0)], tone(colour, .6)), poly([(60, 0), (130, 74), (96, 110), (44, 12)], tone(colour, 1.25)), poly([(200, 0), (130, 74), (164, 110), (216, 12)], tone(colour, 1.15)), line(130, 78, 130, 326, tone(colour, .75), 4)] + [circle(130, 110 + i * 52, 8, "#f4efe0") + circle(130, 110 + i * 52, 3, tone(colour, .6)) for i in range(4)] + ([rect(156, 150, 78, 84, tone(colour, .94), 4), rect(156, 150, 78, 16, tone(colour, .8), 3), rect(168, 126, 56, 16, "#e5b03a", 2)] if badge else []), f"translate({x} {y}) scale({s})")


def shirts(v):
    if v == 0:
        return "".join([surface("#a58a68", "#94795a", 2)] + [shirt(70 + c * 370, 60 + r * 410, 1.1, ["#3f6f8a", "#d9d2bd", "#3f6f8a"][(r + c) % 3]) for r in range(2) for c in range(3)])
    out = [room("#dcd3c4", "#8f7a60", 700, tiles=False), rect(110, 120, 980, 14, "#6d767c", 7), rect(110, 120, 980, 5, "#c7cdd1", 3), rect(130, 120, 14, 660, "#6d767c"), rect(1056, 120, 14, 660, "#6d767c")]
    for i in range(7):
        x, c = 190 + i * 122, ["#3f6f8a", "#3f6f8a", "#8c2f4b", "#3f6f8a", "#d9d2bd", "#3f6f8a", "#5a7a4c"][i]
        out += [path(f"M{x + 60},128 v26 M{x - 10},206 Q{x + 60},120 {x + 130},206", stroke="#59626a", width=6), path(f"M{x - 16},206 Q{x + 60},150 {x + 136},206 l8,390 h-160 z", fill=c), path(f"M{x - 16},206 Q{x + 20},176 {x + 40},172 l-6,424 h-50 z", fill=tone(c, 1.25)), line(x + 66, 190, x + 66, 590, tone(c, .7), 3), rect(x + 90, 280, 44, 50, tone(c, .85), 3), group([rect(0, 0, 40, 58, PAPER, 3), text(20, 26, "SMLXL"[i % 4], 20, INK, 700, "middle"), rect(8, 38, 24, 4, "#8d979c")], f"translate({x + 140} 330) rotate({6 - i * 2})")]
    return "".join(out)


def meeting_table(x, y, w, h, seats):
    out = [rect(x + 8, y + 12, w, h, "#000", 8, 'opacity=".3" filter="url(#soft)"')]
    for i in range(seats):
        sx = x + (i + .5) * w / seats
        out += [rect(sx - 34, y - 58, 68, 62, "#a5402d", 16), rect(sx - 34, y - 58, 68, 16, "#c9705c", 12)]
    out += [rect(x, y, w, h, "#fbf7ee", 6), rect(x, y + h - 14, w, 14, "#d9d2c2", 4)]
    for i in range(seats):
        sx = x + (i + .5) * w / seats
        out += [rect(sx - 26, y + 12, 52, 40, "#ffffff", 2), rect(sx - 20, y + 20, 36, 3, "#b9c0c4"), rect(sx - 20, y + 28, 30, 3, "#b9c0c4"), circle(sx + 44, y + 26, 13, "#cfe3ea"), circle(sx + 44, y + 26, 8, "#ffffff")]
    return "".join(out)


def meeting_room(v):
    out = [surface(["#7a5b4a", "#4d5f66"][v], None, v)] + [rect(i * 120, j * 120, 118, 118, tone(["#7a5b4a", "#4d5f66"][v], 1.06 if (i + j) % 2 else .96)) for i in range(10) for j in range(8)]
    if v == 0:
        # Classroom rows before a screen.
        out += [rect(330, 20, 540, 26, "#23282d", 4), rect(350, 40, 500, 12, "#e8eef0")] + [meeting_table(90 + c * 370, 190 + r * 185, 300, 70, 3) for r in range(4) for c in range(3)]
    else:
        # U shape, coffee on the side table.
        out += [meeting_table(300, 160, 600, 80, 6), group([meeting_table(0, 0, 480, 80, 5)], "translate(300 720) rotate(-90)"), group([meeting_table(0, 0, 480, 80, 5)], "translate(900 240) rotate(90)"), ellipse(600, 480, 90, 60, "#4f7a4c"), ellipse(590, 470, 66, 40, "#6b9a64")]
        out += [circle(570 + k * 30, 470 + (k % 2) * 20, 14, ["#c2334d", "#e5b03a", "#f4efe0"][k]) for k in range(3)] + [rect(1010, 260, 150, 500, "#fbf7ee", 6)] + [circle(1052 + (k % 2) * 66, 320 + (k // 2) * 62, 24, "#ffffff") + circle(1052 + (k % 2) * 66, 320 + (k // 2) * 62, 15, "#53331f") for k in range(10)] + [rect(1040, 650, 90, 90, "#8b949a", 40), circle(1085, 695, 30, "#c7cdd1")]
    return "".join(out)
