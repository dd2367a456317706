"""Welding, fabrication, motorcycles, electricity."""
import random
from draw import *


def bead(x1, y1, x2, y2, width, colour="#8d939b"):
    """A weld bead: overlapping ripples with the heat colours beside it."""
    out, n = [], int(math.hypot(x2 - x1, y2 - y1) / 13)
    angle = math.degrees(math.atan2(y2 - y1, x2 - x1))
    for widen, heat, alpha in ((3.6, "#2b4a6f", .25), (2.7, "#6b4a63", .35), (1.9, "#a97a3f", .5)):
        out.append(line(x1, y1, x2, y2, heat, width * widen, f'opacity="{alpha}"'))
    for i in range(n + 1):
        x, y = x1 + (x2 - x1) * i / n, y1 + (y2 - y1) * i / n
        out.append(group([ellipse(0, 0, 15, width * .62, tone(colour, .55)), ellipse(3, -2, 13, width * .56, colour), path(f"M6,{-width*.45:.0f} q9,{width*.45:.0f} 0,{width*.9:.0f}", stroke=tone(colour, 1.55), width=3)], f"translate({x:.1f} {y:.1f}) rotate({angle:.1f})"))
    return "".join(out)


def welding_bead(v):
    rng = random.Random(v)
    plate = ["#5d666f", "#6f6a66"][v % 2]
    out = [surface("#2c3137", "#22262b", v), group([rect(14, 18, 900, 560, "#000", 6, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 900, 276, plate, 4), rect(0, 284, 900, 276, tone(plate, .88), 4), rect(0, 0, 900, 8, tone(plate, 1.4)),
           "".join(line(rng.uniform(0, 860), y, rng.uniform(200, 900), y + rng.uniform(-3, 3), tone(plate, rng.choice([.85, 1.15])), 1.5) for y in range(20, 550, 17)),
           bead(30, 280, [870, 700][v % 2], 280, 52)] + [circle(rng.uniform(30, 870), 280 + rng.choice([-1, 1]) * rng.uniform(60, 170), rng.uniform(2, 5), "#20242a") for _ in range(30)]
           + [text(40, 80, ["1G  125 A", "2F  95 A"][v % 2], 44, "#f3efe2", 400, extra='opacity=".85"'), text(40, 520, "No. %d" % (v * 3 + 4), 36, "#f3efe2", extra='opacity=".7"')], f"translate(150 170) rotate({[-4, 3][v % 2]})")]
    out.append(group([rect(0, 0, 210, 40, "#7b5230", 10), rect(200, -6, 180, 50, "#3b2a1c", 4)] + [line(210 + i * 9, 44, 208 + i * 9, 78, "#c9cdd2", 3) for i in range(19)], "translate(760 770) rotate(-14)"))
    return "".join(out)


def weld_3g(v):
    out = [room("#46525e", "#3a3f45", 700, tiles=False), rect(300, 90, 600, 640, "#6a737c", 4), rect(300, 90, 296, 640, "#7b858f", 4), rect(300, 90, 600, 12, "#a8b2bb"),
           bead(598, 700, 598, [130, 250][v % 2], 58), rect(270, 60, 60, 720, "#2c3339", 4), rect(870, 60, 60, 720, "#22282d", 4)]
    for y in (150, 420, 690):
        out += [rect(250, y, 110, 46, "#c0772d", 6), rect(250, y, 110, 12, "#e39a4c", 6), rect(840, y, 110, 46, "#a5621f", 6), circle(290, y + 23, 13, "#3b2a17"), circle(910, y + 23, 13, "#3b2a17")]
    if v % 2:
        out += [circle(598, 250, 150, "#9fd0ff", 'opacity=".55" filter="url(#glow)"'), circle(598, 250, 60, "#ffffff", 'filter="url(#soft)"'), line(598, 252, 760, 180, "#c9cdd2", 12), line(740, 188, 900, 120, "#20262c", 44)]
        rng = random.Random(3)
        out += [line(598, 252, *polar(598, 252, rng.uniform(90, 330), rng.uniform(0, 360)), "#ffd37a", rng.choice([2, 3])) for _ in range(38)]
    out.append(text(330, 150, "3G  E7018", 40, "#f7f2df", extra='opacity=".85"'))
    return "".join(out)


