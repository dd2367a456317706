"""Work on screens: web pages, code, a till, film and posters, each on its own desk."""
import random

from draw import H, W, circle, ellipse, framed, group, line, path, poly, rect, ring, surface, text, tone


def desk(wall, wood, horizon=640):
    return "".join(['<defs><linearGradient id="dw" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="%s"/><stop offset="1" stop-color="%s"/></linearGradient><linearGradient id="dd" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="%s"/><stop offset="1" stop-color="%s"/></linearGradient></defs>' % (tone(wall, 1.25), tone(wall, .72), tone(wood, .82), tone(wood, 1.18)),
                    rect(0, 0, W, horizon, "url(#dw)"), rect(0, horizon, W, H - horizon, "url(#dd)"), rect(0, horizon, W, 6, tone(wood, 1.4))] + [path(f"M{i*170-90},{horizon+40+(i*67)%200} q90,-6 220,2", stroke=tone(wood, .8), width=2, extra='opacity=".6"') for i in range(9)])


def monitor(x, y, w, h, body, glow="#cfe4f2"):
    """A screen on its foot, lit content inside, a reflection over it."""
    cx = x + w / 2
    return "".join([ellipse(cx, y + h + 104, w * .34, 22, "#000", 'opacity=".4" filter="url(#soft)"'), poly([(cx - 46, y + h), (cx + 46, y + h), (cx + 58, y + h + 90), (cx - 58, y + h + 90)], "#3a4248"), poly([(cx - 46, y + h), (cx - 10, y + h), (cx - 12, y + h + 90), (cx - 58, y + h + 90)], "#59636b"), rect(cx - 150, y + h + 84, 300, 20, "#4a535a", 9), rect(cx - 150, y + h + 84, 300, 6, "#8b959c", 5),
                    rect(x - 8, y - 8, w + 16, h + 16, glow, 20, 'opacity=".22" filter="url(#glow)"'), rect(x - 18, y - 18, w + 36, h + 40, "#1b2025", 16), rect(x - 18, y - 18, w + 36, 6, "#525c64", 8), circle(cx, y + h + 11, 4, "#5fb4f2"),
                    f'<clipPath id="scr"><rect x="{x}" y="{y}" width="{w}" height="{h}" rx="3"/></clipPath><g clip-path="url(#scr)"><g transform="translate({x} {y})">'] + body + ["</g>", poly([(x, y), (x + w * .42, y), (x + w * .12, y + h), (x, y + h)], "#ffffff", 'opacity=".06"'), "</g>"])


def laptop(x, y, w, h, body):
    """An open laptop seen from the front, its keyboard foreshortened."""
    keys = []
    for r in range(4):
        y0, inset = y + h + 34 + r * 24, 66 - r * 13
        for k in range(14):
            kw = (w + 70 - 2 * inset) / 14
            keys.append(poly([(x - 35 + inset + k * kw + 3, y0), (x - 35 + inset + (k + 1) * kw - 3, y0), (x - 35 + inset + (k + 1) * kw - 1, y0 + 17), (x - 35 + inset + k * kw + 1, y0 + 17)], "#2c343a"))
    return "".join([ellipse(x + w / 2, y + h + 200, w * .62, 30, "#000", 'opacity=".45" filter="url(#soft)"'), rect(x - 22, y - 22, w + 44, h + 40, "#2a3036", 18), rect(x - 22, y - 22, w + 44, 6, "#7d878e", 9), circle(x + w / 2, y - 10, 4, "#0d1013"), f'<clipPath id="lap"><rect x="{x}" y="{y}" width="{w}" height="{h}" rx="3"/></clipPath><g clip-path="url(#lap)"><g transform="translate({x} {y})">'] + body
                   + ["</g>", poly([(x, y), (x + w * .4, y), (x + w * .1, y + h), (x, y + h)], "#ffffff", 'opacity=".07"'), "</g>", poly([(x - 22, y + h + 18), (x + w + 22, y + h + 18), (x + w + 96, y + h + 180), (x - 96, y + h + 180)], "#b3bbc1"), poly([(x - 22, y + h + 18), (x + w + 22, y + h + 18), (x + w + 30, y + h + 30), (x - 30, y + h + 30)], "#7d868d"), poly([(x - 96, y + h + 180), (x + w + 96, y + h + 180), (x + w + 90, y + h + 196), (x - 90, y + h + 196)], "#858e95")]
                   + keys + [poly([(x + w * .38, y + h + 136), (x + w * .62, y + h + 136), (x + w * .635, y + h + 174), (x + w * .365, y + h + 174)], "#a1aab0")])


def mug(x, y, colour):
    return "".join([ellipse(x + 10, y + 4, 70, 16, "#000", 'opacity=".35" filter="url(#soft)"'), path(f"M{x+46},{y-86} q52,-4 46,36 q-6,34 -52,30", stroke=tone(colour, .8), width=14), path(f"M{x-52},{y-108} h104 l-8,104 q-44,14 -88,0 z", fill=colour), path(f"M{x-52},{y-108} h30 l-2,108 q-14,-2 -20,-4 z", fill=tone(colour, 1.4)), path(f"M{x+22},{y-108} h30 l-8,104 q-14,4 -26,5 z", fill=tone(colour, .75)), ellipse(x, y - 108, 52, 13, tone(colour, .7)), ellipse(x, y - 106, 44, 10, "#4a2f1d")])


