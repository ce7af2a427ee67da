import { PackedStatus } from '@modex/domain';
import { MapColours } from './map-colours';
import { MapGeometry } from './map-geometry';

/** The customer's own seats, by their index. */
export interface OwnSeats {
  readonly chosen: readonly number[];
  readonly lost: readonly number[];
  readonly mine: readonly number[];
}

/** What one frame shows, and where: `left`, `top` of the plan in pixels of the screen, `scale` of them for a unit. */
export interface Frame {
  readonly geometry: MapGeometry;
  readonly colours: MapColours;
  readonly status: PackedStatus | undefined;
  readonly own: OwnSeats;
  /** The seat under the mouse. */
  readonly pointed: number | undefined;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen for a CSS pixel. */
  readonly ratio: number;
  /** Fingers move it: it is another picture in each frame. */
  readonly isMoving: boolean;
}

/** A part of the picture of a plan: where it begins and how large it is, in pixels of the screen, `scale` of them for a unit. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Where a point of the plan is on the picture. */
export function screenX({ geometry, scale, left }: Frame, x: number): number {
  return (x - geometry.bounds.left) * scale + left;
}

export function screenY({ geometry, scale, top }: Frame, y: number): number {
  return (y - geometry.bounds.top) * scale + top;
}
