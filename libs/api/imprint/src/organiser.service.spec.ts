import { DomainError } from '@modex/domain';
import { startTestApi, TestApi } from '@modex/testing/imprint';
import { OrganiserService } from './organiser.service';

const BY = 'a'.repeat(24);
const FIELDS = {
  name: 'Theatre Street Players',
  ...{ address: null, email: null, imprintUrl: null, privacyUrl: null, termsUrl: null },
};

describe('who runs the venue', () => {
  let api: TestApi;
  let organiser: OrganiserService;
  beforeAll(async () => {
    api = await startTestApi();
    organiser = api.find(OrganiserService);
  });
  afterAll(() => api?.close());

  it('is written once by those who saw the same, and the others are told', async () => {
    const commands = ['One', 'Two', 'Three'].map((name) => ({ fields: { ...FIELDS, name }, version: 0, by: BY }));
    const outcomes = await Promise.allSettled(commands.map((command) => organiser.replace(command)));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toHaveLength(2);
    expect(refused.map((reason: DomainError) => reason.code)).toEqual(['organiser-changed', 'organiser-changed']);
    expect((await organiser.find()).version).toBe(1);
  });

  it('is read by everybody, and tells those who watch when it is written', async () => {
    let told = 0;
    organiser.watch(() => told++);
    const { version } = await organiser.find();
    await organiser.replace({ fields: FIELDS, version, by: BY });
    expect(told).toBe(1);
    const { status, body, headers } = await api.get('/api/organiser');
    expect([status, body]).toEqual([200, { ...FIELDS, version: version + 1 }]);
    expect(headers['etag']).toBeDefined();
  });
});
