import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../start/start-error';
import { readEnvironment } from './environment';
import { loadSecrets } from './secrets';

describe('the secrets', () => {
  let home: string;
  let dataDir: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'modex-secrets-'));
    dataDir = join(home, 'data');
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const load = (variables: NodeJS.ProcessEnv = {}) => loadSecrets(readEnvironment({ DATA_DIR: dataDir, ...variables }));
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

  it('are made up at the first start and kept', () => {
    const [first, second] = [load(), load()];
    expect(first.isNewAdmin).toBe(true);
    expect(second).toEqual({ ...first, isNewAdmin: false });
    expect(first.sessionSecret).toHaveLength(43);
    expect(first.admin.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  });

  it('are readable by their owner alone', () => {
    load();
    expect(readdirSync(dataDir).sort()).toEqual(['admin.json', 'session-secret']);
    for (const file of readdirSync(dataDir)) expect(modeOf(join(dataDir, file))).toBe('600');
    expect(modeOf(dataDir)).toBe('700');
  });

  it('are different in every deployment', () => {
    const one = load();
    rmSync(dataDir, { recursive: true });
    const other = load();
    expect(other.sessionSecret).not.toBe(one.sessionSecret);
    expect(other.admin.password).not.toBe(one.admin.password);
  });

  it('of the environment come first and are not written down', () => {
    const given = load({ ADMIN_PASSWORD: 'curtain up at eight', SESSION_SECRET: 's'.repeat(32) });
    expect(given).toEqual({
      sessionSecret: 's'.repeat(32),
      admin: { email: 'admin@modex.local', password: 'curtain up at eight' },
      adminFile: undefined,
      isNewAdmin: false,
    });
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('of another admin than the environment names stop the start in one line; with a password that one is taken', () => {
    load({ ADMIN_EMAIL: 'ada@müller.example' });
    expect(load({ ADMIN_EMAIL: 'ADA@xn--mller-kva.example' }).admin.email).toBe('ada@müller.example');
    const other = { ADMIN_EMAIL: 'grace@example.org' };
    expect(() => load(other)).toThrow(StartError);
    expect(() => load(other)).toThrow(/^ADMIN_EMAIL grace@example\.org .*admin\.json.*$/);
    const given = load({ ...other, ADMIN_PASSWORD: 'curtain up at eight' });
    expect(given.admin).toEqual({ email: 'grace@example.org', password: 'curtain up at eight' });
  });

  it('name the admin of the environment', () => {
    const { adminFile = '' } = load({ ADMIN_EMAIL: 'boss@example.org' });
    expect(JSON.parse(readFileSync(adminFile, 'utf8'))).toMatchObject({ email: 'boss@example.org' });
  });

  it.each([
    ['is a file', () => writeFileSync(dataDir, ''), /^DATA_DIR .+ cannot be used: /],
    ['lies in a file', () => (writeFileSync(dataDir, ''), void (dataDir = join(dataDir, 'inside'))), /^DATA_DIR /],
    ['has an empty secret', () => damage('session-secret', ''), /session-secret is damaged/],
    ['has half an admin', () => damage('admin.json', '{"email":'), /admin\.json is damaged/],
    ['has an admin of another kind', () => damage('admin.json', '[]'), /admin\.json is damaged/],
    [
      'has a folder in place of a file',
      () => mkdirSync(join(dataDir, 'admin.json'), { recursive: true }),
      /^DATA_DIR /,
    ],
  ])('say in one line that DATA_DIR %s', (_, spoil, line) => {
    spoil();
    const refused = (): unknown => load();
    expect(refused).toThrow(StartError);
    expect(refused).toThrow(line);
  });

  const damage = (file: string, text: string): void => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, file), text);
  };
});
