import { orderFrom, type SetupAnswers } from '../../sandbox/src/setup/answers';
import { lettersFor, type Letter } from '../../sandbox/src/setup/letters';
import type { Service } from '../../sandbox/src/setup/order';

export const MUNICIPALITY = { name: 'Eksempel kommune', number: '310475025' };
export const SUPPLIER = { name: 'Flyt AS', number: '312497107' };

const FOR_ITSELF: SetupAnswers = {
  for: 'municipality',
  organisation: MUNICIPALITY.name,
  organisationNumber: MUNICIPALITY.number,
  keyId: 'eksempel-n8n-2027',
};

const BY_SUPPLIER: SetupAnswers = {
  for: 'supplier',
  organisation: SUPPLIER.name,
  organisationNumber: SUPPLIER.number,
  municipality: MUNICIPALITY.name,
  municipalityNumber: MUNICIPALITY.number,
  keyId: 'flyt-n8n-2027',
};

export const PARTY_ANSWERS = { municipality: FOR_ITSELF, supplier: BY_SUPPLIER } as const;

export const lettersOf = (answers: SetupAnswers): readonly Letter[] => lettersFor(orderFrom(answers));

/** Every set of services that can be ordered. */
export const SERVICE_SETS: readonly (readonly Service[])[] = Array.from({ length: 15 }, (_, index) =>
  (['folkeregister', 'krr', 'svarut', 'kjoretoyregister'] as const).filter((_service, bit) => (index + 1) & (1 << bit)),
);

export const everything = (letters: readonly Letter[]): string =>
  letters.map(({ to = '', subject = '', title, text }) => [to, subject, title, text].join('\n')).join('\n');

/** The letter whose file is named so, whatever its number. */
export const letterNamed = (letters: readonly Letter[], name: string): Letter => {
  const letter = letters.find(({ file }) => file.includes(name));
  if (!letter) throw new Error(`There is no letter ${name}.`);
  return letter;
};
