import { siteMessages } from './site-messages';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const STRANGE = 'àƀćđèƒĝĥìĵķļɱñòƥɋřşţùṽŵẋýźÀɃĆĐÈƑĜĤÌĴĶĻṀÑÒƤɊŘŞŢÙṼŴẊÝŹ';
/** The parts of a message that are no text: placeholders for values and elements, also as we write them in the source. */
const PLACE = /(\{\$?\w+\}|\[\w+\])/;
const PLURAL = /^([^{}]*)(\{\w+, plural, )(.*)(\})([^{}]*)$/s;
const FORM = /((?:=\d+|zero|one|two|few|many|other) \{)((?:[^{}]|\{[^{}]*\})*)(\})/g;

/** Writes with letters that no text in the code has, so that a text that was not translated can be recognised. */
export function strange(message: string): string {
  const plural = PLURAL.exec(message);
  if (plural) {
    const [, before = '', open = '', forms = '', close = '', after = ''] = plural;
    const written = forms.replace(FORM, (_, begin: string, text: string, end: string) => begin + strange(text) + end);
    return strange(before) + open + written + close + strange(after);
  }
  return message
    .split(PLACE)
    .map((part) =>
      PLACE.test(part) ? part : part.replace(/[a-z]/gi, (letter) => STRANGE[PLAIN.indexOf(letter)] ?? letter),
    )
    .join('');
}

/** The words of a language that nobody speaks: every message of the built site, in strange letters. */
export async function strangeWords(): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries([...(await siteMessages())].map(([id, text]) => [id, strange(text)]));
}
