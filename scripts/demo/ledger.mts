/**
 * What the sandbox says happened. Figures come from here and not from the flow, which is what is being judged.
 */
export interface LedgerLetter {
  readonly id: string;
  readonly eksternReferanse: string | null;
  readonly endpoint: 'person' | 'print';
  readonly channel: 'dpi' | 'altinn' | 'print' | 'none';
  readonly state: string;
  readonly documents: readonly { readonly sha256: string; readonly encrypted?: object }[];
}

interface LedgerRequest {
  /** When it was answered. */
  readonly at: string;
  readonly service: 'maskinporten' | 'folkeregister' | 'krr' | 'kjoretoyregister' | 'svarut';
  readonly operation: string;
}

export interface Ledger {
  readonly letters: readonly LedgerLetter[];
  readonly requests: readonly LedgerRequest[];
}

const get = async <T,>(url: string): Promise<T> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${new URL(url).pathname}.`);
  return (await response.json()) as T;
};

export const readLedger = async (sandboxUrl: string): Promise<Ledger> => ({
  letters: await get<LedgerLetter[]>(`${sandboxUrl}/admin/letters`),
  requests: await get<LedgerRequest[]>(`${sandboxUrl}/admin/requests`),
});

export interface SandboxCredentials {
  readonly maskinporten: Readonly<Record<string, string>>;
  readonly fiks: Readonly<Record<string, string>>;
}

export const readCredentials = (sandboxUrl: string): Promise<SandboxCredentials> =>
  get(`${sandboxUrl}/admin/credentials`);

export const countRequests = ({ requests }: Ledger) => {
  const count = (service: LedgerRequest['service'], ...operations: string[]): number =>
    requests.filter(
      (request) => request.service === service && (operations.length === 0 || operations.includes(request.operation)),
    ).length;
  return {
    maskinporten: count('maskinporten', 'token'),
    folkeregister: count('folkeregister'),
    krr: count('krr'),
    svarutSend: count('svarut', 'sendPerson', 'sendPrint'),
    svarutLookup: count('svarut', 'metadata', 'eksternRef'),
  };
};
