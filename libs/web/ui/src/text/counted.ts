const FORMS = /\{\w+, plural, ((?:(?:=\d+|zero|one|two|few|many|other) \{[^{}]*\} ?)+)\}/;
const FORM = /(=\d+|\w+) \{([^{}]*)\}/g;

/**
 * A text of the code that depends on a number, as templates write it: `counted(seats, $localize`{n, plural, =1 {1 seat}
 * other {${seats}:seats: seats}}`)`. It is one message with all its forms, because languages have one to six of them.
 */
export function counted(count: number, forms: string): string {
  return forms.replace(FORMS, (_, listed: string) => {
    const texts = new Map([...listed.matchAll(FORM)].map(([, form, text]) => [form, text]));
    return texts.get(`=${count}`) ?? texts.get(pluralForm(count)) ?? texts.get('other') ?? '';
  });
}

function pluralForm(count: number): string {
  return new Intl.PluralRules($localize.locale ?? 'en').select(count);
}
