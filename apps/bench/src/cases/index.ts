import { auditCase } from './audit/audit';
import { browserMap } from './browser-map';
import { bookingsByProcesses, bookingsBySize, calmBookings, hotBookings } from './bookings';
import type { Case } from './case';
import { engine } from './engine/engine';
import { bestHolds, confirmedHolds, enlargedHolds, newHolds } from './holds';
import { onSale } from './on-sale';
import { reads } from './reads';
import { fanOut } from './sse/fan-out';
import { news } from './sse/news';
import { calmStrategies, crossedStrategies } from './strategies';
import { unread } from './unread';

const seats = (show: { readonly id: string }): string => `/api/shows/${show.id}/seats`;
const status = (show: { readonly id: string }): string => `${seats(show)}/status`;

/** Everything that is measured, in this order. A new case is one entry. */
export const CASES: readonly Case[] = [
  calmBookings('book-1', 'Book 1 seat', 1),
  calmBookings('book-2', 'Book 2 seats', 2),
  calmBookings('book-8', 'Book 8 seats', 8),
  hotBookings('book-1-hot', 'Book 1 seat that 16 customers want at once', 1),
  hotBookings('book-2-hot', 'Book 2 seats that 16 customers want at once', 2),
  hotBookings('book-8-hot', 'Book 8 seats that 16 customers want at once', 8),
  newHolds('hold', 'Hold 2 seats'),
  enlargedHolds('hold-change', 'Change a hold of 2 seats to 3'),
  confirmedHolds('hold-confirm', 'Book 2 seats that are held'),
  bestHolds('best', 'Hold the best 2 of 2,000 seats; the floor holds 2 that are named'),
  bookingsBySize('shows-1-100', 'Book 2 seats in one show, and in a hundred by turns', [
    { shows: 1, seatsEach: 800 },
    { shows: 100, seatsEach: 800 },
  ]),
  bookingsBySize('seats-800-80000', 'Book 2 seats in a show of 800 seats, and of 80,000', [
    { shows: 1, seatsEach: 800 },
    { shows: 1, seatsEach: 80_000 },
  ]),
  bookingsByProcesses('processes', 'Book 2 seats in one process, and in two of one start'),
  reads(
    { name: 'shows', title: 'GET /shows, a page of 20' },
    { shows: 20, seatsEach: 10, path: () => '/api/shows', batch: 2_000 },
  ),
  reads(
    { name: 'map-2000', title: 'GET /shows/:id/seats, 2,000 seats' },
    { shows: 1, seatsEach: 2_000, path: seats, batch: 1_000 },
  ),
  reads(
    { name: 'map-2000-304', title: 'The same by a reader who has the version: 304' },
    { shows: 1, seatsEach: 2_000, path: seats, isKnown: true, batch: 2_000 },
  ),
  reads(
    { name: 'map-20000', title: 'GET /shows/:id/seats, 20,000 seats', isLong: true },
    { shows: 1, seatsEach: 20_000, path: seats, batch: 200 },
  ),
  reads(
    { name: 'status-2000', title: 'GET /shows/:id/seats/status, 2,000 seats' },
    { shows: 1, seatsEach: 2_000, path: status, isOurs: true, batch: 2_000 },
  ),
  reads(
    { name: 'status-2000-304', title: 'The same by a reader who has the version: 304' },
    { shows: 1, seatsEach: 2_000, path: status, isOurs: true, isKnown: true, batch: 2_000 },
  ),
  reads(
    { name: 'status-100000', title: 'GET /shows/:id/seats/status, 100,000 seats' },
    { shows: 1, seatsEach: 100_000, path: status, isOurs: true, batch: 1_000 },
  ),
  calmStrategies('strategies', 'Ways to get 4 seats at once, each customer with seats of his own'),
  crossedStrategies('strategies-crossed', 'The same where pairs of customers want the same 2 seats in opposite order'),
  onSale('on-sale', 'A show of 2,000 seats goes on sale'),
  fanOut('sse-fan-out', 'What bookings cost for each viewer of the show'),
  news('sse-latency', 'How soon the viewers of a show see what is booked'),
  unread('unread', 'Bookings beside readers of a show of 100,000 seats who never read their answers'),
  browserMap,
  engine,
  auditCase,
];
