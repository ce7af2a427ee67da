import { StartError } from '../start/start-error';
import { readEnvironment } from './environment';

function refusal(variables: NodeJS.ProcessEnv): string {
  try {
    readEnvironment(variables);
    return '';
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return error.message;
  }
}

describe('the environment', () => {
  it('may be empty', () => {
    expect(readEnvironment({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      mongodbUri: undefined,
      redisUrl: undefined,
      dataDir: '.data',
      adminEmail: undefined,
      adminPassword: undefined,
      sessionSecret: undefined,
      publicUrl: undefined,
      trustedProxies: undefined,
      mail: undefined,
      rateLimits: true,
      apiDocs: 'on',
      logLevel: 'warn',
      leaseSeconds: 30,
      maxSeatsPerBooking: 10,
      holds: { seconds: 600, maxSeconds: 1_800, pauseSeconds: 60, anonymousPerNetwork: 40 },
      processes: 1,
      maxViewers: 5_000,
      venueTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      demo: true,
    });
  });

  it('is read as typed values', () => {
    const variables = {
      PORT: '0',
      HOST: '0.0.0.0',
      ADMIN_EMAIL: 'Admin@Example.org',
      ADMIN_PASSWORD: 'seats at 8',
      SESSION_SECRET: 's'.repeat(32),
      PUBLIC_URL: 'https://tickets.example.org',
      LEASE_SECONDS: '5',
      DEMO: 'false',
    };
    expect(readEnvironment(variables)).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      adminEmail: 'admin@example.org',
      publicUrl: 'https://tickets.example.org',
      leaseSeconds: 5,
      demo: false,
    });
  });

  it.each([
    ['mongodb://db', 'mongodb://db/modex'],
    ['mongodb://db/', 'mongodb://db/modex'],
    ['mongodb://a:27017,b:27017/?replicaSet=rs', 'mongodb://a:27017,b:27017/modex?replicaSet=rs'],
    ['mongodb://u:p@db/house?w=majority', 'mongodb://u:p@db/house?w=majority'],
    ['mongodb+srv://db.example.org', 'mongodb+srv://db.example.org/modex'],
  ])('completes the database of %s', (given, expected) => {
    expect(readEnvironment({ MONGODB_URI: given }).mongodbUri).toBe(expected);
  });

  it.each([
    ['tickets@example.org', { name: '', address: 'tickets@example.org' }],
    ['Town Theatre <Tickets@example.org>', { name: 'Town Theatre', address: 'tickets@example.org' }],
    ['"Theatre, Town" <tickets@example.org>', { name: 'Theatre, Town', address: 'tickets@example.org' }],
  ])('sends mail from %s', (given, from) => {
    const smtpUrl = 'smtps://user:p%40ss@mail.example.org:465';
    expect(readEnvironment({ SMTP_URL: smtpUrl, MAIL_FROM: given }).mail).toEqual({ smtpUrl, from });
  });

  it('refuses a mail server without a sender, and sends nothing without a server', () => {
    expect(refusal({ SMTP_URL: 'smtp://localhost' })).toMatch(/SMTP_URL needs MAIL_FROM/);
    expect(readEnvironment({ MAIL_FROM: 'tickets@example.org' }).mail).toBeUndefined();
  });

  it.each(['redis://cache', 'redis://:sesame@cache:6379/2', 'rediss://u:p@cache.example.org'])(
    'takes the Redis of %s',
    (given) => {
      expect(readEnvironment({ REDIS_URL: given }).redisUrl).toBe(given);
    },
  );

  it.each([
    ['1', 1],
    ['10', 10],
    ['10.0.0.5', ['10.0.0.5']],
    ['10.0.0.5, 172.16.0.0/12,fd00::/8', ['10.0.0.5', '172.16.0.0/12', 'fd00::/8']],
  ])('trusts the proxies of TRUSTED_PROXIES=%s', (given, expected) => {
    expect(readEnvironment({ TRUSTED_PROXIES: given }).trustedProxies).toEqual(expected);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['PORT', '80.5'],
    ['PORT', ''],
    ['PORT', ' '],
    ['PORT', '0x1F90'],
    ['PORT', '3e3'],
    ['MONGODB_URI', 'localhost:27017'],
    ['SMTP_URL', 'mail.example.org:587'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_URL', 'smtp://'],
    ['SMTP_URL', 'smtp://mail.example.org/inbox'],
    ['SMTP_URL', 'smtp://mail.example.org?secure=true'],
    ['SMTP_URL', 'smtp://:sesame@mail.example.org'],
    ['MAIL_FROM', 'the box office'],
    ['MAIL_FROM', 'Box office <nobody>'],
    ['MAIL_FROM', 'Box\noffice <tickets@example.org>'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'redis://'],
    ['REDIS_URL', 'redis://cache/house'],
    ['ADMIN_EMAIL', 'admin'],
    ['ADMIN_PASSWORD', 'too short'],
    ['ADMIN_PASSWORD', '1234567890'],
    ['ADMIN_PASSWORD', ' '.repeat(12)],
    ['ADMIN_PASSWORD', 'abcd'.repeat(32) + 'e'],
    ['ADMIN_EMAIL', 'admin@10.0.0.1'],
    ['SESSION_SECRET', 's'.repeat(31)],
    ['PUBLIC_URL', 'tickets.example.org'],
    ['RATE_LIMITS', 'sometimes'],
    ['TRUSTED_PROXIES', 'all'],
    ['TRUSTED_PROXIES', 'true'],
    ['TRUSTED_PROXIES', '*'],
    ['TRUSTED_PROXIES', '0'],
    ['TRUSTED_PROXIES', '11'],
    ['TRUSTED_PROXIES', '1e1'],
    ['TRUSTED_PROXIES', ''],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', '::/0'],
    ['TRUSTED_PROXIES', '::/1'],
    ['TRUSTED_PROXIES', '::ffff:0:0/96'],
    ['TRUSTED_PROXIES', '10.0.0.5,0.0.0.0/0'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.example.org'],
    ['TRUSTED_PROXIES', '10.0.0.5,'],
    ['API_DOCS', 'maybe'],
    ['LOG_LEVEL', 'loud'],
    ['LEASE_SECONDS', '0'],
    ['LEASE_SECONDS', '601'],
    ['HOLD_SECONDS', '0'],
    ['HOLD_MAX_SECONDS', '86401'],
    ['HOLD_PAUSE_SECONDS', '-1'],
    ['ANONYMOUS_HOLDS_PER_NETWORK', '-1'],
    ['MAX_SEATS_PER_BOOKING', '0'],
    ['MAX_SEATS_PER_BOOKING', '101'],
    ['PROCESSES', '0'],
    ['PROCESSES', '65'],
    ['MAX_VIEWERS', '-1'],
    ['MAX_VIEWERS', '100001'],
    ['VENUE_TIME_ZONE', 'Berlin'],
    ['VENUE_TIME_ZONE', '+01:00'],
    ['DEMO', 'perhaps'],
  ])('with %s=%s stops the start with one line that names it', (name, value) => {
    const line = refusal({ [name]: value });
    expect(line).toMatch(new RegExp(`^The environment is not valid: ${name} .+\\.$`));
    expect(line).not.toContain('\n');
  });

  it('tells everything that is wrong at once', () => {
    const line = refusal({ PORT: 'x', LEASE_SECONDS: '0', ADMIN_EMAIL: 'x' });
    for (const name of ['PORT', 'LEASE_SECONDS', 'ADMIN_EMAIL']) expect(line).toContain(name);
    expect(line).not.toContain('\n');
  });

  it('does not repeat a secret that is not accepted', () => {
    expect(refusal({ ADMIN_PASSWORD: 'hunter2', SESSION_SECRET: 'hunter3' })).not.toContain('hunter');
  });

  it('needs the session secret in production', () => {
    expect(refusal({ NODE_ENV: 'production' })).toContain('SESSION_SECRET is missing');
    expect(readEnvironment({ NODE_ENV: 'production', SESSION_SECRET: 's'.repeat(32) }).port).toBe(3000);
  });

  it('keeps the explorer of the API for admins in production, unless told otherwise', () => {
    const production = { NODE_ENV: 'production', SESSION_SECRET: 's'.repeat(32) };
    expect(readEnvironment(production).apiDocs).toBe('admin');
    expect(readEnvironment({ ...production, API_DOCS: 'off' }).apiDocs).toBe('off');
  });

  it.each([
    ...['999.1.1.1', '1.2.3', '::g', 'a_b', '-a', 'a..b', ' ', '127.0.0.1:80', 'http://here'].map((bad) => [
      'HOST',
      bad,
    ]),
    ...[
      'javascript:x',
      'ftp://a.example',
      'a.example',
      'https://',
      'https://a.example/path',
      'https://a.example?x',
    ].map((bad) => ['PUBLIC_URL', bad]),
    ...['https://u:p@a.example', 'https://a.example#x', 'data:text/html,x'].map((bad) => ['PUBLIC_URL', bad]),
  ])('refuses %s=%s in one line that names it', (name, bad) => {
    const line = refusal({ [name as string]: bad });
    expect(line).toContain(`${name} `);
    expect(line).not.toContain('\n');
  });

  it.each(['0.0.0.0', '::', '::1', '127.0.0.1', 'localhost', 'box-office.example.org', 'db1'])(
    'listens on %s',
    (HOST) => {
      expect(readEnvironment({ HOST }).host).toBe(HOST);
    },
  );

  it.each([
    ['https://tickets.example.org/', 'https://tickets.example.org'],
    ['HTTP://Tickets.example.org:8080', 'http://tickets.example.org:8080'],
  ])('reads PUBLIC_URL=%s as an origin', (PUBLIC_URL, read) => {
    expect(readEnvironment({ PUBLIC_URL }).publicUrl).toBe(read);
  });
});