def steel_frame(v):
    c, sky = ["#b4532f", "#3f6f8e"][v % 2], ["#bcd3df", "#e8d6b8"][v % 2]
    out = [room(sky, "#9a948a", 640, tiles=False)]
    for depth, s in ((.62, .55), (.8, .75), (1, 1)):
        col, y0, left, right = tone(c, depth if depth < 1 else 1), 640 + 150 * s - 75, 600 - 480 * s, 600 + 480 * s
        top, apex, w = y0 - 430 * s, y0 - 590 * s, 26 * s
        for x in (left, right):
            out += [rect(x - w, top, w * 2, y0 - top, col), rect(x - w, top, w * .7, y0 - top, tone(col, 1.3)), rect(x - w * 1.8, y0 - 10, w * 3.6, 16 * s, tone(col, .6))]
        out += [line(left, top, 600, apex, col, w * 1.3), line(right, top, 600, apex, tone(col, .84), w * 1.3), line(left, top, right, top, tone(col, .9), w)]
        for i in range(1, 8):
            x = left + (right - left) * i / 8
            y = top + (apex - top) * (1 - abs(x - 600) / (600 - left))
            nx = left + (right - left) * (i + (1 if i < 4 else -1)) / 8
            out += [line(x, top, x, y, tone(col, .8), w * .5), line(x, y, nx, top, tone(col, .72), w * .45)]
        for x, y in ((left, top), (right, top), (600, apex)):
            out += [rect(x - 42 * s, y - 26 * s, 84 * s, 60 * s, tone(col, .7), 4)] + [circle(x + dx * s, y + dy * s, 5 * s, "#e8e2d4") for dx in (-26, 26) for dy in (-10, 18)]
    return "".join(out) if v == 0 else framed("".join(out), 810, 430, 1.7, -3)


def bent_piece(x, y, v, words, tint):
    """A specimen bent round the former: machined strip, weld in the apex, stretched skin lit from the left."""
    arc = "M0,330 V110 a100,100 0 0 1 200,0 V330"
    return group([path(arc, stroke="#000", width=66, extra='opacity=".4" filter="url(#soft)" transform="translate(14 18)"'), path(arc, stroke="#2f353b", width=64, extra='style="stroke-linecap:butt"'), path(arc, stroke="#5f6971", width=58, extra='style="stroke-linecap:butt"'), path("M-14,330 V110 a114,114 0 0 1 70,-104", stroke="#a9b3ba", width=22, extra='style="stroke-linecap:butt"'), path("M-22,330 V110 a122,122 0 0 1 60,-110", stroke="#e3e8eb", width=5),
                  path("M212,330 V110 a112,112 0 0 0 -30,-76", stroke="#3d454c", width=24, extra='style="stroke-linecap:butt"'), path("M50,20 a104,104 0 0 1 100,0", stroke=tint, width=58, extra='style="stroke-linecap:butt" opacity=".55"'), path("M68,13 a100,100 0 0 1 64,0", stroke="#c9b184", width=54, extra='style="stroke-linecap:butt"'), path("M66,-4 a110,110 0 0 1 60,-6", stroke="#f3e6c6", width=8)]
                 + [path(f"M{78+k*9},{-15+abs(k-2.5)*1.5:.0f} q-2,22 {(k-2.5)*-1.5:.0f},46", stroke="#8f7a50", width=2.5) for k in range(6)] + [line(-27, 200 + k * 9, -4, 198 + k * 9, "#79838b", 1.5) for k in range(12)]
                 + [rect(30, 190, 140, 64, "#fbf7e6", 3), poly([(30, 190), (170, 190), (170, 200), (30, 204)], "#ffffff"), text(100, 234, words, 34, "#23408a", 700, "middle")] + ([line(106, 6, 122, 2, "#1d2226", 3), ring(114, 4, 26, 4, "#c0392b")] if words == "RB-6" else []), f"translate({x} {y})")