def plant(x, y):
    return "".join([path(f"M{x},{y-80} q{dx},{dy} {dx*1.7:.0f},{dy*1.1:.0f} q{-dx*.2:.0f},{-dy*.6:.0f} {-dx*1.7:.0f},{-dy*1.1:.0f}", fill=c) for dx, dy, c in ((-60, -90, "#3d7a4a"), (60, -100, "#4d9458"), (-30, -150, "#5aa564"), (34, -140, "#438350"), (0, -170, "#6ab873"))] + [path(f"M{x-46},{y-84} h92 l-12,84 h-68 z", fill="#c2683f"), path(f"M{x-46},{y-84} h30 l2,84 h-20 z", fill="#de8e66"), rect(x - 52, y - 96, 104, 18, "#a8552f", 4)])


def keyboard(x, y):
    return "".join([rect(x + 6, y + 12, 470, 92, "#000", 10, 'opacity=".3" filter="url(#soft)"'), poly([(x + 14, y), (x + 456, y), (x + 470, y + 92), (x, y + 92)], "#d9dde0"), poly([(x, y + 92), (x + 470, y + 92), (x + 468, y + 100), (x + 2, y + 100)], "#9aa3a9")] + [rect(x + 18 - r * 3 + k * (30 + r * .4), y + 10 + r * 20, 25 + r * .4, 14, "#f6f7f7", 3) + rect(x + 18 - r * 3 + k * (30 + r * .4), y + 21 + r * 20, 25 + r * .4, 3, "#b3bbc0", 2) for r in range(4) for k in range(14)])


def browser(w, h, address):
    return [rect(0, 0, w, h, "#f7f7f4"), rect(0, 0, w, 44, "#dfe3e6"), circle(24, 22, 7, "#e0665a"), circle(46, 22, 7, "#e0b54a"), circle(68, 22, 7, "#69b06f"), rect(100, 9, w - 200, 26, "#ffffff", 13), text(118, 28, address, 15, "#5b666d")]


