#!/bin/sh
# Builds the recorder of a Collector release: build.sh 0.161.0 <folder>. Needs Go and a module proxy.
set -eu
version=$1
out=$(mkdir -p "$2" && cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
contrib=github.com/open-telemetry/opentelemetry-collector-contrib

cp "$here"/*.go "$work"
cd "$work"
printf 'module recorder\n\ngo 1.25.0\n' >go.mod
go get "$contrib/receiver/prometheusreceiver@v$version" "$contrib/pkg/translator/prometheusremotewrite@v$version" \
	"$contrib/pkg/resourcetotelemetry@v$version"
tags=remove_all_sd
[ "$version" != 0.118.0 ] || tags=contrib118
go mod tidy
go build -p 1 -tags "$tags" -o "$out/recorder-$version" .
