/**
 * What the cells of a row are in the editor's forms, from the columns of a declared list.
 */
import type { AnyColumn, AnyCredentialColumn, AnyField } from './declarations.mts';

interface Cell {
  readonly name: string;
  readonly control: 'text' | 'switch' | 'choice';
  /** What a cell that nobody has touched holds. */
  readonly initial: string | boolean;
  readonly required: boolean;
  /** How its text must be written. */
  readonly form?: 'id' | 'number' | 'dateTime';
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly choices?: readonly string[];
  readonly shownWhen?: { readonly field: string; readonly is: readonly string[] };
}

/** What an entry must have beside its name is the id that the name stands for. */
export const credentialCell = ({ name, required, placeholder }: AnyCredentialColumn): Cell => ({
  name,
  control: 'text',
  initial: '',
  required,
  placeholder: placeholder ?? '',
  ...(required && name !== 'name' && { form: 'id' }),
});

const cellOfKind = (column: AnyColumn): Omit<Cell, 'name' | 'required'> => {
  switch (column.kind) {
    case 'boolean':
      return { control: 'switch', initial: column.default };
    case 'choice':
      return { control: 'choice', initial: column.default, choices: column.choices.map(({ value }) => value) };
    case 'number': {
      const { min, max } = column;
      return { control: 'text', initial: String(column.default ?? ''), form: 'number', min, max };
    }
    case 'dateTime':
      return { control: 'text', initial: '', form: 'dateTime', placeholder: '2026-11-20T10:00' };
    case 'identifier':
      return { control: 'text', initial: '', ...(column.identifier === 'uuid' && { form: 'id' }) };
    case 'text':
      return { control: 'text', initial: column.default ?? '', maxLength: column.maxLength };
  }
};

/** A value as the dialog has it: switches hold text there. */
export const asInDialog = ({ field, is }: NonNullable<AnyField['shownWhen']>): { field: string; is: string[] } => ({
  field,
  is: is.map(String),
});

export const serviceCell = (column: AnyColumn): Cell => ({
  name: column.name,
  required: column.required,
  ...cellOfKind(column),
  ...(column.shownWhen && { shownWhen: asInDialog(column.shownWhen) }),
});
