import { ShowNewsRepository, ShowService } from '@modex/api-shows';
import { ShowEdit } from '@modex/domain';
import { loseAnswer } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/mail';
import { Mail } from './mail';
import { MailService } from './mail.service';
import { ShowMails } from './show-mails';

describe('mails about changed shows', () => {
  let api: TestApi;
  let guest: SignedInUser;
  let show: TestShow;
  let bookingId: string;
  beforeAll(async () => {
    api = await startTestApi();
    guest = await api.guest();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    const startTime = new Date('2099-07-02T18:30:00Z');
    show = await api.show({ title: 'Hamlet', venue: 'Town Theatre', startTime, timeZone: 'Europe/Berlin' });
    bookingId = await book(0);
    await api.sweep();
  });

  const book = async (place: number, buyer = guest): Promise<string> =>
    (await api.book(buyer, show, { seatIds: show.seatIds.slice(place, place + 1) })).body.bookingId;
  const edit = async (fields: ShowEdit) => {
    const { version } = await api.find(ShowService).find(show.id);
    await api.find(ShowService).edit(show.id, { version, fields, by: guest.userId });
  };
  /** The organiser is done with it. */
  const letTimePass = () =>
    api.stored('shows').updateMany({ news_at: { $exists: true } }, [{ $set: { news_at: '$$NOW' } }]);
  const tellAll = async () => {
    await letTimePass();
    await api.sweep();
  };
  const newsOf = async (id = bookingId): Promise<readonly Mail[]> => {
    const { items } = await api.find(MailService).list({ bookingId: id }, {});
    return items.filter(({ kind }) => kind === 'show-changed').toReversed();
  };

  it('tell everybody who has booked what was changed, as it was and as it is, in one mail', async () => {
    const other = await book(2, await api.guest());
    await edit({ venue: 'Town Hall' });
    await edit({ startTime: new Date('2099-07-03T17:00:00Z') });
    await api.sweep();
    expect(await newsOf()).toEqual([]);
    await tellAll();
    await tellAll();
    for (const id of [bookingId, other]) {
      const [mail, ...more] = (await newsOf(id)) as [Mail];
      expect(more).toEqual([]);
      expect(mail).toMatchObject({ subject: 'Changed: Hamlet', messageId: `<${id}.show-2@modex.invalid>` });
      expect(mail.text).toContain(`Venue: Town Hall
Venue before: Town Theatre
Start: Friday, 3 July 2099 at 19:00 (Central European Time)
Start before: Thursday, 2 July 2099 at 20:30 (Central European Time)`);
      expect(mail.calendar).toMatch(/SEQUENCE:2[^]*DTSTART:20990703T170000Z/);
    }
  });

  it('tell later changes alone, and nothing that customers have no use for', async () => {
    await edit({ venue: 'Town Hall' });
    await tellAll();
    await edit({ title: 'Hamlet, Prince of Denmark' });
    await tellAll();
    await edit({ limitPerCustomer: 4 });
    await tellAll();
    const [first, second, ...more] = (await newsOf()) as [Mail, Mail];
    expect(more).toEqual([]);
    expect(first.text).toContain('Venue before');
    expect(second.text).toContain('Title: Hamlet, Prince of Denmark\nTitle before: Hamlet\n');
    expect(second.text).not.toContain('Venue before');
  });

  it('tell nobody who gave the booking back, and nothing of a show that is off', async () => {
    await api.post(`/api/bookings/${bookingId}/cancel`, { token: guest.token, body: {} });
    await edit({ venue: 'Town Hall' });
    await tellAll();
    expect(await newsOf()).toEqual([]);
    const stays = await book(4);
    await edit({ venue: 'Town Theatre' });
    await api.find(ShowService).move(show.id, 'CANCELLED');
    await tellAll();
    expect(await newsOf(stays)).toEqual([]);
  });

  it('come once, also when whoever writes them dies before it is known', async () => {
    await edit({ venue: 'Town Hall' });
    const news = api.find(ShowNewsRepository);
    jest.spyOn(news, 'told').mockRejectedValueOnce(new Error('killed'));
    await expect(tellAll()).rejects.toThrow('killed');
    loseAnswer(news, 'findDue');
    await expect(tellAll()).rejects.toThrow('connection reset');
    await tellAll();
    expect(await newsOf()).toHaveLength(1);
    expect(await news.findDue(10)).toEqual([]);
  });

  it('of a change that is made while they are written come in the next round', async () => {
    await edit({ venue: 'Town Hall' });
    const shows = api.find(ShowService);
    const findChanges = shows.findChanges.bind(shows);
    jest.spyOn(shows, 'findChanges').mockImplementationOnce(async (ids) => {
      const before = await findChanges(ids);
      await edit({ title: 'Macbeth' });
      return before;
    });
    await tellAll();
    await tellAll();
    const told = await newsOf();
    expect(told.map(({ text }) => /(\w+) before/.exec(text)?.[1])).toEqual(['Venue', 'Title']);
  });

  it('go on in the next round when there was no time for all', async () => {
    await edit({ venue: 'Town Hall' });
    await letTimePass();
    await api.find(ShowMails).run({ isSpent: true });
    expect(await newsOf()).toEqual([]);
    await tellAll();
    expect(await newsOf()).toHaveLength(1);
  });
});
