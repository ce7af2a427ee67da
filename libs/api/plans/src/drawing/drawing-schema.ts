import { LIMITS } from '@modex/domain';

/** The version of our own format: it is raised when an old file would no longer be read as it was meant. */
export const DRAWING_FORMAT = 1;

const TEXT = { type: 'string', maxLength: 1_000 } as const;
const KEY = { type: 'string', minLength: 1, maxLength: LIMITS.planKey } as const;
const NUMBER = { type: 'number' } as const;
const LENGTH = { type: 'number', minimum: 0 } as const;
const COLOR = { type: 'string', pattern: '^#[0-9a-fA-F]{6}$', description: 'As #rrggbb.' } as const;
const COUNT = { type: 'integer', minimum: 0, maximum: LIMITS.placeNumber } as const;
const TRUE = { const: true } as const;

type Properties = Readonly<Record<string, object>>;

/** An object with exactly these fields. */
function exactly(required: Properties, optional: Properties = {}): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

/** One of several objects, told apart by their `kind`. */
function oneKind(kinds: readonly object[]): object {
  return { type: 'object', discriminator: { propertyName: 'kind' }, required: ['kind'], oneOf: kinds };
}

const ref = (name: string): object => ({ $ref: `#/$defs/${name}` });
const list = (items: object, more: object = {}): object => ({ type: 'array', items, ...more });
const kind = (name: string): object => ({ const: name });
const POINT = { x: NUMBER, y: NUMBER };

const SHAPE: Properties = { ...POINT, rotation: NUMBER };
const LOOK: Properties = { color: COLOR, border: COLOR, text: ref('text') };

const DEFINITIONS: Properties = {
  category: exactly({ key: KEY, name: TEXT, color: COLOR }),
  point: exactly(POINT),
  text: exactly({ ...POINT, text: TEXT, size: LENGTH }, { color: COLOR }),
  decoration: oneKind([
    exactly({ kind: kind('rectangle'), ...SHAPE, width: LENGTH, height: LENGTH }, LOOK),
    exactly({ kind: kind('ellipse'), ...SHAPE, radiusX: LENGTH, radiusY: LENGTH }, LOOK),
    exactly(
      { kind: kind('polygon'), ...SHAPE, points: list(ref('point'), { minItems: 2, maxItems: LIMITS.planPoints }) },
      LOOK,
    ),
    exactly({ kind: kind('text'), ...SHAPE, text: ref('text') }, { color: COLOR, border: COLOR }),
  ]),
  place: exactly(
    { number: COUNT, label: TEXT, category: KEY, ...POINT },
    {
      radius: { ...LENGTH, maximum: 1_000 },
      guid: { type: 'string', minLength: 1, maxLength: 200 },
      wheelchair: TRUE,
      companionOf: { ...COUNT, description: 'Number of the wheelchair place that it belongs to.' },
      restrictedView: TRUE,
      aisle: TRUE,
      tooltip: TEXT,
    },
  ),
  row: exactly(
    { label: TEXT, ...POINT, places: list(ref('place')) },
    { word: TEXT, seatWord: TEXT, line: exactly({ spacing: NUMBER, angle: NUMBER, bend: NUMBER }) },
  ),
  section: oneKind([
    exactly({ kind: kind('seats'), key: KEY, name: TEXT, ...SHAPE, rows: list(ref('row')) }),
    exactly(
      {
        ...{ kind: kind('standing'), key: KEY, name: TEXT, ...SHAPE, width: LENGTH, height: LENGTH, category: KEY },
        numbers: list(exactly({ first: COUNT, count: { ...COUNT, minimum: 1 } })),
      },
      { seatWord: TEXT },
    ),
  ]),
};

/** The JSON Schema (draft 2020-12) of a drawing: of our own files, of drafts and of published versions. */
export const DRAWING_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:modex:schema:plan:${DRAWING_FORMAT}`,
  title: 'A seating plan of Modex',
  description:
    'Positions are in plan units of about 1 cm, x to the right and y downwards. A place is counted from its row, a row from ' +
    'its section, and sections turn clockwise round their position, in degrees. Every place has a number that is unique in ' +
    'the plan and below nextNumber; it is never used again, so a place keeps its number in all versions.',
  ...exactly(
    {
      name: TEXT,
      venue: { type: ['string', 'null'], maxLength: 1_000 },
      width: LENGTH,
      height: LENGTH,
      words: exactly({ row: TEXT, seat: TEXT }),
      categories: list(ref('category')),
      stage: { oneOf: [{ type: 'null' }, ref('decoration')] },
      decorations: list(ref('decoration')),
      sections: list(ref('section')),
      nextNumber: COUNT,
    },
    { $schema: { type: 'string', description: 'The format of the file.' } },
  ),
  $defs: DEFINITIONS,
};
