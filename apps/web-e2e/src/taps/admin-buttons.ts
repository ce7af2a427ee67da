import { expect } from '@playwright/test';
import { AdminPages } from '../pages/admin-pages';
import { SeatBlocksPanel } from '../pages/seat-blocks-panel';
import { MailsPage } from '../pages/mails-page';
import { putOnBesidePillar } from '../support/pillar-hall';
import { COUNTER_BUTTONS } from './counter-buttons';
import { PLAN_BUTTONS } from './plan-buttons';
import { confirmation, showInAdmin, sees, signedIn, SITE, Stage, withBooking, WritingButton } from './stage';

/** Every button that writes in the admin area. */
export const ADMIN_BUTTONS: readonly WritingButton[] = [
  {
    name: 'save a show as a draft',
    writes: ['createShow'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await stage.page.goto('/admin');
      await new AdminPages(stage.page).plan(`Drafted ${stage.number}`, 2, 6);
      return stage.page.getByRole('button', { name: 'Save as draft' });
    },
    done: (stage) => sees(stage, /Saved as a draft/),
  },
  {
    name: 'create and publish a show',
    writes: ['createShow'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await stage.page.goto('/admin');
      await new AdminPages(stage.page).plan(`On Sale ${stage.number}`, 2, 6);
      return stage.page.getByRole('button', { name: 'Create and publish' });
    },
    done: (stage) => sees(stage, /The show is on sale/),
  },
  {
    name: 'put a show on again at another date',
    writes: ['createShow'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await showInAdmin(stage, true, '/dates');
      await stage.page.getByLabel('Date and time').fill('2031-05-17T19:30');
      await stage.page.getByRole('button', { name: 'Add to the list' }).click();
      return stage.page.getByRole('button', { name: /^(Create 1 show|Creating…|Create 0 shows)$/ });
    },
    done: (stage) => sees(stage, '1 of 1 shows are made.'),
  },
  {
    name: 'publish a draft',
    writes: ['publishShow'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await showInAdmin(stage, false);
      return stage.page.getByRole('button', { name: 'Publish', exact: true });
    },
    done: (stage) => sees(stage, /The show is on sale/),
  },
  {
    name: 'cancel a show',
    writes: ['cancelShow'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await showInAdmin(stage, true);
      await stage.page.getByRole('button', { name: 'Cancel show' }).click();
      return confirmation(stage);
    },
    done: (stage) => sees(stage, /The show is cancelled/),
  },
  {
    name: 'switch the plan of a show',
    writes: ['switchPlan'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      const { id } = await putOnBesidePillar(stage.boxOffice, `Switched ${stage.number}`);
      await stage.page.goto(`/admin/shows/${id}/plan`);
      return stage.page.getByRole('button', { name: 'Switch to version 2' });
    },
    done: (stage) => sees(stage, 'The show is in version 2 of its plan.'),
  },
  {
    name: 'block a seat',
    writes: ['blockSeats'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await showInAdmin(stage, true);
      await new SeatBlocksPanel(stage.page).choose('Row A, seat 1, free');
      return stage.page.getByRole('button', { name: 'Block 1 seat' });
    },
    done: (stage) => sees(stage, '1 seat is blocked.'),
  },
  {
    name: 'release a blocked seat',
    writes: ['releaseSeats'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      const showId = await showInAdmin(stage, true);
      const [seatId] = await stage.boxOffice.seatIds({ id: showId, title: '', startTime: '' }, ['A1']);
      const data = { seatIds: [seatId], reason: 'house' };
      const answer = await stage.page.request.post(`/api/admin/shows/${showId}/seats/block`, { data, headers: SITE });
      expect(answer.status(), await answer.text()).toBe(200);
      await new SeatBlocksPanel(stage.page).choose('Row A, seat 1, blocked');
      return stage.page.getByRole('button', { name: 'Release 1 seat' });
    },
    done: (stage) => sees(stage, '1 seat is on sale.'),
  },
  {
    name: 'audit',
    writes: ['runAudit'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await stage.page.goto('/admin/audit');
      return stage.page.getByRole('button', { name: 'Audit now' });
    },
    done: async ({ page }) => expect(page.getByRole('button', { name: 'Audit now' })).toBeEnabled(),
  },
  {
    name: 'save what was edited of a show',
    writes: ['editShow'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await showInAdmin(stage, true, '/edit');
      await stage.page.getByLabel('Title').fill(`Of Another Name ${stage.number}`);
      return stage.page.getByRole('button', { name: 'Save', exact: true });
    },
    done: async (stage) => {
      await expect(stage.page).toHaveURL(/\/admin\/shows\/[0-9a-f]{24}$/);
      await sees(stage, `Of Another Name ${stage.number}`);
    },
  },
  {
    name: 'delete a draft',
    writes: ['deleteDraft'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await showInAdmin(stage, false);
      await stage.page.getByRole('button', { name: 'Delete draft' }).click();
      return confirmation(stage);
    },
    done: async ({ page }) => expect(page).toHaveURL(/\/admin$/),
  },
  {
    name: "cancel a customer's booking",
    writes: ['cancelCustomersBooking'],
    ready: async (stage) => {
      const { bookingId } = await withBooking(stage);
      await signedIn(stage, 'admin');
      await stage.page.goto(`/admin/bookings/${bookingId}`);
      await stage.page.getByRole('button', { name: 'Cancel booking' }).click();
      return confirmation(stage);
    },
    done: (stage) => sees(stage, 'The booking is cancelled.'),
  },
  {
    name: "cancel a seat of a customer's booking",
    writes: ['cancelCustomersBooking'],
    ready: async (stage) => {
      const { bookingId } = await withBooking(stage, ['A1', 'A2']);
      await signedIn(stage, 'admin');
      await stage.page.goto(`/admin/bookings/${bookingId}`);
      await stage.page.getByRole('button', { name: 'Cancel some seats' }).click();
      await stage.page.getByRole('checkbox').first().check();
      await stage.page.getByRole('button', { name: 'Cancel 1 seat' }).click();
      return confirmation(stage);
    },
    done: (stage) => sees(stage, /1 seat is cancelled/),
  },
  {
    name: 'send a mail again',
    writes: ['sendMail'],
    ready: async (stage) => {
      const { bookingId } = await withBooking(stage);
      await signedIn(stage, 'admin');
      const mails = new MailsPage(stage.page);
      await mails.open(bookingId);
      await mails.becomes('Sent');
      await stage.page.getByRole('button', { name: /^Send again/ }).click();
      return confirmation(stage);
    },
    done: (stage) => sees(stage, 'The mail is on its way.'),
  },
  {
    name: 'save who runs the venue',
    writes: ['setOrganiser'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await stage.page.goto('/admin/organiser');
      await stage.page.getByLabel('Name').fill(`Players ${stage.number}`);
      return stage.page.getByRole('button', { name: 'Save', exact: true });
    },
    done: (stage) => sees(stage, 'Everybody sees it as soon as they open a page anew.'),
  },
  {
    name: 'let somebody in from the list',
    writes: ['admit'],
    ready: async (stage) => {
      await atTheDoor(stage);
      return stage.page.getByRole('button', { name: /^Let in: / });
    },
    done: (stage) => sees(stage, '1 of 1 in'),
  },
  {
    name: 'let somebody in with a typed code',
    writes: ['admit'],
    ready: async (stage) => {
      await stage.page.getByLabel('Code, name or seat').fill(await atTheDoor(stage));
      return stage.page.getByRole('button', { name: 'Check' });
    },
    done: (stage) => sees(stage, '1 of 1 in'),
  },
  {
    name: 'take the last entry back',
    writes: ['undoEntry'],
    ready: async (stage) => {
      await atTheDoor(stage);
      await stage.page.getByRole('button', { name: /^Let in: / }).click();
      return stage.page.getByRole('button', { name: 'Undo: not in' });
    },
    done: (stage) => sees(stage, '0 of 1 in'),
  },
  {
    name: 'take an entry of the list back',
    writes: ['undoEntry'],
    ready: async (stage) => {
      await atTheDoor(stage);
      await stage.page.getByRole('button', { name: /^Let in: / }).click();
      return stage.page.getByRole('button', { name: /^Undo the entry: / });
    },
    done: (stage) => sees(stage, '0 of 1 in'),
  },
  ...COUNTER_BUTTONS,
  ...PLAN_BUTTONS,
];

/** The door of a show of which one seat is booked. @returns the code of its ticket */
async function atTheDoor(stage: Stage): Promise<string> {
  const address = `/api/bookings/${(await withBooking(stage)).bookingId}`;
  const { show }: { show: { id: string } } = await (await stage.page.request.get(address)).json();
  const { tickets }: { tickets: { code: string }[] } = await (
    await stage.page.request.get(`${address}/tickets`)
  ).json();
  await signedIn(stage, 'admin');
  await stage.page.goto(`/admin/shows/${show.id}/door`);
  return tickets[0]?.code ?? '';
}
