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


def crimp(v):
    if v:
        return finished_leads()
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


def finished_leads():
    """Coiled leads in a row with the tester that has passed them."""
    out = [surface("#8fa3ad", "#8297a2", 1)]
    for i in range(6):
        x, y, c = 190 + (i % 3) * 270, 230 + (i // 3) * 400, ["#3c6fa5", "#d6d8da", "#3d9a61"][i % 3]
        out += [ellipse(x + 10, y + 20, 120, 110, "#000", 'opacity=".3" filter="url(#soft)"')] + ["".join(f'<ellipse cx="{x}" cy="{y}" rx="{112 - k * 14}" ry="{104 - k * 14}" fill="none" stroke="{tone(c, 1 - k * .08)}" stroke-width="13"/>' for k in range(4))] + [rect(x - 24, y - 120, 48, 34, "#f4f1e6", 4), text(x, y - 96, f"{i + 1:02}", 24, "#26323a", 700, "middle"), path(f"M{x + 90},{y + 60} q40,40 30,84", stroke=c, width=13), group([rect(-16, 0, 32, 56, "#e4eef2", 5)] + [rect(-13 + k * 7, 40, 4, 14, "#d6a437") for k in range(4)], f"translate({x + 120} {y + 140}) rotate(-8)")]
    return "".join(out + [group([rect(12, 16, 230, 480, "#000", 24, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 230, 480, "#2f74c0", 24), rect(0, 0, 230, 40, "#6ba6e4", 22), rect(60, -16, 110, 40, "#12161a", 6), text(115, 110, "LAN TESTER", 26, "#fff", 700, "middle")] + [circle(76, 150 + k * 36, 11, "#7df28a") + text(110, 158 + k * 36, str(k + 1), 22, "#fff") for k in range(8)] + [rect(150, 380, 50, 66, "#12161a", 6)], "translate(930 200) rotate(5)")])


def hotel_room(v):
    if v:
        return twin_room()
    c = ["#a56b4b", "#3f6b74"][v % 2]
    out = [room(["#e6dccb", "#d7dfdd"][v % 2], "#9a7b5c", 620, tiles=False), rect(60, 90, 240, 420, "#bcd8e6"), rect(60, 90, 240, 420, "none", 0, 'stroke="#fff" stroke-width="14"'), path("M40,70 h90 q10,230 -40,470 h-50 z", fill=c), path("M320,70 h-80 q-6,230 40,470 h40 z", fill=tone(c, .85)), rect(400, 250, 640, 280, tone(c, .7), 16), rect(420, 270, 600, 120, tone(c, .82), 10)]
    out += [poly([(360, 560), (1080, 560), (1160, 820), (280, 820)], "#f4f2ec"), poly([(280, 820), (1160, 820), (1150, 870), (290, 870)], "#cfcac0"), rect(400, 500, 640, 70, "#fbfaf6", 20)]
    for x in (470, 740):
        out += [rect(x, 430, 220, 120, "#ffffff", 34), rect(x + 10, 500, 200, 44, "#e3e0d8", 24)]
    out += [rect(585, 470, 260, 84, c, 26), rect(600, 478, 230, 20, tone(c, 1.3), 10), poly([(330, 680), (1112, 680), (1140, 770), (304, 770)], c), poly([(330, 680), (1112, 680), (1116, 694), (326, 694)], tone(c, 1.35))]
    out += [path("M668,660 q-10,-56 34,-60 q40,-40 60,0 q50,6 34,60 z", fill="#fff"), path("M700,600 q-30,-70 10,-60 q20,6 20,60", fill="#f0ede6"), circle(716, 560, 4, "#333")]
    out += [rect(1070, 470, 90, 150, "#7b5a3e"), poly([(1080, 380), (1150, 380), (1170, 450), (1060, 450)], "#f7e3ae"), rect(1108, 450, 14, 24, "#b98a4a"), circle(1115, 420, 90, "#ffe6a0", 'opacity=".4" filter="url(#glow)"'), rect(560, 120, 320, 100, "#fff", 2), rect(572, 132, 296, 76, tone(c, 1.4)), path("M572,208 l80,-50 l60,30 l70,-44 l86,64 z", fill=tone(c, .9))]
    return "".join(out)


def twin_room():
    """Two single beds with runners, lamp between them, luggage bench by the window."""
    c = "#3f6b74"
    out = [room("#d7dfdd", "#8a7258", 600, tiles=False), rect(820, 70, 320, 380, "#bcd8e6"), poly([(820, 450), (820, 330), (930, 250), (1010, 320), (1140, 230), (1140, 450)], "#7ea588"), rect(820, 70, 320, 380, "none", 0, 'stroke="#fff" stroke-width="14"'), rect(972, 70, 12, 380, "#fff"), path("M800,50 h70 q10,210 -30,430 h-40 z", fill=c), path("M1160,50 h-70 q-10,210 30,430 h40 z", fill=tone(c, .85))]
    for x in (60, 480):
        out += [rect(x, 300, 300, 190, tone(c, .7), 14), rect(x + 16, 316, 268, 80, tone(c, .85), 8), poly([(x - 10, 500), (x + 310, 500), (x + 360, 830), (x - 60, 830)], "#f4f2ec"), poly([(x - 60, 830), (x + 360, 830), (x + 352, 876), (x - 52, 876)], "#cfcac0"), rect(x + 40, 420, 220, 110, "#ffffff", 34), rect(x + 50, 490, 200, 38, "#e3e0d8", 20), poly([(x - 36, 670), (x + 336, 670), (x + 346, 750), (x - 46, 750)], c), poly([(x - 36, 670), (x + 336, 670), (x + 338, 684), (x - 38, 684)], tone(c, 1.4)), group([rect(0, 0, 120, 44, "#ffffff", 10), rect(0, 30, 120, 34, "#efe9dc", 10), rect(44, 0, 12, 64, "#c9a85a")], f"translate({x + 92} 590)")]
    return "".join(out + [rect(384, 430, 80, 130, "#7b5a3e"), poly([(394, 350), (454, 350), (470, 410), (378, 410)], "#f7e3ae"), rect(418, 410, 12, 22, "#b98a4a"), circle(424, 380, 80, "#ffe6a0", 'opacity=".4" filter="url(#glow)"'), rect(900, 640, 230, 26, "#7b5a3e"), rect(916, 666, 16, 120, "#5c4230"), rect(1096, 666, 16, 120, "#5c4230"), rect(930, 540, 170, 100, "#8a4a3c", 12), rect(990, 522, 50, 24, "none", 8, 'stroke="#5c2f26" stroke-width="8"'), rect(130, 90, 180, 130, "#fff", 2), rect(142, 102, 156, 106, tone(c, 1.5)), rect(540, 90, 180, 130, "#fff", 2), rect(552, 102, 156, 106, "#d9c9a4")])


def towel_art(v):
    if v:
        return towel_elephant()
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


def towel_elephant():
    """An elephant of two towels on the pillow side, and a row of rolls."""
    spread, w, d, dd = "#8a4a3c", "#fbf1e2", "#e0cfb4", "#c4ae8c"
    out = [room("#8fa39c", spread, 300, tiles=False), rect(0, 300, W, 600, spread), rect(0, 300, W, 80, "#f4f1ea"), rect(0, 372, W, 12, tone(spread, .7)), shadow(470, 790, 360, 50, .45)]
    out += [rect(250, 520, 120, 260, d, 56), rect(400, 540, 120, 250, d, 56), rect(560, 520, 120, 260, w, 56), path("M230,560 q0,-190 230,-190 q240,0 240,190 q-10,110 -240,110 q-230,0 -230,-110", fill=w), path("M250,600 q200,90 430,-10", stroke=d, width=14)]
    out += [ellipse(690, 430, 120, 130, d), ellipse(860, 420, 110, 124, d), ellipse(684, 424, 96, 106, w), ellipse(864, 414, 88, 100, w), ellipse(778, 430, 92, 110, w), path("M778,500 q-6,110 40,150 q50,40 80,-10", stroke=dd, width=66), path("M778,500 q-6,106 40,144 q50,36 78,-10", stroke=w, width=52), circle(744, 410, 9, "#3a2a1c"), circle(812, 410, 9, "#3a2a1c"), path("M640,380 q30,-30 70,-10", stroke=dd, width=6)]
    for i in range(3):
        x = 960 + (i % 2) * 110 - (55 if i == 2 else 0)
        y = 780 if i < 2 else 690
        out += [circle(x + 5, y + 7, 54, "#000", 'opacity=".3"'), circle(x, y, 52, w)] + [f'<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="{dd}" stroke-width="5"/>' for r in (40, 28, 16)]
    return "".join(out + [ellipse(150 + k * 41 % 300, 800 + k * 23 % 70, 17, 10, "#e5b03a", f'transform="rotate({k * 37 % 180} {150 + k * 41 % 300} {800 + k * 23 % 70})"') for k in range(10)])


def wall_clock(x, y, hour, minute, city):
    return "".join([circle(x + 6, y + 10, 66, "#000", 'opacity=".3" filter="url(#soft)"'), circle(x, y, 66, "#c9a85a"), circle(x - 2, y - 3, 62, "#ead08c"), circle(x, y, 56, "#fdfbf4")] + [group([rect(-2, -52, 4, 12 if k % 3 == 0 else 6, "#2a2520")], f"translate({x} {y}) rotate({k*30})") for k in range(12)]
                   + [group([rect(-4, -32, 8, 38, "#2a2520", 4)], f"translate({x} {y}) rotate({hour*30+minute/2})"), group([rect(-2.5, -46, 5, 54, "#2a2520", 3)], f"translate({x} {y}) rotate({minute*6})"), circle(x, y, 5, "#b5302a"), rect(x - 62, y + 80, 124, 28, "#2a2520", 4), text(x, y + 100, city, 17, "#ead08c", 700, "middle")])


def front_desk(v):
    c, stone = ["#6b4630", "#27505a"][v], ["#e9e2d4", "#dfe4e2"][v]
    out = ['<defs><linearGradient id="fw" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="%s"/><stop offset="1" stop-color="%s"/></linearGradient><linearGradient id="ff" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8f8577"/><stop offset="1" stop-color="#d5cbbb"/></linearGradient></defs>' % (["#d9c39c", "#c6d3cf"][v], ["#a98f66", "#8ba29c"][v]), rect(0, 0, W, 700, "url(#fw)"), rect(0, 700, W, 200, "url(#ff)"), rect(0, 694, W, 8, "#6b6156")]
    out += [line(600 + (i - 6) * 110, 700, 600 + (i - 6) * 250, H, "#a89d8c", 2) for i in range(13)] + [line(0, y, W, y, "#a89d8c", 2) for y in (740, 806)]
    # Panelled wall, pigeon holes with keys, clocks, lamps from above.
    out += [rect(150, 30, 900, 400, tone(c, .82), 4)] + [rect(158 + i * 74, 36, 64, 388, tone(c, 1.05 if i % 2 else .95), 3) + rect(158 + i * 74, 36, 10, 388, tone(c, 1.25), 3) for i in range(12)]
    out += [wall_clock(300, 130, 9, 10, "JAKARTA"), wall_clock(600, 130, 11, 10, "TOKYO"), wall_clock(900, 130, 5, 10, "MAKKAH"), rect(400, 268, 400, 150, "#3a2a1e", 4)]
    for r in range(3):
        for k in range(8):
            x, y = 408 + k * 49, 275 + r * 47
            out += [rect(x, y, 43, 41, "#1d1510", 2), rect(x, y, 43, 6, "#000", 2, 'opacity=".5"')] + ([rect(x + 8, y + 12, 26, 27, "#f4efe0", 2)] if (r * 5 + k * 3 + v) % 4 == 0 else [circle(x + 21, y + 14, 5, "#d9b04a"), rect(x + 18, y + 18, 6, 16, "#d9b04a", 2)] if (r + k + v) % 3 else [])
    for x in (76, 1120):
        out += [line(x, 0, x, 300, "#2a2520", 4), ellipse(x, 400, 190, 150, "#ffe6a8", 'opacity=".28" filter="url(#glow)"'), path(f"M{x-56},352 q0,-58 56,-58 q56,0 56,58 z", fill="#d9b04a"), path(f"M{x-56},352 q0,-58 56,-58 q-30,10 -34,58 z", fill="#f2d98e"), ellipse(x, 352, 56, 12, "#fff6d6")]
    # The desk with its stone top.
    out += [ellipse(600, 850, 560, 34, "#000", 'opacity=".45" filter="url(#soft)"'), rect(70, 520, 1060, 320, tone(c, .8)), rect(70, 520, 1060, 60, "#000", 0, 'opacity=".25"')] + [rect(92 + i * 174, 566, 158, 240, tone(c, 1.12), 4) + rect(92 + i * 174, 566, 158, 8, tone(c, 1.45), 4) + rect(106 + i * 174, 588, 130, 204, tone(c, .95), 3) for i in range(6)]
    out += [rect(70, 822, 1060, 30, "#2a2520"), poly([(30, 486), (1170, 486), (1150, 452), (50, 452)], tone(stone, 1.3)), rect(30, 486, 1140, 40, stone, 4), rect(30, 486, 1140, 8, "#ffffff", 4, 'opacity=".7"'), path("M180,500 q60,14 120,2 t160,8 M640,512 q90,-12 160,0 t170,-4", stroke=tone(stone, .84), width=3), rect(440, 640, 320, 74, "#c9a85a", 6), rect(446, 646, 308, 62, tone(c, .6), 4), text(600, 690, ["EDOTEL SMK", "RESEPSI"][v], 34, "#f2d98e", 700, "middle")]
    # On the desk: register, bell, key cards, screen, flowers.
    out += [ellipse(858, 470, 120, 14, "#000", 'opacity=".35" filter="url(#soft)"'), rect(770, 300, 210, 140, "#20262b", 10), rect(770, 300, 210, 6, "#6a747c", 5), poly([(850, 440), (900, 440), (912, 470), (838, 470)], "#3a4248"), text(875, 378, "SMK", 30, "#8d979d", 700, "middle")]
    out += [poly([(420, 474), (470, 436), (720, 436), (740, 474)], "#f7f3e8"), line(596, 436, 590, 474, "#b9b09c", 3), poly([(420, 474), (740, 474), (738, 482), (422, 482)], "#7a2f2a")] + [line(486 - k * 9, 444 + k * 8, 580, 444 + k * 8, "#8d979d", 2) for k in range(4)] + [line(612, 444 + k * 8, 700 + k * 5, 444 + k * 8, "#8d979d", 2) for k in range(4)] + [group([rect(0, 0, 90, 8, "#1f3f6b", 4), poly([(90, 0), (104, 4), (90, 8)], "#d9b04a")], "translate(640 462) rotate(-22)")]
    out += [ellipse(352, 474, 58, 9, "#000", 'opacity=".35" filter="url(#soft)"'), rect(306, 462, 92, 12, "#2a2520", 5), path("M312,464 a40,44 0 0 1 80,0 z", fill="#d6a437"), path("M312,464 a40,44 0 0 1 40,-44 q-24,14 -22,44 z", fill="#f6dc8e"), rect(348, 408, 8, 14, "#8a651c", 3), circle(352, 406, 8, "#d6a437")]
    rng = random.Random(v + 2)
    out += [path(f"M180,440 q{dx*.3:.0f},-60 {dx},{dy}", stroke="#4f7a4c", width=5) for dx, dy in ((-70, -90), (-40, -130), (0, -150), (44, -126), (74, -84))] + ["".join(circle(180 + dx + 15 * k, 440 + dy + 13 * j, 13, [["#c2334d", "#e0788a", "#f4c7ce"], ["#f4efe0", "#f2d98e", "#e5b03a"]][v][rng.randrange(3)]) for k, j in ((-1, 0), (1, 0), (0, -1), (0, 1), (0, 0))) for dx, dy in ((-70, -90), (-40, -130), (0, -150), (44, -126), (74, -84), (-8, -92), (30, -84))] + [path("M146,412 h68 l-10,64 h-48 z", fill="#dfe9ec"), path("M146,412 h24 l-2,64 h-12 z", fill="#ffffff"), ellipse(180, 412, 34, 8, "#b4c6cc")]
    out += [group([rect(4, 6, 74, 46, "#000", 5, 'opacity=".3"'), rect(0, 0, 74, 46, col, 5), rect(0, 8, 74, 9, "#26262a"), text(37, 36, n, 15, "#fff", 700, "middle")], f"translate({x} 434) rotate({r}) scale(1 .7)") for x, r, col, n in ((1010, -5, c, "204"), (1060, 8, "#c9a85a", "305"))]
    return "".join(out) if v == 0 else framed("".join(out), 640, 470, 1.5, 2)


def scissors(x, y, angle, size=1):
    """Tailor's shears, open."""
    return group([group([path("M60,-4 L372,-34 q14,2 12,10 L70,26 z", fill="#c7cdd1"), path("M60,-4 L372,-34 q10,1 12,5 L66,8 z", fill="#f1f3f4"), path("M60,12 q-50,-10 -70,-56 q-30,-46 -84,-30 q-54,24 -34,74 q24,44 84,34 q50,-8 100,4 z M-34,-8 q-40,22 -66,4 q-16,-28 10,-44 q34,-6 56,40 z", fill="#23282d", extra='fill-rule="evenodd"')], "rotate(9)"),
                  group([path("M60,4 L372,34 q14,-2 12,-10 L70,-26 z", fill="#a3abb1"), path("M60,4 L372,34 q8,-1 11,-4 L66,-4 z", fill="#dfe3e5"), path("M60,-12 q-50,10 -70,56 q-30,46 -84,30 q-54,-24 -34,-74 q24,-44 84,-34 q50,8 100,-4 z M-34,8 q-40,-22 -66,-4 q-16,28 10,44 q34,6 56,-40 z", fill="#333a40", extra='fill-rule="evenodd"')], "rotate(-9)"), circle(62, 0, 13, "#8d969c"), circle(60, -2, 8, "#dfe3e5")], f"translate({x} {y}) rotate({angle}) scale({size})")


def pattern_piece(outline, inner, words, x, y, angle, paper="#ecdcb2"):
    """Brown paper with cutting line, seam line, grain line and notches; pinned to the cloth."""
    ink = "#7b5e2d"
    return group([path(outline, fill="#000", extra='opacity=".35" filter="url(#soft)" transform="translate(9 13)"'), path(outline, fill=paper, stroke=tone(paper, .78), width=2), path(inner, stroke=ink, width=2.5, extra='stroke-dasharray="13 8"')] + words, f"translate({x} {y}) rotate({angle})")


def grain(x, y1, y2):
    return line(x, y1, x, y2, "#7b5e2d", 2.5) + path(f"M{x-9},{y1+18} L{x},{y1} L{x+9},{y1+18} M{x-9},{y2-18} L{x},{y2} L{x+9},{y2-18}", stroke="#7b5e2d", width=2.5)


def pin(x, y, angle, head):
    return group([line(3, 5, 63, 5, "#000", 2, 'opacity=".3"'), line(0, 0, 60, 0, "#dfe3e5", 2.5), circle(0, 0, 7, head), circle(-2, -2, 2.5, "#ffffff")], f"translate({x} {y}) rotate({angle})")


def sewing_pattern(v):
    cloth, motif = [("#3f6f6a", "#5d918b"), ("#6b3f55", "#94667d")][v]
    ink = "#6b4f22"
    out = [surface("#8a6a4b", "#7a5c3f", v), poly([(60, 40), (1180, 10), (W, 780), (90, 860)], "#000", 'opacity=".35" filter="url(#soft)"'), poly([(50, 30), (W, 0), (W, 770), (80, 850)], cloth), poly([(50, 30), (W, 0), (W, 250), (60, 560)], tone(cloth, 1.14)), path("M50,30 Q90,300 62,470 T80,850", stroke=tone(cloth, 1.4), width=7)]
    # A batik-like repeat printed on the cloth.
    for r in range(9):
        for k in range(12):
            x, y = 120 + k * 98 + (49 if r % 2 else 0), 70 + r * 92 - k * 2
            if y < 800 - k * 4:
                out.append(group([ellipse(0, -15, 7, 14, motif), ellipse(0, 15, 7, 14, motif), ellipse(-15, 0, 14, 7, motif), ellipse(15, 0, 14, 7, motif), circle(0, 0, 4, tone(motif, 1.5))], f"translate({x} {y}) rotate({45 if r % 2 else 0})", 'opacity=".55"'))
    out.append(path("M700,20 C660,260 760,420 700,830", stroke=tone(cloth, .72), width=16, extra='opacity=".5" filter="url(#soft)"'))
    if v == 0:
        out += [pattern_piece("M0,30 L150,0 Q190,70 262,62 L282,0 L372,60 Q330,150 390,240 V640 H0 z", "M20,46 L142,22 Q190,92 272,82 L292,30 L348,70 Q312,160 370,250 V620 H20 z", [grain(70, 160, 540), text(200, 350, "Badan muka", 32, ink, 700, "middle"), text(200, 386, "TM · lipatan kain · 1×", 19, ink, 400, "middle"), text(200, 412, "Ukuran M", 19, ink, 400, "middle"), path("M200,640 L226,500 L252,640", stroke="#b5302a", width=2.5), path("M390,300 l-14,8 l14,8 M0,420 l14,8 l-14,8", stroke=ink, width=3)], 130, 110, -3)]
        out += [pattern_piece("M0,150 Q80,20 170,0 Q260,20 340,150 L300,520 H40 z", "M24,152 Q92,42 170,24 Q248,42 316,152 L280,500 H60 z", [grain(170, 180, 440), text(170, 120, "Lengan", 30, ink, 700, "middle"), text(170, 148, "2×", 20, ink, 400, "middle"), line(24, 190, 316, 190, ink, 1.5, 'stroke-dasharray="4 5"')], 600, 90, 5), pattern_piece("M0,40 Q150,-30 300,40 L282,110 Q150,50 18,110 z", "M20,48 Q150,-10 280,48 L268,90 Q150,34 32,90 z", [text(150, 62, "Kerah 2×", 20, ink, 700, "middle")], 590, 670, -6)]
    else:
        out += [pattern_piece("M120,0 H320 L440,560 Q220,640 0,560 z", "M134,22 H306 L416,548 Q220,612 24,548 z", [grain(220, 130, 470), text(220, 300, "Rok panel", 25, ink, 700, "middle", 'dx="80"'), text(300, 332, "bertingkat 4×", 19, ink, 400, "middle"), path("M180,0 l12,90 l12,-90 M250,0 l12,90 l12,-90", stroke="#b5302a", width=2.5)], 120, 120, -5)]
        out += [pattern_piece("M0,30 L130,0 Q170,60 240,0 L340,50 Q290,140 330,220 V420 H0 z", "M20,44 L124,22 Q170,84 246,24 L314,60 Q270,146 310,230 V400 H20 z", [grain(60, 130, 370), text(190, 250, "Badan", 30, ink, 700, "middle"), text(190, 280, "belakang 2×", 19, ink, 400, "middle"), path("M150,420 L170,310 L190,420", stroke="#b5302a", width=2.5)], 620, 80, 4), pattern_piece("M0,0 H420 V84 H0 z", "M18,16 H402 V68 H18 z", [text(210, 52, "Ban pinggang 1×", 22, ink, 700, "middle")], 600, 560, -3)]
    out += [pin(x, y, a, h) for x, y, a, h in ((190, 190, 60, "#c2334d"), (440, 640, 30, "#e5b03a"), (650, 330, 80, "#2f74c0"), (860, 200, 120, "#c2334d"), (690, 720 if v == 0 else 626, 20, "#f4efe0"), (180, 560, -20, "#2f74c0"))]
    tape = "M1180,420 C1040,460 1130,560 1010,640 S760,800 560,800"
    out += [path(tape, stroke="#000", width=40, extra='opacity=".3" filter="url(#soft)"'), path(tape, stroke="#d9b030", width=42), path(tape, stroke="#f6dc5e", width=36), path(tape, stroke="#4a3a10", width=30, extra='stroke-dasharray="2 12" style="stroke-linecap:butt"'), path(tape, stroke="#f6dc5e", width=14), scissors([1000, 480][v], [250, 790][v], [112, -160][v], .85)]
    out += [group([ellipse(8, 12, 46, 44, "#000", 'opacity=".35" filter="url(#soft)"'), circle(0, 0, 44, "#c9a27a"), circle(0, 0, 36, col), circle(-6, -8, 26, tone(col, 1.25)), circle(0, 0, 13, "#ecdcb2"), circle(0, 0, 6, "#5a4630")] + [path(f"M{-33+k*2},{-8+k*5} q33,-18 {64-k*3},2", stroke=tone(col, .7), width=1.5) for k in range(6)], f"translate({x} {y})") for x, y, col in ((120, 800, "#c2334d"), (230, 830, "#f4efe0"))]
    chalk = poly([(0, 20), (80, 0), (96, 44), (14, 62)], "#fdfbf4")
    return "".join(out) + group([chalk, poly([(14, 62), (96, 44), (96, 54), (16, 72)], "#c9d3d8")], "translate(330 770)")


def dress(v):
    if v:
        return kebaya()
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


def kebaya():
    """A kebaya with a wrapped batik skirt, on the stand beside the cutting table."""
    c, cloth, gold = "#1f5c63", "#6b4327", "#d6a437"
    out = [room("#d9dccf", "#a88d70", 740, tiles=False), rect(700, 560, 480, 24, "#8a6a48", 4), rect(730, 584, 24, 230, "#6b4f34"), rect(1126, 584, 24, 230, "#6b4f34"), shadow(380, 846, 190, 24, .4), rect(370, 700, 20, 140, "#4a3b2e"), path("M290,846 h180 l-46,-22 h-88 z", fill="#4a3b2e"), rect(364, 70, 32, 60, "#4a3b2e", 10)]
    out += [path("M270,430 h220 l30,340 q-140,40 -280,0 z", fill=cloth), path("M400,430 h90 l30,340 q-40,14 -90,18 z", fill=tone(cloth, .8)), path("M330,430 l60,356", stroke=tone(cloth, .6), width=7)]
    for r in range(7):
        for k in range(6):
            x, y = 276 + k * 40 + (20 if r % 2 else 0) - r * 2, 462 + r * 46
            if x < 490:
                out.append(group([ellipse(0, -9, 5, 9, gold), ellipse(0, 9, 5, 9, gold), ellipse(-9, 0, 9, 5, gold), ellipse(9, 0, 9, 5, gold)], f"translate({x} {y})", 'opacity=".7"'))
    out += [path("M316,150 q64,60 128,0 l44,30 q-8,140 -20,210 l44,100 q-70,34 -132,-6 q-62,40 -132,6 l44,-100 q-12,-70 -20,-210 z", fill=c), path("M380,196 V484 q62,40 132,6 l-44,-100 q12,-70 20,-210 l-44,-30 q-20,30 -64,46", fill=tone(c, .84)), path("M316,150 q20,90 64,140 q44,-50 64,-140", stroke=gold, width=9), line(290, 190, 232, 430, c, 50), line(470, 190, 528, 430, tone(c, .84), 50), line(228, 440, 226, 452, gold, 48), line(532, 440, 534, 452, gold, 48)]
    out += [circle(380, 310 + i * 42, 8, gold) for i in range(4)] + [circle(300 + (k * 53) % 160, 220 + (k * 37) % 230, 3.5, "#dfe9e6") for k in range(40)]
    # On the table: folded cloth, iron, sketch on the wall.
    out += [rect(760, 500, 200, 60, cloth, 10), rect(760, 470, 200, 34, "#8c2f4b", 10), rect(760, 444, 200, 30, gold, 10), path("M1000,560 q4,-60 70,-66 h50 l20,66 z", fill="#c7cdd1"), path("M1040,490 q40,-40 80,-10", stroke="#23282d", width=16), rect(760, 100, 260, 290, "#fff", 3), path("M890,140 q30,20 60,0 M890,150 l-30,60 l14,40 l-34,110 h120 l-34,-110 l14,-40 l-30,-60", stroke="#59636b", width=4), circle(890, 126, 14, "none", 'stroke="#59636b" stroke-width="4"'), rect(960, 300, 40, 60, c), rect(960, 250, 40, 40, cloth)]
    return "".join(out)
