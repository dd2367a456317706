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


def rack(v, patch):
    out = [room("#3f4a54", "#2f353b", 820, tiles=False), rect(280, 30, 640, 840, "#171b1f", 6), rect(320, 50, 560, 800, "#262c32")]
    rng = random.Random(v + patch * 7)
    rows = 9
    for r in range(rows):
        y = 70 + r * 86
        kind = (r + v + patch) % 3
        out += [rect(330, y, 540, 70, ["#3a434b", "#48525b", "#2f3740"][kind], 4), rect(330, y, 540, 8, "#66717b"), circle(342, y + 35, 5, "#8d979f"), circle(858, y + 35, 5, "#8d979f")]
        if kind < 2:
            for i in range(16):
                out += [rect(366 + i * 29, y + 26, 22, 22, "#10151a", 2), rect(370 + i * 29, y + 16, 6, 5, rng.choice(["#6df08a", "#6df08a", "#f0b94a", "#2c3a31"]))]
        else:
            out += [rect(366 + i * 56, y + 20, 46, 40, "#1b2126", 3) for i in range(7)] + [circle(780 + i * 24, y + 38, 6, ["#6df08a", "#5fb4f2"][i % 2]) for i in range(3)]
    colours = [["#2f7fc4", "#e0b133", "#c9443a"], ["#4aa86a", "#2f7fc4", "#d9dcdf"]][v % 2]
    for i in range(22 if patch else 12):
        r1, r2 = rng.choice([0, 3, 6]), rng.choice([1, 4, 7])
        a, bx = 377 + rng.randrange(16) * 29, 377 + rng.randrange(16) * 29
        y1, y2 = 107 + r1 * 86, 107 + r2 * 86
        out.append(path(f"M{a},{y1} q{rng.randint(-20,20)},60 {(bx-a)/2:.0f},{(y2-y1)/2+40:.0f} T{bx},{y2}", stroke=colours[i % 3], width=7))
    out += [path(f"M{890+i*9},60 V850", stroke=colours[i % 3], width=7) for i in range(4)] + [rect(884, y, 48, 14, "#111") for y in range(140, 840, 140)]
    out += [rect(980, 560, 170, 230, "#2a3036", 8), rect(994, 576, 142, 110, "#9fd0b8", 4), text(1065, 640, "1–8 OK", 30, "#163324", 700, "middle"), circle(1065, 735, 26, "#e0b133")]
    return "".join(out)


def server_rack(v):
    return rack(v, 0)


def patch_panel(v):
    return rack(v, 1)


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


