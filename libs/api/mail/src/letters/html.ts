/** Markup that is safe to send: everything that went into it was escaped. */
export class Html {
  constructor(readonly markup: string) {}
}

/** What may stand in a template: texts, which are escaped, and other markup, which is not. */
type Part = string | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup with escaped values: html`<p>${title}</p>`. Values stand in texts, and in attributes between double quotes. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(markup.map((piece, at) => piece + (at < parts.length ? written(parts[at] as Part) : '')).join(''));
}

function written(part: Part): string {
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
  return part instanceof Html ? part.markup : part.map(({ markup }) => markup).join('');
}
