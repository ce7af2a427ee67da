import { MailWords } from '../mail';
import { html, Html } from './html';

/** A part of a letter. Texts are plain; those of people may have several lines. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** What somebody else wrote. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** What is what, with one line or several each. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] };

export interface Fact {
  readonly name: string;
  readonly lines: readonly string[];
}

/** What is said in a mail, before it is written as text or as HTML. */
export interface Letter {
  readonly subject: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** The letter as text and as HTML, which say the same. */
export function writeLetter({ subject, heading, blocks }: Letter): MailWords {
  const text = [heading, ...blocks.map(asText)].join('\n\n') + '\n';
  return { subject: oneLine(subject), text, html: asPage(oneLine(subject), heading, blocks.map(asHtml)) };
}

/** Letters that are written from right to left. */
const FROM_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Text that people wrote, for a sentence of ours: written from right to left it keeps its own direction, as in `<bdi>`. */
export function isolated(text: string): string {
  return FROM_RIGHT.test(text) ? `\u2068${text}\u2069` : text;
}

/** A header has one line: what follows a line break would be another header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function asText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'quote':
      return block.text.replace(/^/gm, '> ');
    case 'link':
      return `${block.text}:\n${block.url}`;
    case 'facts':
      return block.facts
        .map(({ name, lines }) => `${name}: ${lines.map(isolated).join(`\n${' '.repeat(name.length + 2)}`)}`)
        .join('\n');
  }
}

function asHtml(block: Block): Html {
  switch (block.kind) {
    case 'text':
      return html`<p dir="auto">${inLines(block.text)}</p>`;
    case 'quote':
      return html`<blockquote dir="auto" style="margin:16px 0;padding:4px 16px;border-left:4px solid #8a8a8a">
        ${inLines(block.text)}
      </blockquote>`;
    case 'link':
      return html`<p><a href="${block.url}">${block.text}</a></p>`;
    case 'facts':
      return html`<table role="presentation" style="border-collapse:collapse">
        ${block.facts.map(asRow)}
      </table>`;
  }
}

function asRow({ name, lines }: Fact): Html {
  return html`<tr>
    <th scope="row" style="padding:4px 16px 4px 0;text-align:left;vertical-align:top">${name}</th>
    <td dir="auto" style="padding:4px 0;vertical-align:top">${inLines(lines.join('\n'))}</td>
  </tr>`;
}

function inLines(text: string): readonly Html[] {
  return text.split('\n').map((line, at) => (at === 0 ? html`${line}` : html`<br />${line}`));
}

function asPage(title: string, heading: string, body: readonly Html[]): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
      </head>
      <body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;max-width:560px">
        <h1 style="font-size:22px;margin:0 0 16px">${heading}</h1>
        ${body}
      </body>
    </html> `.markup;
}