def bend_test(v):
    out = [surface(["#7c6248", "#59646c"][v], ["#6a523b", "#4d575f"][v], v + 4)]
    words = [["FB-4", "RB-4", "FB-5", "RB-6"], ["FB-1", "RB-1", "FB-2", "RB-2"]][v]
    for i, w in enumerate(words):
        out.append(bent_piece(110 + i * 270, [300, 250][v] + (i % 2) * 26, v, w, ["#6b4a63", "#a97a3f", "#3d5a86", "#8a5a4a"][i]))
    out.append(group([rect(8, 12, 960, 84, "#000", 4, 'opacity=".35" filter="url(#soft)"'), rect(0, 0, 960, 78, "#d5d8da", 4), rect(0, 0, 960, 12, "#f7f8f9", 4), rect(0, 66, 960, 12, "#a9b0b5", 4)] + [line(20 + i * 9, 78, 20 + i * 9, 78 - (40 if i % 10 == 0 else 28 if i % 5 == 0 else 18), "#30363c", 1.8) for i in range(102)] + [text(24 + i * 90, 34, str(i), 22, "#30363c") for i in range(11)], f"translate(130 {[110, 740][v]}) rotate({[-2, 1.5][v]})"))
    # The magnifying glass over the welds that counts every open fault.
    gx, gy = [(930, 700), (290, 150)][v]
    out += [ellipse(gx + 14, gy + 20, 112, 110, "#000", 'opacity=".35" filter="url(#soft)"'), group([rect(96, -18, 210, 36, "#2b2320", 16), rect(96, -18, 210, 11, "#6b5a4d", 8), rect(92, -14, 24, 28, "#c9ad5a", 4)], f"translate({gx} {gy}) rotate({[152, -8][v]})"), circle(gx, gy, 108, "#c9ad5a"), circle(gx - 2, gy - 2, 104, "#8b949a"), circle(gx, gy, 94, "#cfe3ea", 'opacity=".85"'), path(f"M{gx-66},{gy-22} a72,72 0 0 1 56,-48", stroke="#fff", width=11)]
    return "".join(out)


