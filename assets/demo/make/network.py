"""Network work: a patch panel from near, a rack in the room."""
import random

from draw import W, H, circle, ellipse, framed, group, line, path, poly, rect, room, text, tone


def steel(name, colour):
    """A gradient of brushed steel, lit from above."""
    return f'<linearGradient id="{name}" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="{tone(colour, 1.45)}"/><stop offset=".12" stop-color="{tone(colour, 1.1)}"/><stop offset=".8" stop-color="{colour}"/><stop offset="1" stop-color="{tone(colour, .6)}"/></linearGradient>'


def port(x, y, lit):
    """A keystone jack with its eight contacts."""
    return "".join([rect(x, y, 54, 54, "#0d1114", 5), rect(x + 4, y + 4, 46, 46, "#1c2227", 3), rect(x + 8, y + 10, 38, 30, "#05070a", 2), rect(x + 18, y + 38, 18, 9, "#05070a", 1)] + [line(x + 12 + i * 4.3, y + 11, x + 12 + i * 4.3, y + 19, "#c9a24a", 1.8) for i in range(8)]
                   + [rect(x + 6, y + 46, 8, 4, lit, 1), rect(x + 40, y + 46, 8, 4, "#e0a63a", 1)])


def plug(x, y, colour):
    """A plug in its port with boot and cable end, seen from the front and above."""
    return "".join([rect(x + 9, y + 12, 36, 34, tone(colour, .55), 4), rect(x + 11, y + 14, 32, 36, colour, 5), rect(x + 11, y + 14, 32, 9, tone(colour, 1.35), 4), rect(x + 37, y + 16, 6, 34, tone(colour, .72), 3), rect(x + 20, y + 8, 14, 12, "#e8edf0", 2, 'opacity=".85"')] + [line(x + 15, y + 30 + k * 6, x + 39, y + 30 + k * 6, tone(colour, .6), 2) for k in range(3)])


def cable(d, colour, width=15):
    """Three tones: edge, body, light along the upper side."""
    return path(d, stroke=tone(colour, .5), width=width + 3) + path(d, stroke=colour, width=width) + f'<g transform="translate(-2.5 -2.5)">{path(d, stroke=tone(colour, 1.45), width=width * .22)}</g>'


def label(x, y, w, words):
    return rect(x, y, w, 22, "#f5f4ec", 2) + rect(x, y, w, 5, "#ffffff", 2) + text(x + w / 2, y + 17, words, 14, "#20262c", 700, "middle")


def patch_panel(v):
    rng = random.Random(v)
    colours = [["#2f74c0", "#2f74c0", "#d9a62b", "#c9443a"], ["#3d9a61", "#e6e8ea", "#3d9a61", "#2f74c0"]][v]
    out = [f'<defs>{steel("panel", "#3d454c")}{steel("rail", "#6d767d")}{steel("switch", ["#4d5963", "#35506a"][v])}</defs>', rect(0, 0, W, H, "#12161a"), rect(0, 0, 74, H, "url(#rail)"), rect(W - 74, 0, 74, H, "url(#rail)")]
    out += [rect(x, 18 + k * 44, 22, 22, "#15191d", 2) + rect(x, 18 + k * 44, 22, 4, "#000") for x in (26, W - 48) for k in range(20)]

    def unit(y, h, fill):
        parts = [rect(20, y + 8, W - 40, h, "#000", 4, 'opacity=".5"'), rect(14, y, W - 28, h, f"url(#{fill})", 4)]
        for x in (37, W - 37):
            for yy in (y + 24, y + h - 24):
                parts += [circle(x, yy, 12, "#99a2a8"), circle(x - 2, yy - 2, 9, "#d5dadd"), line(x - 6, yy, x + 6, yy, "#555e64", 2.5), line(x, yy - 6, x, yy + 6, "#555e64", 2.5)]
        return "".join(parts)
    top, comb, low = 96, 330, 560
    out += [unit(-70, 130, "panel"), unit(top, 186, "panel"), unit(comb, 190, "panel"), unit(low, 196, "switch"), unit(800, 140, "panel")]
    out += [text(90, top + 28, ["PP-01  LAB 2", "PP-03  KANTOR"][v], 18, "#eef1f2", 700), text(W - 92, top + 28, "CAT 6", 16, "#aeb7bd", 700, "end")]
    used = [c for c in range(12) if c not in ((4, 11) if v == 0 else (7,))]
    for c in range(12):
        x = 92 + c * 86
        out += [port(x, top + 66, "#5fe07f"), label(x - 7, top + 38, 68, f"{'AC'[v]}-{c+1:02}"), port(x, low + 66, "#5fe07f" if c in used else "#2a3a30"), circle(x + 14, low + 146, 6, "#5fe07f" if c in used else "#27332c"), circle(x + 38, low + 146, 6, "#f0b94a" if rng.random() < .6 and c in used else "#3a3426"), text(x + 27, low + 178, str(c + 1), 14, "#c5ced4", 700, "middle")]
    # Cables drop from the panel into the comb, run within it and come out over their switch port.
    for c in used:
        x, colour = 92 + c * 86 + 27, colours[c % 4]
        out.append(cable(f"M{x},{top+104} C{x+2},{top+170} {x-16},{comb-30} {x-16},{comb+60} C{x-16},{comb+150} {x-4},{low-30} {x},{low+80}", colour))
        out += [plug(x - 27, top + 66, colour), plug(x - 27, low + 66, colour)]
    out += [rect(80, comb + 34, W - 160, 42, "#20272d", 6), rect(80, comb + 34, W - 160, 8, "#4a545c", 5), rect(80, comb + 118, W - 160, 42, "#1a2025", 6), rect(80, comb + 118, W - 160, 7, "#414b53", 5)]
    for c in range(25):
        x = 86 + c * 42
        out += [rect(x, comb + 40, 12, 112, "#2b333a", 4), rect(x, comb + 40, 4, 112, "#566069", 3)]
    for c in used:
        x = 92 + c * 86 + 11
        out += [rect(x - 20, low - 30, 42, 20, "#f7f4e4", 3), text(x + 1, low - 15, f"{c+1:02}", 13, "#20262c", 700, "middle")]
    out.append(poly([(0, 0), (520, 0), (120, H), (0, H)], "#ffffff", 'opacity=".05"'))
    return "".join(out) if v == 0 else framed("".join(out), 420, 400, 1.55, -4)


