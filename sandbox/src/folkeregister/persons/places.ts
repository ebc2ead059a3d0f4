/** Towns of the sandbox: municipality, postcode and name. The streets in them do not exist. */
const TOWNS = {
  bergen: ['4601', '5003', 'BERGEN'],
  oslo: ['0301', '0150', 'OSLO'],
  hamar: ['3403', '2317', 'HAMAR'],
  bodoe: ['1804', '8001', 'BODØ'],
  stillevik: ['4699', '5999', 'STILLEVIK'],
} as const;

export type Town = keyof typeof TOWNS;

export const TOWN_NAMES = Object.keys(TOWNS) as readonly Town[];

/** `Street 14B`: the last word is the number of the house, where there is one. */
const roadOf = (text: string) => {
  const [, adressenavn = text, husnummer, husbokstav] = /^(.*?)(?: (\d+)([A-Z]?))?$/.exec(text) ?? [];
  return {
    adressenavn,
    ...(husnummer !== undefined && { adressenummer: { husnummer, ...(husbokstav && { husbokstav }) } }),
  };
};

const poststedOf = (town: Town) => ({ poststedsnavn: TOWNS[town][2], postnummer: TOWNS[town][1] });

export interface Place {
  readonly kommunenummer: string;
  readonly poststed: { readonly poststedsnavn: string; readonly postnummer: string };
}

export const roadIn = (since: string, text: string, { kommunenummer, poststed }: Place, more: object = {}) => ({
  since,
  vegadresse: {
    kommunenummer,
    bruksenhetsnummer: 'H0101',
    bruksenhetstype: 'bolig',
    ...roadOf(text),
    adressekode: '30100',
    poststed,
  },
  flyttedato: since,
  ...more,
});

export const road = (since: string, text: string, town: Town, more: object = {}) =>
  roadIn(since, text, { kommunenummer: TOWNS[town][0], poststed: poststedOf(town) }, more);

/** Where somebody stays, which has no day of moving. */
export const stay = (since: string, text: string, town: Town, more: object = {}) => {
  const { flyttedato, ...address } = road(since, text, town);
  return { ...address, oppholdsadressedato: flyttedato, ...more };
};

export const cadastre = (since: string, town: Town, gaardsnummer: number, bruksnummer: number) => ({
  since,
  matrikkeladresse: {
    bruksenhetsnummer: 'H0101',
    bruksenhetstype: 'bolig',
    matrikkelnummer: { kommunenummer: TOWNS[town][0], gaardsnummer, bruksnummer },
    undernummer: 1,
    poststed: poststedOf(town),
  },
  flyttedato: since,
});

export const nowhere = (since: string, town?: Town) => ({
  since,
  ukjentBosted: town === undefined ? {} : { bostedskommune: TOWNS[town][0] },
});

export const box = (since: string, postboks: string, town: Town, more: object = {}) => ({
  since,
  postboksadresse: { postboks, poststed: poststedOf(town), ...more },
});

export const postalRoad = (since: string, text: string, town: Town) => ({
  since,
  vegadresse: { ...roadOf(text), poststed: poststedOf(town) },
});

export const freeLines = (since: string, lines: readonly string[], town: Town) => ({
  since,
  postadresseIFrittFormat: { adresselinje: lines, poststed: poststedOf(town) },
});

/** Where whoever settles an estate gets letters. */
export const estateAddress = (line: string, town: Town) => ({
  adresselinje: [line],
  poststedsnavn: TOWNS[town][2],
  postnummer: TOWNS[town][1],
  landkode: 'NOR',
});
