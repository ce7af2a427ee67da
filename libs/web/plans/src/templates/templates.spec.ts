import { placeCount, planProblems } from '@modex/domain';
import { TEMPLATES, templateDrawing } from './templates';

const PLACES = { theatre: 304, cinema: 144, arena: 826, cabaret: 72, classroom: 30 };

describe('the templates of plans', () => {
  it.each(TEMPLATES)('%s has no problem, and as many places as it says', (template) => {
    const drawing = templateDrawing(template, 'Hall');
    expect(planProblems(drawing)).toEqual([]);
    expect(placeCount(drawing)).toBe(PLACES[template]);
    expect(drawing.nextNumber).toBe(PLACES[template]);
  });

  it('count the rows of a classroom from the back, and letter its seats', () => {
    const [room] = templateDrawing('classroom', 'Room 2.14').sections;
    const rows = room?.kind === 'seats' ? room.rows : [];
    expect(rows.map(({ label }) => label)).toEqual(['5', '4', '3', '2', '1']);
    expect(rows[0]?.places.map(({ label }) => label).join('')).toBe('ABCDEF');
  });
});
