/** A stadium in the format of pretix: tiers of blocks in a grid, numbered 101 …, 201 …; guids count in base 36. */
export function stadium({
  tiers,
  blocks,
  rows,
  seats,
}: Readonly<Record<'tiers' | 'blocks' | 'rows' | 'seats', number>>) {
  let id = 0;
  const range = (count: number) => Array.from({ length: count }, (_, at) => at);
  const seat = (at: number, tier: number) => ({
    seat_guid: (id++).toString(36),
    seat_number: `${at + 1}`,
    position: { x: 24 * at, y: 0 },
    category: `T${tier + 1}`,
  });
  const row = (at: number, tier: number) => ({
    row_number: `${at + 1}`,
    position: { x: 0, y: 26 * at },
    seats: range(seats).map((number) => seat(number, tier)),
  });
  const block = (at: number, tier: number) => ({
    name: `Block ${100 * (tier + 1) + at + 1}`,
    position: { x: 700 * at, y: 800 * tier },
    rows: range(rows).map((number) => row(number, tier)),
  });
  const colors = ['#c62828', '#1565c0', '#2e7d32', '#8e4ec6', '#ad6800'];
  return {
    name: 'Meadow Stadium',
    size: { width: 700 * blocks, height: 800 * tiers },
    categories: range(tiers).map((tier) => ({ name: `T${tier + 1}`, color: colors[tier] })),
    zones: range(tiers).flatMap((tier) => range(blocks).map((at) => block(at, tier))),
  };
}
