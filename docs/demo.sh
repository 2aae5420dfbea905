#!/bin/sh
# The seed article all the way, in a scratch workspace: what 'make demo' runs. BIN is where claimkit is installed.
set -eu
[ -t 1 ] || export COLUMNS=110
slug=us-reaffirms-support-for-india
desk=build/demo
run() {
    printf '$ claimkit -C %s' "$desk"
    for word in "$@"; do
        case $word in *[!a-z0-9A-Z/:._-]*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    "$BIN/claimkit" -C "$desk" "$@"
    printf '\n'
}
rm -rf "$desk"
mkdir -p build
printf '$ claimkit init %s --publisher "claimkit example desk" --url https://example.org/\n' "$desk"
"$BIN/claimkit" init "$desk" --publisher "claimkit example desk" --url https://example.org/
printf '\n'
run split "seeds/$slug.txt" \
    --title "US reaffirms support for India on terrorism, expressing continued concern over Pakistan's role" \
    --publisher "Daily Digest 360" \
    --url https://dailydigest360.com/feed/6307916/us-reaffirms-support-for-india-on-terrorism-expressing-continued-concern-over-pakistans-role
printf '# The desk hands in its review of these claims and the record of what it published.\n'
printf '$ cp -R annotations/%s/reviews annotations/%s/decisions.json %s/annotations/%s/\n\n' "$slug" "$slug" "$desk" "$slug"
cp -R "annotations/$slug/reviews" "annotations/$slug/decisions.json" "$desk/annotations/$slug/"
run show "$slug"
run status
run export "$slug" 2>"$desk/left-out.txt"
run check
printf 'ClaimReview JSON-LD, one file a published claim: %s/exports/%s/claimreview/\n' "$desk" "$slug"
printf 'TEI XML of the article with all claims and reviews: %s/exports/%s/%s.tei.xml\n' "$desk" "$slug" "$slug"
printf 'Why other claims are in no ClaimReview: %s/left-out.txt\n' "$desk"
printf 'claimkit itself: %s/claimkit\n' "$BIN"
