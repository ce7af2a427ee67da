import { PlanProblem } from '@modex/domain';
import Ajv2020 from 'ajv/dist/2020';
import { planRefused } from '../../drawing/plan-refused';
import { shapeProblem } from '../../drawing/shape-problem';

/** A point, in pixels; rows are counted from their zone, seats from their row. */
export interface PretixPoint {
  readonly x: number;
  readonly y: number;
}

export interface PretixText {
  readonly text?: string | undefined;
  readonly color?: string | null | undefined;
  readonly size?: number | null | undefined;
  readonly position?: PretixPoint | null | undefined;
}

/** A drawing. In files of the old format its text is a plain one, and a rectangle has its size beside its position. */
export interface PretixArea {
  readonly shape?: string | null | undefined;
  readonly position?: PretixPoint | null | undefined;
  readonly rotation?: number | null | undefined;
  readonly color?: string | null | undefined;
  readonly border_color?: string | null | undefined;
  readonly text?: PretixText | string | null | undefined;
  readonly rectangle?: { readonly width: number; readonly height: number } | null | undefined;
  readonly circle?: { readonly radius: number } | null | undefined;
  readonly ellipse?: { readonly radius: PretixPoint } | null | undefined;
  readonly polygon?: { readonly points: readonly PretixPoint[] } | null | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export interface PretixSeat {
  readonly seat_guid: string;
  readonly seat_number: string;
  readonly position: PretixPoint;
  readonly category: string;
  readonly radius?: number | null | undefined;
}

export interface PretixRow {
  readonly row_number: string;
  readonly row_label?: string | null | undefined;
  readonly seat_label?: string | null | undefined;
  readonly position?: PretixPoint | null | undefined;
  readonly seats: readonly PretixSeat[];
}

export interface PretixZone {
  readonly name?: string | null | undefined;
  readonly zone_id?: string | null | undefined;
  readonly position: PretixPoint;
  readonly rows: readonly PretixRow[];
  readonly areas?: readonly PretixArea[] | null | undefined;
}

export interface PretixPlan {
  readonly name: string;
  readonly size?: { readonly width: number; readonly height: number } | null | undefined;
  readonly categories: readonly { readonly name: string; readonly color?: string | null | undefined }[];
  readonly zones: readonly PretixZone[];
}

const TEXT = { type: 'string' };
const NUMBER = { type: 'number' };
const orNull = (type: string) => ({ type: [type, 'null'] });
const fields = (required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
});
const list = (items: object) => ({ type: 'array', items });
const nullable = (shape: { readonly type: string }) => ({ ...shape, type: [shape.type, 'null'] });

const POINT = fields({ x: NUMBER, y: NUMBER });
const MAYBE_POINT = nullable(POINT);
const AREA_TEXT = {
  type: ['object', 'string', 'null'],
  properties: { text: TEXT, color: orNull('string'), size: orNull('number'), position: MAYBE_POINT },
};
const AREA = fields(
  {},
  {
    shape: orNull('string'),
    position: MAYBE_POINT,
    rotation: orNull('number'),
    color: orNull('string'),
    border_color: orNull('string'),
    text: AREA_TEXT,
    rectangle: nullable(fields({ width: NUMBER, height: NUMBER })),
    circle: nullable(fields({ radius: NUMBER })),
    ellipse: nullable(fields({ radius: POINT })),
    polygon: nullable(fields({ points: list(POINT) })),
    width: NUMBER,
    height: NUMBER,
  },
);
const SEAT = fields(
  { seat_guid: TEXT, seat_number: TEXT, position: POINT, category: TEXT },
  { radius: orNull('number') },
);
const ROW = fields(
  { row_number: TEXT, seats: list(SEAT) },
  { row_label: orNull('string'), seat_label: orNull('string'), position: MAYBE_POINT },
);
const ZONE = fields(
  { position: POINT, rows: list(ROW) },
  { name: orNull('string'), zone_id: orNull('string'), areas: nullable(list(AREA)) },
);

/**
 * The shape of a file, as the format's own schema has it in its versions; written anew, since here unknown fields are told
 * and not refused.
 */
const isPretixPlan = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile<PretixPlan>(
  fields(
    { name: TEXT, zones: list(ZONE), categories: list(fields({ name: TEXT }, { color: orNull('string') })) },
    { size: nullable(fields({ width: NUMBER, height: NUMBER })) },
  ),
);

/** @throws DomainError `plan-has-problems` when it has another shape */
export function readPretixPlan(parsed: unknown): PretixPlan {
  if (isPretixPlan(parsed)) return parsed;
  const problems: readonly PlanProblem[] = (isPretixPlan.errors ?? []).map((error) => shapeProblem(error, parsed));
  throw planRefused(problems);
}
