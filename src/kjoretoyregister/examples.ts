/**
 * Results to look at before the first run, of made-up vehicles (the same that the tests know).
 */
import type { JsonObject } from '../operations/operation';

export const VEHICLE = {
  kjennemerke: 'DN 00101',
  plates: ['DN 00101'],
  kuid: '9900000101',
  understellsnummer: 'SYNTKJT0000000101',
  merkekode: '9901',
  make: 'SYNTMOTOR',
  model: 'PRØVE 1.4',
  colour: 'Sølv',
  vehicleGroup: 'Personbil',
  vehicleStatus: 'REGISTRERT',
  firstRegistered: '2021-04-21',
  euControl: { state: 'ok', deadline: '2027-04-21', lastApproved: '2025-04-10' },
  fuel: ['Bensin'],
  weights: {
    egenvekt: 1225,
    nyttelast: 505,
    tillattTotalvekt: 1730,
    tillattTilhengervektMedBrems: 1400,
    tillattTilhengervektUtenBrems: 610,
    tillattTaklast: null,
  },
  handleManually: false,
} as const satisfies JsonObject;

export const KS_VEHICLE = {
  kjennemerke: 'DN 00101',
  make: 'SYNTMOTOR',
  model: 'PRØVE 1.4',
  vehicleGroup: 'Personbil',
  vehicleStatus: 'REGISTRERT',
  firstRegistered: '2021-04-21',
  fuel: ['Bensin'],
  handleManually: null,
} as const satisfies JsonObject;

export const HITS = { vehicles: [VEHICLE], unavailable: 0, responskoder: [], total: 1 } as const satisfies JsonObject;

export const CUSTOMERS = {
  customers: [
    {
      type: 'person',
      name: 'VARM TEKOPP',
      foedselsnummer: null,
      foedselsdato: '1978-03-14',
      kundeId: '990000001',
      unverified: false,
      vehicleCount: 2,
      handleManually: false,
    },
  ],
  unavailable: 0,
  total: 1,
} as const satisfies JsonObject;
