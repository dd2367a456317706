"""The workshop: a work bench among machines, and an engine on its stand."""
import random

from draw import W, circle, ellipse, group, line, path, poly, polar, rect, ring, shadow, tone


def linear(name, first, second, upright=True):
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="{0 if upright else 1}" y2="{1 if upright else 0}"><stop offset="0" stop-color="{first}"/><stop offset="1" stop-color="{second}"/></linearGradient>'


def spanner(x, y, size, colour="#c4cacf"):
    """A combination spanner hanging by its ring."""
    return group([ring(0, 0, 11, 7, colour), rect(-5, 12, 10, 92, colour, 3), rect(-5, 12, 4, 92, tone(colour, 1.4), 2), path("M-13,120 v-12 q13,-12 26,0 v12 l-7,5 v-10 h-12 v10 z", fill=colour)], f"translate({x} {y}) scale({size})")


def hammer(x, y):
    return group([rect(-6, 0, 12, 120, "#a5713c", 5), rect(-6, 0, 4, 120, "#cf9a5f", 3), rect(-34, -18, 68, 30, "#596168", 5), rect(-34, -18, 68, 9, "#939ca3", 4), rect(22, -22, 16, 38, "#6d767d", 4)], f"translate({x} {y})")


def pliers(x, y, colour):
    return group([path("M-4,46 q-24,40 -14,84 M4,46 q24,40 14,84", stroke=tone(colour, .7), width=15), path("M-6,46 q-24,40 -14,84 M2,46 q24,40 14,84", stroke=colour, width=10), path("M-13,50 L-5,-16 L0,0 L5,-16 L13,50 z", fill="#98a1a7"), circle(0, 38, 11, "#c9ced2"), circle(0, 38, 4, "#555e64")], f"translate({x} {y})")


def screwdriver(x, y, colour):
    return group([rect(-11, 0, 22, 56, colour, 8), rect(-11, 0, 7, 56, tone(colour, 1.45), 5), rect(-4, 54, 8, 70, "#c4cacf", 2), rect(-11, 48, 22, 8, tone(colour, .6), 3)], f"translate({x} {y})")


def tool_board(x, y, w, h, back):
    out = [rect(x + 8, y + 12, w, h, "#000", 6, 'opacity=".3" filter="url(#soft)"'), rect(x, y, w, h, back, 6), rect(x, y, w, 8, tone(back, 1.4), 4)]
    out += [circle(x + 24 + c * 26, y + 26 + r * 26, 2.4, tone(back, .6)) for c in range(int(w / 26) - 1) for r in range(int(h / 26) - 1)]
    out += [spanner(x + 50 + i * 40, y + 44, 1.25 - i * .1) for i in range(6)]
    out += [pliers(x + 312, y + 50, "#b5302a"), pliers(x + 370, y + 50, "#d9a62b")] + [screwdriver(x + 424 + i * 36, y + 40, ["#2f6d8f", "#b5302a", "#3d7a54"][i]) for i in range(3)]
    if w > 600:
        out.append(hammer(x + w - 46, y + 60))
    return "".join(out)


def vise(x, y, colour):
    """A bench vise from the side; x, y is where its foot stands."""
    return "".join([rect(x - 70, y - 22, 150, 22, tone(colour, .6), 4), path(f"M{x-54},{y-22} q10,-40 4,-62 h92 q-4,30 10,62 z", fill=tone(colour, .85)), rect(x - 74, y - 118, 110, 44, colour, 6), rect(x - 74, y - 118, 110, 13, tone(colour, 1.4), 6), rect(x + 44, y - 118, 86, 44, tone(colour, .92), 6), rect(x + 44, y - 118, 86, 13, tone(colour, 1.3), 6),
                    rect(x + 30, y - 138, 12, 66, "#aab2b8", 2), rect(x + 46, y - 138, 12, 66, "#8b949a", 2), rect(x + 128, y - 104, 66, 14, "#b9c0c5", 6), rect(x + 184, y - 146, 12, 96, "#dfe3e5", 6), circle(x + 190, y - 146, 9, "#9aa3a9"), circle(x + 190, y - 50, 9, "#9aa3a9")])


