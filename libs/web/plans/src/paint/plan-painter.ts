import { Decoration, PlanDrawing, SeatSection, StandingSection } from '@modex/domain';
import { Placed, placedOf } from '../model/places';
import { Selection } from '../model/selection';
import { Look } from './look';
import { addMarks } from './place-marks';
import { paintShape } from './shape-painter';
import { Size, View } from './view';

/** What of a drawing is painted. */
export interface Portion {
  /** Only what is selected, or everything else; left out: everything. */
  readonly which?: 'selected' | 'others';
  readonly selection: Selection;
  /** Without the names of rows and sections. */
  readonly isNameless?: boolean;
}

/** From this radius on (CSS pixels) a place is round; below it is a square. */
const ROUND = 2.2;
/** From this radius on a place shows its label. */
const LABELLED = 8;
/** From this radius on the label of a row stands beside it. */
const NAMED = 5.5;
const FONT = '"Inter Variable", system-ui, sans-serif';

/** Paints drawings as they are edited: every place with its category, its label and what is said of it. */
export class PlanPainter {
  constructor(
    private readonly ctx: CanvasRenderingContext2D,
    private readonly look: Look,
    private readonly ratio: number,
  ) {}

  clear({ width, height }: Size, ground?: string): void {
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.ctx.clearRect(0, 0, width * this.ratio, height * this.ratio);
    if (ground === undefined) return;
    this.ctx.fillStyle = ground;
    this.ctx.fillRect(0, 0, width * this.ratio, height * this.ratio);
  }

  paint(drawing: PlanDrawing, view: View, size: Size, portion: Portion): void {
    const isIn = portion.which === undefined ? () => true : (has: boolean) => has === (portion.which === 'selected');
    const { shapes, standing } = portion.selection;
    drawing.decorations.forEach((shape, at) => {
      if (isIn(shapes.has(at))) this.shape(view, shape);
    });
    if (drawing.stage && isIn(shapes.has('stage'))) this.shape(view, drawing.stage, $localize`STAGE`);
    const colours = new Map(drawing.categories.map(({ key, color }) => [key, color]));
    for (const section of drawing.sections) {
      if (section.kind === 'standing') {
        if (isIn(standing.has(section.key))) this.standing(view, section, colours);
      } else this.seats(drawing, view, size, { section, portion, colours });
    }
  }

  private shape(view: View, shape: Decoration, word?: string): void {
    this.at(view, shape);
    paintShape(this.ctx, shape, this.look, word);
  }

  private standing(view: View, section: StandingSection, colours: ReadonlyMap<string, string>): void {
    const { ctx } = this;
    const { width, height, name, numbers } = section;
    this.at(view, section);
    ctx.beginPath();
    ctx.rect(0, 0, width, height);
    ctx.fillStyle = this.tint(colours.get(section.category));
    ctx.fill();
    ctx.lineWidth = 2 / view.scale;
    ctx.strokeStyle = this.colour(colours.get(section.category));
    ctx.setLineDash([8 / view.scale, 5 / view.scale]);
    ctx.stroke();
    ctx.setLineDash([]);
    const people = numbers.reduce((sum, { count }) => sum + count, 0);
    this.write(`${name} · ${people}`, { x: width / 2, y: height / 2 }, Math.min(height / 3, width / 9), this.look.ink);
  }

  private seats(
    drawing: PlanDrawing,
    view: View,
    size: Size,
    { section, portion, colours }: { section: SeatSection; portion: Portion; colours: ReadonlyMap<string, string> },
  ): void {
    const groups = new Map<string, Placed[]>();
    const edge = 40;
    const [right, bottom] = [view.x + size.width / view.scale + edge, view.y + size.height / view.scale + edge];
    for (const placed of placedOf(section)) {
      if (placed.x < view.x - edge || placed.y < view.y - edge || placed.x > right || placed.y > bottom) continue;
      const isSelected = portion.selection.places.has(placed.place.number);
      if (portion.which !== undefined && isSelected !== (portion.which === 'selected')) continue;
      const group = groups.get(placed.place.category);
      if (group) group.push(placed);
      else groups.set(placed.place.category, [placed]);
    }
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    for (const [category, places] of groups) this.group(view, places, colours.get(category));
    if (isNamed(section, portion)) this.names(drawing, view, section);
  }

