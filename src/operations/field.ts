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
  /** So much hangs on it that a value which is worked out and comes to nothing is an error, and not the default. */
  readonly decisive?: true;
  /** Of use only while another field, a choice or a switch, has one of these values; otherwise hidden, and not given. */
  readonly shownWhen?: { readonly field: string; readonly is: readonly (string | boolean)[] };
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

/** Several short texts, given as a list, or as one text with a comma or a new line between them. */
export interface TextsField extends FieldBase {
  readonly kind: 'texts';
  /** What each of them is, where they are identifiers. */
  readonly identifier?: IdentifierField['identifier'];
  /** They come as they are given, for an operation that checks each by itself: one must not stop the others. */
  readonly unchecked?: true;
  /** Of each. */
  readonly maxLength: number;
  readonly maxEntries: number;
}

export interface IdentifierField extends FieldBase {
  readonly kind: 'identifier';
  readonly identifier:
    | 'foedselsnummer'
    | 'organisasjonsnummer'
    | 'personOrOrganisation'
    | 'uuid'
    | 'dokumentidentifikator'
    | 'kjennemerke'
    | 'kjennemerkePattern'
    | 'understellsnummer'
    | 'understellsnummerPattern';
}

/** A whole number. */
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly default?: number;
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

/** What one row of a list can hold. */
export type Column = TextField | IdentifierField | NumberField | BooleanField | ChoiceField | DateTimeField;

/** Rows of the same shape, in order: links, settings of each file. */
export interface ListField extends FieldBase {
  readonly kind: 'list';
  /** What one row is called. */
  readonly entry: Text;
  readonly columns: readonly Column[];
  readonly maxEntries: number;
}

export type Field =
  | TextField
  | TextsField
  | IdentifierField
  | NumberField
  | BooleanField
  | ChoiceField
  | ChoicesField
  | ChoicesFromField
  | DateTimeField
  | JsonField
  | ListField
  | DocumentsField;
