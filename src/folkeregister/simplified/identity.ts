/**
 * Who a person is: name and numbers.
 */
import { currentOf, isCurrent, type Folkeregisterperson } from '../model';
import { wholeName } from '../relations';

/** What SvarUt takes. */
const MAX_NAME = 100;

/** The name as one text that SvarUt takes; the register's own short form where the whole is longer. */
export const nameOf = ({ navn }: Folkeregisterperson): string | undefined => {
  const name = currentOf(navn);
  const whole = wholeName(name);
  if (whole === undefined || whole.length <= MAX_NAME) return whole;
  return (name?.forkortetNavn ?? whole).slice(0, MAX_NAME);
};

/** Those the register has replaced. */
export const formerNumbersOf = ({ identifikasjonsnummer = [] }: Folkeregisterperson): readonly string[] =>
  identifikasjonsnummer.flatMap((entry) =>
    isCurrent(entry) || entry.foedselsEllerDNummer === undefined ? [] : [entry.foedselsEllerDNummer],
  );
