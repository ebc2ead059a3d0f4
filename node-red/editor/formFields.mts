/**
 * What the script of a service's form must know of the fields, beside what stands in the page.
 */
import { asInDialog, serviceCell } from './columns.mts';
import { fieldsOf, type AnyField, type AnyListField, type Form, type SharedField } from './declarations.mts';
import { typedInputOf } from './typedInputs.mts';

const rowsOf = ({ columns, maxEntries }: AnyListField): object => ({
  columns: columns.map(serviceCell),
  max: maxEntries,
});

const mapped = <From, To>(record: Readonly<Record<string, From>>, change: (from: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, from]) => [name, change(from)]));

const isWordedLike = (one: AnyField, other: AnyField): boolean =>
  one.label.en === other.label.en && one.help.en === other.help.en;

/** The operations that call a field something else, or say something else of it, than the first that has it. */
export const wordedOtherwise = ({ field, byOperation }: SharedField): string[] =>
  Object.keys(byOperation).filter((operation) => !isWordedLike(byOperation[operation] ?? field, field));

export const formFieldsOf = (form: Form, typedInput = typedInputOf): object[] =>
  fieldsOf(form).map((shared) => {
    const { field, byOperation } = shared;
    const { types, type, value } = typedInput(field);
    const wordedIn = wordedOtherwise(shared);
    return {
      name: field.name,
      types,
      type,
      value,
      ...('choices' in field && { choices: field.choices.map(({ value }) => value) }),
      ...('list' in field && { list: field.list }),
      ...(field.kind === 'list' && { rows: mapped(byOperation as Record<string, AnyListField>, rowsOf) }),
      ...(wordedIn.length > 0 && { wordedIn }),
    };
  });

/** The type a choice or a switch has while its value stands in the dialog, and is not worked out. */
const literalTypeOf = (field: AnyField | undefined): string => (field?.kind === 'boolean' ? 'bool' : 'choice');

/** What depends on what, in each operation. */
export const conditionsOf = (form: Form): object[] =>
  form.operations.flatMap(({ name: operation, fields }) =>
    fields.flatMap(({ name, shownWhen }) => {
      if (!shownWhen) return [];
      const type = literalTypeOf(fields.find((one) => one.name === shownWhen.field));
      return [{ operation, name, type, ...asInDialog(shownWhen) }];
    }),
  );