def web_app(v):
    if v == 0:
        w, h, a = 820, 510, "#2f7f6f"
        body = browser(w, h, "absen.smk.example/rekap") + [rect(0, 44, 160, h, tone(a, .5)), circle(34, 76, 14, "#f2d064"), text(56, 82, "Absensi", 17, "#fff", 700)]
        for i, item in enumerate(["Beranda", "Rekap kelas", "Siswa", "Izin", "Laporan", "Pengaturan"]):
            body += [rect(10, 106 + i * 40, 140, 32, a if i == 1 else "none", 6), rect(22, 115 + i * 40, 14, 14, "#bfe0d8", 3), text(46, 128 + i * 40, item, 15, "#e9f4f1", 700 if i == 1 else 400)]
        body += [text(184, 84, "Rekap XI PPLG 1 · minggu ke-32", 22, "#20303a", 700), rect(690, 64, 108, 30, a, 6), text(744, 84, "Unduh", 15, "#fff", 700, "middle")]
        for i, (n, label, c) in enumerate([("34", "siswa", a), ("96%", "hadir", "#3a76a8"), ("3", "izin", "#c78a2b"), ("1", "tanpa kabar", "#b5402f")]):
            body += [rect(184 + i * 155, 108, 143, 82, "#fff", 8, 'stroke="#dcdfdf" stroke-width="1.5"'), rect(184 + i * 155, 108, 6, 82, c, 3), text(206 + i * 155, 150, n, 32, c, 700), text(206 + i * 155, 174, label, 14, "#66717a")]
        body += [rect(184, 206, 360, 280, "#fff", 8, 'stroke="#dcdfdf" stroke-width="1.5"'), text(202, 236, "Kehadiran per hari", 16, "#20303a", 700)]
        for i, (d, n) in enumerate([("Sen", 170), ("Sel", 182), ("Rab", 150), ("Kam", 176), ("Jum", 188)]):
            body += [rect(214 + i * 64, 452 - n, 40, n, tone(a, 1.25), 4), rect(214 + i * 64, 452 - n, 13, n, tone(a, 1.5), 4), text(234 + i * 64, 472, d, 13, "#66717a", 400, "middle")]
        body += [line(202, 452, 530, 452, "#b4bcc0", 1.5), rect(558, 206, 240, 280, "#fff", 8, 'stroke="#dcdfdf" stroke-width="1.5"'), text(574, 236, "Hari ini", 16, "#20303a", 700)]
        for i, n in enumerate(["Adit P.", "Bunga L.", "Citra", "Daffa R.", "Elok W.", "Farhan"]):
            body += [circle(588, 264 + i * 36, 12, ["#c98f66", "#d6a179", "#a86e49"][i % 3]), text(608, 269 + i * 36, n, 15, "#26323a"), rect(720, 254 + i * 36, 64, 22, ["#d8efe4", "#d8efe4", "#f6e3c0"][i % 3], 11), text(752, 270 + i * 36, ["hadir", "hadir", "izin"][i % 3], 13, ["#1f6b50", "#1f6b50", "#8a5a12"][i % 3], 700, "middle")]
        return desk("#b9c6c2", "#9a7247", 600) + plant(1110, 690) + laptop(190, 90, w, h, body) + mug(90, 800, "#b4562b")
    w, h, a = 860, 500, "#b4562b"
    body = browser(w, h, "katalog.tefa.example") + [rect(0, 44, w, 58, "#fff"), text(28, 82, "TEFA Store", 24, a, 700), rect(240, 58, 380, 32, "#f0efeb", 16), text(262, 80, "cari produk siswa…", 15, "#8b9298"), rect(740, 58, 96, 32, a, 16), text(788, 79, "Keranjang", 14, "#fff", 700, "middle"), rect(0, 102, w, 96, "#f0d9c4"), text(28, 142, "Buatan bengkel dan dapur sekolah", 24, "#5a2a14", 700), text(28, 172, "Pesan sampai Kamis, ambil hari Jumat", 16, "#7d4a2c"), circle(760, 170, 70, "#e0a878"), circle(800, 140, 40, "#d18a55")]
    items = [("Kue kering 250 g", "32.000", "#d9a05a"), ("Rak besi 3 susun", "410.000", "#7d8a94"), ("Tas totebag", "48.000", "#3f6b74"), ("Roti sobek", "15.000", "#c47d3c"), ("Stiker set", "12.000", "#8c4a6b"), ("Sabun cair", "18.000", "#6a9a78"), ("Kemeja batik", "135.000", "#5b4a86"), ("Lampu meja", "95.000", "#c7a52f")]
    for i, (n, price, c) in enumerate(items):
        x, y = 28 + (i % 4) * 206, 214 + i // 4 * 150
        body += [rect(x, y, 190, 140, "#fff", 8, 'stroke="#dedcd6" stroke-width="1.5"'), rect(x, y, 190, 80, tone(c, 1.5), 8), ellipse(x + 95, y + 70, 54, 8, tone(c, 1.1)), text(x + 12, y + 103, n, 14, "#26323a", 700), text(x + 12, y + 125, "Rp" + price, 14, a, 700), rect(x + 150, y + 110, 28, 20, a, 5), text(x + 164, y + 126, "+", 18, "#fff", 700, "middle")]
        body.append([circle(x + 78, y + 50, 20, c) + circle(x + 112, y + 54, 18, tone(c, .8)) + circle(x + 95, y + 36, 18, tone(c, 1.2)), rect(x + 60, y + 14, 6, 58, c) + rect(x + 124, y + 14, 6, 58, c) + "".join(rect(x + 60, y + 20 + k * 20, 70, 5, tone(c, .75)) for k in range(3)), path(f"M{x+64},{y+30} h62 l6,42 h-74 z M{x+78},{y+32} q17,-34 34,0", fill=c, stroke=tone(c, .7), width=4), ellipse(x + 95, y + 52, 44, 20, c) + ellipse(x + 90, y + 46, 34, 11, tone(c, 1.3)),
                     "".join(circle(x + 66 + k * 28, y + 44, 15, tone(c, .8 + k * .3)) for k in range(3)), rect(x + 78, y + 28, 34, 44, c, 7) + rect(x + 88, y + 14, 14, 16, tone(c, .7), 3) + rect(x + 82, y + 42, 26, 14, "#fff", 2), path(f"M{x+70},{y+20} l16,-6 q9,8 18,0 l16,6 l14,18 l-12,8 v26 h-54 v-26 l-12,-8 z", fill=c), path(f"M{x+80},{y+36} l10,-22 h20 l14,22 z", fill=c) + rect(x + 98, y + 36, 5, 30, tone(c, .6)) + ellipse(x + 100, y + 70, 22, 5, tone(c, .6))][i])
    return desk("#c7b8a6", "#6b4a33", 660) + monitor(170, 70, w, h, body, "#f6e2cf") + keyboard(330, 760) + mug(160, 830, "#2f6d8f") + group([rect(8, 12, 110, 190, "#000", 16, 'opacity=".35" filter="url(#soft)"'), rect(0, 0, 110, 190, "#20262b", 16), rect(6, 10, 98, 168, "#f7f7f4", 8), rect(6, 10, 98, 26, a, 6)] + [rect(14, 44 + i * 44, 38, 36, tone(items[i * 2][2], 1.4), 4) + rect(58, 44 + i * 44, 38, 36, tone(items[i * 2 + 1][2], 1.4), 4) for i in range(3)], "translate(930 690) rotate(8)")


KEY, NAME, WORD, NUM, DIM, PLAIN = "#d98fb0", "#7fc1e8", "#b6d98a", "#e2b16a", "#7a8592", "#d5dbe2"


def coded(lines, x, y, step, size):
    out = []
    for n, parts in enumerate(lines):
        out.append(text(x - 14, y + n * step, str(n + 1), size * .8, "#55606c", 400, "end"))
        spans = "".join(f'<tspan fill="{c}">{w.replace("&", "&amp;").replace("<", "&lt;")}</tspan>' for w, c in parts)
        out.append(f'<text xml:space="preserve" x="{x}" y="{y+n*step}" font-family="DejaVu Sans Mono" font-size="{size}">{spans}</text>')
    return out


