/** A page of the site, by the pattern of its path and what the address fills in. */
export interface SitePath {
  readonly pattern: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** The script of the page; undefined where the path leads to another one. */
  readonly page: string | undefined;
}

/** The paths that the built site has a page for, as it says itself in `paths.json`. */
export class SitePaths {
  private readonly patterns: readonly (readonly [pattern: string, segments: readonly string[]])[];

  /** @param pages the script of each page by the pattern of its path */
  constructor(private readonly pages: Readonly<Record<string, string | null>>) {
    this.patterns = Object.keys(pages).map((pattern) => [pattern, segmentsOf(pattern)] as const);
  }

  /** The page at a path, fixed words before parameters; undefined when there is none. */
  find(path: string): SitePath | undefined {
    const segments = segmentsOf(path);
    const found = this.patterns
      .filter(([, wanted]) => fits(wanted, segments))
      .sort(([, one], [, other]) => parametersIn(one) - parametersIn(other))[0];
    if (found === undefined) return undefined;
    const [pattern, wanted] = found;
    const filled = wanted.flatMap((word, index) => (word.startsWith(':') ? [[word.slice(1), segments[index]]] : []));
    return { pattern, parameters: Object.fromEntries(filled), page: this.pages[pattern] ?? undefined };
  }
}

function segmentsOf(path: string): readonly string[] {
  return path.replace(/^\//, '').replace(/\/$/, '').split('/');
}

function fits(wanted: readonly string[], segments: readonly string[]): boolean {
  if (wanted.length !== segments.length) return false;
  return wanted.every((word, index) => (word.startsWith(':') ? segments[index] !== '' : word === segments[index]));
}

function parametersIn(segments: readonly string[]): number {
  return segments.filter((word) => word.startsWith(':')).length;
}
