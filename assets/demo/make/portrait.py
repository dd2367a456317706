"""Portraits in a flat manner: school uniform, hijab or hair, light from the upper left, 600 x 800.

One row of PEOPLE a portrait, so that no two faces are the same. Odd numbers are boys, even ones girls.
"""
from collections import namedtuple

from draw import circle, ellipse, line, path, poly, rect, tone

Person = namedtuple("Person", "skin hair style cheek jaw chin brow eye mouth glasses back")

# Complexions, hair colours and backgrounds by number; styles by name.
SKIN = ["#e2b48f", "#d5a27a", "#c79067", "#b37a54", "#99633f", "#7d4f35", "#e9c3a3"]
HAIR = ["#1b1715", "#2b1f19", "#15161b", "#35241b"]
BACK = ["#3c6c97", "#a43a34", "#c3cbcf", "#5f8a82", "#88939c", "#b59a6a"]

PEOPLE = [
    Person(2, 0, "side", 112, 84, 514, 0, 1, "smile", False, 0),
    Person(1, 0, "hijab-pin", 108, 72, 510, 1, 1, "teeth", False, 2),
    Person(4, 2, "crop", 116, 94, 518, 1, 0, "smile", False, 1),
    Person(3, 1, "ponytail", 106, 70, 508, 0, 2, "smile", False, 3),
    Person(1, 1, "wave", 108, 80, 520, 2, 1, "teeth", True, 4),
    Person(0, 0, "hijab-drape", 112, 76, 506, 2, 0, "smile", False, 1),
    Person(3, 0, "quiff", 114, 90, 516, 0, 2, "calm", False, 2),
    Person(2, 2, "hijab-pin", 114, 80, 510, 0, 2, "smile", True, 0),
    Person(5, 2, "curls", 112, 86, 516, 1, 1, "teeth", False, 5),
    Person(6, 3, "bob", 108, 72, 506, 1, 1, "smile", False, 0),
    Person(0, 2, "fringe", 106, 76, 514, 2, 0, "smile", False, 3),
    Person(4, 2, "hijab-drape", 108, 72, 508, 1, 1, "teeth", False, 4),
    Person(2, 1, "crop", 118, 98, 512, 0, 0, "calm", True, 1),
    Person(5, 2, "curly-long", 108, 74, 508, 0, 1, "teeth", False, 2),
    Person(3, 2, "spikes", 108, 82, 518, 1, 2, "smile", False, 0),
    Person(6, 0, "hijab-pin", 106, 68, 508, 2, 0, "calm", False, 5),
    Person(1, 0, "quiff", 110, 82, 520, 2, 1, "teeth", False, 4),
    Person(3, 0, "hijab-drape", 112, 78, 510, 0, 2, "smile", False, 1),
    Person(4, 0, "side", 114, 88, 514, 2, 0, "smile", True, 2),
    Person(2, 1, "long", 108, 72, 508, 2, 2, "calm", False, 1),
    Person(6, 3, "spikes", 112, 80, 516, 0, 1, "calm", False, 1),
    Person(1, 2, "hijab-pin", 110, 76, 512, 1, 2, "teeth", True, 3),
    Person(3, 1, "fringe", 116, 92, 512, 1, 2, "teeth", False, 5),
    Person(0, 2, "ponytail", 110, 74, 508, 1, 0, "teeth", True, 4),
    Person(5, 0, "wave", 114, 88, 518, 0, 2, "smile", False, 0),
]


def face_outline(p):
    w, j, c = p.cheek, p.jaw, p.chin
    return (f"M{300-w},318 C{300-w+2},150 {300+w-2},150 {300+w},318 C{300+w},392 {300+j+20},440 {300+j},468 "
            f"C{300+j-22},{c-14} 336,{c} 300,{c} C264,{c} {300-j+22},{c-14} {300-j},468 C{300-j-20},440 {300-w},392 {300-w},318 z")


def backdrop(colour):
    return (f'<defs><radialGradient id="b" cx=".36" cy=".3" r=".85"><stop offset="0" stop-color="{tone(colour, 1.3)}"/><stop offset=".6" stop-color="{colour}"/>'
            f'<stop offset="1" stop-color="{tone(colour, .74)}"/></radialGradient></defs>') + rect(0, 0, 600, 800, "url(#b)")


