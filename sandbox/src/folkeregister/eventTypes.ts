/** What happened, and the parts of the person that it is about. A type that is not here has no event document. */
const PARTS_OF_EVENT: Readonly<Record<string, readonly string[]>> = {
  personErOpprettet: ['identifikasjonsnummer', 'status'],
  personErDoed: ['status', 'doedsfall'],
  personErUtflyttet: ['status', 'utflytting'],
  personErBosatt: ['status', 'bostedsadresse'],
  personErInaktiv: ['status'],
  personErOpphoert: ['status'],
  personErReaktivert: ['status'],
  personErViderefoertSomGjeldendeVedSammenslaaing: ['identifikasjonsnummer'],
  personErOpphoertSomDublett: ['status'],
  personErEndretVedSplitting: ['identifikasjonsnummer'],
  personErGjenopprettetVedSplitting: ['identifikasjonsnummer'],
  endringIStatus: ['status'],
  endringIIdentifikasjonsnummer: ['identifikasjonsnummer'],
  endringIIdentitetsgrunnlag: ['identitetsgrunnlag'],
  endringIUtenlandskPersonidentifikasjon: ['utenlandskPersonidentifikasjon'],
  endringIKontaktopplysningerForDoedsbo: ['kontaktinformasjonForDoedsbo'],
  endringILegitimasjonsdokument: ['legitimasjonsdokument'],
  endringIFalskIdentitet: ['falskIdentitet'],
  endringIUtlendingsmyndighetenesIdentifikasjonsnummer: ['utlendingsmyndighetenesIdentifikasjonsnummer'],
  endringIDoedsfall: ['doedsfall'],
  endringIFamilierelasjon: ['familierelasjon'],
  endringISivilstand: ['sivilstand'],
  endringIKontaktinformasjon: ['postadresse', 'postadresseIUtlandet'],
  endringIBostedsadresse: ['bostedsadresse'],
  endringIBostedsadresseVedKommuneregulering: ['bostedsadresse'],
  endringIBostedsadresseUtenFlytting: ['bostedsadresse'],
  endringIDeltBosted: ['deltBosted'],
  endringIOppholdsadresse: ['oppholdsadresse'],
  // One event may change every address with the protection.
  endringIAdressebeskyttelse: [
    'adressebeskyttelse',
    'bostedsadresse',
    'deltBosted',
    'oppholdsadresse',
    'postadresse',
    'postadresseIUtlandet',
  ],
  endringIInnflytting: ['innflytting'],
  endringIUtflytting: ['utflytting'],
  endringIKjoenn: ['kjoenn'],
  endringIFoedsel: ['foedsel'],
  endringIFoedselINorge: ['foedselINorge'],
  endringIVergemaal: ['vergemaalEllerFremtidsfullmakt'],
  endringIRettsligHandleevne: ['rettsligHandleevne'],
  endringINavn: ['navn'],
  endringIStatsborgerskap: ['statsborgerskap'],
  endringIForeldreansvar: ['foreldreansvar'],
  endringIOpphold: ['opphold'],
  endringIOppholdPaaSvalbard: ['oppholdPaaSvalbard'],
  endringIBrukAvSamiskSpraak: ['brukAvSamiskSpraak'],
  endringISametingetsValgmanntall: ['forholdTilSametingetsValgmanntall'],
};

/** Tells only that something changed, and to fetch the person anew. */
const WITHOUT_DOCUMENT = ['personErOppdatert', 'endringIPerson'];

/** A type may also be one that nobody has heard of: the register adds them without a new version. */
export const EVENT_TYPES: readonly string[] = [...Object.keys(PARTS_OF_EVENT), ...WITHOUT_DOCUMENT];

export const partsOfEvent = (type: string): readonly string[] | undefined =>
  Object.hasOwn(PARTS_OF_EVENT, type) ? PARTS_OF_EVENT[type] : undefined;

/** The one event that carries no version of the person: the number that ceased has none. */
export const CLOSED_AS_DUPLICATE = 'personErOpphoertSomDublett';

const CHANGES = Object.entries(PARTS_OF_EVENT).filter(([type]) => type.startsWith('endring'));

/** What a change of this part alone is called. */
export const eventOfPart = (part: string): string =>
  (CHANGES.find(([, [first]]) => first === part) ?? CHANGES.find(([, parts]) => parts.includes(part)))?.[0] ??
  'endringIPerson';
