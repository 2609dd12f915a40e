#!/bin/sh
# Builds the recorders: build.sh yaml <folder>, build.sh duration <folder>, or build.sh 0.118.0 <folder> for a contrib release. Needs Go and a module proxy.
set -eu
version=$1
out=$(mkdir -p "$2" && cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp "$here/main.go" .
printf 'module recorder\n\ngo 1.22.0\n' >go.mod
case $version in
yaml | duration)
	cp "$here/$version"/*.go .
	go get go.yaml.in/yaml/v3@v3.0.6 github.com/prometheus/common/model@v0.67.1
	go mod tidy
	go build -p 1 -o "$out/recorder-$version" .
	exit
	;;
esac
cp "$here"/confmap/*.go .
minor=$(echo "$version" | cut -d. -f2)
# Until 0.107.0 the modules have the version of the release; 0.118.0 has 1.24.0.
confmap=v$version
[ "$minor" -lt 108 ] || confmap=v1.$((minor - 94)).0
collector=go.opentelemetry.io/collector
tags=
# The generated main of the releases up to 0.106.0 sets this converter, that of 0.107.0 no longer.
[ "$minor" -ge 107 ] || tags=expandconverter
[ -n "$tags" ] || rm converters_expand.go
converter=
[ -z "$tags" ] || converter=$collector/confmap/converter/expandconverter@$confmap
go get $collector/confmap@"$confmap" $collector/confmap/provider/envprovider@"$confmap" $converter
go mod tidy
go build -p 1 -tags "$tags" -o "$out/recorder-$version" .