def uniform(girl, covered):
    """White shirt in five tones, grey tie, school badge, name plate."""
    slope = 18 if girl else 0
    out = [path(f"M{20+slope},800 C{26+slope},700 60,640 150,616 L238,578 L300,640 L362,578 L450,616 C540,640 {574-slope},700 {580-slope},800 z", fill="#eef0ef"),
           path(f"M362,578 L450,616 C540,640 {574-slope},700 {580-slope},800 H400 C430,720 420,640 362,578 z", fill="#d6dbdd"),
           path(f"M450,616 C540,640 {574-slope},700 {580-slope},800 H500 C520,720 500,660 450,616 z", fill="#c4cbcf"),
           path(f"M112,800 C110,740 104,710 92,676 M488,800 C490,746 498,712 510,680", stroke="#b4bcc1", width=4),
           path("M180,640 C190,690 190,720 182,760 M402,690 C410,720 408,750 404,800", stroke="#cfd5d7", width=6)]
    if not covered:
        out += [line(300, 690, 300, 800, "#c9cfd2", 3), path("M282,622 L318,622 L330,652 L300,676 L270,652 z", fill="#59636d"), path("M278,664 L322,664 L338,800 H262 z", fill="#59636d"),
                path("M300,664 L322,664 L338,800 H304 z", fill="#48515a"), path("M270,652 L330,652 L322,668 H278 z", fill="#3e464e"), path("M286,626 l12,0 l-8,22 z", fill="#77818b"),
                path("M268,740 l66,-30 l2,18 l-70,32 z", fill="#6f7a84"),
                path("M238,566 C250,590 270,616 300,640 L262,704 L196,610 z", fill="#ffffff"), path("M362,566 C350,590 330,616 300,640 L338,704 L404,610 z", fill="#e6eaeb"),
                path("M262,704 L300,640 M338,704 L300,640", stroke="#c2c9cd", width=3)]
    out += [path("M118,706 h84 v60 q0,26 -42,40 q-42,-14 -42,-40 z", fill="#e3e6e6"), path("M130,716 l30,-9 l30,9 v26 q0,27 -30,38 q-30,-11 -30,-38 z", fill="#274f78"), path("M160,707 l30,9 v26 q0,27 -30,38 z", fill="#1d3f62"),
            circle(160, 742, 15, "#f0c23c"), path("M160,730 l4,8 l9,1 l-7,6 l2,9 l-8,-5 l-8,5 l2,-9 l-7,-6 l9,-1 z", fill="#fff4cf"), rect(396, 716, 96, 28, "#20262c", 3), rect(396, 716, 96, 4, "#58636c", 2),
            rect(406, 725, 66, 5, "#eceff0", 2), rect(406, 734, 44, 4, "#aeb6bb", 2)]
    return "".join(out)


def neck(p, skin):
    return (path("M246,450 C250,520 244,560 228,584 C262,640 338,640 372,584 C356,560 350,520 354,450 z", fill=tone(skin, .86))
            + path("M250,486 C280,540 330,546 352,498 C350,540 358,566 372,584 C352,616 322,624 300,624 C330,580 300,540 250,520 z", fill=tone(skin, .7)))


