"""Measuring and testing at the bench: splice, meter, wiring board, engine parts, fillet weld, penetrant."""
import random

from draw import W, H, circle, ellipse, group, line, path, poly, polar, rect, ring, shadow, surface, text, tone

INK = "#26323a"


def fiber_splice(v):
    out = [surface(["#59636b", "#7d6a52"][v], ["#4e585f", "#6c5a44"][v], v)]
    if v == 0:
        # The splicer with its screen, fibres running in from both sides.
        out += [rect(272, 214, 660, 520, "#000", 40, 'opacity=".4" filter="url(#soft)"'), rect(260, 190, 660, 520, "#e0b52e", 40), rect(260, 190, 660, 60, "#f3d468", 36), rect(330, 250, 520, 250, "#14202a", 14), line(330, 350, 580, 350, "#dff1ff", 16), line(602, 350, 850, 350, "#dff1ff", 16), line(330, 430, 580, 430, "#8fb9d6", 12), line(602, 430, 850, 430, "#8fb9d6", 12), circle(591, 350, 26, "#7df28a", 'opacity=".4"'), text(350, 292, "SM  0,03 dB", 28, "#7df28a", 700), text(830, 292, "SAMBUNG OK", 22, "#f2c24e", 700, "end"), rect(420, 540, 360, 100, "#2b3238", 14), rect(580, 530, 30, 120, "#8d979d", 4), path("M0,600 C150,560 250,600 420,590", stroke="#f2c24e", width=7), path("M1200,560 C1050,600 940,580 780,590", stroke="#3f8fd0", width=7)] + [circle(320 + i * 80, 680, 16, ["#c0392b", "#3aa655", "#2f6d8f"][i % 3]) for i in range(7)]
    else:
        # The opened tray of a joint box: loops of coloured fibre and sleeves in their comb.
        out += [rect(112, 124, 980, 660, "#000", 60, 'opacity=".4" filter="url(#soft)"'), rect(100, 104, 980, 660, "#23282d", 60), rect(130, 134, 920, 600, "#e9ecec", 46)]
        for i, c in enumerate(["#2f74c0", "#e8893a", "#3d9a61", "#7a5230", "#8d979d", "#f4f1e6", "#c9342c", "#30343a"]):
            out.append(path(f"M130,{640 - i * 8} C{260 + i * 8},{700 - i * 14} {240 + i * 12},{220 + i * 10} 520,{210 + i * 12} S{960 - i * 14},{300 + i * 8} {900 - i * 10},{520 - i * 4} S620,{640 - i * 10} 470,{470 + i * 6}", stroke=c, width=6))
        out += [rect(470, 400, 260, 190, "#c7cdd1", 10)] + [rect(486, 412 + i * 22, 228, 14, "#f4f7f8", 7) + rect(560, 415 + i * 22, 70, 8, "#aab2b8", 4) for i in range(8)] + [rect(170, 160, 190, 54, "#fbfaf4", 4), text(265, 196, "ODP-14 / 8 C", 24, INK, 700, "middle")]
    return "".join(out)


def meter(x, y, s, shown, dial):
    return group([rect(14, 20, 330, 520, "#000", 40, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 330, 520, "#e0a12e", 40), rect(20, 20, 290, 480, "#2b3238", 30), rect(44, 48, 242, 120, "#b9c9ac", 10), rect(44, 48, 242, 14, "#8c9a80", 8), text(268, 138, shown, 70, "#23302a", 700, "end"), text(60, 92, "DC", 22, "#23302a", 700), circle(165, 300, 92, "#1a1f24"), circle(162, 296, 78, "#454f57")] + [line(*polar(165, 300, 100, a), *polar(165, 300, 112, a), "#f4efe0", 4) for a in range(-200, 30, 23)]
                 + [group([rect(-10, -74, 20, 90, "#e0a12e", 8)], f"translate(165 300) rotate({dial})")] + [circle(80 + i * 85, 450, 22, c) + circle(80 + i * 85, 450, 10, "#0d1013") for i, c in enumerate(["#b5302a", "#30343a", "#b5302a"])], f"translate({x} {y}) scale({s})")


def probe(x1, y1, x2, y2, colour):
    return path(f"M{x1},{y1} C{x1},{y1 + 160} {x2 - 160},{y2 + 180} {x2 - 90},{y2 + 60}", stroke=colour, width=12) + line(x2 - 90, y2 + 60, x2 - 30, y2 + 20, colour, 26) + line(x2 - 30, y2 + 20, x2, y2, "#d5dadd", 7)


