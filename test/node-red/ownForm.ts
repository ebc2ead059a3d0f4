/**
 * The form and the words of a service that a test declares itself.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AnyService } from '../../node-red/editor/declarations.mts';
import { serviceCatalogue, serviceHelp } from '../../node-red/editor/locales.mts';
import { serviceHtml } from '../../node-red/editor/serviceHtml.mts';
import { inProject } from '../../scripts/project.mts';
import type { Service } from '../../src/core';
import { readEditorFile, type EditorFile, type Surroundings } from './editorFile';
import { temporaryFolder } from './temporaryFolder';

const script = (name: string): string => readFileSync(inProject('node-red', 'editor', name), 'utf8');

/** Call at the top of a test file. */
export const useForm = (service: Service) => {
  const declared = service as AnyService;
  const file = path.join(temporaryFolder(), 'own.html');
  writeFileSync(file, serviceHtml(declared, script('rows.js') + script('serviceForm.js')));
  return {
    /** With one operation chosen. */
    open: (operation: string, chosen: Surroundings['chosen'] = {}): EditorFile =>
      readEditorFile(file, [operation], { chosen }),
    words: (language: 'en' | 'nb'): any => Object.values(serviceCatalogue(declared, language))[0],
    help: (language: 'en' | 'nb'): string => serviceHelp(declared, language),
  };
};
