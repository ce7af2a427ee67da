import { zonedDay, zonedTime } from '@modex/api-core';
import { isPlainPlan, isToCome, Show } from '@modex/domain';
import { PageHead } from './page';

/** Where the site is, without a slash at the end: `https://tickets.example.org`. */
export type SiteAddress = string;

const CLIPPED = 200;
/** Assumed length of a show without one. */
const USUAL_MINUTES = 120;

/** The head of a show's page: what a shared link shows, and the event for search engines. */
export function showHead(show: Show, freeSeats: number, site: SiteAddress): PageHead {
  const canonical = `${site}/shows/${show.id}`;
  const image = { url: `${site}/share.jpg`, alt: 'Rows of seats before a lit stage, two of them chosen' };
  const when = `${show.status === 'CANCELLED' ? 'Cancelled: ' : ''}${zonedDay(show.startTime, show.timeZone)}`;
  const facts = [when, show.venue].filter((fact) => fact !== null).join(' · ');
  return {
    title: `${show.title} · Modex`,
    description: clipped(show.description === null ? `${facts}. Choose your seats.` : `${facts}. ${show.description}`),
    canonical,
    image,
    type: 'article',
    facts: eventOf(show, freeSeats, { canonical, image: image.url }),
    data: dataOf(show),
  };
}

/** The show, its seats, and the layout of a plan that was drawn. */
function dataOf({ id, planId, planVersion }: Show): readonly string[] {
  const layout = isPlainPlan(planId) ? [] : [`/api/plans/${planId}/versions/${planVersion}/layout`];
  return [`/api/shows/${id}`, `/api/shows/${id}/seats/status`, ...layout];
}

/** The show as schema.org/Event, its times with the offset of its venue. */
function eventOf(show: Show, freeSeats: number, at: { readonly canonical: string; readonly image: string }): object {
  const end = new Date(show.startTime.getTime() + (show.durationMinutes ?? USUAL_MINUTES) * 60_000);
  const isOff = show.status === 'CANCELLED';
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: show.title,
    startDate: zonedTime(show.startTime, show.timeZone),
    endDate: zonedTime(end, show.timeZone),
    eventStatus: `https://schema.org/${isOff ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    ...(show.venue !== null && { location: { '@type': 'Place', name: show.venue, address: show.venue } }),
    image: [at.image],
    ...(show.description !== null && { description: show.description }),
    url: at.canonical,
    ...(!isOff && {
      offers: {
        '@type': 'Offer',
        url: at.canonical,
        availability: `https://schema.org/${availabilityOf(show, freeSeats)}`,
        ...(show.saleOpensAt !== null && { validFrom: zonedTime(show.saleOpensAt, show.timeZone) }),
        ...(show.saleClosesAt !== null && { validThrough: zonedTime(show.saleClosesAt, show.timeZone) }),
      },
    }),
  };
}

function availabilityOf(show: Show, freeSeats: number): string {
  if (!isToCome(show) || show.salePhase === 'CLOSED') return 'Discontinued';
  return freeSeats > 0 ? 'InStock' : 'SoldOut';
}

/** One line, ended at a word when it is too long for a preview. */
function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= CLIPPED) return line;
  return `${line.slice(0, CLIPPED).replace(/\s?\S*$/, '') || [...line].slice(0, CLIPPED / 2).join('')}…`;
}
