import {
  folkeregisterDefaults,
  folkeregisterSettingsSchema,
  type FolkeregisterSettings,
} from './folkeregister/settings.js';
import { svarutDefaults, svarutSettingsSchema, type SvarutSettings } from './svarut/settings.js';

/** Switches for behaviour on which the sources disagree or where a test wants the less common case. */
export interface Settings extends FolkeregisterSettings, SvarutSettings {
  /** KRR withholds addresses, mailbox and certificate of persons who cannot be notified. */
  filtrerUtgaatt: boolean;
  /** Version 1 of KRR marks shared addresses too. */
  duplisertInV1: boolean;
  /** What Fiks sends of KRR for an address a person lacks; `missing` leaves out `status` too. */
  fiksKrrAbsent: 'empty' | 'null' | 'missing';
  /** What KRR does with a number that is asked for twice in a call: one answer, or one for each. */
  krrRepeated: 'once' | 'each';
  /** The order of KRR's answer, which nobody has promised. */
  krrOrder: 'asked' | 'reversed';
  /** What version 2 of KRR does with persons who are not registered when `inkluderIkkeRegistrerte` is not given. */
  krrNotRegistered: 'leftOut' | 'included';
  /** What KRR answers when nobody is in the answer: an empty list, or none. */
  krrNobody: 'empty' | 'missing';
  tokenLifetimeSeconds: number;
  /** How far Maskinporten's clock is ahead of this machine's; negative when it is behind. Tokens keep the real time. */
  maskinportenClockOffsetSeconds: number;
  /** Real milliseconds before a key that was registered is known. */
  newKeyActiveAfterMs: number;
  /** Maskinporten prints the number from Digdir's list of errors in `error_description`. */
  mpCodeInDescription: boolean;
  /** How Maskinporten names the id for a support case: new and old. */
  traceStyle: 'trace_id' | 'correlation id';
  /** How Fiks sends `errorJson`: the specification says string, the documentation shows an object. */
  errorJson: 'absent' | 'string' | 'object';
  /** How look-ups of vehicles are wrapped: as the register's next version does, or as its searches in this version do. */
  bulkEnvelope: 'v3' | 'v2';
  vehicleBulkLimit: number;
  /** Vehicles the register still gives out today, counted down by look-ups; null for no quota. */
  vehicleQuota: number | null;
  /** Owners of vehicles come with their fødselsnummer, which depends on the caller's rights in the register. */
  vehicleOwnerNumbers: boolean;
}

export const defaultSettings = (): Settings => ({
  ...folkeregisterDefaults,
  ...svarutDefaults,
  filtrerUtgaatt: false,
  duplisertInV1: false,
  fiksKrrAbsent: 'empty',
  krrRepeated: 'once',
  krrOrder: 'asked',
  krrNotRegistered: 'leftOut',
  krrNobody: 'empty',
  tokenLifetimeSeconds: 119,
  maskinportenClockOffsetSeconds: 0,
  newKeyActiveAfterMs: 0,
  mpCodeInDescription: false,
  traceStyle: 'trace_id',
  errorJson: 'absent',
  bulkEnvelope: 'v3',
  vehicleBulkLimit: 1000,
  vehicleQuota: null,
  vehicleOwnerNumbers: true,
});

/** Some of them, as they can be changed. */
export const settingsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...folkeregisterSettingsSchema,
    filtrerUtgaatt: { type: 'boolean' },
    duplisertInV1: { type: 'boolean' },
    fiksKrrAbsent: { enum: ['empty', 'null', 'missing'] },
    krrRepeated: { enum: ['once', 'each'] },
    krrOrder: { enum: ['asked', 'reversed'] },
    krrNotRegistered: { enum: ['leftOut', 'included'] },
    krrNobody: { enum: ['empty', 'missing'] },
    ...svarutSettingsSchema,
    tokenLifetimeSeconds: { type: 'integer', minimum: 1, maximum: 86_400 },
    maskinportenClockOffsetSeconds: { type: 'number', minimum: -31_536_000, maximum: 31_536_000 },
    newKeyActiveAfterMs: { type: 'number', minimum: 0, maximum: 86_400_000 },
    mpCodeInDescription: { type: 'boolean' },
    traceStyle: { enum: ['trace_id', 'correlation id'] },
    errorJson: { enum: ['absent', 'string', 'object'] },
    bulkEnvelope: { enum: ['v3', 'v2'] },
    vehicleBulkLimit: { type: 'integer', minimum: 1, maximum: 10_000 },
    vehicleQuota: { type: ['integer', 'null'], minimum: 0 },
    vehicleOwnerNumbers: { type: 'boolean' },
  } satisfies Record<keyof Settings, object>,
} as const;
