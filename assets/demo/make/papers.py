"""Papers on a table: score form, job sheet, technical drawing."""
import random

from draw import circle, ellipse, group, line, path, poly, rect, ring, sheet_of_paper, surface, text

INK, PEN, PRINT = "#26323a", "#1f4a96", "#5c676e"

# Digits as a hand writes them, in a box of 14 x 22.
DIGITS = {"0": "M10,2 C2,1 0,20 6,21 C13,22 14,3 8,2", "1": "M3,6 L8,1 L7,21", "2": "M2,6 C3,-1 13,0 11,8 C9,14 4,17 2,21 L13,20", "3": "M2,3 C12,-2 13,9 6,10 C15,10 12,23 2,20",
          "4": "M8,1 L2,13 L13,12 M10,7 L9,22", "5": "M12,2 L5,2 L3,10 C14,7 14,22 2,20", "6": "M11,2 C3,6 1,20 7,21 C14,20 11,10 4,14", "7": "M2,3 L12,2 L5,21", "8": "M11,4 C4,-1 0,8 7,11 C14,15 9,23 5,21 C-1,17 11,10 11,4",
          "9": "M11,8 C5,13 0,6 5,2 C10,-1 13,6 10,21", "/": "M11,0 L3,22", ",": "M6,20 L4,25", "-": "M3,12 L11,12"}


def handwritten(x, y, words, size, rng, colour=PEN):
    """Numbers as a busy teacher writes them."""
    out = []
    for i, c in enumerate(words):
        if c in DIGITS:
            out.append(group([path(DIGITS[c], stroke=colour, width=2.4)], f"translate({x+i*size*.72:.1f} {y+rng.uniform(-1.5,1.5):.1f}) rotate({rng.uniform(-6,6):.1f}) scale({size/24:.2f})"))
    return "".join(out)


def scribble(x, y, width, rng, colour=PEN, stroke=2.6):
    """A written word: loops that no one can read."""
    d, at = f"M{x:.0f},{y:.0f}", x
    while at < x + width:
        step = rng.uniform(6, 11)
        rise = rng.choice([7, 8, 9, 17, 18])
        d += f" c{step*.3:.1f},{-rise} {step*.7:.1f},{-rise} {step*.5:.1f},{rng.uniform(-1,1):.1f} q{step*.2:.1f},3 {step*.5:.1f},-1"
        at += step
        if rng.random() < .14:
            at += 9
            d += " m9,0"
    return path(d, stroke=colour, width=stroke)


def signature(x, y, rng, colour=PEN):
    return path(f"M{x},{y} c16,-50 34,-54 30,-8 c-2,26 -26,22 -14,-4 c14,-30 40,-22 42,2 q8,-22 20,-4 t22,-4 t26,0 q20,-6 40,-22", stroke=colour, width=3) + path(f"M{x-6},{y+12} q70,-16 150,-8", stroke=colour, width=2.2)


def stamp(x, y, words, angle, colour="#7b3f8f"):
    return group([ring(0, 0, 58, 5, colour), ring(0, 0, 48, 2, colour), ring(0, 0, 28, 2, colour), path("M0,-24 l7,15 l16,2 l-12,11 l3,16 l-14,-8 l-14,8 l3,-16 l-12,-11 l16,-2 z", fill=colour, extra='opacity=".7"'),
                  f'<path id="arc" d="M-37,6 A37,37 0 1 1 37,6" fill="none"/><text font-family="Noto Sans" font-size="12" font-weight="700" fill="{colour}" text-anchor="middle"><textPath href="#arc" startOffset="50%">{words}</textPath></text>'],
                 f"translate({x} {y}) rotate({angle})", 'opacity=".75"')


