/** The command line of the embedded database: serve, backup, restore, migrate. */
import { runEmbeddedMongoCli } from '@modex/embedded-mongo';

void runEmbeddedMongoCli(process.argv.slice(2));