def code(v):
    if v == 0:
        lines = [[("# periksa jumlah sebelum transaksi disimpan", DIM)], [("def ", KEY), ("periksa", NAME), ("(pesanan, stok):", PLAIN)], [("    total = ", PLAIN), ("0", NUM)], [("    for ", KEY), ("baris ", PLAIN), ("in ", KEY), ("pesanan:", PLAIN)], [("        if ", KEY), ("baris.jumlah <= ", PLAIN), ("0", NUM), (":", PLAIN)], [("            raise ", KEY), ("GalatJumlah", NAME), ("(baris.kode)", PLAIN)], [("        if ", KEY), ("stok[baris.kode] < baris.jumlah:", PLAIN)], [("            raise ", KEY), ("StokKurang", NAME), ("(baris.kode)", PLAIN)], [("        total += baris.jumlah * baris.harga", PLAIN)], [("    return ", KEY), ("total", PLAIN)], [("", PLAIN)], [("def ", KEY), ("test_stok_kurang", NAME), ("():", PLAIN)], [("    pesanan = [baris(", PLAIN), ("\"TEH\"", WORD), (", ", PLAIN), ("3", NUM), (", ", PLAIN), ("4000", NUM), (")]", PLAIN)], [("    with ", KEY), ("galat(StokKurang):", PLAIN)], [("        periksa(pesanan, {", PLAIN), ("\"TEH\"", WORD), (": ", PLAIN), ("2", NUM), ("})", PLAIN)]]
        w, h = 880, 520
        body = [rect(0, 0, w, h, "#1c222b"), rect(0, 0, w, 34, "#141920"), rect(170, 0, 150, 34, "#1c222b"), rect(170, 0, 150, 3, "#5fb4f2"), text(188, 23, "transaksi.py", 15, "#e4e9ee"), text(340, 23, "stok.py", 15, DIM), rect(0, 34, 170, h, "#171c23"), rect(170, 42 + 6 * 24, w, 24, "#ffffff", 0, 'opacity=".05"')]
        for i, f in enumerate(["▾ kasir", "   transaksi.py", "   stok.py", "   laporan.py", "▾ uji", "   test_stok.py", "   test_total.py"]):
            body.append(text(14, 62 + i * 25, f, 14, "#e4e9ee" if i == 1 else "#8b96a2"))
        body += coded(lines, 220, 62, 24, 15.5) + [rect(170, 420, w, 100, "#12161c"), rect(170, 420, w, 2, "#39434d"), text(188, 446, "$ pytest -q", 15, "#c5ced4"), text(188, 470, "............", 15, "#7df28a"), text(188, 496, "12 passed in 0.41s", 15, "#7df28a", 700), rect(560, 440, 1, 10, "#000")]
        return desk("#4c5a66", "#5b4636", 650) + circle(1080, 140, 150, "#ffdf9a", 'opacity=".16" filter="url(#glow)"') + monitor(160, 70, w, h, body, "#6fa6d8") + keyboard(330, 770) + mug(1020, 840, "#3d7a66") + "".join(group([rect(6, 8, 130, 130, "#000", 2, 'opacity=".25" filter="url(#soft)"'), rect(0, 0, 130, 130, c, 2), poly([(0, 130), (130, 130), (130, 112)], tone(c, .85))] + [line(18, 36 + k * 24, 18 + [84, 60, 90, 50][k], 36 + k * 24, "#5a4a1d", 3) for k in range(4)], f"translate({x} {y}) rotate({r})") for x, y, r, c in ((60, 740, -8, "#f2d86a"), (170, 780, 5, "#f0a8a0")))
    lines = [[("/* kartu produk di halaman katalog */", DIM)], [(".kartu ", NAME), ("{", PLAIN)], [("  display", KEY), (": grid;", PLAIN)], [("  gap", KEY), (": ", PLAIN), ("0.75rem", NUM), (";", PLAIN)], [("  padding", KEY), (": ", PLAIN), ("1rem", NUM), (";", PLAIN)], [("  border-radius", KEY), (": ", PLAIN), ("8px", NUM), (";", PLAIN)], [("}", PLAIN)], [("", PLAIN)], [(".kartu img ", NAME), ("{", PLAIN)], [("  aspect-ratio", KEY), (": ", PLAIN), ("4 / 3", NUM), (";", PLAIN)], [("  object-fit", KEY), (": cover;", PLAIN)], [("}", PLAIN)], [("", PLAIN)], [("@media ", KEY), ("(min-width: ", PLAIN), ("40em", NUM), (") {", PLAIN)], [("  .katalog ", NAME), ("{ columns: ", PLAIN), ("3", NUM), ("; }", PLAIN)], [("}", PLAIN)]]
    w, h = 820, 500
    body = [rect(0, 0, w, h, "#20262f"), rect(0, 0, w, 34, "#151a21"), rect(0, 0, 150, 34, "#20262f"), rect(0, 0, 150, 3, "#e2b16a"), text(20, 23, "katalog.css", 15, "#e4e9ee"), text(170, 23, "katalog.js", 15, DIM), rect(470, 34, 350, h, "#f6f4ef"), rect(470, 34, 350, 40, "#b4562b"), text(490, 61, "Katalog", 19, "#fff", 700)] + coded(lines, 54, 64, 27, 15.5)
    for i in range(4):
        x, y, c = 486 + (i % 2) * 164, 92 + i // 2 * 190, ["#d9a05a", "#3f6b74", "#8c4a6b", "#6a9a78"][i]
        body += [rect(x, y, 152, 174, "#fff", 8, 'stroke="#d9d5cb" stroke-width="1.5"'), rect(x, y, 152, 100, tone(c, 1.4), 8), poly([(x, y + 100), (x + 50, y + 44), (x + 90, y + 80), (x + 116, y + 60), (x + 152, y + 100)], c), circle(x + 116, y + 28, 13, tone(c, 1.75)), rect(x + 12, y + 114, 100, 10, "#8b9298", 5), rect(x + 12, y + 134, 60, 10, "#c9a080", 5), rect(x + 100, y + 146, 40, 18, "#b4562b", 5)]
    return desk("#cdbfae", "#a67c4f", 600) + rect(930, 100, 190, 240, "#fff", 4) + rect(944, 114, 162, 212, "#7fa7b8") + poly([(944, 326), (1010, 220), (1060, 280), (1106, 240), (1106, 326)], "#3f6b5a") + circle(1070, 160, 20, "#f2d690") + laptop(90, 90, w, h, body) + mug(1110, 800, "#e4e0d6") + plant(1090, 620)


