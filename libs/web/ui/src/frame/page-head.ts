import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';

const USUAL = $localize`Choose your seats for tonight. A seat is never sold twice.`;
/** The facts that the server writes into the head of a page. */
const FACTS = [
  'link[rel="canonical"]',
  'meta[name="robots"]',
  'meta[name^="twitter:"]',
  'meta[property^="og:"]',
  'script[type="application/ld+json"]',
].join();

/**
 * The title and the description of the page, for the browser and for shared links. What the server wrote besides them into
 * the first page (address, event) is true of that page alone and is removed when another page opens.
 */
@Injectable({ providedIn: 'root' })
export class PageHead {
  private readonly page = inject(DOCUMENT);
  private readonly title = inject(Title);
  private readonly meta = inject(Meta);

  /** Sets a page's name, such as "My bookings", and its description; without one, that of the site. */
  name(name: string | undefined, description: string | null = null): void {
    this.title.setTitle(name ? `${name} · Modex` : 'Modex');
    this.meta.updateTag({ name: 'description', content: description || USUAL });
  }

  /** Whether the server has written this page's facts for shared links. */
  isShared(): boolean {
    return this.page.head.querySelector('link[rel="canonical"]') !== null;
  }

  /** Another page opens: removes the facts of the one before. */
  leave(): void {
    for (const fact of this.page.head.querySelectorAll(FACTS)) fact.remove();
  }
}
