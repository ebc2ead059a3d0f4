/** The fields of a letter by their paths on the wire, such as `dokumenter[].filnavn`: those published, and those sent. */
import { FORSENDELSE, type Endpoint } from './openapi';
import { readSpec } from './specs';

type Schema = { readonly [key: string]: any };

/** Every field of an endpoint's metadata, also those that only hold others. */
export const publishedPaths = (endpoint: Endpoint): string[] => {
  const { schemas } = readSpec('send').components;
  const pathsOf = (given: Schema, at: string): string[] => {
    const { properties = {}, items } = given.$ref ? schemas[given.$ref.split('/').at(-1)] : given;
    return [
      ...Object.entries<Schema>(properties).flatMap(([name, one]) => {
        const path = at === '' ? name : `${at}.${name}`;
        return [path, ...pathsOf(one, path)];
      }),
      ...(items ? pathsOf(items, `${at}[]`) : []),
    ];
  };
  return pathsOf(schemas[FORSENDELSE[endpoint]], '');
};

/** Every value in a letter by its place, such as `dokumenter[0].filnavn`. */
export const valuesIn = (value: unknown, at = ''): (readonly [place: string, value: unknown])[] => {
  if (Array.isArray(value)) return value.flatMap((one, nth) => valuesIn(one, `${at}[${nth}]`));
  if (typeof value !== 'object' || value === null) return [[at, value]];
  return Object.entries(value).flatMap(([name, one]) => valuesIn(one, at === '' ? name : `${at}.${name}`));
};

/** A list of plain values is one field. */
export const pathOf = (place: string): string => place.replace(/\[\d+\]$/, '').replace(/\[\d+\]/g, '[]');

/** Every field that has a value, and those that hold it. */
export const pathsIn = (forsendelse: unknown): string[] => [
  ...new Set(
    valuesIn(forsendelse).flatMap(([place]) => {
      const steps = pathOf(place).split('.');
      return steps.map((_step, at) =>
        steps
          .slice(0, at + 1)
          .join('.')
          .replace(/\[\]$/, ''),
      );
    }),
  ),
];