def cashier_screen(v):
    """A till on its counter: touch screen, receipt printer, drawer."""
    a = ["#b4562b", "#2f6d8f"][v]
    goods = [[("Nasi uduk", "8.000"), ("Soto ayam", "10.000"), ("Teh manis", "4.000"), ("Risol", "2.500"), ("Es jeruk", "5.000"), ("Bakwan", "1.500"), ("Roti bakar", "7.000"), ("Air mineral", "3.000"), ("Pisang goreng", "2.000")], [("Buku tulis", "5.000"), ("Pensil 2B", "3.500"), ("Penggaris", "4.000"), ("Map plastik", "3.000"), ("Kertas F4", "58.000"), ("Seragam", "145.000"), ("Topi", "25.000"), ("Dasi", "18.000"), ("Badge", "7.500")]][v]
    w, h = 640, 430
    body = [rect(0, 0, w, h, "#f3f2ee"), rect(0, 0, w, 48, a), text(18, 32, ["Kasir Kantin", "Kasir Koperasi"][v], 22, "#fff", 700), text(w - 16, 31, "Kasir: Rani  ·  09.42", 15, "#fff", 400, "end")]
    for i, (n, p) in enumerate(goods):
        x, y = 14 + (i % 3) * 134, 62 + i // 3 * 120
        c = ["#d9a05a", "#7fa35c", "#5b8fb5", "#c9704a", "#d9b84a", "#9a7bb0"][(i + v * 2) % 6]
        body += [rect(x, y + 3, 124, 110, "#cfcbc1", 8), rect(x, y, 124, 110, "#fff", 8), rect(x, y, 124, 58, tone(c, 1.45), 8), (ellipse(x + 62, y + 42, 42, 12, "#ffffff") + ellipse(x + 62, y + 34, 30, 16, c) + ellipse(x + 55, y + 28, 18, 7, tone(c, 1.4))) if v == 0 else (rect(x + 36, y + 8, 52, 44, tone(c, .75), 4) + rect(x + 36, y + 8, 46, 44, c, 4) + rect(x + 44, y + 16, 30, 10, "#fbf8ee", 2)), text(x + 62, y + 80, n, 15, "#26323a", 700, "middle"), text(x + 62, y + 101, p, 14, a, 400, "middle")]
    body += [rect(422, 48, 218, h - 48, "#fff"), text(436, 78, "Pesanan #" + ["0187", "0064"][v], 16, "#26323a", 700)]
    total = 0
    for i, (k, q) in enumerate([(0, 2), (2, 2), (3, 4), (7, 1)] if v == 0 else [(0, 4), (1, 2), (8, 1)]):
        cost = int(goods[k][1].replace(".", "")) * q
        total += cost
        body += [text(436, 108 + i * 30, f"{q}× {goods[k][0]}", 15, "#4a555c"), text(628, 108 + i * 30, f"{cost:,}".replace(",", "."), 15, "#26323a", 400, "end"), line(436, 116 + i * 30, 628, 116 + i * 30, "#e3e0d8", 1.2)]
    shown = f"Rp{total:,}".replace(",", ".")
    body += [rect(422, 268, 218, 62, "#f7ead9" if v == 0 else "#dcebf3"), text(436, 292, "Total", 15, "#4a555c"), text(628, 318, shown, 28, a, 700, "end"), rect(434, 344, 94, 64, "#e4e1d9", 8), text(481, 382, "Tunai", 17, "#26323a", 700, "middle"), rect(536, 344, 94, 64, "#3d8a54", 8), rect(536, 344, 94, 10, "#62b079", 6), text(583, 382, "Bayar", 18, "#fff", 700, "middle")]
    out = [desk(["#d5c3a8", "#b9c8cf"][v], ["#8a5f3c", "#7a6a58"][v], 610)]
    # Shelf of goods behind the counter.
    out += [rect(0, y, W, 12, tone("#8a6a48", 1)) + rect(0, y + 12, W, 8, "#000", 0, 'opacity=".2"') for y in (150, 330)]
    for i in range(24):
        c, x, hh = ["#c9704a", "#d9b84a", "#5b8fb5", "#7fa35c", "#e6e1d4", "#9a5b78"][(i * 5 + v) % 6], 14 + (i % 12) * 100, 70 + (i * 37 % 40)
        base = 150 if i < 12 else 330
        out += [rect(x, base - hh, 62, hh, c, [6, 18, 3][i % 3]), rect(x, base - hh, 18, hh, tone(c, 1.35), [6, 14, 3][i % 3]), rect(x + 6, base - hh * .6, 50, hh * .32, "#f7f4ea", 3, 'opacity=".9"')]
    out += [ellipse(560, 800, 460, 34, "#000", 'opacity=".45" filter="url(#soft)"'), rect(250, 690, 560, 110, "#2a3036", 8), rect(250, 690, 560, 12, "#59636b", 6), rect(270, 716, 520, 66, "#353d44", 4), circle(530, 750, 13, "#aab2b8"), circle(530, 750, 5, "#20262b"), poly([(440, 560), (620, 560), (650, 692), (410, 692)], "#3a4248"), poly([(440, 560), (500, 560), (476, 692), (410, 692)], "#555f67")]
    out += [rect(190, 122, w + 44, h + 44, "#000", 18, 'opacity=".4" filter="url(#soft)"'), rect(182, 110, w + 44, h + 44, "#20262b", 18), rect(182, 110, w + 44, 7, "#6a747c", 9), group(body, "translate(204 132)"), poly([(204, 132), (460, 132), (280, 562), (204, 562)], "#ffffff", 'opacity=".08"')]
    out += [ellipse(1000, 800, 150, 22, "#000", 'opacity=".4" filter="url(#soft)"'), path("M950,600 V440 q6,-10 14,0 t14,0 t14,0 t14,0 t14,0 t14,0 V600 z", fill="#fdfcf7")] + [line(962, 470 + k * 16, 962 + [50, 66, 40, 62, 56, 44, 60][k], 470 + k * 16, "#9aa3a8", 3) for k in range(7)] + [rect(900, 590, 210, 200, "#343c43", 16), rect(900, 590, 210, 46, "#4d575f", 14), rect(930, 596, 126, 10, "#12161a", 4), rect(900, 650, 210, 6, "#20262b"), circle(1080, 700, 8, "#5fe07f"), circle(1080, 730, 8, "#f0b94a"), rect(900, 590, 16, 200, "#65707a", 10)]
    out += [ellipse(120 + i * 14, 820 - i * 9, 38, 12, "#b98a3a" if i % 2 else "#aab2b8") + ellipse(120 + i * 14, 815 - i * 9, 38, 12, "#e5c272" if i % 2 else "#dfe3e5") for i in range(4)]
    return "".join(out) if v == 0 else framed("".join(out), 560, 440, 1.3, -3)


