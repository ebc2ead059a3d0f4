/**
 * Relatives, guardians and the contact of an estate, as a flow needs them: by number, with the register's own word for the role.
 */
import type { JsonObject } from '../../operations/operation';
import type { Folkeregisterperson } from '../model';
import { postalAddressOf } from '../postalAddress';
import { estateContactsOf, guardiansOf, relativesOf, responsibilitiesOf, type Party } from '../relations';

const showPerson = ({ foedselsnummer, name, foedselsdato }: Party): JsonObject => ({
  foedselsnummer: foedselsnummer ?? null,
  // Told only of those without a number.
  name: name ?? null,
  foedselsdato: foedselsdato ?? null,
});

const showParty = (party: Party): JsonObject => ({
  ...showPerson(party),
  organisasjonsnummer: party.organisasjonsnummer ?? null,
});

export const showFamily = (person: Folkeregisterperson): JsonObject[] =>
  relativesOf(person).map((relative) => ({ role: relative.role ?? null, ...showPerson(relative) }));

export const showResponsibilities = (person: Folkeregisterperson): JsonObject[] =>
  responsibilitiesOf(person).map(({ ansvar, child, responsible }) => ({
    ansvar: ansvar ?? null,
    child: showPerson(child),
    responsible: showParty(responsible),
  }));

export const showGuardians = (person: Folkeregisterperson): JsonObject[] =>
  guardiansOf(person).map((guardian) => ({
    ...showPerson(guardian),
    vergemaaltype: guardian.vergemaaltype ?? null,
    embete: guardian.embete ?? null,
    omfang: guardian.omfang ?? null,
    omfangetErInnenPersonligOmraade: guardian.omfangetErInnenPersonligOmraade ?? null,
    tasks: guardian.tasks.map(({ vergeTjenestevirksomhet, vergeTjenesteoppgave }) => ({
      vergeTjenestevirksomhet: vergeTjenestevirksomhet ?? null,
      vergeTjenesteoppgave: vergeTjenesteoppgave ?? null,
    })),
  }));

/** Give it a person from which protected addresses are already withheld. */
export const showEstateContact = (person: Folkeregisterperson): JsonObject | null => {
  const [contact] = estateContactsOf(person);
  if (!contact) return null;
  return {
    kind: contact.kind,
    ...showParty(contact),
    contactName: contact.contactName ?? null,
    skifteform: contact.skifteform ?? null,
    attestutstedelsesdato: contact.attestutstedelsesdato ?? null,
    postalAddress: (contact.address && postalAddressOf(contact.address)) ?? null,
  };
};
