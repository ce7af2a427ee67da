import { startTestApi } from '@modex/testing/accounts';

it('guests cost something: one address gets no 200 of them', async () => {
  const api = await startTestApi({ settings: { rateLimits: true } });
  try {
    const guest = () => api.post('/api/auth/guest', { body: { name: 'Bot', email: 'bot@example.org' } });
    const answers = await Promise.all(Array.from({ length: 200 }, guest));
    const made = answers.filter(({ status }) => status === 201);
    const points = Number(/"guest-address";q=(\d+)/.exec(String(made[0]?.headers['ratelimit-policy']))?.[1]);
    expect(made).toHaveLength(points);
    expect(points).toBeLessThan(200);
    expect(await api.count('users')).toBe(points);
  } finally {
    await api.close();
  }
});
