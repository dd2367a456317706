"""Kitchen, hotel, network, screens, fashion, design, papers."""
import random
from draw import *


def plate(x, y, r, rim="#f4f1ea"):
    return shadow(x + 14, y + 22, r * 1.02, r, .35) + circle(x, y, r, tone(rim, .86)) + circle(x - 3, y - 4, r * .985, rim) + circle(x, y, r * .7, tone(rim, .93)) + circle(x + 3, y + 4, r * .68, tone(rim, 1.4))


def leaf(x, y, s, a, c="#4f8a3c"):
    return group([path("M0,0 q30,-34 78,0 q-48,34 -78,0", fill=c), line(4, 0, 70, 0, tone(c, 1.4), 2.5)], f"translate({x} {y}) rotate({a}) scale({s})")


def plated_dish(v):
    out = [surface(["#3d3a38", "#7a5b3e"][v % 2], ["#34312f", "#684c32"][v % 2], v), plate(600, 450, 350)]
    if v % 2 == 0:
        out += [path("M430,560 q170,120 350,-20 q40,-60 -10,-70 q-170,110 -330,40 z", fill="#7a2f1c"), path("M440,540 q160,80 320,-30", stroke="#b8573a", width=9)]
        for i in range(3):
            out += [group([ellipse(6, 10, 110, 54, "#000", 'opacity=".2"'), ellipse(0, 0, 108, 52, "#8a4a26"), ellipse(-6, -8, 98, 42, "#b76a35")] + [line(-70 + k * 34, -34, -50 + k * 34, 26, "#5a2d15", 8) for k in range(5)], f"translate({490 + i*110} {450 - i*42}) rotate({-24 + i*6})")]
        out += [ellipse(690, 560, 90, 60, "#f3ecd6"), ellipse(684, 550, 82, 50, "#fffaf0")] + [ellipse(640 + (k * 37 % 100), 525 + (k * 23 % 56), 7, 3, "#e4d9ba") for k in range(26)] + [leaf(470, 360, 1, -70), leaf(500, 350, .8, -120, "#6ba550"), circle(730, 390, 30, "#c9342c"), circle(722, 382, 10, "#f08a7c")]
    else:
        out += [ellipse(600, 450, 205, 190, "#d98b2b"), ellipse(592, 440, 190, 174, "#eda83c")]
        rng = random.Random(5)
        out += [path(f"M{rng.uniform(440,700):.0f},{rng.uniform(330,540):.0f} q{rng.uniform(-60,60):.0f},{rng.uniform(-60,60):.0f} {rng.uniform(-70,70):.0f},{rng.uniform(-50,50):.0f}", stroke=rng.choice(["#f6d67f", "#e8bf5a", "#fbe6a6"]), width=9) for _ in range(44)]
        out += [ellipse(650, 390, 76, 62, "#fffaf0"), circle(656, 386, 30, "#f4b324"), circle(648, 378, 9, "#ffe08a"), leaf(500, 520, 1, 30), leaf(540, 550, .9, -10, "#6ba550"), circle(520, 370, 26, "#c9342c"), circle(700, 530, 24, "#c9342c"), path("M690,530 q20,-30 44,-12", stroke="#f6a79c", width=6)]
    out += [group([rect(0, 0, 20, 420, "#cfd3d6", 10), rect(-22, -120, 64, 130, "#cfd3d6", 18)] + [rect(-12 + k * 18, -128, 8, 96, "#8d7b66" if v % 2 else "#3d3a38", 4) for k in range(3)], "translate(150 330) rotate(-4)"), group([rect(0, 100, 20, 320, "#cfd3d6", 10), path("M-4,120 V-110 q44,40 34,230 z", fill="#dfe3e5")], "translate(1040 240) rotate(4)")]
    return "".join(out)


