import { isOrganisationNumber } from '../identifiers.js';
import { isKeyId, type SetupAnswers } from './answers.js';
import { ENVIRONMENTS, PARTIES, SERVICES, type Text } from './order.js';

/** Asks one question on the terminal and gives what was typed. */
export type Ask = (question: string) => Promise<string>;

interface Question {
  readonly name: keyof SetupAnswers;
  readonly text: Text;
  readonly isAsked: (answers: SetupAnswers) => boolean;
  /** What was typed, as an answer; undefined when it cannot be one. */
  readonly read: (typed: string) => SetupAnswers[keyof SetupAnswers];
}

const always = (): boolean => true;
const ofSupplier = (answers: SetupAnswers): boolean => answers.for === 'supplier';

/** The start of a choice is enough, when no other begins so. */
const choice =
  <T extends string>(all: readonly T[]) =>
  (typed: string): T | undefined => {
    const [found, another] = all.filter((name) => name.startsWith(typed.toLowerCase()));
    return another === undefined ? found : undefined;
  };

const choices =
  <T extends string>(all: readonly T[]) =>
  (typed: string): readonly T[] | undefined => {
    const chosen = (typed.match(/[^\s,]+/g) ?? []).map(choice(all));
    return chosen.length > 0 && chosen.every((name) => name !== undefined) ? chosen : undefined;
  };

const text = (typed: string): string => typed;
const organisationNumber = (typed: string): string | undefined =>
  isOrganisationNumber(typed.replaceAll(/\s/g, '')) ? typed : undefined;

const keyId = (typed: string): string | undefined => (isKeyId(typed) ? typed : undefined);

const QUESTIONS: readonly Question[] = [
  {
    name: 'for',
    text: {
      nb: 'Hvem eier Maskinporten-klienten: municipality (kommunen, Enter) eller supplier (leverandøren)?',
      en: 'Who owns the Maskinporten client: municipality (Enter) or supplier?',
    },
    isAsked: always,
    read: choice(PARTIES),
  },
  {
    name: 'organisation',
    text: { nb: 'Navnet på den organisasjonen?', en: 'The name of that organisation?' },
    isAsked: always,
    read: text,
  },
  {
    name: 'organisationNumber',
    text: { nb: 'Organisasjonsnummeret, ni sifre?', en: 'Its organisation number, nine digits?' },
    isAsked: always,
    read: organisationNumber,
  },
  {
    name: 'municipality',
    text: { nb: 'Navnet på kommunen dere er leverandør for?', en: 'The name of the municipality you supply?' },
    isAsked: ofSupplier,
    read: text,
  },
  {
    name: 'municipalityNumber',
    text: { nb: 'Kommunens organisasjonsnummer?', en: 'Its organisation number?' },
    isAsked: ofSupplier,
    read: organisationNumber,
  },
  {
    name: 'services',
    text: {
      nb: `Hvilke tjenester (Enter for alle): ${SERVICES.join(', ')}?`,
      en: `Which services (Enter for all): ${SERVICES.join(', ')}?`,
    },
    isAsked: always,
    read: choices(SERVICES),
  },
  {
    name: 'environment',
    text: {
      nb: 'Hvilket miljø: test (Enter) eller production?',
      en: 'Which environment: test (Enter) or production?',
    },
    isAsked: always,
    read: choice(ENVIRONMENTS),
  },
  {
    name: 'keyId',
    text: {
      nb: 'Nøkkel-id, som eksempel-n8n-2027 (Enter for nøkkelens fingeravtrykk)?',
      en: "Key id, such as eksempel-n8n-2027 (Enter for the key's thumbprint)?",
    },
    isAsked: always,
    read: keyId,
  },
];

const AGAIN: Text = {
  nb: 'Det går ikke. Prøv igjen, eller bare Enter.',
  en: 'That cannot be. Try again, or just Enter.',
};

/** Asks for every answer that is missing. Enter alone leaves it open. */
export const askForMissing = async (given: SetupAnswers, ask: Ask): Promise<SetupAnswers> => {
  const language = given.language ?? 'nb';
  let answers = given;
  for (const { name, text: question, isAsked, read } of QUESTIONS) {
    if (answers[name] !== undefined || !isAsked(answers)) continue;
    let asking = `${question[language]} `;
    for (;;) {
      const typed = (await ask(asking)).trim();
      const answer = typed === '' ? undefined : read(typed);
      if (answer !== undefined) answers = { ...answers, [name]: answer };
      if (typed === '' || answer !== undefined) break;
      asking = `${AGAIN[language]} `;
    }
  }
  return answers;
};
