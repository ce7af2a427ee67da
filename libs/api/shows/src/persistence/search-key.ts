import { foldedWords } from '@modex/domain';
import { QueryFilter } from 'mongoose';
import { ShowDocument } from './show.schema';

/**
 * The key by which a show is found: the folded words of its title and its venue. A write to one of the two must write the
 * key anew, from both.
 */
export function searchKey({ title, venue }: { readonly title: string; readonly venue?: string | null }): string {
  return foldedWords(`${title} ${venue ?? ''}`).join(' ');
}

/** Every word of the search is in the key, in any order. A search without words, such as "?!", is taken as it is written. */
export function matching(text: string): QueryFilter<ShowDocument> {
  const words = [...new Set(foldedWords(text))];
  if (words.length > 0) return { $and: words.map((word) => ({ search_key: { $regex: literally(word) } })) };
  const part = { $regex: literally(text) };
  return { $or: [{ title: part }, { venue: part }] };
}

/** The text as a pattern that matches just this text, in the dialect that every server shares. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