def kitchen_station(v):
    out = [room("#e3e7e6", "#a7a39b", 560), rect(0, 0, W, 330, "#d6dddd")] + [line(x, 0, x, 560, "#c4cccc", 2) for x in range(0, W, 75)] + [line(0, y, W, y, "#c4cccc", 2) for y in range(0, 560, 75)]
    out += [poly([(330, 0), (870, 0), (960, 170), (240, 170)], "#aab2b6"), rect(240, 170, 720, 26, "#8b9499")] + [line(300 + i * 100, 165, 360 + i * 80, 8, "#98a1a6", 5) for i in range(7)]
    out += [rect(90, 560, 1020, 44, "#bfc6ca"), rect(90, 560, 1020, 12, "#eef1f2"), rect(110, 604, 980, 270, "#939ca1"), shadow(600, 880, 520, 24)]
    for i in range(4):
        x = 170 + i * 230
        out += [rect(x - 30, 640, 190, 190, "#7f888d", 6), rect(x - 14, 700, 158, 110, "#30363a", 6), circle(x + 66, 665, 14, "#2a2f33")]
    for i, (x, w, c) in enumerate([(220, 190, "#8d959a"), (520, 220, "#2f3438"), (820, 170, "#a9633b")]):
        out += [path(f"M{x+20},556 q10,-26 34,-6 q18,-26 34,2 q18,-22 30,4 z", fill="#3f8fd6"), rect(x, 440, w, 112, c, 12), rect(x, 440, w, 20, tone(c, 1.4), 8), rect(x + 12, 462, 18, 80, tone(c, 1.3), 8), rect(x - 50, 462, 56, 16, tone(c, .6), 6), rect(x + w - 6, 462, 56, 16, tone(c, .6), 6)]
        out += [path(f"M{x+w/2+k*26-20},{430} q-26,-40 0,-80 q26,-40 0,-84", stroke="#fff", width=15, extra='opacity=".35"') for k in range(2 + v % 2)]
    out += [rect(60, 300, 150, 10, "#6f777c")] + [path(f"M{80+i*34},310 v60 m-12,0 h24 v40 h-24 z", stroke="#6f777c", width=6, fill="#9aa2a7") for i in range(4)]
    return "".join(out)


def bakery(v):
    out = [surface(["#8f6b45", "#5c6a70"][v % 2], ["#7d5c3a", "#525f65"][v % 2], v), group([rect(12, 16, 900, 620, "#000", 18, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 900, 620, "#4a4f54", 18), rect(14, 14, 872, 592, "#6b7176", 10)], "translate(150 140)")]
    for r in range(3):
        for c in range(4):
            x, y = 275 + c * 215, 245 + r * 200
            if v % 2 == 0:
                out += [ellipse(x + 6, y + 12, 92, 78, "#000", 'opacity=".3"'), ellipse(x, y, 90, 76, "#9c5420"), ellipse(x - 4, y - 8, 82, 66, "#c97a30"), ellipse(x - 16, y - 24, 44, 26, "#e7a85a"), path(f"M{x-50},{y+6} q50,-40 100,0 M{x-40},{y+28} q40,-34 80,0", stroke="#f5d9a0", width=7)] + [ellipse(x - 40 + k * 17, y - 30 + (k * 29 % 40), 5, 3, "#fdf0cf") for k in range(6)]
            else:
                out += [path(f"M{x-86},{y+40} q-10,-90 86,-100 q96,10 86,100 q-40,-50 -86,-50 q-46,0 -86,50", fill="#a85d22"), path(f"M{x-64},{y+8} q20,-50 64,-56 q44,6 64,56 q-64,-56 -128,0", fill="#d98f3d")] + [path(f"M{x-50+k*25},{y+10} q4,-30 {12-k*5},-54", stroke="#8a4716", width=6) for k in range(5)]
    return "".join(out)


def crimp(v):
    out = [surface(["#c9b797", "#8fa3ad"][v % 2], ["#bba884", "#8297a2"][v % 2], v)]
    order = ["#e8893a", "#e8893a", "#4f9d55", "#2f6fc0", "#2f6fc0", "#4f9d55", "#7a5230", "#7a5230"]
    out += [shadow(600, 480, 460, 120, .25), path("M0,520 C160,440 240,470 380,455", stroke=["#3c6fa5", "#d6d8da"][v % 2], width=96), path("M0,500 C160,420 240,448 380,432", stroke=tone(["#3c6fa5", "#d6d8da"][v % 2], 1.3), width=14)]
    for i, c in enumerate(order):
        y = 330 + i * 34
        out += [path(f"M370,{430+i*8} C440,{430+i*8} 450,{y} 540,{y} H860", stroke=c, width=19)]
        if i in (0, 2, 4, 6):
            out += [path(f"M370,{430+i*8} C440,{430+i*8} 450,{y} 540,{y} H860", stroke="#f7f4ea", width=19), path(f"M370,{430+i*8} C440,{430+i*8} 450,{y} 540,{y} H860", stroke=c, width=7)]
    out += [rect(720, 300, 330, 300, "#dfeaf0", 10, 'opacity=".72"'), rect(720, 300, 330, 24, "#fff", 8, 'opacity=".8"'), rect(760, 590, 190, 50, "#dfeaf0", 8, 'opacity=".8"')] + [rect(950, 318 + i * 34, 90, 22, "#d6a437", 2) for i in range(8)] + [rect(950, 318 + i * 34, 90, 6, "#f4d98a", 2) for i in range(8)]
    out += [group([path("M0,0 h260 q50,0 60,34 l-10,50 h-310 z", fill="#2b3137"), path("M0,90 h290 l20,46 q-10,40 -60,40 h-250 z", fill="#23282d"), path("M-20,-10 q-330,10 -420,-40", stroke="#b5302a", width=56), path("M-20,120 q-300,40 -420,110", stroke="#94241f", width=56)], f"translate(760 {720}) rotate(-5) scale(.8)")]
    return "".join(out)


