/**
 * An invented issuer of enterprise certificates, and what it issued to an invented municipality: certificates for
 * authentication, for signing and for encryption, like those of Buypass and Commfides.
 */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Workshop } from './workshop';

/** In the number series Norway sets aside for synthetic organisations. */
export const ORGANISATION = '310475025';

export const SUBJECT = `/C=NO/O=Sandkommunen/CN=Sandkommunen/serialNumber=${ORGANISATION}`;
/** SEID 2.0. */
export const ETSI_SUBJECT = `/C=NO/O=Sandkommunen/CN=Sandkommunen/organizationIdentifier=NTRNO-${ORGANISATION}`;

export const pkcs8 = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
export const newRsaKey = (modulusLength = 2048): KeyObject => generateKeyPairSync('rsa', { modulusLength }).privateKey;

const CONFIGURATION = `
[ca]
default_ca = it
[it]
database = index
new_certs_dir = .
default_md = sha256
unique_subject = no
rand_serial = yes
policy = any
[any]
C = optional
O = optional
CN = supplied
serialNumber = optional
organizationIdentifier = optional
`;

export interface Order {
  readonly key: KeyObject;
  readonly usage: string;
  readonly subject?: string;
  /** As openssl writes times: YYYYMMDDHHMMSSZ. */
  readonly from?: string;
  readonly to?: string;
}

const A_WHILE_AGO = '20260101000000Z';
const LONG_FROM_NOW = '20990101000000Z';

interface Issuer {
  readonly pem: string;
  readonly key: KeyObject;
}

export class Authority {
  readonly #workshop: Workshop;
  readonly #configuration: string;
  readonly root: Issuer;
  readonly issuing: Issuer;

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
    const database = workshop.put('');
    this.#configuration = workshop.put(CONFIGURATION.replace('index', database));
    const key = newRsaKey();
    const root = workshop.openssl(
      'req -x509 -days 3650 -addext keyUsage=critical,keyCertSign,cRLSign',
      ...['-key', workshop.put(pkcs8(key)), '-subj', '/C=NO/O=Norsk Kommune/CN=Norsk Kommune Test Root CA'],
    );
    this.root = { key, pem: root.toString() };
    this.issuing = this.newIssuing();
  }

  /** An issuer of the same name as any other made here, with a key of its own. */
  newIssuing(): Issuer {
    const key = newRsaKey();
    const subject = '/C=NO/O=Norsk Kommune/CN=Norsk Kommune Test CA';
    const extensions = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign';
    return { key, pem: this.#sign(this.root, { key, usage: '', subject }, extensions) };
  }

  /** @returns the certificate in PEM */
  issue(order: Order): string {
    // Without a hint of its issuer's key: only the signature tells issuers of one name apart.
    const extensions = ['basicConstraints=CA:FALSE', `keyUsage=critical,${order.usage}`, 'authorityKeyIdentifier=none'];
    return this.#sign(this.issuing, order, extensions.join('\n'));
  }

  request({ key, subject = SUBJECT }: Pick<Order, 'key' | 'subject'>): string {
    return this.#workshop
      .openssl('req -new -utf8', '-key', this.#workshop.put(pkcs8(key)), '-subj', subject)
      .toString();
  }

  #sign(issuer: Issuer, order: Order, extensions: string): string {
    const { from = A_WHILE_AGO, to = LONG_FROM_NOW } = order;
    const put = (text: string): string => this.#workshop.put(text);
    const made = put('');
    this.#workshop.openssl(
      'ca -batch -notext -preserveDN',
      ...['-config', this.#configuration, '-cert', put(issuer.pem), '-keyfile', put(pkcs8(issuer.key))],
      ...['-in', put(this.request(order)), '-extfile', put(extensions), '-startdate', from, '-enddate', to],
      ...['-out', made],
    );
    return this.#workshop.read(made).toString();
  }
}
