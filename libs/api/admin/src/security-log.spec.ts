import { Logger } from '@nestjs/common';
import { KeptLines } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/admin';

describe('the security log of the admin', () => {
  const lines = new KeptLines();
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    Logger.overrideLogger(lines);
  });
  beforeEach(() => void lines.take());
  afterAll(async () => {
    Logger.overrideLogger(false);
    await api?.close();
  });

  it('tells who was invited, came, got another role and a new password and was removed, by whom, and no secret of theirs', async () => {
    const { userId, token } = await api.admin();
    lines.take();
    const [email, name, password] = ['secret-person@example.org', 'Hushhush Whisper', 'the show must go on'];
    const asked = { email, role: 'DOOR' };
    const { path } = (await api.post('/api/admin/people/invitations', { token, body: asked })).body;
    const person = { token: path.split('#')[1], name, password };
    const added = (await api.post('/api/auth/invitations/use', { body: person })).body;
    await api.patch(`/api/admin/people/${added.userId}`, { token, body: { role: 'BOX_OFFICE' } });
    const renewed = (await api.post(`/api/admin/people/${added.userId}/password`, { token })).body;
    await api.delete(`/api/admin/people/${added.userId}`, { token });
    await api.delete(`/api/admin/people/${added.userId}`, { token });
    const by = { level: 'warn', userId, ofUserId: added.userId, address: '127.0.0.1' };
    expect(lines.take()).toEqual([
      { level: 'warn', event: 'invited', userId, role: 'DOOR', address: '127.0.0.1' },
      { level: 'warn', event: 'role-changed', ofUserId: added.userId, role: 'DOOR', address: '127.0.0.1' },
      { ...by, event: 'role-changed', role: 'BOX_OFFICE' },
      { ...by, event: 'password-changed', count: 0 },
      { ...by, event: 'role-changed', role: 'CUSTOMER' },
    ]);
    const all = lines.texts.join('\n');
    for (const told of [person.token, password, renewed.firstPassword, email, name, token]) {
      expect(told).toMatch(/\w/);
      expect(all).not.toContain(told);
    }
  });

  it('tells what was refused, with the route and not the address that was asked', async () => {
    const { userId, token } = await api.guest();
    lines.take();
    await api.get('/api/admin/shows?limit=7', { token });
    const refusal = { level: 'warn', event: 'refused', code: 'forbidden', userId, route: 'GET /api/admin/shows' };
    expect(lines.take()).toMatchObject([refusal]);
    await api.post('/api/auth/guest', { body: {}, headers: { origin: 'https://elsewhere.example' } });
    expect(lines.take()).toMatchObject([{ event: 'refused', code: 'cross-site-request' }]);
  });

  it('tells which booking and which show was cancelled, and by whom', async () => {
    const [guest, show, admin] = [await api.guest(), await api.show(), await api.admin()];
    const { body } = await api.book(guest, show, { seatIds: show.seatIds.slice(0, 1) });
    lines.take();
    await api.post(`/api/bookings/${body.bookingId}/cancel`, { token: guest.token });
    await api.post(`/api/admin/shows/${show.id}/cancel`, { token: admin.token });
    expect(lines.take()).toMatchObject([
      { level: 'log', event: 'booking-cancelled', bookingId: body.bookingId, userId: guest.userId },
      { level: 'warn', event: 'show-cancelled', showId: show.id, userId: admin.userId },
    ]);
  });
});
