/** Made-up vehicles as the register sends them, and what every test of this room needs. */
import { kjoretoyregisterOperations } from '../../../src/kjoretoyregister/operations';
import type { Outcome } from '../../../src/operations/operation';
import { runOperation } from '../../../src/operations/run';
import type { Session } from '../../../src/session';
import { sessionIn, type World } from '../fakePorts';

export const plateAt = (at: number): string => `DN${String(10_000 + at)}`;

const spaced = (plate: string): string => `${plate.slice(0, 2)} ${plate.slice(2)}`;

export const person = (etternavn: string, more: object = {}) => ({
  adresse: { adresselinje1: `Veien til ${etternavn}`, postnummer: '5003', poststed: 'BERGEN', landkode: 'NOR' },
  adressestatus: { kodeVerdi: 'VANLIG_BOSATT', tidligereKodeVerdi: [] },
  erUverifisert: false,
  fomTidspunkt: '2021-04-21T14:32:54.295+02:00',
  kundeId: '990000001',
  person: { fornavn: 'VARM', etternavn, fodselsdato: '1978-03-14', fodselsnummer: '14837810141' },
  ...more,
});

export const enhet = (organisasjonsnavn: string, more: object = {}) => ({
  adresse: { adresselinje1: 'Eksempelgata 40', postnummer: '2317', poststed: 'HAMAR' },
  enhet: { organisasjonsnavn, organisasjonsnummer: '310048208' },
  fomTidspunkt: '2023-02-14T09:12:00.5+01:00',
  kundeId: '990000101',
  ...more,
});

/** Whether it is registered, has a deadline and so on: everything a simplified result is made of. */
export const vehicle = (plate: string, more: object = {}): Record<string, unknown> => ({
  kjoretoyId: {
    kjennemerke: spaced(plate),
    kuid: `99${plate.slice(2)}`,
    understellsnummer: `SYNT${plate}`,
    merkekode: '0065',
    unntattOffentlighet: [],
  },
  forstegangsregistrering: { registrertForstegangNorgeDato: '2021-04-21' },
  kjennemerke: [{ kjennemerke: spaced(plate), kjennemerkekategori: 'KJORETOY' }],
  registrering: { registreringsstatus: { kodeVerdi: 'REGISTRERT', kodeBeskrivelse: 'Registrert' } },
  eierskap: { eier: person('TEKOPP'), vedtakstidspunkt: '2021-04-21T14:32:54.295+02:00' },
  godkjenning: {
    tekniskGodkjenning: {
      kjoretoyklassifisering: { tekniskKode: { kodeVerdi: 'M1', kodeNavn: 'Personbil' } },
      tekniskeData: {
        generelt: { merke: [{ merke: 'SYNTMOTOR', merkeKode: '0065' }], handelsbetegnelse: ['PRØVE 1.4'] },
        karosseriOgLasteplan: { rFarge: [{ kodeNavn: 'Sølv', kodeVerdi: '11' }] },
        motorOgDrivverk: { motor: [{ drivstoff: [{ drivstoffKode: { kodeNavn: 'Bensin', kodeVerdi: '1' } }] }] },
        vekter: { egenvekt: 1225, nyttelast: 505, tillattTotalvekt: 1730 },
      },
    },
  },
  periodiskKjoretoyKontroll: { kontrollfrist: '2027-04-21', sistGodkjent: '2025-04-10' },
  ...more,
});

export const runIn = (
  session: Session,
  name: string,
  inputs: readonly Record<string, unknown>[],
): Promise<Outcome[]> => {
  const operation = kjoretoyregisterOperations.find((one) => one.name === name);
  if (!operation) throw new Error(`no ${name}`);
  return runOperation(
    operation,
    session,
    inputs.map((values) => ({ values })),
    { rules: { realPersons: false } },
  );
};

export const run = (
  name: string,
  world: World,
  inputs: readonly Record<string, unknown>[],
  changes = {},
): Promise<Outcome[]> => runIn(sessionIn(world, changes), name, inputs);