def pillar_drill(x, y, colour):
    """x is the column, y the bench or floor it stands on."""
    return "".join([rect(x - 80, y - 24, 190, 24, tone(colour, .55), 6), rect(x - 18, y - 400, 36, 380, "#a9b1b7"), rect(x - 18, y - 400, 11, 380, "#dde1e4"), rect(x + 10, y - 400, 8, 380, "#7d868c"), rect(x - 20, y - 150, 150, 20, tone(colour, .7), 4), rect(x - 20, y - 150, 150, 6, tone(colour, 1.2), 3),
                    path(f"M{x-90},{y-460} h230 q24,0 24,24 v86 h-254 z", fill=colour), path(f"M{x-90},{y-460} h230 q24,0 24,24 h-278 q0,-24 24,-24 z", fill=tone(colour, 1.35)), rect(x + 70, y - 350, 60, 70, tone(colour, .75), 6), rect(x + 84, y - 282, 32, 44, "#737c82", 5), rect(x + 84, y - 282, 10, 44, "#b6bdc2", 4), rect(x + 96, y - 240, 8, 66, "#c9cfd3"),
                    circle(x + 60, y - 330, 15, "#333b41")] + [line(x + 60, y - 330, *polar(x + 60, y - 330, 62, a), "#c9cfd3", 7) + circle(*polar(x + 60, y - 330, 62, a), 10, "#23292e") for a in (100, 220, 340)] + [circle(x - 50, y - 400, 13, "#c0392b"), circle(x - 53, y - 403, 5, "#f0a096"), circle(x - 12, y - 400, 13, "#3d8a54")])


def wall_and_floor(wall, floor):
    out = ["<defs>", linear("wallw", tone(wall, 1.12), tone(wall, .82)), linear("floorw", tone(floor, .78), tone(floor, 1.15)), linear("ray", "#fff6d8", "#fff6d800"), "</defs>", rect(0, 0, W, 600, "url(#wallw)"), rect(0, 430, W, 170, tone(wall, .62)), rect(0, 424, W, 8, tone(wall, 1.3)), rect(0, 600, W, 300, "url(#floorw)"), rect(0, 596, W, 8, tone(floor, .55))]
    out += [path(f"M{x},600 L{600+(x-600)*2.4:.0f},900", stroke=tone(floor, .74), width=2) for x in range(-200, 1500, 170)] + [line(0, y, W, y, tone(floor, .74), 2) for y in (640, 700, 790)]
    out += [poly([(0, 800), (W, 860), (W, 884), (0, 826)], "#e0b52e", 'opacity=".75"')]
    return "".join(out)


def window(x, y, w, h):
    return "".join([rect(x - 12, y - 12, w + 24, h + 24, "#384249", 3), rect(x, y, w, h, "#bcdcec"), poly([(x, y + h), (x, y + h * .62), (x + w * .3, y + h * .45), (x + w * .55, y + h * .66), (x + w, y + h * .5), (x + w, y + h)], "#7ea588"), rect(x, y, w, h * .28, "#dcecf3")]
                   + [rect(x + w * i / 4 - 3, y, 7, h, "#4a555d") for i in (1, 2, 3)] + [rect(x, y + h / 2 - 3, w, 7, "#4a555d"), rect(x - 18, y + h + 10, w + 36, 12, "#aeb6bb")])


def bench(top, wood):
    out = [ellipse(600, 862, 560, 30, "#000", 'opacity=".45" filter="url(#soft)"')]
    for x in (120, 1010):
        out += [rect(x, top + 50, 70, 880 - top - 60, "#39434a"), rect(x, top + 50, 20, 880 - top - 60, "#5f6b73")]
    out += [rect(150, 800, 900, 22, "#2e373d"), rect(60, top, 1080, 54, tone(wood, .8), 4), rect(60, top, 1080, 26, wood, 4), rect(60, top, 1080, 6, tone(wood, 1.4), 3), rect(60, top + 54, 1080, 16, "#000", 0, 'opacity=".28"')]
    for i in range(3):
        x = 420 + i * 190
        out += [rect(x, top + 66, 176, 96, "#3f6f8a", 4), rect(x, top + 66, 176, 10, "#6b9bb5", 4), rect(x + 60, top + 104, 56, 12, "#d5dadd", 5), rect(x + 60, top + 114, 56, 5, "#22343f", 3)]
    return "".join(out)