def hotel_room(v):
    c = ["#a56b4b", "#3f6b74"][v % 2]
    out = [room(["#e6dccb", "#d7dfdd"][v % 2], "#9a7b5c", 620, tiles=False), rect(60, 90, 240, 420, "#bcd8e6"), rect(60, 90, 240, 420, "none", 0, 'stroke="#fff" stroke-width="14"'), path("M40,70 h90 q10,230 -40,470 h-50 z", fill=c), path("M320,70 h-80 q-6,230 40,470 h40 z", fill=tone(c, .85)), rect(400, 250, 640, 280, tone(c, .7), 16), rect(420, 270, 600, 120, tone(c, .82), 10)]
    out += [poly([(360, 560), (1080, 560), (1160, 820), (280, 820)], "#f4f2ec"), poly([(280, 820), (1160, 820), (1150, 870), (290, 870)], "#cfcac0"), rect(400, 500, 640, 70, "#fbfaf6", 20)]
    for x in (470, 740):
        out += [rect(x, 430, 220, 120, "#ffffff", 34), rect(x + 10, 500, 200, 44, "#e3e0d8", 24)]
    out += [rect(585, 470, 260, 84, c, 26), rect(600, 478, 230, 20, tone(c, 1.3), 10), poly([(330, 680), (1112, 680), (1140, 770), (304, 770)], c), poly([(330, 680), (1112, 680), (1116, 694), (326, 694)], tone(c, 1.35))]
    out += [path("M668,660 q-10,-56 34,-60 q40,-40 60,0 q50,6 34,60 z", fill="#fff"), path("M700,600 q-30,-70 10,-60 q20,6 20,60", fill="#f0ede6"), circle(716, 560, 4, "#333")]
    out += [rect(1070, 470, 90, 150, "#7b5a3e"), poly([(1080, 380), (1150, 380), (1170, 450), (1060, 450)], "#f7e3ae"), rect(1108, 450, 14, 24, "#b98a4a"), circle(1115, 420, 90, "#ffe6a0", 'opacity=".4" filter="url(#glow)"'), rect(560, 120, 320, 100, "#fff", 2), rect(572, 132, 296, 76, tone(c, 1.4)), path("M572,208 l80,-50 l60,30 l70,-44 l86,64 z", fill=tone(c, .9))]
    return "".join(out)