def pen(x, y, angle, colour):
    return group([rect(8, 16, 350, 18, "#000", 9, 'opacity=".3" filter="url(#soft)"'), rect(0, 0, 300, 24, colour, 6), rect(0, 3, 300, 6, "#ffffff", 3, 'opacity=".4"'), rect(0, 17, 300, 7, "#000000", 3, 'opacity=".25"'), rect(-10, 2, 14, 20, "#b9bec2", 4),
                  rect(196, -5, 100, 8, "#d4d8db", 4), rect(288, -5, 10, 14, "#a9afb3", 2), rect(300, 0, 26, 24, "#d4d8db"), rect(300, 0, 26, 7, "#f4f5f6"), poly([(326, 0), (366, 9), (372, 12), (366, 15), (326, 24)], "#aab0b4"), poly([(326, 0), (366, 9), (326, 9)], "#e3e6e8")],
                 f"translate({x} {y}) rotate({angle})")


SCHOOLS = {"99900001": ("SMK NEGERI 1 TIRTA KENCANA", "#2f6d8f", 0), "99900002": ("SMK NEGERI 2 TELUK MUTIARA", "#8a3f32", 7)}


def letterhead(school, title, under):
    name, crest, _ = SCHOOLS[school]
    return [circle(72, 66, 30, crest), path("M72,44 l18,8 v16 q0,16 -18,24 q-18,-8 -18,-24 v-16 z", fill="#f2d064"), path("M60,68 l9,9 l16,-18", stroke=crest, width=5), text(120, 50, name, 22, INK, 700), text(120, 76, "Bidang keahlian · penilaian dan produksi", 16, PRINT),
            line(40, 106, 640, 106, INK, 4), line(40, 112, 640, 112, INK, 1.5), text(340, 148, title, 26, INK, 700, "middle"), text(340, 172, under, 16, PRINT, 400, "middle")]


def clip(x):
    return "".join([rect(x - 96, -34, 192, 58, "#868e94", 10), rect(x - 96, -34, 192, 16, "#d4d9dc", 8), rect(x - 60, -60, 120, 42, "#9ba3a8", 14), rect(x - 60, -60, 120, 12, "#dfe3e5", 8), circle(x, -36, 9, "#5a6268"), rect(x - 96, 14, 192, 10, "#5f676d", 4)])


def calculator(x, y, angle, shown):
    keys = [rect(22 + c * 46, 116 + r * 44, 36, 32, "#e8e9e4" if c < 3 else "#d9883a", 6) + rect(22 + c * 46, 140 + r * 44, 36, 8, "#b9bbb4" if c < 3 else "#a8652a", 4) for r in range(5) for c in range(4)]
    return group([rect(12, 16, 220, 350, "#000", 18, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 220, 350, "#30373d", 18), rect(0, 0, 220, 14, "#59636b", 10), rect(20, 26, 180, 66, "#b9c9ac", 6), rect(20, 26, 180, 8, "#8c9a80", 4), text(188, 76, shown, 36, "#2b3328", 700, "end")] + keys, f"translate({x} {y}) rotate({angle})")


def stopwatch(x, y):
    return "".join([ellipse(x + 16, y + 22, 118, 116, "#000", 'opacity=".4" filter="url(#soft)"'), rect(x - 16, y - 146, 32, 40, "#aab1b6", 6), rect(x - 24, y - 158, 48, 20, "#d3d8db", 6), circle(x, y, 114, "#8b9399"), circle(x - 3, y - 4, 108, "#d9dde0"), circle(x, y, 94, "#fbfaf6")]
                   + [group([rect(-2, -88, 4, 16 if k % 5 == 0 else 8, INK)], f"translate({x} {y}) rotate({k*6})") for k in range(60)]
                   + [text(x, y + 46, "60 s", 18, PRINT, 400, "middle"), group([poly([(-4, 18), (4, 18), (1.5, -80), (-1.5, -80)], "#c0392b")], f"translate({x} {y}) rotate(132)"), circle(x, y, 9, INK), poly([(x - 70, y - 60), (x - 10, y - 92), (x + 10, y - 80), (x - 60, y - 30)], "#ffffff", 'opacity=".5"')])


