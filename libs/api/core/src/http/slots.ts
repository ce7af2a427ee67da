/** An owner may have taken this many times as much as is free: three of four places if nobody else comes. */
const SHARE = 3;

/**
 * A limited room that no single owner can fill: the share that an owner may take shrinks with what is left, so that later
 * owners still find a place. If there are only a few owners, each gets almost all they need.
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