def gate(v):
    c, wall = ["#22414f", "#3a2a26"][v], ["#e4dccb", "#d9c9ae"][v]
    out = ['<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="%s"/><stop offset="1" stop-color="%s"/></linearGradient><linearGradient id="road" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#a59c8c"/><stop offset="1" stop-color="#cfc6b4"/></linearGradient></defs>' % (["#7fb4d6", "#f0c79a"][v], ["#e3f0f5", "#fbeed8"][v]), rect(0, 0, W, 640, "url(#sky)"), circle([1010, 240][v], 120, 60, "#fff8e0", 'opacity=".8" filter="url(#soft)"')]
    out += [ellipse(x, y, rx, ry, "#ffffff", 'opacity=".7"') for x, y, rx, ry in ((240, 120, 120, 24), (320, 100, 90, 26), (820, 190, 130, 20))] + [path("M0,430 Q160,330 340,400 T700,380 T1200,400 V640 H0 z", fill="#7fa58e"), path("M0,470 Q220,400 420,450 T860,440 T1200,460 V640 H0 z", fill="#5f8f62")]
    # The village hall with its tiled roof, behind the gate.
    out += [rect(360, 380, 480, 210, "#f4eddc"), rect(360, 380, 130, 210, "#fffaf0"), poly([(310, 390), (430, 270), (770, 270), (890, 390)], "#a5563a"), poly([(310, 390), (430, 270), (520, 270), (430, 390)], "#c2704e"), poly([(470, 270), (600, 190), (730, 270)], "#8f4630"), poly([(470, 270), (600, 190), (610, 270)], "#b5613f")] + [line(330 + k * 36, 388, 440 + k * 22, 274, "#8f4630", 2) for k in range(15)] + [rect(410 + k * 260, 440, 110, 90, "#4f7f94", 3) + rect(462 + k * 260, 440, 6, 90, "#f4eddc") + rect(410 + k * 260, 440, 110, 26, "#9fc7d6", 3) for k in range(2)] + [rect(560, 430, 80, 160, "#6b4b34"), rect(560, 430, 30, 160, "#8a6648"), rect(520, 404, 160, 22, "#22414f", 3), text(600, 421, "BALAI DESA", 15, "#fff", 700, "middle")]
    for x, s in ((290, 1), (905, 1.2)):
        out += [rect(x - 8, 440, 16, 150, "#6b4b34"), circle(x, 420, 62 * s, "#3f6f48"), circle(x - 24, 400, 44 * s, "#5a9060"), circle(x - 30, 386, 22 * s, "#7fb07f"), circle(x + 34, 440, 40 * s, "#335c3c")]
    out += [rect(0, 590, W, 310, "url(#road)"), rect(0, 586, W, 30, "#7fa565"), poly([(420, 600), (780, 600), (1080, 900), (60, 900)], "#bdb4a4")]
    for x in (40, 1050):
        out += [rect(x + 14, 320, 110, 440, "#000", 0, 'opacity=".25" filter="url(#soft)"'), rect(x, 310, 110, 450, wall), rect(x, 310, 34, 450, tone(wall, 1.5)), rect(x + 84, 310, 26, 450, tone(wall, .78)), rect(x - 12, 284, 134, 32, tone(wall, .86), 3), rect(x - 12, 284, 134, 9, tone(wall, 1.4), 3), rect(x + 20, 250, 70, 34, "#fff3cf", 8), rect(x + 12, 240, 86, 14, "#3a3f44", 4)] + [line(x, 350 + k * 52, x + 110, 350 + k * 52, tone(wall, .84), 2) for k in range(8)]
    # The leaf itself: frame, bars with spear heads, curls or laths, wheels on the rail.
    left, right, top, low = (150, 1050, 350, 722) if v == 0 else (250, 1150, 350, 722)
    out += [poly([(left, 744), (right, 744), (right - 90, 830), (left - 160, 830)], "#000", 'opacity=".16"'), rect(20, 742, 1160, 10, "#59544c"), rect(20, 742, 1160, 3, "#b9b2a5")]
    n = 22
    for i in range(n):
        x = left + 22 + i * (right - left - 44) / (n - 1)
        if v == 0:
            out += [rect(x - 8, top - 16, 16, low - top + 10, c), rect(x - 8, top - 16, 5, low - top + 10, tone(c, 1.45)), poly([(x - 11, top - 16), (x, top - 58), (x + 11, top - 16)], "#c9a24a"), poly([(x - 11, top - 16), (x, top - 58), (x, top - 16)], "#ecd08a")]
        else:
            out += [rect(x - 15, top, 30, low - top, tone(c, 1.08)), rect(x - 15, top, 9, low - top, tone(c, 1.4)), rect(x + 9, top, 6, low - top, tone(c, .6))]
    if v == 0:
        for i in range(n - 1):
            x = left + 22 + (i + .5) * (right - left - 44) / (n - 1)
            out += [ring(x, 648, 12, 5, tone(c, 1.2)), ring(x, 428, 12, 5, tone(c, 1.2))] if i % 2 == 0 else [path(f"M{x},620 q-16,-14 0,-28 q16,14 0,28 M{x},676 v-22", stroke=tone(c, 1.2), width=5)]
    for y in ((350, 456, 604, 690) if v == 0 else (350, 530, 690)):
        out += [rect(left, y, right - left, 26, c), rect(left, y, right - left, 8, tone(c, 1.5)), rect(left, y + 20, right - left, 6, tone(c, .6))]
    for x in (left, right - 30):
        out += [rect(x, top - 6, 30, low - top + 6, c), rect(x, top - 6, 9, low - top + 6, tone(c, 1.5))]
    out += [circle(x, 730, 22, "#1d2226") + circle(x, 730, 14, "#8b949a") + circle(x, 730, 5, "#30373c") for x in (left + 130, right - 130)] + [rect(right - 46, 500, 12, 90, "#c9a24a", 6), rect(left + 34, 480, 70, 90, tone(c, .8), 4), circle(left + 69, 525, 14, "#c9a24a"), rect(left + 66, 524, 6, 18, "#23282d")]
    return "".join(out)


