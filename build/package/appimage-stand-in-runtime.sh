#!/bin/sh
# Stands in for the AppImage runtime where that cannot be downloaded: it unpacks with unsquashfs instead of mounting, and
# otherwise starts AppRun as the runtime does. For tests only; the name of such an AppImage says so.
set -eu
APPIMAGE=$(readlink -f "$0")
export APPIMAGE ARGV0="$0" OWD="$PWD"
APPDIR=$(mktemp -d "${TMPDIR:-/tmp}/.mount_NineTray.XXXXXX")
export APPDIR
trap 'rm -rf "$APPDIR"' EXIT
trap 'exit 143' TERM
unsquashfs -quiet -no-progress -force -offset 4096 -dest "$APPDIR" "$APPIMAGE" >/dev/null
code=0
"$APPDIR/AppRun" "$@" || code=$?
exit "$code"
