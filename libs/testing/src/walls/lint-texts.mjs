// Lints texts as if they stood at these paths, with the project graph that the boundary rule needs.
// stdin: [{ path, code }]; stdout: for each text the list of { ruleId, messageId, message }.
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const texts = JSON.parse(await text(process.stdin));
// Without a graph the rule reports nothing, whatever is imported.
await createProjectGraphAsync({ exitOnError: false });
const eslint = new ESLint();
// A file that is not there is in no project, so that nothing is known of its types.
const withoutTypes = new ESLint({ overrideConfig: { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked } });
const found = [];
for (const { path, code } of texts) {
  const [result] = await (existsSync(path) ? eslint : withoutTypes).lintText(code, { filePath: path });
  found.push(result.messages.map(({ ruleId, messageId, message }) => ({ ruleId, messageId, message })));
}
process.stdout.write(JSON.stringify(found), () => process.exit());
