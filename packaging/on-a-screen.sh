#!/bin/sh
# Runs a command on a screen of its own, with a window manager: Xvfb and openbox.
# The screen that someone may be working at is left alone.
unset WAYLAND_DISPLAY
export QT_QPA_PLATFORM=xcb
exec xvfb-run --auto-servernum --server-args="-screen 0 1280x900x24" \
    sh -c 'openbox & exec "$@"' sh "$@"
