import type { Connection } from 'mongoose';

/** A command that was sent to the database. */
export interface SentCommand {
  /** `find`, `findAndModify`, `update` … */
  readonly name: string;
  /** The collection it was sent to. */
  readonly collection: string;
}

/** Writes down the commands that a connection sends; it must have been opened with `monitorCommands`. */
export class CommandLog {
  private sent: SentCommand[] = [];

  constructor(connection: Connection) {
    connection.getClient().on('commandStarted', ({ commandName, command }) => {
      this.sent.push({ name: commandName, collection: String(command[commandName]) });
    });
  }

  /** The commands that `work` sent to these collections, in order. */
  async during(collections: readonly string[], work: () => Promise<unknown>): Promise<readonly SentCommand[]> {
    this.sent = [];
    await work();
    return this.sent.filter(({ collection }) => collections.includes(collection));
  }
}
