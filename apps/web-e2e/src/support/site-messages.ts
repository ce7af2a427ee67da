import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const BUILT = resolve(__dirname, '../../../../dist/apps/web/browser');

/** Every message of the built site: its English text by its id. */
export async function siteMessages(): Promise<ReadonlyMap<string, string>> {
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
  return new Map(scripts.flatMap((name) => extractor.extractMessages(name)).map(({ id, text }) => [id, text]));
}