def brake_disc(v):
    out = [surface(["#59616a", "#6b5b4a"][v % 2], ["#4e565e", "#5c4d3d"][v % 2], v), shadow(620, 480, 350, 340, .5), circle(600, 450, 340, "#9aa1a8"), circle(600, 450, 330, "#c3c9ce"), circle(600, 450, 322, "#aab1b7"), circle(600, 450, 180, "#6a7178"), circle(600, 450, 172, "#4e555c"), circle(600, 450, 70, "#22272b")]
    for i in range(36):
        x, y = polar(600, 450, 220 + (i % 3) * 40, i * 10)
        out += [circle(x, y, 11, "#3c4248"), circle(x + 2, y + 2, 8, "#565d64")]
    out += [ring(600, 450, r, 1.5, "#d9dee2", 'opacity=".6"') for r in range(200, 320, 12)]
    out += [circle(*polar(600, 450, 122, a), 19, "#b7a27a") for a in range(0, 360, 72)] + [circle(*polar(600, 450, 122, a), 10, "#3a3f44") for a in range(0, 360, 72)]
    out += [path("M780,150 q190,90 170,310 l-96,10 q0,-150 -130,-230 z", fill="#a5302a"), path("M790,164 q160,80 155,200", stroke="#dd6a5c", width=12), circle(850, 270, 22, "#33393e"), circle(900, 390, 22, "#33393e")]
    out += [group([rect(0, 0, 360, 40, "#d9dde0", 4), rect(0, -60, 26, 100, "#c0c5c9"), rect(120, -60, 26, 100, "#c0c5c9"), rect(110, 36, 90, 40, "#33393e", 4), text(122, 66, ["3.42", "3.18"][v % 2], 30, "#a8e0a0", 700)], "translate(90 700) rotate(-12)")]
    if v == 0:
        return "".join(out)
    # The second time two worn discs side by side, without caliper, numbered with chalk.
    pair = [surface("#6b5b4a", "#5c4d3d", 3)]
    for x, y, n, wear in ((320, 470, "1", "#8c6f52"), (880, 430, "2", "#9aa1a8")):
        pair += [shadow(x + 20, y + 30, 280, 270, .5), circle(x, y, 270, "#7d858c"), circle(x, y, 262, "#b9c0c5"), ring(x, y, 205, 70, wear, 'opacity=".55"'), circle(x, y, 130, "#4e555c"), circle(x, y, 60, "#22272b")] + [circle(*polar(x, y, 190 + (k % 3) * 26, k * 20), 9, "#3c4248") for k in range(18)] + [circle(*polar(x, y, 94, a), 15, "#b7a27a") for a in range(0, 360, 72)] + [text(x, y + 340, "No. " + n, 44, "#f3efe2", 400, "middle")]
    return "".join(pair) + group([rect(0, 0, 300, 44, "#2f6d8f", 20), rect(300, -70, 40, 150, "#c7cdd1", 8), rect(340, -10, 90, 24, "#dfe3e5", 4), rect(-60, 4, 60, 36, "#9aa3a8", 8), text(70, 32, "3,42 mm", 28, "#fff", 700)], "translate(420 690) rotate(-8)")


