#!/usr/bin/env node
// `npx ml-gates` in a clone: the same committed bundle that is published.
import "../../../dist/cli.mjs";
