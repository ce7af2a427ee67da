/** The thread of the embedded database, an entry point of its own beside main.js. */
import { runEmbeddedMongoWorker } from '@modex/embedded-mongo';

runEmbeddedMongoWorker();
