import { Warnings } from '../imported-plan';
import { escaped } from '../../drawing/shape-problem';
import { PretixPlan } from './pretix-format';

/** The fields of one kind of object of the format. */
interface KnownFields {
  /** Carried over, or the reason of a warning of their own. */
  readonly carried: readonly string[];
  /** Of the format, but without a place in our plans. */
  readonly left?: readonly string[];
  /** Of an older form of the format. */
  readonly old?: readonly string[];
}

const PLAN: KnownFields = { carried: ['name', 'size', 'categories', 'zones'], left: ['version'] };
const CATEGORY: KnownFields = { carried: ['name', 'color'] };
const ZONE: KnownFields = {
  carried: ['name', 'position', 'rows', 'areas'],
  left: ['zone_id', 'uuid'],
  old: ['displayed'],
};
const ROW: KnownFields = {
  carried: ['row_number', 'row_label', 'seat_label', 'position', 'seats'],
  left: ['uuid', 'row_number_position'],
  old: ['number_of_seats', 'seats_spacing'],
};
const SEAT: KnownFields = {
  carried: ['seat_guid', 'seat_number', 'position', 'category', 'radius'],
  left: ['uuid', 'start_direction'],
};
const AREA: KnownFields = {
  carried: ['shape', 'position', 'rotation', 'color', 'border_color', 'text'],
  left: ['uuid'],
};
/** Fields that an area of a shape has besides. */
const OF_SHAPE: readonly string[] = ['rectangle', 'circle', 'ellipse', 'polygon'];

/** Tells of every field of a file that is not carried over: unknown ones, those of an old form, and those without a place. */
export function tellFields(plan: PretixPlan, warnings: Warnings): void {
  const look = new FieldLook(warnings);
  look.at(plan, () => '', 'the plan', PLAN);
  plan.categories.forEach((category, at) => look.at(category, () => `/categories/${at}`, 'categories', CATEGORY));
  plan.zones.forEach((zone, z) => {
    const pointer = `/zones/${z}`;
    const old = new Set(look.at(zone, () => pointer, 'zones', ZONE));
    zone.rows.forEach((row, r) => {
      for (const name of look.at(row, () => `${pointer}/rows/${r}`, 'rows', ROW)) old.add(name);
      row.seats.forEach((seat, s) => look.at(seat, () => `${pointer}/rows/${r}/seats/${s}`, 'seats', SEAT));
    });
    zone.areas?.forEach((area, a) => look.at(area, () => `${pointer}/areas/${a}`, 'drawings', areaFields(area)));
    if (old.size > 0)
      warnings.add(pointer, `${listed([...old])} belong to an older form of the format and were left out.`);
  });
}

function areaFields({ shape }: { readonly shape?: string | null | undefined }): KnownFields {
  const size = shape === undefined || shape === null ? ['width', 'height'] : OF_SHAPE;
  return { ...AREA, carried: [...AREA.carried, ...size] };
}

class FieldLook {
  constructor(private readonly warnings: Warnings) {}

  /** @returns those of an older form, which are told together */
  at(
    value: object,
    pointer: () => string,
    things: string,
    { carried, left = [], old = [] }: KnownFields,
  ): readonly string[] {
    const found: string[] = [];
    for (const name in value) {
      if (carried.includes(name)) continue;
      if (old.includes(name)) found.push(name);
      else if (left.includes(name)) {
        // A field that says nothing is no loss.
        if ((value as Readonly<Record<string, unknown>>)[name] === null) continue;
        this.count(
          `${things} ${name}`,
          `${pointer()}/${name}`,
          `The field \`${name}\` of ${things} has no place in a plan here and was not carried over.`,
        );
      } else {
        const field = `${pointer()}/${escaped(name)}`;
        this.count(
          `${things} ? ${name}`,
          field,
          `The field \`${name.slice(0, 100)}\` is unknown and was not carried over.`,
        );
      }
    }
    return found;
  }

  private count(kind: string, at: string, warning: string): void {
    this.warnings.count(kind, at, warning);
  }
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length === 1 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}
