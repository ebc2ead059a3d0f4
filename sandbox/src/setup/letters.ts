import { nextSteps } from './nextSteps.js';
import type { Language, SetupOrder } from './order.js';
import { altinnDelegation } from './steps/altinn.js';
import { digdirKrr, maskinportenClient } from './steps/digdir.js';
import { fiksIntegration } from './steps/fiksIntegration.js';
import { ksDigitalScope } from './steps/ksDigital.js';
import { folkeregisterRole, svarutAccount, vehicleRegister } from './steps/registers.js';
import { paragraphs, type Step } from './steps/step.js';

export interface Letter {
  readonly file: string;
  readonly title: string;
  /** The e-mail address, where it is the same for everyone. */
  readonly to?: string;
  /** Absent for the checklist, which is sent to nobody. */
  readonly subject?: string;
  readonly text: string;
  /** The placeholders that somebody must fill in first. */
  readonly open: readonly string[];
}

/** In the order they are done. */
const STEPS: readonly Step[] = [
  ksDigitalScope,
  digdirKrr,
  altinnDelegation,
  maskinportenClient,
  folkeregisterRole,
  svarutAccount,
  vehicleRegister,
  fiksIntegration,
];

/** A box to tick is empty; a placeholder never is. */
const placeholdersIn = (text: string): readonly string[] => [...new Set(text.match(/\[[^\]\s][^\]]*\]/g))];

const letterOf = (step: Step, number: number, order: SetupOrder): Letter => {
  const subject = step.subject(order);
  const text = `${paragraphs(
    'Hei,',
    step.body(order),
    `Hilsen\n[navn og rolle]\n[telefon og e-post]\n${order.organisation.name}`,
  )}\n`;
  return {
    file: `${String(number).padStart(2, '0')}-${step.name}.txt`,
    title: step.title[order.language],
    ...(step.to !== undefined && { to: step.to }),
    subject,
    text,
    open: placeholdersIn(subject + text),
  };
};

const CHECKLIST_TITLE: Readonly<Record<Language, string>> = { nb: 'Neste steg', en: 'Next steps' };

/** The letters that an order needs, in the order they are sent, and last the checklist that ties them together. */
export const lettersFor = (order: SetupOrder): readonly Letter[] => {
  const steps = STEPS.filter((step) => step.isNeeded(order));
  const letters = steps.map((step, index) => letterOf(step, index + 1, order));
  const text = nextSteps(order, steps);
  return [
    ...letters,
    { file: 'next-steps.md', title: CHECKLIST_TITLE[order.language], text, open: placeholdersIn(text) },
  ];
};

/** As it stands in its file: an e-mail with its head, or the checklist. */
export const fileText = ({ to, subject, text }: Letter): string =>
  subject === undefined ? text : `${to === undefined ? '' : `Til: ${to}\n`}Emne: ${subject}\n\n${text}`;