def score_form(v, school):
    rng = random.Random(v + 3 + SCHOOLS[school][2])
    rows = [("Persiapan alat dan bahan", 10), ("Keselamatan kerja (K3LH)", 15), ("Langkah kerja sesuai SOP", 20), ("Ketelitian hasil", 20), ("Mutu dan kerapian", 15), ("Waktu pengerjaan", 10), ("Kebersihan tempat kerja", 5), ("Laporan dan tanggung jawab", 5)]
    body = letterhead(school, "LEMBAR PENILAIAN UJI PRAKTIK", "Paket " + ["A", "C"][v] + " · diisi oleh penguji")
    for i, label in enumerate(["Nama", "Kelas", "Tanggal"]):
        y = 206 + i * 30
        body += [text(44, y, label, 17, INK), text(130, y, ":", 17, INK), line(144, y + 5, 420, y + 5, "#b4babd", 1.5)]
        body.append(handwritten(150, y - 20, ["12/05", "09/11"][v], 22, rng) if i == 2 else scribble(150, y, [170, 90][i] + v * 30, rng))
    scores = [rng.randint(80, 94) if i != [5, 3][v] else 76 for i in range(len(rows))]
    final = sum(weight * score for (_, weight), score in zip(rows, scores)) / 100
    top, h = 292, 39
    body += [rect(40, top, 600, h, "#dce4e8"), text(52, top + 26, "No", 16, INK, 700), text(100, top + 26, "Aspek yang dinilai", 16, INK, 700), text(432, top + 26, "Bobot", 16, INK, 700, "middle"), text(510, top + 26, "Skor", 16, INK, 700, "middle"), text(594, top + 26, "K / BK", 16, INK, 700, "middle")]
    for i, (label, weight) in enumerate(rows):
        y = top + h * (i + 1)
        body += [rect(40, y, 600, h, "#f3f5f4" if i % 2 else "#fbfaf5"), text(58, y + 26, str(i + 1), 16, INK), text(100, y + 26, label, 16, INK), text(432, y + 26, str(weight), 16, INK, 400, "middle"), handwritten(496, y + 8, str(scores[i]), 24, rng), path(f"M{574+rng.uniform(-3,3):.0f},{y+20} l8,10 l16,-24", stroke=PEN, width=3.4)]
    bottom = top + h * (len(rows) + 1)
    body += [line(40, top + h * i, 640, top + h * i, "#8b969c", 1.5) for i in range(len(rows) + 2)] + [line(x, top, x, bottom + 44, "#8b969c", 1.5) for x in (40, 88, 394, 470, 550, 640)]
    body += [rect(40, bottom, 600, 44, "#dce4e8", 0, 'opacity=".7"'), line(40, bottom + 44, 640, bottom + 44, INK, 2), text(100, bottom + 29, "Nilai akhir", 18, INK, 700), handwritten(488, bottom + 9, str(round(final)), 30, rng, "#b3282d"), '<ellipse cx="512" cy="%d" rx="36" ry="23" fill="none" stroke="#b3282d" stroke-width="3" transform="rotate(-8 512 %d)"/>' % (bottom + 22, bottom + 22),
             text(44, bottom + 84, "Catatan:", 16, INK), scribble(120, bottom + 84, 240, rng), scribble(60, bottom + 116, 210, rng), text(470, bottom + 78, "Penguji,", 16, INK), signature(470, bottom + 136, rng), line(460, bottom + 158, 630, bottom + 158, INK, 1.5), stamp(418, bottom + 122, "UJI KOMPETENSI", -16)]
    board = [rect(14, 18, 740, 850, "#000", 16, 'opacity=".45" filter="url(#soft)"'), rect(0, 0, 740, 850, ["#7a5331", "#2f4a56"][v], 16), rect(0, 0, 740, 10, ["#a87a50", "#547382"][v], 8), rect(0, 0, 8, 850, ["#966a42", "#456370"][v], 4)]
    out = [surface(["#56626a", "#a98a63"][v], ["#4c575f", "#987a54"][v], v + 9), group(board + [sheet_of_paper(30, 30, 680, 800, 0, body), clip(370)], "translate(%d %d) rotate(%d)" % ([(170, 62, -3), (350, 70, 4)][v]))]
    out += [pen(1010, 530, 76, "#1f4a96"), calculator(950, 120, 9, f"{final:.2f}".replace(".", ","))] if v == 0 else [stopwatch(170, 270), pen(10, 600, -30, "#2a2f34"), group([rect(8, 12, 180, 60, "#000", 6, 'opacity=".3" filter="url(#soft)"'), rect(0, 0, 180, 56, "#f4f3ee", 8), rect(0, 0, 70, 56, "#3a76a8", 8), rect(0, 0, 180, 10, "#ffffff", 6, 'opacity=".5"')], "translate(60 730) rotate(-12)")]
    return "".join(out)


