"""Small drawing helpers: everything is flat shapes in a few tones, 1200 x 900."""
import math
import random

W, H = 1200, 900


def tone(hex_colour, factor):
    """Darker below 1, lighter above."""
    parts = [int(hex_colour[i:i + 2], 16) for i in (1, 3, 5)]
    if factor <= 1:
        parts = [int(p * factor) for p in parts]
    else:
        parts = [int(p + (255 - p) * (factor - 1)) for p in parts]
    return "#%02x%02x%02x" % tuple(parts)


def rect(x, y, w, h, fill, r=0, extra=""):
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{r}" fill="{fill}" {extra}/>'


def circle(x, y, r, fill, extra=""):
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}" {extra}/>'


def ellipse(x, y, rx, ry, fill, extra=""):
    return f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{fill}" {extra}/>'


def poly(points, fill, extra=""):
    return '<polygon points="%s" fill="%s" %s/>' % (" ".join(f"{x:.1f},{y:.1f}" for x, y in points), fill, extra)


def path(d, fill="none", stroke="none", width=0, extra=""):
    return f'<path d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round" {extra}/>'


def line(x1, y1, x2, y2, stroke, width, extra=""):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}" stroke-width="{width}" stroke-linecap="round" {extra}/>'


def text(x, y, words, size, fill, weight=400, anchor="start", extra=""):
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    return f'<text x="{x:.1f}" y="{y:.1f}" font-family="Noto Sans" font-size="{size}" font-weight="{weight}" fill="{fill}" text-anchor="{anchor}" {extra}>{words}</text>'


def group(body, transform="", extra=""):
    return f'<g transform="{transform}" {extra}>{"".join(body)}</g>'


def shadow(x, y, rx, ry, strength=0.28):
    return ellipse(x, y, rx, ry, "#000000", f'opacity="{strength}" filter="url(#soft)"')


def room(wall, floor, horizon=560, light=(800, 120), tiles=True):
    """Wall, floor with perspective lines, and a fall of light."""
    out = [rect(0, 0, W, horizon, "url(#wall)"), rect(0, horizon, W, H - horizon, "url(#floor)"), rect(0, horizon - 14, W, 14, tone(wall, 0.72))]
    if tiles:
        for i in range(-8, 21):
            out.append(line(600 + (i - 6) * 46, horizon, 600 + (i - 6) * 260, H, tone(floor, 0.86), 2))
        for i in range(1, 6):
            y = horizon + (H - horizon) * (i / 6) ** 1.6
            out.append(line(0, y, W, y, tone(floor, 0.86), 2))
    defs = (f'<linearGradient id="wall" x1="0" x2="1" y1="1" y2="0"><stop offset="0" stop-color="{tone(wall, .78)}"/><stop offset="1" stop-color="{tone(wall, 1.18)}"/></linearGradient>'
            f'<linearGradient id="floor" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="{tone(floor, .8)}"/><stop offset="1" stop-color="{tone(floor, 1.12)}"/></linearGradient>')
    out.append(poly([(light[0] - 140, 0), (light[0] + 180, 0), (light[0] - 60, H), (light[0] - 760, H)], "#ffffff", 'opacity="0.07"'))
    return "<defs>" + defs + "</defs>" + "".join(out)


def surface(colour, grain=None, seed=1):
    """A table seen from above with a soft light from the upper right."""
    rng = random.Random(seed)
    out = [rect(0, 0, W, H, "url(#top)")]
    if grain:
        for _ in range(60):
            y, x = rng.uniform(0, H), rng.uniform(-200, W)
            out.append(path(f"M{x:.0f},{y:.0f} q{rng.uniform(80, 200):.0f},{rng.uniform(-7, 7):.0f} {rng.uniform(220, 480):.0f},0", stroke=grain, width=rng.choice([1.5, 2, 3]), extra='opacity=".5"'))
    return (f'<defs><radialGradient id="top" cx=".72" cy=".2" r="1"><stop offset="0" stop-color="{tone(colour, 1.22)}"/><stop offset=".55" stop-color="{colour}"/>'
            f'<stop offset="1" stop-color="{tone(colour, .68)}"/></radialGradient></defs>') + "".join(out)


def sheet_of_paper(x, y, w, h, angle, body):
    return group([rect(10, 14, w, h, "#000", 4, 'opacity=".26" filter="url(#soft)"'), rect(0, 0, w, h, "#fbfaf5", 3),
                  poly([(w * .55, 0), (w, 0), (w, h * .5)], "#ffffff", 'opacity=".6"')] + body, f"translate({x} {y}) rotate({angle})")


def ring(x, y, r, width, colour, dash=""):
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="none" stroke="{colour}" stroke-width="{width}" {dash}/>'


def polar(x, y, r, degrees):
    return x + r * math.cos(math.radians(degrees)), y + r * math.sin(math.radians(degrees))


def framed(body, x, y, zoom, angle=0):
    """The same thing seen from nearer and another side: x, y comes to the middle of the picture."""
    return group([body], f"translate({W / 2} {H / 2}) rotate({angle}) scale({zoom}) translate({-x} {-y})")


def wrap(body, w=W, h=H, vignette=True):
    dark = '<rect width="100%" height="100%" fill="url(#vig)"/>' if vignette else ""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}"><defs><filter id="soft" x="-50%" y="-50%" width="200%" height="200%">'
            '<feGaussianBlur stdDeviation="11"/></filter><filter id="glow" x="-100%" y="-100%" width="300%" height="300%"><feGaussianBlur stdDeviation="26"/></filter>'
            '<radialGradient id="vig" cx=".55" cy=".42" r=".8"><stop offset=".55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".3"/></radialGradient></defs>'
            f'{body}{dark}</svg>')
