import { AnswerLost, Command, mayRepeat, onlyReads, Send } from '../model/commands';
import { Interner } from './interner';
import { Outcome } from './outcome';

/** What a process does next: it sends a command, or it has ended. Numbers are those of the terms. */
export interface BehaviourNode {
  readonly id: number;
  readonly command: number | undefined;
  readonly reads: boolean;
  /** The driver may send the command twice. */
  readonly repeats: boolean;
  readonly outcome: Outcome | undefined;
  /** The same text for all nodes with the same outcome. */
  readonly ending: string | undefined;
  /** The answers that lead here, from the first. */
  readonly history: readonly number[];
  readonly next: Map<number, BehaviourNode>;
}

/** Numbers for commands and answers. */
export interface Terms {
  readonly commands: Interner<Command>;
  readonly answers: Interner<unknown>;
}

/** Instead of an answer: the caller waited long enough and got an error. */
export const LOST = -1;

/**
 * What one process does, learned by running its production code: a tree whose branches are the answers of the store.
 * A process sees the world only through its ports, so its next command is a function of the answers so far; every
 * answer sequence is run once, from its start, and every schedule that leads to it uses what was learned.
 */
export class Behaviour {
  private nodes = 0;
  private first: Promise<BehaviourNode> | undefined;

  constructor(
    private readonly start: (send: Send) => Promise<Outcome>,
    private readonly terms: Terms,
  ) {}

  root(): Promise<BehaviourNode> {
    return (this.first ??= this.run([], []));
  }

  /** What follows when the process gets the answer, as far as it is known. */
  known(node: BehaviourNode, answer: number): BehaviourNode | undefined {
    return node.next.get(answer);
  }

  /** What follows when the process gets the answer, by running its code. */
  async learn(node: BehaviourNode, answer: number): Promise<BehaviourNode> {
    const known = node.next.get(answer);
    if (known !== undefined) return known;
    const learned = await this.run([...node.history, answer], await this.commandsTo(node));
    node.next.set(answer, learned);
    return learned;
  }

  /** How many distinct runs of the code were needed. */
  get size(): number {
    return this.nodes;
  }

  private async commandsTo(node: BehaviourNode): Promise<readonly (number | undefined)[]> {
    const commands: (number | undefined)[] = [];
    let at: BehaviourNode | undefined = await this.root();
    for (const answer of node.history) {
      commands.push(at?.command);
      at = at?.next.get(answer);
    }
    return [...commands, node.command];
  }

  private async run(history: readonly number[], expected: readonly (number | undefined)[]): Promise<BehaviourNode> {
    const sent: number[] = [];
    const send: Send = (name, args) => {
      const turn = sent.push(this.terms.commands.numberOf({ name, args })) - 1;
      if (turn >= history.length) return new Promise(() => undefined);
      if (sent[turn] !== expected[turn])
        throw new Error(`the same answers led to another command than before: ${name}`);
      return this.answer(history[turn] as number, name);
    };
    let outcome: Outcome | undefined;
    void this.start(send).then((ended) => (outcome = ended));
    await quiet();
    if (sent.length > history.length + 1) throw new Error('a process sent two commands at once');
    const command = outcome === undefined ? sent[history.length] : undefined;
    if (outcome === undefined && command === undefined) throw new Error('a process waits for something unknown');
    const known = command === undefined ? undefined : this.terms.commands.valueOf(command);
    const [reads, repeats] = [known !== undefined && onlyReads(known), known !== undefined && mayRepeat(known)];
    const ending = outcome && JSON.stringify(outcome);
    return { id: this.nodes++, command, reads, repeats, outcome, ending, history, next: new Map() };
  }

  private answer<T>(answer: number, name: string): Promise<T> {
    if (answer === LOST) return Promise.reject(new AnswerLost(name));
    return Promise.resolve(structuredClone(this.terms.answers.valueOf(answer)) as T);
  }
}

/** All microtasks have run: nobody can go on without an answer from the store. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
