import { type Doc, getField, isDoc, isNumber, toNumber } from '../values';
import type { AggregateCase, Case, FindCase, Outcome, UpdateCase } from './case';
import { FOREIGN } from './case';
import type { WireClient } from './wire-client';

const DATABASE = 'differential';
const BATCH_SIZE = 100_000;

/** Puts cases to a server; each instance works in collections of its own. */
export class RemoteAnswers {
  private stored: readonly Doc[] | undefined;
  private foreign: readonly Doc[] | undefined;

  constructor(
    private readonly client: WireClient,
    private readonly collection: string,
  ) {}

  async answer(question: Case): Promise<Outcome> {
    await this.store(question);
    if (question.kind === 'find') return this.cursor(findCommand(question));
    return question.kind === 'aggregate' ? this.cursor(aggregateCommand(question)) : this.update(question);
  }

  /** Documents are stored anew only when they are others than those of the last case. */
  private async store(question: Case): Promise<void> {
    if (this.stored !== question.docs) await this.fill(this.collection, question.docs);
    this.stored = question.kind === 'update' ? undefined : question.docs;
    if (question.kind !== 'aggregate' || this.foreign === question.foreign) return;
    await this.fill(this.collection + FOREIGN, question.foreign);
    this.foreign = question.foreign;
  }

  private async fill(collection: string, docs: readonly Doc[]): Promise<void> {
    await this.run({ delete: collection, deletes: [{ q: {}, limit: 0 }] });
    if (docs.length === 0) return;
    const reply = await this.run({ insert: collection, documents: docs });
    if (codeOf(reply) !== undefined) throw new Error(`the documents could not be stored: ${JSON.stringify(reply)}`);
  }

  private async update(question: UpdateCase): Promise<Outcome> {
    const { filter, update, upsert } = question;
    const reply = await this.run({ update: this.collection, updates: [{ q: filter, u: update, upsert }] });
    const code = codeOf(reply);
    if (code !== undefined) return { code };
    return this.cursor({ find: '', filter: {}, sort: { _id: 1 }, batchSize: BATCH_SIZE });
  }

  private async cursor(command: Doc): Promise<Outcome> {
    const [name] = Object.keys(command) as [string];
    const named = withForeignName({ ...command, [name]: this.collection }, this.collection + FOREIGN) as Doc;
    const reply = await this.run(named);
    const code = codeOf(reply);
    if (code !== undefined) return { code };
    const cursor = reply['cursor'] as Doc;
    return { docs: cursor['firstBatch'] as readonly Doc[] };
  }

  private run(command: Doc): Promise<Doc> {
    return this.client.command({ ...command, $db: DATABASE });
  }
}

function findCommand({ filter, projection, sort }: FindCase): Doc {
  const command: Doc = { find: '', filter, sort: sort ?? { _id: 1 }, batchSize: BATCH_SIZE };
  if (projection !== undefined) command['projection'] = projection;
  return command;
}

function aggregateCommand({ pipeline }: AggregateCase): Doc {
  return { aggregate: '', pipeline, cursor: { batchSize: BATCH_SIZE } };
}

/** The foreign collection's name is known only where the case is put. */
function withForeignName(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withForeignName(item, name));
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const key of Object.keys(value)) {
    copy[key] = key === 'from' && value[key] === FOREIGN ? name : withForeignName(value[key], name);
  }
  return copy;
}

/** The code of a failed command or of its first failed write. */
function codeOf(reply: Doc): number | undefined {
  const writeErrors = reply['writeErrors'];
  const failure = Array.isArray(writeErrors) ? (writeErrors[0] as Doc) : reply;
  const code = getField(failure, 'code');
  return isNumber(code) ? toNumber(code) : undefined;
}
