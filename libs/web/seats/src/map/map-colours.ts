import { ColourTokens, readThemeColours } from '@modex/web-ui';

/** What things of the map are painted with, as the canvas takes it; seats in the colours of their categories aside. */
export interface MapColours {
  readonly ground: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly stage: string;
  readonly stageInk: string;
  readonly free: string;
  readonly freeFill: string;
  readonly chosen: string;
  readonly chosenMark: string;
  readonly taken: string;
  readonly takenFill: string;
  readonly lost: string;
  readonly lostMark: string;
  readonly focus: string;
  readonly sold: string;
  readonly held: string;
  readonly blocked: string;
  /** Somebody reads in colours of their own: categories have none then. */
  readonly isForced: boolean;
}

type Tokens = ColourTokens<Exclude<keyof MapColours, 'isForced'>>;

const TOKENS: Tokens = {
  ground: 'var(--mat-sys-surface-container-low)',
  ink: 'var(--mat-sys-on-surface)',
  quiet: 'var(--mat-sys-on-surface-variant)',
  line: 'var(--mat-sys-outline-variant)',
  stage: 'var(--mx-velvet)',
  stageInk: '#ffe3b0',
  free: 'var(--mx-seat-free)',
  freeFill: 'var(--mx-seat-free-fill)',
  chosen: 'var(--mx-seat-chosen)',
  chosenMark: 'var(--mx-seat-chosen-mark)',
  taken: 'var(--mx-seat-taken)',
  takenFill: 'var(--mx-seat-taken-fill)',
  lost: 'var(--mx-seat-lost)',
  lostMark: 'var(--mat-sys-surface-container-low)',
  focus: 'var(--mx-focus)',
  sold: 'var(--mat-sys-primary)',
  held: 'var(--mx-brass)',
  blocked: 'var(--mat-sys-outline)',
};

const FORCED: Tokens = {
  ground: 'Canvas',
  ink: 'CanvasText',
  quiet: 'CanvasText',
  line: 'GrayText',
  stage: 'CanvasText',
  stageInk: 'Canvas',
  free: 'CanvasText',
  freeFill: 'Canvas',
  chosen: 'Highlight',
  chosenMark: 'Canvas',
  taken: 'GrayText',
  takenFill: 'Canvas',
  lost: 'CanvasText',
  lostMark: 'Canvas',
  focus: 'Highlight',
  sold: 'CanvasText',
  held: 'CanvasText',
  blocked: 'CanvasText',
};

/** The colours of the theme, as they are for an element now. */
export function readColours(host: HTMLElement): MapColours {
  const { colours, isForced } = readThemeColours(host, { themed: TOKENS, forced: FORCED });
  return { ...(isForced ? opaque(colours) : colours), isForced };
}

/** Colours of the system may let through what is below, and things are drawn over each other here. */
function opaque(colours: Tokens): Tokens {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return colours;
  const over = ([name, colour]: readonly [string, string]) => {
    for (const layer of [colours.ground, colour]) {
      context.fillStyle = layer;
      context.fillRect(0, 0, 1, 1);
    }
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return [name, `rgb(${red}, ${green}, ${blue})`] as const;
  };
  return Object.fromEntries(Object.entries(colours).map(over)) as Tokens;
}
