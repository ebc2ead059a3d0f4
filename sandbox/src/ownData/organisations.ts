import { createHash } from 'node:crypto';
import { BASIC, GENERAL, type Organisation, type ReceivingSystem } from '../svarut/organisations.js';
import type { OwnOrganisation } from './schema.js';

export const organisationsOf = (organisations: readonly OwnOrganisation[]): readonly Organisation[] =>
  organisations.map(({ number, name, altinn = 'read', confidentialMail = true }) => ({
    organisasjonsnummer: number,
    navn: name,
    tests: 'from your own data',
    altinn,
    confidentialMail,
  }));

export const receivingSystemsOf = (organisations: readonly OwnOrganisation[]): readonly ReceivingSystem[] =>
  organisations
    .filter(({ receivingSystem }) => receivingSystem === true)
    .map(({ number, name }) => ({
      id: uuidFrom(number),
      navn: name,
      organisasjonsnummer: number,
      forsendelseType: GENERAL,
      niva: BASIC,
    }));

/** The same at every start. */
const uuidFrom = (text: string): string => {
  const digits = createHash('md5').update(text).digest('hex');
  const parts = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/.exec(digits) ?? [];
  const [, first, second, third, fourth, fifth] = parts;
  return `${first}-${second}-4${third}-8${fourth}-${fifth}`;
};
