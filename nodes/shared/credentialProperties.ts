/**
 * From the declaration of a credential to n8n's form.
 */
import type { INodeProperties, NodePropertyTypes } from 'n8n-workflow';
import type { CredentialDeclaration, CredentialField } from '../../src/core';
import { rowsProperty } from './rows';

type Kind = CredentialField['kind'];

const TYPES: Record<Kind, NodePropertyTypes> = {
  choice: 'options',
  switch: 'boolean',
  text: 'string',
  longText: 'string',
  secret: 'string',
  secretText: 'string',
  list: 'fixedCollection',
};

const TYPE_OPTIONS: Partial<Record<Kind, INodeProperties['typeOptions']>> = {
  secret: { password: true },
  longText: { rows: 4 },
  // One line per row would show the key; n8n keeps the line breaks of what is pasted here.
  secretText: { password: true, rows: 4 },
};

const propertyOf = (field: CredentialField): INodeProperties => ({
  displayName: field.label.en,
  name: field.name,
  type: TYPES[field.kind],
  default: field.kind === 'list' ? {} : field.default,
  description: field.help.en,
  ...(field.required && { required: true }),
  ...('placeholder' in field && { placeholder: field.placeholder }),
  ...(field.kind === 'choice' && { options: field.choices.map(({ value, label }) => ({ name: label.en, value })) }),
  ...(TYPE_OPTIONS[field.kind] && { typeOptions: TYPE_OPTIONS[field.kind] }),
  ...(field.kind === 'list' && rowsProperty(field.entry, field.columns.map(propertyOf))),
  ...(field.shownWhen && { displayOptions: { show: { [field.shownWhen.field]: [field.shownWhen.is] } } }),
});

export const credentialPropertiesOf = (declaration: CredentialDeclaration): INodeProperties[] =>
  declaration.fields.map(propertyOf);

/** n8n calls `preAuthentication` where an expirable property is empty; this one always is, and never holds a token. */
export const CHECKED: INodeProperties = {
  displayName: 'Checked',
  name: 'checked',
  type: 'hidden',
  typeOptions: { expirable: true },
  default: '',
};
