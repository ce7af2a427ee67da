/** The part of the library that is used here; it brings no types of its own. */
declare module 'bidi-js' {
  interface Levels {
    readonly levels: Uint8Array;
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[];
  }
  interface Bidi {
    getEmbeddingLevels(text: string, baseDirection?: 'ltr' | 'rtl' | 'auto'): Levels;
    getMirroredCharacter(character: string): string | null;
    getReorderedIndices(text: string, levels: Levels): readonly number[];
  }
  export default function bidiFactory(): Bidi;
}
