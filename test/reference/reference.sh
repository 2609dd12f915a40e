#!/bin/sh
# Builds, where needed, and runs the reference; README.md beside this file gives the protocol.
#   reference.sh lang|proc|proc118 < requests.jsonl > replies.jsonl
#   reference.sh build
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# The time zone of the machine and its time zone database decide what some functions of time answer.
export TZ=UTC
if command -v go >/dev/null; then
	ZONEINFO=$(go env GOROOT)/lib/time/zoneinfo.zip
	export ZONEINFO
fi
cache=${OTTLKIT_REFERENCE_CACHE:-$here/../../node_modules/.cache/ottlkit-reference}

# A statement such as an unguarded copy_metric makes the reference grow for ever.
ulimit -v 8000000 2>/dev/null || true

build() {
	sources="$here/go/$1 $here/go/serve $here/go/xprofile"
	# shellcheck disable=SC2086 # several folders
	if [ -x "$cache/$1" ] && [ -z "$(find $sources -newer "$cache/$1" \( -name '*.go' -o -name 'go.*' \) -print | head -n 1)" ]; then
		return
	fi
	command -v go >/dev/null || { echo "reference.sh: Go is not installed" >&2; exit 3; }
	mkdir -p "$cache"
	(cd "$here/go/$1" && GOFLAGS=-mod=readonly go build -p 1 -buildvcs=false -o "$cache/$1.$$" .) >&2
	mv "$cache/$1.$$" "$cache/$1"
}

case ${1:-} in
lang | proc | proc118)
	build "$1"
	exec "$cache/$1"
	;;
build)
	for program in lang proc proc118; do build "$program"; done
	;;
*)
	echo "usage: reference.sh lang|proc|proc118|build" >&2
	exit 2
	;;
esac
