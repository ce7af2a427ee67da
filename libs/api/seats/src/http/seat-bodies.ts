import { Injectable } from '@nestjs/common';
import { ReadyAnswer, ReadyBody, Settings } from '@modex/api-core';
import { SeatedShow } from '@modex/domain';
import { LRUCache } from 'lru-cache';
import { StatusBoard } from '../board/status-board';
import { statusView } from '../board/status-json';
import { SeatMap, SeatMapTemplate } from './seat-map-template';

/** Bytes of templates and of seat maps that are kept; a seat map of 100,000 seats has 16 MB. */
const MOST_TEMPLATES = 64 * 1024 * 1024;
const MOST_MAPS = 64 * 1024 * 1024;

/** A body with the version that it was made of. */
interface Made {
  readonly version: string;
  readonly body: ReadyBody;
}

interface MadeMap extends Made {
  readonly map: SeatMap;
}

/** Where a body is kept. */
interface Place<Key, Kept> {
  readonly in: { get(key: Key): Kept | undefined; set(key: Key, made: Kept): unknown };
  readonly of: Key;
}

/** The bodies made of a board: made when first needed, and kept until a seat changes. */
@Injectable()
export class SeatBodies {
  private readonly statuses = new WeakMap<StatusBoard, Made>();
  private readonly maps = new LRUCache<string, MadeMap>({
    maxSize: MOST_MAPS,
    sizeCalculation: ({ body }) => body.length,
  });
  private readonly templates = new LRUCache<string, SeatMapTemplate>({
    maxSize: MOST_TEMPLATES,
    sizeCalculation: ({ length }) => length,
  });

  constructor(private readonly settings: Settings) {}

  /** The packed status. */
  statusOf({ id: showId, planVersion }: SeatedShow, board: StatusBoard): ReadyAnswer {
    const { version } = board;
    const { maxSeatsPerBooking } = this.settings;
    return answer({ in: this.statuses, of: board }, version, () => {
      const view = { ...statusView({ showId, planVersion, board }), maxSeatsPerBooking };
      return { version, body: new ReadyBody(Buffer.from(JSON.stringify(view))) };
    });
  }

  /** Every seat with its name. */
  mapOf(show: SeatedShow, board: StatusBoard): ReadyAnswer {
    const { id: showId, seatPrefix, planVersion } = show;
    const { version, status } = board;
    const { maxSeatsPerBooking } = this.settings;
    return answer<string, MadeMap>({ in: this.maps, of: `${showId} ${planVersion}` }, version, (before) => {
      const head = { showId, version, maxSeatsPerBooking };
      const map = this.templateOf(show).fill(seatPrefix, status, head, before?.map);
      const [start, end] = map.around;
      return { version, map, body: new ReadyBody(start, ...map.parts, end) };
    });
  }

  private templateOf({ plan, planId, planVersion }: SeatedShow): SeatMapTemplate {
    const key = `${planId} ${planVersion}`;
    const template = this.templates.get(key) ?? new SeatMapTemplate(plan);
    this.templates.set(key, template);
    return template;
  }
}

/** @param make gets what was kept of an earlier version */
function answer<Key, Kept extends Made>(
  { in: kept, of }: Place<Key, Kept>,
  version: string,
  make: (before: Kept | undefined) => Kept,
): ReadyAnswer {
  const body = (): ReadyBody => {
    const known = kept.get(of);
    if (known?.version === version) return known.body;
    const made = make(known);
    kept.set(of, made);
    return made.body;
  };
  return { version, body };
}
