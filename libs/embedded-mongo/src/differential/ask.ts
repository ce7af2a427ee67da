import type { Case, Outcome } from './case';
import { RemoteAnswers } from './remote';
import { WireClient } from './wire-client';

const HOST_UNREACHABLE = 6;
const ATTEMPTS = 3;
const RECOVERY_MS = 30_000;

/** An answer that could not be had: the server died of the question, or its reply cannot be read. */
export type Answer = Outcome | { readonly unanswered: string };

/** Puts cases to a server, one after the other; a server that restarts meanwhile is asked again. */
export class Asker {
  private client: WireClient | undefined;
  private remote: RemoteAnswers | undefined;

  constructor(
    private readonly uri: string,
    private readonly collection: string,
  ) {}

  async ask(question: Case): Promise<Answer> {
    let failure = '';
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        const answer = await (await this.connected()).answer(question);
        if (!('code' in answer) || answer.code !== HOST_UNREACHABLE) return answer;
        failure = 'the server was not reachable';
      } catch (error) {
        failure = (error as Error).message;
      }
      this.close();
    }
    return { unanswered: failure };
  }

  close(): void {
    this.client?.close();
    this.client = undefined;
    this.remote = undefined;
  }

  private async connected(): Promise<RemoteAnswers> {
    if (this.remote !== undefined) return this.remote;
    this.client = await opened(this.uri);
    this.remote = new RemoteAnswers(this.client, this.collection);
    return this.remote;
  }
}

/** A connection that answers a ping, as soon as there is one. */
async function opened(uri: string): Promise<WireClient> {
  const deadline = Date.now() + RECOVERY_MS;
  for (;;) {
    const client = await WireClient.open(uri);
    const reply = await client.command({ find: 'ping', limit: 1, $db: 'differential' });
    if (reply['code'] === undefined) return client;
    client.close();
    if (Date.now() > deadline) throw new Error(`no answer within ${RECOVERY_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
