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

type Tokens = Readonly<Record<Exclude<keyof Look, 'isForced'>, string>>;

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
const QUERIES = ['(forced-colors: active)', '(prefers-color-scheme: dark)'] as const;

/** The colours of the theme for an element, as they are now: a canvas knows no custom properties, so a mark inside tells them. */
export function readLook(host: HTMLElement): Look {
  const isForced = typeof matchMedia !== 'undefined' && matchMedia(QUERIES[0]).matches;
  const probe = host.ownerDocument.createElement('i');
  probe.style.cssText = 'display: none; transition: none !important; forced-color-adjust: none';
  host.append(probe);
  const read = ([name, token]: readonly [string, string]) => {
    probe.style.color = token;
    return [name, getComputedStyle(probe).color] as const;
  };
  const colours = Object.fromEntries(Object.entries(isForced ? FORCED : TOKENS).map(read)) as Tokens;
  probe.remove();
  return { ...colours, isForced };
}

/** Calls back when the colours may have changed; returns what stops it. */
export function whenRecoloured(recoloured: () => void): () => void {
  if (typeof matchMedia === 'undefined') return () => undefined;
  const lists = QUERIES.map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', recoloured);
  return () => {
    for (const list of lists) list.removeEventListener('change', recoloured);
  };
}