def features(p, skin, hair, girl):
    """Brows, eyes, nose, mouth; the shaded side is the right one."""
    out, ey, gap = [], 350 + p.eye * 3, 48 + (p.cheek - 106) * .5
    brow_y = ey - 34 - p.brow * 2
    lip = ["#b5695a", "#a85c4c", "#9c5345", "#86473b", "#70382f", "#5f2f29", "#bb7263"][p.skin]
    for s in (-1, 1):
        x = 300 + s * gap
        h = [12, 14, 10.5][p.eye]
        out += [ellipse(x, ey + 2, 33, 23, tone(skin, .9), 'opacity=".5"'),
                path(f"M{x-22},{ey+2} C{x-12},{ey-h-4} {x+12},{ey-h-4} {x+22},{ey+1} C{x+12},{ey+h} {x-12},{ey+h} {x-22},{ey+2} z", fill="#fbf8f3"),
                circle(x, ey - 1, 11.5, "#33211a"), circle(x, ey - 1, 5.5, "#120c09"), circle(x - 4, ey - 5, 3.6, "#fff"),
                path(f"M{x-24},{ey+2} C{x-12},{ey-h-6} {x+12},{ey-h-6} {x+24},{ey+1}", stroke="#1c1310", width=5.5 if girl else 4)]
        if girl:
            out.append(path(f"M{x+s*23},{ey+1} q{s*5},-3 {s*8},-9", stroke="#1c1310", width=4))
        out.append(path(f"M{x-s*24},{brow_y+3} Q{x+s*6},{brow_y-(13 if girl else 9)} {x+s*30},{brow_y+5}", stroke=hair, width=6 if girl else 9))
        out.append(ellipse(300 + s * (gap + 18), 416, 27, 15, "#c64f3f", 'opacity=".17"'))
    out += [path("M305,366 C310,390 321,406 319,420 C312,430 304,430 299,427 C304,408 306,390 302,368 z", fill=tone(skin, .85)), ellipse(297, 408, 7, 11, tone(skin, 1.22), 'opacity=".75"'),
            path("M281,422 C286,430 291,428 295,430 M306,430 C311,429 316,428 320,422", stroke=tone(skin, .6), width=4)]
    if p.mouth == "teeth":
        out += [path("M256,454 C280,463 320,463 344,454 C334,484 266,484 256,454 z", fill="#6b2a24"), path("M264,457 C284,464 316,464 336,457 C329,474 271,474 264,457 z", fill="#fffdf8"),
                path("M256,454 C280,463 320,463 344,454", stroke=lip, width=5), path("M266,471 C282,484 318,484 334,471", stroke=tone(lip, 1.1), width=5)]
    else:
        up = 15 if p.mouth == "smile" else 7
        out += [path(f"M268,{470-up*.3:.0f} C280,{492} 320,{492} 332,{470-up*.3:.0f} C316,{478} 284,{478} 268,{470-up*.3:.0f} z", fill=tone(lip, 1.18)),
                path(f"M254,{470-up} C276,{474+up*.5:.0f} 324,{474+up*.5:.0f} 346,{470-up}", stroke=tone(lip, .74), width=5), path(f"M248,{473-up} q5,-5 4,-11 M352,{473-up} q-5,-5 -4,-11", stroke=tone(skin, .76), width=3)]
    out.append(path("M284,502 q16,5 32,0", stroke=tone(skin, .82), width=4, extra='opacity=".8"'))
    if p.glasses:
        g = "#23282d" if p.cheek % 4 else "#6b4a2f"
        for s in (-1, 1):
            x = 300 + s * gap
            out += [f'<rect x="{x-36:.0f}" y="{ey-26}" width="72" height="56" rx="24" fill="#fff" fill-opacity=".1" stroke="{g}" stroke-width="5"/>', path(f"M{x-20},{ey-14} l16,-6", stroke="#fff", width=4, extra='opacity=".6"'),
                    line(x + s * 36, ey - 8, 300 + s * p.cheek, ey - 14, g, 5)]
        out.append(path(f"M{300-gap+36},{ey-4} q{gap-36},-12 {2*gap-72},0", stroke=g, width=5))
    return "".join(out)


def head(p, skin, girl, covered):
    out = []
    if not covered:
        for s in (-1, 1):
            x = 300 + s * (p.cheek + 6)
            c = skin if s < 0 else tone(skin, .84)
            out += [ellipse(x, 366, 19, 34, c), path(f"M{x+s*6},346 q{-s*14},16 {-s*2},40", stroke=tone(skin, .66), width=4)]
    outline, w = face_outline(p), p.cheek
    out += [f'<clipPath id="face"><path d="{outline}"/></clipPath>', path(outline, fill=skin), '<g clip-path="url(#face)">',
            path(f"M{300+w*.55:.0f},170 C{300+w*.42:.0f},320 {300+w*.8:.0f},400 {300+p.jaw*.42:.0f},540 H460 V170 z", fill=tone(skin, .88)),
            path(f"M{300+w*.86:.0f},170 C{300+w*.74:.0f},340 {300+w:.0f},410 {300+p.jaw*.8:.0f},540 H460 V170 z", fill=tone(skin, .78)),
            ellipse(300 - w * .46, 400, 40, 30, tone(skin, 1.22), 'opacity=".5"'), ellipse(284, 262, 62, 36, tone(skin, 1.2), 'opacity=".4"'), ellipse(296, p.chin - 14, 24, 9, tone(skin, 1.16), 'opacity=".5"'), "</g>"]
    return "".join(out)


