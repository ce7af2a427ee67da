import { localPath } from './local-path';

describe('localPath', () => {
  it.each(['/bookings', '/shows/1?q=a#seats', '/'])('goes back to %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'bookings',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/..//elsewhere.example/%00',
    'javascript:alert(1)',
    '/sign-in?returnTo=/x',
  ])('does not leave for %s', (path) => {
    expect(new URL(localPath(path, '/bookings'), 'https://modex.example').host).toBe('modex.example');
    expect(localPath(path, '/bookings')).not.toMatch(/^\/\/|sign-in/);
  });
});
