import { Injectable } from '@nestjs/common';
import { ReadyAnswer, ReadyBody, Settings } from '@modex/api-core';
import { Show } from '@modex/domain';
import { LRUCache } from 'lru-cache';
import { StatusBoard } from '../board/status-board';
import { statusView } from '../board/status-json';
import { SeatMapTemplate } from './seat-map-template';

/** Bytes of templates and of seat maps that are kept; a seat map of 100,000 seats has 16 MB. */
const MOST_TEMPLATES = 64 * 1024 * 1024;
const MOST_MAPS = 64 * 1024 * 1024;

/** A body with the version that it was made of. */
interface Made {
  readonly version: string;
  readonly body: ReadyBody;
}

/** Where a body is kept. */
interface Place<Key> {
  readonly in: { get(key: Key): Made | undefined; set(key: Key, made: Made): unknown };
  readonly of: Key;
}

/** The bodies made of a board: made when first needed, and kept until a seat changes. */
@Injectable()
export class SeatBodies {
  private readonly statuses = new WeakMap<StatusBoard, Made>();
  private readonly maps = new LRUCache<string, Made>({
    maxSize: MOST_MAPS,
    sizeCalculation: ({ body }) => body.plain.length,
  });
  private readonly templates = new LRUCache<string, SeatMapTemplate>({
    maxSize: MOST_TEMPLATES,
    sizeCalculation: ({ length }) => length,
  });

  constructor(private readonly settings: Settings) {}

  /** The packed status. */
  statusOf({ id: showId }: Show, board: StatusBoard): ReadyAnswer {
    return answer({ in: this.statuses, of: board }, board.version, () =>
      Buffer.from(JSON.stringify(statusView({ showId, board }))),
    );
  }

  /** Every seat with its name. */
  mapOf(show: Show, board: StatusBoard): ReadyAnswer {
    const { id: showId, seatPrefix } = show;
    const { version, status } = board;
    const { maxSeatsPerBooking } = this.settings;
    return answer({ in: this.maps, of: showId }, version, () =>
      this.templateOf(show).fill(seatPrefix, status, { showId, version, maxSeatsPerBooking }),
    );
  }

  private templateOf(show: Show): SeatMapTemplate {
    const layout = `${show.totalSeats} in rows of ${show.seatsPerRow}`;
    const template = this.templates.get(layout) ?? new SeatMapTemplate(show);
    this.templates.set(layout, template);
    return template;
  }
}

function answer<Key>({ in: kept, of }: Place<Key>, version: string, bytes: () => Buffer): ReadyAnswer {
  const body = (): ReadyBody => {
    const known = kept.get(of);
    if (known?.version === version) return known.body;
    const made = new ReadyBody(bytes());
    kept.set(of, { version, body: made });
    return made;
  };
  return { version, body };
}
