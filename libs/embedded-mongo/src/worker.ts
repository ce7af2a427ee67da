/** The file of the thread in which the database runs. */
import { runEmbeddedMongoWorker } from './worker/run-worker';

runEmbeddedMongoWorker();
