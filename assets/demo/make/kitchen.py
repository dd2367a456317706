"""The school's kitchen: the station before service, and the bakery's trays."""
import random

from draw import W, circle, ellipse, group, line, path, poly, rect, surface, text, tone


def bowl(x, y, r, colour, heap):
    """A steel bowl seen from the front and a little above, with what is in it."""
    return "".join([ellipse(x + 8, y + r * .62, r * 1.05, r * .2, "#000", 'opacity=".35" filter="url(#soft)"'), path(f"M{x-r},{y} q0,{r*.66:.0f} {r*.5:.0f},{r*.66:.0f} h{r} q{r*.5:.0f},0 {r*.5:.0f},{-r*.66:.0f} z", fill=colour), path(f"M{x-r},{y} q0,{r*.66:.0f} {r*.5:.0f},{r*.66:.0f} h{r*.2:.0f} q{-r*.4:.0f},{-r*.1:.0f} {-r*.4:.0f},{-r*.66:.0f} z", fill=tone(colour, 1.5)), path(f"M{x+r*.5:.0f},{y} h{r*.5:.0f} q0,{r*.66:.0f} {-r*.5:.0f},{r*.66:.0f} h{-r*.2:.0f} q{r*.3:.0f},{-r*.2:.0f} {r*.2:.0f},{-r*.66:.0f} z", fill=tone(colour, .7)),
                    ellipse(x, y, r, r * .26, tone(colour, 1.3)), ellipse(x, y + 2, r * .9, r * .21, tone(colour, .6)), heap])


def heap(x, y, r, colours, seed, shape="dice"):
    rng, out = random.Random(seed), []
    for i in range(46):
        t = rng.uniform(-1, 1)
        px, py = x + t * r * .78, y + 3 - rng.uniform(0, 1) * r * .42 * (1 - t * t)
        c = rng.choice(colours)
        if shape == "dice":
            out.append(group([rect(-7, -6, 14, 12, c, 3), rect(-7, -6, 14, 4, tone(c, 1.4), 2)], f"translate({px:.0f} {py:.0f}) rotate({rng.randint(-40,40)})"))
        elif shape == "ring":
            out.append(group([ellipse(0, 0, 11, 7, c), ellipse(0, 0, 5, 3, tone(c, .55)), path("M-8,-3 q8,-6 15,0", stroke=tone(c, 1.5), width=2)], f"translate({px:.0f} {py:.0f}) rotate({rng.randint(-40,40)})"))
        else:
            out.append(group([path("M-16,0 q16,-12 32,0 q-16,12 -32,0", fill=c), line(-12, 0, 12, 0, tone(c, 1.35), 1.5)], f"translate({px:.0f} {py:.0f}) rotate({rng.randint(-70,70)})"))
    return "".join(out)


def pan(x, y, w, h, colour, steam=2):
    """A pot on its flame."""
    out = [path(f"M{x+w*.2:.0f},{y+14} q8,-22 18,-4 q10,-22 20,0 q10,-22 20,0 q10,-22 20,2 q-40,12 -78,2 z", fill="#4f9fe0"), path(f"M{x+w*.28:.0f},{y+12} q5,-12 10,-2 q8,-12 14,0 q8,-12 14,0", fill="#bfe3ff"), rect(x, y - h, w, h, tone(colour, .82), 12), rect(x, y - h, w * .72, h, colour, 12), rect(x + w * .08, y - h + 14, w * .1, h - 26, tone(colour, 1.55), 8), rect(x + w * .82, y - h + 10, w * .12, h - 16, tone(colour, .6), 8), rect(x - 6, y - h - 8, w + 12, 16, tone(colour, 1.3), 8), rect(x - 44, y - h + 22, 48, 14, tone(colour, .55), 7), rect(x + w - 4, y - h + 22, 48, 14, tone(colour, .45), 7)]
    out += [path(f"M{x+w/2+(k-.5)*44:.0f},{y-h-14} c-30,-34 26,-56 -4,-96 c-14,-22 4,-40 10,-52", stroke="#ffffff", width=17, extra='opacity=".3" filter="url(#soft)"') for k in range(steam)]
    return "".join(out)


def knife(x, y, angle):
    return group([rect(6, 12, 330, 26, "#000", 8, 'opacity=".3" filter="url(#soft)"'), path("M110,0 H330 q14,22 -60,38 q-90,10 -160,2 z", fill="#cfd5d8"), path("M110,0 H330 q2,4 0,8 L110,14 z", fill="#ffffff"), path("M112,34 q90,8 170,-4 q44,-10 50,-18 q4,18 -62,26 q-90,10 -158,2 z", fill="#9aa4aa"), rect(-20, 0, 132, 30, "#2b2320", 8), rect(-20, 0, 132, 9, "#59493f", 6)] + [circle(14 + i * 38, 16, 5, "#c9b27a") for i in range(3)], f"translate({x} {y}) rotate({angle})")