def towel_art(v):
    wall, spread = [("#b9a58a", "#2f6468"), ("#8fa39c", "#8a4a3c")][v % 2]
    w, d, dd = [("#ffffff", "#dcd9d0", "#bdb9ae"), ("#fbf1e2", "#e0cfb4", "#c4ae8c")][v % 2]
    out = [room(wall, spread, 330, tiles=False), rect(80, 60, 1040, 270, tone(wall, .7), 20), rect(110, 90, 980, 240, tone(wall, .82), 14), rect(0, 330, W, 570, spread), rect(0, 330, W, 70, "#f4f1ea"), rect(0, 392, W, 12, tone(spread, .7))]
    out += [path(f"M{i*170-90},{H} q80,-220 {70 - i*14},-490", stroke=tone(spread, .88), width=8) for i in range(9)] + [shadow(600, 770, 430, 60, .45)]
    for s in (-1, 1):
        out.append(group([
            path("M250,330 C330,300 350,180 300,110 C290,210 230,250 150,250 C90,250 40,260 20,330 z", fill=d),
            path("M20,340 C0,250 60,190 150,200 C240,206 290,170 310,90 C380,190 350,320 250,350 z", fill=w),
            path("M90,230 C170,270 260,240 318,150 M70,270 C170,310 270,290 336,210", stroke=d, width=9),
            path("M60,330 C-10,250 120,160 90,60 C74,0 10,0 0,60", stroke=dd, width=66), path("M56,322 C-10,240 116,160 86,62 C72,8 14,8 4,58", stroke=w, width=54), path("M78,60 C70,26 36,20 22,40", stroke="#ffffff", width=10),
            poly([(-22, 62), (30, 62), (2, 120)], "#d98a34"), poly([(2, 62), (30, 62), (2, 120)], "#b86c22"), circle(22, 50, 6, "#3a2a1c"),
            ellipse(150, 350, 190, 46, d), ellipse(150, 338, 184, 40, w)], f"translate({600 + s * 16} 340) scale({s * 1.12} 1.12)"))
    rng = random.Random(v + 2)
    for _ in range(26):
        x, y = rng.uniform(120, 1080), rng.uniform(770, 880)
        a = rng.randint(0, 180)
        out += [ellipse(x, y, 19, 11, ["#c2334d", "#e5b03a"][v % 2], f'transform="rotate({a} {x:.0f} {y:.0f})"'), ellipse(x - 3, y - 3, 9, 4, ["#e86f85", "#f7d988"][v % 2], f'transform="rotate({a} {x:.0f} {y:.0f})"')]
    return "".join(out)


def front_desk(v):
    c = ["#6b4630", "#274b52"][v % 2]
    out = [room(["#c9b38f", "#c9d3cf"][v % 2], "#8c8378", 680)] + [rect(90 + i * 130, 60, 110, 330, tone(c, .92 + (i % 2) * .1)) for i in range(8)]
    for i, n in enumerate(["JAKARTA", "TOKYO", "MAKKAH"]):
        x = 330 + i * 270
        out += [circle(x, 180, 66, "#2a2520"), circle(x, 180, 58, "#fbf8ef"), line(x, 180, *polar(x, 180, 34, 30 + i * 80), "#2a2520", 7), line(x, 180, *polar(x, 180, 46, 270), "#2a2520", 5), text(x, 286, n, 22, "#f5e9cf", 700, "middle")]
    out += [rect(110, 480, 980, 40, tone(c, 1.5), 4), rect(140, 520, 920, 320, c), shadow(600, 850, 500, 26, .4)] + [rect(170 + i * 180, 550, 150, 260, tone(c, 1.15), 4) for i in range(5)]
    out += [rect(760, 340, 200, 130, "#20262b", 8), rect(772, 352, 176, 100, "#9fc3d2"), rect(840, 466, 40, 20, "#20262b"), path("M300,480 a50,44 0 0 1 100,0 z", fill="#d6a437"), circle(350, 432, 8, "#8a651c"), rect(480, 440, 150, 40, "#fbf8ef"), line(500, 455, 610, 455, "#8d8678", 3), line(500, 467, 580, 467, "#8d8678", 3), path("M190,480 q-20,-90 10,-130 q30,40 10,130", fill="#4f8a4c"), path("M200,480 q40,-100 70,-90 q-10,60 -60,90", fill="#69a35c"), rect(170, 450, 60, 34, "#b4562b", 6)]
    return "".join(out)