def landscape(x, y, w, h, sky, hill, sun):
    return rect(x, y, w, h, sky) + circle(x + w * .72, y + h * .3, h * .12, sun) + poly([(x, y + h), (x, y + h * .66), (x + w * .24, y + h * .42), (x + w * .5, y + h * .7), (x + w * .74, y + h * .48), (x + w, y + h * .72), (x + w, y + h)], hill) + poly([(x, y + h), (x, y + h * .84), (x + w * .4, y + h * .74), (x + w, y + h * .88), (x + w, y + h)], tone(hill, .65))


def video_editing(v):
    w, h = 900, 520
    body = [rect(0, 0, w, h, "#23282e"), rect(0, 0, w, 30, "#181c21"), text(16, 21, ["profil-sekolah_v7", "pentas-seni_teaser"][v], 14, "#aeb8c0")]
    looks = [("#8fc1d8", "#3f7a5a", "#f5d67a"), ("#e8a06a", "#6b3a4a", "#fff0c4"), ("#c5d5e0", "#5a7f9a", "#ffffff"), ("#3d4a78", "#20284a", "#f2e6b0"), ("#d8c79a", "#8a6a3a", "#fff6d8"), ("#9ac0a0", "#2f6a5a", "#fbe9a0")]
    body += [rect(10, 40, 230, 250, "#1b2025", 4)] + [landscape(18 + (i % 2) * 110, 50 + i // 2 * 78, 102, 62, *looks[(i + v) % 6]) + text(20 + (i % 2) * 110, 124 + i // 2 * 78, f"C{i+1:03}.mp4", 10, "#8b96a2") for i in range(6)]
    body += [rect(252, 40, 440, 250, "#0d1013"), landscape(262, 46, 420, 214, *looks[v]), rect(300, 214, 220, 34, "#000", 0, 'opacity=".55"'), text(312, 238, ["SMK Tirta Kencana", "Pentas Seni Sekolah"][v], 20, "#fff", 700), rect(300, 214, 5, 34, "#e0a13a"), rect(320, 60, 300, 180, "none", 0, 'stroke="#fff" stroke-opacity=".35" stroke-dasharray="6 6"'), text(470, 282, "00:01:14:08", 15, "#e2b16a", 400, "middle"), poly([(420, 270), (420, 286), (434, 278)], "#dfe4e8")]
    body += [rect(704, 40, 186, 250, "#1b2025", 4), text(716, 62, "Warna", 14, "#dfe4e8", 700)]
    for i, label in enumerate(["Pajanan", "Kontras", "Suhu", "Saturasi"]):
        body += [text(716, 170 + i * 30, label, 12, "#aeb8c0"), rect(776, 163 + i * 30, 102, 5, "#4a545c", 2), circle(776 + [60, 74, 40, 66][i], 165 + i * 30, 7, "#e0a13a")]
    body += [circle(798, 106, 38, "#0d1013"), circle(798, 106, 36, "#39434b"), path("M798,106 l18,-22 M798,106 l-10,14", stroke="#e0a13a", width=3), ring(798, 106, 36, 3, "#6d7a84")]
    body += [rect(0, 300, w, 220, "#1b2025")] + [line(90 + i * 27, 300, 90 + i * 27, 312 if i % 5 == 0 else 306, "#6d7a84", 1.2) for i in range(30)]
    rng = random.Random(v + 4)
    for t, (name, c) in enumerate([("V2", "#b5678f"), ("V1", "#4f86c6"), ("A1", "#58a06b"), ("A2", "#c9923d")]):
        y = 320 + t * 49
        body += [rect(0, y, 80, 43, "#262c33"), text(14, y + 27, name, 15, "#aeb8c0", 700), rect(80, y, w, 43, "#20252b")]
        x = 90 + (rng.randint(40, 160) if t == 0 else 0)
        while x < w - 40:
            cw = rng.randint(60, 180) if t < 2 else rng.randint(180, 360)
            cw = min(cw, w - x)
            body += [rect(x, y + 3, cw - 4, 37, tone(c, .8), 4), rect(x, y + 3, cw - 4, 11, c, 4)]
            if t == 1:
                body.append(landscape(x + 3, y + 15, min(40, cw - 10), 24, *looks[rng.randrange(6)]))
            if t > 1:
                body.append(path(f"M{x+4},{y+27} " + " ".join(f"v{-k} v{2*k} v{-k} h3" for k in (rng.uniform(1, 9) for _ in range(int((cw - 14) / 3)))), stroke=tone(c, 1.5), width=1.2))
            x += cw + (rng.randint(40, 120) if t == 0 else 0)
    body += [line(470, 300, 470, h, "#ff5a4a", 2.5), poly([(462, 300), (478, 300), (470, 312)], "#ff5a4a")]
    side = group([rect(10, 14, 190, 130, "#000", 16, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 190, 124, "#23282d", 14), rect(0, 0, 190, 16, "#59636b", 10), rect(20, -20, 80, 24, "#2f363c", 6), circle(104, 66, 52, "#12161a"), circle(104, 66, 46, "#343c43"), circle(104, 66, 34, "#0d1013"), circle(104, 66, 26, "#27445e"), circle(94, 56, 9, "#9fd0f2"), rect(20, 30, 26, 10, "#c0392b", 3)], f"translate({[960, 40][v]} 720) rotate({[6, -5][v]})")
    phones = path(f"M{[90,1020][v]},850 q-20,-150 90,-150 q110,0 90,150", stroke="#23282d", width=16) + rect([64, 994][v], 800, 50, 80, "#2f363c", 18) + rect([238, 1168][v] - 20, 800, 50, 80, "#2f363c", 18)
    return desk(["#3f4852", "#574c58"][v], ["#4a3a30", "#5d4a3a"][v], 660) + circle([120, 1090][v], 120, 180, ["#5fb4f2", "#f0a05a"][v], 'opacity=".25" filter="url(#glow)"') + monitor(150, 60, w, h, body, "#7fa6d0") + keyboard(370, 780) + side + phones


def poster(x, y, w, h, kind):
    if kind == 0:
        return "".join([rect(x, y, w, h, "#f0c65a"), circle(x + w / 2, y + h * .46, w * .34, "#c2452d"), circle(x + w / 2, y + h * .46, w * .34, "none", f'stroke="#fff3cf" stroke-width="{w*.012}" stroke-dasharray="{w*.03} {w*.02}"'), path(f"M{x+w*.3},{y+h*.5} h{w*.36} l{-w*.05},{h*.17} q{-w*.13},{h*.03} {-w*.26},0 z", fill="#fff6e0"), path(f"M{x+w*.65},{y+h*.53} q{w*.12},0 {w*.08},{h*.08} q{-w*.03},{h*.04} {-w*.11},{h*.03}", stroke="#fff6e0", width=w * .03), ellipse(x + w * .48, y + h * .5, w * .18, h * .022, "#4a2716"),
                        path(f"M{x+w*.42},{y+h*.44} q{-w*.05},{-h*.06} 0,{-h*.1} M{x+w*.54},{y+h*.44} q{w*.05},{-h*.06} 0,{-h*.12}", stroke="#fff6e0", width=w * .025), text(x + w / 2, y + h * .17, "KOPI", w * .24, "#5a2a1a", 700, "middle"), poly([(x, y + h), (x, y + h * .8), (x + w * .5, y + h * .74), (x + w, y + h * .8), (x + w, y + h)], "#234b4a"), text(x + w / 2, y + h * .89, "Bonto Layar", w * .11, "#fff6e0", 700, "middle"), text(x + w / 2, y + h * .95, "panen · sangrai · seduh", w * .055, "#e9d9a8", 400, "middle")])
    return "".join([rect(x, y, w, h, "#1f4e5f"), circle(x + w * .5, y + h * .4, w * .36, "#efe3c8"), poly([(x, y + h), (x + w * .5, y + h * .42), (x + w, y + h)], "#d7793f"), poly([(x + w * .5, y + h * .42), (x + w, y + h), (x + w * .62, y + h)], "#a8552a"), path(f"M{x+w*.5},{y+h*.26} q{w*.1},{h*.05} {w*.02},{h*.12} q{w*.12},{h*.02} {w*.1},{h*.12} h{-w*.24} q0,{-h*.08} {w*.08},{-h*.12} q{-w*.1},{-h*.06} {w*.04},{-h*.12}", fill="#8c2f4b"), text(x + w / 2, y + h * .15, "PENTAS", w * .2, "#f5ecd8", 700, "middle"), text(x + w / 2, y + h * .78, "Seni Sekolah", w * .11, "#fff6e0", 700, "middle"), text(x + w / 2, y + h * .86, "Sabtu, 19.00 · aula", w * .07, "#fff6e0", 400, "middle")])


def poster_design(v):
    if v == 0:
        w, h = 880, 520
        body = [rect(0, 0, w, h, "#4a4f55"), rect(0, 0, w, 34, "#2b3036"), text(16, 23, "poster-kopi_v3.svg · 82%", 14, "#c5ced4"), rect(0, 34, 48, h, "#33393f"), rect(690, 34, 190, h, "#33393f"), rect(48, 34, 642, 16, "#dfe3e5"), rect(48, 34, 16, h, "#dfe3e5")] + [line(64 + i * 16, 50, 64 + i * 16, 42 if i % 5 else 36, "#596168", 1) for i in range(40)]
        body += [rect(14, 48 + i * 38, 22, 22, "none", 4 if i % 2 else 11, 'stroke="#c5ced4" stroke-width="2.5"') for i in range(8)] + [rect(222, 78, 310, 430, "#000", 0, 'opacity=".4" filter="url(#soft)"'), poster(214, 68, 310, 430, 0), line(369, 50, 369, h, "#4ac6ff", 1.2), line(64, 266, 690, 266, "#4ac6ff", 1.2), rect(262, 160, 214, 214, "none", 0, 'stroke="#4aa3ff" stroke-width="2"')] + [rect(x - 5, y - 5, 10, 10, "#fff", 0, 'stroke="#4aa3ff" stroke-width="2"') for x in (262, 369, 476) for y in (160, 267, 374)]
        body += [text(704, 62, "Warna", 14, "#e4e8ea", 700)] + [rect(704 + (i % 4) * 42, 74 + i // 4 * 42, 36, 36, c, 4) for i, c in enumerate(["#c2452d", "#f0c65a", "#234b4a", "#fff6e0", "#5a2a1a", "#e9d9a8", "#1f4e5f", "#d7793f"])] + [text(704, 190, "Lapisan", 14, "#e4e8ea", 700)]
        for i, n in enumerate(["Judul", "Cangkir", "Uap", "Lingkaran", "Bukit", "Latar"]):
            body += [rect(700, 202 + i * 44, 172, 38, "#4aa3ff" if i == 1 else "#3f464d", 4), rect(708, 208 + i * 44, 30, 26, ["#5a2a1a", "#fff6e0", "#e9d9a8", "#c2452d", "#234b4a", "#f0c65a"][i], 2), text(750, 226 + i * 44, n, 14, "#f0f2f3")]
        tablet = group([rect(12, 16, 360, 210, "#000", 16, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 360, 204, "#2b3036", 16), rect(40, 14, 306, 176, "#3a4147", 8)] + [rect(12, 40 + k * 32, 16, 22, "#555f67", 4) for k in range(4)] + [group([rect(0, 0, 240, 14, "#1b2025", 7), rect(0, 0, 240, 4, "#6a747c", 4), poly([(240, 0), (268, 7), (240, 14)], "#8b949a")], "translate(110 150) rotate(-34)")], "translate(790 690) rotate(4)")
        return desk("#d9cbb4", "#8a6544", 650) + monitor(160, 70, w, h, body, "#f2e2c0") + keyboard(250, 770) + tablet + mug(130, 830, "#c2452d")
    # Printed proofs on a cutting mat with swatches, knife and loupe.
    out = [surface("#6b5140", "#5d4636", 4), group([rect(12, 16, 1020, 720, "#000", 10, 'opacity=".35" filter="url(#soft)"'), rect(0, 0, 1020, 720, "#2f6a5c", 10), rect(20, 20, 980, 680, "none", 0, 'stroke="#8fc4b4" stroke-width="2"')] + [line(20 + i * 49, 20, 20 + i * 49, 700, "#8fc4b4", 1, 'opacity=".5"') for i in range(1, 20)] + [line(20, 20 + i * 48.6, 1000, 20 + i * 48.6, "#8fc4b4", 1, 'opacity=".5"') for i in range(1, 14)], "translate(90 90) rotate(-1.5)")]
    for x, y, r, k, s in ((150, 110, -6, 1, 1), (520, 90, 3, 0, 1)):
        out.append(group([rect(12, 16, 380, 540, "#000", 2, 'opacity=".4" filter="url(#soft)"'), rect(0, 0, 380, 540, "#fdfcf8"), poster(24, 24, 332, 492, k), poly([(380, 540), (330, 540), (380, 490)], "#d9d5ca"), poly([(330, 540), (380, 490), (336, 496)], "#f4f1e8")] + [path(f"M{a},{b} h{c} M{a},{b} v{d}", stroke="#26323a", width=1.5) for a, b, c, d in ((12, 12, -8, -8), (368, 12, 8, -8), (12, 528, -8, 8))] + [rect(120 + i * 34, 522, 26, 10, c) for i, c in enumerate(["#29a8e0", "#d8297e", "#f4e02a", "#26262a"])], f"translate({x} {y}) rotate({r}) scale({s})"))
    out += [group([rect(6, 10, 92, 250, "#000", 6, 'opacity=".3" filter="url(#soft)"'), rect(0, 0, 92, 250, "#fdfcf8", 6), rect(6, 6, 80, 190, c, 4), rect(6, 6, 80, 60, tone(c, 1.3), 4), rect(12, 208, 56, 7, "#8b9298", 3), rect(12, 224, 38, 7, "#c0c5c8", 3), circle(46, 242, 4, "#596168")], f"translate(960 640) rotate({-160+i*15}) translate(-46 -242)") for i, c in enumerate(["#8c2f4b", "#d7793f", "#efd9a0", "#2f7a6f", "#1f4e5f", "#3a3f6b"])]
    out += [group([rect(8, 12, 350, 24, "#000", 6, 'opacity=".35" filter="url(#soft)"'), rect(0, 0, 260, 28, "#e0b52e", 8), rect(0, 0, 260, 9, "#f6dc86", 6), rect(60, 8, 90, 12, "#3a3f44", 4), poly([(258, 4), (352, 4), (330, 24), (258, 24)], "#cfd5d8"), poly([(258, 4), (352, 4), (349, 8), (258, 10)], "#ffffff")], "translate(150 780) rotate(-14)"), ellipse(680, 800, 84, 82, "#000", 'opacity=".35" filter="url(#soft)"'), circle(668, 786, 84, "#23282d"), circle(668, 786, 68, "#cfe3ea"), circle(668, 786, 68, "#fff", 'opacity=".35"'), path("M620,770 a56,56 0 0 1 60,-38", stroke="#fff", width=9)]
    return "".join(out)
