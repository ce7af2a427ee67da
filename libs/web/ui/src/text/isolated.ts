/** Wraps text that people wrote, for a sentence that is put together in code: it keeps its own direction, as in `<bdi>`. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