def electrical_panel(v):
    if v:
        return home_panel()
    out = [room(["#d9d4c8", "#c6d0d4"][v % 2], "#8e9296", 800, tiles=False), rect(250, 70, 700, 760, "#7b8187", 8), rect(270, 90, 660, 720, "#e4e6e7", 4), rect(270, 90, 660, 16, "#ffffff")]
    for row in range(3):
        y = 170 + row * 210
        out += [rect(310, y + 44, 580, 22, "#a7adb2"), rect(310, y + 44, 580, 6, "#d5d9dc")]
        n = [7, 9, 8][(row + v) % 3]
        for i in range(n):
            x = 320 + i * 62
            big = row == 0 and i == 0
            out += [rect(x, y, 54, 110, "#f6f6f3", 4, 'stroke="#b7bcc0" stroke-width="2"'), rect(x + 14, y + 34, 26, 42, "#23282d" if not big else "#b5302a", 3), rect(x + 14, y + 34 + (22 if (i + row + v) % 5 == 0 else 0), 26, 20, "#4b545c", 3), rect(x + 8, y + 8, 38, 12, "#c9d4dd")]
            col = ["#2a2d30", "#b5302a", "#e2b93b", "#2d5fa0"][i % 4]
            out += [path(f"M{x+27},{y} v-26 q0,-20 -20,-20 H290 V{y-46}", stroke=col, width=6), path(f"M{x+27},{y+110} v{24 + (i % 4) * 8}", stroke=col, width=6)]
        out.append(rect(300, y + 146, 590, 26, "#9fb0bd", 3))
        out += [line(310 + i * 15, y + 148, 310 + i * 15, y + 170, "#6f808d", 3) for i in range(39)]
    out += [rect(330, 770, 540, 16, "#c88b3a"), rect(400, 745, 400, 14, "#6aa84f")] + [circle(350 + i * 34, 778, 5, "#553a15") for i in range(16)]
    out += [rect(960, 90, 40, 720, "#9aa0a5", 4), rect(840, 110, 70, 60, "#f2c230", 4), path("M878,116 l-16,28 h14 l-6,22 l20,-30 h-14 z", fill="#222")]
    return "".join(out)


def home_panel():
    """The small panel of a house, its door open with the list of circuits."""
    out = [room("#c6d0d4", "#8e9296", 820, tiles=False), poly([(760, 170), (1090, 110), (1090, 800), (760, 740)], "#dfe3e5"), poly([(790, 240), (1050, 196), (1050, 560), (790, 540)], "#fbfaf4")]
    out += [text(812, 300 + i * 42, w, 25, "#30363b", extra='transform="skewY(-3)" dy="44"') for i, w in enumerate(["1 Lampu depan", "2 Lampu dalam", "3 Kotak kontak", "4 Pompa 125 W", "5 AC 1/2 PK", "6 Cadangan"])]
    out += [rect(150, 170, 620, 570, "#7b8187", 8), rect(170, 190, 580, 530, "#eef0f0", 4), rect(210, 380, 500, 22, "#a7adb2")]
    for i in range(7):
        x, main = 216 + i * 70, i == 0
        out += [rect(x, 320, 62, 150, "#f6f6f3", 4, 'stroke="#b7bcc0" stroke-width="2"'), rect(x + 16, 366, 30, 52, "#b5302a" if main else "#23282d", 3), rect(x + 16, 392 if i == 6 else 366, 30, 26, "#59636b", 3), text(x + 31, 350, "C20" if main else "C6" if i < 3 else "C10", 18, "#30363b", 700, "middle"), text(x + 31, 500, str(i) if i else "U", 24, "#23408a", 700, "middle")]
        out += [path(f"M{x + 31},320 V{270 - i * 6} H{200 + i * 20} V190", stroke=["#2a2d30", "#b5302a", "#8a5a2a"][i % 3], width=6), path(f"M{x + 31},520 v{30 + i * 8} H{240 + i * 40} V720", stroke=["#2a2d30", "#b5302a", "#8a5a2a"][i % 3], width=6)]
    return "".join(out + [rect(230, 640, 220, 24, "#2d5fa0"), rect(490, 640, 220, 24, "#6aa84f")] + [circle(246 + k * 27, 652, 7, "#e7d9a8") for k in range(8)] + [circle(506 + k * 27, 652, 7, "#e7d9a8") for k in range(8)])


