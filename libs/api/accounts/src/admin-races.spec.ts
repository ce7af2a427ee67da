import { Controller, Get, Module } from '@nestjs/common';
import { Access } from '@modex/api-core';
import { before, loseAnswer } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/accounts';
import { Invitations } from './invitations.service';
import { StaffAccounts } from './staff-accounts';
import { SessionRepository } from './session/session.repository';
import { UserRepository } from './user.repository';

@Controller('staff')
class StaffController {
  @Get()
  @Access('people.manage.any')
  enter(): object {
    return {};
  }
}

@Module({ controllers: [StaffController] })
class StaffModule {}

const PASSWORD = 'curtain up at eight';

describe('admins at the same moment', () => {
  let api: TestApi;
  let boss: SignedInUser;
  let people = 0;
  beforeAll(async () => {
    api = await startTestApi({ imports: [StaffModule] });
    boss = await api.admin();
  });
  afterAll(() => api?.close());

  const newEmail = () => `race${++people}@example.org`;
  const admins = () => api.find(StaffAccounts);
  const by = ({ userId } = boss) => ({ userId, address: '127.0.0.1' });
  const login = (email: string, password: string) => api.post('/api/auth/login', { body: { email, password } });
  const another = () => api.staff();
  const remove = (userId: string, who = boss) => admins().remove(userId, by(who));
  const mayIn = async ({ token }: { token: string }) => (await api.get('/api/staff', { token })).status;
  const owners = () => api.stored('users').find({ role: 'OWNER' }).toArray();

  it('who all remove each other leave the admin of the environment', async () => {
    const all = [boss, await another(), await another(), await another()];
    const tries = all.flatMap((by) => all.map(({ userId }) => remove(userId, by)));
    await Promise.allSettled(tries);
    expect((await owners()).map(({ _id }) => String(_id))).toEqual([boss.userId]);
    expect(await mayIn(boss)).toBe(200);
  });

  it('who remove each other when both were let in are both removed, and one stays', async () => {
    const [ada, bob] = [await another(), await another()];
    before(api.find(UserRepository), 'changeRole', () => remove(ada.userId, bob));
    await remove(bob.userId, ada);
    expect([await mayIn(ada), await mayIn(bob), await mayIn(boss)]).toEqual([401, 401, 200]);
  });

  it('who invite the same person let one in: the later invitation, once', async () => {
    const email = newEmail();
    const invite = async () => {
      const { path } = await api.find(Invitations).invite({ email, role: 'DOOR' }, { ...by(), token: boss.token });
      return path.split('#')[1];
    };
    const accept = async (token: string | undefined) => {
      const body = { token, name: 'Grace', password: PASSWORD };
      return (await api.post('/api/auth/invitations/use', { body })).status;
    };
    const [first, second] = [await invite(), await invite()];
    const answers = await Promise.all([accept(first), accept(second), accept(second)]);
    expect(answers.sort()).toEqual([201, 404, 409]);
    expect(await api.stored('users').countDocuments({ email })).toBe(1);
  });

  it('who invite somebody are heard no more when they are removed before that person comes', async () => {
    const ada = await another();
    const invited = { email: newEmail(), role: 'OWNER' as const };
    const { path } = await api.find(Invitations).invite(invited, { ...by(ada), token: ada.token });
    await remove(ada.userId);
    const body = { token: path.split('#')[1], name: 'Grace', password: PASSWORD };
    expect((await api.post('/api/auth/invitations/use', { body })).body.code).toBe('unknown-link');
  });

  it('who give the same person another role at once: the first counts, and the other sees it', async () => {
    const ada = await another();
    before(api.find(UserRepository), 'changeRole', () => admins().changeRole(ada.userId, 'DOOR', by()));
    await admins().changeRole(ada.userId, 'BOX_OFFICE', by());
    expect((await api.find(UserRepository).findById(ada.userId))?.role).toBe('DOOR');
    expect(await mayIn(ada)).toBe(401);
  });

  it('of whom one makes a password for another who is being removed make none', async () => {
    const ada = await another();
    before(api.find(UserRepository), 'changeStaffPassword', () => remove(ada.userId));
    await expect(admins().renewPassword(ada.userId, by())).rejects.toMatchObject({ code: 'unknown-user' });
    expect((await login(ada.email, ada.password)).status).toBe(200);
  });

  it.each([
    ['the change', UserRepository, 'changeRole'],
    ['the end of the sessions', SessionRepository, 'closeAllOf'],
  ] as const)('are out although the answer to %s was lost, and out after another try', async (_, port, method) => {
    const ada = await another();
    loseAnswer(api.find<object>(port), method as never);
    await expect(remove(ada.userId)).rejects.toThrow('connection reset');
    expect([401, 403]).toContain(await mayIn(ada));
    await remove(ada.userId);
    expect([401, 403]).toContain(await mayIn(ada));
  });

  it('of whom one signs in while being removed is out', async () => {
    const { userId, email, password } = await another();
    before(api.find(SessionRepository), 'open', () => remove(userId));
    const { token } = (await login(email, password)).body;
    expect(await mayIn({ token })).toBe(403);
  });

  it('of whom one signs in with a password that another replaces meanwhile is not let in', async () => {
    const { userId, email, password } = await another();
    before(api.find(SessionRepository), 'open', () => admins().renewPassword(userId, by()));
    const { status, body } = await login(email, password);
    expect([status, body.code, body.token]).toEqual([401, 'invalid-credentials', undefined]);
    expect(await api.stored('sessions').countDocuments({ user_id: api.objectId(userId) })).toBe(0);
  });
});
