/** The sandbox's vehicle register, called as the wire has it. */
import { Caller, type Answer } from './caller';

export const ENVELOPES = ['v3', 'v2'] as const;

/** What became of one item, whatever the envelope. */
export interface Item {
  readonly kjoretoy?: any;
  readonly code?: string;
}

export class VehicleCaller {
  constructor(
    readonly caller: Caller,
    readonly headers: Record<string, string>,
  ) {}

  static async start(): Promise<VehicleCaller> {
    const caller = await Caller.start();
    return new VehicleCaller(caller, await caller.fiksHeaders());
  }

  close(): Promise<void> {
    return this.caller.close();
  }

  reset(): Promise<Answer> {
    return this.caller.call('/admin/reset', { method: 'POST' });
  }

  set(settings: object): Promise<Answer> {
    return this.caller.postJson('/admin/settings', settings);
  }

  mirror(path: string, fiksOrgId: string = this.caller.credentials.fiks.fiksOrgId): string {
    return `/fiks/kjoretoyregister/api/${fiksOrgId}/rest/distribusjon/kjoretoy/v2.0/${path}`;
  }

  ksPath(whom: string, fiksOrgId: string = this.caller.credentials.fiks.fiksOrgId): string {
    return `/fiks/kjoretoyregister/api/v1/ks/${fiksOrgId}/${whom}`;
  }

  bulk(key: string, items: unknown): Promise<Answer> {
    return this.caller.postJson(this.mirror(`bulk/${key}`), items, this.headers);
  }

  chassis(understellsnummer: string): Promise<Answer> {
    return this.caller.call(this.mirror(`bulk/understellsnummer/${encodeURIComponent(understellsnummer)}`), {
      headers: this.headers,
    });
  }

  search(path: string, parameters: Record<string, string | number | boolean> | string): Promise<Answer> {
    const query =
      typeof parameters === 'string'
        ? parameters
        : new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)])).toString();
    return this.caller.call(this.mirror(`sok/${path}?${query}`), { headers: this.headers });
  }

  ks(whom: 'person' | 'organisasjon', body: unknown): Promise<Answer> {
    return this.caller.postJson(this.ksPath(whom), body, this.headers);
  }

  /** The one vehicle of a plate, or why there is none. */
  async plate(kjennemerke: string, dtg?: string): Promise<Item> {
    return itemsIn((await this.bulk('kjennemerke', [{ kjennemerke, ...(dtg && { dtg }) }])).body)[0]!;
  }
}

const itemOf = (entry: any): Item => ({
  kjoretoy: entry.kjoretoydata ?? entry.kjoretoy,
  code: entry.feilmelding ?? entry.responskoder?.[0]?.kode,
});

/** The items of a bulk answer, of a chassis look-up or of a page of hits. */
export const itemsIn = (body: any): Item[] =>
  (body.responser ?? body.kjoretoyresponser ?? []).flatMap(
    (entry: any) => entry.kjoretoydataListe?.map(itemOf) ?? [itemOf(entry)],
  );

export const kuidsIn = (body: any): (string | undefined)[] =>
  itemsIn(body).map(({ kjoretoy }) => kjoretoy?.kjoretoyId.kuid);

export const nameOf = (party: any): string => party.person?.etternavn ?? party.enhet.organisasjonsnavn;
