import { Decoration, PlanDrawing, Point } from '@modex/domain';
import { addRows, addSection, addShape, addStanding, addTable, setStage } from '../model/add';
import { Draft } from '../model/draft';
import { rounded } from '../model/row-line';
import { NOTHING, ofPlaces, Selection, ShapeRef } from '../model/selection';
import { ToolName } from './tool';

export const SHAPE_KINDS = ['rectangle', 'ellipse', 'polygon'] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

/** What the tools that add something add next; lengths in centimetres, which are plan units. */
export interface Wishes {
  /** The key of the section that rows are added to; empty: a new one. */
  readonly into: string;
  readonly section: string;
  readonly rows: number;
  readonly seats: number;
  readonly spacing: number;
  readonly depth: number;
  readonly bend: number;
  readonly rotation: number;
  readonly chairs: number;
  readonly tables: string;
  readonly area: string;
  readonly capacity: number;
  readonly width: number;
  readonly height: number;
  readonly stageWidth: number;
  readonly stageHeight: number;
  readonly shape: ShapeKind;
  readonly corners: number;
  readonly shapeWidth: number;
  readonly shapeHeight: number;
  readonly text: string;
  readonly textSize: number;
}

export const FIRST_WISHES: Wishes = {
  ...{ into: '', section: $localize`Stalls`, rows: 8, seats: 16, spacing: 50, depth: 90, bend: 0, rotation: 0 },
  ...{ chairs: 6, tables: $localize`Tables` },
  ...{ area: $localize`Floor`, capacity: 200, width: 1000, height: 600 },
  ...{ stageWidth: 800, stageHeight: 200 },
  ...{ shape: 'rectangle', corners: 6, shapeWidth: 300, shapeHeight: 150, text: $localize`Bar`, textSize: 60 },
};

/** Something to add: what the step is called, and what is selected then. */
export interface Adding {
  readonly name: string;
  readonly command: (draft: Draft) => void;
  readonly added: () => Selection;
}

/** What a tool adds at a point; undefined for tools that add nothing. */
export function adding(tool: ToolName, wishes: Wishes, at: Point): Adding | undefined {
  let added: Selection = NOTHING;
  const step = (name: string, command: (draft: Draft) => Selection): Adding => ({
    ...{ name, added: () => added },
    command: (draft) => {
      added = command(draft);
    },
  });
  switch (tool) {
    case 'rows':
      return step($localize`Rows added`, (draft) => ofPlaces(rowsBy(draft, wishes, at)));
    case 'table': {
      const wish = { chairs: wishes.chairs, section: wishes.tables };
      return step($localize`Table added`, (draft) => ofPlaces(addTable(draft, wish, at)));
    }
    case 'standing': {
      const { area, capacity, width, height } = wishes;
      const wish = { name: area, capacity, width, height };
      return step($localize`Standing section added`, (draft) => ({
        ...NOTHING,
        standing: new Set([addStanding(draft, wish, at)]),
      }));
    }
    case 'stage':
      return step($localize`Stage placed`, (draft) => {
        setStage(draft, { width: wishes.stageWidth, height: wishes.stageHeight }, at);
        return ofShape('stage');
      });
    case 'shape':
      return step($localize`Shape added`, (draft) => ofShape(addShape(draft, shapeBy(wishes, at))));
    case 'text':
      return step($localize`Text added`, (draft) => ofShape(addShape(draft, textBy(wishes, at))));
    case 'select':
    case 'pan':
    case 'paint':
      return undefined;
  }
}

/** The sections that rows can be added to. */
export function seatSections({ sections }: PlanDrawing): readonly { readonly key: string; readonly name: string }[] {
  return sections.filter(({ kind }) => kind === 'seats').map(({ key, name }) => ({ key, name }));
}

function rowsBy(draft: Draft, wishes: Wishes, at: Point): readonly number[] {
  const isKnown = draft.sections.some(({ key, kind }) => key === wishes.into && kind === 'seats');
  return isKnown ? addRows(draft, wishes.into, wishes) : addSection(draft, { ...wishes, name: wishes.section }, at);
}

function ofShape(ref: ShapeRef): Selection {
  return { ...NOTHING, shapes: new Set([ref]) };
}

function shapeBy({ shape, shapeWidth: width, shapeHeight: height, corners }: Wishes, at: Point): Decoration {
  if (shape === 'rectangle') {
    return { kind: 'rectangle', ...rounded({ x: at.x - width / 2, y: at.y - height / 2 }), rotation: 0, width, height };
  }
  if (shape === 'ellipse')
    return { kind: 'ellipse', ...rounded(at), rotation: 0, radiusX: width / 2, radiusY: height / 2 };
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners - Math.PI / 2;
    return rounded({ x: (Math.cos(angle) * width) / 2, y: (Math.sin(angle) * height) / 2 });
  });
  return { kind: 'polygon', ...rounded(at), rotation: 0, points };
}

function textBy({ text, textSize: size }: Wishes, at: Point): Decoration {
  return { kind: 'text', ...rounded(at), rotation: 0, text: { text, size, x: 0, y: 0 } };
}
