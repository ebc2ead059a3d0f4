import {
  folkeregisterDefaults,
  folkeregisterSettingsSchema,
  type FolkeregisterSettings,
} from './folkeregister/settings.js';
import { vehicleDefaults, vehicleSettingsSchema, type VehicleSettings } from './kjoretoyregister/settings.js';
import { svarutDefaults, svarutSettingsSchema, type SvarutSettings } from './svarut/settings.js';

/** Switches for behaviour on which the sources disagree or where a test wants the less common case. */
export interface Settings extends FolkeregisterSettings, SvarutSettings, VehicleSettings {
  /** KRR withholds addresses, mailbox and certificate of persons who cannot be notified. */
  filtrerUtgaatt: boolean;
  /** Version 1 of KRR marks shared addresses and says when a person was updated, as version 2 does. */
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
  /** What KRR does with a batch in which a number is malformed: refuses it, or leaves that number out of its answer. */
  krrMalformed: 'refused' | 'leftOut';
  tokenLifetimeSeconds: number;
  /** Tokens grow older by what the virtual clock is moved forward, besides living in real time. */
  tokensAge: boolean;
  /** How far Maskinporten's clock is ahead of this machine's; negative when it is behind. Tokens keep the real time. */
  maskinportenClockOffsetSeconds: number;
  /** Real milliseconds before a key that was registered is known. */
  newKeyActiveAfterMs: number;
  /** A grant whose header has both `kid` and `x5c`; when accepted, what the client is registered with counts. */
  kidWithX5c: 'refused' | 'accepted';
  /** Claims of a grant that no documentation names. */
  unknownClaims: 'ignored' | 'refused';
  /** Maskinporten prints the number from Digdir's list of errors in `error_description`. */
  mpCodeInDescription: boolean;
  /** How Maskinporten names the id for a support case: new and old. */
  traceStyle: 'trace_id' | 'correlation id';
  /** How Fiks sends `errorJson`: the specification says string, the documentation shows an object. */
  errorJson: 'absent' | 'string' | 'object';
  /** What Fiks makes of a token that was asked for with `resource`. */
  fiksResource: 'ignored' | 'refused';
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
  krrMalformed: 'refused',
  tokenLifetimeSeconds: 119,
  tokensAge: true,
  maskinportenClockOffsetSeconds: 0,
  newKeyActiveAfterMs: 0,
  kidWithX5c: 'refused',
  unknownClaims: 'ignored',
  mpCodeInDescription: false,
  traceStyle: 'trace_id',
  errorJson: 'absent',
  fiksResource: 'ignored',
  ...vehicleDefaults,
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
    krrMalformed: { enum: ['refused', 'leftOut'] },
    ...svarutSettingsSchema,
    tokenLifetimeSeconds: { type: 'integer', minimum: 1, maximum: 86_400 },
    tokensAge: { type: 'boolean' },
    maskinportenClockOffsetSeconds: { type: 'number', minimum: -31_536_000, maximum: 31_536_000 },
    newKeyActiveAfterMs: { type: 'number', minimum: 0, maximum: 86_400_000 },
    kidWithX5c: { enum: ['refused', 'accepted'] },
    unknownClaims: { enum: ['ignored', 'refused'] },
    mpCodeInDescription: { type: 'boolean' },
    traceStyle: { enum: ['trace_id', 'correlation id'] },
    errorJson: { enum: ['absent', 'string', 'object'] },
    fiksResource: { enum: ['ignored', 'refused'] },
    ...vehicleSettingsSchema,
  } satisfies Record<keyof Settings, object>,
} as const;
