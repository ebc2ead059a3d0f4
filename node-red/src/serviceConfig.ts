/**
 * What a service node is configured with: the choices of the dialog, and a value and a type for each field.
 */
import type { NodeDef } from 'node-red';

export interface ServiceDefinition extends NodeDef {
  readonly maskinporten: string;
  readonly fiks?: string;
  readonly operation: string;
  /** Where the list of items is: an array gives one input per element, anything else one input. */
  readonly list: string;
  readonly listType: string;
  /** Items in which this property is set are passed on as they are, and nothing is asked about them. */
  readonly skip: string;
  /** Where the result goes. */
  readonly result: string;
  /** `array`: one message with all items. `messages`: one message per item, with `msg.parts`. */
  readonly mode: 'array' | 'messages';
  /** Whether each kind of result has an output of its own, where the operation tells kinds apart. */
  readonly split?: boolean;
  readonly [field: string]: unknown;
}

/** Types of a typed input that are ours: the value itself, rows as JSON, and a property of the item. */
export const LITERAL_TYPES = ['choice', 'choices'] as const;
export const ROWS_TYPE = 'rows';
export const ITEM_TYPE = 'item';
