import { Action, can, hasPermission, isStaff, Permission, PERMISSIONS, ROLES } from './permissions';

describe('the table of permissions', () => {
  const of = (permission: Permission) => ROLES.filter((role) => hasPermission(role, permission));

  it.each<[Permission, string]>([
    ['booking.make.own', 'OWNER BOX_OFFICE DOOR CUSTOMER GUEST'],
    ['booking.make.any', 'OWNER BOX_OFFICE'],
    ['booking.read.own', 'OWNER BOX_OFFICE DOOR CUSTOMER GUEST'],
    ['booking.read.any', 'OWNER BOX_OFFICE DOOR'],
    ['booking.cancel.own', 'OWNER BOX_OFFICE DOOR CUSTOMER GUEST'],
    ['booking.cancel.any', 'OWNER BOX_OFFICE'],
    ['show.read.any', 'OWNER BOX_OFFICE DOOR'],
    ['show.manage.any', 'OWNER'],
    ['plan.manage.any', 'OWNER'],
    ['seat.block.any', 'OWNER BOX_OFFICE'],
    ['ledger.read.any', 'OWNER BOX_OFFICE'],
    ['audit.read.any', 'OWNER'],
    ['audit.run.any', 'OWNER'],
    ['activity.read.any', 'OWNER'],
    ['mail.read.any', 'OWNER BOX_OFFICE'],
    ['mail.send.any', 'OWNER BOX_OFFICE'],
    ['people.manage.any', 'OWNER'],
    ['organiser.manage.any', 'OWNER'],
    ['docs.read.any', 'OWNER'],
  ])('gives %s to %s', (permission, roles) => expect(of(permission).join(' ')).toBe(roles));

  it('says who works for the venue', () => {
    expect(ROLES.filter(isStaff)).toEqual(['OWNER', 'BOX_OFFICE', 'DOOR']);
  });
});

describe('whoever asks', () => {
  const deeds = [...new Set(PERMISSIONS.map((permission) => permission.split('.').slice(0, 2).join('.') as Action))];

  it.each(deeds)('may %s to his own by either permission, and to others’ by that for anybody’s alone', (action) => {
    for (const role of ROLES) {
      const actor = { userId: 'me', role };
      const [own, any] = [`${action}.own`, `${action}.any`].map(
        (name) => PERMISSIONS.includes(name as Permission) && hasPermission(role, name as Permission),
      );
      expect(can(actor, action, { userId: 'me' })).toBe(Boolean(own) || Boolean(any));
      expect(can(actor, action, { userId: 'somebody else' })).toBe(any);
      expect(can(actor, action)).toBe(any);
    }
  });
});
