#!/usr/bin/env bash
# Writes the contract and the client anew beside the committed ones; any difference is an error.
set -euo pipefail
fresh=dist/contract
rm -rf "$fresh" && mkdir -p "$fresh"
node dist/apps/api/write-openapi.js "$fresh/openapi.json"
ng-openapi-gen --config libs/web/api-client/ng-openapi-gen.json --input "$fresh/openapi.json" --output "$fresh/generated" --silent true
if ! diff -r "$fresh/openapi.json" libs/contract/openapi.json || ! diff -r "$fresh/generated" libs/web/api-client/src/generated; then
  echo 'The contract or its client differs from the code: run npm run generate and commit the result.'
  exit 1
fi
echo 'The contract and its client are those of the code.'
