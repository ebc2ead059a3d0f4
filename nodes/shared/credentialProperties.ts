/**
 * From the declaration of a credential to n8n's form.
 */
import type { INodeProperties, NodePropertyTypes } from 'n8n-workflow';
import type { CredentialDeclaration, CredentialField } from '../../src/core';

const TYPES: Record<CredentialField['kind'], NodePropertyTypes> = {
  choice: 'options',
  text: 'string',
  secret: 'string',
  secretText: 'string',
};

const TYPE_OPTIONS: Partial<Record<CredentialField['kind'], INodeProperties['typeOptions']>> = {
  secret: { password: true },
  // One line per row would show the key; n8n keeps the line breaks of what is pasted here.
  secretText: { password: true, rows: 4 },
};

const propertyOf = (field: CredentialField): INodeProperties => ({
  displayName: field.label.en,
  name: field.name,
  type: TYPES[field.kind],
  default: field.default,
  description: field.help.en,
  ...(field.required && { required: true }),
  ...(field.placeholder && { placeholder: field.placeholder }),
  ...(field.choices && { options: field.choices.map(({ value, label }) => ({ name: label.en, value })) }),
  ...(TYPE_OPTIONS[field.kind] && { typeOptions: TYPE_OPTIONS[field.kind] }),
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
