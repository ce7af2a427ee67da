import { AnswerLost, Command, onlyReads } from '../model/commands';

/** Where a process is, as an onlooker sees it: its command is on the way, or the answer is, or it needs neither any more. */
export const STANDINGS = ['sent', 'answered', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A command that was sent, and how its sender goes on. */
interface Sent {
  readonly command: Command;
  /** Once the store has applied it. */
  readonly answer?: { readonly value: unknown };
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** A command that nobody waits for any more, and that may still be applied. */
interface Late {
  readonly process: number;
  readonly command: Command;
}

/** The commands of a live run on their way to the store, and the answers on their way back. */
export class LiveCommands {
  private readonly waiting = new Map<number, Sent>();
  private readonly late: Late[] = [];
  private readonly dead = new Set<number>();

  /** The promise settles when, and as, the schedule decides; that of a dead process never does. */
  send(process: number, command: Command): Promise<never> {
    if (this.dead.has(process)) return new Promise(() => undefined);
    if (this.waiting.has(process)) throw new Error(`process ${process} sent two commands at once`);
    return new Promise((resolve, reject) => this.waiting.set(process, { command, resolve, reject }));
  }

  /** @returns undefined when the process waits for nothing */
  commandOf(process: number): Command | undefined {
    return this.waiting.get(process)?.command;
  }

  standingOf(process: number): Standing {
    const sent = this.waiting.get(process);
    if (sent === undefined) return 'ended';
    return sent.answer === undefined ? 'sent' : 'answered';
  }

  /** @returns undefined while the store has not applied the command */
  answerTo(process: number): unknown {
    return this.waiting.get(process)?.answer?.value;
  }

  isDead(process: number): boolean {
    return this.dead.has(process);
  }

  /** The store has applied the command, and its answer is on the way. */
  answer(process: number, value: unknown): void {
    this.waiting.set(process, { ...this.sentBy(process), answer: { value } });
  }

  /** The process gets the answer. */
  deliver(process: number): void {
    const { answer, resolve } = this.sentBy(process);
    this.waiting.delete(process);
    resolve(structuredClone(answer?.value) as never);
  }

  /** The process gets an error; a command that was not applied yet may still be. */
  lose(process: number): void {
    const { command, reject } = this.sentBy(process);
    this.leave(process);
    reject(new AnswerLost(command.name));
  }

  /** The process is gone; a command that was not applied yet may still be. */
  kill(process: number): void {
    this.dead.add(process);
    if (this.waiting.has(process)) this.leave(process);
  }

  /** How many commands of the process may still be applied, although nobody waits for their answers. */
  lateOf(process: number): number {
    return this.late.filter((late) => late.process === process).length;
  }

  /**
   * Takes the `nth` late command of the process off the way.
   * @throws Error when there is none
   */
  takeLate(process: number, nth: number): Command {
    const late = this.late.filter((other) => other.process === process)[nth];
    if (late === undefined) throw new Error(`process ${process} has no command that could still land`);
    this.late.splice(this.late.indexOf(late), 1);
    return late.command;
  }

  /** Kills everybody. @returns the commands that may still be applied */
  stop(): readonly Command[] {
    const before = this.late.splice(0);
    for (const process of [...this.waiting.keys()]) this.kill(process);
    return [...this.late, ...before].map(({ command }) => command);
  }

  private leave(process: number): void {
    const { command, answer } = this.sentBy(process);
    this.waiting.delete(process);
    if (answer === undefined && !onlyReads(command)) this.late.push({ process, command });
  }

  private sentBy(process: number): Sent {
    const sent = this.waiting.get(process);
    if (sent === undefined) throw new Error(`process ${process} waits for nothing`);
    return sent;
  }
}
