/** Gives each name once: a name that is taken gets a number behind it, "K (2)". */
export class UniqueNames {
  private readonly taken = new Set<string>();

  /** @param name at most as long as a name may be, less the number */
  next(name: string): string {
    let free = name;
    for (let number = 2; this.taken.has(free); number++) free = `${name} (${number})`;
    this.taken.add(free);
    return free;
  }

  has(name: string): boolean {
    return this.taken.has(name);
  }
}

/** A key from a name: its letters and digits in small letters. */
export function keyOf(name: string, fallback: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  return letters === '' ? fallback : letters;
}
