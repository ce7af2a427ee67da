import { planProblems, Point } from '@modex/domain';
import { allPlaced, Placed, placesByNumber } from '../model/places';
import { gapsOf, turned } from '../model/row-line';
import { setLength } from '../model/rows';
import { ofPlaces } from '../model/selection';
import { emptyDrawing } from '../templates/templates';
import { Wishes } from '../tools/adding';
import { HallDrawer } from './hall-drawer.harness';

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

const isSound = (hall: HallDrawer, places: number): void => {
  const names = hall.names();
  expect([names.length, new Set(names).size]).toEqual([places, places]);
  expect(planProblems(hall.drawing)).toEqual([]);
};

describe('Copper Cellar, a club', () => {
  let hall: HallDrawer;

  beforeEach(() => {
    hall = new HallDrawer('Copper Cellar');
    hall.add('stage', { stageWidth: 800, stageHeight: 300 }, { x: 1000, y: 150 });
    hall.add('standing', { area: 'Floor', capacity: 300, width: 1200, height: 900 }, { x: 1000, y: 850 });
    hall.firstCategory('Standing');
    const wall = { section: 'Gallery', rows: 1, seats: 10, spacing: 90 };
    hall.add('rows', { ...wall, rotation: 90 }, { x: 330, y: 875 });
    hall.add('rows', { ...wall, seats: 20, spacing: 60, rotation: 0 }, { x: 1000, y: 1370 });
    hall.add('rows', { ...wall, rotation: 270 }, { x: 1670, y: 875 });
    hall.editor.select(ofPlaces(allPlaced(hall.drawing).map(({ place }) => place.number)));
    hall.editor.merge();
    hall.label();
    hall.paint('Gallery');
    hall.selectPlaces('Gallery', ({ place }) => ['1', '2', '39', '40'].includes(place.label));
    hall.mark('restrictedView');
  });

  it('has its places, by name and by category', () => {
    isSound(hall, 340);
    expect(hall.counts()).toEqual({ Standing: 300, Gallery: 40 });
    const told = ['Floor · Place 1', 'Floor · Place 300', ...[1, 11, 40].map((at) => `Gallery · Row 1 · Seat ${at}`)];
    expect(hall.names()).toEqual(expect.arrayContaining(told));
    expect(hall.marked('restrictedView').map(({ place }) => place.label)).toEqual(['1', '2', '39', '40']);
  });

  it('has a gallery in one row, open to the stage, with even turns, beside the floor', () => {
    const seats = hall.placed('Gallery');
    expect(hall.drawing.sections.map(({ name }) => name)).toEqual(['Floor', 'Gallery']);
    expect(hall.rowsOf('Gallery')).toHaveLength(1);
    const [first, tenth, eleventh] = [0, 9, 10].map((at) => seats[at] as Placed) as [Placed, Placed, Placed];
    const [thirtieth, next, last] = [29, 30, 39].map((at) => seats[at] as Placed) as [Placed, Placed, Placed];
    expect([first.y < tenth.y, first.x < last.x, Math.round(first.y)]).toEqual([true, true, Math.round(last.y)]);
    expect(distance(tenth, eleventh)).toBeCloseTo(distance(thirtieth, next), 1);
    const onFloor = seats.filter(({ x, y }) => x > 400 && x < 1600 && y > 400 && y < 1300);
    expect(onFloor).toEqual([]);
  });

  it('can be taken back, step by step', () => {
    expect({ ...hall.undoAll(), nextNumber: 0 }).toEqual(emptyDrawing('Copper Cellar'));
  });
});

