#!/bin/sh
# Makes sure that a Chromium is there for the browser tests, or says why they are skipped.
# $1: playwright's command.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing chromium for the browser tests ..."
    (apt-get update -qq && apt-get install -y -qq chromium) >/dev/null 2>&1 && exit 0
fi
echo "Downloading Chromium for the browser tests ..."
"$1" install chromium >/dev/null 2>&1 && exit 0
echo "No Chromium could be had: the browser tests are skipped."
