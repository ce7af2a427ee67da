import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { sum } from '../measure/statistics';
import { cutFrames, seatsIn } from './seat-frames';

/** Connections that are opened at once. */
const OPENING = 50;
/** Who has heard nothing after this time never will, in milliseconds. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 5;

/** A seat of which viewers hear. */
interface News {
  /** When each viewer heard of it first; NaN: not yet. */
  readonly times: Float64Array;
  missing: number;
}

/** Viewers of a show: streams of events that stay open. They note when each of them hears of which seat. */
export class Viewers {
  /** How often an event about seats came, over all viewers. */
  frames = 0;
  /** The events about seats that the first viewer got. */
  readonly seen: string[] = [];
  private readonly streams: IncomingMessage[] = [];
  /** By the place of the seat. */
  private readonly news = new Map<number, News>();
  /** The same text comes to all viewers, and is read once. */
  private readonly seats = new Map<string, readonly number[]>();

  private constructor(private readonly size: number) {}

  /** Opens the streams. @throws when one is refused */
  static async open(url: string, size: number): Promise<Viewers> {
    const viewers = new Viewers(size);
    for (let from = 0; from < size; from += OPENING) {
      const some = Array.from({ length: Math.min(OPENING, size - from) }, () => openStream(url));
      for (const stream of await Promise.all(some)) viewers.add(stream);
    }
    return viewers;
  }

  /** What came over all connections until now, with the framing of HTTP. */
  get bytes(): number {
    return sum(this.streams.map(({ socket }) => socket.bytesRead));
  }

  /** Waits until every viewer has heard of these seats. @returns when each did, by the clock of this process, seat by seat */
  async heard(places: readonly number[]): Promise<readonly Float64Array[]> {
    const end = performance.now() + PATIENCE_MS;
    while (this.missing(places) > 0) {
      if (performance.now() > end)
        throw new Error(`${this.missing(places)} events did not come to ${this.size} viewers`);
      await pause(LOOK_MS);
    }
    return places.map((place) => this.newsOf(place).times);
  }

  close(): void {
    for (const stream of this.streams) stream.destroy();
  }

  private add(stream: IncomingMessage): void {
    const viewer = this.streams.push(stream) - 1;
    let text = '';
    stream.on('error', () => undefined);
    stream.on('data', (chunk: Buffer) => {
      const { frames, rest } = cutFrames(text + chunk.toString('latin1'));
      text = rest;
      for (const frame of frames) this.note(frame, viewer);
    });
  }

  private note(frame: string, viewer: number): void {
    const places = this.seats.get(frame) ?? seatsIn(frame);
    this.seats.set(frame, places);
    if (places.length === 0) return;
    this.frames++;
    if (viewer === 0) this.seen.push(frame);
    const now = performance.now();
    for (const place of places) {
      const news = this.newsOf(place);
      if (!Number.isNaN(news.times[viewer])) continue;
      news.times[viewer] = now;
      news.missing--;
    }
  }

  private missing(places: readonly number[]): number {
    return sum(places.map((place) => this.newsOf(place).missing));
  }

  private newsOf(place: number): News {
    const news = this.news.get(place) ?? { times: new Float64Array(this.size).fill(NaN), missing: this.size };
    this.news.set(place, news);
    return news;
  }
}

function openStream(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const opening = get(url, { agent: false, headers: { accept: 'text/event-stream' } }, (stream) => {
      if (stream.statusCode === 200) resolve(stream);
      else reject(new Error(`${url} answered ${stream.statusCode}`));
    });
    opening.on('error', reject);
  });
}
