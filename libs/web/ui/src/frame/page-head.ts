import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';

const USUAL = $localize`Choose your seats for tonight. A seat is never sold twice.`;
/** What the server writes of the page that it answers with. */
const FACTS = [
  'link[rel="canonical"]',
  'meta[name="robots"]',
  'meta[name^="twitter:"]',
  'meta[property^="og:"]',
  'script[type="application/ld+json"]',
].join();

/**
 * What the browser and those who share a page know of it: its title and its description. What the server wrote of the
 * first page beyond that (address, event) is true of that page alone and goes when another one comes.
 */
@Injectable({ providedIn: 'root' })
export class PageHead {
  private readonly page = inject(DOCUMENT);
  private readonly title = inject(Title);
  private readonly meta = inject(Meta);

  /** A page's name, such as "My bookings", and what it is about; without words the usual ones. */
  name(name: string | undefined, description: string | null = null): void {
    this.title.setTitle(name ? `${name} · Modex` : 'Modex');
    this.meta.updateTag({ name: 'description', content: description || USUAL });
  }

  /** Whether the server wrote what this page is, for those who share it. */
  isShared(): boolean {
    return this.page.head.querySelector('link[rel="canonical"]') !== null;
  }

  /** Another page comes: the facts of the one before would be wrong of it. */
  leave(): void {
    for (const fact of this.page.head.querySelectorAll(FACTS)) fact.remove();
  }
}
