"""`sitegen serve`: the site in the browser, every save on screen at once."""

from __future__ import annotations

import argparse
from pathlib import Path

from sitegen.cli.common_arguments import add_site

PORT = 8000


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    parser.add_argument(
        "--port", type=_port, default=PORT, metavar="NUMBER", help=f"the port to answer on; the next free one if it is taken ({PORT} if left out)"
    )
    parser.add_argument("--no-open", action="store_true", help="open no browser")
    parser.add_argument("--lan", action="store_true", help="let your phone in: other devices of your network that give the code shown here")
    parser.add_argument("--poll", action="store_true", help="look for changes again and again, where the system tells of none (network drives)")


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    import asyncio
    import sys

    from sitegen.common.trees import public_tree
    from sitegen.site.load import load_site

    tree = public_tree(arguments.site)
    if not tree.has_folder("content"):
        load_site(tree)
    if sys.platform == "win32":
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())  # tornado asks for it
    try:
        return asyncio.run(_serve(arguments))
    except KeyboardInterrupt:
        print("\nThe preview is closed. To make the site for the web: sitegen build")
        return 0


async def _serve(arguments: argparse.Namespace) -> int:
    import asyncio
    import gc
    import logging
    import sys
    import warnings

    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)  # watchdog's, of a folder that the system told of twice
    for name in ("watchdog", "livereload"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they tell is for programmers, and is dealt with
    gc.disable()  # until the site is read: what is made on the way stays
    from sitegen.cli.qr_code import print_qr_code
    from sitegen.preview.file_systems import deaf
    from sitegen.preview.guard import Guard
    from sitegen.preview.network import network_address
    from sitegen.preview.opening import opened
    from sitegen.preview.preview import Preview
    from sitegen.preview.server import application, listening, serve_on
    from sitegen.preview.watching import POLL_SECONDS

    site: Path = arguments.site
    address = network_address() if arguments.lan else ""
    if arguments.lan and not address:
        print("This computer is in no network that a phone could be in. Join one, then run the command again.", file=sys.stderr)
        return 1
    try:
        sockets, port = listening(arguments.port, "" if address else "127.0.0.1")
    except OSError as error:
        print(f"No port from {arguments.port} on can be used ({error.strerror or error}). Name another: sitegen serve --port 8100", file=sys.stderr)
        return 1
    if port != arguments.port and arguments.port:
        print(f"Port {arguments.port} is taken by another program; this is port {port}.")
    why = "" if arguments.poll else deaf(site)
    preview = Preview(opened(site), poll=arguments.poll or bool(why), say=_say)
    try:
        if why:
            _say(f"Changes are looked for every {POLL_SECONDS} seconds: {why}.")
        preview.begin()
        serve_on(sockets, application(preview, Guard(port, address, _say)))
        _say(f"The preview: http://127.0.0.1:{port}/  (Ctrl-C closes it)")
        if address:
            _say(f"On your phone: http://{address}:{port}/")
            print_qr_code(f"http://{address}:{port}/")
        if not arguments.no_open:
            _open_browser(f"http://127.0.0.1:{port}/")
        await asyncio.Event().wait()
    finally:
        preview.close()
    return 0


def _say(words: str) -> None:
    print(words, flush=True)


def _open_browser(address: str) -> None:
    """Open the browser without waiting for it."""
    import threading
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _port(text: str) -> int:
    if not text.isdigit() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"'{text}' is no port. Write a number like {PORT}")
    return int(text)