def kitchen_station(v):
    tile = ["#dfe7e6", "#e9e3d6"][v]
    out = ['<defs><linearGradient id="steel" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#eef1f2"/><stop offset="1" stop-color="#a3adb3"/></linearGradient><linearGradient id="tiles" x1="1" y1="0" x2="0" y2="1"><stop offset="0" stop-color="%s"/><stop offset="1" stop-color="%s"/></linearGradient></defs>' % (tone(tile, 1.5), tone(tile, .74)), rect(0, 0, W, 580, "url(#tiles)")]
    out += [line(x + (30 if k % 2 else 0), y, x + (30 if k % 2 else 0), y + 46, tone(tile, .84), 2) for k, y in enumerate(range(0, 560, 46)) for x in range(-30, W, 92)] + [line(0, y, W, y, tone(tile, .84), 2) for y in range(0, 560, 46)]
    # Hood, order rail, hanging ladles.
    out += [poly([(500, 0), (1160, 0), (1230, 126), (430, 126)], "#b3bcc1"), poly([(500, 0), (700, 0), (640, 126), (430, 126)], "#d5dbde"), rect(430, 126, 800, 24, "#8b959b"), rect(430, 126, 800, 6, "#eef1f2"), poly([(470, 150), (1190, 150), (1120, 470), (540, 470)], "#fff3d0", 'opacity=".22"'), rect(30, 92, 350, 14, "#8b959b", 5), rect(30, 92, 350, 5, "#dfe4e6", 3)]
    for i in range(4):
        x = 48 + i * 82
        out += [group([rect(0, 0, 66, 108 + i % 2 * 22, "#fdfbf3", 2), rect(8, 12, 40, 6, "#26323a", 3)] + [rect(8, 28 + k * 14, [46, 34, 50, 28, 40][(k + i) % 5], 4, "#8d979c", 2) for k in range(5)] + [path("M12,86 l6,7 l12,-16", stroke="#2f7a56", width=4) if i % 2 else ""], f"translate({x} 100) rotate({[-2, 1, 2, -1][i]})")]
    out += [rect(30, 270, 370, 10, "#6f7a80")]
    for i in range(5):
        x = 60 + i * 74
        out += [line(x, 280, x, 360, "#8b959b", 7), line(x - 2, 280, x - 2, 360, "#dfe4e6", 2), [path(f"M{x-24},360 h48 q0,40 -24,40 q-24,0 -24,-40", fill="#a9b3b8"), path(f"M{x-20},360 h40 v52 h-40 z", fill="#98a2a8") + "".join(line(x - 12 + k * 12, 370, x - 12 + k * 12, 404, "#59646b", 4) for k in range(3)), path(f"M{x},360 q-26,40 0,66 q26,-26 0,-66 M{x},360 q-10,34 0,66 q10,-32 0,-66", stroke="#98a2a8", width=4)][i % 3]]
    # Stove.
    out += [rect(440, 430, 780, 150, "#59636a"), rect(440, 430, 780, 16, "#8d979d"), rect(440, 520, 780, 60, "#30383e")] + [circle(510 + i * 90, 550, 17, "#1b2024") + circle(507 + i * 90, 547, 13, "#59636a") + line(510 + i * 90, 550, 510 + i * 90 + [0, 8, -8][i % 3], 538, "#ff7a5a", 4) for i in range(8)]
    out += [pan(520, 424, 170, 96, "#9aa4aa"), pan(780, 424, 180, 120, ["#b36a3e", "#59636a"][v]), pan(1010, 424, 140, 70, "#30373c", 1)]
    # The table in front, with everything at hand.
    out += [rect(0, 570, W, 330, "url(#steel)"), rect(0, 570, W, 10, "#ffffff"), poly([(0, 880), (W, 880), (W, 900), (0, 900)], "#6f7a80"), poly([(700, 580), (980, 580), (700, 880), (340, 880)], "#ffffff", 'opacity=".3"')]
    if v == 0:
        out += [group([rect(10, 16, 460, 170, "#000", 10, 'opacity=".35" filter="url(#soft)"'), poly([(40, 0), (440, 0), (480, 170), (0, 170)], "#d9b27c"), poly([(0, 170), (480, 170), (478, 188), (2, 188)], "#a87f4b")] + [path(f"M{30+k*9},{22+k*34} q180,-8 {400-k*4},2", stroke="#c49a62", width=3) for k in range(5)], "translate(360 640)")]
        rng = random.Random(3)
        out += [group([ellipse(0, 0, 16, 11, "#c8342b"), ellipse(0, 0, 9, 5, "#f3b9a0"), circle(-2, 0, 1.6, "#f7e2a0"), circle(4, 1, 1.6, "#f7e2a0")], f"translate({430+rng.uniform(0,150):.0f} {690+rng.uniform(0,80):.0f}) rotate({rng.randint(-50,50)})") for _ in range(22)] + [path("M610,690 q50,-26 110,-4 q-50,18 -110,4 z", fill="#d3382c"), path("M612,690 q50,-20 100,-6", stroke="#f28a7c", width=4), path("M606,692 q-20,-10 -26,4", stroke="#4f8a3c", width=8), knife(490, 780, -6)]
        out += [bowl(120, 690, 84, "#b3bcc1", heap(120, 690, 84, ["#7fb04f", "#a8cf72", "#5f9a3c"], 1, "ring")), bowl(270, 790, 84, "#b3bcc1", heap(270, 790, 84, ["#c86a8a", "#a84a70", "#e3a0b5"], 2, "ring")), bowl(920, 690, 84, "#b3bcc1", heap(920, 690, 84, ["#e88a2c", "#f2a548"], 3)), bowl(1090, 690, 76, "#b3bcc1", heap(1090, 690, 76, ["#3d7a3a", "#5a9a4a", "#79b85a"], 4, "leaf")), bowl(1000, 800, 88, "#eef1f2", heap(1000, 800, 88, ["#f4efdf", "#fffbf0", "#e9dfc4"], 5))]
    else:
        # Breakfast: eggs, toast, fruit.
        out += [ellipse(280, 800, 250, 54, "#000", 'opacity=".3" filter="url(#soft)"'), path("M60,720 h440 l-20,86 q-200,40 -400,0 z", fill="#b98a52"), path("M60,720 h440 l-4,20 h-432 z", fill="#dcb27a")] + [line(70 + k * 36, 742, 82 + k * 33, 808, "#96693a", 4) for k in range(12)] + [ellipse(110 + (i % 6) * 68, 716 - i // 6 * 40, 36, 44, c) + ellipse(100 + (i % 6) * 68, 702 - i // 6 * 40, 13, 18, tone(c, 1.6)) for i, c in enumerate(["#d9a27a", "#e6b994", "#c98f66", "#e0ad86", "#d39a70", "#e6b994"])]
        out += [group([rect(-4, 90, 400, 20, "#000", 8, 'opacity=".35" filter="url(#soft)"'), poly([(0, 60), (380, 60), (400, 100), (-20, 100)], "#f4f2ec")] + [path(f"M{20+i*72},66 v-64 q-6,-40 34,-42 q40,2 34,42 v64 z", fill="#a8652c") + path(f"M{28+i*72},62 v-62 q-2,-30 26,-32 q28,2 26,32 v62 z", fill="#e9bf82") + path(f"M{34+i*72},10 q20,-12 38,0", stroke="#c98f4c", width=4) for i in range(5)], "translate(560 690)"), bowl(1060, 690, 96, "#eef1f2", heap(1060, 690, 96, ["#e8632c", "#f2c548", "#c8342b"], 6)), bowl(900, 820, 80, "#b3bcc1", heap(900, 820, 80, ["#7fb04f", "#a8cf72"], 7, "leaf")), knife(540, 850, -3), rect(1110, 760, 50, 110, "#e0a13a", 10), rect(1110, 760, 15, 110, "#f6d08a", 8), rect(1116, 736, 38, 26, "#6b4a2f", 5), rect(1114, 800, 42, 40, "#fbf6e6", 3)]
    return "".join(out)


def bun(x, y, rng):
    """A glazed bun with sesame, each a little different."""
    rx, ry = 92 + rng.uniform(-4, 4), 84 + rng.uniform(-4, 4)
    return "".join([ellipse(x + 10, y + 16, rx, ry, "#000", 'opacity=".4" filter="url(#soft)"'), ellipse(x, y, rx, ry, "#7d3f17"), ellipse(x - 3, y - 5, rx * .96, ry * .93, "#b0621f"), ellipse(x - 8, y - 12, rx * .8, ry * .74, "#cf842f"), ellipse(x - 14, y - 20, rx * .56, ry * .48, "#e29d45"), path(f"M{x-56:.0f},{y-26:.0f} q18,-34 62,-38", stroke="#fbe3b0", width=9, extra='opacity=".85"')]
                   + [group([ellipse(0, 0, 6, 3.4, "#fdf2d2"), ellipse(-1, -1, 3, 1.6, "#ffffff")], f"translate({x-10+rng.uniform(-52,52):.0f} {y-12+rng.uniform(-42,42):.0f}) rotate({rng.randint(0,180)})") for _ in range(15)])


def croissant(x, y, turn):
    """Seven rolled segments, wide in the middle, on a crescent."""
    out = [path("M-92,40 Q-84,-62 0,-66 Q84,-62 92,40 Q60,4 0,2 Q-60,4 -92,40 z", fill="#000", extra='opacity=".4" filter="url(#soft)" transform="translate(10 14)"')]
    for i, a in enumerate((-74, -50, -25, 25, 50, 74, 0)):
        w, h = 30 - abs(a) * .14, 52 - abs(a) * .36
        body = [ellipse(0, 0, w, h, "#8a4a1a"), ellipse(-2, -3, w * .88, h * .92, "#bd712a"), ellipse(-5, -10, w * .56, h * .62, "#dd9a48"), path(f"M{-w*.4:.0f},{-h*.5:.0f} q{w*.3:.0f},{-h*.2:.0f} {w*.6:.0f},{-h*.1:.0f}", stroke="#f8dcaa", width=4)]
        out.append(group(body, f"rotate({a}) translate(0 -34) translate({-a*.25:.0f} {abs(a)*-.36:.0f})"))
    return group(out, f"translate({x} {y+48}) rotate({turn}) scale(1.3)")


def bakery(v):
    rng = random.Random(v + 4)
    out = [surface(["#8f6b45", "#5c6a70"][v], ["#7d5c3a", "#525f65"][v], v)]
    if v == 0:
        out += [group([rect(14, 22, 940, 680, "#000", 24, 'opacity=".45" filter="url(#soft)"'), rect(0, 0, 940, 680, "#2f363b", 24), rect(0, 0, 940, 10, "#7d878d", 12), rect(16, 16, 908, 648, "#454d53", 16), poly([(30, 24), (905, 24), (912, 650), (22, 655)], "#e9dcc0"), poly([(30, 24), (480, 24), (300, 652), (22, 655)], "#f4ead2"), poly([(880, 620), (912, 650), (860, 652)], "#c9b994")]
                     + [bun(150 + (i % 4) * 214, 130 + i // 4 * 210, rng) for i in range(12)], "translate(60 120) rotate(-3)")]
        out += [circle(1110, 240, 112, "#000", 'opacity=".4" filter="url(#soft)"'), circle(1100, 226, 110, "#cfd5d8"), circle(1097, 222, 104, "#f0f2f3"), circle(1100, 226, 88, "#f0b93a"), circle(1088, 212, 60, "#f7d166"), path("M1040,200 a70,70 0 0 1 50,-44", stroke="#fff4cf", width=9), group([rect(8, 12, 300, 26, "#000", 10, 'opacity=".35" filter="url(#soft)"'), rect(0, 0, 200, 24, "#b0723a", 10), rect(0, 0, 200, 8, "#dba468", 6), rect(196, -6, 40, 36, "#aab3b8", 4), path("M236,-4 h60 q14,16 0,32 h-60 z", fill="#e9dcc0")] + [line(240, k * 6 - 2, 296, k * 6 - 1, "#c2ae84", 2) for k in range(6)], "translate(1010 640) rotate(-72)")]
    else:
        out += [group([rect(12, 20, 960, 660, "#000", 10, 'opacity=".35" filter="url(#soft)"')] + [rect(0, 8 + k * 31, 960, 6, "#aeb7bc", 3) + rect(0, 8 + k * 31, 960, 2, "#eef1f2", 1) for k in range(21)] + [rect(x, 0, 12, 650, "#8b959b", 5) + rect(x, 0, 4, 650, "#dfe4e6", 2) for x in (0, 314, 634, 948)] + [croissant(140 + (i % 4) * 228, 120 + i // 4 * 206, [4, -6, 8, -3, -8, 5, 2, -5, 6, -2, -7, 3][i]) for i in range(12)], "translate(110 110) rotate(2)")]
        out += [ellipse(rng.uniform(60, 1140), rng.uniform(60, 860), rng.uniform(1.5, 4), rng.uniform(1, 3), "#e3b36a") for _ in range(70)] + [group([rect(8, 12, 190, 120, "#000", 4, 'opacity=".35" filter="url(#soft)"'), rect(0, 0, 190, 116, "#fbf7ea", 4), rect(0, 0, 190, 28, "#b4562b", 4), text(95, 21, "Croissant mentega", 15, "#fff", 700, "middle"), text(14, 58, "Panggang 06.40", 16, "#4a3a2a"), text(14, 82, "Isi 12", 16, "#4a3a2a"), path("M14,100 q40,-16 70,0 t70,-4", stroke="#1f4a96", width=3)], "translate(960 740) rotate(-8)")]
    return "".join(out)
