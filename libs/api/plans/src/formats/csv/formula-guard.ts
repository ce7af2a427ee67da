/** What a spreadsheet takes for the beginning of a formula, also as the wide forms of East Asian writing. */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r]/u;
const GUARDED = /^'+[=+\-@＝＋－＠\t\r]/u;

/**
 * A text as a cell that no spreadsheet computes: one that looks like a formula gets an apostrophe in front, and so does one
 * that would look like a guarded one, so that `unguarded` gives back every text as it was.
 */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text of a cell that `guarded` may have written. */
export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** Whether a spreadsheet would compute the text. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text) && !/^-?\d+(?:[.,]\d+)?$/.test(text);
}
