import { SellPage } from '../pages/sell-page';
import { confirmation, sees, showInAdmin, signedIn, withBooking, WritingButton } from './stage';

/** Every button that writes at the counter. */
export const COUNTER_BUTTONS: readonly WritingButton[] = [
  {
    name: 'take money for a booking',
    writes: ['takeMoney'],
    ready: async (stage) => {
      const prices = { currency: 'EUR', categories: [{ category: 'all', amount: 4_500 }] };
      const { bookingId } = await withBooking(stage, ['A1'], { prices });
      await signedIn(stage, 'admin');
      await stage.page.goto(`/admin/bookings/${bookingId}`);
      return stage.page.getByRole('button', { name: 'Take €45.00' });
    },
    done: (stage) => sees(stage, '€45.00 taken.'),
  },
  {
    name: 'release what nobody collected',
    writes: ['releaseUncollected'],
    ready: async (stage) => {
      const prices = { currency: 'EUR', categories: [{ category: 'all', amount: 4_500 }] };
      await signedIn(stage, 'admin');
      const title = `Nobody Came ${stage.number}`;
      const played = await stage.boxOffice.putOn({ title, rows: 2, seatsPerRow: 6, prices });
      await stage.boxOffice.sell(played, ['A1']);
      await stage.page.goto(`/admin/shows/${played.id}`);
      await stage.page.getByRole('button', { name: 'Release uncollected seats' }).click();
      return confirmation(stage);
    },
    done: (stage) => sees(stage, '1 seat is on sale.'),
  },
  {
    name: 'sell seats to a customer at the counter',
    writes: ['nameCustomer', 'bookSeats'],
    ready: async (stage) => {
      await signedIn(stage, 'admin');
      await showInAdmin(stage, true, '/sell');
      const counter = new SellPage(stage.page);
      await counter.arrived();
      await counter.choose('Row A, seat 1');
      await stage.page.getByLabel('Name').fill('Grace Hopper');
      return stage.page.getByRole('button', { name: /^(Book 1 seat|Booking…|Choose seats)$/ });
    },
    done: (stage) => sees(stage, 'Booked'),
  },
];
