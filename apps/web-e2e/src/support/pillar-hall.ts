import { BoxOffice, MadeShow } from './box-office';

const TABLE = ['section,row,seat,category,x,y', ...[1, 2, 3, 4].map((seat) => `,A,${seat},All,${seat * 60},300`), ''];

/**
 * Puts a show on in the first version of a hall with one row of four seats. In the second version the third seat has made
 * room for a pillar, and a fifth one stands at the end of the row.
 */
export async function putOnBesidePillar(boxOffice: BoxOffice, title: string): Promise<MadeShow> {
  const { planId, layout } = await boxOffice.drawPlan('Hall with a pillar', TABLE.join('\n'));
  const played = await boxOffice.create({ title, planId, planVersion: 1 });
  const place = { number: 4, label: '5', x: 300, y: 0, category: layout.categories[0]?.key };
  await boxOffice.redraw(planId, [
    { op: 'remove', path: '/sections/0/rows/0/places/2' },
    { op: 'add', path: '/sections/0/rows/0/places/-', value: place },
  ]);
  return played;
}
