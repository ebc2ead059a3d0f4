import type { Kodeverk } from './vehicle.js';

type Names = Omit<Kodeverk, 'kodeVerdi' | 'tidligereKodeVerdi'>;

export const code = (kodeVerdi: string, names: Names = {}): Kodeverk => ({
  ...names,
  kodeVerdi,
  tidligereKodeVerdi: [],
});

/** A code whose name and description are the same. */
const technical = (kodeTypeId: string, kodeVerdi: string, name: string): Kodeverk =>
  code(kodeVerdi, { kodeBeskrivelse: name, kodeNavn: name, kodeTypeId: `TEKNISKEDATA.${kodeTypeId}` });

/** The register gives a status a description and no name. */
export const STATUS = {
  REGISTRERT: code('REGISTRERT', { kodeBeskrivelse: 'Registrert' }),
  AVREGISTRERT: code('AVREGISTRERT', { kodeBeskrivelse: 'Avregistrert' }),
  UREGISTRERT: code('UREGISTRERT', { kodeBeskrivelse: 'Uregistrert' }),
  UTFORT: code('UTFORT', { kodeBeskrivelse: 'Utført' }),
  VRAKET: code('VRAKET', { kodeBeskrivelse: 'Vraket' }),
} as const;

export type Status = keyof typeof STATUS;

export const PLATE_TYPE = {
  ordinary: code('ORDINART', { kodeBeskrivelse: 'Sorte tegn på hvit bunn', kodeNavn: 'Ordinære kjennemerker' }),
  van: code('VAREBIL_KLASSE_2', { kodeBeskrivelse: 'Sorte tegn på grønn bunn', kodeNavn: 'Varebil klasse 2' }),
  veteran: code('VETERAN', { kodeBeskrivelse: 'Hvite tegn på sort bunn', kodeNavn: 'Veteran' }),
} as const;

export const FUEL = {
  petrol: technical('DRIVSTOFFTYPE', '1', 'Bensin'),
  diesel: technical('DRIVSTOFFTYPE', '2', 'Diesel'),
  electric: technical('DRIVSTOFFTYPE', '5', 'Elektrisk'),
} as const;

export const GEARBOX = {
  manual: technical('GIRKASSETYPE', 'M', 'Manuell'),
  automatic: technical('GIRKASSETYPE', 'A', 'Automat'),
} as const;

export const HYBRID = {
  none: code('INGEN', {
    kodeBeskrivelse: 'Ingen eller ikke relevant',
    kodeNavn: 'Ingen',
    kodeTypeId: 'TEKNISKEDATA.HYBRIDKATEGORI',
  }),
  plugIn: technical('HYBRIDKATEGORI', 'LADBAR', 'Ladbar'),
} as const;

/** Colours have a name and no description. */
export const COLOUR = {
  white: code('01', { kodeNavn: 'Hvit', kodeTypeId: 'TEKNISKEDATA.KAROSSERIFARGE' }),
  green: code('04', { kodeNavn: 'Grønn', kodeTypeId: 'TEKNISKEDATA.KAROSSERIFARGE' }),
  black: code('08', { kodeNavn: 'Sort', kodeTypeId: 'TEKNISKEDATA.KAROSSERIFARGE' }),
} as const;

/** Size of the plates: the wire has it twice, also under the name of the plate's type. */
export const PLATE_SIZE = technical('KJENNEMERKESTORRELSE', '1', 'Avlang 110 x 520');

export const NO_SUBCODE = code('INGENKODE');

export const OWN_TRANSPORT = code('EGENTRANSP_ANNEN', {
  kodeBeskrivelse: 'Annen egentransport.',
  kodeNavn: 'Egentransport',
});

export const RESIDENT = code('VANLIG_BOSATT');

/** Why a part of a vehicle is missing in what the register gives out. */
export const EXEMPT = {
  ownership: code('EIERSKAP', { kodeBeskrivelse: 'Eierskap', kodeNavn: 'Eierskap' }),
  technicalData: code('TEKNISK_DATA', { kodeBeskrivelse: 'Tekniske data', kodeNavn: 'Tekniske data' }),
} as const;

export const EMERGENCY_VEHICLE = code('UTRYKNING', { kodeBeskrivelse: 'Utrykning', kodeNavn: 'Utrykning' });

export interface VehicleClass {
  readonly tekniskKode: Kodeverk;
  readonly avgiftskode: Kodeverk;
  readonly beskrivelse: string;
}

const vehicleClass = (
  technicalCode: string,
  kodeNavn: string,
  kodeBeskrivelse: string,
  dutyCode: string,
  beskrivelse = kodeNavn,
): VehicleClass => ({
  tekniskKode: code(technicalCode, { kodeBeskrivelse, kodeNavn }),
  avgiftskode: code(dutyCode, { kodeBeskrivelse: beskrivelse, kodeNavn: beskrivelse }),
  beskrivelse,
});

export const CLASS = {
  car: vehicleClass(
    'M1',
    'Personbil',
    'Bil for persontransport med høyst 8 sitteplasser i tillegg til førersetet (Personbil)',
    '101',
  ),
  van: vehicleClass(
    'N1',
    'Varebil',
    'Bil for godsbefordring med tillatt totalvekt ikke over 3 500 kg (Varebil)',
    '315',
    'Varebil kl 2',
  ),
  bus: vehicleClass('M3', 'Buss', 'Bil for persontransport med totalvekt over 5 000 kg (Buss)', '201'),
  trailer: vehicleClass(
    'O2',
    'Tilhenger - totalvekt mellom 750 og 3501 kg',
    'Tilhenger med tillatt totalvekt over 750 kg, men ikke over 3 500 kg.',
    '709',
    'Påhengsvogn',
  ),
  motorcycle: vehicleClass('L3e', 'Motorsykkel', 'Motorsykkel med 2 hjul', '620', 'Tung motorsykkel'),
  moped: vehicleClass('L1e', 'Moped', 'Moped med 2 hjul', '650'),
  tractor: vehicleClass('T1', 'Traktor', 'Traktor på hjul', '401'),
} as const;
