import { LIMITS } from '../limits';
import { DrawnRow, PlanDrawing } from './drawing';
import { Problems } from './plan-problem';

/** Tells of texts that are empty, too long, or have characters that cannot be shown. */
export function checkTexts(drawing: PlanDrawing, problems: Problems): void {
  const texts = new Texts(problems);
  texts.check('/name', 'The name of the plan', drawing.name, { max: LIMITS.planName, mayBeEmpty: false });
  texts.check('/venue', 'The venue', drawing.venue ?? undefined, { max: LIMITS.venue });
  texts.check('/words/row', 'The word for rows', drawing.words.row, { max: LIMITS.label });
  texts.check('/words/seat', 'The word for places', drawing.words.seat, { max: LIMITS.label });
  drawing.decorations.forEach(({ text }, at) =>
    texts.check(`/decorations/${at}/text/text`, 'The text of a drawing', text?.text, { max: LIMITS.planText }),
  );
  drawing.categories.forEach(({ name }, at) =>
    texts.check(`/categories/${at}/name`, 'The name of a category', name, { max: LIMITS.planName, mayBeEmpty: false }),
  );
  const alone = drawing.sections.length === 1;
  drawing.sections.forEach((section, at) => {
    const pointer = `/sections/${at}`;
    texts.check(`${pointer}/name`, 'The name of a section', section.name, { max: LIMITS.planName, mayBeEmpty: alone });
    if (section.kind === 'standing') {
      texts.check(`${pointer}/seatWord`, 'The word of a section', section.seatWord, { max: LIMITS.label });
    } else section.rows.forEach((row, r) => checkRowTexts(row, `${pointer}/rows/${r}`, texts));
  });
}

function checkRowTexts(row: DrawnRow, pointer: string, texts: Texts): void {
  texts.check(`${pointer}/label`, 'The label of a row', row.label, LABEL);
  texts.check(`${pointer}/word`, 'The word of a row', row.word, { max: LIMITS.label });
  texts.check(`${pointer}/seatWord`, 'The word of a row', row.seatWord, { max: LIMITS.label });
  row.places.forEach(({ label, tooltip }, p) => {
    // Of a hundred thousand places, few have anything but a short number or a letter.
    if (!/^\w{1,20}$/.test(label)) texts.check(`${pointer}/places/${p}/label`, 'The label of a place', label, LABEL);
    if (tooltip !== undefined) {
      texts.check(`${pointer}/places/${p}/tooltip`, 'The hint of a place', tooltip, { max: LIMITS.planText });
    }
  });
}

interface TextRule {
  readonly max: number;
  readonly mayBeEmpty?: boolean;
}

const LABEL: TextRule = { max: LIMITS.label, mayBeEmpty: false };

/** The one check of a text of a plan. */
class Texts {
  constructor(private readonly problems: Problems) {}

  check(at: string, what: string, text: string | undefined, { max, mayBeEmpty = true }: TextRule): void {
    if (text === undefined) return;
    if (!mayBeEmpty && text.trim() === '') this.problems.add('bad-text', at, `${what} must not be empty.`);
    else if ([...text].length > max) this.problems.add('bad-text', at, `${what} has at most ${max} characters.`);
    else if (/[\p{Cc}\p{Cs}\u{202A}-\u{202E}]/u.test(text)) {
      this.problems.add('bad-text', at, `${what} has characters that cannot be shown.`);
    }
  }
}
