import { expect } from '@playwright/test';
import { PeoplePage } from '../pages/people-page';
import { linkIn, mailTo } from '../support/mailbox';
import { confirmation, emailOf, PASSWORD, sees, signedIn, SITE, Stage, WritingButton } from './stage';

/** Every button that writes on the page of people, and on those of links by mail. */
export const PEOPLE_BUTTONS: readonly WritingButton[] = [
  {
    name: 'invite somebody to work here',
    writes: ['inviteStaff'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await stage.page.goto('/admin/people');
      await new PeoplePage(stage.page).fill(emailOf(stage), 'Door');
      return stage.page.getByRole('button', { name: 'Invite', exact: true });
    },
    done: (stage) => sees(stage, 'it is shown only now'),
  },
  {
    name: 'make a new password for an admin',
    writes: ['renewStaffPassword'],
    ready: async (stage) => {
      const name = await anotherAdmin(stage);
      await stage.page
        .getByRole('button', { name: `New password for ${name}, ${emailOf(stage)}`, exact: true })
        .click();
      return confirmation(stage);
    },
    done: (stage) => sees(stage, 'it is shown only now'),
  },
  {
    name: 'remove an admin',
    writes: ['removeStaff'],
    ready: async (stage) => {
      const name = await anotherAdmin(stage);
      await stage.page.getByRole('button', { name: `Remove ${name}, ${emailOf(stage)}`, exact: true }).click();
      return confirmation(stage);
    },
    done: (stage) => sees(stage, 'works here no more.'),
  },
  {
    name: 'change a role',
    writes: ['changeStaffRole'],
    ready: async (stage) => {
      const name = await anotherAdmin(stage);
      const who = `${name}, ${emailOf(stage)}`;
      await stage.page.getByRole('combobox', { name: `Role of ${who}`, exact: true }).selectOption('Door');
      return stage.page.getByRole('button', { name: `Change the role of ${who}`, exact: true });
    },
    done: (stage) => sees(stage, 'has another role now: Door'),
  },
  {
    name: 'take an invitation back',
    writes: ['withdrawInvitation'],
    ready: async (stage) => {
      await invited(stage);
      await stage.page.goto('/admin/people');
      return stage.page.getByRole('button', { name: `Take back the invitation of ${emailOf(stage)}`, exact: true });
    },
    done: async (stage) => expect(new PeoplePage(stage.page).entry(emailOf(stage))).toHaveCount(0),
  },
  {
    name: 'accept an invitation',
    writes: ['acceptInvitation'],
    ready: async (stage) => {
      const path = await invited(stage);
      await stage.page.context().clearCookies();
      await stage.page.goto(path);
      await stage.page.getByLabel('Name').fill('Grace Hopper');
      await stage.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      return stage.page.getByRole('button', { name: 'Accept the invitation' });
    },
    done: ({ page }) => page.waitForURL('/admin'),
  },
  {
    name: 'ask for a link to a new password',
    writes: ['askPasswordReset'],
    ready: async (stage) => {
      await stage.page.goto('/account/forgot');
      await stage.page.getByLabel('E-mail').fill(emailOf(stage));
      return stage.page.getByRole('button', { name: 'Send the link' });
    },
    done: (stage) => sees(stage, 'Now look into your mail'),
  },
  {
    name: 'ask for a link to sign in',
    writes: ['askSignInLink'],
    ready: async (stage) => {
      await stage.page.goto('/account/link');
      await stage.page.getByLabel('E-mail').fill(emailOf(stage));
      return stage.page.getByRole('button', { name: 'Send me a link' });
    },
    done: (stage) => sees(stage, 'Now look into your mail'),
  },
  {
    name: 'set a new password by a link',
    writes: ['resetPassword'],
    ready: async (stage) => {
      await signedIn(stage, 'register');
      const data = { email: emailOf(stage) };
      await stage.page.request.post('/api/auth/password-resets', { data, headers: SITE });
      await stage.page.goto(linkIn(await mailTo(emailOf(stage), 'Set a new password')));
      await stage.page.getByRole('textbox', { name: 'New password' }).fill('the fat lady sings');
      return stage.page.getByRole('button', { name: 'Change the password' });
    },
    done: (stage) => sees(stage, 'Your password is changed'),
  },
  {
    name: 'confirm an e-mail',
    writes: ['proveEmail'],
    ready: async (stage) => {
      await withProof(stage);
      return stage.page.getByRole('button', { name: 'Confirm the e-mail' });
    },
    done: (stage) => sees(stage, 'your e-mail is confirmed'),
  },
  {
    name: 'sign in by a link',
    writes: ['signInByLink'],
    ready: async (stage) => {
      await withProof(stage);
      await stage.page.getByRole('button', { name: 'Confirm the e-mail' }).click();
      await sees(stage, 'your e-mail is confirmed');
      await stage.page.context().clearCookies();
      const data = { email: emailOf(stage) };
      await stage.page.request.post('/api/auth/sign-in-links', { data, headers: SITE });
      await stage.page.goto(linkIn(await mailTo(emailOf(stage), 'Your link to sign in')));
      return stage.page.getByRole('button', { name: 'Sign in now' });
    },
    done: ({ page }) => page.waitForURL('/bookings'),
  },
  {
    name: 'send the link to confirm an e-mail again',
    writes: ['askEmailProof'],
    ready: async (stage) => {
      await signedIn(stage, 'register');
      await stage.page.goto('/account');
      return stage.page.getByRole('button', { name: 'Send the link again' });
    },
    done: (stage) => sees(stage, 'Now look into your mail'),
  },
  {
    name: 'change the e-mail',
    writes: ['changeEmail'],
    ready: async (stage) => {
      await signedIn(stage, 'register');
      await stage.page.goto('/account');
      await stage.page.getByText('Change the e-mail').click();
      await stage.page.getByLabel('E-mail').fill(`new.${emailOf(stage)}`);
      await stage.page.getByLabel('Your password').fill(PASSWORD);
      return stage.page.getByRole('button', { name: 'Send the link', exact: true });
    },
    done: (stage) => sees(stage, 'Now look into your mail'),
  },
];

/** A new account, at the page that confirms its e-mail. */
async function withProof(stage: Stage): Promise<void> {
  await signedIn(stage, 'register');
  await stage.page.goto(linkIn(await mailTo(emailOf(stage), 'Please confirm your e-mail address')));
}

/** Somebody whom the admin, who is signed in, has invited. @returns the path of the link */
async function invited(stage: Stage): Promise<string> {
  await signedIn(stage, 'admin');
  const data = { email: emailOf(stage), role: 'OWNER' };
  const answer = await stage.page.request.post('/api/admin/people/invitations', { data, headers: SITE });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { path: string }).path;
}

/** Another admin, on the page of all of them. @returns the name */
async function anotherAdmin(stage: Stage): Promise<string> {
  const path = await invited(stage);
  const name = `Grace ${stage.number}`;
  // As a program, so that this browser stays the admin's.
  const person = { name, password: 'the show must go on', token: path.split('#')[1] };
  const came = await stage.page.request.post('/api/auth/invitations/use', { data: person });
  expect(came.status(), await came.text()).toBe(201);
  await stage.page.goto('/admin/people');
  return name;
}
