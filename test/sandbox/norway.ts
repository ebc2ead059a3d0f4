/** Persons, vehicles and organisations of a sandbox, as its services answer about them. */
import { RegisterCaller } from './folkeregisterCaller';
import { VehicleCaller } from './kjoretoy';

interface Shown {
  readonly foedselsEllerDNummer: string;
  readonly historiskeIdentifikatorer: readonly string[];
}

/** Elements of a part that hold today. */
export const current = (person: any, part: string): any[] =>
  (person?.[part] ?? []).filter(({ erGjeldende }: any) => erGjeldende !== false);

export const numberOf = (person: any): string => current(person, 'identifikasjonsnummer')[0].foedselsEllerDNummer;
export const statusOf = (person: any): string => current(person, 'status')[0].status;
export const bornOf = (person: any): string => current(person, 'foedsel')[0].foedselsdato;

/** Nobody in the sandbox grows older, so a child is whoever is one at the end of 2026. */
export const isMinor = (person: any): boolean => bornOf(person) > '2008-12-31';

const PARTS = ['person-basis', 'relasjon-utvidet', 'identitetsgrunnlag-utvidet', 'rettsligHandleevne', 'historikk'];

export class Norway {
  private constructor(
    /** Documents, everything in them. */
    readonly persons: readonly any[],
    private readonly byNumber: ReadonlyMap<string, any>,
    private readonly contacts: ReadonlyMap<string, any>,
    readonly vehicles: readonly any[],
    readonly recipients: any,
  ) {}

  static async seenBy(register: RegisterCaller): Promise<Norway> {
    const { caller } = register;
    const shown: readonly Shown[] = (await caller.call('/admin/persons')).body;
    const numbers = shown.map(({ foedselsEllerDNummer }) => foedselsEllerDNummer);

    const query = `?somBestilt=true&${PARTS.map((part) => `part=${part}`).join('&')}`;
    const { body } = await register.post(`/personer/bulkoppslag${query}`, { foedselsEllerDNummer: numbers });
    const persons = body.oppslag.map(({ folkeregisterperson }: any) => folkeregisterperson);
    const byNumber = new Map(
      shown.flatMap(({ foedselsEllerDNummer, historiskeIdentifikatorer }, index) =>
        [foedselsEllerDNummer, ...historiskeIdentifikatorer].map((number) => [number, persons[index]] as const),
      ),
    );

    const authorization = `Bearer ${await caller.token()}`;
    const asked = { personidentifikatorer: numbers, inkluderIkkeRegistrerte: true };
    const answer = await caller.postJson('/krr/rest/v2/personer', asked, { authorization });
    const contacts = new Map(answer.body.personer.map((contact: any) => [contact.personidentifikator, contact]));

    const vehicleCaller = new VehicleCaller(caller, await caller.fiksHeaders());
    const plates: string[] = (await caller.call('/admin/vehicles')).body.flatMap(
      ({ kjennemerker }: any) => kjennemerker,
    );
    const found = await Promise.all(plates.map((plate) => vehicleCaller.plate(plate)));
    const vehicles = found.flatMap(({ kjoretoy }) => (kjoretoy ? [kjoretoy] : []));

    const recipients = (await caller.call('/admin/recipients')).body;
    return new Norway(persons, byNumber, contacts as ReadonlyMap<string, any>, vehicles, recipients);
  }

  /** By any number the person has or had. */
  find(number: string): any {
    return this.byNumber.get(number);
  }

  /** What KRR answers about a person. */
  contactOf(person: any): any {
    return this.contacts.get(numberOf(person));
  }

  /** A part of everybody, as far as it holds today. */
  all(part: string): any[] {
    return this.persons.flatMap((person) => current(person, part));
  }

  /** The values of a member of a part, over everybody. */
  valuesOf(part: string, member: string): Set<any> {
    return new Set(
      this.all(part)
        .map((element) => element[member])
        .filter((value) => value !== undefined),
    );
  }

  /** Whoever owns, shares, leases or uses a vehicle. */
  get parties(): any[] {
    return this.vehicles.flatMap(({ eierskap = {} }) =>
      [eierskap.eier, eierskap.medeier, eierskap.leasingtaker, eierskap.underenhet].filter(Boolean),
    );
  }
}
