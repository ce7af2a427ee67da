import { BookingCancelService, ShowCancelService } from '@modex/api-bookings';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/mail';
import { Mail } from './mail';
import { MailService } from './mail.service';

describe('mails about bookings', () => {
  let api: TestApi;
  let guest: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi({ settings: { publicUrl: 'https://tickets.example.org' } });
    guest = await api.guest();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ title: 'Hamlet <3' });
  });

  const book = async (buyer = guest): Promise<string> =>
    (await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 2) })).body.bookingId;
  const mailsOf = async (bookingId: string): Promise<readonly Mail[]> => {
    await api.sweep();
    return (await api.find(MailService).list({ bookingId }, {})).items.toReversed();
  };

  it('are written and kept where no mail server is set up', async () => {
    const id = await book();
    const [mail] = (await mailsOf(id)) as [Mail];
    expect(mail).toMatchObject({
      ...{ state: 'UNSENT', kind: 'confirmed', tries: 0, messageId: `<${id}.1@tickets.example.org>` },
      subject: 'Your booking: Hamlet <3',
    });
    expect(mail).not.toHaveProperty('due');
    expect(mail.text).toContain(`https://tickets.example.org/bookings/${id}`);
    expect(mail.html).toContain('Hamlet &lt;3');
    expect(mail.calendar).toContain('STATUS:CONFIRMED');
  });

  it('tell of seats and of whole bookings that are given back, each with a later calendar entry', async () => {
    const id = await book();
    const back = (seatIds?: readonly string[]) =>
      api.post(`/api/bookings/${id}/cancel`, { token: guest.token, body: { seatIds } });
    await back(show.seatIds.slice(0, 1));
    await back();
    const mails = await mailsOf(id);
    expect(mails.map(({ kind }) => kind)).toEqual(['confirmed', 'seats-returned', 'cancelled']);
    const entries = mails.map(({ calendar }) =>
      /SEQUENCE:(\d+)[^]*STATUS:(\w+)/
        .exec(calendar ?? '')
        ?.slice(1)
        .join(' '),
    );
    expect(entries).toEqual(['0 CONFIRMED', '1 CONFIRMED', '2 CANCELLED']);
    expect(new Set(mails.map(({ calendar }) => /UID:(.*)/.exec(calendar ?? '')?.[1])).size).toBe(1);
  });

  it('tell everybody who booked that a show is cancelled, with the reason', async () => {
    const ids = [
      await book(),
      (await api.book(await api.guest(), show, { seatIds: show.seatIds.slice(3, 4) })).body.bookingId,
    ];
    const { userId } = await api.admin();
    await api.find(ShowCancelService).cancel(show.id, { userId, role: 'OWNER' }, 'The actor is ill.');
    for (const id of ids) {
      const [, told] = (await mailsOf(id)) as [Mail, Mail];
      expect(told.subject).toBe('Cancelled: Hamlet <3');
      expect(told.text).toContain('> The actor is ill.');
    }
  });

  it('go to the customer for whom staff booked and cancelled', async () => {
    const admin = await api.admin();
    const body = { seatIds: show.seatIds.slice(0, 1), userId: guest.userId };
    const id = (await api.post(`/api/shows/${show.id}/book`, { token: admin.token, body })).body.bookingId;
    await api.find(BookingCancelService).cancel(id, { userId: admin.userId, role: 'OWNER' }, { reason: 'Paid twice.' });
    const [made, ended] = (await mailsOf(id)) as [Mail, Mail];
    expect([made, ended].map(({ to }) => to.address)).toEqual(Array(2).fill('guest1@example.org'));
    expect(ended.text).toContain('The organiser cancelled your booking\n\n> Paid twice.');
  });

  it('go to nobody whose address exists nowhere, and keep no event waiting', async () => {
    await api
      .stored('users')
      .updateOne({ _id: api.objectId(guest.userId) }, { $set: { email: 'guest1@guests.invalid' } });
    const id = await book();
    expect(await mailsOf(id)).toEqual([]);
    expect(await api.stored('bookings').findOne({ _id: api.objectId(id) })).not.toHaveProperty('events');
  });
});
