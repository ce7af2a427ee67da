/** Of what is free, one owner may have taken so many times as much: three of four places when nobody else comes. */
const SHARE = 3;

/**
 * Room for so much at once, shared so that nobody can fill it: how much one owner may take shrinks with what is left,
 * and whoever comes later still finds a place. When only a few come, each may take almost all they need.
 */
export class Slots {
  private readonly byOwner = new Map<string, number>();
  private taken = 0;

  /** @param size the sum of all weights at most */
  constructor(private readonly size: number) {}

  /** Whether this owner could take so much now. */
  hasRoom(owner: string, weight = 1): boolean {
    const own = this.byOwner.get(owner) ?? 0;
    return own + weight <= SHARE * (this.size - this.taken) && this.taken + weight <= this.size;
  }

  /** Takes room. @returns gives it back, once; undefined: there is none for this owner */
  take(owner: string, weight = 1): (() => void) | undefined {
    if (!this.hasRoom(owner, weight)) return undefined;
    this.add(owner, weight);
    let isHeld = true;
    return () => {
      if (isHeld) this.add(owner, -weight);
      isHeld = false;
    };
  }

  private add(owner: string, weight: number): void {
    this.taken += weight;
    const own = (this.byOwner.get(owner) ?? 0) + weight;
    if (own === 0) this.byOwner.delete(owner);
    else this.byOwner.set(owner, own);
  }
}
