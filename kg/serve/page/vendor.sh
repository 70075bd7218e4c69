#!/bin/sh
# Fetches the libraries that package-lock.json names, and copies what the page uses into vendor/.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp package.json package-lock.json "$work"
(cd "$work" && npm ci --ignore-scripts --silent)
modules=$work/node_modules
cp "$modules/cytoscape/dist/cytoscape.esm.min.mjs" vendor/cytoscape.mjs
cp "$modules/d3-array/dist/d3-array.min.js" vendor/d3-array.js
cp "$modules/d3-geo/dist/d3-geo.min.js" vendor/d3-geo.js
cp "$modules/topojson-client/dist/topojson-client.min.js" vendor/topojson-client.js
cp "$modules/world-atlas/countries-110m.json" vendor/countries.json
cp "$modules/@zazuko/yasgui/build/yasgui.min.js" "$modules/@zazuko/yasgui/build/yasgui.min.css" vendor/
for name in cytoscape d3-array d3-geo topojson-client world-atlas @zazuko/yasgui; do
    printf '== %s %s\n\n' "$name" "$(sed -n 's/^  "version": "\(.*\)",*$/\1/p' "$modules/$name/package.json" | head -n 1)"
    cat "$modules/$name"/LICENSE* 2>/dev/null || printf 'MIT\n'
    printf '\n'
done >vendor/LICENSES