describe('Rosewater Opera, a horseshoe', () => {
  const CENTRE = { x: 1000, y: 900 };
  let hall: HallDrawer;

  /** Boxes of two seats in front and some behind, then each to its place round the horseshoe, turned to the middle. */
  const tier = (section: string, boxes: number, { rear, radius }: { rear: number; radius: number }): void => {
    const key = () => hall.drawing.sections.find(({ name }) => name === section)?.key ?? '';
    const front = { section, rows: 1, seats: 2, spacing: 50, depth: 60, bend: 0, rotation: 0 };
    for (let box = 0; box < boxes; box++) {
      hall.add('rows', { ...front, into: key() }, CENTRE);
      const seats = hall.editor.selection();
      hall.add('rows', { ...front, into: key(), seats: rear }, CENTRE);
      hall.editor.add(seats);
      hall.editor.merge();
    }
    hall.selectSection(section);
    hall.label();
    for (let box = 0; box < boxes; box++) {
      const degrees = 200 - (220 * box) / (boxes - 1);
      const { x, y } = turned({ x: radius, y: 0 }, degrees);
      hall.selectPlaces(section, ({ row }) => row.label === `${box + 1}`);
      hall.put({ x: CENTRE.x + x, y: CENTRE.y + y }, degrees - 90);
    }
    hall.selectSection(section);
    hall.say('word', 'Box');
    hall.selectPlaces(section, ({ place }) => place.label <= '2');
    hall.paint('Boxes');
    hall.selectPlaces(section, ({ place }) => place.label > '2');
    hall.paint('Boxes rear');
    hall.mark('restrictedView');
  };

  beforeEach(() => {
    hall = new HallDrawer('Rosewater Opera');
    hall.add('stage', {}, { x: 1000, y: 100 });
    hall.firstCategory('Stalls');
    const stalls = { section: 'Stalls', rows: 8, seats: 14, spacing: 50, depth: 80, bend: 40, rotation: 0 };
    hall.add('rows', stalls, { x: 1000, y: 800 });
    hall.aisle(6, 110);
    hall.number({ way: 'middle' });
    hall.label();
    tier('First Tier', 15, { rear: 2, radius: 800 });
    tier('Second Tier', 16, { rear: 3, radius: 1_050 });
  });

  it('has its places, by name and by category', () => {
    isSound(hall, 252);
    expect(hall.counts()).toEqual({ Stalls: 112, Boxes: 62, 'Boxes rear': 78 });
    const told = ['Stalls · Row 1 · Seat 1', 'Stalls · Row 8 · Seat 14', 'First Tier · Box 1 · Seat 4'];
    told.push('First Tier · Box 15 · Seat 1', 'Second Tier · Box 16 · Seat 5');
    expect(hall.names()).toEqual(expect.arrayContaining(told));
    expect(hall.marked('restrictedView')).toHaveLength(78);
  });

  it('has 1 and 2 beside the aisle, odd ones on the left', () => {
    const labels = hall.rowsOf('Stalls')[0]?.places.map(({ label }) => label);
    expect(labels).toEqual(['13', '11', '9', '7', '5', '3', '1', '2', '4', '6', '8', '10', '12', '14']);
  });

  it('has boxes that face the middle, on two curves, the second outside of the first', () => {
    const away = (section: string, is: (label: string) => boolean) =>
      hall.rowsOf(section).map(({ places }) => {
        const spots = places
          .filter(({ label }) => is(label))
          .map(({ number }) => placesByNumber(hall.drawing).get(number));
        const sum = spots.reduce((all, spot) => ({ x: all.x + (spot?.x ?? 0), y: all.y + (spot?.y ?? 0) }), {
          x: 0,
          y: 0,
        });
        return distance({ x: sum.x / spots.length, y: sum.y / spots.length }, CENTRE);
      });
    for (const section of ['First Tier', 'Second Tier']) {
      const [front, rear] = [away(section, (label) => label <= '2'), away(section, (label) => label > '2')];
      expect(front.every((one, at) => one < (rear[at] ?? 0) - 50)).toBe(true);
      expect(Math.max(...front) - Math.min(...front)).toBeLessThan(1);
    }
    expect(Math.max(...away('First Tier', () => true))).toBeLessThan(
      Math.min(...away('Second Tier', () => true)) - 100,
    );
    const [first] = hall.placed('First Tier');
    expect([first && first.x < CENTRE.x, first && first.y < CENTRE.y]).toEqual([true, true]);
  });
});

