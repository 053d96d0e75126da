"""Brings uv, pinned, into .waymark/uv with whatever Python 3 runs this. Standard library only.

uv then does all the rest from uv.lock. Nothing is installed outside this folder.
"""

import hashlib
import io
import json
import os
import platform
import subprocess
import sys
import tempfile
import urllib.request
import zipfile

VERSION = "0.9.30"
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PLACE = os.path.join(HERE, ".waymark", "uv")
PROGRAM = os.path.join(PLACE, "bin", "uv")


def main():
    if os.path.exists(PROGRAM) and VERSION in version(PROGRAM):
        os.utime(PROGRAM)
        return
    print("bringing uv %s into .waymark/uv" % VERSION)
    problems = []
    for way in (by_pip, by_download):
        try:
            way()
            if VERSION in version(PROGRAM):
                return
            problems.append("%s: the program does not run" % way.__name__)
        except Exception as error:
            problems.append("%s: %s" % (way.__name__, error))
    sys.exit(
        "uv could not be brought:\n  %s\nIs the network or your package mirror (PIP_INDEX_URL) "
        "there? You can also put uv %s at %s yourself." % ("\n  ".join(problems), VERSION, PROGRAM)
    )


def by_pip():
    """With pip, which knows this machine's mirrors and certificates."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps",
                   "--disable-pip-version-check", "--target", folder, "uv==" + VERSION]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode:
            raise RuntimeError(done.stderr.decode("utf-8", "replace").strip()[-400:])
        put(open(os.path.join(folder, "bin", "uv"), "rb").read())


def by_download():
    """Without pip: the wheel from the package index, its sha256 compared."""
    machine = {"x86_64": "x86_64", "amd64": "x86_64", "arm64": "aarch64",
               "aarch64": "aarch64"}[platform.machine().lower()]
    system = "macosx" if sys.platform == "darwin" else "manylinux"
    machine = "arm64" if system == "macosx" and machine == "aarch64" else machine
    with urllib.request.urlopen("https://pypi.org/pypi/uv/%s/json" % VERSION) as answer:
        files = json.loads(answer.read().decode())["urls"]
    wheel = [f for f in files if system in f["filename"] and machine in f["filename"]][0]
    with urllib.request.urlopen(wheel["url"]) as answer:
        data = answer.read()
    if hashlib.sha256(data).hexdigest() != wheel["digests"]["sha256"]:
        raise RuntimeError("the download is damaged")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = [n for n in archive.namelist() if n.endswith("/scripts/uv")][0]
        put(archive.read(name))


def put(data):
    os.makedirs(os.path.dirname(PROGRAM), exist_ok=True)
    with open(PROGRAM + ".new", "wb") as file:
        file.write(data)
    os.chmod(PROGRAM + ".new", 0o755)
    os.replace(PROGRAM + ".new", PROGRAM)


def version(program):
    return subprocess.run([program, "--version"], stdout=subprocess.PIPE).stdout.decode()


if __name__ == "__main__":
    main()
