import type { Booked, Page, ShowView } from '../harness/actors';
import { Actor, admin, createShow, expectStatus, guest, seatIdsOf } from '../harness/actors';
import { openModex, type OpenModex } from './open-modex';

interface SoldView {
  readonly bookingId: string;
  readonly status: string;
  readonly customer: { readonly name: string } | null;
}

describe('an organiser', () => {
  let modex: OpenModex;
  let organiser: Actor;

  beforeAll(async () => {
    modex = await openModex();
    organiser = await admin(modex.server.http);
  });
  afterAll(() => modex.close());

  it('prepares a draft that nobody sees, publishes it and sees who books', async () => {
    const { http } = modex.server;
    const { id } = await createShow(organiser, { title: 'Draft', totalSeats: 12, publish: false });
    expect((await http.get(`/api/shows/${id}`)).status).toBe(404);
    expect(expectStatus(200, await organiser.post<ShowView>(`/api/admin/shows/${id}/publish`)).status).toBe('ON_SALE');

    const ada = await guest(http, 'Ada Lovelace');
    const seatIds = (await seatIdsOf(http, id)).slice(0, 2);
    const { bookingId } = expectStatus(201, await ada.book(id, seatIds));
    const { items } = expectStatus(200, await organiser.get<Page<SoldView>>(`/api/admin/shows/${id}/bookings`));
    expect(items).toMatchObject([{ bookingId, status: 'CONFIRMED', customer: { name: 'Ada Lovelace' } }]);
  });

  it('cancels a show: its bookings are cancelled and nobody can book any more', async () => {
    const { http } = modex.server;
    const { id } = await createShow(organiser, { title: 'Cancelled', totalSeats: 12 });
    const ada = await guest(http);
    const seatIds = await seatIdsOf(http, id);
    const { bookingId } = expectStatus(201, await ada.book(id, seatIds.slice(0, 1)));

    expect(expectStatus(200, await organiser.post<ShowView>(`/api/admin/shows/${id}/cancel`)).status).toBe('CANCELLED');
    expect(expectStatus(200, await ada.get<Booked>(`/api/bookings/${bookingId}`)).status).toBe('CANCELLED');
    const late = await ada.book(id, seatIds.slice(1, 2));
    expect([late.status, late.body.code]).toEqual([409, 'show-not-on-sale']);
  });

  it('may book for a customer', async () => {
    const { http } = modex.server;
    const { id } = await createShow(organiser, { title: 'Box office', totalSeats: 12 });
    const ada = await guest(http);
    const [seat] = await seatIdsOf(http, id);
    const sale = { seatIds: [seat], userId: ada.userId };
    const { bookingId } = expectStatus(201, await organiser.post<Booked>(`/api/shows/${id}/book`, sale));
    expect((await ada.get(`/api/bookings/${bookingId}`)).status).toBe(200);
  });

  it('is told what is wrong with a show, and nothing is created', async () => {
    const before = (await organiser.get<Page<ShowView>>('/api/admin/shows')).body.items.length;
    const past = { title: 'Past', startTime: '2001-01-01T00:00:00Z', totalSeats: 10 };
    const wrong = await organiser.post('/api/admin/shows', past);
    expect([wrong.status, wrong.body.code]).toEqual([400, 'validation-failed']);
    expect((await organiser.get<Page<ShowView>>('/api/admin/shows')).body.items).toHaveLength(before);
  });
});