describe('Room 2.14, a classroom', () => {
  let hall: HallDrawer;

  beforeEach(() => {
    hall = new HallDrawer('Room 2.14');
    hall.add('stage', { stageWidth: 400, stageHeight: 30 }, { x: 500, y: 60 });
    hall.firstCategory('Seat');
    const desks = { section: 'Room', rows: 5, seats: 6, spacing: 60, depth: 140, bend: 0, rotation: 0 };
    hall.add('rows', desks, { x: 500, y: 500 });
    for (const behind of [1, 3]) hall.aisle(behind, 70);
    hall.number({ kind: 'letters' });
    hall.label(1, 'back');
    hall.editor.do('Row resized', (draft) => {
      const [room] = draft.sections;
      const front = room?.kind === 'seats' ? room.rows[0] : undefined;
      if (front) setLength(draft, front, 7, 'standard');
    });
    hall.selectPlaces('Room', ({ place, row }) => row.label === '5' && place.label === 'G');
    hall.mark('wheelchair');
  });

  it('has its places, by name and by category', () => {
    isSound(hall, 31);
    expect(hall.counts()).toEqual({ Seat: 31 });
    const told = ['Row 5 · Seat A', 'Row 5 · Seat G', 'Row 1 · Seat F', 'Row 3 · Seat C', 'Row 3 · Seat D'];
    expect(hall.names()).toEqual(expect.arrayContaining(told.map((name) => `Room · ${name}`)));
    expect(hall.marked('wheelchair').map(({ place, row }) => row.label + place.label)).toEqual(['5G']);
  });

  it('has pairs with the same gaps in all rows, row 5 at the board', () => {
    const rows = hall.rowsOf('Room');
    expect(rows.map((row) => gapsOf(row).slice(0, 5))).toEqual(Array(5).fill([0, 70, 0, 70, 0]));
    expect(rows.map(({ label }) => label)).toEqual(['5', '4', '3', '2', '1']);
    const depths = hall.placed('Room').map(({ y }) => y);
    expect(Math.min(...depths)).toBe(hall.placed('Room')[0]?.y);
  });
});

describe('St Aldhelm’s, a church with pews', () => {
  let hall: HallDrawer;

  beforeEach(() => {
    hall = new HallDrawer('St Aldhelm’s');
    hall.add('stage', { stageWidth: 500, stageHeight: 150 }, { x: 800, y: 100 });
    hall.firstCategory('Nave');
    const pews = { rows: 12, seats: 7, spacing: 50, depth: 90, bend: 0, rotation: 0 };
    const block = (section: string, wishes: Partial<Wishes>, at: Point, start: number): void => {
      hall.add('rows', { ...pews, section, ...wishes }, at);
      hall.label(start);
      hall.say('word', 'Pew');
      hall.say('seatWord', 'Place');
    };
    block('Nave left', {}, { x: 500, y: 900 }, 1);
    block('Nave right', {}, { x: 1100, y: 900 }, 13);
    block('Side aisle', { rows: 8, seats: 5 }, { x: 1700, y: 900 }, 25);
    hall.paint('Side aisle');
    hall.mark('restrictedView');
    for (const y of [500, 760, 1020, 1280]) {
      hall.add('shape', { shape: 'ellipse', shapeWidth: 60, shapeHeight: 60 }, { x: 1450, y });
    }
  });

  it('has its places, by name and by category', () => {
    isSound(hall, 208);
    expect(hall.counts()).toEqual({ Nave: 168, 'Side aisle': 40 });
    const told = ['Nave left · Pew 1 · Place 1', 'Nave left · Pew 12 · Place 7', 'Nave right · Pew 13 · Place 1'];
    told.push('Nave right · Pew 24 · Place 7', 'Side aisle · Pew 32 · Place 5');
    expect(hall.names()).toEqual(expect.arrayContaining(told));
    expect(hall.marked('restrictedView').map(({ section }) => section.name)).toEqual(Array(40).fill('Side aisle'));
  });

  it('has an aisle in the middle, and four pillars in front of the side aisle', () => {
    const xs = (section: string) => hall.placed(section).map(({ x }) => x);
    expect(Math.min(...xs('Nave right')) - Math.max(...xs('Nave left'))).toBeGreaterThan(200);
    expect(hall.drawing.decorations.map(({ kind }) => kind)).toEqual(Array(4).fill('ellipse'));
    const [right, side] = [Math.max(...xs('Nave right')), Math.min(...xs('Side aisle'))];
    expect(hall.drawing.decorations.every(({ x }) => x > right && x < side)).toBe(true);
  });
});
