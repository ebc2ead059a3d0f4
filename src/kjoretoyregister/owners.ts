/**
 * Who owns and who uses a vehicle, as a flow needs it (fact sheet kjoretoy §5). Give it documents from which protected
 * addresses are already withheld.
 */
import type { JsonObject } from '../operations/operation';
import type { Kjoretoy, KsKjoretoy, PersonEnhet } from './model';

interface Name {
  readonly fornavn?: string;
  readonly mellomnavn?: string;
  readonly etternavn?: string;
}

const fullName = ({ fornavn, mellomnavn, etternavn }: Name): string | null =>
  [fornavn, mellomnavn, etternavn].filter(Boolean).join(' ') || null;

const identityOf = ({ person, enhet }: PersonEnhet): JsonObject =>
  enhet
    ? {
        type: 'organisation',
        name: enhet.organisasjonsnavn ?? null,
        organisasjonsnummer: enhet.organisasjonsnummer ?? null,
      }
    : {
        type: 'person',
        name: fullName(person ?? {}),
        // Which the register tells only to some.
        foedselsnummer: person?.fodselsnummer ?? null,
        foedselsdato: person?.fodselsdato ?? null,
      };

export const showParty = (party: PersonEnhet): JsonObject => ({
  ...identityOf(party),
  kundeId: party.kundeId ?? null,
  // A person or organisation without a number in the public registers; what is known may be old.
  unverified: party.erUverifisert === true,
  ...(party.adresse && { address: party.adresse as JsonObject }),
});

const showOwner = (party: PersonEnhet | undefined): JsonObject | null =>
  party
    ? {
        ...showParty(party),
        since: party.fomTidspunkt ?? null,
        ...(party.tilTidspunkt !== undefined && { until: party.tilTidspunkt }),
      }
    : null;

/** Of a leased vehicle the owner is the leasing company; who uses it answers for fines and letters. */
export const showOwners = ({ eierskap }: Kjoretoy): JsonObject => ({
  owner: showOwner(eierskap?.eier),
  coOwner: showOwner(eierskap?.medeier),
  responsibleUser: showOwner(eierskap?.leasingtaker ?? eierskap?.eier),
});

/** KS' own service knows the owner alone, and of a person the name. */
export const showKsOwner = ({ eierskap }: KsKjoretoy): JsonObject => {
  const { person, organisasjon, fra } = eierskap?.eier ?? {};
  if (organisasjon) {
    const { organisasjonsnavn, organisasjonsnummer } = organisasjon;
    return {
      owner: {
        type: 'organisation',
        name: organisasjonsnavn ?? null,
        organisasjonsnummer: organisasjonsnummer ?? null,
        since: fra ?? null,
      },
    };
  }
  return { owner: person ? { type: 'person', name: fullName(person), since: fra ?? null } : null };
};
