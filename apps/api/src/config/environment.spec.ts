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
      dataDir: '.data',
      adminEmail: undefined,
      adminPassword: undefined,
      sessionSecret: undefined,
      publicUrl: undefined,
      logLevel: 'warn',
      leaseSeconds: 30,
      maxSeatsPerBooking: 10,
      demo: true,
    });
  });

  it('is read as typed values', () => {
    const variables = {
      PORT: '0',
      HOST: '0.0.0.0',
      ADMIN_EMAIL: 'Admin@Example.org',
      ADMIN_PASSWORD: 'x'.repeat(10),
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
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['PORT', '80.5'],
    ['MONGODB_URI', 'localhost:27017'],
    ['ADMIN_EMAIL', 'admin'],
    ['ADMIN_PASSWORD', 'too short'],
    ['SESSION_SECRET', 's'.repeat(31)],
    ['PUBLIC_URL', 'tickets.example.org'],
    ['LOG_LEVEL', 'loud'],
    ['LEASE_SECONDS', '0'],
    ['LEASE_SECONDS', '601'],
    ['MAX_SEATS_PER_BOOKING', '0'],
    ['MAX_SEATS_PER_BOOKING', '101'],
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
    expect(refusal({ NODE_ENV: 'production' })).toContain('SESSION_SECRET');
    expect(readEnvironment({ NODE_ENV: 'production', SESSION_SECRET: 's'.repeat(32) }).port).toBe(3000);
  });
});