def screen(v, kind):
    accent = ["#2f7f6f", "#b4562b"][v % 2]
    out = [room(["#d8cdbd", "#b9c6cc"][v % 2], "#8a6a4b", 660, tiles=False), rect(0, 690, W, 210, "#7a5a3c"), rect(0, 690, W, 16, "#a07a54"), shadow(600, 730, 380, 26, .4), rect(520, 640, 160, 80, "#3a4147"), rect(440, 706, 320, 20, "#4b535a", 8), rect(180, 90, 840, 560, "#20262b", 18), rect(204, 114, 792, 500, "#f6f6f2", 4)]
    if kind == "app":
        out += [rect(204, 114, 792, 54, accent), circle(236, 141, 12, "#fff"), text(262, 150, ["Absensi Prakarya", "Kasir Kantin"][v % 2], 24, "#fff", 700), rect(204, 168, 170, 446, tone(accent, .55))] + [rect(222, 194 + i * 46, 120 - (i * 23 % 50), 14, "#fff", 7, 'opacity=".6"') for i in range(7)]
        out += [rect(400 + i * 196, 194, 176, 96, "#fff", 8, 'stroke="#d9d6cd" stroke-width="2"') + text(418 + i * 196, 258, ["128", "96%", "7"][i], 44, accent, 700) for i in range(3)]
        out += [rect(400 + i * 62, 560 - h, 40, h, accent if i % 2 else tone(accent, 1.5), 4) for i, h in enumerate([120, 170, 90, 200, 150, 220, 180, 110, 205])] + [line(396, 560, 976, 560, "#9a968c", 2)]
    elif kind == "code":
        out += [rect(204, 114, 792, 500, "#1e2530"), rect(204, 114, 150, 500, "#171d26")]
        rng = random.Random(v)
        for i in range(19):
            x = 380 + (i % 4) * 30
            for _ in range(rng.randint(2, 5)):
                w = rng.randint(34, 120)
                if x + w < 980:
                    out.append(rect(x, 136 + i * 25, w, 11, rng.choice(["#7fc1e8", "#e2b16a", "#b6d98a", "#c9ced6", "#d98fb0"]), 5))
                x += w + 12
    elif kind == "video":
        out += [rect(204, 114, 792, 500, "#262a30"), rect(226, 134, 460, 260, "#5f8fa8"), poly([(226, 394), (380, 250), (500, 394)], "#3f6a4c"), poly([(400, 394), (560, 220), (686, 394)], "#4f805c"), circle(590, 190, 30, "#f5d67a"), rect(706, 134, 270, 260, "#31363d")] + [rect(720, 150 + i * 40, 240, 12, "#59616b", 6) for i in range(6)] + [rect(720, 150 + i * 40, 60 + i * 43 % 170, 12, "#e0a13a", 6) for i in range(6)]
        for t, c in enumerate(["#4f86c6", "#58a06b", "#b5678f", "#c9923d"]):
            x = 226
            for i in range(6):
                w = 70 + (i * 47 + t * 61 + v * 33) % 100
                if x + w < 980:
                    out.append(rect(x, 416 + t * 46, w, 36, tone(c, 1 - (i % 2) * .15), 4))
                x += w + 6
        out.append(line(560, 404, 560, 606, "#ff5a4a", 4))
    else:
        out += [rect(204, 114, 792, 500, "#3b3f45"), rect(204, 114, 46, 500, "#2a2e33"), rect(420, 140, 340, 450, ["#f0c65a", "#1f4e5f"][v % 2]), circle(590, 330, 120, ["#c2452d", "#efe3c8"][v % 2]), poly([(420, 590), (590, 390), (760, 590)], ["#234b4a", "#d7793f"][v % 2]), text(590, 210, ["KOPI", "PENTAS"][v % 2], 64, ["#5a2a1a", "#f5ecd8"][v % 2], 700, "middle"), text(590, 560, ["Bonto Layar", "Seni Sekolah"][v % 2], 34, "#fff", 700, "middle"), ring(590, 330, 120, 2, "#4aa3ff", 'stroke-dasharray="6 6"')]
        out += [rect(800 + (i % 4) * 44, 150 + i // 4 * 44, 36, 36, c, 4) for i, c in enumerate(["#c2452d", "#f0c65a", "#234b4a", "#efe3c8", "#1f4e5f", "#d7793f", "#5a2a1a", "#fff"])]
    out += [poly([(204, 114), (560, 114), (300, 614), (204, 614)], "#fff", 'opacity=".05"'), rect(330, 770, 460, 70, "#d9dcde", 10)] + [rect(344 + i * 30, 782 + r * 18, 24, 13, "#9aa1a6", 3) for i in range(14) for r in range(3)] + [ellipse(880, 806, 34, 46, "#e4e6e7"), line(880, 764, 880, 792, "#9aa1a6", 4), circle(120, 770, 48, "#b4562b"), circle(120, 766, 40, "#5b3420")]
    return "".join(out)


def web_app(v):
    return screen(v, "app")


def code(v):
    return screen(v, "code")


def video_editing(v):
    return screen(v, "video")


def poster_design(v):
    return screen(v, "poster")


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


def form(v, kind):
    out = [surface(["#8a6a48", "#4c5a62"][v % 2], ["#7a5c3d", "#444f57"][v % 2], v + 9)]
    title = {"job": "LEMBAR KERJA", "score": "LEMBAR PENILAIAN", "draw": "GAMBAR KERJA"}[kind]
    body = [text(40, 70, title, 34, "#26323a", 700), text(40, 104, "Teaching factory · bengkel" if kind == "job" else "Uji praktik", 20, "#5b666d"), line(40, 124, 640, 124, "#26323a", 3)]
    rng = random.Random(v)
    for i in range(9):
        y = 160 + i * 52
        body += [line(40, y + 36, 640, y + 36, "#b9bdb9", 2), rect(50, y + 8, 20, 20, "#fff", 2, 'stroke="#26323a" stroke-width="2"'), rect(90, y + 12, rng.randint(150, 300), 11, "#7b868c", 5), text(560, y + 28, str(rng.randint(78, 95)) if kind == "score" else f"{rng.randint(10, 90)}′", 24, "#1f4f8a", 400, extra='font-style="italic"')]
        if i < 7 or kind == "score":
            body.append(path(f"M52,{y+18} l7,8 l14,-20", stroke="#1f4f8a", width=4))
    body += [line(420, 124, 420, 628, "#b9bdb9", 2), line(530, 124, 530, 628, "#b9bdb9", 2), path("M440,720 q30,-60 50,-10 t50,-20 t60,10", stroke="#1f4f8a", width=4), line(430, 740, 620, 740, "#26323a", 2), ring(180, 700, 52, 4, "#a33a4f"), text(180, 706, "LUNAS" if False else "DIPERIKSA", 15, "#a33a4f", 700, "middle", 'transform="rotate(-14 180 700)"')]
    out += [sheet_of_paper(430, 60, 680, 790, 5, [rect(40, 60, 500, 14, "#d9d6cc")]), sheet_of_paper(250, 50, 680, 790, [-4, -7][v % 2], body), group([rect(0, 0, 330, 22, ["#1f4f8a", "#2a2d30"][v % 2], 11), poly([(330, 0), (372, 11), (330, 22)], "#d9b06c"), rect(20, 3, 200, 5, "#fff", 3, 'opacity=".5"')], f"translate(800 {640 + 60 * (v % 2)}) rotate({-38})")]
    return "".join(out)


def job_sheet(v):
    return form(v, "job")


def score_form(v):
    return form(v, "score")


def technical_drawing(v):
    ink = "#27455e"
    body = [rect(24, 24, 912, 632, "none", 0, f'stroke="{ink}" stroke-width="3"'), rect(620, 540, 316, 116, "#fff", 0, f'stroke="{ink}" stroke-width="3"'), text(636, 576, ["Bracket tumpuan", "Ruang bakar Ø168"][v % 2], 26, ink, 700), text(636, 610, "Skala 1 : 2   Rev. 2", 20, ink), text(636, 640, "Satuan mm", 18, ink)]
    if v % 2 == 0:
        body += [path("M120,420 V180 H180 V330 q0,30 30,30 H440 V420 z", "#e9eef1", ink, 5), ring(150, 220, 16, 4, ink), ring(380, 390, 14, 4, ink), rect(560, 160, 130, 260, "#e9eef1", 0, f'stroke="{ink}" stroke-width="5"'), ring(625, 220, 16, 4, ink), ring(625, 370, 16, 4, ink), line(120, 480, 440, 480, ink, 2), text(280, 472, "320", 24, ink, 400, "middle"), line(80, 180, 80, 420, ink, 2), text(70, 300, "240", 24, ink, 400, "middle", 'transform="rotate(-90 70 300)"')]
    else:
        body += [rect(150, 140, 200, 320, "#e9eef1", 0, f'stroke="{ink}" stroke-width="5"'), line(250, 110, 250, 490, ink, 2, 'stroke-dasharray="20 6 4 6"'), ring(640, 290, 130, 5, ink), ring(640, 290, 110, 3, ink), line(490, 290, 790, 290, ink, 2, 'stroke-dasharray="20 6 4 6"'), line(640, 140, 640, 440, ink, 2, 'stroke-dasharray="20 6 4 6"'), text(250, 530, "Ø168 × 7,1", 24, ink, 400, "middle")] + [circle(180 + c * 35, 340 + r * 30, 7, "#fff", f'stroke="{ink}" stroke-width="3"') for c in range(5) for r in range(4)]
    body += [path("M440,360 l60,-70 h120", stroke=ink, width=3), path("M520,290 l20,-22 v22", stroke=ink, width=3), text(580, 280, "6", 22, ink)]
    return surface(["#6f5a45", "#3d4a50"][v % 2], ["#624e3b", "#364248"][v % 2], v) + sheet_of_paper(120, 110, 960, 680, [-2, 2][v % 2], body) + group([poly([(0, 0), (420, 0), (0, 240)], "#bfe0e6", 'opacity=".6"'), poly([(60, 40), (270, 40), (60, 160)], "#6f5a45", 'opacity=".25"')] + [line(i * 12, 0, i * 12, 14 if i % 5 else 26, "#2b5661", 2) for i in range(34)], "translate(700 120) rotate(24)")


def seedling_rack(v):
    out = [room("#dfe9d8", "#a8987f", 790, tiles=False), rect(130, 60, 26, 780, "#8d959a"), rect(1044, 60, 26, 780, "#8d959a")]
    for r in range(3):
        y = 290 + r * 240
        out += [rect(150, y - 190, 900, 14, ["#d86bd0", "#f5e9b0"][v % 2], 6), rect(150, y - 190, 900, 150, ["#d86bd0", "#f5e9b0"][v % 2], 0, 'opacity=".13"'), rect(140, y, 920, 34, "#5b666c"), rect(140, y, 920, 10, "#88939a")]
        for i in range(11):
            x = 190 + i * 82
            out += [rect(x - 26, y - 36, 52, 36, "#3a3128", 4), line(x, y - 36, x, y - 70, "#5f8f3f", 6), leaf(x, y - 62, .62, -150, "#5f9a45"), leaf(x, y - 62, .62, -30, "#79b457"), leaf(x, y - 72, .5, -90, "#8cc765")]
    return "".join(out)


def cashier_screen(v):
    return screen(v + 1, "app")
