"""Renders all pictures of the demo into the folder above. Needs rsvg-convert (librsvg2-bin) and convert (imagemagick)."""
import pathlib
import subprocess
import sys
import tempfile

import bench
import goods
import kitchen
import metal
import network
import papers
import portrait
import screens
import service
import workshop
from draw import wrap

QUALITY = 64
OUT = pathlib.Path(__file__).resolve().parent.parent
METAL = ["welding_bead", "weld_3g", "steel_frame", "bend_test", "gate", "brake_disc", "electrical_panel", "plc_cabinet"]
SERVICE = ["plated_dish", "crimp", "hotel_room", "towel_art",
           "front_desk", "sewing_pattern", "dress"]
KITCHEN = ["kitchen_station", "bakery"]
SCREENS = ["web_app", "code", "cashier_screen", "video_editing", "poster_design"]
WORKSHOP = ["workshop", "engine"]
NETWORK = ["patch_panel", "server_rack"]
GOODS = ["lunch_box", "knife_cuts", "jars", "packaging", "sticker_sheet", "linen", "shirts", "meeting_room"]
BENCH = ["fiber_splice", "multimeter", "wiring_board", "engine_parts", "weld_fillet", "penetrant"]
PAPERS = ["technical_drawing"]
LETTERHEADS = ["score_form", "job_sheet"]


def render(name, svg, quality):
    with tempfile.TemporaryDirectory() as folder:
        source, png = pathlib.Path(folder, "a.svg"), pathlib.Path(folder, "a.png")
        source.write_text(svg)
        subprocess.run(["rsvg-convert", "-o", png, source], check=True)
        subprocess.run(["convert", png, "-strip", "-sampling-factor", "4:2:0", "-interlace", "JPEG", "-quality", str(quality), OUT / f"{name}.jpg"], check=True)


def main(wanted):
    for module, names in ((metal, METAL), (service, SERVICE), (papers, PAPERS), (network, NETWORK), (workshop, WORKSHOP), (screens, SCREENS), (kitchen, KITCHEN), (goods, GOODS), (bench, BENCH)):
        for name in names:
            for v in (0, 1):
                title = f"scene-{name.replace('_', '-')}-{v + 1}"
                if not wanted or any(w in title for w in wanted):
                    render(title, wrap(getattr(module, name)(v)), QUALITY)
    for name in LETTERHEADS:
        for school in papers.SCHOOLS:
            for v in (0, 1):
                title = f"scene-{name.replace('_', '-')}-{school}-{v + 1}"
                if not wanted or any(w in title for w in wanted):
                    render(title, wrap(getattr(papers, name)(v, school)), QUALITY)
    for n in range(1, 26):
        title = f"portrait-{n:02}"
        if not wanted or any(w in title for w in wanted):
            render(title, wrap(portrait.portrait(n), 600, 800, False), 80)


main(sys.argv[1:])
