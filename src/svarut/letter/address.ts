/**
 * Postal addresses as SvarUt takes them (fact sheet svarut §5.1).
 */
import { z } from 'zod/v4';
import { invalid } from './faults';

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || undefined);

const adresse = z.object({
  adresselinje1: z.string().trim().min(1).max(70),
  adresselinje2: optionalText(70),
  adresselinje3: optionalText(70),
  postnummer: optionalText(20),
  poststed: z.string().trim().min(1).max(70),
  landkode: optionalText(2).refine((code) => code === undefined || /^[A-Z]{2}$/.test(code)),
});

export type Address = z.infer<typeof adresse>;

/**
 * @param what what the address is of, in the sentence of the error
 * @throws ServiceError ERR_INVALID_INPUT naming the line of the address, never its content
 */
export const readAddress = (field: string, what: string, given: unknown): Address => {
  const read = adresse.safeParse(given);
  if (read.success) return read.data;
  const where = String(read.error.issues[0]?.path[0] ?? 'the address');
  throw invalid(
    field,
    `The ${what} is not one SvarUt takes (${where}).`,
    'Give an object with adresselinje1 to 3, postnummer, poststed and, abroad, landkode (two capital letters).',
  );
};

/** The address of a recipient, which only a letter that is never printed can do without. */
export const recipientAddress = (given: unknown, mayBePrinted: boolean): Address | undefined => {
  if (given !== undefined && given !== null) return readAddress('postalAddress', 'postal address', given);
  if (!mayBePrinted) return undefined;
  throw invalid(
    'postalAddress',
    'The letter has no postal address, so SvarUt could not print it if it cannot go digitally.',
    'Give the postal address from Folkeregisteret, or turn on "Only Digital Delivery".',
  );
};
