/** What people wrote, for a sentence that is put together in code: its direction stays its own, as in `<bdi>`. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
