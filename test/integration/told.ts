/** What a user must be told of a mistake, and the questions the mistakes are made in. */
import type { ErrorCode, ServiceKey } from '../../src/core';
import { letter } from './letters';
import { numberOf } from './persons';
import type { Stored } from './world';

export interface Told {
  readonly code: ErrorCode;
  readonly field?: string;
  /** Words of the sentence that says what to do. */
  readonly action: RegExp;
}

export type Ask = readonly [service: ServiceKey, operation: string, input: Stored];

export const PERSON: Ask = ['folkeregister', 'getPerson', { foedselsnummer: numberOf('ordinary-resident') }];
export const CONTACT: Ask = ['krr', 'checkNotificationRules', { foedselsnummer: numberOf('ordinary-resident') }];
export const LETTER: Ask = ['svarut', 'sendToPerson', letter('sak-2026-17')];
export const DERIVED: Ask = ['svarut', 'sendToPerson', letter(undefined)];

export const PLATE: Ask = ['kjoretoyregister', 'lookUpByKjennemerke', { kjennemerke: 'DN 00101' }];
export const VEHICLES: Ask = [
  'kjoretoyregister',
  'listVehiclesOfPerson',
  { foedselsnummer: numberOf('ordinary-resident') },
];

/** An id nobody in the sandbox has. */
export const UNKNOWN_ID = '11111111-2222-4333-8444-555555555555';

/** Of the sandbox's kind, and yet none of its integrations. */
export const UNKNOWN_INTEGRATION = '44a7b17e-d521-4ba0-8000-000000000000';
