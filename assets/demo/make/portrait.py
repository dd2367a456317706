"""Portraits in a flat manner: school uniform, hijab or hair, 600 x 800. Odd numbers are boys, even ones girls."""
import random
from draw import *


def portrait(n):
    rng = random.Random(n * 31)
    skin = ["#c98f66", "#b67a52", "#d6a179", "#8f5c3d", "#a86e49", "#dcae88"][n * 5 % 6]
    dark, light = tone(skin, .78), tone(skin, 1.25)
    back = ["#b8452f", "#2f5f86", "#cfd6d8", "#3f7a6a", "#c9a24a", "#6b5a86"][(n * 7 + n // 6) % 6]
    girl, hijab = n % 2 == 0, n % 4 == 0 or n in (2, 10, 18)
    hair = ["#1d1714", "#2a1f1a", "#16171c"][n // 2 % 3]
    out = [rect(0, 0, 600, 800, back), f'<defs><radialGradient id="b" cx=".65" cy=".3" r=".8"><stop offset="0" stop-color="#fff" stop-opacity=".35"/><stop offset="1" stop-color="#000" stop-opacity=".22"/></radialGradient></defs>', rect(0, 0, 600, 800, "url(#b)")]
    jaw = 118 + n * 3 % 4 * 6
    face = f"M{300-jaw},330 q-4,-150 {jaw},-156 q{jaw},6 {jaw},156 q-4,110 {-jaw*.5:.0f},168 q{-jaw*.5:.0f},36 {-jaw},0 q{-jaw*.5:.0f},-58 {-jaw*.5:.0f},-168 z"
    if girl and not hijab:
        out.append(path("M150,340 q-14,-220 150,-226 q164,6 150,226 q20,150 -10,270 h-280 q-30,-120 -10,-270", fill=hair))
    out += [path("M40,800 q10,-170 160,-210 l100,-24 l100,24 q150,40 160,210 z", fill="#f4f4f1"), path("M300,566 l100,24 q150,40 160,210 H330 z", fill="#dcdfe0"), path("M250,470 h100 v110 q-50,50 -100,0 z", fill=dark)]
    if hijab:
        cloth = ["#f2f2ee", "#f2f2ee", "#8fa3b3"][n % 3]
        out += [path("M130,360 q-20,-270 170,-276 q190,6 170,276 q10,160 70,270 q-70,110 -240,110 q-170,0 -240,-110 q60,-110 70,-270", fill=cloth), path("M300,84 q190,6 170,276 q10,160 70,270 q-70,110 -240,110 q120,-130 110,-330", fill=tone(cloth, .86)), path("M190,560 q110,90 220,10 M170,620 q120,80 270,20", stroke=tone(cloth, .76), width=7)]
    else:
        out += [ellipse(300 - jaw, 350, 20, 34, dark), ellipse(300 + jaw, 350, 20, 34, dark), path("M220,574 l80,70 l80,-70 l40,26 l-70,90 l-50,-40 l-50,40 l-70,-90 z", fill="#fff"), path("M284,640 h32 l22,160 h-76 z", fill=["#4a5560", "#28446b", "#7a2f2c"][n % 3])]
    out += [path(face, fill=skin), path(f"M300,174 q{jaw},6 {jaw},156 q-4,110 {-jaw*.5:.0f},168 q-20,24 -60,28 q70,-120 50,-250 q-10,-70 -52,-102 z", fill=tone(skin, .9))]
    if hijab:
        out += [path(f"M{300-jaw-4},340 q0,-160 {jaw+4},-166 q{jaw+4},6 {jaw+4},166 q0,-110 {-jaw-4},-118 q{-jaw-4},8 {-jaw-4},118", fill=tone(cloth, .93))]
    elif girl:
        out.append(path(f"M{300-jaw-8},350 q-10,-190 {jaw+8},-200 q{jaw+8},10 {jaw+8},200 q-16,-90 -90,-128 q-60,56 {-jaw-60},128", fill=hair))
    else:
        style = (n // 2 + n // 6) % 3
        top = [f"M{300-jaw-6},330 q-24,-190 {jaw+6},-200 q{jaw+20},4 {jaw+6},200 q-8,-70 -40,-96 q-80,16 -160,-6 q-50,40 {-2*jaw+194},102", f"M{300-jaw-6},320 q-30,-170 60,-196 q60,-40 120,-8 q90,30 72,204 q-10,-60 -30,-84 q-110,-10 -186,-30 q-26,50 -30,114", f"M{300-jaw-4},330 q-14,-180 {jaw+4},-182 q{jaw+4},2 {jaw+4},182 q-6,-56 -26,-84 q-40,-26 -92,-24 q-60,0 -96,24 q-20,30 -26,84"][style]
        out.append(path(top, fill=hair))
        out.append(path("M240,160 q60,-26 110,0", stroke=tone(hair, 1.3), width=7))
    ey = 348
    for s in (-1, 1):
        x = 300 + s * 50
        out += [ellipse(x, ey, 20, 12, "#fff"), circle(x + 1, ey, 10.5, "#2a1a12"), circle(x + 5, ey - 4, 3, "#fff"), path(f"M{x-22},{ey-6} q22,-16 44,0", stroke="#20140f", width=5), path(f"M{x-27},{ey-32+(n%3)*2} q27,{-14 if girl else -8} 54,0", stroke=hair, width=7 if girl else 10)]
        out.append(ellipse(300 + s * 72, 408, 24, 14, "#c9564a", 'opacity=".16"'))
    out += [path(f"M296,360 q-14,44 -10,54 q14,12 30,0", stroke=dark, width=5), path(f"M262,448 q38,{24 + n % 3 * 6} 76,0", stroke="#8a3f35", width=7), path("M268,450 q32,14 64,0 q-30,26 -64,0", fill="#fff" if n % 3 == 0 else "none")]
    if n % 5 == 0:
        out += [ring(250, ey, 34, 5, "#22262a"), ring(350, ey, 34, 5, "#22262a"), line(284, ey, 316, ey, "#22262a", 5)]
    if girl and not hijab:
        out += [circle(300 - jaw, 396, 6, "#e2c46a"), circle(300 + jaw, 396, 6, "#e2c46a")]
    out += [rect(390, 690, 90, 24, "#26323a", 3), rect(398, 698, 60, 8, "#f4f4f1", 3), path("M130,690 l36,-10 l36,10 v30 q0,30 -36,42 q-36,-12 -36,-42 z", fill="#2f6d8f"), circle(166, 720, 14, "#f2c230")]
    return "".join(out)
