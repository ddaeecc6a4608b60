#!/usr/bin/env bash
# Downloads the release of cargo-unawaited for this machine into $RUNNER_TEMP, and checks its checksum. Compiles nothing.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
own=$(sed -n 's/^version = "\(.*\)"/\1/p' "$here/Cargo.toml" | head -n 1)
version=${UNAWAITED_VERSION:-v$own}
releases=${UNAWAITED_RELEASES:-${GITHUB_SERVER_URL:-https://github.com}/$UNAWAITED_REPOSITORY/releases/download}

case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) target=x86_64-unknown-linux-musl ;;
    Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux-musl ;;
    Darwin-x86_64) target=x86_64-apple-darwin ;;
    Darwin-arm64) target=aarch64-apple-darwin ;;
    MINGW*-x86_64 | MSYS*-x86_64) target=x86_64-pc-windows-msvc ;;
    *)
        echo "there is no release for $(uname -s) on $(uname -m)" >&2
        exit 2
        ;;
esac

archive=cargo-unawaited-$version-$target.tar.gz
mkdir -p "$RUNNER_TEMP/cargo-unawaited"
cd "$RUNNER_TEMP/cargo-unawaited"
for file in "$archive" "$archive.sha256"; do
    curl --fail --silent --show-error --location --retry 3 --output "$file" "$releases/$version/$file"
done
if command -v sha256sum >/dev/null; then
    sha256sum --check --quiet "$archive.sha256"
else
    shasum --algorithm 256 --check --quiet "$archive.sha256"
fi
tar -xzf "$archive"
