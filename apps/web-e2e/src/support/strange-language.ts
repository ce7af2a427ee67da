import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const BUILT = resolve(__dirname, '../../../../dist/apps/web/browser');
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
  const { MessageExtractor } = await import('@angular/localize/tools');
  const { ConsoleLogger, LogLevel, NodeJSFileSystem } = await import('@angular/compiler-cli');
  const files = new NodeJSFileSystem();
  const extractor = new MessageExtractor(files, new ConsoleLogger(LogLevel.warn), {
    basePath: files.resolve(BUILT),
    useSourceMaps: false,
  });
  const scripts = readdirSync(BUILT).filter(
    (name) => name.endsWith('.js') && readFileSync(resolve(BUILT, name), 'utf8').includes('$localize'),
  );
  const messages = scripts.flatMap((name) => extractor.extractMessages(name));
  return Object.fromEntries(messages.map(({ id, text }) => [id, strange(text)]));
}
