/** Colours by their names, as CSS writes them: `var(--mat-sys-error)`, `CanvasText`, `#ffe3b0`. */
export type ColourTokens<Name extends string> = Readonly<Record<Name, string>>;

/** What something is drawn with in the theme, and where somebody reads in colours of their own. */
export interface ThemeTokens<Name extends string> {
  readonly themed: ColourTokens<Name>;
  readonly forced: ColourTokens<Name>;
}

/** The colours as a canvas takes them. */
export interface ThemeColours<Name extends string> {
  readonly colours: ColourTokens<Name>;
  /** Somebody reads in colours of their own. */
  readonly isForced: boolean;
}

/** Whoever asks for colours of their own, and light or dark: a change of one changes what is drawn. */
const QUERIES = ['(forced-colors: active)', '(prefers-color-scheme: dark)'] as const;

/** The colours as they are for an element now. A canvas knows no custom properties: a mark inside the element tells them. */
export function readThemeColours<Name extends string>(
  host: HTMLElement,
  { themed, forced }: ThemeTokens<Name>,
): ThemeColours<Name> {
  const isForced = typeof matchMedia !== 'undefined' && matchMedia(QUERIES[0]).matches;
  const probe = host.ownerDocument.createElement('i');
  // A change of colour is given a moment of transition otherwise, and the colour of before would be read.
  probe.style.cssText = 'display: none; transition: none !important; forced-color-adjust: none';
  host.append(probe);
  const read = ([name, token]: readonly [string, string]) => {
    probe.style.color = token;
    return [name, getComputedStyle(probe).color] as const;
  };
  const colours = Object.fromEntries(Object.entries<string>(isForced ? forced : themed).map(read));
  probe.remove();
  return { colours: colours as ColourTokens<Name>, isForced };
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