def job_sheet(v, school):
    rng = random.Random(v + 21 + SCHOOLS[school][2])
    steps = [["Baca gambar dan cek ukuran bahan", "Siapkan alat dan APD", "Tandai dan potong bahan", "Rakit dan periksa kesikuan", "Kerjakan tahap utama", "Periksa hasil bersama guru", "Rapikan, bersihkan, lapor"], ["Cek pesanan dan jumlah", "Timbang dan siapkan bahan", "Kerjakan contoh pertama", "Periksa contoh dengan pelanggan", "Produksi sesuai contoh", "Pemeriksaan mutu akhir", "Kemas, beri label, catat"]][v]
    body = letterhead(school, "LEMBAR KERJA", "Teaching factory · No. " + ["TF-014", "TF-027"][v])
    # The drawing or the table of materials beside the steps.
    if v == 0:
        body += [rect(400, 196, 240, 186, "#eef2f3", 4, 'stroke="#8b969c" stroke-width="2"'), poly([(440, 320), (520, 350), (610, 310), (530, 282)], "#c9d3d8", 'stroke="#26323a" stroke-width="2.5"'), poly([(440, 320), (520, 350), (520, 366), (440, 336)], "#9fadb4", 'stroke="#26323a" stroke-width="2.5"'), poly([(520, 350), (610, 310), (610, 326), (520, 366)], "#b4c0c6", 'stroke="#26323a" stroke-width="2.5"'),
                 poly([(480, 300), (530, 318), (530, 232), (480, 214)], "#dbe3e6", 'stroke="#26323a" stroke-width="2.5"'), ellipse(505, 264, 12, 16, "#fff", 'stroke="#26323a" stroke-width="2.5"'), line(430, 330, 430, 222, "#b3282d", 1.5), text(424, 280, "96", 14, "#b3282d", 400, "end"), line(622, 312, 548, 282, "#b3282d", 1.5), text(600, 284, "120", 14, "#b3282d")]
    else:
        body.append(rect(400, 196, 240, 186, "#f6f3e8", 4, 'stroke="#8b969c" stroke-width="2"'))
        body.append(text(414, 222, "Bahan", 16, INK, 700))
        for i in range(5):
            body += [line(412, 234 + i * 29, 628, 234 + i * 29, "#c9c4b2", 1.5), scribble(416, 256 + i * 29, rng.uniform(60, 110), rng), handwritten(572, 240 + i * 29, str(rng.randint(2, 48)), 20, rng)]
    for i, label in enumerate(["Pesanan", "Kelompok", "Mulai", "Selesai"]):
        y = 220 + i * 42
        body += [text(44, y, label, 17, INK), line(140, y + 6, 376, y + 6, "#b4babd", 1.5), scribble(146, y, [150, 110][i], rng) if i < 2 else handwritten(146, y - 19, ["07,15", "13,40"][i - 2], 23, rng)]
    for i, label in enumerate(steps):
        y, done = 412 + i * 46, i < 6 - v
        body += [line(40, y + 40, 640, y + 40, "#c2c8ca", 1.5), rect(46, y + 8, 24, 24, "#fff", 3, f'stroke="{INK}" stroke-width="2"'), text(88, y + 27, f"{i+1}. {label}", 18, INK)]
        if done:
            body += [path(f"M49,{y+19} l9,10 l20,-28", stroke=PEN, width=4), handwritten(560, y + 9, str(rng.randint(10, 55)), 24, rng), text(602, y + 28, "mnt", 14, PRINT)]
    body += [text(44, 770, "Diperiksa:", 16, INK), signature(140, 770, rng), ellipse(520, 756, 54, 40, ["#3a3026", "#8a5a2a"][v], 'opacity=".10"'), ring(540, 764, 40, 5, ["#4a3b2a", "#8a5a2a"][v], 'opacity=".16"')]
    out = [surface(["#8a6a48", "#5e6e66"][v], ["#7a5c3d", "#53625a"][v], v + 5), sheet_of_paper([470, 520][v], 90, 640, 780, 9, [rect(40, 60, 460, 14, "#d9d6cc"), rect(40, 90, 540, 8, "#e3e0d6")]), sheet_of_paper([190, 330][v], [60, 42][v], 680, 820, [-5, 3][v], body)]
    if v == 0:
        out += [group([rect(12, 18, 170, 170, "#000", 30, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 170, 170, "#e0b52e", 30), rect(0, 0, 170, 40, "#f3d468", 26), circle(85, 92, 56, "#2c3136"), circle(85, 92, 46, "#3d444a"), text(85, 100, "5 m", 26, "#f3d468", 700, "middle"), rect(-220, 132, 230, 30, "#f4df7a"), rect(-220, 132, 230, 7, "#fff6c8")] + [line(-214 + k * 11, 162, -214 + k * 11, 146 if k % 5 else 138, "#3a3116", 2) for k in range(20)], "translate(990 610) rotate(14)"), pen(960, 150, 74, "#b3282d")]
    else:
        out += [pen(150, 520, -32, "#2a2f34"), circle(160, 230, 112, "#000", 'opacity=".35" filter="url(#soft)"'), circle(150, 215, 110, "#d9dcd8"), circle(147, 211, 102, "#f3f4f0"), circle(150, 215, 84, "#53331f"), ellipse(136, 198, 56, 44, "#6d462c"), path("M256,186 q50,0 44,44 q-6,34 -54,30", stroke="#e4e6e2", width=18)]
    return "".join(out)