def boys_hair(p, hair):
    w, lit, deep = p.cheek, tone(hair, 1.22), tone(hair, .6)
    sides = path(f"M{300-w-7},352 C{300-w-16},250 {300-w+6},200 {300-w+34},196 C{300-w+14},236 {300-w+12},290 {300-w+2},350 z M{300+w+7},352 C{300+w+16},250 {300+w-6},200 {300+w-34},196 C{300+w-14},236 {300+w-12},290 {300+w-2},350 z", fill=tone(hair, 1.12))
    if p.style == "side":
        return sides + path(f"M{300-w-9},310 C{300-w-26},190 {300-w+30},132 300,130 C{300+w-20},128 {300+w+26},190 {300+w+9},310 C{300+w-2},262 {300+w-16},240 {300+w-30},232 C330,244 280,226 252,206 C236,236 {300-w+14},250 {300-w-9},310 z", fill=hair) + path(f"M252,206 C262,178 300,158 350,160 M262,214 C290,188 330,180 {300+w-20},196", stroke=lit, width=5) + path(f"M252,206 C240,190 236,176 240,158", stroke=deep, width=5)
    if p.style == "crop":
        return path(f"M{300-w-7},330 C{300-w-18},196 {300-w+34},148 300,148 C{300+w-34},148 {300+w+18},196 {300+w+7},330 C{300+w-2},276 {300+w-8},248 {300+w-20},228 C{300+w-50},210 {300-w+50},210 {300-w+20},228 C{300-w+8},248 {300-w+2},276 {300-w-7},330 z", fill=tone(hair, 1.14)) + path(f"M{300-w+20},228 C{300-w+30},168 270,152 300,150 C340,150 {300+w-26},166 {300+w-20},228 C{300+w-50},210 {300-w+50},210 {300-w+20},228 z", fill=hair) + path("M232,190 q30,-24 66,-24", stroke=lit, width=6)
    if p.style == "wave":
        return sides + path(f"M{300-w-8},300 C{300-w-34},170 {300-w+44},110 310,118 C{300+w-10},112 {300+w+34},190 {300+w+8},306 C{300+w-6},258 {300+w-18},246 {300+w-40},226 C330,232 318,206 300,214 C276,236 250,212 234,232 C{300-w+20},240 {300-w+4},250 {300-w-8},300 z", fill=hair) + path("M216,206 C232,160 280,176 300,150 M290,190 C312,160 350,176 372,160 M346,206 C370,196 384,206 396,220", stroke=lit, width=5)
    if p.style == "quiff":
        return sides + path(f"M{300-w+6},252 C{300-w-10},170 250,110 322,112 C{300+w-4},112 {300+w+16},176 {300+w-6},252 C{300+w-20},224 {300+w-40},214 {300+w-60},214 C300,226 262,208 {300-w+38},214 C{300-w+20},222 {300-w+10},232 {300-w+6},252 z", fill=hair) + path("M232,204 C244,160 290,136 340,132 M270,206 C290,166 330,150 376,156", stroke=lit, width=5)
    if p.style == "curls":
        spots = [(206, 232, 34), (214, 192, 36), (244, 162, 38), (286, 144, 40), (330, 146, 40), (366, 166, 38), (390, 200, 36), (396, 236, 32), (252, 200, 34), (300, 186, 40), (348, 200, 34)]
        return sides + "".join(circle(x, y, r, hair) for x, y, r in spots) + "".join(path(f"M{x-r*.5:.0f},{y} a{r*.5:.0f},{r*.5:.0f} 0 0 1 {r*.8:.0f},{-r*.4:.0f}", stroke=lit, width=4) for x, y, r in spots)
    if p.style == "spikes":
        teeth = " ".join(f"L{300-w+4+i*(2*w-8)/8:.0f},{[250, 172, 196, 148, 182, 140, 184, 160, 250][i]}" for i in range(9))
        return sides + path(f"M{300-w-2},300 {teeth} L{300+w+2},300 C{300+w-8},262 {300+w-14},246 {300+w-28},234 L346,246 L330,222 L300,244 L276,222 L256,246 C{300-w+20},240 {300-w+8},260 {300-w-2},300 z", fill=hair) + path("M240,206 l8,-20 M284,196 l8,-30 M326,194 l10,-32 M364,206 l12,-22", stroke=lit, width=5)
    return sides + path(f"M{300-w-9},326 C{300-w-24},186 {300-w+36},132 300,132 C{300+w-36},132 {300+w+24},186 {300+w+9},326 C{300+w},280 {300+w-6},262 {300+w-14},250 L{300+w-34},276 L{300+w-52},254 L334,284 L312,258 L286,288 L262,258 L236,282 L{300-w+22},256 C{300-w+8},270 {300-w},290 {300-w-9},326 z", fill=hair) + path("M226,216 C244,176 280,160 322,162 M250,236 C268,204 296,192 336,194", stroke=lit, width=5)