def multimeter(v):
    out = [surface(["#6f5a45", "#4d575f"][v], ["#5f4c3a", "#434c53"][v], v + 2)]
    if v == 0:
        # Battery under test.
        out += [rect(650, 240, 440, 380, "#000", 16, 'opacity=".4" filter="url(#soft)"'), rect(630, 220, 440, 380, "#2b3238", 14), rect(630, 220, 440, 70, "#3d464d", 12), rect(680, 180, 70, 46, "#aab2b8", 6), rect(950, 180, 70, 46, "#aab2b8", 6), rect(680, 180, 70, 14, "#dfe3e5", 5), rect(950, 180, 70, 14, "#dfe3e5", 5), rect(680, 340, 340, 150, "#c9342c", 6), text(850, 400, "12 V  5 Ah", 44, "#fff", 700, "middle"), text(850, 452, "AKI MF", 34, "#f7e0a8", 700, "middle"), text(715, 262, "+", 40, "#e07a6c", 700, "middle"), text(985, 262, "−", 40, "#c7cdd1", 700, "middle"), meter(120, 200, 1.05, "12.6", -40), probe(205, 680, 716, 186, "#b5302a"), probe(295, 680, 986, 186, "#23282d")]
    else:
        # Adapter and connector measured beside an opened laptop base.
        out += [group([rect(10, 14, 620, 420, "#000", 14, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 620, 420, "#aab2b8", 14), rect(24, 24, 572, 372, "#20382c", 6), rect(60, 60, 150, 150, "#2f5442", 4), circle(135, 135, 60, "#23282d"), circle(135, 135, 18, "#8d979d")] + [line(135, 135, *polar(135, 135, 54, a), "#59636b", 6) for a in range(0, 360, 40)] + [rect(260, 70, 110, 110, "#12161a", 4), rect(280, 90, 70, 70, "#3a434a", 3), rect(420, 70, 150, 44, "#1f6b4a", 2), rect(420, 128, 150, 44, "#1f6b4a", 2), rect(60, 270, 240, 100, "#23282d", 6), text(180, 330, "BATERAI", 24, "#c7cdd1", 700, "middle"), rect(340, 250, 220, 120, "#59636b", 4)] + [circle(40 + (k % 2) * 540, 40 + (k // 2) * 340, 9, "#c9ad5a") for k in range(4)], "translate(60 90) rotate(-4)"), meter(800, 250, .95, "19.2", 10), probe(880, 690, 560, 640, "#b5302a"), probe(960, 690, 700, 690, "#23282d"), rect(300, 680, 250, 110, "#23282d", 20), path("M300,735 C200,735 180,860 60,840", stroke="#23282d", width=14), rect(550, 716, 60, 36, "#8d979d", 8)]
    return "".join(out)


def wiring_board(v):
    """The practice board: boxes, conduit, switches, lamps that burn."""
    board = ["#d6b98a", "#c9cfd2"][v]
    out = [rect(0, 0, W, H, ["#6d7c86", "#8a7d6c"][v]), rect(84, 66, 1060, 790, "#000", 6, 'opacity=".4" filter="url(#soft)"'), rect(70, 50, 1060, 790, board, 6)] + [line(70, 50 + k * 158, 1130, 50 + k * 158, tone(board, .86), 3) for k in range(1, 5)]
    lamps = [(260, 150), (600, 150), (940, 150)] if v == 0 else [(230, 170), (970, 170), (230, 430), (970, 430)]
    runs = ["M600,720 V420 H260 V210", "M600,420 V210", "M600,420 H940 V210", "M300,640 V420", "M900,640 V420"] if v == 0 else ["M600,720 V300 H230 V230", "M600,300 H970 V230", "M600,560 H230 V490", "M600,560 H970 V490", "M380,680 V560", "M820,680 V560"]
    out += [path(d, stroke="#9aa3a8", width=30) + path(d, stroke="#e9ecec", width=22) for d in runs]
    out += [rect(x - 48, y - 48, 96, 96, "#8b949a", 12) + rect(x - 40, y - 40, 80, 80, "#dfe3e5", 8) + path(f"M{x - 26},{y - 10} q20,-30 50,4 M{x - 22},{y + 16} q26,20 48,-10", stroke="#c0392b", width=5) + path(f"M{x - 24},{y + 4} q20,18 46,6", stroke="#2d5fa0", width=5) for x, y in ([(600, 420), (260, 420), (940, 420)] if v == 0 else [(600, 300), (600, 560)])]
    for i, (x, y) in enumerate(lamps):
        lit = (i + v) % 3 != 2
        out += [circle(x, y, 130, "#ffe38a", 'opacity=".55" filter="url(#glow)"') if lit else "", rect(x - 44, y + 26, 88, 50, "#f4f1e8", 8), circle(x, y, 52, "#fff3b8" if lit else "#cfd5d8"), circle(x - 14, y - 16, 14, "#ffffff"), rect(x - 26, y + 40, 52, 16, "#b9bfc3", 3)]
    for x, y in ([(300, 680), (900, 680)] if v == 0 else [(380, 720), (820, 720)]):
        out += [rect(x - 56, y - 56, 112, 112, "#ffffff", 12), rect(x - 56, y - 56, 112, 112, "none", 12, 'stroke="#b7bcc0" stroke-width="4"'), rect(x - 26, y - 34, 52, 68, "#eceeee", 6), rect(x - 26, y - 34, 52, 34, "#d5dadd", 6)]
    out += [rect(500, 690, 200, 130, "#f4f5f5", 8), rect(500, 690, 200, 24, "#c7cdd1", 6)] + [rect(524 + k * 54, 726, 42, 70, "#e9ecec", 4) + rect(534 + k * 54, 742, 22, 34, "#23282d", 3) for k in range(3)]
    return "".join(out)


def valve(x, y, s, turn):
    return group([rect(-7, 0, 14, 190, "#aab2b8", 5), rect(-7, 0, 5, 190, "#e9ecee", 3), path("M-7,180 q-6,40 -52,58 h118 q-46,-18 -52,-58 z", fill="#8d979d"), rect(-60, 236, 120, 18, "#c7cdd1", 5)], f"translate({x} {y}) rotate({turn}) scale({s})")


def spark_plug(x, y, s, turn):
    return group([rect(-12, 0, 24, 34, "#c7cdd1", 4), rect(-20, 34, 40, 110, "#f7f4ec", 12), rect(-20, 34, 14, 110, "#ffffff", 8)] + [rect(-22, 54 + k * 20, 44, 6, "#d9d4c6", 3) for k in range(4)] + [poly([(-38, 144), (38, 144), (44, 170), (38, 196), (-38, 196), (-44, 170)], "#9aa3a8"), rect(-24, 196, 48, 76, "#c7cdd1", 2)] + [line(-24, 206 + k * 12, 24, 202 + k * 12, "#7d868c", 3) for k in range(6)] + [rect(-5, 272, 10, 14, "#f4efe0"), path("M20,272 v22 h-24", stroke="#8d979d", width=7)], f"translate({x} {y}) rotate({turn}) scale({s})")


def gear(x, y, r, colour):
    return "".join([circle(x + 6, y + 9, r, "#000", 'opacity=".35" filter="url(#soft)"')] + [poly([polar(x, y, r * .9, a - 6), polar(x, y, r * 1.1, a - 3), polar(x, y, r * 1.1, a + 3), polar(x, y, r * .9, a + 6)], colour) for a in range(0, 360, 20)] + [circle(x, y, r * .93, colour), circle(x - 3, y - 4, r * .8, tone(colour, 1.2)), circle(x, y, r * .34, "#2b3238"), circle(x, y, r * .24, "#59636b")])


def engine_parts(v):
    out = [surface(["#b5a68a", "#3d464d"][v], ["#a5967b", "#343c42"][v], v)]
    if v == 0:
        out += [rect(112, 110, 980, 700, "#000", 20, 'opacity=".4" filter="url(#soft)"'), rect(100, 92, 980, 700, "#8b949a", 20), rect(122, 114, 936, 656, "#d5dadd", 12), spark_plug(240, 170, 1.1, 0), spark_plug(370, 170, 1.1, 0), valve(530, 180, 1.1, 0), valve(690, 180, 1.1, 0), gear(900, 290, 110, "#8d979d")]
        out += [circle(220 + k * 120, 640, 46, "#c9ad5a") + circle(220 + k * 120, 640, 30, "#e6cf86") + circle(220 + k * 120, 640, 10, "#3a3f44") for k in range(3)] + [ring(640 + k * 110, 640, 46, 12, "#7d868c") for k in range(3)] + [rect(930, 560, 90, 160, "#c7cdd1", 8), rect(930, 560, 90, 40, "#8d979d", 8)]
    else:
        # The clutch and belt of a scooter, laid out in order with numbered tags.
        out += [path("M210,250 h420 a150,150 0 0 1 0,300 h-420 a150,150 0 0 1 0,-300 z", stroke="#15191c", width=52), path("M210,250 h420 a150,150 0 0 1 0,300 h-420 a150,150 0 0 1 0,-300 z", stroke="#4d565d", width=34), gear(210, 400, 92, "#9aa3a8"), gear(630, 400, 76, "#b7a27a"), ring(940, 290, 130, 46, "#59636b"), circle(940, 290, 40, "#c7cdd1")] + [group([path("M-50,0 q50,-40 100,0 l-10,34 q-40,-28 -80,0 z", fill="#b5302a")], f"translate({940 + [0, 86, -86][i]} {[196, 350, 350][i]}) rotate({[0, 120, 240][i]})") for i in range(3)]
        out += [circle(180 + k * 120, 700, 44, "#e9e2d0") + circle(180 + k * 120, 700, 18, "#8d979d") for k in range(6)] + [rect(x, y, 46, 40, "#f2d98e", 4) + text(x + 23, y + 29, n, 26, INK, 700, "middle") for n, x, y in (("1", 188, 160), ("2", 610, 160), ("3", 918, 110), ("4", 440, 760))] + [group([rect(0, 0, 280, 30, "#dfe3e5", 4), rect(0, -44, 22, 74, "#c7cdd1"), rect(96, -44, 22, 74, "#c7cdd1"), text(150, 23, "18,4 mm", 22, INK, 700)], "translate(870 640) rotate(-10)")]
    return "".join(out)


def bead(x1, y1, x2, y2, width, n=46):
    out = [line(x1, y1, x2, y2, "#5d5048", width + 12, 'opacity=".6"'), line(x1, y1, x2, y2, "#8d8f8c", width)]
    for i in range(n):
        t = i / (n - 1)
        x, y = x1 + (x2 - x1) * t, y1 + (y2 - y1) * t
        out.append(path(f"M{x:.0f},{y - width / 2:.0f} q{width * .34:.0f},{width / 2:.0f} 0,{width:.0f}", stroke=["#c7c6bd", "#6d6f6d"][i % 2], width=5))
    return "".join(out)


def weld_fillet(v):
    out = [surface(["#4a4f54", "#6b5a48"][v], ["#42474b", "#5c4d3d"][v], v)]
    if v == 0:
        # A tee joint from the front, the gauge against its leg.
        out += [shadow(600, 780, 520, 40, .5), poly([(80, 640), (1120, 640), (1160, 760), (40, 760)], "#59636b"), poly([(80, 640), (1120, 640), (1124, 652), (76, 652)], "#98a2a8"), rect(40, 760, 1120, 40, "#3a434a"), rect(160, 170, 880, 470, "#7d878e"), rect(160, 170, 880, 18, "#c7cdd1"), rect(160, 170, 26, 470, "#98a2a8"), text(220, 260, "T-04  2F  120 A", 44, "#e9ecee", 700), bead(160, 632, 1040, 632, 44, 60), group([path("M0,0 h150 v120 l-60,60 h-90 z", fill="#dfe3e5"), path("M0,0 h150 v14 H0 z", fill="#fff"), text(30, 70, "6 mm", 34, INK, 700), line(20, 110, 120, 110, INK, 3)], "translate(760 470) rotate(4)")]
    else:
        # A flange tacked to its pipe, from above, four tacks to be seen.
        out += [circle(566, 476, 350, "#000", 'opacity=".45" filter="url(#soft)"'), circle(550, 450, 345, "#59636b"), circle(544, 442, 335, "#8d979d"), circle(550, 450, 205, "#6d767c"), circle(550, 450, 190, "#98a2a8"), circle(550, 450, 158, "#1d2226")] + [circle(*polar(550, 450, 268, a), 34, "#23282d") + ring(*polar(550, 450, 268, a), 36, 5, "#c7cdd1") for a in range(22, 382, 45)]
        out += [group([bead(-34, 0, 34, 0, 30, 9)], f"translate({polar(550, 450, 200, a)[0]:.0f} {polar(550, 450, 200, a)[1]:.0f}) rotate({a + 90})") for a in (0, 90, 180, 270)] + [group([path("M0,0 h46 v360 h300 v46 h-346 z", fill="#c7cdd1"), path("M0,0 h12 v406 h-12 z", fill="#eef1f2")], "translate(840 350) rotate(-8)"), rect(60, 770, 260, 70, "#f7f4e4", 4), text(190, 818, "SPOOL 21", 40, "#23408a", 700, "middle")]
    return "".join(out)


def penetrant(v):
    rng = random.Random(v + 9)
    out = [surface(["#6d757b", "#8a6f52"][v], ["#62696f", "#7a6147"][v], v)]

    def can(x, y, colour, words):
        return "".join([ellipse(x + 64, y + 396, 90, 20, "#000", 'opacity=".45" filter="url(#soft)"'), rect(x, y + 60, 128, 330, colour, 14), rect(x, y + 60, 36, 330, tone(colour, 1.35), 12), rect(x + 100, y + 60, 28, 330, tone(colour, .7), 10), path(f"M{x},{y + 70} q4,-44 40,-50 h48 q36,6 40,50 z", fill="#c7cdd1"), rect(x + 44, y - 20, 40, 46, "#f4f1e8", 8), rect(x + 10, y + 160, 108, 120, "#fbfaf4", 4), text(x + 64, y + 212, words[0], 24, INK, 700, "middle"), text(x + 64, y + 244, words[1], 17, "#59636b", 400, "middle")])
    if v == 0:
        out += [rect(92, 190, 700, 560, "#000", 8, 'opacity=".4" filter="url(#soft)"'), rect(80, 170, 700, 560, "#f4f4f0", 6), rect(80, 170, 700, 14, "#ffffff", 4), rect(80, 420, 700, 60, "#e4e3dc")] + [path(f"M{120 + k * 17},424 q12,28 0,54", stroke="#d2d0c6", width=5) for k in range(38)]
        out += [path("M690,438 l14,10 l-6,12 l18,10 l4,14", stroke="#c2334d", width=7), path("M690,438 l14,10 l-6,12 l18,10 l4,14", stroke="#c2334d", width=22, extra='opacity=".25"'), path("M128,448 l20,6 l10,-8 l22,10", stroke="#c2334d", width=7)] + [circle(rng.uniform(200, 640), rng.uniform(430, 472), 3.5, "#d9788a") for _ in range(5)] + [ring(704, 456, 46, 4, "#23408a"), ring(152, 452, 46, 4, "#23408a"), text(640, 380, "12 mm", 28, "#23408a", 700), can(860, 300, "#c2334d", ("RED", "penetran")), can(1020, 340, "#e4e7e8", ("DEV", "pengembang"))]
    else:
        # A lifting hook under the lamp, red at the root of the bend.
        out += [ellipse(560, 480, 430, 330, "#fff3c8", 'opacity=".35" filter="url(#glow)"'), path("M560,120 V330 q0,60 90,110 q120,80 60,210 q-60,110 -190,90 q-130,-20 -150,-140", stroke="#000", width=100, extra='opacity=".3" filter="url(#soft)"'), path("M560,110 V320 q0,60 90,110 q120,80 60,210 q-60,110 -190,90 q-130,-20 -150,-140", stroke="#d9d8d0", width=92), path("M540,110 V320 q0,70 90,124 q110,80 64,190", stroke="#ffffff", width=22), circle(560, 110, 80, "#d9d8d0"), circle(560, 110, 40, "#6b5a48"), path("M700,520 l16,18 l-8,20 l18,22 l-2,26", stroke="#c2334d", width=8), path("M700,520 l16,18 l-8,20 l18,22 l-2,26", stroke="#c2334d", width=28, extra='opacity=".25"'), ring(712, 566, 70, 5, "#23408a"), can(970, 380, "#c2334d", ("RED", "penetran")), rect(60, 700, 260, 110, "#fbfaf4", 4), text(80, 745, "Benda uji 02", 30, INK, 700), text(80, 785, "indikasi 8 mm", 26, "#c2334d", 700)]
    return "".join(out)