def dimension(x1, y1, x2, y2, words, ink):
    """A dimension line with arrows, level or upright."""
    out = [line(x1, y1, x2, y2, ink, 1.6)]
    if y1 == y2:
        out += [poly([(x1, y1), (x1 + 14, y1 - 4), (x1 + 14, y1 + 4)], ink), poly([(x2, y1), (x2 - 14, y1 - 4), (x2 - 14, y1 + 4)], ink), text((x1 + x2) / 2, y1 - 7, words, 19, ink, 400, "middle"), line(x1, y1 - 22, x1, y1 + 6, ink, 1), line(x2, y1 - 22, x2, y1 + 6, ink, 1)]
    else:
        mid = (y1 + y2) / 2
        out += [poly([(x1, y1), (x1 - 4, y1 + 14), (x1 + 4, y1 + 14)], ink), poly([(x1, y2), (x1 - 4, y2 - 14), (x1 + 4, y2 - 14)], ink), text(x1 - 8, mid, words, 19, ink, 400, "middle", f'transform="rotate(-90 {x1-8} {mid})"'), line(x1 - 6, y1, x1 + 22, y1, ink, 1), line(x1 - 6, y2, x1 + 22, y2, ink, 1)]
    return "".join(out)


def technical_drawing(v):
    ink, axis = "#27455e", 'stroke-dasharray="22 6 4 6"'
    hatch = f'<defs><pattern id="hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="10" stroke="{ink}" stroke-width="2"/></pattern></defs>'
    body = [hatch, rect(24, 24, 912, 632, "none", 0, f'stroke="{ink}" stroke-width="3"')]
    for i in range(1, 8):
        body += [text(24 + i * 114 - 57, 20, str(i), 13, ink, 400, "middle"), line(24 + i * 114, 12, 24 + i * 114, 24, ink, 1)]
    # Title block with the sign of first-angle projection.
    body += [rect(596, 530, 340, 126, "#fbfaf5", 0, f'stroke="{ink}" stroke-width="3"'), line(596, 572, 936, 572, ink, 1.5), line(596, 614, 936, 614, ink, 1.5), line(786, 572, 786, 656, ink, 1.5), text(608, 560, ["Bracket tumpuan meja las", "Ruang bakar Ø168"][v], 23, ink, 700), text(608, 600, "Skala 1 : " + ["2", "5"][v], 18, ink), text(608, 642, "Digambar: XII TP", 17, ink), text(798, 600, "Rev. " + "12"[v], 18, ink),
             poly([(806, 626), (846, 620), (846, 650), (806, 644)], "none", f'stroke="{ink}" stroke-width="2"'), ring(884, 635, 15, 2, ink), ring(884, 635, 9, 2, ink), line(798, 635, 908, 635, ink, 1, 'stroke-dasharray="8 3 2 3"')]
    if v == 0:
        body += [path("M120,440 V170 H176 V340 q0,44 44,44 H440 V440 z", "#eef3f5", ink, 4.5), path("M176,340 q0,44 44,44 H440 V440 H120 V384 h56 z", "url(#hatch)", "none", 0, 'opacity=".35"'), path("M176,330 L286,384 H300 L176,314 z", "#dfe8ec", ink, 3), rect(118, 216, 60, 30, "#fbfaf5", 0, f'stroke="{ink}" stroke-width="3" stroke-dasharray="9 5"'), line(96, 231, 200, 231, ink, 1.5, axis), rect(360, 382, 30, 60, "#fbfaf5", 0, f'stroke="{ink}" stroke-width="3" stroke-dasharray="9 5"'), line(375, 362, 375, 466, ink, 1.5, axis),
                 rect(560, 170, 150, 270, "#eef3f5", 0, f'stroke="{ink}" stroke-width="4.5"'), rect(622, 314, 22, 70, "#dfe8ec", 0, f'stroke="{ink}" stroke-width="3"'), line(560, 384, 710, 384, ink, 3), line(635, 146, 635, 470, ink, 1.5, axis), ring(635, 231, 17, 4, ink), line(600, 231, 670, 231, ink, 1.5, axis),
                 dimension(120, 500, 440, 500, "160", ink), dimension(78, 170, 78, 440, "135", ink), dimension(560, 500, 710, 500, "75", ink), line(648, 220, 760, 150, ink, 1.6), line(760, 150, 850, 150, ink, 1.6), text(764, 143, "Ø17 tembus", 17, ink), rect(770, 230, 130, 120, "#eef3f5", 0, f'stroke="{ink}" stroke-width="3"'), text(835, 380, "Pelat t = 12", 17, ink, 400, "middle"), ring(835, 290, 15, 3, ink)]
        body += [line(300, 384, 380, 300, ink, 1.8), line(380, 300, 500, 300, ink, 1.8), poly([(410, 300), (410, 276), (434, 300)], "none", f'stroke="{ink}" stroke-width="2"'), poly([(410, 300), (410, 324), (434, 300)], "none", f'stroke="{ink}" stroke-width="2"'), text(396, 294, "a5", 17, ink, 400, "end"), text(450, 292, "SMAW", 17, ink)]
    else:
        body += [rect(150, 140, 210, 320, "#eef3f5", 0, f'stroke="{ink}" stroke-width="4.5"'), rect(150, 140, 14, 320, "url(#hatch)", 0, 'opacity=".6"'), rect(346, 140, 14, 320, "url(#hatch)", 0, 'opacity=".6"'), line(164, 140, 164, 460, ink, 2.5), line(346, 140, 346, 460, ink, 2.5), line(255, 112, 255, 486, ink, 1.5, axis), rect(120, 444, 270, 18, "#dfe8ec", 0, f'stroke="{ink}" stroke-width="3.5"'), rect(346, 376, 110, 34, "#eef3f5", 0, f'stroke="{ink}" stroke-width="3.5"'), line(330, 393, 480, 393, ink, 1.5, axis)]
        body += [circle(196 + c * 40, 200 + r * 42, 8, "#fbfaf5", f'stroke="{ink}" stroke-width="3"') for c in range(4) for r in range(4)]
        body += [ring(680, 290, 138, 4.5, ink), ring(680, 290, 124, 3, ink), ring(680, 290, 92, 1.5, ink, axis), line(520, 290, 850, 290, ink, 1.5, axis), line(680, 130, 680, 450, ink, 1.5, axis)]
        body += [circle(680 + 92 * c, 290 + 92 * s, 9, "#fbfaf5", f'stroke="{ink}" stroke-width="3"') for c, s in ((1, 0), (.5, .866), (-.5, .866), (-1, 0), (-.5, -.866), (.5, -.866))]
        body += [dimension(150, 520, 360, 520, "Ø168,3 × 7,1", ink), dimension(104, 140, 104, 462, "260", ink), line(196, 200, 430, 120, ink, 1.6), line(430, 120, 520, 120, ink, 1.6), text(434, 113, "16 × Ø6", 18, ink), text(470, 430, "Pipa udara 1\"", 17, ink), line(745, 210, 830, 110, ink, 1.6), line(830, 110, 920, 110, ink, 1.6), text(834, 103, "6 × M8", 18, ink)]
    tools = group([rect(6, 10, 520, 56, "#000", 4, 'opacity=".3" filter="url(#soft)"'), rect(0, 0, 520, 54, "#dfe6e8", 3, 'opacity=".92"'), rect(0, 0, 520, 8, "#ffffff", 3, 'opacity=".8"')] + [line(12 + i * 10, 54, 12 + i * 10, 54 - (22 if i % 10 == 0 else 16 if i % 5 == 0 else 10), "#26323a", 1.6) for i in range(50)] + [text(16 + i * 100, 28, str(i * 5), 15, "#26323a") for i in range(5)], f"translate({[560, 120][v]} {[790, 770][v]}) rotate({[-7, 5][v]})")
    pencil = group([rect(6, 12, 330, 18, "#000", 6, 'opacity=".3" filter="url(#soft)"'), rect(0, 0, 290, 20, ["#2f7a56", "#d19a2a"][v], 3), rect(0, 0, 290, 6, "#fff", 3, 'opacity=".4"'), rect(0, 14, 290, 6, "#000", 3, 'opacity=".25"'), rect(-22, 0, 24, 20, "#d98f8f", 6), rect(-4, 0, 16, 20, "#b9bec2"), poly([(290, 0), (332, 8), (332, 12), (290, 20)], "#e7c899"), poly([(322, 6), (338, 10), (322, 14)], "#30343a")], f"translate({[1120, 850][v]} {[560, 850][v]}) rotate({[98, -9][v]})")
    square = group([poly([(6, 12), (406, 12), (6, 242)], "#000", 'opacity=".2" filter="url(#soft)"'), '<path fill-rule="evenodd" fill="#bfe0e6" opacity=".62" d="M0,0 H400 L0,230 z M56,38 H240 L56,142 z"/>', line(0, 0, 400, 0, "#ffffff", 3, 'opacity=".8"')] + [line(12 + i * 11, 0, 12 + i * 11, 11 if i % 5 else 20, "#2b5661", 1.6) for i in range(33)], f"translate({[860, 90][v]} {[40, 110][v]}) rotate({[24, -16][v]})")
    return surface(["#6f5a45", "#3d4a50"][v], ["#624e3b", "#364248"][v], v) + sheet_of_paper([110, 130][v], 100, 960, 680, [-2, 2][v], body) + square + tools + pencil
