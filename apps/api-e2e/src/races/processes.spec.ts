import { raceThroughProcessKills } from './process-kills';

describe('one of two processes that is killed under load', () => {
  it('is started again; the other goes on, and no booking that was answered is lost', async () => {
    const result = await raceThroughProcessKills({}, { crashes: 4, clients: 40 });
    process.stdout.write(`${JSON.stringify(result)}\n`);
    expect(result).toMatchObject({ violations: [] });
  });
});
