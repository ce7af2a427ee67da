import { startTestApi } from '@modex/testing/bookings';

it('an office of many customers books behind one address, whatever the rate limits', async () => {
  const api = await startTestApi({ settings: { rateLimits: true } });
  try {
    const show = await api.show({ totalSeats: 30 });
    const buyers = await Promise.all(Array.from({ length: 6 }, () => api.guest()));
    const bookings = show.seatIds.map((seatId, nth) => api.book(buyers[nth % 6] as never, show, { seatIds: [seatId] }));
    expect((await Promise.all(bookings)).map(({ status }) => status)).toEqual(show.seatIds.map(() => 201));
  } finally {
    await api.close();
  }
});
