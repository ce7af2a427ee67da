import { startTestApi, TestApi } from './bookings';
import { loseAnswer, before } from '../faults';
import { ShowRepository } from '@modex/api-shows';

describe('the API of a test', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  it('answers requests of a guest for a show', async () => {
    const [guest, show] = [await api.guest(), await api.show()];
    const { status, body } = await api.get(`/api/shows/${show.id}/seats`, { token: guest.token });
    expect(status).toBe(200);
    expect(body.seats.map(({ id }) => id)).toEqual(show.seatIds);
  });

  it('writes down the commands that are sent', async () => {
    const commands = await api.commands.during(['users'], () => api.guest());
    expect(commands).toEqual([{ name: 'insert', collection: 'users' }]);
  });

  it('loses an answer once, though the command was carried out', async () => {
    const { id } = await api.show({ status: 'DRAFT' });
    const shows = api.find(ShowRepository);
    loseAnswer(shows, 'move');
    await expect(shows.move(id, 'ON_SALE')).rejects.toThrow('connection reset');
    await expect(shows.findById(id)).resolves.toMatchObject({ status: 'ON_SALE' });
    await expect(shows.move(id, 'CANCELLED')).resolves.toMatchObject({ status: 'CANCELLED' });
  });

  it('lets something happen just before a call', async () => {
    const { id } = await api.show({ status: 'DRAFT' });
    const shows = api.find(ShowRepository);
    before(shows, 'move', () => shows.move(id, 'CANCELLED'));
    await expect(shows.move(id, 'ON_SALE')).resolves.toBeUndefined();
  });
});
