/** The seats as tests write them, "A1 A2 B1": a seat of a plain plan by its row and number, any other by its full name. */
export function inShort(seats: readonly { readonly name: string }[]): string {
  return seats.map(({ name }) => name.replace(/^Row (.+), seat (.+)$/, '$1$2')).join(' ');
}
