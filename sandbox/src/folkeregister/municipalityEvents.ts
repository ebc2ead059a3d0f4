import { municipalityOf } from './extractOrder.js';
import { currentOf, elementsOf, textOf, type Element, type Persona, type PersonRegister } from './register.js';

export const MUNICIPALITY_EVENTS = {
  FLYTTET_TIL_KOMMUNE: ['Flyttet til kommunen', 'Personer som har flyttet til kommunen'],
  FLYTTET_FRA_KOMMUNE: ['Flyttet fra kommunen', 'Personer som har flyttet fra kommunen'],
  DOED: ['Død', 'Personer i kommunen som er døde'],
  FOEDT: ['Født', 'Personer født i kommunen'],
} as const;

export type MunicipalityEvent = keyof typeof MUNICIPALITY_EVENTS;

interface Residence {
  readonly municipality: string | undefined;
  readonly from: string;
  /** Empty where it is the residence of today. */
  readonly until: string;
}

const dayOf = (address: Element): string =>
  (textOf(address, 'flyttedato') || textOf(address, 'gyldighetstidspunkt')).slice(0, 10);

/** Where a person has lived, oldest first. */
const residencesOf = ({ folkeregisterperson }: Persona): readonly Residence[] => {
  const addresses = [...elementsOf(folkeregisterperson, 'bostedsadresse')].sort((one, other) =>
    dayOf(one) < dayOf(other) ? -1 : 1,
  );
  return addresses.map((address, index) => {
    const next = addresses[index + 1];
    return {
      municipality: municipalityOf(address),
      from: dayOf(address),
      until: next ? dayOf(next) : textOf(address, 'opphoerstidspunkt').slice(0, 10),
    };
  });
};

const birthDate = ({ folkeregisterperson }: Persona): string =>
  textOf(currentOf(folkeregisterperson, 'foedsel')[0], 'foedselsdato');

const deathDate = ({ folkeregisterperson }: Persona): string =>
  textOf(elementsOf(folkeregisterperson, 'doedsfall')[0], 'doedsdato');

/** Whether it happened to the person in that municipality on that day or later. */
const HAPPENED: Readonly<
  Record<MunicipalityEvent, (persona: Persona, municipality: string, since: string) => boolean>
> = {
  FLYTTET_TIL_KOMMUNE: (persona, municipality, since) =>
    residencesOf(persona).some(
      ({ from, ...residence }, index, all) =>
        residence.municipality === municipality &&
        from >= since &&
        from !== birthDate(persona) &&
        all[index - 1]?.municipality !== municipality,
    ),
  FLYTTET_FRA_KOMMUNE: (persona, municipality, since) =>
    residencesOf(persona).some(
      ({ until, ...residence }, index, all) =>
        residence.municipality === municipality &&
        until !== '' &&
        until >= since &&
        until !== deathDate(persona) &&
        all[index + 1]?.municipality !== municipality,
    ),
  DOED: (persona, municipality, since) =>
    deathDate(persona) >= since &&
    deathDate(persona) !== '' &&
    residencesOf(persona).at(-1)?.municipality === municipality,
  FOEDT: (persona, municipality, since) =>
    birthDate(persona) >= since && birthDate(persona) !== '' && residencesOf(persona)[0]?.municipality === municipality,
};

interface Question {
  readonly hendelsestype: MunicipalityEvent;
  readonly fraDato: string;
  readonly municipalities: readonly string[];
  readonly born?: { readonly fraDato?: string; readonly tilDato?: string };
}

export const personsWith = (
  persons: PersonRegister,
  { hendelsestype, fraDato, municipalities, born }: Question,
): readonly Persona[] =>
  persons.filter(
    (persona) =>
      municipalities.some((municipality) => HAPPENED[hendelsestype](persona, municipality, fraDato)) &&
      birthDate(persona) >= (born?.fraDato ?? '') &&
      birthDate(persona) <= (born?.tilDato ?? '9999'),
  );