def sewing_pattern(v):
    out = [surface(["#5d7f78", "#6c5b7c"][v % 2], None, v)] + [line(x, 0, x, H, "#fff", 1, 'opacity=".16"') for x in range(0, W, 50)] + [line(0, y, W, y, "#fff", 1, 'opacity=".16"') for y in range(0, H, 50)]
    paper = "#e9d9b0"
    out += [group([path("M10,14 h250 q30,90 110,120 v420 h-360 z", fill="#000", extra='opacity=".25"'), path("M0,0 h250 q30,90 110,120 v420 H0 z", fill=paper), path("M22,22 h212 q30,90 100,118 v378 H22 z", stroke="#7b5e2d", width=3, extra='stroke-dasharray="12 8"'), line(90, 120, 90, 470, "#7b5e2d", 3), path("M80,140 l10,-22 l10,22 M80,450 l10,22 l10,-22", stroke="#7b5e2d", width=3), text(130, 300, ["Badan muka", "Kemeja depan"][v % 2], 30, "#6b4f22", 700), text(130, 340, "TM 1×, lipatan", 22, "#6b4f22"), path("M240,540 l24,-110 l24,110", stroke="#b5302a", width=3)], "translate(120 130) rotate(-3)"),
            group([path("M0,60 q150,-120 300,0 l-40,360 h-220 z", fill="#f0e2bd"), path("M22,70 q128,-96 256,0 l-36,326 h-184 z", stroke="#7b5e2d", width=3, extra='stroke-dasharray="12 8"'), text(150, 240, "Lengan 2×", 30, "#6b4f22", 700, "middle")], "translate(620 120) rotate(6)")]
    out += [group([rect(0, 0, 620, 44, "#f4d35e", 4)] + [line(10 + i * 12, 0, 10 + i * 12, 26 if i % 5 == 0 else 14, "#4a3a10", 2) for i in range(50)], "translate(470 760) rotate(-6)"), group([circle(0, 0, 40, "none", 'stroke="#22272b" stroke-width="20"'), circle(0, 110, 40, "none", 'stroke="#22272b" stroke-width="20"'), path("M36,16 L330,100 l-6,14 L20,30 z", fill="#d5d9dc"), path("M36,94 L330,20 l-4,-14 L20,80 z", fill="#b5bbc0"), circle(150, 56, 9, "#555")], "translate(840 560) rotate(12)")]
    return "".join(out)


def dress(v):
    c = ["#8c2f4b", "#1f5c63"][v % 2]
    out = [room(["#e2d6cc", "#d9dccf"][v % 2], "#a88d70", 730, tiles=False), rect(60, 120, 200, 420, "#c7b8a4"), rect(950, 90, 190, 460, "#fff", 4), rect(964, 104, 162, 432, "#cfdde0"), shadow(600, 835, 210, 26, .4), rect(590, 690, 20, 130, "#4a3b2e"), path("M500,834 h200 l-50,-24 h-100 z", fill="#4a3b2e"), rect(584, 90, 32, 60, "#4a3b2e", 10)]
    out += [path("M520,170 q80,40 160,0 l36,40 q-20,110 -46,170 q100,190 150,350 q-220,70 -440,0 q50,-160 150,-350 q-26,-60 -46,-170 z", fill=c), path("M600,190 V760 q120,10 218,-30 q-50,-160 -150,-350 q26,-60 46,-170 l-34,-40 q-40,20 -80,20", fill=tone(c, .8)), rect(528, 370, 144, 26, "#d6a437", 4), path("M560,400 q-40,170 -90,340 M600,400 v354 M640,400 q40,170 86,340", stroke=tone(c, .6), width=6)]
    for i in range(15):
        x = 402 + i * 28.5
        y = 716 + 24 * math.sin(math.pi * i / 14)
        out += [poly([(x, y - 20), (x + 13, y), (x, y + 20), (x - 13, y)], "#d6a437"), circle(x, y, 4, c)]
    out += [path("M520,170 q80,40 160,0", stroke="#d6a437", width=8), line(484, 215, 440, 420, c, 56), line(716, 215, 760, 420, tone(c, .8), 56), line(436, 436, 434, 446, "#d6a437", 54), line(764, 436, 766, 446, "#d6a437", 54)]
    out += [rect(80 + i * 56, 540 - h, 46, h, col, 6) for i, (h, col) in enumerate([(110, "#b5563c"), (160, "#3f6b74"), (90, "#d6a437")])]
    return "".join(out)


def seedling_rack(v):
    out = [room("#dfe9d8", "#a8987f", 790, tiles=False), rect(130, 60, 26, 780, "#8d959a"), rect(1044, 60, 26, 780, "#8d959a")]
    for r in range(3):
        y = 290 + r * 240
        out += [rect(150, y - 190, 900, 14, ["#d86bd0", "#f5e9b0"][v % 2], 6), rect(150, y - 190, 900, 150, ["#d86bd0", "#f5e9b0"][v % 2], 0, 'opacity=".13"'), rect(140, y, 920, 34, "#5b666c"), rect(140, y, 920, 10, "#88939a")]
        for i in range(11):
            x = 190 + i * 82
            out += [rect(x - 26, y - 36, 52, 36, "#3a3128", 4), line(x, y - 36, x, y - 70, "#5f8f3f", 6), leaf(x, y - 62, .62, -150, "#5f9a45"), leaf(x, y - 62, .62, -30, "#79b457"), leaf(x, y - 72, .5, -90, "#8cc765")]
    return "".join(out)
