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

type Tokens = Readonly<Record<Exclude<keyof MapColours, 'isForced'>, string>>;

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

/** Whoever asks for colours of their own, and light or dark: a change of one paints the map anew. */
const QUERIES = ['(forced-colors: active)', '(prefers-color-scheme: dark)'] as const;

/** The colours of the theme, as they are for an element now. A canvas knows no custom properties: a mark inside tells them. */
export function readColours(host: HTMLElement): MapColours {
  const isForced = matches(QUERIES[0]);
  const probe = host.ownerDocument.createElement('i');
  host.append(probe);
  const read = ([name, token]: readonly [string, string]) => {
    probe.style.color = token;
    return [name, getComputedStyle(probe).color] as const;
  };
  // A change of colour is given a moment of transition otherwise, and the colour of before would be read.
  probe.style.cssText = 'display: none; transition: none !important; forced-color-adjust: none';
  const colours = Object.fromEntries(Object.entries(isForced ? FORCED : TOKENS).map(read)) as Tokens;
  probe.remove();
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

/** Calls back when the colours may have changed; returns what stops it. */
export function whenRecoloured(recoloured: () => void): () => void {
  if (typeof matchMedia === 'undefined') return () => undefined;
  const lists = QUERIES.map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', recoloured);
  return () => {
    for (const list of lists) list.removeEventListener('change', recoloured);
  };
}

function matches(query: string): boolean {
  return typeof matchMedia !== 'undefined' && matchMedia(query).matches;
}
