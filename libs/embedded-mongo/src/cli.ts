#!/usr/bin/env node
/** The command line: serve, backup, restore, migrate. */
import { runEmbeddedMongoCli } from './cli/run-cli';

void runEmbeddedMongoCli(process.argv.slice(2));
