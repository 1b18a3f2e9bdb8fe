#!/bin/sh
# Installs packages into the environment of a Python: with uv, and where uv fails with pip.
#   install.sh .venv/bin/python --require-hashes --requirement packaging/requirements.txt
# Both keep what they download (uv in its cache, pip in .tools/packages) and look there first,
# so that the same request needs no network the second time.
set -eu
python=$1
shift

if [ -x .tools/bin/uv ]; then
    export UV_SYSTEM_CERTS=1
    uv=".tools/bin/uv pip install --quiet --compile-bytecode --python $python"
    if $uv --offline "$@" 2>/dev/null || $uv "$@"; then exit; fi
    echo "uv could not do it; trying pip" >&2
fi

pip=".tools/bin/python -m pip --disable-pip-version-check --python $python"
kept="--no-index --find-links .tools/packages"
mkdir -p .tools/packages
if $pip install --quiet $kept "$@" 2>/dev/null; then exit; fi
$pip download --quiet --dest .tools/packages "$@"
$pip install --quiet $kept "$@"
