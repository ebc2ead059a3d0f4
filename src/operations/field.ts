/**
 * What a user fills in, declared once: from these come n8n's properties, Node-RED's form, the check of the input, the
 * help and the reference tables.
 */
export interface Text {
  readonly en: string;
  readonly nb: string;
}

interface FieldBase {
  readonly name: string;
  readonly label: Text;
  readonly help: Text;
  /** A warning that stays in sight beside the field. */
  readonly caution?: Text;
  /** `true`: an empty value is an error. */
  readonly required: boolean;
  /** Folded away until asked for. */
  readonly group?: 'advanced';
  /** Where the value usually stands in the incoming message, for a form that is right before it is touched. */
  readonly usual?: string;
}

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: Text;
  readonly help?: Text;
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly maxLength: number;
  readonly default?: string;
}

export interface IdentifierField extends FieldBase {
  readonly kind: 'identifier';
  readonly identifier:
    | 'foedselsnummer'
    | 'organisasjonsnummer'
    | 'uuid'
    | 'kjennemerke'
    | 'kjennemerkePattern'
    | 'understellsnummer'
    | 'understellsnummerPattern';
}

export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

export interface BooleanField extends FieldBase {
  readonly kind: 'boolean';
  readonly default: boolean;
  /** What it lets out may not go to an AI agent. */
  readonly notForAi?: true;
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  readonly default: string;
}

export interface ChoicesField extends FieldBase {
  readonly kind: 'choices';
  readonly choices: readonly Choice[];
  readonly default: readonly string[];
}

/** A named entry of a list in the credential, by its name, or an id that is not in the list. */
export interface ChoicesFromField extends FieldBase {
  readonly kind: 'choicesFrom';
  readonly list: 'roles' | 'accounts';
}

/** A moment: ISO 8601, read as Norwegian time where it has no offset, and its day's beginning where it has no time. */
export interface DateTimeField extends FieldBase {
  readonly kind: 'dateTime';
}

/** A structured value, such as an address; the operation's own schema says what it may hold. */
export interface JsonField extends FieldBase {
  readonly kind: 'json';
}

/** Files: names of binary fields in n8n, a property of the message in Node-RED. */
export interface DocumentsField extends FieldBase {
  readonly kind: 'documents';
}

export type Field =
  | TextField
  | IdentifierField
  | NumberField
  | BooleanField
  | ChoiceField
  | ChoicesField
  | ChoicesFromField
  | DateTimeField
  | JsonField
  | DocumentsField;
