import { randomUUID } from 'node:crypto';
import { Refusal } from '../refusal.js';
import type { FolkeregisterSettings } from './settings.js';
import { xmlDocument } from './xml.js';

/**
 * Which of the register's bodies a refusal has: the application's own, the model it declares for the feed, the one it
 * declares for access and parts, that of the extracts, or a page from the firewall in front of it all.
 */
type Shape = 'register' | 'model' | 'declared' | 'extract' | 'firewall';

/** A refusal that comes from the register itself and passes through Fiks unchanged. */
export class RegisterRefusal extends Refusal {
  constructor(
    status: number,
    message: string,
    reason: string,
    readonly shape: Shape = 'register',
  ) {
    super(status, message, reason);
  }
}

export const invalidParameter = (reason: string): RegisterRefusal =>
  new RegisterRefusal(400, 'Ugyldig parameter.', reason);

/** No list of the register's codes is public; this is the only one seen with a malformed request. */
const CODE = 'FREG-001';

interface Body {
  readonly root: string;
  readonly content: object;
}

export const registerBody = ({ message }: Refusal): Body => ({
  root: 'feil',
  content: { kode: CODE, melding: message, korrelasjonsid: randomUUID() },
});

const modelBody = ({ message, status }: Refusal): Body => ({
  root: 'error',
  content: { code: CODE, message, httpStatus: status, feilreferanse: randomUUID() },
});

const declaredBody = ({ message, status }: Refusal): Body => ({
  root: 'folkeregisterFeilmelding',
  content: {
    feilkode: CODE,
    feilmelding: message,
    alvorlighetsgrad: 'FEIL',
    httpStatus: status,
    tilleggsinformasjon: {},
  },
});

const extractBody = ({ message }: Refusal): Body => ({
  root: 'uttrekkDataResponse',
  content: { feilmelding: message },
});

const firewallPage = (): string =>
  '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. ' +
  `Your support ID is: ${randomUUID().replaceAll('-', '').slice(0, 19)}</body></html>`;

const BODIES: Readonly<Record<Exclude<Shape, 'firewall'>, (refusal: Refusal) => Body>> = {
  register: registerBody,
  model: modelBody,
  declared: declaredBody,
  extract: extractBody,
};

const UNDECLARED: Readonly<
  Record<FolkeregisterSettings['registerErrorBody'], ((refusal: Refusal) => Body) | undefined>
> = { kode: registerBody, code: modelBody, empty: undefined };

interface RefusalAnswer {
  readonly type: string;
  readonly body: string;
}

/** What goes over the wire, in XML for who reads nothing else. */
export const refusalAnswer = (
  refusal: RegisterRefusal,
  { registerErrorBody }: FolkeregisterSettings,
  inXml: boolean,
): RefusalAnswer => {
  if (refusal.shape === 'firewall') return { type: 'text/html; charset=utf-8', body: firewallPage() };
  const bodyOf = refusal.shape === 'register' ? UNDECLARED[registerErrorBody] : BODIES[refusal.shape];
  if (!bodyOf) return { type: inXml ? 'application/xml' : 'application/json', body: '' };
  const { root, content } = bodyOf(refusal);
  return inXml
    ? { type: 'application/xml', body: xmlDocument(root, content) }
    : { type: 'application/json', body: JSON.stringify(content) };
};