  private group(view: View, places: readonly Placed[], color: string | undefined): void {
    const { ctx } = this;
    const scale = view.scale * this.ratio;
    const isRound = (places[0]?.radius ?? 0) * view.scale >= ROUND;
    ctx.fillStyle = isRound ? this.tint(color) : this.colour(color);
    ctx.strokeStyle = this.colour(color);
    ctx.lineWidth = Math.max(1, 1.5 * this.ratio);
    ctx.beginPath();
    for (const { x, y, radius } of places) {
      const [left, top, half] = [(x - view.x) * scale, (y - view.y) * scale, radius * scale];
      if (isRound) {
        ctx.moveTo(left + half, top);
        ctx.arc(left, top, half, 0, 2 * Math.PI);
      } else ctx.rect(left - half, top - half, 2 * half, 2 * half);
    }
    ctx.fill();
    if (isRound) ctx.stroke();
    this.labels(view, places);
  }

  private labels(view: View, places: readonly Placed[]): void {
    if ((places[0]?.radius ?? 0) * view.scale < LABELLED) return;
    const { ctx } = this;
    const scale = view.scale * this.ratio;
    ctx.strokeStyle = ctx.fillStyle = this.look.ink;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    for (const { x, y, radius, place } of places) {
      const [left, top, half] = [(x - view.x) * scale, (y - view.y) * scale, radius * scale];
      ctx.font = `600 ${Math.round(half * (place.label.length > 2 ? 0.75 : 0.95))}px ${FONT}`;
      if (place.wheelchair) ctx.fillText('♿\uFE0E', left, top, 1.8 * half);
      else ctx.fillText(place.label, left, top + half * 0.04, 1.8 * half);
      addMarks(ctx, place, left, top, half);
    }
  }

  /** The names of rows beside their first place, and of the section above its first row. */
  private names({ words }: PlanDrawing, view: View, section: SeatSection): void {
    const first = placedOf(section)[0];
    if (first === undefined) return;
    const scale = view.scale * this.ratio;
    const { ctx } = this;
    ctx.textBaseline = 'middle';
    ctx.fillStyle = this.look.quiet;
    ctx.textAlign = 'center';
    if (first.radius * view.scale >= NAMED) {
      for (const one of firstsOf(section)) this.rowName(section, one, view);
    }
    const middle = middleOf(section);
    ctx.font = `650 ${Math.round(Math.max(11, Math.min(18, 60 * view.scale)) * this.ratio)}px ${FONT}`;
    const said = section.name === '' ? words.row : section.name;
    ctx.fillText(said, (middle.x - view.x) * scale, (middle.y - view.y) * scale - 16 * this.ratio);
  }

  private rowName(section: SeatSection, first: Placed, view: View): void {
    const angle = ((section.rotation + (first.row.line?.angle ?? 0)) * Math.PI) / 180;
    const away = first.radius * 2.4;
    const scale = view.scale * this.ratio;
    const [x, y] = [first.x - away * Math.cos(angle), first.y - away * Math.sin(angle)];
    this.ctx.font = `600 ${Math.round(first.radius * 0.9 * scale)}px ${FONT}`;
    this.ctx.fillText(first.row.label, (x - view.x) * scale, (y - view.y) * scale);
  }

  /** From here on everything is counted from the position of a part, in plan units. */
  private at(view: View, part: { readonly x: number; readonly y: number; readonly rotation: number }): void {
    const scale = view.scale * this.ratio;
    this.ctx.setTransform(scale, 0, 0, scale, -view.x * scale, -view.y * scale);
    this.ctx.translate(part.x, part.y);
    this.ctx.rotate((part.rotation * Math.PI) / 180);
  }

  private write(text: string, at: { readonly x: number; readonly y: number }, size: number, colour: string): void {
    this.ctx.font = `650 ${size}px ${FONT}`;
    this.ctx.textAlign = 'center';
    this.ctx.textBaseline = 'middle';
    this.ctx.fillStyle = colour;
    this.ctx.fillText(text, at.x, at.y);
  }

  private colour(color: string | undefined): string {
    return this.look.isForced ? this.look.ink : (color ?? this.look.wrong);
  }

  private tint(color: string | undefined): string {
    return this.look.isForced ? this.look.ground : `${color ?? '#888888'}30`;
  }
}

/** The names of a section go with its first place. */
function isNamed(section: SeatSection, { which, selection, isNameless }: Portion): boolean {
  const first = section.rows[0]?.places[0];
  if (isNameless || first === undefined) return false;
  return which === undefined || selection.places.has(first.number) === (which === 'selected');
}

/** The first place of each row. */
function firstsOf(section: SeatSection): readonly Placed[] {
  return placedOf(section).filter(({ row, place }) => row.places[0] === place);
}

function middleOf(section: SeatSection): { readonly x: number; readonly y: number } {
  const row = section.rows[0];
  const placed = placedOf(section).filter((one) => one.row === row);
  const top = Math.min(...placed.map(({ y, radius }) => y - radius));
  const xs = placed.map(({ x }) => x);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: top };
}