def server_rack(v):
    """An open rack in the laboratory, its door aside, the floor shining below."""
    rng, door = random.Random(v + 2), ["#2b3238", "#303a44"][v]
    out = [room(["#7c8a94", "#8d949a"][v], "#59626a", 690), f'<defs>{steel("u1", "#434d56")}{steel("u2", "#2c343b")}{steel("u3", "#6a747c")}</defs>']
    # Cable tray on the ceiling and, behind, desks of the laboratory.
    out += [rect(0, 60, W, 12, "#aab3b9"), rect(0, 104, W, 10, "#7f898f")] + [rect(40 + i * 90, 72, 8, 32, "#98a2a8") for i in range(14)] + [path(f"M0,{78+i*6} C300,{84+i*5} 380,{74+i*6} 470,{82+i*5} S520,130 520,180", stroke=["#2f74c0", "#d9a62b", "#3d9a61", "#c8ccd0"][i], width=7) for i in range(4)]
    for i in range(3):
        x = 820 + i * 135
        out += [rect(x, 500, 110, 74, "#2b3238", 5), rect(x + 6, 506, 98, 60, ["#5b8fb5", "#4d7f9f", "#6b98b8"][i], 3), rect(x + 44, 574, 20, 22, "#2b3238")]
    out += [rect(780, 596, 420, 22, "#b08a5c"), rect(780, 596, 420, 6, "#d4b283"), rect(800, 618, 390, 120, "#7d6242"), rect(800, 618, 390, 16, "#5f4a31")]
    out += [ellipse(520, 860, 360, 34, "#000", 'opacity=".45" filter="url(#soft)"'), poly([(300, 150), (250, 110), (250, 880), (300, 856)], tone(door, 1.3)), rect(300, 130, 470, 730, "#171c20", 8), rect(322, 152, 426, 686, "#0d1013"), rect(300, 130, 470, 18, "#4b555d", 8), rect(300, 130, 22, 730, "#3a434a"), rect(748, 130, 22, 730, "#2c343a")]
    out += [rect(305, 160 + k * 24, 8, 10, "#12161a") + rect(757, 160 + k * 24, 8, 10, "#12161a") for k in range(28)]
    y, units = 160, [("patch", 46), ("comb", 34), ("switch", 46), ("patch", 46), ("comb", 34), ("switch", 46), ("blank", 34), ("server", 70), ("server", 70), ("disks", 96), ("ups", 110)] if v == 0 else [("switch", 46), ("comb", 34), ("patch", 46), ("router", 46), ("blank", 34), ("disks", 96), ("server", 70), ("server", 70), ("server", 70), ("ups", 110)]
    for kind, h in units:
        out.append(rect(326, y, 418, h, {"comb": "url(#u2)", "blank": "url(#u2)", "ups": "url(#u2)", "router": "url(#u3)"}.get(kind, "url(#u1)"), 3))
        if kind in ("patch", "switch"):
            for i in range(20):
                x = 344 + i * 19.4
                out += [rect(x, y + 18, 14, 14, "#07090b", 2)] + ([circle(x + 7, y + 10, 2.6, rng.choice(["#5fe07f", "#5fe07f", "#f0b94a", "#2b3a31"]))] if kind == "switch" else [rect(x, y + 6, 14, 6, "#f2f0e6", 1)])
        elif kind == "comb":
            out += [rect(340 + i * 26, y + 5, 6, h - 10, "#525c64", 2) for i in range(16)] + [path(f"M344,{y+12+k*5} H730", stroke=["#2f74c0", "#d9a62b", "#3d9a61"][k], width=5) for k in range(3)] + [rect(340 + i * 26, y + 5, 6, h - 10, "#525c64", 2) for i in range(16)]
        elif kind == "server":
            out += [rect(340 + i * 60, y + 12, 54, h - 24, "#1b2126", 3) + rect(340 + i * 60, y + 12, 54, 5, "#59636b", 2) + rect(346 + i * 60, y + h - 22, 10, 4, "#5fb4f2", 1) for i in range(4)] + [rect(592 + k * 8, y + 14, 4, h - 28, "#12161a") for k in range(12)] + [circle(706, y + h / 2, 10, "#171c20"), circle(706, y + h / 2, 7, "#5fb4f2"), circle(728, y + 20, 4, "#5fe07f")]
        elif kind == "disks":
            for r in range(2):
                for i in range(6):
                    out += [rect(340 + i * 66, y + 8 + r * 42, 60, 36, "#20272d", 3), rect(340 + i * 66, y + 8 + r * 42, 60, 5, "#6a747c", 2), rect(346 + i * 66, y + 22 + r * 42, 30, 12, "#0c0f12", 2), circle(390 + i * 66, y + 36 + r * 42, 3, "#5fe07f" if (r + i * 3) % 7 else "#f0b94a")]
        elif kind == "router":
            out += [rect(346, y + 12, 110, 22, "#0c1114", 3), text(401, y + 29, "GW-01", 14, "#7df28a", 700, "middle")] + [rect(480 + i * 30, y + 14, 22, 20, "#07090b", 2) for i in range(8)]
        elif kind == "ups":
            out += [rect(350, y + 18, 120, 58, "#0c1114", 5), rect(356, y + 24, 108, 46, "#2c5f86", 3), text(410, y + 44, "230 V", 16, "#dff1ff", 700, "middle"), text(410, y + 62, "38 %", 15, "#a9d5f5", 400, "middle"), circle(520, y + 46, 16, "#3c464d"), circle(520, y + 46, 10, "#5fe07f")] + [rect(560 + k * 14, y + 18, 7, h - 36, "#15191d", 2) for k in range(12)]
        y += h + 5
    # Patch leads fall down the side in one combed bundle, tied every hand's breadth.
    for i, c in enumerate(["#2f74c0", "#2f74c0", "#d9a62b", "#3d9a61", "#c9443a"]):
        start = 640 + i * 20
        for row in ([190, 320] if v == 0 else [190, 290]):
            out.append(path(f"M{start},{row} C{start+6},{row+46} {742-i*2},{row+8} {758+i*5},{row+70} V{[640, 700][v]}", stroke=tone(c, .55), width=8) + path(f"M{start},{row} C{start+6},{row+46} {742-i*2},{row+8} {758+i*5},{row+70} V{[640, 700][v]}", stroke=c, width=5.5))
    out += [rect(752, yy, 34, 9, "#0d1013", 3) for yy in range(300, 640, 62)]
    # The door with its glass, and a tester on the floor trolley.
    out += [poly([(250, 110), (70, 60), (70, 890), (250, 880)], door), poly([(230, 140), (92, 104), (92, 846), (230, 842)], "#7fa0b4", 'opacity=".35"'), poly([(230, 140), (160, 122), (92, 560), (92, 846)], "#ffffff", 'opacity=".10"'), rect(236, 470, 8, 60, "#aab3b9", 3)]
    out += [group([rect(8, 12, 150, 210, "#000", 14, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 150, 210, "#d9a62b", 14), rect(0, 0, 150, 24, "#f0cb66", 12), rect(16, 30, 118, 74, "#22303a", 6), text(75, 62, "1-2-3-6", 20, "#8df0b0", 700, "middle"), text(75, 88, "LULUS" if v == 0 else "36 m", 20, "#8df0b0", 700, "middle")] + [circle(40 + (k % 3) * 35, 136 + (k // 3) * 40, 13, ["#3a434a", "#3a434a", "#b5302a", "#3a434a", "#2f6d8f", "#3a434a"][k]) for k in range(6)], "translate(900 640) rotate(-7)")]
    return "".join(out) if v == 0 else framed("".join(out), 560, 520, 1.5, 3)
