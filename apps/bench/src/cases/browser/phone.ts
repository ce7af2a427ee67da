import { type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import type { TraceEvent } from './frames';

/** A phone as many people have it. */
const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
  locale: 'en-GB',
} as const;
/** How many times slower than this machine it is. */
const SLOWER = 4;
/** Between two moves of a finger, in milliseconds. */
const MOVE_MS = 16;
const MOVES = 20;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A page in a browser of its own storage, on a phone of some years ago, and the fingers on it. */
export class Phone {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly devtools: CDPSession,
  ) {}

  static async take(browser: Browser): Promise<Phone> {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return new Phone(context, page, devtools);
  }

  async tap(at: Point): Promise<void> {
    await this.touch('touchStart', [at]);
    await this.touch('touchEnd', []);
  }

  async swipe(from: Point, by: Point): Promise<void> {
    await this.move((share) => [{ x: from.x + by.x * share, y: from.y + by.y * share }]);
  }

  /** Two fingers around a point, from one distance to another. */
  async pinch(middle: Point, from: number, to: number): Promise<void> {
    await this.move((share) => {
      const half = (from * (to / from) ** share) / 2;
      return [-half, half].map((offset) => ({ x: middle.x + offset, y: middle.y }));
    });
  }

  /** What Chromium traces of the page while something is done. */
  async trace(work: () => Promise<void>): Promise<readonly TraceEvent[]> {
    const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
    await this.devtools.send('Tracing.start', { transferMode: 'ReturnAsStream', traceConfig: { includedCategories } });
    await work();
    const complete = new Promise<string>((resolve) =>
      this.devtools.once('Tracing.tracingComplete', ({ stream }) => resolve(stream as string)),
    );
    await this.devtools.send('Tracing.end');
    const told: { traceEvents: TraceEvent[] } = JSON.parse(await this.read(await complete));
    return told.traceEvents;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  private async read(handle: string): Promise<string> {
    const pieces: Buffer[] = [];
    for (;;) {
      const { data, base64Encoded, eof } = await this.devtools.send('IO.read', { handle, size: 1 << 20 });
      pieces.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'));
      if (eof) break;
    }
    await this.devtools.send('IO.close', { handle });
    return Buffer.concat(pieces).toString();
  }

  private async move(at: (share: number) => readonly Point[]): Promise<void> {
    await this.touch('touchStart', at(0));
    for (let step = 1; step <= MOVES; step++) {
      await this.touch('touchMove', at(step / MOVES));
      await pause(MOVE_MS);
    }
    await this.touch('touchEnd', []);
  }

  private async touch(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> {
    const touchPoints = points.map((point, id) => ({ ...point, id }));
    await this.devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