def workshop(v):
    out = [wall_and_floor(["#8fa3ab", "#b3a68e"][v], ["#7c8286", "#80796d"][v])]
    if v == 0:
        out += [window(80, 60, 330, 210), tool_board(436, 60, 530, 230, "#36454f"), poly([(80, 60), (410, 60), (900, 900), (300, 900)], "url(#ray)", 'opacity=".22"')]
        # Gas bottles chained to the wall.
        for x, c in ((70, "#3a73a8"), (128, "#c9b23a")):
            out += [rect(x - 26, 370, 52, 330, c, 22), rect(x - 26, 376, 15, 320, tone(c, 1.4), 12), rect(x + 14, 376, 12, 320, tone(c, .65), 10), rect(x - 8, 336, 16, 40, "#c9ad5a", 4), circle(x + 4, 340, 15, "#dfe3e5"), circle(x + 4, 340, 10, "#fbfaf5"), line(x + 4, 340, x + 9, 334, "#b5302a", 2.5)]
        out += [path("M40,470 H160", stroke="#3a4046", width=5, extra='stroke-dasharray="9 5"'), pillar_drill(1032, 560, "#3d7a66"), bench(560, "#b98b55"), vise(300, 560, "#3f6f8a")]
        # Frame under work, angle, box of bolts.
        out += [path("M520,556 V440 H800 V556", stroke="#59626a", width=24), path("M516,556 V436 H800", stroke="#939da4", width=8), path("M520,456 L560,440 M800,456 L760,440", stroke="#c78a4a", width=10, extra='opacity=".8"'), path("M545,470 h70 M545,470 v70", stroke="#d5dadd", width=14), path("M545,466 h70", stroke="#ffffff", width=4)]
        out += [rect(838, 506, 120, 54, "#a5302a", 5), rect(838, 506, 120, 12, "#d86a5c", 5)] + [circle(858 + i * 20, 500 + (i % 2) * 5, 9, "#aab2b8") + circle(858 + i * 20, 500 + (i % 2) * 5, 4, "#59626a") for i in range(5)] + [path("M150,556 q-8,-50 34,-62 q40,-4 44,62 z", fill="#e0b52e"), path("M150,556 q-8,-50 34,-62 q-18,22 -14,62 z", fill="#f4d874")]
    else:
        out += [tool_board(80, 70, 640, 230, "#4a4136"), window(830, 60, 290, 220), poly([(830, 60), (1120, 60), (760, 900), (120, 900)], "url(#ray)", 'opacity=".24"'), rect(770, 330, 400, 16, "#7a5c3c"), rect(770, 330, 400, 5, "#b08c5e")]
        for i, (w, c) in enumerate([(52, "#b5302a"), (44, "#2f6d8f"), (60, "#d9a62b"), (48, "#4d7a54"), (56, "#8c949a")]):
            out += [rect(790 + i * 74, 330 - 58 + (i % 2) * 10, w, 58 - (i % 2) * 10, c, 5), rect(790 + i * 74, 330 - 58 + (i % 2) * 10, w * .3, 58 - (i % 2) * 10, tone(c, 1.35), 4), rect(794 + i * 74, 300, w - 8, 18, "#f4f2ea", 2)]
        out += [bench(580, "#8d959b"), vise(930, 580, "#a5402d")]
        # Grinding: the disc throws its sparks to the left, against the screen.
        rng = random.Random(8)
        out += [rect(120, 400, 20, 180, "#59626a"), rect(96, 380, 14, 200, "#6f4a2f", 3), circle(560, 545, 120, "#ffb347", 'opacity=".5" filter="url(#glow)"'), rect(300, 552, 330, 28, "#6b747b", 3), rect(300, 552, 330, 8, "#b0b8bd", 3)]
        out += [path(f"M556,548 q{-rng.uniform(60,150):.0f},{-rng.uniform(10,70):.0f} {-rng.uniform(120,400):.0f},{rng.uniform(-90,70):.0f}", stroke=rng.choice(["#ffe9b0", "#ffd06a", "#ff9f3d"]), width=rng.choice([2, 2.5, 3.5])) for _ in range(54)]
        out += [group([path("M-80,-40 h190 q40,0 40,34 v12 q0,30 -40,30 h-190 z", fill="#2f7a66"), path("M-80,-40 h190 q40,0 40,34 h-230 z", fill="#56a68d"), rect(140, -20, 120, 44, "#24292e", 18), rect(140, -20, 120, 12, "#4d565d", 10), rect(-116, -26, 42, 44, "#8b949a", 8), path("M-120,26 a74,74 0 0 1 20,-70", stroke="#3a4248", width=22), ellipse(-100, 32, 84, 14, "#59626a"), ellipse(-100, 29, 84, 12, "#aab2b8"), path("M260,2 q90,10 120,90", stroke="#1d2226", width=12)], "translate(650 500) rotate(-8)"), circle(560, 548, 20, "#fff7df", 'filter="url(#soft)"')]
    return "".join(out)


