"""Renders all pictures of the demo into the folder above. Needs rsvg-convert (librsvg2-bin) and convert (imagemagick)."""
import pathlib
import subprocess
import sys
import tempfile

import metal
import portrait
import service
from draw import wrap

OUT = pathlib.Path(__file__).resolve().parent.parent
METAL = ["welding_bead", "weld_3g", "steel_frame", "bend_test", "gate", "workshop", "engine", "brake_disc", "electrical_panel", "plc_cabinet"]
SERVICE = ["plated_dish", "kitchen_station", "bakery", "server_rack", "patch_panel", "crimp", "web_app", "code", "video_editing", "poster_design", "hotel_room", "towel_art",
           "front_desk", "sewing_pattern", "dress", "job_sheet", "score_form", "technical_drawing", "cashier_screen", "seedling_rack"]


def render(name, svg, quality):
    with tempfile.TemporaryDirectory() as folder:
        source, png = pathlib.Path(folder, "a.svg"), pathlib.Path(folder, "a.png")
        source.write_text(svg)
        subprocess.run(["rsvg-convert", "-o", png, source], check=True)
        subprocess.run(["convert", png, "-strip", "-sampling-factor", "4:2:0", "-interlace", "JPEG", "-quality", str(quality), OUT / f"{name}.jpg"], check=True)


def main(wanted):
    for module, names in ((metal, METAL), (service, SERVICE)):
        for name in names:
            for v in (0, 1):
                title = f"scene-{name.replace('_', '-')}-{v + 1}"
                if not wanted or any(w in title for w in wanted):
                    render(title, wrap(getattr(module, name)(v)), 76)
    for n in range(1, 26):
        title = f"portrait-{n:02}"
        if not wanted or any(w in title for w in wanted):
            render(title, wrap(portrait.portrait(n), 600, 800, False), 80)


main(sys.argv[1:])
