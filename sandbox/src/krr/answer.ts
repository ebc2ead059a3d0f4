import certificates from '../data/mailbox-certificates.json' with { type: 'json' };
import { osloTimestamp, osloTimestampWithShortOffset } from '../osloTime.js';
import type { Settings } from '../settings.js';
import type { Openings } from './access.js';
import { monthsBefore } from './monthsBefore.js';
import { isWithheld, type ContactPoint, type KrrPerson } from './contact.js';

const MAILBOX_VENDORS = {
  digipost: { orgnr: '984661185', address: 'sandkasse#1A2B', certificate: certificates.digipost },
  eboks: { orgnr: '922020175', address: '0000485887', certificate: certificates.eboks },
} as const;

const RESERVED_MONTHS_AGO = 26;
const LANGUAGE_CHOSEN_MONTHS_AGO = 30;

type Answer = Record<string, unknown>;

interface Manner extends Pick<Settings, 'duplisertInV1' | 'filtrerUtgaatt'> {
  /** `oppdatert` and `*_duplisert` have only been seen from version 2. */
  readonly version: 'v1' | 'v2';
}

/** One person as KRR answers. Dates are made relative to the start, so that what is fresh today is fresh next year. */
export const answerFor = (person: KrrPerson, openings: Openings, manner: Manner, calendar: Calendar): Answer => {
  const withheld = isWithheld(person, manner.filtrerUtgaatt);
  const date = (monthsAgo: number) => calendar(person.dates ?? 'shortOffset', monthsAgo);
  return {
    personidentifikator: person.personidentifikator,
    ...(person.reservasjon && { reservasjon: person.reservasjon }),
    ...(person.reservasjon === 'JA' && {
      reservasjonstidspunkt: date(RESERVED_MONTHS_AGO),
      reservasjon_oppdatert: date(RESERVED_MONTHS_AGO),
    }),
    status: person.status,
    ...(openings.contactInformation && contactFields(person, withheld, manner, date)),
    ...(openings.digitalMailbox && !withheld && mailboxFields(person)),
    ...((manner.version === 'v2' || manner.duplisertInV1) && { oppdatert: date(1) }),
  };
};

export const notRegistered = (personidentifikator: string, openings: Openings): Answer => ({
  personidentifikator,
  reservasjon: 'NEI',
  status: 'IKKE_REGISTRERT',
  ...(openings.contactInformation && { varslingsstatus: 'KAN_IKKE_VARSLES' }),
});

type DateFormat = NonNullable<KrrPerson['dates']>;

const DATE_FORMATS: Record<DateFormat, (moment: Date) => string> = {
  shortOffset: osloTimestampWithShortOffset,
  fullOffset: osloTimestamp,
  utc: (moment) => moment.toISOString(),
};

type Calendar = (format: DateFormat, monthsAgo: number) => string;

/** Dates counted back from the virtual start, for one answer. A thousand persons share the same few, and each is slow to make. */
export const calendarFrom = (since: Date): Calendar => {
  const made = new Map<string, string>();
  return (format, monthsAgo) => {
    const key = `${format} ${monthsAgo}`;
    const date = made.get(key) ?? DATE_FORMATS[format](monthsBefore(since, monthsAgo));
    made.set(key, date);
    return date;
  };
};

type Dated = (monthsAgo: number) => string;

const contactFields = (person: KrrPerson, withheld: boolean, manner: Manner, date: Dated): Answer => {
  const marked = manner.version === 'v2' || manner.duplisertInV1;
  const kontaktinformasjon = {
    ...contactPoint('epostadresse', person.email, marked, date),
    ...contactPoint('mobiltelefonnummer', person.mobile, marked, date),
  };
  return {
    varslingsstatus: person.varslingsstatus,
    ...(!withheld && Object.keys(kontaktinformasjon).length > 0 && { kontaktinformasjon }),
    ...(person.spraak && { spraak: person.spraak, spraak_oppdatert: date(LANGUAGE_CHOSEN_MONTHS_AGO) }),
  };
};

const contactPoint = (name: string, point: ContactPoint | undefined, marked: boolean, date: Dated): Answer => {
  if (!point) return {};
  return {
    [name]: point.address,
    ...(point.updated !== undefined && { [`${name}_oppdatert`]: date(point.updated) }),
    ...(point.verified !== undefined && { [`${name}_sist_verifisert`]: date(point.verified) }),
    ...(point.validated !== undefined && { [`${name}_sist_validert`]: date(point.validated) }),
    ...(marked && point.duplicated && { [`${name}_duplisert`]: 'JA' }),
  };
};

const mailboxFields = ({ mailbox }: KrrPerson): Answer => {
  if (!mailbox) return {};
  const { address, orgnr, certificate } = MAILBOX_VENDORS[mailbox];
  return {
    digital_post: { postkasseadresse: address, postkasseleverandoeradresse: orgnr },
    sertifikat: certificate,
  };
};
