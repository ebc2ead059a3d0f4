/**
 * Who belongs to whom, and who answers for whom, read out of a person document (fact sheet folkeregister §5.1).
 */
import { allCurrent, type Folkeregisterperson } from './model';
import { plainEstateAddress, type PlainAddress } from './plainAddress';
import type { Personnavn, Unnumbered } from './relationModel';

/** Somebody the register names in another's document, by number, or by name where there is no number. */
export interface Party {
  readonly foedselsnummer?: string;
  readonly organisasjonsnummer?: string;
  readonly name?: string;
  readonly foedselsdato?: string;
}

export interface Relative extends Party {
  /** What they are to the person: the register's own word. */
  readonly role?: string;
}

export interface Responsibility {
  /** `felles`, `mor`, `far`, `medmor`, `andre`, `ukjent`. */
  readonly ansvar?: string;
  readonly child: Party;
  readonly responsible: Party;
}

export interface Guardian extends Party {
  readonly vergemaaltype?: string;
  readonly embete?: string;
  readonly omfang?: string;
  readonly omfangetErInnenPersonligOmraade?: boolean;
  /** Single tasks the mandate is limited to; none where it is not. */
  readonly tasks: readonly { readonly vergeTjenestevirksomhet?: string; readonly vergeTjenesteoppgave?: string }[];
}

export interface EstateContact extends Party {
  /** A private person may be protected; the others answer by profession. */
  readonly kind: 'person' | 'lawyer' | 'organisation' | 'unknown';
  /** Whom to ask for, at an organisation. */
  readonly contactName?: string;
  readonly skifteform?: string;
  readonly attestutstedelsesdato?: string;
  readonly address?: PlainAddress;
}

export const wholeName = (name: Personnavn | undefined): string | undefined =>
  [name?.fornavn, name?.mellomnavn, name?.etternavn].filter(Boolean).join(' ') || undefined;

const without = (party: Unnumbered | undefined): Party => ({
  name: wholeName(party?.navn),
  foedselsdato: party?.foedselsdato,
});

export const relativesOf = ({ familierelasjon }: Folkeregisterperson): readonly Relative[] =>
  allCurrent(familierelasjon).map((one) => ({
    role: one.relatertPersonsRolle,
    foedselsnummer: one.relatertPerson,
    ...without(one.relatertPersonUtenFolkeregisteridentifikator),
  }));

export const responsibilitiesOf = ({ foreldreansvar }: Folkeregisterperson): readonly Responsibility[] =>
  allCurrent(foreldreansvar).map((one) => ({
    ansvar: one.ansvar,
    child: { foedselsnummer: one.ansvarssubjekt, ...without(one.ansvarssubjektUtenIdentifikator) },
    responsible: {
      foedselsnummer: one.ansvarlig,
      organisasjonsnummer: one.ansvarligOrganisasjon,
      ...without(one.ansvarligUtenIdentifikator),
    },
  }));

export const guardiansOf = ({ vergemaalEllerFremtidsfullmakt }: Folkeregisterperson): readonly Guardian[] =>
  allCurrent(vergemaalEllerFremtidsfullmakt).map(({ vergemaaltype, embete, verge }) => ({
    vergemaaltype,
    embete,
    foedselsnummer: verge?.foedselsEllerDNummer,
    name: wholeName(verge?.navn ?? verge?.navnFoedselsdato?.personnavn),
    foedselsdato: verge?.navnFoedselsdato?.foedselsdato,
    omfang: verge?.omfang,
    omfangetErInnenPersonligOmraade: verge?.omfangetErInnenPersonligOmraade,
    tasks: verge?.tjenesteomraade ?? [],
  }));

type Doedsbo = NonNullable<Folkeregisterperson['kontaktinformasjonForDoedsbo']>[number];

const whoOf = ({ person, advokat, organisasjon }: Doedsbo): Pick<EstateContact, 'kind' | 'contactName'> & Party => {
  if (person)
    return {
      kind: 'person',
      foedselsnummer: person.foedselsEllerDNummer,
      name: wholeName(person.personnavn),
      foedselsdato: person.foedselsdato,
    };
  const [kind, firm, contact] = advokat
    ? (['lawyer', advokat, advokat.personnavn] as const)
    : (['organisation', organisasjon, organisasjon?.kontaktpersonnavn] as const);
  if (!firm) return { kind: 'unknown' };
  const contactName = wholeName(contact);
  const { organisasjonsnummer, organisasjonsnavn } = firm;
  return { kind, organisasjonsnummer, name: organisasjonsnavn ?? contactName, contactName };
};

export const estateContactsOf = ({ kontaktinformasjonForDoedsbo }: Folkeregisterperson): readonly EstateContact[] =>
  allCurrent(kontaktinformasjonForDoedsbo).map((entry) => ({
    ...whoOf(entry),
    skifteform: entry.skifteform,
    attestutstedelsesdato: entry.attestutstedelsesdato,
    address: entry.adresse && plainEstateAddress(entry.adresse),
  }));
