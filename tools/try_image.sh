#!/bin/sh
# Build the image, start the bot in it against a local Bot API, read /healthz and /metrics, stop it.
#
#   tools/try_image.sh                         with docker, podman or buildah, whichever works here
#   BUILDER=buildah BUILD_FLAGS='--pull=never' tools/try_image.sh
#
# BUILD_FLAGS goes to the build: another base image, an index of packages. PYTHON: where the tests' libraries are.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
image=${IMAGE:-tidings}

works() { command -v "$1" >/dev/null && "$@" >/dev/null 2>&1; }

builder=${BUILDER:-}
if [ -z "$builder" ]; then
    if works docker info; then builder=docker
    elif works podman info; then builder=podman
    elif works buildah --version; then builder=buildah
    else echo "tools/try_image.sh: no docker, podman or buildah works here" >&2; exit 1
    fi
fi

if [ "$builder" = buildah ]; then
    [ "$(id -u)" = 0 ] || exec buildah unshare "$0" "$@"  # a root's rights over the container's files alone
    export BUILDAH_ISOLATION="${BUILDAH_ISOLATION:-chroot}" STORAGE_DRIVER="${STORAGE_DRIVER:-vfs}"  # run anywhere
    # shellcheck disable=SC2086 # several flags
    buildah build --format docker ${BUILD_FLAGS:-} --tag "$image" .
    container=$(buildah from --pull=never "$image")
    "$python" -m tools.try_image tools/read_only_root.sh "$container" {environment}
else
    # shellcheck disable=SC2086
    "$builder" build ${BUILD_FLAGS:-} --tag "$image" .
    "$python" -m tools.try_image "$builder" run --rm --init --network host --read-only --tmpfs /tmp \
        --cap-drop ALL --security-opt no-new-privileges {environment} "$image"
fi