def girls_hair_behind(p, hair):
    w = p.cheek
    if p.style == "ponytail":
        return path("M376,180 C500,190 500,360 466,470 C452,520 470,560 440,610 C420,560 424,470 416,400 C404,310 390,250 376,180 z", fill=tone(hair, .8)) + path("M440,250 C466,330 452,420 444,520", stroke=tone(hair, 1.2), width=5)
    if p.style == "bob":
        return path(f"M300,138 C150,138 150,300 {300-w-34},470 C{300-w-20},510 {300-w+40},510 250,500 H350 C{300+w-40},510 {300+w+20},510 {300+w+34},470 C450,300 450,138 300,138 z", fill=tone(hair, .8))
    if p.style == "curly-long":
        spots = [(300 + s * x, y, r) for s in (-1, 1) for x, y, r in ((118, 250, 44), (136, 310, 46), (146, 372, 48), (150, 436, 50), (142, 500, 50), (122, 556, 44))]
        return "".join(circle(x, y, r, tone(hair, .85)) for x, y, r in spots) + "".join(path(f"M{x-r*.5:.0f},{y} a{r*.5:.0f},{r*.5:.0f} 0 0 1 {r*.8:.0f},{-r*.4:.0f}", stroke=tone(hair, 1.16), width=4) for x, y, r in spots)
    return path(f"M300,134 C140,134 160,330 {300-w-30},480 C{300-w-44},560 {300-w-10},630 {300-w+20},660 H{300+w-20} C{300+w+10},630 {300+w+44},560 {300+w+30},480 C440,330 460,134 300,134 z", fill=tone(hair, .8))


def girls_hair_front(p, hair):
    w, lit = p.cheek, tone(hair, 1.22)
    part = 300 if p.style in ("long", "curly-long") else 268
    out = [path(f"M{300-w-8},380 C{300-w-34},210 {300-w+30},136 300,136 C{300+w-30},136 {300+w+34},210 {300+w+8},380 C{300+w+2},310 {300+w-22},262 {part+40},206 L{part},188 C{part-30},240 {300-w+10},280 {300-w-8},380 z", fill=hair),
           path(f"M{part},188 C{part-4},170 {part-2},154 {part+4},140", stroke=tone(hair, .55), width=4), path(f"M{300-w+4},270 C{300-w+16},216 236,186 {part-20},170 M{part+24},176 C{300+w-50},190 {300+w-20},220 {300+w-6},270", stroke=lit, width=5)]
    if p.style == "bob":
        out.append(path(f"M{300-w+2},262 C230,240 250,220 {part},188 C330,226 {300+w-40},240 {300+w-2},262 C{300+w-30},288 330,270 {part+30},262 C260,276 {300-w+40},284 {300-w+2},262 z", fill=hair))
    if p.style in ("long", "bob"):
        out.append(path(f"M{300-w-4},380 C{300-w-20},440 {300-w-16},480 {300-w-10},500 M{300+w+4},380 C{300+w+20},440 {300+w+16},480 {300+w+10},500", stroke=hair, width=22))
    if p.style == "ponytail":
        out += [circle(396, 196, 17, "#3d6f9c"), circle(392, 191, 6, "#7fb0d6")]
    if p.style != "curly-long":
        out += [circle(300 - w - 5, 404, 6, "#e2c46a"), circle(300 + w + 5, 404, 6, "#c9a94e")]
    return "".join(out)


