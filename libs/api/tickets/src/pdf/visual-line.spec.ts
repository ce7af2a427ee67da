import { isRightToLeft, visualRuns } from './visual-line';

const shown = (line: string) => visualRuns(line).map(({ text, isRightToLeft }) => (isRightToLeft ? `<${text}` : text));

describe('a line as it stands on paper', () => {
  it.each([
    ['Hamlet', ['Hamlet']],
    ['', []],
    ['שלום', ['<שלום']],
    // Logical: Hebrew, a Latin word in brackets, a year. On paper the year is on the left, and the brackets are turned.
    ['שלום (Hello) 2027', ['2027', ' (', 'Hello', '<שלום )']],
    ['Hello שלום 12', ['Hello ', '12', '<שלום ']],
    ['مرحبا Hamlet', ['Hamlet', '<مرحبا ']],
  ])('%s', (line, pieces) => {
    expect(shown(line)).toEqual(pieces);
  });

  it('begins where its first letter says', () => {
    expect(['Hello שלום', 'שלום Hello', '12 שלום', '12'].map(isRightToLeft)).toEqual([false, true, true, false]);
  });
});
