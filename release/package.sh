#!/usr/bin/env bash
# Packs a built program for a release: `package.sh PROGRAM TARGET DIRECTORY` makes the archive and its checksum there.
set -euo pipefail

program=$1 target=$2 directory=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$here/Cargo.toml" | head -n 1)
archive=cargo-unawaited-v$version-$target.tar.gz

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$program" "$here/README.md" "$here/CHANGELOG.md" "$here"/LICENSE-* "$work"
"$program" man >"$work/cargo-unawaited.1"
mkdir -p "$work/completions" "$directory"
for shell in bash elvish fish powershell zsh; do
    "$program" completions "$shell" >"$work/completions/$shell"
done
tar -czf "$directory/$archive" -C "$work" .
cd "$directory"
if command -v sha256sum >/dev/null; then sha256sum "$archive"; else shasum -a 256 "$archive"; fi >"$archive.sha256"