def plc_cabinet(v):
    if v:
        return control_door()
    c = ["#27618a", "#3c7d5c"][v % 2]
    out = [room("#5c666e", "#4a4f54", 820, tiles=False), rect(160, 80, 880, 760, "#c6ccd0", 6), rect(190, 110, 820, 700, "#edeff0")]
    for y in (260, 540):
        out += [rect(210, y + 60, 780, 20, "#a2a9ae")]
    for i in range(5):
        x = 240 + i * 118
        out += [rect(x, 210, 108, 190, tone(c, 1 - i * .05), 6), rect(x, 210, 108, 30, tone(c, 1.35), 6), rect(x + 12, 350, 84, 40, "#1d2329", 3)]
        out += [circle(x + 24 + (k % 4) * 20, 266 + (k // 4) * 22, 6, ["#7df28a", "#2d4a34", "#7df28a", "#f2c24e"][(k + i + v) % 4]) for k in range(12)]
        out += [path(f"M{x+20+k*17},390 v{40+k*6} q0,30 {30-k*8},40", stroke=["#b5302a", "#2a2d30", "#2d5fa0", "#e2b93b", "#8a8f94"][k], width=5) for k in range(5)]
    out += [rect(850, 200, 140, 210, "#2b3238", 6), text(920, 320, "24 VDC", 28, "#f0f0ea", 700, "middle"), circle(920, 250, 12, "#7df28a")]
    for i in range(6):
        out += [rect(240 + i * 90, 500, 74, 130, "#f5f4ee", 4, 'stroke="#b7bcc0" stroke-width="2"'), rect(255 + i * 90, 530, 44, 50, "#3b444b", 3), text(277 + i * 90, 622, f"K{i+1}", 22, "#30363b", 700, "middle")]
    for i, col in enumerate(["#3aa655", "#c0392b", "#e2b93b"]):
        out += [circle(840 + i * 66, 560, 30, "#9aa1a6"), circle(840 + i * 66, 560, 22, col), circle(834 + i * 66, 552, 7, "#fff", 'opacity=".6"')]
    out += [rect(220, 690, 760, 60, "#dfe3e5", 4)] + [rect(230 + i * 25, 700, 20, 40, ["#6c94b5", "#b9bfc4"][i % 6 == 0], 2) for i in range(30)]
    return "".join(out)


def control_door():
    """The cabinet's door from outside: touch panel, lamps, switches, emergency stop."""
    out = [room("#7d8a93", "#4a4f54", 840, tiles=False), rect(212, 60, 820, 800, "#000", 10, 'opacity=".35" filter="url(#soft)"'), rect(190, 40, 820, 800, "#d5d9db", 10), rect(190, 40, 820, 22, "#f2f4f4", 10), rect(1010, 120, 22, 70, "#59636b", 6), rect(1010, 660, 22, 70, "#59636b", 6), rect(204, 380, 20, 120, "#59636b", 8)]
    out += [rect(290, 110, 440, 290, "#23282d", 12), rect(312, 132, 396, 246, "#14303f", 4), text(330, 170, "POMPA TANDON", 26, "#dff1ff", 700), rect(340, 200, 110, 150, "none", 4, 'stroke="#8fb9d6" stroke-width="4"'), rect(344, 260, 102, 86, "#3f8fd0"), text(395, 310, "72%", 30, "#fff", 700, "middle"), path("M450,330 H540 V250 H600", stroke="#8fb9d6", width=8), circle(620, 250, 34, "#3aa655"), text(620, 258, "M1", 24, "#fff", 700, "middle"), text(520, 366, "AUTO  1.500 L", 22, "#7df28a")]
    for i, (c, w) in enumerate((("#3aa655", "JALAN"), ("#e2b93b", "PENUH"), ("#c0392b", "GANGGUAN"))):
        x = 330 + i * 150
        out += [circle(x, 500, 46, "#8b949a"), circle(x, 500, 36, c), circle(x - 10, 488, 11, "#fff", 'opacity=".6"'), rect(x - 64, 556, 128, 30, "#23282d", 4), text(x, 578, w, 19, "#f4efe0", 700, "middle")]
    out += [circle(860, 260, 100, "#e5b92e"), circle(860, 260, 70, "#8f231d"), circle(856, 252, 62, "#c9342c"), text(860, 410, "BERHENTI DARURAT", 20, "#30363b", 700, "middle")]
    for i, w in enumerate(("MANUAL  0  AUTO", "POMPA 1  2")):
        x = 380 + i * 300
        out += [circle(x, 700, 54, "#59636b"), circle(x, 700, 44, "#23282d"), group([rect(-10, -44, 20, 88, "#aab2b8", 6)], f"translate({x} 700) rotate({[38, -30][i]})"), text(x, 790, w, 22, "#30363b", 700, "middle")]
    return "".join(out)
