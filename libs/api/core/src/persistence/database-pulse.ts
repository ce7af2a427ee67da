import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { DomainError } from '@modex/domain';
import { Connection, mongo } from 'mongoose';

/** After this long without any answer of the database, whoever waits for it is told so, in milliseconds. */
const SILENCE_MS = 1_600;
/** How often those who wait look, in milliseconds. */
const LOOK_MS = 100;

/**
 * Tells a database that has fallen silent from one that is slow. Where packets are swallowed, the driver waits until its
 * socket times out, which must be long enough for a thousand buyers of one seat; but as long as anybody in this process
 * gets an answer, the database lives.
 */
@Injectable()
export class DatabasePulse implements OnModuleInit {
  private pending = 0;
  /** When the last answer came, or when somebody began to wait for one. */
  private lastSign = 0;

  constructor(@InjectConnection() private readonly connection: Connection) {}

  onModuleInit(): void {
    const client = this.connection.getClient();
    client.on('commandStarted', () => {
      if (this.pending++ === 0) this.lastSign = performance.now();
    });
    client.on('commandSucceeded', () => this.end(true));
    client.on('commandFailed', ({ failure }) => this.end(failure instanceof mongo.MongoServerError));
  }

  /**
   * The result of work that waits for the database. When the database falls silent meanwhile, the work goes on by itself
   * and its outcome is to be found later, as after a lost answer.
   * @throws DomainError `storage-unavailable` within two seconds of silence
   */
  async whileItBeats<T>(work: Promise<T>): Promise<T> {
    let look: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      // Answers that have arrived are read before the look: a process that slept itself must not blame the database.
      look = setInterval(() => setImmediate(() => this.isSilent() && reject(silent())), LOOK_MS);
    });
    try {
      return await Promise.race([work, silence]);
    } finally {
      clearInterval(look);
    }
  }

  private isSilent(): boolean {
    return this.pending > 0 && performance.now() - this.lastSign > SILENCE_MS;
  }

  private end(isAnswer: boolean): void {
    this.pending--;
    if (isAnswer) this.lastSign = performance.now();
  }
}

function silent(): DomainError {
  const detail = 'The database does not answer at the moment; ask again in a few seconds with the same key.';
  return new DomainError('storage-unavailable', detail, { retryAfter: 2 });
}
