#!/bin/sh
# Sees to the system libraries that Qt needs, and installs those that are missing.
#   setup-system.sh test      for the tests: Qt without a screen
#   setup-system.sh run       for the window: that, X11 and Wayland
#   setup-system.sh desktop   for tests in a real window: that, and a screen of their own
# As root or with sudo the package manager installs them. Without either, on Debian and its kin,
# they are unpacked into .sys/ beside the program. AWS_FLASH_NO_SYSTEM=1 leaves the system alone.
set -eu
[ "${AWS_FLASH_NO_SYSTEM:-}" != 1 ] && [ "$(uname -s)" = Linux ] || exit 0
purpose=$1
python=${PYTHON:-python3}
sys=$PWD/.sys
[ ! -f .sys/env ] || . .sys/env

# What it is, and the Debian package that brings it.
libraries='libglib-2.0.so.0 libglib2.0-0
libGL.so.1                  libgl1
libEGL.so.1                 libegl1
libdbus-1.so.3              libdbus-1-3
libfontconfig.so.1          libfontconfig1
libxkbcommon.so.0           libxkbcommon0'
screen='libxcb-cursor.so.0  libxcb-cursor0
libxcb-icccm.so.4           libxcb-icccm4
libxcb-keysyms.so.1         libxcb-keysyms1
libxcb-shape.so.0           libxcb-shape0
libxcb-xkb.so.1             libxcb-xkb1
libxkbcommon-x11.so.0       libxkbcommon-x11-0
libwayland-cursor.so.0      libwayland-cursor0
libwayland-egl.so.1         libwayland-egl1'
programs='xvfb-run          xvfb
xauth                       xauth
openbox                     openbox
xdotool                     xdotool'

wanted="pip python3-venv
$libraries"
[ "$purpose" = test ] || wanted="$wanted
$screen"
[ "$purpose" != desktop ] || wanted="$wanted
$programs"

is_here() {
    case $1 in
        pip) "$python" -c 'import ensurepip' 2>/dev/null || ls .sys/root/usr/share/python-wheels/pip-*.whl ;;
        *.so.*) "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null ;;
        *) command -v "$1" ;;
    esac >/dev/null 2>&1
}

missing=""
packages=""
while read -r thing package; do
    is_here "$thing" && continue
    missing="$missing $thing"
    packages="$packages $package"
done <<END
$wanted
END
[ -n "$missing" ] || exit 0

# Package managers talk a lot: their words are shown only when something fails.
quietly() {
    if ! said=$("$@" 2>&1); then
        printf '%s\n' "$said" >&2
        return 1
    fi
}

may_install() {
    [ "$(id -u)" = 0 ] && return
    command -v sudo >/dev/null || return 1
    as_root=sudo
    sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }
}

# Fedora's packages say which libraries they bring, so no table of names is needed there.
fedora_names() {
    for thing in $missing; do
        case $thing in
            *.so.*) echo "$thing()(64bit)" ;;
            pip) echo python3-pip ;;
            *) echo "/usr/bin/$thing" ;;
        esac
    done
}

install_with_apt() {
    echo "Installing system packages:$packages" >&2
    apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120"
    quietly $apt update || echo "The package lists could not be renewed; going on with the old ones." >&2
    quietly $apt install --yes --no-install-recommends $packages
}

unpack_beside_the_program() {
    if [ "$purpose" = desktop ]; then
        echo "Tests in a real window need root or sudo once, to install:$packages" >&2
        exit 1
    fi
    echo "Neither root nor sudo here, so these go into .sys/ beside the program:$packages" >&2
    names=$(echo "$packages" | sed 's/python3-venv/python3-pip-whl/')
    apt="apt-get -o Dir::State::lists=$sys/lists -o Dir::Cache=$sys/cache -o Debug::NoLocking=1"
    mkdir -p "$sys/lists/partial" "$sys/cache/archives/partial" "$sys/root"
    quietly $apt update
    quietly $apt install --yes --no-install-recommends --download-only $names
    for archive in "$sys"/cache/archives/*.deb; do dpkg-deb -x "$archive" "$sys/root"; done
    rm -r "$sys/lists" "$sys/cache"
    write_environment
}

# Every recipe of the Makefile reads .sys/env first.
write_environment() {
    cat >"$sys/fonts.conf" <<END
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <dir>$sys/root/usr/share/fonts</dir>
  <cachedir>$sys/fonts-cache</cachedir>
</fontconfig>
END
    folders=$(ls -d "$sys"/root/usr/lib/*-linux-gnu* "$sys"/root/lib/*-linux-gnu* 2>/dev/null | paste -sd:)
    cat >"$sys/env" <<END
export LD_LIBRARY_PATH="$folders\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH}"
[ -d /usr/share/X11/xkb ] || export XKB_CONFIG_ROOT="$sys/root/usr/share/X11/xkb"
[ -f /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$sys/fonts.conf"
END
}

as_root=""
if command -v apt-get >/dev/null; then
    if may_install; then install_with_apt; else unpack_beside_the_program; fi
elif command -v dnf >/dev/null && may_install; then
    echo "Installing what brings:$missing" >&2
    quietly $as_root dnf install --assumeyes $(fedora_names)
else
    echo "Please install what brings these, then try again (or set AWS_FLASH_NO_SYSTEM=1):$missing" >&2
    exit 1
fi
