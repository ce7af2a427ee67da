import { randomBytes } from 'node:crypto';
import { escaped, scriptJson } from './markup';

/** The title of a page, and what is shown when its address is shared. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** The canonical address of the page, if search engines may find it. */
  readonly canonical?: string;
  /** Address of a picture 1200 by 630, with what it shows. */
  readonly image?: { readonly url: string; readonly alt: string };
  readonly type?: 'website' | 'article';
  /** Facts for machines, as schema.org names them. */
  readonly facts?: object;
  /** Where programs find the API explained, and who may read it; the foot of the site links there. */
  readonly docs?: 'on' | 'admin';
  /** The scripts to fetch at once, by their file names. */
  readonly scripts?: readonly string[];
  /** What the page asks the API for as soon as it runs, so that it is there by then. */
  readonly data?: readonly string[];
}

/** A page, ready to be sent. Its nonce goes into the policy of the same answer and is never used again. */
export interface Page {
  readonly html: string;
  readonly nonce: string;
}

const HEAD = /<!-- head -->[\s\S]*<!-- \/head -->/;
/** The placeholder for the nonce in the built page. */
const NONCE = /NONCE_OF_THE_ANSWER/g;

/** The one HTML document of the site, with its head and its nonce filled in for every answer. */
export class SitePage {
  constructor(private readonly document: string) {
    if (!HEAD.test(document)) throw new Error('index.html does not say where its head begins and ends.');
    if (!document.includes('NONCE_OF_THE_ANSWER')) throw new Error('index.html does not say where the nonce belongs.');
  }

  with(head: PageHead): Page {
    const nonce = randomBytes(16).toString('base64url');
    const html = this.document.replace(HEAD, () => headMarkup(head)).replace(NONCE, nonce);
    return { html, nonce };
  }
}

function headMarkup(head: PageHead): string {
  return [
    `<title>${escaped(head.title)}</title>`,
    named('description', head.description),
    ...(head.canonical === undefined ? [named('robots', 'noindex')] : sharing(head, head.canonical)),
    ...(head.docs === undefined ? [] : [`<link rel="service-doc" href="/api/docs" title="${head.docs}" />`]),
    ...(head.facts === undefined ? [] : [`<script type="application/ld+json">${scriptJson(head.facts)}</script>`]),
    ...(head.data ?? []).map((url) => `<link rel="preload" as="fetch" crossorigin href="${escaped(url)}" />`),
    ...(head.scripts ?? []).map((script) => `<link rel="modulepreload" href="${script}" />`),
  ].join('\n    ');
}

/** Open Graph, and what of Twitter's cards does not follow from it. */
function sharing({ title, description, image, type = 'website' }: PageHead, canonical: string): readonly string[] {
  return [
    `<link rel="canonical" href="${escaped(canonical)}" />`,
    property('og:site_name', 'Modex'),
    property('og:type', type),
    property('og:title', title),
    property('og:description', description),
    property('og:url', canonical),
    ...(image === undefined
      ? []
      : [
          property('og:image', image.url),
          property('og:image:width', '1200'),
          property('og:image:height', '630'),
          property('og:image:alt', image.alt),
          named('twitter:card', 'summary_large_image'),
        ]),
  ];
}

function named(name: string, content: string): string {
  return `<meta name="${name}" content="${escaped(content)}" />`;
}

function property(name: string, content: string): string {
  return `<meta property="${name}" content="${escaped(content)}" />`;
}