def bolt(x, y, r):
    return circle(x + 2, y + 3, r, "#1d2226", 'opacity=".5"') + circle(x, y, r, "#8d969c") + circle(x - r * .15, y - r * .2, r * .75, "#cdd3d7") + poly([polar(x, y, r * .5, a) for a in range(0, 360, 60)], "#5a636a")


def engine(v):
    """A single-cylinder motorcycle engine on its stand; the second time with the clutch cover off."""
    c = ["#9aa2a8", "#5b636b"][v]
    out = [wall_and_floor(["#7d8c96", "#a39883"][v], "#6d7276"), rect(90, 90, 300, 190, "#f1efe6", 4), rect(90, 90, 300, 34, ["#2f6d8f", "#a5402d"][v], 4)]
    out += [line(112, 150 + i * 22, 112 + [180, 240, 150, 220, 200][i], 150 + i * 22, "#9aa3a8", 5) for i in range(5)] + [rect(0, 720, W, 180, "#6b4a30"), rect(0, 720, W, 16, "#9a7048"), rect(0, 736, W, 10, "#4c3320"), shadow(620, 736, 420, 30, .55)]
    out += [path("M400,720 L440,640 H820 L860,720 M440,690 H820", stroke="#a5302a", width=24), path("M398,712 L436,636", stroke="#e07a6c", width=7)]
    # Exhaust, intake and carburettor behind the cylinder.
    out += [path("M700,360 C840,340 880,420 880,520 S900,650 1040,650", stroke="#4b4540", width=56), path("M700,352 C836,330 886,410 884,520 S910,640 1040,640", stroke="#9b8d7c", width=42), path("M704,340 C836,318 896,410 896,516", stroke="#dfd3c2", width=8), path("M880,470 C882,520 884,570 910,606", stroke="#7a5f86", width=40, extra='opacity=".35"'), rect(1030, 610, 170, 84, "#3a4046", 30), rect(1030, 616, 170, 20, "#7a838a", 10),
            path("M470,340 L380,322 V400 L470,390 z", fill="#3a4147"), rect(290, 306, 110, 116, "#b5bcc1", 14), rect(290, 306, 110, 30, "#e3e7e9", 12), rect(306, 400, 80, 60, "#8c959b", 10), circle(346, 362, 24, "#6d767c"), circle(346, 362, 13, "#30373c"), path("M330,306 q-6,-70 -60,-80", stroke="#23292e", width=9), rect(240, 330, 56, 66, "#23292e", 8)]
    # Cylinder: fins in light and shade, head, spark plug with its cap.
    out += [poly([(470, 470), (700, 470), (690, 236), (480, 236)], tone(c, .45))]
    for i in range(10):
        y, w = 246 + i * 23, 252 + (i % 2) * 6
        out += [rect(585 - w / 2, y, w, 13, tone(c, .8), 6), rect(585 - w / 2, y, w, 5, tone(c, 1.5), 3), rect(585 + w / 2 - 60, y, 60, 13, "#000", 6, 'opacity=".25"')]
    out += [path("M476,240 v-50 q4,-40 50,-44 h118 q46,4 50,44 v50 z", fill=c), path("M476,200 q4,-50 50,-54 h118 q46,4 50,44 h-150 q-40,0 -68,10 z", fill=tone(c, 1.4)), path("M640,146 q46,4 54,44 v50 h-50 z", fill=tone(c, .7)), bolt(504, 218, 13), bolt(666, 218, 13), circle(586, 196, 34, tone(c, .7)), circle(584, 193, 28, tone(c, 1.2)), bolt(586, 194, 12), rect(572, 104, 28, 44, "#f0ece2", 5), rect(572, 104, 9, 44, "#ffffff", 4), rect(566, 76, 40, 36, "#20262b", 8), path("M586,80 C590,30 690,20 740,70", stroke="#20262b", width=11), rect(568, 138, 36, 12, "#b9a05a", 3)]
    # Crankcase.
    case = "M404,560 C400,470 450,440 520,446 H720 C800,440 870,480 876,560 C880,640 820,676 740,676 H500 C430,676 406,630 404,560 z"
    out += [path(case, fill=tone(c, .7)), f'<clipPath id="case"><path d="{case}"/></clipPath><g clip-path="url(#case)">', path("M404,440 H880 V500 C760,470 520,470 404,540 z", fill=tone(c, 1.15)), path("M760,440 H900 V700 H700 C800,640 800,520 760,440 z", fill=tone(c, .5)), "</g>", path("M430,664 h360", stroke=tone(c, .4), width=8)]
    if v == 0:
        out += [circle(520, 566, 112, tone(c, .5)), circle(516, 562, 108, tone(c, .95)), circle(510, 556, 92, tone(c, 1.25)), path("M432,520 a92,92 0 0 1 110,-52", stroke="#ffffff", width=9, extra='opacity=".7"'), ring(516, 562, 62, 5, tone(c, .75)), circle(516, 562, 30, tone(c, .85)), circle(512, 558, 24, tone(c, 1.3))]
        out += [bolt(*polar(516, 562, 100, a), 11) for a in range(15, 375, 60)]
    else:
        # Clutch plates, springs and gear to be seen.
        out += [circle(520, 566, 120, "#23282c"), circle(520, 566, 112, "#b08d45")] + [poly([polar(520, 566, 112, a - 3), polar(520, 566, 122, a - 1.5), polar(520, 566, 122, a + 1.5), polar(520, 566, 112, a + 3)], "#d2b066") for a in range(0, 360, 9)] + [circle(520, 566, 96, "#596168"), circle(517, 562, 92, "#aeb6bb"), ring(520, 566, 74, 3, "#6d767c"), circle(520, 566, 34, "#4b545b"), circle(517, 563, 26, "#d5dadd"), circle(520, 566, 12, "#30373c")]
        out += [circle(*polar(520, 566, 60, a), 15, "#4b545b") + ring(*polar(520, 566, 60, a), 11, 4, "#d5dadd") + ring(*polar(520, 566, 60, a), 5, 3, "#8d969c") for a in range(0, 360, 60)]
    out += [circle(752, 572, 88, tone(c, .5)), circle(748, 568, 84, tone(c, 1.0)), circle(742, 562, 66, tone(c, 1.25)), ring(748, 568, 52, 4, tone(c, .75)), path("M700,556 l48,-34 l48,34 v34 l-48,30 l-48,-30 z", fill=tone(c, .85)), path("M700,556 l48,-34 l48,34", stroke=tone(c, 1.6), width=5)] + [bolt(*polar(748, 568, 76, a), 9) for a in range(20, 380, 60)] + [rect(618, 640, 34, 40, "#c9ad5a", 4), rect(618, 640, 11, 40, "#efdc9c", 4), path("M470,690 q40,30 90,20", stroke="#d9dde0", width=14), circle(466, 688, 13, "#23292e")]
    # Tray of parts and tools in front.
    out += [group([rect(8, 12, 330, 120, "#000", 14, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 330, 116, "#b9c0c5", 12), rect(10, 10, 310, 96, "#8b949a", 8), rect(10, 10, 310, 12, "#6d767c", 6)] + [bolt(44 + i * 44, 44 + (i % 2) * 34, 13) for i in range(6)] + [ring(300, 62, 20, 6, "#c9a24a")], f"translate({[70, 780][v]} 762) rotate({[-2, 2][v]})"),
            group([spanner(0, 0, 1.9, "#d5dadd")], f"translate({[480, 130][v]} {[850, 800][v]}) rotate(-78)"), group([rect(6, 10, 200, 20, "#000", 8, 'opacity=".35" filter="url(#soft)"'), rect(0, 0, 200, 18, "#d5dadd", 9), rect(0, 0, 200, 6, "#ffffff", 5), rect(180, -12, 46, 42, "#8d969c", 10), rect(-90, -6, 100, 30, ["#b5302a", "#2f6d8f"][v], 10), rect(-90, -6, 100, 9, ["#e07a6c", "#6ba6c4"][v], 6)], f"translate({[900, 520][v]} {[800, 820][v]}) rotate({[12, -6][v]})")]
    return "".join(out)
