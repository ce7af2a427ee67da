import { ConsoleLogger } from '@nestjs/common';

interface Line {
  readonly level: string;
  readonly event: string;
  readonly [fact: string]: unknown;
}

/** A logger that keeps what would be printed, for tests of the security log. */
export class KeptLines extends ConsoleLogger {
  readonly texts: string[] = [];
  private readonly security: Line[] = [];

  protected override printMessages(messages: unknown[], context = '', level: 'log' | 'warn' = 'log'): void {
    this.texts.push(...messages.map(String));
    if (context !== 'Security') return;
    for (const message of messages) this.security.push({ level, ...JSON.parse(String(message)) });
  }

  /** The events since the last time. */
  take(): Line[] {
    return this.security.splice(0);
  }
}
