/**
 * The language a person wants from public bodies (fact sheet krr §4: `spraak`), and the one to write in.
 */
export type TemplateLanguage = 'nb' | 'nn' | 'en';

const TEMPLATES: readonly TemplateLanguage[] = ['nb', 'nn', 'en'];

/**
 * Always one of three, so that every flow has a template for it: Northern Sami (`se`), a language to come, and no word about
 * language become bokmål.
 */
export const templateFor = (language: string | undefined): TemplateLanguage =>
  TEMPLATES.find((one) => one === language?.toLowerCase()) ?? 'nb';
