const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapedXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

const METADATA = ['ajourholdstidspunkt', 'erGjeldende', 'kilde', 'aarsak', 'gyldighetstidspunkt', 'opphoerstidspunkt'];
const HOME = ['vegadresse', 'matrikkeladresse', 'ukjentBosted'];

/** What comes first by the contracts, after the metadata; the rest comes behind in the order it has. */
const FIRST_IN: Readonly<Record<string, readonly string[]>> = {
  bostedsadresse: HOME,
  deltBosted: [...HOME, 'startdatoForKontrakt', 'sluttdatoForKontrakt'],
  oppholdsadresse: ['vegadresse', 'matrikkeladresse', 'utenlandskAdresse', 'adressenErUkjent'],
  kontaktinformasjonForDoedsbo: ['person', 'advokat', 'organisasjon'],
  postboksadresse: ['postbokseier'],
  verge: ['navn'],
};

const inOrder = (parent: string, content: object): readonly (readonly [string, unknown])[] => {
  const own = FIRST_IN[parent];
  if (!own) return Object.entries(content);
  const first = [...METADATA, ...own];
  const placeOf = ([name]: readonly [string, unknown]): number => first.indexOf(name) + 1 || first.length + 1;
  return Object.entries(content).sort((one, other) => placeOf(one) - placeOf(other));
};

/** A list becomes as many elements as it has, an object one with its members in the order of the contracts. */
export const xmlElement = (name: string, content: unknown, attributes = ''): string => {
  if (content === undefined) return '';
  if (Array.isArray(content)) return content.map((one) => xmlElement(name, one, attributes)).join('');
  return `<${name}${attributes}>${xmlContent(name, content)}</${name}>`;
};

const xmlContent = (parent: string, content: unknown): string =>
  typeof content === 'object' && content !== null
    ? inOrder(parent, content)
        .map(([name, child]) => xmlElement(name, child))
        .join('')
    : escapedXml(String(content));

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** @param namespace of the root and everything in it */
export const xmlDocument = (root: string, content: unknown, namespace?: string): string =>
  XML_DECLARATION + xmlElement(root, content, namespace === undefined ? '' : ` xmlns="${namespace}"`);

/** A request without nesting, as lists of the texts of its elements; undefined when it is no XML. */
export const readFlatXml = (text: string): Readonly<Record<string, readonly string[]>> | undefined => {
  if (!/^\s*<[\s\S]*>\s*$/.test(text)) return undefined;
  const lists: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of text.matchAll(/<(?:[\w-]+:)?(\w+)(?:\s[^<>]*)?>([^<]*)<\/(?:[\w-]+:)?\1>/g)) {
    (lists[name] ??= []).push(value.trim());
  }
  return lists;
};