def hijab(p, behind):
    """White school headscarf: crown, rim round the face, folds to one side."""
    cloth, w = "#f3f3ef", p.cheek
    if behind:
        return (path("M300,112 C178,112 146,214 150,336 C152,430 128,500 96,580 C110,700 210,742 300,742 C390,742 490,700 504,580 C472,500 448,430 450,336 C454,214 422,112 300,112 z", fill=tone(cloth, .95))
                + path("M330,116 C420,130 454,220 450,336 C448,430 472,500 504,580 C490,700 390,742 330,741 C430,660 400,520 410,420 C424,300 420,190 330,116 z", fill=tone(cloth, .85)))
    rim = f"M{300-w+4},356 C{300-w-2},170 {300+w+2},170 {300+w-4},356 C{300+w-8},430 352,{p.chin-4} 300,{p.chin-2} C248,{p.chin-4} {300-w+8},430 {300-w+4},356 z"
    # The cloth covers all of the head but the opening.
    out = [f'<path fill-rule="evenodd" fill="{cloth}" d="M300,116 C190,116 160,220 160,336 C160,420 176,500 220,560 C270,590 330,590 380,560 C424,500 440,420 440,336 C440,220 410,116 300,116 z {rim}"/>',
           f'<path fill-rule="evenodd" fill="{tone(cloth, .89)}" d="M348,124 C416,150 440,240 440,336 C440,420 424,500 380,560 C356,576 330,584 310,584 L318,{p.chin-4} C360,{p.chin-20} {300+w-8},430 {300+w-4},356 C{300+w-2},250 384,200 348,124 z"/>',
           path(rim, stroke=tone(cloth, .74), width=5), path(f"M{300-w+14},300 C{300-w+18},210 262,206 300,206 C338,206 {300+w-18},210 {300+w-14},300 C{300+w-22},232 340,218 300,218 C260,218 {300-w+22},232 {300-w+14},300 z", fill=tone(cloth, .8)),
           path("M196,250 C204,190 236,150 282,136", stroke="#ffffff", width=10), path("M400,220 C414,260 420,300 418,344", stroke=tone(cloth, .76), width=5)]
    if p.style == "hijab-pin":
        out += [path(f"M206,530 C250,{p.chin+60} 350,{p.chin+60} 394,530 C440,600 470,640 486,668 C420,724 360,742 300,742 C230,742 160,716 116,664 C140,620 176,580 206,530 z", fill=cloth), path(f"M394,530 C440,600 470,640 486,668 C420,724 360,742 310,742 C380,690 400,620 340,{p.chin+50} C366,550 384,540 394,530 z", fill=tone(cloth, .87)),
                path("M222,556 C210,620 180,670 150,694 M262,588 C256,650 236,700 206,728 M300,596 C306,650 300,700 282,740 M346,590 C366,640 372,690 356,736", stroke=tone(cloth, .8), width=6), path("M214,560 C200,620 170,664 138,686", stroke="#ffffff", width=5), path(f"M250,{p.chin+16} C280,{p.chin+36} 320,{p.chin+36} 350,{p.chin+16}", stroke=tone(cloth, .76), width=5),
                circle(300, p.chin + 40, 7, "#c9a94e"), circle(298, p.chin + 38, 3, "#fff2c4")]
    else:
        out += [path("M190,500 C250,590 380,590 410,490 C450,560 520,600 506,640 C470,700 380,742 290,742 C200,738 120,690 100,600 C130,580 160,540 190,500 z", fill=cloth), path("M410,490 C450,560 520,600 506,640 C470,700 400,738 330,742 C430,690 440,590 392,530 z", fill=tone(cloth, .87)),
                path("M196,520 C240,620 380,650 480,668 M182,560 C230,660 340,700 430,706 M160,600 C200,690 280,722 350,730", stroke=tone(cloth, .8), width=6), path("M190,512 C236,606 372,636 484,654", stroke="#ffffff", width=5), path("M230,540 C290,600 360,590 400,520", stroke=tone(cloth, .76), width=6)]
    return "".join(out)


def portrait(n):
    p = PEOPLE[n - 1]
    girl, covered = n % 2 == 0, p.style.startswith("hijab")
    skin, hair = SKIN[p.skin], HAIR[p.hair]
    out = [backdrop(BACK[p.back]), ellipse(340, 760, 300, 220, "#000", 'opacity=".22" filter="url(#glow)"')]
    if girl and not covered:
        out.append(girls_hair_behind(p, hair))
    out.append(uniform(girl, covered))
    if covered:
        out.append(hijab(p, True))
    out += [neck(p, skin), "" if covered else uniform_collar(), head(p, skin, girl, covered), features(p, skin, hair, girl)]
    if covered:
        out.append(hijab(p, False))
    elif girl:
        out.append(girls_hair_front(p, hair))
    else:
        out.append(boys_hair(p, hair))
    return "".join(out)


def uniform_collar():
    """The collar stands before the neck."""
    return (path("M234,560 C246,590 268,620 300,642 L264,704 L196,612 z", fill="#ffffff") + path("M366,560 C354,590 332,620 300,642 L336,704 L404,612 z", fill="#e3e8e9")
            + path("M264,704 L300,642 L336,704", stroke="#bfc7cb", width=3) + poly([(284, 640), (316, 640), (326, 660), (300, 678), (274, 660)], "#59636d") + poly([(300, 640), (316, 640), (326, 660), (300, 678)], "#48515a"))
