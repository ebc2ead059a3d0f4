/**
 * Lints texts as if they stood in the files named beside them: [{ filePath, text }] on standard input, the messages of
 * each on standard output. A program of its own, because ESLint loads its configuration in a way jest does not allow.
 */
import { json } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({
  // The files do not exist, so nothing can be known about the types in them.
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

const lint = async ({ filePath, text }) => {
  const [result] = await eslint.lintText(text, { filePath });
  return result.messages;
};

process.stdout.write(JSON.stringify(await Promise.all((await json(process.stdin)).map(lint))));
