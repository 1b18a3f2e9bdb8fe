#!/bin/sh
# Makes .venv: the pinned packages, checked by their hashes, and the program itself, editable.
# The installers are in .tools/. PYTHON names another interpreter than python3.
set -eu
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "aws-flash needs Python 3.11 or newer; set PYTHON to one, as in: make run PYTHON=python3.12" >&2
    exit 1
fi

if [ ! -f .tools/ready ]; then
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv --clear .tools
    else # Debian without python3-venv: setup-system.sh has unpacked pip's wheel
        "$python" -m venv --clear --without-pip .tools
        wheel=$(ls .sys/root/usr/share/python-wheels/pip-*.whl)
        .tools/bin/python "$wheel/pip" install --quiet --no-index "$wheel"
    fi
    touch .tools/ready
fi

if ! cmp -s packaging/requirements-uv.txt .tools/requirements-uv.txt; then
    if .tools/bin/python -m pip install --quiet --disable-pip-version-check \
        --require-hashes --requirement packaging/requirements-uv.txt; then
        cp packaging/requirements-uv.txt .tools/
    else
        echo "uv cannot be had here; pip will do the work." >&2
    fi
fi

echo "Installing the pinned packages into .venv" >&2
[ -x .venv/bin/python ] || "$python" -m venv --without-pip --prompt aws-flash .venv
sh packaging/install.sh .venv/bin/python --require-hashes --requirement packaging/requirements-dev.txt
sh packaging/install.sh .venv/bin/python --no-deps --no-build-isolation --editable .
