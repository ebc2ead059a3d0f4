/** Judges XML by a schema of sequences, choices, extensions and simple types, which is what the register's are made of. */
import { readXml, type XmlElement } from './xml';

interface Place {
  readonly name: string;
  readonly type: string;
  readonly min: number;
  readonly max: number;
}

/** What the schema does not know may be newer than it. */
export interface Findings {
  /** `Type.element`, or `Type=value`. */
  readonly unknown: Set<string>;
  readonly wrong: Set<string>;
}

const find = (element: XmlElement, ...names: string[]): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>((at, name) => at?.children.find((child) => child.name === name), element);

const count = (text: string | undefined): number => (text === 'unbounded' ? Infinity : Number(text ?? 1));

/** A sequence as its places in order; one of a choice need not be there. */
const placesIn = (sequence: XmlElement | undefined, isChoice = false): Place[] =>
  (sequence?.children ?? []).flatMap((child) => {
    if (child.name !== 'element') return placesIn(child, isChoice || child.name === 'choice');
    const { name = '', type = '', minOccurs, maxOccurs } = child.attributes;
    return [{ name, type, min: isChoice ? 0 : count(minOccurs), max: count(maxOccurs) }];
  });

const SIMPLE: Readonly<Record<string, RegExp>> = {
  'xsd:boolean': /^(?:true|false)$/,
  'xsd:date': /^\d{4}-\d\d-\d\d$/,
  'xsd:dateTime': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/,
  'xsd:gYear': /^\d{4}$/,
  'xsd:long': /^-?\d{1,19}$/,
  'xsd:string': /^[^]*$/,
};

export class Xsd {
  readonly #root: XmlElement;
  readonly namespace: string;

  constructor(schema: string) {
    this.#root = readXml(schema);
    this.namespace = this.#root.attributes.targetNamespace ?? '';
  }

  judge(xml: string): Findings {
    const findings: Findings = { unknown: new Set(), wrong: new Set() };
    const element = readXml(xml);
    const declared = this.#root.children.find(
      ({ name, attributes }) => name === 'element' && attributes.name === element.name,
    );
    if (element.attributes.xmlns !== this.namespace) findings.wrong.add(`the namespace of ${element.name}`);
    if (declared) this.#judge(element, declared.attributes.type!, findings);
    else findings.wrong.add(`no element is called ${element.name}`);
    return findings;
  }

  #judge(element: XmlElement, type: string, findings: Findings): void {
    const declared = this.#declared('complexType', type);
    if (!declared) {
      this.#judgeText(element.text, type, findings);
      return;
    }
    const places = this.#places(declared);
    let reached = 0;
    for (const child of element.children) {
      const at = places.findIndex(({ name }) => name === child.name);
      if (at < 0) {
        findings.unknown.add(`${type}.${child.name}`);
        continue;
      }
      if (at < reached) findings.wrong.add(`${type}.${child.name} comes too late`);
      reached = Math.max(at, reached);
      this.#judge(child, places[at]!.type, findings);
    }
    for (const { name, min, max } of places) {
      const there = element.children.filter((child) => child.name === name).length;
      if (there < min) findings.wrong.add(`${type}.${name} is missing`);
      if (there > max) findings.wrong.add(`${type}.${name} is there ${there} times`);
    }
  }

  #judgeText(text: string, type: string, findings: Findings): void {
    const builtIn = SIMPLE[type];
    if (builtIn) {
      if (!builtIn.test(text)) findings.wrong.add(`${text} is no ${type}`);
      return;
    }
    const restriction = find(this.#declared('simpleType', type)!, 'restriction')!;
    const facets = (name: string) =>
      restriction.children.filter((child) => child.name === name).map(({ attributes }) => attributes.value!);
    const values = facets('enumeration');
    if (values.length > 0 && !values.includes(text)) findings.unknown.add(`${type}=${text}`);
    const isRight =
      facets('pattern').every((pattern) => new RegExp(`^(?:${pattern})$`, 'u').test(text)) &&
      facets('length').every((length) => text.length === Number(length)) &&
      facets('maxLength').every((length) => text.length <= Number(length)) &&
      facets('minLength').every((length) => text.length >= Number(length));
    if (!isRight) findings.wrong.add(`${type} is not ${text}`);
    this.#judgeText(text, restriction.attributes.base!, findings);
  }

  /** What an extension adds comes after what it extends. */
  #places(complexType: XmlElement): Place[] {
    const extension = find(complexType, 'complexContent', 'extension');
    if (!extension) return placesIn(complexType);
    return [...this.#places(this.#declared('complexType', extension.attributes.base!)!), ...placesIn(extension)];
  }

  #declared(kind: 'complexType' | 'simpleType', type: string): XmlElement | undefined {
    return this.#root.children.find(({ name, attributes }) => name === kind && attributes.name === type);
  }
}
