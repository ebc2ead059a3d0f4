/**
 * What a user fills in to be let in, declared once for both hosts.
 */
import type { Choice, Text } from '../operations/field';

interface FieldBase {
  readonly name: string;
  readonly label: Text;
  readonly help: Text;
  readonly required: boolean;
  /** Shown only while another field has this value. */
  readonly shownWhen?: { readonly field: string; readonly is: string | boolean };
}

export interface TextCredentialField extends FieldBase {
  /** `secret` never leaves the host's credential store; `longText` and `secretText` may hold several lines. */
  readonly kind: 'text' | 'longText' | 'secret' | 'secretText';
  readonly default: string;
  readonly placeholder?: string;
}

export interface ChoiceCredentialField extends FieldBase {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  readonly default: string;
}

export interface SwitchCredentialField extends FieldBase {
  readonly kind: 'switch';
  readonly default: boolean;
}

/** Named entries that the nodes offer as a drop-down; the first column is the name. */
export interface ListCredentialField extends FieldBase {
  readonly kind: 'list';
  readonly entry: Text;
  readonly columns: readonly TextCredentialField[];
}

export type CredentialField = TextCredentialField | ChoiceCredentialField | SwitchCredentialField | ListCredentialField;

export interface CredentialDeclaration {
  /** Name of the type in n8n; credentials refer to it, so it never changes. */
  readonly name: 'maskinportenApi' | 'fiksIntegrationApi';
  readonly title: Text;
  readonly fields: readonly CredentialField[];
}
