/**
 * A parameter that only names a field of the incoming item, as the form is filled in to begin with, or as n8n writes it when
 * the field is dragged there. n8n works each expression out in a sandbox, which takes it half a millisecond; for a hundred
 * thousand items that is most of a minute in which n8n does nothing else.
 */
const FORMS = [
  /^=\{\{\s*\$json\.(?<name>[\p{L}_$][\p{L}\p{N}_$]*)\s*\}\}$/u,
  /^=\{\{\s*\$json\[(?<quote>["'])(?<name>[^"'\\]+)\k<quote>\]\s*\}\}$/u,
];

/** @returns the field's name, or undefined where the parameter is anything else */
export const fieldNamedIn = (parameter: unknown): string | undefined => {
  if (typeof parameter !== 'string') return undefined;
  return FORMS.map((form) => form.exec(parameter)?.groups?.name).find((name) => name !== undefined);
};
