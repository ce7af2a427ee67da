import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../harness/child';
import { newFolder, NODE, removeFolder, WORKSPACE } from '../harness/workspace';

/** The instructions of the image's last stage, those of the build left out. */
const STAGE =
  readFileSync(join(WORKSPACE, 'docker/Dockerfile'), 'utf8')
    .split(/^FROM .*$/m)
    .at(-1) ?? '';
const INSTALL = /^RUN (npm ci [^&\n]+)/;

describe('the files of the image', () => {
  const root = newFolder();
  const home = join(root, /^WORKDIR (\S+)$/m.exec(STAGE)?.[1] ?? '');
  const data = join(root, 'data');
  afterAll(() => removeFolder(root));

  /** Does what the image's build does: copies what was built, and installs what it needs. */
  beforeAll(() => {
    mkdirSync(home, { recursive: true });
    for (const line of STAGE.split('\n')) {
      const [, from, to] = /^COPY --from=build \/modex\/(\S+) (\S+)$/.exec(line) ?? [];
      if (from !== undefined && to !== undefined) cpSync(join(WORKSPACE, from), join(home, to), { recursive: true });
      const [, install] = INSTALL.exec(line) ?? [];
      if (install !== undefined) execFileSync('sh', ['-c', install], { cwd: home, stdio: 'pipe' });
    }
  }, 300_000);

  it('are installed as the image says', () => {
    expect(STAGE.split('\n').filter((line) => INSTALL.test(line))).toHaveLength(1);
    expect(existsSync(join(home, 'node_modules/fastify'))).toBe(true);
    expect(existsSync(join(home, 'node_modules/jest'))).toBe(false);
  });

  it('start API, site and embedded database, and back the data up', async () => {
    const server = new Child({
      args: ['--enable-source-maps', join(home, 'main.js')],
      env: {
        ...{ NODE_ENV: 'production', PORT: '0', DATA_DIR: data, SESSION_SECRET: 'a secret of at least 32 characters' },
        ...{ ADMIN_EMAIL: 'admin@example.org', ADMIN_PASSWORD: 'curtain-up-at-eight' },
      },
    });
    try {
      const address = await server.saying(/Modex is open\s+(\S+)/, 60_000);
      expect(await (await fetch(`${address}/health/ready`)).json()).toMatchObject({ status: 'ok' });
      expect((await fetch(`${address}/api/shows`)).status).toBe(200);
      expect(await (await fetch(address)).text()).toContain('<app-root');
      const copy = join(root, 'backup.db');
      const cli = join(home, 'node_modules/@modex/embedded-mongo/dist/cli.js');
      execFileSync(NODE, [cli, 'backup', '--path', join(data, 'database'), '--to', copy], { stdio: 'pipe' });
      expect(existsSync(copy)).toBe(true);
      expect(await server.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    } finally {
      await server.kill();
    }
  });
});
