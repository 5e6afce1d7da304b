"""Pictures of the base in a browser, and of a dossier there, for the README; made where there is a Chromium."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from factbase.cli.main import main

FOLDER = Path(__file__).parent
COLUMNS = [("_col", name) for name in ("key", "label", "kind", "status", "date", "parties", "assessment", "citation")]
# Of each picture the page, and how wide and high it is.
PICTURES = {
    "browser.png": (f"base/agreements?{urlencode(COLUMNS)}", 1180, 800),
    "phone.png": ("search?q=free+trade", 390, 800),
}


def pictures() -> dict[str, bytes]:
    """Each picture as PNG, by its name; none where there is no browser."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        return {}
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in (
        "headless=new", "no-sandbox", "disable-gpu", "hide-scrollbars", "no-first-run", "disable-background-networking",
        "disable-component-update", "disable-sync",
    ):  # fmt: skip
        options.add_argument(f"--{argument}")
    server = subprocess.Popen(
        [sys.executable, "-m", "factbase", "serve", "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        address = server.stdout.readline().split(" is at ")[1].split(" ")[0]
        taken = {name: picture(browser, address + page, *size) for name, (page, *size) in PICTURES.items()}
        main(["brief", "azerbaijan", "china", "-o", "dossier.html"])
        return {**taken, "dossier.png": picture(browser, Path("dossier.html").resolve().as_uri(), 1180, 1000)}
    finally:
        browser.quit()
        server.send_signal(signal.SIGINT)
        server.wait()


def picture(browser: Any, address: str, width: int, height: int) -> bytes:
    """The upper part of a page on a screen of that size."""
    screen = {"width": width, "height": height, "deviceScaleFactor": 1.5, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    dark = {"name": "prefers-color-scheme", "value": "dark" if width < 500 else "light"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [dark]})
    browser.get(address)
    return bytes(browser.get_screenshot_as_png())
