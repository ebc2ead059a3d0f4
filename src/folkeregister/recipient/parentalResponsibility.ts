/**
 * Who has parental responsibility for a minor, and whether the register leaves a doubt (fact sheet folkeregister §5.1).
 */
import type { Folkeregisterperson } from '../model';
import { responsibilitiesOf, type Party, type Responsibility } from '../relations';
import { identityOf } from './addressee';
import type { Reason } from './reasons';

/** How many share each kind of it. */
const SHARED_BY = new Map<string | undefined, (count: number) => boolean>([
  ['felles', (count) => count === 2],
  ['mor', (count) => count === 1],
  ['far', (count) => count === 1],
  ['medmor', (count) => count === 1],
  ['andre', (count) => count > 0],
]);

const numbersOf = ({ identifikasjonsnummer = [] }: Folkeregisterperson): ReadonlySet<string | undefined> =>
  new Set(identifikasjonsnummer.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer));

/** It stands with both sides, so a minor who is a parent has that of the child too. */
export const responsibilitiesFor = (person: Folkeregisterperson): readonly Responsibility[] => {
  const own = numbersOf(person);
  return responsibilitiesOf(person).filter(
    ({ responsible }) => responsible.foedselsnummer === undefined || !own.has(responsible.foedselsnummer),
  );
};

/** Each once; whoever is not told at all is nobody. */
export const responsiblePartiesIn = (all: readonly Responsibility[]): readonly Party[] => [
  ...new Map(
    all.map(({ responsible }) => [identityOf(responsible), responsible] as const).filter(([identity]) => identity),
  ).values(),
];

/** @param all at least one, as `responsibilitiesFor` gives them */
export const judge = (person: Folkeregisterperson, all: readonly Responsibility[]): Reason => {
  const ansvar = all[0]?.ansvar;
  const isSharedBy = SHARED_BY.get(ansvar);
  if (!isSharedBy || !all.every((one) => SHARED_BY.has(one.ansvar))) return 'FORELDREANSVAR_UKJENT';
  const own = numbersOf(person);
  const isTold = all.every(
    (one) =>
      one.ansvar === ansvar &&
      identityOf(one.responsible) !== undefined &&
      (identityOf(one.child) === undefined || own.has(one.child.foedselsnummer)),
  );
  return isTold && isSharedBy(responsiblePartiesIn(all).length) ? 'FORELDREANSVAR' : 'FORELDREANSVAR_UKLART';
};
