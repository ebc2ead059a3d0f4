/**
 * From persons' numbers to the recipients of letters about them, in two rounds of look-ups however many they are.
 */
import { isServiceError, type ServiceError } from '../../http/serviceError';
import type { JsonObject } from '../../operations/operation';
import { isProtected } from '../adressebeskyttelse/protect';
import { numberOf, readPerson, type Folkeregisterperson, type PersonDocument } from '../model';
import { nameOf } from '../simplified/identity';
import type { Addressee } from './addressee';
import type { Matter } from './mandate';
import { isClear, REASONS } from './reasons';
import { recipientOf, type Judged } from './recipient';
import { decide, isNotifiedToo, type Decision } from './rule';

type Found = PersonDocument | ServiceError;

/** One answer for each number, in order, in as few calls as it can. */
export type LookUp = (numbers: readonly string[], parts: readonly string[]) => Promise<readonly Found[]>;

/** To write to somebody; protection comes along with the addresses. */
const RECIPIENT_PARTS = [
  'navn',
  'status',
  'doedsfall',
  'foedsel',
  'bostedsadresse',
  'oppholdsadresse',
  'postadresse',
  'postadresseIUtlandet',
];

const PERSON_PARTS = [
  ...RECIPIENT_PARTS,
  'foreldreansvar',
  'vergemaalEllerFremtidsfullmakt',
  'kontaktinformasjonForDoedsbo',
];

export interface Question {
  /** What the letters are about. */
  readonly matter: Matter;
  /** Whether the flow's author has asked for protected addresses. */
  readonly addresses: boolean;
  readonly nowMs: number;
}

interface Case {
  readonly document: PersonDocument;
  readonly person: Folkeregisterperson;
  readonly decision: Decision;
}

const attempt = <T>(work: () => T): T | ServiceError => {
  try {
    return work();
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return error;
  }
};

const caseOf = (document: PersonDocument, { matter, nowMs }: Question): Case => {
  const person = readPerson(document);
  return { document, person, decision: decide(person, matter, nowMs) };
};

/** By the number asked for and the one that is valid now. */
const knownOf = (numbers: readonly string[], found: readonly Found[], cases: readonly (Case | ServiceError)[]) =>
  new Map([
    ...numbers.map((number, at) => [number, found[at]] as const),
    ...cases.flatMap((one) => (isServiceError(one) ? [] : [[numberOf(one.person), one.document] as const])),
  ]);

const numbersOf = (one: Case | ServiceError): readonly string[] =>
  isServiceError(one) ? [] : one.decision.addressees.flatMap(({ foedselsnummer }) => foedselsnummer ?? []);

/** What keeps all of them from being found concerns only the letters that are to go to them. */
const lookUpOthers = async (lookUp: LookUp, numbers: readonly string[]): Promise<ReadonlyMap<string, Found>> => {
  if (numbers.length === 0) return new Map();
  const found = await lookUp(numbers, RECIPIENT_PARTS).catch((error: unknown) => {
    if (!isServiceError(error)) throw error;
    return numbers.map(() => error);
  });
  return new Map(numbers.map((number, at) => [number, found[at] as Found]));
};

/** @throws ServiceError what kept somebody from being found who may well be there */
const judge = (
  addressee: Addressee,
  { document }: Case,
  find: (number: string) => Found | undefined,
  { addresses, nowMs }: Question,
): Judged => {
  const { role, foedselsnummer } = addressee;
  const found = role === 'person' ? document : foedselsnummer === undefined ? undefined : find(foedselsnummer);
  if (isServiceError(found) && found.kind === 'system') throw found;
  return recipientOf(addressee, isServiceError(found) ? undefined : found, {
    nowMs,
    addresses,
    isProtected: isProtected(document),
  });
};

const answerOf = (one: Case, find: (number: string) => Found | undefined, question: Question): JsonObject => {
  const { person, decision } = one;
  const judged = decision.addressees.map((addressee) => judge(addressee, one, find, question));
  const fault = judged.find((recipient) => recipient.fault)?.fault;
  const reason = isClear(decision.reason) ? (fault ?? decision.reason) : decision.reason;
  return {
    foedselsnummer: numberOf(person),
    name: nameOf(person) ?? null,
    recipients: judged.map(({ recipient }) => recipient),
    handleManually: !isClear(reason),
    reason,
    reasonText: REASONS[reason],
    notifyMinorToo: isNotifiedToo(person, question.nowMs),
  };
};

/**
 * One answer for each number, in order.
 * @throws ServiceError what concerns all of them
 */
export const findRecipients = async (
  lookUp: LookUp,
  numbers: readonly string[],
  question: Question,
): Promise<readonly (JsonObject | ServiceError)[]> => {
  const found = await lookUp(numbers, PERSON_PARTS);
  const cases = found.map((one) => (isServiceError(one) ? one : attempt(() => caseOf(one, question))));
  const known = knownOf(numbers, found, cases);
  const others = [...new Set(cases.flatMap(numbersOf))].filter((number) => !known.has(number));
  const looked = await lookUpOthers(lookUp, others);
  const find = (number: string): Found | undefined => known.get(number) ?? looked.get(number);
  return cases.map((one) => (isServiceError(one) ? one : attempt(() => answerOf(one, find, question))));
};
