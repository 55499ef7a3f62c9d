#!/bin/sh
# Run `tidings run` in a container of buildah the way a runtime would: tools/read_only_root.sh CONTAINER [--env NAME=VALUE]...
# `buildah run` leaves the root file system writable, as for a step of a build. Here it is read-only but for /data and /tmp;
# the user is the image's, has no capability and can get none. Every step replaces the one before, so that signals arrive.
set -eu
container=$1
shift
for part; do
    shift
    [ "$part" = --env ] || set -- "$@" "$part"
done
while IFS= read -r setting; do
    [ -z "$setting" ] || set -- "$setting" "$@"
done <<END
$(buildah inspect --format '{{range .OCIv1.Config.Env}}{{println .}}{{end}}' "$container")
END
user=$(buildah inspect --format '{{.OCIv1.Config.User}}' "$container")
# shellcheck disable=SC2016 # the inner shell's variables
exec unshare --mount --propagation private sh -euc '
    root=$1 user=$2
    shift 2
    mount --bind "$root" "$root"
    mount --bind "$root/data" "$root/data"
    mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    mount --rbind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --bind "$(readlink -f /etc/resolv.conf)" "$root/etc/resolv.conf"
    mount -o remount,bind,ro "$root"
    if touch "$root/written" 2>/dev/null; then echo "tools/read_only_root.sh: the root is not read-only" >&2; exit 1; fi
    exec chroot "$root" setpriv --reuid "${user%:*}" --regid "${user#*:}" --clear-groups \
        --inh-caps=-all --bounding-set=-all --no-new-privs env --ignore-environment --chdir /data "$@" tidings run
' sh "$(buildah mount "$container")" "$user" "$@"
