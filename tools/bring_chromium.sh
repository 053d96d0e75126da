#!/bin/sh
# Browser tests need Chromium. Installs it where that is allowed, and says so where it is not.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing Chromium for the browser tests (once)"
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; then exit 0; fi
fi
echo "There is no Chromium here and it may not be installed: browser tests are skipped." >&2
echo "To run them, install the package chromium (Debian, Ubuntu) and run make test again." >&2
