import { ColourTokens, readThemeColours } from '@modex/web-ui';

/** The colours that a plan is painted with, besides those of its categories. */
export interface Look {
  readonly ground: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly stage: string;
  readonly stageInk: string;
  readonly chosen: string;
  readonly wrong: string;
  /** Somebody reads in colours of their own: categories have none then. */
  readonly isForced: boolean;
}

type Tokens = ColourTokens<Exclude<keyof Look, 'isForced'>>;

const TOKENS: Tokens = {
  ground: 'var(--mat-sys-surface-container-lowest)',
  ink: 'var(--mat-sys-on-surface)',
  quiet: 'var(--mat-sys-on-surface-variant)',
  line: 'var(--mat-sys-outline-variant)',
  stage: 'var(--mx-velvet)',
  stageInk: '#ffe3b0',
  chosen: 'var(--mx-focus)',
  wrong: 'var(--mat-sys-error)',
};
const FORCED: Tokens = {
  ground: 'Canvas',
  ink: 'CanvasText',
  quiet: 'CanvasText',
  line: 'GrayText',
  stage: 'CanvasText',
  stageInk: 'Canvas',
  chosen: 'Highlight',
  wrong: 'CanvasText',
};

/** The colours of the theme for an element, as they are now. */
export function readLook(host: HTMLElement): Look {
  const { colours, isForced } = readThemeColours(host, { themed: TOKENS, forced: FORCED });
  return { ...colours, isForced };
}
